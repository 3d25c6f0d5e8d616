"""`python -m macros.packages`: after a build, the course as packages for learning platforms."""

from pathlib import Path

from .check import read
from .command import run
from .publish.packages import NotBuiltError, packages
from .publish.widgets import knows_its_address

FOLDER = "packages"
MOST = 500_000  # bytes that a package is meant to have at most


def main(root: Path = Path()) -> int:
    """Write a package for each standard, from the site that was built in `root`; return the exit code."""
    guide = read(root)
    if guide is None:
        return 1
    if why := (
        "The course has no modules, so there is nothing to package."
        if not guide.modules
        else "A package leads back to the guide, which does not know its address. Set `site_url`, and run `make build` again."
        if not knows_its_address(guide)
        else ""
    ):
        print(why)
        return 1
    try:
        made = packages(guide, root / "site")
    except NotBuiltError:
        print("site/ does not hold the course as it is now. Run `make build` first.")
        return 1
    (root / FOLDER).mkdir(exist_ok=True)
    for name, content in made.items():
        (root / FOLDER / name).write_bytes(content)
        large = ", more than a package is meant to have" if len(content) > MOST else ""
        print(f"{FOLDER}/{name} has {len(content) // 1000} KB{large}.")
    return 0


if __name__ == "__main__":
    run(main)
