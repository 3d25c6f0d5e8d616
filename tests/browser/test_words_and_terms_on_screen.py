"""Words to say, the glossary and the A to Z in a browser: found, copied, and reached from a term in a text."""

import pytest

PRACTICE = "sessions/door-handle/"
OPEN_ALL = "() => document.querySelectorAll('details').forEach((details) => { details.open = true; })"


def unfold(page):
    """Unfold what the practice says on the page of all phrases."""
    details = page.locator(".phrases details").filter(has=page.locator(f"a[href*='/{PRACTICE}#']"))
    details.locator("summary").click()
    return details


@pytest.mark.parametrize("path", ["reference/words/", "reference/glossary/"])
def test_with_all_unfolded_axe_finds_nothing_and_nothing_is_too_wide(visit, axe_in_every_look, path):
    page = visit(path, width=320)
    page.evaluate(OPEN_ALL)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    # The first few stand for all of their kind: over a thousand phrases axe takes minutes.
    page.evaluate(
        "() => [...document.querySelectorAll('article details:not(.share)')].slice(4).forEach((d) => d.remove())"
    )
    assert axe_in_every_look(page, widths=(320,)) == []


def test_words_are_found_at_their_moment_and_copied(visit):
    page = visit("reference/words/", width=375, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("link", name="At the door").click()
    words = unfold(page).locator("q").last.inner_text()
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
    unfold(page)
    page.locator(f"a[href$='/{PRACTICE}#contain-it']").click()
    page.wait_for_url(f"**/{PRACTICE}#contain-it")
    assert page.locator("#contain-it").evaluate("step => step.matches(':target')")


def test_without_script_the_words_are_there_and_nothing_to_press(visit):
    page = visit("reference/words/", script=False)
    assert unfold(page).locator("q").first.is_visible()
    assert page.locator(".phrases button:visible").count() == 0


def test_a_term_in_a_text_leads_to_its_entry_with_a_quiet_line_under_it(visit):
    page = visit(PRACTICE)
    term = page.locator("a.term").first
    style = "element => getComputedStyle(element).textDecorationStyle"
    assert term.evaluate(style) == "dotted"
    id_ = term.get_attribute("href").partition("#")[2]
    term.click()
    page.wait_for_url(f"**/reference/glossary/#{id_}")
    assert page.locator(f"#{id_}").evaluate("entry => entry.matches(':target')")
