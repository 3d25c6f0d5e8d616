"""Reads `docs/` into one typed guide, and collects every problem of every file on the way."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from ..guide import Guide
from ..models import SIDES, SLUG, FrontMatter, Page, Practice, Redirect, Region, Source, SourceText
from ..problems import Place, Problems, ProblemsFoundError
from .calls import calls, check_anatomy
from .evidence import check_citations, check_register, check_steps
from .fields import build, build_list
from .links import PARTS, check_crosslinks, check_exceptions, check_text_links, headings
from .practice import check_practice
from .prose import check_prose
from .registers import check_identity, check_regions, check_source_text, read_ledger
from .text import Data, Document, parse, read, split

M = TypeVar("M", bound=BaseModel)
_ADDRESS = re.compile(rf"(?:{SLUG}/)*{SLUG}")


def load(docs: Path, *, address: str, regions: Sequence[str] = (), today: date) -> Guide:
    """Read the guide below `docs`.

    `address` is where it will be published, `regions` the ids of those whose contacts are printed (all, when empty).
    Raises ProblemsFoundError, which lists every mistake of every file, unless there are none.
    """
    problems = Problems()
    guide = _Reader(docs, today, problems).guide(address, regions)
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
        places: dict[str, frozenset[str]] = {d.path: frozenset() for d in documents}
        places |= {page.path: headings(page.body) for page in pages}
        places |= {p.path: frozenset({*p.ids, *headings(p.body)}) | PARTS for p in practices.values()}
        for practice, document in written:
            check_practice(practice, document.data, self.today, self.problems)
            check_steps(practice, document.data, sources, self.problems)
            check_exceptions(practice, document.data, practices, self.problems)
        for document in documents:
            check_text_links(document, places, self.problems)
        check_crosslinks(written, practices, self.problems)
        known = self._regions(sources, chosen)
        numbers = frozenset(
            "".join(filter(str.isdigit, r.to)) for g in known for c in g.contacts for r in c.reach
        )
        for document in documents:
            check_prose(document, numbers, self.problems)
            found = calls(document, _kind(document.path), self.problems)
            check_citations(document, found, sources, self.problems)
            if _kind(document.path) == "practice":
                check_anatomy(document, found, self.problems)
            if document.path in practices:
                cited = tuple(id_ for call in found if call.name == "cite" for id_ in call.args)
                practices[document.path] = practices[document.path].model_copy(update={"cited": cited})
        ledger, redirects = self._identity(places)
        return Guide(
            address=address,
            practices=practices,
            pages={page.path: page for page in pages},
            sources=sources,
            regions=tuple(region for region in known if not chosen or region.id in chosen),
            source_text=self._source_text(written, sources),
            ledger=ledger,
            redirects=redirects,
        )

    def _documents(self) -> list[Document]:
        documents = []
        for file in sorted(self.docs.rglob("*.md")):
            path = file.relative_to(self.docs).with_suffix("").as_posix()
            if self._is_addressable(path):
                name = f"docs/{path}.md"
                text = read(file, name, self.problems)
                document = None if text is None else split(text, path, name, self.problems)
                if document:
                    documents.append(document)
        return documents

    def _is_addressable(self, path: str) -> bool:
        place = Place(f"docs/{path}.md")
        if not _ADDRESS.fullmatch(path):
            self.problems.add(place, "EW006", path=path)
        elif not _kind(path):
            self.problems.add(place, "EW005", path=path)
        else:
            return True
        return False

    def _practice(self, document: Document) -> Practice | None:
        matter = build(FrontMatter, document.data.value or {}, document.data, self.problems)
        if matter is None:
            return None
        return Practice(path=document.path, body=document.body, **dict(matter))

    def _page(self, document: Document) -> Page | None:
        page = build(Page, document.data.value or {}, document.data, self.problems)
        return page and page.model_copy(update={"path": document.path, "body": document.body})

    def _data(self, name: str) -> Data:
        text = read(self.docs / "data" / name, f"docs/data/{name}", self.problems)
        data = None if text is None else parse(text, f"docs/data/{name}", self.problems)
        return data or Data(f"docs/data/{name}", value=[])

    def _sources(self) -> dict[str, Source]:
        data = self._data("sources.yml")
        found = build_list(Source, data, self.problems, "sources")
        check_register(enumerate(found), data, self.problems)
        return {source.id: source for source in found}

    def _regions(self, sources: dict[str, Source], chosen: Sequence[str]) -> tuple[Region, ...]:
        data = self._data("contacts.yml")
        regions = build_list(Region, data, self.problems, "regions")
        check_regions(regions, chosen, data, sources, self.today, self.problems)
        return regions

    def _source_text(
        self, written: list[tuple[Practice, Document]], sources: dict[str, Source]
    ) -> SourceText:
        data = self._data("source-text.yml")
        text = build(SourceText, data.value, data, self.problems) or SourceText(lines=())
        check_source_text(text, data, written, sources, self.problems)
        return text

    def _identity(self, places: dict[str, frozenset[str]]) -> tuple[tuple[str, ...], tuple[Redirect, ...]]:
        name = "docs/data/ledger.txt"
        data = self._data("redirects.yml")
        redirects = build_list(Redirect, data, self.problems, "redirects")
        text = read(self.docs / "data" / "ledger.txt", name, self.problems)
        ledger = () if text is None else read_ledger(text, name, self.problems)
        check_identity(ledger, redirects, data, places, self.problems)
        return ledger, redirects


def _kind(path: str) -> str:
    """Return which kind of page lives at `path`, or nothing where no page may."""
    folder, _, name = path.rpartition("/")
    if path == "index":
        return "home"
    if folder in SIDES:
        return "hub" if name == "index" else "practice"
    return "reference" if folder == "reference" else ""
