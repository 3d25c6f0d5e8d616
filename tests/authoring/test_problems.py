"""Every mistake that an author can make is found, at its place, and said with its fix."""

import re

import pytest
from author import Author
from mistakes import MISTAKES


def first_code(picture: str) -> str:
    found = re.search(r"EW\d{3}", picture)
    return found[0] if found else "none"


@pytest.mark.parametrize("picture", MISTAKES, ids=first_code)
def test_a_mistake_is_named_with_its_place_and_its_fix(author: Author, picture: str) -> None:
    author.edits(picture)
    assert author.reads() == author.expects()
