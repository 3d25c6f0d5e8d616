"""The map of all pairs: followed from a phase or a practice, by mouse and by keyboard, and whole without a script."""

import re

import pytest

MAP = "reference/map/"
LAST = "sessions/last"


@pytest.fixture
def visit(visit):
    """`visit(address, ...)` opens the map of the built site."""
    return lambda address="", **options: visit(f"{MAP}{address}", **options)


def kept(page):
    """The names on the drawing that did not step back."""
    return {
        link.get_attribute("href").removeprefix("#")
        for link in page.locator("svg a[data-kept]:visible").all()
    }


def listed(page):
    """The practices whose lists are shown."""
    return [body.get_attribute("id") for body in page.locator("tbody:visible").all()]


def partners(page, practice):
    links = page.locator(f"[id='{practice}'] td a").all()
    return {link.get_attribute("href").removeprefix("#") for link in links}


def said(page):
    return page.locator("ew-pairs [role=status]").inner_text()


def address(page):
    return page.url.partition(MAP)[2]


def test_a_practice_is_followed_to_its_pairs_and_the_rest_steps_back(visit):
    page = visit()
    everything = page.locator("svg a").count()
    assert len(kept(page)) == everything == len(listed(page))
    page.get_by_label("Practice", exact=True).select_option(LAST)
    assert kept(page) == {LAST, *partners(page, LAST)}
    assert 2 < len(kept(page)) < everything / 2
    assert listed(page) == [LAST]
    assert page.locator("[data-pair][data-kept]").count() == len(kept(page)) - 1
    assert said(page).startswith(f"{len(kept(page)) - 1} pairs")
    assert address(page) == f"#{LAST}"
    assert page.locator("svg [aria-current]").get_attribute("href") == f"#{LAST}"


def test_a_phase_keeps_its_practices_and_their_partners(visit):
    page = visit()
    page.get_by_label("Phase", exact=True).select_option("sessions/opening")
    assert address(page) == "?phase=sessions/opening"
    shown = listed(page)
    assert LAST in shown
    assert all(name.startswith("sessions/") for name in shown)
    assert kept(page) == {*shown, *(name for each in shown for name in partners(page, each))}
    offered = page.locator("#pairs-practice optgroup:not([disabled]) option").count()
    assert offered == len(shown)
    page.get_by_label("Practice", exact=True).select_option(LAST)
    assert address(page) == f"?phase=sessions/opening#{LAST}"
    assert listed(page) == [LAST]


def test_from_practice_to_practice_outward_and_back(visit):
    """A name on the drawing is chosen in its place; one in the list is left for its own list."""
    page = visit()
    page.locator(f"svg a[href='#{LAST}']").click()
    assert listed(page) == [LAST]
    next_one = sorted(partners(page, LAST))[0]
    page.locator(f"[id='{LAST}'] td a[href='#{next_one}']").click()
    assert listed(page) == [next_one]
    assert page.evaluate("document.activeElement.closest('tbody').id") == next_one
    assert page.evaluate("document.activeElement.localName") == "a"
    page.go_back()
    page.wait_for_function(f"() => !document.getElementById('{LAST}').hidden")
    assert listed(page) == [LAST]
    page.go_back()
    page.wait_for_function(f"() => location.hash !== '#{LAST}'")
    assert len(listed(page)) == page.locator("svg a").count()
    assert page.get_by_label("Practice", exact=True).input_value() == ""


def test_it_is_followed_by_keyboard(visit):
    page = visit()
    page.locator(f"svg a[href='#{LAST}']").focus()
    page.keyboard.press("Enter")
    assert listed(page) == [LAST]
    assert page.evaluate("document.activeElement.getAttribute('href')") == f"#{LAST}"
    page.get_by_label("Practice", exact=True).focus()
    page.keyboard.type(page.locator("option[value='relationships/planned-ending']").text_content().strip())
    page.wait_for_url("**/#relationships/planned-ending")
    assert listed(page) == ["relationships/planned-ending"]


def test_an_address_opens_what_it_names_and_nothing_is_stored(visit):
    page = visit(f"?phase=sessions/opening#{LAST}")
    assert page.get_by_label("Phase", exact=True).input_value() == "sessions/opening"
    assert page.get_by_label("Practice", exact=True).input_value() == LAST
    assert listed(page) == [LAST]
    assert page.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length") == 0
    page.locator(f"[id='{LAST}'] th a").click()
    page.wait_for_url("**/sessions/last/")


def test_every_practice_leads_to_its_own_place_on_the_map(visit):
    page = visit()
    page.goto(page.url.replace(MAP, "sessions/door-handle/"))
    page.get_by_role("link", name="Follow it on the map").click()
    page.wait_for_url("**/reference/map/#sessions/door-handle")
    assert listed(page) == ["sessions/door-handle"]


@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_the_map_is_whole(visit, width, script):
    """Every pair stands in the lists, from both its ends. The drawing is there where its names can be read."""
    page = visit(width=width, script=script)
    assert len(listed(page)) == page.locator("svg a").count()
    assert page.locator("tbody tr:visible").count() == 2 * page.locator("[data-pair]").count()
    assert page.locator("ew-pairs svg").is_visible() == (width == 1280)
    assert page.locator("ew-pairs select:visible").count() == (2 if script else 0)
    assert bool(re.match(r"\d+ pairs", said(page))) == script


def test_without_script_a_name_leads_to_its_list(visit):
    page = visit(script=False)
    page.locator(f"svg a[href='#{LAST}']").click()
    assert page.locator(f"[id='{LAST}']:target").count() == 1
    assert 0 <= page.locator(f"[id='{LAST}']").bounding_box()["y"] < 400


@pytest.mark.parametrize("chosen", ["", f"#{LAST}", "?phase=relationships/deciding"])
def test_names_on_the_drawing_stay_apart_and_in_sight(visit, chosen):
    page = visit(chosen)
    boxes = [text.bounding_box() for text in page.locator("svg text").all()]
    for index, a in enumerate(boxes):
        assert a["x"] >= 0
        assert a["x"] + a["width"] <= 1280
        for b in boxes[:index]:
            apart = (
                a["x"] + a["width"] <= b["x"]
                or b["x"] + b["width"] <= a["x"]
                or a["y"] + a["height"] <= b["y"]
                or b["y"] + b["height"] <= a["y"]
            )
            assert apart, (a, b)


def test_what_stepped_back_can_still_be_read(visit):
    """It is quieter by its ink and its weight, and not by being hard to see."""
    page = visit(f"#{LAST}")
    looks = {
        name: page.locator(f"svg a[href='#{name}'] text").evaluate(
            "text => [getComputedStyle(text).fill, getComputedStyle(text).fontWeight, getComputedStyle(text).opacity]"
        )
        for name in (LAST, "sessions/door-handle")
    }
    ink = page.evaluate("getComputedStyle(document.querySelector('.pairs .quiet')).color")
    assert looks["sessions/door-handle"] == [ink, "400", "1"]
    assert looks[LAST][0] != ink
    assert looks[LAST][1] == "600"


@pytest.mark.parametrize("chosen", ["?phase=shared/any-time", f"#{LAST}"], ids=["phase", "practice"])
def test_axe_finds_nothing_whatever_is_chosen(visit, axe_in_every_look, chosen):
    assert axe_in_every_look(visit(chosen)) == []


def test_no_chosen_state_is_wider_than_a_narrow_screen(visit):
    page = visit(f"#{LAST}", width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
