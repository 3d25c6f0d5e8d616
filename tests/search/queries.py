"""The queries that search is measured by, and what a search has made of them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
HALVES = ("tuning", "held-out")
LAST_LOOK = "last-look"
NOT_ASKED = {LAST_LOOK, "settings"}  # one is looked at once; the other holds words to add to any query
NEAR = 3  # results that are looked at
SURE = 1.96  # standard deviations of an interval that holds the truth 95 times of 100


@dataclass(frozen=True)
class Query:
    """What was asked, and the pages that answer it, the best one first; none where the guide has no answer.

    `kind` is the danger that it speaks of.
    """

    ask: str
    pages: tuple[str, ...]
    difficulty: str
    kind: str | None = None

    @property
    def side(self) -> str:
        """The kind of ending that it is about."""
        return self.pages[0].split("/")[0]

    @property
    def length(self) -> str:
        """How many words it has, roughly."""
        count = len(self.ask.split())
        return "1 to 3 words" if count < 4 else "4 to 9 words" if count < 10 else "10 words or more"


@dataclass(frozen=True)
class Half:
    """The queries of one file, and those that the guide has no answer to."""

    queries: tuple[Query, ...]
    outside: tuple[str, ...]

    @property
    def asked(self) -> list[str]:
        """Everything that is asked, in the order of the file."""
        return [*(query.ask for query in self.queries), *self.outside]


def _queries(rows: Iterable[Mapping[str, Any]]) -> Iterator[Query]:
    for row in rows:
        pages = tuple(
            page.removesuffix("/index") for page in row["pages"]
        )  # a folder's address is its index's
        yield Query(row["ask"], pages, row["difficulty"], row.get("kind"))


def half(name: str) -> Half:
    """Return the half of that name."""
    read = yaml.safe_load((HERE / f"{name}.yml").read_text("utf-8"))
    return Half(tuple(_queries(read["queries"])), tuple(read["outside"]))


def sets() -> dict[str, Half]:
    """Return the sets that other hands wrote, by their names; all but the one that is looked at once."""
    files = sorted((HERE / "sets").glob("*.yml"))
    return {file.stem: one_set(file.stem) for file in files if file.stem not in NOT_ASKED}


def one_set(name: str) -> Half:
    """Return the set of that name."""
    read = yaml.safe_load((HERE / "sets" / f"{name}.yml").read_text("utf-8"))
    queries = tuple(_queries(read["queries"]))
    return Half(tuple(q for q in queries if q.pages), tuple(q.ask for q in queries if not q.pages))


@dataclass(frozen=True)
class Score:
    """How many queries there were; at how many a right page stood first (`first`), or among the first three (`near`)."""

    count: int
    first: float
    near: float

    def __str__(self) -> str:
        low, high = between(self.near, self.count)
        return f"{self.count:4}  hit@1 {self.first:.2f}  recall@3 {self.near:.2f} ({low:.2f} to {high:.2f})"


def between(share: float, count: int) -> tuple[float, float]:
    """Return where the true share lies, 95 times of 100, if it was `share` of so many (Wilson, 1927)."""
    spread = SURE**2 / count
    middle = (share + spread / 2) / (1 + spread)
    half_ = SURE / (1 + spread) * sqrt(share * (1 - share) / count + spread / (4 * count))
    return max(0.0, middle - half_), min(1.0, middle + half_)


def score(queries: Iterable[Query], found: Mapping[str, list[str]]) -> Score:
    """Return how good it is what was `found`: the paths of pages, by what was asked."""
    tops = [(query.pages, found[query.ask][:NEAR]) for query in queries]
    first = sum(bool(top) and top[0] in pages for pages, top in tops)
    near = sum(any(page in pages for page in top) for pages, top in tops)
    return Score(len(tops), first / len(tops), near / len(tops))


def share(asked: Iterable[str], holds: Mapping[str, bool]) -> float:
    """Return the share of what is `asked` for which it `holds`."""
    held = [holds[ask] for ask in asked]
    return sum(held) / len(held)


def parts(queries: Iterable[Query]) -> Iterator[tuple[str, list[Query]]]:
    """Yield the queries by side, by difficulty and by length, each part with its name."""
    all_ = list(queries)
    for of in ("side", "difficulty", "length"):
        for name in sorted({getattr(query, of) for query in all_}):
            yield name, [query for query in all_ if getattr(query, of) == name]
