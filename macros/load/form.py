"""Whether an answer is told by its form: by how long it is, or by where it stands. Whoever plays by form learns nothing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..course import Module
from ..problems import Place, Problem, problem
from .draft import Draft

# What chance alone would do less often than once in a hundred is taken for a habit of whoever wrote it.
SELDOM = 0.01


@dataclass(frozen=True)
class Decision:
    """What there is to choose from: how long each text is, and which of them are right."""

    lengths: tuple[int, ...]
    right: frozenset[int]

    @property
    def chance(self) -> float:
        """How often a blind guess is right."""
        return len(self.right) / len(self.lengths)

    def picks(self) -> Iterator[tuple[str, int]]:
        """Yield each way to choose without reading, and what it chooses here."""
        for name, length in (("the longest", max(self.lengths)), ("the shortest", min(self.lengths))):
            if self.lengths.count(length) == 1:
                yield name, self.lengths.index(length)
        for place in range(len(self.lengths)):
            yield f"number {place + 1} of {len(self.lengths)}", place


@dataclass(frozen=True)
class Habit:
    """A way to choose without reading that is right far more or less often than a blind guess."""

    name: str
    count: int
    total: int
    expected: float


def check_form(draft: Draft) -> Iterator[Problem]:
    """Find each module, and the whole course, in which the form tells an answer."""
    for what, loc, read in (
        ("right option", ("checks",), _of_checks),
        ("good choice", ("scenario", "scenes"), _of_scenes),
    ):
        found = [(document.data.at(*loc), tuple(read(module))) for module, document in draft.modules]
        for place, decisions in found:
            for habit in habits(decisions):
                yield _told(habit, what, "of this module", place)
        if len(found) > 1:
            for habit in habits([one for _, decisions in found for one in decisions]):
                yield _told(habit, what, "of the whole course", found[0][0])


def _told(habit: Habit, what: str, where: str, place: Place) -> Problem:
    return problem(
        place,
        "EW720",
        what=what,
        where=where,
        name=habit.name,
        count=habit.count,
        total=habit.total,
        expected=f"{habit.expected:.1f}",
    )


def _of_checks(module: Module) -> Iterator[Decision]:
    for check in module.checks:
        right = (n for n, option in enumerate(check.options) if option.right)
        yield Decision(tuple(len(option.text) for option in check.options), frozenset(right))


def _of_scenes(module: Module) -> Iterator[Decision]:
    for scene in module.scenario.scenes:
        good = (n for n, choice in enumerate(scene.choices) if choice.good)
        if scene.choices:
            yield Decision(tuple(len(choice.text) for choice in scene.choices), frozenset(good))


def habits(decisions: Iterable[Decision]) -> Iterator[Habit]:
    """Yield each way to choose without reading whose count chance alone would seldom bring."""
    tried = defaultdict[str, list[tuple[float, bool]]](list)
    for decision in decisions:
        for name, option in decision.picks():
            tried[name].append((decision.chance, option in decision.right))
    for name, tries in tried.items():
        chances, count = [chance for chance, _ in tries], sum(hit for _, hit in tries)
        odds = _odds(chances)
        if min(sum(odds[count:]), sum(odds[: count + 1])) < SELDOM:
            yield Habit(name, count, len(tries), sum(chances))


def _odds(chances: Sequence[float]) -> list[float]:
    """Return how likely each count of hits is: the binomial distribution, where each try may have its own chance."""
    odds = [1.0]
    for chance in chances:
        missed, hit = [each * (1 - chance) for each in odds], [each * chance for each in odds]
        odds = [a + b for a, b in zip([*missed, 0.0], [0.0, *hit], strict=True)]
    return odds
