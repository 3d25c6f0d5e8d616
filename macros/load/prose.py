"""The words on a page: short sentences, plain and kind words, no numbers, no placeholders."""

import re
from collections.abc import Callable, Iterator

from ..problems import Place, Problems
from ..words import (
    FORBIDDEN,
    HTML,
    PLACEHOLDER,
    SENTENCES_IN_PARAGRAPH,
    WORDS_IN_SENTENCE,
    american,
    sentences,
    telephone_numbers,
    words,
)
from .text import Document

_PROSE_KEYS = frozenset({"title", "summary", "when", "pause", "do", "ask", "say", "firmer", "why", "because"})
_NO_PROSE = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|```.*?```|`[^`\n]*`|(?<=\])\([^)]*\)|\{#[\w-]+\}|^\|.*$", re.DOTALL | re.MULTILINE
)
_BLOCK = re.compile(r"(?:(?!\n[ \t]*(?:\n|[-*] |\d+\. |#)).)+", re.DOTALL)
_At = Callable[[int], Place]


def check_prose(document: Document, numbers: frozenset[str], problems: Problems) -> None:
    """Note every mistake of wording in the facts and the text of a page. `numbers` are known contacts."""
    for loc, text in _fields(document.data.value, ()):
        place = document.data.at(*loc)
        _check_words(text, lambda _, place=place: place, numbers, problems)  # type: ignore[misc]
        if loc[-1] != "do":  # a step has a limit and a message of its own
            _check_sentences(text, lambda _, place=place: place, problems)  # type: ignore[misc]
    body = _NO_PROSE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), document.body)
    _check_words(body, document.at_body, numbers, problems)
    for block in _BLOCK.finditer(body):
        start = block.start() + len(block[0]) - len(block[0].lstrip())
        _check_sentences(block[0], lambda _, start=start: document.at_body(start), problems)  # type: ignore[misc]
        count = len(sentences(block[0]))
        if count > SENTENCES_IN_PARAGRAPH:
            problems.add(document.at_body(start), "EW404", count=count)


def _fields(value: object, loc: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _fields(inner, (*loc, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _fields(inner, (*loc, index))
    elif isinstance(value, str) and next((p for p in reversed(loc) if isinstance(p, str)), "") in _PROSE_KEYS:
        yield loc, value


def _check_words(text: str, at: _At, numbers: frozenset[str], problems: Problems) -> None:
    for match in FORBIDDEN.finditer(text):
        problems.add(at(match.start()), "EW401", word=match[0])
    for match in telephone_numbers(text, numbers):
        problems.add(at(match.start()), "EW402", number=match[0].strip())
    for match, british in american(text):
        problems.add(at(match.start()), "EW405", word=match[0], british=british)
    for match in HTML.finditer(text):
        problems.add(at(match.start()), "EW406", tag=match[0])
    for match in PLACEHOLDER.finditer(text):
        problems.add(at(match.start()), "EW407", word=match[0])


def _check_sentences(text: str, at: _At, problems: Problems) -> None:
    for sentence in sentences(text):
        found = words(sentence)
        if len(found) > WORDS_IN_SENTENCE:
            problems.add(at(0), "EW403", count=len(found), start=" ".join(found[:5]))
