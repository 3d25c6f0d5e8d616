"""The plan of the course in a real browser: read as a table, adapted, dated, copied and printed.

`reads` compares the table, as a reader sees it, with a picture of it: a line for each row, with some of its cells.
"""

from __future__ import annotations

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from tests.browser.conftest import printed

WIKI, MARKDOWN, SHEET = "Copy for a wiki or document", "Copy as Markdown", "Copy for a spreadsheet"
BACK = "Back to four weeks"
REFUSED = "This browser refused to copy. The text is below the buttons and selected: copy it by hand."
REFUSE = "() => Promise.reject(new DOMException('', 'NotAllowedError'))"
FIRST_DAY = "First day of the course, if you know it"

OURS = """
1 =Your first day 60
1 Ends | <and> breaks 10
1 Sum of week 1 70
2 Plans 5
2 Letters 5
2 Sum of week 2 10
Whole course 80
"""


@pytest.fixture
def visit(standing, examples, open_page):
    """`visit()` opens the example of the plan."""
    server = standing(examples)
    return lambda **options: open_page(
        f"{server.url}/plan/four.html", **{"reduced_motion": "reduce"} | options
    )


@pytest.fixture
def desk(visit):
    """The plan with a clipboard that can be read."""
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    page.bring_to_front()
    return page


def reads(page: Page, picture: str) -> None:
    """Week, module and the minutes of all parts, row by row."""
    rows = page.locator(":is(tbody, tfoot) tr").evaluate_all(
        """(rows) => rows.map(({ cells }) => [...cells].filter((cell) => !cell.hidden).map((cell) => cell.innerText.trim()))
             .map((cells) => [cells[0], cells[1], cells.at(-3)].join(" ").trim())"""
    )
    assert rows == picture.strip().split("\n")


def week(page: Page, module: str):
    return page.get_by_role("spinbutton", name=module, exact=True)


def move(page: Page, **weeks: int) -> None:
    for id_, number in weeks.items():
        page.locator(f"#week-of-{id_.replace('_', '-')}").fill(str(number))


def said(page: Page, words: str) -> None:
    expect(page.get_by_role("status")).to_have_text(words)


def notes(page: Page) -> dict[str, str]:
    """The notes that are shown, by the module at which they stand."""
    return dict(
        page.locator(".order:visible").evaluate_all(
            "(all) => all.map((note) => [note.parentElement.querySelector('label').innerText, note.innerText])"
        )
    )


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def copied(page: Page, type_: str = "text/plain") -> str:
    text = page.evaluate(
        """async (type) => { const [item] = await navigator.clipboard.read();
          return item.types.includes(type) ? (await item.getType(type)).text() : ""; }""",
        type_,
    )
    return str(text).replace("\r\n", "\n")


def refuse(page: Page, *ways: str) -> None:
    for way in ways:
        page.evaluate(f"() => {{ navigator.clipboard.{way} = {REFUSE} }}")


# ---- Without a script


def test_without_a_script_the_plan_is_a_table_and_nothing_looks_as_if_it_could_be_changed(visit):
    page = visit(script=False)
    reads(page, OURS)
    assert page.locator("ew-plan :is(button, input):visible").count() == 0
    expect(page.get_by_text("The whole course takes about 80 minutes")).to_be_visible()
    letters = page.get_by_role("row", name="Letters")
    expect(letters.get_by_text("=Your first day; Plans")).to_be_visible()
    for role in ("columnheader", "rowheader"):
        assert page.get_by_role(role).count() > 3


def test_without_a_script_every_link_in_the_table_is_a_permanent_address(visit):
    page = visit(script=False)
    links = page.locator("table a").evaluate_all("(all) => all.map((link) => link.getAttribute('href'))")
    assert links[:2] == [
        "https://guide.example/course/first-day/",
        "https://guide.example/course/first-day/#seen-first",
    ]
    assert all(link.startswith("https://guide.example/course/") for link in links)


# ---- Adapting the weeks


def test_a_module_moves_to_its_week_at_once_the_sums_follow_and_the_focus_stays(visit):
    page = visit()
    reads(page, OURS)
    move(page, letters=3)
    reads(
        page,
        """
1 =Your first day 60
1 Ends | <and> breaks 10
1 Sum of week 1 70
2 Plans 5
2 Sum of week 2 5
3 Letters 5
3 Sum of week 3 5
Whole course 80
""",
    )
    said(page, "“Letters” is now in week 3.")
    expect(week(page, "Letters")).to_be_focused()
    assert notes(page) == {}


def test_one_module_before_another_that_it_builds_on_says_so_at_the_module_and_aloud(visit):
    page = visit()
    move(page, plans=4)
    said(
        page,
        "“Plans” is now in week 4. 1 module now comes before one that it builds on. The note at it says which.",
    )
    assert notes(page) == {"Letters": "It builds on “Plans”, which now comes later, in week 4."}
    expect(week(page, "Letters")).to_have_accessible_description(notes(page)["Letters"])
    move(page, first_day=9)
    said(
        page,
        "“=Your first day” is now in week 9. 2 modules now come before one that they build on. The note at each says which.",
    )
    first = "It builds on “=Your first day”, which now comes later, in week 9."
    assert notes(page) == {
        "Ends | <and> breaks": first,
        "Letters": f"{first} It builds on “Plans”, which now comes later, in week 4.",
    }
    move(page, first_day=1, plans=2)
    said(page, "“Plans” is now in week 2.")
    assert notes(page) == {}
    reads(page, OURS)


def test_in_one_week_modules_keep_the_order_in_which_they_build_on_each_other(visit):
    page = visit()
    move(page, letters=1, plans=1)
    reads(
        page,
        """
1 =Your first day 60
1 Ends | <and> breaks 10
1 Plans 5
1 Letters 5
1 Sum of week 1 80
Whole course 80
""",
    )


@pytest.mark.parametrize("typed", ["0", "13", "1.5", "-1", ""])
def test_what_is_no_week_changes_nothing_and_the_field_goes_back(visit, typed):
    page = visit()
    move(page, letters=3)
    field = week(page, "Letters")
    field.fill(typed)
    expect(page.get_by_role("rowheader", name="Sum of week 3")).to_be_visible()
    field.blur()
    expect(field).to_have_value("3")
    said(page, "A week is a whole number from 1 to 12. “Letters” stays in week 3.")


def test_back_to_four_weeks_undoes_every_move_and_leaves_the_dates(visit):
    page = visit()
    page.get_by_label(FIRST_DAY).fill("2026-03-02")
    move(page, first_day=12, letters=1)
    assert notes(page)
    press(page, BACK)
    said(page, "All modules are back in the weeks of the guide.")
    assert notes(page) == {}
    assert [field.input_value() for field in page.get_by_role("spinbutton").all()] == ["1", "1", "2", "2"]
    expect(page.get_by_role("columnheader", name="Dates")).to_be_visible()
    page.get_by_label(FIRST_DAY).fill("")
    reads(page, OURS)


# ---- Dates


def dates(page: Page) -> list[str]:
    return page.locator("tbody [data-cell=dates]:visible").all_inner_texts()


def test_the_first_day_adds_the_dates_of_each_week_and_they_go_with_a_module(visit):
    page = visit()
    expect(page.get_by_role("columnheader", name="Dates")).to_be_hidden()
    page.get_by_label(FIRST_DAY).fill("2026-12-23")
    said(page, "The plan shows dates. Week 1 begins on 23 December 2026.")
    one, two = "23 December 2026 to 29 December 2026", "30 December 2026 to 5 January 2027"
    assert dates(page) == [one, one, "", two, two, ""]
    move(page, letters=3)
    assert dates(page) == [one, one, "", two, "", "6 January 2027 to 12 January 2027", ""]
    page.get_by_label(FIRST_DAY).fill("")
    said(page, "The plan shows no dates.")
    expect(page.get_by_role("columnheader", name="Dates")).to_be_hidden()


@pytest.mark.parametrize("weekend", [26, 27])
def test_a_first_day_on_a_weekend_is_taken_and_said(visit, weekend):
    page = visit()
    page.get_by_label(FIRST_DAY).fill(f"2026-12-{weekend}")
    said(
        page,
        f"The plan shows dates. Week 1 begins at a weekend, on {weekend} December 2026: "
        "choose another day if your service is closed then.",
    )
    assert dates(page)[0].startswith(f"{weekend} December 2026 to ")


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Los_Angeles"])
def test_the_dates_are_the_same_wherever_the_reader_is(visit, zone):
    page = visit(timezone_id=zone)
    page.get_by_label(FIRST_DAY).fill("2026-03-30")
    assert dates(page)[0] == "30 March 2026 to 5 April 2026"


def test_a_year_that_is_not_typed_to_its_end_shows_no_dates(visit):
    page = visit()
    field = page.get_by_label(FIRST_DAY)
    field.fill("0202-03-02")
    expect(page.get_by_role("columnheader", name="Dates")).to_be_hidden()
    field.blur()
    said(page, "This is no whole date from 2000 to 2099. The plan shows no dates.")


def test_neither_day_nor_weeks_are_kept(visit):
    page = visit()
    page.get_by_label(FIRST_DAY).fill("2026-03-02")
    move(page, letters=3)
    assert (
        page.evaluate("document.cookie + Object.keys(localStorage) + sessionStorage.length + location.search")
        == "0"
    )
    here = page.url
    page.goto(here.replace("/plan/four.html", "/components.css"))
    page.go_back()
    assert page.url == here
    reads(page, OURS)
    expect(page.get_by_label(FIRST_DAY)).to_have_value("")


# ---- Copies

WHO = "Clinician, observer, and whoever the task names"
AT = "https://guide.example/course"
COPIED_SHEET = f"""\
Week\tModule\tRead\tPractise\tChecks\tCase\tObservation\tAll parts\tBuilds on\tAt the observation\tAddress
1\t'=Your first day\t10\t5\t5\t10\t30\t60\t\t{WHO}\t{AT}/first-day/
1\tEnds | <and> breaks\t2\t2\t2\t2\t2\t10\t'=Your first day\t{WHO}\t{AT}/ends/
1\tSum of week 1\t12\t7\t7\t12\t32\t70\t\t\t
2\tPlans\t1\t1\t1\t1\t1\t5\tEnds | <and> breaks\t{WHO}\t{AT}/plans/
2\tLetters\t1\t1\t1\t1\t1\t5\t'=Your first day; Plans\t{WHO}\t{AT}/letters/
2\tSum of week 2\t2\t2\t2\t2\t2\t10\t\t\t
\tWhole course\t14\t9\t9\t14\t34\t80\t\t\t
"""
COPIED_MARKDOWN = f"""\
| Week | Module | Read | Practise | Checks | Case | Observation | All parts | Builds on | At the observation |
| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- |
| 1 | [=Your first day]({AT}/first-day/) | 10 | 5 | 5 | 10 | 30 | 60 |  | [{WHO}]({AT}/first-day/#seen-first) |
| 1 | [Ends \\| \\<and\\> breaks]({AT}/ends/) | 2 | 2 | 2 | 2 | 2 | 10 | =Your first day | [{WHO}]({AT}/ends/#seen-ends) |
| **1** | **Sum of week 1** | **12** | **7** | **7** | **12** | **32** | **70** |  |  |
| 2 | [Plans]({AT}/plans/) | 1 | 1 | 1 | 1 | 1 | 5 | Ends \\| \\<and\\> breaks | [{WHO}]({AT}/plans/#seen-plans) |
| 2 | [Letters]({AT}/letters/) | 1 | 1 | 1 | 1 | 1 | 5 | =Your first day; Plans | [{WHO}]({AT}/letters/#seen-letters) |
| **2** | **Sum of week 2** | **2** | **2** | **2** | **2** | **2** | **10** |  |  |
|  | **Whole course** | **14** | **9** | **9** | **14** | **34** | **80** |  |  |
"""


def test_for_a_spreadsheet_the_plan_is_copied_with_tabs_and_whole_addresses_and_no_formula(desk):
    press(desk, SHEET)
    said(desk, "Copied for a spreadsheet: paste it into an empty cell.")
    assert copied(desk) == COPIED_SHEET


def test_the_plan_is_copied_as_markdown(desk):
    press(desk, MARKDOWN)
    said(desk, "Copied as Markdown.")
    assert copied(desk) == COPIED_MARKDOWN


def test_for_a_wiki_the_plan_is_copied_as_a_table_with_links_and_as_plain_text_beside_it(desk):
    press(desk, WIKI)
    said(desk, "Copied as a table with links.")
    assert copied(desk) == COPIED_SHEET
    table = copied(desk, "text/html")
    desk.evaluate("(html) => { document.querySelector('main').innerHTML = html }", table)
    rows = desk.locator("main tr").evaluate_all(
        "(rows) => rows.map(({ cells }) => [...cells].map((c) => c.innerText))"
    )
    assert rows == [line.split("\t")[:-1] for line in COPIED_SHEET.splitlines()]
    links = desk.locator("main a").evaluate_all("(all) => all.map((link) => link.href)")
    assert links[:3] == [f"{AT}/first-day/", f"{AT}/first-day/#seen-first", f"{AT}/ends/"]
    assert desk.locator("main tr:has(strong)").count() == 3


def test_what_is_copied_is_what_the_table_shows_dates_moves_and_all(desk):
    desk.get_by_label(FIRST_DAY).fill("2026-03-02")
    move(desk, first_day=2, plans=12)
    assert notes(desk)
    press(desk, SHEET)
    said(desk, "Copied for a spreadsheet: paste it into an empty cell.")
    lines = [line.split("\t") for line in copied(desk).splitlines()]
    assert lines[0][:4] == ["Week", "Dates", "Module", "Read"]
    assert [[*line[:3], line[8]] for line in lines[1:]] == [
        ["1", "2 March 2026 to 8 March 2026", "Ends | <and> breaks", "10"],
        ["1", "", "Sum of week 1", "10"],
        ["2", "9 March 2026 to 15 March 2026", "'=Your first day", "60"],
        ["2", "9 March 2026 to 15 March 2026", "Letters", "5"],
        ["2", "", "Sum of week 2", "65"],
        ["12", "18 May 2026 to 24 May 2026", "Plans", "5"],
        ["12", "", "Sum of week 12", "5"],
        ["", "", "Whole course", "80"],
    ]
    assert all(len(line) == len(lines[0]) for line in lines)


def test_a_refused_table_is_copied_as_text_and_that_is_said(desk):
    refuse(desk, "write")
    press(desk, WIKI)
    said(desk, "This browser refused a formatted table. Copied as for a spreadsheet.")
    assert copied(desk) == COPIED_SHEET


@pytest.mark.parametrize(
    ("button", "text"), [(WIKI, COPIED_SHEET), (MARKDOWN, COPIED_MARKDOWN), (SHEET, COPIED_SHEET)]
)
def test_a_refused_clipboard_leaves_the_text_selected_to_copy_by_hand(visit, button, text):
    page = visit()
    refuse(page, "write", "writeText")
    press(page, button)
    said(page, REFUSED)
    by_hand = page.get_by_role("region", name="Text to copy by hand")
    assert by_hand.text_content() == text
    assert page.evaluate("getSelection().toString()").strip("\n") == text.strip("\n")
    move(page, letters=3)
    expect(by_hand).to_be_hidden()


def test_a_browser_without_any_clipboard_shows_the_text(visit):
    page = visit()
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    press(page, WIKI)
    said(page, REFUSED)
    expect(page.get_by_role("region", name="Text to copy by hand")).to_be_visible()


# ---- As a calendar


CALENDAR = "Save as a calendar"


def saved(page: Page) -> str:
    with page.expect_download() as download:
        press(page, CALENDAR)
    assert download.value.suggested_filename == "ending-well-course.ics"
    return download.value.path().read_bytes().decode("utf-8")


def test_without_a_first_day_no_calendar_is_saved_and_that_is_said(visit):
    page = visit()
    press(page, CALENDAR)
    said(page, "Choose the first day first: a calendar needs dates.")
    expect(page.get_by_label(FIRST_DAY)).to_be_focused()


def test_the_plan_is_saved_as_a_calendar_that_a_parser_reads(visit):
    page = visit()
    page.get_by_label(FIRST_DAY).fill("2026-06-01")
    move(page, letters=3)
    text = saved(page)
    said(page, "The calendar was saved, from 1 June 2026 on. Open the file to add it to yours.")
    assert "\n" not in text.replace("\r\n", "")
    calendar = Calendar.from_ical(text)
    assert (calendar["version"], calendar.errors) == ("2.0", [])
    events = [
        (str(event["summary"]), f"{event.decoded('dtstart')}", (event.end - event.start).days)
        for event in calendar.events
    ]
    assert events == [
        ("Course, week 1: =Your first day; Ends | <and> breaks", "2026-06-01", 7),
        ("Observation: =Your first day", "2026-06-05", 1),
        ("Come back to: =Your first day", "2026-06-08", 1),  # and not on a Sunday
        ("Come back to: =Your first day", "2026-06-12", 1),
        ("Observation: Ends | <and> breaks", "2026-06-05", 1),
        ("Come back to: Ends | <and> breaks", "2026-06-26", 1),
        ("Course, week 2: Plans", "2026-06-08", 7),
        ("Observation: Plans", "2026-06-12", 1),
        ("Course, week 3: Letters", "2026-06-15", 7),
        ("Observation: Letters", "2026-06-19", 1),
    ]
    first = calendar.events[2]
    assert str(first["description"]).startswith(
        "Say, aloud; “We have ten minutes left.” Then look up C:\\new and what stands beside it"
    )
    assert str(first["url"]) == f"{AT}/first-day/#after-2-days"
    for event in calendar.events:
        assert event.errors == []
        assert {"UID", "DTSTAMP", "DTSTART", "DTEND"} <= set(event)
    uids = [str(event["uid"]) for event in calendar.events]
    assert len(set(uids)) == len(uids)
    assert [str(event["uid"]) for event in Calendar.from_ical(saved(page)).events] == uids


def test_the_day_of_a_calendar_is_not_kept(visit):
    page = visit()
    page.get_by_label(FIRST_DAY).fill("2026-06-01")
    saved(page)
    assert page.evaluate("localStorage.length") == 0
    page.reload()
    expect(page.get_by_label(FIRST_DAY)).to_have_value("")


# ---- For everyone, and on paper


def test_by_keyboard_alone_a_week_is_set_and_the_plan_copied(desk):
    desk.get_by_label(FIRST_DAY).focus()
    while desk.evaluate("document.activeElement.id") != "week-of-letters":
        desk.keyboard.press("Tab")
    desk.keyboard.press("ArrowUp")
    said(desk, "“Letters” is now in week 3.")
    desk.keyboard.press("Enter")
    expect(week(desk, "Letters")).to_be_focused()
    for _ in range(3):
        desk.keyboard.press("Tab")
    desk.keyboard.press("Space")
    said(desk, "Copied for a spreadsheet: paste it into an empty cell.")
    assert "\n3\tLetters\t" in copied(desk)
    for _ in ("the calendar", "back"):
        desk.keyboard.press("Tab")
    desk.keyboard.press("Enter")
    reads(desk, OURS)
    expect(desk.get_by_role("button", name=BACK)).to_be_focused()


@pytest.mark.parametrize("script", [True, False])
def test_at_320_pixels_the_table_scrolls_in_its_own_box_and_the_page_does_not(visit, script):
    page = visit(width=320, script=script)
    if script:
        page.get_by_label(FIRST_DAY).fill("2026-12-23")
        move(page, plans=4)
        refuse(page, "write", "writeText")
        press(page, MARKDOWN)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    last = page.get_by_role("columnheader", name="At the observation")
    last.evaluate("(head) => scrollTo(0, head.getBoundingClientRect().top)")
    expect(last).not_to_be_in_viewport()
    page.get_by_role("region", name="The plan by week").focus()
    for _ in range(40):
        page.keyboard.press("ArrowRight")
    expect(last).to_be_in_viewport()


def test_on_paper_the_plan_is_a_table_and_its_fields_are_gone(visit):
    page = visit()
    page.get_by_label(FIRST_DAY).fill("2026-12-23")
    move(page, letters=3)
    paper = "\n".join(printed(page, format="A4"))
    words = " ".join(paper.split())
    for kept in ("Sum of week 3", "6 January 2027", "Whole course", "At the observation"):
        assert kept in words, kept
    for gone in (FIRST_DAY, "Copy as Markdown", "is now in week 3"):
        assert gone not in words, gone


def test_axe_finds_nothing_in_any_state(visit, axe_in_every_look):
    page = visit()
    assert axe_in_every_look(page) == [], "as it comes"
    page.get_by_label(FIRST_DAY).fill("2026-12-23")
    move(page, first_day=12, plans=4)
    assert axe_in_every_look(page) == [], "dated, with notes"
    week(page, "Letters").fill("13")
    assert axe_in_every_look(page) == [], "while a field holds no week"
    refuse(page, "write", "writeText")
    press(page, SHEET)
    said(page, REFUSED)
    assert axe_in_every_look(page) == [], "text to copy by hand"


def test_axe_finds_nothing_in_forced_colours(visit, axe):
    page = visit(forced_colors="active")
    move(page, plans=4)
    assert axe(page) == []


def test_taken_out_and_put_back_it_keeps_the_plan_and_sets_up_once(visit):
    page = visit()
    page.get_by_label(FIRST_DAY).fill("2026-12-23")
    move(page, letters=3)
    page.evaluate(
        """() => { const plan = document.querySelector("ew-plan"), { parentNode } = plan;
          plan.connectedCallback(); plan.remove(); parentNode.append(plan); parentNode.append(plan);
          globalThis.writes = 0;
          navigator.clipboard.writeText = async () => { writes += 1; }; }"""
    )
    expect(page.get_by_role("rowheader", name="Sum of week 3")).to_be_visible()
    assert dates(page)[-2] == "6 January 2027 to 12 January 2027"
    press(page, SHEET)
    said(page, "Copied for a spreadsheet: paste it into an empty cell.")
    assert page.evaluate("writes") == 1
    press(page, BACK)
    assert [field.input_value() for field in page.get_by_role("spinbutton").all()] == ["1", "1", "2", "2"]


# ---- On the page of the guide


def test_on_the_guides_own_page_the_plan_stands_and_is_adapted(site, standing, open_page, axe):
    page = open_page(f"{standing(site).url}/course/manage/", width=375)
    modules = page.get_by_role("spinbutton").count()
    assert modules == page.locator("tbody [data-module]").count() > 1
    page.get_by_role("spinbutton").last.fill("12")
    expect(page.get_by_role("rowheader", name="Sum of week 12")).to_be_visible()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
