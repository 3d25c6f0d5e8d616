"""Reads and types every file of the guide, and of the service that runs it. What it means is checked later."""

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from ..course import Module
from ..models import (
    SLUG,
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
    Shared,
    Signed,
    Source,
    SourceText,
)
from ..problems import Place, Problem, Problems
from ..registry import Kind, kind_of
from .addresses import read_ledger
from .asks import ASKS, HAVE_ASKS, read_asks
from .calls import calls
from .configuration import Configuration
from .draft import CHANGES, Asks, Draft, Ledger, Register
from .fields import build, build_list
from .files import OF_A_SERVICE, OF_THE_GUIDE, pages_in
from .local import check_name
from .logo import is_within, logos_meant
from .settings import absent, are_misnamed, read_settings
from .text import Data, Document, read, split
from .text import parse as parse_yaml

M = TypeVar("M", bound=BaseModel)
W = TypeVar("W", Practice, Letter, Module, Page)
_ADDRESS = re.compile(rf"(?:{SLUG}/)*{SLUG}")


def parse(
    docs: Path, configuration: Configuration, today: date, *, editing: bool
) -> tuple[Draft, list[Problem]]:
    """Read the guide below `docs` and what a service adds; return what could not be read or typed, too.

    While someone is `editing`, the copies that an editor keeps beside a file are no problem.
    """
    problems = Problems()
    settings, settings_data, inherited = read_settings(configuration, problems)
    parser = _Parser(docs, configuration.file.parent / settings.folder, problems, editing)
    rules = parser.register(Rule, parser.data("rules.yml"), "shared rules")
    # What the service's file may name as a logo is not known where that, or one that it inherits from, could not be read
    # or lies under another name, or where it names none of the folder.
    told = (settings_data, *inherited)
    is_read = all(isinstance(data.value, dict) and data.file not in problems.unparsed for data in told)
    is_known = is_read and not are_misnamed(configuration.file, told)
    logo = {posixpath.normpath(settings.logo)} if settings.logo else frozenset()
    strays = problems if is_known and all(map(is_within, logo)) else Problems()
    if settings.logo:
        logo |= logos_meant(settings.logo, parser.own)
    documents = (
        *parser.documents(docs, "docs", OF_THE_GUIDE, problems),
        *parser.documents(parser.own, parser.own.name, OF_A_SERVICE | logo, strays),
    )
    draft = Draft(
        configuration=configuration,
        today=today,
        editing=editing,
        settings=settings,
        settings_data=settings_data,
        inherited=inherited,
        absent=absent(configuration, settings, told[-1]),
        documents=documents,
        calls=tuple(
            (document, found) for document in documents if (found := calls(document, problems)) is not None
        ),
        practices=tuple(_including(rules.entries.values(), parser.written(Practice, documents))),
        letters=tuple(parser.written(Letter, documents)),
        modules=tuple(parser.written(Module, documents)),
        pages=tuple(parser.written(Page, documents)),
        asks=tuple(parser.asks()),
        registers=(
            parser.register(Source, parser.data("sources.yml"), "sources"),
            parser.register(Source, parser.own_data("sources.yml"), "sources"),
        ),
        regions=parser.register(Region, parser.data("contacts.yml"), "regions"),
        glossary=parser.register(Definition, parser.data("glossary.yml"), "terms"),
        rules=rules,
        steps=parser.register(LocalStep, parser.own_data("steps.yml"), "steps"),
        hidden=parser.register(Hidden, parser.own_data("hidden.yml"), "hidden pages"),
        source_text=parser.source_text(),
        language=parser.language(),
        leans=parser.leans(),
        navigation=parser.navigation(),
        ledgers=(parser.ledger(docs, "docs"), parser.ledger(parser.own, parser.own.name)),
        changes=tuple(parser.changes()),
        signed=parser.register(Signed, parser.own_data("signed.yml"), "reviews"),
        unparsed=problems.unparsed,
    )
    return draft, problems.found


def _including(
    rules: Collection[Rule], practices: Iterable[tuple[Practice, Document]]
) -> Iterator[tuple[Practice, Document]]:
    """Return the practices with the rules that they share with others."""
    for practice, document in practices:
        shared = tuple(Shared(id=rule.id, rule=rule.rule) for rule in rules if practice.path in rule.pages)
        yield practice.model_copy(update={"rules": shared}), document


@dataclass(frozen=True)
class _Parser:
    docs: Path
    own: Path
    problems: Problems
    editing: bool

    def documents(
        self, folder: Path, name: str, known: frozenset[str], strays: Problems
    ) -> Iterator[Document]:
        for path in pages_in(folder, name, known, strays, editing=self.editing):
            if kind := self._kind(path, name):
                text = read(folder / path, f"{name}/{path}", self.problems)
                document = None if text is None else split(text, f"{name}/{path}", kind, self.problems)
                if document:
                    yield document

    def _kind(self, name: str, folder: str) -> Kind | None:
        path, place = name.removesuffix(".md"), Place(f"{folder}/{name}")
        if path == name or not _ADDRESS.fullmatch(path):
            self.problems.add(place, "EW006", path=name)
            meant = re.sub("[^a-z0-9/]+", "-", re.sub(r"\.\w+$", "", name).lower())
            file = (self.docs if folder == "docs" else self.own) / name
            # Nobody is told that it is missing, nor what stands in it.
            self.problems.unparsed[f"{folder}/{meant}.md"] = file.read_bytes().decode(errors="replace")
        elif not (kind := kind_of(path)):
            self.problems.add(place, "EW005", path=path)
        else:
            self.problems.found += check_name(path.rpartition("/")[2], place, own=folder != "docs")
            return kind
        return None

    def written(self, model: type[W], documents: Iterable[Document]) -> Iterator[tuple[W, Document]]:
        """Return the pages of the kinds of which a `model` is read, but for those with mistakes in their facts."""
        for document in documents:
            if document.kind.model is model and (facts := self._facts(document)):
                text = {"path": document.path, "body": document.body}
                yield model.model_validate(facts.model_dump(by_alias=True) | text), document

    def _facts(self, document: Document) -> BaseModel | None:
        facts = {} if document.data.value is None else document.data.value
        if isinstance(facts, dict) and document.kind.model in HAVE_ASKS and "asks" in facts:
            file = f"{document.data.file.partition('/')[0]}/data/{ASKS[document.path.partition('/')[0]]}"
            self.problems.add(document.data.at("asks"), "EW126", file=file)
            facts = {key: value for key, value in facts.items() if key != "asks"}
        expected = "facts between the lines '---', one 'key: value' on each line"
        return build(document.kind.facts, facts, document.data, self.problems, expected=expected)

    def data(self, name: str) -> Data:
        """Return a file of the guide's data; nothing stands in one that could not be read."""
        called = f"docs/data/{name}"
        text = read(self.docs / "data" / name, called, self.problems)
        return (None if text is None else parse_yaml(text, called, self.problems)) or Data(called)

    def own_data(self, name: str) -> Data:
        """Return a file of the service's own data; an empty list where it has none."""
        file, called = self.own / "data" / name, f"{self.own.name}/data/{name}"
        text = read(file, called, self.problems) if file.is_file() else None
        return (None if text is None else parse_yaml(text, called, self.problems)) or Data(called, value=[])

    def _typed(self, model: type[M], data: Data, expected: str) -> M | None:
        is_unread = data.file in self.problems.unparsed
        return None if is_unread else build(model, data.value, data, self.problems, expected=expected)

    def register(self, model: type[M], data: Data, expected: str) -> Register[M]:
        is_unread = data.file in self.problems.unparsed
        return Register({} if is_unread else build_list(model, data, self.problems, expected), data)

    def asks(self) -> Iterator[Asks]:
        """Return the ways to ask for the pages of each folder, of the guide and of the service."""
        for folder, name in ASKS.items():
            for data in (self.data(name), self.own_data(name)):
                yield read_asks(folder, data, self.problems)

    def language(self) -> Language:
        typed = self._typed(Language, self.data("search.yml"), "the keys stop, short, urgent and outside")
        return typed or Language()

    def leans(self) -> tuple[Leans, Data]:
        data = self.data("leans.yml")
        return self._typed(Leans, data, "the keys of, danger and own") or Leans(
            of="", danger="", own=""
        ), data

    def navigation(self) -> tuple[Navigation, Data]:
        data = self.data("navigation.yml")
        return self._typed(Navigation, data, "the keys header, footer and lost") or Navigation(), data

    def source_text(self) -> tuple[SourceText, Data]:
        data = self.data("source-text.yml")
        typed = self._typed(SourceText, data, "the keys lines, clashes and noise")
        return typed or SourceText(lines=()), data

    def ledger(self, folder: Path, name: str) -> Ledger:
        data = self.data("redirects.yml") if name == "docs" else self.own_data("redirects.yml")
        redirects = self.register(Redirect, data, "redirects")
        file, called = folder / "data" / "ledger.txt", f"{name}/data/ledger.txt"
        text = read(file, called, self.problems) if name == "docs" or file.is_file() else None
        return Ledger({} if text is None else read_ledger(text, called, self.problems), redirects)

    def changes(self) -> Iterator[Register[Change]]:
        """Return the register of the guide, and of a service that keeps one."""
        kept = (self.own / CHANGES).is_file()
        for data in (self.data("reviews.yml"), *([self.own_data("reviews.yml")] if kept else ())):
            yield self.register(Change, data, "days on which pages changed")
