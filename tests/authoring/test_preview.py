"""What a service reads before it publishes in its own words."""

import pytest
from author import Author
from test_commands import run

from macros import words

SPOKEN = "mkdocs.yml\n+ extra: {service: {vocabulary: {client: student, therapist: counsellor, clinician: counsellor}}}"


def test_each_sentence_that_changes_is_shown_page_by_page(
    author: Author, capsys: pytest.CaptureFixture[str]
) -> None:
    root = author.edits(SPOKEN).writes().parent
    assert words.main(root=root) == 0
    said = capsys.readouterr().out
    assert "relationships/goodbye\n" in said
    assert "  - The client hesitates\n  + The student hesitates\n" in said
    assert said.endswith("pages change. What cites a source or reports a study keeps its words.\n")


def test_one_page_can_be_read_by_itself(author: Author, capsys: pytest.CaptureFixture[str]) -> None:
    root = author.edits(SPOKEN).writes().parent
    assert words.main("sessions/door", root=root) == 0
    said = capsys.readouterr().out
    assert said.startswith("sessions/door\n  - ")
    assert "relationships/goodbye" not in said.splitlines()
    assert words.main("sessions/dor", root=root) == 1
    assert capsys.readouterr().out == "There is no page 'sessions/dor': did you mean 'sessions/door'?\n"


def test_what_no_longer_stands_sentence_by_sentence_is_shown_whole(author: Author) -> None:
    author.edits(SPOKEN)
    author.edits("""
    sessions/door.md
    - People often say it late {{ cite("knox") }}. The rest is in [the plan](../shared/plan.md#first).
    + See a [client](../shared/plan.md#first). Ask therapists,
    + clinicians. Counsellors know.
    """)
    guide = author.guide()
    whole = (
        "See a client. Ask therapists, clinicians. Counsellors know.",
        "See a student. Ask counsellors. Counsellors know.",
    )
    assert whole in [*words.changed(guide, "sessions/door")]
    assert [*words._sentences("A.\nB c. D", "A. b")] == [("A. B c. D", "A. b")]


def test_where_nothing_changes_it_says_so(author: Author, capsys: pytest.CaptureFixture[str]) -> None:
    assert words.main(root=author.writes().parent) == 0
    assert capsys.readouterr().out.startswith("Nothing changes")


def test_mistakes_come_first(author: Author, capsys: pytest.CaptureFixture[str]) -> None:
    author.edits("""
    sessions/door.md
    - minutes: 10
    + minutes: 90
    """)
    assert words.main(root=author.writes().parent) == 1
    assert "EW120" in capsys.readouterr().out


def test_words_as_a_command(author: Author) -> None:
    root = author.edits(SPOKEN).writes().parent
    done = run("macros.words", root, "sessions/door")
    assert (done.returncode, done.stderr) == (0, "")
