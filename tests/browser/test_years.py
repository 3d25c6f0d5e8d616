"""What an older guide left in the browser is there on today's pages, as it was written and five years on."""

import json

import pytest
from playwright.sync_api import expect

from tests.freeze import YEARS, frozen, version, written

RELEASES = sorted(folder.name for folder in YEARS.iterdir() if folder.is_dir())
CLOCKS = {"an hour on": "2026-11-23T10:00:00Z", "five years on": "2031-11-22T10:00:00Z"}
SESSION, RUNS, RECORD = "sessions/door-handle/", "relationships/planned-ending/", "course/record/"


@pytest.fixture
def aged(visit):
    """`aged(path, release, clock)` opens a page in a browser that keeps all that this release left in it."""

    def open_(path, release, clock):
        states = [json.loads(text) for text in frozen(YEARS / release).values()]
        page = visit(path, clock=CLOCKS[clock])
        kept = {state["key"]: state["kept"] for state in states if "key" in state}
        page.evaluate(
            "(kept) => { for (const [key, text] of Object.entries(kept)) localStorage.setItem(key, text); }",
            kept,
        )
        page.reload()
        return page

    return open_


def means(release, kind):
    return json.loads((YEARS / release / f"{kind}.json").read_text("utf-8"))["means"]


def sees_ticked(page, steps):
    expect(page.locator("input[name=step]:checked")).to_have_count(len(steps))
    for step in steps:  # by its anchor, which outlives a change of its name
        expect(page.locator(f"#{step} input[name=step]")).to_be_checked()


def test_what_todays_code_writes_is_frozen_for_todays_version():
    """Where this fails, what is written has changed: `make freeze`, under a new version."""
    assert frozen(YEARS / version()) == written()


@pytest.mark.parametrize("clock", CLOCKS)
@pytest.mark.parametrize("release", RELEASES)
def test_the_list_of_a_session_is_brought_back(aged, release, clock):
    page = aged(SESSION, release, clock)
    page.get_by_role("button", name="Bring it back").click()
    sees_ticked(page, means(release, "session"))


@pytest.mark.parametrize("clock", CLOCKS)
@pytest.mark.parametrize("release", RELEASES)
def test_the_lists_of_clients_stand_as_they_stood(aged, release, clock):
    page = aged(RUNS, release, clock)
    for word, steps in means(release, "runs").items():
        expect(page.locator("[data-part=picker] option", has_text=word)).to_have_count(1)
        page.locator("[data-part=picker]").select_option(word)
        sees_ticked(page, steps)


@pytest.mark.parametrize("clock", CLOCKS)
@pytest.mark.parametrize("release", [one for one in RELEASES if (YEARS / one / "course.json").exists()])
def test_what_was_done_in_the_course_is_on_the_record(aged, release, clock):
    page = aged(RECORD, release, clock)
    expect(page.locator("[data-mark]", has_text="Met:")).to_have_count(1)
    expect(page.locator("tbody tr", has_text="2026-11")).to_have_count(1)
    expect(page.locator("[data-part=summary]")).to_contain_text(
        "1 thing that was done is no longer in the course"
    )
