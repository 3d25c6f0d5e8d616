"""What `make new` writes: nothing is wrong with it but what its author has to fill in, and each such place is named."""

from codecs import BOM_UTF8

import pytest
import yaml
from author import Author
from test_commands import run

from macros import new

FILLED_IN = {"EW107", "EW118", "EW407"}  # what is empty, ways to ask, text to come


def codes(author: Author) -> set[str]:
    """What is said of the guide as it lies in the folder."""
    said = run("macros.check", author.docs.parent).stdout
    return {word for line in said.splitlines() for word in line.split()[1:2] if word.startswith("EW")}


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("practice", "sessions/new-one"),
        ("practice", "relationships/new-one"),
        ("letter", "letters/new-one"),
        ("module", "course/new-one"),
        ("source", "new-one-2020"),
    ],
)
def test_what_is_written_lacks_only_what_its_author_fills_in(
    author: Author, capsys: pytest.CaptureFixture[str], kind: str, name: str
) -> None:
    root = author.writes().parent
    assert new.main(kind, name, root=root) == 0
    assert "written. Fill in what make check names.\n" in capsys.readouterr().out
    assert {"EW107"} <= codes(author) <= FILLED_IN
    assert "{phases}" not in "".join(file.read_text() for file in author.docs.rglob("new-one.md"))
    assert new.main(kind, name, root=root) == 1
    assert capsys.readouterr().out == f"{name} is there already. Nothing was written.\n"


def test_a_service_writes_into_its_own_folder(author: Author) -> None:
    root = author.edits("service").writes().parent
    before = {file: file.read_bytes() for file in author.docs.rglob("*") if file.is_file()}
    assert new.main("practice", "sessions/local-new", root=root) == 0
    assert new.main("source", "local-new", root=root) == 0
    assert (root / "service" / "sessions" / "local-new.md").is_file()
    assert (root / "service" / "data" / "asks" / "sessions.yml").read_text().startswith("# How people ask")
    assert "- id: local-new\n" in (root / "service" / "data" / "sources.yml").read_text()
    assert {file: file.read_bytes() for file in author.docs.rglob("*") if file.is_file()} == before
    assert {"EW107"} <= codes(author) <= FILLED_IN


def test_a_register_keeps_its_mark_and_its_line_ends(author: Author) -> None:
    root = author.edits("service").writes().parent
    file = root / "service" / "data" / "sources.yml"
    file.write_bytes(BOM_UTF8 + b"[]\r\n")
    assert new.main("source", "local-new", root=root) == 0
    content = file.read_bytes()
    assert content.startswith(BOM_UTF8 + b"# Fill in")
    assert b"[]" not in content
    assert content.count(b"\n") == content.count(b"\r\n")


def test_one_line_end_of_windows_does_not_turn_all_others(author: Author) -> None:
    root = author.edits("service").writes().parent
    file = root / "service" / "data" / "sources.yml"
    before = file.read_bytes()
    file.write_bytes(before.replace(b"\n", b"\r\n", 1))
    assert new.main("source", "local-new", root=root) == 0
    assert file.read_bytes().startswith(before)
    assert b"\r" not in file.read_bytes()


def test_what_is_new_takes_the_place_of_an_empty_list(author: Author) -> None:
    author.edits(
        "service\nservice/data/sources.yml\n+ # None yet.\n+ []\nservice/data/asks/letters.yml\n+ {}"
    )
    author.edits("service/data/steps.yml\n- sources: [local, local-handbook]\n+ sources: [local]")
    root = author.writes().parent
    assert new.main("source", "local-new", root=root) == 0
    assert new.main("letter", "letters/local-new", root=root) == 0
    assert [*yaml.safe_load((root / "service/data/asks/letters.yml").read_text("utf-8"))] == ["local-new"]
    (source,) = yaml.safe_load((root / "service/data/sources.yml").read_text("utf-8"))
    assert source["id"] == "local-new"


@pytest.mark.parametrize(
    ("service", "kind", "name", "said"),
    [
        ("", "", "", "KIND is what to write: practice, letter, module, source"),
        ("", "practice", "session/x", "NAME is its permanent address, such as sessions/short-name"),
        ("", "practice", "sessions/X y", "NAME is its permanent address"),
        ("", "practice", "../x", "NAME is its permanent address"),
        ("", "source", "", "NAME is its permanent address, such as short-name"),
        ("", "letter", "letters/local-x", "Only a service gives names that begin with 'local-'"),
        ("service", "letter", "letters/x", "A name of yours begins with 'local-'"),
    ],
)
def test_what_cannot_be_is_refused(
    author: Author, capsys: pytest.CaptureFixture[str], service: str, kind: str, name: str, said: str
) -> None:
    root = author.edits(service).writes().parent
    assert new.main(kind, name, root=root) == 1
    told = capsys.readouterr().out
    assert told.startswith(said)
    assert told.endswith("Nothing was written.\n")


@pytest.mark.parametrize(
    ("kind", "name", "meant"),
    [
        (
            "practice",
            "sessions/local-o'clock bus",
            "a name has small letters a to z, digits and single hyphens alone.",
        ),
        ("source", "Knox 2011", "a name has small letters a to z, digits and single hyphens alone."),
        ("source", "web/knox", "a name has small letters a to z, digits and single hyphens alone."),
        ("practice", "session/local bus", "did you mean 'sessions'?"),
        ("letter", "thanks", "use one of: letters."),
    ],
)
def test_of_a_name_that_cannot_be_only_what_is_wrong_is_said(
    author: Author, capsys: pytest.CaptureFixture[str], kind: str, name: str, meant: str
) -> None:
    assert new.main(kind, name, root=author.writes().parent) == 1
    assert f": {meant} Nothing was written.\n" in capsys.readouterr().out


def test_new_as_a_command(author: Author) -> None:
    done = run("macros.new", author.writes().parent, "letter", "letters/new-one")
    assert (done.returncode, done.stderr) == (0, "")
