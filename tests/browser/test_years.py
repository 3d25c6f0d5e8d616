"""What an older guide left in the browser is there on today's pages, as it was written and five years on."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.wayward import Wayward, gone, wait_until
from tests.freeze import OFFLINE, YEARS, frozen, version, written


def releases(kind):
    """The releases of which this kind is frozen."""
    return sorted(file.parent.name for file in YEARS.glob(f"*/{kind}.json"))


CLOCKS = {"an hour on": "2026-11-23T10:00:00Z", "five years on": "2031-11-22T10:00:00Z"}
SESSION, RUNS, RECORD = "sessions/door-handle/", "relationships/planned-ending/", "course/record/"


# Written into the browser as a release left it: `{key: text}`.
KEEP = "(kept) => { for (const [key, text] of Object.entries(kept)) localStorage.setItem(key, text); }"
# The caches of this address, each with what is in it.
CACHES = """async () => Object.fromEntries(await Promise.all((await caches.keys()).map(async (name) => {
    const found = await (await caches.open(name)).keys();
    return [name, found.map(({ url }) => url.slice(`${location.origin}/`.length)).sort()];
})))"""


def left(release):
    """What this release left in the storage of a browser, by key."""
    states = [json.loads(text) for text in frozen(YEARS / release).values()]
    return {state["key"]: state["kept"] for state in states if "key" in state}


@pytest.fixture
def aged(visit):
    """`aged(path, release, clock)` opens a page in a browser that keeps all that this release left in it."""

    def open_(path, release, clock):
        page = visit(path, clock=CLOCKS[clock])
        page.evaluate(KEEP, left(release))
        page.reload()
        return page

    return open_


def means(release, kind):
    return json.loads((YEARS / release / f"{kind}.json").read_text("utf-8"))["means"]


def sees_ticked(page, steps):
    expect(page.locator("input[name=step]:checked")).to_have_count(len(steps))
    for step in steps:  # by its anchor, which outlives a change of its name
        expect(page.locator(f"#{step} input[name=step]")).to_be_checked()


def test_what_todays_code_writes_is_frozen_for_todays_version():
    """Where this fails, what is written has changed: `make freeze`, under a new version."""
    assert frozen(YEARS / version()) == written()


@pytest.mark.parametrize("clock", CLOCKS)
@pytest.mark.parametrize("release", releases("session"))
def test_the_list_of_a_session_is_brought_back(aged, release, clock):
    page = aged(SESSION, release, clock)
    page.get_by_role("button", name="Bring it back").click()
    sees_ticked(page, means(release, "session"))


@pytest.mark.parametrize("clock", CLOCKS)
@pytest.mark.parametrize("release", releases("runs"))
def test_the_lists_of_clients_stand_as_they_stood(aged, release, clock):
    page = aged(RUNS, release, clock)
    for word, steps in means(release, "runs").items():
        expect(page.locator("[data-part=picker] option", has_text=word)).to_have_count(1)
        page.locator("[data-part=picker]").select_option(word)
        sees_ticked(page, steps)


@pytest.mark.parametrize("clock", CLOCKS)
@pytest.mark.parametrize("release", releases("course"))
def test_what_was_done_in_the_course_is_on_the_record(aged, release, clock):
    page = aged(RECORD, release, clock)
    expect(page.locator("[data-mark]", has_text="Met:")).to_have_count(1)
    expect(page.locator("tbody tr", has_text="2026-11")).to_have_count(1)
    expect(page.locator("[data-part=summary]")).to_contain_text(
        "1 thing that was done is no longer in the course"
    )


# ---- The copy on the device


@pytest.fixture
def copied(tmp_path, open_page):
    """`copied(release)` is a reader with the copy of that release on the device, the server, and what is on the device."""
    servers = []

    def open_(release):
        told = json.loads((YEARS / release / OFFLINE).read_text("utf-8"))
        for path, text in told["files"].items():
            file = tmp_path / "site" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        servers.append(Wayward(tmp_path / "site"))
        url = f"{servers[-1].url}/"
        page = open_page(url, service_workers="allow")
        wait_until(page, "async () => (await navigator.serviceWorker.ready).active.state === 'activated'")
        page.reload()
        return page, servers[-1], {name.replace("{scope}", url): kept for name, kept in told["means"].items()}

    yield open_
    for server in servers:
        server.stop()


def is_todays(page, server, before):
    """With no network today's guide is there, nothing of the older copy is, and what was ticked still is."""
    wait_until(page, "async () => (await caches.keys()).length === 1")
    assert {*page.evaluate(CACHES)}.isdisjoint(before)
    server.mood = gone
    page.goto(f"{server.url}/{RUNS}")
    expect(page.locator(".copy")).to_be_visible()
    expect(page.locator("[data-part=picker] option", has_text="Amber heron")).to_have_count(1)


def has_come(page):
    """Today's release is on the device, and waits to be wanted."""
    wait_until(
        page,
        """async () => {
            const registration = await navigator.serviceWorker.ready;
            // The browser may be asking by itself, and have asked before it was published.
            if (!registration.waiting && !registration.installing) await registration.update().catch(() => {});
            return Boolean(registration.waiting);
        }""",
    )


@pytest.mark.parametrize("release", releases("offline"))
def test_a_page_left_open_on_an_older_copy_is_offered_todays_release_and_takes_it(copied, site, release):
    page, server, before = copied(release)
    assert page.evaluate(CACHES) == before
    page.evaluate(KEEP, left(version()))
    server.publish(site)
    has_come(page)
    expect(page.get_by_role("heading", name="A release")).to_be_visible()
    assert {*before} < {*page.evaluate(CACHES)}
    with page.expect_navigation():
        page.get_by_role("button", name="Use it now").click()
    expect(page.locator("ew-search:defined")).to_be_attached()
    is_todays(page, server, before)


@pytest.mark.parametrize("release", releases("offline"))
def test_who_comes_back_to_todays_page_over_an_older_copy_is_offered_todays_release(copied, site, release):
    page, server, before = copied(release)
    page.evaluate(KEEP, left(version()))
    server.publish(site)
    page.reload()
    expect(page.locator("ew-search:defined")).to_be_attached()
    page.get_by_role("button", name="Use it now").wait_for()
    with page.expect_navigation():
        page.get_by_role("button", name="Use it now").click()
    is_todays(page, server, before)


@pytest.mark.parametrize("release", releases("offline"))
def test_without_a_network_an_older_copy_goes_on_serving_while_todays_release_waits(copied, site, release):
    page, server, _ = copied(release)
    server.publish(site)
    has_come(page)
    server.mood = gone
    page.reload()
    expect(page.get_by_role("heading", name="A release")).to_be_visible()
