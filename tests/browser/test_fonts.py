"""The guide in the fonts of other machines: it brings none of its own, so that it has to look right in theirs."""

import pytest

from tests.browser.fonts import PAIRS, bring, show

PAGES = {
    "home": "",
    "hub": "relationships/",
    "practice": "sessions/suicide-risk-late/",
    "letter": "letters/planned-ending/",
    "course": "course/",
    "module": "course/difficult-close/",
    "words": "reference/words/",
}
WIDTHS = [320, 375, 768, 1280]

# What of the page is wrong to the eye: it runs out of its page or box, is cut, touches its neighbour, or has a title too tall.
WRONG = """() => {
    const wrong = [];
    const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const named = (element) => `'${element.textContent.trim().slice(0, 40) || element.className}'`;
    const wide = document.documentElement.scrollWidth - innerWidth;
    if (wide > 0) wrong.push(`the page is ${wide} px too wide`);
    for (const element of document.querySelectorAll("main *, header *, footer *")) {
        const { overflowX, clipPath } = getComputedStyle(element);
        if (!shown(element) || clipPath !== "none" || element.clientWidth < 2) continue;
        const [over, cut] = [element.scrollWidth - element.clientWidth, ["hidden", "clip"].includes(overflowX)];
        if (over > 1 && cut) wrong.push(`${named(element)} is cut by ${over} px`);
    }
    const buttons = [...document.querySelectorAll("button, summary, .site-header a")].filter(shown);
    for (const button of buttons) {
        const over = button.scrollWidth - button.clientWidth;
        if (button.clientWidth && over > 1) wrong.push(`${named(button)} runs ${over} px out of its button`);
    }
    const links = [...document.querySelectorAll(".site-header nav a")].filter(shown).map((link) => link.getBoundingClientRect());
    if (new Set(links.map(({ top }) => Math.round(top))).size > 1) wrong.push("the links of the header stand on two lines");
    if (links.some((link, nth) => nth && link.left < links[nth - 1].right)) wrong.push("links of the header run into each other");
    const title = document.querySelector("h1");
    const lines = Math.round(title.getBoundingClientRect().height / parseFloat(getComputedStyle(title).lineHeight));
    if (lines > (innerWidth < 400 ? 4 : 2)) wrong.push(`the title takes ${lines} lines`);
    return wrong;
}"""


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_nothing_runs_out_of_its_place_in_the_fonts_that_people_have(standing, site, open_page, path):
    page, wrong = open_page("about:blank", reduced_motion="reduce"), []
    bring(page)
    page.goto(f"{standing(site).url}/{path}")
    for pair in PAIRS:
        show(page, pair)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            wrong += [f"{width} px in {pair}: {each}" for each in page.evaluate(WRONG)]
    assert not wrong, "\n".join(wrong)
