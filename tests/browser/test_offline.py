"""The copy on the device: it serves whenever the network's answer is late, broken or not to be had."""

import shutil
import time

import pytest
from playwright.sync_api import Page, expect

from tests.browser.wayward import (
    Request,
    Wayward,
    cut,
    cut_and_not_told,
    failing,
    silent,
    stalling,
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
    """A server that can have moods, with a copy of the site."""
    folder = tmp_path / "site"
    shutil.copytree(site, folder)
    wayward = Wayward(folder)
    yield wayward
    wayward.stop()


@pytest.fixture
def kept(server, open_page) -> Page:
    """A page of a reader who has the guide on the device, and whose pages the worker answers for."""
    page = open_page(f"{server.url}/", service_workers="allow")
    wait_until_whole(page)
    page.reload()
    return page


# ---- A copy serves


@pytest.mark.parametrize("mood", MOODS)
def test_a_copy_serves_where_the_answer_is_late_or_broken(kept, server, mood):
    server.mood = MOODS[mood]
    for path in (PRACTICE, "", OTHER):
        kept.goto(f"{server.url}/{path}")
        expect(kept.locator(".site-footer")).to_be_attached()
        assert kept.evaluate("document.documentElement.outerHTML.length") > 5_000, path


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
