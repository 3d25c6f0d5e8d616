"""Reads `docs/`, and what a practice adds to it, into one typed guide, and collects every problem on the way."""

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from ..course import COURSE, COURSE_PAGES, Module, ModuleFacts
from ..glossary import GLOSSARY
from ..guide import SOURCES, Guide, Reviewed, entry, text_digest
from ..models import (
    SIDES,
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
    Side,
    Source,
    SourceText,
    is_local,
)
from ..problems import KINDS, Place, Problems, ProblemsFoundError
from ..settings import DECISIONS, Settings, every_setting, slug
from .asks import ASKS, check_asks, read_asks
from .calls import ANATOMY, calls, check_anatomy
from .content import check_authorities, check_depth, check_parts, check_safety
from .course import MODULE_PARTS, check_module, with_what_is_shown
from .evidence import Sources, check_basis, check_citations, check_register, words_of
from .fields import build, build_list
from .files import OF_A_PRACTICE, OF_THE_GUIDE, pages_in
from .glossary import check_glossary
from .letters import LETTER_PARTS, check_letter
from .links import Everything, check_crosslinks, check_exceptions, check_text_links, headings, places_on
from .local import check_hidden, check_local_steps, check_name, rewritten, with_steps, without
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

M = TypeVar("M", bound=BaseModel)
P = TypeVar("P", Letter, Page)
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
        practices = {p.path: p for d in self._of("practice", documents) if (p := self._practice(d))}
        letters = {letter.path: letter for d in self._of("letter", documents) if (letter := self._letter(d))}
        modules = {module.path: module for d in self._of("module", documents) if (module := self._module(d))}
        pages = {page.path: page for d in self._of("page", documents) if (page := self._page(d))}
        registers = self._registers()
        sources = self._sources(registers)
        regions = self._regions(sources)
        hidden = self._hidden(practices, letters)
        asks = self._asks([*practices, *letters])
        numbers = frozenset(_digits(way.to) for r in regions for c in r.contacts for way in c.reach)
        for data in registers:
            american = self._is_american and not data.file.startswith("docs/")
            check_facts(data, numbers, self.problems, american=american, keys=SAYS)
        steps = self._steps(practices, hidden, sources, numbers)
        places = self._places({path: with_steps(p, steps) for path, p in practices.items()}, letters, pages)
        places |= {path: frozenset(module.ids) | MODULE_PARTS for path, module in modules.items()}
        glossary = self._glossary(practices, sources, numbers)
        language = self._language()
        if GLOSSARY in places:
            places[GLOSSARY] |= {term.id for term in glossary}
        sides = {
            path: side
            for path in places
            if _kind(path) == "practice"
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
        cited = self._check_texts(documents, places, sources, numbers)
        source_text = self._source_text(written, sources)
        listed = places.get(SOURCES, frozenset()) | set(map(entry, sources.stated))
        ledger, redirects = self._identity({**places, SOURCES: listed})
        shown = {
            path: with_steps(p.model_copy(update={"cited": cited[path]}), steps)
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
        )

    def _documents(self, folder: Path, name: str, known: frozenset[str], strays: Problems) -> list[Document]:
        documents = []
        for path in pages_in(folder, name, known, strays, editing=self.editing):
            if self._is_addressable(path, name):
                text = read(folder / path, f"{name}/{path}", self.problems)
                path = path.removesuffix(".md")
                document = None if text is None else split(text, path, f"{name}/{path}.md", self.problems)
                if document:
                    documents.append(document)
        return documents

    def _is_addressable(self, name: str, folder: str) -> bool:
        path, place = name.removesuffix(".md"), Place(f"{folder}/{name}")
        if path == name or not _ADDRESS.fullmatch(path):
            self.problems.add(place, "EW006", path=name)
        elif not _kind(path):
            self.problems.add(place, "EW005", path=path)
        else:
            check_name(path.rpartition("/")[2], place, self.problems, own=folder != "docs")
            return True
        return False

    def _of(self, kind: str, documents: Iterable[Document]) -> list[Document]:
        facts = {"practice", "letter", "module"}  # which have facts of their own
        kinds = facts & {kind} or set(ANATOMY) - facts
        return [document for document in documents if _kind(document.path) in kinds]

    def _practice(self, document: Document) -> Practice | None:
        matter = self._facts(FrontMatter, document)
        return None if matter is None else Practice(path=document.path, body=document.body, **dict(matter))

    def _letter(self, document: Document) -> Letter | None:
        facts = self._facts(LetterFacts, document)
        if facts is None:
            return None
        return Letter.model_validate(
            {**facts.model_dump(by_alias=True), "path": document.path, "body": document.body}
        )

    def _module(self, document: Document) -> Module | None:
        facts = self._facts(ModuleFacts, document)
        return None if facts is None else Module(path=document.path, body=document.body, **dict(facts))

    def _page(self, document: Document) -> Page | None:
        facts = self._facts(PageFacts, document)
        return None if facts is None else Page(path=document.path, body=document.body, **dict(facts))

    def _facts(self, model: type[M], document: Document) -> M | None:
        facts = {} if document.data.value is None else document.data.value
        if isinstance(facts, dict) and model in (FrontMatter, LetterFacts) and "asks" in facts:
            folder = document.path.partition("/")[0]
            file = f"{document.data.file.partition('/')[0]}/data/{ASKS[folder]}"
            self.problems.add(document.data.at("asks"), "EW126", file=file)
            facts = {key: value for key, value in facts.items() if key != "asks"}
        expected = "facts between the lines '---', one 'key: value' on each line"
        return build(model, facts, document.data, self.problems, expected=expected)

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

    def _places(
        self, practices: Mapping[str, Practice], letters: Mapping[str, Letter], pages: Mapping[str, Page]
    ) -> dict[str, frozenset[str]]:
        doubtful = [name.partition("/")[2].removesuffix(".md") for name in self.problems.doubtful]
        places: dict[str, frozenset[str]] = {path: Everything() for path in doubtful if _kind(path)}
        places |= {path: headings(page.body) | _made_on(path, practices) for path, page in pages.items()}
        places |= {path: headings(letter.body) | LETTER_PARTS for path, letter in letters.items()}
        return places | {path: places_on(practice) for path, practice in practices.items()}

    def _check_texts(
        self,
        documents: Iterable[Document],
        places: Mapping[str, frozenset[str]],
        sources: Sources,
        numbers: frozenset[str],
    ) -> dict[str, tuple[str, ...]]:
        """Return the sources that each text cites."""
        cited = {}
        for document in documents:
            american = self._is_american and not document.data.file.startswith("docs/")
            check_text_links(document, places, self.problems)
            check_prose(document, numbers, self.problems, american=american)
            cited[document.path] = self._check_calls(document, sources)
        return cited

    def _check_calls(self, document: Document, sources: Sources) -> tuple[str, ...]:
        kind = _kind(document.path)
        found = calls(document, kind, self.problems)
        if found is None:
            return ()
        check_anatomy(document, kind, found, self.problems)
        check_citations(document, found, sources, self.problems)
        check_authorities(document, found, self.problems)
        return tuple(id_ for call in found if call.name == "cite" for id_ in call.args)

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

    def _asks(self, pages: Collection[str]) -> dict[str, tuple[str, ...]]:
        """Return the ways to ask for each of the `pages`, those that the guide holds and those that the practice adds."""
        found: dict[str, tuple[str, ...]] = dict.fromkeys(pages, ())
        for folder, name in ASKS.items():
            for own, data in ((False, self._data(name)), (True, self._own_data(name))):
                asks = None if data is None else read_asks(folder, data, self.problems)
                if data is not None and asks is not None:
                    here = [p for p in pages if p.startswith(f"{folder}/") and is_local(p) == own]
                    check_asks(asks, data, here, self.problems)
                    found |= asks
        return found

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


def _digits(number: str) -> str:
    return "".join(filter(str.isdigit, number))


def _going_on(page: P, hidden: Mapping[str, str]) -> P:
    return page.model_copy(update={"body": rewritten(page.body, page.path, hidden)})


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


def _kind(path: str) -> str:
    """Return which kind of page lives at `path`, or nothing where no page may."""
    folder, _, name = path.rpartition("/")
    if path == "index":
        return "home"
    if folder in SIDES:
        return "hub" if name == "index" else "practice"
    if folder == COURSE:
        return {"index": "course"}.get(name) or (name if name in COURSE_PAGES else "module")
    if folder == "letters":
        return "letters" if name == "index" else "letter"
    return "reference" if folder == "reference" else ""
