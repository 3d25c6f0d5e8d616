"""One guide: all practices by path, links in both directions, the source text's lines, the reviews."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from .models import (
    EDITORIAL,
    LOCAL,
    PHASES,
    SIDES,
    Letter,
    OwnContact,
    Page,
    Practice,
    Redirect,
    Side,
    Source,
    SourceText,
)
from .settings import Settings


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
class Country:
    """A country's contacts as the guide prints them: a practice may have put its own in the place of one."""

    id: str
    name: str
    contacts: tuple[OwnContact, ...]


@dataclass(frozen=True)
class Guide:
    """Everything the guide says, as the practice that runs it has settled it, checked. It is read once and never changes.

    `hidden` leads from each page that is not shown to the one that stands in for it; `additions` are the files that
    the practice adds to the site, by their addresses there.
    """

    address: str
    settings: Settings
    practices: Mapping[str, Practice]
    letters: Mapping[str, Letter]
    pages: Mapping[str, Page]
    sources: Mapping[str, Source]
    regions: tuple[Country, ...]
    source_text: SourceText
    ledger: tuple[str, ...]
    redirects: tuple[Redirect, ...]
    hidden: Mapping[str, str]
    additions: Mapping[str, Path]

    def address_of(self, page: Practice | Letter) -> str:
        """Return the permanent address of the page."""
        return f"{self.address}{page.path}/"

    def body_of(self, path: str) -> str:
        """Return the text of the page at `path`."""
        found = self.practices.get(path) or self.letters.get(path) or self.pages[path]
        return found.body

    def shown(self, path: str) -> str:
        """Return `path`, or the page that stands in for it where the practice has hidden it."""
        return self.hidden.get(path, path)

    @cached_property
    def own_contacts(self) -> tuple[OwnContact, ...]:
        """The practice's own crisis contacts, but for those that took the place of one of the guide's."""
        placed = {contact.id for region in self.regions for contact in region.contacts}
        return tuple(contact for contact in self.settings.contacts if contact.id not in placed)

    def deciding(self, key: str) -> tuple[Practice, ...]:
        """Return the practices on whose steps the decision `key` falls."""
        return tuple(
            practice
            for practice in self.practices.values()
            if any(key in step.decides for step in practice.checklist.steps)
        )

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
        return tuple(
            Neighbour(pair.right if pair.left.path == practice.path else pair.left, pair.because)
            for pair in self.pairs
            if practice.path in (pair.left.path, pair.right.path)
        )

    def in_phase(self, side: Side, phase: str) -> tuple[Practice, ...]:
        """Return the practices of a phase; those for danger come first, then by title."""
        found = [p for p in self.practices.values() if p.side == side and p.phase == phase]
        return tuple(sorted(found, key=self._order))

    def carriers(self, code: str) -> tuple[Practice, ...]:
        """Return the practices that answer a line of the source text."""
        return tuple(practice for practice in self.practices.values() if code in practice.carries)

    def sources_of(self, page: Practice | Letter) -> tuple[Source, ...]:
        """Return what `page` rests on, in the order in which it names it."""
        stated = page.checklist.steps if isinstance(page, Practice) else page.must
        ids = [id_ for statement in stated for id_ in statement.sources]
        ids = [id_ for id_ in dict.fromkeys((*ids, *page.cited)) if id_ not in (EDITORIAL, LOCAL)]
        return tuple(self.sources[id_] for id_ in ids)

    def aliases(self, practice: Practice, id_: str) -> tuple[str, ...]:
        """Return retired ids of the page that now lead to `id_`."""
        prefix, target = f"{practice.path}#", f"{practice.path}#{id_}"
        moved = (
            r.from_.removeprefix(prefix)
            for r in self.redirects
            if r.to == target and r.from_.startswith(prefix)
        )
        return tuple(moved)

    @cached_property
    def identities(self) -> tuple[str, ...]:
        """Every permanent address that is shown: pages, and the steps and phrases on them."""
        rows = [*self.pages, *self.practices, *self.letters]
        rows += [f"{practice.path}#{id_}" for practice in self.practices.values() for id_ in practice.ids]
        return tuple(sorted(rows))

    def _order(self, practice: Practice) -> tuple[int, int, bool, str]:
        phases = list(PHASES[practice.side])
        routine = practice.checklist.mode != "read-do"
        return SIDES.index(practice.side), phases.index(practice.phase), routine, practice.path


def version(practice: Practice) -> str:
    """Return eight letters that change whenever the practice's list does."""
    return digest([[step.id, step.do, *step.say] for step in practice.checklist.steps])[:8]


def text_digest(page: Practice | Letter) -> str:
    """Return the digest of all that a reviewer of `page` reads: its facts but the review, and its text."""
    return digest(page.model_dump(mode="json", exclude={"review", "path", "cited"}))


def review_state(page: Practice | Letter) -> Literal["draft", "reviewed", "lapsed"]:
    """Tell whether the text was reviewed, and whether it still is the text that was."""
    if page.review.state == "draft":
        return "draft"
    return "reviewed" if page.review.digest == text_digest(page) else "lapsed"


def digest(value: object) -> str:
    """Return the digest of `value` in small letters, so that none can look like a telephone number."""
    made = hashlib.sha256(json.dumps(value, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
    return made.translate(_LETTERS)


_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")
