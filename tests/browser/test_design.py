"""What the design promises, on the pages themselves: which colours meet, the ranks of buttons, and links that do not touch."""

import pytest
from playwright.sync_api import expect

from macros.design import GROUNDS, INKS
from macros.render.html import COMPONENTS

PAGES = {
    "home": "",
    "hub": "sessions/",
    "danger": "sessions/suicide-risk-late/",
    "practice": "relationships/planned-ending/",
    "letters": "letters/",
    "letter": "letters/planned-ending/",
    "course": "course/",
    "module": "course/difficult-close/",
    "record": "course/record/",
    "plan": "course/manage/",
    "map": "reference/map/",
    "words": "reference/words/",
    "glossary": "reference/glossary/",
    "sources": "reference/sources/",
    "a to z": "reference/a-z/",
    "contacts": "reference/contacts/",
    "design": "reference/design/",
    "settings": "reference/settings/",
    "not found": "404.html",
}
# What is there for those alone who followed an old link, came back, or have a script.
SHOWN_LATER = {"gone", "resume", "share", "spoken"}
every_page = pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)

# Each text that is in sight with the colour it has and that of the ground it stands on: the names of both, where they have one.
MEETING = """([inks, grounds]) => {
    const shade = document.createElement("canvas").getContext("2d");
    const rgba = (colour) => {
        shade.clearRect(0, 0, 1, 1);
        shade.fillStyle = colour;
        shade.fillRect(0, 0, 1, 1);
        return shade.getImageData(0, 0, 1, 1).data.join(" ");
    };
    const probe = document.body.appendChild(document.createElement("i"));
    const names = new Map();
    for (const name of [...inks, ...grounds]) {
        probe.style.color = `var(--${name})`;
        const colour = rgba(getComputedStyle(probe).color);
        names.set(colour, [...(names.get(colour) ?? []), name]);
    }
    probe.remove();
    const groundOf = (element) => {
        for (let one = element; one; one = one.parentElement) {
            const colour = rgba(getComputedStyle(one).backgroundColor);
            if (!colour.endsWith(" 0")) return colour;
        }
        return "none";
    };
    const met = {};
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || element.closest("svg, template, script, optgroup, select")) continue;
        if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
        const named = [rgba(getComputedStyle(element).color), groundOf(element)].map((colour) => names.get(colour) ?? [colour]);
        met[JSON.stringify(named)] = `<${element.localName} class="${element.className}"> ${walker.currentNode.data.trim().slice(0, 40)}`;
    }
    return Object.entries(met).map(([named, where]) => [...JSON.parse(named), where]);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@every_page
def test_text_stands_in_an_ink_on_a_ground(visit, path, scheme):
    """Or the other way round, as on a filled button: each of these pairs is shown on the page of the design, and proven."""
    page = visit(path, scheme=scheme)
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    met = page.evaluate(MEETING, [INKS, GROUNDS])
    assert met
    strange = [
        (ink, ground, where)
        for ink, ground, where in met
        if not ({*ink} & {*INKS} and {*ground} & {*GROUNDS})
        and not ({*ink} & {"paper"} and {*ground} & {*INKS})
    ]
    assert strange == []


# Links in sight that stand alone: how near each comes to the one that follows it below, and those that are too low for a thumb.
NEAR = """() => {
    const links = [...document.querySelectorAll("[data-links] a")].filter((link) => link.checkVisibility() && !link.closest("[inert]"));
    const lines = (link) => {
        const range = document.createRange();
        range.selectNodeContents(link);
        return [...range.getClientRects()].filter(({ width }) => width);
    };
    const low = links.filter((link) => link.getBoundingClientRect().height < 43.9).map((link) => link.textContent);
    const boxes = links.map((link) => ({ link, lines: lines(link) })).filter(({ lines }) => lines.length);
    const touching = [];
    for (const [at, { link, lines }] of boxes.entries())
        for (const { link: other, lines: [first] } of boxes.slice(at + 1, at + 8)) {
            const last = lines.at(-1);
            const beside = first.left > last.right || first.right < last.left;
            if (!beside && first.top >= last.top && first.top - last.bottom < 12)
                touching.push(`${link.textContent} / ${other.textContent}: ${first.top - last.bottom}`);
        }
    return [low, touching];
}"""


@pytest.mark.parametrize("width", [320, 375, 1280])
@every_page
def test_links_that_stand_alone_are_high_enough_and_never_touch(visit, path, width):
    page = visit(path, width=width)
    assert page.evaluate(NEAR) == [[], []]


@every_page
def test_a_button_has_one_of_three_looks(visit, path):
    """And a part of a page has one that is filled, at most."""
    page = visit(path)
    looks = page.evaluate(
        """() => [...document.querySelectorAll("button, a[data-rank]")].filter((one) => one.checkVisibility()).map((one) => {
            const { backgroundColor: ground, borderTopColor: edge } = getComputedStyle(one);
            return [one.dataset.rank ?? "secondary", ground.endsWith(", 0)"), edge.endsWith(", 0)"), one.offsetHeight >= 36];
        })"""
    )
    for rank, bare, edgeless, high in looks:
        assert (bare, edgeless, high) == {"quiet": (True, True, True)}.get(rank, (False, False, True))
    crowded = page.evaluate(
        """() => [...document.querySelectorAll(".actions")].filter((row) => row.querySelectorAll("[data-rank=primary]").length > 1)
            .map((row) => row.textContent)"""
    )
    assert crowded == []


def test_what_holds_fewer_than_every_example_is_still_a_picture_of_each_part(visit):
    """Nothing in the pictures is tabbed to, read out or run, and each has something to see."""
    page = visit("reference/design/")
    pictures = page.locator(".specimen:not(.specimen .specimen)")
    assert pictures.count() == len([*COMPONENTS.glob("*/examples.yml")]) - 4
    expect(page.locator(".specimen :is([id], [href], template)")).to_have_count(0)
    empty = pictures.evaluate_all(
        "all => all.filter((one) => one.offsetHeight < 50).map((one) => one.parentElement.innerText.split('\\n')[0])"
    )
    assert set(empty) <= SHOWN_LATER
