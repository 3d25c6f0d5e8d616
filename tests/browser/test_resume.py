"""Home for those who were here before: the module to go on with, what is due today, and the lists that are running."""

import pytest
from playwright.sync_api import expect

NOW = "2026-06-10T12:00:00"
LIST, RUNS = "sessions/door-handle/", "relationships/planned-ending/"
# Write what the course keeps: `results` by kind of task, for so many of the first modules, so many days ago.
LEARN = """async ([results, modules, ago]) => {
    const { encode } = await import(new URL("../progress/state.js", document.querySelector("script[src*='/resume/']").src));
    const links = document.querySelector("ew-resume template[data-part=modules]").content.querySelectorAll("a");
    const day = Math.floor(Date.now() / 86_400_000) - ago;
    const tasks = [...links].slice(0, modules).flatMap(({ dataset }) => dataset.tasks.split(" ")).map((task) => task.split("."));
    const done = tasks.filter(([kind]) => results[kind]);
    const made = done.map(([kind, number]) => [Number(number), { day, result: results[kind], version: "abcd" }]);
    localStorage.setItem("ew:course", encode(new Map(made)));
}"""
# Wait for what reads the rows where anything is kept, and then for the rows.
READ = """async () => {
    const own = document.querySelector("script[src*='/resume/']");
    if (own && Object.keys(localStorage).some((key) => /^ew:c/.test(key))) await import(new URL("rows.js", own.src));
    for (let n = 0; n < 9; n++) await null;
}"""
ALONE = {**dict.fromkeys(("question", "reading", "aloud"), "done"), "check": "right", "case": "good"}


@pytest.fixture
def home(visit):
    return lambda **options: visit("", clock=NOW, **options)


def learn(page, results, modules=1, ago=0):
    page.evaluate(LEARN, [results, modules, ago])
    page.reload()


def rows(page):
    """What each row says, and where it leads, once what reads it is there."""
    page.evaluate(READ)
    listed = page.locator("ew-resume li")
    return [
        (*(part.strip() for part in row.inner_text().splitlines()), row.locator("a").get_attribute("href"))
        for row in listed.all()
    ]


def beside(visit, home, path):
    return visit(path, beside=home)


@pytest.mark.parametrize("options", [{}, {"storage": False}, {"script": False, "clock": None}])
def test_whoever_is_new_sees_nothing_of_it_and_fetches_little(visit, options):
    page = visit("", **{"clock": NOW} | options)
    asked = (
        page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
        if "script" not in options
        else []
    )
    assert not page.get_by_role("region", name="Go on where you were").is_visible()
    assert page.locator("ew-resume li").count() == 0
    assert not [name for name in asked if "resume/rows.js" in name]


def test_a_list_that_is_running_is_named_with_how_far_it_is_until_it_ends(visit, home):
    page = home()
    other = beside(visit, page, LIST)
    for n in range(3):
        other.locator(".step input").nth(n).check()
    total = other.locator(".step input").count()
    expect(page.locator("ew-resume li")).to_contain_text(f"3 of {total}")
    assert rows(page) == [
        ("Running", "Something big said at the door", f"3 of {total}", "sessions/door-handle/")
    ]
    page.clock.fast_forward(29 * 60_000)
    assert len(rows(page)) == 1
    page.clock.fast_forward(2 * 60_000)
    expect(page.get_by_role("region", name="Go on where you were")).to_be_hidden()


def test_the_focus_stays_where_it_is_while_what_is_told_changes(visit, home):
    page = home()
    other = beside(visit, page, LIST)
    other.locator(".step input").first.check()
    link = page.locator("ew-resume a")
    link.focus()
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    rows(page)
    expect(link).to_be_focused()
    other.locator(".step input").nth(1).check()
    expect(page.locator("ew-resume li")).to_contain_text("2 of")
    expect(link).to_be_focused()


def test_lists_of_the_work_with_a_client_are_told_apart_by_their_code_words_and_open_at_theirs(visit, home):
    page = home()
    other = beside(visit, page, RUNS)
    other.locator(".step input").first.check()
    first = other.locator("[data-part=named] .word").inner_text()
    other.get_by_role("button", name="Start another").click()
    second = other.locator("[data-part=named] .word").inner_text()
    expect(page.locator("ew-resume li")).to_have_count(2)
    total = other.locator(".step input").count()
    assert {told for _, _, told, _ in rows(page)} == {f"{first}, 1 of {total}", f"{second}, 0 of {total}"}
    page.locator("ew-resume li", has_text=first).locator("a").click()
    page.wait_for_url(f"**/{RUNS}")
    expect(page.locator("[data-part=named] .word")).to_have_text(first)


def test_a_finished_run_is_not_gone_on_with(visit, home):
    page = home()
    other = beside(visit, page, RUNS)
    other.locator(".step input").first.check()
    expect(page.locator("ew-resume li")).to_have_count(1)
    other.get_by_role("button", name="Finish this run").click()
    expect(page.locator("ew-resume li")).to_have_count(0)


def test_the_module_that_was_begun_is_named_with_how_much_is_left(home):
    page = home()
    learn(page, ALONE | {"case": "poor", "check": "missed"})
    (row,) = rows(page)
    assert row[0] == "The course"
    assert row[1:3] == ("Where this guide’s advice comes from", "9 things left to do")
    page.locator("ew-resume a").click()
    page.wait_for_url("**/course/where-advice-comes-from/")


def test_the_next_module_follows_one_of_which_only_the_observation_is_left(home):
    page = home()
    learn(page, ALONE)
    assert rows(page)[0][1] == "Closing an ordinary session"
    learn(page, ALONE, modules=9)
    assert rows(page)[0][1:3] == ("Where this guide’s advice comes from", "6 acts left to be observed")
    learn(page, ALONE | {"criterion": "met"}, modules=9)
    assert rows(page) == []


def test_what_is_due_today_is_named_before_the_module_and_leads_to_what_to_do(home):
    page = home()
    learn(page, ALONE, ago=1)
    assert [kind for kind, *_ in rows(page)] == ["The course"]
    learn(page, ALONE, ago=2)
    assert rows(page)[0] == (
        "Due today",
        "Where this guide’s advice comes from",
        "After about 2 days",
        "course/where-advice-comes-from/#after-2-days",
    )
    page.locator("ew-resume a").first.click()
    page.wait_for_url("**/#after-2-days")  # until it is loaded
    page.locator("#after-2-days input").check()
    page.go_back()
    expect(page.locator("ew-resume li")).to_have_count(1)


def test_checks_that_come_back_today_are_named_and_lead_to_where_they_are_asked(home):
    page = home()
    learn(page, {"check": "missed"})
    assert [kind for kind, *_ in rows(page)] == ["The course"]
    learn(page, {"check": "missed"}, ago=1)
    assert rows(page)[0] == (
        "Due today",
        "Three minutes a day",
        "6 checks to answer from memory",
        "course/#recall",
    )


@pytest.mark.parametrize(
    "key", ["ew:course", "ew:checklist:sessions/door-handle", "ew:checklist:sessions/gone"]
)
def test_what_cannot_be_read_is_passed_over(home, key):
    page = home()
    page.evaluate("(key) => localStorage.setItem(key, '{]')", key)
    page.reload()
    assert rows(page) == []
    assert page.evaluate("(key) => localStorage.getItem(key)", key) == "{]"


def test_to_clear_what_is_kept_clears_it_here_too(home):
    page = home()
    learn(page, ALONE)
    expect(page.locator("ew-resume li")).to_have_count(1)
    page.get_by_text("Clear what this site keeps").first.click()
    page.locator("ew-clear button").click()
    expect(page.locator("ew-resume li")).to_have_count(0)


@pytest.mark.parametrize("width", [375, 1280])
def test_what_is_urgent_stays_above_it(visit, home, width):
    page = home(width=width, height=553)
    before = page.locator(".right-now").bounding_box()
    learn(page, ALONE, ago=2)
    expect(page.locator("ew-resume li")).to_have_count(2)
    assert page.locator(".right-now").bounding_box() == before
    assert page.locator("ew-resume").bounding_box()["y"] > before["y"] + before["height"]


def test_axe_finds_nothing(visit, home, axe_in_every_look):
    page = home()
    learn(page, ALONE, ago=2)
    beside(visit, page, RUNS).locator(".step input").first.check()
    expect(page.locator("ew-resume li")).to_have_count(3)
    assert axe_in_every_look(page) == []


def test_home_is_one_page_above_the_fold_of_a_desktop_with_one_right_edge(visit):
    page = visit("", width=1280, height=800)
    boxes = [
        page.locator(part).bounding_box() for part in (".find", ".right-now", ".sides", ".page > h2 + ul")
    ]
    edges = {round(box["x"] + box["width"]) for box in (boxes[0], boxes[1], boxes[3])}
    header = page.locator(".site-header").evaluate(
        "(one) => one.getBoundingClientRect().right - parseFloat(getComputedStyle(one).paddingRight)"
    )
    assert edges == {round(header)}
    assert max(box["y"] + box["height"] for box in boxes[:3]) <= 800
    for name in ("Learn it in four weeks: the onboarding course", "Link to a page, a step or a phrase"):
        box = page.get_by_role("link", name=name).bounding_box()
        assert box["y"] + box["height"] <= 800
