"""The registers of changes: the day on which each page last changed, and the digest of its text since.

`data/reviews.yml` is written by `make changes`:

    - {page: letters/after-threat, digest: 0a1b2c3d4e5f60718293a4b5c6d7e8f9, changed: 2026-05-01}
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from ..models import Change, is_local
from ..problems import Place, Problem, problem
from .draft import Draft, is_of_the_guide
from .evidence import check_unique
from .text import Data


def check_changes(draft: Draft) -> Iterator[Problem]:
    """Find rows that stand twice or for no page, and days to come, in the registers of changes.

    Whoever is editing is not asked to keep them.
    """
    for rows, data in () if draft.editing else draft.changes:
        kept = kept_in(data, draft)
        yield from check_unique([((n, "page"), row.page) for n, row in rows.items()], data)
        for n, row in rows.items():
            if row.changed > draft.today:
                yield problem(data.at(n, "changed"), "EW804", key="changed", value=row.changed)
            if row.page not in kept and not draft.might_define(f"{row.page}.md", ""):
                yield problem(data.at(n, "page"), "EW904", page=row.page)


def check_changes_written_down(draft: Draft) -> Iterator[Problem]:
    """Find texts that have changed since their row in a register of changes. Every edit changes one."""
    for rows, data in draft.changes:
        known = {row.page: row.digest for row in rows.values()}
        for page, digest in kept_in(data, draft).items():
            if known.get(page) != digest:
                yield problem(Place(f"{data.file.partition('/')[0]}/{page}.md"), "EW903", file=data.file)


def kept_in(data: Data, draft: Draft) -> dict[str, str]:
    """Return the digests of the texts that the register of changes in `data` is kept for, by their paths."""
    own = not is_of_the_guide(data.file)
    return {path: digest for path, digest in draft.digests.items() if is_local(path) == own}


def brought_up_to_date(rows: Iterable[Change], digests: Mapping[str, str], today: date) -> tuple[Change, ...]:
    """Return the row of each page, by path: one whose text is not the one of its row has changed `today`."""
    known = {(row.page, row.digest): row for row in rows}
    return tuple(
        known.get((page, digest)) or Change(page=page, digest=digest, changed=today)
        for page, digest in sorted(digests.items())
    )
