"""The onboarding course: frozen, typed models of its modules, and what there is to do in each."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal, get_args

from pydantic import Field, StrictBool, StrictInt

from .models import Line, Model, Review, Slug, Text, Texts

COURSE = "course"  # the folder of its pages
WEEKS = range(1, 5)
Kind = Literal["question", "reading", "aloud", "check", "case", "criterion", "visit"]
KINDS: tuple[Kind, ...] = get_args(Kind)  # in the order in which a module has them


_Part = Annotated[StrictInt, Field(ge=0, le=600)]


class Minutes(Model):
    """How long each part of a module takes, in whole minutes, as we estimate."""

    read: _Part
    practise: _Part
    check: _Part
    scenario: _Part
    observe: _Part

    @property
    def parts(self) -> tuple[int, ...]:
        """The minutes of each part, in their order."""
        return self.read, self.practise, self.check, self.scenario, self.observe


class Question(Model):
    """A question to answer before reading, and an answer to compare with."""

    id: Slug
    ask: Line
    answer: Text


class Partner(Model):
    """What a partner says, playing the client: to `begin` with, and to `push` once."""

    begin: Text
    push: Text


class Aloud(Model):
    """A phrase of a practice to say aloud with a partner, what the partner listens for, and perhaps what they say."""

    id: Slug
    practice: Line
    phrase: Slug
    listen: tuple[Text, ...]
    partner: Partner | None = None


class Option(Model):
    """One of the answers of a check, and why it is right or wrong."""

    id: Slug
    text: Text
    right: StrictBool = False
    why: Text


class Check(Model):
    """A knowledge check: a question, its options, of which one is right, and what the right one rests on."""

    id: Slug
    ask: Line
    options: Annotated[tuple[Option, ...], Field(min_length=1)]
    sources: tuple[Text, ...] = ()


class Choice(Model):
    """What a clinician may do in a scene: `good` or not, what follows, and the scene that comes next."""

    id: Slug
    text: Text
    to: Slug
    feedback: Text
    good: StrictBool = False


class Scene(Model):
    """A moment of a scenario: with choices, or the end of it."""

    id: Slug
    situation: Text
    choices: tuple[Choice, ...] = ()
    end: Literal["good", "poor"] | None = None


class Scenario(Model):
    """A branching case: its scenes, and the one in which it begins."""

    id: Slug
    title: Line
    start: Slug
    scenes: tuple[Scene, ...]


class Criterion(Model):
    """An act that a supervisor looks for, and what is seen or heard when it is met and when it is not."""

    id: Slug
    text: Text
    met: Line
    unmet: Line


class Observation(Model):
    """What a supervisor watches, and by which criteria."""

    id: Slug
    task: Text
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1)]


class Visit(Model):
    """What to come back to, and after about how many days."""

    days: Literal[2, 7, 21]
    do: Line

    @property
    def id(self) -> str:
        """Its permanent id within the page."""
        return f"after-{self.days}-days"


class ModuleFacts(Model):
    """The facts of a module, as its author writes them. `after` names the modules that come first.

    In front of `course/risk-late.md`, shortened:

        title: Risk in the last minutes
        summary: You can stay, ask directly and bring help when risk appears as the hour ends.
        week: 2
        after: [ordinary-close]
        minutes: {read: 35, practise: 10, check: 10, scenario: 15, observe: 30}
        total: 100
        objectives: [Ask directly about suicide, whatever the clock says]
        practices: [sessions/suicide-risk-late]
        before:
          - {id: whom-a-promise-comforts, ask: Whom does the promise help?, answer: It may calm you.}
        aloud:
          - {id: say-it, practice: sessions/suicide-risk-late, phrase: asks-directly, listen: [A calm voice]}
        checks:
          - id: first-act
            ask: What comes first?
            options:
              - {id: stay, text: Stay, right: true, why: Safety comes first.}
              - {id: leave, text: Leave, why: Nobody would know of the danger.}
            sources: [editorial]
        scenario:
          id: at-the-lift
          title: At the lift
          start: said
          scenes:
            - {id: said, situation: He turns to go., choices: [{id: ask, text: Ask, to: well, feedback: He stays., good: true}]}
            - {id: well, situation: He talks., end: good}
        observe: {id: seen, task: Watch., criteria: [{id: asks, text: Asks, met: Asks plainly., unmet: Hints.}]}
        revisit: [{days: 7, do: Say it aloud.}]
        facilitator: Let everyone say it aloud.
        review: {owner: clinical lead, state: draft}
    """

    title: Line
    summary: Line
    week: StrictInt
    after: tuple[Slug, ...] = ()
    minutes: Minutes
    total: StrictInt
    objectives: Annotated[tuple[Line, ...], Field(min_length=1)]
    practices: Texts
    before: tuple[Question, ...]
    aloud: tuple[Aloud, ...]
    checks: tuple[Check, ...]
    scenario: Scenario
    observe: Observation
    revisit: tuple[Visit, ...]
    facilitator: Text
    review: Review


@dataclass(frozen=True)
class Task:
    """One thing to do in a module. Of a `practice` that is read the practice tells the version, else its `content`."""

    id: str
    kind: Kind
    label: str
    content: object = None
    practice: str = ""


@dataclass(frozen=True)
class Item:
    """A task with its permanent number, and eight letters that change with what it asks."""

    number: int
    version: str
    task: Task

    @property
    def code(self) -> str:
        """All of it in one word, for the scripts."""
        return f"{self.task.kind}.{self.number}.{self.version}"


class Module(ModuleFacts):
    """A module of the course: the facts, where it lives, its text, and the sources that the text cites."""

    path: str
    body: str
    cited: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The name by which other modules name it."""
        return self.path.rpartition("/")[2]

    @property
    def ids(self) -> tuple[str, ...]:
        """The permanent ids within the page."""
        scenes = (scene.id for scene in self.scenario.scenes)
        return (*(task.id for task in self.tasks), *scenes, self.observe.id)

    @property
    def tasks(self) -> tuple[Task, ...]:
        """What there is to do, in the order of the page."""
        return tuple(self._tasks())

    def _tasks(self) -> Iterator[Task]:
        for question in self.before:
            yield Task(question.id, "question", question.ask, question.model_dump())
        for path in self.practices:
            yield Task(path.rpartition("/")[2], "reading", path, practice=path)
        for aloud in self.aloud:
            yield Task(aloud.id, "aloud", aloud.phrase, aloud.model_dump(exclude={"partner"}))
        for check in self.checks:
            yield Task(check.id, "check", check.ask, check.model_dump())
        yield Task(self.scenario.id, "case", self.scenario.title, self.scenario.model_dump())
        for criterion in self.observe.criteria:
            yield Task(criterion.id, "criterion", criterion.text, criterion.model_dump())
        for visit in self.revisit:
            yield Task(visit.id, "visit", visit.do, visit.model_dump())
