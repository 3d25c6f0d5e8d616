"""A service's reviews are its own: they lie in its folder, stand on its pages, and lapse aloud."""

from datetime import UTC, datetime

import pytest
from author import Author
from test_reviews import BY, edit, read_again, sign

from macros import check
from macros.guide import review_state

TODAY = datetime.now(UTC).date()


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
        page = read_again(author, TODAY).reviewed[path]
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
    author.makes_changes(TODAY)
    theirs = "review: {owner: clinical lead, state: reviewed, by: Them, on: 2024-01-01, digest: abcd}"
    edit(author.docs / "sessions" / "door.md", "review: {owner: clinical lead, state: draft}", theirs)
    page = read_again(author, TODAY).practices["sessions/door"]
    assert (review_state(page), page.review.by) == ("lapsed", BY)
    assert told(author, capsys).endswith(
        f"The review of sessions/door by {BY} on {TODAY} has lapsed: its text changed on {TODAY}: "
        "The words are plainer, as was asked.\n"
    )
    assert sign(author) == 0
    assert "lapsed" not in told(author, capsys)


def test_what_the_service_adds_makes_its_review_lapse(
    author: Author, capsys: pytest.CaptureFixture[str]
) -> None:
    author.edits("service").writes()
    assert sign(author) == 0
    edit(author.docs.parent / "service" / "data" / "steps.yml", "Tell the front desk.", "Ring the bell.")
    assert told(author, capsys).endswith("has lapsed: its text, or what you added to it, changed.\n")


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
