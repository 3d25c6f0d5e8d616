"""The places that links may lead to: the ids on every page."""

from collections.abc import Mapping

from ..registry import Read
from .draft import Draft, by_path
from .links import Everything, places_on
from .local import with_steps


def places_in(draft: Draft) -> Mapping[str, frozenset[str]]:
    """Return the ids on each page by its path. A page that could not be read may have any."""
    steps = tuple(draft.steps.entries.values())
    read = Read(
        practices={path: with_steps(p, steps) for path, p in by_path(draft.practices).items()},
        modules=by_path(draft.modules),
        glossary=tuple(draft.glossary.entries.values()),
        rules=tuple(draft.rules.entries.values()),
    )
    called = {document.path: [call.name for call in calls] for document, calls in draft.calls}
    places: dict[str, frozenset[str]] = {path: Everything() for path in draft.unparsed_pages}
    for _, document in (*draft.practices, *draft.letters, *draft.modules, *draft.pages):
        places[document.path] = places_on(document, called.get(document.path), read)
    return places
