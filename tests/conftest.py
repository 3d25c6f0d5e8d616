"""What every room of the tests stands on: the real site, and the site of each example service, built once, strictly."""

import fcntl
import logging
import os
import pickle
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from macros.guide import Guide
from macros.load import Configuration, load

ROOT = Path(__file__).resolve().parent.parent
SERVICES = ROOT / "tests" / "services"


class Recorder(logging.Handler):
    """Keeps every warning, whichever logger below `mkdocs` it was given to."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record):
        self.records.append(record)


@dataclass(frozen=True)
class Built:
    folder: Path
    url: str
    """Where the site will live, with a slash at its end."""
    log: list[str]
    """What the build warned of."""
    began: int
    """When the build began, in seconds since 1970."""


@pytest.fixture(scope="session")
def once(tmp_path_factory) -> Callable[[str, Callable[[Path], Any]], Any]:
    """`once("nz", make)` is what `make(folder)` returned: one of the processes that share these tests has done it for all.

    Each process has a copy of it, by pickle.
    """
    own = tmp_path_factory.getbasetemp()
    place = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def made(name: str, make: Callable[[Path], Any]) -> Any:
        folder, kept = place / name, place / f"{name}.pickle"
        with (place / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # until it is closed
            if not kept.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                kept.write_bytes(pickle.dumps(make(folder)))
        return pickle.loads(kept.read_bytes())

    return made


@pytest.fixture(scope="session")
def built(once) -> Built:
    """One strict build by MkDocs' own interface, and what it said."""
    return once("built", _build)


def _build(room: Path) -> Built:
    folder, recorder, began = room / "site", Recorder(), int(time.time())
    logging.getLogger("mkdocs").addHandler(recorder)
    with pytest.MonkeyPatch.context() as patch, _modules_kept():
        patch.chdir(ROOT)
        patch.delenv("SOURCE_DATE_EPOCH", raising=False)
        config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder), strict=True)
        try:
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
            config.plugins.on_shutdown()
        finally:
            logging.getLogger("mkdocs").removeHandler(recorder)
    assert config.site_url, "mkdocs.yml names no site_url"
    log = [f"{record.name}: {record.getMessage()}" for record in recorder.records]
    return Built(folder, config.site_url, log, began)


@contextmanager
def _modules_kept() -> Iterator[None]:
    """Take back what a build imports anew, so that a class of the guide stays the same to all tests, and to pickle."""
    own = {name: module for name, module in sys.modules.items() if name.partition(".")[0] == "macros"}
    try:
        yield
    finally:
        for name in [name for name in sys.modules if name.partition(".")[0] == "macros"]:
            del sys.modules[name]
        sys.modules.update(own)


@pytest.fixture(scope="session")
def guide(once) -> Guide:
    """The guide that `site` shows, read once for all."""
    return once("guide", lambda _: _read(ROOT / "docs", ROOT / "mkdocs.yml"))


def _read(docs: Path, file: Path) -> Guide:
    return load(docs, Configuration.of(file), today=datetime.now(UTC).date())


@pytest.fixture(scope="session")
def site(built) -> Path:
    """The folder that the site was built into."""
    return built.folder


@pytest.fixture(scope="session")
def site_url(built) -> str:
    """The address that the site will live at, with a slash at its end."""
    assert urlsplit(built.url).path.endswith("/"), "site_url ends without a slash"
    return built.url


@pytest.fixture(scope="session")
def build_log(built) -> list[str]:
    """What the build warned of."""
    return built.log


def assets(site: Path) -> Path:
    """The folder of the styles, the scripts and what search knows, of the one release that `site` holds."""
    (folder,) = (site / "v").iterdir()
    return folder


@dataclass(frozen=True)
class Own:
    """The guide as a service runs it: what it was read as, the folder that it was built into, and what the build said."""

    guide: Guide
    folder: Path
    said: list[str]


@pytest.fixture(scope="session")
def service(once) -> Callable[[str], Own]:
    """`service("nz")` is the guide as that service of `tests/services` runs it, built once by the command line."""

    def built_as(name: str) -> Own:
        def make(folder: Path) -> Own:
            site, said = build_elsewhere(folder, SERVICES / name)
            return Own(_read(folder / "copy" / "docs", folder / "copy" / "service.yml"), site, said)

        return once(name, make)

    return cache(built_as)


def build_elsewhere(
    folder: Path, own: Path | None = None, *, builder: str = "mkdocs", **environment: str
) -> tuple[Path, list[str]]:
    """Build a copy of the project, with the files of a service beside it and its addresses in its ledger, in a process whose sets have another order.

    Return the built site and the lines that the build said.
    """
    copy = folder / "copy"
    for name in ("docs", "macros", "overrides"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", copy)
    if own:
        shutil.copytree(own, copy, dirs_exist_ok=True)
        subprocess.run([sys.executable, "-m", "macros.ledger"], cwd=copy, check=True, capture_output=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("COV", "SOURCE_DATE"))}
    quiet = {"NO_MKDOCS_2_WARNING": "1"}  # the theme's notice, which the pins make void
    run = subprocess.run(
        [
            *(sys.executable, "-m", builder, "build", "--strict", "--site-dir", folder / "built"),
            *("--config-file", "service.yml" if own else "mkdocs.yml"),
        ],
        cwd=copy,
        env=kept | quiet | {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return folder / "built", (run.stdout + run.stderr).splitlines()
