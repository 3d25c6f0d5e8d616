"""Words to say, the glossary and the A to Z in a browser: found, copied, and reached from a term in a text."""

import pytest

PRACTICE = "sessions/door-handle/"
OPEN_ALL = "() => document.querySelectorAll('details').forEach((details) => { details.open = true; })"


@pytest.mark.parametrize("path", ["reference/words/", "reference/glossary/"])
def test_with_all_unfolded_axe_finds_nothing_and_nothing_is_too_wide(look_at, axe_in_every_look, path):
    page = look_at(path, width=320)
    page.evaluate(OPEN_ALL)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    # The first few stand for all of their kind: over a thousand phrases axe takes minutes.
    page.evaluate(
        "() => [...document.querySelectorAll('article details')].slice(4).forEach((d) => d.remove())"
    )
    assert axe_in_every_look(page, widths=(320,)) == []


def test_words_are_found_at_their_moment_and_copied(visit):
    page = visit("reference/words/", width=375, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("link", name="At the door").click()
    page.get_by_text("Something big said at the door", exact=True).click()
    words = "I cannot promise secrecy before I know what it is. I can promise to take it seriously."
    copy = page.get_by_role("button", name=f"Copy: {words}")
    assert copy.inner_text() == "Copy"
    assert copy.bounding_box()["height"] >= 44
    copy.click()
    page.locator("#said").get_by_text("Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == words


def test_each_phrase_has_one_button_however_often_it_is_put_into_the_page(visit):
    page = visit("reference/words/")
    page.evaluate(
        "() => document.querySelectorAll('.phrases details').forEach((d) => d.parentElement.append(d))"
    )
    assert page.locator(".phrases ew-copy button").count() == page.locator(".phrases q").count()


def test_a_phrase_leads_to_its_step(visit):
    page = visit("reference/words/#sessions-at-the-door")
    page.get_by_text("Something big said at the door", exact=True).click()
    page.locator(f"a[href$='/{PRACTICE}#contain-it']").click()
    page.wait_for_url(f"**/{PRACTICE}#contain-it")
    assert page.locator("#contain-it").evaluate("step => step.matches(':target')")


def test_without_script_the_words_are_there_and_nothing_to_press(visit):
    page = visit("reference/words/", script=False)
    page.get_by_text("Something big said at the door", exact=True).click()
    assert page.get_by_text("I cannot promise secrecy before").is_visible()
    assert page.locator(".phrases button:visible").count() == 0


def test_a_term_in_a_text_leads_to_its_entry_with_a_quiet_line_under_it(visit):
    page = visit(PRACTICE)
    term = page.locator("a.term").first
    style = "element => getComputedStyle(element).textDecorationStyle"
    assert term.evaluate(style) == "dotted"
    term.click()
    page.wait_for_url("**/reference/glossary/#door-handle-disclosure")
    assert page.locator("#door-handle-disclosure").evaluate("entry => entry.matches(':target')")
