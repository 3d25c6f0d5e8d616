"""A profile that serves again holds nothing of the test before."""

from tests.browser.conftest import _Profile

EVERYTHING = """async () => {
  localStorage.setItem("kept", "1");
  await (await caches.open("kept")).put("/kept", new Response("1"));
}"""
LEFT = "async () => [localStorage.length, (await caches.keys()).length]"


def opened(profile, address):
    page = profile.context.new_page()
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


def test_a_clock_that_was_stopped_cannot_be_and_the_profile_does_not_serve_again(browser, standing, examples):
    profile = _Profile(browser, script=True, storage=True)
    page = opened(profile, f"{standing(examples).url}/clear/clear.html")
    page.clock.set_system_time("2026-03-02T09:00:00Z")
    assert not profile.empty()
    profile.context.close()
