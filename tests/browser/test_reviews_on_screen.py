"""Who answers for a page, as it is seen: quietly at its end, on paper, and on the list of all pages."""

from unicodedata import normalize

import pytest

from tests.browser.conftest import printed

PRACTICE = "sessions/door-handle/"
LIST = "reference/reviews/"


def test_the_record_stands_below_everything_else_and_the_first_step_stays_on_the_first_screen(visit):
    page = visit(PRACTICE, width=375, height=667)
    first = page.locator(".step label").first.bounding_box()
    assert first["y"] + first["height"] <= 667
    status, sources = page.locator(".page-status").bounding_box(), page.locator("#sources").bounding_box()
    assert status["y"] > sources["y"]
    assert page.locator(".page-status dt").all_inner_texts() == [
        "Owner",
        "Last change",
        "Next review",
        "Review",
        "Version",
        "Short address",
    ]


@pytest.mark.parametrize("path", [PRACTICE, "letters/planned-ending/", LIST])
def test_axe_finds_nothing(visit, axe_in_every_look, path):
    assert axe_in_every_look(visit(path), widths=(320, 1280)) == []


def on_paper(page) -> str:
    return normalize("NFKC", " ".join(printed(page, format="A4")))  # some fonts join f and i


def test_who_answers_for_it_is_on_paper_too(visit):
    page = visit(PRACTICE)
    told = dict(
        zip(
            page.locator(".page-status dt").all_inner_texts(),
            page.locator(".page-status dd").all_inner_texts(),
            strict=True,
        )
    )
    alone = on_paper(page)
    page.get_by_label("Print the background, too").check()
    whole = on_paper(page)
    day, _, what = told["Last change"].partition(": ")
    for name, value in told.items():
        assert " ".join(value.split()) in " ".join(whole.split()), name
    for name, value in (told | {"Last change": day}).items():
        assert value in alone, name
    assert what not in alone  # The sheet for the wall has room for the day alone.
    assert alone.count(told["Version"]) == alone.count(told["Review"]) == 1
    assert "All pages by review state" not in whole + alone


@pytest.mark.parametrize("width", [320, 1280])
def test_the_list_names_every_fact_and_leads_to_the_page(visit, width):
    page = visit(LIST, width=width)
    row = page.locator("tbody tr").filter(has=page.locator(f"a[href$='{PRACTICE}']"))
    shown = row.locator("td").evaluate_all(
        "cells => cells.map((cell) => getComputedStyle(cell, '::before').content.slice(1, -1))"
    )
    names = page.locator("thead th").all_inner_texts()[1:]
    assert shown == ([f"{name}: " for name in names] if width == 320 else ["on"] * len(names))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    link = row.get_by_role("link")
    assert link.bounding_box()["height"] >= 40
    link.click()
    page.wait_for_url(f"**/{PRACTICE}")


def test_the_spreadsheet_is_one_tap_away(visit):
    page = visit(LIST)
    with page.expect_download() as download:
        page.get_by_role("link", name="The same list for a spreadsheet").click()
    assert download.value.suggested_filename == "reviews.csv"
    assert download.value.path().read_text("utf-8").startswith("page,address,owner,state,")
