"""One guide: all practices by path, links in both directions, the source text's lines, the reviews."""

import hashlib
import json
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Literal, get_args

from .course import COURSE, Check, Item, Module, Task
from .glossary import GLOSSARY, first_uses, linked
from .headings import headings
from .models import (
    EDITORIAL,
    LOCAL,
    PHASES,
    SIDES,
    Change,
    Contact,
    Definition,
    Language,
    Leans,
    Letter,
    Navigation,
    OwnContact,
    Page,
    Practice,
    Redirect,
    Retired,
    Rule,
    Side,
    Signed,
    Source,
    SourceText,
    Step,
    is_local,
)
from .moves import followed, moves_of
from .numbers import numbered
from .settings import Settings
from .short import shortened

RULES = "reference/shared-rules"
SOURCES = "reference/sources"  # the page that lists every source
Reviewed = Practice | Letter | Module  # the pages that a reviewer signs
ReviewState = Literal["lapsed", "draft", "reviewed"]
STATES: tuple[ReviewState, ...] = get_args(ReviewState)  # what needs a review stands first


@dataclass(frozen=True)
class Pair:
    """Two practices that belong together, in the order of their sides, and why."""

    left: Practice
    right: Practice
    because: str


@dataclass(frozen=True)
class Neighbour:
    """A practice seen from its partner in a pair, and why the two belong together."""

    practice: Practice
    because: str


@dataclass(frozen=True)
class Use:
    """A page that states something from a source, and its steps or checks that do: the number and the id of each."""

    page: Reviewed | Page
    places: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Country:
    """A country's contacts as the guide prints them, emergency first: a service may have put its own in the place of one."""

    id: str
    name: str
    contacts: tuple[OwnContact, ...]


@dataclass(frozen=True)
class Gone:
    """Where a part is that a page once had, or what took its place since it was retired."""

    to: str
    retired: Retired | None = None


@dataclass(frozen=True)
class PageStatus:
    """Who answers for a page, and what became of its text: what an auditor asks of it."""

    page: Reviewed
    owner: str
    state: ReviewState
    next_review: date | None
    change: Change | None
    version: str


@dataclass(frozen=True)
class Guide:
    """Everything the guide says, as the service that runs it has settled it, checked. It is read once and never changes.

    `ledger` holds every address ever published, and the number that is written down for it, `shorts` the short address of
    each that has one. `hidden` leads from each page
    that is not shown to the one that stands in for it; `own_files` are the files that the service adds to the site, by
    their addresses there. `places` are the ids on every page to which links may lead.
    """

    address: str
    settings: Settings
    practices: Mapping[str, Practice]
    letters: Mapping[str, Letter]
    modules: Mapping[str, Module]
    pages: Mapping[str, Page]
    asks: Mapping[str, tuple[str, ...]]
    sources: Mapping[str, Source]
    regions: tuple[Country, ...]
    source_text: SourceText
    ledger: Mapping[str, int | None]
    shorts: Mapping[str, str]
    redirects: tuple[Redirect, ...]
    hidden: Mapping[str, str]
    own_files: Mapping[str, Path]
    glossary: tuple[Definition, ...]
    rules: tuple[Rule, ...]
    changes: tuple[Change, ...]
    signed: tuple[Signed, ...]
    language: Language
    leans: Leans
    navigation: Navigation
    places: Mapping[str, frozenset[str]]

    @cached_property
    def reviewed(self) -> Mapping[str, Reviewed]:
        """Every page that a reviewer signs, by its path."""
        return {**self.practices, **self.letters, **self.modules}

    @cached_property
    def files(self) -> frozenset[str]:
        """The files of the pages that are shown, by their paths: all that the site takes from those who write."""
        return frozenset(f"{path}.md" for path in (*self.reviewed, *self.pages))

    def address_of(self, page: Reviewed) -> str:
        """Return the permanent address of the page."""
        return f"{self.address}{page.path}/"

    def page(self, path: str) -> Practice | Letter | Module | Page:
        """Return the page at `path`."""
        return self.reviewed[path] if path in self.reviewed else self.pages[path]

    def body_of(self, path: str) -> str:
        """Return the text of the page at `path`; that of a practice leads to the terms that it uses."""
        body = self.page(path).body
        return linked(body, path, self.glossary) if path in self.practices else body

    def now(self, address: str) -> str:
        """Return where `address` is after all its moves, or the page that stands in for its page where that is hidden."""
        end = followed(address, self._moves)
        return self.hidden.get(end.partition("#")[0], end)

    def shown(self, path: str) -> str:
        """Return `path`, or the page that stands in for it where the service has hidden it."""
        return self.hidden.get(path, path)

    @cached_property
    def _moves(self) -> Mapping[str, str]:
        return moves_of(self.redirects)

    @cached_property
    def own_contacts(self) -> tuple[OwnContact, ...]:
        """The service's own crisis contacts, but for those that took the place of one of the guide's."""
        placed = {contact.id for region in self.regions for contact in region.contacts}
        return emergency_first(c for c in self.settings.contacts if c.id not in placed)

    @property
    def own(self) -> Country:
        """The service's own crisis contacts, under its name."""
        return Country("", self.settings.called, self.own_contacts)

    @property
    def emergency(self) -> tuple[tuple[Country, OwnContact], ...]:
        """The contacts that give an emergency number, each after its country, or the service that has it."""
        return tuple(
            (where, c) for where in (*self.regions, self.own) for c in where.contacts if c.emergency_numbers
        )

    @property
    def contacts(self) -> tuple[OwnContact, ...]:
        """Every crisis contact that is shown: the service's own, and those of its regions."""
        return (*self.own_contacts, *(contact for region in self.regions for contact in region.contacts))

    def deciding(self, key: str) -> tuple[Practice, ...]:
        """Return the practices on whose steps the decision `key` falls."""
        return tuple(self._deciding.get(key, ()))

    @cached_property
    def _deciding(self) -> Mapping[str, list[Practice]]:
        found: dict[str, list[Practice]] = {}
        for practice in self.practices.values():
            for key in {key for step in practice.checklist.steps for key in step.decides}:
                found.setdefault(key, []).append(practice)
        return found

    @cached_property
    def term_uses(self) -> Mapping[str, tuple[Practice, ...]]:
        """The practices whose text uses each term of the glossary, by its id."""
        used: dict[str, tuple[Practice, ...]] = {term.id: () for term in self.glossary}
        for practice in self.practices.values():
            for _, _, term in first_uses(practice.body, self.glossary):
                used[term.id] += (practice,)
        return used

    def letters_for(self, practice: Practice) -> tuple[Letter, ...]:
        """Return the letters that go with `practice`."""
        return tuple(
            letter
            for letter in self.letters.values()
            if practice.path in (self.shown(path) for path in letter.practices)
        )

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Every cross-link once, sessions before relationships before shared."""
        pairs = []
        for practice in self.practices.values():
            for link in practice.links:
                left, right = sorted((practice, self.practices[link.to]), key=lambda p: SIDES.index(p.side))
                pairs.append(Pair(left, right, link.because))
        return tuple(sorted(pairs, key=lambda pair: (self._order(pair.left), self._order(pair.right))))

    def neighbours(self, practice: Practice) -> tuple[Neighbour, ...]:
        """Return the partners of `practice`, whichever page the link was written on."""
        return tuple(self._neighbours.get(practice.path, ()))

    @cached_property
    def _neighbours(self) -> Mapping[str, list[Neighbour]]:
        found: dict[str, list[Neighbour]] = {}
        for pair in self.pairs:
            for here, there in ((pair.left, pair.right), (pair.right, pair.left)):
                found.setdefault(here.path, []).append(Neighbour(there, pair.because))
        return found

    @cached_property
    def phases(self) -> tuple[tuple[Side, str, str], ...]:
        """The phases that hold a practice: the side, the id and the name of each."""
        named = ((side, id_, name) for side in SIDES for id_, name in PHASES[side].items())
        return tuple(phase for phase in named if self.in_phase(*phase[:2]))

    def in_phase(self, side: Side, phase: str) -> tuple[Practice, ...]:
        """Return the practices of a phase; those for danger come first, then by title."""
        return tuple(self._in_phases.get((side, phase), ()))

    @cached_property
    def _in_phases(self) -> Mapping[tuple[Side, str], list[Practice]]:
        found: dict[tuple[Side, str], list[Practice]] = {}
        for practice in sorted(self.practices.values(), key=self._order):
            found.setdefault((practice.side, practice.phase), []).append(practice)
        return found

    def carriers(self, code: str) -> tuple[Practice, ...]:
        """Return the practices that answer a line of the source text."""
        return tuple(practice for practice in self.practices.values() if code in practice.carries)

    def sources_of(self, page: Reviewed | Page) -> tuple[Source, ...]:
        """Return what `page` rests on, in the order in which it names it."""
        ids = dict.fromkeys((*source_ids(page), *page.cited))
        return tuple(self.sources[id_] for id_ in ids if id_ not in (EDITORIAL, LOCAL))

    @cached_property
    def in_contacts(self) -> frozenset[str]:
        """The ids of the sources on which the crisis contacts rest that are shown."""
        return frozenset(
            id_ for contact in self.contacts if isinstance(contact, Contact) for id_ in contact.sources
        )

    @cached_property
    def in_clashes(self) -> frozenset[str]:
        """The ids of the sources by which clashes of the source text are settled."""
        return frozenset(id_ for clash in self.source_text.clashes for id_ in clash.sources)

    @cached_property
    def in_glossary(self) -> Mapping[str, tuple[Definition, ...]]:
        """The terms that rest on each source, by its id."""
        ids = dict.fromkeys(id_ for term in self.glossary for id_ in term.sources if id_ in self.sources)
        return {id_: tuple(term for term in self.glossary if id_ in term.sources) for id_ in ids}

    @cached_property
    def uses(self) -> Mapping[str, tuple[Use, ...]]:
        """The pages that rest on each source, by its id; a source that nothing rests on is not there."""
        gathered = (*self.in_contacts, *self.in_clashes, *self.in_glossary)
        found: dict[str, list[Use]] = {id_: [] for id_ in gathered}
        pages: tuple[Reviewed | Page, ...] = (
            *sorted(self.practices.values(), key=self._order),
            *self.letters.values(),
            *self.modules_in_order,
            *self.pages.values(),
        )
        for page in pages:
            stated = () if isinstance(page, Letter | Page) else statements_in(page)
            for source in self.sources_of(page):
                places = tuple((n, each.id) for n, each in enumerate(stated, 1) if source.id in each.sources)
                found.setdefault(source.id, []).append(Use(page, places))
        return {id_: tuple(uses) for id_, uses in sorted(found.items())}

    def status_of(self, page: Reviewed) -> PageStatus:
        """Return who answers for `page`; for a page of the guide that is whom the service that runs it has named."""
        named, state, signed = self.settings.pages, review_state(page), page.review
        return PageStatus(
            page=page,
            owner=named.owner if named and not is_local(page.path) else signed.owner,
            state=state,
            next_review=months_after(signed.on, self.settings.review_months)
            if state == "reviewed" and signed.on
            else None,
            change=self.change_of(page.path),
            version=version(page),
        )

    def change_of(self, path: str) -> Change | None:
        """Return the last change of the page at `path`, if one is written down."""
        return self._changes.get(path)

    def change_since_review(self, page: Reviewed) -> Change | None:
        """Return the last change of the own text of `page`, if it came after the review; a service's steps are no part of that.

        Where the text that was read is not noted by itself, the days tell, of which one may hold both.
        """
        change, own, read = self.change_of(page.path), self._signed.get(page.path), page.review
        if change is None or change.digest in {read.digest, own and own.guide}:
            return None
        if is_local(page.path):
            is_before = read.on is not None and change.changed < read.on
        else:
            is_before = own is not None and not own.guide and change.changed <= own.on
        return None if is_before else change

    @cached_property
    def _signed(self) -> dict[str, Signed]:
        return {row.page: row for row in self.signed}

    @cached_property
    def _changes(self) -> dict[str, Change]:
        return {change.page: change for change in self.changes}

    @cached_property
    def items(self) -> Mapping[str, Mapping[str, Item]]:
        """What there is to do in each module, by its path: in its order by its id, each with its permanent number."""
        return {
            module.path: {
                task.id: Item(self.numbers[f"{module.path}#{task.id}"], self._version(task), task)
                for task in module.tasks
            }
            for module in self.modules_in_order
        }

    def _version(self, task: Task) -> str:
        return (
            version(self.practices[self.shown(task.practice)]) if task.practice else digest(task.content)[:8]
        )

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The permanent number of every address within the course, those that it has no longer among them.

        What is not in the ledgers yet has the number that `make ledger` will write down.
        """
        tasks = {f"{module.path}#{id_}" for module in self.modules.values() for id_ in module.ids}
        return numbered(self.ledger, (row for row in self.identities if row in tasks))

    @cached_property
    def short(self) -> Mapping[str, str]:
        """The short address of every practice, and of those that moved or are gone: where none is written, `make ledger` will."""
        return shortened(self.shorts, self.practices)

    @property
    def retired(self) -> tuple[tuple[int, str], ...]:
        """The numbers and addresses within the course that it has no longer."""
        shown = set(self.identities)
        return tuple((number, row) for row, number in self.numbers.items() if row not in shown)

    @cached_property
    def modules_in_order(self) -> tuple[Module, ...]:
        """The modules as they are done: by week, and each after those that it builds on."""
        return tuple(
            sorted(self.modules.values(), key=lambda module: (module.week, self._depth(module), module.path))
        )

    def before(self, module: Module) -> tuple[Module, ...]:
        """Return the modules that `module` builds on."""
        return tuple(self.modules[f"{COURSE}/{id_}"] for id_ in module.after)

    def _depth(self, module: Module) -> int:
        return 1 + max(map(self._depth, self.before(module)), default=0)

    @cached_property
    def register(self) -> tuple[PageStatus, ...]:
        """Who answers for every page that is signed: first what needs a review, then what is due soonest."""
        return tuple(
            sorted(
                map(self.status_of, self.reviewed.values()),
                key=lambda r: (STATES.index(r.state), r.next_review or date.max, r.page.path),
            )
        )

    def aliases(self, page: Practice | Page, id_: str) -> tuple[str, ...]:
        """Return retired ids of the page that now lead to `id_`."""
        prefix, target = f"{page.path}#", f"{page.path}#{id_}"
        moved = (
            r.from_.removeprefix(prefix)
            for r in self.redirects
            if r.to == target and r.from_.startswith(prefix) and not r.retired
        )
        return tuple(moved)

    def gone(self, path: str) -> Mapping[str, Gone]:
        """Return what was once on the page, or on one that moved to it or is hidden behind it, by its id there.

        On a page that lists others, the name of one that moved or is hidden leads to the one in its place.
        """
        listed = {old: Gone(f"{path}#{new}") for old, new in self._led_on.items() if new in self.places[path]}
        return listed | self._once.get(path, {})

    @cached_property
    def _led_on(self) -> Mapping[str, str]:
        """The page in the place of each that moved or is hidden."""
        pages = (*(r.from_ for r in self.redirects if "#" not in r.from_), *self.hidden)
        return {old: self.now(old).partition("#")[0] for old in pages}

    @cached_property
    def _once(self) -> Mapping[str, dict[str, Gone]]:
        """What was once on each page, or on one that moved to it or is hidden behind it, by its id there."""
        found = defaultdict[str, dict[str, Gone]](dict)
        for redirect in self.redirects:
            page, hash_, id_ = redirect.from_.partition("#")
            if hash_:
                found[self._led_on.get(page, page)][id_] = Gone(self.now(redirect.to), redirect.retired)
        return found

    def gone_with(self, old: str) -> Mapping[str, Gone]:
        """Return what was once on the page `old`, which is no longer there, by its id: all that is still somewhere.

        What was on a page that was retired went with it, unless it has a redirect of its own.
        """
        own = {r.from_: r.retired for r in self.redirects}
        rows = (row for row in (own if own.get(old) else self.ledger) if row.startswith(f"{old}#"))
        gone = {row.partition("#")[2]: Gone(self.now(row), own.get(row)) for row in rows}
        return {id_: part for id_, part in gone.items() if part.retired or "#" in part.to}

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """What stands at each place that has words of its own, by its address."""
        return dict(self._titles())

    def _titles(self) -> Iterator[tuple[str, str]]:
        for path in (*self.reviewed, *self.pages):
            yield from ((f"{path}#{id_}", title) for id_, title in headings(self.page(path).body).items())
        for path, practice in self.practices.items():
            yield from ((f"{path}#{step.id}", step.do) for step in practice.checklist.steps)
            yield from ((f"{path}#{phrase.id}", phrase.when) for phrase in practice.words)
        for path, items in self.items.items():
            for id_, item in items.items():
                read = item.task.practice and self.practices[self.shown(item.task.practice)].title
                yield f"{path}#{id_}", read or item.task.label
        yield from ((f"{GLOSSARY}#{term.id}", term.term) for term in self.glossary)
        yield from ((f"{RULES}#{rule.id}", rule.rule) for rule in self.rules)

    @cached_property
    def identities(self) -> tuple[str, ...]:
        """Every permanent address that is shown: pages, the entries of sources, and all other places that links may lead to."""
        pages = (*self.pages, *self.reviewed)
        places = {f"{path}#{id_}" for path in pages for id_ in self.places[path]}
        return tuple(sorted({*pages, *places, *(f"{SOURCES}#{entry(id_)}" for id_ in self.uses)}))

    def _order(self, practice: Practice) -> tuple[int, int, bool, str]:
        phases = list(PHASES[practice.side])
        routine = practice.checklist.mode != "read-do"
        return SIDES.index(practice.side), phases.index(practice.phase), routine, practice.path


def emergency_first(contacts: Iterable[OwnContact]) -> tuple[OwnContact, ...]:
    """Return `contacts` with those that give an emergency number before all others, whatever their order."""
    return tuple(sorted(contacts, key=lambda contact: not contact.emergency_numbers))


def statements_in(page: Practice | Module) -> tuple[Step | Check, ...]:
    """Return the statements of `page` that have an id and rest on sources: the steps of a practice, the checks of a module."""
    return page.checks if isinstance(page, Module) else page.checklist.steps


def source_ids(page: Reviewed | Page) -> tuple[str, ...]:
    """Return what the statements of `page` rest on: the ids of sources, editorial and local, as often as they stand."""
    if isinstance(page, Page):
        return ()
    stated = page.must if isinstance(page, Letter) else statements_in(page)
    return tuple(id_ for statement in stated for id_ in statement.sources)


def entry(source: str) -> str:
    """Return the permanent id of the entry of `source`, by its id, on each list of sources."""
    return f"source-{source}"


def version(page: Reviewed) -> str:
    """Return eight letters that change whenever a practice's list does, or what a letter or a module says."""
    if isinstance(page, Module):
        return text_digest(page)[:8]
    if isinstance(page, Letter):
        return digest(page.letter)[:8]
    return digest(
        [[step.id, step.do, *(voice.words for voice in step.voices)] for step in page.checklist.steps]
    )[:8]


def text_digest(page: Reviewed) -> str:
    """Return the digest of all that a reviewer of `page` reads: its facts but the review, and its text.

    What its checks are told is for them, so that it makes no review lapse.
    What a page does not state is left out, so that a fact which the guide learns to hold later changes no other page.
    """
    unread = {"review", "path", "cited", "calls", "no_risk", "urgent"}
    return digest(page.model_dump(mode="json", exclude=unread, exclude_defaults=True))


def months_after(day: date, months: int) -> date:
    """Return the day that many months later, or the last one of its month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def review_state(page: Reviewed) -> ReviewState:
    """Tell whether the text was reviewed, and whether it still is the text that was."""
    if page.review.state == "draft":
        return "draft"
    return "reviewed" if page.review.digest == text_digest(page) else "lapsed"


def digest(value: object) -> str:
    """Return the digest of `value` in small letters, so that none can look like a telephone number.

    How its quotation marks are drawn makes no difference.
    """
    written = json.dumps(value, ensure_ascii=False, sort_keys=True)
    for mark, straight in _STRAIGHT.items():  # many times as quick as `translate`, where all is not ASCII
        written = written.replace(mark, straight)
    return in_letters(hashlib.sha256(written.encode()).hexdigest())


def in_letters(hexadecimal: str) -> str:
    """Return a number in small letters, `a` for 0 to `p` for 15."""
    return hexadecimal.translate(_LETTERS)


_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")
_STRAIGHT = {"“": '\\"', "”": '\\"', "‘": "'", "’": "'"}
