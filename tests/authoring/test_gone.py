"""What a page says of places that it once had."""

from author import Author
from seen import Html

from macros.publish.vocabulary import localized
from macros.render.gone import with_gone

MOVED = """
data/redirects.yml
- - {from: sessions/threshold, to: sessions/door}
+ - {from: sessions/threshold, to: sessions/door}
+ - {from: "sessions/threshold#enter", to: "sessions/door#note"}
+ - {from: "sessions/door#plan-it", to: "shared/plan#first"}
+ - {from: "sessions/door#old-words", to: "relationships/goodbye#last-words"}
+ - {from: "sessions/door#write-to-them", to: letters/thanks}
+ - {from: "sessions/door#gone", to: sessions/door}
data/ledger.txt
- sessions/threshold
+ sessions/threshold
+ sessions/threshold#enter
+ sessions/door#plan-it
+ sessions/door#old-words
+ sessions/door#write-to-them
+ sessions/door#gone
"""
PAGE = '<ol><li id="stay"><span id="remain"></span>Stay</li><li id="note">Note</li></ol>'


def test_what_is_still_on_the_page_has_an_anchor_in_it(author: Author) -> None:
    guide = author.edits(MOVED).guide()
    html = with_gone(guide, "sessions/door", PAGE)
    assert '<li id="note"><span id="enter" class="alias"></span>Note</li>' in html
    assert html.count('id="remain"') == 1


def test_what_is_elsewhere_leaves_a_way_there(author: Author) -> None:
    guide = author.edits(MOVED).guide()
    html = with_gone(guide, "sessions/door", PAGE)
    left = Html(html.partition("</ol>")[2])
    assert left.all("id", "p") == ["plan-it", "old-words", "write-to-them", "gone"]
    assert left.all("href", "a") == [
        "../../shared/plan/#first", "../../relationships/goodbye/#last-words", "../../letters/thanks/", "./",
    ]  # fmt: skip
    assert "How do we make a plan? · Ask about signs of danger." in left.said
    assert "How do we say goodbye? · The hour is over" in left.said
    assert "After a good ending" in left.said


def test_the_page_speaks_as_the_service_does_whatever_its_part_reports(author: Author) -> None:
    author.edits(MOVED).edits("""
    service
    service.yml
    - client: applicant
    + client: person
    shared/plan.md
    - title: How do we make a plan?
    + title: How does a client make a plan?
    - - {id: first, do: Ask about signs of danger., sources: [the-act]}
    + - {id: first, do: Ask what studies say of a client., sources: [the-act]}
    """)
    guide = author.guide()
    html = localized(with_gone(guide, "sessions/door", PAGE), guide.settings.wording)
    assert "How does a person make a plan? · Ask what studies say of a client." in Html(html).said


def test_what_was_retired_is_told_and_is_no_other_name_of_what_took_its_place(author: Author) -> None:
    author.edits("""
    data/redirects.yml
    - - {from: "sessions/door#remain", to: "sessions/door#stay"}
    + - {from: "sessions/door#remain", to: "sessions/door#stay", retired: {was: "Wait a little.", since: 2024-01-31}}
    """)
    guide = author.guide()
    assert guide.aliases(guide.practices["sessions/door"], "stay") == ()
    html = Html(
        with_gone(guide, "sessions/door", PAGE.replace('<span id="remain"></span>', "")).partition("</ol>")[2]
    )
    assert html.said == "Until 2024-01-31 this stood here: “Wait a little.” What takes its place"
    assert (html.all("id", "p"), html.all("href")) == (["remain"], ["#stay"])


def test_a_part_that_went_to_another_page_says_where_it_is(author: Author) -> None:
    author.edits("""
    data/redirects.yml
    - - {from: "sessions/door#remain", to: "sessions/door#stay"}
    + - {from: "sessions/door#remain", to: "sessions/door#stay"}
    + - {from: "shared/plan#linger", to: "sessions/door#remain"}
    data/ledger.txt
    - sessions/door
    + sessions/door
    + shared/plan#linger
    published
    """)
    guide = author.guide()
    html = Html(with_gone(guide, "shared/plan", ""))
    assert html.said == "This part is on another page now. What do I do at the door? · Stay where you are."
    assert html.all("href") == ["../../sessions/door/#stay"], "however often it moved"


def test_a_page_from_which_nothing_moved_stays_as_it_is(author: Author) -> None:
    guide = author.guide()
    assert with_gone(guide, "shared/plan", PAGE) == PAGE


def test_in_a_table_the_anchor_stands_in_a_cell(author: Author) -> None:
    guide = author.edits("service").guide()
    table = '<table><tbody id="relationships/local-farewell">\n<tr>\n<th scope="row">Parting</th></tr></tbody></table>'
    html = with_gone(guide, "reference/map", table)
    assert (
        html.index("<th")
        < html.index('<span id="relationships/goodbye" class="alias">')
        < html.index("Parting")
    )
