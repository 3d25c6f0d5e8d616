"""One guide: all practices by path, links in both directions, the source text's lines, the reviews."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from .models import EDITORIAL, PHASES, SIDES, Page, Practice, Redirect, Region, Side, Source, SourceText


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
class Guide:
    """Everything the guide says, checked. It is read once and never changes."""

    address: str
    practices: Mapping[str, Practice]
    pages: Mapping[str, Page]
    sources: Mapping[str, Source]
    regions: tuple[Region, ...]
    source_text: SourceText
    ledger: tuple[str, ...]
    redirects: tuple[Redirect, ...]

    def address_of(self, practice: Practice) -> str:
        """Return the permanent address of the practice's page."""
        return f"{self.address}{practice.path}/"

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

    def sources_of(self, practice: Practice) -> tuple[Source, ...]:
        """Return what `practice` rests on, in the order in which its page names it."""
        ids = [id_ for step in practice.checklist.steps for id_ in step.sources]
        return tuple(self.sources[id_] for id_ in dict.fromkeys((*ids, *practice.cited)) if id_ != EDITORIAL)

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
        """Every permanent address: pages, and the steps and phrases on them."""
        rows = [*self.pages, *self.practices]
        rows += [f"{practice.path}#{id_}" for practice in self.practices.values() for id_ in practice.ids]
        return tuple(sorted(rows))

    def _order(self, practice: Practice) -> tuple[int, int, bool, str]:
        phases = list(PHASES[practice.side])
        routine = practice.checklist.mode != "read-do"
        return SIDES.index(practice.side), phases.index(practice.phase), routine, practice.path


def version(practice: Practice) -> str:
    """Return eight hexadecimal digits that change whenever the practice's list does."""
    return _digest([[step.id, step.do, *step.say] for step in practice.checklist.steps])[:8]


def text_digest(practice: Practice) -> str:
    """Return the digest of all that a reviewer of `practice` reads: its facts but the review, and its text."""
    return _digest(practice.model_dump(mode="json", exclude={"review", "path", "cited"}))


def review_state(practice: Practice) -> Literal["draft", "reviewed", "lapsed"]:
    """Tell whether the text was reviewed, and whether it still is the text that was."""
    if practice.review.state == "draft":
        return "draft"
    return "reviewed" if practice.review.digest == text_digest(practice) else "lapsed"


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
