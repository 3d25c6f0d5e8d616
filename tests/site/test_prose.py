"""The prose keeps to its standard on every page: short, plain, kind, its own, and with a ground for each step.

`pytest -rP tests/site/test_prose.py` prints each page's figures, as does `python -m tests.measure`.
"""

from collections import defaultdict
from statistics import median

import pytest

from macros.guide import Guide
from macros.models import FROM_CONTACTS
from macros.words import sentences, words
from tests.measure import Prose, prose, read, table

WORDS_IN_SENTENCE = 20
SENTENCES_IN_PARAGRAPH = 3
WORDS_OF_ITS_OWN = 5  # from as many on, no sentence stands on two pages
ASKS = 6
AGE = 10.5  # of the page in the middle; the standard is "about 11"
OLDEST = 13  # of any page: terms of art are long words


@pytest.fixture(scope="module")
def guide() -> Guide:
    return read()


@pytest.fixture(scope="module")
def measured(guide) -> dict[str, Prose]:
    return prose(guide)


def test_every_page_is_measured_as_a_whole(guide, measured):
    assert set(measured) == {*guide.practices, *guide.letters, *guide.pages}
    assert all(page.sentences for page in measured.values())


def test_no_sentence_is_long(measured):
    counts = {path: len(words(page.longest_sentence)) for path, page in measured.items()}
    assert {path: count for path, count in counts.items() if count > WORDS_IN_SENTENCE} == {}, "split it"


def test_no_paragraph_is_long(measured):
    counts = {path: len(sentences(page.longest_paragraph)) for path, page in measured.items()}
    assert {path: count for path, count in counts.items() if count > SENTENCES_IN_PARAGRAPH} == {}, "split it"


def test_a_child_of_eleven_could_read_it(measured):
    print(table(measured))
    ages = {path: page.age for path, page in measured.items()}
    assert median(ages.values()) <= AGE
    assert {path: age for path, age in ages.items() if age > OLDEST} == {}, "shorter words, shorter sentences"


def test_the_measure_tells_plain_from_hard():
    plain = Prose("plain", ("Sit with the client. Say that you will stay.", "Ask if they are safe."))
    hard = Prose("hard", ("Psychotherapeutic termination necessitates comprehensive documentation.",))
    assert plain.age < 8 < 20 < hard.age
    assert plain.longest_sentence == "Say that you will stay."
    assert plain.longest_paragraph == plain.paragraphs[0]


def test_no_sentence_stands_on_two_pages(guide, measured):
    """But for what every letter that names a crisis line says in the same words, on purpose."""
    naming = {path for path, letter in guide.letters.items() if any(b.from_ == FROM_CONTACTS for b in letter.blanks)}
    stands = defaultdict(set)
    for path, page in measured.items():
        for sentence in page.sentences:
            if len(words(sentence)) >= WORDS_OF_ITS_OWN:
                stands[" ".join(words(sentence)).lower()].add(path)
    twice = {sentence: paths for sentence, paths in stands.items() if len(paths) > 1 and not paths <= naming}
    assert twice == {}, "say it in other words, or once and link to it"


def test_every_practice_knows_the_words_people_ask_it_with(guide):
    asks = {path: len(set(guide.asks[path])) for path in guide.practices}
    assert {path: count for path, count in asks.items() if count < ASKS} == {}, "add how people really say it"
