"""The numbers within the course: given once, never counted, never given again, and apart for the guide and a service."""

import hashlib
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml
from author import TODAY, Author
from seen import Html

from macros import check, ledger, numbers
from macros.guide import Guide
from macros.load import Configuration, load
from macros.render import course

ROOT = Path(__file__).resolve().parents[2]
CALLED = (
    {111, 112, 113, 115, 116, 117, 118, 119, 133, 144, 190, 191} | {211, 311, 811, 911} | {988, 999, 1737}
)  # in an emergency or a crisis, here or elsewhere
# Of the real course, before and after each gap that these leave. What readers keep of it, and signed records, rest on them.
GIVEN = {
    "course/different-rooms#agrees-who-rings": 1,
    "course/hard-cases#debt-in-one-code": 98,
    "course/hard-cases#if-not-you": 102,
    "course/hard-cases#options-both-sides": 109,
    "course/hard-cases#picture-of-your-door": 114,
    "course/hard-cases#risk-and-last-day": 120,
    "course/letters-and-after#hello-after-a-year": 132,
    "course/letters-and-after#kind-and-plain-no": 135,
    "course/letters-and-after#marisol-writes": 143,
    "course/letters-and-after#no-diagnosis-in-letter": 146,
    "course/risk-late#answer-the-joke": 189,
    "course/risk-late#asks-in-plain-words": 192,
    "course/risk-late#stays-past-the-hour": 210,
    "course/risk-late#tablets-already-taken": 212,
    "course/hard-cases#clinician-leaving": 310,
    "course/hard-cases#ending-while-risk-live": 312,
}
ALL_GIVEN = "8e090b84a43c2986c934b22ddfe7376b20c4349983eddebedfb0b27a98165d94"
NEW_CHECK = """
course/first-day.md
-   - id: second-act
+   - id: a-new-act
+     ask: What do you say?
+     options:
+       - {id: thanks, text: Thanks, right: true, why: It is warm.}
+       - {id: nothing, text: Nothing, why: It is cold.}
+     sources: [editorial]
+   - id: second-act
"""
OUR_MODULE = """
service
service/course/local-ours.md
~ course/second-day.md
"""
# As guides wrote it that counted: the ids of the module in their order, after what else is the service's own.
OLD_LEDGER = """
service/data/ledger.txt
- sessions/door#local-ring-desk
+ sessions/door#local-ring-desk
+ course/local-ours#c
+ course/local-ours#a
+ course/local-ours#b
"""


def written(author: Author) -> dict[str, int]:
    """What `make ledger` has written beside the addresses of both ledgers."""
    files = author.docs.parent.glob("*/data/ledger.txt")
    lines = (line for file in files for line in file.read_text(encoding="utf-8").splitlines())
    return {
        row: int(number) for row, number in re.findall(r"^(course/\S+#\S+) (\d+)$", "\n".join(lines), re.M)
    }


def shown(guide: Guide) -> dict[str, int]:
    """The number that each task has on its page."""
    return {
        f"{path}#{id_}": item.number for path, items in guide.items.items() for id_, item in items.items()
    }


def makes_ledger(author: Author) -> dict[str, int]:
    """Save what was edited, but for the ledgers that are there, and do what `make ledger` does."""
    ledgers = {
        file: file.read_text(encoding="utf-8") for file in author.docs.parent.glob("*/data/ledger.txt")
    }
    author.writes()
    for file, text in ledgers.items():
        file.write_text(text, encoding="utf-8")
    assert ledger.main(author.docs.parent) == 0
    return written(author)


def real_guide() -> Guide:
    return load(ROOT / "docs", Configuration.beside(ROOT), today=datetime.now(UTC).date())


def test_a_number_once_given_never_changes() -> None:
    guide = real_guide()
    assert {address: guide.numbers[address] for address in GIVEN} == GIVEN
    rows = [f"{row} {number}" for row, number in sorted(guide.numbers.items()) if number < 363]
    assert hashlib.sha256("\n".join(rows).encode()).hexdigest() == ALL_GIVEN


def test_a_task_is_shown_with_the_number_that_is_written_beside_it(author: Author) -> None:
    guide = author.edits("""
    data/ledger.txt
    - course/first-day#door 4
    + course/first-day#door 1040
    """).guide()
    assert shown(guide)["course/first-day#door"] == 1040
    assert "1040 reading course/first-day#door" in Html(course.verify(guide, "course/verify")).everything


def test_a_task_keeps_its_number_whatever_is_written_around_it(author: Author) -> None:
    before = makes_ledger(author)
    after = makes_ledger(author.edits(NEW_CHECK))
    assert after == {**before, "course/first-day#a-new-act": 31}
    assert check.main(author.docs.parent) == 0


def test_a_new_task_is_seen_while_it_is_written_with_the_number_that_it_will_have(author: Author) -> None:
    docs = author.edits(NEW_CHECK).writes()
    guide = load(docs, Configuration.beside(docs.parent), today=TODAY, editing=True)
    assert shown(guide).items() <= makes_ledger(author).items()


def test_a_task_that_was_taken_out_is_remembered_and_its_number_never_given_again(author: Author) -> None:
    before = makes_ledger(author.edits(NEW_CHECK))
    after = makes_ledger(
        author.edits("""
    course/first-day.md
    - - id: a-new-act
    + - id: a-newer-act
    data/redirects.yml
    - - {from: sessions/threshold, to: sessions/door}
    + - {from: sessions/threshold, to: sessions/door}
    + - {from: "course/first-day#a-new-act", to: "course/first-day#a-newer-act"}
    """)
    )
    assert after == {**before, "course/first-day#a-newer-act": 32}
    author.makes_changes()
    guide = load(author.docs, Configuration.beside(author.docs.parent), today=TODAY)
    assert guide.retired == ((31, "course/first-day#a-new-act"),)
    assert "31 retired course/first-day#a-new-act" in Html(course.verify(guide, "course/verify")).everything


def test_what_is_added_to_the_guide_leaves_the_numbers_of_a_service_alone(author: Author) -> None:
    before = makes_ledger(author.edits(OUR_MODULE))
    ours = {row: number for row, number in before.items() if "/local-" in row}
    assert sorted(ours.values()) == [*range(363, 377)]
    after = makes_ledger(author.edits(NEW_CHECK))
    assert after == {**before, "course/first-day#a-new-act": 31}


def test_the_ledger_of_a_service_whose_tasks_were_counted_gets_the_numbers_that_they_have_had(
    author: Author, capsys: pytest.CaptureFixture[str]
) -> None:
    author.keeps_ledger = False
    author.edits(OUR_MODULE).edits(OLD_LEDGER).writes()
    assert check.main(author.docs.parent) == 1
    said = capsys.readouterr().out
    assert (
        "service/data/ledger.txt:4:1  EW607  no number is written down for 'course/local-ours#c' and 2 more"
        in said
    )
    assert "run `make ledger`" in said
    after = makes_ledger(author)
    assert [after[f"course/local-ours#{id_}"] for id_ in "cab"] == [363, 364, 365]
    assert check.main(author.docs.parent) == 0
    # The real guide ends one below: so long as numbers were counted, its tasks and these followed each other.
    assert max(number for number in real_guide().numbers.values() if number < 1000) == 362


def test_after_the_numbers_of_a_service_the_guide_goes_on(author: Author) -> None:
    author.edits("""
    data/ledger.txt
    - course/second-day#two 30
    + course/second-day#two 362
    """).edits(NEW_CHECK)
    assert makes_ledger(author)["course/first-day#a-new-act"] == 1024


def test_no_task_has_a_number_that_people_call() -> None:
    guide = numbers.numbered({}, [f"course/first-day#once-{n}" for n in range(5000)])
    service = numbers.numbered({}, [f"course/local-ours#once-{n}" for n in range(5000)])
    assert list(guide.values()) == sorted(set(guide.values()))
    assert {*guide.values(), *service.values()} == {*range(1, 4096)} - CALLED
    assert len(guide) + len(service) == 4095 - len(CALLED)


def test_no_number_of_the_crisis_contacts_is_ever_given() -> None:
    regions = yaml.safe_load((ROOT / "docs/data/contacts.yml").read_text(encoding="utf-8"))
    ways = [way for region in regions for contact in region["contacts"] for way in contact["reach"]]
    short = {int(way["to"]) for way in ways if re.fullmatch(r"[1-9][0-9]{1,3}", way["to"])}
    assert {112, 911, 988, 999, 1737} <= short
    assert not [n for n in short - numbers.NEVER_GIVEN if n <= numbers.LAST]


def test_a_number_that_is_never_to_be_given_from_now_on_moves_none(
    author: Author, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = makes_ledger(author.edits(OUR_MODULE))
    monkeypatch.setattr(numbers, "NEVER_GIVEN", numbers.NEVER_GIVEN | {4, 31, 363})
    after = makes_ledger(author.edits(NEW_CHECK))
    assert after == {**before, "course/first-day#a-new-act": 32}


def test_the_highest_number_is_the_highest_that_a_code_holds() -> None:
    state = (ROOT / "overrides/components/progress/state.js").read_text(encoding="utf-8")
    (most,) = re.findall(r"^const MOST = ([0-9_]+);", state, re.M)
    assert int(most) == numbers.LAST + 1
