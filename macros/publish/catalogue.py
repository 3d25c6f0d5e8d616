"""A catalogue of the guide as data, for the people and programs that link to it, and the JSON Schema that it keeps to."""

import json
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictInt

from ..course import Kind, Module
from ..glossary import GLOSSARY
from ..guide import SOURCES, Guide, Reviewed, ReviewState, entry, review_state, version
from ..models import Definition, Page, Practice, Side, Source
from ..render.evidence import cited
from ..render.html import url
from .redirects import led_on
from .twins import twin_at

SCHEMA = "guide.schema.json"


class Item(BaseModel):
    """The base of all that is listed. Keys may be added without a new format."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True, populate_by_name=True)


class PageItem(Item):
    """A page."""

    id: str
    """Its permanent name."""
    title: str
    summary: str
    address: str
    """Its permanent address. `#` and the id of a step, a phrase or a task behind it lead to that place."""
    markdown: str
    """The address of the same page in Markdown."""


class ReviewedItem(PageItem):
    """A page that a reviewer signs."""

    version: str
    """Eight letters that change with its list, or with what a letter or a module says."""
    review: ReviewState
    changed: date | None
    """The day on which its text last changed."""
    what: str | None
    """What changed on that day, and why."""
    sources: list[str]
    """The ids of what it rests on."""


class PracticeItem(ReviewedItem):
    """A page of guidance."""

    side: Side
    phase: str
    danger: bool
    """Whether it is for a moment of danger, and its steps are read and done one by one."""
    minutes: StrictInt
    steps: dict[str, str]
    """What each step asks for, in their order, by its permanent id."""
    words: dict[str, str]
    """What to say, by the permanent id of the phrase."""
    links: list[str]
    """The ids of the practices that it belongs with."""


class LetterItem(ReviewedItem):
    """A letter or note to fill in."""

    reader: Literal["client", "colleague", "file"]


class ModuleItem(ReviewedItem):
    """A module of the course."""

    week: StrictInt
    tasks: dict[str, Kind]
    """The kind of each task, by its permanent id."""


class TermItem(Item):
    """A term of the glossary."""

    id: str
    term: str
    also: list[str]
    """Other forms of it."""
    means: str
    address: str
    sources: list[str]


class SourceItem(Item):
    """Something that the guide rests on."""

    id: str
    kind: str
    confidence: Literal["seen", "secondary", "unverified"]
    """How far it was read."""
    reference: str
    says: str | None
    """What it says that matters here, in the guide's own words."""
    url: str | None
    address: str
    """The permanent address of its entry in the guide."""


class Catalogue(Item):
    """Everything in the guide that has a permanent address."""

    schema_: str = Field(alias="$schema")
    format: Literal[1]
    """The version of this format. It goes up when a key is taken out or comes to mean something else."""
    guide: str
    """The address of the guide."""
    name: str
    license: Literal["CC-BY-4.0"]
    """The licence of the guide's own text."""
    changed: date
    """The day of the last change."""
    practices: list[PracticeItem]
    letters: list[LetterItem]
    modules: list[ModuleItem]
    pages: list[PageItem]
    redirects: dict[str, str]
    """Where each name that is no longer used leads now: a page, or a place on one behind `#`."""
    glossary: list[TermItem]
    sources: list[SourceItem]


def catalogue(guide: Guide, name: str) -> str:
    """Return the catalogue of the guide, which is called `name`, as JSON."""
    return listed(guide, name).model_dump_json(indent=1, by_alias=True) + "\n"


def schema(guide: Guide) -> str:
    """Return the JSON Schema of the catalogue."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"{guide.address}{SCHEMA}"}
    return json.dumps(head | Catalogue.model_json_schema(mode="serialization"), indent=1) + "\n"


def listed(guide: Guide, name: str) -> Catalogue:
    """Return everything in the guide that has a permanent address, in the service's own words."""
    return Catalogue(
        schema_=SCHEMA,
        format=1,
        guide=guide.address,
        name=name,
        license="CC-BY-4.0",
        changed=max(change.changed for change in guide.changes),
        practices=[_practice(guide, practice) for practice in guide.practices.values()],
        letters=[
            LetterItem(**_reviewed(guide, letter), reader=letter.for_) for letter in guide.letters.values()
        ],
        modules=[_module(guide, module) for module in guide.modules_in_order],
        pages=[PageItem(**_page(guide, page)) for page in guide.pages.values()],
        redirects=led_on(guide),
        glossary=[_term(guide, term) for term in guide.glossary],
        sources=[_source(guide, guide.sources[id_]) for id_ in guide.uses],
    )


def _page(guide: Guide, page: Reviewed | Page) -> dict[str, Any]:
    localize = guide.settings.wording.localize
    return {
        "id": page.path,
        "title": localize(page.title),
        "summary": localize(page.summary),
        "address": f"{guide.address}{url(page.path)}",
        "markdown": twin_at(guide, page.path),
    }


def _reviewed(guide: Guide, page: Reviewed) -> dict[str, Any]:
    change = guide.change_of(page.path)
    return _page(guide, page) | {
        "version": version(page),
        "review": review_state(page),
        "changed": change and change.changed,
        "what": change and change.what and guide.settings.wording.localize(change.what),
        "sources": [source.id for source in guide.sources_of(page)],
    }


def _practice(guide: Guide, practice: Practice) -> PracticeItem:
    localize = guide.settings.wording.localize
    return PracticeItem(
        **_reviewed(guide, practice),
        side=practice.side,
        phase=practice.phase,
        danger=practice.checklist.mode == "read-do",
        minutes=practice.minutes,
        steps={step.id: localize(step.do) for step in practice.checklist.steps},
        words={phrase.id: localize(phrase.say) for phrase in practice.words},
        links=[neighbour.practice.path for neighbour in guide.neighbours(practice)],
    )


def _module(guide: Guide, module: Module) -> ModuleItem:
    tasks = {id_: item.task.kind for id_, item in guide.items[module.path].items()}
    return ModuleItem(**_reviewed(guide, module), week=module.week, tasks=tasks)


def _term(guide: Guide, term: Definition) -> TermItem:
    localize = guide.settings.wording.localize
    return TermItem(
        id=term.id,
        term=localize(term.term),
        also=[localize(form) for form in term.also],
        means=localize(term.means),
        address=f"{guide.address}{url(GLOSSARY)}#{term.id}",
        sources=[id_ for id_ in term.sources if id_ in guide.sources],
    )


def _source(guide: Guide, source: Source) -> SourceItem:
    reference, link = cited(source)
    return SourceItem(
        id=source.id,
        kind=source.kind,
        confidence=source.confidence,
        reference=reference,
        says=source.says,
        url=link,
        address=f"{guide.address}{url(SOURCES)}#{entry(source.id)}",
    )
