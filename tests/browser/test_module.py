"""The way through a module: its parts and what is done in each, what comes next, and where one is at its end."""

import pytest
from playwright.sync_api import expect

from tests.browser.wayward import wait_until

MODULE, LAST = "course/risk-late/", "course/letters-and-after/"
RAIL, FINISH = "rail/module.html", "finish/middle.html"
# Note so many of the tasks that an element lists as done, or as the result that their kind is given here.
DO = """async ([element, results, most]) => {
    const { encode } = await import(new URL("../progress/state.js", document.querySelector(`script[src*='/${element}/']`).src));
    const own = document.querySelector(`ew-${element}`);
    const codes = own.dataset.tasks ?? [...own.querySelectorAll("li[data-tasks]")].map(({ dataset }) => dataset.tasks).join(" ");
    const tasks = codes.split(" ").map((code) => code.split("."));
    const day = Math.floor(Date.now() / 86_400_000);
    const made = tasks.slice(0, most).filter(([kind]) => results[kind] !== null).map(([kind, number, version]) =>
        [Number(number), { day, result: results[kind] ?? "done", version: version.slice(0, 4) }]);
    localStorage.setItem("ew:course", encode(new Map(made)));
    dispatchEvent(new StorageEvent("storage", { key: "ew:course", newValue: "" }));
}"""
GOOD = {"check": "right", "case": "good", "criterion": "met"}


@pytest.fixture
def example(examples, standing, open_page):
    return lambda path, **options: open_page(
        f"{standing(examples).url}/{path}", reduced_motion="reduce", **options
    )


def do(page, element, results=GOOD, most=99):
    page.evaluate(DO, [element, results, most])


def told(page):
    return page.locator(".rail li .told").all_inner_texts()


def test_the_parts_of_a_module_are_listed_and_without_a_script_lead_to_them(visit):
    page = visit(MODULE, script=False)
    parts = page.get_by_role("navigation", name="Parts of this module")
    for link in parts.get_by_role("link").all():
        assert page.locator(f"h2{link.get_attribute('href')}").inner_text() == link.inner_text()
    assert parts.get_by_role("link").count() == 7
    assert page.get_by_text("About 100 minutes in all.").is_visible()
    assert not page.locator(".rail .next").is_visible()


def test_each_part_tells_how_much_of_it_is_done_and_all_of_them_how_long_the_rest_takes(example):
    page = example(RAIL)
    assert told(page) == ["0 of 2", "0 of 1", "0 of 1", "0 of 1"]
    expect(page.locator(".sum")).to_have_text("0 of 5 done. About 60 minutes left.")
    do(page, "rail", most=1)
    assert told(page) == ["1 of 2", "0 of 1", "0 of 1", "0 of 1"]
    expect(page.locator(".sum")).to_have_text("1 of 5 done. About 55 minutes left.")
    do(page, "rail", most=3)
    assert told(page) == ["All 2 done", "All 1 done", "0 of 1", "0 of 1"]
    expect(page.locator(".sum")).to_have_text("3 of 5 done. About 30 minutes left.")
    do(page, "rail", most=4)
    expect(page.locator(".sum")).to_have_text("4 of 5 done. What is left comes on its day.")
    do(page, "rail")
    expect(page.locator(".sum")).to_have_text("All 5 done")


def test_what_comes_next_is_the_first_that_is_open_and_then_the_end(example):
    page = example(RAIL)
    onward = page.locator(".next a")
    seen = []
    for most in (0, 1, 2, 3, 4):
        do(page, "rail", most=most)
        seen.append((onward.inner_text(), onward.get_attribute("href").partition("#")[2]))
    assert seen == [
        ("Next: Answer before you read", "what-first"),
        ("Next: Answer before you read", "what-then"),
        ("Next: Check what you know", "what-is-right"),
        ("Next: Be observed", "asks"),
        ("See where you are", "end"),
    ]
    do(page, "rail", GOOD | {"check": "missed"})
    assert onward.inner_text() == "Next: Check what you know"


@pytest.mark.parametrize("width", [320, 375, 768])
def test_on_a_phone_what_comes_next_stays_in_reach_and_covers_nothing_that_it_leads_to(visit, width):
    page = visit(MODULE, width=width, height=667)
    page.locator("#checks").scroll_into_view_if_needed()
    bar = page.locator(".rail .next")
    box = bar.bounding_box()
    assert box["y"] + box["height"] == 667
    bar.get_by_role("link").click()
    page.wait_for_url("**/#coat-on-remark")
    expect(page.locator("#coat-on-remark")).to_be_in_viewport()  # it scrolls in the next frame
    target = page.locator("#coat-on-remark").bounding_box()
    header = page.locator(".site-header").bounding_box()
    assert header["y"] + header["height"] <= target["y"] < box["y"]
    page.locator(".site-footer").scroll_into_view_if_needed()
    page.keyboard.press("End")
    wait_until(page, "() => scrollY + innerHeight >= document.documentElement.scrollHeight - 1")
    foot = page.locator(".site-footer .quiet").last.bounding_box()
    assert foot["y"] + foot["height"] <= box["y"] + 1


def test_on_a_wide_screen_the_parts_stay_beside_the_text_and_the_one_in_sight_is_marked(visit):
    page = visit(MODULE)
    page.locator("#checks").evaluate("(one) => one.scrollIntoView()")
    rail = page.locator(".rail").bounding_box()
    assert rail["y"] >= 0
    assert rail["x"] + rail["width"] < page.locator("#checks").bounding_box()["x"]
    current = page.locator(".rail a[aria-current]")
    expect(current).to_have_text("Check what you know")


def test_the_end_of_a_module_says_what_is_left_what_was_missed_and_what_comes_next(example):
    page = example(FINISH)
    state, missed = page.locator(".state"), page.locator("[data-part=missed] a")
    expect(state).to_have_text("3 things are left for you to do.")
    assert missed.count() == 0
    do(page, "finish", GOOD | {"check": "missed", "case": "poor", "criterion": None})
    expect(state).to_have_text("2 things are left for you to do.")
    assert missed.all_inner_texts() == ["What comes first?", "A hand on the door"]
    assert missed.first.get_attribute("href") == "#what-first"
    do(page, "finish", GOOD | {"criterion": "unmet"})
    expect(state).to_have_text("You have done all that one does alone. 1 act is still to be observed.")
    assert missed.count() == 0
    assert page.get_by_role("link", name="sign-off record").is_visible()
    do(page, "finish")
    expect(state).to_have_text("All of this module is done. You can:")
    assert not page.get_by_role("link", name="sign-off record").is_visible()
    assert page.get_by_role("link", name="Next module: A second day").is_visible()


def test_each_module_leads_to_the_next_and_the_last_to_the_record(visit):
    page = visit("course/where-advice-comes-from/", script=False)
    for _ in range(8):
        page.get_by_role("link", name="Next module:").click()
    assert page.url.endswith(LAST)
    page.get_by_role("link", name="This was the last module: see the record").click()
    page.wait_for_url("**/course/record/")


@pytest.mark.parametrize(
    ("path", "name", "leads"),
    [
        (MODULE, "Course", "course/"),
        (MODULE, "Week 2", "course/#week-2"),
        ("letters/planned-ending/", "Letters and notes", "letters/"),
    ],
)
def test_a_page_says_above_its_title_what_it_is_part_of(visit, path, name, leads):
    page = visit(path)
    link = page.locator(".crumb").get_by_role("link", name=name)
    assert link.bounding_box()["y"] < page.locator("h1").bounding_box()["y"]
    link.click()
    page.wait_for_url(f"**/{leads}")


def test_right_partly_and_wrong_differ_by_word_sign_and_ink(example):
    page = example("knowledge-check/plain.html")
    seen = []

    def answer(text):
        page.get_by_role("radio", name=text).check()
        page.get_by_role("button", name="Check my answer").click()
        verdict = page.locator(".told[data-verdict]")
        look = "(one) => [getComputedStyle(one, '::before').content, getComputedStyle(one).color]"
        seen.append(
            (verdict.inner_text().partition(": ")[2] or verdict.inner_text(), *verdict.evaluate(look))
        )

    answer("Sit down and explore it")
    answer("Stay, and ask about safety")
    page.get_by_role("button", name="Answer it again").click()
    assert page.locator(".told[data-verdict]").count() == 0
    page.evaluate("localStorage.clear(); dispatchEvent(new StorageEvent('storage', { key: null }))")
    answer("Stay, and ask about safety")
    words, signs, inks = zip(*seen, strict=True)
    assert words == (
        "Not right yet. Read why, then choose again.",
        "right, but not every time. Answer it again on a later day.",
        "right the first time.",
    )
    assert len(set(signs)) == len(set(inks)) == 3


@pytest.mark.parametrize("width", [375, 1280])
def test_axe_finds_nothing_in_a_module_half_done(visit, axe_in_every_look, width):
    page = visit(MODULE, width=width)
    do(page, "rail", GOOD | {"check": "missed"}, most=14)
    expect(page.locator("[data-part=missed] a").first).to_be_visible()
    assert axe_in_every_look(page, (width,)) == []
