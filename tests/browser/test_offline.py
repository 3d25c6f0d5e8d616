"""The copy on the device: it serves whenever the network's answer is late, broken or not to be had."""

import re
import time
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.browser.wayward import (
    Request,
    cut,
    cut_and_not_told,
    failing,
    gone,
    lent,
    reader_of,
    silent,
    stalling,
    wait_until,
    wait_until_whole,
)

PRACTICE = "sessions/door-handle/"
OTHER = "relationships/referral/"


MOODS = {
    "silent": silent,
    "stalling": stalling,
    "cut": cut,
    "cut and not told": cut_and_not_told,
    "too many": failing(429),
    "overloaded": failing(503),
    "without its back end": failing(502),
}


@pytest.fixture
def server(site, tmp_path):
    yield from lent(site, tmp_path / "site")


@pytest.fixture
def kept(server, open_page) -> Page:
    return reader_of(server, open_page)


# ---- A copy serves


@pytest.mark.parametrize("mood", MOODS)
def test_a_copy_serves_where_the_answer_is_late_or_broken(kept, server, mood):
    server.mood = MOODS[mood]
    for path in (PRACTICE, "", OTHER):
        kept.goto(f"{server.url}/{path}")
        expect(kept.locator(".site-footer")).to_be_attached()
        assert kept.evaluate("document.documentElement.outerHTML.length") > 5_000, path


def test_a_practice_within_a_module_opens_its_own_list(kept, server):
    server.mood = gone
    kept.goto(f"{server.url}/course/difficult-close/")
    kept.locator(".embed summary").first.click()
    kept.locator("ew-embed .step input").first.check()
    expect(kept.locator("ew-embed .progress")).to_have_text(re.compile("1 of"))


def test_what_the_network_says_of_a_page_stands_where_it_says_it_in_time(kept, server):
    server.mood = failing(404, "<html><h1>Not here any more</h1></html>")
    kept.goto(f"{server.url}/{PRACTICE}")
    expect(kept.get_by_role("heading", name="Not here any more")).to_be_visible()


@pytest.mark.parametrize("mood", ["overloaded", "cut and not told"])
def test_where_there_is_no_copy_a_broken_answer_is_better_than_none(kept, server, mood):
    (server.folder / "sessions" / "unlisted").mkdir()
    (server.folder / "sessions" / "unlisted" / "index.html").write_text("Later " * 100)
    server.mood = MOODS[mood]
    kept.goto(f"{server.url}/sessions/unlisted/")
    expect(kept.get_by_text("Later").first).to_be_visible()


def test_a_page_that_is_slow_and_not_kept_is_waited_for(kept, server):
    (server.folder / "sessions" / "unlisted").mkdir()
    (server.folder / "sessions" / "unlisted" / "index.html").write_text("<h1>Late but here</h1></html>")

    def slow(request: Request) -> None:
        time.sleep(4)
        request.answer()

    server.mood = slow
    kept.goto(f"{server.url}/sessions/unlisted/")
    expect(kept.get_by_role("heading", name="Late but here")).to_be_visible()
    assert [path for path in server.asked if "unlisted" in path] == ["/sessions/unlisted/"], "asked once"


def test_a_storage_that_begins_to_refuse_costs_no_page(kept, server):
    """As where a reader turns cookies off: the worker is there, and what it keeps is not to be had."""
    worker = kept.context.service_workers[0]
    worker.evaluate(
        "() => { for (const name of ['open', 'match', 'keys', 'has']) CacheStorage.prototype[name] = () => Promise.reject(new DOMException('refused', 'SecurityError')) }"
    )
    kept.goto(f"{server.url}/{PRACTICE}")
    expect(kept.locator("ew-checklist:defined")).to_be_visible()


# ---- A copy says that it is one, and how old


def made(page: Page, **ago: int) -> str:
    """Let the copy be of another day, and return that day as the page writes it."""
    day = datetime.now(UTC) - timedelta(**ago)
    page.evaluate(
        """async (time) => {
            const cache = await caches.open((await caches.keys())[0]);
            await cache.put("/offline/whole", new Response(String(time)));
        }""",
        int(day.timestamp() * 1000),
    )
    return f"{day.day} {day:%B} {day.year}"


@pytest.mark.parametrize(
    "mood", [gone, silent, stalling, failing(503)], ids=["gone", "silent", "stalling", "503"]
)
def test_a_copy_says_under_the_header_that_it_is_one_and_of_which_day(kept, server, mood):
    day = made(kept, days=2)
    server.mood = mood
    kept.goto(f"{server.url}/{PRACTICE}")
    line = kept.get_by_role("complementary", name="The copy on this device")
    expect(line).to_contain_text(f"This is a copy of {day}.")
    expect(line.locator("[data-part=old]")).to_be_hidden()
    header, title = kept.locator(".site-header").bounding_box(), kept.locator("h1").bounding_box()
    assert header["y"] + header["height"] <= line.bounding_box()["y"] < title["y"]


def test_what_the_network_gives_is_no_copy_however_the_device_is_connected(kept, server):
    line = kept.locator(".copy")
    kept.goto(f"{server.url}/{PRACTICE}")
    expect(line).to_be_hidden()
    kept.context.set_offline(True)
    kept.wait_for_function("!navigator.onLine")
    expect(line).to_be_hidden()
    kept.reload()
    expect(line).to_be_visible()
    kept.context.set_offline(False)
    kept.reload()
    expect(line).to_be_hidden()


@pytest.mark.parametrize(("ago", "old"), [({"days": 29}, False), ({"days": 31}, True), ({"days": -9}, True)])
def test_a_copy_older_than_the_limit_says_so_and_first_on_pages_with_numbers_to_call(kept, server, ago, old):
    """One that is of a day to come is of a device whose clock is wrong: nobody knows how old it is."""
    made(kept, **ago)
    server.mood = gone
    for path, said in (
        (PRACTICE, "Numbers to call may have changed."),
        ("reference/glossary/", "Look again"),
    ):
        kept.goto(f"{server.url}/{path}")
        kept.locator("ew-offline:defined").wait_for(state="attached")
        part = kept.locator(".copy [data-part=old]")
        expect(part).to_be_visible(visible=old)
        expect(part).to_contain_text(said)
        if old:
            expect(part).to_contain_text("more than 30 days old")
            assert kept.locator("h1").bounding_box()["y"] > part.bounding_box()["y"]


def test_a_copy_is_as_old_as_the_day_on_which_it_was_last_seen_to_be_the_newest(kept, server):
    made(kept, days=40)
    kept.goto(f"{server.url}/{PRACTICE}")
    since = "async () => Number(await (await caches.match('/offline/whole')).text())"
    wait_until(kept, f"async () => Date.now() - (await ({since})()) < 1000 * 3600")
    made(kept, days=40)
    manifest = server.folder / "offline-manifest.js"
    manifest.write_text(manifest.read_text("utf-8").replace('"version": "', '"version": "newer'), "utf-8")
    kept.goto(f"{server.url}/{OTHER}")
    wait_until(kept, "async () => Boolean((await navigator.serviceWorker.ready).waiting)")
    server.mood = gone
    kept.goto(f"{server.url}/{PRACTICE}")
    expect(kept.locator(".copy [data-part=old]")).to_be_visible()


def test_the_line_of_an_old_copy_is_accessible_and_fits_a_phone(kept, server, axe_in_every_look):
    made(kept, days=400)
    server.mood = gone
    kept.goto(f"{server.url}/{PRACTICE}")
    expect(kept.locator(".copy [data-part=old]")).to_be_visible()
    kept.emulate_media(reduced_motion="reduce")
    kept.set_viewport_size({"width": 320, "height": 600})
    assert kept.evaluate("document.documentElement.scrollWidth") <= 320
    assert axe_in_every_look(kept) == []


# ---- Every form of an address


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("sessions/door-handle", "sessions/door-handle/"),
        ("sessions/door-handle?from=wiki#ask-safety", "sessions/door-handle/?from=wiki#ask-safety"),
        ("sessions/door-handle/index.html", "sessions/door-handle/index.html"),
        ("sessions/door-handle/?from=wiki", "sessions/door-handle/?from=wiki"),
        ("sessions/door-handle/index.html?a=1#ask-safety", "sessions/door-handle/index.html?a=1#ask-safety"),
        ("sessions", "sessions/"),
        ("index.html", "index.html"),
        ("?q=goodbye", "?q=goodbye"),
        ("hmw", "relationships/clinician-initiated/"),  # the short one, as it is printed
        ("hmw/", "relationships/clinician-initiated/"),
        ("hmw/?from=wiki#tell-live", "relationships/clinician-initiated/?from=wiki#tell-live"),
    ],
)
def test_every_form_of_an_address_works_without_a_network(kept, server, form, shown):
    server.mood = gone
    kept.goto(f"{server.url}/{form}")
    assert kept.url == f"{server.url}/{shown}"
    assert kept.locator("h1").inner_text() != "There is no page at this address"
    expect(kept.locator("ew-search:defined")).to_be_attached()
    assert kept.evaluate("document.styleSheets.length && document.styleSheets[0].cssRules.length > 0")
    if "#" in form:
        assert kept.evaluate("document.querySelector(':target') !== null")


def test_a_page_that_is_not_in_the_copy_says_what_to_do_without_a_network(kept, server):
    advice = kept.get_by_text("Open this address again when you have a network.")
    kept.goto(f"{server.url}/404.html")
    expect(advice).to_be_hidden()
    server.mood = gone
    kept.goto(f"{server.url}/sessions/no-such-page/")
    expect(advice).to_be_visible()
    expect(kept.locator(".copy")).to_be_visible()
    kept.get_by_role("link", name="A to Z").first.click()
    expect(kept.get_by_role("heading", level=1)).to_have_text(re.compile("A to Z"))


def test_a_search_stands_after_back_and_forward_though_the_first_copy_came_meanwhile(server, keeping):
    """The browser keeps its page whole, and nothing else keeps what was typed."""

    def slow(request: Request) -> None:
        if request.path.startswith("/offline/"):
            request.owner.over.wait()
        request.answer()

    server.mood = slow
    page = keeping.new_page()
    page.goto(f"{server.url}/reference/contacts/")
    page.goto(f"{server.url}/")
    page.get_by_role("button", name="Search", exact=True).click()
    field, links = page.locator("#search-words"), page.locator("ew-search .results a")
    field.fill("he is late")
    links.nth(1).wait_for()
    found = links.all_inner_texts()
    for nth in (0, 1):
        links.nth(nth).click()
        page.wait_for_url(re.compile(r"/\w+/[\w-]+/$"))
        server.over.set()
        wait_until_whole(page)
        page.go_back(wait_until="commit")
        expect(field).to_be_visible()
        expect(field).to_have_value("he is late")
        assert links.all_inner_texts() == found
    page.go_back(wait_until="commit")
    expect(page.locator("h1")).to_contain_text("Who to call")
    page.go_forward(wait_until="commit")
    expect(field).to_have_value("he is late")
    kept = page.evaluate(
        "JSON.stringify([history.state, {...localStorage}, {...sessionStorage}, location.href])"
    )
    assert "late" not in kept


def test_search_says_that_it_is_being_made_ready_until_it_is(server, open_page):
    def slow(request: Request) -> None:
        if "search.json" in request.path:
            request.owner.over.wait()
        request.answer()

    server.mood = slow
    page = open_page(f"{server.url}/")
    page.get_by_role("button", name="Search").click()
    count = page.get_by_role("dialog").get_by_role("status")
    expect(count).to_have_text("Search is being made ready.")
    page.keyboard.type("goodbye")
    expect(count).to_have_text("Search is being made ready.")
    server.over.set()
    expect(count).to_have_text(re.compile(r"fits?\b"))
