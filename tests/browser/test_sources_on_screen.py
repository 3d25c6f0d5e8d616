"""The list of every source in a real browser: the way there and back, small screens, no script, the weight."""

import gzip

LIST = "reference/sources/"


def unfold(page):
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")


def test_from_a_step_to_what_its_source_says_and_back(visit):
    page = visit("sessions/door-handle/", width=375)
    item = page.locator("ol.references li").first
    id_ = item.get_attribute("id")
    page.get_by_role("heading", name="Sources").click()  # Folded on a phone.
    item.get_by_role("link", name="What it says").click()
    page.wait_for_url(f"**/{LIST}#{id_}")
    entry = page.locator(f"#{id_}")
    assert entry.evaluate("(one) => one.matches(':target') && one.getBoundingClientRect().top < innerHeight")
    entry.locator("summary").click()
    entry.locator("a[href*='sessions/door-handle/#']").first.click()
    page.wait_for_url("**/sessions/door-handle/#*")
    assert page.locator("li.step:target").is_visible()


def test_axe_finds_nothing_when_all_is_unfolded(visit, axe_in_every_look):
    page = visit(LIST, width=320)
    unfold(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    # The first few stand for all of their kind: over two hundred sources axe takes a minute.
    page.evaluate(
        "() => [...document.querySelectorAll('.sources details')].slice(8).forEach((d) => d.parentElement.remove())"
    )
    assert axe_in_every_look(page, widths=(320, 1280)) == []


def test_what_is_tapped_is_large_enough(visit):
    page = visit(LIST, width=375)
    unfold(page)
    small = page.evaluate(
        """() => [...document.querySelectorAll(".sources :is(nav a, summary, details a)")]
            .filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.textContent)"""
    )
    assert small == []


def test_without_script_it_unfolds(visit):
    page = visit(LIST, script=False)
    entry = page.locator(".sources details").first
    entry.locator("summary").click()
    assert entry.get_by_role("link").first.is_visible()


def test_on_paper_nothing_is_folded_away(visit):
    page = visit(LIST)
    page.emulate_media(media="print")
    folded = page.locator(".sources details a").first
    assert folded.evaluate("(one) => one.getBoundingClientRect().height > 0")


def test_the_page_stays_lean(site):
    """Hundreds of entries weigh less than a photograph, and come with no script of their own."""
    assert len(gzip.compress((site / LIST / "index.html").read_bytes())) < 82_000
