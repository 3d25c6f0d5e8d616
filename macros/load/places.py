"""The places that links may lead to: the ids on every page."""

import re
from collections.abc import Iterator, Mapping

from ..headings import headings
from ..models import SIDES
from ..registry import Read
from .draft import Draft, by_path
from .links import Everything, made_on
from .local import with_steps
from .text import Document

# The files of which a macro shows a part each, with an id.
_SHOWN = {
    "glossary": re.compile(r"docs/data/glossary\.yml"),
    "rules": re.compile(r"docs/data/rules\.yml"),
    "phases": re.compile(rf"[\w.-]+/(?:{'|'.join(SIDES)})/"),
    "phrases": re.compile(rf"[\w.-]+/(?:{'|'.join(SIDES)})/"),
}


def places_in(draft: Draft) -> Mapping[str, frozenset[str]]:
    """Return the ids on each page by its path. A page that could not be read, or shows what could not, may have any."""
    called = {document.path: [call.name for call in calls] for document, calls in draft.calls}
    broken = {macro for macro, file in _SHOWN.items() if any(map(file.match, draft.unparsed))}
    places: dict[str, frozenset[str]] = {path: Everything() for path in draft.unparsed_pages}
    made = made_in(draft)
    for document in _typed(draft):
        path = document.path
        may_have_any = not broken.isdisjoint(called.get(path, ()))
        places[path] = Everything() if may_have_any else made[path].union(headings(document.body))
    return places


def made_in(draft: Draft) -> Mapping[str, frozenset[str]]:
    """Return the ids that macros make on each page whose facts could be read, by its path."""
    steps = tuple(draft.steps.entries.values())
    read = Read(
        practices={path: with_steps(p, steps) for path, p in by_path(draft.practices).items()},
        modules=by_path(draft.modules),
        glossary=tuple(draft.glossary.entries.values()),
        rules=tuple(draft.rules.entries.values()),
        hidden=draft.stand_ins,
    )
    called = {document.path: [call.name for call in calls] for document, calls in draft.calls}
    return {d.path: made_on(d, called.get(d.path), read) for d in _typed(draft)}


def _typed(draft: Draft) -> Iterator[Document]:
    return (document for _, document in (*draft.practices, *draft.letters, *draft.modules, *draft.pages))
