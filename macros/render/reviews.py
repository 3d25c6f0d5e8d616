"""Who answers for the pages: the record at the end of each, and the list of all of them by review state."""

from dataclasses import dataclass

from markupsafe import Markup

from ..guide import STATES, Guide, Record, ReviewState
from .html import component, href
from .practice import review

FILE = "reviews.csv"
ALL = "reference/reviews"
STATE_WORDS: dict[ReviewState, str] = {
    "lapsed": "Changed since its review",
    "draft": "Not yet reviewed",
    "reviewed": "Reviewed",
}


@dataclass(frozen=True)
class Row:
    """The record of a page in words, for the page, for the list and for the spreadsheet."""

    title: str
    path: str
    owner: str
    state: str
    reviewer: str
    reviewed_on: str
    next_review: str
    last_change: str
    version: str


def row(record: Record) -> Row:
    """Return `record` in words."""
    signed = record.page.review
    return Row(
        title=record.page.title,
        path=record.page.path,
        owner=record.owner,
        state=STATE_WORDS[record.state],
        reviewer=signed.by or "nobody",
        reviewed_on=str(signed.on or "never"),
        next_review=str(record.next_review or "not set"),
        last_change=str(record.changed or "not recorded"),
        version=record.version,
    )


def record(guide: Guide, here: str) -> Markup:
    """Return who answers for the practice or the letter `here`; other pages have no such record."""
    page = guide.practices.get(here) or guide.letters.get(here)
    if page is None:
        return Markup()
    return component("record", row=row(guide.record(page)), review=review(page), all=href(here, ALL))


def reviews(guide: Guide, here: str) -> Markup:
    """Return every practice and letter by review state, and how many there are of each."""
    states = [record.state for record in guide.records]
    return component(
        "reviews",
        rows=[(row(record), href(here, record.page.path)) for record in guide.records],
        counts=[(STATE_WORDS[state], states.count(state)) for state in STATES],
        months=guide.settings.review_months,
        file=f"{href(here, 'index')}{FILE}",
    )
