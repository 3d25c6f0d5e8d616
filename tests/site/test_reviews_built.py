"""What the built pages say of who answers for them agrees with the guide, on each page, on the list and in its spreadsheet.

It does so whoever has signed: the same is shown of the guide as it is, and of one whose first reviews are signed.
"""

import csv
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from pages import tree

from macros.guide import STATES, Guide, PageStatus, version
from macros.load import Configuration, load
from macros.render.reviews import STATE_WORDS, row, short_address
from macros.review import signed as sign
from tests.conftest import ROOT

FACTS = ["Owner", "Last change", "Next review", "Review", "Version"]
SHORT = "Short address"  # of practices
BY = "A. Grey, clinical lead of a made-up clinic"


@dataclass(frozen=True)
class Shown:
    """A guide, and the folder that it was built into."""

    guide: Guide
    folder: Path


def run(root: Path, *command: str) -> None:
    """Run a command as who works in `root` does."""
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def as_it_is(guide, site) -> Shown:
    return Shown(guide, site)


@pytest.fixture(scope="module")
def signed(guide, once) -> Shown:
    """The guide with one page of each kind signed, and another whose text was changed afterwards, built strictly."""
    return once("signed", partial(_signed, guide))


def _signed(guide: Guide, folder: Path) -> Shown:
    """Sign the first by the command, and the others as it does, of the same guide: the command reads it anew each time."""
    root, today = folder / "copy", datetime.now(UTC).date()
    for name in ("docs", "macros", "overrides"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", root)
    changed, practice, *_ = guide.practices
    for path in (next(iter(guide.letters)), next(iter(guide.modules)), changed):
        file = root / "docs" / f"{path}.md"
        file.write_text(sign(file.read_text("utf-8"), guide.reviewed[path], BY, today), "utf-8")
    run(root, "macros.review", practice, BY)
    file = root / "docs" / f"{changed}.md"
    text = file.read_text("utf-8")
    other = guide.practices[changed].minutes % 60 + 1
    file.write_text(re.sub(r"^minutes: \d+$", f"minutes: {other}", text, flags=re.MULTILINE), "utf-8")
    run(root, "macros.changes", "It was read again.")
    run(root, "mkdocs", "build", "--strict", "--site-dir", "built")
    return Shown(load(root / "docs", Configuration.of(root / "mkdocs.yml"), today=today), root / "built")


@pytest.fixture(params=["as_it_is", "signed"])
def shown(request) -> Shown:
    return request.getfixturevalue(request.param)


def facts(site, path: str) -> dict[str, str]:
    """What stands at the end of a page: the facts of its record by their names."""
    status = tree(site / path / "index.html").one("footer", class_="page-status")
    names, told = ([part.text for part in status.each(tag)] for tag in ("dt", "dd"))
    return dict(zip(names, told, strict=True))


def said(status: PageStatus) -> str:
    """What a page says of its review."""
    signed = status.page.review
    return {
        "draft": "Not yet reviewed by a clinician",
        "reviewed": f"Reviewed by {signed.by} on {signed.on}",
        "lapsed": f"The text has changed since its review on {signed.on}: not reviewed now",
    }[status.state]


def test_the_first_reviews_are_of_every_kind(signed):
    """So that what is shown below of a guide that is signed is shown of each state, and of each kind of page."""
    guide = signed.guide
    assert {status.state for status in guide.register} == set(STATES)
    reviewed = {status.page.path for status in guide.register if status.state == "reviewed"}
    assert all(reviewed & set(pages) for pages in (guide.practices, guide.letters, guide.modules))


def test_every_page_that_is_signed_ends_with_its_five_facts(shown):
    days = {change.page: f"{change.changed}: {change.what}" for change in shown.guide.changes}
    assert {status.page.path for status in shown.guide.register} == set(shown.guide.reviewed) == set(days)
    for status in shown.guide.register:
        path = status.page.path
        told = facts(shown.folder, path)
        short = [SHORT] if path in shown.guide.practices else []
        assert list(told) == [*FACTS, *short], path
        assert [told[name] for name in short] == [short_address(shown.guide, path)] * len(short)
        assert told["Owner"] == status.page.review.owner
        assert told["Last change"] == days[path]
        assert told["Version"] == version(status.page)
        assert told["Next review"] == str(status.next_review or "not set")
        assert told["Review"] == said(status)


def test_every_page_that_is_signed_says_at_its_head_and_on_paper_what_it_says_at_its_end(shown):
    for status in shown.guide.register:
        marks = list(tree(shown.folder / status.page.path / "index.html").each(class_="review"))
        assert {mark.text.rstrip(". ") for mark in marks} == {said(status)}, status.page.path
        states = [mark.attributes["data-state"] for mark in marks if "data-state" in mark.attributes]
        assert states == [status.state], status.page.path


def test_no_other_page_has_a_record(shown):
    pages = [path.removesuffix("/index").removesuffix("index") for path in shown.guide.pages]
    for path in pages:
        assert not list(tree(shown.folder / path / "index.html").each("footer", class_="page-status")), path


def test_the_printed_list_names_the_version_that_the_page_does(shown):
    for path in shown.guide.practices:
        foot = tree(shown.folder / path / "index.html").one("footer", class_="on-paper").text
        assert f"Version {facts(shown.folder, path)['Version']} of " in foot, path


def test_the_list_and_the_spreadsheet_agree_with_the_guide(shown):
    register = shown.guide.register
    whole = tree(shown.folder / "reference" / "reviews" / "index.html").one("div", class_="reviews")
    listed = [
        [cell.text for cell in line.inside if not isinstance(cell, str)]
        for line in whole.one("table").each("tr")
    ]
    with (shown.folder / "reviews.csv").open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    assert [name.lower() for name in listed[0]] == [name for name in head if name != "address"]
    assert [" ".join(title.split()) for title, *_ in rows] == [title for title, *_ in listed[1:]]
    assert [told for _, _, *told in rows] == [told for _, *told in listed[1:]]
    assert [address for _, address, *_ in rows] == [shown.guide.address_of(r.page) for r in register]
    for told, status in zip(rows, register, strict=True):
        said = row(status)
        assert told[2:] == [
            said.owner,
            said.state,
            said.reviewer,
            said.reviewed_on,
            said.next_review,
            said.last_change,
            said.what,
            said.version,
        ]


def test_nothing_is_listed_as_reviewed_by_anyone_but_who_signed_it(shown):
    register = shown.guide.register
    whole = tree(shown.folder / "reference" / "reviews" / "index.html").one("div", class_="reviews")
    states = [status.state for status in register]
    assert [count.text for count in whole.one("ul").each("li")] == [
        f"{STATE_WORDS[state]}: {states.count(state)}" for state in STATES
    ]
    with (shown.folder / "reviews.csv").open(encoding="utf-8", newline="") as file:
        rows = [(r["state"], r["reviewer"], r["reviewed on"], r["next review"]) for r in csv.DictReader(file)]
    unsigned = ("Not yet reviewed", "nobody", "never", "not set")
    for told, status in zip(rows, register, strict=True):
        review, due = status.page.review, str(status.next_review or "not set")
        signed = (STATE_WORDS[status.state], review.by, str(review.on), due)
        assert told == (unsigned if status.state == "draft" else signed), status.page.path
        assert (due == "not set") == (status.state != "reviewed"), status.page.path


def test_the_register_of_changes_is_not_served(site):
    assert not (site / "data").exists()


def test_a_service_owns_the_guides_pages_and_its_own(service):
    nz, us = service("nz"), service("us")
    for path, page in us.guide.practices.items():
        assert facts(us.folder, path)["Owner"] == page.review.owner
    for path, page in nz.guide.practices.items():
        owner = page.review.owner if page.is_local else "the practice manager"
        assert facts(nz.folder, path)["Owner"] == owner
    own = facts(nz.folder, "sessions/local-last-bus")
    assert own["Last change"] == "not recorded"
    assert own["Review"] == "Not yet reviewed by a counsellor"


def test_a_service_has_all_its_pages_on_the_list_and_its_own_months(service):
    nz = service("nz")
    whole = tree(nz.folder / "reference" / "reviews" / "index.html").one("div", class_="reviews")
    assert "due 18 months after the last one" in whole.text
    assert len(list(whole.one("tbody").each("tr"))) == len(nz.guide.reviewed)
    with (nz.folder / "reviews.csv").open(encoding="utf-8", newline="") as file:
        addresses = {row["address"] for row in csv.DictReader(file)}
    assert f"{nz.guide.address}sessions/local-last-bus/" in addresses
    assert f"{nz.guide.address}relationships/nonclinical/" not in addresses
