"""What goes to paper, and what stands side by side on a wide screen as on a sheet."""

import pytest

from tests.browser.conftest import printed

MODULE, RECORD = "course/risk-late/", "course/record/"
ANSWERS = ("It may calm you.", "Stay, and ask whether they are thinking of killing themselves.")
KEPT_BACK = "Answers that were not opened are not printed. They are on the page: https://"
# Of the entries that are in columns: how many stand beside the one before, and how far to the right any reaches.
BESIDE = """() => {
    const entries = [...document.querySelectorAll("[data-columns] > *")].map((entry) => entry.getBoundingClientRect());
    const beside = entries.filter(({ left }, n) => n && left > entries[n - 1].right).length;
    return [beside, Math.max(...entries.map(({ right }) => right))];
}"""


def on_paper(page, paper="A4"):
    """The text of each sheet."""
    return [" ".join(sheet.split()) for sheet in printed(page, format=paper, prefer_css_page_size=True)]


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
def test_a_module_prints_the_answers_that_were_opened_and_no_other(visit, script):
    page = visit(MODULE, script=script)
    text = " ".join(on_paper(page))
    assert KEPT_BACK in text
    assert "Whom does the promise help?" in text
    for answer in (*ANSWERS, "Right.", "Not this one.", "He sees you sit down"):
        assert answer not in text
    if script:
        page.get_by_label("Your answer, in a few words").nth(1).fill("The next client.")
    page.get_by_text("Compare your answer").nth(1).click()
    text = " ".join(on_paper(page))
    assert [answer in text for answer in ANSWERS] == [True, False]


def test_on_a_screen_nothing_is_said_of_paper(visit):
    assert not visit(MODULE).get_by_text(KEPT_BACK).is_visible()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("width", [320, 375, 1280])
def test_the_record_prints_as_one_sheet_whoever_prints_it(visit, width, paper):
    (sheet,) = on_paper(visit(RECORD, width=width), paper)
    assert sheet.startswith("Sign-off record: Onboarding course")
    assert "Before you sign" not in sheet
    assert "Pages read, version" in sheet


@pytest.mark.parametrize("width", [320, 375])
def test_on_a_phone_the_record_is_a_card_for_each_module(visit, width):
    page = visit(RECORD, width=width)
    rows = page.locator(".sign-off tbody tr")
    assert rows.count() == 9
    table = page.locator(".scroll")
    assert table.evaluate("({ scrollWidth, clientWidth }) => scrollWidth - clientWidth") <= 0
    cells = rows.first.locator("td")
    named = cells.evaluate_all("all => all.map((cell) => getComputedStyle(cell, '::before').content)")
    assert named[:3] == ['"Pages read"', '"Checks, case, practice"', '"Acts observed"']
    tops = [cell.bounding_box()["y"] for cell in cells.all()]
    assert tops == sorted(set(tops))
    assert page.get_by_role("rowheader").count() == 9  # a table still to whoever hears it


@pytest.mark.parametrize(
    "path", ["letters/", "reference/a-z/", "reference/glossary/", "reference/words/", "reference/sources/"]
)
def test_long_lists_run_in_columns_on_a_wide_screen_and_on_paper(visit, path):
    page = visit(path, width=375)
    assert page.evaluate(BESIDE)[0] == 0
    page.set_viewport_size({"width": 1280, "height": 800})
    beside, right = page.evaluate(BESIDE)
    assert beside
    assert right > 1100
    page.set_viewport_size({"width": 730, "height": 1000})
    page.emulate_media(media="print")
    assert page.evaluate(BESIDE)[0]
