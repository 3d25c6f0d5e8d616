"""The guide as the example practices run it, in a real browser: what each kind of page looks like once it is theirs.

Each is served below the path that its address names, as its readers will open it.
"""

import unicodedata
from functools import cache
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import SMALLEST_SHEET, printed

PAGES = {
    "home": "",
    "danger, with a step of its own": "sessions/suicide-risk-late/",
    "relationships, with a step of its own": "relationships/no-show-outreach/",
    "page of its own": "sessions/local-last-bus/",
    "letter": "letters/planned-ending/",
    "letter of its own": "letters/local-room-has-moved/",
    "letters": "letters/",
    "contacts": "reference/contacts/",
    "decisions": "reference/decisions/",
    "settings": "reference/settings/",
    "not found": "404.html",
}
every_page = pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)


@pytest.fixture(scope="module")
def address(service, standing, tmp_path_factory):
    """`address("nz")` is where the guide is served as that service runs it, with a slash at its end."""
    root = tmp_path_factory.mktemp("homes")

    @cache
    def address_(name):
        own = service(name)
        home = urlsplit(own.guide.address).path
        (root / home.strip("/")).symlink_to(own.folder)
        return f"{standing(root).url}{home}"

    return address_


@pytest.fixture
def visit(address, open_page):
    """`visit("sessions/", name="nz", ...)` opens a page of the guide as that service runs it."""
    return lambda path, name="nz", **options: open_page(
        f"{address(name)}{path}", reduced_motion="reduce", **options
    )


# ---- Every kind of page


@every_page
def test_axe_finds_nothing(visit, axe_in_every_look, path):
    assert axe_in_every_look(visit(path)) == []


@every_page
def test_without_script_the_page_is_whole(visit, path):
    page = visit(path, script=False)
    assert page.locator("h1").first.is_visible()
    assert page.locator(".site-header .service").inner_text() == "Kōwhai Counselling"
    assert page.locator("button:visible:not([type=reset])").all_inner_texts() == []


@pytest.mark.parametrize("name", ["nz", "us"])
def test_no_page_is_wider_than_a_narrow_screen(visit, service, name):
    page, wide = visit("", name, width=320), {}
    root, folder = page.url, service(name).folder
    for file in sorted(folder.rglob("*.html")):
        path = file.relative_to(folder).as_posix()
        if 'name="robots" content="noindex"' not in file.read_text("utf-8"):
            page.goto(root + path)
            over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            wide |= {path: over} if over > 0 else {}
    assert wide == {}


# ---- What the service added


def test_in_danger_a_service_has_its_own_people_to_call(visit):
    assert "the duty kaiarahi" in visit("sessions/suicide-risk-late/").locator(".near").inner_text()


def test_a_step_of_its_own_ticks_and_counts_like_any_other(visit):
    page = visit("sessions/suicide-risk-late/")
    page.get_by_role("checkbox", name="Ask the front desk to keep the house open.").check()
    for _ in ("now", "after a reload"):
        page.get_by_text("1 of 10 done", exact=True).wait_for()
        page.reload()
    assert page.locator("#local-tell-front-desk .mark").inner_text() == "Kōwhai Counselling"


def test_a_link_to_a_step_of_its_own_shows_it(visit):
    page = visit("sessions/suicide-risk-late/#local-tell-front-desk", width=375, height=667)
    step = page.locator("#local-tell-front-desk")
    assert step.evaluate("element => element.matches(':target')")
    assert 0 <= step.bounding_box()["y"] < 667 / 2


def test_a_hidden_page_leads_on_and_says_nothing(visit):
    page = visit("relationships/nonclinical/")
    page.wait_for_url("**/relationships/clinician-initiated/")


def test_search_finds_in_the_services_words_and_in_the_guides(visit):
    for words in ("tangata whaiora bus", "client bus"):
        page = visit("", width=375)
        page.get_by_role("button", name="Search").click()
        page.keyboard.type(words)
        found = page.get_by_role("dialog").get_by_role("link").first
        expect(found).to_contain_text("What if the last bus leaves before we have finished?")


def test_the_logo_is_seen(visit):
    for path in ("", "sessions/local-last-bus/", "404.html"):
        logo = visit(path).locator(".brand img")
        assert logo.evaluate("image => image.complete && image.naturalWidth > 0"), path
        assert logo.bounding_box()["height"] == 32


def test_a_visit_with_everything_on_asks_no_other_host(visit):
    """The worker that keeps the guide for later included; `open_page` fails on any other host."""
    page = visit("", service_workers="allow")
    root = page.url
    for path in PAGES.values():
        page.goto(root + path)
        page.wait_for_function("() => !document.querySelector(':not(:defined)')")
    page.goto(root)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    kept = page.evaluate(
        """async () => {
            const cache = await caches.open((await caches.keys())[0]);
            const urls = (await cache.keys()).map(({ url }) => url);
            const kept = urls.filter((url) => url.includes("/offline/") && url.endsWith(".json"));
            const folders = kept.map(async (url) => (await cache.match(url)).json());
            const pages = (await Promise.all(folders)).flatMap((folder) => Object.keys(folder.pages ?? {}));
            return [...pages, ...urls.map((url) => new URL(url).pathname)];
        }"""
    )
    pages = {"sessions/local-last-bus/", "reference/local-house-rules/", "relationships/nonclinical/"}
    assert pages <= set(kept)
    assert f"{urlsplit(root).path}assets/logo.svg" in kept


# ---- On paper


@pytest.mark.parametrize("name", ["nz", "us"])
def test_every_list_with_something_of_the_service_prints_on_one_side(visit, service, name):
    page, several, seen, own = visit("", name), {}, [], service(name)
    root, folder = page.url, own.folder
    for file in sorted(folder.glob("*/*/index.html")):
        path, html = file.parent.relative_to(folder).as_posix(), file.read_text("utf-8")
        if (
            not any(sign in html for sign in (" data-local", 'class="decision"', 'value="local-'))
            and "/local-" not in path
        ):
            continue
        if "<ew-checklist" not in html:
            continue
        page.goto(f"{root}{path}/")
        seen.append(path)
        address, decided = f"{own.guide.address}{path}/", page.locator(".decision[data-kind=local]").count()
        sheets = printed(page, **SMALLEST_SHEET)
        text = unicodedata.normalize("NFKC", " ".join(sheets))
        if len(sheets) != 1 or "Search" in text or address not in "".join(text.split()):
            several[path] = (len(sheets), text[:80])
        assert own.guide.settings.name in text or not decided, path
    assert len(seen) >= 8
    assert several == {}


# ---- Its colour

# What is written in the service's own colour, and on which ground, as the browser paints them; `null` where there is none.
PAINTED = """(hue) => {
    const root = document.documentElement;
    root.style.setProperty("--own-hue", `${hue}deg`);
    const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
    const context = canvas.getContext("2d", { willReadFrequently: true });
    const rgb = (colour) => {
        context.fillStyle = colour;
        context.fillRect(0, 0, 1, 1);
        return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
    };
    const ground = (element) => {
        const { backgroundColor } = getComputedStyle(element);
        return backgroundColor === "rgba(0, 0, 0, 0)" ? ground(element.parentElement) : backgroundColor;
    };
    return [...document.querySelectorAll(".brand .service, .mark[data-kind=local], .for-you .group, .local h2")]
        .filter((element) => element.checkVisibility())
        .map((element) => [element.className || element.localName, rgb(getComputedStyle(element).color), rgb(ground(element))]);
}"""


def luminance(rgb):
    """As WCAG 2 defines it."""
    parts = [part / 255 for part in rgb]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_computed_as_the_standard_has_it():
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_whatever_hue_a_service_chooses_its_words_can_be_read(visit, scheme):
    poor, kinds, colours = [], set(), set()
    for path in ("", "reference/contacts/", "sessions/suicide-risk-late/#local-tell-front-desk"):
        page = visit(path, scheme=scheme)
        chroma = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--own-chroma')")
        assert float(chroma) == 0.1
        for hue in range(0, 360, 15):
            for kind, ink, ground in page.evaluate(PAINTED, hue):
                kinds.add(kind)
                colours.add(tuple(ink))
                if contrast(ink, ground) < 4.5:
                    poor.append((path, kind, hue, round(contrast(ink, ground), 2)))
    assert poor == []
    assert kinds == {"service", "mark", "group", "h2"}
    assert len(colours) >= 20
