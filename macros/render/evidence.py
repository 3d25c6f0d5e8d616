"""What a step rests on, in the reader's words, and references as a citation library formats them."""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from html import escape

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from markupsafe import Markup

from ..guide import Guide
from ..models import EDITORIAL, Practice, Source, Step

STYLE = "harvard-cite-them-right"


@dataclass(frozen=True)
class Mark:
    """The strength of what a step rests on: `kind` for styles, `label` for people."""

    kind: str
    label: str


@dataclass(frozen=True)
class Reference:
    """A source as a page lists it: its number there, its text, and how far it was read."""

    number: int
    id: str
    text: Markup
    mark: Mark
    confidence: str
    link: str | None


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


def marks(step: Step, guide: Guide) -> tuple[Mark, ...]:
    """Return what `step` rests on, strongest first."""
    found = {OURS if id_ == EDITORIAL else _MARKS[guide.sources[id_].kind] for id_ in step.sources}
    return tuple(mark for mark in STRONGEST_FIRST if mark in found)


def numbers(practice: Practice, guide: Guide) -> dict[str, int]:
    """Return the number of each source on the practice's page."""
    return {source.id: number for number, source in enumerate(guide.sources_of(practice), 1)}


def references(practice: Practice, guide: Guide) -> tuple[Reference, ...]:
    """Return the practice's sources in the order of their numbers."""
    return tuple(
        Reference(number, source.id, formatted(source), _MARKS[source.kind], source.confidence, _link(source))
        for number, source in enumerate(guide.sources_of(practice), 1)
    )


def formatted(source: Source) -> Markup:
    """Return `source` as a reference in the style Harvard, Cite Them Right; its address is left to the link."""
    return _formatted(source)[0]


def cited(source: Source) -> tuple[str, str | None]:
    """Return `source` as plain text with its address, for where no list of references follows."""
    return formatted(source).striptags(), _link(source)


def in_text(sources: Sequence[Source]) -> tuple[str, ...]:
    """Return each source as it is named in a sentence: `Knox et al., 2011`."""
    return tuple(_formatted(source)[1] for source in sources)


def _link(source: Source) -> str | None:
    return f"https://doi.org/{source.doi}" if source.doi else source.url


@cache
def _style() -> CitationStylesStyle:
    return CitationStylesStyle(STYLE, validate=False)


@cache
def _formatted(source: Source) -> tuple[Markup, str]:
    item: dict[str, object] = {
        "id": source.id,
        "type": source.type,
        "title": escape(source.title, quote=False),
    }
    names = [name.model_dump(exclude_none=True) for name in source.author]
    item["author"] = [{key: escape(part, quote=False) for key, part in name.items()} for name in names]
    item["issued"] = {"date-parts": [[source.year]]}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library warns of fields of its own that it does not know
        bibliography = CitationStylesBibliography(_style(), CiteProcJSON([item]), formatter.html)
        citation = Citation([CitationItem(source.id)])
        bibliography.register(citation)
        entry = Markup(str(bibliography.bibliography()[0]))  # noqa: S704 - its parts were escaped above
        name = Markup(str(bibliography.cite(citation, print)))  # noqa: S704 - as above
    return entry, name.striptags().strip("()")
