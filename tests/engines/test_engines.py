"""The round of main uses in Firefox and in WebKitGTK: by a hand on a mouse and on keys, from the first tick to a new release.

What differs from Chromium, and is met: neither lets a page read the clipboard unasked, so what was copied is pasted; and a
file is saved where the browser saves it. WebKitGTK takes a page that it has for fresh without asking the worker, which a host
prevents as `make hosting` says. Its driver prints nothing; Firefox prints a list, and the rest of paper is left to Chromium.
"""

import io
import json
import os
import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import pypdfium2
import pytest
import zxingcpp

from tests.browser.conftest import FILL, MAKE_ROOM
from tests.browser.wayward import Wayward, gone, lent, released
from tests.engines.driver import Engine
from tests.engines.machine import STARTS, missing

PRACTICE, RUNS, MODULE = "sessions/door-handle/", "relationships/planned-ending/", "course/difficult-close/"
COURSE, RECORD, VERIFY = "course/", "course/record/", "course/verify/"
COUNT = "ew-checklist [data-part=progress]"
UPDATE = "async () => void (await (await navigator.serviceWorker.ready).update())"
WHOLE = """async () => {
    const { installing } = await navigator.serviceWorker.ready;
    const [name, ...more] = await caches.keys();
    const kept = name ? await (await caches.open(name)).keys() : [];
    return !installing && more.length === 0 && kept.some(({ url }) => url.endsWith("/offline/whole"));
}"""


@dataclass
class Guide:
    """The guide in an engine, opened at the page that a use needs."""

    engine: Engine
    server: Wayward
    release: Callable[[], None]

    def open(self, path: str) -> Engine:
        """Open a page, and wait until all of its elements have their scripts."""
        self.engine.go("about:blank")  # else another fragment of the same page is no visit
        self.engine.go(f"{self.server.url}/{path}")
        self.engine.until("() => !document.querySelector(':not(:defined)')")
        return self.engine


def a_list_keeps_its_ticks(guide: Guide) -> None:
    page = guide.open(PRACTICE)
    page.click("#ask-safety input")
    page.click("#stay-on input")
    page.sees(COUNT, "2 of 8 done")
    page = guide.open(PRACTICE)
    page.sees(COUNT, "2 of 8 done")
    page.click("#stay-on input")
    page.sees(COUNT, "1 of 8 done")
    page.click("ew-checklist button[type=reset]")
    page.sees("ew-checklist .message", r"The list is empty\..*")
    page.sees(COUNT, "0 of 8 done")
    page.click("ew-checklist [data-do=undo]", "Undo")
    page.sees(COUNT, "1 of 8 done")
    guide.open(PRACTICE).sees(COUNT, "1 of 8 done")


def a_list_prints_on_one_sheet_with_its_code(guide: Guide) -> None:
    page = guide.open(PRACTICE)
    short = page.call("() => document.querySelector('[data-short] [translate=no]').textContent")
    if pdf := page.printed():
        (sheet,) = pypdfium2.PdfDocument(pdf)
        (code,) = zxingcpp.read_barcodes(
            sheet.render(scale=3).to_pil(), formats=zxingcpp.BarcodeFormat.QRCode
        )
        assert code.text == f"https://{short}"


def lists_of_two_clients_stand_side_by_side(guide: Guide) -> None:
    page = guide.open(RUNS)
    page.click("#look-at-risk input")
    first = page.sees("[data-part=named] .word", r"\w+ \w+")
    page.click("[data-do=start]", "Start another run")
    page.sees(COUNT, "0 of 9 done")
    page.click("#agree-time input")
    page.click("#set-date input")
    page.sees(COUNT, "2 of 9 done")
    page = guide.open(RUNS)
    page.sees(COUNT, "2 of 9 done")
    assert page.sees("[data-part=named] .word", r"\w+ \w+") != first


def a_full_storage_loses_no_tick(guide: Guide) -> None:
    page = guide.open(PRACTICE)
    page.call(FILL)
    page.click("#help-settle input")
    page.sees("ew-checklist .message", r"Ticks cannot be saved here\.")
    page.sees(COUNT, "2 of 8 done")
    guide.open(PRACTICE).sees(COUNT, "1 of 8 done")
    page.call(MAKE_ROOM)
    page.click("#help-settle input")
    guide.open(PRACTICE).sees(COUNT, "2 of 8 done")
    page.click("#help-settle input")


def a_list_is_carried_out_and_back(guide: Guide) -> None:
    page = guide.open(PRACTICE)
    page.click("#contain-it input")
    page.click("ew-checklist details.carry summary")
    page.click("ew-checklist button", "Copy as text")
    page.sees("ew-checklist .message", r"Copied as text\.")
    page = guide.open(VERIFY)
    assert "\n[x] 3. Say that it is too important to rush." in page.pasted("#record-text")
    page = guide.open(PRACTICE)
    page.click("ew-checklist details.carry summary")
    page.click("ew-checklist button", "Copy a link with these ticks")
    page.sees("ew-checklist .message", r"Link copied\..*")
    link = guide.open(VERIFY).pasted("#paper-link")
    guide.open(PRACTICE).click("ew-checklist button[type=reset]")
    page = guide.open(PRACTICE + link[link.index("#") :])
    page.sees(COUNT, "2 of 8 done")
    page.sees("ew-checklist .message", r"The ticks from the link are set\..*")


def search_answers_and_puts_danger_first(guide: Guide) -> None:
    page = guide.open("")
    page.click("ew-search [data-part=open]")
    page.write("#search-words", "at the door she said she wants to die")
    page.sees(".urgent [data-danger=client]", r"If life is in danger, .*")
    page.click("[data-part=follow] a")
    page.until("() => location.pathname.startsWith('/sessions/')")
    page.sees("h1", r".+\?")


def a_search_stands_after_back(guide: Guide) -> None:
    page = guide.open("")
    page.click("ew-search [data-part=open]")
    page.write("#search-words", "doorknob bombshell")
    page.sees("ew-search .results li:first-child a", r".*at the door.*")
    page.click("ew-search .results li:first-child a")
    page.until("() => location.pathname.startsWith('/sessions/')")
    page.call("() => void setTimeout(() => history.back())")
    page.sees("ew-search .results li:first-child a", r".*at the door.*")
    page.until("() => document.querySelector('#search-words').value === 'doorknob bombshell'")


def a_letter_becomes_a_document(guide: Guide) -> None:
    page = guide.open("letters/planned-ending/")
    page.write("#blank-client-name", "Ana")
    page.click("ew-letter button", "Download as .docx")
    page.click("ew-letter button", "Carry it out with the gaps marked")
    package = zipfile.ZipFile(io.BytesIO(page.saved("letter.docx")))
    assert package.testzip() is None
    assert "Dear Ana," in re.sub("<[^>]+>", "", package.read("word/document.xml").decode())


def a_check_is_answered_and_stays_so(guide: Guide) -> None:
    page = guide.open(MODULE)
    check = "#abuse-told-at-the-door"
    page.click(f"{check} input[value=abuse-wait]")
    page.click(f"{check} button", "Check my answer")
    page.sees(f"{check} .reason", r"Not this one\..*")
    page.click(f"{check} input[value=abuse-safety]")
    page.click(f"{check} button", "Check my answer")
    page.sees(f"{check} .reason", r"Right\..*")
    page = guide.open(MODULE)
    page.sees(f"{check} button", "Answer it again")


def progress_is_carried_by_a_code(guide: Guide) -> None:
    page = guide.open(COURSE)
    kept = page.call("() => localStorage.getItem('ew:course')")
    page.click(".carry-away button", "Show a code to scan")
    page.until("() => document.querySelector('.carry-away [data-part=code] path')?.checkVisibility()")
    page.click(".carry-away button", "Copy as a link")
    page.sees(".carry-away [role=status]", r"Link copied\..*")
    link = guide.open(VERIFY).pasted("#paper-link")
    page.call("() => localStorage.clear()")
    page = guide.open(COURSE + link[link.index("#") :])
    page.click(".carry-away button", "Add it to what is here")
    page.until("(kept) => localStorage.getItem('ew:course') === kept", kept)


def a_record_is_saved_and_verified(guide: Guide) -> None:
    page = guide.open(RECORD)
    page.write("#clinician", "A clinician")
    page.write("#observer", "An observer, lead")
    page.click("ew-record button", "Save as JSON")
    page.sees("ew-record [role=status]", r"The file was saved\..*")
    day = page.call("() => document.querySelector('ew-record dd[data-part=printed]').textContent")
    text = page.saved(f"ending-well-record-{day}.json").decode()
    assert [row["result"] for row in json.loads(text)["items"]] == ["mended"]
    for altered, verdict in ((text, "Not altered.*"), (text.replace("mended", "right"), "Altered, or not.*")):
        page = guide.open(VERIFY)
        page.call(GIVE, "#record-file", altered)
        page.sees("ew-verify [data-part=status]", verdict)


GIVE = """(selector, text) => {
    const [field, given] = [document.querySelector(selector), new DataTransfer()];
    given.items.add(new File([text], "record.json", { type: "application/json" }));
    field.files = given.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
}"""


def the_map_is_followed(guide: Guide) -> None:
    page = guide.open("reference/map/")
    page.click("svg a[href='#sessions/last'] text")  # WebKitGTK finds no place for a link that is drawn
    page.sees("ew-pairs [role=status]", r"\d+ pairs.*")
    assert page.call("() => location.hash") == "#sessions/last"
    assert 2 < page.call("() => document.querySelectorAll('svg a[data-kept]').length") < 30


def the_guide_is_there_without_a_network(guide: Guide) -> None:
    guide.open("").until(WHOLE)
    guide.server.mood = gone
    for path in (PRACTICE, "letters/no-contact/index.html", "relationships/referral", MODULE):
        page = guide.open(path)
        page.sees("aside.copy p", r"The network does not answer\. This is a copy of .*")
        page.sees("h1", ".+")
    page.click("#door-handle details.embed > summary")
    page.click("#door-handle ew-embed input[value=ask-safety]")
    page.click("ew-search [data-part=open]")
    page.write("#search-words", "late again")
    page.sees("ew-search [data-part=count]", r"\d+ pages? fits?\.")
    guide.server.mood = None


def a_release_comes_under_an_open_page(guide: Guide) -> None:
    page = guide.open(RUNS)
    page.click("#say-goodbye input")
    page.sees(COUNT, "1 of 9 done")
    guide.release()
    page.call(UPDATE)
    page.sees("ew-offline .offline", r"A newer version of the guide is ready\..*")
    page.click("#record-plan input")
    page.sees(COUNT, "2 of 9 done")
    page.click("ew-offline button", "Use it now")
    page.sees("h1", r".*\(second\)")
    page.sees(COUNT, "2 of 9 done")


ROUND = (
    a_list_keeps_its_ticks,
    a_list_prints_on_one_sheet_with_its_code,
    lists_of_two_clients_stand_side_by_side,
    a_full_storage_loses_no_tick,
    a_list_is_carried_out_and_back,
    search_answers_and_puts_danger_first,
    a_search_stands_after_back,
    a_letter_becomes_a_document,
    a_check_is_answered_and_stays_so,
    progress_is_carried_by_a_code,
    a_record_is_saved_and_verified,
    the_map_is_followed,
    the_guide_is_there_without_a_network,
    a_release_comes_under_an_open_page,
)


@pytest.fixture
def server(site, tmp_path) -> Iterator[Wayward]:
    for server in lent(site, tmp_path / "site"):
        server.says = {"Cache-Control": "no-cache"}
        yield server


@pytest.mark.parametrize("name", STARTS)
def test_the_round_of_main_uses(name, server, site, tmp_path, subtests):
    """One browser for the whole round: to start it takes longer than most uses do.

    Where a process of the browser falls, as the one for the network of WebKitGTK 2.52 does now and then, in GObject, another
    browser begins the round anew, up to the use in which it fell. Whatever fails while all processes stand has failed.
    """
    if name in missing():
        assert not os.environ.get("CI"), f"the tests in {name} need it"
        pytest.skip(f"{name} is not installed: `python -m tests.engines` says more")
    second = released(site, tmp_path / "second", "second")
    with ExitStack() as running:
        guide = Guide(
            running.enter_context(STARTS[name](tmp_path / name)), server, lambda: server.publish(second)
        )
        for number, use in enumerate(ROUND):
            with subtests.test(use.__name__):
                try:
                    use(guide)
                except (AssertionError, OSError) as error:
                    if not guide.engine.fell():
                        raise
                    print(f"{name} fell: {error}")
                    server.mood = None
                    server.publish(site)
                    guide.engine = running.enter_context(STARTS[name](tmp_path / use.__name__))
                    for anew in ROUND[: number + 1]:
                        anew(guide)
                assert guide.engine.problems() == []
