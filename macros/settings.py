"""What a service that runs the guide settles for itself: each setting with its type, its words, and where it shows.

`service.yml` to start from, the page of settings and the sentences on the pages are all made of what stands here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StrictBool, StrictInt
from pydantic_core import PydanticCustomError

from .models import Line, Model, OnCall, OwnContact, Part, Reach, ShownName, Slug
from .vocabulary import TERMS, Term, Vocabulary


@dataclass(frozen=True)
class Setting:
    """How a setting is explained: what it is, where it shows, and a value to start from, as YAML."""

    title: str
    about: str
    shows: str
    example: str
    required: bool = False


@dataclass(frozen=True)
class Decision(Setting):
    """A setting that differs between services, with its sentence: `open` until it is made, and `made` after that.

    `made` is filled with the service's `name` and the `value`; `refused` stands in its place where the value is no.
    """

    shows: str = "under the steps that it settles, and on the page of decisions"
    example: str = ""
    open: str = ""
    made: str = ""
    refused: str = ""

    def sentence(self, name: str, value: object) -> str:
        """Return what the pages say once the service called `name` has settled on `value`, or has not (None)."""
        if value is None:
            return self.open
        return (self.refused if value is False else self.made).format(name=name, value=value)


class Attempts(Model):
    """How many attempts to reach a client, and how many days apart."""

    number: Annotated[StrictInt, Field(ge=1, le=20)]
    days_apart: Annotated[StrictInt, Field(ge=1, le=90)]

    def __str__(self) -> str:
        if self.number == 1:
            return "once"
        return f"{self.number} times, {_count(self.days_apart, 'day')} apart,"


class Span(Model):
    """A length of time."""

    number: Annotated[StrictInt, Field(ge=1, le=100)]
    unit: Literal["days", "weeks", "months", "years", "sessions"]

    def __str__(self) -> str:
        return _count(self.number, self.unit.removesuffix("s"))


class Person(Model):
    """Someone to call, by role, and how to reach them."""

    who: Part
    reach: tuple[Reach, ...] = ()

    def __str__(self) -> str:
        return self.who


class Caretakers(Model):
    """Who owns the pages and who reviews them, by role."""

    owner: Part
    reviewer: Part

    def __str__(self) -> str:
        return f"owned by {self.owner} and reviewed by {self.reviewer}"


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}{'' if number == 1 else 's'}"


def _as_term(value: object) -> object:
    if isinstance(value, bool | int | float):
        raise PydanticCustomError("string_type", "a term")
    return {"one": value} if isinstance(value, str) else value


Terms = Annotated[Term, BeforeValidator(_as_term, json_schema_input_type=str | Term)]


class OwnTerms(Model):
    """A service's own terms for the guide's."""

    client: Terms | None = None
    therapy: Terms | None = None
    clinician: Terms | None = None
    therapist: Terms | None = None
    supervisor: Terms | None = None
    family_doctor: Terms | None = None


MINUTES_OF_AN_HOUR = 60
Minutes = Annotated[StrictInt, Field(ge=1, le=240)]

# Our own judgement, for want of a rule that binds everywhere: codes and laws change within a year or two, and a small
# service can keep to once a year.
REVIEW_MONTHS = 12

# Our own judgement, too: a device in use meets a network far more often, and numbers to call change within months.
COPY_DAYS = 30

# MkDocs' own settings, which stand beside `extra` and not in it.
TOP = {
    "site_url": Setting(
        "The address of your guide",
        "Where your readers will open it, with a slash at its end. Every link that they copy begins with it.",
        "in every copied link, on every printed sheet",
        "https://guide.your-service.example/",
        required=True,
    ),
    "site_name": Setting(
        "The name of the guide",
        "Leave it out to keep 'Ending Well'.",
        "at the top of every page, in the title of the window",
        "Ending Well",
    ),
}


class Settings(Model):
    """The settings of the service that runs the guide, as it writes them under `extra: service:`."""

    name: Annotated[
        ShownName | None,
        Setting(
            "The name of your service",
            "As your clinicians say it.",
            "at the top of every page, and in every sentence that speaks of a decision of yours",
            "Your service",
            required=True,
        ),
    ] = None
    regions: Annotated[
        tuple[Line, ...] | None,
        Setting(
            "The countries whose crisis contacts are shown",
            "Any of us, uk, ie, ca, au and nz. Nothing of another country is published. For a country that is not "
            "among them write [], and give your own contacts, with the emergency number among them.",
            "on the page of crisis contacts, on every page for danger, in letters",
            "[nz]",
            required=True,
        ),
    ] = None
    contacts: Annotated[
        tuple[OwnContact, ...],
        Setting(
            "Crisis contacts of your own",
            "Each with an id that begins with 'local-'. With the id of one of the guide's contacts it takes that one's "
            "place. 'for' lists what it is for: emergency, crisis, young-people, veterans. 'checked' is the day on which "
            "someone last tried it.",
            "among the crisis contacts, above those of the countries and below the emergency number",
            "- {id: local-crisis-team, name: The crisis team of your district, for: [crisis], about: At any hour,\n"
            "   reach: [{way: call, to: '204', add: from any telephone in the house}], checked: 2024-03-01}",
        ),
    ] = ()
    on_call: Annotated[
        tuple[OnCall, ...],
        Setting(
            "Who is on call for your clinicians",
            "Written like a crisis contact, without 'for'. It is shown as help for the clinician, and never to be handed to a client.",
            "on the home page, and above the crisis contacts",
            "- {id: local-duty, name: Duty desk, reach: [{way: call, to: '201'}]}",
        ),
    ] = ()
    consultation: Annotated[
        Person | None,
        Decision(
            "Whom to call for consultation",
            "The person by role, and how to reach them.",
            example="{who: the duty supervisor, reach: [{way: call, to: '202'}]}",
            open="Whom to call for consultation is your service’s decision. Weigh who is free at that hour, who knows "
            "your law, and who steps in when they are away.",
            made="At {name}, the person to call is {value}.",
        ),
    ] = None
    session_minutes: Annotated[
        Minutes | None,
        Decision(
            "How long a session lasts",
            "Whole minutes. Where they are not 60, no page says `hour` for one.",
            example="50",
            open="How long a session lasts is your service’s decision. Weigh what the work needs, what the client can "
            "hold, and time to write before the next one.",
            made="At {name}, a session lasts {value} minutes.",
        ),
    ] = None
    wind_down_minutes: Annotated[
        Minutes | None,
        Decision(
            "When the wind-down begins",
            "Whole minutes before the end.",
            example="10",
            open="When the wind-down begins is your service’s decision. Weigh the length of the session, the kind of "
            "work, and how slowly a client comes back to the day.",
            made="At {name}, the wind-down begins {value} minutes before the end.",
        ),
    ] = None
    missed_appointment: Annotated[
        Part | None,
        Decision(
            "What counts as a missed appointment",
            "The end of a sentence that begins: an appointment counts as missed when ...",
            example="no word has come by 15 minutes after the start",
            open="What counts as a missed appointment is your service’s decision. Weigh travel, illness, care for "
            "others, and what happens when word comes late.",
            made="At {name}, an appointment counts as missed when {value}.",
        ),
    ] = None
    contact_attempts: Annotated[
        Attempts | None,
        Decision(
            "How many contact attempts, and how far apart",
            "The number, and the days between two of them.",
            example="{number: 3, days_apart: 7}",
            open="How many contact attempts, and how far apart, is your service’s decision. Weigh the last known risk, "
            "the routes that the client agreed to, and the wish to be left alone.",
            made="At {name}, clinicians try {value} before they take silence as a stop. Risk, a child or doubt comes before any count.",
        ),
    ] = None
    notice: Annotated[
        Span | None,
        Decision(
            "Notice before an ending",
            "A number of days, weeks, months or sessions.",
            example="{number: 4, unit: weeks}",
            open="How long before an ending the client is told is your service’s decision. Weigh the length of the work, "
            "what is left to do, and any rule that you work under.",
            made="At {name}, a client is told of a planned ending at least {value} before it. Safety comes before any notice.",
        ),
    ] = None
    letters_signed_by: Annotated[
        Part | None,
        Decision(
            "Who signs letters",
            "By role.",
            example="the clinician who did the work",
            open="Who signs letters is your service’s decision. Weigh whom the client knows, and who answers for what is "
            "written.",
            made="At {name}, letters are signed by {value}.",
        ),
    ] = None
    diagnosis_in_letters: Annotated[
        StrictBool | None,
        Decision(
            "Whether a letter may state a diagnosis",
            "true or false.",
            example="false",
            open="Whether a letter may state a diagnosis is your service’s decision. Weigh who may open it, what the "
            "client agreed to, and what your local rules ask for.",
            made="At {name}, a letter may state a diagnosis, once the client has agreed to it.",
            refused="At {name}, no letter states a diagnosis.",
        ),
    ] = None
    files_stay_open: Annotated[
        Span | None,
        Decision(
            "How long files stay open",
            "A number of days, weeks, months or years after the last contact.",
            example="{number: 3, unit: months}",
            open="How long a file stays open after the last contact is your service’s decision. Weigh the last known "
            "risk, how a client would come back, and who is waiting for the place.",
            made="At {name}, a file stays open for {value} after the last contact. With risk or doubt it stays open. For a child, the safeguarding lead is asked before it is closed.",
        ),
    ] = None
    pages: Annotated[
        Caretakers | None,
        Decision(
            "Who owns and reviews pages",
            "Both by role.",
            shows="at the foot of every page, and on the page of decisions",
            example="{owner: the practice manager, reviewer: the clinical lead}",
            open="Who owns and who reviews the pages is your service’s decision. Weigh who has the training, the time, "
            "and the say to change them.",
            made="At {name}, pages are {value}.",
        ),
    ] = None
    review_months: Annotated[
        StrictInt,
        Field(ge=1, le=60),
        Setting(
            "How long a review holds",
            "Whole months from one review of a page to the next, from 1 to 60.",
            "at the end of every reviewed page, and on the page of all pages by review state",
            str(REVIEW_MONTHS),
        ),
    ] = REVIEW_MONTHS
    copy_days: Annotated[
        StrictInt,
        Field(ge=1, le=365),
        Setting(
            "How old a copy without a network may be",
            "Whole days since a device last saw that its copy is up to date, from 1 to 365.",
            "under the header of an older copy, as a warning on every page with crisis contacts",
            str(COPY_DAYS),
        ),
    ] = COPY_DAYS
    contact_route: Annotated[
        Line | None,
        Setting(
            "How clients reach you",
            "A safe way, in plain words.",
            "in letters",
            "leave a message at the front desk",
        ),
    ] = None
    ways_back: Annotated[
        Line | None,
        Setting(
            "How clients come back", "In plain words.", "in letters", "call the front desk and ask for me"
        ),
    ] = None
    records_route: Annotated[
        Line | None,
        Setting("How clients ask for their records", "In plain words.", "in letters", "write to the office"),
    ] = None
    other_services: Annotated[
        Line | None,
        Setting(
            "Other services that you name in letters",
            "Ones that you know to be open, and what they cost.",
            "in letters",
            "the walk-in clinic in the library, which is free",
        ),
    ] = None
    spelling: Annotated[
        Literal["british", "american"],
        Setting("Spelling", "british or american.", "on every page", "british"),
    ] = "british"
    vocabulary: Annotated[
        OwnTerms,
        Setting(
            "Your words",
            f"What you say for {', '.join(TERMS)}: one word, or {{one: ..., many: ...}} where its plural is another than "
            "English makes. You may add article: an, and for therapy countable: false where there is no one of it. `make words` shows "
            "each sentence that changes. What cites a source or reports a study keeps the guide's words.",
            "wherever the guide's own word stood: on pages, in letters, in print, in search",
            "{client: patient, family_doctor: {one: GP, many: GPs}}",
        ),
    ] = OwnTerms()
    logo: Annotated[
        Line | None,
        Setting(
            "Your logo",
            "An SVG, PNG or WebP file in your folder.",
            "at the top of every page",
            "assets/logo.svg",
        ),
    ] = None
    hue: Annotated[
        Annotated[StrictInt, Field(ge=0, le=359)] | None,
        Setting(
            "Your colour",
            "Its place on the colour wheel: 30 is orange, 140 green, 250 blue, 330 pink. How light it is, the guide "
            "chooses, so that it can be read.",
            "on your name, and on everything that you added",
            "250",
        ),
    ] = None
    folder: Annotated[
        Slug,
        Setting(
            "The folder of your additions",
            "One beside this file.",
            "nowhere: it tells the build where to look",
            "service",
        ),
    ] = "service"

    @property
    def called(self) -> str:
        """The service's name, for a sentence."""
        return self.name or "this service"

    @cached_property
    def wording(self) -> Vocabulary:
        """How the service spells, its own terms, and whether its sessions are hours."""
        own = {key: term for key, term in self.vocabulary if term is not None}
        return Vocabulary(
            own,
            is_american=self.spelling == "american",
            has_hours=self.session_minutes in (None, MINUTES_OF_AN_HOUR),
            names=(self.name,) if self.name else (),
        )

    def sentence(self, key: str) -> str:
        """Return what the pages say of the decision `key`."""
        return DECISIONS[key].sentence(self.called, getattr(self, key))


def slug(key: str) -> str:
    """Return the place of a setting on the pages that explain it."""
    return key.replace("_", "-")


def every_setting() -> Iterator[tuple[str, Setting]]:
    """Return every setting under `extra: service:` with its key."""
    for key, field in Settings.model_fields.items():
        yield key, next(part for part in field.metadata if isinstance(part, Setting))


DECISIONS: dict[str, Decision] = {key: item for key, item in every_setting() if isinstance(item, Decision)}
