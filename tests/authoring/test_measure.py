"""What is measured of a page is all of its prose, and nothing else."""

from author import Author

from tests.measure import prose


def test_a_practice_is_measured_as_a_whole(author: Author) -> None:
    measured = prose(author.guide())["sessions/door"]
    assert measured.sentences[:20] == (
        "Check safety first.",
        "Give it the first place next time.",
        "The client says something large as they stand up.",
        "Stay where you are.",
        "Thank you for telling me.",
        "I need a plain answer.",
        "Haste reads as alarm.",
        "Is anyone in danger?",
        "Leave this list and make a plan.",
        "Ask how the day goes on.",
        "What is next for you today?",
        "Agree when to come back to it.",
        "Write it down.",
        "Open the next hour with it.",
        "I would like us to keep it whole.",
        "We do need to stop now.",
        "Do not send the client away in danger.",
        "Both keep the last words for what matters.",
        "People often say it late .",
        "The rest is in the plan.",
    )


def test_a_letter_is_measured_with_its_blanks_filled(author: Author) -> None:
    assert prose(author.guide())["letters/thanks"].sentences == (
        "Say thank you.",
        "The work has ended.",
        "What was said.",
        "The last day",
        "Dear it,",
        "Our work has ended.",
        "it",
        "Call it.",
        "A letter lasts .",
        "See the goodbye.",
    )
