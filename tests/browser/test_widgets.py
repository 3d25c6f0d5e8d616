"""A list, an answer, a letter and the contacts alone, in a frame on a page of another site."""

import gzip
import re
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import ROOT

SESSION = "sessions/door-handle/embed/"
RELATIONSHIP = "relationships/say-it-in-person/embed/"
DANGER = "sessions/suicide-risk-late/embed/"
ANSWER = "sessions/suicide-risk-late/embed/answer/"
LETTER = "letters/after-threat/embed/"
CONTACTS = "reference/contacts/embed/"
EACH = [SESSION, RELATIONSHIP, DANGER, ANSWER, LETTER, CONTACTS]
SANDBOXES = {
    "none": "",
    "scripts": 'sandbox="allow-scripts"',
    "scripts, its own origin": 'sandbox="allow-scripts allow-same-origin"',
}
# A page that listens to whatever is told, with the script that the guide's own page gives to make the frame as tall.
LINKING = (ROOT / "docs" / "reference" / "linking.md").read_text("utf-8")
(LISTENS,) = re.findall(r"```html\n(<script>.*?</script>)\n```", LINKING, re.DOTALL)
WIKI = """<!doctype html><meta charset="utf-8"><title>Wiki</title><link rel="icon" href="data:,"><iframe src="{src}" {attributes} width="{width}" height="300"></iframe>
<iframe title="Another"></iframe><script>window.told = []; addEventListener("message", ({{ data }}) => told.push(data));</script>{listens}"""


class Host(SimpleHTTPRequestHandler):
    """As most hosts are: it lets no other origin read what it serves, and a frame in a sandbox is another origin."""

    def log_message(self, *_):
        """Say nothing of requests."""


@pytest.fixture(scope="module")
def guide(site):
    """The address of the guide, on another site than the pages that frame it."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=site)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def framed(guide, serve, open_page, tmp_path):
    """`framed(path, attributes)` opens a wiki's page that has it in a frame."""

    def open_(path, attributes="", width=640, **options):
        wiki = WIKI.format(src=guide + path, attributes=attributes, width=width, listens=LISTENS)
        (tmp_path / "wiki.html").write_text(wiki, "utf-8")
        return open_page(f"{serve(tmp_path).url}/wiki.html", **options)

    return open_


def tick(frame, place=0):
    frame.get_by_role("checkbox").nth(place).check()


def settled(page):
    """The frame, once all of it is there and the page has made it as high as it is."""
    page.wait_for_function("told.length")
    frame = page.frames[1]
    expect(frame.locator(":not(:defined)")).to_have_count(0)
    frame.wait_for_function(
        "() => Math.abs(innerHeight - document.querySelector('ew-widget').offsetHeight) <= 1"
    )
    return frame


@pytest.mark.parametrize("sandbox", SANDBOXES.values(), ids=SANDBOXES)
def test_a_list_works_in_a_frame_in_each_sandbox(framed, sandbox):
    page = framed(SESSION, sandbox)
    frame = page.frames[1]
    tick(frame)
    expect(frame.get_by_text("1 of 8 done")).to_be_visible()
    can_keep = "allow-scripts" not in sandbox or "allow-same-origin" in sandbox
    expect(frame.locator("[data-part=apart]")).to_be_visible(visible=can_keep)
    expect(frame.locator("[data-part=unsaved]")).to_be_visible(visible=not can_keep)
    page.reload()
    kept = page.frames[1].locator("input:checked")
    expect(kept).to_have_count(1 if can_keep else 0)


@pytest.mark.parametrize("act", [lambda page: tick(page.frames[1]), lambda page: page.keyboard.press("Tab")])
def test_where_a_frame_may_not_print_nothing_is_left_of_having_asked(framed, act):
    page = framed(SESSION, 'sandbox="allow-scripts"')
    frame = page.frames[1]
    frame.get_by_text("Copy, print or share").click()
    frame.get_by_role("button", name="Print blank").click()
    act(page)
    assert frame.evaluate("({ ...document.documentElement.dataset })") == {}


def test_in_a_sandbox_without_scripts_the_list_is_whole_and_ticks(framed):
    frame = framed(SESSION, "sandbox").frames[1]
    tick(frame)
    expect(frame.locator("[data-part=unkept]")).to_be_visible()
    assert frame.locator(".step .do").count() == 8
    assert frame.locator("button:visible:not([type=reset])").count() == 0


def test_runs_of_a_long_list_are_told_apart_in_a_frame(framed):
    page = framed(RELATIONSHIP)
    frame = page.frames[1]
    tick(frame)
    word = frame.locator(".runs .word").inner_text()
    page.reload()
    expect(page.frames[1].locator(".runs .word")).to_have_text(word)


def test_the_state_of_ticks_is_said_in_one_line(framed):
    (said,) = framed(SESSION).frames[1].locator(".notice:visible").all_inner_texts()
    assert said.startswith(
        "This list is shown inside another site. Ticks stay on this device, as a rule apart from the guide’s own."
    )
    frame = framed(SESSION, 'sandbox="allow-scripts"').frames[1]
    expect(frame.locator(".notice:visible")).to_have_count(1)
    assert frame.locator(".notice:visible").inner_text().startswith("Ticks cannot be saved here.")


@pytest.mark.parametrize("path", EACH)
def test_a_frame_is_told_its_height_and_nothing_else(framed, path):
    page = framed(path)
    frame = settled(page)
    assert frame.evaluate("document.documentElement.scrollHeight <= innerHeight")
    assert {(*sorted(said), said["type"], type(said["height"])) for said in page.evaluate("told")} == {
        ("height", "type", "ending-well:height", int)
    }


def test_the_height_follows_what_is_folded_and_how_wide_the_frame_is(framed):
    page = framed(SESSION)
    frame = settled(page)
    tall = page.evaluate("told.at(-1).height")  # what was told earlier is of a list that was not whole
    tick(frame)
    page.wait_for_function("tall => told.at(-1).height < tall", arg=tall)
    page.evaluate("document.querySelector('iframe').width = 320")
    page.wait_for_function("tall => told.at(-1).height > tall", arg=tall)


def test_a_page_that_is_not_framed_tells_nobody(guide, open_page):
    page = open_page(guide + SESSION)
    page.evaluate("addEventListener('message', () => { window.heard = true })")
    tick(page)
    expect(page.get_by_text("1 of 8 done")).to_be_visible()
    assert not page.evaluate("window.heard")


@pytest.mark.parametrize("path", EACH)
def test_a_widget_is_small_and_asks_little(guide, open_page, site, path):
    asked = []
    page = open_page("about:blank")
    page.on("response", lambda response: asked.append(response.url.removeprefix(guide)))
    page.goto(guide + path)
    expect(page.locator(":not(:defined)")).to_have_count(0)
    files = [site / f"{name}index.html" if name.endswith("/") else site / name for name in asked]
    assert len(files) <= 6
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) <= 30_000


@pytest.mark.parametrize("path", EACH)
def test_links_open_outside_the_frame_at_the_page_itself(framed, guide, path):
    page = framed(path)
    frame = page.frames[1]
    with page.expect_popup() as opened:
        frame.get_by_role("link", name="Open this page in").click()
    assert opened.value.url == guide + path.removesuffix("answer/").removesuffix("embed/")
    assert frame.url == guide + path
    for link in frame.locator("a[href]").all():
        own = link.evaluate("link => [link.target || document.querySelector('base').target, link.protocol]")
        assert own in (["_blank", "http:"], ["_blank", "https:"], ["_top", "tel:"], ["_top", "sms:"])


def test_in_danger_the_numbers_to_call_stand_before_the_first_step(framed):
    frame = framed(DANGER).frames[1]
    number = frame.locator("a[href^='tel:']").first
    assert number.bounding_box()["y"] < frame.locator(".step").first.bounding_box()["y"]
    frame.get_by_role("button", name="Call", exact=True).click()
    expect(frame.locator("[popover] a[href^='tel:']").first).to_be_visible()
    expect(framed(ANSWER).frames[1].locator("a[href^='tel:']:visible").first).to_be_visible()


def test_in_danger_a_list_is_copied_from_a_frame_with_the_numbers_and_the_way_to_the_contacts(framed):
    page = framed(DANGER)
    frame = page.frames[1]
    address = frame.locator("ew-checklist").get_attribute("data-address")
    frame.get_by_text("Copy, print or share").click()
    frame.evaluate("() => { navigator.clipboard.writeText = async (text) => { globalThis.copied = text; }; }")
    frame.locator(".carry").get_by_role("button", name="Copy as text").click()
    frame.get_by_text("Copied as text.").wait_for()
    end = frame.evaluate("copied").split("\n\n")[-2].split("\n")
    assert end[0] == "United States: Call 911"
    assert end[-1] == f"Crisis contacts ({address}#contacts)"


def test_a_letter_is_filled_in_and_carried_out_by_hand(framed):
    frame = framed(LETTER, 'sandbox="allow-scripts"').frames[1]
    field = frame.locator("[data-part=form] input").first
    field.fill("Ms Example")
    expect(frame.locator("[data-part=sheet]")).to_contain_text("Ms Example")


@pytest.mark.parametrize("path", EACH)
def test_without_a_script_it_reads(guide, open_page, path):
    page = open_page(guide + path, script=False)
    assert page.locator("h1").is_visible()
    assert page.get_by_text("Links open in a new tab.").is_visible()


@pytest.mark.parametrize("path", EACH)
def test_it_is_for_everyone_and_no_wider_than_a_narrow_frame(
    guide, open_page, axe_in_every_look, equal_access, path
):
    page = open_page(guide + path, width=320, reduced_motion="reduce")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert equal_access(page) + axe_in_every_look(page) == []


def test_it_has_the_colours_of_the_device(guide, open_page):
    ground = "getComputedStyle(document.body).backgroundColor"
    light, dark = (open_page(guide + SESSION, scheme=scheme).evaluate(ground) for scheme in ("light", "dark"))
    assert light == "rgb(251, 248, 242)"
    assert dark == "rgb(16, 25, 28)"


@pytest.mark.parametrize(
    ("path", "names"),
    [("sessions/door-handle/", ["list", "answer"]), ("letters/after-threat/", ["letter"]), ("reference/contacts/", ["contacts"]), ("reference/map/", [])],
)  # fmt: skip
def test_the_page_gives_the_code_for_each_frame(visit, site_url, path, names):
    page = visit(path, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_text("Link to this page, or quote it").click()
    assert page.get_by_role("button", name="Frame with the").all_inner_texts() == [
        f"Frame with the {name}" for name in names
    ]
    for name in names:
        page.get_by_role("button", name=f"Frame with the {name}").click()
        below = "embed/answer/" if name == "answer" else "embed/"
        page.get_by_text(f'Copied: <iframe src="{site_url}{path}{below}"').wait_for()
        code = page.evaluate("navigator.clipboard.readText()")
        assert code.startswith(
            f'<iframe src="{site_url}{path}{below}" title="{page.locator("h1").inner_text()}" '
        )
