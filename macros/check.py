"""`python -m macros.check`: every mistake in the content, and what a build would stop at."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from . import clock
from .command import run
from .guide import Guide, Reviewed, months_after, review_state
from .load import Configuration, load
from .models import Review, Signed, is_local
from .problems import ProblemsFoundError
from .supported import faults


def read(root: Path, *, editing: bool = False) -> Guide | None:
    """Return the guide in the folder `root`, or print every problem of it and return nothing."""
    try:
        return load(root / "docs", Configuration.beside(root), today=clock.today(), editing=editing)
    except ProblemsFoundError as error:
        print(error)
        return None


def lapsed(guide: Guide) -> Iterator[str]:
    """Say which reviews hold no longer, and why: of the guide's pages and of a service's own. Those of hidden pages rest."""
    for path, page in guide.reviewed.items():
        if review_state(page) == "lapsed":
            yield _told(path, page.review, _what_changed(guide, page))
    went = {redirect.from_: redirect.to for redirect in guide.redirects}
    for row in guide.signed:
        if row.page not in guide.reviewed.keys() | guide.hidden.keys():
            why = f"the page went to {went[row.page]}" if row.page in went else "the page is gone"
            yield _told(row.page, row, why)


def due(guide: Guide, today: date) -> Iterator[str]:
    """Say what is to be read again by `today`: pages whose next review is due, and contacts that were checked as long ago."""
    for path, page in guide.reviewed.items():
        day = guide.status_of(page).next_review
        if day and day <= today:
            yield f"The next review of {path} was due on {day}"
    for contact in (*guide.settings.on_call, *guide.contacts):
        if contact.checked and months_after(contact.checked, guide.settings.review_months) <= today:
            yield f"The contact '{contact.name}' was last checked on {contact.checked}: check it anew, and write the day down"


def _told(path: str, review: Review | Signed, why: str) -> str:
    return f"The review of {path} by {review.by} on {review.on} has lapsed: {why}"


def _what_changed(guide: Guide, page: Reviewed) -> str:
    if change := guide.change_since_review(page):
        return f"its text changed on {change.changed}: {change.what}"
    if is_local(page.path):
        return "its text changed, or a step that you add to it"
    return "the page as you show it has changed since, by a step of yours or a page that you hide"


def main(root: Path = Path()) -> int:
    """Print every problem of the guide in `root`, and of what MkDocs is told, or how much was read; return the exit code."""
    stops = [*faults(Configuration.beside(root).file)]
    print("".join(f"{sentence}\n" for sentence in stops), end="")
    guide = read(root)
    if guide is None or stops:
        return 1
    print(
        f"{len(guide.practices)} practices, {len(guide.letters)} letters, {len(guide.pairs)} pairs, no problems."
    )
    told = (*due(guide, clock.today()), *lapsed(guide))
    print("".join(f"{line.rstrip('.')}.\n" for line in told), end="")
    return 0


if __name__ == "__main__":
    run(main)
