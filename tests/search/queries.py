"""The queries that search is measured by, and what a search has made of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

HALVES = ("tuning", "held-out")
NEAR = 3  # results that are looked at


@dataclass(frozen=True)
class Query:
    """What was asked, and the pages that answer it, the best one first."""

    ask: str
    pages: tuple[str, ...]
    difficulty: str

    @property
    def side(self) -> str:
        """The kind of ending that it is about."""
        return self.pages[0].split("/")[0]


@dataclass(frozen=True)
class Half:
    """The queries of one file, and those that the guide has no answer to."""

    queries: tuple[Query, ...]
    outside: tuple[str, ...]

    @property
    def asked(self) -> list[str]:
        """Everything that is asked, in the order of the file."""
        return [*(query.ask for query in self.queries), *self.outside]


def half(name: str) -> Half:
    """Return the half of that name."""
    read = yaml.safe_load(Path(__file__).with_name(f"{name}.yml").read_text("utf-8"))
    queries = (Query(q["ask"], tuple(q["pages"]), q["difficulty"]) for q in read["queries"])
    return Half(tuple(queries), tuple(read["outside"]))


@dataclass(frozen=True)
class Score:
    """How many queries there were; at how many a right page stood first (`first`), or among the first three (`near`)."""

    count: int
    first: float
    near: float

    def __str__(self) -> str:
        return f"hit@1 {self.first:.2f}  recall@3 {self.near:.2f}"


def score(queries: Iterable[Query], found: Mapping[str, list[str]]) -> Score:
    """Return how good it is what was `found`: the paths of pages, by what was asked."""
    tops = [(query.pages, found[query.ask][:NEAR]) for query in queries]
    first = sum(bool(top) and top[0] in pages for pages, top in tops)
    near = sum(any(page in pages for page in top) for pages, top in tops)
    return Score(len(tops), first / len(tops), near / len(tops))


def answered(outside: Iterable[str], is_sure: Mapping[str, bool]) -> float:
    """Return the share of the questions `outside` the guide for which pages were said to fit."""
    sure = [is_sure[ask] for ask in outside]
    return sum(sure) / len(sure)
