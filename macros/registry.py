"""The kinds of page, and the macros that each may call: `define_env`, every check and every table follow from these rows."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from .course import COURSE, Module, ModuleFacts
from .guide import Guide
from .models import SIDES, Definition, FrontMatter, Letter, LetterFacts, Page, PageFacts, Practice, Rule
from .problems import KINDS
from .render import (
    contacts,
    course,
    design,
    letters,
    lookup,
    pages,
    practice,
    resume,
    reviews,
    settings,
    sources,
)
from .settings import DECISIONS, every_setting, slug


@dataclass(frozen=True)
class Kind:
    """A kind of page: where it lives, the facts that its author writes, and what is read of it.

    Every page of its `folders` is of it, or only the one called `page`. Its pages call the macros that are not optional, in
    the order of the rows; where it `is_free`, they call what they like, in any order.
    """

    name: str
    folders: tuple[str, ...]
    page: str = ""
    facts: type[FrontMatter | LetterFacts | ModuleFacts | PageFacts] = PageFacts
    model: type[Practice | Letter | Module | Page] = Page
    is_free: bool = False

    @property
    def macros(self) -> tuple["Macro", ...]:
        """The macros that its pages may call, in their order."""
        return tuple(macro for macro in MACROS.values() if self in macro.on)

    @property
    def anatomy(self) -> tuple["Macro", ...]:
        """The macros that every page of it calls, in their order."""
        return () if self.is_free else tuple(macro for macro in self.macros if not macro.is_optional)


# The first row that fits a path is its kind.
KINDS_OF_PAGE = (
    HOME := Kind("home", ("",), "index"),
    HUB := Kind("hub", SIDES, "index"),
    PRACTICE := Kind("practice", SIDES, facts=FrontMatter, model=Practice),
    LETTERS := Kind("letters", ("letters",), "index"),
    LETTER := Kind("letter", ("letters",), facts=LetterFacts, model=Letter),
    WAY := Kind("course", (COURSE,), "index"),
    RECORD := Kind("record", (COURSE,), "record"),
    VERIFY := Kind("verify", (COURSE,), "verify"),
    COHORT := Kind("cohort", (COURSE,), "cohort"),
    MANAGE := Kind("manage", (COURSE,), "manage"),
    MODULE := Kind("module", (COURSE,), facts=ModuleFacts, model=Module),
    REFERENCE := Kind("reference", ("reference",), is_free=True),
)


def kind_of(path: str) -> Kind | None:
    """Return the kind of the page at `path`, or nothing where no page may live."""
    folder, _, page = path.rpartition("/")
    fitting = (kind for kind in KINDS_OF_PAGE if folder in kind.folders and kind.page in ("", page))
    return next(fitting, None)


@dataclass(frozen=True)
class Read:
    """What was read so far, on which the ids of a page depend; `hidden` are the practices that a service does not show."""

    practices: Mapping[str, Practice]
    modules: Mapping[str, Module]
    glossary: tuple[Definition, ...]
    rules: tuple[Rule, ...]
    hidden: Collection[str] = ()


def _no_ids(_read: Read, _path: str) -> Iterable[str]:
    return ()


@dataclass(frozen=True)
class Macro:
    """A macro: its name, the kinds of page that it stands `on`, and `render(guide, path)`, which makes its block.

    It makes the ids `anchors`, to which nothing else on the page may be called, and those that `ids` finds in what was read.
    Of a practice that does not state the `fact`, it makes nothing. The text of a page may begin below one with `text_below`.
    A macro that `takes` arguments is `render(guide, *arguments)` and stands in sentences, as often as it is needed.
    """

    name: str
    on: tuple[Kind, ...]
    render: Callable[..., Markup]
    anchors: tuple[str, ...] = ()
    ids: Callable[[Read, str], Iterable[str]] = _no_ids
    fact: str = ""
    takes: str = ""
    is_optional: bool = False
    text_below: bool = False

    def makes(self, read: Read, path: str) -> frozenset[str]:
        """Return the ids that it makes on the page at `path`."""
        if self.fact and not getattr(read.practices[path], self.fact):
            return frozenset()
        return frozenset((*self.anchors, *self.ids(read, path)))


def _of_practice(render: Callable[[Guide, Practice], Markup]) -> Callable[[Guide, str], Markup]:
    return lambda guide, here: render(guide, guide.practices[here])


def _of_letter(render: Callable[[Guide, Letter], Markup]) -> Callable[[Guide, str], Markup]:
    return lambda guide, here: render(guide, guide.letters[here])


def _steps(read: Read, path: str) -> Iterable[str]:
    return (step.id for step in read.practices[path].checklist.steps)


def _phrases(read: Read, path: str) -> Iterable[str]:
    return (phrase.id for phrase in read.practices[path].words)


def _phases(read: Read, path: str) -> Iterable[str]:
    return (p.phase for p in read.practices.values() if path == f"{p.side}/index")


def _spoken(read: Read, _path: str) -> Iterable[str]:
    speaking = (p for p in read.practices.values() if p.words or any(s.say for s in p.checklist.steps))
    return (id_ for p in speaking for id_ in (p.side, f"{p.side}-{p.phase}"))


def _tasks(read: Read, path: str) -> Iterable[str]:
    return read.modules[path].ids


def _rules(read: Read, _path: str) -> Iterable[str]:
    return (rule.id for rule in read.rules)


def _terms(read: Read, _path: str) -> Iterable[str]:
    return (term.id for term in read.glossary)


def _weeks(read: Read, _path: str) -> Iterable[str]:
    return (f"week-{module.week}" for module in read.modules.values())


def _pairs(read: Read, _path: str) -> Iterable[str]:
    shown = (path for path in read.practices if path not in read.hidden)
    return (*shown, *(f"{p.side}-{p.phase}" for p in read.practices.values()))


_MODULE_PARTS = (
    "before",
    "reading",
    "aloud",
    "partner",
    "checks",
    "scenario",
    "observe",
    "revisit",
    "facilitator",
    "end",
)
_DOORS = ("door-sessions", "door-relationships")
_LETTER_PARTS = ("never", "decisions", "letter", "must")
_KINDS = tuple(kind.anchor for kind in KINDS.values())
_SETTINGS = tuple(slug(key) for key, _ in every_setting())
_DECISIONS = tuple(map(slug, DECISIONS))

CITE = Macro(
    "cite",
    (PRACTICE, LETTER, REFERENCE),
    practice.cite,
    takes="the ids of sources, in quotes",
    is_optional=True,
)
MACROS: dict[str, Macro] = {
    macro.name: macro
    for macro in (
        # At home and on the hubs
        Macro("right_now", (HOME,), pages.right_now, ("right-now",)),
        Macro("resume", (HOME,), resume.resume),
        Macro("sides", (HOME,), pages.sides, _DOORS),
        Macro("local", (HOME,), pages.local),
        Macro("phases", (HUB,), pages.phases, ids=_phases),
        # On the page of a practice
        Macro("answer", (PRACTICE,), _of_practice(practice.answer), ("answer",)),
        Macro("checklist", (PRACTICE,), _of_practice(practice.checklist), ("checklist",), _steps),
        Macro("contacts", (PRACTICE, HOME, REFERENCE), contacts.contacts, ("contacts",), is_optional=True),
        Macro("words", (PRACTICE,), _of_practice(practice.words), ("words",), _phrases, fact="words"),
        Macro("exceptions", (PRACTICE,), _of_practice(practice.exceptions), ("exceptions",), fact="unless"),
        Macro("crosslinks", (PRACTICE,), _of_practice(practice.crosslinks), ("crosslinks",), text_below=True),
        # On the page of a letter, and on the list of letters
        Macro("letters", (LETTERS,), letters.letters),
        Macro("letter", (LETTER,), _of_letter(letters.letter), _LETTER_PARTS),
        # Below both, and on a page of reference that cites
        CITE,
        Macro("references", (PRACTICE, LETTER, REFERENCE), practice.references, ("sources",)),
        # In the course
        Macro("progress", (WAY,), course.progress),
        Macro("recall_queue", (WAY,), course.recall_queue, ("recall",)),
        Macro("path", (WAY,), course.path, ("due",), _weeks),
        Macro("carry", (WAY,), course.carry, ("carry", "restore")),
        Macro("record", (RECORD,), course.record),
        Macro("verify", (VERIFY,), course.verify),
        Macro("cohort", (COHORT,), course.cohort),
        Macro("plan", (MANAGE,), course.plan),
        Macro("module", (MODULE,), course.module, _MODULE_PARTS, _tasks),
        # On pages of reference
        Macro("pairs", (REFERENCE,), pages.pairs, ("lists",), _pairs),
        Macro("origins", (REFERENCE,), pages.origins, ("lines", "clashes", "noise")),
        Macro("problems", (REFERENCE,), pages.problems, _KINDS),
        Macro("sources", (REFERENCE,), sources.sources),
        Macro("decisions", (REFERENCE,), settings.decisions, _DECISIONS),
        Macro("settings", (REFERENCE,), settings.settings, _SETTINGS),
        Macro("starter", (REFERENCE,), settings.starter),
        Macro("phrases", (REFERENCE,), lookup.phrases, ids=_spoken),
        Macro("glossary", (REFERENCE,), lookup.glossary, ids=_terms),
        Macro("rules", (REFERENCE,), lookup.rules, ids=_rules),
        Macro("index", (REFERENCE,), lookup.index),
        Macro("reviews", (REFERENCE,), reviews.reviews),
        Macro("tokens", (REFERENCE,), design.tokens),
        Macro("contrast", (REFERENCE,), design.contrast),
        Macro("parts", (REFERENCE,), design.parts),
    )
}
