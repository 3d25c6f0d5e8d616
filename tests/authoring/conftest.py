"""What the authoring tests start from."""

from pathlib import Path

import pytest
from author import Author


@pytest.fixture
def author(tmp_path: Path) -> Author:
    """Someone who has a guide without a mistake, and is about to edit it."""
    return Author(tmp_path / "docs")
