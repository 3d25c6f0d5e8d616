"""The commands on machines that lack something: each says in a plain sentence what to do, and nothing half made passes for whole."""

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests import machine

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
def bare(monkeypatch):
    """A machine with nothing on it, and a user who may not install anything."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("HOME", "/nowhere")
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(machine, "BROWSER_FILES", ())
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    tried = []
    monkeypatch.setattr(machine, "_quietly", lambda *command: tried.append(command) or False)
    return tried


def test_what_stays_missing_is_left_out_in_a_sentence_and_never_where_it_counts(bare, monkeypatch, capsys):
    monkeypatch.delenv("CI", raising=False)
    assert machine.main([]) == 0
    said = capsys.readouterr().err.splitlines()
    assert said[0].startswith(
        "Not found, and could not be installed: Node.js with npm. Left out: biome, tsc, axe,"
    )
    assert said[1:] == [
        "Not found, and could not be installed: Java. Left out: the HTML checker.",
        "Not found, and could not be installed: Chromium, or CHROMIUM=/its/path. Left out: the browser tests.",
    ]
    monkeypatch.setenv("CI", "true")
    assert machine.main(["java"]) == 1
    assert "CI is set, so nothing may be left out." in capsys.readouterr().err


def test_only_the_browser_is_fetched_where_nothing_may_be_installed(bare):
    machine.main([])
    assert bare == [(sys.executable, "-m", "playwright", "install", "--only-shell", "chromium")]


@pytest.mark.parametrize(
    ("manager", "commands"),
    [
        (
            "apt-get",
            ["apt-get update -qq", "apt-get install -qq -y --no-install-recommends default-jre-headless"],
        ),
        (
            "dnf",
            [
                "dnf makecache -q",
                "dnf install -q -y --setopt=install_weak_deps=False java-latest-openjdk-headless",
            ],
        ),
    ],
)
def test_who_may_install_gets_what_is_missing(bare, monkeypatch, tmp_path, manager, commands):
    (tmp_path / manager).write_text("#!/bin/sh\n")
    (tmp_path / manager).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    machine.main(["java"])
    assert [" ".join(command) for command in bare] == commands
