"""Links: typed cross-links written once, and links in text that lead somewhere."""

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from ..english import ONE_SIDED
from ..markup import without_code
from ..models import Practice, Side, Unless
from ..problems import Place, Problem, nearest, problem
from ..registry import Read
from .draft import Draft
from .prose import number_typed
from .text import Data, Document

Places = Mapping[str, frozenset[str]]
_LINK = re.compile(
    r"(?<!\\)\]\(\s*(?P<inline>[^)\s]*)|^ {0,3}\[(?!\^)[^\]\n]+\]:\s*(?P<reference>\S+)|<(?P<bare>[a-z][a-z+.-]*:[^>\s]*)>",
    re.MULTILINE | re.IGNORECASE,
)
_PICTURE = re.compile(r"!\[[^\[\]\n]*\]\(\s*\Z")  # before where it leads


class Everything(frozenset[str]):
    """Stands for the ids of a page with mistakes: any may be among them, so that none is said to be missing."""

    def __contains__(self, _: object) -> bool:
        return True


def check_crosslinks(draft: Draft) -> Iterator[Problem]:
    """Find cross-links to nothing, to their own page or side, pairs written twice, and one-sided reasons."""
    sides = draft.sides
    pairs: dict[frozenset[str], str] = {}
    for practice, document in draft.practices:
        for index, link in enumerate(practice.links):
            place = document.data.at("links", index, "to")
            pair = frozenset((practice.path, link.to))
            if link.to == practice.path:
                yield problem(place, "EW302")
            elif link.to not in sides:
                others = [path for path, side in sides.items() if side != practice.side]
                yield problem(
                    place, "EW301", to=link.to, hint=nearest(link.to, others, _joined(practice, draft))
                )
            elif sides[link.to] == practice.side:
                yield problem(place, "EW305", to=link.to)
            elif pair in pairs:
                yield problem(place, "EW303", to=link.to, other=pairs[pair])
            pairs.setdefault(pair, document.data.file)
            if match := ONE_SIDED.search(link.because):
                yield problem(document.data.at("links", index, "because"), "EW306", word=match[0])
    yield from _check_both_sides(pairs, draft)


def _joined(practice: Practice, draft: Draft) -> set[str]:
    """Return the pages with which a cross-link joins `practice`, on whichever page it is written."""
    there = {other.path for other, _ in draft.practices if practice.path in {link.to for link in other.links}}
    return there | {link.to for link in practice.links}


def _check_both_sides(pairs: Iterable[frozenset[str]], draft: Draft) -> Iterator[Problem]:
    other: dict[Side, tuple[Side, ...]] = {
        "sessions": ("relationships",),
        "relationships": ("sessions",),
        "shared": ("sessions", "relationships"),
    }
    for practice, document in draft.practices:
        others = other[practice.side]
        partners = {path for pair in pairs if practice.path in pair for path in pair - {practice.path}}
        is_joined = any(draft.sides.get(path) in others for path in partners)
        if not is_joined and not any(draft.might_define(f"{side}/", practice.path) for side in others):
            yield problem(document.data.at("links"), "EW304", side=" or ".join(others))


def check_exceptions(practice: Practice, data: Data, draft: Draft) -> Iterator[Problem]:
    """Find exceptions, of the page and of its steps, that lead to no practice."""
    places: list[tuple[tuple[str | int, ...], Unless]] = [
        (("unless", n, "to"), exception) for n, exception in enumerate(practice.unless)
    ]
    for s, step in enumerate(practice.checklist.steps):
        places += [(("checklist", "steps", s, "unless", n, "to"), item) for n, item in enumerate(step.unless)]
    yield from check_targets(places, data, draft.sides, draft)


def check_targets(
    found: Iterable[tuple[tuple[str | int, ...], Unless]],
    data: Data,
    known: Collection[str],
    draft: Draft,
) -> Iterator[Problem]:
    """Find exceptions that lead to none of the `known` practices; each comes with its place in `data`."""
    for at, exception in found:
        is_lost = exception.to is not None and exception.to not in known
        if is_lost and not draft.might_define(f"{exception.to}.md", ""):
            yield problem(data.at(*at), "EW301", to=exception.to, hint=nearest(exception.to or "", known))


def link_targets(body: str) -> Iterator[tuple[int, int, str]]:
    """Return where each link in a text leads, with the start and the end of that."""
    for match in _LINK.finditer(without_code(body)):
        name = match.lastgroup or ""
        yield match.start(name), match.end(name), match[name]


def check_text_links(document: Document, places: Places) -> Iterator[Problem]:
    """Find links in the text that lead to another site, to a telephone, to no page, or to no place on one."""
    for start, _, target in link_targets(document.body):
        place = document.at_body(start)
        if picture := _PICTURE.search(document.body[:start]):
            yield problem(document.at_body(picture.start()), "EW312", to=target)
        elif target.startswith(("tel:", "sms:")):
            yield number_typed(target, place, document.kind)
        elif re.match(r"[A-Za-z]+:|//", target):
            if not target.startswith("mailto:"):
                yield problem(place, "EW309", to=target)
        else:
            yield from _check_target(target, place, document.path, places)


def _check_target(target: str, place: Place, here: str, places: Places) -> Iterator[Problem]:
    file, _, fragment = target.partition("#")
    folder, path = posixpath.dirname(here), page_of(target, here)
    if path not in places or not (file.endswith(".md") or (fragment and not file)):
        known = {f"{posixpath.relpath(known, folder or '.')}.md" for known in places}
        yield problem(place, "EW307", to=target, hint=nearest(file, known))
    elif fragment and fragment not in places[path]:
        hint = nearest(fragment, places[path])
        yield problem(place, "EW308", to=file or "this page", fragment=fragment, hint=hint)


def page_of(target: str, here: str) -> str:
    """Return the path of the page that `target` leads to from the page `here`."""
    file = target.partition("#")[0]
    return (
        posixpath.normpath(posixpath.join(posixpath.dirname(here), file)).removesuffix(".md")
        if file
        else here
    )


def made_on(document: Document, called: Collection[str] | None, read: Read) -> frozenset[str]:
    """Return the ids on a page of the macros that it has to call or does.

    Of a page whose braces cannot be read, nobody knows which it `called`: it may be any.
    """
    return frozenset().union(
        *(
            macro.makes(read, document.path)
            for macro in document.kind.macros
            if called is None or macro.name in called or macro in document.kind.anatomy
        )
    )
