"""What a step rests on, in the reader's words, and references as a citation library formats them."""

import warnings
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from html import escape
from pathlib import Path

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from markupsafe import Markup

from ..guide import SOURCES, Guide, Reviewed, entry
from ..models import EDITORIAL, LOCAL, Letter, Page, Practice, Source
from .html import href

_STYLE = Path(__file__).with_name("harvard.csl")


@dataclass(frozen=True)
class Mark:
    """The strength of what a step rests on: `kind` for styles, `label` for people."""

    kind: str
    label: str


@dataclass(frozen=True)
class Reference:
    """A source as a page lists it: its number there, its text, how far it was read, and the way to its `entry`."""

    number: int
    id: str
    text: Markup
    mark: Mark
    confidence: str
    link: str | None
    entry: str


LAW = Mark("law", "Law or code")
GUIDELINE = Mark("guideline", "Guideline")
RESEARCH = Mark("research", "Research")
PRACTICE = Mark("practice", "Practice wisdom")
OURS = Mark("editorial", "Editorial")
STRONGEST_FIRST = (LAW, GUIDELINE, RESEARCH, PRACTICE, OURS)
_MARKS = {
    "law": LAW,
    "code": LAW,
    "guideline": GUIDELINE,
    "meta-analysis": RESEARCH,
    "study": RESEARCH,
    "book": PRACTICE,
    "web": PRACTICE,
}


def marks(basis: Iterable[str], guide: Guide) -> tuple[Mark, ...]:
    """Return what a statement rests on, strongest first; `basis` holds the ids of its sources."""
    local = local_mark(guide)
    found = {
        OURS if id_ == EDITORIAL else local if id_ == LOCAL else _MARKS[guide.sources[id_].kind]
        for id_ in basis
    }
    return tuple(mark for mark in (*STRONGEST_FIRST, local) if mark in found)


def local_mark(guide: Guide) -> Mark:
    """Return the mark of what the service that runs the guide says itself."""
    return Mark("local", guide.settings.called)


def places(basis: Iterable[str], page: Practice | Letter, guide: Guide) -> tuple[tuple[int, str], ...]:
    """Return the number and the address of each source of a statement on its `page`."""
    numbers = {source.id: number for number, source in enumerate(guide.sources_of(page), 1)}
    return tuple((numbers[id_], f"#{entry(id_)}") for id_ in basis if id_ in numbers)


def references(page: Reviewed | Page, guide: Guide) -> tuple[Reference, ...]:
    """Return the sources of `page` in the order of their numbers."""
    return tuple(
        reference(source, number, page.path) for number, source in enumerate(guide.sources_of(page), 1)
    )


def reference(source: Source, number: int, here: str) -> Reference:
    """Return `source` as the page `here` lists it with this `number`."""
    return Reference(
        number=number,
        id=source.id,
        text=formatted(source),
        mark=_MARKS[source.kind],
        confidence=source.confidence,
        link=link(source),
        entry=href(here, f"{SOURCES}#{entry(source.id)}"),
    )


def formatted(source: Source) -> Markup:
    """Return `source` as a reference in the style Harvard, Cite Them Right; its address is left to the link."""
    return _formatted(source)[0]


@cache
def cited(source: Source) -> tuple[str, str | None]:
    """Return `source` as plain text with its address, for where no list of references follows."""
    return formatted(source).striptags(), link(source)


def all_cited(basis: Iterable[str], guide: Guide) -> tuple[tuple[str, str | None], ...]:
    """Return the sources of a statement as `cited` does; `basis` holds their ids, and what is no source is left out."""
    return tuple(cited(guide.sources[id_]) for id_ in basis if id_ in guide.sources)


def in_text(sources: Sequence[Source]) -> tuple[str, ...]:
    """Return each source as it is named in a sentence: `Knox et al., 2011`."""
    return tuple(_formatted(source)[1] for source in sources)


def link(source: Source) -> str | None:
    """Return the address of `source`, if it has one."""
    return f"https://doi.org/{source.doi}" if source.doi else source.url


def csl(source: Source, written: Callable[[str], str] = str) -> dict[str, object]:
    """Return `source` as an item of CSL-JSON without its address, its title and names as `written` puts them."""
    names = [name.model_dump(exclude_none=True) for name in source.author]
    return {
        "id": source.id,
        "type": source.type,
        "title": written(source.title.translate(_INNER)),
        "author": [{key: written(part) for key, part in name.items()} for name in names],
        "issued": {"date-parts": [[source.year]]},
    }


_INNER = str.maketrans("“”", "‘’")  # of a title, which may stand in quotation marks


@cache
def _style() -> CitationStylesStyle:
    return CitationStylesStyle(str(_STYLE), validate=False)


@cache
def _formatted(source: Source) -> tuple[Markup, str]:
    item = csl(source, partial(escape, quote=False))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library warns of fields of its own that it does not know
        bibliography = CitationStylesBibliography(_style(), CiteProcJSON([item]), formatter.html)
        citation = Citation([CitationItem(source.id)])
        bibliography.register(citation)
        entry = Markup(str(bibliography.bibliography()[0]))  # noqa: S704 - its parts were escaped above
        name = Markup(str(bibliography.cite(citation, print)))  # noqa: S704 - as above
    return entry, name.striptags()
