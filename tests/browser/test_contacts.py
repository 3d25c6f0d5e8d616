"""Crisis contacts in a real browser: a country is chosen once, and its numbers then stand first on every page for danger."""

import re

import pytest
from playwright.sync_api import Page, expect

RISK = "sessions/suicide-risk-late/"
COUNTRIES = ("United States", "United Kingdom", "Ireland", "Canada", "Australia", "New Zealand")


def choose(page: Page, country: str) -> None:
    page.get_by_label("Where is the client now?").select_option(country)


def first(page: Page) -> list[str]:
    """The numbers to call that stand beside the answer."""
    return page.locator(".answer .near .call:visible").all_inner_texts()


def shown(page: Page) -> list[str]:
    """The countries whose contacts are shown."""
    return page.locator(".contacts > details:visible > summary").all_inner_texts()


def emergency(page: Page) -> list[str]:
    return page.locator(".contacts .emergency li:visible").all_inner_texts()


def test_before_a_choice_every_country_is_listed_and_the_first_screen_leads_to_them(visit):
    page = visit(RISK)
    assert first(page) == []
    assert shown(page) == [*COUNTRIES]
    assert len(emergency(page)) == 7
    page.locator(".answer .near").get_by_role("link", name="Crisis contacts").click()
    expect(page.get_by_label("Where is the client now?")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("country", "numbers"),
    [("Canada", ["Canada: call 911"]), ("Ireland", ["Ireland: call 112", "Ireland: call 999"])],
)
def test_the_chosen_country_is_called_from_the_first_screen_of_every_page_for_danger(visit, country, numbers):
    page = visit(RISK, width=375, height=667)
    choose(page, country)
    assert first(page) == numbers
    assert shown(page) == [country]
    assert [text.partition(":")[0] for text in emergency(page)] == [country] * len(numbers)
    page.goto(page.url.replace(RISK, "sessions/safeguarding-late/"))
    assert first(page) == numbers
    assert shown(page) == [country]
    for call in page.locator(".answer .near .call:visible").all():
        expect(call).to_be_in_viewport()
        assert call.bounding_box()["height"] >= 44
    choose(page, "All countries")
    assert first(page) == []
    assert shown(page) == [*COUNTRIES]


def test_two_tabs_show_the_same_country(visit):
    page = visit(RISK)
    other = visit(RISK, beside=page)
    choose(page, "Australia")
    expect(other.locator(".answer .near .call:visible")).to_have_text("Australia: call 000")


def test_back_on_a_page_the_country_is_the_one_chosen_last(visit):
    page = visit(RISK)
    choose(page, "Canada")
    page.goto(page.url.replace(RISK, "reference/contacts/"))
    choose(page, "Australia")
    page.go_back()
    expect(page.locator(".answer .near .call:visible")).to_have_text("Australia: call 000")


def test_clearing_the_device_forgets_the_country(visit):
    page = visit(RISK)
    choose(page, "Canada")
    page.get_by_text("Clear what this site keeps on this device").click()
    page.get_by_role("button", name="Clear it all now").click()
    expect(page.get_by_text("Cleared from this device: the country you chose.")).to_be_visible()
    assert shown(page) == [*COUNTRIES]
    page.reload()
    assert first(page) == []


def test_where_storage_is_refused_the_choice_holds_for_the_page(visit):
    page = visit(RISK, storage=False)
    kept = page.locator(".contacts [data-part=kept]")
    expect(kept).to_have_count(1)
    expect(kept).to_be_hidden()
    choose(page, "Canada")
    assert first(page) == ["Canada: call 911"]
    page.reload()
    assert shown(page) == [*COUNTRIES]


def test_a_country_that_is_not_shown_is_none(visit):
    page = visit(RISK)
    page.evaluate("localStorage.setItem('ew:region', 'atlantis')")
    page.reload()
    assert shown(page) == [*COUNTRIES]


def test_without_a_script_every_country_can_be_unfolded(visit):
    page = visit(RISK, script=False)
    assert (
        page.get_by_label("Where is the client now?").count() == 0
        or not page.get_by_label("Where is the client now?").is_visible()
    )
    assert shown(page) == [*COUNTRIES]
    assert len(emergency(page)) == 7


def test_what_is_made_for_the_danger_of_the_page_comes_first(visit):
    page = visit("sessions/safeguarding-late/")
    choose(page, "United Kingdom")
    names = page.locator(".contacts > details:visible .name:visible").all_inner_texts()
    assert names[:2] == ["NSPCC helpline", "National Domestic Abuse Helpline (England)"]
    assert "Samaritans" not in names
    page.get_by_text("Other lines: United Kingdom").click()
    expect(page.locator("[data-region=uk] .name", has_text="Samaritans")).to_be_visible()


# ---- Copied with a list


READ = """async (type) => { const [item] = await navigator.clipboard.read();
  return (await item.getType(type)).text(); }"""


def copied(page, list_, control: str = "Copy as text") -> dict[str, str]:
    """What a list brings after its steps, and before its version: as text, and with formatting where it has any."""
    list_.get_by_text("Copy, print or share").click()
    list_.get_by_role("button", name=control).first.click()
    list_.get_by_text("Copied").wait_for()
    kinds = page.evaluate("async () => (await navigator.clipboard.read())[0].types")
    return {kind: page.evaluate(READ, kind).replace("\r\n", "\n") for kind in kinds}


@pytest.fixture
def reading(visit):
    def visit_(path, **options):
        page = visit(path, permissions=["clipboard-read", "clipboard-write"], **options)
        page.bring_to_front()
        return page

    return visit_


def test_a_copied_list_of_a_danger_ends_with_the_numbers_of_the_chosen_country(reading):
    page = reading(RISK)
    choose(page, "United Kingdom")
    address = page.locator("ew-checklist").get_attribute("data-address")
    kinds = copied(page, page.locator("ew-checklist"), "Copy for a wiki or document")
    end = kinds["text/plain"].split("Crisis contacts (")[1]
    first, number, country, lack, *lines, elsewhere, unchecked, _, foot, _ = end.split("\n")[1:]
    assert end.startswith(f"{address}#contacts)\n")
    assert first == "If life is in danger, call the emergency number where the client is now."
    assert number == "United Kingdom: Call 999"
    assert country == "United Kingdom"
    assert lack == "For poisoning and overdose, we know of no line here."
    assert elsewhere.startswith("In any other country, call the emergency number of that place.")
    assert "nobody has read it on its operator’s own page yet" in unchecked
    shown = page.locator(".contacts > details[open] > ul > li")
    assert len(lines) == shown.count() > 5
    for line, contact in zip(lines, shown.all(), strict=True):
        assert line.startswith(f"{contact.locator('.name').inner_text()}: ")
        for said in contact.locator(".reach, .about").all_inner_texts():
            assert " ".join(said.split()) in line
    assert "Canada" not in end
    assert "Version" in foot
    assert "<strong>Samaritans:</strong>" in re.sub(r"<strong[^>]*>", "<strong>", kinds["text/html"])
    assert "tel:" not in kinds["text/html"] + kinds["text/plain"]


def test_without_a_choice_a_copied_list_has_the_emergency_number_of_each_country(reading):
    page = reading(RISK)
    text = copied(page, page.locator("ew-checklist"))["text/plain"]
    end = text.split("#contacts)\n")[1].split("\n\n")[0].split("\n")[1:]
    notes = page.locator(".contacts > .checked").all_inner_texts()
    assert end == [" ".join(line.split()) for line in (*emergency(page), *notes)]


def test_a_list_of_no_danger_is_copied_without_numbers(reading):
    page = reading("relationships/planned-ending/")
    assert "999" not in copied(page, page.locator("ew-checklist"))["text/plain"]


def test_a_list_in_a_module_is_copied_with_its_numbers(reading):
    page = reading("course/risk-late/")
    page.evaluate("localStorage.setItem('ew:region', 'uk')")
    page.reload()
    embed = page.locator(f"ew-embed[data-page$='{RISK}']")
    page.locator("details.embed", has=embed).locator("summary").click()
    list_ = embed.locator("ew-checklist")
    list_.wait_for()
    for box in list_.get_by_role("checkbox").all():
        box.check()
    list_.locator(".end").get_by_role("button", name="Copy as text").click()
    list_.get_by_text("Copied").wait_for()
    text = page.evaluate(READ, "text/plain")
    assert "United Kingdom: Emergency services: call 999; Samaritans: call 116 123" in text
    assert "Canada" not in text
