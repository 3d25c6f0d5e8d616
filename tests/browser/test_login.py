"""The guide behind a login: everything comes with the cookie of who is in, and no page of the login gets into the copy."""

from collections.abc import Callable
from http.cookies import SimpleCookie

import pytest
from playwright.sync_api import expect

from tests.browser.wayward import Request, lent, wait_until_whole

PRACTICE = "sessions/door-handle/"
LOGIN = b"<!doctype html><title>Log in</title><h1>Log in</h1></html>"


def by_its_own_page(request: Request) -> None:
    """As single sign-on does: whoever is not in is led to the page of the login."""
    request.send_response(302)
    request.send_header("Location", "/login")
    request.send_header("Content-Length", "0")
    request.end_headers()


def in_the_place_of_each_file(request: Request) -> None:
    """As some proxies do, which call it a success."""
    request.send_response(200)
    request.send_header("Content-Type", "text/html")
    request.send_header("Content-Length", str(len(LOGIN)))
    request.end_headers()
    request.wfile.write(LOGIN)


def asking(turned_away: Callable[[Request], None]) -> Callable[[Request], None]:
    def answer(request: Request) -> None:
        if "in" in SimpleCookie(request.headers.get("Cookie", "")):
            request.answer()
        elif request.path == "/login":
            in_the_place_of_each_file(request)
        else:
            turned_away(request)

    return answer


@pytest.fixture
def server(site, tmp_path):
    yield from lent(site, tmp_path / "site")


@pytest.mark.parametrize("turned_away", [by_its_own_page, in_the_place_of_each_file])
def test_who_is_in_has_the_guide_and_a_copy_that_outlives_the_session(server, open_page, turned_away):
    server.mood = asking(turned_away)
    page = open_page(f"{server.url}/", service_workers="allow", ready=False)
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()

    page.context.add_cookies([{"name": "in", "value": "yes", "url": server.url}])
    page.goto(f"{server.url}/{PRACTICE}")
    wait_until_whole(page)
    page.reload()
    title = page.locator("h1").inner_text()

    page.context.clear_cookies()  # the session is over
    page.goto(f"{server.url}/{PRACTICE}")
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()
    page.evaluate("navigator.serviceWorker.ready.then((known) => known.update()).catch(() => undefined)")
    server.stop()
    page.goto(f"{server.url}/{PRACTICE}")
    assert page.locator("h1").inner_text() == title
    page.locator(".step input").first.check()
