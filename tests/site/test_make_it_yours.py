"""The page that walks a service through its file shows real files and real messages."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "reference" / "make-it-yours.md").read_text(encoding="utf-8")
EXAMPLE = ROOT / "tests" / "services" / "nz"
FILES = [file.read_text(encoding="utf-8") for file in EXAMPLE.parent.rglob("*.yml")]


def blocks(kind: str) -> list[str]:
    """The fenced blocks of a kind, as the reader copies them."""
    return re.findall(rf"^```{kind}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("block", blocks("yaml"), ids=lambda block: block.split(":")[0].strip())
def test_each_piece_of_yaml_stands_in_the_example(block: str) -> None:
    assert any(block in file for file in FILES)


def test_each_file_and_page_it_names_is_there() -> None:
    named = re.findall(r"`((?:tests|docs)/[^`]+)`", PAGE)
    assert named
    for path in named:
        assert (ROOT / path).exists()
    for path in re.findall(r"`practice/([^`]+)`", PAGE):
        assert (EXAMPLE / "service" / path).exists()


def test_each_command_is_in_the_makefile() -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    commands = re.findall(r"\bmake ([a-z]+)", PAGE)
    assert {"service", "serve", "check", "ledger", "build"} <= set(commands) <= set(targets)
