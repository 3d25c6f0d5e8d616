"""A profile that serves again holds nothing of the test before."""

import pytest

from tests.browser.conftest import _Profile

EVERYTHING = """async () => {
  localStorage.setItem("kept", "1");
  await (await caches.open("kept")).put("/kept", new Response("1"));
}"""
# The media, the hover and the history that a page has, and what it keeps as long as it is open.
OF_A_PAGE = """() => [
    ...["print", "(forced-colors: active)", "(prefers-reduced-motion: reduce)", "(prefers-contrast: more)"]
        .map((media) => matchMedia(media).matches),
    document.querySelectorAll("main :hover").length, history.length, window.name, sessionStorage.length,
]"""
LEFT = "async () => [localStorage.length, (await caches.keys()).length]"


def opened(profile, address):
    page = profile.page()
    page.goto(address)
    return page


def test_what_pages_stored_is_taken_out(browser, standing, examples):
    profile, address = _Profile(browser, script=True, storage=True), standing(examples).url
    page = opened(profile, f"{address}/clear/clear.html")
    page.evaluate(EVERYTHING)
    assert page.evaluate(LEFT) == [1, 1]
    assert profile.empty()
    assert opened(profile, f"{address}/clear/clear.html").evaluate(LEFT) == [0, 0]
    profile.context.close()


def test_a_profile_whose_clock_was_stopped_meanwhile_does_not_serve_again(browser, standing, examples):
    profile = _Profile(browser, script=True, storage=True)
    page = opened(profile, f"{standing(examples).url}/clear/clear.html")
    page.clock.set_system_time("2026-03-02T09:00:00Z")
    assert not profile.empty()
    profile.context.close()


def test_a_clock_stands_where_it_is_stopped_whatever_the_test_before_did_with_it(browser, standing, examples):
    profile, address = (
        _Profile(browser, script=True, storage=True, clock=True),
        f"{standing(examples).url}/clear/clear.html",
    )
    for day in ("2026-03-02", "2026-06-10", "2026-01-01"):
        profile.page().clock.install(time=f"{day}T09:00:00Z")
        page = opened(profile, address)
        assert page.evaluate("new Date().toISOString()").startswith(f"{day}T09:00")
        page.clock.fast_forward("31:00")
        page.clock.set_system_time("2031-01-01T00:00:00Z")
        assert profile.empty()
    profile.context.close()


def test_a_page_that_serves_again_has_nothing_of_the_test_before(browser, standing, examples):
    profile, address = (
        _Profile(browser, script=True, storage=True),
        f"{standing(examples).url}/clear/clear.html",
    )
    page = opened(profile, address)
    found = page.evaluate(OF_A_PAGE)
    page.goto(f"{address}?again")
    page.locator("h1").hover()
    page.emulate_media(media="print", forced_colors="active", reduced_motion="reduce", contrast="more")
    page.evaluate("() => { window.name = 'left'; sessionStorage.setItem('left', '1'); }")
    assert page.evaluate(OF_A_PAGE) != found
    assert profile.empty()
    assert opened(profile, address) is page
    assert page.evaluate(OF_A_PAGE) == found
    profile.context.close()


@pytest.mark.parametrize("of", ["page", "profile"])
def test_what_lasts_is_not_handed_on(browser, standing, examples, of):
    profile, address = _Profile(browser, script=True, storage=True), standing(examples).url
    page = opened(profile, f"{address}/clear/clear.html")
    (page if of == "page" else page.context).add_init_script("window.left = true")
    assert profile.empty() == (of == "page")
    if of == "page":
        assert opened(profile, f"{address}/clear/clear.html").evaluate("'left' in window") is False
    profile.context.close()
