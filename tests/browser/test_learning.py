"""The course in a real browser: checks, cases, ticks, lists in a module, the way through it, and who runs it.

`remember` writes a progress into the browser as the course itself codes it; `kept` reads it back.
"""

from __future__ import annotations

import datetime
import json
import re
from itertools import permutations
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from macros.english import typographic
from tests.browser.conftest import comes, printed, settle
from tests.browser.wayward import wait_until, wait_until_whole

DOCS = Path(__file__).parents[2] / "docs"
MODULE, COURSE = "course/difficult-close/", "course/"
CHECK, SOURCED = "knowledge-check/plain.html", "knowledge-check/with-a-source.html"
CASE = "scenario/two-decisions.html"
RECALL = "recall/question.html"
TICK, CRITERION, REVISIT = "item/tick.html", "item/criterion.html", "item/visit.html"

NOW = "2026-06-10T12:00:00"
TODAY = "10 June 2026"
ANSWER, AGAIN = "Check my answer", "Answer it again"
ASK = "A client says something large at the door. What comes first?"
SAFETY, LATER, EXPLORE = (
    "Stay, and ask about safety",
    "Promise to begin with it next week",
    "Sit down and explore it",
)
WHY = {
    SAFETY: "Right. Risk may be present now.",
    LATER: "Not this one. You do not know yet whether it can wait.",
    EXPLORE: "Not this one. There is no time to do it safely.",
}
NOT_YET = "Not right yet. Read why, then choose again."
ONCE = f"Answered on {TODAY}: right the first time."
AFTER = f"Answered on {TODAY}: right, but not every time. Answer it again on a later day."
NARROW = "document.documentElement.scrollWidth - innerWidth"


@pytest.fixture
def visit(site, examples, standing, open_page):
    """`visit(CHECK, ...)` opens an example, `visit("course/", ...)` a page of the built site, on the day NOW."""
    folders = {True: site, False: examples}

    def visit_(path, **options):
        built = not path.partition("#")[0].endswith(".html")
        calm = {"reduced_motion": "reduce"}
        if options.get("script", True) and "beside" not in options:
            calm["clock"] = NOW
        return open_page(f"{standing(folders[built]).url}/{path}", **calm | options)

    return visit_


def day(text: str = NOW) -> int:
    return (datetime.date.fromisoformat(text[:10]) - datetime.date(1970, 1, 1)).days


def remember(page: Page, entries: dict[int, tuple]) -> None:
    """Keep these results by task, `(result, day, version)`, for a check with `(box, asked)`, and come back to the page."""
    page.evaluate(
        """async (entries) => {
          const { encode } = await import(new URL("../progress/state.js", document.querySelector("script[type=module]").src));
          const all = entries.map(([task, result, day, version, box, asked]) =>
            [task, { result, day, version, ...(box && { box, asked }) }]);
          localStorage.setItem("ew:course", encode(new Map(all)));
        }""",
        [[task, *entry] for task, entry in entries.items()],
    )
    page.reload()


def kept(page: Page) -> dict[int, tuple]:
    """What the browser keeps: `(result, day, version)` by task, for a check that came back with `(box, asked)`."""
    found = page.evaluate(
        """async () => {
          const { decode } = await import(new URL("../progress/state.js", document.querySelector("script[type=module]").src));
          const progress = decode(localStorage.getItem("ew:course") ?? "") ?? new Map();
          return [...progress].map(([task, { result, day, version, box, asked }]) =>
            [task, result, day, version, ...(box ? [box, asked] : [])]);
        }"""
    )
    return {task: tuple(entry) for task, *entry in found}


def clear_in(page: Page) -> None:
    """Clear all, as another tab does."""
    page.evaluate("localStorage.clear(); dispatchEvent(new StorageEvent('storage', { key: null }))")


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def told(page: Page) -> list[str]:
    return page.locator("[data-part=told]:visible").all_inner_texts()


def focused(page: Page) -> str:
    """What has the focus, by the words a reader knows it by; empty when nothing has."""
    return page.evaluate(
        """() => { const one = document.activeElement;
          return one === document.body ? "" : (one.labels?.[0] ?? one).innerText.trim(); }"""
    )


def moved_about(page: Page, name: str) -> None:
    """Connect the element twice and put it elsewhere and back."""
    page.evaluate(
        """(name) => { const one = document.querySelector(name), { parentNode } = one;
          one.connectedCallback(); one.remove(); parentNode.append(one); parentNode.append(one); }""",
        name,
    )


# ---- A check


def options(page: Page) -> list[str]:
    """The options in the order in which they stand."""
    return page.locator("[data-option]").evaluate_all(
        "all => all.map((one) => one.querySelector('label, summary').textContent.trim())"
    )


def option(page: Page, text: str):
    return page.get_by_role("radio", name=text, exact=True)


def answer(page: Page, text: str) -> None:
    option(page, text).check()
    press(page, ANSWER)


def reasons(page: Page) -> list[str]:
    return sorted(page.locator(".reason:visible").all_inner_texts())


def heard(page: Page) -> str:
    return page.get_by_role("status").text_content()


def is_open(page: Page) -> None:
    """Nothing is answered and nothing given away."""
    expect(page.get_by_role("button", name=ANSWER)).to_be_visible()
    assert reasons(page) == []
    assert page.get_by_role("radio", checked=True).count() == 0
    assert page.get_by_role("radio", disabled=True).count() == 0


def is_passed(page: Page, words: str) -> None:
    """The right option stands chosen, every reason is there, and how it was answered is said."""
    expect(page.get_by_role("button", name=AGAIN)).to_be_visible()
    assert told(page) == [words]
    assert reasons(page) == sorted(WHY.values())
    expect(option(page, SAFETY)).to_be_checked()
    assert page.get_by_role("radio", disabled=True).count() == 3


def test_a_check_without_a_script_opens_each_option_to_whether_it_is_right_and_why(visit):
    page = visit(CHECK, script=False)
    assert options(page) == [SAFETY, LATER, EXPLORE]
    assert reasons(page) == []
    for text in options(page):
        page.get_by_text(text, exact=True).click()
        assert reasons(page) == [WHY[text]]
    assert page.locator("button:visible, input:visible").count() == 0


def test_a_check_is_a_group_of_choices_named_by_its_question(visit):
    page = visit(CHECK)
    group = page.get_by_role("group", name=ASK)
    assert group.get_by_role("radio").count() == 3
    assert {option(page, text).count() for text in WHY} == {1}
    assert told(page) == []
    is_open(page)


def test_the_order_of_the_options_follows_chance_and_none_is_lost(visit):
    """Each order of three numbers that chance may give brings an order of its own."""
    page, seen = visit(CHECK), set()
    for chances in permutations((0.1, 0.5, 0.9)):
        page.add_init_script(
            f"{{ let n = 0; const all = {list(chances)}; Math.random = () => all[n++ % 3]; }}"
        )
        page.reload()
        assert set(options(page)) == set(WHY)
        seen.add(tuple(options(page)))
    assert len(seen) == 6


def test_the_sources_of_a_check_come_with_its_answer_and_not_before(visit):
    page = visit(SOURCED)
    sources = page.locator("cite")
    answer(page, LATER)
    assert sources.filter(visible=True).count() == 0
    assert "A source, 2020" not in accessible(page)
    answer(page, SAFETY)
    assert sources.filter(visible=True).all_inner_texts() == ["A source, 2020", "A book, 2010"]
    page.reload()
    assert sources.filter(visible=True).count() == 2
    press(page, AGAIN)
    assert sources.filter(visible=True).count() == 0


def test_without_a_script_and_on_paper_the_sources_of_a_check_are_folded(visit):
    page = visit(SOURCED, script=False)
    sources = page.locator("cite").filter(visible=True)
    assert sources.count() == 0
    page.emulate_media(media="print")
    assert sources.count() == 0
    page.emulate_media(media="screen")
    page.get_by_text("What the answer rests on").click()
    assert sources.count() == 2


def test_to_press_with_nothing_chosen_says_so_and_keeps_nothing(visit):
    page = visit(CHECK)
    for _ in range(2):
        press(page, ANSWER)
        assert told(page) == [heard(page)] == ["Choose an answer first."]
        assert focused(page) == ANSWER
    is_open(page)
    assert kept(page) == {}


def test_a_wrong_answer_is_explained_and_the_others_are_left_to_try(visit):
    page = visit(CHECK)
    tried = []
    for text in (LATER, EXPLORE):
        answer(page, text)
        tried.append(WHY[text])
        assert heard(page) == WHY[text]
        assert reasons(page) == sorted(tried)
        assert told(page) == [NOT_YET]
        assert focused(page) == ANSWER
        assert kept(page) == {3: ("missed", day(), "abcd")}
        assert page.get_by_role("radio", disabled=True).count() == 0
    answer(page, SAFETY)
    assert heard(page) == WHY[SAFETY]
    is_passed(page, AFTER)
    assert kept(page) == {3: ("mended", day(), "abcd", 1, day())}, "and it comes back tomorrow"


def test_the_right_answer_at_once_explains_all_and_says_that_it_was_the_first(visit):
    page = visit(CHECK)
    answer(page, SAFETY)
    assert heard(page) == WHY[SAFETY]
    assert focused(page) == AGAIN
    is_passed(page, ONCE)
    page.reload()
    is_passed(page, ONCE)
    assert heard(page) == ""


def test_a_miss_is_remembered_after_a_reload(visit):
    page = visit(CHECK)
    answer(page, LATER)
    page.reload()
    is_open(page)
    answer(page, SAFETY)
    is_passed(page, AFTER)


def test_a_check_is_answered_again_with_nothing_given_away(visit):
    page = visit(CHECK)
    answer(page, SAFETY)
    press(page, AGAIN)
    is_open(page)
    assert told(page) == []
    assert heard(page) == ""
    assert focused(page) == options(page)[0]


def test_a_wrong_answer_the_second_time_takes_no_pass_away(visit):
    page = visit(CHECK)
    answer(page, SAFETY)
    press(page, AGAIN)
    answer(page, LATER)
    assert told(page) == [NOT_YET]
    missed = {3: ("mended", day(), "abcd", 1, day())}
    assert kept(page) == missed, "and it comes back tomorrow"
    page.reload()
    is_passed(page, AFTER)
    press(page, AGAIN)
    answer(page, SAFETY)
    is_passed(page, AFTER)
    assert kept(page) == missed, "what is right after a miss of the same day moves on no further"
    page.clock.set_system_time("2026-06-11T12:00:00")
    page.reload()
    press(page, AGAIN)
    answer(page, SAFETY)
    is_passed(page, ONCE.replace(TODAY, "11 June 2026"))
    assert kept(page) == {3: ("right", day(), "abcd", 2, day() + 1)}


def test_the_second_time_is_noted_with_its_own_day_and_result(visit):
    page = visit(CHECK)
    remember(page, {3: ("mended", day() - 9, "abcd")})
    is_passed(page, AFTER.replace(TODAY, "1 June 2026"))
    press(page, AGAIN)
    answer(page, SAFETY)
    is_passed(page, ONCE)


@pytest.mark.parametrize("result", ["right", "mended"])
def test_a_check_that_changed_since_it_was_passed_says_so_and_keeps_the_pass(visit, result):
    page = visit(CHECK)
    before = {3: (result, day() - 9, "bbbb")}
    changed = "You answered this on 1 June 2026. The question has changed since, so answer it again."
    remember(page, before)
    is_open(page)
    assert told(page) == [changed]
    answer(page, LATER)
    assert told(page) == [NOT_YET]
    assert kept(page) == {3: ("mended", *before[3][1:], 1, day())}
    page.reload()
    assert told(page) == [changed]
    answer(page, SAFETY)
    is_passed(page, AFTER)
    assert kept(page) == {3: ("mended", day(), "abcd")}


def test_a_check_works_where_nothing_can_be_kept(visit):
    page = visit(CHECK, storage=False)
    answer(page, LATER)
    assert told(page) == [NOT_YET]
    answer(page, SAFETY)
    is_passed(page, AFTER)
    page.reload()
    is_open(page)


def test_a_pass_in_one_tab_shows_in_the_other_where_focus_is_not_lost(visit):
    page = visit(CHECK)
    other = visit(CHECK, beside=page)
    option(other, EXPLORE).check()
    answer(page, SAFETY)
    expect(other.get_by_role("button", name=AGAIN)).to_be_visible()
    is_passed(other, ONCE)
    assert focused(other) == AGAIN
    assert heard(other) == ""


def test_what_another_tab_notes_leaves_an_answer_under_way_alone(visit):
    page = visit(CHECK)
    answer(page, LATER)
    option(page, EXPLORE).check()
    other = visit(TICK, beside=page)
    other.get_by_role("checkbox").check()
    wait_until(page, "() => localStorage.getItem('ew:course').length > 20")
    settle(page)
    assert reasons(page) == [WHY[LATER]]
    assert told(page) == [NOT_YET]
    expect(option(page, EXPLORE)).to_be_checked()


def test_once_all_is_cleared_a_check_is_as_new(visit):
    page = visit(CHECK)
    answer(page, SAFETY)
    clear_in(page)
    is_open(page)
    assert told(page) == []
    remember(page, {3: ("right", day() - 9, "bbbb")})
    clear_in(page)
    assert told(page) == []


def test_a_check_answered_with_the_clock_a_year_ahead_bears_no_day_to_come_once_it_is_put_right(visit):
    page = visit(CHECK, clock="2027-06-10T12:00:00")
    answer(page, SAFETY)
    page.clock.set_system_time(NOW)
    page.reload()
    is_passed(page, ONCE)
    press(page, AGAIN)
    answer(page, SAFETY)
    assert [entry[1] for entry in kept(page).values()] == [day()]


@pytest.mark.parametrize("behind", ["1970-01-01T12:00:00", "2026-06-01T12:00:00"])
def test_a_clock_behind_costs_no_day_of_what_was_done(visit, behind):
    page = visit(TICK)
    before = {3: ("right", day() - 2, "abcd"), 10: ("good", day() - 1, "abcd")}
    remember(page, before)
    page.clock.set_system_time(behind)
    page.reload()
    page.get_by_role("checkbox").check()
    assert before.items() <= kept(page).items()


def test_a_clock_beyond_all_days_costs_nothing_that_was_done(visit):
    page = visit(TICK, clock="2099-06-10T12:00:00")
    before = {3: ("right", day(), "abcd")}
    remember(page, before)
    page.get_by_role("checkbox").check()
    assert before.items() <= kept(page).items()
    assert len(kept(page)) == 2


def test_storage_that_another_page_filled_costs_nothing_and_takes_marks_again_when_it_has_room(
    visit, fill, make_room
):
    page = visit(CHECK)
    others = {number: ("right", day() - number, "abcd") for number in range(100, 120)}
    remember(page, others)
    fill(page)
    page.reload()
    answer(page, SAFETY)
    is_passed(page, ONCE)
    assert kept(page) == others
    make_room(page)
    tick = visit(TICK, beside=page)
    before = page.evaluate("localStorage.getItem('ew:course')")
    tick.get_by_role("checkbox").check()  # Another tab does something else meanwhile.
    wait_until(page, "(before) => localStorage.getItem('ew:course') !== before", before)
    press(page, AGAIN)
    answer(page, SAFETY)
    assert len(kept(page)) == len(others) + 2
    page.reload()
    is_passed(page, ONCE)


def test_a_check_is_answered_by_keyboard_alone(visit):
    page = visit(CHECK)
    page.locator("h1").click()
    page.keyboard.press("Tab")
    first, second, third = options(page)
    assert focused(page) == first
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert focused(page) == third
    while focused(page) != SAFETY:
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    assert focused(page) == ANSWER
    page.keyboard.press("Enter")
    is_passed(page, ONCE)
    assert focused(page) == AGAIN
    page.keyboard.press("Space")
    assert focused(page) == options(page)[0]
    assert {first, second, third} == set(WHY)


def accessible(page: Page) -> str:
    """All that the browser tells assistive technology of the page, but for where its lines end."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    return json.dumps([node for node in nodes if node.get("role", {}).get("value") != "InlineTextBox"])


@pytest.mark.parametrize("path", [CHECK, MODULE])
def test_no_right_answer_is_given_away_before_answering(visit, path):
    """No reason is read out, and the right option is named as often as any other."""
    page = visit(path)
    tree = accessible(page)
    found = page.locator("[data-option]").evaluate_all(
        """all => all.map((one) => [one.querySelector("label").textContent.trim(),
             one.querySelector(".reason").lastChild.textContent.trim()])"""
    )
    assert len(found) >= 3
    named = {tree.count(json.dumps(text)) for text, _ in found}
    assert len(named) == 1
    assert min(named) > 0
    assert [why for _, why in found if json.dumps(why)[1:-1] in tree] == []
    assert "Right." not in tree


def test_a_check_moved_about_on_the_page_answers_once(visit):
    page = visit(CHECK)
    moved_about(page, "ew-knowledge-check")
    assert set(options(page)) == set(WHY)
    answer(page, LATER)
    answer(page, SAFETY)
    is_passed(page, AFTER)
    press(page, AGAIN)
    is_open(page)


# ---- A case

BEGUN = "A client puts a coat on and says something large."
WAITS = "They wait with a hand on the door."
SAFE, STREET = "You know that they are safe.", "They are in the street."
GOOD = f"You brought this case to a good end on {TODAY}."
POOR = f"On {TODAY} this case did not end well yet. Go back to the start and try another way."


def scenes(page: Page) -> list[str]:
    return page.locator(".scene:visible > p:first-child").all_inner_texts()


def choices(page: Page) -> list[str]:
    return page.locator(".scene:visible").get_by_role("button").all_inner_texts()


def feedback(page: Page) -> list[str]:
    return page.locator(".follows:visible > p:first-child").all_inner_texts()


def choose(page: Page, *texts: str) -> None:
    """Make one choice after the other, and go on after each."""
    for text in texts:
        press(page, text)
        page.get_by_role("link", name="Go on").click()


def stands_at(page: Page, situation: str) -> None:
    """Soon this scene is the only one."""
    expect(page.locator(".scene:visible")).to_contain_text(situation)
    assert scenes(page) == [situation]


def test_a_case_without_a_script_is_linked_sections(visit):
    page = visit(CASE, script=False)
    assert scenes(page) == [BEGUN, WAITS, SAFE, STREET]
    assert page.get_by_role("button").count() == 0
    page.get_by_role("link", name="Begin").click()
    expect(page.locator(":target")).to_contain_text(BEGUN)
    for choice, follows, situation in (
        ("Thank them and stay", "They stand still.", WAITS),
        ("Ask about safety", "They tell you.", SAFE),
    ):
        page.get_by_text(choice, exact=True).click()
        assert feedback(page) == [follows]
        page.get_by_role("link", name="Go on").click()
        expect(page.locator(":target")).to_contain_text(situation)
        page.get_by_text(choice, exact=True).click()
    expect(page.locator(":target")).to_contain_text("A good end.")
    page.locator(":target").get_by_role("link", name="Go back to the start").click()
    expect(page.locator(":target")).to_contain_text(BEGUN)


def test_a_case_is_played_one_scene_at_a_time(visit):
    page = visit(CASE)
    assert scenes(page) == [BEGUN]
    assert set(choices(page)) == {"Thank them and stay", "Wave them out"}
    assert feedback(page) == told(page) == []
    assert page.get_by_role("link").filter(visible=True).count() == 0


def test_the_order_of_the_choices_follows_chance_and_stands_while_the_page_is_open(visit):
    page, seen = visit(CASE), set()
    for chances in ((0.1, 0.9), (0.9, 0.1)):
        page.add_init_script(
            f"{{ let n = 0; const all = {list(chances)}; Math.random = () => all[n++ % 2]; }}"
        )
        page.reload()
        page.evaluate("location.hash = ''")
        before = choices(page)
        seen.add(tuple(before))
        choose(page, "Thank them and stay")
        stands_at(page, WAITS)
        page.go_back()
        stands_at(page, BEGUN)
        moved_about(page, "ew-scenario")
        assert choices(page) == before
    assert len(seen) == 2


def test_a_choice_shows_what_follows_and_cannot_be_changed(visit):
    page = visit(CASE)
    press(page, "Thank them and stay")
    for _ in range(2):
        assert feedback(page) == ["They stand still."]
        assert focused(page).startswith("They stand still.")
        assert page.get_by_role("button", pressed=True).all_inner_texts() == ["Thank them and stay"]
        assert page.get_by_role("button", disabled=True).count() == 2
        page.get_by_role("button", name="Wave them out").dispatch_event("click")
    page.get_by_role("link", name="Go on").click()
    stands_at(page, WAITS)


def test_to_go_on_brings_the_next_scene_with_the_focus(visit):
    page = visit(CASE)
    choose(page, "Thank them and stay")
    stands_at(page, WAITS)
    assert focused(page).startswith(WAITS)
    assert page.locator(".scene:focus").bounding_box()["y"] >= 0
    assert told(page) == []
    assert kept(page) == {}


def test_the_way_back_leads_through_the_scenes_before(visit):
    """From an end to the very first, which the address did not name; what was chosen there can be chosen anew."""
    page = visit(CASE)
    choose(page, "Thank them and stay", "Say that time is up")
    stands_at(page, STREET)
    for situation in (WAITS, BEGUN):
        page.go_back()
        stands_at(page, situation)
        assert focused(page).startswith(situation)
        assert page.get_by_role("button", pressed=True).count() == 0
        assert feedback(page) == []
    choose(page, "Thank them and stay", "Ask about safety")
    stands_at(page, SAFE)
    assert told(page) == [GOOD]


def test_an_address_elsewhere_on_the_page_leaves_the_scene_as_it_is(visit):
    page = visit(CASE)
    press(page, "Thank them and stay")
    page.evaluate("location.hash = 'elsewhere'")
    page.go_back()
    wait_until(page, "() => !location.hash")
    settle(page)
    stands_at(page, BEGUN)
    assert feedback(page) == ["They stand still."]


@pytest.mark.parametrize("scene", ["safe", "street"])
def test_an_end_that_was_only_looked_up_does_not_count(visit, scene):
    """By an address that was sent, by one that was typed, or by the browser's way forward."""
    page = visit(f"{CASE}#{scene}")
    assert len(scenes(page)) == 1
    assert told(page) == []
    page.get_by_role("link", name="Go back to the start").click()
    stands_at(page, BEGUN)
    press(page, "Thank them and stay")
    page.go_back()
    expect(page.locator(f"#{scene}")).to_be_visible()
    page.evaluate("location.hash = 'waits'")
    stands_at(page, WAITS)
    page.evaluate(f"location.hash = '{scene}'")
    expect(page.locator(f"#{scene}")).to_be_visible()
    assert told(page) == []
    assert kept(page) == {}


def test_after_a_poor_end_a_good_one_counts_and_stays(visit):
    page = visit(CASE)
    choose(page, "Wave them out")
    stands_at(page, STREET)
    assert told(page) == [POOR]
    assert "Not a good end yet." in page.locator(".scene:visible").inner_text()
    page.reload()
    assert told(page) == [POOR]
    page.get_by_role("link", name="Go back to the start").click()
    stands_at(page, BEGUN)
    choose(page, "Thank them and stay", "Ask about safety")
    stands_at(page, SAFE)
    assert told(page) == [GOOD]
    page.get_by_role("link", name="Go back to the start").click()
    choose(page, "Wave them out")
    stands_at(page, STREET)
    assert told(page) == [GOOD]
    assert kept(page) == {10: ("good", day(), "abcd")}


def test_a_case_that_changed_since_says_so_and_keeps_the_end(visit):
    page = visit(CASE)
    remember(page, {10: ("good", day() - 9, "bbbb")})
    changed = "You worked through this case on 1 June 2026. It has changed since: go through it once more."
    assert told(page) == [changed]
    choose(page, "Wave them out")
    stands_at(page, STREET)
    assert told(page) == [changed]
    assert kept(page)[10][0] == "good"
    page.get_by_role("link", name="Go back to the start").click()
    choose(page, "Thank them and stay", "Ask about safety")
    stands_at(page, SAFE)
    assert told(page) == [GOOD]


def test_a_case_is_played_by_keyboard_where_nothing_can_be_kept(visit):
    page = visit(CASE, storage=False)
    page.locator("h1").click()
    for choice, situation in (("Thank them and stay", WAITS), ("Ask about safety", SAFE)):
        while focused(page) != choice:
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert focused(page) == "Go on"
        page.keyboard.press("Enter")
        stands_at(page, situation)
        assert focused(page).startswith(situation)
    assert told(page) == [GOOD]


def test_a_case_moved_about_on_the_page_is_played_once(visit):
    page = visit(CASE)
    moved_about(page, "ew-scenario")
    choose(page, "Thank them and stay", "Ask about safety")
    stands_at(page, SAFE)
    assert told(page) == [GOOD]
    page.go_back()
    stands_at(page, WAITS)


def way(page: Page) -> list[list[str]]:
    """The way taken, choice by choice, paragraph by paragraph."""
    return [
        row.locator("p").filter(visible=True).all_inner_texts()
        for row in page.locator("[data-part=way]:visible li").all()
    ]


THANKED = [
    BEGUN,
    "A good choice. Thank them and stay",
    "They stand still.",
    "Walk again from choice 1",
]
HURRIED = [
    WAITS,
    "Not the best choice. Say that time is up",
    "They leave.",
    "The better fork: Ask about safety",
    "Walk again from choice 2",
]


def test_at_its_end_a_case_shows_the_way_taken_what_it_led_to_and_the_better_fork(visit):
    page = visit(CASE)
    choose(page, "Thank them and stay")
    stands_at(page, WAITS)
    assert way(page) == []
    choose(page, "Say that time is up")
    stands_at(page, STREET)
    assert way(page) == [THANKED, HURRIED]
    assert heard(page) == "The way you took stands below: 2 choices."
    assert focused(page).startswith(STREET)
    assert page.get_by_role("group", name="The way you took").count() == 1


def test_a_case_is_walked_again_from_any_scene_of_the_way_by_keyboard(visit):
    page = visit(CASE)
    choose(page, "Thank them and stay", "Say that time is up")
    stands_at(page, STREET)
    while focused(page) != "Walk again from choice 2":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    stands_at(page, WAITS)
    assert focused(page).startswith(WAITS)
    assert heard(page) == "Once more, from choice 2."
    assert way(page) == []
    choose(page, "Ask about safety")
    stands_at(page, SAFE)
    first, second = way(page)
    assert first == THANKED
    assert second[1:3] == ["A good choice. Ask about safety", "They tell you."]
    page.get_by_role("link", name="Walk again from choice 1").click()
    stands_at(page, BEGUN)
    assert heard(page) == "Once more, from choice 1."
    choose(page, "Wave them out")
    stands_at(page, STREET)
    assert [row[0] for row in way(page)] == [BEGUN]
    assert heard(page) == "The way you took stands below: 1 choice."


def test_a_way_with_a_scene_met_twice_is_walked_again_from_the_time_that_was_asked_for(visit):
    page = visit("scenario/round.html")
    choose(page, "Look away")
    stands_at(page, "They sit in silence.")
    choose(page, "Wait")
    choose(page, "Look up")
    stands_at(page, "They speak.")
    assert [row[0] for row in way(page)] == ["They go quiet.", "They sit in silence.", "They go quiet."]
    page.get_by_role("link", name="Walk again from choice 1").click()
    stands_at(page, "They go quiet.")
    choose(page, "Look up")
    stands_at(page, "They speak.")
    assert len(way(page)) == 1


def test_no_way_is_shown_where_an_end_was_looked_up_nor_once_the_page_is_opened_anew(visit):
    page = visit(f"{CASE}#street")
    assert way(page) == []
    page.get_by_role("link", name="Go back to the start").click()
    stands_at(page, BEGUN)
    choose(page, "Wave them out")
    stands_at(page, STREET)
    moved_about(page, "ew-scenario")
    assert len(way(page)) == 1
    page.reload()
    assert (way(page), heard(page)) == ([], "")


def test_a_choice_made_and_left_again_is_not_part_of_the_way(visit):
    page = visit(CASE)
    choose(page, "Thank them and stay")
    stands_at(page, WAITS)
    press(page, "Say that time is up")
    page.go_back()
    stands_at(page, BEGUN)
    press(page, "Wave them out")
    moved_about(page, "ew-scenario")
    choose(page, "Thank them and stay", "Ask about safety")
    stands_at(page, SAFE)
    assert [row[0] for row in way(page)] == [BEGUN, WAITS]


def test_the_way_taken_is_printed(visit):
    page = visit(CASE)
    choose(page, "Wave them out")
    stands_at(page, STREET)
    page.emulate_media(media="print")
    assert "The better fork: Thank them and stay" in " ".join(way(page)[0])
    assert "Walk again" not in " ".join(way(page)[0])


VERDICTS = """all => all.map((one) => [one.textContent.trim(), getComputedStyle(one, "::before").content, getComputedStyle(one).color])"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_good_choice_and_another_differ_by_word_sign_and_ink_as_do_the_ends_of_a_case(visit, scheme):
    page = visit(CASE, color_scheme=scheme)
    choose(page, "Thank them and stay", "Say that time is up")
    stands_at(page, STREET)
    good, poor = page.locator(".way [data-verdict]").evaluate_all(VERDICTS)
    ends = page.locator(".told[data-verdict], .scene:visible [data-verdict]").evaluate_all(VERDICTS)
    assert {tuple(look) for _, *look in ends} == {tuple(poor[1:])}
    assert all(one != other for one, other in zip(good, poor, strict=True))
    page.get_by_role("link", name="Walk again from choice 2").click()
    stands_at(page, WAITS)
    choose(page, "Ask about safety")
    stands_at(page, SAFE)
    ends = page.locator(".told[data-verdict], .scene:visible [data-verdict]").evaluate_all(VERDICTS)
    assert {tuple(look) for _, *look in ends} == {tuple(good[1:])}


# ---- A question to answer before reading

ATTEMPT, COMPARE = "Your answer, in a few words", "Compare your answer"
FIRST = "Write down an answer first. A guess will do."


def compared(page: Page) -> bool:
    return page.get_by_text("Ask whether they are safe.").is_visible()


def test_without_a_script_a_question_opens_to_its_answer(visit):
    page = visit(RECALL, script=False)
    assert page.locator("textarea:visible").count() == 0
    assert not compared(page)
    page.get_by_text(COMPARE).click()
    assert compared(page)


def test_an_answer_opens_once_an_attempt_was_made(visit):
    page = visit(RECALL)
    words = page.get_by_label(ATTEMPT)
    for nothing in ("", " \n "):
        words.fill(nothing)
        page.get_by_text(COMPARE).click()
        assert not compared(page)
        assert heard(page) == FIRST
        expect(words).to_be_focused()
    words.fill("I do not know")
    assert heard(page) == ""
    page.get_by_text(COMPARE).click()
    assert compared(page)
    words.fill("")
    page.get_by_text(COMPARE).click()
    assert not compared(page)


def test_an_attempt_is_made_by_keyboard_alone(visit):
    page = visit(RECALL, storage=False)
    page.locator("h1").click()
    page.keyboard.press("Tab")
    assert focused(page) == ATTEMPT
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert (focused(page), heard(page)) == (ATTEMPT, FIRST)
    page.keyboard.type("Safety")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert compared(page)


def test_an_attempt_is_neither_kept_nor_sent_and_says_so(visit):
    page, asked = visit(RECALL), []
    words = page.get_by_label(ATTEMPT)
    expect(words).to_have_accessible_description("It is not kept, and it never leaves this page.")
    before = page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href])")
    page.on("request", lambda request: asked.append(request.url))
    words.fill("Something about nobody")
    page.get_by_text(COMPARE).click()
    assert asked == []
    assert (
        page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href])") == before
    )
    assert words.evaluate("({ spellcheck, autocomplete, name }) => [spellcheck, autocomplete, name]") == [
        False,  # some browsers send what they check to their maker
        "off",
        "",
    ]
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    expect(words).to_have_value("")
    words.fill("Something else")
    page.reload()
    expect(words).to_have_value("")


def test_what_was_attempted_is_not_printed(visit):
    page = visit(RECALL)
    page.get_by_label(ATTEMPT).fill("Safety")
    page.emulate_media(media="print")
    expect(page.get_by_label(ATTEMPT)).to_be_hidden()


# ---- A tick, and what an observer saw


def test_without_a_script_there_is_a_box_to_tick_and_nothing_is_said_to_be_kept(visit):
    page = visit(TICK, script=False)
    page.get_by_role("checkbox", name="I have answered it").check()
    assert told(page) == []


def test_a_tick_is_noted_with_its_day_and_taken_back(visit):
    page = visit(TICK)
    box = page.get_by_role("checkbox", name="I have answered it")
    assert told(page) == []
    box.check()
    for _ in ("now", "after a reload"):
        expect(box).to_be_checked()
        assert told(page) == [f"Noted on {TODAY}."]
        page.reload()
    box.uncheck()
    for _ in ("now", "after a reload"):
        expect(box).not_to_be_checked()
        assert told(page) == []
        page.reload()
    assert kept(page) == {}


def test_a_tick_shows_in_another_tab_and_where_nothing_can_be_kept(visit):
    page = visit(TICK)
    other = visit(TICK, beside=page)
    page.get_by_role("checkbox").check()
    expect(other.get_by_role("checkbox")).to_be_checked()
    other.get_by_role("checkbox").uncheck()
    expect(page.get_by_role("checkbox")).not_to_be_checked()
    alone = visit(TICK, storage=False)
    alone.get_by_role("checkbox").check()
    assert told(alone) == [f"Noted on {TODAY}."]


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "Pacific/Honolulu", "UTC"])
def test_the_day_is_the_readers_own(visit, zone):
    """NOW is the time on the machine of the test, which keeps UTC: in Auckland midnight has struck by then."""
    page = visit(TICK, timezone_id=zone, clock="2026-06-10T13:00:00Z")
    page.get_by_role("checkbox").check()
    expected = "11 June 2026" if zone == "Pacific/Auckland" else TODAY
    assert told(page) == [f"Noted on {expected}."]


def test_an_act_is_met_not_met_or_not_seen_yet(visit):
    page = visit(CRITERION)
    act = page.get_by_role("group", name="Asks about safety first")
    expect(act.get_by_label("Not seen yet")).to_be_checked()
    for mark, result in (("Met", "met"), ("Not met", "unmet"), ("Met", "met")):
        act.get_by_label(mark, exact=True).check()
        assert kept(page) == {2: (result, day(), "abcd")}
        assert told(page) == [f"Noted on {TODAY}."]
        page.reload()
        expect(act.get_by_label(mark, exact=True)).to_be_checked()
    act.get_by_label("Not seen yet").check()
    assert kept(page) == {}
    assert told(page) == []


CHANGED_ITEM = "Noted on 1 June 2026. The text has changed since: look at it again, then mark it anew."


def test_a_tick_on_a_text_that_changed_since_stays_and_is_marked_anew(visit):
    page = visit(TICK)
    remember(page, {1: ("done", day() - 9, "bbbb")})
    assert told(page) == [CHANGED_ITEM]
    box = page.get_by_role("checkbox")
    expect(box).to_be_checked()
    box.uncheck()
    box.check()
    assert told(page) == [f"Noted on {TODAY}."]


@pytest.mark.parametrize(("mark", "result"), [("Met", "met"), ("Not met", "unmet")])
def test_an_act_that_changed_since_is_marked_anew_by_the_same_mark(visit, mark, result):
    page = visit(CRITERION)
    remember(page, {2: (result, day() - 9, "bbbb")})
    assert told(page) == [CHANGED_ITEM]
    same = page.get_by_label(mark, exact=True)
    expect(same).to_be_checked()
    same.click()
    assert told(page) == [f"Noted on {TODAY}."]
    assert kept(page) == {2: (result, day(), "abcd")}


def test_an_act_marked_as_before_keeps_its_day(visit):
    """A stray click on the mark that stands is not another observation."""
    page = visit(CRITERION)
    remember(page, {2: ("met", day() - 9, "abcd")})
    page.get_by_label("Met", exact=True).click()
    assert told(page) == ["Noted on 1 June 2026."]


# ---- What to come back to, on its day

CLOSED = "It opens 2 days after the last check of its module was passed."


def come_back(page: Page):
    return page.get_by_label("I have come back to it")


def test_without_a_script_it_says_in_words_when_one_is_to_come_back(visit):
    page = visit(REVISIT, script=False)
    expect(page.get_by_text(CLOSED)).to_be_visible()
    expect(come_back(page)).to_be_enabled()


def test_one_comes_back_on_its_day_or_later_and_not_before(visit):
    page = visit(REVISIT)
    expect(page.get_by_text(CLOSED)).to_be_visible()
    expect(come_back(page)).to_be_disabled()
    remember(page, {3: ("right", day(), "abcd")})
    expect(page.get_by_text(f"It opens on {in_words(page, '2026-06-12')}.")).to_be_visible()
    expect(come_back(page)).to_be_disabled()
    for days in (1, 2):
        page.clock.set_system_time(f"2026-06-{10 + days}T12:00:00")
        page.reload()
        expect(come_back(page)).to_be_enabled(enabled=days == 2)
    expect(page.get_by_text("It opens")).to_be_hidden()
    come_back(page).check()
    assert kept(page)[8] == ("done", day() + 2, "abcd")


def test_what_was_come_back_to_before_its_day_stays_so(visit):
    page = visit(REVISIT)
    remember(page, {8: ("done", day() - 3, "abcd"), 3: ("right", day(), "abcd")})
    expect(come_back(page)).to_be_checked()
    assert told(page) == [f"Noted on {in_words(page, '2026-06-07')}."]
    clear_in(page)
    expect(come_back(page)).not_to_be_checked()
    expect(page.get_by_text(CLOSED)).to_be_visible()


def test_a_clock_that_was_wrong_once_keeps_nobody_from_coming_back(visit):
    page = visit(REVISIT)
    remember(page, {3: ("right", day() + 365, "abcd")})
    expect(come_back(page)).to_be_enabled()
    remember(page, {3: ("right", day() + 1, "abcd")})  # a journey
    expect(come_back(page)).to_be_disabled()


# ---- A practice's list within a module

GOOD_ENDING = "course/good-ending/"  # its lists are of the other side, whose runs bear code words
LIST = "ew-embed ew-checklist"


def unfold(page: Page, nth: int = 0) -> None:
    page.locator("details.embed > summary").nth(nth).click()


def links(page: Page, within: str) -> list[str]:
    return page.locator(f"{within} a").evaluate_all("all => all.map((one) => one.href)")


def named_steps(page: Page) -> list[str]:
    return page.locator("details.embed").first.locator("ew-embed > ol > li > a").all_text_contents()


def own_page(page: Page) -> str:
    """The path of the practice whose list is the first in the module."""
    href = (
        page.locator("details.embed").first.get_by_role("link", name="Open this page").get_attribute("href")
    )
    return href.replace("../../", "")


def test_without_a_script_the_steps_stand_by_name_and_lead_to_themselves(visit):
    page = visit(MODULE, script=False)
    unfold(page)
    names = named_steps(page)
    assert len(names) >= 5
    page.get_by_role("link", name=names[1], exact=True).click()
    expect(page.locator(".step:target .do")).to_have_text(names[1])


@pytest.mark.parametrize("answer", ["no network", "no page", "another page"])
def test_where_the_practice_cannot_be_fetched_the_names_stay_until_it_can(visit, answer):
    page = visit(MODULE)
    names = named_steps(page)
    answers = {
        "no network": lambda route: route.abort(),
        "no page": lambda route: route.fulfill(status=404, body="<ew-checklist>None</ew-checklist>"),
        "another page": lambda route: route.fulfill(body="<p>Sign in first.</p>", content_type="text/html"),
    }
    page.route("**/sessions/**", answers[answer])
    ended = "requestfailed" if answer == "no network" else "requestfinished"
    with page.expect_event(ended, lambda request: "/sessions/" in request.url):
        unfold(page)
    # What is asked for later is answered later: by then the list would be here.
    page.evaluate("(path) => fetch(`../../${path}`).then((found) => found.text(), () => '')", own_page(page))
    assert named_steps(page) == names
    assert page.locator(LIST).count() == 0
    page.unroute("**/sessions/**")
    unfold(page)  # folds it
    unfold(page)
    expect(page.locator(LIST)).to_have_count(1)


@pytest.mark.parametrize("module", [MODULE, GOOD_ENDING])
def test_unfolded_it_is_the_practices_own_list_with_the_same_ticks(visit, module):
    page = visit(module)
    unfold(page)
    page.locator(LIST).wait_for()
    own = visit(own_page(page), beside=page)
    steps = page.locator(f"{LIST} .do").all_inner_texts()
    assert steps == own.locator(".do").all_inner_texts()
    here, there = (
        lambda step: page.locator(LIST).get_by_role("checkbox", name=step, exact=True),
        lambda step: own.get_by_role("checkbox", name=step, exact=True),
    )
    here(steps[0]).check()
    if own.locator("[data-part=picker]").count():
        wait_until(own, "() => Object.keys(localStorage).some((key) => key.startsWith('ew:checklist:'))")
        own.reload()  # a list of runs shows the one last chosen when it is opened
    expect(there(steps[0])).to_be_checked()
    there(steps[1]).check()
    expect(here(steps[1])).to_be_checked()
    there(steps[0]).uncheck()
    expect(here(steps[0])).not_to_be_checked()


def test_all_lists_of_a_module_unfolded_share_no_id(visit):
    page = visit(MODULE)
    count = page.locator("details.embed").count()
    for nth in range(count):
        unfold(page, nth)
    expect(page.locator(LIST)).to_have_count(count)
    twice = page.evaluate(
        """() => { const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
          return ids.filter((id, n) => ids.indexOf(id) !== n); }"""
    )
    assert twice == []


def test_the_links_of_the_list_lead_where_they_lead_on_its_own_page(visit):
    page = visit(MODULE)
    unfold(page)
    page.locator(LIST).wait_for()
    own = visit(own_page(page), beside=page)
    assert links(page, LIST) == links(own, "ew-checklist")
    assert len(links(page, LIST)) > 5


def test_a_list_once_unfolded_is_not_fetched_anew(visit):
    page, asked = visit(MODULE), []
    page.on("request", lambda request: "/sessions/" in request.url and asked.append(request.url))
    unfold(page)
    page.locator(LIST).wait_for()
    unfold(page)
    unfold(page)
    page.locator(LIST).get_by_role("checkbox").first.check()
    assert len(asked) == 1


def tick_all(page: Page, nth: int = 0) -> None:
    for box in page.locator(LIST).nth(nth).get_by_role("checkbox").all():
        box.check()


def on_sheets(page: Page) -> str:
    return " ".join(" ".join(printed(page)).split())


@pytest.mark.parametrize("fold", ["partner", "facilitator"])
def test_a_card_is_printed_alone_though_a_list_is_unfolded(visit, fold):
    page = visit(MODULE)
    unfold(page)
    page.locator(LIST).wait_for()
    step = page.locator(f"{LIST} .do").first.inner_text()
    page.evaluate("window.print = () => {}")
    page.locator(f"details.{fold} > summary").click()
    card = page.locator(f"details.{fold}")
    card.get_by_role("button", name="Print this").click()
    text = on_sheets(page)
    assert card.locator("li").first.inner_text().split("\n")[0] in text
    assert step not in text


def test_a_module_is_printed_whole_though_a_list_is_unfolded(visit):
    page = visit(MODULE)
    unfold(page)
    page.locator(LIST).wait_for()
    text = on_sheets(page)
    for part in (page.locator("h1"), page.locator(f"{LIST} .do").first, page.locator("h2").last):
        assert part.inner_text() in text


def test_a_list_in_a_module_is_printed_alone_by_its_own_button_and_only_then(visit):
    page = visit(MODULE)
    for nth in range(2):
        unfold(page, nth)
        expect(page.locator(LIST)).to_have_count(nth + 1)
    page.evaluate("window.print = () => {}")
    tick_all(page)
    page.locator(LIST).first.get_by_role("button", name="Print with ticks").click()
    first, second = (page.locator(LIST).nth(nth).locator(".do").last.inner_text() for nth in range(2))
    text = on_sheets(page)
    assert [words in text for words in (first, second, page.locator("h2").last.inner_text())] == [
        True,
        False,
        False,
    ]
    text = on_sheets(page)
    assert [words in text for words in (first, second, page.locator("h2").last.inner_text())] == [
        True,
        True,
        True,
    ]


def test_what_a_list_in_a_module_offers_by_hand_is_in_sight(visit):
    page = visit(MODULE)
    unfold(page)
    page.locator(LIST).wait_for()
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException('no')); }")
    tick_all(page)
    page.locator(LIST).get_by_role("button", name="Copy as text").click()
    expect(page.locator(LIST).get_by_role("region", name="Text to copy by hand")).to_be_in_viewport(ratio=1)


def test_each_list_of_a_module_is_shortened_by_its_own_button(visit):
    page = visit(MODULE)
    for nth in range(2):
        unfold(page, nth)
        expect(page.locator(LIST)).to_have_count(nth + 1)
    buttons = page.locator(LIST).get_by_role("button", name="Short list")
    buttons.first.click()
    assert page.locator(LIST).evaluate_all("all => all.map((one) => one.hasAttribute('data-short'))") == [
        True,
        False,
    ]
    assert buttons.evaluate_all("all => all.map((one) => one.ariaPressed)") == ["true", "false"]


def test_where_a_script_of_the_list_cannot_be_fetched_the_names_stay_until_it_can(visit):
    page = visit(MODULE)
    names = named_steps(page)
    page.route("**/checklist/element.js", lambda route: route.abort())
    with page.expect_event("requestfailed", lambda request: request.url.endswith("checklist/element.js")):
        unfold(page)
    unfold(page)  # folds it
    assert named_steps(page) == names
    page.unroute("**/checklist/element.js")
    if not comes(page, "checklist/element.js"):
        page.reload()
    unfold(page)
    page.locator(LIST).get_by_role("checkbox").first.check()
    expect(page.locator(f"{LIST} .progress")).to_contain_text("1 of")


def test_folded_and_unfolded_while_it_comes_it_is_asked_for_once(visit):
    page, asked = visit(MODULE), []
    page.route("**/sessions/**", lambda route: asked.append(route))
    with page.expect_event("request", lambda request: "/sessions/" in request.url):
        unfold(page)
    unfold(page)
    unfold(page)
    settle(page)
    for route in asked:
        route.continue_()
    page.locator(LIST).wait_for()
    assert len(asked) == 1


def test_the_list_comes_with_the_server_gone(serve, site, open_page):
    server = serve(site)
    page = open_page(f"{server.url}/{MODULE}", service_workers="allow")
    wait_until_whole(page)
    page.reload()
    server.stop()
    unfold(page)
    page.locator(LIST).wait_for()
    page.locator(LIST).get_by_role("checkbox").first.check()
    page.reload()
    unfold(page)
    expect(page.locator(LIST).get_by_role("checkbox").first).to_be_checked()


# ---- The way through the course


def modules(page: Page) -> dict[str, list[tuple[str, int, str]]]:
    """The tasks of each module as `(kind, number, version)`, in the order of the course."""
    found = page.locator("[data-tasks]").evaluate_all(
        "all => all.map(({ dataset }) => [dataset.module, dataset.tasks])"
    )
    split = {name: [task.split(".") for task in items.split()] for name, items in found}
    return {name: [(kind, int(number), v[:4]) for kind, number, v in tasks] for name, tasks in split.items()}


SUCCESS = {"check": "right", "case": "good", "criterion": "met"}


def all_done(tasks: list[tuple[str, int, str]], when: int, *kinds: str) -> dict[int, tuple]:
    """The tasks of these kinds, or all, done on that day."""
    return {
        number: (SUCCESS.get(kind, "done"), when, version)
        for kind, number, version in tasks
        if kind in kinds or not kinds
    }


def of_module(page: Page, name: str, part: str) -> list[str]:
    return page.locator(f"[data-tasks][data-module={name}] [data-part={part}]:visible").all_inner_texts()


def minutes_of(page: Page, name: str) -> int:
    """How long all of a module takes, as the way says."""
    said = page.locator(f"[data-tasks][data-module={name}]").inner_text()
    return int(re.search(r"About (\d+) minutes", said)[1])


def here(page: Page) -> list[str]:
    """The modules in which to go on."""
    return page.locator("[data-tasks]:has([data-part=next]:visible)").evaluate_all(
        "all => all.map(({ dataset }) => dataset.module)"
    )


def due(page: Page) -> list[tuple[str, int]]:
    return [
        (item.get_attribute("data-module"), int(item.get_attribute("data-days")))
        for item in page.locator("[data-days]:visible").all()
    ]


def notice(page: Page) -> str:
    """What is said above the list of what is due."""
    return "".join(page.locator("[data-part=due] > p:visible").all_inner_texts())


def in_words(page: Page, date: str) -> str:
    """A day as the pages write it, whatever the browser's own way is."""
    return page.evaluate(
        """(date) => new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(date))""",
        date,
    )


def test_without_a_script_the_way_is_whole(visit):
    page = visit(COURSE, script=False)
    assert page.locator("[data-tasks]:visible").count() == 9
    assert len(due(page)) == 27
    assert notice(page).startswith("After a module, come back to it three times")
    assert here(page) == []


def test_at_first_one_goes_on_at_the_first_module_and_nothing_is_due(visit):
    page = visit(COURSE)
    names = list(modules(page))
    assert here(page) == names[:1]
    assert due(page) == []
    assert notice(page) == "Nothing is due. Modules come back here after all their checks are passed."
    assert [said for name in names for said in of_module(page, name, "done")] == []


def test_what_is_done_counts_and_the_next_open_module_is_where_to_go_on(visit):
    page = visit(COURSE)
    found = modules(page)
    (first, its), (second, others), third = *list(found.items())[:2], list(found)[2]
    remember(page, dict(list(all_done(its, day()).items())[:4]))
    assert of_module(page, first, "done") == [f"4 of {len(its)} done."]
    assert here(page) == [first]
    remember(page, all_done(its, day()))
    assert of_module(page, first, "done") == [f"All {len(its)} done."]
    assert here(page) == [second]
    remember(page, all_done(others, day()))
    assert here(page) == [first]
    remember(page, all_done(its, day()) | all_done(others, day()))
    assert here(page) == [third]
    remember(
        page, {number: entry for tasks in found.values() for number, entry in all_done(tasks, day()).items()}
    )
    assert here(page) == []


def test_the_whole_course_is_told_in_one_look(visit):
    page = visit(COURSE)
    found = modules(page)
    tasks = [task for its in found.values() for task in its]
    minutes = sum(minutes_of(page, name) for name in found)
    whole = page.locator("ew-path .whole")
    expect(whole).to_be_hidden()
    first = all_done(next(iter(found.values())), day())
    remember(page, first)
    expect(whole).to_contain_text(f"{len(first)} of {len(tasks)} things done in the whole course. About ")
    left = int(re.search(r"About (\d+) minutes", whole.inner_text())[1])
    assert minutes / 2 < left < minutes
    bar = whole.locator("progress")
    assert bar.evaluate("(bar) => [bar.value, bar.max]") == [len(first), len(tasks)]
    remember(page, all_done([task for task in tasks if task[0] != "visit"], day()))
    expect(whole).to_contain_text("What is left comes on its day.")
    remember(page, all_done(tasks, day()))
    expect(whole).to_have_text(f"The whole course is done: all {len(tasks)} things in it.")


def test_what_is_left_of_the_course_is_the_sum_of_what_is_left_of_its_modules(visit):
    page = visit(COURSE)
    found = modules(page)
    minutes = {name: minutes_of(page, name) for name in found}
    some = list(found)[:3]
    case_open = [task for name in some[:2] for task in found[name] if task[0] not in {"case", "visit"}]
    remember(page, all_done([*case_open, found[some[2]][0]], day()))
    left = int(re.search(r"About (\d+) minutes", page.locator("ew-path .whole").inner_text())[1])
    told = []
    for name in some:
        page.goto(page.url.partition(COURSE)[0] + f"{COURSE}{name}/")
        told.append(int(re.search(r"About (\d+) minutes left", page.locator("ew-rail .sum").inner_text())[1]))
    assert told[0] < minutes[some[0]] / 2
    assert told[2] < minutes[some[2]]
    assert left == sum(told) + sum(minutes[name] for name in found if name not in some)


def test_a_module_that_was_not_begun_says_one_number_of_minutes(visit):
    page = visit(f"{COURSE}where-advice-comes-from/")
    said = re.search(r"About (\d+) minutes:", page.locator(".facts").inner_text())[1]
    expect(page.locator("ew-rail .sum")).to_contain_text(f"About {said} minutes left.")


def test_what_was_only_tried_is_not_done(visit):
    page = visit(COURSE)
    name, tasks = next(iter(modules(page).items()))
    tried = {"check": "missed", "case": "poor", "criterion": "unmet"}
    remember(page, {n: (tried[kind], day(), version) for kind, n, version in tasks if kind in tried})
    assert of_module(page, name, "done") == []


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "1 of them has changed since."), (2, "2 of them have changed since.")],
)
def test_what_changed_since_it_was_done_is_counted(visit, count, words):
    page = visit(COURSE)
    name, tasks = next(iter(modules(page).items()))
    done = all_done(tasks, day())
    old = {number: (result, when, "pppp") for number, (result, when, _) in list(done.items())[:count]}
    remember(page, done | old)
    assert of_module(page, name, "done") == [f"All {len(tasks)} done. {words}"]


@pytest.mark.parametrize(
    ("zone", "offset"), [("UTC", "Z"), ("Pacific/Auckland", "+12:00"), ("America/Los_Angeles", "-07:00")]
)
def test_a_module_comes_back_two_seven_and_twenty_one_days_after_its_last_check(visit, zone, offset):
    page = visit(COURSE, timezone_id=zone, clock=NOW + offset)
    name, tasks = next(iter(modules(page).items()))
    passed = all_done(tasks, day() - 5, "check")
    passed[max(passed)] = ("mended", day(), "pppp")
    remember(page, passed)
    for later, expected in (
        (0, []),
        (1, []),
        (2, [2]),
        (6, [2]),
        (7, [2, 7]),
        (20, [2, 7]),
        (21, [2, 7, 21]),
        (400, [2, 7, 21]),
    ):
        noon = datetime.datetime.fromisoformat(NOW + offset) + datetime.timedelta(days=later)
        page.clock.set_system_time(noon)
        page.reload()
        assert due(page) == [(name, days) for days in expected], later
        nothing = f"Nothing is due today. Next on {in_words(page, '2026-06-12')}."
        assert notice(page) == (
            "These are due now. A short look back, some days later, helps to remember."
            if expected
            else nothing
        )


def test_a_module_with_a_check_still_open_is_not_due(visit):
    page = visit(COURSE)
    tasks = next(iter(modules(page).values()))
    passed = all_done(tasks, day() - 30, "check")
    passed.pop(next(iter(passed)))
    remember(page, passed)
    assert due(page) == []


def test_what_was_come_back_to_is_ticked_where_it_stands_and_is_then_gone(visit):
    page = visit(COURSE)
    name, tasks = next(iter(modules(page).items()))
    remember(page, all_done(tasks, day() - 8, "check"))
    assert due(page) == [(name, 2), (name, 7)]
    box = page.locator("[data-days='2']:visible").get_by_role("checkbox")
    box.check()
    assert due(page) == [(name, 2), (name, 7)]
    box.uncheck()
    box.check()
    page.reload()
    assert due(page) == [(name, 7)]
    page.get_by_role("checkbox").and_(page.locator(":visible")).check()
    page.reload()
    assert due(page) == []
    assert notice(page) == f"Nothing is due today. Next on {in_words(page, '2026-06-23')}."


def test_all_modules_that_are_due_are_listed_and_lead_to_what_to_do(visit):
    page = visit(COURSE)
    found = modules(page)
    remember(page, {n: e for tasks in found.values() for n, e in all_done(tasks, day() - 2, "check").items()})
    assert due(page) == [(name, 2) for name in found]
    link = page.locator("[data-days]:visible").last.get_by_role("link")
    link.click()
    assert page.url.endswith("#after-2-days")
    expect(page.locator("#after-2-days")).to_be_in_viewport()


def test_what_is_done_in_another_tab_shows_on_the_way(visit):
    page = visit(COURSE)
    name = next(iter(modules(page)))
    other = visit(f"{COURSE}{name}/", beside=page)
    other.get_by_label("I have answered it").first.check()
    expect(page.locator(f"[data-tasks][data-module={name}] [data-part=done]")).to_contain_text("1 of ")


# ---- For whoever runs the course


# ---- Checks that come back


QUEUE = "ew-recall-queue"
SAID = f"{QUEUE} > section > [data-part=status]"


def checks_of(page: Page) -> list[list[tuple[int, str]]]:
    """The checks of each module as `(number, version)`."""
    return [
        [(number, version) for kind, number, version in tasks if kind == "check"]
        for tasks in modules(page).values()
    ]


def queued(page: Page) -> str:
    """What the queue says."""
    return page.locator(SAID).inner_text()


def recall(page: Page, *, right: bool) -> None:
    """Answer the check that is asked, and go on."""
    wanted = "[data-right]" if right else ":not([data-right])"
    page.locator(f"{QUEUE} [data-option]{wanted}").get_by_role("radio").first.check()
    press(page, ANSWER)
    press(page, "Go on")


def two_modules(page: Page, when: int) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """Two checks missed in the first module and two right in the second, on that day."""
    first, second = (checks[:2] for checks in checks_of(page)[:2])
    missed = {number: ("missed", when, version) for number, version in first}
    remember(page, missed | {number: ("right", when, version) for number, version in second})
    return first, second


def test_without_a_script_it_says_that_checks_would_come_back(visit):
    page = visit(COURSE, script=False)
    expect(page.get_by_text("With the guide’s script, checks come back here.")).to_be_visible()
    assert page.locator(f"{QUEUE} button:visible").count() == 0


def test_whoever_has_answered_nothing_sees_no_queue(visit):
    page = visit(COURSE)
    expect(page.get_by_role("heading", name="Three minutes a day")).to_be_hidden()


def test_what_was_missed_comes_back_the_next_day_and_a_sample_of_the_rest_after_a_week(visit):
    page = visit(COURSE)
    two_modules(page, day())
    assert queued(page) == f"No check comes back today. The next one does on {in_words(page, '2026-06-11')}."
    for days, count in ((1, 2), (6, 2), (7, 4)):
        page.clock.set_system_time(f"2026-06-{10 + days}T12:00:00")
        page.reload()
        assert queued(page) == f"{count} checks come back today. Answer them from memory."


def test_checks_are_asked_across_modules_one_at_a_time_and_put_into_their_boxes(visit):
    page = visit(COURSE)
    first, second = two_modules(page, day() - 7)
    press(page, "Begin")
    asked = []
    for nth, right in enumerate((True, True, False, True), 1):
        expect(page.locator(f"{QUEUE} ew-knowledge-check")).to_be_visible()
        assert queued(page) == f"Check {nth} of 4"
        assert page.locator(f"{QUEUE} .reason:visible, {QUEUE} cite:visible").count() == 0
        asked.append(int(page.locator(f"{QUEUE} ew-knowledge-check").get_attribute("data-number")))
        recall(page, right=right)
    expect(page.locator(SAID)).to_have_text(
        "That was all for today: 3 of 4 recalled. What you missed comes back tomorrow."
    )
    assert focused(page) == queued(page)
    (a, va), (b, vb) = sorted(first)
    (c, vc), (d, vd) = sorted(second)
    assert asked == [a, c, b, d]
    assert kept(page) == {
        a: ("mended", day(), va, 2, day()),
        b: ("missed", day(), vb),
        c: ("right", day() - 7, vc, 4, day()),
        d: ("right", day() - 7, vd, 4, day()),
    }
    page.reload()
    assert queued(page) == f"No check comes back today. The next one does on {in_words(page, '2026-06-11')}."


def test_a_check_that_comes_back_is_told_on_its_own_page_too(visit):
    page = visit(COURSE)
    _, ((number, version), _) = two_modules(page, day() - 7)
    remember(page, {number: ("right", day() - 7, version)})
    press(page, "Begin")
    recall(page, right=True)
    assert queued(page) == "That was all for today, and you recalled all of it: 1 of 1."
    page.locator("[data-tasks] > a").nth(1).click()
    check = page.locator(f"ew-knowledge-check[data-number='{number}']")
    expect(check.locator("[data-part=told]")).to_have_text(
        f"Answered on {in_words(page, '2026-06-10')}: right the first time."
    )


@pytest.mark.parametrize("answer_", ["no network", "another page"])
def test_a_check_that_cannot_be_fetched_is_asked_again_or_left_out(visit, answer_):
    page = visit(COURSE)
    first, _ = two_modules(page, day() - 1)
    before = kept(page)
    answers = {
        "no network": lambda route: route.abort(),
        "another page": lambda route: route.fulfill(body="<p>Sign in first.</p>", content_type="text/html"),
    }
    page.route("**/course/*/", answers[answer_])
    press(page, "Begin")
    said = page.locator(SAID)
    expect(said).to_have_text("This check could not be fetched. Try again, or leave it out for now.")
    press(page, "Go on")
    expect(said).to_have_text("This check could not be fetched. Try again, or leave it out for now.")
    page.unroute("**/course/*/")
    press(page, "Try to fetch it again")
    recall(page, right=True)
    assert queued(page).startswith("That was all for today: 1 of 2 recalled.")
    _, (b, version) = sorted(first)
    assert kept(page) == before | {b: ("mended", day(), version, 2, day())}
    page.reload()
    assert queued(page) == "1 check comes back today. Answer it from memory."


def test_a_check_whose_script_does_not_come_is_asked_again_or_left_out(visit):
    page = visit(COURSE)
    two_modules(page, day() - 1)
    page.route("**/knowledge-check.js", lambda route: route.abort())
    press(page, "Begin")
    expect(page.locator(SAID)).to_have_text(
        "This check could not be fetched. Try again, or leave it out for now."
    )
    page.unroute("**/knowledge-check.js")
    if comes(page, "knowledge-check/knowledge-check.js"):
        press(page, "Try to fetch it again")
    else:
        page.reload()
        press(page, "Begin")
    recall(page, right=True)
    expect(page.locator(SAID)).to_have_text("Check 2 of 2")


def test_the_queue_is_gone_through_by_keyboard_alone(visit):
    page = visit(COURSE)
    two_modules(page, day() - 1)
    page.get_by_role("button", name="Begin").focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"{QUEUE} ew-knowledge-check")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    assert focused(page) == ANSWER
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Go on", exact=True)).to_be_visible()


def test_a_clock_put_back_loses_nothing_of_the_boxes(visit):
    page = visit(COURSE)
    first, second = two_modules(page, day())
    boxed = {n: ("right", day() - 9, version, 4, day()) for n, version in second}
    remember(page, kept(page) | boxed)
    before = kept(page)
    page.clock.set_system_time("2026-05-01T12:00:00")
    page.reload()
    assert queued(page) == "4 checks come back today. Answer them from memory."
    press(page, "Begin")
    recall(page, right=True)
    changed = {number for number, entry in kept(page).items() if entry != before[number]}
    assert changed == {min(first)[0]}


def test_what_an_older_page_set_aside_is_taken_up_again(visit):
    page = visit(COURSE)
    two_modules(page, day() - 1)
    before = kept(page)
    page.evaluate(
        """() => { localStorage.setItem("ew:course-unread", localStorage.getItem("ew:course") + "\\nunreadable");
          localStorage.removeItem("ew:course"); }"""
    )
    page.reload()
    press(page, "Begin")
    recall(page, right=True)
    assert kept(page).keys() == before.keys()
    assert page.evaluate("localStorage.getItem('ew:course-unread')") == "unreadable"


def written() -> dict:
    """The module as its author wrote it."""
    return yaml.safe_load((DOCS / f"{MODULE.strip('/')}.md").read_text("utf-8").split("---\n")[1])


def lines(page: Page, part: str) -> list[str]:
    return page.locator(f".facilitator [data-part={part}] > li").all_inner_texts()


def test_the_answers_are_the_right_ones_and_folded_away(visit):
    page = visit(MODULE)
    view = page.locator("#facilitator")
    assert not view.locator("[data-part=answers]").is_visible()
    view.locator("summary").click()
    right = [
        typographic(f"{check['ask']} {option['text']}")
        for check in written()["checks"]
        for option in check["options"]
        if option.get("right")
    ]
    good = [
        typographic(f"{scene['situation'].strip()} {choice['text']}")
        for scene in written()["scenario"]["scenes"]
        for choice in scene.get("choices", [])
        if choice.get("good")
    ]
    assert lines(page, "checks") == [re.sub(r"\s+", " ", line) for line in right]
    assert lines(page, "choices") == [re.sub(r"\s+", " ", line) for line in good]


def test_the_answers_are_still_right_once_all_is_answered_and_moved_about(visit):
    page = visit(f"{MODULE}#facilitator")
    before = lines(page, "checks"), lines(page, "choices")
    page.locator(".scene:visible button").first.click()
    moved_about(page, "ew-facilitator")
    assert sorted(lines(page, "checks")) == sorted(before[0])
    assert (len(before[0]), lines(page, "choices")) == (len(written()["checks"]), before[1])


def test_its_address_opens_the_view(visit):
    page = visit(MODULE)
    page.evaluate("location.hash = 'facilitator'")
    expect(page.locator(".facilitator [data-part=answers]")).to_be_visible()
    sent = visit(f"{MODULE}#facilitator")
    expect(sent.locator(".facilitator [data-part=answers]")).to_be_visible()
    expect(sent.locator("#facilitator > summary")).to_be_in_viewport()


def test_without_a_script_the_view_says_where_the_answers_stand(visit):
    page = visit(MODULE, script=False)
    page.locator("#facilitator > summary").click()
    assert "stand above where they open" in page.locator("#facilitator").inner_text()
    assert page.get_by_role("button", name="Print this view").count() == 0


def test_the_printed_view_holds_nothing_but_the_heading_and_the_view(visit):
    page = visit(f"{MODULE}#facilitator")
    page.evaluate("window.print = () => {}")
    press(page, "Print this view")
    page.emulate_media(media="print")
    words = [" ".join(page.locator(part).inner_text().split()) for part in ("body", "h1", "#facilitator")]
    assert words[0] == f"{words[1]} {words[2]}"
    assert "Print this view" not in words[2]
    assert written()["checks"][0]["ask"] in words[2]
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="print")
    assert "Answer before you read" in page.locator("body").inner_text()


def test_the_card_for_a_partner_is_printed_alone_and_on_one_side(visit):
    page = visit(MODULE)
    page.evaluate("window.print = () => {}")
    page.get_by_text("A card for your partner").click()
    press(page, "Print this card")
    sheets = printed(page, format="A4")
    words = " ".join(" ".join(sheets).split())
    assert len(sheets) == 1
    for said in ("you play the client", "Push once", "Firmer: “", "Listen for:"):
        assert said in words, said
    for other in ("Check what you know", "For whoever runs the course", "Print this card"):
        assert other not in words, other


def test_a_card_for_a_partner_that_is_folded_is_not_printed_with_the_module(visit):
    page = visit(MODULE)
    page.emulate_media(media="print")
    expect(page.get_by_text("you play the client")).to_be_hidden()
    page = visit(MODULE, script=False)
    page.get_by_text("A card for your partner").click()
    expect(page.get_by_text("you play the client")).to_be_visible()
    assert page.get_by_role("button", name="Print this card").count() == 0


def test_a_module_on_paper_has_the_choices_of_the_case_and_no_answers_unless_they_were_opened(visit):
    page = visit(MODULE)
    page.emulate_media(media="print")
    choices = page.locator(".scene:visible [data-choice] button")
    assert choices.count() == len(written()["scenario"]["scenes"][0]["choices"])
    expect(choices.first).to_be_visible()
    expect(page.locator("#facilitator")).to_be_hidden()
    page.emulate_media(media="screen")
    page.locator("#facilitator > summary").click()
    page.emulate_media(media="print")
    expect(page.get_by_text("Right answers")).to_be_visible()


# ---- Every component in every state, in every setting


def states(page: Page, path: str):
    """Bring the example from state to state; yield the name of each."""
    yield "at first"
    if path == CHECK:
        press(page, ANSWER)
        yield "nothing chosen"
        answer(page, LATER)
        yield "wrong"
        answer(page, SAFETY)
        yield "right"
        press(page, AGAIN)
        yield "again"
        remember(page, {3: ("right", day() - 9, "bbbb")})
        yield "changed"
    elif path == CASE:
        press(page, "Wave them out")
        yield "chosen"
        page.get_by_role("link", name="Go on").click()
        stands_at(page, STREET)
        yield "poor end, with the way taken"
        remember(page, {10: ("good", day() - 9, "bbbb")})
        yield "changed"
    elif path == RECALL:
        page.get_by_text(COMPARE).click()
        yield "nothing written"
        page.get_by_label(ATTEMPT).fill("Safety")
        page.get_by_text(COMPARE).click()
        yield "compared"
    elif path in (TICK, CRITERION):
        page.get_by_label("I have answered it" if path == TICK else "Not met").check()
        yield "marked"
        remember(page, {1: ("done", day() - 9, "bbbb"), 2: ("met", day() - 9, "bbbb")})
        yield "changed"
    elif path == REVISIT:
        remember(page, {3: ("right", day(), "abcd")})
        yield "not open yet"
        remember(page, {3: ("right", day() - 2, "abcd")})
        yield "open"
    elif path == MODULE:
        for nth in range(2):
            unfold(page, nth)
        expect(page.locator(LIST)).to_have_count(2)
        page.locator(LIST).get_by_role("checkbox").first.check()
        for check in page.locator("ew-knowledge-check").all():
            check.get_by_role("radio").first.check()
            check.get_by_role("button").click()
        page.locator(".scene:visible button").first.click()
        page.get_by_label("Not met", exact=True).first.check()
        page.locator("#facilitator > summary").click()
        yield "all unfolded and answered"
    elif path == COURSE:
        first, second = list(modules(page).values())[:2]
        remember(page, all_done(first, day() - 8, "check") | all_done(second, day() - 1, "check", "case"))
        yield "due"
        press(page, "Begin")
        expect(page.locator(f"{QUEUE} ew-knowledge-check")).to_be_visible()
        yield "asked"
        page.locator(f"{QUEUE} [data-right]").get_by_role("radio").check()
        press(page, ANSWER)
        yield "recalled"


STATEFUL = [CHECK, CASE, RECALL, TICK, CRITERION, REVISIT, MODULE, COURSE]


@pytest.mark.parametrize("path", STATEFUL)
def test_axe_finds_nothing_in_any_state(visit, axe_in_every_look, path):
    page = visit(path)
    for state in states(page, path):
        assert axe_in_every_look(page) == [], state


@pytest.mark.parametrize("path", STATEFUL)
def test_axe_finds_nothing_in_forced_colours_where_nothing_can_be_kept(visit, axe, path):
    page = visit(path, storage=False, forced_colors="active", width=375)
    if path == CHECK:
        answer(page, LATER)
        assert axe(page) == [], "wrong"
        answer(page, SAFETY)
    assert axe(page) == []


@pytest.mark.parametrize("path", STATEFUL)
def test_at_320_pixels_nothing_sticks_out_in_any_state(visit, path):
    page = visit(path, width=320)
    for state in states(page, path):
        assert page.evaluate(NARROW) <= 0, state
    assert visit(path, width=320, script=False).evaluate(NARROW) <= 0


def test_long_words_stay_inside_their_box(visit):
    page = visit("knowledge-check/long.html", width=320)
    assert page.evaluate(NARROW) <= 0
    over = page.locator("[data-option] label").evaluate_all(
        "all => all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent)"
    )
    assert over == []


# What a finger goes for: controls, and links that are not words within a sentence.
TOUCHED = """() => [...document.querySelectorAll("main button, main label, main summary, main a[href]")]
  .filter((one) => one.checkVisibility() && !one.closest(".said-only, ew-carry, ew-checklist"))
  .filter((one) => one.localName !== "a" || one.parentElement.textContent.trim() === one.textContent.trim())
  .map((one) => [one.textContent.trim().slice(0, 50), one.getBoundingClientRect().height])
  .filter(([, height]) => height < 44)"""


@pytest.mark.parametrize("path", [*STATEFUL, SOURCED])
def test_fingers_find_what_they_need_in_any_state(visit, path):
    page = visit(path, width=375)
    for state in states(page, path):
        assert page.evaluate(TOUCHED) == [], state


def picture(page: Page, part: str) -> bytes:
    return page.locator(part).first.screenshot()


@pytest.mark.parametrize(
    ("path", "part", "choose_it"),
    [
        (CHECK, "[data-option] label", lambda page: option(page, LATER).check()),
        (CASE, ".scene:not([hidden]) button", lambda page: press(page, "Thank them and stay")),
    ],
    ids=["check", "case"],
)
def test_what_was_chosen_is_told_from_the_rest_in_forced_colours(visit, path, part, choose_it):
    """Given the same words, without focus or pointer, one looks unlike all others, which look alike."""
    page = visit(path, forced_colors="active")
    choose_it(page)
    page.mouse.move(0, 0)
    page.evaluate(
        """(part) => { document.activeElement.blur();
          for (const one of document.querySelectorAll(part)) (one.querySelector("span") ?? one.lastChild).textContent = "Same"; }""",
        part,
    )
    pictures = [one.screenshot() for one in page.locator(part).all()]
    assert sorted(pictures.count(each) for each in set(pictures)) == sorted([1, len(pictures) - 1])


@pytest.mark.parametrize(("path", "mark"), [(TICK, "I have answered it"), (CRITERION, "Met")])
def test_a_mark_is_seen_in_forced_colours(visit, path, mark):
    page = visit(path, forced_colors="active")
    before = picture(page, "label")
    page.get_by_label(mark, exact=True).check()
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement.blur()")
    assert picture(page, "label") != before


@pytest.mark.parametrize("path", STATEFUL)
def test_nothing_moves_for_those_who_asked_for_that(visit, path):
    page = visit(path)
    moving = """[document.documentElement, ...document.querySelectorAll("main *")].filter((node) => {
      const style = getComputedStyle(node);
      return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0 || style.scrollBehavior === "smooth";
    }).length"""
    for state in states(page, path):
        assert page.evaluate(moving) == 0, state


def test_a_module_without_a_script_offers_nothing_that_only_a_script_could_answer(visit):
    page = visit(MODULE, script=False)
    assert page.locator("main button:visible").count() == 0
    assert page.locator("main [data-option] > details").count() == sum(
        len(check["options"]) for check in written()["checks"]
    )
    assert len(scenes(page)) == len(written()["scenario"]["scenes"])


def test_a_module_is_done_from_first_to_last_on_a_phone(visit):
    """Every box ticked, every check answered rightly, the case brought to a good end, every act met: all is done."""
    page = visit(MODULE, width=375)
    for box in page.get_by_role("checkbox", disabled=False).filter(visible=True).all():
        box.check()
    for check in page.locator("ew-knowledge-check").all():
        check.locator("[data-right] input").check()
        check.get_by_role("button").click()
    while page.locator(".scene:visible [data-good]").count():
        page.locator(".scene:visible [data-good] button").click()
        page.locator(".scene:visible .follows a").filter(visible=True).click()
        expect(page.locator(".scene:focus")).to_be_visible()
    for met in page.get_by_label("Met", exact=True).all():
        met.check()
    page.clock.set_system_time("2026-07-01T12:00:00")
    page.reload()
    for box in page.locator("#revisit ~ ul").get_by_role("checkbox").all():
        box.check()
    page.get_by_role("link", name="All modules, and what is due today").click()
    name = MODULE.split("/")[1]
    expect(page.locator(f"[data-tasks][data-module={name}] [data-part=done]")).to_contain_text("All ")
