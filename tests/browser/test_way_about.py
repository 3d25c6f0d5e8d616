"""The way about a long page: what stays in sight, what is shown above it, and what folds."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import comes, held_back, printed

RISK = "sessions/suicide-risk-late/"
# How much of the steps' height two screens of a small phone have room for, below the bar above and above the bar below.
TWO_SCREENS = 2 * (553 - 2 * 45)

BOX = """(element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    return { top: Math.round(top), bottom: Math.round(bottom), left: Math.round(left), right: Math.round(right) };
}"""


def to(page, selector):
    page.locator(selector).evaluate("(element) => element.scrollIntoView({ behavior: 'instant' })")


def phone(visit, path=RISK, **more):
    return visit(path, width=375, height=553, reduced_motion="reduce", **more)


def test_the_short_form_of_the_list_is_its_steps_with_their_words_one_tap_away(visit):
    page = phone(visit)
    words = page.locator(".step .more")
    shorten = page.locator(".answer").get_by_role("button", name="Short list")
    shorten.click()
    expect(shorten).to_have_attribute("aria-pressed", "true")
    expect(words.locator("visible=true")).to_have_count(0)
    steps = page.locator(".step")
    height = steps.last.evaluate(BOX)["bottom"] - steps.first.evaluate(BOX)["top"]
    assert height <= TWO_SCREENS
    opener = page.get_by_role(
        "button", name="Words and sources: Stay with the client past the end of the hour."
    )
    opener.click()
    expect(opener).to_have_attribute("aria-expanded", "true")
    expect(words.locator("visible=true")).to_have_count(1)
    to(page, ".step:last-child")
    page.locator(".bar").get_by_role("button", name="Short list").click()
    expect(shorten).to_have_attribute("aria-pressed", "false")
    expect(words.locator("visible=true")).to_have_count(steps.count())


def test_whoever_is_in_the_middle_of_the_list_stays_there_as_it_becomes_short_and_long_again(visit):
    page = phone(visit)
    step = page.locator("#limit-means")
    to(page, "#limit-means")
    shorten = page.locator(".bar").get_by_role("button", name="Short list")
    before = step.evaluate(BOX)["top"]
    assert 0 < before < 200
    for _ in range(2):
        shorten.click()
        assert abs(step.evaluate(BOX)["top"] - before) < 2
    page.mouse.wheel(0, 200)  # into the step's own words
    page.wait_for_function("() => document.querySelector('#limit-means').getBoundingClientRect().top < 0")
    shorten.click()
    assert 0 < step.evaluate(BOX)["top"] < 200


def test_the_bar_is_there_on_a_phone_held_across_too(visit):
    page = visit(RISK, width=667, height=375, reduced_motion="reduce")
    to(page, "#limit-means")
    call = page.locator(".bar").get_by_role("button", name="Call")
    assert call.evaluate(BOX)["bottom"] <= 375
    assert page.locator("#limit-means").evaluate(BOX)["top"] < 200


def test_a_done_step_folds_and_shows_its_words_when_asked(visit):
    page = phone(visit)
    first = page.locator(".step").first
    box, words = first.locator("input"), first.locator(".more")
    opener = first.get_by_role("button", name="Words and sources")
    expect(opener).to_be_hidden()
    box.check()
    expect(words).to_be_hidden()
    opener.click()
    expect(words).to_be_visible()
    box.uncheck()
    expect(words).to_be_visible()
    expect(opener).to_be_hidden()
    box.check()
    expect(words).to_be_hidden()


def test_without_a_script_nothing_folds(visit):
    page = phone(visit, script=False)
    page.locator(".step input").first.check()
    expect(page.locator(".step .more").first).to_be_visible()
    expect(page.locator("#why ~ *, details:has(#why) > p").first).to_be_visible()
    expect(page.get_by_role("button", name="Short list")).to_have_count(0)


@pytest.mark.parametrize("ticked", [0, 1])
def test_folded_words_stand_on_paper(visit, ticked):
    page = phone(visit)
    page.get_by_role("button", name="Short list").first.click()
    for box in page.locator(".step input").all()[:ticked]:
        box.check()
    page.emulate_media(media="print")
    expect(page.locator(".step .say").first).to_be_visible()
    expect(page.locator('[data-do="unfold"]').locator("visible=true")).to_have_count(0)


def test_the_numbers_open_above_the_running_list(visit):
    page = phone(visit)
    page.locator(".step input").first.check()
    to(page, ".step:nth-child(4)")
    step = page.locator(".step").nth(3)
    before = step.evaluate(BOX)["top"]
    page.get_by_role("button", name="Call", exact=True).click()
    sheet = page.get_by_role("dialog", name="Call")
    expect(sheet.get_by_role("link", name="999").first).to_be_in_viewport()
    expect(sheet.get_by_role("button", name="Close")).to_be_focused()
    sheet.get_by_label("Where is the client now?").select_option("uk")
    page.keyboard.press("Escape")
    expect(sheet).to_have_count(0)
    expect(page.get_by_role("button", name="Call", exact=True)).to_be_focused()
    assert step.evaluate(BOX)["top"] == before
    assert page.locator(".contacts").get_attribute("popover") is None
    expect(page.get_by_text("1 of 9 done")).to_be_in_viewport()
    to(page, "#answer")
    page.locator(".answer").get_by_role("link", name="Crisis contacts").click()
    page.get_by_role("dialog").get_by_role("button", name="Close").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("#answer h1")).to_be_in_viewport()


def test_what_is_shown_above_the_page_is_printed_in_its_place(visit):
    page = phone(visit)
    page.get_by_label("Print the background, too").check()
    page.locator(".step input").first.check()
    page.get_by_role("button", name="Call", exact=True).click()
    expect(page.get_by_role("dialog", name="Call")).to_be_visible()
    whole = " ".join(printed(page))
    expect(page.get_by_role("dialog", name="Call")).to_have_count(0)
    assert whole == " ".join(printed(page))
    assert "Samaritans" in whole


def test_the_search_does_not_print_over_the_page(visit):
    page = visit(RISK)
    page.get_by_label("Print the background, too").check()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("dialog", name="Search the guide")).to_be_visible()
    with_search = " ".join(printed(page))
    page.keyboard.press("Escape")
    assert with_search == " ".join(printed(page))


def test_each_part_of_the_page_is_reached_from_the_bar(visit):
    page = phone(visit)
    to(page, ".step:nth-child(4)")
    for part in page.locator(".nearby .parts a").all_inner_texts():
        page.get_by_role("button", name="Parts").click()
        page.get_by_role("dialog", name="Parts").get_by_role("link", name=part, exact=True).click()
        expect(page.get_by_role("dialog")).to_have_count(0)
        reached = page.locator("section.part").filter(has=page.locator("h2", has_text=part))
        assert 44 <= reached.evaluate(BOX)["top"] <= 120, part  # Right below what stays at the upper edge.
    expect(page.locator("details:has(#sources)")).to_have_attribute("open", "")


def test_the_bar_comes_below_the_first_screen_and_stays_to_the_end(visit):
    page = phone(visit)
    bar = page.locator(".bar")
    expect(bar).not_to_be_in_viewport()
    for part in [".step:nth-child(3)", "#crosslinks", ".page-status"]:
        to(page, part)
        expect(bar).to_be_in_viewport()
        assert bar.evaluate(BOX)["bottom"] == 553
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    assert page.locator(".site-footer > .quiet").last.evaluate(BOX)["bottom"] <= bar.evaluate(BOX)["top"]


@pytest.mark.parametrize("width", [320, 375, 768, 1280])
def test_links_and_search_stay_at_the_upper_edge(visit, width):
    page = visit(RISK, width=width, height=600, reduced_motion="reduce")
    to(page, "#crosslinks")
    header = page.locator(".site-header")
    expect(header.get_by_role("link", name="Sessions")).to_be_in_viewport(ratio=1)
    search = header.get_by_role("button", name="Search")
    expect(search).to_be_in_viewport(ratio=1)
    assert header.locator("nav").evaluate(BOX)["bottom"] <= 60
    if width <= 375:
        assert header.get_by_role("link", name="Course").evaluate(BOX)["left"] < search.evaluate(BOX)["left"]
    search.click()
    expect(page.get_by_role("dialog", name="Search the guide")).to_be_visible()


def test_a_finished_list_says_so_and_what_may_follow(visit):
    page = phone(visit)
    boxes = page.locator(".step input").all()
    end = page.locator("[data-part=end]")
    for box in boxes:
        expect(end).to_be_hidden()
        box.check()
    expect(end).to_contain_text("All 9 steps are done.")
    expect(end.get_by_role("link", name="The next moment: afterwards")).to_be_visible()
    page.reload()
    expect(end).to_be_visible()
    boxes[0].uncheck()
    expect(end).to_be_hidden()


def test_background_and_sources_are_folded_on_a_phone_and_open_on_a_desktop(visit):
    for width, is_open in [(375, False), (1280, True)]:
        page = visit(RISK, width=width)
        page.wait_for_function("customElements.get('ew-fold') !== undefined")
        folds = page.locator("details.fold").evaluate_all("(all) => all.map(({ open }) => open)")
        assert folds == [is_open, is_open]


def test_a_link_into_a_folded_part_opens_it(visit):
    page = phone(visit, RISK + "#sources")
    expect(page.locator("details:has(#sources)")).to_have_attribute("open", "")
    expect(page.locator("#sources")).to_be_in_viewport()


def test_on_a_wide_screen_the_ways_stand_at_one_side_and_the_words_at_the_other(visit):
    page = visit(RISK, width=1280, height=900, reduced_motion="reduce")
    ways, list_, words = (page.locator(each) for each in [".nearby", ".checklist", ".beside"])
    expect(ways).to_be_in_viewport()
    assert ways.evaluate(BOX)["right"] < list_.evaluate(BOX)["left"]
    assert list_.evaluate(BOX)["right"] < words.evaluate(BOX)["left"]
    assert (
        abs(words.evaluate(BOX)["top"] - page.locator("section:has(> #checklist)").evaluate(BOX)["top"]) < 2
    )
    expect(page.get_by_role("button", name="Parts")).to_be_hidden()
    to(page, ".step:nth-child(4)")
    expect(ways).to_be_in_viewport()
    expect(ways.locator('[aria-current="true"]')).to_have_text("Steps")
    to(page, "#why")
    expect(ways.locator('[aria-current="true"]')).to_have_text("Why")
    expect(ways.locator('[aria-current="page"]')).to_have_text("Suicide risk in the last minutes")


def test_a_link_to_a_part_that_is_no_longer_there_says_so(visit):
    page = visit(RISK + "#no-such-part")
    missing = page.get_by_role("status").filter(has_text="no longer on this page")
    expect(missing).to_be_visible()
    page.evaluate("location.hash = 'why'")
    expect(missing).to_be_hidden()
    page.evaluate("location.hash = 'run=foreign.thing'")
    expect(missing).to_be_hidden()
    page.evaluate("location.hash = 'never-there'")
    expect(missing).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
def test_what_was_retired_tells_what_became_of_it_to_those_who_ask(serve, examples, open_page, script):
    url = f"{serve(examples).url}/gone/moved-and-retired.html"
    page = open_page(url + "#retired", script=script)
    told = page.locator("#retired")
    expect(told).to_have_text(
        "Until 2026-11-29 this stood here: “Bring the hour to its end.” What takes its place"
    )
    expect(told).to_be_in_viewport()
    expect(page.locator("#moved")).to_be_hidden()
    expect(open_page(url, script=script).locator("#retired")).to_be_hidden()


@pytest.mark.parametrize(
    "path", ["", RISK, "letters/planned-ending/", "course/good-ending/", "reference/glossary/"]
)
def test_every_page_can_be_linked_to_and_quoted_in_the_words_of_a_wiki(visit, path):
    page = visit(path, permissions=["clipboard-read", "clipboard-write"])
    share = page.locator("ew-share")
    share.get_by_text("Link to this page, or quote it").click()
    part = share.get_by_label("Which part?").locator("option").nth(1)
    expect(part).to_be_attached()
    id_, name = part.get_attribute("value"), part.inner_text()
    assert page.locator(f'[id="{id_}"]').count() == 1
    title, address = (
        page.locator("h1").inner_text(),
        page.locator("link[rel=canonical]").get_attribute("href"),
    )
    for chosen, href in [("", address), (id_, f"{address}#{id_}")]:
        share.get_by_label("Which part?").select_option(chosen)
        share.get_by_role("button", name="DokuWiki").click()
        share.get_by_role("status").filter(has_text=f"[[{href}|").wait_for()
        share.get_by_role("button", name="Title with link").click()
        said = f"Copied: {title} {name}" if chosen else f"Copied: {title}"
        share.get_by_role("status").filter(has_text=said).wait_for()
        rich = page.evaluate(
            "async () => (await (await navigator.clipboard.read())[0].getType('text/html')).text()"
        )
        assert f'<a href="{href}"' in rich


def test_what_is_pressed_before_its_script_has_come_is_copied_all_the_same(visit):
    page = visit(RISK, permissions=["clipboard-read", "clipboard-write"])
    held = []
    page.route("**/share/share.js", lambda route: held.append(route))
    page.get_by_text("Link to this page, or quote it").click()
    page.get_by_role("button", name="MediaWiki").click()
    held_back(page, held).continue_()
    expect(page.locator("ew-share [data-part=told]")).to_contain_text("opied")
    assert page.evaluate("navigator.clipboard.readText()").startswith("[http")


def test_where_its_script_did_not_come_it_is_said_and_the_next_press_asks_for_it_anew(visit):
    page = visit(RISK, permissions=["clipboard-read", "clipboard-write"])
    told = page.locator("ew-share [data-part=told]")
    page.route("**/share/share.js", lambda route: route.abort())
    page.get_by_text("Link to this page, or quote it").click()
    expect(told).to_contain_text("has not arrived")
    page.unroute("**/share/share.js")
    if not comes(page, "share/share.js"):
        page.reload()
        page.get_by_text("Link to this page, or quote it").click()
    page.get_by_role("button", name="MediaWiki").click()
    expect(told).to_contain_text("Copied")


def test_where_there_is_no_clipboard_the_text_is_there_to_copy_by_hand(visit):
    page = visit(RISK)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException('no')); }")
    page.evaluate("() => { navigator.clipboard.write = () => Promise.reject(new DOMException('no')); }")
    page.get_by_text("Link to this page, or quote it").click()
    page.get_by_role("button", name="MediaWiki").click()
    by_hand = page.get_by_role("region", name="Text to copy by hand").last
    expect(by_hand).to_contain_text(f"/{RISK} What if suicide risk appears in the last minutes?]")
    assert page.evaluate("getSelection().toString()").startswith("[http")


@pytest.mark.parametrize("width", [320, 1280])
def test_a_page_for_danger_has_a_link_to_copy_at_each_width(visit, width):
    page = visit(RISK, width=width)
    expect(page.get_by_role("link", name="Copy link to this page")).to_be_visible(visible=width > 768)
    page.get_by_text("Link to this page, or quote it").click()
    expect(page.get_by_role("button", name="Address")).to_be_visible()
    expect(visit("reference/linking/").get_by_text("On a narrow screen a page for danger")).to_be_visible()
