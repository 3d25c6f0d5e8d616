"""Who answers for the pages: at the end of each, and the list of all of them by review state."""

from dataclasses import dataclass

from markupsafe import Markup

from ..guide import STATES, Guide, PageStatus, ReviewState
from ..models import Practice
from .html import component, href
from .practice import review

FILE = "reviews.csv"
CODE = "code.svg"
"""The picture below a short address that leads there."""
ALL = "reference/reviews"
STATE_WORDS: dict[ReviewState, str] = {
    "lapsed": "Changed since its review",
    "draft": "Not yet reviewed",
    "reviewed": "Reviewed",
}


@dataclass(frozen=True)
class Row:
    """Who answers for a page in words, for the page, for the list and for the spreadsheet."""

    title: str
    path: str
    owner: str
    state: str
    reviewer: str
    reviewed_on: str
    next_review: str
    last_change: str
    what: str
    version: str


def row(status: PageStatus) -> Row:
    """Return `status` in words."""
    signed = status.page.review
    return Row(
        title=status.page.title,
        path=status.page.path,
        owner=status.owner,
        state=STATE_WORDS[status.state],
        reviewer=signed.by or "nobody",
        reviewed_on=str(signed.on or "never"),
        next_review=str(status.next_review or "not set"),
        last_change=str(status.change.changed if status.change else "not recorded"),
        what=(status.change and status.change.what) or "",
        version=status.version,
    )


def page_status(guide: Guide, here: str) -> Markup:
    """Return who answers for the practice, the letter or the module `here`; nobody signs other pages."""
    page = guide.reviewed.get(here)
    if page is None:
        return Markup()
    return component(
        "page-status",
        row=row(guide.status_of(page)),
        review=review(guide, page),
        all=href(here, ALL),
        has_list=isinstance(page, Practice),
        short=(short := short_address(guide, here)),
        code=f"{href(here, guide.short[here])}{CODE}" if short else "",
    )


def short_address(guide: Guide, path: str) -> str:
    """Return what one reads out to lead somebody to the practice at `path`; nothing where the guide has no address of its own."""
    host = guide.address.partition("://")[2]
    return f"{host}{guide.short[path]}" if host and path in guide.short else ""


def reviews(guide: Guide, here: str) -> Markup:
    """Return every practice, letter and module by review state, and how many there are of each."""
    states = [status.state for status in guide.register]
    return component(
        "reviews",
        rows=[(row(status), href(here, status.page.path)) for status in guide.register],
        counts=[(STATE_WORDS[state], states.count(state)) for state in STATES],
        months=guide.settings.review_months,
        file=f"{href(here, 'index')}{FILE}",
    )
