"""What the commands say and do: `macros.check`, `.ledger`, `.starter`, and the hook that reads the guide for MkDocs."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from author import ADDRESS, TODAY, Author
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, PluginCollection
from mkdocs.structure.files import File, Files
from mkdocs.theme import Theme

from macros import check, clock, hooks, learn, ledger, starter
from macros.site import NAME
from macros.supported import EXTENSIONS

ROOT = Path(__file__).resolve().parents[2]
SLIPS = """
sessions/door.md
- minutes: 10
+ minutes: 90
shared/plan.md
- minutes: 20
+ minutes: 80
"""


def run(module: str, folder: Path, *args: str) -> "subprocess.CompletedProcess[str]":
    """Run a command as `make` does, beside the `docs` in `folder`."""
    return subprocess.run(
        [sys.executable, "-m", module, *args],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def lines(docs: Path) -> list[str]:
    return (docs / "data" / "ledger.txt").read_text(encoding="utf-8").splitlines()


def rows(docs: Path) -> list[str]:
    return [line.partition(" ")[0] for line in lines(docs) if not line.startswith(("#", "seal "))]


# Check


def test_check_says_how_much_it_read(
    author: Author, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    assert check.main(author.writes().parent) == 0
    assert capsys.readouterr().out == "3 practices, 1 letters, 2 pairs, no problems.\n"


def test_check_says_every_problem_and_fails(author: Author, capsys: pytest.CaptureFixture[str]) -> None:
    assert check.main(author.edits(SLIPS).writes().parent) == 1
    said = capsys.readouterr().out
    assert "docs/sessions/door.md:7:1  EW120  90 minutes" in said
    assert "docs/shared/plan.md:6:1  EW120  80 minutes" in said
    assert said.endswith("\n2 problems. Nothing was published.\n")


def test_check_says_what_is_missing_where_there_is_no_guide(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check.main(tmp_path / "nowhere") == 1
    said = capsys.readouterr().out
    assert said.count("  EW007  ") == 18
    assert said.endswith("\n18 problems. Nothing was published.\n")


def test_check_as_a_command(author: Author) -> None:
    author.writes()
    good = run("macros.check", author.docs.parent)
    assert (good.returncode, good.stderr) == (0, "")
    author.edits(SLIPS).writes()
    bad = run("macros.check", author.docs.parent)
    assert (bad.returncode, bad.stderr) == (1, "")
    assert "docs/sessions/door.md:7:1  EW120" in bad.stdout


# Where nobody reads on


# All but the one that writes beside the guide's own code, wherever it is called from.
COMMANDS = {
    file.stem for file in (ROOT / "macros").glob("*.py") if "\nif __name__ ==" in file.read_text("utf-8")
} - {"schemas"}


def unheard(root: Path, name: str, *asked: str) -> subprocess.CompletedProcess[str]:
    """Run a command in `root` as before `| head`, once that has read enough."""
    heard, says = os.pipe()
    os.close(heard)
    done = subprocess.run(
        [sys.executable, "-m", f"macros.{name}", *asked],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=says,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(says)
    return done


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_command_ends_quietly_where_nobody_reads_on(author: Author, name: str) -> None:
    asked = {
        "new": ["page", "x"],
        "review": ["sessions/door", "A. Grey, lead"],
        "rename": ["sessions/door", "x"],
    }
    done = unheard(author.edits(SLIPS).writes().parent, name, *asked.get(name, ()))
    assert (done.stderr, done.returncode) == ("", 0 if name == "starter" else 1)


def test_a_command_does_all_that_it_does_where_nobody_reads_on(author: Author) -> None:
    root = author.writes().parent
    page = author.docs / "sessions" / "door.md"
    page.write_text(page.read_text("utf-8").replace("minutes: 10", "minutes: 12"), "utf-8")
    done = unheard(root, "changes", "It takes longer.")
    assert (done.stderr, done.returncode) == ("", 0)
    assert "It takes longer." in (author.docs / "data" / "reviews.yml").read_text("utf-8")


# Ledger


def test_the_ledger_gets_no_row_that_it_would_not_read(author: Author) -> None:
    guide, before = author.guide(), lines(author.docs)
    places = {**guide.places, "sessions/door": frozenset({"the-_real_-reason"})}
    with pytest.raises(AssertionError, match="never written"):
        ledger.write(author.docs.parent, replace(guide, places=places))
    assert lines(author.docs) == before


def test_the_ledger_takes_what_is_new_in_at_its_end(
    author: Author, capsys: pytest.CaptureFixture[str]
) -> None:
    identities = author.guide().identities
    before = rows(author.docs)
    assert ledger.main(author.docs.parent) == 0
    after = rows(author.docs)
    assert after[: len(before)] == before
    assert after[len(before) :] == [row for row in identities if row not in before]
    assert capsys.readouterr().out == f"{len(after) - len(before)} new, {len(after)} in all.\n"
    assert lines(author.docs)[0].startswith("# Every address")
    assert check.main(author.docs.parent) == 0, "the new seal does not match"


def test_a_ledger_with_nothing_new_stays_as_it_is(author: Author, capsys: pytest.CaptureFixture[str]) -> None:
    ledger.main(author.writes().parent)
    before = lines(author.docs)
    assert ledger.main(author.docs.parent) == 0
    assert lines(author.docs) == before
    assert capsys.readouterr().out.endswith(f"\n0 new, {len(rows(author.docs))} in all.\n")


def test_the_ledger_keeps_what_was_moved(author: Author) -> None:
    ledger.main(author.writes().parent)
    assert {"sessions/threshold", "sessions/threshold#stay", "sessions/door#remain"} <= set(rows(author.docs))


def test_an_address_in_the_ledger_cannot_be_dropped(
    author: Author, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger.main(author.writes().parent)
    page = author.docs / "sessions" / "door.md"
    page.write_text(page.read_text().replace("id: note", "id: write-it-down"))
    before = lines(author.docs)
    assert ledger.main(author.docs.parent) == 1
    assert "EW601  'sessions/door#note' was published and leads nowhere now" in capsys.readouterr().out
    assert lines(author.docs) == before


def test_a_row_taken_out_of_the_ledger_leaves_a_trace(
    author: Author, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger.main(author.writes().parent)
    kept = [line for line in lines(author.docs) if line != "sessions/door#note"]
    (author.docs / "data" / "ledger.txt").write_text("\n".join([*kept, ""]))
    assert ledger.main(author.docs.parent) == 1
    assert f"docs/data/ledger.txt:{len(kept)}:1  EW602" in capsys.readouterr().out


def test_the_ledger_as_a_command(author: Author) -> None:
    author.writes()
    first = run("macros.ledger", author.docs.parent)
    assert (first.returncode, first.stderr) == (0, "")
    assert "sessions/door#note" in rows(author.docs)
    author.edits(SLIPS).writes()
    bad = run("macros.ledger", author.docs.parent)
    assert (bad.returncode, bad.stderr) == (1, "")


# Learn


def test_what_is_learnt_is_written_down_and_the_same_each_time(
    author: Author, capsys: pytest.CaptureFixture[str]
) -> None:
    root = (
        author.edits("""
    data/search.yml
    -     where is the blade
    +     where is the axe
    """)
        .writes()
        .parent
    )
    assert "EW613" in run("macros.check", root).stdout
    assert learn.main(root) == 0
    count = int(capsys.readouterr().out.split()[0])
    assert count > 8
    assert check.main(root) == 0
    written = (author.docs / "data" / "leans.yml").read_text(encoding="utf-8")
    assert run("macros.learn", root).returncode == 0
    assert (author.docs / "data" / "leans.yml").read_text(encoding="utf-8") == written


def test_nothing_is_learnt_from_a_guide_with_mistakes(author: Author) -> None:
    root = (
        author.edits("""
    data/search.yml
    - stop: [the, a]
    + stop: the
    """)
        .writes()
        .parent
    )
    before = (author.docs / "data" / "leans.yml").read_text(encoding="utf-8")
    assert learn.main(root) == 1
    assert (author.docs / "data" / "leans.yml").read_text(encoding="utf-8") == before


# Starter


def test_a_file_that_is_there_is_left_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "service.yml").write_text("ours\n")
    assert starter.main(tmp_path) == 1
    assert (tmp_path / "service.yml").read_text() == "ours\n"
    assert capsys.readouterr().out == "service.yml is there already, and was left as it is.\n"


def test_a_file_of_the_old_name_is_not_pushed_aside(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "practice.yml").write_text("ours\n")
    assert starter.main(tmp_path) == 1
    assert not (tmp_path / "service.yml").exists()
    assert "give it its new name" in capsys.readouterr().out


def test_the_starter_as_a_command(tmp_path: Path) -> None:
    first, second = run("macros.starter", tmp_path), run("macros.starter", tmp_path)
    assert (first.returncode, first.stderr) == (0, "")
    assert "run `make check`" in first.stdout
    assert (second.returncode, second.stderr) == (1, "")
    assert (tmp_path / "service.yml").read_text(encoding="utf-8") == starter.written()


# Hooks


def config(docs: Path, service: object = None) -> MkDocsConfig:
    """What MkDocs read from `mkdocs.yml`, as far as the hook asks for it."""
    given = MkDocsConfig(str(docs.parent / "mkdocs.yml"))
    given.load_dict({"docs_dir": str(docs), "site_url": ADDRESS, "extra": {"service": service}})
    given.load_dict(
        {
            "watch": ["macros"],
            "use_directory_urls": True,
            "theme": Theme("material", custom_dir=str(ROOT / "overrides")),
        }
    )
    given.load_dict({"markdown_extensions": [*EXTENSIONS], "plugins": PluginCollection()})
    given.plugins["macros"] = BasePlugin()
    given.plugins["macros"].config = load_config(str(ROOT / "mkdocs.yml")).plugins["macros"].config
    return given


def test_mkdocs_is_given_the_guide(author: Author, modules: dict[str, ModuleType]) -> None:
    given = hooks.on_config(config(author.writes(), {"regions": ["us"]}))  # type: ignore[arg-type]
    guide = given.plugins[NAME].guide
    assert guide.address == ADDRESS
    assert list(guide.practices) == ["relationships/goodbye", "sessions/door", "shared/plan"]
    assert [region.id for region in guide.regions] == ["us"]
    assert given.watch == ["macros"], "a service without a folder has none to watch"


@pytest.mark.parametrize("service", [None, {"regions": None}, {}])
def test_settings_left_empty_show_every_region(
    author: Author, modules: dict[str, ModuleType], service: object
) -> None:
    given = hooks.on_config(config(author.writes(), service))  # type: ignore[arg-type]
    assert [region.id for region in given.plugins[NAME].guide.regions] == ["uk", "us"]


def test_mkdocs_stops_at_a_mistake_and_says_all_of_them(
    author: Author, modules: dict[str, ModuleType]
) -> None:
    with pytest.raises(PluginError) as raised:
        hooks.on_config(config(author.edits(SLIPS).writes(), {"regions": ["us", "fr"]}))  # type: ignore[arg-type]
    said = str(raised.value)
    assert "docs/sessions/door.md:7:1  EW120" in said
    assert "docs/shared/plan.md:6:1  EW120" in said
    assert "mkdocs.yml:1:1  EW802  there is no region 'fr'" in said
    assert said.endswith("\n3 problems. Nothing was published.")


def test_of_what_lies_in_the_folder_the_site_takes_the_pages_alone(
    author: Author, tmp_path: Path, modules: dict[str, ModuleType]
) -> None:
    """Were a file overlooked when the guide is read, it would still be published nowhere."""
    given = hooks.on_config(config(author.writes()))
    given.use_directory_urls, given.site_dir = True, str(tmp_path / "site")
    theme = ["sw.js", "assets/client-list.xlsx"]
    written = [
        "index.md",
        "sessions/door.md",
        "sessions/door",
        "sessions/old.md",
        "client-list.xlsx",
        "sw.js",
    ]
    files = Files(
        [File(path, str(author.docs), given.site_dir, use_directory_urls=True) for path in written]
        + [File(path, str(tmp_path / "theme"), given.site_dir, use_directory_urls=True) for path in theme]
        + [File("made.txt", None, given.site_dir, use_directory_urls=True)]
    )
    kept = [(file.src_dir, file.src_uri) for file in given.plugins.on_files(files, config=given)]
    assert kept == [
        (str(author.docs), "index.md"),
        (str(author.docs), "sessions/door.md"),
        (str(tmp_path / "theme"), "sw.js"),
        (None, "made.txt"),
    ]


def test_a_page_of_a_service_is_edited_in_its_own_folder(
    author: Author, tmp_path: Path, modules: dict[str, ModuleType]
) -> None:
    given = hooks.on_config(config(author.edits("service").writes(), {"logo": "assets/logo.svg"}))  # type: ignore[arg-type]
    given.use_directory_urls, given.site_dir = True, str(tmp_path / "site")
    files = given.plugins.on_files(Files([]), config=given)
    edited = {file.src_uri: file.edit_uri for file in files}
    assert edited["reference/local-house.md"] == "../service/reference/local-house.md"


def test_a_guide_that_is_served_is_read_anew_at_every_change(
    author: Author, modules: dict[str, ModuleType]
) -> None:
    first = hooks.on_config(config(author.writes())).plugins[NAME].guide  # type: ignore[arg-type]
    author.edits("""
    sessions/door.md
    - minutes: 10
    + minutes: 12
    """)
    second = hooks.on_config(config(author.writes())).plugins[NAME].guide  # type: ignore[arg-type]
    minutes = [guide.practices["sessions/door"].minutes for guide in (first, second)]
    assert minutes == [10, 12]
    assert sys.modules["macros.load"] is not modules["macros.load"]
