"""Links: typed cross-links written once, and links in text that lead somewhere."""

import posixpath
import re
from collections.abc import Iterable, Mapping

from ..models import Unless, Practice
from ..problems import Problems, nearest
from ..words import ONE_SIDED
from .text import Data, Document

Practices = Mapping[str, Practice]
_LINK = re.compile(r"(?<!\\)\[[^\]]*\]\((?P<target>[^)\s]*)[^)]*\)")
_HEADING_ID = re.compile(r"^#+ .*\{#(?P<id>[\w-]+)\}\s*$", re.MULTILINE)
PARTS = frozenset({"answer", "checklist", "contacts", "words", "exceptions", "crosslinks", "sources"})


def check_crosslinks(
    written: Iterable[tuple[Practice, Document]], practices: Practices, problems: Problems
) -> None:
    """Note cross-links to nothing, to their own page or side, pairs written twice, and one-sided reasons."""
    pairs: dict[frozenset[str], str] = {}
    for practice, document in written:
        for index, link in enumerate(practice.links):
            place = document.data.at("links", index, "to")
            pair = frozenset((practice.path, link.to))
            if link.to == practice.path:
                problems.add(place, "EW302")
            elif link.to not in practices:
                problems.add(place, "EW301", to=link.to, hint=nearest(link.to, practices))
            elif practices[link.to].side == practice.side:
                problems.add(place, "EW305", to=link.to)
            elif pair in pairs:
                problems.add(place, "EW303", to=link.to, other=pairs[pair])
            pairs.setdefault(pair, document.data.file)
            if match := ONE_SIDED.search(link.because):
                problems.add(document.data.at("links", index, "because"), "EW306", word=match[0])
    _check_both_sides(written, pairs, practices, problems)


def _check_both_sides(
    written: Iterable[tuple[Practice, Document]],
    pairs: Iterable[frozenset[str]],
    practices: Practices,
    problems: Problems,
) -> None:
    other = {
        "sessions": ["relationships"],
        "relationships": ["sessions"],
        "shared": ["sessions", "relationships"],
    }
    for practice, document in written:
        partners = {path for pair in pairs if practice.path in pair for path in pair - {practice.path}}
        sides = {practices[path].side for path in partners if path in practices}
        if not sides.intersection(other[practice.side]):
            problems.add(document.data.at("links"), "EW304", side=" or ".join(other[practice.side]))


def check_exceptions(practice: Practice, data: Data, practices: Practices, problems: Problems) -> None:
    """Note exceptions, of the page and of its steps, that lead to no practice."""
    places: list[tuple[tuple[str | int, ...], Unless]] = [
        (("unless", n, "to"), exception) for n, exception in enumerate(practice.unless)
    ]
    for s, step in enumerate(practice.checklist.steps):
        places += [(("checklist", "steps", s, "unless", n, "to"), item) for n, item in enumerate(step.unless)]
    for at, exception in places:
        if exception.to is not None and exception.to not in practices:
            problems.add(data.at(*at), "EW301", to=exception.to, hint=nearest(exception.to, practices))


def check_text_links(document: Document, places: Mapping[str, frozenset[str]], problems: Problems) -> None:
    """Note links in the text that lead to another site, to no page, or to no place on one."""
    for match in _LINK.finditer(document.body):
        target, place = match["target"], document.at_body(match.start("target"))
        if re.match(r"[a-z]+:|//", target):
            if not target.startswith(("tel:", "mailto:")):
                problems.add(place, "EW309", to=target)
            continue
        file, _, fragment = target.partition("#")
        folder = posixpath.dirname(document.path)
        path = posixpath.normpath(posixpath.join(folder, file)).removesuffix(".md") if file else document.path
        if path not in places or (file and not file.endswith(".md")):
            problems.add(place, "EW307", to=target, hint=nearest(path, places))
        elif fragment and fragment not in places[path]:
            problems.add(
                place,
                "EW308",
                to=file or "this page",
                fragment=fragment,
                hint=nearest(fragment, places[path]),
            )


def headings(body: str) -> frozenset[str]:
    """Return the ids that a page's headings were given with `{#id}`."""
    return frozenset(match["id"] for match in _HEADING_ID.finditer(body))
