"""The ways to ask for a page: search alone reads them, so they stand apart from what the page says.

`data/asks/sessions.yml` holds those of the pages in `sessions/`, each page by its name:

    door-handle:
      - doorknob disclosure
      - they drop a bomb as they leave
"""

from collections.abc import Collection

from pydantic import RootModel

from ..models import SIDES, Text
from ..problems import Problems, nearest
from .fields import build
from .text import Data

FOLDERS = (*SIDES, "letters")
ASKS = {folder: f"asks/{folder}.yml" for folder in FOLDERS}
FEWEST = 2


class _Asks(RootModel[dict[str, tuple[Text, ...]]]):
    """The ways to ask for each page of a folder, by its name."""


def read_asks(folder: str, data: Data, problems: Problems) -> dict[str, tuple[str, ...]] | None:
    """Return the ways to ask for each page of `folder` by its path, or nothing where they cannot be read."""
    expected = "the name of each page, and below it how people ask for it"
    found = build(_Asks, data.value or {}, data, problems, expected=expected)
    return None if found is None else {f"{folder}/{name}": phrases for name, phrases in found.root.items()}


def check_asks(
    asks: dict[str, tuple[str, ...]], data: Data, pages: Collection[str], problems: Problems
) -> None:
    """Note those of the `pages` that `data` should hold with too few ways to ask, and ways that stand twice or lead nowhere."""
    for path in pages:
        if (count := len(asks.get(path, ()))) < FEWEST:
            place = data.at(path.rpartition("/")[2])
            problems.add(place, "EW118", page=path, count=count, s="" if count == 1 else "s")
    for path, phrases in asks.items():
        name = path.rpartition("/")[2]
        if path not in pages and not problems.may_hold(f"{path}.md", ""):
            problems.add(data.at(name), "EW127", page=path, hint=nearest(path, pages))
        seen: set[str] = set()
        for index, phrase in enumerate(phrases):
            if phrase.lower() in seen:
                problems.add(data.at(name, index), "EW119", value=phrase)
            seen.add(phrase.lower())
