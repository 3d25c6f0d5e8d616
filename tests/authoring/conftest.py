"""What the authoring tests start from."""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from author import Author

from macros import clock


@pytest.fixture(autouse=True)
def midnight_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test ends on the day on which it began."""
    today = clock.today()
    monkeypatch.setattr(clock, "today", lambda: today)


@pytest.fixture
def author(tmp_path: Path) -> Author:
    """Someone who has a guide without a mistake, and is about to edit it."""
    return Author(tmp_path / "docs")


@pytest.fixture
def modules() -> Iterator[dict[str, ModuleType]]:
    """The modules of the package, which the hook imports anew, and which are put back."""
    kept = {name: module for name, module in sys.modules.items() if name.partition(".")[0] == "macros"}
    path = [*sys.path]
    yield kept
    sys.path[:] = path
    for name in [name for name in sys.modules if name.partition(".")[0] == "macros"]:
        del sys.modules[name]
    sys.modules.update(kept)
