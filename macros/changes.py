"""`python -m macros.changes`: writes down today as the day on which new pages and pages with another text changed.

The guide and the service that runs it each have a register of their own; the service's is kept once it is there.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from .check import read
from .guide import Guide
from .models import Change, is_local

HEADING = "# The day on which each page last changed, and the digest of its text since. Written by `make changes` only.\n"


def write(root: Path, guide: Guide) -> int:
    """Write the registers of the `guide` in the folder `root`; return how many rows are new in them."""
    own = root / guide.settings.folder / "data" / "reviews.yml"
    new = _write(root / "docs" / "data" / "reviews.yml", (c for c in guide.changes if not is_local(c.page)))
    return new + (_write(own, (c for c in guide.changes if is_local(c.page))) if own.is_file() else 0)


def _write(file: Path, changes: Iterable[Change]) -> int:
    rows = [f"- {{page: {c.page}, digest: {c.digest}, changed: {c.changed}}}" for c in changes]
    before = set(file.read_text(encoding="utf-8").splitlines())
    file.write_text(HEADING + "\n".join([*rows, ""] if rows else ["[]", ""]), encoding="utf-8")
    return sum(row not in before for row in rows)


def main(root: Path = Path()) -> int:
    """Bring the registers of the guide in `root` up to date; return the exit code."""
    guide = read(root, editing=True)
    if guide is None:
        return 1
    print(f"{write(root, guide)} written down with today's date, {len(guide.changes)} in all.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
