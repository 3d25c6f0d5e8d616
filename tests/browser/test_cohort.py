"""The records of a group in one table: a cohort of twelve, two of them altered, and files that are no record."""

import json

import pytest
from playwright.sync_api import expect

NOW = "2026-12-01T12:00:00"
NAMES = ["Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gil", "Hal", "Ida", "Jo", "Kit", "=Lou"]
MAKE = """async (names) => {
    const { checksum, signOff, toJson } = await import("/components/record/state.js");
    const listed = document.querySelector("ew-cohort [data-part=items]").content.textContent;
    const { guide } = document.querySelector("ew-cohort").dataset;
    const versions = { 1: "abcd", 2: "bcde", 3: "cdef", 5: "efgh", 6: "fghi" };
    const files = [];
    for (const [nth, clinician] of names.entries()) {
        const results = { 1: "done", 2: "done", 3: nth % 3 ? "right" : "mended", 5: nth % 4 ? "met" : "unmet", ...(nth % 2 && { 6: "done" }) };
        const done = new Map(Object.entries(results).map(([task, result]) =>
            [Number(task), { day: 20780, result, version: nth === 1 ? "pppp" : versions[task] }]));
        const record = signOff(done, listed, { guide, clinician, observer: "Lee", printed: "2026-11-28" });
        files.push(toJson(record, await checksum(record, crypto.subtle)));
    }
    return files;
}"""


@pytest.fixture
def visit(standing, examples, open_page):
    """`visit()` opens the example of the table."""
    server = standing(examples)
    return lambda **options: open_page(
        f"{server.url}/cohort/one-module.html", **{"clock": NOW, "accept_downloads": True} | options
    )


def as_file(name, text):
    return {"name": name, "mimeType": "application/json", "buffer": text.encode()}


@pytest.fixture
def cohort(visit):
    """`cohort()` opens the table with twelve records, of which the third and the fourth are altered."""

    def open_(*more, **options):
        page = visit(**options)
        texts = page.evaluate(MAKE, NAMES)
        texts[2] = texts[2].replace('"met"', '"right"')
        texts[3] = texts[3].replace("2026-11-28", "2026-11-29")
        files = [as_file(f"{name}.json", text) for name, text in zip(NAMES, texts, strict=True)]
        page.locator("#cohort-files").set_input_files([*files, *more])
        expect(page.get_by_role("status")).to_contain_text("12 records are in the table.")
        return page

    return open_


def rows(page):
    return [
        " | ".join(row)
        for row in page.locator("tbody tr").evaluate_all(
            "(all) => all.map((row) => [...row.cells].map((cell) => cell.textContent))"
        )
    ]


def test_a_cohort_of_twelve_is_one_table_and_the_two_that_were_altered_are_shown_as_altered(cohort):
    page = cohort()
    shown = rows(page)
    assert len(shown) == 12
    assert shown[-2:] == ["Cy | 2026-11-28 | Altered |  |  |  | ", "Di | 2026-11-29 | Altered |  |  |  | "]
    assert "Ana | 2026-11-28 | 0 of 1 | 3 of 5 | 0 | 1 | 2" in shown
    assert "Bo | 2026-11-28 | 1 of 1 | 5 of 5 | 5 | 0 | 0" in shown  # all of it on an older text
    expect(page.locator("[data-part=notes] li")).to_have_count(2)
    expect(page.locator("[data-part=notes]")).to_contain_text("Cy.json: altered, or not whole.")


def test_what_the_group_misses_most_and_what_each_has_overdue_is_said(cohort):
    page = cohort()
    missed = page.locator("[data-part=missed] li").all_inner_texts()
    assert missed == [
        "What comes first? 3 of 10 who tried: Your first day.",
        "Stays 3 of 10 who tried: Your first day.",
    ]
    ana = page.locator("[data-part=people] details").filter(has_text="Ana").first
    ana.locator("summary").click()
    expect(ana).to_contain_text("Say it aloud.: overdue")
    bo = page.locator("[data-part=people] details", has_text="Bo").first
    expect(bo).to_contain_text("What comes first?: done on pppp, now cdef")


def test_it_is_sorted_and_filtered_and_says_how_many_are_shown(cohort):
    page = cohort()
    page.get_by_role("button", name="Tasks done").click()
    expect(page.locator("[aria-sort]")).to_have_text("Tasks done")
    first = rows(page)[0]
    assert "5 of 5" in first
    page.get_by_role("button", name="Tasks done").click()
    assert "3 of 5" in rows(page)[0]
    page.get_by_label("Show").select_option("changed")
    assert [row.split(" | ")[0] for row in rows(page)] == ["Bo"]
    expect(page.get_by_role("status")).to_contain_text("1 of 12 are shown.")


def test_broken_foreign_and_doubled_files_each_get_a_sentence_and_nothing_is_lost(cohort):
    page = cohort(as_file("letter.json", "Dear all"), as_file("torn.json", '{"items": [nul'))
    notes = page.locator("[data-part=notes]")
    for name in ("letter.json", "torn.json"):
        expect(notes).to_contain_text(f"{name}: this is no sign-off record of this guide")
    again = page.evaluate(MAKE, ["Ana", "Bo"])
    page.locator("#cohort-files").set_input_files([as_file("ana-again.json", again[0])])
    expect(notes).to_contain_text("ana-again.json: the record of Ana was there already. It counts once.")
    assert len(rows(page)) == 12


def test_files_are_dropped_and_one_beside_the_mark_does_not_open_in_place_of_the_page(visit):
    page = visit()
    text = page.evaluate(MAKE, ["Ana"])[0]
    page.locator("[data-part=drop]").evaluate(
        """(place, text) => {
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([text], "ana.json"));
            place.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
        }""",
        text,
    )
    expect(page.get_by_role("status")).to_have_text("1 record is in the table.")
    drop = """(place, [event, text]) => {
        const dataTransfer = new DataTransfer();
        text ? dataTransfer.setData("text/plain", text) : dataTransfer.items.add(new File(["x"], "x.json"));
        return place.dispatchEvent(new DragEvent(event, { bubbles: true, cancelable: true, dataTransfer }));
    }"""
    header = page.locator("header")
    for event in ("dragover", "drop"):
        assert not header.evaluate(drop, [event, ""]), "the browser would open it"
        assert header.evaluate(drop, [event, "words"]), "words go where they are dropped"
    expect(page.locator("[data-part=notes]")).to_contain_text("x.json: this is no sign-off record")


def test_a_first_day_makes_open_tasks_of_past_weeks_overdue(cohort):
    page = cohort()
    page.get_by_label("First day of the course").fill("2026-11-01")
    assert any(row.startswith("Ana | 2026-11-28 | 0 of 1 | 3 of 5 | 0 | 2 |") for row in rows(page))


def test_the_table_is_saved_as_shown_and_no_name_is_a_formula(cohort, tmp_path):
    page = cohort()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the table as CSV").click()
    assert download.value.suggested_filename == "ending-well-cohort-2026-12-01.csv"
    download.value.save_as(tmp_path / "table.csv")
    text = (tmp_path / "table.csv").read_bytes().decode()
    assert text.startswith("Clinician,Record of,Whole modules,")
    assert "\r\n'=Lou," in text
    assert text.count("\r\n") == 13


def test_nothing_is_kept_and_all_is_taken_out(cohort):
    page = cohort()
    kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")
    assert not [name for name in NAMES if f'"{name}' in kept]
    page.get_by_role("button", name="Take all out").click()
    expect(page.locator("[data-part=shown]")).to_be_hidden()
    assert json.loads(kept) is not None
    assert rows(page) == []


def test_nothing_is_there_when_a_browser_brings_the_page_back_as_it_was_left(cohort):
    page = cohort()
    page.get_by_label("First day of the course").fill("2026-11-01")
    late = page.evaluate(MAKE, ["Zoe"])[0]
    page.locator("#cohort-files").evaluate(
        """(input, text) => {
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([text], "zoe.json"));
            input.files = dataTransfer.files;
            input.dispatchEvent(new Event("change", { bubbles: true }));
            dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
        }""",
        late,
    )
    page.locator("#cohort-files").set_input_files([as_file("letter.json", "Dear all")])  # read after it
    expect(page.locator("[data-part=notes] li")).to_have_count(1)
    said = page.locator("ew-cohort").inner_text() + page.locator("ew-cohort").evaluate("all => all.innerHTML")
    assert not [name for name in (*NAMES, "Zoe") if f"{name}." in said or f">{name}<" in said]
    expect(page.get_by_label("First day of the course")).to_have_value("")


def test_by_keyboard_at_320_pixels_and_on_paper(cohort):
    page = cohort(width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_role("button", name="Overdue").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[aria-sort=descending]")).to_have_text("Overdue")
    expect(page.get_by_role("button", name="Overdue")).to_be_focused()
    page.emulate_media(media="print")
    expect(page.locator("#cohort-filter")).to_be_hidden()
    expect(page.locator("thead th").first).to_contain_text("Clinician")
    expect(page.get_by_role("button", name="Overdue")).to_be_visible()


def test_axe_finds_nothing(cohort, axe_in_every_look):
    page = cohort()
    page.locator("summary").first.click()
    assert axe_in_every_look(page) == []


def test_without_a_script_it_says_what_it_needs(visit):
    page = visit(script=False)
    expect(page.get_by_text("the guide needs its script")).to_be_visible()
    expect(page.locator("[data-part=panel]")).to_be_hidden()
