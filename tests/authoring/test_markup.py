"""Lists are lists however far in they stand, and code is only shown."""

from pathlib import Path

import markdown
import pytest
from mkdocs.config import load_config

from macros.forms import Forms
from macros.load.markup import check_markup
from macros.load.text import Data, Document
from macros.markup import as_read, as_shown, spelled_out, without_code
from macros.registry import PRACTICE


def made(text: str) -> str:
    """The HTML of a text, on one line, by the extensions of `mkdocs.yml`."""
    config = load_config(str(Path(__file__).parents[2] / "mkdocs.yml"))
    extensions = [*(name for name in config.markdown_extensions if name != "toc"), Forms()]
    html = markdown.markdown(as_read(text), extensions=extensions, extension_configs=config.mdx_configs)
    return as_shown(html).replace("\n", "")


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
        ("- a\n- b\n\n1. c\n2. d", "<ul><li>a</li><li>b</li></ul><ol><li>c</li><li>d</li></ol>"),
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


def test_a_point_goes_on_behind_a_paragraph_of_the_one_before() -> None:
    assert made("1. a\n\n   more\n2. b") == "<ol><li><p>a</p><p>more</p></li><li><p>b</p></li></ol>"


def test_tabs_fold_and_one_is_open_at_first() -> None:
    html = made(
        '=== "In the room"\n    Sit:\n    - a\n\n===+ "On *a* screen"\n\n    Look.\n\n===! "More"\n    So.\n\nAfter.'
    )
    assert html == (
        '<div class="tabs">'
        '<details name="tabs-1"><summary>In the room</summary><p>Sit:</p><ul><li>a</li></ul></details>'
        '<details name="tabs-1" open="open"><summary>On <em>a</em> screen</summary><p>Look.</p></details></div>'
        '<div class="tabs"><details name="tabs-2" open="open"><summary>More</summary><p>So.</p></details></div>'
        "<p>After.</p>"
    )


def test_a_task_says_whether_it_is_done_and_waits_for_nobody() -> None:
    html = made("Then:\n- [ ] one **b**\n- [x] two\n\n  more\n- three")
    to_do, done = (f'<span class="said-only">{words}: </span>' for words in ("To do", "Done"))
    assert (
        f'<ul><li data-task="open">{to_do}one <strong>b</strong></li><li data-task="done"><p>{done}two</p>'
        in html
    )
    assert "<p>three</p>" in html
    assert "input" not in html
    assert 'class="task' not in html


def test_what_is_struck_out_says_so() -> None:
    before, behind = (f'<span class="said-only">{sign}</span>' for sign in ("(struck out: ", ")"))
    assert made("~~Do *not* go.~~ Go.") == f"<p><del>{before}Do <em>not</em> go.{behind}</del> Go.</p>"


def test_notes_stand_below_and_lead_back() -> None:
    html = made("- One[^b], two[^a]\n[^a]: A.\n\n    - more\n[^b]: B.\n\nAnd[^b].")
    assert '<li>One<sup id="fnref:b"><a aria-label="Note 1" href="#fn:b">1</a></sup>, two' in html
    notes = html.partition('<section aria-label="Notes" class="notes"><ol>')[2]
    back = 'aria-label="Back to where note 1 is called" class="back" href="#fnref:b">Back</a>'
    assert notes.startswith(f'<li id="fn:b"><p>B.&#160;<a {back}')
    assert '<li id="fn:a"><p>A.</p><ul><li>more</li></ul><p><a ' in notes
    assert "<hr" not in html


def test_a_note_holds_lists_and_ends_where_the_margin_begins() -> None:
    html = made("One[^a].\n\n[^a]: A.\n\n    More:\n    - b\n      - c\nAfter.")
    assert "<p>A.</p>" in html
    assert "<p>More:</p><ul><li>b<ul><li>c</li></ul></li></ul><p><a " in html
    assert "<p>After.</p><section" in html


def test_a_note_that_only_code_calls_is_not_there() -> None:
    html = made("One[^a].\n\n`[^b]`\n\n[^a]: A.\n[^b]: B.")
    assert html.count("<li") == 1


def test_what_is_said_below_a_table_is_no_row_of_it() -> None:
    assert made("| a |\n|---|\n| b[^c] |\n[^c]: C.").count("<td>") == 1


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("DBT. Again DBT.", "DBT (more words). Again DBT."),
        (
            "## DBT {#dbt}\n\nSee [DBT](dbt.md), `DBT` and **DBT**.",
            "See [DBT](dbt.md), `DBT` and **DBT (more words)**.",
        ),
        ('!!! note "DBT"\n    Of {{ cite("DBT") }} DBT.', 'Of {{ cite("DBT") }} DBT (more words).'),
        ("With More\nwords (DBT) and DBT.", "With More\nwords (DBT) and DBT."),
        ("DBTs only.", "DBTs only."),
    ],
)
def test_an_abbreviation_is_spelled_out_once_where_it_is_first_read(text: str, spelled: str) -> None:
    said = spelled_out(f"*[DBT]: more words\n\n{text}")
    assert said.endswith(spelled)
    assert said.count("more words") == (2 if "(more" in spelled else 1)


def test_an_abbreviation_tells_what_it_means_wherever_it_is_read() -> None:
    html = made("DBT and `DBT`, DBT.\n\n*[DBT]: more words")
    short = '<abbr title="more words">DBT</abbr>'
    assert html == f"<p>{short} (more words) and <code>DBT</code>, {short}.</p>"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("*a " * 20_000, 20_000),
        ("_a " * 20_000, 20_000),
        ("*a _b " * 10_000 + "c* d_ " * 10_000, 0),
        ("*[a]: b\n" * 5_000, 5_000),
        ("{{# " * 5_000, 0),  # what reads the calls tells that they never end
        ("*a b\n\nc*", 2),
        ("*a **b *c* ****d****", 4),
    ],
)
def test_each_sign_of_a_text_is_looked_at_once(text: str, told: int) -> None:
    """However many there are: a pattern that looks for the end of each would take minutes."""
    document = Document("sessions/door", PRACTICE, Data("docs/sessions/door.md"), text, 1)
    assert len([*check_markup(document)]) == told
