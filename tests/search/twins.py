"""Near-twins among the queries that search is measured by: `python -m tests.search.twins`.

The measure is the token-set Jaccard index: the words that two queries share, by all words of both. Words are runs
of letters and digits in lower case, each counted once, in any order; apostrophes are dropped, and no word is left
out as too common. Above LIMIT two queries say the same, so that one of them tells nothing new and goes.
"""

import re
import sys
from itertools import combinations
from pathlib import Path

import yaml

LIMIT = 0.6
HERE = Path(__file__).parent
HALVES = ("tuning.yml", "held-out.yml")


def tokens(ask: str) -> frozenset[str]:
    """Return the words of a query."""
    return frozenset(re.findall(r"\w+", re.sub("['’]", "", ask.lower())))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of the words of both that they have in common."""
    return len(one & other) / len(one | other)


def asked(file: Path) -> list[str]:
    """Return what is asked in a file, before any slip of the hand; [] if it holds no queries."""
    queries = yaml.safe_load(file.read_text("utf-8")).get("queries", [])
    return [query.get("clean", query["ask"]) for query in queries]


def twins(files: list[Path]) -> list[tuple[str, str, str, str]]:
    """Return the file and the query of both near-twins, for each pair that is not within the two older halves."""
    rows = [(file.name, ask, tokens(ask)) for file in files for ask in asked(file)]
    return [
        (a, ask, b, like)
        for (a, ask, one), (b, like, other) in combinations(rows, 2)
        if not (a in HALVES and b in HALVES) and likeness(one, other) > LIMIT
    ]


if __name__ == "__main__":
    found = twins([*sorted(HERE.glob("sets/*.yml")), *(HERE / name for name in HALVES)])
    print(*(f"{a}: {ask}\n  {b}: {like}" for a, ask, b, like in found), f"{len(found)} pairs", sep="\n")
    sys.exit(bool(found))
