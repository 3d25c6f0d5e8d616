"""One guide: its pairs from both sides, its phases, the ids that moved, its versions and its reviews."""

import pytest
from author import Author

from macros.guide import Gone, Guide, review_state, text_digest, version
from macros.models import SIDES
from macros.moves import followed


def neighbours(guide: Guide, path: str) -> list[tuple[str, str]]:
    return [(n.practice.path, n.because) for n in guide.neighbours(guide.practices[path])]


def test_a_link_is_written_once_and_seen_from_both_pages(author: Author) -> None:
    guide = author.guide()
    because = "Both keep the last words for what matters."
    assert neighbours(guide, "sessions/door") == [("relationships/goodbye", because)]
    assert neighbours(guide, "shared/plan") == [("relationships/goodbye", "A plan outlives the last hour.")]
    assert neighbours(guide, "relationships/goodbye") == [
        ("sessions/door", because),
        ("shared/plan", "A plan outlives the last hour."),
    ]


def test_a_pair_runs_from_sessions_to_the_work_to_what_both_share(author: Author) -> None:
    author.edits("""
    shared/plan.md
    - carries: []
    + links:
    +   - to: sessions/door
    +     because: Danger comes late.
    + carries: []
    """)
    pairs = [(pair.left.path, pair.right.path) for pair in author.guide().pairs]
    assert pairs == [
        ("sessions/door", "relationships/goodbye"),
        ("sessions/door", "shared/plan"),
        ("relationships/goodbye", "shared/plan"),
    ]
    assert SIDES == ("sessions", "relationships", "shared")


def test_within_a_phase_danger_comes_first(author: Author) -> None:
    author.edits("""
    sessions/answer.md
    ~ sessions/door.md
    sessions/answer.md
    - mode: read-do
    + mode: do-confirm
    sessions/zeal.md
    ~ sessions/door.md
    sessions/opening.md
    ~ sessions/door.md
    sessions/opening.md
    - phase: at-the-door
    + phase: opening
    """)
    guide = author.guide()
    in_phase = [practice.path for practice in guide.in_phase("sessions", "at-the-door")]
    assert in_phase == ["sessions/door", "sessions/zeal", "sessions/answer"]
    assert guide.in_phase("sessions", "afterwards") == ()
    assert [pair.left.path for pair in guide.pairs][:2] == ["sessions/opening", "sessions/door"]


def test_a_line_of_the_source_text_has_its_carriers(author: Author) -> None:
    guide = author.guide()
    assert [practice.path for practice in guide.carriers("2.10")] == ["sessions/door"]
    assert guide.carriers("ad") == ()


def test_sources_stand_in_the_order_in_which_the_page_names_them_and_once(author: Author) -> None:
    author.edits("""
    sessions/door.md
    - People often say it late {{ cite("knox") }}. The rest is in [the plan](../shared/plan.md#first).
    + A law {{ cite("the-act", "knox") }}, a blog {{ cite("blog") }} and [the plan](../shared/plan.md#first).
    relationships/goodbye.md
    - Goodbyes are short.
    + Goodbyes are short {{ cite("blog") }}.
    """)
    guide = author.guide()
    assert [s.id for s in guide.sources_of(guide.practices["sessions/door"])] == ["the-act", "knox", "blog"]
    assert [s.id for s in guide.sources_of(guide.practices["relationships/goodbye"])] == ["blog"]


def test_retired_ids_are_aliases_of_those_that_took_their_place(author: Author) -> None:
    author.edits("""
    data/redirects.yml
    - - {from: "sessions/door#remain", to: "sessions/door#stay"}
    + - {from: "sessions/door#remain", to: "sessions/door#stay"}
    + - {from: "sessions/door#linger", to: "sessions/door#stay"}
    + - {from: "shared/plan#linger", to: "sessions/door#stay"}
    data/ledger.txt
    - sessions/door
    + sessions/door
    + sessions/door#linger
    + shared/plan#linger
    """)
    guide = author.guide()
    door = guide.practices["sessions/door"]
    assert guide.aliases(door, "stay") == ("remain", "linger")
    assert guide.aliases(door, "note") == ()
    assert guide.gone("shared/plan") == {"linger": Gone("sessions/door#stay")}
    assert {gone.to for gone in guide.gone("sessions/door").values()} == {"sessions/door#stay"}


def test_moves_are_followed_and_a_circle_ends() -> None:
    moves = {"a": "b", "b": "c", "c#old": "d#new", "x": "y", "y": "x", "p": "q#part"}
    assert followed("a#old", moves) == "d#new"
    assert followed("a#other", moves) == "c#other"
    assert followed("d#new", moves) == "d#new"
    assert followed("x#in", moves) in {"x#in", "y#in"}
    assert followed("p#id", moves) == "p#id"


def test_every_place_that_a_link_may_lead_to_has_an_identity(author: Author) -> None:
    identities = author.guide().identities
    assert list(identities) == sorted(identities)
    assert {"index", "sessions/index", "reference/map", "shared/plan"} <= set(identities)
    own = "stay ask-today agree note open too-big".split()
    parts = "answer checklist contacts words exceptions crosslinks why sources".split()
    assert {row for row in identities if row.startswith("sessions/door#")} == {
        f"sessions/door#{id_}" for id_ in (*own, *parts)
    }
    assert {row for row in identities if row.startswith("course/first-day#")} >= {
        f"course/first-day#{id_}" for id_ in ("first-act", "asked", "checks", "observe")
    }
    assert "reference/map#sessions/door" in identities
    assert {row for row in identities if row.startswith("reference/sources#")} == {
        f"reference/sources#source-{id_}" for id_ in ("the-act", "knox", "blog")
    }


@pytest.mark.parametrize(
    ("edit", "changes"),
    [
        ("- do: Stay where you are.\n+ do: Stay for now.", True),
        ("- - I need a plain answer.\n+ - I need an answer.", True),
        ("- - id: ask-today\n+ - id: ask-tonight", True),
        ("- why: Haste reads as alarm.\n+ why: Haste alarms.", False),
        ("- title: What do I do at the door?\n+ title: What now?", False),
        ("- firmer: We do need to stop now.\n+ firmer: We stop.", False),
    ],
)
def test_the_version_changes_when_the_list_does_and_only_then(
    author: Author, edit: str, changes: bool
) -> None:
    before = version(author.practice())
    author.edits(f"sessions/door.md\n{edit}")
    assert (version(author.practice()) != before) is changes
    assert len(before) == 8


REVIEW = """
sessions/door.md
- review: {{owner: clinical lead, state: draft}}
+ review: {{owner: clinical lead, state: reviewed, by: Dr Grey, on: 2024-02-01, digest: {digest}}}
"""


def test_a_draft_is_a_draft(author: Author) -> None:
    assert review_state(author.practice()) == "draft"


@pytest.mark.parametrize(
    "edit",
    [
        "- minutes: 10\n+ minutes: 11",
        "- why: Haste reads as alarm.\n+ why: Haste alarms.",
        "- ## Why {#why}\n+ ## Why at all {#why}",
    ],
)
def test_a_review_lapses_with_the_text_it_was_of(author: Author, edit: str) -> None:
    author.edits(REVIEW.format(digest=text_digest(author.practice())))
    assert review_state(author.practice()) == "reviewed"
    author.edits(f"sessions/door.md\n{edit}")
    assert review_state(author.practice()) == "lapsed"


def test_a_review_outlives_the_words_of_others(author: Author) -> None:
    author.edits(REVIEW.format(digest=text_digest(author.practice())))
    author.edits("""
    relationships/goodbye.md
    - Goodbyes are short.
    + Goodbyes are long.
    """)
    assert review_state(author.practice()) == "reviewed"


def test_a_review_of_another_text_has_lapsed(author: Author) -> None:
    author.edits(REVIEW.format(digest="00ab"))
    assert review_state(author.practice()) == "lapsed"
