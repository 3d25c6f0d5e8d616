"""What the built pages say of who answers for them agrees with the guide, on each page, on the list and in its spreadsheet."""

import csv
from datetime import UTC, datetime

import pytest
from pages import tree

from macros.guide import Guide, version
from macros.load import Configuration, load
from macros.render.reviews import row
from tests.conftest import ROOT

FACTS = ["Owner", "Last change", "Next review", "Review", "Version"]


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load(ROOT / "docs", Configuration.of(ROOT / "mkdocs.yml"), today=datetime.now(UTC).date())


def facts(site, path: str) -> dict[str, str]:
    """What stands at the end of a page: the facts of its record by their names."""
    upkeep = tree(site / path / "index.html").one("footer", class_="upkeep")
    names, told = ([part.text for part in upkeep.each(tag)] for tag in ("dt", "dd"))
    return dict(zip(names, told, strict=True))


def test_every_page_that_is_signed_ends_with_its_five_facts(site, guide):
    days = {change.page: str(change.changed) for change in guide.changes}
    assert len(guide.register) == len(guide.reviewed) == len(days)
    for upkeep in guide.register:
        path = upkeep.page.path
        told = facts(site, path)
        assert list(told) == FACTS, path
        assert told["Owner"] == upkeep.page.review.owner
        assert told["Last change"] == days[path]
        assert told["Version"] == version(upkeep.page)
        assert told["Next review"] == "not set"
        assert told["Review"] == "Not yet reviewed by a clinician"


def test_no_other_page_has_a_record(site, guide):
    pages = [path.removesuffix("/index").removesuffix("index") for path in guide.pages]
    for path in pages:
        assert not list(tree(site / path / "index.html").each("footer", class_="upkeep")), path


def test_the_printed_list_names_the_version_that_the_page_does(site, guide):
    for path in guide.practices:
        foot = tree(site / path / "index.html").one("footer", class_="on-paper").text
        assert f"Version {facts(site, path)['Version']} of " in foot, path


def test_the_list_and_the_spreadsheet_agree_with_the_guide(site, guide):
    table = tree(site / "reference" / "reviews" / "index.html").one("div", class_="reviews").one("table")
    listed = [[cell.text for cell in line.inside if not isinstance(cell, str)] for line in table.each("tr")]
    with (site / "reviews.csv").open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    assert [name.lower() for name in listed[0]] == [name for name in head if name != "address"]
    assert [" ".join(title.split()) for title, *_ in rows] == [title for title, *_ in listed[1:]]
    assert [told for _, _, *told in rows] == [told for _, *told in listed[1:]]
    assert [address for _, address, *_ in rows] == [guide.address_of(r.page) for r in guide.register]
    for told, upkeep in zip(rows, guide.register, strict=True):
        said = row(upkeep)
        assert told[2:] == [
            said.owner,
            said.state,
            said.reviewer,
            said.reviewed_on,
            said.next_review,
            said.last_change,
            said.version,
        ]


def test_nothing_is_listed_as_reviewed_by_anyone(site, guide):
    whole = tree(site / "reference" / "reviews" / "index.html").one("div", class_="reviews")
    assert [count.text for count in whole.one("ul").each("li")] == [
        "Changed since its review: 0",
        f"Not yet reviewed: {len(guide.register)}",
        "Reviewed: 0",
    ]
    with (site / "reviews.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {(r["state"], r["reviewer"], r["reviewed on"], r["next review"]) for r in rows} == {
        ("Not yet reviewed", "nobody", "never", "not set")
    }


def test_the_register_of_changes_is_not_served(site):
    assert not (site / "data").exists()


def test_a_practice_owns_the_guides_pages_and_its_own(practice):
    nz, us = practice("nz"), practice("us")
    assert facts(nz.folder, "sessions/door-handle")["Owner"] == "the practice manager"
    assert facts(us.folder, "sessions/door-handle")["Owner"] == "clinical lead"
    own = nz.guide.practices["sessions/local-last-bus"]
    assert facts(nz.folder, own.path)["Owner"] == own.review.owner
    assert facts(nz.folder, own.path)["Last change"] == "not recorded"
    assert facts(nz.folder, "sessions/suicide-risk-late")["Review"] == "Not yet reviewed by a counsellor"


def test_a_practice_has_all_its_pages_on_the_list_and_its_own_months(practice):
    nz = practice("nz")
    whole = tree(nz.folder / "reference" / "reviews" / "index.html").one("div", class_="reviews")
    assert "due 18 months after the last one" in whole.text
    assert len(list(whole.one("tbody").each("tr"))) == len(nz.guide.reviewed)
    with (nz.folder / "reviews.csv").open(encoding="utf-8", newline="") as file:
        addresses = {row["address"] for row in csv.DictReader(file)}
    assert f"{nz.guide.address}sessions/local-last-bus/" in addresses
    assert f"{nz.guide.address}relationships/nonclinical/" not in addresses
