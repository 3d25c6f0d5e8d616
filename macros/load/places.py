"""The places that links may lead to: the ids on every page."""

from collections.abc import Mapping

from ..course import COURSE
from ..glossary import GLOSSARY
from ..models import Practice
from ..problems import KINDS
from ..settings import DECISIONS, every_setting, slug
from .course import MODULE_PARTS
from .draft import Draft, by_path
from .letters import LETTER_PARTS
from .links import Everything, headings, places_on
from .local import with_steps


def places_in(draft: Draft) -> Mapping[str, frozenset[str]]:
    """Return the ids on each page by its path. A page that could not be read may have any."""
    steps = tuple(draft.steps.entries.values())
    practices = {path: with_steps(p, steps) for path, p in by_path(draft.practices).items()}
    places: dict[str, frozenset[str]] = {path: Everything() for path in draft.unparsed_pages}
    places |= {page.path: headings(page.body) | _made_on(page.path, practices) for page, _ in draft.pages}
    places |= {letter.path: headings(letter.body) | LETTER_PARTS for letter, _ in draft.letters}
    places |= {path: places_on(practice) for path, practice in practices.items()}
    places |= {module.path: frozenset(module.ids) | MODULE_PARTS for module, _ in draft.modules}
    if GLOSSARY in places:
        places[GLOSSARY] |= {term.id for term in draft.glossary.entries.values()}
    return places


def _made_on(path: str, practices: Mapping[str, Practice]) -> frozenset[str]:
    """Return the ids that the words of a page make: a hub's phases, the kinds of problem."""
    if path == "reference/problems":
        return frozenset(kind.anchor for kind in KINDS.values())
    if path == "reference/settings":
        return frozenset(slug(key) for key, _ in every_setting())
    if path == "reference/decisions":
        return frozenset(slug(key) for key in DECISIONS)
    if path == "reference/words":
        return frozenset(id_ for p in practices.values() for id_ in (p.side, f"{p.side}-{p.phase}"))
    if path == f"{COURSE}/index":
        return frozenset({"due", "carry", "restore"})
    return frozenset(p.phase for p in practices.values() if path == f"{p.side}/index")
