"""The navigation: whether it leads to pages of the guide, and whether each of these is found."""

from collections.abc import Iterator

from ..models import Page, is_local
from ..problems import Problem, nearest, problem
from ..registry import kind_of
from .draft import Draft, is_of_the_guide
from .links import link_targets, page_of


def check_navigation(draft: Draft) -> Iterator[Problem]:
    """Find entries that lead to no page, and pages to which no entry leads, and no text."""
    navigation, data = draft.navigation
    pages = _pages(draft)
    listed = {"index"}  # which every header leads to
    for part, entries in navigation:
        for index, entry in enumerate(entries):
            listed.add(entry.page)
            if entry.page not in pages:
                hint = nearest(entry.page, pages)
                yield problem(data.at(part, index, "page"), "EW310", to=entry.page, hint=hint)
    if draft.unparsed:  # which may lead anywhere
        return
    links = [
        (document.path, page_of(to, document.path))
        for document in draft.documents
        for *_, to in link_targets(document.body)
    ]
    found = listed.union(to for here, to in links if to != here)
    for page, document in draft.pages:
        is_own = is_local(page.path) or not is_of_the_guide(document.data.file)  # which home lists
        if page.path not in found and not is_own:
            yield problem(document.data.at(), "EW311", path=page.path)


def _pages(draft: Draft) -> set[str]:
    """Return the paths of the pages that no other page lists by itself."""
    unparsed = (path for path in draft.unparsed_pages if (kind := kind_of(path)) and kind.model is Page)
    return {*unparsed, *(page.path for page, _ in draft.pages)}
