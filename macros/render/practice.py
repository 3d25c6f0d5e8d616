"""The parts of a practice's page, in the order in which every page keeps them."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from ..guide import RULES, Guide, Reviewed, review_state, source_ids, version
from ..models import EDITORIAL, LOCAL, PHASES, Practice, Reach, Side, Unless, Voice
from . import evidence
from .contacts import CONTACTS, emergency, on_paper
from .evidence import Mark
from .html import component, href
from .settings import DecisionView, decided

SIDE_WORDS: dict[Side, str] = {
    "sessions": "Ending a session",
    "relationships": "Ending the work",
    "shared": "Shared by both",
}
MAP = "reference/map"
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
    voices: tuple[Voice, ...]
    why: str
    marks: tuple[Mark, ...]
    sources: tuple[tuple[int, str], ...]
    decisions: tuple[DecisionView, ...]
    exceptions: tuple[ExceptionView, ...]
    aliases: tuple[str, ...]
    is_local: bool


@dataclass(frozen=True)
class PhraseView:
    """Words to say as their template takes them."""

    id: str
    when: str
    voices: tuple[Voice, ...]
    aliases: tuple[str, ...]


@dataclass(frozen=True)
class PracticeLink:
    """A practice as other pages name it: by its side in words and hue, its question or short name, its address."""

    side: Side
    side_words: str
    title: str
    href: str


@dataclass(frozen=True)
class ReviewView:
    """Whether a clinician reviewed the text, in words for the page and for paper."""

    state: str
    text: str


def review(page: Reviewed) -> ReviewView:
    """Return the review state of `page`; a text that changed since its review is not reviewed now."""
    state, signed = review_state(page), page.review
    words = {
        "draft": "Not yet reviewed by a clinician",
        "reviewed": f"Reviewed by {signed.by} on {signed.on}",
        "lapsed": f"The text has changed since its review on {signed.on}: not reviewed now",
    }
    return ReviewView(state, words[state])


def practice_link(practice: Practice, here: str, *, short: bool = False) -> PracticeLink:
    """Return how the page `here` names `practice`."""
    title = practice.name if short else practice.title
    return PracticeLink(practice.side, SIDE_WORDS[practice.side], title, href(here, practice.path))


def answer(guide: Guide, practice: Practice) -> Markup:
    """Return the question, the answer in brief, when it applies, the minutes, and who has reviewed it."""
    return component(
        "answer",
        practice=practice,
        side=SIDE_WORDS[practice.side],
        hub=href(practice.path, f"{practice.side}/index"),
        phase=PHASES[practice.side][practice.phase],
        phase_href=href(practice.path, f"{practice.side}/index#{practice.phase}"),
        review=review(practice),
        has_contacts="contacts" in practice.calls,
        local=guide.settings.called if practice.is_local else "",
        address=guide.address_of(practice),
        contacts=_contacts(practice),
        emergency=emergency(guide),
        has_regions=len(guide.regions) > 1,
        consult=(asked.who, _shortly(*asked.reach[:1])) if (asked := guide.settings.consultation) else None,
    )


def _contacts(practice: Practice) -> str:
    """Return the address of the contacts for a danger: those on the page, or on the page of all. Where none is, nothing."""
    if practice.checklist.mode != "read-do":
        return ""
    return "#contacts" if "contacts" in practice.calls else href(practice.path, CONTACTS)


def _shortly(reach: Reach | None = None) -> Reach | None:
    return reach and reach.model_copy(update={"add": None})


def checklist(guide: Guide, practice: Practice) -> Markup:
    """Return the practice's checklist, whole without a script."""
    steps = tuple(
        StepView(
            id=step.id,
            do=step.do,
            voices=step.voices,
            why=step.why or "",
            marks=evidence.marks(step.sources, guide),
            sources=evidence.places(step.sources, practice, guide),
            decisions=decided(guide, step.decides, practice.path),
            exceptions=_exceptions(guide, practice, step.unless),
            aliases=guide.aliases(practice, step.id),
            is_local=step.is_local,
        )
        for step in practice.checklist.steps
    )
    html = component(
        "checklist",
        path=practice.path,
        side=practice.side,
        title=practice.title,
        version=version(practice),
        address=guide.address_of(practice),
        mode=practice.checklist.mode,
        pause=practice.checklist.pause,
        review=review(practice),
        lifetime=0 if practice.side == "relationships" else MINUTES_OF_A_RUN,
        steps=steps,
        contacts=on_paper(guide, practice),
        emergency=emergency(guide),
        is_local=practice.is_local,
    )
    return component("section", id="checklist", heading="Steps", body=html)


def words(guide: Guide, practice: Practice) -> Markup:
    """Return what to say beyond the steps, each phrase with its copy control and its permanent link."""
    if not practice.words:
        return Markup()
    phrases = [PhraseView(p.id, p.when, p.voices, guide.aliases(practice, p.id)) for p in practice.words]
    body = component("words", phrases=phrases, address=guide.address_of(practice))
    return component("section", id="words", heading="Words to say", body=body)


def exceptions(guide: Guide, practice: Practice) -> Markup:
    """Return when not to follow the page."""
    if not practice.unless:
        return Markup()
    body = component(
        "exceptions",
        exceptions=_exceptions(guide, practice, practice.unless),
        rules=[(rule.rule, href(practice.path, f"{RULES}#{rule.id}")) for rule in practice.rules],
    )
    return component("section", id="exceptions", heading="When not to follow this", body=body)


def crosslinks(guide: Guide, practice: Practice) -> Markup:
    """Return the cross-links, whichever of the two pages they were written on."""
    neighbours = [(practice_link(n.practice, practice.path), n.because) for n in guide.neighbours(practice)]
    letters = [(letter.title, href(practice.path, letter.path)) for letter in guide.letters_for(practice)]
    body = component(
        "crosslinks",
        neighbours=neighbours,
        letters=letters,
        map=href(practice.path, f"{MAP}#{practice.path}"),
    )
    return component("section", id="crosslinks", heading="The other side", body=body)


def nearby(guide: Guide, here: str) -> Markup:
    """Return, for the foot of a practice, the practices of its phase and the way to the phase that follows."""
    practice = guide.practices.get(here)
    if practice is None:
        return Markup()
    phases = list(PHASES[practice.side])
    following = phases[phases.index(practice.phase) + 1 :]
    after = next((phase for phase in following if guide.in_phase(practice.side, phase)), "")
    return component(
        "nearby",
        side=practice.side,
        phase=PHASES[practice.side][practice.phase],
        practices=[
            (p.name, href(here, p.path), p.path == here)
            for p in guide.in_phase(practice.side, practice.phase)
        ],
        after=PHASES[practice.side].get(after, ""),
        after_href=href(here, f"{practice.side}/index#{after}") if after else "",
    )


def cite(guide: Guide, *ids: str) -> Markup:
    """Return a citation in a sentence, linked to the references below, or the mark of our own judgement."""
    named = [id_ for id_ in ids if id_ != EDITORIAL]
    names = evidence.in_text([guide.sources[id_] for id_ in named])
    ours = evidence.OURS if EDITORIAL in ids else None
    return component("cite", cited=list(zip(named, names, strict=True)), ours=ours)


def references(guide: Guide, here: str) -> Markup:
    """Return the references of the page: what each is, and how far it was read."""
    page = guide.practices.get(here) or guide.letters[here]
    basis = source_ids(page)
    body = component(
        "references",
        references=evidence.references(page, guide),
        editorial=EDITORIAL in (*basis, *page.cited),
        local=guide.settings.called if LOCAL in basis else "",
    )
    return component("section", id="sources", heading="Sources", body=body)


def _exceptions(guide: Guide, practice: Practice, found: Iterable[Unless]) -> tuple[ExceptionView, ...]:
    return tuple(
        ExceptionView(
            ask=exception.ask or "",
            do=exception.do,
            href=href(practice.path, exception.to) if exception.to else "",
            target=guide.practices[exception.to].name if exception.to else "",
        )
        for exception in found
    )
