"""`python -m tests.search.last_look`: ask the set that nothing is tuned on, and write down the day and what came out.

Each look is a row of `looked.yml`, with the digests of the set and of what search knew: a figure of a second look at the same set
is worth less, and everyone can see that it is one.
"""

import hashlib
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from tests.bench import ROOT, visits

from .queries import HERE, LAST_LOOK, one_set
from .rivals import OURS, report

LOOKED = HERE / "looked.yml"


def main() -> None:
    """Build the guide, ask everything, print it and write it down."""
    if not (HERE / "sets" / f"{LAST_LOOK}.yml").exists():
        sys.exit(f"No set is kept apart: a new hand writes sets/{LAST_LOOK}.yml.")
    asked_of = one_set(LAST_LOOK)
    with tempfile.TemporaryDirectory() as name:
        site = Path(name) / "site"
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
        subprocess.run(command, cwd=ROOT, check=True)
        known = next(site.glob("v/*/search.json")).read_bytes()
        with visits() as visit:
            found, fits, _, _, heard = visit(site).evaluate(OURS, asked_of.asked)
    lines = [*report({LAST_LOOK: asked_of}, asked_of.asked, found, fits, heard)]
    print("\n".join(lines))
    row = [
        f"- day: {datetime.now(UTC).date()}",
        f"  set: {digest((HERE / 'sets' / f'{LAST_LOOK}.yml').read_bytes())}",
        f"  search: {digest(known)}",
        "  figures: |",
        *(f"    {line}" for line in lines),
    ]
    with LOOKED.open("a", encoding="utf-8") as looked:
        looked.write("\n".join(row) + "\n")


def digest(content: bytes) -> str:
    """Return a short digest of `content`."""
    return hashlib.sha256(content).hexdigest()[:12]


if __name__ == "__main__":
    main()
