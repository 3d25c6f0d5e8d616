"""What Orca speaks: a step that is ticked, a search, and a check that is answered."""

from collections.abc import Iterator

import pytest

from tests.browser.conftest import Server
from tests.engines import orca

pytestmark = pytest.mark.skipif(
    bool(orca.missing()), reason=f"Orca cannot be listened to without {', '.join(orca.missing())}"
)


@pytest.fixture
def read(site, tmp_path) -> Iterator:
    """`read(path)` opens a page of the guide, with Orca reading it, in a `with` statement."""
    server = Server(site)
    yield lambda path: orca.reading(tmp_path / "orca", f"{server.url}/{path}")
    server.stop()


def test_a_step_is_read_with_its_state_and_a_tick_with_how_much_is_done(read):
    with read("sessions/door-handle/") as reader:
        reader.press("x")
        reader.hears("check box not checked")
        reader.press("space")
        reader.hears("^checked")
        reader.hears("1 of 8 done")
        reader.press("space")
        reader.hears("0 of 8 done")


def test_a_search_opens_at_its_field_says_how_much_fits_and_gives_the_focus_back(read):
    with read("sessions/door-handle/") as reader:
        reader.press("ctrl+k")
        reader.hears("Search the guide dialog")
        reader.hears("What is happening[?] entry")
        reader.press("Insert+a")
        reader.hears("Focus mode")
        reader.write("goodbye")
        reader.hears(r"\d+ pages fit")
        reader.press("Escape")
        reader.hears("Search push button")


def test_a_check_says_its_question_each_answer_and_why_one_is_wrong(read):
    with read("course/difficult-close/") as reader:
        reader.press("r")
        reader.hears("not selected radio button")
        reader.press("space")
        reader.hears("^selected")
        reader.press("b")
        reader.hears("Check my answer push button")
        reader.press("Return")
        reader.hears(r"^(Right|Not this one)\. ")
