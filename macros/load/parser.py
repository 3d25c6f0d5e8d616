"""Reads and types every file of the guide, and of the practice that runs it. What it means is checked later."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from ..course import Module, ModuleFacts
from ..models import (
    SLUG,
    Change,
    Definition,
    FrontMatter,
    Hidden,
    Language,
    Letter,
    LetterFacts,
    LocalStep,
    Page,
    PageFacts,
    Practice,
    Redirect,
    Region,
    Source,
    SourceText,
)
from ..problems import Place, Problem, Problems
from .calls import ANATOMY, calls
from .configuration import Configuration
from .draft import CHANGES, Draft, Ledger, Register, kind
from .fields import build, build_list
from .files import OF_A_PRACTICE, OF_THE_GUIDE, pages_in
from .local import check_name
from .registers import read_ledger
from .settings import absent, read_settings
from .text import Data, Document, read, split
from .text import parse as parse_yaml

M = TypeVar("M", bound=BaseModel)
_ADDRESS = re.compile(rf"(?:{SLUG}/)*{SLUG}")
_PAGES = set(ANATOMY) - {"practice", "letter", "module"}  # the kinds that have no facts of their own


def parse(docs: Path, told: Configuration, today: date, *, editing: bool) -> tuple[Draft, list[Problem]]:
    """Read the guide below `docs` and what a practice was `told` to add; return what could not be read or typed, too.

    While someone is `editing`, the copies that an editor keeps beside a file are no problem.
    """
    problems = Problems()
    settings, settings_data = read_settings(told, problems)
    parser = _Parser(docs, told.file.parent / settings.folder, problems, editing)
    # What the practice's file may name as a logo is not known where that file could not be read.
    strays = Problems() if told.file.name in problems.unparsed else problems
    logo = {posixpath.normpath(settings.logo)} if settings.logo else frozenset()
    documents = (
        *parser.documents(docs, "docs", OF_THE_GUIDE, problems),
        *parser.documents(parser.own, parser.own.name, OF_A_PRACTICE | logo, strays),
    )
    draft = Draft(
        told=told,
        today=today,
        editing=editing,
        settings=settings,
        settings_data=settings_data,
        absent=absent(told, settings, settings_data),
        documents=documents,
        calls=tuple(
            (document, found)
            for document in documents
            if (found := calls(document, kind(document.path), problems)) is not None
        ),
        practices=tuple((practice, d) for d in documents if (practice := parser.practice(d))),
        letters=tuple((letter, d) for d in documents if (letter := parser.letter(d))),
        modules=tuple((module, d) for d in documents if (module := parser.module(d))),
        pages=tuple((page, d) for d in documents if (page := parser.page(d))),
        registers=(
            parser.register(Source, parser.data("sources.yml"), "sources"),
            parser.register(Source, parser.own_data("sources.yml"), "sources"),
        ),
        regions=parser.register(Region, parser.data("contacts.yml"), "regions"),
        glossary=parser.register(Definition, parser.data("glossary.yml"), "terms"),
        steps=parser.register(LocalStep, parser.own_data("steps.yml"), "steps"),
        hidden=parser.register(Hidden, parser.own_data("hidden.yml"), "hidden pages"),
        source_text=parser.source_text(),
        language=parser.language(),
        ledgers=(parser.ledger(docs, "docs"), parser.ledger(parser.own, parser.own.name)),
        changes=tuple(parser.changes()),
        unparsed=problems.unparsed,
    )
    return draft, problems.found


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
            if self._is_addressable(path, name):
                text = read(folder / path, f"{name}/{path}", self.problems)
                path = path.removesuffix(".md")
                document = None if text is None else split(text, path, f"{name}/{path}.md", self.problems)
                if document:
                    yield document

    def _is_addressable(self, name: str, folder: str) -> bool:
        path, place = name.removesuffix(".md"), Place(f"{folder}/{name}")
        if path == name or not _ADDRESS.fullmatch(path):
            self.problems.add(place, "EW006", path=name)
        elif not kind(path):
            self.problems.add(place, "EW005", path=path)
        else:
            self.problems.found += check_name(path.rpartition("/")[2], place, own=folder != "docs")
            return True
        return False

    def practice(self, document: Document) -> Practice | None:
        matter = self._facts(FrontMatter, document, {"practice"})
        return None if matter is None else Practice(path=document.path, body=document.body, **dict(matter))

    def letter(self, document: Document) -> Letter | None:
        facts = self._facts(LetterFacts, document, {"letter"})
        if facts is None:
            return None
        return Letter.model_validate(
            {**facts.model_dump(by_alias=True), "path": document.path, "body": document.body}
        )

    def module(self, document: Document) -> Module | None:
        facts = self._facts(ModuleFacts, document, {"module"})
        return None if facts is None else Module(path=document.path, body=document.body, **dict(facts))

    def page(self, document: Document) -> Page | None:
        facts = self._facts(PageFacts, document, _PAGES)
        return None if facts is None else Page(path=document.path, body=document.body, **dict(facts))

    def _facts(self, model: type[M], document: Document, kinds: set[str]) -> M | None:
        if kind(document.path) not in kinds:
            return None
        facts = {} if document.data.value is None else document.data.value
        expected = "facts between the lines '---', one 'key: value' on each line"
        return build(model, facts, document.data, self.problems, expected=expected)

    def data(self, name: str) -> Data:
        """Return a file of the guide's data; nothing stands in one that could not be read."""
        called = f"docs/data/{name}"
        text = read(self.docs / "data" / name, called, self.problems)
        return (None if text is None else parse_yaml(text, called, self.problems)) or Data(called)

    def own_data(self, name: str) -> Data:
        """Return a file of the practice's own data; an empty list where it has none."""
        file, called = self.own / "data" / name, f"{self.own.name}/data/{name}"
        text = read(file, called, self.problems) if file.is_file() else None
        return (None if text is None else parse_yaml(text, called, self.problems)) or Data(called, value=[])

    def _typed(self, model: type[M], data: Data, expected: str) -> M | None:
        is_unread = data.file in self.problems.unparsed
        return None if is_unread else build(model, data.value, data, self.problems, expected=expected)

    def register(self, model: type[M], data: Data, expected: str) -> Register[M]:
        is_unread = data.file in self.problems.unparsed
        return Register({} if is_unread else build_list(model, data, self.problems, expected), data)

    def language(self) -> Language:
        typed = self._typed(Language, self.data("search.yml"), "the keys stop, short, urgent and outside")
        return typed or Language()

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
        """Return the register of the guide, and of a practice that keeps one."""
        kept = (self.own / CHANGES).is_file()
        for data in (self.data("reviews.yml"), *([self.own_data("reviews.yml")] if kept else ())):
            yield self.register(Change, data, "days on which pages changed")
