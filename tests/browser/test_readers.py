"""The guide as its three readers use it: looking something up, linking to it, reading it with no network."""

import shutil
import unicodedata
from pathlib import Path
from urllib.parse import urlsplit

import pypdfium2
import pytest
import zxingcpp
from playwright.sync_api import expect

from tests.bench import kept_offline, weight
from tests.browser.conftest import SMALLEST_SHEET, printed
from tests.browser.wayward import wait_until, wait_until_whole

PRACTICE = "sessions/door-handle/"
STEP = "ask-safety"


# Looking something up


def test_two_taps_lead_from_home_to_the_first_step(visit):
    page = visit("", width=375, height=667, has_touch=True)
    page.get_by_role("link", name="At the door", exact=True).tap()
    page.locator("article a[href$='suicide-risk-late/']").first.tap()
    page.wait_for_url("**/suicide-risk-late/")
    first = page.locator(".step label").first
    assert first.is_visible()
    assert first.bounding_box()["y"] + first.bounding_box()["height"] <= 667


def test_ticks_are_there_after_a_reload_and_travel_in_a_link(visit):
    page = visit(PRACTICE)
    page.locator(f"#{STEP} input").check()
    page.reload()
    page.locator(f"#{STEP} input:checked").wait_for()
    version = page.locator("ew-checklist").get_attribute("data-version")
    other = visit(f"{PRACTICE}#run={version}.{STEP}")
    other.get_by_text("The ticks from the link are set.").wait_for()
    assert other.locator("input:checked").count() == 1


def test_a_chosen_colour_stays_and_is_said(visit):
    page = visit("", scheme="light")
    button = page.locator("ew-theme button")
    for name, scheme in (("light", "light"), ("dark", "dark")):
        button.click()
        assert name in button.inner_text()
        assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == scheme
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    button.click()
    assert page.evaluate("'theme' in document.documentElement.dataset") is False


def test_a_colour_that_was_chosen_on_another_page_holds_on_one_that_is_open_too(visit):
    page = visit("", scheme="light")
    other = visit("course/", beside=page)
    button = page.locator("ew-theme button")
    for name in ("light", "dark", "as the device"):
        other.locator("ew-theme button").click()
        expect(button).to_contain_text(name)
    assert page.evaluate("'theme' in document.documentElement.dataset") is False


def test_a_colour_holds_on_a_page_that_the_browser_kept_whole_for_the_back_button(keeping, standing, site):
    page = keeping.new_page()
    page.goto(f"{standing(site).url}/")
    expect(page.locator(":not(:defined)")).to_have_count(0)
    page.evaluate("addEventListener('pageshow', ({ persisted }) => { globalThis.restored = persisted; })")
    page.goto(f"{standing(site).url}/course/")
    for _ in ("light", "dark"):
        page.locator("ew-theme button").click()
    page.go_back(wait_until="commit")
    assert page.evaluate("restored"), "the page came from the server: this shows nothing"
    expect(page.locator("ew-theme button")).to_contain_text("dark")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_a_colour_that_is_kept_nowhere_stays_on_its_page(examples, standing, open_page):
    page = open_page(f"{standing(examples).url}/theme/button.html", storage=False)
    button = page.get_by_role("button")
    button.click()
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(button).to_contain_text("light")


# Linking to it


@pytest.mark.parametrize("by", ["mouse", "touch", "keyboard"])
@pytest.mark.parametrize("place", ["page", "step", "phrase"])
def test_a_permanent_link_is_copied_and_that_is_said(visit, by, place):
    page = visit(PRACTICE, has_touch=by == "touch", permissions=["clipboard-read", "clipboard-write"])
    control = {
        "page": page.locator(".answer .permalink"),
        "step": page.locator(f"#{STEP} .permalink"),
        "phrase": page.locator("#too-big-to-rush .permalink"),
    }[place]
    {"mouse": control.click, "touch": control.tap, "keyboard": lambda: control.press("Enter")}[by]()
    page.locator("#said").get_by_text("Link copied").wait_for()
    fragment = {"page": "", "step": f"#{STEP}", "phrase": "#too-big-to-rush"}[place]
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(f"/{PRACTICE}{fragment}")
    assert copied in page.locator("#said").inner_text()


def test_words_to_say_are_copied(visit):
    page = visit(PRACTICE, permissions=["clipboard-read", "clipboard-write"])
    page.locator("#secret-first button").first.click()
    page.locator("#said").get_by_text("Copied").wait_for()
    shown = page.locator("#secret-first blockquote").first.inner_text()
    assert shown == f"“{page.evaluate('navigator.clipboard.readText()')}”"


def test_a_refused_clipboard_shows_the_link(visit):
    page = visit(PRACTICE)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException('no')); }")
    page.locator(f"#{STEP} .permalink").click()
    page.locator("#said").get_by_text("by hand").wait_for()
    assert STEP in page.locator("#said").inner_text()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("id_", ["write-it-down", "too-big-to-rush"])
def test_a_followed_link_shows_its_target_marked_and_in_sight(visit, script, id_):
    page = visit(f"{PRACTICE}#{id_}", script=script, width=375, height=667)
    target = page.locator(f"#{id_}")
    assert target.evaluate("element => element.matches(':target')")
    assert target.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"
    assert 0 <= target.bounding_box()["y"] < 667 / 2


def test_a_cross_link_says_its_side_in_words_and_hue_and_is_on_both_pages(visit):
    referral, because = "relationships/referral/", ".because"
    page, other = visit(PRACTICE), visit(referral)
    there = page.locator(".crosslinks [data-side=relationships]", has=page.locator(f"a[href*='{referral}']"))
    assert "Ending the work" in there.inner_text()
    back = other.locator(".crosslinks [data-side=sessions]", has=other.locator(f"a[href*='{PRACTICE}']"))
    assert "Ending a session" in back.inner_text()
    assert there.locator(because).inner_text() == back.locator(because).inner_text()
    hues = [card.evaluate("card => getComputedStyle(card).borderLeftColor") for card in (there, back)]
    assert hues[0] != hues[1]


# Reading with no network, in a frame, on paper


def test_the_whole_guide_opens_with_the_server_gone(site, serve, open_page):
    server = serve(site)
    page = open_page(f"{server.url}/", service_workers="allow")
    wait_until_whole(page)
    page.reload()
    home = page.locator("h1").inner_text()
    server.stop()
    page.goto(f"{server.url}/?q=goodbye")  # an address can hold a search
    assert page.locator("h1").inner_text() == home
    for path in (
        "sessions/door-handle/",
        "relationships/referral/",
        "reference/map/",
        "shared/crisis-lines/",
    ):
        page.goto(f"{server.url}/{path}")
        assert page.locator("h1").inner_text(), path
    page.goto(f"{server.url}/sessions/no-such-page/")
    assert page.locator("h1").inner_text() == "There is no page at this address"
    page.goto(f"{server.url}/sessions/door-handle/")
    page.locator(f"#{STEP} input").check()
    assert "1 of" in page.locator(".progress").inner_text()
    page.get_by_role("button", name="Search").click()
    page.keyboard.type("goodbye")
    page.get_by_role("dialog").get_by_role("link").first.wait_for()


def test_a_newer_version_is_offered_and_taken(site, serve, open_page, tmp_path):
    copy = tmp_path / "site"
    shutil.copytree(site, copy)
    server = serve(copy)
    page = open_page(f"{server.url}/", service_workers="allow")
    wait_until_whole(page)
    home = copy / "index.html"
    home.write_text(
        home.read_text("utf-8").replace("How to end a session, or therapy", "What ends today?"), "utf-8"
    )
    listed = copy / "offline-manifest.js"
    listed.write_text(listed.read_text("utf-8").replace('"version": "', '"version": "newer'), "utf-8")
    page.evaluate("navigator.serviceWorker.ready.then((worker) => worker.update())")
    page.get_by_role("button", name="Use it now").click()
    page.get_by_role("heading", name="What ends today?").wait_for()
    wait_until(page, "async () => (await caches.keys()).join().includes('newer')")


def test_a_page_in_a_wikis_frame_is_whole(site, serve, open_page, tmp_path):
    inner = serve(site).url.replace("127.0.0.1", "localhost")
    (tmp_path / "wiki.html").write_text(
        f'<!doctype html><title>Wiki</title><iframe src="{inner}/{PRACTICE}" width="600" height="700">'
    )
    page = open_page(f"{serve(tmp_path).url}/wiki.html")
    frame = page.frame_locator("iframe")
    frame.locator(f"#{STEP} input").check()
    frame.get_by_text("1 of").wait_for()
    frame.get_by_text("shown inside another site").wait_for()


SMALLEST_TYPE = """() => Math.min(...[...document.querySelectorAll(".checklist *, .page-status *")]
  .filter((node) => node.checkVisibility() && [...node.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim()))
  .map((node) => parseFloat(getComputedStyle(node).fontSize) * 0.75))"""


# As a press in the list of countries does.
CHOOSE = """(region) => {
    localStorage.setItem("ew:region", region);
    dispatchEvent(new StorageEvent("storage", { key: "ew:region", newValue: region }));
}"""


@pytest.mark.parametrize("share", range(2))
def test_every_checklist_prints_on_one_side_in_ten_points(visit, site, share):
    """By the print command of the browser itself, with no country chosen and with the one that has most lines."""
    page = visit("")
    root, several, by_country = page.url, {}, []
    lists = [
        file for file in sorted(site.glob("*/*/index.html")) if "<ew-checklist" in file.read_text("utf-8")
    ]
    assert len(lists) > 100
    for file in lists[share::2]:
        path, texts = file.parent.relative_to(site).as_posix(), set()
        page.goto(f"{root}{path}/")
        for region in ("", "uk"):
            page.evaluate(CHOOSE, region)
            sheets = printed(page, **SMALLEST_SHEET)
            text = unicodedata.normalize("NFKC", " ".join(sheets))
            texts.add(text)
            page.emulate_media(media="print")
            points = page.evaluate(SMALLEST_TYPE)
            page.emulate_media(media="null")
            if len(sheets) != 1 or "Search" in text or path not in "".join(text.split()) or points < 9.99:
                several[path, region] = (len(sheets), points, text[:80])
        by_country += [path] if len(texts) == 2 else []
    assert several == {}
    assert by_country  # so that the country was chosen, where lines are printed


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
@pytest.mark.parametrize("background", [False, True], ids=["the list alone", "the whole page"])
def test_on_paper_a_code_beside_the_short_address_leads_there(visit, site_url, script, background):
    page = visit(PRACTICE, script=script)
    if background:
        page.get_by_label("Print the background, too").check()
    if script:
        fetched(page)
    pdf = pypdfium2.PdfDocument(page.pdf(format="A4"))
    codes = [
        code
        for sheet in pdf
        for code in zxingcpp.read_barcodes(
            sheet.render(scale=3).to_pil(), formats=zxingcpp.BarcodeFormat.QRCode
        )
    ]
    short = page.locator("[data-short] [translate=no]").inner_text()
    assert [code.text for code in codes] == [f"https://{short}"]
    assert codes[0].text.startswith(site_url)


def test_the_code_is_fetched_once_somebody_is_at_the_page_and_described(visit):
    page = visit(PRACTICE)
    code = page.locator(".page-status img")
    assert not code.is_visible()
    assert code.get_attribute("alt") == "As a code to scan"
    fetched(page)


def fetched(page) -> None:
    """Be at the page, as whoever prints it is, until the code has come."""
    page.keyboard.press("Control")
    code = page.locator(".page-status img")
    expect(code).to_have_attribute("loading", "eager")
    code.evaluate("(image) => image.decode()")


def sheet_of(page) -> str:
    text = " ".join(printed(page, format="A4"))
    return " ".join(unicodedata.normalize("NFKC", text).split())


def test_the_sheet_for_the_wall_has_the_lines_for_its_own_danger(visit):
    page = visit("sessions/home-to-abuser/")
    assert "United Kingdom 999" in sheet_of(page)
    page.locator(".contacts select").select_option("uk")
    text = sheet_of(page)
    for said in ("call 999", "National Domestic Abuse Helpline", "call 0808 2000 247"):
        assert said in text
    assert "United States" not in text
    page = visit("relationships/good-goodbye/")
    assert "call 9" not in sheet_of(page)


@pytest.mark.parametrize(
    ("path", "region", "line"),
    [
        (
            "sessions/recent-assault/",
            "uk",
            "Rape and Sexual Abuse Support Line (England and Wales): visit 247sexualabusesupport.org.uk",
        ),
        ("sessions/home-to-abuser/", "ca", "ShelterSafe: visit sheltersafe.ca"),
    ],
)
def test_a_line_that_is_only_on_the_web_is_printed_with_its_address(visit, path, region, line):
    page = visit(path)
    page.locator(".contacts select").select_option(region)
    assert line in sheet_of(page)
    assert len(printed(page, **SMALLEST_SHEET)) == 1


def test_the_printed_page_holds_the_words_and_not_the_controls(visit):
    page = visit(PRACTICE)
    page.get_by_label("Print the background, too").check()
    act = page.locator(".step label").first.inner_text().split()[:4]
    text = " ".join(printed(page, format="A4"))
    assert " ".join(act) in " ".join(text.split())
    assert "Words to say" in text
    for control in ("Search", "Copy link", "Clear what this site keeps"):
        assert control not in text


# Budgets


FRAME = {"base", "clear", "contacts", "copy", "offline", "search", "theme"}  # what every page needs
TASKS = {
    "facilitator",
    "finish",
    "item",
    "knowledge-check",
    "partner",
    "path",
    "progress",
    "rail",
    "recall",
    "recall-queue",
    "scenario",
    "section",
    "spoken",
}


@pytest.fixture
def asked(site, serve, open_page):
    """`asked(path)` is the paths of all that a first visit to a page asks for, until every element of it works."""

    def visited(path: str) -> list[str]:
        page, paths = open_page("about:blank"), []
        page.on("request", lambda request: paths.append(urlsplit(request.url).path.lstrip("/")))
        page.goto(f"{serve(site).url}/{path}")
        page.wait_for_function("() => !document.querySelector(':not(:defined)')")
        icon = page.locator("link[rel=icon]").evaluate("link => new URL(link.href).pathname").lstrip("/")
        return paths if icon in paths else [*paths, icon]  # without a window no icon is asked for

    return visited


@pytest.mark.parametrize("path", ["", PRACTICE, "relationships/planned-ending/", "reference/design/"])
def test_a_first_visit_asks_for_little_and_weighs_little(asked, site, path):
    paths = asked(path)
    assert "base/component.js" in "".join(paths)
    assert len(paths) <= 20, paths
    assert (
        weight([site / name if Path(name).suffix else site / name / "index.html" for name in paths]) <= 60_000
    )


@pytest.mark.parametrize(
    ("path", "components"),
    [
        ("", FRAME | {"resume"}),
        ("sessions/", FRAME),
        (PRACTICE, FRAME | {"checklist", "section"}),
        ("letters/planned-ending/", FRAME | {"letter", "section"}),
        ("course/good-ending/", FRAME | TASKS | {"embed"}),
    ],
)
def test_a_page_asks_for_the_scripts_of_what_is_on_it_and_for_each_once(asked, path, components):
    paths = [name for name in asked(path) if name.endswith(".js")]
    assert len(paths) == len(set(paths))
    assert {name.split("/")[3] for name in paths if "/components/" in name} == components


def test_the_whole_guide_for_offline_weighs_little_more_than_a_megabyte(site):
    assert weight(kept_offline(site)) <= 1_150_000


def test_a_practice_tells_where_one_is_and_what_stands_near(visit):
    page = visit(PRACTICE)
    header = page.get_by_role("navigation", name="Guide").locator("[aria-current]")
    assert (header.inner_text(), header.get_attribute("aria-current")) == ("Sessions", "true")
    near = page.get_by_role("navigation", name="Here and nearby")
    assert near.locator("[aria-current=page]").inner_text() == "Something big said at the door"
    near.get_by_role("link", name="Very upset when time is up").click()
    page.wait_for_url("**/sessions/high-distress/")
    page.get_by_role("link", name="The next moment: afterwards").click()
    page.wait_for_url("**/sessions/#afterwards")
