"""Reads `docs/` into one typed guide, and collects every problem of every file on the way."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from ..guide import Guide
from ..models import SIDES, SLUG, FrontMatter, Page, PageFacts, Practice, Redirect, Region, Source, SourceText
from ..problems import KINDS, Place, Problems, ProblemsFoundError
from .calls import calls, check_anatomy
from .evidence import check_citations, check_register, check_steps
from .fields import build, build_list
from .links import Everything, check_crosslinks, check_exceptions, check_text_links, headings, places_on
from .practice import check_ids, check_practice
from .prose import check_prose
from .registers import check_identity, check_regions, check_source_text, read_ledger
from .text import Data, Document, parse, read, split

M = TypeVar("M", bound=BaseModel)
_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd"})  # as MkDocs has it
_ADDRESS = re.compile(rf"(?:{SLUG}/)*{SLUG}")


def load(docs: Path, *, address: str, regions: Sequence[str] = (), today: date) -> Guide:
    """Read the guide below `docs`.

    `address` is where it will be published, `regions` the ids of those whose contacts are printed (all, when empty).
    Raises ProblemsFoundError, which lists every mistake of every file, unless there are none.
    """
    problems = Problems()
    guide = _Reader(docs, today, problems).guide(address, [str(region) for region in regions])
    if len(problems):
        raise ProblemsFoundError(problems)
    return guide


@dataclass
class _Reader:
    docs: Path
    today: date
    problems: Problems

    def guide(self, address: str, chosen: Sequence[str]) -> Guide:
        documents = self._documents()
        written = [(p, d) for d in documents if _kind(d.path) == "practice" and (p := self._practice(d))]
        pages = [page for d in documents if _kind(d.path) != "practice" and (page := self._page(d))]
        practices = {practice.path: practice for practice, _ in written}
        sources = self._sources()
        places = self._places(practices, pages)
        sides = {
            path: side
            for path in places
            if _kind(path) == "practice"
            for side in SIDES
            if path.startswith(side)
        }
        for practice, document in written:
            check_practice(practice, document.data, self.today, self.problems)
            check_ids(practice, document, self.problems)
            check_steps(practice, document.data, sources, self.problems)
            check_exceptions(practice, document.data, sides, self.problems)
        check_crosslinks(written, sides, self.problems)
        regions = self._regions(sources, chosen)
        numbers = frozenset(
            "".join(filter(str.isdigit, r.to)) for g in regions for c in g.contacts for r in c.reach
        )
        for document in documents:
            check_text_links(document, places, self.problems)
            check_prose(document, numbers, self.problems)
            cited = self._check_calls(document, sources)
            if document.path in practices:
                practices[document.path] = practices[document.path].model_copy(update={"cited": cited})
        ledger, redirects = self._identity(places)
        return Guide(
            address=address,
            practices=practices,
            pages={page.path: page for page in pages},
            sources=sources,
            regions=tuple(region for region in regions if not chosen or region.id in chosen),
            source_text=self._source_text(written, sources),
            ledger=ledger,
            redirects=redirects,
        )

    def _documents(self) -> list[Document]:
        documents = []
        for file in sorted(file for file in self.docs.rglob("*") if file.suffix.lower() in _MARKDOWN):
            name = file.relative_to(self.docs).as_posix()
            if self._is_addressable(name):
                text = read(file, f"docs/{name}", self.problems)
                path = name.removesuffix(".md")
                document = None if text is None else split(text, path, f"docs/{name}", self.problems)
                if document:
                    documents.append(document)
        return documents

    def _is_addressable(self, name: str) -> bool:
        path = name.removesuffix(".md")
        if path == name or not _ADDRESS.fullmatch(path):
            self.problems.add(Place(f"docs/{name}"), "EW006", path=name)
        elif not _kind(path):
            self.problems.add(Place(f"docs/{name}"), "EW005", path=path)
        else:
            return True
        return False

    def _practice(self, document: Document) -> Practice | None:
        matter = self._facts(FrontMatter, document)
        return None if matter is None else Practice(path=document.path, body=document.body, **dict(matter))

    def _page(self, document: Document) -> Page | None:
        facts = self._facts(PageFacts, document)
        return None if facts is None else Page(path=document.path, body=document.body, **dict(facts))

    def _facts(self, model: type[M], document: Document) -> M | None:
        facts = {} if document.data.value is None else document.data.value
        expected = "facts between the lines '---', one 'key: value' on each line"
        return build(model, facts, document.data, self.problems, expected=expected)

    def _places(self, practices: Mapping[str, Practice], pages: Iterable[Page]) -> dict[str, frozenset[str]]:
        doubtful = [name.removeprefix("docs/").removesuffix(".md") for name in self.problems.doubtful]
        places: dict[str, frozenset[str]] = {path: Everything() for path in doubtful if _kind(path)}
        places |= {page.path: headings(page.body) | _made_on(page.path, practices) for page in pages}
        return places | {path: places_on(practice) for path, practice in practices.items()}

    def _check_calls(self, document: Document, sources: Mapping[str, Source]) -> tuple[str, ...]:
        """Return the sources that the text cites."""
        kind = _kind(document.path)
        found = calls(document, kind, self.problems)
        if found is None:
            return ()
        check_anatomy(document, kind, found, self.problems)
        check_citations(document, found, sources, self.problems)
        return tuple(id_ for call in found if call.name == "cite" for id_ in call.args)

    def _data(self, name: str) -> Data | None:
        text = read(self.docs / "data" / name, f"docs/data/{name}", self.problems)
        return None if text is None else parse(text, f"docs/data/{name}", self.problems)

    def _sources(self) -> dict[str, Source]:
        data = self._data("sources.yml")
        if data is None:
            return {}
        found = build_list(Source, data, self.problems, "sources")
        check_register(found, data, self.problems)
        return {source.id: source for source in found.values()}

    def _regions(self, sources: Mapping[str, Source], chosen: Sequence[str]) -> tuple[Region, ...]:
        data = self._data("contacts.yml")
        if data is None:
            return ()
        regions = build_list(Region, data, self.problems, "regions")
        check_regions(regions, chosen, data, sources, self.today, self.problems)
        return tuple(regions.values())

    def _source_text(
        self, written: Iterable[tuple[Practice, Document]], sources: Mapping[str, Source]
    ) -> SourceText:
        data = self._data("source-text.yml")
        expected = "the keys lines, clashes and noise"
        text = None if data is None else build(SourceText, data.value, data, self.problems, expected=expected)
        if data is None or text is None:
            return SourceText(lines=())
        check_source_text(text, data, written, sources, self.problems)
        return text

    def _identity(self, places: Mapping[str, frozenset[str]]) -> tuple[tuple[str, ...], tuple[Redirect, ...]]:
        name = "docs/data/ledger.txt"
        data = self._data("redirects.yml") or Data("docs/data/redirects.yml", value=[])
        redirects = build_list(Redirect, data, self.problems, "redirects")
        text = read(self.docs / "data" / "ledger.txt", name, self.problems)
        ledger = {} if text is None else read_ledger(text, name, self.problems)
        check_identity(ledger, redirects, data, places, self.problems)
        return tuple(ledger), tuple(redirects.values())


def _made_on(path: str, practices: Mapping[str, Practice]) -> frozenset[str]:
    """Return the ids that the words of a page make: a hub's phases, the kinds of problem."""
    if path == "reference/problems":
        return frozenset(kind.anchor for kind in KINDS.values())
    return frozenset(p.phase for p in practices.values() if path == f"{p.side}/index")


def _kind(path: str) -> str:
    """Return which kind of page lives at `path`, or nothing where no page may."""
    folder, _, name = path.rpartition("/")
    if path == "index":
        return "home"
    if folder in SIDES:
        return "hub" if name == "index" else "practice"
    return "reference" if folder == "reference" else ""
