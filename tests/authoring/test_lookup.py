"""The pages to look things up on: every phrase, every term, everything from A to Z; and the way from a text to a term."""

from dataclasses import replace

import pytest
from author import ADDRESS, Author
from seen import Html

from macros.glossary import first_uses, linked
from macros.models import Definition
from macros.render import lookup


def defined(id_: str, *forms: str) -> Definition:
    return Definition(id=id_, term=forms[0], also=forms[1:], means="A word.", sources=("editorial",))


GLOSSARY = (
    defined("act", "Acceptance and commitment therapy (ACT)", "ACT"),
    defined("plan", "Plan", "plans"),
    defined("safety-plan", "Safety plan", "safety planning"),
    defined("frame", "The frame"),
)


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("", []),
        ("Plans are short. A plan is kept.", ["Plans"]),
        ("A safety plan, and a plan.", ["safety plan", "plan"]),
        ("SAFETY PLAN, Safety\nplanning", ["SAFETY PLAN"]),
        ("Planning, a plan-b, a floor-plan, planned", []),
        ("We act. One ACT protocol.", ["ACT"]),
        ("In **the frame** (plan).", ["the frame", "plan"]),
        ("## A plan {#plan}\n\nThe frame.\n\n### Plans\n", ["The frame"]),
        ("Keep [the plan](../shared/plan.md), [a\nplan][p] and `plan`.", []),
        ("```\nplan\n```\n<mailto:plan@guide.example>", []),
        ('Said {{ cite("plan") }}. A plan.', ["plan"]),
        ("- **First:** plans", ["plans"]),
        ("A ſafety plan, and a plan.", ["plan"]),
    ],
)
def test_the_first_use_of_a_term_is_found_in_running_text_alone(text: str, used: list[str]) -> None:
    assert [text[start:end] for start, end, _ in first_uses(text, GLOSSARY)] == used


def test_without_a_glossary_no_term_is_found() -> None:
    assert list(first_uses("A plan.", ())) == []


def test_the_first_use_leads_to_the_entry() -> None:
    assert linked("A plan, the frame, two plans.", "sessions/door", GLOSSARY) == (
        "A [plan](../reference/glossary.md#plan){.term}, [the frame](../reference/glossary.md#frame){.term}, two plans."
    )


def test_a_practice_leads_to_its_terms_and_no_other_page_does(author: Author) -> None:
    guide = author.edits("""
    reference/map.md
    - {{ origins() }}
    + A plan is short.
    +
    + {{ origins() }}
    """).guide()
    assert "\n[Plans](../reference/glossary.md#plan){.term} are [short](" in guide.body_of("shared/plan")
    assert "{.term}" not in guide.body_of("reference/map")
    assert "{.term}" not in guide.body_of("letters/thanks")
    assert "{.term}" not in guide.practices["shared/plan"].body


def test_a_term_knows_the_practices_that_use_it(author: Author) -> None:
    uses = author.guide().term_uses
    assert [practice.path for practice in uses["plan"]] == ["shared/plan"]
    assert [practice.path for practice in uses["short"]] == ["relationships/goodbye", "shared/plan"]


def test_a_term_has_an_identity_and_may_be_linked_to(author: Author) -> None:
    guide = author.edits("""
    data/navigation.yml
    - lost:
    + lost:
    +   - {page: reference/words, name: Words to say}
    reference/words.md
    + ---
    + title: Words to say
    + summary: All of them.
    + ---
    +
    + See [plans](glossary.md#plan) and [the door](words.md#sessions-at-the-door) among [sessions](#sessions).
    +
    + {{ phrases() }}
    """).guide()
    assert "reference/glossary#plan" in guide.identities


def test_every_phrase_is_listed_by_side_phase_and_situation(author: Author) -> None:
    """The service shows one page about the end of the work, and on that nothing is said."""
    html = Html(lookup.phrases(author.edits("service").guide(), "reference/words"))
    assert html.all("id", "h2") == ["sessions", "shared"]
    assert html.all("id", "h3") == ["sessions-at-the-door", "shared-right-now"]
    door, plan = "../../sessions/door/", "../../shared/plan/"
    assert html.all("href") == [
        "#sessions",
        "#sessions-at-the-door",
        "#shared",
        "#shared-right-now",
        f"{door}#stay",
        f"{door}#ask-today",
        f"{door}#local-tell-desk",
        f"{door}#too-big",
        f"{plan}#fifth",
        f"{plan}#keep-it",
    ]
    assert (
        "At the door At the door"
        " Step 1 Thank you for telling me. Firmer I need a plain answer."
        " Step 2 What is next for you today?"
        " Step 3 Please keep the house open."
        " The client goes on I would like us to keep it whole. Firmer We do need to stop now."
    ) in html.said
    assert [tag for tag, _ in html.elements].count("ew-copy") == 8


def test_a_term_is_explained_with_its_basis_and_its_pages(author: Author) -> None:
    html = Html(lookup.glossary(author.guide(), "reference/glossary"))
    assert html.all("id", "div") == ["short", "plan"]  # In brief, Plan
    assert html.all("data-permalink") == [f"{ADDRESS}reference/glossary/#{id_}" for id_ in ("short", "plan")]
    assert "In brief Link Without many words. Practice wisdom A vendor" in html.said
    assert "Used on 2 pages How do we say goodbye? How do we make a plan?" in html.said
    assert "Used on 1 page How do we make a plan?" in html.said
    assert "Editorial" in html.said


def test_an_address_that_a_term_once_had_leads_to_it(author: Author) -> None:
    author.edits("""
    data/redirects.yml
    - - {from: sessions/threshold, to: sessions/door}
    + - {from: sessions/threshold, to: sessions/door}
    + - {from: "reference/glossary#scheme", to: "reference/glossary#plan"}
    data/ledger.txt
    - sessions/door
    + reference/glossary#scheme
    + sessions/door
    """)
    html = Html(lookup.glossary(author.guide(), "reference/glossary"))
    assert html.all("id") == ["short", "plan", "scheme"]


def test_a_source_of_a_term_can_be_opened_and_a_term_may_be_used_on_no_page_that_is_shown(
    author: Author,
) -> None:
    guide = author.guide()
    term = Definition(id="a", term="A", means="B.", sources=("knox",))
    html = Html(lookup.glossary(replace(guide, glossary=(term,)), "reference/glossary"))
    assert html.all("href") == ["#a", "https://doi.org/10.1000/182"]
    assert "Used on" not in html.said


def test_everything_stands_at_its_letter(author: Author) -> None:
    html = Html(lookup.index(author.guide(), "reference/map"))
    assert html.all("id", "h2") == ["a", "c", "e", "g", "h", "i", "l", "p", "s", "w", "y"]
    assert html.all("href")[:11] == [f"#{letter}" for letter in "aceghilpswy"]
    assert (
        "A After a good ending Letter or note At the door Ending a session C The course Page E Ending a session Page Ending the work Page"
        in html.said
    )
    assert "The glossary Page H How do we make a plan? Shared by both" in html.said
    assert "In brief Term" in html.said
    assert "Y Your first day Module of the course Your second day Module of the course" in html.said
    for out in ("./", "../../"):  # neither the page itself nor home
        assert out not in html.all("href")


def test_everything_stands_where_it_is_read_in_a_practice(author: Author) -> None:
    author.edits("""
    service
    sessions/door.md
    - short: At the door
    + short: Client at the door
    relationships/goodbye.md
    - title: How do we say goodbye?
    + title: Éclair, or how do we say goodbye?
    service/data/hidden.yml
    + []
    """)
    html = Html(lookup.index(author.guide(), "reference/map"))
    assert "After a good ending Letter or note Client at the door" in html.said  # an applicant
    assert "E Éclair, or how do we say goodbye? Ending the work Ending a session Page" in html.said
