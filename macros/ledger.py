"""`python -m macros.ledger`: writes new permanent addresses to the ledger, and their numbers. It never takes one out.

The guide and the service that runs it each have a ledger of their own, so that neither stands in the other's way.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from .check import read
from .command import run
from .guide import Guide
from .load.addresses import ROW, SEAL, seal
from .load.text import rewrite
from .models import is_local
from .numbers import NONE, is_numbered

HEADING = """\
# Every address this guide ever published, oldest first. Written by `make ledger` only; nothing is taken out.
# Within the course each task has its number beside it, which is never given again, and each other place a `-`.
# Behind a practice stands its short address.
"""


def write(root: Path, guide: Guide) -> int:
    """Write the ledgers of the `guide` in the folder `root`; return how many addresses are new in them."""
    new = [row for row in guide.identities if row not in guide.ledger]
    marks = {**guide.short, **{row: str(number) for row, number in guide.numbers.items()}}
    rows = [*guide.ledger, *new]
    _write(root / "docs" / "data" / "ledger.txt", (row for row in rows if not is_local(row)), marks)
    if own := [row for row in rows if is_local(row)]:
        _write(root / guide.settings.folder / "data" / "ledger.txt", own, marks)
    return len(new)


def main(root: Path = Path()) -> int:
    """Append every address of the guide in `root` that its ledgers do not list yet, and number it; return the exit code."""
    guide = read(root, editing=True)
    if guide is None:
        return 1
    new = write(root, guide)
    print(f"{new} new, {new + len(guide.ledger)} in all.")
    return 0


def _write(file: Path, rows: Iterable[str], marks: Mapping[str, str]) -> None:
    marked = ((row, marks.get(row, NONE if is_numbered(row) else "")) for row in rows)
    listed = [f"{row} {mark}" if mark else row for row, mark in marked]
    assert all(map(ROW.fullmatch, listed)), "a row that cannot be read is never written"
    rewrite(file, HEADING + "\n".join([*listed, SEAL + seal(listed), ""]))


if __name__ == "__main__":
    run(main)
