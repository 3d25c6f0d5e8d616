"""The pages to look something up on: every phrase, every term of the field, and everything from A to Z."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from ..glossary import GLOSSARY
from ..guide import Guide
from ..models import PHASES, Definition, Practice, Side, Voice
from . import evidence
from .evidence import Mark
from .html import component, href, url
from .practice import SIDE_WORDS, PracticeLink, practice_link


@dataclass(frozen=True)
class Situation:
    """When to say something, the address of what says so, and the ways to say it.

    With a `step`, its number on the list says when: a thousand steps spelt out would make the page too heavy.
    """

    when: str
    step: int
    href: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True)
class Group:
    """What belongs together under a name, with the id to jump to."""

    id: str
    name: str
    inside: tuple[object, ...]


@dataclass(frozen=True)
class TermView:
    """A term with its meaning, what that rests on, and the practices that use it; `aliases` are ids that it once had."""

    id: str
    term: str
    means: str
    marks: tuple[Mark, ...]
    sources: tuple[tuple[str, str | None], ...]
    practices: tuple[PracticeLink, ...]
    aliases: tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """Something of the guide: its name, where it is, what it is, and which ending it belongs to, if to one."""

    name: str
    href: str
    kind: str
    side: Side | None = None


def phrases(guide: Guide, here: str) -> Markup:
    """Return all that can be said, by side, phase and situation, each linked to the step or phrase on its page."""
    sides = (Group(side, words, tuple(_phases(guide, here, side))) for side, words in SIDE_WORDS.items())
    return component("phrases", sides=[side for side in sides if side.inside])


def _phases(guide: Guide, here: str, side: Side) -> Iterator[Group]:
    for phase, name in PHASES[side].items():
        said = ((practice.name, _said(practice, here)) for practice in guide.in_phase(side, phase))
        if practices := tuple((title, situations) for title, situations in said if situations):
            yield Group(f"{side}-{phase}", name, practices)


def _said(practice: Practice, here: str) -> tuple[Situation, ...]:
    there = href(here, practice.path)
    steps = (
        Situation("", number, f"{there}#{step.id}", _in_the_room(step.voices))
        for number, step in enumerate(practice.checklist.steps, 1)
        if step.say
    )
    words = (
        Situation(phrase.when, 0, f"{there}#{phrase.id}", _in_the_room(phrase.voices))
        for phrase in practice.words
    )
    return (*steps, *words)


def _in_the_room(voices: Iterable[Voice]) -> tuple[Voice, ...]:
    """Return what is said to an adult in the room: with all else the page of all phrases would be too heavy."""
    return tuple(voice for voice in voices if not voice.is_elsewhere)


def glossary(guide: Guide, here: str) -> Markup:
    """Return every term with its permanent link, what it means, what that rests on, and the practices that use it."""
    terms = [_term(guide, here, term) for term in sorted(guide.glossary, key=lambda t: _filed(guide, t.term))]
    return component("glossary", terms=terms, address=f"{guide.address}{url(here)}")


@dataclass(frozen=True)
class RuleView:
    """A shared rule with what it rests on, the pages that include it, and what is checked by whom."""

    id: str
    rule: str
    marks: tuple[Mark, ...]
    sources: tuple[tuple[str, str | None], ...]
    practices: tuple[PracticeLink, ...]
    said: tuple[str, ...]
    never: tuple[str, ...]
    check: str


def rules(guide: Guide, here: str) -> Markup:
    """Return every rule that pages share: the pages, what the build checks on them, and what is left to the reviewer."""
    views = [
        RuleView(
            rule.id,
            rule.rule,
            evidence.marks(rule.sources, guide),
            evidence.all_cited(rule.sources, guide),
            tuple(
                practice_link(guide.practices[p], here, short=True)
                for p in rule.pages
                if p in guide.practices
            ),
            rule.said,
            rule.never,
            rule.check,
        )
        for rule in guide.rules
    ]
    return component("rules", rules=views, address=f"{guide.address}{url(here)}")


def _term(guide: Guide, here: str, term: Definition) -> TermView:
    return TermView(
        term.id,
        term.term,
        term.means,
        evidence.marks(term.sources, guide),
        evidence.all_cited(term.sources, guide),
        tuple(practice_link(practice, here, short=True) for practice in guide.term_uses[term.id]),
        guide.aliases(guide.pages[GLOSSARY], term.id),
    )


def index(guide: Guide, here: str) -> Markup:
    """Return every practice, letter, module, term and page by its first letter, as the service's own words have it."""
    entries = sorted(_entries(guide, here), key=lambda entry: _filed(guide, entry.name))
    letters = [
        Group(letter, letter.upper(), tuple(found))
        for letter, found in groupby(entries, key=lambda entry: _filed(guide, entry.name)[:1])
    ]
    return component("a-z", letters=letters)


def _entries(guide: Guide, here: str) -> Iterator[Entry]:
    for practice in guide.practices.values():
        yield Entry(practice.name, href(here, practice.path), SIDE_WORDS[practice.side], practice.side)
    for letter in guide.letters.values():
        yield Entry(letter.title, href(here, letter.path), "Letter or note")
    for module in guide.modules.values():
        yield Entry(module.title, href(here, module.path), "Module of the course")
    for term in guide.glossary:
        yield Entry(term.term, href(here, f"{GLOSSARY}#{term.id}"), "Term")
    for page in guide.pages.values():
        if page.path not in ("index", here):
            yield Entry(page.title, href(here, page.path), "Page")


def _filed(guide: Guide, name: str) -> str:
    """Return by what `name` is put in order: as it will be read, without its article, its capitals and its accents."""
    plain = unicodedata.normalize("NFKD", guide.settings.wording.localize(name)).casefold()
    return re.sub(r"^\W*(?:(?:an?|the)\s)?\W*|[\u0300-\u036f]", "", plain)
