"""The letter in a real browser: filled in, held back while it has gaps, carried out, and forgotten.

`reads` compares the sheet, as a reader sees it, with a picture of it.
"""

from __future__ import annotations

import re
import unicodedata
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.browser.conftest import printed

LETTERS = yaml.safe_load(
    (Path(__file__).parents[2] / "overrides" / "components" / "letter" / "examples.yml").read_text("utf-8")
)
CARRIERS = {"rich": "Copy as rich text", "text": "Copy as plain text", "docx": "Download as .docx"}
CARRIED = {
    "rich": "Copied with its formatting.",
    "text": "Copied as plain text.",
    "docx": "Downloaded as letter.docx.",
}
ANYWAY = "Carry it out with the gaps marked"
HELD = "Nothing was copied or downloaded. Still empty:"
SECRET = "Zebedee"
BEFORE = "what the clipboard held before"

FILLED = {
    "date": "1 May 2026",
    "client-name": "Ana",
    "end-date": "30 April 2026",
    "ways-back": "Call the office.\nAsk for me.",
    "other-services": "A walking group",
    "crisis-line": "A listening line: 01 02 03",
    "contact-route": "the office",
    "clinician-name": "Sam",
}
LETTER = """
1 May 2026

Dear Ana,

Our meetings ended on 30 April 2026, as we agreed. Thank you for the time we spent.

If you want to come back, this is how:
Call the office.
Ask for me.

These places are open to anyone:
A walking group

To talk to someone at any hour, call A listening line: 01 02 03.

For a copy of your records: Write to the office at 1 Example Street. You can reach us here: the office.

I wish you well, Ana.

With warm wishes,
Sam
"""


@pytest.fixture
def letter(standing, examples):
    """`letter("client")` is the address of an example of the letter."""
    return lambda name: f"{standing(examples).url}/letter/{name}.html"


@pytest.fixture
def visit(letter, open_page):
    """`visit("client")` opens an example of the letter."""
    return lambda name="client", **options: open_page(letter(name), **options)


@pytest.fixture
def desk(visit):
    """The client's letter with a clipboard that can be read, and that holds something already."""
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    page.bring_to_front()
    page.evaluate("(text) => navigator.clipboard.writeText(text)", BEFORE)
    return page


def field(page: Page, blank: str):
    return page.locator(f"#blank-{blank}")


def type_in(page: Page, **values: str) -> None:
    for blank, value in values.items():
        field(page, blank.replace("_", "-")).fill(value)


def fill_all(page: Page) -> None:
    for blank, value in FILLED.items():
        field(page, blank).fill(value)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def sheet(page: Page) -> str:
    """The sheet as it reads: lines, and an empty line between paragraphs."""
    return "\n\n".join(page.locator(".sheet p").evaluate_all("all => all.map((one) => one.innerText)"))


def reads(page: Page, picture: str) -> None:
    assert sheet(page) == picture.strip()


def said(page: Page, words: str) -> None:
    expect(page.locator("[data-part=message]")).to_have_text(words)


def still_empty(page: Page) -> list[str]:
    return page.locator("[data-part=gaps] a:visible").all_inner_texts()


def typed(page: Page) -> str:
    """All that stands in the fields and on the sheet."""
    return page.evaluate(
        """() => [...document.querySelectorAll("ew-letter :is(input, textarea)")].map((one) => one.value).join("|")
          + document.querySelector(".sheet").textContent"""
    )


def copied(page: Page, type_: str = "text/plain") -> str | None:
    text = page.evaluate(
        """async (type) => { const [item] = await navigator.clipboard.read();
          return item.types.includes(type) ? (await item.getType(type)).text() : null; }""",
        type_,
    )
    return text and text.replace("\r\n", "\n")


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def download(page: Page, button: str = CARRIERS["docx"]) -> zipfile.ZipFile:
    """The package that the button brings, every part of it read as XML."""
    with page.expect_download() as arriving:
        press(page, button)
    package = zipfile.ZipFile(arriving.value.path())
    assert package.testzip() is None
    for name in package.namelist():
        ElementTree.fromstring(package.read(name))
    return package


def document(package: zipfile.ZipFile) -> str:
    """A document's text as `sheet` gives the page's: runs joined, breaks as lines, an empty line between paragraphs."""
    root = ElementTree.fromstring(package.read("word/document.xml"))
    signs = {f"{W}t": lambda node: node.text or "", f"{W}br": lambda _: "\n"}
    return "\n\n".join(
        "".join(signs[node.tag](node) for node in paragraph.iter() if node.tag in signs)
        for paragraph in root.iter(f"{W}p")
    )


def highlighted(package: zipfile.ZipFile) -> list[str]:
    root = ElementTree.fromstring(package.read("word/document.xml"))
    return [
        "".join(text.text or "" for text in run.iter(f"{W}t"))
        for run in root.iter(f"{W}r")
        if run.find(f"{W}rPr/{W}highlight") is not None
    ]


# ---- Filling it in


def test_at_first_every_gap_is_marked_and_what_the_service_set_is_there(visit):
    page = visit("file")
    reads(
        page,
        """
Closing note, [The date of the note]

Reason: [The reason, in neutral words]
Risk at the end: [Risk asked about, found and acted on]
Service: The Example Rooms
""",
    )
    own = page.get_by_label("The name of the service")
    expect(own).to_have_value("The Example Rooms")
    expect(own).to_have_accessible_description("From your service’s settings")
    expect(page.get_by_label("The date of the note")).to_have_accessible_description("")


def test_what_is_typed_stands_on_the_sheet_at_once_and_wherever_its_blank_is(visit):
    page = visit()
    field(page, "client-name").press_sequentially("An")
    assert sheet(page).count("An") == 2
    field(page, "client-name").press_sequentially("a")
    assert "Dear Ana," in sheet(page)
    assert "I wish you well, Ana." in sheet(page)
    type_in(page, client_name="  ")
    assert "Dear [The name that the client wants where others could see it]," in sheet(page)
    fill_all(page)
    reads(page, LETTER)
    assert page.locator(".sheet [data-gap]").count() == 0


def test_contacts_are_suggested_and_free_words_are_taken_too(visit):
    page = visit()
    options = "input => [...input.list.options].map((option) => option.value)"
    assert field(page, "crisis-line").evaluate(options) == [
        "A listening line: 01 02 03",
        "Another line: 06 07 08",
    ]
    type_in(page, crisis_line="your own line")
    assert "call your own line." in sheet(page)
    assert page.locator("textarea[list]").count() == 0


def test_the_sheet_is_no_live_region_and_typing_says_nothing(visit):
    page = visit()
    assert page.locator("[role=status], [role=alert], [role=log], [aria-live], output").count() == 1
    expect(page.locator(".sheet [role=status], [role=status] .sheet")).to_have_count(0)
    page.evaluate(
        """() => { globalThis.spoken = 0; new MutationObserver(() => { spoken += 1; }).observe(
          document.querySelector("[role=status]"), { childList: true, characterData: true, subtree: true }); }"""
    )
    fill_all(page)
    assert page.evaluate("spoken") == 0


def test_reset_empties_the_form_and_brings_the_services_own_words_back(visit):
    page = visit()
    fill_all(page)
    type_in(page, records_route="Somewhere else")
    press(page, "Empty the form")
    said(page, "The form is back to your service’s own words.")
    assert "Dear [The name that the client wants where others could see it]," in sheet(page)
    assert "records: Write to the office at 1 Example Street." in sheet(page)
    expect(page.get_by_role("button", name="Empty the form")).to_be_focused()
    other = visit("colleague")
    type_in(other, client_name="Ana")
    press(other, "Empty the form")
    said(other, "The form is empty.")
    assert "Re: [The client’s name as the reader knows it]" in sheet(other)


def test_an_emptied_form_is_brought_back_as_it_was(visit):
    page = visit()
    fill_all(page)
    undo = page.get_by_role("button", name="Undo", exact=True)
    expect(undo).to_be_hidden()
    page.get_by_role("button", name="Empty the form").dblclick()  # The second takes nothing away.
    expect(undo).to_be_visible()
    assert "Dear [The name that the client wants where others could see it]," in sheet(page)
    page.keyboard.press("Tab")
    expect(undo).to_be_focused()
    page.keyboard.press("Enter")
    reads(page, LETTER)
    said(page, "It is back as it was.")
    expect(undo).to_be_hidden()
    expect(page.get_by_role("button", name="Empty the form")).to_be_focused()


def test_a_form_with_nothing_typed_has_nothing_to_bring_back(visit):
    page = visit()
    press(page, "Empty the form")
    said(page, "The form is back to your service’s own words.")
    expect(page.get_by_role("button", name="Undo", exact=True)).to_be_hidden()


@pytest.mark.parametrize("event", ["input", "pagehide"])
def test_what_was_emptied_is_forgotten_once_something_is_typed_or_the_page_is_left(visit, event):
    page = visit()
    type_in(page, client_name=SECRET)
    press(page, "Empty the form")
    undo = page.get_by_role("button", name="Undo", exact=True)
    expect(undo).to_be_visible()
    if event == "input":
        type_in(page, date="1 May")
    else:
        page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    expect(undo).to_be_hidden()
    page.locator("[data-do=undo]").evaluate("(button) => button.click()")
    assert SECRET not in typed(page)
    if event == "input":
        expect(field(page, "date")).to_have_value("1 May")


def test_what_must_not_be_in_it_and_what_is_decided_come_before_the_form(visit):
    page = visit()
    order = page.locator("ew-letter :is(h2, form, .sheet, .reminder, .actions)").evaluate_all(
        "all => all.map((one) => one.localName === 'h2' ? one.textContent : one.localName + '.' + one.className)"
    )
    assert order == [
        "What must not be in it",
        "What your service decides",
        "The letter",
        "form.",
        "article.sheet",
        "p.reminder safe-route",
        "div.actions",
        "What has to be in it",
    ]
    settled, open_ = page.locator("[data-decided]").all()
    expect(settled).to_contain_text("At the Example Rooms, letters are signed by")
    expect(open_).to_contain_text("Not decided yet: Whether a letter may state a diagnosis")
    expect(page.get_by_role("link", name="Source 2")).to_have_attribute("href", "#source-2")


@pytest.mark.parametrize(
    ("name", "reminder"),
    [
        (
            "client",
            "Send it only to the address, inbox or portal that the client said is safe. Ask again before you send.",
        ),
        ("colleague", "Send only what the client agreed to share, or what the law requires."),
        ("file", "Put it into the client’s own record and nowhere else."),
    ],
)
@pytest.mark.parametrize("script", [True, False])
def test_a_reminder_for_each_reader_stands_before_the_way_out(visit, name, reminder, script):
    page = visit(name, script=script)
    expect(page.locator(".reminder")).to_contain_text(reminder)
    assert page.locator(".safe-route").count() == (name == "client")


@pytest.mark.parametrize("script", [True, False])
def test_who_is_not_to_be_asked_is_not_asked_again(visit, script):
    expect(visit("unasked", script=script).locator(".reminder")).to_have_text(
        "Send it only to the address, inbox or portal that the client said is safe."
    )


# ---- Gaps


@pytest.mark.parametrize("carrier", CARRIERS)
def test_a_letter_with_gaps_is_held_back_and_says_which(desk, carrier):
    arrived = []
    desk.on("download", lambda download: arrived.append(download))
    fill_all(desk)
    type_in(desk, end_date="", ways_back=" \n ")
    press(desk, CARRIERS[carrier])
    said(desk, HELD)
    assert still_empty(desk) == ["The date the work ended", "How to return, and what may be different then"]
    expect(desk.get_by_role("button", name=ANYWAY)).to_be_visible()
    expect(desk.get_by_role("button", name=CARRIERS[carrier])).to_be_focused()
    desk.wait_for_timeout(300)
    assert copied(desk) == BEFORE
    assert arrived == []


def test_the_way_to_a_gap_is_one_press_and_leaves_no_trace_in_the_address(desk):
    url, length = desk.url, desk.evaluate("history.length")
    press(desk, CARRIERS["text"])
    desk.get_by_role("link", name="Other services that fit").click()
    expect(field(desk, "other-services")).to_be_focused()
    expect(field(desk, "other-services")).to_have_attribute("aria-invalid", "true")
    assert (desk.url, desk.evaluate("history.length")) == (url, length)


def test_each_gap_goes_from_the_message_as_it_is_filled_and_with_the_last_goes_the_second_control(desk):
    fill_all(desk)
    type_in(desk, end_date="", clinician_name="")
    press(desk, CARRIERS["text"])
    type_in(desk, end_date="today")
    assert still_empty(desk) == ["Your name as the client knows it"]
    said(desk, HELD)
    type_in(desk, end_date="")
    assert still_empty(desk) == ["The date the work ended", "Your name as the client knows it"]
    type_in(desk, end_date="today", clinician_name="Sam")
    expect(desk.get_by_role("button", name=ANYWAY)).to_be_hidden()
    said(desk, "")
    assert desk.locator("[aria-invalid]").count() == 0
    type_in(desk, end_date="")
    expect(desk.get_by_role("button", name=ANYWAY)).to_be_hidden()  # Until the next try.
    press(desk, CARRIERS["text"])
    said(desk, HELD)


def test_carried_out_with_gaps_each_is_marked_and_that_is_said(desk):
    fill_all(desk)
    type_in(desk, client_name="", end_date="")
    gaps = ["[The name that the client wants where others could see it]", "[The date the work ended]"]

    press(desk, CARRIERS["text"])
    press(desk, ANYWAY)
    said(desk, "Copied as plain text. 2 empty blanks are marked in it.")
    expect(desk.get_by_role("button", name=CARRIERS["text"])).to_be_focused()
    expect(desk.get_by_role("button", name=ANYWAY)).to_be_hidden()
    assert f"Dear {gaps[0]},\n\nOur meetings ended on {gaps[1]}, as we" in copied(desk)

    type_in(desk, client_name="Ana")
    said(desk, "")
    press(desk, CARRIERS["rich"])
    press(desk, ANYWAY)
    said(desk, "Copied with its formatting. 1 empty blank is marked in it.")
    marked = re.findall(r"<span style=[^>]*background-color[^>]*>(.*?)</span>", copied(desk, "text/html"))
    assert marked == [gaps[1]]

    press(desk, CARRIERS["docx"])
    package = download(desk, ANYWAY)
    said(desk, "Downloaded as letter.docx. 1 empty blank is marked in it.")
    assert highlighted(package) == [gaps[1]]
    assert f"ended on {gaps[1]}, as we" in document(package)


def test_the_second_control_does_what_was_asked_last(desk):
    press(desk, CARRIERS["docx"])
    press(desk, CARRIERS["text"])
    press(desk, ANYWAY)
    said(desk, "Copied as plain text. 8 empty blanks are marked in it.")
    assert copied(desk).startswith("[The date of the letter]\n\nDear [")


# ---- Carried out whole


def test_copied_as_plain_text(desk):
    fill_all(desk)
    press(desk, CARRIERS["text"])
    said(desk, "Copied as plain text.")
    assert copied(desk) == LETTER.strip() + "\n"


def test_copied_as_rich_text_with_plain_text_beside_it(desk):
    fill_all(desk)
    press(desk, CARRIERS["rich"])
    said(desk, "Copied with its formatting.")
    assert copied(desk) == LETTER.strip() + "\n"
    html = copied(desk, "text/html")
    assert len(re.findall(r"<p\b", html)) == LETTER.strip().count("\n\n") + 1
    assert re.search(r"this is how:<br[^>]*>Call the office\.<br[^>]*>Ask for me\.</p>", html)
    assert "style=" not in html


def test_downloaded_as_a_document_under_a_name_that_tells_nothing(visit):
    page = visit()
    fill_all(page)
    with page.expect_download() as arriving:
        press(page, CARRIERS["docx"])
    said(page, "Downloaded as letter.docx.")
    assert arriving.value.suggested_filename == "letter.docx"
    note = visit("file")
    type_in(note, date="1", reason="2", risk="3")
    with note.expect_download() as arriving:
        press(note, CARRIERS["docx"])
    assert arriving.value.suggested_filename == "note.docx"


def test_the_document_is_a_sound_package_that_reads_as_the_sheet(visit):
    page = visit()
    fill_all(page)
    package = download(page)
    assert document(package) == LETTER.strip()
    assert highlighted(package) == []
    assert package.namelist()[0] == "[Content_Types].xml"

    types = ElementTree.fromstring(package.read("[Content_Types].xml"))
    named = {part.get("PartName"): part.get("ContentType") for part in types if part.get("PartName")}
    of_word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    assert named == {
        "/word/document.xml": f"{of_word}.document.main+xml",
        "/word/styles.xml": f"{of_word}.styles+xml",
    }
    endings = {part.get("Extension"): part.get("ContentType") for part in types if part.get("Extension")}
    assert endings == {"rels": "application/vnd.openxmlformats-package.relationships+xml"}

    [main] = ElementTree.fromstring(package.read("_rels/.rels"))
    assert main.get("Type").endswith("/officeDocument/2006/relationships/officeDocument")
    assert main.get("Target") == "word/document.xml"
    [styles] = ElementTree.fromstring(package.read("word/_rels/document.xml.rels"))
    assert f"word/{styles.get('Target')}" in package.namelist()
    assert set(package.namelist()) == {
        "[Content_Types].xml",
        "_rels/.rels",
        "word/_rels/document.xml.rels",
        *(name.lstrip("/") for name in named),
    }


def test_the_part_that_zips_is_fetched_only_for_a_download(visit):
    page = visit()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    fill_all(page)
    press(page, CARRIERS["text"])
    assert asked == []
    download(page)
    assert [url for url in asked if url.endswith(".js")] == [
        page.url.replace("letter/client.html", "components/letter/vendor/fflate.js")
    ]


def test_with_the_server_gone_copying_goes_on_and_a_download_says_what_failed(serve, examples, open_page):
    server = serve(examples)
    page = open_page(f"{server.url}/letter/client.html", permissions=["clipboard-read", "clipboard-write"])
    server.stop()
    fill_all(page)
    press(page, CARRIERS["docx"])
    said(
        page,
        "The part that makes the document did not arrive. Copy the letter instead, or try again.",
    )
    press(page, CARRIERS["text"])
    said(page, "Copied as plain text.")


REFUSE = "() => Promise.reject(new DOMException('', 'NotAllowedError'))"


def test_refused_rich_text_becomes_plain_and_that_is_said(desk):
    fill_all(desk)
    desk.evaluate("() => { document.execCommand = () => false }")
    press(desk, CARRIERS["rich"])
    said(desk, "This browser refused formatted text. Copied as plain text.")
    assert copied(desk) == LETTER.strip() + "\n"


@pytest.mark.parametrize("carrier", ["rich", "text"])
def test_a_refused_clipboard_leaves_the_sheet_selected_to_copy_by_hand(visit, carrier):
    page = visit()
    page.evaluate(f"() => {{ document.execCommand = () => false; navigator.clipboard.writeText = {REFUSE} }}")
    fill_all(page)
    press(page, CARRIERS[carrier])
    said(page, "This browser refused to copy. The letter is selected in the preview: copy it from there.")
    assert page.evaluate("getSelection().toString()").strip() == LETTER.strip()


# ---- Words that are not only words

NASTY = "<b>\"bold\"</b> & 'q' ]]> <img src=x onerror=alert(1)> \u202eשלום 👩🏽‍⚕️ {date} $& \\n"


def test_what_is_typed_is_never_markup(visit):
    page = visit("long", permissions=["clipboard-read", "clipboard-write"])
    page.bring_to_front()
    before = page.locator(".sheet *").count()
    for one in page.locator("ew-letter .field :is(input, textarea)").all():
        if not one.input_value():
            one.fill(NASTY)
    assert page.locator(".sheet *").count() == before
    assert page.locator(".sheet :is(b, img, script, i)").count() == 0
    assert sheet(page).count(NASTY) == 12

    press(page, CARRIERS["text"])
    said(page, "Copied as plain text.")
    assert copied(page).count(NASTY) == 12
    press(page, CARRIERS["rich"])
    said(page, "Copied with its formatting.")
    pasted = page.evaluate(
        """(html) => { const { body } = new DOMParser().parseFromString(html, "text/html");
          return [body.querySelectorAll("b, img, script").length, body.textContent]; }""",
        copied(page, "text/html"),
    )
    assert pasted[0] == 0
    assert pasted[1].count(NASTY) == 12
    text = document(download(page))
    assert text.count(NASTY) == 12
    for words in [
        "</textarea><script>throw",
        "שלום, דנה!",
        "مرحبا (1)\nمع السلامة",
        "👩‍👩‍👧",
        "&amp;",
        "`${1}` {date}",
    ]:
        assert words in text
        assert words in sheet(page)


def test_signs_that_xml_cannot_hold_do_not_break_the_document(visit):
    page = visit("colleague")
    field(page, "client-name").evaluate(
        "(input) => { input.value = 'a\\u0000b\\u0008c\\uD800d\\uFFFEe'; input.dispatchEvent(new Event('input', { bubbles: true })) }"
    )
    assert document(download(page)).startswith("Re: abcde\n")


def test_words_from_right_to_left_turn_only_themselves(visit):
    page = visit("long")
    look = "one => [getComputedStyle(one).direction, getComputedStyle(one).unicodeBidi]"
    for blank in ["hebrew", "arabic"]:
        assert page.locator(f".sheet [data-blank={blank}]").first.evaluate(look) == ["rtl", "isolate"]
        assert field(page, blank).evaluate("one => getComputedStyle(one).direction") == "rtl"
    assert page.locator(".sheet [data-blank=quotes]").first.evaluate(look) == ["ltr", "isolate"]


# ---- Forgotten

KEPT = """async () => JSON.stringify([
  Object.entries(localStorage), Object.entries(sessionStorage), document.cookie, location.href, history.state, name,
  await indexedDB.databases(), await caches.keys(), navigator.serviceWorker.controller])"""


def test_nothing_of_it_is_kept_or_sent_anywhere(desk):
    sent = []
    desk.on("request", lambda request: sent.append((request.method, request.url, request.post_data)))
    before, length = desk.evaluate(KEPT), desk.evaluate("history.length")
    for blank in FILLED:
        type_in(desk, **{blank: SECRET})
    for way, carrier in CARRIERS.items():
        press(desk, carrier)
        said(desk, CARRIED[way])
    field(desk, "date").press("Enter")
    desk.evaluate("document.querySelector('ew-letter form').requestSubmit()")
    assert desk.evaluate(KEPT) == before
    assert desk.evaluate("history.length") == length
    assert SECRET in typed(desk)
    assert [url for method, url, body in sent if SECRET in url or body or method != "GET"] == []


def test_no_field_has_a_name_a_memory_or_a_check_that_sends_words_away(visit):
    page = visit("long")
    fields = page.locator("ew-letter form :is(input, textarea)")
    assert fields.count() == 18
    look = """all => all.map((one) => [one.name, one.autocomplete, one.spellcheck, String(one.writingSuggestions ?? "false")])"""
    assert set(map(tuple, fields.evaluate_all(look))) == {("", "off", False, "false")}
    assert page.locator("form").get_attribute("method") == "dialog"


def test_nothing_is_left_after_a_reload(visit):
    page = visit()
    fill_all(page)
    type_in(page, client_name=SECRET)
    page.reload()
    assert SECRET not in typed(page)
    expect(field(page, "client-name")).to_have_value("")
    expect(field(page, "records-route")).to_have_value("Write to the office at 1 Example Street")
    assert sheet(page).startswith("[The date of the letter]")


def test_nothing_is_left_after_leaving_and_coming_back(visit, letter):
    page = visit()
    type_in(page, client_name=SECRET, ways_back=SECRET)
    page.goto(letter("file"))
    page.go_back()
    assert SECRET not in typed(page)
    page.go_forward()
    page.go_back()
    assert SECRET not in typed(page)


def test_nothing_is_left_in_a_page_that_the_browser_kept_whole(keeping, letter):
    page = keeping.new_page()
    page.goto(letter("client"))
    expect(page.locator(":not(:defined)")).to_have_count(0)
    page.evaluate(
        """() => { globalThis.atHide = null; globalThis.restored = false;
          addEventListener("pageshow", ({ persisted }) => { restored = persisted; });
          addEventListener("pagehide", () => { atHide = document.querySelector(".sheet").textContent; }); }"""
    )
    type_in(page, client_name=SECRET, ways_back=SECRET)
    press(page, CARRIERS["text"])
    page.goto(letter("file"))
    page.go_back(wait_until="commit")
    assert page.evaluate("restored"), "the page came from the server: this shows nothing"
    assert SECRET not in page.evaluate("atHide"), "it was still there while the page was kept"
    assert SECRET not in typed(page)
    said(page, "")
    expect(page.get_by_role("button", name=ANYWAY)).to_be_hidden()
    field(page, "client-name").press("Control+z")
    assert SECRET not in typed(page), "it was taken back from what had been typed"
    type_in(page, client_name="Ana")
    assert "Dear Ana," in sheet(page)


def test_what_is_typed_before_the_rest_of_the_page_has_come_stays(visit, letter, write_example):
    write_example("letter/slow.html", ("letter", LETTERS["client"]), ("theme", {}))
    page, held = visit(), []
    page.route("**/theme.js", lambda route: held.append(route))
    page.goto(letter("slow"), wait_until="commit")
    type_in(page, client_name="Ana")
    page.evaluate(
        "() => { globalThis.shown = new Promise((done) => addEventListener('pageshow', () => setTimeout(done))); }"
    )
    held[0].continue_()
    page.evaluate("shown")
    assert "Dear Ana," in sheet(page)
    expect(field(page, "client-name")).to_have_value("Ana")


@pytest.mark.parametrize("event", ["pagehide", "pageshow"])
def test_whatever_a_browser_put_back_is_emptied(visit, event):
    page = visit()
    page.evaluate(
        "(value) => { for (const one of document.querySelectorAll('ew-letter :is(input, textarea)')) one.value = value; }",
        SECRET,
    )
    page.evaluate("(name) => dispatchEvent(new PageTransitionEvent(name, { persisted: true }))", event)
    assert SECRET not in typed(page)


# ---- Without script


@pytest.mark.parametrize("name", LETTERS)
def test_without_script_it_is_there_to_copy_by_hand_and_nothing_looks_usable(visit, name):
    page = visit(name, script=False)
    assert page.locator("ew-letter :is(form, input, textarea, button):visible").count() == 0
    expect(page.get_by_role("status")).to_have_count(0)
    for blank in LETTERS[name]["blanks"]:
        asked = page.locator(".by-hand li").filter(has_text=blank["ask"])
        expect(asked.first).to_be_visible()
        place = page.locator(f".sheet [data-blank='{blank['id']}']").first
        assert place.inner_text() == (blank["value"] or f"[{blank['ask']}]")
    said_to_do = f"Copy the {'note' if name == 'file' else 'letter'} by hand."
    expect(page.locator(".by-hand")).to_contain_text(said_to_do)


def test_without_script_the_suggestions_can_be_read(visit):
    page = visit(script=False)
    expect(page.locator(".by-hand")).to_contain_text("A listening line: 01 02 03; Another line: 06 07 08")
    expect(visit().locator(".by-hand")).to_be_hidden()


# ---- On paper


def on_paper(page: Page) -> str:
    sides = printed(page, format="A4")
    words = "\n".join(sides)
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", words)).strip()  # PDFs hold ligatures.


@pytest.mark.parametrize("script", [True, False])
def test_only_the_sheet_is_printed_with_its_gaps_marked(visit, script):
    page = visit(script=script, scheme="dark")
    if script:
        type_in(page, client_name="Ana")
    words = on_paper(page)
    picture = sheet(page)
    assert words == re.sub(r"\s+", " ", picture)
    assert "[The date the work ended]" in words
    assert ("Dear Ana," in words) == script


def test_print_is_black_on_white_without_a_frame(visit):
    page = visit(scheme="dark")
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"
    look = page.locator(".sheet").evaluate(
        """one => { const { color, backgroundColor, borderTopWidth, boxShadow, fontSize } = getComputedStyle(one);
          return [color, backgroundColor, borderTopWidth, boxShadow, Math.round(parseFloat(fontSize) * 7.5) / 10]; }"""
    )
    assert look == ["rgb(0, 0, 0)", "rgba(0, 0, 0, 0)", "0px", "none", 11.5]
    shown = page.locator("body *:visible").evaluate_all(
        "all => all.filter((one) => !one.closest('.sheet') && !one.querySelector('.sheet')).length"
    )
    assert shown == 0


# ---- In every browser setting


def hold(page: Page) -> None:
    """The state in which most is shown: some blanks filled, the rest in the message."""
    first = page.locator("ew-letter .field :is(input, textarea)").first
    first.fill("x")
    if page.locator("[data-gap]").count() == 0:
        first.fill("")
    press(page, CARRIERS["text"])
    said(page, HELD)


@pytest.mark.parametrize("name", LETTERS)
def test_at_320_pixels_and_in_a_text_twice_as_large_nothing_sticks_out(visit, name):
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    page = visit(name, width=320)
    hold(page)
    assert page.evaluate(wide) == 0
    page.set_viewport_size({"width": 640, "height": 400})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate(wide) == 0
    assert visit(name, width=320, script=False).evaluate(wide) == 0


def test_the_preview_is_beside_the_form_where_there_is_room_and_below_it_on_a_phone(visit):
    def boxes(width):
        page = visit(width=width)
        return page.locator("form").bounding_box(), page.locator(".sheet").bounding_box()

    form, preview = boxes(1280)
    assert preview["x"] >= form["x"] + form["width"]
    assert abs(preview["y"] - form["y"]) < 60
    form, preview = boxes(375)
    assert preview["y"] >= form["y"] + form["height"]


def test_why_a_letter_is_held_back_is_told_in_sight(visit):
    page = visit("long", width=375, height=667, reduced_motion="reduce")
    at_the_edge = (
        "(button) => { button.scrollIntoView({ block: 'end' }); button.focus({ preventScroll: true }); }"
    )
    page.get_by_role("button", name=CARRIERS["text"]).evaluate(at_the_edge)
    page.keyboard.press("Enter")
    expect(page.locator("[data-part=message]")).to_be_in_viewport(ratio=1)


def test_fingers_find_what_they_need(visit):
    page = visit(width=375)
    hold(page)
    controls = page.locator(
        "ew-letter :is(form :is(input, textarea), button, [data-part=gaps] a):visible"
    ).all()
    assert len(controls) == 9 + 5 + 7
    small = [box for box in (control.bounding_box() for control in controls) if box["height"] < 44]
    assert small == []


def test_all_of_it_by_keyboard_with_the_focus_in_sight(visit):
    page = visit(
        "file",
        width=375,
        reduced_motion="reduce",  # Otherwise the page still scrolls when asked.
        permissions=["clipboard-read", "clipboard-write"],
    )
    page.bring_to_front()
    stops = []

    def tab_to(name):
        while not stops or stops[-1] != name:
            page.keyboard.press("Tab")
            stop = page.evaluate(
                """() => {
                  const node = document.activeElement, ring = getComputedStyle(node);
                  const { top, bottom, left, right } = node.getBoundingClientRect();
                  const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
                  return { name: (node.labels?.[0] ?? node).textContent.trim(), clear: node.contains(seen),
                           ring: ring.outlineStyle === "solid" && parseFloat(ring.outlineWidth) >= 2 };
                }"""
            )
            assert stop["ring"], stop
            assert stop["clear"], stop
            assert stop["name"] not in stops, f"{name} was never met: {stops}"
            stops.append(stop["name"])

    tab_to("The date of the note")
    page.keyboard.type("1 May")
    tab_to("The reason, in neutral words")
    page.keyboard.type("Planned")
    tab_to("Copy as plain text")
    page.keyboard.press("Enter")
    said(page, HELD)
    stops.clear()
    tab_to("Risk asked about, found and acted on")  # The link in the message, from the button on.
    page.keyboard.press("Enter")
    expect(field(page, "risk")).to_be_focused()
    page.keyboard.type("None found.")
    stops.clear()
    tab_to("Copy as plain text")
    page.keyboard.press("Space")
    said(page, "Copied as plain text.")
    assert "Reason: Planned\nRisk at the end: None found.\nService: The Example Rooms" in copied(page)


def test_gaps_and_paper_are_told_apart_without_colours(visit):
    page = visit(forced_colors="active")
    assert page.locator(".sheet").evaluate("one => getComputedStyle(one).borderTopStyle") == "solid"
    gap = page.locator(".sheet [data-gap]").first
    assert gap.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    assert gap.inner_text().startswith("[")


def test_nothing_moves(visit):
    page = visit(reduced_motion="reduce")
    moving = page.evaluate(
        """[...document.querySelectorAll("ew-letter, ew-letter *")].filter((node) => {
          const style = getComputedStyle(node);
          return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0 || style.scrollBehavior === "smooth";
        }).length"""
    )
    assert moving == 0


# ---- Moved about


def test_connected_twice_it_acts_once(desk):
    fill_all(desk)
    desk.evaluate(
        """() => { const letter = document.querySelector("ew-letter"), { parentNode } = letter;
          letter.connectedCallback(); letter.remove(); parentNode.append(letter); parentNode.append(letter);
          globalThis.writes = 0;
          const write = navigator.clipboard.writeText.bind(navigator.clipboard);
          navigator.clipboard.writeText = (text) => { writes += 1; return write(text); }; }"""
    )
    reads(desk, LETTER)
    press(desk, CARRIERS["text"])
    said(desk, "Copied as plain text.")
    assert desk.evaluate("writes") == 1


def test_once_taken_out_it_listens_to_nothing(visit):
    page = visit()
    type_in(page, client_name="Ana")
    page.evaluate("globalThis.letter = document.querySelector('ew-letter'); letter.remove()")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert page.evaluate("letter.querySelector('#blank-client-name').value") == "Ana"


# ---- As axe sees it


@pytest.mark.parametrize("name", ["client", "file", "long"])
def test_axe_finds_nothing_in_any_state(visit, axe_in_every_look, name):
    page = visit(name)
    assert axe_in_every_look(page) == [], "empty"
    hold(page)
    assert axe_in_every_look(page) == [], "gap message"
    press(page, "Empty the form")
    expect(page.get_by_role("button", name="Undo", exact=True)).to_be_visible()
    page.locator("ew-letter .field :is(input, textarea)").first.fill("x")
    assert axe_in_every_look(page) == [], "partly filled"
    for one in page.locator("ew-letter .field :is(input, textarea)").all():
        if not one.input_value():
            one.fill("Filled in")
    page.evaluate(f"() => {{ navigator.clipboard.writeText = {REFUSE} }}")
    press(page, CARRIERS["text"])
    expect(page.locator("[data-part=message]")).to_contain_text("refused")
    assert axe_in_every_look(page) == [], "filled"
