"""What the guide takes for a sentence, a word, an act, a telephone number, and American spelling."""

import pytest

from macros.english import american_words, sentences, starts_with_act, telephone_numbers, typographic, words

CONTACTS = frozenset({"116123", "988", "85258"})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("One.", ["One."]),
        ("One. Two? Three! Four", ["One.", "Two?", "Three!", "Four"]),
        ("Say this, e.g. in the hall, then go.", ["Say this, e.g. in the hall, then go."]),
        ("It takes 2.5 minutes.", ["It takes 2.5 minutes."]),
        ("First.\nSecond.", ["First.", "Second."]),
        ('He said "No." Then he left.', ['He said "No.', "Then he left."]),
        (
            "It ends. **Then** it begins. “Now” it ends.",
            ["It ends.", "**Then** it begins.", "“Now” it ends."],
        ),
        ("It took long. 20 minutes passed.", ["It took long.", "20 minutes passed."]),
    ],
)
def test_sentences(text: str, found: list[str]) -> None:
    assert sentences(text) == found


@pytest.mark.parametrize(
    ("text", "is_set"),
    [
        ("It's the clients' hour.", "It’s the clients’ hour."),
        ('"Don\'t go," I said.', "“Don’t go,” I said."),
        ("\"'No,' they said.\"", "“‘No,’ they said.”"),
        ("(\"why?\") ['so']", "(“why?”) [‘so’]"),
        ("Tell 'em of the '90s, 'twas said.", "Tell ’em of the ’90s, ’twas said."),
        ('**"Stop"** and *"go"*', "**“Stop”** and *“go”*"),
        ("“It’s set.”", "“It’s set.”"),
        ('One—"two"', "One—“two”"),
    ],
)
def test_quotation_marks_as_a_printer_sets_them(text: str, is_set: str) -> None:
    assert typographic(text) == is_set
    assert len(is_set) == len(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("– … !", 0),
        ("Stay where you are.", 4),
        ("a well-known self-harm plan", 4),
        ("It’s the client's own _word_", 5),
        ("20 minutes, 2.5 hours", 5),
        ("Ça va, naïve?", 3),
    ],
)
def test_words_are_counted_as_a_reader_counts_them(text: str, count: int) -> None:
    assert len(words(text)) == count


@pytest.mark.parametrize(
    "step",
    [
        "Ask about today.",
        "Do not argue.",
        "Never promise.",
        "“Say” it.",
        "Bring a chair.",
        "Reply soon.",
        "Document it.",
        "Go.",
    ],
)
def test_an_act(step: str) -> None:
    assert starts_with_act(step)


@pytest.mark.parametrize(
    "step",
    [
        "",
        "…",
        "The client talks.",
        "Asking about today.",
        "Gently ask.",
        "Assessment of risk.",
        "Always ask.",
        "If so, ask.",
    ],
)
def test_no_act(step: str) -> None:
    assert not starts_with_act(step)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Call 116 123.", ["116 123"]),
        ("Call 116\u00a0123 or 0800\u2011123\u2011456.", ["116\u00a0123", "0800\u2011123\u2011456"]),
        ("Call 0800 - 123 456 or 0800.123.456.", ["0800 - 123 456", "0800.123.456"]),
        ("Call +44 20 7946 0018, or (020) 7946 0018", ["+44 20 7946 0018", "7946 0018"]),
        ("Call 1-800-273-8255.", ["1-800-273-8255"]),
        ("Dial 9-9-9, 999, 112 or 000.", ["9-9-9", "999", "112", "000"]),
        ("Call 988. 2 people did.", ["988"]),
        ("Call 123 456 or 123457, not 1 2345.", ["123 456", "123457"]),
        ("Text 85258.", ["85258"]),
        ("Text 85259.", []),
        ("from 1998 - 2011, 1998–2011, in 2026 and on 2026-03-01", []),
        ("1,000,000 people, 2.5 hours, 10.10, 0.00012 and 5-9 steps", []),
        ("EN 301 549 is a standard, EN 116 123 is none and 301 549 may be called", ["116 123", "301 549"]),
        ("10.1037/0033-3204.45.2.247 and #123456 and v123456", []),
    ],
)
def test_telephone_numbers(text: str, numbers: list[str]) -> None:
    assert [match[0] for match in telephone_numbers(text, CONTACTS)] == numbers


def test_american_spelling() -> None:
    text = "The Center summarizes behavior; we recognize it. The centre recognises behaviour."
    assert [(match[0], british) for match, british in american_words(text)] == [
        ("Center", "centre"),
        ("summarizes", "summarises"),
        ("behavior", "behaviour"),
        ("recognize", "recognise"),
    ]
