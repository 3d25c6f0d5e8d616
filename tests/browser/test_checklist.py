"""The checklist in a real browser, state by state. `sees` compares what a reader sees with a picture of it.

xx...  2 of 5 done          two of five steps are ticked
The list is empty. [Undo]   the message, and what it offers
"""

from __future__ import annotations

import json
import re
import time
import unicodedata
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.browser.conftest import printed
from tests.browser.wayward import wait_until

MORNING = "2026-03-02T09:00:00Z"
KEY = "ew:checklist:sessions/door-handle"
WORD = re.compile(r"[A-Z][a-z]+ [a-z]+")
COMPONENTS = Path(__file__).parents[2] / "overrides" / "components"
EXAMPLES = {
    path.parent.name: yaml.safe_load(path.read_text("utf-8"))
    for path in sorted(COMPONENTS.glob("*/examples.yml"))
}
LISTS = EXAMPLES["checklist"]

LOOK = """() => {
  const shown = (node) => node && node.checkVisibility() ? node.textContent.trim() : "";
  const boxes = [...document.querySelectorAll("input[name=step]")].map((box) => (box.checked ? "x" : ".")).join("");
  const offers = [...document.querySelectorAll("[data-do=undo]")].filter(shown).map((button) => ` [${shown(button)}]`).join("");
  const notices = [...document.querySelectorAll(".notice")].filter(shown).map((notice) => `! ${shown(notice)}`);
  const message = shown(document.querySelector(".message")) + offers;
  const word = shown(document.querySelector("[data-part=named] .word")) || "\\0";
  const lines = [`${boxes}  ${shown(document.querySelector(".progress"))}`, message, ...notices];
  return lines.filter(Boolean).join("\\n").replaceAll(word, "WORD");
}"""


def sees(page: Page, picture: str) -> None:
    """Fails unless the page soon looks like the picture; `...` in it stands for any words."""
    lines = "\n".join(line.strip() for line in picture.strip().splitlines())
    pattern = (
        re.escape(lines).replace(r"\.\.\.\.\.", "@@@@@").replace(r"\ \.\.\.", ".*").replace("@@@@@", r"\.{5}")
    )
    until = time.monotonic() + 30
    while not re.fullmatch(pattern, seen := page.evaluate(LOOK)):
        assert time.monotonic() < until, f"saw {seen}\nand not {lines}"
        time.sleep(0.02)


def tick(page: Page, *numbers: int) -> None:
    for number in numbers:
        page.locator("input[name=step]").nth(number - 1).click()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def share(page: Page, name: str) -> None:
    if page.locator("details.carry:not([open])").count():
        page.locator("details.carry summary").press("Enter")
    press(page, name)


def stub(page: Page, target: str, function: str) -> None:
    page.evaluate(f"() => {{ {target} = {function} }}")


def word_of(page: Page) -> str:
    return page.locator("[data-part=named] .word").inner_text()


def stored(page: Page) -> str | None:
    return page.evaluate("(key) => localStorage.getItem(key)", KEY)


@pytest.fixture
def visit(standing, examples, open_page):
    """`visit("session")` opens an example of the checklist."""
    server = standing(examples)
    return lambda name="session", **options: open_page(
        f"{server.url}/checklist/{name}.html{options.pop('hash', '')}", **options
    )


# ---- Runs that end by themselves


def test_a_tick_is_kept_and_counted(visit):
    page = visit()
    sees(page, ".....  0 of 5 done")
    tick(page, 1, 2)
    sees(page, "xx...  2 of 5 done")
    page.reload()
    sees(page, "xx...  2 of 5 done")
    tick(page, 1)
    sees(page, ".x...  1 of 5 done")


@pytest.mark.parametrize("name", ["session", "relationship"])
def test_what_is_ticked_before_the_script_is_there_is_kept(visit, name):
    page, held = visit(name), []
    tick(page, 2)
    page.route("**/checklist/element.js", lambda route: held.append(route))
    page.reload(wait_until="commit")
    tick(page, 1)
    expect(page.locator("input:checked")).to_have_count(1)
    held[0].continue_()
    sees(page, "xx...  2 of 5 done")
    page.unroute_all()
    page.reload()
    sees(page, "xx...  2 of 5 done")


def test_a_run_starts_with_what_is_ticked_before_the_script_is_there(visit):
    page, held = visit("bare"), []
    page.route("**/checklist/element.js", lambda route: held.append(route))
    page.goto(page.url.replace("bare", "relationship"), wait_until="commit")
    tick(page, 3)
    held[0].continue_()
    sees(page, "..x..  1 of 5 done\nRun WORD started. Note its name in the client’s own record.")


def test_what_a_browser_sets_back_before_the_script_is_there_is_no_tick(visit):
    set_back = "for (const box of document.querySelectorAll('.step input')) box.checked = true"
    page = visit(
        before=f"document.addEventListener('readystatechange', () => {{ {set_back} }}, {{ once: true }})"
    )
    sees(page, ".....  0 of 5 done")
    expect(page.locator("input:checked")).to_have_count(0)


@pytest.mark.parametrize("name", ["local", "local-session"])
def test_a_services_own_step_is_kept_and_counted_like_any_other(visit, name):
    page = visit(name)
    tick(page, 2, 4)
    sees(page, ".x.x  2 of 4 done")
    page.reload()
    sees(page, ".x.x  2 of 4 done")


def test_a_run_ends_in_sight_thirty_minutes_after_its_last_tick(visit):
    page = visit(clock=MORNING)
    tick(page, 1)
    page.clock.fast_forward("20:00")
    tick(page, 2)
    page.clock.fast_forward("29:00")
    sees(page, "xx...  2 of 5 done")
    page.clock.fast_forward("01:01")
    sees(
        page,
        """
        .....  0 of 5 done
        This run ended by itself, 30 minutes after its last tick. The list is empty for the next person. [Bring it back]
        """,
    )
    press(page, "Bring it back")
    sees(page, "xx...  2 of 5 done\nIt is back as it was.")
    expect(page.get_by_role("button", name="Short list")).to_be_focused()


@pytest.mark.parametrize("wake", ["reload", "visibilitychange", "pageshow"])
def test_a_run_that_ended_while_nobody_looked_is_over_at_the_next_look(visit, wake):
    page = visit(clock=MORNING)
    tick(page, 1, 2, 3)
    page.clock.set_system_time("2026-03-02T10:00:00Z")  # The clock went on, the timers slept.
    match wake:
        case "reload":
            page.reload()
        case "visibilitychange":
            page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        case "pageshow":
            page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    sees(page, ".....  0 of 5 done\nThis run ended by itself ... [Bring it back]")
    page.reload()
    sees(page, ".....  0 of 5 done\nThis run ended by itself ... [Bring it back]")
    press(page, "Bring it back")
    sees(page, "xxx..  3 of 5 done\nIt is back as it was.")


def test_the_first_tick_after_the_end_belongs_to_the_next_run(visit):
    page = visit(clock=MORNING)
    tick(page, 1, 2)
    page.clock.set_system_time("2026-03-02T10:00:00Z")
    tick(page, 4)
    sees(page, "...x.  1 of 5 done\nThis run ended by itself ... [Bring it back]")
    tick(page, 5)
    sees(page, "...xx  2 of 5 done")


def test_once_the_end_of_a_run_was_told_the_first_tick_of_the_next_takes_the_words_away(visit):
    page = visit(clock=MORNING)
    tick(page, 1, 2)
    page.clock.fast_forward("30:01")
    sees(page, ".....  0 of 5 done\nThis run ended by itself ... [Bring it back]")
    tick(page, 4)
    sees(page, "...x.  1 of 5 done")


def test_a_day_later_nothing_is_left_of_an_ended_run(visit):
    page = visit(clock=MORNING)
    tick(page, 1, 2)
    page.clock.set_system_time("2026-03-03T09:00:00Z")
    page.reload()
    sees(page, ".....  0 of 5 done")
    assert stored(page) is None


# ---- Runs side by side


def test_runs_side_by_side_bear_code_words_and_are_picked_by_them(visit):
    page = visit("relationship")
    expect(page.get_by_text("Your first tick starts a run.")).to_be_visible()
    tick(page, 1, 2)
    first = word_of(page)
    assert WORD.fullmatch(first)
    expect(page.get_by_text("Note it in the client’s own record.")).to_be_visible()
    press(page, "Start another run")
    second = word_of(page)
    assert second != first
    sees(page, ".....  0 of 5 done\nRun WORD started. Note its name in the client’s own record.")
    tick(page, 5)
    sees(page, "....x  1 of 5 done")
    picker = page.get_by_label("Choose a run")
    assert picker.locator("option").all_inner_texts() == [f"{first}: 2 of 5 done", f"{second}: 1 of 5 done"]
    picker.select_option(first)
    sees(page, "xx...  2 of 5 done\nThis is now run WORD.")
    page.reload()
    sees(page, "xx...  2 of 5 done")
    assert word_of(page) == first


def test_a_run_can_be_started_before_its_first_tick(visit):
    page = visit("relationship")
    press(page, "Start a run")
    sees(page, ".....  0 of 5 done\nRun WORD started. ...")
    word = word_of(page)
    tick(page, 1)
    assert word_of(page) == word


def test_a_run_stays_for_weeks_until_it_is_finished_and_that_can_be_undone(visit):
    page = visit("relationship", clock=MORNING)
    tick(page, 1, 2)
    page.clock.set_system_time("2026-05-30T09:00:00Z")
    page.reload()
    sees(page, "xx...  2 of 5 done")
    word = word_of(page)
    press(page, "Finish this run")
    sees(page, f".....  0 of 5 done\nRun {word} is finished and gone from this list. [Undo]")
    expect(page.get_by_role("button", name="Start a run")).to_be_focused()
    press(page, "Undo")
    sees(page, "xx...  2 of 5 done\nIt is back as it was.")
    press(page, "Finish this run")
    page.reload()
    sees(page, ".....  0 of 5 done")


def test_after_one_run_is_finished_no_other_is_shown_unasked(visit):
    page = visit("relationship")
    tick(page, 1)
    other = word_of(page)
    press(page, "Start another run")
    press(page, "Finish this run")
    sees(page, ".....  0 of 5 done\nRun ... is finished ... [Undo]")
    page.get_by_label("Choose a run").select_option(other)
    sees(page, "x....  1 of 5 done\nThis is now run WORD.")


def test_there_are_enough_code_words_and_none_is_given_twice(visit):
    page = visit("relationship")
    lists = page.eval_on_selector_all(
        "template[data-say$=-words]", "all => all.map((one) => one.content.textContent.split(' '))"
    )
    assert all(len(words) == len(set(words)) >= 40 for words in lists)
    stub(page, "Math.random", "() => 0.5")
    press(page, "Start a run")
    words = [word_of(page)]
    for _ in range(3):
        press(page, "Start another run")
        words.append(word_of(page))
    longest = visit("longest", beside=page)
    stub(longest, "Math.random", "() => 0.5")
    tick(longest, 1)
    words.append(word_of(longest))
    assert len(set(words)) == 5


def test_a_run_finished_in_another_tab_is_not_exchanged_for_another_client(visit):
    here = visit("relationship")
    tick(here, 1)
    press(here, "Start another run")
    tick(here, 2)
    there = visit("relationship", beside=here)
    sees(there, ".x...  1 of 5 done")
    press(there, "Finish this run")
    sees(here, ".....  0 of 5 done\nRun ... is finished and gone from this list.")


# ---- Storage: what is kept, what is refused


def test_nothing_can_be_typed_and_only_ids_and_times_are_kept(visit):
    page = visit()
    assert (
        page.locator("ew-checklist :is(textarea, [contenteditable], input:not([type=checkbox]))").count() == 0
    )
    tick(page, 1)
    assert page.evaluate("Object.keys(localStorage)") == [KEY]
    assert page.evaluate("document.cookie + sessionStorage.length") == "0"
    kept = json.loads(stored(page))
    assert kept["runs"]["timed"]["marks"].keys() == {"stay-steady"}


@pytest.mark.parametrize(
    "value",
    [
        "",
        "null",
        "{",
        "[]",
        '"<img src=x onerror=alert(1)>"',
        '{"format": 2, "runs": {}}',
        '{"format": 1, "runs": [], "chosen": 7}',
        '{"format": 1, "chosen": [1, "x"], "runs": {"timed": {"began": "x", "marks": null}}}',
        '{"format": 1, "chosen": [0, ""], "runs": {"__proto__": {"began": 0, "marks": {}}, "<b>x</b> y": {}}}',
        '{"format": 1, "chosen": [0, ""], "runs": {"timed": {"began": 1, "version": "dpckjblm", "emptied": 1e999,'
        ' "finished": [0, 0], "marks": {"stay-steady": [-1, 1], "ask-safety": [5, "<b>"], "<i>": [5, 1]}}}}',
    ],
)
@pytest.mark.parametrize("name", ["session", "relationship"])
def test_foreign_values_in_storage_are_passed_over(visit, name, value):
    page = visit(name)
    key = f"ew:checklist:{LISTS[name]['path']}"
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [key, value])
    page.reload()
    sees(page, ".....  0 of 5 done")
    tick(page, 2)
    page.reload()
    sees(page, ".x...  1 of 5 done")


@pytest.mark.parametrize("foreign", ['{"format": 2, "runs": {}}', "{", "LATER"])
def test_what_storage_holds_that_is_not_ours_is_set_aside_and_not_lost(visit, foreign):
    page = visit()
    aside = "localStorage.getItem('ew:checklist-unread:sessions/door-handle')"
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, foreign])
    page.reload()
    sees(page, ".....  0 of 5 done")
    assert stored(page) == foreign  # To read on alone writes nothing over it.
    tick(page, 2)
    assert page.evaluate(aside) == foreign
    for later in ("LATER STILL", foreign):
        page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, later])
        tick(page, 3)
    assert page.evaluate(aside).splitlines() == [foreign, "LATER STILL"]
    page.reload()
    sees(page, ".x...  1 of 5 done")


def test_what_is_not_ours_and_finds_no_room_beside_it_is_not_written_over(visit, fill, make_room):
    page = visit()
    foreign = '{"format": 2}' + " " * 1_000  # Far more room than a tick takes.
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, foreign])
    page.reload()
    fill(page)
    tick(page, 2)
    sees(page, f".x...  1 of 5 done\nTicks cannot be saved here.\n{REFUSED}")
    assert stored(page) == foreign
    make_room(page)
    tick(page, 3)
    sees(page, ".xx..  2 of 5 done")
    assert page.evaluate("localStorage.getItem('ew:checklist-unread:sessions/door-handle')") == foreign


def test_a_value_with_a_part_that_is_not_ours_is_read_as_far_as_it_can_be_and_kept_whole(visit):
    page = visit()
    tick(page, 1)
    odd = stored(page).replace('"marks":{', '"marks":{"name-it":"later",')
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, odd])
    page.reload()
    sees(page, "x....  1 of 5 done")
    tick(page, 2)
    assert page.evaluate("localStorage.getItem('ew:checklist-unread:sessions/door-handle')") == odd
    page.reload()
    sees(page, "xx...  2 of 5 done")


def test_two_tabs_do_not_write_over_each_other_for_ever_where_one_cannot_read_the_other(visit):
    here = visit()
    tick(here, 1)
    there = visit("relationship", beside=here)
    later = '{"format": 2}'
    there.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, later])
    wait_until(here, "([key, value]) => localStorage.getItem(key) === value", [KEY, later])
    here.evaluate("new Promise((done) => setTimeout(done, 200))")
    assert stored(here) == later
    sees(here, "x....  1 of 5 done")
    tick(here, 2)
    here.reload()
    sees(here, "xx...  2 of 5 done")


AHEAD = ["2026-03-02T09:05:00Z", "2027-03-02T09:00:00Z"]


@pytest.mark.parametrize("ahead", AHEAD)
def test_ticks_made_with_a_clock_ahead_stay_when_it_is_put_right_and_end_in_their_time(visit, ahead):
    page = visit(clock=ahead)
    tick(page, 5)
    press(page, "Reset")
    tick(page, 1, 2)
    page.clock.set_system_time(MORNING)
    page.reload()
    sees(page, "xx...  2 of 5 done")
    tick(page, 2)
    sees(page, "x....  1 of 5 done")
    page.reload()
    sees(page, "x....  1 of 5 done")
    page.clock.fast_forward("29:00")
    sees(page, "x....  1 of 5 done")
    page.clock.fast_forward("01:01")
    sees(page, ".....  0 of 5 done\nThis run ended by itself ... [Bring it back]")
    page.reload()
    press(page, "Bring it back")
    sees(page, "x....  1 of 5 done\nIt is back as it was.")


@pytest.mark.parametrize("ahead", AHEAD)
def test_a_run_of_weeks_begun_with_a_clock_ahead_stays_when_it_is_put_right(visit, ahead):
    page = visit("relationship", clock=ahead)
    tick(page, 1, 2)
    first = word_of(page)
    press(page, "Start another run")
    tick(page, 3)
    page.clock.set_system_time(MORNING)
    page.reload()
    sees(page, "..x..  1 of 5 done")
    page.get_by_label("Choose a run").select_option(first)
    sees(page, "xx...  2 of 5 done\nThis is now run WORD.")
    page.reload()
    assert word_of(page) == first  # What was chosen last, though the clock had said more before.


def test_a_clock_put_back_while_the_page_is_open_neither_ends_the_run_nor_keeps_it_for_ever(visit):
    page = visit(clock="2027-03-02T09:00:00Z")
    tick(page, 1)
    page.clock.set_system_time(MORNING)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    sees(page, "x....  1 of 5 done")
    page.clock.fast_forward("30:01")
    sees(page, ".....  0 of 5 done\nThis run ended by itself ... [Bring it back]")


def test_a_clock_behind_that_is_put_right_while_the_page_is_open_costs_no_tick_for_good(visit):
    page = visit(clock="2025-03-02T09:00:00Z")
    tick(page, 1, 2)
    page.clock.set_system_time(MORNING)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    sees(page, ".....  0 of 5 done\nThis run ended by itself ... [Bring it back]")
    press(page, "Bring it back")
    page.reload()
    sees(page, "xx...  2 of 5 done")


def test_a_tick_dated_in_the_future_ends_like_any_other(visit):
    page = visit(clock=MORNING)
    tick(page, 1)
    page.evaluate(
        "(key) => localStorage.setItem(key, localStorage.getItem(key).replace(/\\d{13}/g, '9999999999999'))",
        KEY,
    )
    page.reload()
    sees(page, "x....  1 of 5 done")
    page.clock.fast_forward("31:00")
    sees(page, ".....  0 of 5 done\nThis run ended by itself ... [Bring it back]")


REFUSED = "! Ticks cannot be saved here. This browser refuses storage. You can still tick; the ticks last until you leave this page."


def test_refused_storage_is_said_at_once_and_ticking_still_works(visit):
    page = visit(storage=False)
    sees(page, f".....  0 of 5 done\n{REFUSED}")
    tick(page, 1, 2)
    sees(page, f"xx...  2 of 5 done\n{REFUSED}")
    press(page, "Reset")
    press(page, "Undo")
    sees(page, f"xx...  2 of 5 done\nIt is back as it was.\n{REFUSED}")
    expect(page.get_by_text("Ticks stay on this device.")).to_be_hidden()
    expect(page.get_by_text("Ticks last until you leave this page.", exact=True)).to_be_visible()
    runs = visit("relationship", storage=False)
    tick(runs, 3)
    sees(runs, f"..x..  1 of 5 done\nRun WORD started. ...\n{REFUSED}")


def test_storage_that_begins_to_refuse_is_said_with_the_tick(visit):
    page = visit()
    tick(page, 1)
    stub(page, "Storage.prototype.setItem", "() => { throw new DOMException('full', 'QuotaExceededError') }")
    tick(page, 2)
    sees(page, f"xx...  2 of 5 done\nTicks cannot be saved here.\n{REFUSED}")
    tick(page, 3)
    sees(page, f"xxx..  3 of 5 done\n{REFUSED}")


@pytest.mark.parametrize("name", ["session", "relationship"])
def test_storage_that_another_page_filled_costs_no_tick_and_takes_them_again_when_it_has_room(
    visit, fill, make_room, name
):
    page = visit(name)
    key = f"ew:checklist:{LISTS[name]['path']}"
    tick(page, 1, 2)
    before = page.evaluate("(key) => localStorage.getItem(key)", key)
    fill(page)
    page.reload()
    page.evaluate("dispatchEvent(new StorageEvent('storage', { key: 'wiki:0' }))")  # Of what filled it.
    sees(page, f"xx...  2 of 5 done\n{REFUSED}")
    tick(page, 3)
    sees(page, f"xxx..  3 of 5 done\n{REFUSED}")
    assert page.evaluate("(key) => localStorage.getItem(key)", key) == before
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    page.evaluate("dispatchEvent(new StorageEvent('storage', { key: 'wiki:0' }))")
    sees(page, f"xxx..  3 of 5 done\n{REFUSED}")
    make_room(page)
    tick(page, 4)
    sees(page, "xxxx.  4 of 5 done")
    page.reload()
    sees(page, "xxxx.  4 of 5 done")


def test_a_list_that_is_reset_while_storage_is_full_is_empty_after_a_reload(visit, fill):
    """The last client's ticks are not shown with the next."""
    page = visit()
    tick(page, 1, 2)
    fill(page)
    press(page, "Reset")
    sees(page, ".....  0 of 5 done\nThe list is empty. [Undo]")
    page.reload()
    sees(page, ".....  0 of 5 done")


def test_a_reset_while_storage_is_full_is_undone_and_what_finds_no_room_is_said(visit, fill):
    page = visit()
    tick(page, 1, 2)
    fill(page)
    tick(page, 3)
    sees(page, f"xxx..  3 of 5 done\nTicks cannot be saved here.\n{REFUSED}")
    press(page, "Reset")
    sees(page, ".....  0 of 5 done\nThe list is empty. [Undo]")
    press(page, "Undo")
    sees(page, f"xxx..  3 of 5 done\nTicks cannot be saved here.\n{REFUSED}")
    page.reload()
    sees(page, ".....  0 of 5 done")


def test_what_found_no_room_is_kept_as_soon_as_another_page_makes_some(visit, fill, make_room):
    page = visit()
    tick(page, 1)
    there = visit("relationship", beside=page)
    fill(there)
    full = there.evaluate("JSON.stringify(localStorage).length")
    # A tab hears of it a little later.
    wait_until(page, "(full) => JSON.stringify(localStorage).length === full", full)
    tick(page, 2)
    sees(page, f"xx...  2 of 5 done\nTicks cannot be saved here.\n{REFUSED}")
    make_room(there)
    expect(page.locator("[data-part=unsaved]")).to_be_hidden()
    page.reload()
    sees(page, "xx...  2 of 5 done")


def framed(examples, open_page, serve, tmp_path, attributes=""):
    """The list in a frame on another site."""
    list_url = f"http://localhost:{serve(examples).port}/checklist/session.html"
    (tmp_path / "index.html").write_text(
        f'<!doctype html><iframe {attributes} width=600 height=700 src="{list_url}"></iframe>'
    )
    page = open_page(serve(tmp_path).url)
    return page.frames[1]


def test_in_a_frame_on_another_site_ticks_are_kept_and_said_to_be_apart(examples, open_page, serve, tmp_path):
    frame = framed(examples, open_page, serve, tmp_path)
    tick(frame, 1)
    apart = "! This list is shown inside another site. Ticks stay on this device, as a rule apart from the guide’s own. Some browsers drop them when they are closed."
    sees(frame, f"x....  1 of 5 done\n{apart}")
    frame.page.reload()
    sees(frame.page.frames[1], f"x....  1 of 5 done\n{apart}")


def test_in_a_frame_that_refuses_storage_that_is_said(examples, open_page, serve, tmp_path):
    frame = framed(examples, open_page, serve, tmp_path, 'sandbox="allow-scripts"')
    tick(frame, 1)
    sees(frame, f"x....  1 of 5 done\n{REFUSED}")


# ---- Edits of the list


def test_ticks_survive_an_edit_and_the_reader_is_told(visit):
    page = visit()
    tick(page, 1, 2, 3)  # stay-steady, ask-safety, name-it
    changed = "! This list has changed since you began. Ticks on steps that are still here stay."
    edited = visit(
        "edited", beside=page
    )  # breathe, stand-still (once stay-steady), name-it, give-first-place
    sees(edited, f".xx.  2 of 4 done\n{changed}")
    tick(edited, 4)
    sees(edited, f".xxx  3 of 4 done\n{changed}")
    again = visit(beside=page)  # A step that comes back is still ticked.
    sees(again, "xxxx.  4 of 5 done")


def test_a_run_begun_after_the_edit_has_no_such_notice(visit):
    page = visit("edited")
    tick(page, 1)
    sees(page, "x...  1 of 4 done")


def test_a_retired_id_still_leads_to_its_step(visit):
    page = visit("edited", script=False, hash="#stay-steady")
    assert page.locator("li:has(:target)").get_attribute("id") == "stand-still"


# ---- Two tabs


def test_two_tabs_stay_in_step(visit):
    here = visit()
    there = visit(beside=here)
    tick(here, 1)
    sees(there, "x....  1 of 5 done")
    tick(there, 2)
    sees(here, "xx...  2 of 5 done")
    tick(here, 1)
    sees(there, ".x...  1 of 5 done")
    press(there, "Reset")
    sees(here, ".....  0 of 5 done")


def test_the_only_tick_taken_back_in_one_tab_does_not_come_back_from_the_other(visit):
    here = visit()
    tick(here, 1)
    there = visit(beside=here)
    tick(there, 1)
    sees(here, ".....  0 of 5 done")
    here.evaluate("new Promise((done) => setTimeout(done, 200))")
    sees(there, ".....  0 of 5 done")


def test_no_tick_is_lost_when_both_tabs_tick_at_once(visit):
    here = visit()
    there = visit(beside=here)
    here.evaluate("setTimeout(() => document.querySelectorAll('input')[0].click(), 200)")
    there.evaluate("setTimeout(() => document.querySelectorAll('input')[4].click(), 195)")
    sees(here, "x...x  2 of 5 done")
    sees(there, "x...x  2 of 5 done")
    here.reload()
    sees(here, "x...x  2 of 5 done")


def test_a_value_that_a_tab_overwrote_unread_is_joined_with_it(visit):
    here = visit()
    tick(here, 1)
    there = visit(beside=here)
    at = there.evaluate("Date.now()")
    run = {
        "began": at,
        "version": "dpckjblm",
        "emptied": 0,
        "finished": [0, 0],
        "marks": {"name-it": [at, 1]},
    }
    text = json.dumps({"format": 1, "chosen": [0, ""], "runs": {"timed": run}})
    there.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
    sees(here, "x.x..  2 of 5 done")
    sees(there, "x.x..  2 of 5 done")


# ---- Said once


def test_a_tick_after_one_of_the_last_day_that_a_clock_can_say_is_kept(visit):
    page = visit()
    tick(page, 1)
    page.evaluate(
        "(key) => localStorage.setItem(key, localStorage.getItem(key).replace(/\\d{13}(?=,1])/, '8640000000000000'))",
        KEY,
    )
    page.reload()
    tick(page, 2)
    page.reload()
    sees(page, "xx...  2 of 5 done")


def test_one_region_speaks_and_one_tick_makes_it_speak_once(visit):
    for name in ["session", "relationship"]:
        page = visit(name)
        assert page.locator("[role=status], [role=alert], [role=log], [aria-live], output").count() == 1
        page.evaluate(
            """() => {
              globalThis.spoken = [];
              const region = document.querySelector("[role=status]");
              new MutationObserver(() => spoken.push(region.innerText.trim())).observe(
                region, { childList: true, characterData: true, subtree: true, attributes: true });
            }"""
        )
        tick(page, 1)
        tick(page, 2)
        first, second = page.evaluate("spoken")
        assert first.startswith("1 of 5 done")
        assert second == "2 of 5 done"


# ---- Reset


def test_reset_asks_nothing_and_is_undone(visit):
    page = visit()
    tick(page, 2, 4)
    press(page, "Reset")
    sees(page, ".....  0 of 5 done\nThe list is empty. [Undo]")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    sees(page, ".x.x.  2 of 5 done\nIt is back as it was.")
    page.reload()
    sees(page, ".x.x.  2 of 5 done")


def test_a_second_click_on_reset_does_not_hit_undo(visit):
    page = visit(width=375)
    tick(page, 1)
    page.get_by_role("button", name="Reset").dblclick()
    sees(page, ".....  0 of 5 done\nThe list is empty. [Undo]")


# ---- Carried out


@pytest.fixture
def clipboard(visit):
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    page.bring_to_front()
    tick(page, 2)
    return page


READ = """async (type) => { const [item] = await navigator.clipboard.read();
  return item.types.includes(type) ? (await item.getType(type)).text() : null; }"""


def test_copy_as_text(clipboard):
    share(clipboard, "Copy as text")
    sees(clipboard, ".x...  1 of 5 done\nCopied as text.")
    text = clipboard.evaluate(READ, "text/plain").replace("\r\n", "\n")
    assert text.startswith(
        "What do I do when something big is said at the door?\n"
        "When the hand is on the door\n"
        "\n"
        "[ ] 1. Stay where you are and slow your voice down.\n"
        "       Say “Thank you for telling me. Let us take a moment before you go.”\n"
        "[x] 2. Ask whether they are safe to leave.\n"
        "       Say “Before you go: are you safe tonight?”\n"
        "       Firmer “I cannot let this wait. Are you thinking of ending your life?”\n"
        "       Is there any sign of danger now? Go to the risk steps. "
        "Suicide risk near the end (https://guide.example/sessions/suicide-risk-late/)\n"
    )
    assert text.endswith(
        "\nNot yet reviewed by a clinician. Version dpckjblm of https://guide.example/sessions/door-handle/"
        " from Ending Well, CC BY 4.0\n"
    )


def test_what_a_service_decided_is_copied_with_its_step_and_what_is_open_is_not(visit):
    page = visit("local", permissions=["clipboard-read", "clipboard-write"])
    page.bring_to_front()
    share(page, "Copy as text")
    sees(page, "....  0 of 4 done\nCopied as text.")
    text = page.evaluate(READ, "text/plain").replace("\r\n", "\n")
    assert (
        "[ ] 2. Look in the house diary for a message that missed you.\n"
        "       Say “Did anyone ring for me today?”\n"
        "[ ] 3. Try again by the agreed route.\n"
    ) in text
    assert (
        "       At Example House, clinicians try 4 times, 6 days apart, before they take silence as a stop."
        in text
    )
    assert "       At Example House, the person to call is the duty supervisor. Call 202" in text
    assert "your service’s decision" not in text


def test_copy_as_markdown(clipboard):
    share(clipboard, "Copy as Markdown")
    sees(clipboard, ".x...  1 of 5 done\nCopied as Markdown.")
    text = clipboard.evaluate(READ, "text/plain").replace("\r\n", "\n")
    assert (
        "- [x] **Ask whether they are safe to leave.**\n"
        "    - **Say** “Before you go: are you safe tonight?”\n"
        "    - **Firmer** “I cannot let this wait. Are you thinking of ending your life?”\n"
        "    - **Is there any sign of danger now?** Go to the risk steps. "
        "[Suicide risk near the end](https://guide.example/sessions/suicide-risk-late/)\n"
    ) in text


def test_copy_for_a_wiki(clipboard):
    share(clipboard, "Copy for a wiki or document")
    sees(clipboard, ".x...  1 of 5 done\nCopied with its formatting.")
    html = clipboard.evaluate(READ, "text/html")
    assert "☑ <strong" in html
    assert 'href="https://guide.example/sessions/suicide-risk-late/"' in html
    assert "[x] 2. Ask whether" in clipboard.evaluate(READ, "text/plain")


def test_refused_rich_text_becomes_plain_and_that_is_said(clipboard):
    stub(
        clipboard,
        "navigator.clipboard.write",
        "() => Promise.reject(new DOMException('', 'NotAllowedError'))",
    )
    share(clipboard, "Copy for a wiki or document")
    sees(clipboard, ".x...  1 of 5 done\nThis browser refused formatted text. Copied as plain text.")


def test_a_refused_clipboard_shows_the_text_to_copy_by_hand(visit):
    page = visit()
    stub(
        page, "navigator.clipboard.writeText", "() => Promise.reject(new DOMException('', 'NotAllowedError'))"
    )
    share(page, "Copy as text")
    sees(
        page,
        ".....  0 of 5 done\nThis browser refused to copy. The text is below the buttons: select it and copy it by hand.",
    )
    expect(page.get_by_role("region", name="Text to copy by hand")).to_contain_text(
        "[ ] 1. Stay where you are"
    )
    assert "[ ] 1. Stay" in page.evaluate("getSelection().toString()")


def test_what_the_box_at_the_end_offers_by_hand_is_in_sight(visit):
    page = visit(height=500)
    stub(
        page, "navigator.clipboard.writeText", "() => Promise.reject(new DOMException('', 'NotAllowedError'))"
    )
    tick(page, 1, 2, 3, 4, 5)
    page.locator(".end").get_by_role("button", name="Copy as text").click()
    expect(page.get_by_role("region", name="Text to copy by hand")).to_be_in_viewport(ratio=1)
    assert "[x] 1. Stay" in page.evaluate("getSelection().toString()")
    assert "[x] 1. Stay" not in "\n".join(printed(page))


def test_signs_that_html_and_markdown_mind_arrive_as_they_are(visit):
    page = visit("longest", permissions=["clipboard-read", "clipboard-write"])
    share(page, "Copy as Markdown")
    sees(page, ".........  0 of 9 done\nCopied as Markdown.")
    assert r"missed sessions \<and\> on silence" in page.evaluate(READ, "text/plain")
    assert r"Close\_the\_file with \*care\*" in page.evaluate(READ, "text/plain")
    share(page, "Copy for a wiki or document")
    sees(page, ".........  0 of 9 done\nCopied with its formatting.")
    assert "&lt;and&gt;" in page.evaluate(READ, "text/html")


def test_a_link_restores_the_run_and_leaves_the_address(clipboard, visit):
    tick(clipboard, 4)
    share(clipboard, "Copy a link with these ticks")
    sees(clipboard, ".x.x.  2 of 5 done\nLink copied. It holds ticks, and nothing about a client.")
    link = clipboard.evaluate(READ, "text/plain")
    assert link == "https://guide.example/sessions/door-handle/#run=dpckjblm.ask-safety.give-first-place"
    other = visit(hash=link[link.index("#") :])
    sees(other, ".x.x.  2 of 5 done\nThe ticks from the link are set. [Undo]")
    assert "#" not in other.url
    other.reload()
    sees(other, ".x.x.  2 of 5 done")
    assert other.evaluate("Object.keys(localStorage)") == [KEY], "and nothing had to be set aside"


def test_a_link_in_place_of_a_run_is_undone(visit):
    page = visit()
    tick(page, 1)
    page.evaluate("location.hash = '#run=dpckjblm.name-it'")
    sees(page, "..x..  1 of 5 done\nThe ticks from the link are set. [Undo]")
    press(page, "Undo")
    sees(page, "x....  1 of 5 done\nIt is back as it was.")


def test_a_link_opens_as_a_run_of_its_own_where_runs_stay(visit):
    page = visit("relationship")
    tick(page, 1)
    mine = word_of(page)
    page.evaluate("location.hash = '#run=alknmkpo.name-it'")
    sees(page, "..x..  1 of 5 done\nThe ticks from the link are set as a new run, WORD. ...")
    assert word_of(page) != mine
    page.get_by_label("Choose a run").select_option(mine)
    sees(page, "x....  1 of 5 done\nThis is now run WORD.")


def test_a_link_from_before_an_edit_says_what_is_gone(visit):
    page = visit("edited", hash="#run=dpckjblm.stay-steady.ask-safety.name-it")
    sees(
        page,
        """
        .xx.  2 of 4 done
        The ticks from the link are set. 1 ticked step is no longer in this list. [Undo]
        ! This list has changed since you began. ...
        """,
    )
    page.evaluate("location.hash = '#run=dpckjblm.name-it.ask-safety.write-it-down'")
    sees(
        page,
        "..x.  1 of 4 done\nThe ticks ... 2 ticked steps are no longer in this list. [Undo]\n! This list ...",
    )


@pytest.mark.parametrize(
    "fragment",
    [
        "#run=",
        "#run=dpckjblm",
        "#run=nothex00.name-it",
        "#run=dpckjblm.<b>",
        "#run=dpckjblm.%3Cb%3E",
        "#run=dpckjblm.x.y",
        "#run=dpckjblm..",
    ],
)
def test_a_broken_or_foreign_link_changes_nothing_and_says_so(visit, fragment):
    page = visit()
    tick(page, 1)
    before = stored(page)
    page.evaluate("(hash) => { location.hash = hash }", fragment)
    sees(page, "x....  1 of 5 done\nThis link does not hold ticks of this list. Nothing was changed.")
    assert stored(page) == before
    assert "#" not in page.url


def test_without_ticks_there_is_no_link_to_copy(visit):
    page = visit()
    share(page, "Copy a link with these ticks")
    sees(page, ".....  0 of 5 done\nNothing is ticked yet, so there is nothing for a link to hold.")


# ---- On paper


def on_paper(page: Page, button: str, paper: str) -> tuple[list[str], str]:
    """What comes out of the printer after the button is pressed."""
    stub(page, "window.print", "() => {}")
    share(page, button)
    sheets = printed(page, format=paper)
    return sheets, "\n".join(sheets)


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("button", ["Print blank", "Print with ticks"])
def test_the_list_prints_alone_on_one_side(visit, name, paper, button):
    page = visit(name)
    tick(page, 1)
    sheets, text = on_paper(page, button, paper)
    words = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text))  # PDFs hold ligatures.
    example = LISTS[name]
    assert len(sheets) == 1
    for part in [example["title"], example["pause"], f"Version {example['version']}", example["address"]]:
        assert re.sub(r"\s", "", part) in re.sub(r"\s", "", words)  # an address may break over two lines
    for part in ["Above:", "Below:", "Example:", "Copy,", "Reset", "Practice wisdom"]:
        assert part not in words
    tones = [voice["tone"] for step in example["steps"] for voice in step["voices"]]
    assert words.count("Say “") == tones.count("Say")
    is_full = page.locator("ew-checklist[data-full]:has(.step:nth-child(7))").count()
    assert words.count("Firmer “") == (0 if is_full else tones.count("Firmer"))
    assert "someone young" not in words
    assert ("Emergency: Aland 01, Bland 02." in words) is bool(example["contacts"])
    for ask in {exception["ask"] for step in example["steps"] for exception in step["exceptions"]}:
        assert ask in words
    for decided in {d["text"] for step in example["steps"] for d in step["decisions"] if d["decided"]}:
        assert decided in words
    assert page.evaluate("document.documentElement.dataset.print") is None  # The printer is done.


@pytest.mark.parametrize("name", ["session", "longest", "local", "longest-local"])
def test_the_type_on_paper_is_never_below_ten_points(visit, name):
    page = visit(name)
    page.emulate_media(media="print")
    sizes = page.evaluate(
        "[...document.querySelectorAll('ew-checklist *')].filter((node) => node.checkVisibility()).map((node) => parseFloat(getComputedStyle(node).fontSize) * 0.75)"
    )
    assert min(sizes) >= 9.99


@pytest.mark.parametrize(("button", "ticked"), [("Print blank", 0), ("Print with ticks", 1)])
def test_squares_on_paper_are_borders_and_ticks_are_printed_when_asked(visit, button, ticked):
    page = visit("relationship")
    tick(page, 1)
    stub(page, "window.print", "() => {}")
    share(page, button)
    page.emulate_media(media="print")
    drawn = page.evaluate(
        """[...document.querySelectorAll("input")].map((box) => ({
          border: parseFloat(getComputedStyle(box).borderTopWidth), paint: getComputedStyle(box).backgroundColor,
          tick: getComputedStyle(box, "::before").content !== "none" && getComputedStyle(box, "::before").display !== "none" }))"""
    )
    assert all(box["border"] >= 1 for box in drawn)
    assert sum(box["tick"] for box in drawn) == ticked
    assert drawn[0]["paint"] in {"rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"}
    expect(page.get_by_text(re.compile("Run: "))).to_be_visible(visible=bool(ticked))


def test_the_browsers_own_print_gives_the_list_and_with_a_box_ticked_the_page(visit):
    page = visit()
    tick(page, 1)
    alone = "\n".join(printed(page))
    assert "Above: the page" not in alone
    assert "Version" in alone
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<input type=checkbox data-background checked>')"
    )
    text = "\n".join(printed(page))
    assert "Above: the page" in text
    assert "Below: the rest" in text
    assert "Reset" not in text
    page.emulate_media(media="print")
    assert page.locator("input").first.evaluate("box => getComputedStyle(box).borderTopStyle") == "solid"


def test_printing_ends_with_the_afterprint_event(visit):
    page = visit()
    stub(page, "window.print", "() => { globalThis.during = { ...document.documentElement.dataset } }")
    share(page, "Print blank")
    assert page.evaluate("during") == {"print": "checklist", "ticks": "no"}
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("({ ...document.documentElement.dataset })") == {}


# ---- Without script, without network, in every browser setting


@pytest.mark.parametrize("name", ["session", "relationship"])
def test_without_script_it_reads_ticks_and_resets_and_shows_nothing_that_does_nothing(visit, name):
    page = visit(name, script=False)
    tick(page, 1, 3)
    assert page.locator("input:checked").count() == 2
    assert page.locator("ew-checklist :is(button, summary, select):visible").all_inner_texts() == ["Reset"]
    press(page, "Reset")
    assert page.locator("input:checked").count() == 0
    expect(page.get_by_text("Firmer")).to_be_visible()
    expect(page.get_by_text("Ticks last until you leave this page.", exact=True)).to_be_visible()


def test_a_submitted_form_goes_nowhere(visit):
    page = visit()
    tick(page, 1)
    page.evaluate("document.forms['checklist-form'].requestSubmit()")
    page.locator("input").first.press("Enter")
    sees(page, "x....  1 of 5 done")
    assert "?" not in page.url


def test_with_the_server_gone_everything_goes_on(serve, examples, open_page):
    server = serve(examples)
    page = open_page(f"{server.url}/checklist/session.html")
    server.stop()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    tick(page, 1, 2)
    press(page, "Reset")
    press(page, "Undo")
    sees(page, "xx...  2 of 5 done\nIt is back as it was.")
    assert asked == []


def test_the_name_of_a_box_is_the_step_and_no_more(visit):
    page = visit()
    group = page.get_by_role("group", name="When the hand is on the door")
    names = [step["do"] for step in LISTS["session"]["steps"]]
    for name in names:
        expect(group.get_by_role("checkbox", name=name, exact=True)).to_have_count(1)
    link = page.get_by_role("link", name=f"Link to this step: {names[0]}", exact=True)
    expect(link).to_have_attribute(
        "data-permalink", "https://guide.example/sessions/door-handle/#stay-steady"
    )


def test_all_of_it_by_keyboard_with_the_focus_in_sight(visit):
    page = visit(
        "relationship", width=375, reduced_motion="reduce"
    )  # Otherwise the page still scrolls when asked.
    tick(page, 1)
    page.locator("details.carry summary").press("Enter")
    page.evaluate("document.body.tabIndex = -1; document.body.focus()")
    stops = []
    for _ in range(60):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => {
              const node = document.activeElement;
              if (!node.closest("ew-checklist")) return null;
              const ring = getComputedStyle(node.closest("label:has(> input)") ?? node);
              const { top, bottom, left, right } = node.getBoundingClientRect();
              const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
              return { name: node.textContent.trim() || node.value, ring: ring.outlineStyle === "solid" && parseFloat(ring.outlineWidth) >= 2,
                       clear: node.contains(seen) || seen.contains(node) };
            }"""
        )
        if stop is None:
            break
        stops.append(stop)
    names = [stop["name"] for stop in stops]
    assert [stop["name"] for stop in stops if not (stop["ring"] and stop["clear"])] == []
    for name in [
        "Start another run",
        "Finish this run",
        "stay-steady",
        "write-it-down",
        "Reset",
        "Copy, print or share",
        "Print blank",
    ]:
        assert name in names
    page.locator("input").nth(1).press("Space")
    sees(page, "xx...  2 of 5 done")


@pytest.mark.parametrize("name", ["session", "longest", "local", "longest-local"])
def test_at_320_pixels_and_in_a_text_twice_as_large_nothing_sticks_out(visit, name):
    page = visit(name, width=320)
    page.locator("details.carry summary").click()
    tick(page, 1)
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) == 0
    page.set_viewport_size({"width": 640, "height": 400})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate(wide) == 0


def test_fingers_find_what_they_need(visit):
    page = visit("session", width=375)
    for label in page.locator("ol label").all():
        box = label.bounding_box()
        assert box["height"] >= 44
        assert box["width"] >= 300
    box = page.locator("input").first.bounding_box()
    assert (box["width"], box["height"]) == (24, 24)


def test_done_is_not_only_colour_and_survives_forced_colours(visit):
    page = visit(forced_colors="active")
    look = """([index]) => { const box = document.querySelectorAll("input")[index];
      return [getComputedStyle(box, "::before").borderBottomWidth, getComputedStyle(box).borderTopStyle,
              getComputedStyle(box.nextElementSibling).textDecorationLine]; }"""
    tick(page, 1)
    assert page.evaluate(look, [0]) == ["3px", "solid", "line-through"]
    assert page.evaluate(look, [1])[1:] == ["solid", "none"]
    tick_colour, ground = page.evaluate(
        """() => { const box = document.querySelector("input");
        return [getComputedStyle(box, "::before").borderBottomColor, getComputedStyle(box).backgroundColor]; }"""
    )
    assert tick_colour != ground


def test_nothing_moves(visit):
    page = visit(reduced_motion="reduce")
    moving = page.evaluate(
        """[...document.querySelectorAll("ew-checklist, ew-checklist *")].filter((node) => {
          const style = getComputedStyle(node);
          return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0 || style.scrollBehavior === "smooth";
        }).length"""
    )
    assert moving == 0


# ---- Large, and moved about


@pytest.fixture
def of_200(write_example):
    """A list of two hundred steps, far above what the build lets through."""
    example = LISTS["session"]
    steps = [dict(example["steps"][1], id=f"step-{number}", aliases=[]) for number in range(200)]
    write_example("checklist/of-200.html", ("checklist", dict(example, steps=steps)))


def test_a_tick_in_a_list_of_200_costs_no_more_than_in_one_of_5(visit, of_200):
    counts = []
    for name in ["session", "of-200"]:
        page = visit(name)
        page.evaluate(
            """() => { globalThis.changes = 0; new MutationObserver((all) => { changes += all.length; }).observe(
               document.body, { childList: true, characterData: true, attributes: true, subtree: true }); }"""
        )
        tick(page, 2)
        counts.append(page.evaluate("changes"))
    assert counts[0] == counts[1] <= 2


def test_it_survives_being_taken_out_and_put_back(visit):
    page = visit(clock=MORNING)
    tick(page, 1)
    page.evaluate(
        "const list = document.querySelector('ew-checklist'); const { parentNode } = list; list.remove(); parentNode.append(list); parentNode.append(list)"
    )
    sees(page, "x....  1 of 5 done")
    tick(page, 2)
    sees(page, "xx...  2 of 5 done")
    press(page, "Reset")
    press(page, "Undo")
    sees(page, "xx...  2 of 5 done\nIt is back as it was.")
    page.clock.fast_forward("31:00")
    sees(page, ".....  0 of 5 done\nThis run ended by itself ... [Bring it back]")


def test_connected_twice_it_acts_once(visit):
    page = visit("relationship")
    page.evaluate("document.querySelector('ew-checklist').connectedCallback()")
    press(page, "Start a run")
    expect(page.get_by_label("Choose a run")).to_be_hidden()  # There is but one.


def test_once_taken_out_it_listens_to_nothing(visit):
    page = visit()
    tick(page, 1)
    page.evaluate("globalThis.list = document.querySelector('ew-checklist'); list.remove()")
    other = visit(beside=page)
    tick(other, 2)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert page.evaluate("list.querySelectorAll('input:checked').length") == 1


# ---- Clearing the device


@pytest.fixture
def with_clear(visit, write_example):
    """A page with a checklist and the control that clears the device."""
    write_example("checklist/with-clear.html", ("checklist", LISTS["session"]), ("clear", {}))
    page = visit("with-clear")
    expect(page.get_by_text("Clear what this site keeps on this device")).to_be_visible()
    return page


def test_clear_removes_all_that_is_ours_after_a_second_step_and_says_what(with_clear, visit):
    page = with_clear
    page.evaluate("Object.assign(localStorage, { 'ew:checklist:a/b': '1', 'ew:path': '1', 'other': '1' })")
    tick(page, 1)
    there = visit(beside=page)
    page.get_by_text("Clear what this site keeps on this device").click()
    sees(page, "x....  1 of 5 done")  # Nothing yet.
    press(page, "Clear it all now")
    expect(
        page.get_by_text("Cleared from this device: ticks of 2 checklists and 1 other entry.")
    ).to_be_visible()
    assert page.evaluate("Object.keys(localStorage)") == ["other"]
    for tab in (page, there):
        sees(tab, ".....  0 of 5 done")
    tick(page, 2)
    sees(page, ".x...  1 of 5 done")  # What was cleared does not come back with the next tick.
    sees(there, ".x...  1 of 5 done")


def test_clear_says_when_there_is_nothing_and_when_storage_is_refused(standing, examples, open_page):
    url = f"{standing(examples).url}/clear/clear.html"
    for options, said in [
        ({}, "No ticks and no other progress were kept"),
        ({"storage": False}, "This browser refuses storage"),
    ]:
        page = open_page(url, **options)
        page.locator("ew-clear summary").click()
        press(page, "Clear it all now")
        expect(page.get_by_role("status")).to_contain_text(said)
        expect(page.locator("ew-clear summary")).to_be_focused()


def test_clear_is_not_there_without_script(standing, examples, open_page):
    page = open_page(f"{standing(examples).url}/clear/clear.html", script=False)
    assert page.locator("ew-clear :is(summary, button):visible").count() == 0


# ---- For everyone


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_no_example_is_wider_than_a_narrow_screen(standing, examples, open_page, script):
    page, wide = open_page(standing(examples).url, width=320, script=script), {}
    root = page.url
    for component, name in ((c, n) for c in EXAMPLES for n in EXAMPLES[c]):
        page.goto(f"{root}{component}/{name}.html")
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        wide |= {f"{component}/{name}": over} if over > 0 else {}
    assert wide == {}


@pytest.mark.parametrize("name", ["session", "relationship", "local", "local-session"])
def test_axe_finds_nothing_when_all_is_shown_that_can_be(visit, axe_in_every_look, name):
    page = visit(name, width=375, hash="#ask-safety")
    stub(page, "navigator.clipboard.writeText", "() => Promise.reject(new Error())")
    page.locator(".notice").evaluate_all("notices => notices.forEach((notice) => { notice.hidden = false })")
    tick(page, 1)
    if name == "relationship":
        press(page, "Start another run")
        tick(page, 1)
    share(page, "Copy as text")
    expect(page.get_by_role("region", name="Text to copy by hand")).to_be_visible()
    assert axe_in_every_look(page) == []
    press(page, "Reset")
    assert axe_in_every_look(page) == []
