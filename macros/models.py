"""What the guide is made of: frozen, typed models of pages and data."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal, NamedTuple

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StrictInt,
    StrictStr,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

Side = Literal["sessions", "relationships", "shared"]
# What a crisis contact is for, and what a page warns of.
Purpose = Literal[
    "emergency",
    "crisis",
    "child-protection",
    "domestic-abuse",
    "sexual-assault",
    "poisons",
    "young-people",
    "bereavement",
    "indigenous",
    "veterans",
]
SIDES: tuple[Side, ...] = ("sessions", "relationships", "shared")

PHASES: dict[Side, dict[str, str]] = {
    "sessions": {
        "opening": "As the session opens",
        "last-ten-minutes": "In the last ten minutes",
        "at-the-door": "At the door",
        "afterwards": "Afterwards",
    },
    "relationships": {
        "from-the-start": "From the start",
        "deciding": "Deciding",
        "telling": "Telling the client",
        "last-sessions": "In the last sessions",
        "afterwards": "Afterwards",
    },
    "shared": {"right-now": "Right now", "any-time": "At any time"},
}
EDITORIAL = "editorial"  # as a source: our own judgement
LOCAL = "local"  # as a source: a rule of the service that runs the guide
IN_THE_ROOM = ("Say", "Firmer")
ELSEWHERE = {"young": "To someone young", "screen": "On a screen", "telephone": "On the telephone"}
LOCAL_NAME = "local-"  # how every name begins that such a service gives: the guide itself gives none like it

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
Text = Annotated[StrictStr, StringConstraints(strip_whitespace=True, min_length=1)]


def _on_one_line(value: str) -> str:
    if len(value.splitlines()) > 1:
        raise PydanticCustomError("lines", "text on one line")
    return value


Line = Annotated[Text, AfterValidator(_on_one_line)]
LONGEST_NAME = (
    80  # of a service or its guide: more signs would fill the first screen of a phone, on every page
)
ShownName = Annotated[Text, StringConstraints(max_length=LONGEST_NAME), AfterValidator(_on_one_line)]
# What is put into the midst of a sentence: a full stop at its end would be one too many.
Part = Annotated[Line, AfterValidator(lambda value: re.sub(r"(?<=[^\s.])[\s.]+$", "", value))]
Texts = Annotated[tuple[Text, ...], Field(min_length=1)]
Slug = Annotated[StrictStr, StringConstraints(pattern=rf"^{SLUG}$")]
Voices = Annotated[
    tuple[Text, ...],
    BeforeValidator(
        lambda value: (value,) if isinstance(value, str) else value,
        json_schema_input_type=str | tuple[str, ...],
    ),
]


def _day(value: object) -> object:
    if isinstance(value, int):  # 20260301 would be read as seconds
        raise PydanticCustomError("date_type", "a day, such as 2024-03-01")
    return value


def _of_our_time(value: date) -> date:
    if value < FIRST_DAY:
        raise PydanticCustomError("day_too_early", "it should be at least {day}", {"day": str(FIRST_DAY)})
    return value


FIRST_DAY = date(2000, 1, 1)  # on which anything can have been checked, reviewed or changed here
Day = Annotated[date, BeforeValidator(_day, json_schema_input_type=date), AfterValidator(_of_our_time)]


class Model(BaseModel):
    """The base of every model: frozen, and strict about keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Identified(Model):
    """The base of what is known by its `id`, and kept under it: to reckon with all that it holds took a hundredth of a build."""

    id: Slug

    def __hash__(self) -> int:
        return hash(self.id)


class Unless(Model):
    """When not to follow a page, or (with `ask`) a step: what to do instead, and where."""

    do: Line
    to: Line | None = None
    ask: Line | None = None


class Voice(NamedTuple):
    """One way to say something: its tone, in the reader's words, and what is said; `is_elsewhere` than to an adult in the room."""

    tone: str
    words: str
    is_elsewhere: bool = False


class Spoken(Model):
    """What is said aloud, and what is said instead to someone `young`, on a `screen` and on the `telephone`."""

    young: Text | None = None
    screen: Text | None = None
    telephone: Text | None = None

    def voices_after(self, say: Iterable[str]) -> tuple[Voice, ...]:
        """Return every way to say it, those in the room first: `say`, of which the second is firmer."""
        besides = ((tone, getattr(self, key)) for key, tone in ELSEWHERE.items())
        return (
            *map(Voice, IN_THE_ROOM, say),
            *(Voice(tone, said, is_elsewhere=True) for tone, said in besides if said),
        )


class Step(Spoken):
    """One act of a checklist. `say` holds at most two voices, the second one firmer.

    `decides` names the settings of a service that settle how it is done.
    """

    id: Slug
    do: Line
    say: Voices = ()
    why: Text | None = None
    sources: tuple[Text, ...] = ()
    decides: tuple[Text, ...] = ()
    unless: tuple[Unless, ...] = ()

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Every way to say what it asks for."""
        return self.voices_after(self.say)

    @property
    def is_local(self) -> bool:
        """Whether the service that runs the guide added it."""
        return is_local(self.id)


class LocalStep(Step):
    """A step that a service adds to a checklist of the guide, `after` or `before` one of its steps.

    In `service/data/steps.yml`:

        - page: sessions/suicide-risk-late
          after: stay-with-client
          id: local-tell-front-desk
          do: Ask the front desk to keep the house open.
          sources: [local]
    """

    page: Line
    after: Line | None = None
    before: Line | None = None

    @property
    def step(self) -> Step:
        """The step itself."""
        return Step(**{name: getattr(self, name) for name in Step.model_fields})


class Checklist(Model):
    """The steps of one pause point: read and do, or do and confirm."""

    mode: Literal["read-do", "do-confirm"]
    pause: Line
    steps: tuple[Step, ...]


class Phrase(Spoken):
    """Words to say in a situation (`when`), with an optional firmer voice."""

    id: Slug
    when: Line
    say: Text
    firmer: Text | None = None

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Every way to say it."""
        return self.voices_after((self.say, self.firmer) if self.firmer else (self.say,))


class Link(Model):
    """A cross-link to the practice `to`, with the reason why the two belong together."""

    to: Line
    because: Line


class Shared(Model):
    """A rule that several pages share, as each of them includes it."""

    id: Slug
    rule: Text


class Rule(Shared):
    """A rule that stands once, the `pages` that include it, and what keeps them from saying the opposite.

    Each of the pages says one of the words in `said`, and none says those in `never`: the build checks that. What no build
    can see stands under `check`, for the reviewer. In `data/rules.yml`:

        - id: stay
          rule: Do not leave a client in danger alone, and hold nobody back.
          pages: [sessions/suicide-risk-late]
          said: [hold]
          never: [block the door until]
          check: No line promises a company that cannot be given.
          sources: [editorial]
    """

    pages: tuple[Text, ...]
    said: tuple[Text, ...] = ()
    never: tuple[Text, ...] = ()
    check: Text
    sources: tuple[Text, ...]


class Review(Model):
    """Who answers for a page, and who reviewed which text of it, and when."""

    owner: Line
    state: Literal["draft", "reviewed"]
    by: Line | None = None
    on: Day | None = None
    digest: Line | None = None


class Signed(Model):
    """A review that a service signed: of which page, `by` whom, on which day, and the digest of the text that was read.

    `guide` is the digest of the guide's own text then, to which the service may have added.
    It takes the place of the guide's own review. In `service/data/signed.yml`, which `make review` writes:

        - {page: sessions/door-handle, by: "A. Grey, clinical lead", on: 2026-05-01, digest: 0a1b2c3d4e5f6071, guide: 0a1b2c3d4e5f6071}
    """

    page: Line
    by: Line
    on: Day
    digest: Line
    guide: Line | None = None

    def over(self, review: Review) -> Review:
        """Return this review in the place of another: the owner stays."""
        return Review(owner=review.owner, state="reviewed", by=self.by, on=self.on, digest=self.digest)


class Change(Model):
    """The day on which the text of a page last changed, the digest of the text since then, and what changed and why."""

    page: Line
    digest: Line
    changed: Day
    what: Line | None = None


class FrontMatter(Model):
    """The facts of a practice, as its author writes them. `short` names it where a question is too long.

    `urgent` is what home calls it in its row for danger, where there is room for a word or two.
    `no_risk` says why its list need not begin with safety. No reader is shown it. `dangers` are those for which its page
    shows contacts before all others. In front of `sessions/door-handle.md`:

        title: What do I do when the client says something large at the door?
        phase: at-the-door
        summary: Check safety first. Name it, and give it the first place next time.
        when: The client says something large as they stand up.
        minutes: 5
        checklist:
          mode: read-do
          pause: When the hand is on the door
          steps:
            - {id: stay, do: Stay where you are., say: Thank you for telling me., sources: [editorial]}
        words:
          - {id: too-big, when: The client goes on, say: "I'd like us to keep it whole."}
        unless:
          - {do: Do not send the client away in danger., to: sessions/suicide-risk-late}
        links:
          - {to: relationships/last-session, because: Both keep the last words for what matters.}
        carries: [q1]
        review: {owner: clinical lead, state: draft}
    """

    title: Line
    short: Line | None = None
    urgent: Annotated[Text, StringConstraints(max_length=18), AfterValidator(_on_one_line)] | None = None
    phase: Line
    summary: Line
    when: Line
    minutes: StrictInt
    checklist: Checklist
    words: tuple[Phrase, ...] = ()
    unless: tuple[Unless, ...] = ()
    links: tuple[Link, ...] = ()
    no_risk: Line | None = None
    dangers: tuple[Purpose, ...] = ()
    carries: tuple[Annotated[Text, BeforeValidator(str, json_schema_input_type=str | float)], ...] = ()
    review: Review


class Practice(FrontMatter):
    """A practice: the facts, where it lives, its text, the rules that it shares with others, and what its text cites and calls."""

    path: str
    body: str
    rules: tuple[Shared, ...] = ()
    cited: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()

    @property
    def side(self) -> Side:
        """The kind of ending it belongs to."""
        return next(side for side in SIDES if self.path.startswith(f"{side}/"))

    @property
    def name(self) -> str:
        """The short name, or the question."""
        return self.short or self.title

    @property
    def ids(self) -> tuple[str, ...]:
        """The permanent ids within the page, in their order."""
        return (*(step.id for step in self.checklist.steps), *(phrase.id for phrase in self.words))

    @property
    def is_local(self) -> bool:
        """Whether the service that runs the guide added the page."""
        return is_local(self.path)


BLANK = re.compile(r"\{([a-z0-9-]+)\}")  # in the text of a letter
# What a blank may be filled `from`, beside the service's settings.
FROM_CONTACTS = "contacts"  # the lines to call or to text in a crisis
FROM_EMERGENCY = "emergency"  # the emergency number, for a sentence that says "call"


class Blank(Model):
    """What a letter leaves open: what to `ask` for, over several `lines` or one, or `from` the service's settings."""

    id: Slug
    ask: Line
    lines: StrictBool = False
    from_: Annotated[Line | None, Field(alias="from")] = None


class Must(Model):
    """Something that has to be in a letter, and what says so.

    It is `shown` in these words of the letter, or in this `{blank}`; or it is done `before` the letter goes out.
    """

    element: Line
    sources: tuple[Text, ...]
    shown: Text | None = None
    before: StrictBool = False


class LetterFacts(Model):
    """The facts of a letter or note, as its author writes them. `letter` holds its text with `{blanks}`.

    In front of a page in `letters/`, beside `title`, `summary`, `when` and `review`:

        for: client
        never: [A diagnosis.]
        must:
          - {element: How to come back, shown: "{ways-back}", sources: [editorial]}
        blanks:
          - {id: client-name, ask: The name that the client wants where others could see it}
          - {id: ways-back, ask: How to return, lines: true, from: ways_back}
        letter: |
          Dear {client-name},

          {ways-back}
        practices: [relationships/no-show-outreach]

    A client is asked again which route is safe before it goes out. `ask_first` is false where nobody should or can ask:
    after a threat, or in silence.
    """

    title: Line
    for_: Annotated[Literal["client", "colleague", "file"], Field(alias="for")]
    summary: Line
    when: Line
    never: tuple[Text, ...]
    must: tuple[Must, ...]
    blanks: tuple[Blank, ...]
    letter: Text
    practices: tuple[Text, ...]
    review: Review
    ask_first: StrictBool = True


class Letter(LetterFacts):
    """A letter or note: the facts, where it lives, its text, and the sources which that text cites."""

    path: str
    body: str
    cited: tuple[str, ...] = ()

    @property
    def is_local(self) -> bool:
        """Whether the service that runs the guide added it."""
        return is_local(self.path)


class PageFacts(Model):
    """The facts of a page that is no practice, as its author writes them.

    One that is written `for` clients speaks to them. `dangers` are those for which it shows contacts before all others.
    """

    title: Line
    summary: Line
    for_: Annotated[Literal["client"] | None, Field(alias="for")] = None
    dangers: tuple[Purpose, ...] = ()


class Page(PageFacts):
    """A page that is no practice: home, a hub or a reference page, and the sources which its text cites."""

    path: str
    body: str
    cited: tuple[str, ...] = ()


class Entry(Model):
    """A page that the navigation leads to, and what it is called there."""

    page: Line
    name: Line

    @property
    def side(self) -> Side | None:
        """The side whose hub the page is."""
        return next((side for side in SIDES if self.page == f"{side}/index"), None)


class Navigation(Model):
    """Where the parts that all pages share lead: the header, the footer, and the page for an address where no page is.

    In `data/navigation.yml`:

        header:
          - {page: sessions/index, name: Sessions}
    """

    header: tuple[Entry, ...] = ()
    footer: tuple[Entry, ...] = ()
    lost: tuple[Entry, ...] = ()


class Name(Model):
    """An author: a person (`family`, `given`) or a body (`literal`)."""

    family: Line | None = None
    given: Line | None = None
    literal: Line | None = None


class Source(Identified):
    """A source, in the terms of the Citation Style Language, with its kind, how far it was read, and what it says.

    In `data/sources.yml`:

        - id: knox-2011-clients
          kind: study
          confidence: seen
          type: article-journal
          title: Clients' perspectives on therapy termination
          author: [{family: Knox, given: S.}, {family: Adrians, given: N.}]
          year: 2011
          doi: 10.1080/10503307.2010.534509
          says: Among 12 US clients interviewed, good endings went with a strong relationship.
    """

    kind: Literal["law", "code", "guideline", "meta-analysis", "study", "book", "web"]
    confidence: Literal["seen", "secondary", "unverified"]
    type: Literal["report", "legislation", "article-journal", "book", "webpage"]
    title: Line
    author: tuple[Name, ...]
    year: Annotated[StrictInt, Field(ge=1000)]
    jurisdiction: Line | None = None
    url: Line | None = None
    doi: Line | None = None
    says: Text | None = None


class Definition(Identified):
    """An entry of the glossary: a term of the field, the forms in which a text `also` uses it, and what it `means`.

    In `data/glossary.yml`:

        - {id: act, term: Acceptance and commitment therapy, also: [ACT], means: A therapy., sources: [editorial]}
    """

    term: Line
    also: tuple[Line, ...] = ()
    means: Text
    sources: tuple[Text, ...]

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form by which a text may use it."""
        return (self.term, *self.also)


class Topic(Model):
    """A subject that clinicians search for and the guide leaves to others, and the ways in which they ask for it."""

    topic: Line
    asks: Texts


Lines = Annotated[
    tuple[Text, ...],
    BeforeValidator(
        lambda value: value.splitlines() if isinstance(value, str) else value,
        json_schema_input_type=str | tuple[str, ...],
    ),
]


class Danger(Model):
    """A danger that a query may speak of: whose it is, the pages to follow, and what its contacts are `for`.

    `said` are patterns for what is said in plain words, `asks` other ways to ask about it, each on a line of its own.
    """

    kind: Literal["reader", "client", "others", "child"]
    pages: Texts
    for_: Annotated[tuple[Purpose, ...], Field(alias="for", min_length=1)]
    said: Lines = ()
    asks: Lines = ()


class Dangers(Model):
    """How search hears danger. How a pattern is written is told in `data/search.yml`.

    `names` stand for patterns within patterns, `calm` is what is not meant so, `talk` what is said of danger where nobody is
    in it, if nobody `live` is spoken of, `quoted` what comes before the words of someone else, and `harmless` are ways to ask
    that only sound like danger. `heard` are lines about others in danger, `own` those of people in danger themselves, and
    `overheard` those of nobody in danger: of them `make learn` learns which words lean to danger, and to the writer's own.
    """

    names: dict[Text, Text] = {}
    calm: Lines = ()
    talk: Lines = ()
    live: Lines = ()
    quoted: Lines = ()
    harmless: Lines = ()
    heard: Lines = ()
    own: Lines = ()
    overheard: Lines = ()
    kinds: tuple[Danger, ...] = ()


class Leans(Model):
    """What was learnt of lines: how far each place leans to danger, and to the writer's own; `of` is the digest of all that.

    Written by `make learn` into `data/leans.yml`, and read by `overrides/components/search/danger.js`.
    """

    of: str
    danger: str
    own: str


class Clients(Model):
    """How search hears a client: the page for clients, how they speak of their therapist, and what they would `not` say."""

    page: Line
    said: Lines = ()
    not_: Annotated[Lines, Field(alias="not")] = ()


class Language(Model):
    """What search knows of how clinicians write.

    `stop` holds words that tell nothing alone, `short` what an abbreviation stands for, `settings` the places of work and
    the professions, which say who asks and not what, `same` the words for one thing, `senses` the words that tell which ending is meant, `danger` how danger is spoken of,
    `clients` how a client speaks, `dangers` the words for each danger, of which a page has to speak that is asked for with one of them, and `outside` what
    they ask for that is none of the guide's business. In `data/search.yml`:

        stop: [the, a]
        short: {dna: did not attend}
        settings: [prison, social worker]
        same: [[quit, drop out]]
        senses: {sessions: [hour], relationships: [therapy]}
        danger:
          kinds:
            - {kind: client, pages: [sessions/suicide-risk-late], for: [crisis], said: suicid~}
        clients: {page: reference/for-clients, said: my therapist, not: my client}
        dangers:
          - [suicid, kill herself]
        outside:
          - {topic: Fees and tax, asks: [what can i deduct]}
    """

    stop: tuple[Text, ...] = ()
    short: dict[Text, Text] = {}
    settings: tuple[Text, ...] = ()
    same: tuple[tuple[Text, ...], ...] = ()
    senses: dict[Literal["sessions", "relationships"], tuple[Text, ...]] = {}
    danger: Dangers = Dangers()
    clients: Clients | None = None
    dangers: tuple[Texts, ...] = ()
    outside: tuple[Topic, ...] = ()


class Reach(Model):
    """One way to reach a contact: the number to call, the number to text, or the address to visit."""

    way: Literal["call", "text", "visit"]
    to: Line
    add: Part | None = None


class OnCall(Identified):
    """Whom clinicians can reach, and how: the hours and languages, and the way for Deaf people.

    `checked` is the day someone last tried it, if anyone did.
    """

    name: Line
    about: Part | None = None
    hours: Part | None = None
    languages: Part | None = None
    deaf: Part | None = None
    reach: Annotated[tuple[Reach, ...], Field(min_length=1)]
    checked: Day | None = None


class OwnContact(OnCall):
    """A crisis contact that a service vouches for, and what it is for."""

    for_: Annotated[tuple[Purpose, ...], Field(alias="for", min_length=1)]

    @property
    def emergency_numbers(self) -> tuple[str, ...]:
        """The numbers to call where life is at risk, if that is what it is for."""
        return tuple(reach.to for reach in self.reach if reach.way == "call" and "emergency" in self.for_)


class Contact(OwnContact):
    """A crisis contact of a country. `checked` is the day someone looked at its operator's own page."""

    sources: Texts


class Region(Model):
    """A country's contacts."""

    id: Slug
    name: Line
    contacts: tuple[Contact, ...]


class SourceLine(Model):
    """A line of the source text: a question (`q1`) or a piece of advice under one (`2.1a`)."""

    code: Line
    text: Text
    under: Line | None = None


class Clash(Model):
    """Lines of the source text that contradict good clinical work or each other, and how it is settled."""

    lines: Texts
    against: Text
    settled: Text
    sources: tuple[Text, ...] = ()


class Noise(Model):
    """Something the web page held that is no advice, and why it was left out."""

    code: Line
    text: Text
    why: Text


class SourceText(Model):
    """The text the guide grew from, line by line.

    In `data/source-text.yml`:

        lines:
          - {code: q1, text: How do you end a difficult therapy session?}
        clashes:
          - {lines: [q1], against: Safety comes before an ending., settled: The pages begin with safety.}
        noise:
          - {code: n1, text: Guidelines, why: The heading of a website's section.}
    """

    lines: tuple[SourceLine, ...]
    clashes: tuple[Clash, ...] = ()
    noise: tuple[Noise, ...] = ()


class Hidden(Model):
    """A page of the guide that a service does not show, and the page that stands in for it.

    In `service/data/hidden.yml`:

        - {page: relationships/nonclinical, to: relationships/clinician-initiated}
    """

    page: Line
    to: Line


class Retired(Model):
    """What stood at an address for good reason and does so no more: in a few words, and the day on which it went."""

    was: Line
    since: Day


class Redirect(Model):
    """An address that moved: a page (`sessions/old`) or an id on one (`sessions/door-handle#old`).

    What is `retired` leads to what takes its place, and whoever follows a link to it is told.
    """

    from_: Annotated[Line, Field(alias="from")]
    to: Line
    retired: Retired | None = None


_LOCAL = re.compile(rf"(?:^|[/#])(?:source-)?{LOCAL_NAME}")


def is_local(name: str) -> bool:
    """Tell whether an address or an id was given by the service that runs the guide, and not by the guide."""
    return _LOCAL.search(name) is not None
