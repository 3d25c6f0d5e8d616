"""What each statement rests on: sources exist, were read, and are strong enough for what they carry."""

import re
from collections.abc import Iterable, Mapping

from ..models import EDITORIAL, LOCAL, Source, Step, is_local
from ..problems import Place, Problems, nearest
from ..words import LAW, SAFETY
from .calls import Call
from .text import Data, Document

Loc = tuple[str | int, ...]


class Sources(dict[str, Source]):
    """The sources by their ids, with the place of each in its register, and the ids of those that something states."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self.places: dict[str, Place] = {}
        self.stated: set[str] = set()


def check_register(sources: Mapping[int, Source], data: Data, problems: Problems) -> None:
    """Note sources that share an id, that nobody wrote, or whose address or DOI would make a broken link."""
    check_unique([((index, "id"), source.id) for index, source in sources.items()], data, problems)
    for index, source in sources.items():
        if not source.author or any(name.family is None and name.literal is None for name in source.author):
            problems.add(data.at(index, "author"), "EW107", key="author")
        if source.url is not None:
            check_address("url", source.url, data.at(index, "url"), problems)
        if source.doi is not None and not source.doi.startswith("10."):
            problems.add(
                data.at(index, "doi"), "EW103", key="doi", reason="is no DOI, which starts with '10.'"
            )


def check_unique(ids: Iterable[tuple[Loc, str]], data: Data, problems: Problems) -> None:
    """Note the second of two entries with one id; each comes with its place in `data`."""
    seen: set[str] = set()
    for loc, id_ in ids:
        if id_ in seen:
            problems.add(data.at(*loc), "EW206", id=id_)
        seen.add(id_)


def check_address(key: str, address: str, place: Place, problems: Problems) -> None:
    """Note what is no address on the web: a browser would look for it on this site."""
    if not re.fullmatch(r"https?://[^\s/]+\S*", address):
        problems.add(place, "EW103", key=key, reason="is no address, which starts with 'https://'")


def check_basis(
    id_: str, text: str, basis: tuple[str, ...], data: Data, at: Loc, sources: Sources, problems: Problems
) -> None:
    """Note a statement `id_` that rests on nothing, on unknown or unread sources, or on web pages where that is too little.

    Its `text` and its `basis`, the ids of sources, stand at `at` in `data`. What is local may rest on the practice.
    """
    if not basis:
        problems.add(data.at(*at, "sources"), "EW204", id=id_)
    for n, source in enumerate(basis):
        place = data.at(*at, "sources", n)
        if source in basis[:n]:
            problems.add(place, "EW205", id=source)
        elif source != EDITORIAL and not (source == LOCAL and is_local(f"{data.file}#{id_}")):
            check_source(source, place, sources, problems)
    known = [sources[source] for source in basis if source in sources]
    if EDITORIAL in basis or not known or any(source.kind != "web" for source in known):
        return
    topic = "law or ethics" if LAW.search(text) else "safety" if SAFETY.search(text) else None
    if topic:
        problems.add(data.at(*at, "sources"), "EW203", id=id_, topic=topic)


def words_of(step: Step) -> str:
    """Return everything that a step states."""
    return " ".join((step.do, *step.say, step.why or ""))


def check_citations(document: Document, calls: Iterable[Call], sources: Sources, problems: Problems) -> None:
    """Note citations in the text of unknown or unread sources."""
    for call in calls:
        for id_ in call.cited:
            check_source(id_, document.at_body(call.offset), sources, problems)


def check_source(id_: str, place: Place, sources: Sources, problems: Problems) -> None:
    """Note `id_` where it is no source, one that nobody has read, or one of which nobody tells what it says."""
    if id_ not in sources:
        if not problems.may_hold("data/sources.yml", id_):
            problems.add(place, "EW201", id=id_, hint=nearest(id_, [*sources, EDITORIAL]))
    elif is_local(id_) and place.file.startswith("docs/"):
        problems.add(place, "EW201", id=id_, hint="only what is local may rest on a source of your own")
    elif sources[id_].confidence == "unverified":
        problems.add(place, "EW202", id=id_)
    else:
        sources.stated.add(id_)
        if sources[id_].says is None:
            problems.add(sources.places[id_], "EW207", id=id_)
