"""All that was read, before anything of it is checked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from ..course import Module
from ..guide import Reviewed, text_digest
from ..models import (
    SIDES,
    Change,
    Definition,
    Hidden,
    Language,
    Leans,
    Letter,
    LocalStep,
    Navigation,
    Page,
    Practice,
    Redirect,
    Region,
    Rule,
    Side,
    Signed,
    Source,
    SourceText,
)
from ..problems import Place
from ..registry import PRACTICE, kind_of
from ..settings import Settings
from .calls import Call
from .configuration import Configuration
from .text import Data, Document

M = TypeVar("M")
P = TypeVar("P", Practice, Letter, Module, Page)
CHANGES = "data/reviews.yml"


class Register(NamedTuple, Generic[M]):
    """A file that holds a list: its entries by their index, but for those with mistakes, and where they stand."""

    entries: Mapping[int, M]
    data: Data


class Asks(NamedTuple):
    """The ways to ask for pages of a folder: those of each by its path, but for those with mistakes, and where they stand."""

    folder: str
    entries: Mapping[str, tuple[str, ...]]
    data: Data


class Listed(NamedTuple):
    """What a ledger says of an address: the number that is written down for it, if one is, where, and its short address."""

    number: int | None
    place: Place
    short: str = ""


class Ledger(NamedTuple):
    """A ledger of addresses, oldest first, and the redirects of those that moved."""

    rows: Mapping[str, Listed]
    redirects: Register[Redirect]


@dataclass(frozen=True)
class Draft:
    """The guide and what the service that runs it adds, as written: each model beside where it stands.

    A `document` whose facts have mistakes is among no pages, and one whose braces cannot be read has no `calls`.
    `inherited` are the files that the service's own inherits from, the nearest first. `absent` are the keys of the settings
    that name what is not there. `unparsed` holds the text of each file that could not all be read or typed, or nothing where
    there is none.
    """

    configuration: Configuration
    today: date
    editing: bool
    settings: Settings
    settings_data: Data
    inherited: tuple[Data, ...]
    absent: frozenset[str]
    documents: tuple[Document, ...]
    calls: tuple[tuple[Document, tuple[Call, ...]], ...]
    practices: tuple[tuple[Practice, Document], ...]
    letters: tuple[tuple[Letter, Document], ...]
    modules: tuple[tuple[Module, Document], ...]
    pages: tuple[tuple[Page, Document], ...]
    asks: tuple[Asks, ...]
    registers: tuple[Register[Source], ...]
    regions: Register[Region]
    glossary: Register[Definition]
    rules: Register[Rule]
    steps: Register[LocalStep]
    hidden: Register[Hidden]
    source_text: tuple[SourceText, Data]
    language: Language
    leans: tuple[Leans, Data]
    navigation: tuple[Navigation, Data]
    ledgers: tuple[Ledger, ...]
    changes: tuple[Register[Change], ...]
    signed: Register[Signed]
    unparsed: Mapping[str, str | None]

    def might_define(self, folder: str, name: str, *, own: bool = True) -> bool:
        """Tell whether an unparsed file of `folder` may define `name`, so that nobody is told it is missing.

        `folder` (or file) counts from `docs/`, and from the folder of a service where its `own` files may define it
        too. A register of changes defines nothing.
        """
        files = {
            file: text
            for file, text in self.unparsed.items()
            if file.partition("/")[2].startswith(folder) and not file.endswith(CHANGES)
        }
        return any(
            text is None or name in text for file, text in files.items() if own or is_of_the_guide(file)
        )

    @property
    def latest(self) -> date:
        """The last day that anything can have been done: tomorrow by UTC is today where the sun rises first."""
        return self.today + timedelta(days=1)

    @property
    def own(self) -> Path:
        """The service's folder, which need not be there."""
        return self.configuration.file.parent / self.settings.folder

    @property
    def is_american(self) -> bool:
        """Whether the service may spell so, or where a file of its settings could not be read, might."""
        told = {data.file for data in (self.settings_data, *self.inherited)}
        return self.settings.spelling == "american" or not told.isdisjoint(self.unparsed)

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """The sources by their ids."""
        return {source.id: source for sources, _ in self.registers for source in sources.values()}

    @property
    def unparsed_pages(self) -> tuple[str, ...]:
        """The paths of the pages that could not be read or typed."""
        paths = (file.partition("/")[2].removesuffix(".md") for file in self.unparsed)
        return tuple(path for path in paths if kind_of(path))

    @cached_property
    def sides(self) -> Mapping[str, Side]:
        """The side of every practice by its path, also of those with mistakes."""
        unparsed = (path for path in self.unparsed_pages if kind_of(path) is PRACTICE)
        paths = (*unparsed, *by_path(self.practices))
        return {path: side for path in paths for side in SIDES if path.startswith(side)}

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The digits of every number of the guide's crisis contacts."""
        ways = (way.to for r in self.regions.entries.values() for c in r.contacts for way in c.reach)
        return frozenset("".join(filter(str.isdigit, number)) for number in ways)

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """The digest of each text that a reviewer signs, by its path."""
        signed: tuple[tuple[Reviewed, Document], ...] = (*self.practices, *self.letters, *self.modules)
        return {page.path: text_digest(page) for page, _ in signed}

    @cached_property
    def stand_ins(self) -> Mapping[str, str]:
        """The page that stands in for each that the service hides."""
        return {item.page: item.to for item in self.hidden.entries.values()}


def by_path(written: Iterable[tuple[P, Document]]) -> dict[str, P]:
    """Return the pages alone, by their paths."""
    return {page.path: page for page, _ in written}


def is_of_the_guide(file: str) -> bool:
    """Tell whether `file` is one of the guide's own, and not of the service that runs it."""
    return file.startswith("docs/")
