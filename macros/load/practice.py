"""What one practice must hold: its answer, its steps, its ids, its review."""

from collections.abc import Iterator
from datetime import date

from ..english import WORDS_IN_STEP, names_nobody, second_act, sentences, starts_with_act, words
from ..models import LOCAL_NAME, PHASES, Practice, Review, Step
from ..problems import Problem, nearest, problem
from ..registry import PRACTICE
from ..settings import DECISIONS
from .text import Data, Document

STEPS = range(5, 10)  # per pause point: Gawande (2009), The Checklist Manifesto
# The ids that its macros make, and those of the frame around every page.
RESERVED_IDS = frozenset(anchor for macro in PRACTICE.macros for anchor in macro.anchors) | frozenset(
    "checklist-form why top main said search search-missed search-words run".split()
)


def check_practice(practice: Practice, data: Data, latest: date) -> Iterator[Problem]:
    """Find every mistake within one practice that its types cannot show."""
    yield from _check_answer(practice, data)
    yield from _check_steps(practice, data)
    yield from check_review(practice.review, data, latest)


def _check_answer(practice: Practice, data: Data) -> Iterator[Problem]:
    if not practice.title.endswith("?"):
        yield problem(data.at("title"), "EW115")
    count = len(sentences(practice.summary))
    if count > 2:
        yield problem(data.at("summary"), "EW116", key="summary", count=count)
    if not 1 <= practice.minutes <= 60:
        yield problem(data.at("minutes"), "EW120", value=practice.minutes)
    yield from _check_phase(practice, data)


def _check_phase(practice: Practice, data: Data) -> Iterator[Problem]:
    own = PHASES[practice.side]
    if practice.phase in own:
        return
    elsewhere = any(practice.phase in phases for phases in PHASES.values())
    code = "EW106" if elsewhere else "EW105"
    hint = nearest("" if elsewhere else practice.phase, own)
    yield problem(data.at("phase"), code, key="phase", value=practice.phase, side=practice.side, hint=hint)


def _check_steps(practice: Practice, data: Data) -> Iterator[Problem]:
    steps = practice.checklist.steps
    if len(steps) < STEPS.start:
        yield problem(
            data.at("checklist", "steps"), "EW111", count=len(steps), s="" if len(steps) == 1 else "s"
        )
    if len(steps) >= STEPS.stop:
        yield problem(data.at("checklist", "steps"), "EW112", count=len(steps))
    for index, step in enumerate(steps):
        yield from check_step(step, data, ("checklist", "steps", index))


def check_step(step: Step, data: Data, at: tuple[str | int, ...]) -> Iterator[Problem]:
    """Find what makes `step`, which stands at `at`, no single act that can be read at a glance."""
    if (count := len(words(step.do))) > WORDS_IN_STEP:
        yield problem(data.at(*at, "do"), "EW104", id=step.id, count=count)
    if len(sentences(step.do)) > 1:
        yield problem(data.at(*at, "do"), "EW114", id=step.id)
    elif second := second_act(step.do):
        yield problem(data.at(*at, "do"), "EW134", id=step.id, second=second)
    if not starts_with_act(step.do):
        yield problem(data.at(*at, "do"), "EW113", id=step.id, word=next(iter(words(step.do)), ""))
    if len(step.say) > 2:
        yield problem(data.at(*at, "say"), "EW117", id=step.id, count=len(step.say))
    for n, key in enumerate(step.decides):
        if key not in DECISIONS:
            yield problem(data.at(*at, "decides", n), "EW862", key=key, hint=nearest(key, DECISIONS))


def check_ids(practice: Practice, document: Document) -> Iterator[Problem]:
    """Find ids of steps and phrases that are reserved, or used twice."""
    data = document.data
    steps = [(("checklist", "steps", n, "id"), step.id) for n, step in enumerate(practice.checklist.steps)]
    phrases = [(("words", n, "id"), phrase.id) for n, phrase in enumerate(practice.words)]
    seen: set[str] = set()
    for at, id_ in (*steps, *phrases):
        if id_ in RESERVED_IDS or id_.startswith("source-"):
            yield problem(data.at(*at), "EW109", id=id_)
        if id_.startswith(LOCAL_NAME) and not practice.is_local:
            yield problem(data.at(*at), "EW853", name=id_)
        if id_ in seen:
            yield problem(data.at(*at), "EW110", id=id_)
        seen.add(id_)


def check_review(review: Review, data: Data, latest: date) -> Iterator[Problem]:
    """Find a review that claims what it does not show."""
    facts = {"by": review.by, "on": review.on, "digest": review.digest}
    missing = [name for name, value in facts.items() if value is None]
    if review.state == "reviewed" and missing:
        yield problem(data.at("review", "state"), "EW901", missing=" and ".join(missing))
    if review.state == "draft" and review.by is not None:
        yield problem(data.at("review", "by"), "EW902")
    for key, value in (("owner", review.owner), ("by", review.by)):
        if value is not None and names_nobody(value):
            yield problem(data.at("review", key), "EW907", value=value)
    if review.on is not None and review.on > latest:
        yield problem(data.at("review", "on"), "EW804", key="on", value=review.on)
