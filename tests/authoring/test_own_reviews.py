"""A service's reviews are its own: they lie in its folder, stand on its pages, and lapse aloud."""

from datetime import date

import pytest
from author import Author
from seen import Html
from test_reviews import BY, edit, read_again, sign

from macros import check, clock, ledger
from macros.guide import review_state, text_digest
from macros.publish.twins import twin
from macros.publish.vocabulary import localized
from macros.render.practice import answer, checklist
from macros.render.reviews import page_status
from macros.render.structured import json_ld

STEP = ", or a step that you add to it"


def own_file(author: Author) -> str:
    return (author.docs.parent / "service" / "data" / "signed.yml").read_text()


def told(author: Author, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert check.main(author.docs.parent) == 0
    return capsys.readouterr().out


def test_a_service_signs_in_its_own_folder_and_no_page_of_the_guide_is_touched(author: Author) -> None:
    docs = author.edits("service").writes()
    before = {file: file.read_bytes() for file in docs.rglob("*") if file.is_file()}
    for path in ("sessions/door", "letters/thanks", "course/first-day"):
        assert sign(author, path) == 0
        page = read_again(author, clock.today()).reviewed[path]
        assert (review_state(page), page.review.by, page.review.owner) == ("reviewed", BY, "clinical lead")
    assert {file: file.read_bytes() for file in docs.rglob("*") if file.is_file()} == before
    rows = own_file(author).splitlines()[1:]
    assert [row.split(",")[0] for row in rows] == [
        "- {page: course/first-day",
        "- {page: letters/thanks",
        "- {page: sessions/door",
    ]


def test_a_newer_guide_that_was_signed_too_replaces_no_review_of_the_service(
    author: Author, capsys: pytest.CaptureFixture[str]
) -> None:
    author.edits("service").writes()
    assert sign(author) == 0
    assert "lapsed" not in told(author, capsys)
    edit(author.docs / "sessions" / "door.md", "minutes: 10", "minutes: 12")
    author.makes_changes(clock.today())
    theirs = "review: {owner: clinical lead, state: reviewed, by: Them, on: 2024-01-01, digest: abcd}"
    edit(author.docs / "sessions" / "door.md", "review: {owner: clinical lead, state: draft}", theirs)
    page = read_again(author, clock.today()).practices["sessions/door"]
    assert (review_state(page), page.review.by) == ("lapsed", BY)
    assert told(author, capsys).endswith(
        f"The review of sessions/door by {BY} on {clock.today()} has lapsed: its text changed on {clock.today()}: "
        "The words are plainer, as was asked.\n"
    )
    assert sign(author) == 0
    assert "lapsed" not in told(author, capsys)


def test_what_the_service_adds_makes_its_review_lapse_and_the_guide_is_not_blamed(
    author: Author, capsys: pytest.CaptureFixture[str]
) -> None:
    author.edits("service").writes()
    edit(author.docs / "sessions" / "door.md", "minutes: 10", "minutes: 12")
    author.makes_changes(clock.today())
    assert sign(author) == 0
    steps = author.docs.parent / "service" / "data" / "steps.yml"
    edit(steps, "Tell the front desk.", "Ring the bell.")
    assert told(author, capsys).endswith(
        f"\nThe review of sessions/door by {BY} on {clock.today()} has lapsed: the page as you show it has changed since, "
        "by a step of yours or a page that you hide.\n"
    )
    shown = Html(page_status(read_again(author, clock.today()), "sessions/door")).said
    assert (
        f"Review The page as The House shows it has changed since its review on {clock.today()}: not reviewed now"
        in shown
    )
    edit(author.docs / "sessions" / "door.md", "minutes: 12", "minutes: 14")
    author.makes_changes(clock.today())
    assert f"has lapsed: its text changed on {clock.today()}: The words" in told(author, capsys)
    shown = Html(page_status(read_again(author, clock.today()), "sessions/door")).said
    assert f"Review The text has changed since its review on {clock.today()}: not reviewed now" in shown


@pytest.mark.parametrize(
    ("on", "why"),
    [
        ("2024-02-29", "its text changed on 2024-03-01: First published."),
        (
            "2024-03-01",
            "the page as you show it has changed since, by a step of yours or a page that you hide",
        ),
    ],
)
def test_where_the_guides_text_was_not_noted_the_days_tell(author: Author, on: str, why: str) -> None:
    row = f"+ - {{page: sessions/door, by: 'A. Grey, lead', on: {on}, digest: a}}"
    guide = author.edits(f"service\nservice/data/signed.yml\n{row}").guide()
    assert [line.partition(" has lapsed: ")[2] for line in check.lapsed(guide)] == [why]


def test_a_review_of_the_guide_lapses_with_a_step_of_the_service(author: Author) -> None:
    read = text_digest(author.practice())
    author.edits(f"""
    sessions/door.md
    - review: {{owner: clinical lead, state: draft}}
    + review: {{owner: clinical lead, state: reviewed, by: Dr Grey, on: 2024-02-01, digest: {read}}}
    """)
    assert [*check.lapsed(author.guide())] == []
    assert [*check.lapsed(author.edits("service").guide())] == [
        "The review of sessions/door by Dr Grey on 2024-02-01 has lapsed: the page as you show it has changed since, "
        "by a step of yours or a page that you hide"
    ]


@pytest.mark.parametrize("keeps_register", [False, True])
def test_a_lapsed_review_of_a_page_of_its_own_is_told_as_one_of_the_guides(
    author: Author, capsys: pytest.CaptureFixture[str], *, keeps_register: bool
) -> None:
    author.edits("service")
    if keeps_register:
        author.edits("service/data/reviews.yml\n+ []")
    author.writes()
    assert sign(author, "relationships/local-farewell") == 0
    assert "lapsed" not in told(author, capsys)
    page = author.docs.parent / "service" / "relationships" / "local-farewell.md"
    edit(page, "Walk to the gate together.", "Walk to the door together.")
    author.makes_changes(clock.today())
    why = f" on {clock.today()}: The words are plainer, as was asked" if keeps_register else STEP
    assert told(author, capsys).endswith(
        f"\nThe review of relationships/local-farewell by {BY} on {clock.today()} has lapsed: its text changed{why}.\n"
    )
    shown = Html(page_status(read_again(author, clock.today()), "relationships/local-farewell")).said
    assert "Review The text has changed since its review" in shown


def test_a_step_that_a_service_adds_to_its_own_page_is_not_laid_on_a_change_before_the_review(
    author: Author, capsys: pytest.CaptureFixture[str]
) -> None:
    author.edits("service\nservice/data/reviews.yml\n+ []").writes()
    author.makes_changes(date(2024, 3, 1))
    assert sign(author, "relationships/local-farewell") == 0
    steps = author.docs.parent / "service" / "data" / "steps.yml"
    own = "{page: relationships/local-farewell, after: coat, id: local-hat, do: Bring the hat., sources: [local]}"
    edit(steps, "- page: sessions/door\n", f"- {own}\n- page: sessions/door\n")
    assert ledger.main(author.docs.parent) == 0
    assert told(author, capsys).endswith(f"on {clock.today()} has lapsed: its text changed{STEP}.\n")


def test_a_signature_is_not_put_into_the_services_words(author: Author) -> None:
    author.edits(
        "service\nservice.yml\n- client: applicant\n+ client: applicant\n+ clinician: guide"
    ).writes()
    assert sign(author, by="A. Grey, lead clinician") == 0
    guide = read_again(author, clock.today())
    door, words = guide.practices["sessions/door"], guide.settings.wording
    assert words.localize("A clinician") == "A guide"
    for shown in (
        localized(page_status(guide, door.path), words),
        localized(checklist(guide, door), words),
        localized(answer(guide, door), words),
        twin(guide, door.path),
        json_ld(guide, door, "Good endings"),
    ):
        assert f"Reviewed by A. Grey, lead clinician on {clock.today()}" in shown


def test_the_review_of_a_page_that_went_is_told_and_that_of_a_hidden_one_rests(
    author: Author, capsys: pytest.CaptureFixture[str]
) -> None:
    row = '+ - {{page: {}, by: "A. Grey, lead", on: 2024-02-01, digest: abcd}}\n'.format
    said = "".join(
        f"    {row(page)}" for page in ("sessions/threshold", "relationships/goodbye", "sessions/lost")
    )
    author.edits("service")
    author.edits(f"service/data/signed.yml\n{said}".replace("    ", ""))
    author.edits("""
    data/ledger.txt
    - sessions/threshold
    + sessions/threshold
    + relationships/plan-b
    data/redirects.yml
    - - {from: sessions/threshold, to: sessions/door}
    + - {from: sessions/threshold, to: sessions/door}
    + - {from: relationships/plan-b, to: shared/plan}
    """)
    assert author.reads() == [
        "service/data/signed.yml:3:4  EW906  'sessions/lost' never was a practice, letter or module"
        "\n    fix: did you mean 'sessions/door'?"
    ]
    author.files["service/data/signed.yml"] = author.files["service/data/signed.yml"].replace(
        "sessions/lost", "shared/plan"
    )
    author.writes()
    said = told(author, capsys)
    assert (
        "The review of sessions/threshold by A. Grey, lead on 2024-02-01 has lapsed: the page went to sessions/door.\n"
        in said
    )
    assert "goodbye" not in said


def test_a_page_that_is_gone_for_good_is_told(author: Author) -> None:
    guide = author.edits(
        "service\nservice/data/signed.yml\n+ - {page: sessions/door, by: 'A. Grey, lead', on: 2024-02-01, digest: a}"
    ).guide()
    from dataclasses import replace

    without = replace(guide, practices={}, letters={}, modules={})
    assert [line.rpartition(": ")[2] for line in check.lapsed(without)] == ["the page is gone"]


def test_a_day_to_come_and_a_page_signed_twice_are_mistakes(author: Author) -> None:
    row = "+ - {page: sessions/door, by: 'A. Grey, lead', on: 2030-01-01, digest: a}\n"
    found = author.edits(f"service\nservice/data/signed.yml\n{row}{row}").reads()
    assert [line.split()[1] for line in found] == ["EW804", "EW206", "EW804"]
