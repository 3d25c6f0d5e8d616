"""What every room of the tests stands on: the real site, built once, strictly."""

import logging
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

ROOT = Path(__file__).resolve().parent.parent


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
    log: list[logging.LogRecord]
    began: int
    """When the build began, in seconds since 1970."""


@pytest.fixture(scope="session")
def built(tmp_path_factory) -> Built:
    """One strict build by MkDocs' own interface, and what it said."""
    folder, recorder, began = tmp_path_factory.mktemp("built") / "site", Recorder(), int(time.time())
    logging.getLogger("mkdocs").addHandler(recorder)
    with pytest.MonkeyPatch.context() as patch:
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
    return Built(folder, config.site_url, recorder.records, began)


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
def build_log(built) -> list[logging.LogRecord]:
    """What the build warned of."""
    return built.log
