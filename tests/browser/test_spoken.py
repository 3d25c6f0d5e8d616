"""The words of a module heard in a real browser, by a stand-in that notes what would be spoken, by whom and until when."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

MODULE, OTHER = "course/difficult-close/", "course/good-ending/"
ASK, HEAR, STOP = "Let me hear the words", "Hear it", "Stop"
NONE = (
    "This browser has no English voice that speaks on this device itself. "
    "Other voices send the words to a company, so the guide uses none of them."
)
FAILED = "The voice of this device did not speak. Try it again."
HERE = [["Sam", "en-US", True], ["Kate", "en-GB", True], ["Dan", "en-GB", True], ["Cloud", "en-GB", False]]
AWAY = [["Cloud", "en-GB", False]]
# Chromium takes none but its own voices, and here it has none.
STAND_IN = """(voices) => {
  const made = voices.map(([name, lang, localService]) => ({ name, lang, localService, voiceURI: name, default: false }));
  const spoken = new EventTarget();
  window.spoken = [];
  window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };
  Object.assign(spoken, {
    made,
    getVoices: () => spoken.made,
    speak: (one) => { spoken.now = one; window.spoken.push([one.voice.name, one.lang, one.text]); },
    cancel: () => { const was = spoken.now; spoken.now = null; window.spoken.push("stop"); was?.dispatchEvent(new Event("error")); },
  });
  Object.defineProperty(window, "speechSynthesis", { value: spoken, configurable: true });
}"""


@pytest.fixture
def visit(site, standing, open_page):
    """`visit(MODULE, voices=HERE)` opens a page whose browser has these voices; without them, it has what Chromium has."""

    def visit_(path=MODULE, voices=None, **options) -> Page:
        url = f"{standing(site).url}/{path}"
        options |= {"reduced_motion": "reduce"}  # axe sees no colour half way to another
        if voices is None:
            return open_page(url, **options)
        page = open_page("about:blank", ready=False, **options)
        page.add_init_script(f"({STAND_IN})({voices!r})".replace("True", "true").replace("False", "false"))
        page.goto(url)
        expect(page.locator(":not(:defined)")).to_have_count(0)
        return page

    return visit_


def turn_on(page: Page) -> None:
    page.get_by_label(ASK).check()


def buttons(page: Page):
    return page.locator("button.hear")


def spoken(page: Page) -> list:
    return page.evaluate("window.spoken")


def says(page: Page, words: str) -> None:
    expect(page.locator(".spoken [role=status]")).to_have_text(words)


def line(page: Page, voice: str, nth: int = 0):
    """The words of a line, and its button."""
    words = page.locator(f"#aloud ~ * [data-voice={voice}]").nth(nth)
    return words.inner_text().strip("“”"), words.locator("xpath=following-sibling::button")


def unfold(page: Page) -> None:
    page.get_by_text("A card for your partner").click()


def test_without_a_script_there_is_no_control_and_the_words_are_there(visit):
    page = visit(script=False)
    expect(page.locator(".spoken [data-part=control]")).to_be_hidden()
    assert buttons(page).count() == 0
    expect(page.locator("[data-voice=speaker]").first).to_be_visible()


def test_nothing_is_spoken_until_it_is_asked_for(visit):
    page = visit(voices=HERE)
    expect(page.get_by_label(ASK)).not_to_be_checked()
    assert buttons(page).count() == 0
    turn_on(page)
    expect(buttons(page)).to_have_count(page.locator("[data-voice]").count())
    assert spoken(page) == []
    page.get_by_label(ASK).uncheck()
    expect(buttons(page)).to_have_count(0)
    assert page.evaluate("localStorage.length") == 0


def test_speaker_and_partner_speak_by_two_voices_of_the_device_in_the_readers_english(visit):
    page = visit(voices=HERE, locale="en-GB")
    turn_on(page)
    unfold(page)
    said, hear = line(page, "speaker")
    hear.click()
    assert spoken(page) == [["Kate", "en-GB", said]]
    replied, reply = line(page, "partner")
    reply.click()
    assert spoken(page)[1:] == ["stop", ["Dan", "en-GB", replied]]


def test_the_country_that_was_chosen_comes_first(visit):
    page = visit(voices=HERE, locale="en-GB")
    page.evaluate("localStorage.setItem('ew:region', 'us')")
    turn_on(page)
    line(page, "speaker")[1].click()
    assert [voice for voice, *_ in spoken(page)] == ["Sam"]


def test_it_is_played_and_stopped_by_keyboard_and_the_focus_stays(visit):
    page = visit(voices=HERE)
    page.get_by_label(ASK).focus()
    page.keyboard.press("Space")
    words, button = line(page, "speaker")
    button.focus()
    assert button.get_attribute("aria-label") == f"{HEAR}: {words}"
    page.keyboard.press("Enter")
    expect(button).to_have_text(STOP)
    assert button.get_attribute("aria-label") == f"{STOP}: {words}"
    page.keyboard.press("Space")
    expect(button).to_have_text(HEAR)
    expect(button).to_be_focused()
    assert spoken(page)[-1] == "stop"
    says(page, "")


def test_at_its_end_it_is_to_be_heard_again_and_a_voice_that_fails_says_so(visit):
    page = visit(voices=HERE)
    turn_on(page)
    _, button = line(page, "speaker")
    for event, words in (("end", ""), ("error", FAILED), ("end", "")):
        button.click()
        expect(button).to_have_text(STOP)
        page.evaluate("(event) => speechSynthesis.now.dispatchEvent(new Event(event))", event)
        expect(button).to_have_text(HEAR)
        says(page, words)


def test_it_stops_when_the_page_is_left_or_it_is_turned_off(visit):
    page = visit(voices=HERE)
    turn_on(page)
    button = line(page, "speaker")[1]
    for leave in (
        "dispatchEvent(new PageTransitionEvent('pagehide'))",
        "document.querySelector('.spoken input').click()",
    ):
        button.click()
        page.evaluate(leave)
        assert spoken(page)[-1] == "stop"


@pytest.mark.parametrize("voices", [None, [], AWAY, [["Anna", "de-DE", True]]])
def test_without_a_voice_on_the_device_it_says_so_and_nothing_is_spoken(visit, voices):
    page = visit(voices=voices)
    says(page, "")
    turn_on(page)
    says(page, NONE)
    assert buttons(page).count() == 0
    page.get_by_label(ASK).uncheck()
    says(page, "")


def test_a_browser_that_cannot_speak_at_all_says_so(visit):
    page = visit(voices=[])
    page.evaluate("Object.defineProperty(window, 'speechSynthesis', { value: undefined })")
    turn_on(page)
    says(page, NONE)


def test_voices_that_are_listed_late_are_taken(visit):
    page = visit(voices=[])
    turn_on(page)
    says(page, NONE)
    page.evaluate(
        """() => { speechSynthesis.made = [{ name: "Kate", lang: "en-GB", localService: true, voiceURI: "Kate" }];
          speechSynthesis.dispatchEvent(new Event("voiceschanged")); }"""
    )
    says(page, "")
    assert buttons(page).count() > 0


def test_the_choice_is_kept_for_every_module_until_it_is_cleared(visit):
    page = visit(voices=HERE)
    turn_on(page)
    other = visit(OTHER, voices=HERE, beside=page)
    expect(other.get_by_label(ASK)).to_be_checked()
    assert buttons(other).count() > 0
    assert spoken(other) == []
    other.get_by_text("Clear what this site keeps on this device").click()
    other.get_by_role("button", name="Clear it all now").click()
    expect(other.locator(".clear [role=status]")).to_have_text(
        "Cleared from this device: whether words are spoken."
    )
    for tab in (page, other):
        expect(tab.get_by_label(ASK)).not_to_be_checked()
        expect(buttons(tab)).to_have_count(0)


def test_where_storage_is_refused_the_choice_holds_for_the_page(visit):
    page = visit(voices=HERE, storage=False)
    turn_on(page)
    line(page, "speaker")[1].click()
    assert len(spoken(page)) == 1
    page.reload()
    expect(page.get_by_label(ASK)).not_to_be_checked()


def test_on_paper_there_are_the_words_alone(visit):
    page = visit(voices=HERE)
    turn_on(page)
    page.emulate_media(media="print")
    expect(page.get_by_label(ASK)).to_be_hidden()
    expect(buttons(page).first).to_be_hidden()
    expect(page.locator("[data-voice=speaker]").first).to_be_visible()


def test_taken_out_and_put_back_it_offers_each_line_once(visit):
    page = visit(voices=HERE)
    turn_on(page)
    lines = buttons(page).count()
    page.evaluate(
        """() => { const one = document.querySelector("ew-spoken"), after = one.nextElementSibling;
          one.connectedCallback(); one.remove(); after.before(one); }"""
    )
    expect(buttons(page)).to_have_count(lines)


def test_axe_finds_nothing_in_any_state(visit, axe_in_every_look):
    page = visit(voices=HERE)
    turn_on(page)
    unfold(page)
    line(page, "speaker")[1].click()
    assert axe_in_every_look(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    silent = visit(voices=[])
    turn_on(silent)
    assert axe_in_every_look(silent) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_a_button_stands_at_its_line_and_is_large_enough_for_a_thumb(visit, width):
    page = visit(voices=HERE, width=width)
    turn_on(page)
    unfold(page)
    for voice in ("speaker", "partner"):
        box = line(page, voice)[1].bounding_box()
        assert min(box["width"], box["height"]) >= 44
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
