"""Reads `docs/`, and what a practice adds to it, into one typed guide, and collects every problem on the way."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from ..course import Module
from ..guide import SOURCES, Guide, Reviewed, entry, text_digest
from ..models import (
    SIDES,
    SLUG,
    Change,
    Definition,
    Hidden,
    Language,
    Letter,
    LocalStep,
    Navigation,
    Page,
    Practice,
    Redirect,
    Region,
    Side,
    Source,
    SourceText,
    is_local,
)
from ..problems import Place, Problems, ProblemsFoundError
from ..registry import PRACTICE, Kind, Read, kind_of
from ..settings import Settings
from .asks import ASKS, read_asks
from .calls import Call, calls, check_anatomy
from .content import check_authorities, check_depth, check_parts, check_safety
from .course import check_module, with_what_is_shown
from .evidence import Sources, check_basis, check_citations, check_register, words_of
from .fields import build, build_list
from .files import OF_A_PRACTICE, OF_THE_GUIDE, pages_in
from .glossary import check_glossary
from .letters import check_letter
from .links import Everything, check_crosslinks, check_exceptions, check_text_links, places_on
from .local import check_hidden, check_local_steps, check_name, rewritten, with_steps, without
from .navigation import check_navigation
from .practice import check_ids, check_practice
from .prose import SAYS, check_facts, check_prose
from .registers import (
    Listed,
    brought_up_to_date,
    check_changes,
    check_identity,
    check_numbers,
    check_own_contacts,
    check_regions,
    check_source_text,
    is_chosen,
    read_ledger,
    with_own,
)
from .settings import Configuration, read_settings
from .text import Data, Document, parse, read, split

__all__ = ["Configuration", "load"]

M = TypeVar("M", Practice, Letter, Module, Page)
P = TypeVar("P", Letter, Page)
Called = Mapping[str, tuple[Call, ...] | None]  # by each page, or nothing where its braces cannot be read
_ADDRESS = re.compile(rf"(?:{SLUG}/)*{SLUG}")


def load(docs: Path, told: Configuration, *, today: date, editing: bool = False) -> Guide:
    """Read the guide below `docs`, and what the practice that runs it was `told` to add and to change.

    While someone is `editing` it, a change that is not written down yet is no problem, but one of `today`.

    Raises ProblemsFoundError, which lists every mistake of every file, unless there are none.
    """
    problems = Problems()
    settings, data = read_settings(told, problems)
    guide = _Reader(docs, told, settings, data, today, problems, editing).guide()
    if len(problems):
        raise ProblemsFoundError(problems)
    return guide


@dataclass
class _Reader:
    docs: Path
    told: Configuration
    settings: Settings
    settings_data: Data
    today: date
    problems: Problems
    editing: bool

    @property
    def own(self) -> Path:
        """The practice's folder, which need not be there."""
        return self.told.file.parent / self.settings.folder

    @property
    def _own_files(self) -> frozenset[str]:
        """What the practice's folder may hold beside pages."""
        logo = self.settings.logo
        return OF_A_PRACTICE | ({posixpath.normpath(logo)} if logo else frozenset())

    @property
    def _is_doubtful(self) -> bool:
        """Whether the practice's file could not be read, so that what it says of its folder is not known."""
        return self.told.file.name in self.problems.doubtful

    @property
    def _is_american(self) -> bool:
        """Whether the practice may spell so."""
        return self.settings.spelling == "american" or self._is_doubtful

    def guide(self) -> Guide:
        documents = [
            *self._documents(self.docs, "docs", OF_THE_GUIDE, self.problems),
            # What the practice's file may name as a logo is not known where that file could not be read.
            *self._documents(
                self.own, self.own.name, self._own_files, Problems() if self._is_doubtful else self.problems
            ),
        ]
        practices = self._written(Practice, documents)
        letters = self._written(Letter, documents)
        modules = self._written(Module, documents)
        pages = self._written(Page, documents)
        registers = self._registers()
        sources = self._sources(registers)
        regions = self._regions(sources)
        hidden = self._hidden(practices, letters)
        asks = self._asks([d for d in documents if d.kind.model in (Practice, Letter)])
        numbers = frozenset(_digits(way.to) for r in regions for c in r.contacts for way in c.reach)
        for data in registers:
            american = self._is_american and not data.file.startswith("docs/")
            check_facts(data, numbers, self.problems, american=american, keys=SAYS)
        steps = self._steps(practices, hidden, sources, numbers)
        glossary = self._glossary(practices, sources, numbers)
        language = self._language()
        called = {document.path: calls(document, self.problems) for document in documents}
        whole = {*practices, *letters, *modules, *pages}
        places = self._places(
            (document for document in documents if document.path in whole),
            called,
            Read({path: with_steps(p, steps) for path, p in practices.items()}, modules, glossary),
        )
        sides = {
            path: side
            for path in places
            if kind_of(path) is PRACTICE
            for side in SIDES
            if path.startswith(side)
        }
        written = [(practices[d.path], d) for d in documents if d.path in practices]
        for practice, document in written:
            self._check_practice(practice, document, sides, sources)
        check_crosslinks(written, sides, self.problems)
        for document in documents:
            if document.path in letters:
                letter = letters[document.path]
                check_letter(letter, document.data, sources, sides, self.today, self.problems)
        named = {module.id: module for module in modules.values()}
        for document in documents:
            if module := modules.get(document.path):
                data = document.data
                check_module(module, data, named, practices, sources, self.today, self.problems)
        self._check_texts(documents, called, places, sources, numbers)
        cited = {
            path: tuple(id_ for call in found or () for id_ in call.cited) for path, found in called.items()
        }
        source_text = self._source_text(written, sources)
        listed = places.get(SOURCES, frozenset()) | set(map(entry, sources.stated))
        navigation = self._navigation(places, documents)
        ledger, redirects = self._identity({**places, SOURCES: listed})
        shown = {
            path: with_steps(
                p.model_copy(update={"cited": cited[path], "calls": _names(called[path] or ())}), steps
            )
            for path, p in practices.items()
        }
        taught = {
            path: with_what_is_shown(module, hidden).model_copy(update={"cited": cited[path]})
            for path, module in modules.items()
        }
        tasks = {
            f"{d.path}#{id_}": Place(d.data.file)
            for d in documents
            if d.path in taught
            for id_ in taught[d.path].ids
        }
        check_numbers(ledger, tasks, self.problems, editing=self.editing)
        return Guide(
            address=self.told.address,
            settings=self.settings,
            practices=without(hidden, shown),
            letters={
                path: _going_on(letter.model_copy(update={"cited": cited[path]}), hidden)
                for path, letter in letters.items()
                if path not in hidden
            },
            modules=taught,
            pages={path: _going_on(page, hidden) for path, page in pages.items()},
            asks=asks,
            sources=sources,
            regions=with_own((r for r in regions if is_chosen(self.settings, r)), self.settings.contacts),
            source_text=source_text,
            ledger={row: listed.number for row, listed in ledger.items()},
            redirects=redirects,
            hidden=hidden,
            glossary=glossary,
            additions=dict(self._additions(documents)),
            changes=self._changes((*practices.values(), *letters.values(), *modules.values())),
            language=language,
            navigation=navigation,
        )

    def _documents(self, folder: Path, name: str, known: frozenset[str], strays: Problems) -> list[Document]:
        documents = []
        for path in pages_in(folder, name, known, strays, editing=self.editing):
            if kind := self._kind(path, name):
                text = read(folder / path, f"{name}/{path}", self.problems)
                document = None if text is None else split(text, f"{name}/{path}", kind, self.problems)
                if document:
                    documents.append(document)
        return documents

    def _kind(self, name: str, folder: str) -> Kind | None:
        path, place = name.removesuffix(".md"), Place(f"{folder}/{name}")
        if path == name or not _ADDRESS.fullmatch(path):
            self.problems.add(place, "EW006", path=name)
        elif not (kind := kind_of(path)):
            self.problems.add(place, "EW005", path=path)
        else:
            check_name(path.rpartition("/")[2], place, self.problems, own=folder != "docs")
            return kind
        return None

    def _written(self, model: type[M], documents: Iterable[Document]) -> dict[str, M]:
        """Return the pages of the kinds of which a `model` is read, by their paths, but for those with mistakes in their facts."""
        found = {}
        for document in documents:
            if document.kind.model is model and (facts := self._facts(document)):
                text = {"path": document.path, "body": document.body}
                found[document.path] = model.model_validate(facts.model_dump(by_alias=True) | text)
        return found

    def _facts(self, document: Document) -> BaseModel | None:
        value = {} if document.data.value is None else document.data.value
        if isinstance(value, dict) and document.kind.model in (Practice, Letter) and "asks" in value:
            folder = document.path.partition("/")[0]
            file = f"{document.data.file.partition('/')[0]}/data/{ASKS[folder]}"
            self.problems.add(document.data.at("asks"), "EW126", file=file)
            value = {key: inner for key, inner in value.items() if key != "asks"}
        expected = "facts between the lines '---', one 'key: value' on each line"
        return build(document.kind.facts, value, document.data, self.problems, expected=expected)

    def _check_practice(
        self, practice: Practice, document: Document, sides: Mapping[str, Side], sources: Sources
    ) -> None:
        data = document.data
        check_practice(practice, data, self.today, self.problems)
        check_safety(practice, data, self.problems)
        check_depth(practice, document, self.problems)
        check_parts(practice, data, self.problems)
        check_ids(practice, document, self.problems)
        check_exceptions(practice, data, sides, self.problems)
        for index, step in enumerate(practice.checklist.steps):
            at = ("checklist", "steps", index)
            check_basis(step.id, words_of(step), step.sources, data, at, sources, self.problems)

    def _places(self, written: Iterable[Document], called: Called, read: Read) -> dict[str, frozenset[str]]:
        doubtful = [name.partition("/")[2].removesuffix(".md") for name in self.problems.doubtful]
        places: dict[str, frozenset[str]] = {path: Everything() for path in doubtful if kind_of(path)}
        for document in written:
            found = called[document.path]
            names = None if found is None else _names(found)
            places[document.path] = places_on(document, names, read)
        return places

    def _check_texts(
        self,
        documents: Iterable[Document],
        called: Called,
        places: Mapping[str, frozenset[str]],
        sources: Sources,
        numbers: frozenset[str],
    ) -> None:
        for document in documents:
            american = self._is_american and not document.data.file.startswith("docs/")
            check_text_links(document, places, self.problems)
            check_prose(document, numbers, self.problems, american=american)
            found = called[document.path]
            if found is not None:
                check_anatomy(document, found, self.problems)
                check_citations(document, found, sources, self.problems)
                check_authorities(document, found, self.problems)

    def _data(self, name: str) -> Data | None:
        text = read(self.docs / "data" / name, f"docs/data/{name}", self.problems)
        return None if text is None else parse(text, f"docs/data/{name}", self.problems)

    def _own_data(self, name: str) -> Data:
        """Return a file of the practice's own data; an empty list where it has none."""
        file, called = self.own / "data" / name, f"{self.own.name}/data/{name}"
        text = read(file, called, self.problems) if file.is_file() else None
        return (None if text is None else parse(text, called, self.problems)) or Data(called, value=[])

    def _registers(self) -> list[Data]:
        found = (self._data("sources.yml"), self._own_data("sources.yml"))
        return [data for data in found if data is not None]

    def _sources(self, registers: Iterable[Data]) -> Sources:
        found = Sources()
        for data in registers:
            listed = build_list(Source, data, self.problems, "sources")
            check_register(listed, data, self.problems)
            for index, source in listed.items():
                place = data.at(index, "id")
                check_name(source.id, place, self.problems, own=not data.file.startswith("docs/"))
                found[source.id], found.places[source.id] = source, place
        return found

    def _regions(self, sources: Sources) -> tuple[Region, ...]:
        data = self._data("contacts.yml")
        regions = {} if data is None else build_list(Region, data, self.problems, "regions")
        if data:
            check_regions(regions, data, sources, self.today, self.problems)
        found = tuple(regions.values())
        check_own_contacts(self.settings, found, self.settings_data, self.today, self.problems)
        return found

    def _glossary(
        self, practices: Mapping[str, Practice], sources: Sources, numbers: frozenset[str]
    ) -> tuple[Definition, ...]:
        data = self._data("glossary.yml")
        glossary = {} if data is None else build_list(Definition, data, self.problems, "terms")
        if data:
            check_glossary(glossary, data, (p.body for p in practices.values()), sources, self.problems)
            check_facts(data, numbers, self.problems, american=False)
        return tuple(glossary.values())

    def _language(self) -> Language:
        data = self._data("search.yml")
        expected = "the keys stop, short, urgent and outside"
        if data is None:
            return Language()
        return build(Language, data.value, data, self.problems, expected=expected) or Language()

    def _navigation(self, places: Iterable[str], documents: Sequence[Document]) -> Navigation:
        data = self._data("navigation.yml")
        expected = "the keys header, footer and lost"
        if data is None or not (
            found := build(Navigation, data.value, data, self.problems, expected=expected)
        ):
            return Navigation()
        pages = [path for path in places if (kind := kind_of(path)) and kind.model is Page]
        check_navigation(found, data, pages, documents, self.problems)
        return found

    def _steps(
        self,
        practices: Mapping[str, Practice],
        hidden: Mapping[str, str],
        sources: Sources,
        numbers: frozenset[str],
    ) -> tuple[LocalStep, ...]:
        data = self._own_data("steps.yml")
        steps = build_list(LocalStep, data, self.problems, "steps")
        check_local_steps(steps, data, practices, hidden, self.problems)
        check_facts(data, numbers, self.problems, american=self._is_american)
        for index, step in steps.items():
            check_basis(step.id, words_of(step), step.sources, data, (index,), sources, self.problems)
        return tuple(steps.values())

    def _hidden(self, practices: Mapping[str, Practice], letters: Mapping[str, Letter]) -> dict[str, str]:
        data = self._own_data("hidden.yml")
        hidden = build_list(Hidden, data, self.problems, "hidden pages")
        check_hidden(hidden, data, practices, letters, self.problems)
        return {item.page: item.to for item in hidden.values()}

    def _asks(self, pages: Iterable[Document]) -> dict[str, tuple[str, ...]]:
        """Return the ways to ask for each of the `pages`, those that the guide holds and those that the practice adds."""
        asks: dict[str, tuple[str, ...]] = {}
        for folder, name in ASKS.items():
            for data in (self._data(name), self._own_data(name)):
                asks |= {} if data is None else read_asks(folder, data, pages, self.problems)
        return asks

    def _source_text(self, written: Iterable[tuple[Practice, Document]], sources: Sources) -> SourceText:
        data = self._data("source-text.yml")
        expected = "the keys lines, clashes and noise"
        text = None if data is None else build(SourceText, data.value, data, self.problems, expected=expected)
        if data is None or text is None:
            return SourceText(lines=())
        check_source_text(text, data, written, sources, self.problems)
        return text

    def _identity(
        self, places: Mapping[str, frozenset[str]]
    ) -> tuple[dict[str, Listed], tuple[Redirect, ...]]:
        """Return what both ledgers say of each address, and where those that moved went."""
        rows: dict[str, Listed] = {}
        moved: list[Redirect] = []
        for folder, name in ((self.docs, "docs"), (self.own, self.own.name)):
            data = self._data("redirects.yml") if name == "docs" else self._own_data("redirects.yml")
            data = data or Data("docs/data/redirects.yml", value=[])
            redirects = build_list(Redirect, data, self.problems, "redirects")
            file, called = folder / "data" / "ledger.txt", f"{name}/data/ledger.txt"
            text = read(file, called, self.problems) if name == "docs" or file.is_file() else None
            ledger = {} if text is None else read_ledger(text, called, self.problems)
            check_identity(ledger, redirects, data, places, self.problems)
            rows |= ledger
            moved += redirects.values()
        return rows, tuple(moved)

    def _changes(self, pages: Iterable[Reviewed]) -> tuple[Change, ...]:
        """Return when each page last changed, as the guide has it and as a practice has it that keeps a register."""
        digests = {page.path: text_digest(page) for page in pages}
        kept = (self.own / "data" / "reviews.yml").is_file()
        registers = []
        for data in (self._data("reviews.yml"), self._own_data("reviews.yml") if kept else None):
            if data is not None:
                rows = build_list(Change, data, self.problems, "days on which pages changed")
                own = not data.file.startswith("docs/")
                registers.append((rows, data, {p: d for p, d in digests.items() if is_local(p) == own}))
        if not self.editing:
            check_changes(registers, self.today, self.problems)
        return tuple(
            change
            for rows, _, here in registers
            for change in brought_up_to_date(rows.values(), here, self.today)
        )

    def _additions(self, documents: Iterable[Document]) -> Iterator[tuple[str, Path]]:
        """Return what the practice adds to the files of the site, by their addresses there."""
        for document in documents:
            if is_local(document.path):
                yield f"{document.path}.md", self.own / f"{document.path}.md"
        if self.settings.logo:
            yield f"assets/logo{Path(self.settings.logo).suffix}", self.own / self.settings.logo


def _names(found: Iterable[Call]) -> tuple[str, ...]:
    return tuple(call.name for call in found)


def _digits(number: str) -> str:
    return "".join(filter(str.isdigit, number))


def _going_on(page: P, hidden: Mapping[str, str]) -> P:
    return page.model_copy(update={"body": rewritten(page.body, page.path, hidden)})
