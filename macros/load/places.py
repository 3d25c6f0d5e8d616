"""The places that links may lead to: the ids on every page."""

import re
from collections.abc import Mapping

from ..models import SIDES
from ..registry import Read
from .draft import Draft, by_path
from .links import Everything, places_on
from .local import with_steps

# The files of which a macro shows a part each, with an id.
_SHOWN = {
    "glossary": re.compile(r"docs/data/glossary\.yml"),
    "rules": re.compile(r"docs/data/rules\.yml"),
    "phases": re.compile(rf"[\w.-]+/(?:{'|'.join(SIDES)})/"),
    "phrases": re.compile(rf"[\w.-]+/(?:{'|'.join(SIDES)})/"),
}


def places_in(draft: Draft) -> Mapping[str, frozenset[str]]:
    """Return the ids on each page by its path. A page that could not be read, or shows what could not, may have any."""
    steps = tuple(draft.steps.entries.values())
    read = Read(
        practices={path: with_steps(p, steps) for path, p in by_path(draft.practices).items()},
        modules=by_path(draft.modules),
        glossary=tuple(draft.glossary.entries.values()),
        rules=tuple(draft.rules.entries.values()),
    )
    called = {document.path: [call.name for call in calls] for document, calls in draft.calls}
    places: dict[str, frozenset[str]] = {path: Everything() for path in draft.unparsed_pages}
    broken = {macro for macro, file in _SHOWN.items() if any(map(file.match, draft.unparsed))}
    for _, document in (*draft.practices, *draft.letters, *draft.modules, *draft.pages):
        calls = called.get(document.path)
        may_have_any = not broken.isdisjoint(calls or ())
        places[document.path] = Everything() if may_have_any else places_on(document, calls, read)
    return places
