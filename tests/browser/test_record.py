"""The sign-off record: filled, printed on one sheet, saved, and verified without a network; and a form for a pen."""

import json
import re
from datetime import date

import pypdfium2
import pytest
import zxingcpp
from playwright.sync_api import expect

from tests.browser.conftest import comes

RECORD, VERIFY, MODULE = "course/record/", "course/verify/", "course/difficult-close/"
TODAY = "2026-11-23"
CLINICIAN, OBSERVER = "Ana Ng", "Bo Bell, lead"
ALL_DONE = {
    **dict.fromkeys(("question", "reading", "aloud", "visit"), "done"),
    "check": "right",
    "case": "good",
    "criterion": "met",
}
SOME_OPEN = ALL_DONE | {"check": "missed", "case": "poor", "criterion": "unmet"}
DO = """async ({results, stale, gone}) => {
    const { encode } = await import(new URL("../progress/state.js", document.querySelector("script[type=module]").src));
    const listed = document.querySelector("template[data-part=items]").content.textContent.trim().split("\\n");
    const versions = new Map();
    for (const { dataset } of document.querySelectorAll("[data-tasks]"))
        for (const [, number, version] of dataset.tasks.split(" ").map((task) => task.split("."))) versions.set(number, version);
    const entries = listed.map((line) => line.trim().split(" ")).map(([number, kind], n) => {
        const version = stale ? "pppp" : (versions.get(number) ?? "abcd").slice(0, 4);
        return [Number(number), { day: 20700 + (n % 28), result: results[kind], version }];
    });
    if (gone) entries.push([4000, { day: 20700, result: "done", version: "abcd" }]);
    localStorage.setItem("ew:course", encode(new Map(entries)));
}"""


@pytest.fixture
def record(visit):
    """`record(...)` opens the record of someone who has done the course: all of it, or as told."""

    def open_(results=ALL_DONE, *, stale=False, gone=False, **options):
        page = visit(RECORD, clock=f"{TODAY}T12:00:00", accept_downloads=True, **options)
        if results:
            page.evaluate(DO, {"results": results, "stale": stale, "gone": gone})
        page.evaluate("() => { window.print = () => { window.printed = true; }; }")
        page.reload()
        page.evaluate("() => { window.print = () => { window.printed = true; }; }")
        return page

    return open_


def signed(page):
    page.get_by_label("Clinician", exact=True).fill(CLINICIAN)
    page.get_by_label("Observer, with role").fill(OBSERVER)
    return page


def sheet(page):
    return page.locator("ew-record .sheet")


def saved(page, kind, folder):
    with page.expect_download() as download:
        page.get_by_role("button", name=f"Save as {kind}").click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


def printed(page, paper):
    """The pages of the sheet as it goes to paper."""
    page.get_by_role("button", name="Print the record").click()
    page.wait_for_selector("html[data-print=record]", state="attached")
    return page.pdf(format=paper, prefer_css_page_size=True)


def pages_of(pdf):
    return pdf.count(b"/Type /Page\n") or pdf.count(b"/Type /Page ") or pdf.count(b"/Type/Page/")


def verdict(page):
    return page.locator("ew-verify [data-part=status]")


def test_the_sheet_says_who_did_what_on_which_version_when_and_seen_by_whom(record):
    page = signed(record())
    said = sheet(page).inner_text()
    count = len(
        page.locator("template[data-part=items]").evaluate("(all) => all.content.textContent").splitlines()
    )
    assert f"All {count} tasks of the course are done." in said
    version = page.locator("[data-tasks^=reading]").first.get_attribute("data-tasks")[-8:][:4]
    for words in (
        CLINICIAN,
        OBSERVER,
        TODAY,
        f"read {version}",
        "Checks: 8 of 8 passed, 8 right the first time.",
        "Case: good end.",
        "Met: Asks about safety as the first thing.",
        "2026-09-",
        "A checksum finds slips, not forgers. It does not show who filled this sheet in.",
    ):
        assert words in said, words
    assert "*" not in said.replace("marked *", "")


def test_what_is_open_missed_or_done_on_an_earlier_text_is_said(record):
    page = record(SOME_OPEN, stale=True, gone=True)
    said = sheet(page).inner_text()
    for words in (
        "Not complete:",
        "were done on an earlier text, marked *.",
        "1 thing that was done is no longer in the course; the files list it.",
        "Checks: 0 of 8 passed*, 0 right the first time.",
        "Case: no good end yet*.",
        "Not met:* Asks about safety as the first thing.",
        "read pppp*",
    ):
        assert words in said, words


def test_no_day_to_come_is_on_the_sheet_or_in_what_proves_it(record, tmp_path):
    page = record()
    page.clock.set_system_time("2026-09-10T12:00:00")  # Some of it was done, so it says, up to the 28th.
    page.reload()
    text = saved(signed(page), "CSV", tmp_path).read_text("utf-8")
    days = set(re.findall(r"2026-\d\d-\d\d", sheet(page).inner_text() + text))
    assert "2026-09-10" in days
    assert max(days) == "2026-09-10"


def test_with_nothing_done_the_sheet_says_so(record):
    said = sheet(record(None)).inner_text()
    for words in ("Not complete:", "not read", "Case: not done.", "Not seen:", "Checks: 0 of 8 passed"):
        assert words in said, words


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize(
    "results", [ALL_DONE, SOME_OPEN, None], ids=["all done", "some open", "nothing done"]
)
def test_the_record_prints_on_one_sheet(record, paper, results):
    page = signed(record(results, stale=results == SOME_OPEN, gone=results == SOME_OPEN))
    assert pages_of(printed(page, paper)) == 1


def test_no_name_is_asked_of_the_network_or_kept(record):
    page = signed(record())
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    page.get_by_role("button", name="Print the record").click()
    page.wait_for_selector("html[data-print=record]", state="attached")
    kept = page.evaluate(
        "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href])"
    )
    for name in ("Ana", "Bell"):
        assert name not in kept
        assert not [url for url in requests if name in url]
    page.reload()
    assert page.get_by_label("Clinician", exact=True).input_value() == ""


def test_without_names_nothing_is_printed_and_the_first_that_lacks_is_gone_to(record):
    page = record()
    page.get_by_role("button", name="Print the record").click()
    expect(page.locator("ew-record [data-part=status]")).to_have_text("Type both names first.")
    expect(page.get_by_label("Clinician", exact=True)).to_be_focused()
    page.get_by_label("Clinician", exact=True).fill(CLINICIAN)
    page.get_by_role("button", name="Save as CSV").click()
    expect(page.get_by_label("Observer, with role")).to_be_focused()
    assert not page.evaluate("window.printed")


@pytest.mark.parametrize("kind", ["CSV", "JSON"])
def test_a_saved_record_is_verified_and_one_altered_sign_is_seen(record, kind, tmp_path):
    page = signed(record())
    file = saved(page, kind, tmp_path)
    assert file.name == f"ending-well-record-{TODAY}.{kind.lower()}"
    page.goto(page.url.replace(RECORD, VERIFY))
    page.locator("ew-verify [data-part=file]").set_input_files(file)
    expect(verdict(page)).to_contain_text("Not altered.")
    expect(page.locator("ew-verify [data-part=names]")).to_have_text(
        f"Clinician: {CLINICIAN}. Observer: {OBSERVER}. Printed on {TODAY}."
    )
    assert page.locator("ew-verify tbody tr").count() > 200
    expect(page.locator("ew-verify [data-part=open]")).to_have_text(
        re.compile(r"Open: 0 of \d+ tasks of the course\.")
    )
    text = file.read_text("utf-8").replace("Ana Ng", "Ana Nh")
    page.get_by_label("Or its text, pasted").evaluate("(area, text) => { area.value = text; }", text)
    page.get_by_role("button", name="Verify the text").click()
    expect(verdict(page)).to_contain_text("Altered, or not whole.")
    expect(page.locator("ew-verify [data-part=shown]")).to_be_hidden()


def test_a_record_of_the_guide_at_another_address_is_told_apart(record, tmp_path):
    page = signed(record())
    page.evaluate("document.querySelector('ew-record').dataset.guide = 'https://elsewhere.example/'")
    file = saved(page, "JSON", tmp_path)
    page.goto(page.url.replace(RECORD, VERIFY))
    page.locator("ew-verify [data-part=file]").set_input_files(file)
    expect(verdict(page)).to_have_text(
        "Not altered, but made with the guide at another address: https://elsewhere.example/"
    )


def off_paper(page):
    """What someone who verifies a sheet has: the link in its code, the names, the day, the checksum."""
    page.get_by_role("button", name="Print the record").click()
    page.wait_for_selector("html[data-print=record]", state="attached")
    link = page.evaluate("""async () => {
        const { toLink } = await import(new URL("../progress/state.js", document.querySelector("script[type=module]").src));
        const { read } = await import(new URL("../progress/store.js", document.querySelector("script[type=module]").src));
        return toLink(document.querySelector("ew-record").dataset.verify, read());
    }""")
    return link, page.locator("ew-record [data-part=checksum]").inner_text()


def type_off(page, *, clinician=CLINICIAN, observer=OBSERVER, day=TODAY, checksum=""):
    for label, words in (
        ("Clinician", clinician),
        ("Observer, with role", observer),
        ("Printed on", day),
        ("Checksum", checksum),
    ):
        page.get_by_label(label, exact=True).fill(words)
    page.get_by_role("button", name="Verify the sheet").click()


def test_a_printed_sheet_is_verified_from_its_code_and_what_is_typed_off_it(record, visit):
    page = signed(record())
    link, checksum = off_paper(page)
    other = visit(VERIFY + "#" + link.partition("#")[2], clock=f"{TODAY}T12:00:00")
    expect(verdict(other)).to_have_text("The code of the sheet was read. Now type what the sheet says.")
    expect(other.get_by_label("Clinician", exact=True)).to_be_focused()
    assert "#" not in other.url
    type_off(other, checksum=checksum.upper().replace("-", " "))
    expect(verdict(other)).to_contain_text("Not altered.")
    for wrong in (
        {"clinician": "Ana Nh"},
        {"observer": "Bo Bell, leader"},
        {"day": "2026-11-22"},
        {"checksum": checksum[:-1] + ("a" if checksum[-1] != "a" else "b")},
    ):
        type_off(other, **{"checksum": checksum} | wrong)
        expect(verdict(other)).to_contain_text("This does not go with the checksum.")


def test_a_sheet_whose_code_was_altered_or_left_out_is_not_verified(record, visit):
    page = signed(record())
    link, checksum = off_paper(page)
    other = visit(VERIFY)
    for broken in ("", link[:-1], link[:-9] + "A" + link[-8:], "https://elsewhere.example/"):
        other.get_by_label("The link in the code").fill(broken)
        type_off(other, checksum=checksum)
        expect(verdict(other)).to_contain_text("The link does not hold what was done")


def test_on_a_phone_the_verdict_comes_into_sight(visit):
    page = visit(VERIFY, width=375, height=667)
    page.get_by_label("Or its text, pasted").fill("hello")
    expect(page.get_by_role("heading", name="Result")).not_to_be_in_viewport()
    page.get_by_role("button", name="Verify the text").click()
    expect(verdict(page)).to_contain_text("This is no sign-off record")
    expect(page.get_by_role("heading", name="Result")).to_be_in_viewport(ratio=1)
    expect(verdict(page)).to_be_in_viewport(ratio=1)


def test_a_verified_record_that_is_not_complete_says_so(record, tmp_path):
    page = signed(record(None))
    file = saved(page, "CSV", tmp_path)
    page.goto(page.url.replace(RECORD, VERIFY))
    page.locator("ew-verify [data-part=file]").set_input_files(file)
    expect(verdict(page)).to_contain_text("Not altered.")
    total = len(
        page.locator("ew-verify [data-part=items]").evaluate("(all) => all.content.textContent").split("\n")
    )
    expect(page.locator("ew-verify [data-part=open]")).to_have_text(
        f"Open: {total} of {total} tasks of the course."
    )


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"a,b\n1,2\n",
        b'{"items": [null]}',
        bytes(range(256)),
        b"<script>alert(1)</script>",
        b"\xff" * 3_000_000,
    ],
)
def test_a_file_that_is_no_record_gets_a_clear_answer(visit, tmp_path, content):
    page = visit(VERIFY)
    file = tmp_path / "any.csv"
    file.write_bytes(content)
    page.locator("ew-verify [data-part=file]").set_input_files(file)
    expect(verdict(page)).to_contain_text("This is no sign-off record of this guide")


def test_where_the_address_is_not_secure_it_says_that_no_checksum_can_be_made(record, visit):
    insecure = "Object.defineProperty(crypto, 'subtle', { value: undefined });"
    page = visit(RECORD)
    page.add_init_script(insecure)
    page.reload()
    signed(page)
    expect(page.locator("ew-record [data-part=checksum]")).to_contain_text("no checksum can be made here")
    page.get_by_role("button", name="Save as CSV").click()
    expect(page.locator("ew-record [data-part=status]")).to_contain_text("no checksum can be made here")
    page.goto(page.url.replace(RECORD, VERIFY))
    page.get_by_label("Or its text, pasted").fill(json.dumps(MINIMAL))
    page.get_by_role("button", name="Verify the text").click()
    expect(verdict(page)).to_contain_text("nothing can be verified here")


MINIMAL = {
    "guide": "g",
    "clinician": "c",
    "observer": "o",
    "printed": TODAY,
    "items": [],
    "scores": [],
    "checksum": "x",
}


def test_a_record_is_verified_with_the_server_gone(record, serve, site, open_page, tmp_path):
    file = saved(signed(record()), "CSV", tmp_path)
    server = serve(site)
    page = open_page(f"{server.url}/{VERIFY}", service_workers="allow")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    server.stop()
    page.reload()
    page.locator("ew-verify [data-part=file]").set_input_files(file)
    expect(verdict(page)).to_contain_text("Not altered")


def test_without_a_script_the_sheet_is_a_form_to_fill_in_by_hand(visit):
    page = visit(RECORD, script=False)
    said = sheet(page).inner_text()
    assert "☐ Asks about safety as the first thing." in said
    assert "Checks: ☐ of 8." in said
    assert "Supervisor’s signature, date" in said
    expect(page.get_by_role("button", name="Print the record")).to_be_hidden()
    assert pages_of(page.pdf(format="A4")) <= 3
    expect(visit(VERIFY, script=False).get_by_text("the guide needs its script")).to_be_visible()


def test_another_tab_that_does_a_check_shows_on_the_sheet(record):
    page = record(None)
    other = page.context.new_page()
    other.goto(page.url.replace(RECORD, MODULE))
    other.get_by_label("I have answered it").first.check()
    expect(sheet(page)).to_contain_text("Practised: 1 of")


def on_paper(page):
    """What the browser's own print command gives: the words, and what the code on the sheet holds; None where there is none."""
    with pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True)) as sheets:
        words = "".join(sheet.get_textpage().get_text_range() for sheet in sheets)
        codes = [
            code.text
            for sheet in sheets
            for code in zxingcpp.read_barcodes(
                sheet.render(scale=4).to_pil(), formats=zxingcpp.BarcodeFormat.QRCode
            )
        ]
    return " ".join(words.split()), codes[0] if codes else None


def to_scan(page):
    return page.locator("ew-record .sheet").get_by_text("scan the code")


def test_whoever_prints_and_whatever_was_done_last_the_code_goes_with_the_checksum(record, visit):
    page = signed(record(None))
    expect(to_scan(page)).to_be_visible()
    before = page.locator("ew-record [data-part=checksum]").inner_text()
    other = page.context.new_page()
    other.goto(page.url.replace(RECORD, MODULE))
    other.get_by_label("I have answered it").first.check()
    expect(sheet(page)).to_contain_text("Practised: 1 of")
    expect(to_scan(page)).to_be_visible()
    checksum = page.locator("ew-record [data-part=checksum]").inner_text()
    assert checksum != before
    words, link = on_paper(page)
    assert checksum in words
    assert "scan the code" in words
    verify = visit(VERIFY + "#" + link.partition("#")[2], clock=f"{TODAY}T12:00:00")
    type_off(verify, checksum=checksum)
    expect(verdict(verify)).to_contain_text("Not altered.")
    expect(verify.locator("ew-verify tbody tr")).to_have_count(1)


def test_a_sheet_without_names_claims_no_proof(record):
    page = record()
    proof = page.get_by_text("Checksum:")
    expect(proof).to_be_hidden()
    signed(page)
    expect(to_scan(page)).to_be_visible()
    page.get_by_label("Observer, with role").fill(" ")
    expect(proof).to_be_hidden()
    words, link = on_paper(page)
    assert link is None
    assert "scan the code" not in words


def test_where_the_code_cannot_be_drawn_the_record_is_printed_without_it_and_that_is_said(record):
    page = record()
    page.route("**/lean-qr.js", lambda route: route.abort())
    signed(page)
    expect(page.get_by_text("Checksum:")).to_be_visible()
    page.get_by_role("button", name="Print the record").click()
    page.wait_for_selector("html[data-print=record]", state="attached")
    expect(page.locator("ew-record [data-part=status]")).to_have_text(
        "The part that draws the code did not arrive, so the sheet is printed without it. Save a file, too."
    )
    expect(to_scan(page)).to_be_hidden()
    expect(sheet(page)).to_contain_text(
        "This sheet has no code. What verifies it is a saved file of the same record."
    )
    page.unroute("**/lean-qr.js")
    if not comes(page, "carry/vendor/lean-qr.js"):
        page.reload()
        signed(page)
    page.get_by_role("button", name="Print the record").click()
    expect(to_scan(page)).to_be_visible()
    expect(page.locator("ew-record [data-part=status]")).to_have_text("")


def test_of_two_checksums_under_way_the_later_stands(record):
    page = signed(record())
    checksum = page.locator("ew-record [data-part=checksum]")
    page.evaluate(
        """() => {
            const digest = crypto.subtle.digest.bind(crypto.subtle);
            const { promise, resolve } = Promise.withResolvers();
            let first = true;
            crypto.subtle.digest = async (...what) => {
                if (first) { first = false; await promise; }
                return digest(...what);
            };
            globalThis.letGo = async () => { resolve(); for (let n = 0; n < 5; n++) await digest("SHA-256", new Uint8Array()); };
        }"""
    )
    observer = page.get_by_label("Observer, with role")
    observer.fill("Bo")
    observer.fill("Bo Bell")
    expect(checksum).to_have_text(re.compile(r"\S"))
    last = checksum.inner_text()
    page.evaluate("letGo()")
    assert checksum.inner_text() == last
    expect(page.locator("ew-record [data-part=observer-shown]")).to_have_text("Bo Bell")


def test_no_name_is_there_when_a_browser_brings_the_page_back_as_it_was_left(record, tmp_path):
    page = signed(record())
    expect(to_scan(page)).to_be_visible()
    file = saved(page, "JSON", tmp_path)
    words = """() => {
        dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
        const main = document.querySelector("article");
        return main.textContent + [...main.querySelectorAll("input, textarea")].map(({ value }) => value);
    }"""
    said = page.evaluate(words)
    assert "Ana Ng" not in said
    assert "Bo Bell" not in said
    expect(page.get_by_text("Checksum:")).to_be_hidden()
    page.goto(page.url.replace(RECORD, VERIFY))
    page.locator("ew-verify [data-part=file]").set_input_files(file)
    expect(verdict(page)).to_contain_text("Not altered.")
    page.get_by_label("Or its text, pasted").fill(file.read_text("utf-8"))
    page.get_by_label("Clinician", exact=True).fill(CLINICIAN)
    said = page.evaluate(words)
    assert "Ana Ng" not in said
    assert "Bo Bell" not in said
    expect(verdict(page)).to_have_text("Nothing was verified yet.")


def test_no_name_is_left_in_a_page_that_the_browser_kept_whole(keeping, standing, site):
    page = keeping.new_page()
    page.goto(f"{standing(site).url}/{RECORD}")
    expect(page.locator(":not(:defined)")).to_have_count(0)
    page.evaluate("addEventListener('pageshow', ({ persisted }) => { globalThis.restored = persisted; })")
    signed(page)
    page.goto(f"{standing(site).url}/{VERIFY}")
    page.go_back(wait_until="commit")
    assert page.evaluate("restored"), "the page came from the server: this shows nothing"
    clinician = page.get_by_label("Clinician", exact=True)
    clinician.press("Control+z")
    expect(clinician).to_have_value("")
    expect(page.locator("ew-record [data-part=clinician-shown]")).to_have_text("")


def test_axe_finds_nothing(record, axe_in_every_look, tmp_path):
    page = signed(record(SOME_OPEN, stale=True))
    file = saved(page, "CSV", tmp_path)
    assert axe_in_every_look(page) == []
    page.goto(page.url.replace(RECORD, VERIFY))
    page.locator("ew-verify [data-part=file]").set_input_files(file)
    expect(verdict(page)).to_contain_text("Not altered")
    assert axe_in_every_look(page) == []


@pytest.mark.parametrize("path", [RECORD, VERIFY])
def test_nothing_is_cut_off_at_320_pixels(visit, path):
    page = visit(path, width=320)
    page.get_by_label("Clinician", exact=True).fill("W" * 300)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_record_is_made_with_the_keyboard_alone(record):
    page = record()
    page.get_by_label("Clinician", exact=True).focus()
    page.keyboard.type(CLINICIAN)
    page.keyboard.press("Tab")
    page.keyboard.type(OBSERVER)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("html[data-print=record]", state="attached")
    assert date.fromisoformat(page.locator("ew-record [data-part=printed]").inner_text()).isoformat() == TODAY
