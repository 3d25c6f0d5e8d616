"""The parts of a practice's page, in the order in which every page keeps them."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from ..guide import Guide, review_state, version
from ..models import PHASES, Exception_, Practice, Side
from . import evidence
from .evidence import Mark
from .html import component, href

SIDE_WORDS: dict[Side, str] = {
    "sessions": "Ending a session",
    "relationships": "Ending the work",
    "shared": "Shared by both",
}
MINUTES_OF_A_RUN = 30  # after the last tick on a session's list; an hour later the next client is in the room


@dataclass(frozen=True)
class ExceptionView:
    """An exception with the address and the title of where it sends the reader, or two empty texts."""

    ask: str
    do: str
    href: str
    target: str


@dataclass(frozen=True)
class StepView:
    """A step as the checklist's template takes it."""

    id: str
    do: str
    say: tuple[str, ...]
    why: str
    marks: tuple[Mark, ...]
    sources: tuple[tuple[int, str], ...]
    exceptions: tuple[ExceptionView, ...]
    aliases: tuple[str, ...]


def answer(guide: Guide, practice: Practice) -> Markup:
    """Return the question, the answer in brief, when it applies, the minutes, and who has reviewed it."""
    return component(
        "answer",
        practice=practice,
        side=SIDE_WORDS[practice.side],
        hub=href(practice.path, f"{practice.side}/index"),
        phase=PHASES[practice.side][practice.phase],
        review=review_state(practice),
        address=address(guide, practice.path),
        has_sources=bool(guide.sources_of(practice)),
    )


def checklist(guide: Guide, practice: Practice) -> Markup:
    """Return the practice's checklist, whole without a script."""
    number_of = evidence.numbers(practice, guide)
    steps = tuple(
        StepView(
            id=step.id,
            do=step.do,
            say=step.say,
            why=step.why or "",
            marks=evidence.marks(step, guide),
            sources=tuple((number_of[id_], f"#source-{id_}") for id_ in step.sources if id_ in number_of),
            exceptions=_exceptions(guide, practice, step.unless),
            aliases=guide.aliases(practice, step.id),
        )
        for step in practice.checklist.steps
    )
    html = component(
        "checklist",
        path=practice.path,
        side=practice.side,
        title=practice.title,
        version=version(practice),
        address=address(guide, practice.path),
        mode=practice.checklist.mode,
        pause=practice.checklist.pause,
        lifetime=0 if practice.side == "relationships" else MINUTES_OF_A_RUN,
        steps=steps,
    )
    return component("section", id="checklist", heading="Steps", body=html)


def words(guide: Guide, practice: Practice) -> Markup:
    """Return what to say beyond the steps, each phrase with its copy control and its permanent link."""
    aliases = {phrase.id: guide.aliases(practice, phrase.id) for phrase in practice.words}
    body = component("words", phrases=practice.words, aliases=aliases, address=address(guide, practice.path))
    return component("section", id="words", heading="Words to say", body=body) if practice.words else Markup()


def exceptions(guide: Guide, practice: Practice) -> Markup:
    """Return when not to follow the page."""
    body = component("exceptions", exceptions=_exceptions(guide, practice, practice.unless))
    heading = "When not to follow this"
    return component("section", id="exceptions", heading=heading, body=body) if practice.unless else Markup()


def crosslinks(guide: Guide, practice: Practice) -> Markup:
    """Return the cross-links, whichever of the two pages they were written on."""
    neighbours = guide.neighbours(practice)
    body = component(
        "crosslinks",
        practice=practice,
        neighbours=[(n.practice, n.because, href(practice.path, n.practice.path)) for n in neighbours],
        side_words=SIDE_WORDS,
        map=href(practice.path, "reference/map"),
    )
    return component("section", id="crosslinks", heading="The other side", body=body)


def cite(guide: Guide, practice: Practice, *ids: str) -> Markup:
    """Return a citation in a sentence, linked to the references below."""
    sources = [guide.sources[id_] for id_ in ids]
    return component("cite", cited=list(zip(ids, evidence.in_text(sources), strict=True)))


def references(guide: Guide, practice: Practice) -> Markup:
    """Return the references of the page: what each is, and how far it was read."""
    found = evidence.references(practice, guide)
    body = component("references", references=found, editorial=_has_editorial(practice))
    return component("section", id="sources", heading="Sources", body=body)


def contacts(guide: Guide, here: str) -> Markup:
    """Return the crisis contacts of the chosen regions, each with its source and the day it was checked."""
    regions = [
        (region, [(contact, evidence.formatted(guide.sources[contact.source])) for contact in region.contacts])
        for region in guide.regions
    ]
    used = {contact.source: guide.sources[contact.source] for region in guide.regions for contact in region.contacts}
    body = component("contacts", regions=regions, sources=used, more=href(here, "shared/crisis-lines"), here=here)
    return component("section", id="contacts", heading="Crisis contacts", body=body)


def address(guide: Guide, path: str) -> str:
    """Return the permanent address of the page `path`."""
    return f"{guide.address}{path}/"


def _exceptions(guide: Guide, practice: Practice, found: Iterable[Exception_]) -> tuple[ExceptionView, ...]:
    return tuple(
        ExceptionView(
            ask=exception.ask or "",
            do=exception.do,
            href=href(practice.path, exception.to) if exception.to else "",
            target=guide.practices[exception.to].title if exception.to else "",
        )
        for exception in found
    )


def _has_editorial(practice: Practice) -> bool:
    return any("editorial" in step.sources for step in practice.checklist.steps)
