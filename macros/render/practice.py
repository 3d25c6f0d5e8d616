"""The parts of a practice's page, in the order in which every page keeps them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from ..guide import RULES, Guide, Reviewed, review_state, source_ids, version
from ..models import EDITORIAL, LOCAL, PHASES, Practice, Reach, Side, Unless, Voice, is_local
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
PARTS = {
    "checklist": "Steps",
    "contacts": "Crisis contacts",
    "words": "Words to say",
    "exceptions": "When not to follow this",
    "crosslinks": "The other side",
    "why": "Why",
    "sources": "Sources",
}
"""The parts of a practice in the order in which every page keeps them: their ids and headings."""
_BESIDE = re.compile(
    r'(?=<section )(<section class="part" aria-labelledby="(words|exceptions|crosslinks)">.*?</section>\s*)+',
    re.DOTALL,
)
_WHY = re.compile(
    r'<h2 id="why">.*?</h2>([^<]*(?:<(?!section class="part" aria-labelledby="sources">)[^<]*)*)', re.DOTALL
)
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
    """Whether a clinician reviewed the text, in the service's words already: they hold a signature, which stays as it is."""

    state: str
    text: str


def review(guide: Guide, page: Reviewed) -> ReviewView:
    """Return the review state of `page`; one that changed since its review is not reviewed now."""
    state, signed = review_state(page), page.review
    is_text = is_local(page.path) or guide.change_since_review(page)
    what = "The text" if is_text else f"The page as {guide.settings.called} shows it"
    words = {
        "draft": guide.settings.wording.localize("Not yet reviewed by a clinician"),
        "reviewed": f"Reviewed by {signed.by} on {signed.on}",
        "lapsed": f"{what} has changed since its review on {signed.on}: not reviewed now",
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
        review=review(guide, practice),
        local=guide.settings.called if practice.is_local else "",
        address=guide.address_of(practice),
        contacts=danger_contacts(practice),
        emergency=emergency(guide),
        has_regions=len(guide.regions) > 1,
        consult=(asked.who, _shortly(*asked.reach[:1])) if (asked := guide.settings.consultation) else None,
    )


def danger_contacts(practice: Practice) -> str:
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
    after, after_href = _next_moment(guide, practice)
    html = component(
        "checklist",
        path=practice.path,
        side=practice.side,
        title=practice.title,
        version=version(practice),
        address=guide.address_of(practice),
        mode=practice.checklist.mode,
        pause=practice.checklist.pause,
        review=review(guide, practice),
        lifetime=lifetime(practice),
        steps=steps,
        contacts=on_paper(guide, practice),
        emergency=emergency(guide),
        is_local=practice.is_local,
        after=after,
        after_href=after_href,
    )
    return _part("checklist", html)


def lifetime(practice: Practice) -> int:
    """Return how many minutes after its last tick a run ends by itself; 0 where runs last until they are finished."""
    return 0 if practice.side == "relationships" else MINUTES_OF_A_RUN


def words(guide: Guide, practice: Practice) -> Markup:
    """Return what to say beyond the steps, each phrase with its copy control and its permanent link."""
    if not practice.words:
        return Markup()
    phrases = [PhraseView(p.id, p.when, p.voices, guide.aliases(practice, p.id)) for p in practice.words]
    body = component("words", phrases=phrases, address=guide.address_of(practice))
    return _part("words", body)


def exceptions(guide: Guide, practice: Practice) -> Markup:
    """Return when not to follow the page."""
    if not practice.unless:
        return Markup()
    body = component(
        "exceptions",
        exceptions=_exceptions(guide, practice, practice.unless),
        rules=[(rule.rule, href(practice.path, f"{RULES}#{rule.id}")) for rule in practice.rules],
    )
    return _part("exceptions", body)


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
    return _part("crosslinks", body)


def nearby(guide: Guide, practice: Practice) -> Markup:
    """Return the way about a practice: its parts among the practices of its phase, and the phase that follows.

    It stands at the foot of the page, and beside it where there is room.
    """
    here = practice.path
    after, after_href = _next_moment(guide, practice)
    return component(
        "nearby",
        side=practice.side,
        phase=PHASES[practice.side][practice.phase],
        parts=[(id_, heading) for id_, heading in PARTS.items() if _has(practice, id_)],
        practices=[
            (p.name, href(here, p.path), p.path == here)
            for p in guide.in_phase(practice.side, practice.phase)
        ],
        after=after,
        after_href=after_href,
    )


def _has(practice: Practice, part: str) -> bool:
    """Tell whether the page has this part of `PARTS`: three of them are there only for some."""
    there = {
        "contacts": "contacts" in practice.calls,
        "words": practice.words,
        "exceptions": practice.unless,
    }
    return bool(there.get(part, True))


def _next_moment(guide: Guide, practice: Practice) -> tuple[str, str]:
    """Return the name and the address of the phase that follows and has practices; after the last, two empty texts."""
    names = PHASES[practice.side]
    ids = list(names)
    following = ids[ids.index(practice.phase) + 1 :]
    after = next((phase for phase in following if guide.in_phase(practice.side, phase)), None)
    return (names[after], href(practice.path, f"{practice.side}/index#{after}")) if after else ("", "")


def arranged(html: str) -> str:
    """Return the page of a practice with what a wide screen shows beside the list as one part, and with its background folding."""
    html = _BESIDE.sub(r'<div class="beside">\n\g<0></div>\n', html)
    return _WHY.sub(lambda why: _part("why", Markup(why[1])), html)  # noqa: S704 - Markdown's own


def cite(guide: Guide, *ids: str) -> Markup:
    """Return a citation in a sentence, linked to the references below, or the mark of our own judgement."""
    named = [id_ for id_ in ids if id_ != EDITORIAL]
    names = evidence.in_text([guide.sources[id_] for id_ in named])
    ours = evidence.OURS if EDITORIAL in ids else None
    return component("cite", cited=list(zip(named, names, strict=True)), ours=ours)


def references(guide: Guide, here: str) -> Markup:
    """Return the references of the page: what each is, and how far it was read."""
    page = guide.page(here)
    basis = source_ids(page)
    body = component(
        "references",
        references=evidence.references(page, guide),
        editorial=EDITORIAL in (*basis, *page.cited),
        local=guide.settings.called if LOCAL in basis else "",
    )
    return _part("sources", body)


def _part(id_: str, body: Markup) -> Markup:
    return component("section", id=id_, heading=PARTS[id_], body=body, folds=id_ in ("why", "sources"))


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
