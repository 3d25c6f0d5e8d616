"""From page to page by a short fade, where the reader wants motion."""

import pytest

# Whether the page was revealed by a transition: told before its first frame.
WATCH = "addEventListener('pagereveal', (event) => { window.faded = event.viewTransition !== null; });"


@pytest.mark.parametrize(("motion", "faded"), [("no-preference", True), ("reduce", False)])
def test_a_page_follows_a_list_by_a_fade_unless_motion_is_reduced(visit, motion, faded):
    page = visit("sessions/", reduced_motion=motion)
    page.add_init_script(WATCH)
    page.get_by_role("link", name="What do I do when something big is said at the door?").click()
    page.wait_for_url("**/sessions/door-handle/")
    page.wait_for_function("() => 'faded' in window")
    assert page.evaluate("window.faded") is faded


@pytest.mark.parametrize("path", ["", "sessions/", "relationships/", "shared/"])
def test_each_moment_has_a_drawing_of_its_own_that_says_nothing_aloud(visit, path):
    page = visit(path)
    drawn = page.locator(".page .emblem")
    shapes = drawn.evaluate_all("all => all.map((one) => one.innerHTML)")
    named = page.locator(".door[data-side] li" if not path else ".phases h2").count()
    assert len(shapes) == len(set(shapes)) == named
    assert drawn.evaluate_all("all => all.every((one) => one.ariaHidden === 'true')")
    assert all(box["width"] > 15 for box in (one.bounding_box() for one in drawn.all()))
