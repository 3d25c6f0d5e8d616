"""Every mistake that an author can make is found, at its place, and said with its fix."""

import os
import re
from copy import deepcopy
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
import typed
from author import TODAY, Author
from mistakes import BROKEN, FINE, MISTAKES, SLIPS

from macros.load import Configuration, load
from macros.load.changes import check_changes_written_down
from macros.load.checks import CHECKS
from macros.load.draft import Draft
from macros.load.parser import parse
from macros.problems import KINDS, Place, ProblemsFoundError, nearest, problem

MISTAKES, SLIPS, FINE = [*MISTAKES, *typed.MISTAKES], SLIPS | typed.SLIPS, FINE | typed.FINE
ROOT = Path(__file__).resolve().parents[2]
# Each takes away what others need: a file, the regions of a service, all of its settings. EW311, EW607, EW612, EW613 and EW903 wait for the others, and EW864 for none to have the new name. EW867 is of a logo that is there, and EW859 of one that is not.
CANNOT_LIVE_TOGETHER = {
    "EW007",
    "EW008",
    "EW011",
    "EW311",
    "EW607",
    "EW612",
    "EW613",
    "EW806",
    "EW809",
    "EW851",
    "EW864",
    "EW867",
    "EW903",
}
SHARED = ("data/", "mkdocs.yml", "service")


def codes(picture: str) -> list[str]:
    return re.findall(r"EW\d{3}", picture)


def without_fixes(answers: list[str], expected: list[str]) -> list[str]:
    """Shorten each answer to what a picture says of it: a slip need not repeat a fix shown above."""
    return [
        answer if "\n" in wanted else answer.partition("\n")[0]
        for answer, wanted in zip(answers, expected + ["\n"] * len(answers), strict=False)
    ]


def test_the_guide_without_a_mistake_raises_none(author: Author) -> None:
    assert author.reads() == []


def test_the_real_guide_raises_none() -> None:
    guide = load(ROOT / "docs", Configuration.beside(ROOT), today=datetime.now(UTC).date())
    assert guide.practices


# What a fix names, to be put in the place of what the message names, or of what stands under a key.
NAMED = re.compile(
    r"(?:did you mean|call it|for one:|write) '(?P<name>[^']+)'(?:\?|;|$)"
    r"|(?:: |write `)(?P<entry>(?P<key>[a-z_]+): [^`\n]+?)(?:, or (?P=key): [^\n]+|`.*)?$"
)


def does_as_told(author: Author, told: list[str]) -> None:
    """Do what each fix says that names a value, and find its place without a problem."""
    done, texts = [], {}
    for answer in reversed(told):
        place, said = answer.split("  ", 1)
        message, _, fix = said.partition("\n    fix: ")
        path, line, column = place.split(":")
        file = author.docs.parent / path
        is_within = file.is_file() and (line, column) != ("1", "1")
        if not (named := NAMED.search(fix)) or not is_within:
            continue
        text = texts.get(path) or file.read_text("utf-8")
        at = sum(map(len, text.splitlines(keepends=True)[: int(line) - 1])) + int(column) - 1
        if named["entry"]:
            key = "before" if named["key"] == "after" else named["key"]
            old, new = rf"{key}: *(?:&\w+ )?(?:\[.*?\]|\".*?\"|'.*?'|[^,\n{{}}]+)", named["entry"]
        else:
            which = 0 if "local-" in named["name"] else -1
            old, new = re.escape(re.findall("'#?([^']*)'", message)[which]), named["name"]
            old = old.replace(r"\(\)", r"(?:\(\))?")
        mended, count = re.subn(old, lambda _, new=new: new, text[at:], count=1)
        assert count == 1, answer
        done, texts[path] = [*done, place], text[:at] + mended
    if done:
        author.files |= {path.removeprefix("docs/"): text for path, text in texts.items()}
        assert not {*done} & {answer.split("  ", 1)[0] for answer in author.reads()}


@pytest.mark.parametrize("picture", MISTAKES, ids=lambda picture: codes(picture)[0])
def test_a_mistake_is_named_with_its_place_and_its_fix(author: Author, picture: str) -> None:
    told = author.edits(picture).reads()
    assert told == author.expects()
    does_as_told(author, told)


def test_every_kind_of_mistake_has_its_picture() -> None:
    assert {code for picture in MISTAKES for code in codes(picture)} | {"EW011"} == set(KINDS)


@pytest.mark.parametrize("picture", SLIPS.values(), ids=SLIPS)
def test_a_slip_is_answered(author: Author, picture: str) -> None:
    told, expected = author.edits(picture).reads(), author.expects()
    assert without_fixes(told, expected) == expected
    does_as_told(author, told)


@pytest.mark.parametrize("picture", BROKEN.values(), ids=BROKEN)
def test_what_a_broken_file_may_hold_is_not_said_to_be_missing(author: Author, picture: str) -> None:
    author.edits(picture)
    expected = author.expects()
    assert without_fixes(author.reads(), expected) == expected


@pytest.mark.parametrize("picture", FINE.values(), ids=FINE)
def test_what_is_fine_is_left_alone(author: Author, picture: str) -> None:
    author.edits(picture)
    assert author.reads() == []


def plants_all_mistakes(author: Author) -> set[str]:
    """Give each mistake on a page a copy of the page to itself; those in the data, and a service's, share its files."""
    planted: set[str] = set()
    author.edits("service")
    before = dict(author.files)
    for number, picture in enumerate(MISTAKES):
        if CANNOT_LIVE_TOGETHER & set(codes(picture)):
            continue
        alone = Author(author.docs, dict(before)).edits(picture)
        changed = {path for path in alone.files | before if alone.files.get(path) != before.get(path)}
        if any(path.startswith(SHARED) for path in changed):
            author.edits(picture)
            continue
        planted |= set(codes(picture))
        for path in changed:
            copy = path.replace(".md", f"-{number:03}.md")
            author.files[copy] = alone.files[path]
            for other in changed:
                moved = f"to: {other[:-3]}-{number:03}"
                author.files[copy] = author.files[copy].replace(f"to: {other[:-3]}", moved)
    return planted | {code for _, code, _ in author.answers}


def test_all_mistakes_are_found_in_one_run(author: Author) -> None:
    planted = plants_all_mistakes(author)
    answers = author.reads()
    found = {re.findall(r"^(.+:\d+:\d+)  (EW\d{3})", answer)[0] for answer in answers}
    assert planted == set(KINDS) - CANNOT_LIVE_TOGETHER
    assert planted - {code for _, code in found} == set()
    assert set(author.marks()) - {place for place, _ in found} == set()


@pytest.fixture
def draft(author: Author) -> Draft:
    """A guide in which every check finds something."""
    plants_all_mistakes(author)
    docs = author.writes()
    return parse(docs, Configuration.beside(docs.parent), TODAY, editing=False)[0]


def test_the_order_of_the_checks_makes_no_difference(draft: Draft) -> None:
    found = {check: set(check(replace(draft))) for check in CHECKS}
    assert all(found.values())
    for seed in range(3):
        shuffled, again = [*CHECKS], replace(draft)
        Random(seed).shuffle(shuffled)
        assert {check: set(check(again)) for check in shuffled} == found


def test_a_check_leaves_the_draft_as_it_was(draft: Draft) -> None:
    for check in (*CHECKS, check_changes_written_down):
        before = deepcopy(draft)
        assert list(check(draft)) == list(check(draft))
        assert draft == before, check.__name__


def test_marks_of_editors_on_windows_make_no_difference(author: Author) -> None:
    plain = author.edits("service").guide()
    for file in author.docs.parent.rglob("*.*"):
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    again = load(author.docs, Configuration.beside(author.docs.parent), today=TODAY)
    assert again == plain


@pytest.mark.parametrize("folder", ["docs", "service"])
def test_a_link_is_followed_nowhere(author: Author, tmp_path: Path, folder: str) -> None:
    """Neither to a file, nor to a folder, nor round in a ring, nor to what is not there."""
    author.edits("service").writes()
    (tmp_path / "client-list.md").write_text("Names and numbers")
    for name, to in {
        "linked": "../../docs/shared",
        "local-list.md": "../../client-list.md",
        "local-nothing.md": "nowhere",
        "ring": "..",
    }.items():
        (tmp_path / folder / "letters" / name).symlink_to(to)
    assert author.reads() == [
        f"{folder}/letters/{name}:1:1  EW860  nothing reads 'letters/{name}', a link to somewhere else\n"
        "    fix: put the file itself there, or take the link out"
        for name in ("linked", "local-list.md", "local-nothing.md", "ring")
    ]


def test_a_page_that_is_no_ordinary_file_is_not_waited_for(author: Author) -> None:
    os.mkfifo(author.writes() / "sessions" / "pipe.md")
    (answer,) = author.reads()
    assert "EW860  nothing reads 'sessions/pipe.md', a file that is no part of the guide" in answer


def test_a_folder_in_the_place_of_a_file_is_not_called_missing(author: Author) -> None:
    register = author.writes() / "data" / "rules.yml"
    register.unlink()
    register.mkdir()
    author.writes = lambda: author.docs  # type: ignore[method-assign]
    assert author.reads() == [
        "docs/data/rules.yml:1:1  EW011  the file is there and cannot be read: is a directory\n"
        "    fix: let yourself read the file, or put a file in the place of the folder"
    ]


def test_what_is_too_large_for_readers_is_not_read_and_not_said_to_be_missing(author: Author) -> None:
    with (author.writes() / "shared" / "plan.md").open("a") as plan:
        plan.write("x" * 500_000)
    author.writes = lambda: author.docs  # type: ignore[method-assign]
    (answer,) = author.reads()
    assert answer == (
        "docs/shared/plan.md:1:1  EW860  nothing reads 'shared/plan.md', a file of more than 500 kilobytes\n"
        "    fix: make it smaller: every reader's device keeps a copy"
    )


def test_a_register_may_be_larger_than_a_page_for_it_is_not_published(author: Author) -> None:
    with (author.writes() / "data" / "sources.yml").open("a") as register:
        register.write("# " + "x" * 500_000)
    author.writes = lambda: author.docs  # type: ignore[method-assign]
    assert author.reads() == []


def test_whoever_edits_is_not_stopped_by_the_copies_of_an_editor(author: Author) -> None:
    author.edits("""
    sessions/door.md~
    + The door as it was.
    sessions/.#door.md
    + someone@here
    """)
    author.writes()
    told = Configuration.beside(author.docs.parent)
    guide = load(author.docs, told, today=TODAY, editing=True)
    assert [file for file in guide.files if "door" in file] == ["sessions/door.md"]


def test_the_author_reads_all_of_it_in_the_order_of_the_places(author: Author) -> None:
    author.edits("""
    sessions/door.md
    - minutes: 10
    + minutes: 90
    relationships/goodbye.md
    - minutes: 1
    + minutes: 0
    """)
    with pytest.raises(ProblemsFoundError) as raised:
        author.guide()
    assert str(raised.value) == "\n".join(
        [
            "docs/relationships/goodbye.md:6:1  EW120  0 minutes is not between 1 and 60",
            "    fix: give our best estimate in whole minutes      docs: reference/problems/#ew120",
            "docs/sessions/door.md:7:1  EW120  90 minutes is not between 1 and 60",
            "    fix: give our best estimate in whole minutes      docs: reference/problems/#ew120",
            "",
            "2 problems. Nothing was published.",
        ]
    )


def test_a_problem_found_twice_is_said_once() -> None:
    error = ProblemsFoundError(problem(Place("docs/index.md"), "EW001") for _ in range(2))
    assert [found.code for found in error.problems] == ["EW001"]
    assert str(error).endswith("\n1 problem. Nothing was published.")


def test_problems_are_ordered_by_line_and_not_by_digit() -> None:
    error = ProblemsFoundError(problem(Place("docs/index.md", line), "EW001") for line in (10, 9))
    assert [found.place.line for found in error.problems] == [9, 10]


@pytest.mark.parametrize(
    ("name", "known", "said"),
    [
        ("dor", ["door", "plan"], "did you mean 'door'?"),
        ("xyz", ["plan", "door"], "use one of: door, plan"),
        ("xyz", [], "there is none yet: take it out"),
        ("q", [f"{n:02}" for n in range(20)], "use one of: 00, 01, 02, 03, 04, 05, 06, 07, 08, 09, 10, 11"),
    ],
)
def test_the_nearest_name_is_offered(name: str, known: list[str], said: str) -> None:
    assert nearest(name, known) == said


def test_kinds_are_told_apart() -> None:
    table = (ROOT / "macros" / "problems.yml").read_text(encoding="utf-8")
    assert re.findall(r"^(\w+):$", table, re.MULTILINE) == list(KINDS)  # none twice: the first would be lost
    assert len({kind.title for kind in KINDS.values()}) == len(KINDS)
    assert KINDS["EW104"].anchor == "ew104"
