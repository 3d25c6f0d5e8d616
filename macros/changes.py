"""`python -m macros.changes WHAT [PAGE ...]`: writes down today as the day on which pages changed, and what changed.

WHAT is for the pages that changed, or for those that are named; a page that is new needs none.

The guide and the service that runs it each have a register of their own; the service's is kept once it is there.
"""

import json
import sys
from collections.abc import Collection, Iterable
from pathlib import Path

from .check import read
from .guide import Guide
from .models import Change, is_local
from .problems import nearest

HEADING = """\
# The day on which each page last changed, the digest of its text since, and what changed and why.
# Written by `make changes` only.
"""


def write(root: Path, guide: Guide, what: str = "", pages: Collection[str] = ()) -> int:
    """Write the registers of the `guide` in the folder `root`; return how many rows are new in them.

    `what` changed is written down for the rows that do not tell it yet, or for these `pages` alone.
    """
    own = root / guide.settings.folder / "data" / "reviews.yml"
    changes = [
        c if c.what or not what or (pages and c.page not in pages) else c.model_copy(update={"what": what})
        for c in guide.changes
    ]
    new = _write(root / "docs" / "data" / "reviews.yml", (c for c in changes if not is_local(c.page)))
    return new + (_write(own, (c for c in changes if is_local(c.page))) if own.is_file() else 0)


def _write(file: Path, changes: Iterable[Change]) -> int:
    rows = [f"- {{page: {c.page}, digest: {c.digest}, changed: {c.changed}{_told(c)}}}" for c in changes]
    before = set(file.read_text(encoding="utf-8").splitlines())
    file.write_text(HEADING + "\n".join([*rows, ""] if rows else ["[]", ""]), encoding="utf-8")
    return sum(row not in before for row in rows)


def _told(change: Change) -> str:
    return f", what: {json.dumps(change.what, ensure_ascii=False)}" if change.what else ""


def main(what: str = "", *pages: str, root: Path = Path()) -> int:
    """Bring the registers of the guide in `root` up to date; return the exit code."""
    guide = read(root, editing=True)
    if guide is None:
        return 1
    for page in pages:
        if page not in guide.reviewed:
            meant = nearest(page, guide.reviewed)
            print(f"There is no practice, letter or module '{page}': {meant} Nothing was written.")
            return 1
    print(f"{write(root, guide, what, pages)} written down with today's date, {len(guide.changes)} in all.")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
