"""`python -m macros.hosting [ORIGIN ...]`: writes what a web server needs beside the built site, and a static host in it.

Where origins are named, such as that of a wiki, no other may show the guide in a frame.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from .check import read
from .command import run
from .publish.hosting import SERVERS, hosting

FOLDER = "hosting"


def main(frames: Sequence[str] = (), root: Path = Path()) -> int:
    """Write the configurations for the site that was built in `root`; return the exit code."""
    site, folder = root / "site", root / FOLDER
    home = site / "index.html"
    if not home.exists():
        print("There is no site yet. Run `make build` first.")
        return 1
    guide = read(root)
    if guide is None:
        return 1
    try:
        files = hosting(guide, home.read_text("utf-8"), tuple(frames))
    except ValueError as error:  # of a home that nothing of the guide has made
        print(f"{home} is not of this guide: {error}. Run `make build` first.")
        return 1
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder if name in SERVERS else site).joinpath(name).write_text(text, encoding="utf-8")
    print(
        "hosting/ holds the files for nginx, Caddy and a container, and site/ those that static hosts look for."
    )
    return 0


if __name__ == "__main__":
    run(main, sys.argv[1:])
