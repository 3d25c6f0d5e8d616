"""The first screen in danger, on what a phone shows of it between the browser's bars, in the fonts that people have."""

from urllib.parse import urlsplit

import pytest

from tests.browser.fonts import PAIRS, bring, show

URGENT = [".right-now h2", ".right-now a"]
FIRST = ["h1", ".near > *", ".step:first-child label"]
# Between the bars of a phone's browser, and the lowest that has room for the answer in brief.
SCREENS = [(375, 553), (360, 560), (320, 568), (375, 705)]

# What of the wanted parts is not on the screen, and by how much; and how much room is left below the lowest.
SEEN = """(wanted) => {
    const parts = wanted.flatMap((selector) => [...document.querySelectorAll(selector)]);
    const missed = new Set(parts.length < wanted.length ? [`only ${parts.length} of ${wanted.length} parts are there`] : []);
    let spare = innerHeight;
    for (const part of parts) {
        const name = part.textContent.trim().slice(0, 40) || part.localName;
        for (const { left, right, top, bottom } of part.getClientRects()) {
            const over = Math.max(-top, -left, bottom - innerHeight, right - innerWidth);
            spare = Math.min(spare, innerHeight - bottom);
            if (over > 0) missed.add(`'${name}' is ${over.toFixed(1)} px beyond the edge`);
            for (const y of over > 0 ? [] : [top + 1, bottom - 1]) {
                const seen = document.elementFromPoint((left + right) / 2, y);
                if (!part.contains(seen) && !seen.contains(part)) missed.add(`'${name}' is covered at ${y.toFixed(0)} px`);
            }
        }
    }
    return { missed: [...missed], spare };
}"""

# Which links are lower than a thumb needs, and which run into each other.
CROWDED = """() => {
    const links = [...document.querySelectorAll(".right-now a")].map((link) => [link.textContent, link.getBoundingClientRect()]);
    const low = links.filter(([, { height }]) => height < 44).map(([name, { height }]) => `'${name}' is ${height} px tall`);
    const mixed = links.flatMap(([name, one], index) => links.slice(index + 1)
        .filter(([, other]) => one.left < other.right && other.left < one.right
            && one.top < other.bottom - 0.01 && other.top < one.bottom - 0.01)
        .map(([other]) => `'${name}' runs into '${other}'`));
    return [...low, ...mixed];
}"""


@pytest.fixture
def first_screens(standing, open_page):
    """`first_screens(folder, home, paths)` opens each page of a site, on each screen and in each pair of fonts.

    It yields the page, and where a complaint about it begins.
    """

    def open_all(folder, home, paths):
        page, root = (
            open_page("about:blank", reduced_motion="reduce"),
            standing(folder).url,
        )
        bring(page)
        for path in paths:
            page.goto(root + home + path)
            for pair in PAIRS:
                show(page, pair)
                for width, height in SCREENS:
                    page.set_viewport_size({"width": width, "height": height})
                    yield page, f"{path or 'home'} at {width} x {height} in {pair}:"

    return open_all


def in_danger(guide):
    """The pages whose list is read step by step."""
    return [f"{path}/" for path, practice in guide.practices.items() if practice.checklist.mode == "read-do"]


def test_the_pairs_are_what_is_shown_and_each_is_another(open_page, serve, site):
    page = open_page("about:blank")
    bring(page)
    page.goto(serve(site).url)
    texts, titles = zip(*[show(page, pair) for pair in PAIRS], strict=True)
    assert len(set(texts)) == len(PAIRS)
    assert len(set(titles)) == len(PAIRS) - 1  # The wide serif stands in two of them.


def test_all_that_is_urgent_is_on_the_first_screen_of_home(site, first_screens):
    missed = []
    for page, where in first_screens(site, "/", [""]):
        missed += [
            f"{where} {each}" for each in page.evaluate(SEEN, URGENT)["missed"] + page.evaluate(CROWDED)
        ]
        assert page.locator(".right-now a").count() == 12
    assert not missed, "\n".join(missed)


def test_in_danger_the_first_step_and_whom_to_call_are_on_the_first_screen(site, guide, first_screens):
    missed = []
    for page, where in first_screens(site, "/", in_danger(guide)):
        missed += [f"{where} {each}" for each in page.evaluate(SEEN, FIRST)["missed"]]
    assert not missed, "\n".join(missed)


def test_a_service_has_its_own_people_on_the_first_screen_too(service, first_screens, tmp_path):
    """They take two lines more. On the narrowest, and in the widest font on the next, the step comes right after them."""
    own, missed = service("nz"), []
    home = urlsplit(own.guide.address).path
    (tmp_path / home.strip("/")).symlink_to(own.folder)
    for page, where in first_screens(tmp_path, home, ["", *in_danger(own.guide)]):
        narrow = "at 320" in where or ("at 360" in where and "DejaVu" in where)
        wanted = URGENT if where.startswith("home") else FIRST[:2] if narrow else FIRST
        missed += [f"{where} {each}" for each in page.evaluate(SEEN, wanted)["missed"]]
    assert not missed, "\n".join(missed)


def test_the_bar_comes_with_the_first_tick_and_leaves_the_step_in_sight(visit):
    page = visit("sessions/suicide-risk-late/", width=375, height=553)
    page.get_by_text("0 of 9 done").wait_for(state="attached")
    bar = page.locator(".bar")
    assert bar.bounding_box()["y"] > 553
    page.locator(".step input").first.check()
    page.get_by_text("1 of 9 done").wait_for()
    box = bar.bounding_box()
    assert (box["y"] + box["height"], round(box["height"])) == (553, 45)
    assert page.evaluate(SEEN, FIRST[2:])["missed"] == []
    page.get_by_role("button", name="Reset").click()
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("1 of 9 done").wait_for()


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_moves_from_under_a_finger_as_the_bar_comes_and_goes(visit, width):
    page = visit("sessions/door-handle/", width=width)
    why, held = page.locator("#why"), page.locator("ew-checklist[data-away]")
    place = "heading => heading.getBoundingClientRect().top + scrollY"
    page.evaluate("scrollTo(0, 0)")
    at_first = why.evaluate(place)
    why.evaluate("heading => heading.scrollIntoView()")
    held.wait_for()
    assert page.locator(".bar").evaluate("bar => getComputedStyle(bar).position") == "fixed"
    assert why.evaluate(place) == at_first
    page.evaluate("scrollTo(0, 0)")
    held.wait_for(state="detached")
    assert why.evaluate(place) == at_first


@pytest.mark.parametrize("width", [320, 375, 768])
def test_the_course_is_reached_from_the_header_of_every_page(visit, width):
    page = visit("sessions/door-handle/", width=width, has_touch=True)
    page.locator(".site-header").get_by_role("link", name="Course").tap()
    page.wait_for_url("**/course/")
