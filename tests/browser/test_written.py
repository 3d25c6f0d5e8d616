"""What an author writes in Markdown, as readers meet it: tabs, tasks, notes, and what is struck out."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import printed

PAGE = "reference/markdown/"


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
def test_tabs_open_by_the_keyboard_one_at_a_time(visit, script):
    page = visit(PAGE, script=script)
    first, second = (page.locator(".tabs summary").nth(n) for n in (0, 1))
    expect(page.get_by_text("Look at the clock together.")).to_be_visible()
    first.focus()
    page.keyboard.press("Tab")
    expect(second).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Say the time aloud.")).to_be_visible()
    expect(page.get_by_text("Look at the clock together.")).to_be_hidden()


def test_each_tab_is_on_paper_and_no_way_back_from_a_note(visit):
    sheets = printed(visit(PAGE), prefer_css_page_size=True)
    text = " ".join(" ".join(sheet.split()) for sheet in sheets)
    assert "Look at the clock together." in text
    assert "Say the time aloud." in text
    assert text.count("It is cited in its sentence.") == 2
    assert "Back" not in text.rpartition("It is cited in its sentence.")[2]


def test_what_is_seen_by_its_look_is_said_in_words(visit):
    page = visit(PAGE)
    expect(page.locator("[data-task]")).to_have_text(
        ["Done: The day is agreed.", "To do: The letter is written."]
    )
    expect(page.locator("del")).to_have_text("(struck out: struck out)")
    assert page.locator("#main input[type=checkbox]").count() == 0


def test_a_note_leads_there_and_back(visit):
    page = visit(PAGE)
    page.get_by_role("link", name="Note 1", exact=True).click()
    expect(page.locator("#fn\\:stop")).to_be_in_viewport()
    page.get_by_role("link", name="Back to where note 1 is called").click()
    expect(page.locator("#fnref\\:stop")).to_be_in_viewport()
    expect(page.get_by_role("region", name="Notes")).to_have_count(1)


def test_axe_finds_nothing(visit, axe, axe_in_every_look):
    page = visit(PAGE)
    assert axe(page) == []
    assert axe_in_every_look(page) == []
