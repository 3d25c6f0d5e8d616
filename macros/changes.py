"""`python -m macros.changes WHAT [PAGE ...]`: writes down today as the day on which pages changed, and what changed.

WHAT is for the pages that changed, or for those that are named; a page that is new needs none.

The guide and the service that runs it each have a register of their own; the service's is kept once it is there.
"""

import json
import sys
from collections.abc import Collection, Iterable
from pathlib import Path

import yaml

from .check import read
from .command import run
from .english import sentences
from .guide import Guide
from .load.text import as_it_looks, rewrite
from .models import Change, is_local
from .problems import nearest

HEADING = """\
# The day on which each page last changed, the digest of its text since, and what changed and why.
# Written by `make changes` only.
"""


def write(root: Path, guide: Guide, what: str = "", pages: Collection[str] = ()) -> set[str]:
    """Write the registers of the `guide` in the folder `root`; return the pages whose rows are new in them.

    `what` changed is written down for the rows that do not tell it yet, or for these `pages` alone: after what was written down
    on the same day.
    """
    own = root / guide.settings.folder / "data" / "reviews.yml"
    registers = {root / "docs" / "data" / "reviews.yml": False} | ({own: True} if own.is_file() else {})
    return set().union(
        *(
            _write(file, [c for c in guide.changes if is_local(c.page) == is_own], what, pages)
            for file, is_own in registers.items()
        )
    )


def _write(file: Path, changes: Iterable[Change], what: str, pages: Collection[str]) -> set[str]:
    text = as_it_looks(file.read_bytes())
    earlier = {row["page"]: row for row in yaml.load(text, Loader=yaml.CSafeLoader) or ()}

    def told(change: Change) -> str:
        was = earlier.get(change.page)
        today = was.get("what", "") if was and was["changed"] == change.changed else ""
        said = change.what or today
        if what and (change.page in pages if pages else not change.what):
            said = what if was is None else change.what or _joined(today, what)
        return f", what: {json.dumps(said, ensure_ascii=False)}" if said else ""

    rows = {
        c.page: f"- {{page: {c.page}, digest: {c.digest}, changed: {c.changed}{told(c)}}}" for c in changes
    }
    rewrite(file, HEADING + "\n".join([*rows.values(), ""] if rows else ["[]", ""]))
    before = {*text.splitlines()}
    return {page for page, row in rows.items() if row not in before}


def _joined(earlier: str, what: str) -> str:
    """Return both as sentences, one after the other; the same is said once."""
    before, now = ({one.removesuffix(".") for one in sentences(told)} for told in (earlier, what))
    if now <= before:
        return earlier
    return f"{earlier}{'' if earlier[-1:] in '.?!' else '.'} {what}".lstrip()


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
    written = write(root, guide, what, pages)
    print(f"{len(written)} written down with today's date, {len(guide.changes)} in all.")
    registered = {change.page for change in guide.changes}
    for page in sorted({*pages} - written):
        print(
            f"Nothing was written down for '{page}': "
            + (
                "its own text is the one that was written down before."
                if page in registered
                else f"your service keeps no register of its pages; {guide.settings.folder}/data/reviews.yml with [] in it begins one."
            )
        )
    return 0


if __name__ == "__main__":
    run(main, *sys.argv[1:])
