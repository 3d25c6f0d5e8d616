"""The ways to ask for a page: search alone reads them, so they stand apart from what the page says.

`data/asks/sessions.yml` holds those of the pages in `sessions/`, each page by its name:

    door-handle:
      - doorknob disclosure
      - they drop a bomb as they leave
"""

from collections.abc import Iterable

from pydantic import RootModel

from ..models import SIDES, Text
from ..problems import Problems, nearest
from .fields import build
from .text import Data, Document

FOLDERS = (*SIDES, "letters")
ASKS = {folder: f"asks/{folder}.yml" for folder in FOLDERS}
FEWEST = 2


class _Asks(RootModel[tuple[Text, ...]]):
    """The ways to ask for one page."""


def read_asks(
    folder: str, data: Data, pages: Iterable[Document], problems: Problems
) -> dict[str, tuple[str, ...]]:
    """Return the ways to ask for each page of `folder` by its path, of those of `pages` that lie beside `data`.

    Note pages with too few ways to ask, and ways that stand twice or lead nowhere.
    """
    written, beside = data.value or {}, f"{data.file.partition('/')[0]}/{folder}/"
    if not isinstance(written, dict):
        problems.add(data.at(), "EW008", expected="the name of each page, and below it how people ask for it")
        return {}
    known = {page.path: page for page in pages if page.data.file.startswith(beside)}
    asks = {}
    for name, value in written.items():
        path = f"{folder}/{name}"
        found = build(_Asks, value, data, problems, at=(name,))
        if path not in known and not problems.may_hold(f"{path}.md", ""):
            hint = nearest(name, [known_as.rpartition("/")[2] for known_as in known])
            problems.add(data.at(name), "EW127", page=path, hint=hint)
        elif found is not None:
            asks[path] = found.root
            _check_asks(path, found.root, data, problems)
    for path, page in known.items():
        # Those that still stand in the page only have to move.
        if path.rpartition("/")[2] not in written and ("asks",) not in page.data.places:
            _check_asks(path, (), data, problems)
    return asks


def _check_asks(path: str, asks: tuple[str, ...], data: Data, problems: Problems) -> None:
    name, count = path.rpartition("/")[2], len(asks)
    if count < FEWEST:
        problems.add(data.at(name), "EW118", page=path, count=count, s="" if count == 1 else "s")
    seen: set[str] = set()
    for index, phrase in enumerate(asks):
        if phrase.lower() in seen:
            problems.add(data.at(name, index), "EW119", value=phrase)
        seen.add(phrase.lower())
