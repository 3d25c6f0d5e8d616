"""A page moves with all that names it, and old links lead to it."""

from codecs import BOM_UTF8
from pathlib import Path

import pytest
import yaml
from author import Author
from test_commands import run

from macros import check, rename


def everything(root: Path) -> dict[str, str]:
    return {
        f.relative_to(root).as_posix(): f.read_text("utf-8", "replace")
        for f in root.rglob("*")
        if f.is_file()
    }


def test_in_one_step_a_page_moves_and_the_guide_has_no_mistake(
    author: Author, capsys: pytest.CaptureFixture[str]
) -> None:
    author.edits("""
    sessions/door.md
    - People often say it late {{ cite("knox") }}. The rest is in [the plan](../shared/plan.md#first).
    + People often say it late {{ cite("knox") }}. The rest is in [the plan](../shared/plan.md#first) and [here](door.md#stay).
    """)
    root = author.writes().parent
    before = everything(root)["docs/data/ledger.txt"]
    assert rename.main("sessions/door", "sessions/the-door", root) == 0
    said = capsys.readouterr().out
    assert said.startswith("sessions/door is sessions/the-door now, in ")
    assert "In the course it is read anew" in said
    assert check.main(root) == 0
    now = everything(root)
    assert "docs/sessions/door.md" not in now
    assert "[here](the-door.md#stay)" in now["docs/sessions/the-door.md"]
    assert "practices: [sessions/the-door]" in now["docs/course/first-day.md"]
    assert "the-door:\n  - doorknob disclosure\n" in now["docs/data/asks/sessions.yml"]
    assert set(before.splitlines()[1:-1]) <= {*now["docs/data/ledger.txt"].splitlines()}
    assert yaml.safe_load(now["docs/data/redirects.yml"])[-2:] == [
        {"from": "sessions/door", "to": "sessions/the-door"},
        {"from": "course/first-day#door", "to": "course/first-day#the-door"},
    ]
    assert "sessions/threshold" in now["docs/data/redirects.yml"]
    capsys.readouterr()
    assert rename.main("sessions/the-door", "sessions/door", root) == 1
    assert "'sessions/door' was published before" in capsys.readouterr().out
    assert rename.main("sessions/the-door", "sessions/at-last", root) == 0
    assert check.main(root) == 0


def test_where_the_guide_has_a_mistake_afterwards_all_is_put_back(
    author: Author, capsys: pytest.CaptureFixture[str]
) -> None:
    root = author.writes().parent
    before = everything(root)
    assert rename.main("sessions/door", "shared/door", root) == 1
    assert "EW106" in (said := capsys.readouterr().out)
    assert said.endswith("All is as it was: with the page moved, the guide has the problems above.\n")
    assert everything(root) == before


def test_a_letter_and_a_page_of_reference_move_too(
    author: Author, capsys: pytest.CaptureFixture[str]
) -> None:
    root = author.writes().parent
    (root / "README.md").write_text("See reference/map.")
    assert rename.main("letters/thanks", "letters/thank-you", root) == 0
    assert "read anew" not in capsys.readouterr().out
    assert rename.main("reference/map", "reference/origins", root) == 0
    assert capsys.readouterr().out.endswith("It is named in README.md, too: look there yourself.\n")
    assert check.main(root) == 0
    assert "page: reference/origins" in everything(root)["docs/data/navigation.yml"]


def test_what_a_system_left_beside_a_page_is_no_page(author: Author) -> None:
    root = author.writes().parent
    left = root / "docs" / "sessions" / "._door.md"
    left.write_bytes(b"\0\xff sessions/door")
    assert rename.main("sessions/door", "sessions/the-door", root) == 0
    assert check.main(root) == 0
    assert left.read_bytes() == b"\0\xff sessions/door"


def test_a_service_moves_its_own_pages_and_no_others(
    author: Author, capsys: pytest.CaptureFixture[str]
) -> None:
    root = (
        author.edits("""
    service
    reference/map.md
    - {{ pairs() }}
    + A service calls it `relationships/local-farewell`.
    +
    + {{ pairs() }}
    """)
        .writes()
        .parent
    )
    assert rename.main("relationships/local-farewell", "relationships/local-parting", root) == 0
    assert check.main(root) == 0
    now = everything(root)
    assert "to: relationships/local-parting" in now["service/data/hidden.yml"]
    assert "](../relationships/local-parting.md#walk)" in now["service/reference/local-house.md"]
    assert "local-parting" in now["service/data/redirects.yml"]
    assert not [path for path, text in now.items() if path.startswith("docs/") and "local-parting" in text]
    capsys.readouterr()
    assert rename.main("sessions/door", "sessions/door-two", root) == 1
    assert "a service moves only its own" in capsys.readouterr().out


def with_marks(root: Path) -> dict[Path, bytes]:
    """Give every page and register a byte order mark and the line ends of Windows, as an editor may; return what they hold."""
    for file in (root / "docs").rglob("*.*"):
        file.write_bytes(BOM_UTF8 + file.read_bytes().replace(b"\n", b"\r\n"))
    return {file: file.read_bytes() for file in (root / "docs").rglob("*.*")}


def test_files_keep_the_mark_and_the_line_ends_that_they_have(author: Author) -> None:
    root = author.writes().parent
    before = with_marks(root)
    assert rename.main("sessions/door", "shared/the-door", root) == 1, "its phase is none of that folder"
    assert {file: file.read_bytes() for file in before} == before
    assert rename.main("sessions/door", "sessions/the-door", root) == 0
    assert check.main(root) == 0
    for file in (root / "docs").rglob("*.*"):
        content = file.read_bytes()
        assert content.startswith(BOM_UTF8), file
        assert content.count(BOM_UTF8) == 1, file
        assert content.count(b"\n") == content.count(b"\r\n"), file
    asks = (root / "docs/data/asks/sessions.yml").read_text("utf-8-sig")
    assert "the-door:\n  - doorknob disclosure\n" in asks


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("sessions/dor", "sessions/x", "There is no page 'sessions/dor': did you mean 'sessions/door'?"),
        ("course/first-day", "course/day-one", "A module stays where it is"),
        ("sessions/door", "letters/door", "'letters/door' is no address of such a page"),
        ("sessions/door", "nowhere/door", "'nowhere/door' is no address of such a page"),
        ("sessions/door", "sessions/The Door", "'sessions/The Door' is no address of such a page"),
        ("sessions/index", "relationships/index", "'relationships/index' is no address of such a page"),
        ("sessions/door", "relationships/goodbye", "'relationships/goodbye' was published before"),
        ("sessions/door", "sessions/local-door", "A page of a service keeps the sign 'local-'"),
    ],
)
def test_what_cannot_move_stays(
    author: Author, capsys: pytest.CaptureFixture[str], old: str, new: str, said: str
) -> None:
    root = author.writes().parent
    before = everything(root)
    assert rename.main(old, new, root) == 1
    told = capsys.readouterr().out
    assert told.startswith(said)
    assert told.endswith("Nothing was moved.\n")
    assert everything(root) == before


def test_a_guide_with_a_mistake_is_mended_first(author: Author) -> None:
    author.edits("sessions/door.md\n- minutes: 10\n+ minutes: 90")
    assert rename.main("sessions/door", "sessions/x", author.writes().parent) == 1


def test_links_of_a_page_lead_on_from_its_new_folder() -> None:
    texts = {
        "sessions/a.md": "[b](b.md#x) [c](../shared/c.md) [web](https://a.example/b.md)",
        "shared/c.md": "to: sessions/a, sessions/a-b, old/sessions/a\n[a](../sessions/a.md)",
    }
    assert rename.moved(texts, "sessions/a", "shared/d") == {
        "shared/d.md": "[b](../sessions/b.md#x) [c](c.md) [web](https://a.example/b.md)",
        "shared/c.md": "to: shared/d, sessions/a-b, old/sessions/a\n[a](d.md)",
    }


def test_the_ways_to_ask_go_to_the_file_of_the_new_folder() -> None:
    texts = {
        "data/asks/sessions.yml": "a: [x]\n\nb:\n  - y\n  - z\nc: [x]\n",
        "data/asks/shared.yml": "d: [x]\n",
    }
    assert rename.with_asks_moved(texts, "sessions/b", "shared/e") == {
        "data/asks/sessions.yml": "a: [x]\n\nc: [x]\n",
        "data/asks/shared.yml": "d: [x]\ne:\n  - y\n  - z\n",
    }
    assert rename.with_asks_moved(texts, "sessions/z", "shared/e") == texts
    last = {"data/asks/sessions.yml": "a: [x]\nb:\n  - y\n  - zoo", "data/asks/shared.yml": "d: [x]"}
    assert rename.with_asks_moved(last, "sessions/b", "shared/e") == {
        "data/asks/sessions.yml": "a: [x]\n",
        "data/asks/shared.yml": "d: [x]\ne:\n  - y\n  - zoo\n",
    }


def test_rename_as_a_command(author: Author) -> None:
    done = run("macros.rename", author.writes().parent, "letters/thanks", "letters/thank-you")
    assert (done.returncode, done.stderr) == (0, "")
