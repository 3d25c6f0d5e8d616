"""An update of the copy on the device: whole or not at all, offered once, and forced on nobody."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.wayward import (
    Request,
    Wayward,
    gone,
    gone_after,
    lent,
    reader_of,
    released,
    stalling,
    wait_until,
    wait_until_whole,
)
from tests.conftest import ROOT

PRACTICE = "sessions/door-handle/"
GONE = ROOT / "overrides" / "gone"
RUNNING = "relationships/planned-ending/"
MANIFEST = "offline-manifest.js"
UPDATE = """async () => {
    const registration = await navigator.serviceWorker.ready;
    let worker; // which may have failed before the update is told of
    registration.addEventListener("updatefound", () => { worker = registration.installing; }, { once: true });
    await registration.update().catch(() => {});
    worker ??= registration.installing;
    if (!worker) return registration.waiting ? "installed" : "nothing";
    if (worker.state === "installing") await new Promise((done) => worker.addEventListener("statechange", done, { once: true }));
    return worker.state;
}"""
TAKE_AND_ASK = """() => {
    document.querySelector("ew-offline [data-do=use]").click();
    for (let time = 0; time < 1000; time += 15) setTimeout(() => fetch(`../../offline-manifest.js?${time}`), time);
}"""
CACHES = "async () => (await caches.keys()).map((name) => name.split('#')[1])"
REFUSING = """
let left = 30;
const put = Cache.prototype.put;
Cache.prototype.put = function (...what) {
    return left-- > 0 ? put.apply(this, what) : Promise.reject(new DOMException("full", "QuotaExceededError"));
};
"""


@pytest.fixture(scope="session")
def release(site, tmp_path_factory) -> Callable[[str], Path]:
    """`release("second")` is a release of the guide with this name."""
    made: dict[str, Path] = {}

    def make(name: str) -> Path:
        if name not in made:
            made[name] = released(site, tmp_path_factory.mktemp(name) / "site", name)
        return made[name]

    return make


@pytest.fixture
def server(site, tmp_path):
    yield from lent(site, tmp_path / "site")


@pytest.fixture
def page(server, open_page) -> Page:
    """A reader with the first release on the device, at a practice of which the worker answers for."""
    return reader_of(server, open_page, PRACTICE)


def files(folder: Path) -> int:
    """How many files a device keeps of what is served."""
    return (folder / MANIFEST).read_text("utf-8").count('": "') - 1


def without_network(page: Page, server: Wayward, name: str = "") -> None:
    """Every kind of page is there, and all of them are of the release with this name."""
    mood, server.mood = server.mood, gone
    for path in ("", PRACTICE, RUNNING, "course/good-ending/", "no/such/page/"):
        page.goto(f"{server.url}/{path}")
        assert page.locator("h1").inner_text().partition(" (")[2] == (f"{name})" if name else ""), path
        expect(page.locator("ew-search:defined")).to_be_attached()
    server.mood = mood


def take(page: Page) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name="Use it now").click()


def test_a_server_that_dies_at_any_tenth_of_an_update_costs_nothing(page, server, release):
    server.publish(release("second"))
    first, count = page.evaluate(CACHES), files(server.folder) + 3  # the worker, and its list at both ends
    for tenth in range(10):
        server.mood = gone_after(count * tenth // 10)
        assert page.evaluate(UPDATE) in ("redundant", "nothing"), tenth
        assert page.evaluate(CACHES) == first, tenth
    without_network(page, server)
    page.goto("about:blank")
    server.mood = None
    page.goto(f"{server.url}/{PRACTICE}")
    page.get_by_role("button", name="Use it now").wait_for()
    take(page)
    expect(page.locator("h1")).to_contain_text("(second)")
    without_network(page, server, "second")
    assert len(page.evaluate(CACHES)) == 1


def test_a_browser_that_is_closed_in_the_middle_of_an_update_leaves_no_half_of_it(page, server, release):
    first = page.evaluate(CACHES)
    server.publish(release("second"))
    before, count = len(server.asked), files(server.folder)

    def half(request: Request) -> None:
        stalling(request) if len(server.asked) > before + count // 2 else request.answer()

    server.mood = half
    page.evaluate("navigator.serviceWorker.ready.then((registration) => void registration.update())")
    wait_until(page, "async () => (await caches.keys()).length === 2")
    session = page.context.new_cdp_session(page)
    session.send("ServiceWorker.enable")
    session.send("ServiceWorker.stopAllWorkers")
    server.mood = gone
    page.goto(f"{server.url}/{RUNNING}")
    wait_until_whole(page)
    assert page.evaluate(CACHES) == first
    without_network(page, server)


@pytest.mark.parametrize("how", ["full", "refused"])
def test_a_storage_that_is_full_in_the_middle_of_an_update_costs_nothing(page, server, release, how):
    first = page.evaluate(CACHES)
    server.publish(release("second"))
    worker = server.folder / "sw.js"
    whole = worker.read_text("utf-8")
    session = page.context.new_cdp_session(page)
    if how == "full":
        used = page.evaluate("async () => (await navigator.storage.estimate()).usage")
        session.send("Storage.overrideQuotaForOrigin", {"origin": server.url, "quotaSize": used + 400_000})
    else:
        worker.write_text(whole.replace("// ---- Keeping", REFUSING), "utf-8")
    assert page.evaluate(UPDATE) == "redundant"
    assert page.evaluate(CACHES) == first
    without_network(page, server)
    session = page.context.new_cdp_session(page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": server.url})
    worker.write_text(whole, "utf-8")
    page.goto(f"{server.url}/{PRACTICE}")
    take(page)
    without_network(page, server, "second")


def test_what_a_page_asks_for_as_the_newer_version_is_taken_does_not_hold_that_up(page, server, release):
    """Chromium starts the older worker again for it, and gives it half a minute to be idle."""
    server.publish(release("second"))
    assert page.evaluate(UPDATE) == "installed"
    expect(page.get_by_role("button", name="Use it now")).to_be_visible()
    with page.expect_navigation():
        page.evaluate(TAKE_AND_ASK)
    expect(page.locator("h1")).to_contain_text("(second)")
    without_network(page, server, "second")


def test_a_second_release_during_the_first_one_gives_the_second_whole(page, server, release):
    (first,) = page.evaluate(CACHES)
    server.publish(release("second"))

    def waiting(request: Request) -> None:
        if "/v/" in request.path:
            request.owner.over.wait(2)
        request.answer()

    server.mood = waiting
    page.evaluate("navigator.serviceWorker.ready.then((registration) => void registration.update())")
    wait_until(page, "async () => (await caches.keys()).length === 2")
    server.publish(release("third"))
    wait_until(page, "async () => !(await navigator.serviceWorker.ready).installing")
    assert page.evaluate(CACHES) == [first]
    server.mood = None
    assert page.evaluate(UPDATE) == "installed"
    take(page)
    without_network(page, server, "third")


def test_a_release_of_which_only_the_list_has_arrived_is_not_taken(page, server, release):
    first = page.evaluate(CACHES)
    shutil.copy(release("second") / MANIFEST, server.folder)
    shutil.copytree(release("second") / "v" / "second", server.folder / "v" / "second")
    assert page.evaluate(UPDATE) == "redundant"
    assert page.evaluate(CACHES) == first


def test_a_release_that_follows_another_that_waits_is_the_one_that_is_taken(page, server, release):
    for name in ("second", "third"):
        server.publish(release(name))
        assert page.evaluate(UPDATE) == "installed"
        page.get_by_role("button", name="Use it now").wait_for()
    take(page)
    without_network(page, server, "third")
    wait_until(page, "async () => (await caches.keys()).length === 1")


def test_in_two_tabs_one_takes_it_and_the_other_is_left_alone_until_it_wants_it_too(page, server, release):
    other = page.context.new_page()
    other.goto(f"{server.url}/{RUNNING}")
    other.locator("ew-checklist:defined .step input").first.check()
    other.evaluate("window.here = true")
    server.publish(release("second"))
    assert page.evaluate(UPDATE) == "installed"
    offer = other.get_by_role("button", name="Use it now")
    offer.wait_for()
    take(page)
    wait_until(page, "async () => !(await navigator.serviceWorker.ready).waiting")
    assert other.evaluate("window.here"), "not loaded anew"
    take(other)
    expect(other.locator("h1")).to_contain_text("(second)")
    expect(other.locator(".step input").first).to_be_checked()


def test_who_puts_it_off_is_not_asked_again_until_the_next_release(page, server, release):
    offer = page.get_by_role("button", name="Use it now")
    server.publish(release("second"))
    assert page.evaluate(UPDATE) == "installed"
    page.get_by_role("button", name="Later").click()
    for path in (RUNNING, PRACTICE):
        page.goto(f"{server.url}/{path}")
        with page.expect_event("console"):  # the worker has said whether it is to be offered
            page.evaluate(
                """async () => {
                    const { waiting } = await navigator.serviceWorker.ready, { port1, port2 } = new MessageChannel();
                    port1.onmessage = ({ data }) => console.log(data);
                    waiting.postMessage("offered?", [port2]);
                }"""
            )
        expect(offer).to_be_hidden()
    server.publish(release("third"))
    assert page.evaluate(UPDATE) == "installed"
    offer.wait_for()


@pytest.mark.parametrize("before", [".step input", ""])
def test_who_puts_it_off_is_back_where_they_were(page, server, release, before):
    server.publish(release("second"))
    assert page.evaluate(UPDATE) == "installed"
    if before:
        page.locator(before).first.focus()
    page.get_by_role("button", name="Later").press("Enter")
    expect(page.get_by_role("button", name="Later")).to_be_hidden()
    expect(page.locator(before or "#main").first).to_be_focused()


def test_a_copy_that_the_browser_took_away_is_fetched_again(page, server):
    page.evaluate("async () => { for (const name of await caches.keys()) await caches.delete(name); }")
    page.goto(f"{server.url}/{RUNNING}")
    wait_until(page, "async () => Boolean(await caches.match('/offline/whole'))")
    without_network(page, server)


def test_two_guides_of_one_host_leave_each_other_their_copies(site, release, tmp_path, open_page):
    for name in ("one", "two"):
        shutil.copytree(site, tmp_path / "host" / name)
    server = Wayward(tmp_path / "host")
    page = open_page(f"{server.url}/one/", service_workers="allow")
    wait_until_whole(page)
    page.goto(f"{server.url}/two/")
    wait_until(page, "async () => Boolean(await caches.match('/two/offline/whole'))")
    wait_until(page, "async () => (await navigator.serviceWorker.ready).active.state === 'activated'")
    page.reload()
    shutil.copytree(release("second"), tmp_path / "host" / "two", dirs_exist_ok=True)
    assert page.evaluate(UPDATE) == "installed"
    take(page)
    server.mood = gone
    page.goto(f"{server.url}/one/{PRACTICE}")
    assert "second" not in page.locator("h1").inner_text()
    page.goto(f"{server.url}/two/{PRACTICE}")
    expect(page.locator("h1")).to_contain_text("(second)")
    server.stop()


# ---- A guide that was taken down


def test_a_guide_that_was_taken_down_lets_go_of_its_copies_and_forces_nothing_on_an_open_page(page, server):
    other = page.context.new_page()
    other.goto(f"{server.url}/{RUNNING}")
    step = other.locator("ew-checklist:defined .step input").first
    step.check()
    page.evaluate("() => caches.open('ew-guide-https://another.example/guide/#abc')")
    page.evaluate(
        "() => caches.open('ew-guide-abcdefgh')"
    )  # as they were called before they told whose they are
    server.publish(GONE)
    page.goto(f"{server.url}/{PRACTICE}")  # the host's own page for what is not there
    wait_until(page, "async () => (await navigator.serviceWorker.getRegistrations()).length === 0")
    assert page.evaluate("caches.keys()") == ["ew-guide-https://another.example/guide/#abc"]
    expect(step).to_be_checked()
    page.goto(f"{server.url}/")
    expect(page.get_by_role("heading", name="This guide was taken down")).to_be_visible()
    assert page.evaluate("navigator.serviceWorker.controller") is None
    assert "ew:checklist:relationships/planned-ending" in page.evaluate("Object.keys(localStorage)")


def test_what_stands_for_a_guide_that_was_taken_down_is_no_part_of_one_that_is_up(site):
    assert not (site / "gone").exists()
    assert {file.name for file in GONE.iterdir()} == {"index.html", "sw.js"}
