"""The ways to ask for a page: search alone reads them, so they stand apart from what the page says.

`data/asks/sessions.yml` holds those of the pages in `sessions/`, each page by its name:

    door-handle:
      - doorknob disclosure
      - they drop a bomb as they leave
"""

import re
from collections.abc import Iterator

from pydantic import RootModel

from ..models import SIDES, Letter, Practice, Text
from ..problems import Problem, Problems, nearest, problem
from ..registry import PRACTICE, kind_of
from .draft import Asks, Draft, is_of_the_guide
from .fields import build, note_shape
from .prose import text_of
from .text import Data

FOLDERS = (*SIDES, "letters", "course", "reference")
ASKS = {folder: f"asks/{folder}.yml" for folder in FOLDERS}
FEWEST = 2
FEWEST_OF_THE_GUIDE = 6  # for a practice: people ask for it in words that nobody here thought of
HAVE_ASKS = (
    Practice,
    Letter,
)  # people ask for them in words that their titles lack; of other pages, for some


class _Asks(RootModel[tuple[Text, ...]]):
    """The ways to ask for one page."""


def read_asks(folder: str, data: Data, problems: Problems) -> Asks:
    """Return the ways to ask for pages of `folder` that stand in `data`."""
    written = data.value or {}
    if not isinstance(written, dict):
        note_shape(data, problems, "the name of each page, and below it how people ask for it")
        return Asks(folder, {}, data)
    built = {name: build(_Asks, value, data, problems, at=(name,)) for name, value in written.items()}
    return Asks(folder, {f"{folder}/{name}": asks.root for name, asks in built.items() if asks}, data)


def check_asks(draft: Draft) -> Iterator[Problem]:
    """Find pages with too few ways to ask, and ways that stand twice or are for no page."""
    for folder, asks, data in draft.asks:
        written = data.value or {}
        if not isinstance(written, dict) or (data.file in draft.unparsed and not written):
            continue
        beside = f"{data.file.partition('/')[0]}/{folder}/"
        known = {
            document.path.rpartition("/")[2]: document
            for document in draft.documents
            if document.data.file.startswith(beside)
        }
        for name in written:
            path = f"{folder}/{name}"
            if name not in known and not draft.might_define(f"{path}.md", ""):
                yield problem(data.at(name), "EW127", page=path, hint=nearest(name, known, written))
            elif path in asks:
                yield from _check_page(path, asks[path], data)
        for name, page in known.items():
            # Those that still stand in the page only have to move.
            if page.kind.model in HAVE_ASKS and name not in written and ("asks",) not in page.data.places:
                yield from _check_page(page.path, (), data)


def check_promises(draft: Draft) -> Iterator[Problem]:
    """Find ways to ask for a page with a word for a danger of which the page says nothing.

    A word is known by how it begins, and one for the same danger does as well.
    """
    said = {document.path: text_of(document) for document in draft.documents}
    kinds = ["|".join(map(re.escape, names)) for names in draft.language.dangers]
    dangers = [re.compile(rf"\b(?:{names})", re.I) for names in kinds]
    # Most ways have none: small letters are looked for three times as soon as letters of either kind.
    any_danger = re.compile(rf"\b(?:{'|'.join(kinds).lower()})")
    for _, asks, data in draft.asks:
        for path, phrases in asks.items():
            for index, phrase in enumerate(phrases if path in said else ()):
                if not any_danger.search(phrase.lower()):
                    continue
                words = ((danger, danger.search(phrase)) for danger in dangers)
                unsaid = (word for danger, word in words if word and not danger.search(said[path]))
                if found := next(unsaid, None):
                    at = data.at(path.rpartition("/")[2], index)
                    yield problem(at, "EW129", value=phrase, word=found[0])


def _check_page(path: str, asks: tuple[str, ...], data: Data) -> Iterator[Problem]:
    name, count = path.rpartition("/")[2], len(asks)
    ours = is_of_the_guide(data.file) and kind_of(path) is PRACTICE
    fewest = FEWEST_OF_THE_GUIDE if ours else FEWEST
    if count < fewest:
        yield problem(
            data.at(name), "EW118", page=path, count=count, s="" if count == 1 else "s", fewest=fewest
        )
    seen: set[str] = set()
    for index, phrase in enumerate(asks):
        if phrase.lower() in seen:
            yield problem(data.at(name, index), "EW119", value=phrase)
        seen.add(phrase.lower())
