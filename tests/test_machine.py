"""The commands on machines that lack something: each says in a plain sentence what to do, and nothing half made passes for whole."""

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests import chromium

ROOT = Path(__file__).resolve().parent.parent


def wheel(folder: Path, name: str, version: str, *needs: str) -> str:
    """Publish a package of nothing but its metadata in `folder`, and return the line that locks it."""
    file, info = folder / f"{name}-{version}-py3-none-any.whl", f"{name}-{version}.dist-info"
    folder.mkdir(exist_ok=True)
    with zipfile.ZipFile(file, "w") as archive:
        facts = [f"Name: {name}", f"Version: {version}", *(f"Requires-Dist: {need}" for need in needs)]
        archive.writestr(
            f"{info}/METADATA", "\n".join(["Metadata-Version: 2.1", *facts, "Provides-Extra: more", ""])
        )
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")
    return f"{name}=={version} --hash=sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}\n"


class Clone:
    """A fresh clone with lists of its own, on a machine that gets packages from one folder and from nowhere else."""

    def __init__(self, folder: Path):
        self.folder, self.packages = folder / "clone", folder / "packages"
        (self.folder / "tests").mkdir(parents=True)
        shutil.copy(ROOT / "Makefile", self.folder)
        self.locks(wheel(self.packages, "alpha", "1.0"))

    def locks(self, *lines: str) -> None:
        for file in ("requirements.txt", "tests/requirements.txt"):
            (self.folder / file).write_text("".join(lines), "utf-8")

    def make(self, target: str, *settings: str, **environment: str) -> tuple[int, str]:
        """The exit code of `make`, and all that it said."""
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "COV", "MAKE"))
        }
        here = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.packages)}
        run = subprocess.run(
            ["make", target, f"PYTHON={sys.executable}", *settings],
            cwd=self.folder,
            env=kept | here | environment,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        return run.returncode, run.stdout

    def installs(self) -> tuple[int, str]:
        return self.make(f".venv/tests-{sys.version_info[0]}.{sys.version_info[1]}.stamp")

    @property
    def installed(self) -> set[str]:
        return {
            file.name.removesuffix(".dist-info")
            for file in self.folder.glob(".venv/lib/*/site-packages/*-1.0.dist-info")
        }

    @property
    def stamps(self) -> set[str]:
        return {file.name.partition("-")[0] for file in self.folder.glob(".venv/*.stamp")}


@pytest.fixture
def clone(tmp_path):
    return Clone(tmp_path)


def test_what_is_locked_is_installed_whatever_was_published_since(clone):
    """An older pip took `beta[more]>=1` for unpinned as soon as there was a newer beta than the locked one."""
    beta = wheel(clone.packages, "beta", "1.0")
    wheel(clone.packages, "beta", "2.0")
    clone.locks(wheel(clone.packages, "alpha", "1.0", "beta[more]>=1"), beta)
    assert clone.installs()[0] == 0
    assert clone.installed == {"alpha-1.0", "beta-1.0"}
    assert clone.stamps == {"site", "tests"}


def test_a_package_that_cannot_be_had_or_was_changed_is_named_and_nothing_passes_for_whole(clone):
    whole = (clone.folder / "requirements.txt").read_text("utf-8")
    clone.locks(whole.replace("alpha", "gamma"))
    code, said = clone.installs()
    assert code != 0
    assert "The packages of requirements.txt are not installed" in said
    assert "Without a network: connect, and run the same command again" in said
    assert clone.stamps == set()

    clone.locks(whole.replace("sha256:", "sha256:0")[:-2] + "\n")
    code, said = clone.installs()
    assert code != 0
    assert "Where a hash differs" in said
    assert clone.stamps == set()

    # What the two failures left behind is no hindrance, and is no part of what is whole.
    (clone.folder / ".venv" / "left.txt").touch()
    clone.locks(whole)
    assert clone.installs()[0] == 0
    assert clone.stamps == {"site", "tests"}
    assert not (clone.folder / ".venv" / "left.txt").exists()


@pytest.mark.parametrize("version", ["3.10", ""], ids=["too old", "not there"])
def test_without_a_python_that_fits_nothing_is_made(clone, tmp_path, version):
    python = tmp_path / "python3"
    if version:
        python.write_text(
            f'#!/bin/sh\ncase "$2" in *"< (3, 11)"*) exit 1 ;; *version_info*) echo {version} ;; esac\n'
        )
        python.chmod(0o755)
    code, said = clone.make("build", f"PYTHON={python}")
    assert code != 0
    state = version or "not there"
    assert f"Python 3.11 or newer is needed, and {python} is {state}. PYTHON=/its/path names another." in said
    assert not (clone.folder / ".venv").exists()


@pytest.fixture
def tried(monkeypatch):
    """A machine with no browser, a user who may not install one, and the commands that are tried all the same."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("HOME", "/nowhere")
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(chromium, "PROGRAMS", ())
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    commands = []
    monkeypatch.setattr(chromium, "_ends_well", lambda *command: commands.append(" ".join(command)))
    return commands


FETCH = f"{sys.executable} -m playwright install chromium"


def test_a_browser_that_stays_missing_is_told_in_a_sentence_and_never_passed_over_where_it_counts(
    tried, monkeypatch, capsys
):
    missing = "Chromium was not found and could not be installed. CHROMIUM=/its/path names one.\n"
    assert chromium.main() == 0
    assert capsys.readouterr().err == f"{missing}Left out: the browser tests.\n"
    assert tried == [FETCH]
    monkeypatch.setenv("CI", "true")
    assert chromium.main() == 1
    assert capsys.readouterr().err == f"{missing}CI is set, so nothing may be left out.\n"


@pytest.mark.parametrize(("manager", "lines"), chromium.INSTALLERS.items())
def test_who_may_install_gets_the_systems_own(tried, monkeypatch, tmp_path, manager, lines):
    (tmp_path / manager).write_text("#!/bin/sh\n")
    (tmp_path / manager).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    chromium.main()
    assert tried == [*lines, FETCH.replace("install", "install --with-deps")]


def test_the_browser_that_is_named_is_the_one(monkeypatch, tmp_path):
    browser = tmp_path / "browser"
    monkeypatch.setenv("CHROMIUM", str(browser))
    assert chromium.chromium() is None
    browser.write_text("#!/bin/sh\n")
    browser.chmod(0o755)
    assert chromium.chromium() == str(browser)


def test_a_whole_browser_is_found_beside_the_engine_alone(monkeypatch, tmp_path):
    for name in ("chromium-headless-shell", "chromium"):
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    assert chromium.chromium() == str(tmp_path / "chromium-headless-shell")
    assert chromium.chromium(whole=True) == str(tmp_path / "chromium")
