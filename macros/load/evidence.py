"""What each statement rests on: sources exist, were read, and are strong enough for what they carry."""

import re
from collections.abc import Iterable, Mapping

from ..models import EDITORIAL, Practice, Source, Step
from ..problems import Place, Problems, nearest
from ..words import LAW, SAFETY
from .calls import Call
from .text import Data, Document

Sources = Mapping[str, Source]
Loc = tuple[str | int, ...]


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


def check_steps(practice: Practice, data: Data, sources: Sources, problems: Problems) -> None:
    """Note steps that rest on nothing, on unknown or unread sources, or on web pages where that is too little."""
    for index, step in enumerate(practice.checklist.steps):
        at = ("checklist", "steps", index)
        if not step.sources:
            problems.add(data.at(*at, "sources"), "EW204", id=step.id)
        for n, id_ in enumerate(step.sources):
            if id_ in step.sources[:n]:
                problems.add(data.at(*at, "sources", n), "EW205", id=id_)
            elif id_ != EDITORIAL:
                check_source(id_, data.at(*at, "sources", n), sources, problems)
        _check_strength(step, data.at(*at, "sources"), sources, problems)


def check_citations(document: Document, calls: Iterable[Call], sources: Sources, problems: Problems) -> None:
    """Note citations in the text of unknown or unread sources."""
    for call in calls:
        for id_ in call.args if call.name == "cite" else ():
            check_source(id_, document.at_body(call.offset), sources, problems)


def check_source(id_: str, place: Place, sources: Sources, problems: Problems) -> None:
    """Note `id_` where it is no source, or one that nobody has read."""
    if id_ not in sources:
        if not problems.may_hold("docs/data/sources.yml", id_):
            problems.add(place, "EW201", id=id_, hint=nearest(id_, [*sources, EDITORIAL]))
    elif sources[id_].confidence == "unverified":
        problems.add(place, "EW202", id=id_)


def _check_strength(step: Step, place: Place, sources: Sources, problems: Problems) -> None:
    known = [sources[id_] for id_ in step.sources if id_ in sources]
    if EDITORIAL in step.sources or not known or any(source.kind != "web" for source in known):
        return
    text = " ".join((step.do, *step.say, step.why or ""))
    topic = "law or ethics" if LAW.search(text) else "safety" if SAFETY.search(text) else None
    if topic:
        problems.add(place, "EW203", id=step.id, topic=topic)
