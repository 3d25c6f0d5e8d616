"""The first screen in danger, on what a phone shows of it between the browser's bars, in the fonts that people have."""

from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from macros.load import Configuration, load
from tests.browser.fonts import PAIRS, force, widths

ROOT = Path(__file__).parents[2]
FIRST = ["h1", ".near > *", ".step:first-child label"]
SCREENS = [(375, 553), (360, 560), (320, 568), (375, 667)]
every_pair = pytest.mark.parametrize("pair", PAIRS)

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
def first_screens(serve, open_page):
    """`first_screens(folder, home, pair, paths)` opens each page of a site in a pair of fonts and on each screen.

    It yields the page, and where a complaint about it begins.
    """

    def open_all(folder, home, pair, paths):
        page, root = open_page("about:blank", service_workers="block", reduced_motion="reduce"), serve(folder).url
        force(page, PAIRS[pair])
        for path in paths:
            page.goto(root + home + path)
            widths(page)
            for width, height in SCREENS:
                page.set_viewport_size({"width": width, "height": height})
                yield page, f"{path or 'home'}, {pair}, {width} x {height}:"

    return open_all


def in_danger(guide):
    """The pages whose list is read step by step."""
    return [path for path, practice in guide.practices.items() if practice.checklist.mode == "read-do"]


def test_each_pair_of_fonts_is_what_is_shown(visit):
    page = visit("")
    drawn = {pair: widths_in(page.context.new_page(), page.url, fonts) for pair, fonts in PAIRS.items()}
    assert len(set(drawn.values())) == len(PAIRS), drawn


def widths_in(page, url, fonts):
    force(page, fonts)
    page.goto(url)
    return widths(page)


@every_pair
def test_all_that_is_urgent_is_on_the_first_screen_of_home(site, first_screens, pair):
    missed = []
    for page, where in first_screens(site, "/", pair, [""]):
        found = page.evaluate(SEEN, [".right-now h2", ".right-now a"])
        missed += [f"{where} {each}" for each in found["missed"] + page.evaluate(CROWDED)]
        assert page.locator(".right-now a").count() == 8
    assert not missed, "\n".join(missed)


@every_pair
def test_in_danger_the_first_step_and_whom_to_call_are_on_the_first_screen(site, first_screens, pair):
    guide = load(ROOT / "docs", Configuration.of(ROOT / "mkdocs.yml"), today=datetime.now(UTC).date())
    missed = []
    for page, where in first_screens(site, "/", pair, [f"{path}/" for path in in_danger(guide)]):
        missed += [f"{where} {each}" for each in page.evaluate(SEEN, FIRST)["missed"]]
    assert not missed, "\n".join(missed)
