"""The words on a page: short sentences, plain and kind words, no numbers, no placeholders."""

import re
from collections.abc import Callable, Collection, Iterator

from ..english import (
    FORBIDDEN,
    HTML,
    PERSONAL,
    PLACEHOLDER,
    SENTENCES_IN_PARAGRAPH,
    WORDS_IN_SENTENCE,
    american_words,
    sentences,
    telephone_numbers,
    words,
)
from ..markup import TAB, blank
from ..problems import Place, Problem, problem
from .text import NO_PROSE, NO_TEXT, Data, Document

_PROSE_KEYS = frozenset(
    "title short urgent summary when pause do ask say firmer young screen telephone rule check why because never element letter means answer listen text "
    "situation feedback task met unmet objectives revisit facilitator".split()
)
WHAT = frozenset({"what"})  # in a register of changes
SAYS = frozenset({"says"})  # all that is prose in a register of sources; the titles are their authors' own
_NEVER = ((FORBIDDEN, "EW401", "word"), (HTML, "EW406", "tag"), (PLACEHOLDER, "EW407", "word"))
_TABLE = re.compile(r"^\|.*$", re.MULTILINE)
_BLOCK = re.compile(
    r"^#+ [^\n]*|(?:(?!\n[ \t]*(?:\n|[-*+] |\d+[.)] |#|\*\[|\[ )).)+", re.DOTALL | re.MULTILINE
)
_BOX_TITLE = re.compile(rf"^[ \t]*(?:(?:!!!|\?\?\?\+?) \w+|{TAB}) \"(?P<title>[^\n]*)\"", re.MULTILINE)
_At = Callable[[int], Place]


def sentences_on(document: Document, but: Collection[str] = ()) -> Iterator[tuple[str, Place]]:
    """Return each sentence of a page's prose with its place: those of its facts, `but` below these keys, and of its text.

    Headings are none, nor is what the blanks of a letter and what must be in it are called.
    """
    left_out = {"blanks", "must", *but}
    said = (field for field in _fields(document.data.value, (), _PROSE_KEYS) if not left_out & {*field[0]})
    for loc, text in said:
        place = document.data.at(*loc)
        for line in text.split("\n"):
            yield from ((sentence, place) for sentence in sentences(line))
    for text, at in _blocks(document):
        if not text.startswith("#"):
            yield from _sentences(text, at)


def text_of(document: Document) -> str:
    """Return all that a page says, its headings and its own names for blanks among it."""
    said = (text for _, text in _fields(document.data.value, (), _PROSE_KEYS))
    return "\n".join((*said, blank(NO_PROSE, document.body)))


def check_prose(document: Document, numbers: frozenset[str], *, american: bool) -> Iterator[Problem]:
    """Find every mistake of wording in the facts and the text of a page.

    `numbers` are known contacts; `american` tells that the page may be spelt so.
    """
    yield from check_facts(document.data, numbers, american=american)
    body = blank(NO_PROSE, document.body)
    yield from _check_words(body, document.at_body, american=american)
    yield from _check_numbers(blank(NO_TEXT, document.body), document.at_body, numbers)
    for title in _BOX_TITLE.finditer(document.body):
        place = document.at_body(title.start("title"))
        yield from _check_words(title["title"], lambda _, place=place: place, american=american)  # type: ignore[misc]
    for text, at in _blocks(document):
        yield from _check_sentences(text, at)
        if (count := len(sentences(text))) > SENTENCES_IN_PARAGRAPH:
            yield problem(at(0), "EW404", count=count)


def check_facts(
    data: Data,
    numbers: frozenset[str],
    *,
    american: bool,
    keys: frozenset[str] = _PROSE_KEYS,
) -> Iterator[Problem]:
    """Find every mistake of wording in the facts of a page, or in a file of data, below the `keys` that hold prose."""
    for loc, text in _fields(data.value, (), keys):
        place = data.at(*loc)
        yield from _check_words(text, lambda _, place=place: place, american=american)  # type: ignore[misc]
        yield from _check_numbers(text, lambda _, place=place: place, numbers)  # type: ignore[misc]
        # A step has a limit and a message of its own; what changed is told in one breath, with its reason.
        if loc[-1] not in ("do", "what"):
            for line in text.split("\n"):
                yield from _check_sentences(line, lambda _, place=place: place)  # type: ignore[misc]


def check_wording(text: str, place: Place) -> Iterator[Problem]:
    """Find words that a service may not put into its settings: unkind ones, HTML and placeholders."""
    for pattern, code, name in _NEVER:
        for match in pattern.finditer(text):
            yield problem(place, code, **{name: match[0]})


def _blocks(document: Document) -> Iterator[tuple[str, _At]]:
    """Return the headings, paragraphs and points of a page's text, and where each of their signs stands."""
    for block in _BLOCK.finditer(blank(_TABLE, blank(NO_PROSE, document.body))):
        if text := block[0].lstrip():
            start = block.end() - len(text)
            yield text, lambda offset, start=start: document.at_body(start + offset)  # type: ignore[misc]


def _fields(
    value: object, loc: tuple[str | int, ...], keys: frozenset[str]
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _fields(inner, (*loc, key), keys)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _fields(inner, (*loc, index), keys)
    elif isinstance(value, str) and next((p for p in reversed(loc) if isinstance(p, str)), "") in keys:
        yield loc, value


def _check_numbers(text: str, at: _At, numbers: frozenset[str]) -> Iterator[Problem]:
    for match in telephone_numbers(text, numbers):
        yield problem(at(match.start()), "EW402", number=" ".join(match[0].split()))


def _check_words(text: str, at: _At, *, american: bool) -> Iterator[Problem]:
    for pattern, code, name in _NEVER:
        for match in pattern.finditer(text):
            yield problem(at(match.start()), code, **{name: match[0]})
    for match in PERSONAL.finditer(text):
        yield problem(at(match.start()), "EW414", what=match[0])
    for match, british in () if american else american_words(text):
        yield problem(at(match.start()), "EW405", word=match[0], british=british)


def _check_sentences(text: str, at: _At) -> Iterator[Problem]:
    for sentence, place in _sentences(text, at):
        found = words(sentence)
        if len(found) > WORDS_IN_SENTENCE:
            yield problem(place, "EW403", count=len(found), start=" ".join(found[:5]))


def _sentences(text: str, at: _At) -> Iterator[tuple[str, Place]]:
    end = 0
    for sentence in sentences(text):
        start = text.index(sentence, end)
        end = start + len(sentence)
        yield sentence, at(start)
