"""The navigation: whether it leads to pages of the guide, and whether each of these is found."""

from collections.abc import Collection, Sequence

from ..models import Navigation, is_local
from ..problems import Problems, nearest
from .links import link_targets, page_of
from .text import Data, Document


def check_navigation(
    navigation: Navigation,
    data: Data,
    pages: Collection[str],
    documents: Sequence[Document],
    problems: Problems,
) -> None:
    """Note entries that lead to none of the `pages`, and pages to which no entry leads, and no text of the `documents`.

    `pages` are those that no other page lists by itself, and home, which every header leads to.
    """
    listed = {"index"}
    for part, entries in navigation:
        for index, entry in enumerate(entries):
            listed.add(entry.page)
            if entry.page not in pages:
                problems.add(
                    data.at(part, index, "page"), "EW310", to=entry.page, hint=nearest(entry.page, pages)
                )
    if problems.doubtful:  # a text that could not be read may lead anywhere
        return
    links = [
        (document.path, page_of(to, document.path))
        for document in documents
        for *_, to in link_targets(document.body)
    ]
    found = listed.union(to for here, to in links if to != here)
    for document in documents:
        is_own = is_local(document.path) or not document.data.file.startswith("docs/")  # which home lists
        if document.path in pages and document.path not in found and not is_own:
            problems.add(document.data.at(), "EW311", path=document.path)
