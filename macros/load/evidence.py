"""What each statement rests on: sources exist, were read, and are strong enough for what they carry."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from ..course import Check
from ..english import LAW, SAFETY
from ..models import EDITORIAL, LOCAL, Source, Step, is_local
from ..problems import Place, Problem, nearest, problem
from .draft import Draft, is_of_the_guide
from .local import check_name
from .text import Data

Loc = tuple[str | int, ...]
# As the start of an address may be mistyped.
_DOI = re.compile(r"\b10\.\d{4,9}(?:\.\d+)*/\S*\w")
_SCHEME = re.compile(r"^(?:[a-z]+:(?!\d)/*|[a-z]*//+|/+)", re.IGNORECASE)


@dataclass(frozen=True)
class Statement:
    """What is stated under an id, and the ids of the sources that it rests on; it stands at `at` in `data`."""

    id: str
    text: str
    basis: tuple[str, ...]
    data: Data
    at: Loc

    @property
    def named(self) -> Iterator[tuple[str, Place]]:
        """Each source that has to be known, once, with its place."""
        for n, source in enumerate(self.basis):
            is_ours = source == LOCAL and is_local(f"{self.data.file}#{self.id}")
            if source not in (*self.basis[:n], EDITORIAL) and not is_ours:
                yield source, self.data.at(*self.at, "sources", n)


def statements(draft: Draft) -> Iterator[Statement]:
    """Return all that is stated on a basis: by steps and checks, in letters, by the terms of the glossary, and by shared rules."""
    for practice, document in draft.practices:
        for n, step in enumerate(practice.checklist.steps):
            at = ("checklist", "steps", n)
            yield Statement(step.id, _words_of(step), step.sources, document.data, at)
    for letter, document in draft.letters:
        for n, must in enumerate(letter.must):
            yield Statement("must", must.element, must.sources, document.data, ("must", n))
    for module, document in draft.modules:
        for n, check in enumerate(module.checks):
            yield Statement(check.id, _said(check), check.sources, document.data, ("checks", n))
    for n, term in draft.glossary.entries.items():
        yield Statement(term.id, term.means, term.sources, draft.glossary.data, (n,))
    for n, rule in draft.rules.entries.items():
        yield Statement(rule.id, rule.rule, rule.sources, draft.rules.data, (n,))
    for n, step in draft.steps.entries.items():
        yield Statement(step.id, _words_of(step), step.sources, draft.steps.data, (n,))


def references(draft: Draft) -> Iterator[tuple[str, Place]]:
    """Return each id of a source, with its place, by which a statement, a text or a settled clash names it."""
    for statement in statements(draft):
        yield from statement.named
    for document, calls in draft.calls:
        for call in calls:
            yield from ((id_, document.at_body(call.offset)) for id_ in call.cited if id_ != EDITORIAL)
    text, data = draft.source_text
    for n, clash in enumerate(text.clashes):
        for m, id_ in enumerate(clash.sources):
            yield id_, data.at("clashes", n, "sources", m)


def stated(draft: Draft) -> frozenset[str]:
    """Return the ids of the sources that something may be stated from, and is."""
    contacts = (contact for region in draft.regions.entries.values() for contact in region.contacts)
    named = [
        *references(draft),
        *((id_, draft.regions.data.at()) for contact in contacts for id_ in contact.sources),
    ]
    return frozenset(
        id_ for id_, place in named if id_ in draft.sources and _may_be_stated(id_, place, draft)
    )


def _may_be_stated(id_: str, place: Place, draft: Draft) -> bool:
    return all(found.code == "EW207" for found in check_source(id_, place, draft))


def check_registers(draft: Draft) -> Iterator[Problem]:
    """Find sources that share an id, that nobody wrote, or whose name, address or DOI cannot be."""
    for sources, data in draft.registers:
        yield from check_unique([((index, "id"), source.id) for index, source in sources.items()], data)
        for index, source in sources.items():
            yield from check_name(source.id, data.at(index, "id"), own=not is_of_the_guide(data.file))
            yield from _check_entry(source, data, index, draft.today)


def _check_entry(source: Source, data: Data, index: int, today: date) -> Iterator[Problem]:
    if source.year > today.year + 1:  # as a printed issue may say
        yield problem(data.at(index, "year"), "EW804", key="year", value=source.year)
    if not source.author or any(name.family is None and name.literal is None for name in source.author):
        yield problem(data.at(index, "author"), "EW107", key="author")
    if source.url is not None:
        yield from check_address("url", source.url, data.at(index, "url"))
    if source.doi is not None and not _DOI.fullmatch(source.doi):
        reason, found = "is no DOI, which starts with '10.'", _DOI.search(source.doi)
        fix = f"write no more than this: doi: {found[0]}" if found else "take it out, or write the one it has"
        yield problem(data.at(index, "doi"), "EW103", key="doi", reason=reason, fix=fix)


def check_unique(ids: Iterable[tuple[Loc, str]], data: Data) -> Iterator[Problem]:
    """Find the second of two entries with one id; each comes with its place in `data`."""
    seen: set[str] = set()
    for loc, id_ in ids:
        if id_ in seen:
            yield problem(data.at(*loc), "EW206", id=id_)
        seen.add(id_)


def check_address(key: str, address: str, place: Place) -> Iterator[Problem]:
    """Find what is no address on the web: a browser would look for it on this site."""
    if not (re.fullmatch(r"https?://[^\s/]+\S*", address) and _can_be_split(address)):
        reason = "is no address, which starts with 'https://'"
        rest = "%20".join(_SCHEME.sub("", address.strip()).split())
        is_whole = "." in rest.partition("/")[0] and _can_be_split(f"https://{rest}")
        whole = f": {key}: https://{rest}" if is_whole else ", with its host"
        yield problem(place, "EW103", key=key, reason=reason, fix=f"write the whole of it{whole}")


def _can_be_split(address: str) -> bool:
    """Tell whether the host of `address` can be told from the rest, which it cannot behind a single `[`."""
    try:
        return bool(urlsplit(address))
    except ValueError:
        return False


def check_statements(draft: Draft) -> Iterator[Problem]:
    """Find statements that rest on nothing, or on web pages where that is too little.

    What is local may rest on the service.
    """
    for statement in statements(draft):
        yield from _check_basis(statement, draft)


def _check_basis(statement: Statement, draft: Draft) -> Iterator[Problem]:
    id_, basis, data, at = statement.id, statement.basis, statement.data, statement.at
    if not basis:
        yield problem(data.at(*at, "sources"), "EW204", id=id_)
    for n, source in enumerate(basis):
        if source in basis[:n]:
            yield problem(data.at(*at, "sources", n), "EW205", id=source)
    known = [draft.sources[source] for source in basis if source in draft.sources]
    if EDITORIAL in basis or not known or any(source.kind != "web" for source in known):
        return
    topic = (
        "law or ethics" if LAW.search(statement.text) else "safety" if SAFETY.search(statement.text) else None
    )
    if topic:
        yield problem(data.at(*at, "sources"), "EW203", id=id_, topic=topic)


def check_references(draft: Draft) -> Iterator[Problem]:
    """Find sources that are named and cannot be stated: in pages, in the glossary, and where the source text clashes."""
    for id_, place in references(draft):
        yield from check_source(id_, place, draft)


def check_source(id_: str, place: Place, draft: Draft) -> Iterator[Problem]:
    """Find `id_` where it is no source, one that nobody has read, or one of which nobody tells what it says."""
    source = draft.sources.get(id_)
    if source is None:
        if not draft.might_define("data/sources.yml", id_):
            yield problem(
                place, "EW201", id=id_, hint=nearest(id_, [*_may_be_named(place, draft), EDITORIAL])
            )
    elif is_local(id_) and is_of_the_guide(place.file):
        yield problem(place, "EW201", id=id_, hint="only what is local may rest on a source of your own")
    elif source.confidence == "unverified":
        yield problem(place, "EW202", id=id_)
    elif source.says is None:
        yield problem(_entry(id_, draft), "EW207", id=id_)


def _may_be_named(place: Place, draft: Draft) -> Iterator[str]:
    """Return the ids of the sources that something may be stated from at `place`."""
    for id_, source in draft.sources.items():
        if source.confidence != "unverified" and not (is_local(id_) and is_of_the_guide(place.file)):
            yield id_


def _entry(id_: str, draft: Draft) -> Place:
    """Return where a known source stands in its register."""
    places = {
        source.id: data.at(index, "id")
        for sources, data in draft.registers
        for index, source in sources.items()
    }
    return places[id_]


def _words_of(step: Step) -> str:
    return " ".join((step.do, *step.say, step.why or ""))


def _said(check: Check) -> str:
    return " ".join((check.ask, *(f"{option.text} {option.why}" for option in check.options if option.right)))
