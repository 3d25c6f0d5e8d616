"""A service takes in a newer guide, and is told what changed and what of its own that touches."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from author import Author
from test_commands import run

from macros import starter, upgrade

NEWER = """
sessions/door.md
- do: Stay where you are.
+ do: Sit down again.
- - {id: note, do: Write it down., sources: [editorial]}
+ - {id: record, do: Write it down., sources: [editorial]}
- title: What do I do at the door?
+ title: What do we do at the door?
shared/plan.md
- Plans are short.
+ Plans are brief.
letters/thanks.md
- Our work has ended.
+ Our work is done.
delete relationships/goodbye.md
reference/new.md
+ ---
+ title: New
+ ---
data/contacts.yml
- name: The Listeners
+ name: The Hearers
data/redirects.yml
- - {from: sessions/threshold, to: sessions/door}
+ - {from: sessions/threshold, to: sessions/door}
+ - {from: relationships/goodbye, to: shared/plan}
"""


def written(author: Author) -> Path:
    """Write the files as they are, and nothing beside them."""
    root = author.docs.parent
    shutil.rmtree(author.docs, ignore_errors=True)
    for path, text in author.files.items():
        file = root / path if path.startswith(("service", "mkdocs")) else author.docs / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root


def tells(capsys: pytest.CaptureFixture[str], root: Path, *arguments: str, code: int = 0) -> str:
    assert upgrade.main(*arguments, root=root) == code
    return capsys.readouterr().out


def test_what_changed_and_what_is_touched_is_told(author: Author, capsys: pytest.CaptureFixture[str]) -> None:
    author.edits("service")
    author.edits("""
    service/reference/local-house.md
    - The side door locks itself. The [farewell](../relationships/local-farewell.md#walk) has more.
    + See [the map](map.md) and [new](new.md).
    service/data/steps.yml
    - after: ask-today
    + after: note
    """)
    root = written(author)
    assert tells(capsys, root).startswith("From now on, make upgrade tells what changes.")
    assert tells(capsys, root) == "Nothing changed in the guide.\n"
    author.edits(NEWER)
    written(author)
    said = tells(capsys, root)
    assert said == (
        """\
contacts uk
  listeners is said otherwise
    - The Listeners: call 116 123, text 85258 with the word HELLO, visit https://listeners.example/
    + The Hearers: call 116 123, text 85258 with the word HELLO, visit https://listeners.example/

letter letters/thanks
  the letter itself changed

page reference/new
  is new: New

practice relationships/goodbye
  went to shared/plan

practice sessions/door
  title is said otherwise
    - What do I do at the door?
    + What do we do at the door?
  step stay is said otherwise
    - Stay where you are. Thank you for telling me. I need a plain answer.
    + Sit down again. Thank you for telling me. I need a plain answer.
  step note is gone
    - Write it down.
  step record is new
    + Write it down.

practice shared/plan
  the rest of the text changed

What of yours is touched:
  service.yml names the contact listeners, which changed
  service/letters/local-room.md names sessions/door, which changed
  service/reference/local-house.md names reference/new, which changed
  service/relationships/local-farewell.md names sessions/door, which changed
  service/relationships/local-farewell.md names shared/plan, which changed
  service/data/hidden.yml names relationships/goodbye, which went to shared/plan
  service/data/redirects.yml names sessions/door, which changed
  service/data/steps.yml names sessions/door, which changed
  service/data/steps.yml names sessions/door#note, which is gone

Run make check next, and make upgrade ACCEPT=1 once you have read this.
"""
    )
    assert "This guide is noted" in tells(capsys, root, "--accept")
    assert tells(capsys, root) == "Nothing changed in the guide.\n"


def test_a_service_that_begins_has_noted_the_guide(
    author: Author, capsys: pytest.CaptureFixture[str]
) -> None:
    root = written(author)
    assert starter.main(root) == 0
    (author.docs / "shared" / "plan.md").unlink()
    capsys.readouterr()
    assert "practice shared/plan\n  is gone\n" in tells(capsys, root)


def test_the_older_guide_may_lie_in_a_folder_or_in_a_commit(
    author: Author, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    root = written(author.edits("service"))
    shutil.copytree(author.docs, tmp_path / "older" / "docs")
    for command in ("init -q", "add docs", "-c user.name=a -c user.email=a@a.example commit -qm first"):
        subprocess.run(["git", "-C", str(root), *command.split()], check=True)
    author.edits("delete shared/plan.md\ndelete relationships/goodbye.md")
    written(author)
    for place in (str(tmp_path / "older"), str(tmp_path / "older" / "docs"), "HEAD"):
        said = tells(capsys, root, "--from", place)
        assert "practice shared/plan\n  is gone\n" in said
        assert "service/relationships/local-farewell.md names shared/plan, which is gone\n" in said
    for place in ("nowhere", "--output=x"):
        said = tells(capsys, root, f"--from={place}", code=1)
        assert said.startswith(f"'{place}' is no folder with a guide and no commit.")
    assert not (root / "x").exists()


def test_a_note_that_cannot_be_read_is_said_to_be(author: Author, capsys: pytest.CaptureFixture[str]) -> None:
    root = written(author.edits("service"))
    for note in ("{", "[]", '{"a": 1}'):
        (root / "service" / "data" / "guide.json").write_text(note)
        assert "guide.json cannot be read. Name the guide that you had" in tells(capsys, root, code=1)


def test_it_reads_a_guide_with_any_mistake(tmp_path: Path) -> None:
    for path, text in {
        "sessions/a.md": "no facts",
        "sessions/b.md": "---\n{\n---\n",
        "sessions/c.md": "---\nchecklist: {steps: 5}\nwords: [1]\n---\n",
        "data/contacts.yml": "- {id: uk, contacts: [{id: a, reach: [1, {way: call, to: 5}]}]}\n- 5\n",
        "data/redirects.yml": "{",
    }.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
    read = upgrade.taken(tmp_path)
    assert list(read) == ["sessions/a", "sessions/b", "sessions/c", "contacts uk", "contacts None", "moved"]
    assert read["contacts uk"] == {"a": "None: , call 5"}
    assert json.loads(json.dumps(read)) == read


def test_what_a_system_left_beside_a_page_is_no_page(author: Author) -> None:
    root = written(author.edits("service"))
    noted = upgrade.taken(root / "docs")
    for folder in ("docs/sessions", "service/letters"):
        (root / folder / "._door.md").write_bytes(b"\0\xff names sessions/door")
    assert upgrade.taken(root / "docs") == noted
    changed = {"sessions/door": ["is gone"]}
    assert not [line for line in upgrade.touched(changed, root, root / "service") if "._" in line]


def test_where_no_service_is_there_is_nothing_to_take_in(
    author: Author, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "There is no service.yml here" in tells(capsys, written(author), code=1)


def test_a_change_that_touches_nothing_of_the_service(
    author: Author, capsys: pytest.CaptureFixture[str]
) -> None:
    root = written(author.edits("service"))
    tells(capsys, root)
    author.edits("reference/new.md\n+ New.")
    written(author)
    said = tells(capsys, root)
    assert "What of yours is touched:\n  nothing\n" in said
    assert run("macros.upgrade", root, "--accept").returncode == 0
