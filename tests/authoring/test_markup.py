"""Lists are lists however far in they stand, and code is only shown."""

import markdown
import pytest

from macros.markup import as_read, as_shown, without_code


def made(text: str) -> str:
    """The HTML of a text, on one line."""
    extensions = ["tables", "fenced_code", "admonition", "def_list", "pymdownx.details"]
    return as_shown(markdown.markdown(as_read(text), extensions=extensions)).replace("\n", "")


NESTED = "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>"


@pytest.mark.parametrize(
    "text",
    [
        "- a\n  - b\n    - c\n- d",
        "- a\n   - b\n      - c\n- d",
        "- a\n    - b\n        - c\n- d",
        "* a\n\t* b\n\t\t* c\n* d",
        "-   a\n    +  b\n          - c\n- d",
        "  - a\n    - b\n      - c\n  - d",
    ],
)
def test_a_point_stands_within_another_two_blanks_or_more_further_in(text: str) -> None:
    assert made(text) == NESTED


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("You should:\n- stay\n- ask", "<p>You should:</p><ul><li>stay</li><li>ask</li></ul>"),
        ("Then:\n1. one\n2. two", "<p>Then:</p><ol><li>one</li><li>two</li></ol>"),
        ("It was in\n1999. Then more.", "<p>It was in1999. Then more.</p>"),
        ("Go on\n    - so", "<p>Go on    - so</p>"),
        ("## Head\n- a", "<h2>Head</h2><ul><li>a</li></ul>"),
        ("1. a\n   - b\n2. c", "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"),
        ("- a\n\n  more\n\n- b", "<ul><li><p>a</p><p>more</p></li><li><p>b</p></li></ul>"),
        ("- a\nlazy\n- b", "<ul><li>a    lazy</li><li>b</li></ul>"),
        ("- a\n\nText.\n\n- b", "<ul><li>a</li></ul><p>Text.</p><ul><li>b</li></ul>"),
        ("- a\n\n---\n\nText.", "<ul><li>a</li></ul><hr /><p>Text.</p>"),
        ("Text.\n\n* * *", "<p>Text.</p><hr />"),
    ],
)
def test_a_list_is_set_apart_from_what_stands_around_it(text: str, html: str) -> None:
    assert made(text) == html


@pytest.mark.parametrize("sign", ["!!!", "???"])
def test_a_box_holds_lists(sign: str) -> None:
    html = made(f'{sign} note "More"\n    See:\n    - a\n      - b\n\n    And so on.\n\nAfter.')
    assert "<p>See:</p><ul><li>a<ul><li>b</li></ul></li></ul><p>And so on.</p></d" in html
    assert html.endswith("<p>After.</p>")


def test_a_quotation_holds_lists() -> None:
    html = made("> See:\n> - a\n>   - b\n\nAfter.\n\n> More.")
    inside = "<p>See:</p><ul><li>a<ul><li>b</li></ul></li></ul>"
    assert html == f"<blockquote>{inside}</blockquote><p>After.</p><blockquote><p>More.</p></blockquote>"


def test_code_is_left_as_it_is_and_calls_nothing() -> None:
    text = "See:\n\n```yaml\nSo:\n- {{ a }}\n  - {% b %}\n```\n\nand `{{ c }}` or {{ d }}"
    read = as_read(text)
    assert "{{ d }}" in read
    assert not any(call in read for call in ("{{ a", "{% b", "{{ c"))
    assert as_shown(read) == text
    assert without_code(text).split() == ["See:", "and", "or", "{{", "d", "}}"]
