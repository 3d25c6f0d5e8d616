"""What is measured of a page is all of its prose, and nothing else."""

import pytest
from author import Author

from macros.english import reading_age, words
from tests.measure import sentences, table


def measured(author: Author, path: str) -> list[str]:
    """The words of each sentence of a page."""
    author.writes()
    return [" ".join(words(sentence)) for sentence in sentences(author.docs.parent)[path]]


def test_a_practice_is_measured_as_a_whole(author: Author) -> None:
    assert measured(author, "sessions/door")[:25] == [
        "What do I do at the door",
        "At the door",
        "Check safety first",
        "Give it the first place next time",
        "The client says something large as they stand up",
        "When the hand is on the door",
        "Stay where you are",
        "Thank you for telling me",
        "I need a plain answer",
        "Haste reads as alarm",
        "Is anyone in danger",
        "Leave this list and make a plan",
        "Ask how the day goes on",
        "What is next for you today",
        "Agree when to come back to it",
        "Write it down",
        "Open the next hour with it",
        "The client goes on",
        "I would like us to keep it whole",
        "We do need to stop now",
        "Do not send the client away in danger",
        "Both keep the last words for what matters",
        "People often say it late",
        "The rest is in the plan",
        "So much for door and there is more to say",
    ]


def test_a_letter_is_measured_but_for_its_blanks_and_what_must_be_in_it(author: Author) -> None:
    assert measured(author, "letters/thanks") == [
        "After a good ending",
        "Say thank you",
        "The work has ended",
        "What was said",
        "Dear name",
        "Our work has ended",
        "way-back",
        "Call line",
        "A letter lasts",
        "See the goodbye",
    ]


def test_the_measure_tells_plain_from_hard() -> None:
    plain = reading_age(["Sit with the client.", "Say that you will stay.", "Ask if they are safe."])
    hard = reading_age(["Psychotherapeutic termination necessitates comprehensive documentation."])
    assert plain < 8 < 20 < hard


@pytest.mark.parametrize(
    ("read", "age"),
    [
        (["Ab cd ef.", "Gh ij."], 5 + 4.71 * 2 + 0.5 * 2.5 - 21.43),
        (["Multidisciplinary teams meet."], 5 + 5.88 * 26 / 3 - 29.6 / 3 - 15.8),
    ],
)
def test_an_age_is_the_harder_of_two_formulas(read: list[str], age: float) -> None:
    assert reading_age(read) == pytest.approx(age)


def test_the_table_has_a_line_for_each_page(author: Author) -> None:
    author.writes()
    pages = sentences(author.docs.parent)
    lines = table(pages).splitlines()
    assert len(lines) == len(pages) + 2
