"""Crisis contacts in a real browser: a country is chosen once, and its numbers then stand first on every page for danger."""

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
