"""The registers of changes: the day on which each page last changed, the digest of its text since, and what changed.

`data/reviews.yml` is written by `make changes WHAT="..."`:

    - {page: letters/after-threat, digest: 0a1b2c3d4e5f6071, changed: 2026-05-01, what: "Help comes first, as clients asked."}
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from ..english import names_nobody
from ..models import Change, is_local
from ..problems import Place, Problem, nearest, problem
from .draft import Draft, is_of_the_guide
from .evidence import check_unique
from .text import Data

FIRST = "First published."


def check_changes(draft: Draft) -> Iterator[Problem]:
    """Find rows that stand twice, for no page, or without a word of what changed, and days to come, in the registers.

    Whoever is editing is not asked to keep them.
    """
    for rows, data in () if draft.editing else draft.changes:
        kept = kept_in(data, draft)
        yield from check_unique([((n, "page"), row.page) for n, row in rows.items()], data)
        for n, row in rows.items():
            if row.changed > draft.latest:
                yield problem(data.at(n, "changed"), "EW804", key="changed", value=row.changed)
            if row.page not in kept and not draft.might_define(f"{row.page}.md", ""):
                yield problem(data.at(n, "page"), "EW904", page=row.page)
            if row.what is None:
                yield problem(data.at(n), "EW905", page=row.page)


def check_signed(draft: Draft) -> Iterator[Problem]:
    """Find reviews of a service that stand twice, by nobody, on days to come, or for what never was a page; one may be gone by now."""
    rows, data = draft.signed
    was = {row for ledger in draft.ledgers for row in ledger.rows} | {*draft.digests}
    yield from check_unique([((n, "page"), row.page) for n, row in rows.items()], data)
    for n, row in rows.items():
        if row.on > draft.latest:
            yield problem(data.at(n, "on"), "EW804", key="on", value=row.on)
        if names_nobody(row.by):
            yield problem(data.at(n, "by"), "EW907", value=row.by)
        if row.page not in was and not draft.might_define(f"{row.page}.md", ""):
            yield problem(data.at(n, "page"), "EW906", page=row.page, hint=nearest(row.page, draft.digests))


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
    """Return the row of each page, by path: one whose text is not the one of its row has changed `today`, or is new."""
    known = {row.page: row for row in rows}

    def row(page: str, digest: str) -> Change:
        if page not in known:
            return Change(page=page, digest=digest, changed=today, what=FIRST)
        was = known[page]
        return was if was.digest == digest else Change(page=page, digest=digest, changed=today)

    return tuple(row(page, digest) for page, digest in sorted(digests.items()))
