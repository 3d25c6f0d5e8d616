"""Every kind of mistake the guide knows, and the one place that words a message about it.

The table `problems.yml` is also the reference page `docs/reference/problems.md`: message, reason and fix are written once.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

import yaml

_VALUE = re.compile(r"\{(\w+)\}")  # in a message or a fix; `{{ word() }}` stands for itself


@dataclass(frozen=True)
class Kind:
    """One kind of mistake: what is said of it, why it matters and how it is mended."""

    code: str
    title: str
    message: str
    fix: str
    why: str

    @property
    def anchor(self) -> str:
        """The fragment of this kind in the reference page."""
        return self.code.lower()


_TABLE = Path(__file__).with_name("problems.yml")
KINDS: dict[str, Kind] = {
    code: Kind(code, **words)
    for code, words in yaml.load(_TABLE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader).items()
}


class Place(NamedTuple):
    """A place in a file an author can open; lines and columns count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake at one place."""

    place: Place
    code: str
    message: str
    fix: str

    def __str__(self) -> str:
        where = f"docs: reference/problems/#{self.code.lower()}"
        return f"{self.place}  {self.code}  {self.message}\n    fix: {self.fix}      {where}"


def problem(place: Place, code: str, /, **values: object) -> Problem:
    """Return a problem of kind `code` at `place`, worded with `values`."""
    kind = KINDS[code]
    message, fix = (_VALUE.sub(lambda name: str(values[name[1]]), text) for text in (kind.message, kind.fix))
    return Problem(place, code, message, fix)


@dataclass
class Problems:
    """Collects what cannot be read or typed, so that one run finds it all.

    `unparsed` holds the text of each file whose facts could not all be read, or nothing where there is none.
    """

    found: list[Problem] = field(default_factory=list)
    unparsed: dict[str, str | None] = field(default_factory=dict)

    def add(self, place: Place, code: str, /, **values: object) -> None:
        """Note a problem of kind `code`, worded with `values`."""
        self.found.append(problem(place, code, **values))


class ProblemsFoundError(Exception):
    """The guide holds mistakes, so nothing is published. The message lists every one of them once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Word all `problems`, in the order of their places."""
        self.problems = tuple(sorted(set(problems)))
        count = f"{len(self.problems)} problem{'s' if len(self.problems) != 1 else ''}"
        said = "\n".join([*map(str, self.problems), "", f"{count}. Nothing was published."])
        super().__init__(said.encode(errors="replace").decode())  # a file may have a name that is no UTF-8


def nearest(name: str, known: Iterable[str], taken: Iterable[str] = (), *, cutoff: float = 0.5) -> str:
    """Say which known name the author may have meant, or list a few. One that is `taken` stands there already."""
    names = sorted(known)
    close = get_close_matches(name, names, n=1, cutoff=cutoff)
    if close and close[0] in taken:
        return f"put it under '{close[0]}', which is there already, or take it out"
    if close:
        return f"did you mean '{close[0]}'?"
    return f"use one of: {', '.join(names[:12])}" if names else "there is none yet: take it out"
