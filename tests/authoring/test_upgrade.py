"""A service takes in a newer guide, and is told what changed and what of its own that touches."""

import json
import shutil
import subprocess
from codecs import BOM_UTF8
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
  the letter itself is said otherwise
    - Our work has ended.
    + Our work is done.

page reference/new
  is new: New

practice relationships/goodbye
  went to shared/plan

practice sessions/door
  title is said otherwise
    - What do I do at the door?
    + What do we do at the door?
  step stay is said otherwise
    - Stay where you are.
    + Sit down again.
  step note is gone
    - Write it down.
    - sources: editorial
  step record is new
    + Write it down.
    + sources: editorial

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


def test_each_branch_way_to_say_and_exception_is_told_with_what_stood_there_before(
    author: Author, capsys: pytest.CaptureFixture[str]
) -> None:
    root = written(author.edits("service"))
    tells(capsys, root)
    author.edits("""
    sessions/door.md
    - do: Leave this list and make a plan.
    + do: Call for help.
    - - id: ask-today
    +     - {ask: Is a child at home?, do: Do not wait.}
    + - id: ask-today
    - say: What is next for you today?
    + say: What is next for you today?
    + young: What now?
    + telephone: Can you talk?
    - pause: When the hand is on the door
    + pause: Before the hand is on the door
    - - do: Do not send the client away in danger.
    + - do: Do not send the client away alone.
    """)
    written(author)
    assert (
        """
practice sessions/door
  pause is said otherwise
    - When the hand is on the door
    + Before the hand is on the door
  the list of exceptions is said otherwise
    - Do not send the client away in danger. shared/plan
    + Do not send the client away alone. shared/plan
  step stay is said otherwise
    - unless: Is anyone in danger? Leave this list and make a plan. shared/plan
    + unless: Is anyone in danger? Call for help. shared/plan
    + unless: Is a child at home? Do not wait.
  step ask-today is said otherwise
    + telephone: Can you talk?
    + young: What now?

What of yours"""
        in "\n" + tells(capsys, root)
    )


def test_another_order_of_steps_is_told(author: Author, capsys: pytest.CaptureFixture[str]) -> None:
    root = written(author.edits("service"))
    tells(capsys, root)
    author.edits("""
    relationships/goodbye.md
    - - {id: name-it, do: Name the ending., sources: [editorial]}
    - - {id: look-back, do: Look back together., sources: [editorial]}
    + - {id: look-back, do: Look back together., sources: [editorial]}
    + - {id: name-it, do: Name the ending., sources: [editorial]}
    """)
    written(author)
    said = tells(capsys, root)
    assert (
        "  the order changed\n    - step name-it, step look-back\n    + step look-back, step name-it\n\n"
        in said
    )


def test_how_an_author_orders_keys_is_not_told(author: Author, capsys: pytest.CaptureFixture[str]) -> None:
    """No reader sees which key stands first, on a page, in an entry or below one."""
    root = written(author.edits("service"))
    tells(capsys, root)
    author.edits("""
    sessions/door.md
    - summary: Check safety first. Give it the first place next time.
    - when: The client says something large as they stand up.
    - minutes: 10
    + minutes: 10
    + when: The client says something large as they stand up.
    + summary: Check safety first. Give it the first place next time.
    - - {id: note, do: Write it down., sources: [editorial]}
    + - {id: note, sources: [editorial], do: Write it down.}
    - - do: Do not send the client away in danger.
    -   to: shared/plan
    + - to: shared/plan
    +   do: Do not send the client away in danger.
    """)
    written(author)
    assert tells(capsys, root) == "Nothing changed in the guide.\n"


def test_what_a_contact_is_for_is_told(author: Author, capsys: pytest.CaptureFixture[str]) -> None:
    def contacts(about: str) -> upgrade.Taken:
        file = author.docs / "data" / "contacts.yml"
        file.write_text(f"- {{id: uk, contacts: [{{id: a, name: A, about: {about}}}]}}\n", "utf-8")
        return upgrade.taken(author.docs)

    written(author)
    changed = dict(upgrade.changes(contacts("At any hour"), contacts("By day")))
    assert changed == {"contacts uk": ["a is said otherwise", "  - about: At any hour", "  + about: By day"]}


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
    file = root / "service" / "data" / "guide.json"
    notes = (b"{", b"[]", b'{"a": 1}', b'{"format": 1, "guide": {"a": {"title": 1}}}', b"\xff\xfe{")
    for note in notes:
        file.write_bytes(note)
        assert "guide.json cannot be read. Name the guide that you had" in tells(capsys, root, code=1)
        assert "From now on, make upgrade tells what changes" in tells(capsys, root, "--accept")
        assert tells(capsys, root) == "Nothing changed in the guide.\n"


@pytest.mark.parametrize("older", [True, False], ids=["older", "newer"])
def test_a_note_of_another_form_is_not_compared(
    author: Author, capsys: pytest.CaptureFixture[str], older: bool
) -> None:
    """An older release noted the bare guide, and named its parts otherwise: every page would be told as changed."""
    root = written(author.edits("service"))
    file = root / "service" / "data" / "guide.json"
    guide = {"sessions/door": {"step stay": "0a1b2c3d"}, "moved": {}}
    file.write_text(json.dumps(guide if older else {"format": 2, "guide": guide}), "utf-8")
    told = tells(capsys, root, code=1)
    assert told.endswith(
        "cannot be read. Name the guide that you had: make upgrade FROM=its-folder-or-commit\n"
    )
    assert "This guide is noted" in tells(capsys, root, f"--from={root / 'docs'}", "--accept")
    assert tells(capsys, root) == "Nothing changed in the guide.\n"


def test_a_note_keeps_its_form_as_long_as_its_format(tmp_path: Path) -> None:
    """Whoever names a part otherwise, or says otherwise what it holds, gives the note another format."""
    docs, file = tmp_path / "docs", tmp_path / "guide.json"
    for path, text in {
        "sessions/a.md": "---\ntitle: A\nminutes: 5\nchecklist:\n  pause: Now\n  steps:\n    - {id: b, say: [C, D], do: E}\n"
        "words: [{id: f, when: G, say: H}]\nlinks: [{to: sessions/i, because: J}]\n---\nK\n",
        "course/m.md": "---\ntitle: L\nchecks: [{id: m, ask: N, options: [{id: o, text: P, right: true}]}]\n---\n",
        "data/contacts.yml": "- {id: uk, contacts: [{id: q, name: R, for: [crisis], reach: [{way: call, to: '5', add: S}]}]}\n",
        "data/redirects.yml": "- {from: sessions/t, to: sessions/a}\n",
    }.items():
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_text(text)
    upgrade.note(upgrade.taken(docs), file)
    assert json.loads(file.read_text("utf-8")) == {
        "format": 1,
        "guide": {
            "course/m": {
                "title": "L",
                "check m": "N\noptions: P o True",
                "the rest of the text": "nhkfojbf",
            },
            "sessions/a": {
                "title": "A",
                "the list of links": "J sessions/i",
                "minutes": "5",
                "pause": "Now",
                "step b": "E\nC\nD",
                "words f": "G\nH",
                "the rest of the text": "mkhndpnh",
            },
            "contacts uk": {"q": "R: call 5 S\nfor: crisis"},
            "moved": {"sessions/t": "sessions/a"},
        },
    }


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


def test_a_folder_in_the_place_of_the_note_is_left_as_it_is(
    author: Author, capsys: pytest.CaptureFixture[str]
) -> None:
    root = written(author.edits("service"))
    (root / "service" / "data" / "guide.json").mkdir()
    assert upgrade.main("--accept", root=root) == 1
    assert "cannot be read" in capsys.readouterr().out


def test_a_note_keeps_its_mark_and_its_line_ends(author: Author, capsys: pytest.CaptureFixture[str]) -> None:
    root = written(author.edits("service"))
    tells(capsys, root)
    file = root / "service" / "data" / "guide.json"
    file.write_bytes(BOM_UTF8 + file.read_bytes().replace(b"\n", b"\r\n"))
    author.edits("delete shared/plan.md")
    written(author)
    before = file.read_bytes()
    assert "This guide is noted" in tells(capsys, root, "--accept")
    content = file.read_bytes()
    assert content != before
    assert content.startswith(BOM_UTF8)
    assert content.count(b"\n") == content.count(b"\r\n") > 0


def test_a_mark_and_the_line_ends_of_windows_change_nothing(
    author: Author, capsys: pytest.CaptureFixture[str]
) -> None:
    root = written(author.edits("service"))
    tells(capsys, root)
    for file in (*author.docs.rglob("*.*"), root / "service" / "data" / "guide.json"):
        file.write_bytes(BOM_UTF8 + file.read_bytes().replace(b"\n", b"\r\n"))
    assert tells(capsys, root) == "Nothing changed in the guide.\n"
