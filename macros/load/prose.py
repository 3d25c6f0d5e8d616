"""The words on a page: short sentences, plain and kind words, no numbers, no placeholders."""

import re
from collections.abc import Callable, Collection, Iterator

from ..english import (
    FORBIDDEN,
    HTML,
    PLACEHOLDER,
    SENTENCES_IN_PARAGRAPH,
    WORDS_IN_SENTENCE,
    american_words,
    personal,
    sentences,
    telephone_numbers,
    words,
)
from ..markup import TAB, blank
from ..problems import Place, Problem, problem
from ..registry import MACROS, Kind
from .draft import is_of_the_guide
from .text import NO_TEXT, Data, Document, Fact

_PROSE_KEYS = frozenset(
    "title short urgent summary when pause do ask say firmer young screen telephone rule check why because never element letter means answer listen text "
    "situation feedback task met unmet objectives revisit facilitator".split()
)
WHAT = frozenset({"what"})  # in a register of changes
SAYS = frozenset({"says"})  # all that is prose in a register of sources; the titles are their authors' own
_NEVER = ((FORBIDDEN, "EW401", "word"), (HTML, "EW406", "tag"), (PLACEHOLDER, "EW407", "word"))
_BOX_TITLE = re.compile(rf"^[ \t]*(?:(?:!!!|\?\?\?\+?) \w+|{TAB}) \"(?P<title>[^\n]*)\"", re.MULTILINE)
_At = Callable[[int], Place]


def sentences_on(document: Document, but: Collection[str] = ()) -> Iterator[tuple[str, Place]]:
    """Return each sentence of a page's prose with its place: those of its facts, `but` below these keys, and of its text.

    Headings are none, nor is what the blanks of a letter and what must be in it are called.
    """
    left_out = {"blanks", "must", *but}
    for loc, _, text in _said(document.data):
        if not left_out.isdisjoint(loc):
            continue
        place = document.data.at(*loc)
        for line in text.split("\n"):
            yield from ((sentence, place) for sentence in sentences(line))
    for text, start in document.blocks:
        if not text.startswith("#"):
            yield from _sentences(text, _from(document, start))


def text_of(document: Document) -> str:
    """Return all that a page says, its headings and its own names for blanks among it."""
    return "\n".join((*(fact.text for fact in _said(document.data)), document.prose))


def check_prose(document: Document, numbers: frozenset[str], *, american: bool) -> Iterator[Problem]:
    """Find every mistake of wording in the facts and the text of a page.

    `numbers` are known contacts; `american` tells that the page may be spelt so.
    """
    yield from check_facts(document.data, numbers, american=american)
    yield from _check_words(document.prose, document.at_body, american=american)
    for match in telephone_numbers(blank(NO_TEXT, document.body), numbers):
        yield number_typed(match[0], document.at_body(match.start()), document.kind)
    for title in _BOX_TITLE.finditer(document.body):
        place = document.at_body(title.start("title"))
        yield from _check_words(title["title"], lambda _, place=place: place, american=american)  # type: ignore[misc]
    for text, start in document.blocks:
        yield from _check_sentences(text, _from(document, start))
        if (count := len(sentences(text))) > SENTENCES_IN_PARAGRAPH:
            yield problem(document.at_body(start), "EW404", count=count)


def check_facts(
    data: Data,
    numbers: frozenset[str],
    *,
    american: bool,
    keys: frozenset[str] = _PROSE_KEYS,
) -> Iterator[Problem]:
    """Find every mistake of wording in the facts of a page, or in a file of data, below the `keys` that hold prose."""
    for loc, _, text in _said(data, keys):
        place = data.at(*loc)
        yield from _check_words(text, lambda _, place=place: place, american=american)  # type: ignore[misc]
        for match in telephone_numbers(text, numbers):
            yield number_typed(match[0], place)
        # A step has a limit and a message of its own; what changed is told in one breath, with its reason.
        if loc[-1] not in ("do", "what"):
            for line in text.split("\n"):
                yield from _check_sentences(line, lambda _, place=place: place)  # type: ignore[misc]


def check_wording(text: str, place: Place) -> Iterator[Problem]:
    """Find words that a service may not put into its settings: unkind ones, HTML and placeholders."""
    for pattern, code, name in _NEVER:
        for match in pattern.finditer(text):
            yield problem(place, code, **{name: match[0]})


def _from(document: Document, start: int) -> _At:
    return lambda offset: document.at_body(start + offset)


def _said(data: Data, keys: frozenset[str] = _PROSE_KEYS) -> Iterator[Fact]:
    return (fact for fact in data.texts if fact.key in keys)


def number_typed(number: str, place: Place, kind: Kind | None = None) -> Problem:
    """Return the problem of a `number` to call that stands at `place`, in the text of a page of some `kind` or in a fact.

    Its fix names no macro where none may be called, and no file of the guide in what a service writes.
    """
    may_call = kind is not None and MACROS["contacts"] in kind.macros
    instead = "write {{ contacts() }}" if may_call else "say whom to call"
    of_the_guide = "in docs/data/contacts.yml, with the day it was checked"
    where = of_the_guide if is_of_the_guide(place.file) else "under `contacts` of your settings"
    return problem(place, "EW402", number=" ".join(number.split()), instead=instead, where=where)


def _check_words(text: str, at: _At, *, american: bool) -> Iterator[Problem]:
    for pattern, code, name in _NEVER:
        for match in pattern.finditer(text):
            yield problem(at(match.start()), code, **{name: " ".join(match[0].split())})
    for match in personal(text):
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
