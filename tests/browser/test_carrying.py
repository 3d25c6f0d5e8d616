"""Progress carried from a phone to a desktop and merged there, how long it lasts where it is, and what must not change it.

What was done is written as {number of the task: (day, result, version)}.
"""

from __future__ import annotations

import io
import random
import re
from itertools import product

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.conftest import printed
from tests.browser.wayward import wait_until, wait_until_whole

COURSE = "course/"
MODULE = "course/difficult-close/"
MARK = "#progress="
DAY = 20_454  # 2026-01-01, the first that a code can hold
SPAN = 300
RESULTS = {
    "check": ["missed", "mended", "right"],
    "scenario": ["poor", "good"],
    "criterion": ["unmet", "met"],
}
LITTLE = {3: (DAY + 40, "done", "abcd"), 70: (DAY + 41, "right", "ponm")}
MORE = {3: (DAY + 40, "done", "abcd"), 4: (DAY + 50, "met", "abcd")}

WAYS = {
    "file": "Save as a file",
    "link": "Copy as a link",
    "code": "Show a code to scan",
    "sheet": "Print a sheet",
}
ADD, LEAVE, LOOK = "Add it to what is here", "Leave it", "Look at what it holds"
NOT_OURS = "This does not hold progress of this course, or a part of it is missing. Nothing was changed."
PHONE = {"width": 375, "device_scale_factor": 2, "permissions": ["clipboard-read", "clipboard-write"]}

PUT = """async (tasks) => {
  const { encode } = await import(new URL("../progress/state.js", document.querySelector("script[type=module]").src));
  const entries = tasks.map(([number, day, result, version]) => [number, { day, result, version }]);
  localStorage.setItem("ew:course", encode(new Map(entries)));
}"""
GET = """async () => {
  const { decode } = await import(new URL("../progress/state.js", document.querySelector("script[type=module]").src));
  const entries = decode(localStorage.getItem("ew:course") ?? "10" ) ?? [];
  return [...entries].map(([number, { day, result, version }]) => [number, [day, result, version]]);
}"""


def device(visit, done=None, path=COURSE, **options) -> Page:
    """A fresh profile in which this is done, on this page."""
    page = visit(path, **options)
    put(page, done or {})
    return page


def put(page: Page, done) -> None:
    if done:
        page.evaluate(PUT, [[number, *entry] for number, entry in done.items()])
        page.reload()


def has(page: Page) -> dict:
    """What is done on the device, as its storage has it."""
    return {number: tuple(entry) for number, entry in page.evaluate(GET)}


def kept(page: Page) -> dict[str, str]:
    """All that this site keeps on the device."""
    return page.evaluate("({ ...localStorage })")


def code(page: Page) -> str:
    return kept(page)["ew:course"]


def all_done(page: Page, seed: int, modules: str = "") -> dict:
    """Every task of the modules (of all, where none is named), done at random."""
    chance = random.Random(seed)
    items = page.locator(f"[data-tasks]{modules}").evaluate_all("all => all.map((one) => one.dataset.tasks)")
    tasks = [task.split(".") for module in items for task in module.split()]
    return {
        int(number): (DAY + chance.randrange(SPAN), chance.choice(RESULTS.get(kind, ["done"])), version[:4])
        for kind, number, version in tasks
    }


def realistic(page: Page) -> dict:
    return all_done(page, 1, "[data-module=difficult-close]")


def full(page: Page) -> dict:
    return all_done(page, 2)


def anything(chance: random.Random, count: int) -> dict:
    """So many tasks of any number, done in any way on any day: more than a course of today can hold."""
    return {
        number: (
            DAY + chance.randrange(5_000),
            chance.choice(["done", *(result for results in RESULTS.values() for result in results)]),
            "".join(chance.choices("abcdefghijklmnop", k=4)),
        )
        for number in chance.sample(range(380), count)
    }


def longest(_: Page) -> dict:
    return anything(random.Random(9), 280)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def said(page: Page, words: str) -> None:
    """Fails unless this is said, where the reader sees it without scrolling."""
    status = page.locator(".carry-away [role=status]")
    expect(status).to_have_text(words)
    expect(status).to_be_in_viewport(ratio=1)


def scan(picture: bytes) -> str:
    """What an independent decoder reads in a picture; it may take rows of a code for bars of another kind."""
    [found] = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)), formats=zxingcpp.BarcodeFormat.QRCode)
    return found.text


def paste(page: Page, text: str) -> None:
    page.get_by_label("Or a link, pasted").fill(text)
    press(page, LOOK)


def choose(page: Page, content: bytes) -> None:
    page.get_by_label("A file that was saved here").set_input_files(
        {"name": "ending-well-progress.txt", "mimeType": "text/plain", "buffer": content}
    )


def follow(page: Page, link: str) -> None:
    """Open a link of the guide on this machine, as from a message."""
    here = page.url.partition("#")[0]
    page.goto("about:blank")
    page.goto(here + MARK + link.partition(MARK)[2])


def saved(page: Page) -> str:
    with page.expect_download() as arriving:
        press(page, WAYS["file"])
    assert arriving.value.suggested_filename == "ending-well-progress.txt"
    return arriving.value.path().read_text("utf-8")


def copied(page: Page) -> str:
    page.bring_to_front()
    press(page, WAYS["link"])
    said(page, "Link copied. It holds what was done and no name.")
    return page.evaluate("navigator.clipboard.readText()")


def scanned(page: Page) -> str:
    press(page, WAYS["code"])
    drawn = page.get_by_role("img", name="A code that holds your progress")
    expect(drawn.locator("path")).to_have_count(2)
    return scan(drawn.screenshot())


def print_sheet(page: Page) -> None:
    """Ask for the sheet, and stop where the browser would ask for a printer."""
    printing = "new Promise((done) => { window.print = done; document.querySelector('[data-do=sheet]').click(); }).then(() => {})"
    page.evaluate(printing)


def read_off(page: Page) -> tuple[str, str]:
    """The link as it stands on paper, broken into lines, and what its code says."""
    print_sheet(page)
    page.emulate_media(media="print")
    drawn = scan(page.locator("[data-part=sheet-code]").screenshot())
    page.emulate_media(media="null")
    [text] = printed(page, format="A4")
    return text[text.index("https://") :], drawn


def bring_by_file(phone: Page, desk: Page) -> str:
    text = saved(phone)
    choose(desk, text.encode())
    return text.strip()


def bring_by_link(phone: Page, desk: Page) -> str:
    link = copied(phone)
    follow(desk, link)
    return link


def bring_by_code(phone: Page, desk: Page) -> str:
    link = scanned(phone)
    follow(desk, link)
    return link


def bring_by_sheet_scanned(phone: Page, desk: Page) -> str:
    _, link = read_off(phone)
    follow(desk, link)
    return link


def bring_by_sheet_copied(phone: Page, desk: Page) -> str:
    text, _ = read_off(phone)
    paste(desk, text)
    return re.sub(r"\s", "", text)


CARRIERS = [bring_by_file, bring_by_link, bring_by_code, bring_by_sheet_scanned, bring_by_sheet_copied]
every_carrier = pytest.mark.parametrize("carry", CARRIERS, ids=lambda carry: carry.__name__)


# ---- From a phone to a desktop


@every_carrier
@pytest.mark.parametrize("amount", [realistic, full], ids=["a module done", "every task of the course done"])
def test_what_was_done_on_a_phone_comes_back_identical_on_a_desktop(visit, site_url, carry, amount):
    phone, desk = visit(COURSE, **PHONE), visit(COURSE)
    done = amount(phone)
    put(phone, done)
    link = carry(phone, desk)
    assert link == f"{site_url}{COURSE}{MARK}{code(phone)}"
    assert len(link) <= 2_000
    expect(desk.locator("[data-part=incoming]")).to_be_focused()
    expect(desk.locator("[data-part=incoming]")).to_be_in_viewport()
    expect(desk.locator("[data-part=holds]")).to_contain_text(f"New here: {len(done)}.")
    assert kept(desk) == {}
    press(desk, ADD)
    said(desk, f"{len(done)} things were added. What was here is still here.")
    assert code(desk) == code(phone)
    assert has(desk) == done


def test_what_came_is_shown_by_the_modules_at_once(visit):
    desk = visit(COURSE)
    done = {number: (DAY + 9, "done", entry[2]) for number, entry in realistic(desk).items()}
    put(phone := visit(COURSE, **PHONE), done)
    bring_by_link(phone, desk)
    press(desk, ADD)
    module = desk.locator("[data-module=difficult-close][data-tasks]")
    expect(module.locator("[data-part=done]")).to_have_text(f"All {len(done)} done.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_sample_of_sixty_random_states_of_all_sizes_is_read_by_an_independent_decoder(
    visit, site_url, scheme
):
    chance, page = random.Random(6), visit(COURSE, scheme=scheme, device_scale_factor=2)
    page.evaluate("document.body.innerHTML = '<svg width=512 height=512></svg>'")
    for n in range(30):
        done = anything(chance, 1 + n * 279 // 29)
        page.evaluate(PUT, [[number, *entry] for number, entry in done.items()])
        link = f"{site_url}{COURSE}{MARK}{code(page)}"
        assert len(link) <= 2_000
        draw = "async (link) => (await import(new URL('../carry/code.js', document.querySelector('script[type=module]').src))).draw(document.querySelector('svg'), link)"
        assert page.evaluate(draw, link)
        assert scan(page.locator("svg").screenshot()) == link, f"{len(done)} tasks"


@pytest.mark.parametrize("way", WAYS)
def test_where_nothing_is_done_nothing_is_carried_and_that_is_said(visit, way):
    page = visit(COURSE, **PHONE)
    page.evaluate("() => { window.print = () => document.body.remove(); }")
    press(page, WAYS[way])
    said(page, "Nothing is done yet, so there is nothing to carry.")
    assert kept(page) == {}


def test_a_clipboard_that_is_refused_shows_the_link_to_copy_by_hand(visit, site_url):
    page = device(visit, LITTLE, width=375)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException('no')); }")
    press(page, WAYS["link"])
    said(page, "This browser refused to copy. The link is below: copy it by hand.")
    by_hand = page.get_by_label("Link to copy by hand")
    expect(by_hand).to_have_text(f"{site_url}{COURSE}{MARK}{code(page)}")
    assert page.evaluate("() => String(getSelection())") == by_hand.inner_text()


def test_a_code_or_link_on_show_goes_when_something_else_is_done_elsewhere(visit):
    page = device(visit, LITTLE)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException('no')); }")
    press(page, WAYS["link"])
    scanned(page)
    visit(MODULE, beside=page).get_by_label("I have said it aloud").first.check()
    expect(page.locator("[data-part=scan]")).to_be_hidden()
    expect(page.get_by_label("Link to copy by hand")).to_be_hidden()


def test_a_file_whose_making_takes_a_while_can_still_be_fetched(visit):
    """Some browsers read the file only after the click is over."""
    page = device(visit, LITTLE)
    page.evaluate(
        "() => { URL.revokeObjectURL = (url) => { globalThis.gone = url; }; HTMLAnchorElement.prototype.click = () => {}; }"
    )
    press(page, WAYS["file"])
    said(page, "The file was saved. It holds what was done and no name.")
    assert page.evaluate("globalThis.gone") is None


@pytest.mark.parametrize("words", ["See {}.", "<{}>", "“{}”", "({})", "{},\nthanks", "  {}\r\n"])
def test_a_link_is_found_in_the_words_around_it(visit, words):
    link = f"https://anywhere.example/{MARK}{code(device(visit, LITTLE))}"
    desk = visit(COURSE)
    paste(desk, words.format(link))
    press(desk, ADD)
    assert has(desk) == LITTLE


def test_the_way_to_carry_is_one_press_from_a_module(visit):
    page = device(visit, LITTLE, path=MODULE, width=375)
    page.locator(".progress a:visible", has_text="Carry it away").first.click()
    expect(page.get_by_role("heading", name="Carry your progress away")).to_be_in_viewport()


# ---- Merged with what is there

HERE = {
    10: (DAY + 9, "right", "abcd"),  # here only
    11: (DAY + 8, "missed", "abcd"),  # passed there, tried again here later
    12: (DAY + 7, "done", "abcd"),  # done later there, in a newer version
    13: (DAY + 6, "met", "abcd"),  # seen to fail there, later
    14: (DAY + 5, "good", "abcd"),  # the same on both
}
THERE = {
    11: (DAY + 3, "right", "abcd"),
    12: (DAY + 17, "done", "bbbb"),
    13: (DAY + 16, "unmet", "abcd"),
    14: (DAY + 5, "good", "abcd"),
    300: (DAY + 1, "poor", "ppaa"),  # there only
}
BOTH = {10: HERE[10], 11: THERE[11], 12: THERE[12], 13: THERE[13], 14: HERE[14], 300: THERE[300]}


@pytest.mark.parametrize(("mine", "theirs", "new"), [(HERE, THERE, 4), (THERE, HERE, 1)])
def test_what_two_devices_did_is_joined_without_loss_in_either_order(visit, mine, theirs, new):
    desk = device(visit, mine)
    follow(desk, MARK + code(device(visit, theirs)))
    expect(desk.locator("[data-part=holds]")).to_have_text(re.compile(f"^It holds 5 .* New here: {new}\\.$"))
    assert has(desk) == mine
    press(desk, ADD)
    assert has(desk) == BOTH


def test_what_holds_nothing_new_is_said_to_and_changes_nothing(visit):
    desk = device(visit, BOTH)
    before = kept(desk)
    follow(desk, MARK + code(device(visit, THERE)))
    said(desk, "It holds nothing that is not here already. Nothing was changed.")
    assert kept(desk) == before


def test_left_it_changes_nothing(visit):
    desk = device(visit, HERE)
    before = kept(desk)
    follow(desk, MARK + code(device(visit, THERE)))
    press(desk, LEAVE)
    said(desk, "Nothing was changed.")
    expect(desk.locator("[data-part=incoming]")).to_be_hidden()
    assert kept(desk) == before


@pytest.mark.parametrize("mine", [HERE, {}], ids=["something here", "nothing here"])
def test_undo_brings_back_what_was(visit, mine):
    desk = device(visit, mine)
    follow(desk, MARK + code(device(visit, THERE)))
    press(desk, ADD)
    press(desk, "Undo")
    said(desk, "It is back as it was.")
    assert has(desk) == mine
    expect(desk.get_by_role("button", name="Undo")).to_be_hidden()


def test_undo_goes_when_something_else_is_done(visit):
    desk = device(visit, HERE)
    follow(desk, MARK + code(device(visit, THERE)))
    press(desk, ADD)
    expect(desk.get_by_role("button", name="Undo")).to_be_visible()
    visit(MODULE, beside=desk).get_by_label("I have said it aloud").first.check()
    expect(desk.get_by_role("button", name="Undo")).to_be_hidden()


@pytest.mark.parametrize("text", ["something else", MARK])
def test_what_is_not_taken_leaves_undo_where_it_is(visit, text):
    desk = device(visit, HERE)
    follow(desk, MARK + code(device(visit, THERE)))
    press(desk, ADD)
    paste(desk, text)
    said(desk, NOT_OURS)
    press(desk, "Undo")
    assert has(desk) == HERE


def test_a_link_leaves_the_address_clean_and_does_not_ask_again(visit):
    desk = visit(COURSE)
    address = desk.url
    follow(desk, MARK + code(device(visit, LITTLE)))
    press(desk, ADD)
    assert desk.url == address
    desk.reload()
    expect(desk.locator("[data-part=panel]")).to_be_visible()
    expect(desk.locator("[data-part=incoming]")).to_be_hidden()
    assert has(desk) == LITTLE


def test_a_link_opened_where_the_course_stands_open_is_looked_at(visit):
    desk = visit(COURSE)
    address, link = desk.url, MARK + code(device(visit, LITTLE))
    desk.evaluate("(link) => { location.hash = link; }", link)
    expect(desk.locator("[data-part=incoming]")).to_be_focused()
    assert desk.url == address


def test_what_is_added_while_another_tab_goes_on_loses_neither(visit):
    desk = device(visit, HERE)
    follow(desk, MARK + code(device(visit, THERE)))
    other = visit(COURSE, beside=desk)
    put(other, HERE | MORE)
    wait_until(desk, "(kept) => localStorage.getItem('ew:course') === kept", code(other))
    press(desk, ADD)
    assert has(desk) == BOTH | MORE


def test_a_day_to_come_is_taken_as_today(visit):
    desk = visit(COURSE, clock="2026-06-01T12:00:00")
    follow(desk, MARK + code(device(visit, {3: (DAY + 4_000, "done", "abcd")})))
    expect(desk.locator("[data-part=holds]")).to_have_text(
        "It holds 1 thing done, on 1 June 2026. New here: 1."
    )


# ---- What is not ours

HOSTILE = {
    "nothing": lambda _: "",
    "other words": lambda _: "Milk, bread, 12 eggs",
    "a mark alone": lambda _: MARK,
    "cut short": lambda link: link[:-1],
    "cut in half": lambda link: link[: len(link) // 2],
    "its beginning lost": lambda link: MARK + link.partition(MARK)[2][3:],
    "a sign changed": lambda link: link[:-9] + ("7" if link[-9] != "7" else "8") + link[-8:],
    "a sign doubled": lambda link: link[:-9] + link[-9] + link[-9:],
    "twice over": lambda link: link + link.partition(MARK)[2],
    "of a later guide": lambda link: link.replace(f"{MARK}1", f"{MARK}2"),
    "HTML": lambda _: "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>",
    "HTML in a link": lambda _: f"{MARK}<img src=x onerror=\"document.title='taken'\">",
    "escapes in a link": lambda _: f"{MARK}%00%3Cscript%3E%E2%80%AE__proto__",
    "JSON": lambda _: '{"ew:course": {"3": "done"}, "__proto__": {"admin": true}}',
    "endless": lambda _: MARK + "1" * 60_000,
}
FILES = {
    "binary": lambda _: bytes(range(256)) * 400,
    "a picture": lambda _: b"\x89PNG\r\n\x1a\n" + bytes(4_000),
    "five megabytes before the link": lambda link: b" " * 5_000_000 + link.encode(),
}


def hostile_ways():
    for name, make in HOSTILE.items():
        yield name, make, paste
        yield name, lambda link, make=make: make(link).encode(), choose
        if name not in {"nothing", "other words", "HTML", "JSON"}:
            yield name, make, follow
    for name, make in FILES.items():
        yield name, make, choose


@pytest.mark.parametrize("way", [paste, choose, follow])
def test_what_is_not_ours_gets_a_clear_message_in_sight_and_changes_nothing(visit, way):
    link = MARK + code(device(visit, THERE))
    desk = device(visit, HERE, width=375)
    before, title = kept(desk), desk.title()
    for name, make, bring in hostile_ways():
        if bring is way:
            desk.goto(desk.url.partition("#")[0])
            bring(desk, make(link))
            said(desk, NOT_OURS)
            expect(desk.locator("[data-part=incoming]")).to_be_hidden()
            assert kept(desk) == before, name
            assert desk.title() == title, name
            assert MARK not in desk.url, name


def test_a_file_that_cannot_be_read_is_said_and_changes_nothing(visit):
    desk = device(visit, HERE)
    before = kept(desk)
    desk.evaluate(
        "() => { Blob.prototype.text = () => Promise.reject(new DOMException('', 'NotReadableError')); }"
    )
    choose(desk, b"x")
    said(desk, "This file could not be read. Nothing was changed.")
    assert kept(desk) == before


def test_the_same_file_can_be_chosen_again_after_a_mistake(visit):
    desk, link = visit(COURSE), MARK + code(device(visit, LITTLE))
    choose(desk, b"")
    said(desk, NOT_OURS)
    choose(desk, link.encode())
    press(desk, LEAVE)
    choose(desk, link.encode())
    press(desk, ADD)
    assert has(desk) == LITTLE


@pytest.mark.parametrize("foreign", ["2LATER", '{"old": 1}', "<b>x</b>", "1" * 30_000])
def test_what_storage_holds_that_is_not_ours_is_set_aside_and_not_lost(visit, foreign):
    page = visit(MODULE)
    page.evaluate("(value) => localStorage.setItem('ew:course', value)", foreign)
    page.reload()
    assert kept(page)["ew:course"] == foreign  # To read on alone writes nothing over it.
    page.get_by_label("I have said it aloud").first.check()
    assert kept(page)["ew:course-unread"] == foreign
    assert len(has(page)) == 1


def test_two_things_set_aside_one_after_the_other_are_both_there(visit):
    page = visit(MODULE)
    for foreign in ("2LATER", "3LATER STILL"):
        page.evaluate("(value) => localStorage.setItem('ew:course', value)", foreign)
        page.reload()
        page.get_by_label("I have said it aloud").first.check()
    assert kept(page)["ew:course-unread"].splitlines() == ["2LATER", "3LATER STILL"]


# ---- How long it lasts

LASTS = {
    "lasting": (
        "navigator.storage.persisted = async () => true",
        "What you mark stays on this device only, until you clear it.",
    ),
    "lasting, in an engine that else forgets": (
        "window.GestureEvent = class {}; navigator.storage.persisted = async () => true",
        "What you mark stays on this device only, until you clear it.",
    ),
    "forgets in a week": (
        "window.GestureEvent = class {}; navigator.storage.persisted = async () => false",
        "What you mark stays on this device only. This browser may delete it after seven days without a visit.",
    ),
    "others": (
        "navigator.storage.persisted = async () => false",
        "What you mark stays on this device only. This browser may delete it when space runs short.",
    ),
    "no secure address": (
        "Object.defineProperty(navigator, 'storage', { value: undefined })",
        "What you mark stays on this device only. This browser may delete it when space runs short.",
    ),
}


def told(page) -> list[str]:
    """What the reader is told about keeping, line breaks aside."""
    return [" ".join(words.split()) for words in page.locator(".progress > p:visible").all_inner_texts()]


@pytest.mark.parametrize(("engine", "words"), LASTS.values(), ids=LASTS)
@pytest.mark.parametrize("path", [COURSE, MODULE])
def test_how_long_it_lasts_here_is_told(visit, engine, words, path):
    page = visit(path)
    page.add_init_script(engine)
    page.reload()
    page.locator(".keeping:visible").wait_for()
    assert told(page) == [f"{words} Carry it away"]


REFUSED = (
    "Nothing can be kept here. This browser refuses storage. What you mark lasts until you leave this page."
)


def test_storage_that_is_refused_is_told_and_marks_still_count_on_the_page(visit):
    page = visit(MODULE, storage=False)
    assert told(page) == [REFUSED]
    page.get_by_label("I have said it aloud").first.check()
    expect(page.get_by_text("Noted on")).to_have_count(1)
    assert told(page) == [REFUSED]


def test_storage_that_begins_to_refuse_is_told_with_the_tick(visit):
    page = visit(MODULE)
    page.locator(".keeping:visible").wait_for()
    page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }; }"
    )
    page.get_by_label("I have said it aloud").first.check()
    expect(page.get_by_text("Noted on")).to_have_count(1)
    assert told(page) == [REFUSED]


def test_where_storage_is_refused_what_a_link_brings_can_be_carried_on(visit):
    link = MARK + code(device(visit, LITTLE))
    page = visit(COURSE, storage=False, **PHONE)
    follow(page, link)
    press(page, ADD)
    said(page, "2 things were added. What was here is still here.")
    assert copied(page).endswith(link)


def test_in_a_frame_on_another_site_it_is_said_to_be_kept_apart(site, serve, open_page, tmp_path):
    inner = serve(site).url.replace("127.0.0.1", "localhost")
    (tmp_path / "wiki.html").write_text(f'<!doctype html><title>Wiki</title><iframe src="{inner}/{MODULE}">')
    page = open_page(f"{serve(tmp_path).url}/wiki.html")
    frame = page.frame_locator("iframe")
    frame.get_by_text("What you mark here is kept apart from the guide itself.").wait_for()
    frame.get_by_label("I have said it aloud").first.check()
    page.reload()
    expect(frame.get_by_text("Noted on")).to_have_count(1)


def test_without_a_script_it_is_told_that_nothing_is_kept(visit):
    for path in (COURSE, MODULE):
        page = visit(path, script=False)
        [words] = told(page)
        assert words.startswith("This browser does not run the guide’s script, so nothing you mark is kept.")
    course = visit(COURSE, script=False)
    assert (
        course.locator(".carry-away")
        .inner_text()
        .startswith("To carry progress away and back, the guide needs")
    )
    assert course.locator(".carry-away :is(button, input, textarea):visible").count() == 0


# ---- The offer to carry

OFFER = ".progress [data-part=offer]"
SOME = "Some of what you did is on this device only."


def test_with_nothing_done_nothing_is_offered(visit):
    for path in (COURSE, MODULE):
        page = visit(path)
        page.locator(".keeping:visible").wait_for()
        expect(page.locator(OFFER)).to_be_hidden()


def test_what_was_done_is_offered_to_be_carried_on_coming_back_and_nothing_moves_before(visit):
    page = visit(MODULE)
    page.locator(".keeping:visible").wait_for()
    boxes = page.get_by_label("I have said it aloud")
    for n in range(boxes.count()):
        boxes.nth(n).scroll_into_view_if_needed()
        place = boxes.nth(n).bounding_box()
        boxes.nth(n).check()
        expect(page.get_by_text("Noted on")).to_have_count(n + 1)
        assert boxes.nth(n).bounding_box() == place
        expect(page.locator(OFFER)).to_be_hidden()
    page.reload()
    expect(page.locator(OFFER)).to_contain_text(SOME)
    boxes.first.uncheck()
    expect(page.locator(OFFER)).to_be_visible()


def test_the_offer_is_put_off_for_the_day_and_is_back_tomorrow(visit):
    page = visit(MODULE, clock="2026-11-20T09:00:00")
    put(page, LITTLE)
    expect(page.locator(OFFER)).to_contain_text(SOME)
    press(page, "Not now")
    expect(page.locator(OFFER)).to_be_hidden()
    for later, there in [("2026-11-20T23:00:00", False), ("2026-11-21T08:00:00", True)]:
        page.clock.set_system_time(later)
        for path in (MODULE, COURSE):
            other = visit(path, beside=page, clock=later)
            other.locator(".keeping:visible").wait_for()
            expect(other.locator(OFFER)).to_be_visible(visible=there)


@pytest.mark.parametrize("way", WAYS)
def test_the_offer_goes_with_the_carrying_and_is_back_after_more_was_done(visit, way):
    page = device(visit, LITTLE, **PHONE)
    page.evaluate("() => { window.print = () => {}; }")
    module = visit(MODULE, beside=page)
    for tab in (page, module):
        expect(tab.locator(OFFER)).to_be_visible()
    page.bring_to_front()
    press(page, WAYS[way])
    for tab in (page, module):
        expect(tab.locator(OFFER)).to_be_hidden()
    module.reload()
    module.locator(".keeping:visible").wait_for()
    expect(module.locator(OFFER)).to_be_hidden()
    module.get_by_label("I have said it aloud").first.check()
    module.reload()
    expect(module.locator(OFFER)).to_contain_text(SOME)


def test_what_was_brought_from_elsewhere_is_not_said_to_be_on_this_device_only(visit):
    brought = MARK + code(device(visit, THERE))
    for own, there in [({}, False), ({10: HERE[10]}, True)]:
        desk = device(visit, own)
        follow(desk, brought)
        press(desk, ADD)
        desk.reload()
        desk.locator(".keeping:visible").wait_for()
        expect(desk.locator(OFFER)).to_be_visible(visible=there)


# ---- Tabs, clearing, no network


def test_two_tabs_lose_nothing_of_each_other_and_show_it(visit):
    course = visit(COURSE)
    one, two = visit(MODULE, beside=course), visit("course/good-ending/", beside=course)
    one.get_by_label("I have said it aloud").first.check()
    wait_until(two, "() => 'ew:course' in localStorage")  # a tab hears of another's write a little later
    two.get_by_label("I have said it aloud").first.check()
    for module in ("difficult-close", "good-ending"):
        expect(course.locator(f"[data-module={module}] > [data-part=done]")).to_contain_text("1 of ")
    assert len(has(course)) == 2


def test_the_one_control_clears_it_in_all_tabs_and_says_so(visit):
    course = device(visit, LITTLE, **PHONE)
    module = visit(MODULE, beside=course)
    copied(course)
    module.get_by_label("I have said it aloud").first.check()
    course.reload()
    course.get_by_text("Clear what this site keeps on this device").click()
    press(course, "Clear it all now")
    expect(course.locator(".clear [role=status]")).to_contain_text("your progress in the course")
    assert kept(course) == {}
    expect(course.locator(OFFER)).to_be_hidden()
    expect(module.get_by_text("Noted on")).to_be_hidden()
    press(course, WAYS["code"])
    said(course, "Nothing is done yet, so there is nothing to carry.")


def test_with_the_server_gone_the_code_is_drawn_and_a_link_is_taken_up(site, serve, open_page):
    server = serve(site)
    page = open_page(f"{server.url}/{COURSE}", service_workers="allow")
    wait_until_whole(page)
    put(page, LITTLE)
    server.stop()
    link = scanned(page)
    desk = open_page(f"{server.url}/{COURSE}", beside=page)
    desk.evaluate("localStorage.clear()")
    follow(desk, link)
    press(desk, ADD)
    assert has(desk) == LITTLE


def test_a_code_that_cannot_be_drawn_for_want_of_the_network_says_so(site, serve, open_page):
    server = serve(site)
    page = open_page(f"{server.url}/{COURSE}")
    put(page, LITTLE)
    server.stop()
    press(page, WAYS["code"])
    said(page, "The part that draws the code did not arrive. Take a file or a link.")
    expect(page.locator("[data-part=scan]")).to_be_hidden()
    assert "ew:course-carried" not in kept(page)


# ---- On paper


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("amount", [realistic, full, longest])
def test_the_sheet_is_one_page_with_nothing_else_on_it_and_then_gone(visit, site_url, amount, paper):
    page = visit(COURSE, clock="2045-01-01T09:00:00Z")  # when all of it is past
    put(page, done := amount(page))
    link = f"{site_url}{COURSE}{MARK}{code(page)}"
    print_sheet(page)
    [text] = printed(page, format=paper)
    words, rest = re.sub(r"\s", "", text), ["Onboardingcourse:progress", link]
    assert all(part in words for part in rest)
    assert f"Itholds{len(done)}thingsdone,thelaston" in words
    for part in ("Search", "Week", "Carry your", "Clear what", "Ending Well"):
        assert part not in text
    assert page.evaluate("document.documentElement.dataset.print") is None
    expect(page.locator("[data-part=sheet]")).to_be_hidden()
    assert "progress=" not in "".join(printed(page, format=paper))  # An ordinary print has no sheet on it.


# ---- For everyone


def show_all(page: Page):
    """Bring the parts through their states, and name each."""
    yield "at first"
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException('no')); }")
    press(page, WAYS["link"])
    expect(page.get_by_label("Link to copy by hand")).to_be_visible()
    yield "a link to copy by hand"
    scanned(page)
    yield "a code"
    paste(page, "x")
    said(page, NOT_OURS)
    yield "a message"
    follow(page, MARK + "1")
    said(page, NOT_OURS)
    yield "a message at arrival"


def show_arrivals(page: Page, link: str):
    follow(page, link)
    expect(page.locator("[data-part=incoming]")).to_be_focused()
    yield "something brought"
    press(page, ADD)
    yield "something added"


def test_axe_finds_nothing_in_any_state(visit, axe_in_every_look):
    page, link = device(visit, HERE), MARK + code(device(visit, THERE))
    expect(page.locator(OFFER)).to_be_visible()
    for state in show_all(page):
        assert axe_in_every_look(page) == [], state
    for state in show_arrivals(page, link):
        assert axe_in_every_look(page) == [], state
    for path, options in product([COURSE, MODULE], [{"storage": False}, {"script": True}]):
        assert axe_in_every_look(visit(path, **options)) == [], (path, options)


def test_nothing_is_wider_than_a_narrow_screen(visit):
    page, link = visit(COURSE, width=320), MARK + code(device(visit, THERE))
    put(page, full(page))
    wide = "document.documentElement.scrollWidth - innerWidth"
    for state in show_all(page):
        assert page.evaluate(wide) <= 0, state
    put(page, HERE)
    for state in show_arrivals(page, link):
        assert page.evaluate(wide) <= 0, state


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_forced_colours_the_code_stays_black_on_white(visit, axe, scheme):
    page = device(visit, LITTLE, forced_colors="active", scheme=scheme)
    assert scanned(page).endswith(code(page))
    shot = Image.open(io.BytesIO(page.locator("[data-part=code]").screenshot())).convert("RGB")
    assert {colour for _, colour in shot.getcolors() if colour in {(0, 0, 0), (255, 255, 255)}} == {
        (0, 0, 0),
        (255, 255, 255),
    }
    assert shot.getpixel((2, 2)) == (255, 255, 255)
    assert axe(page) == []


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the control of this name has the focus."""
    label = "(one => one.labels?.[0]?.textContent ?? one.textContent)(document.activeElement).trim()"
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate(label) == name:
            expect(page.locator(":focus")).to_be_in_viewport()
            return
    raise AssertionError(f"Tab never came to {name}")


def test_all_of_it_by_keyboard(visit):
    page, link = device(visit, HERE), MARK + code(device(visit, THERE))
    page.on("filechooser", lambda _: None)  # so that the browser asks the test before it is too late
    tab_to(page, WAYS["code"])
    page.keyboard.press("Enter")
    expect(page.locator("[data-part=scan]")).to_be_visible()
    tab_to(page, "A file that was saved here")
    with page.expect_file_chooser() as asked:
        page.keyboard.press("Enter")
    asked.value.set_files({"name": "x.txt", "mimeType": "text/plain", "buffer": b"x"})
    said(page, NOT_OURS)
    tab_to(page, "Or a link, pasted")
    page.keyboard.insert_text(link)
    tab_to(page, LOOK)
    page.keyboard.press("Enter")
    expect(page.locator("[data-part=incoming]")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert has(page) == BOTH
    expect(page.locator(".carry-away [role=status]")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    said(page, "It is back as it was.")
    assert has(page) == HERE
