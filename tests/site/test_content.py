"""What the built pages say: every address ever published, every line of the source text."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pages import read, target

from macros.guide import Guide
from macros.load import Configuration, load
from macros.words import words

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load(ROOT / "docs", Configuration.of(ROOT / "mkdocs.yml"), today=datetime.now(UTC).date())


def plain(body: str) -> str:
    """The text of a page without the signs of Markdown and the calls of macros."""
    text = re.sub(r"\{\{.*?\}\}|\{#.*?\}|\]\([^)]*\)|[\[\]#*_`]", " ", body, flags=re.DOTALL)
    return " ".join(text.split())


def moved_to(site: Path, site_url: str, row: str) -> str:
    """Follow the redirect at an address, which keeps the place on the page."""
    page, _, fragment = row.partition("#")
    html = (site / page / "index.html").read_text(encoding="utf-8")
    found = re.search(r'http-equiv="refresh" content="\d+; url=([^"]*)"', html)
    if not found:
        return row
    file, _ = target(site, site_url, f"{page}/index.html", found[1])
    return f"{file.parent.relative_to(site).as_posix()}#{fragment}"


def test_every_address_ever_published_resolves(site, site_url, guide):
    pages, lost = read(site), []
    for row in guide.ledger:
        page, _, fragment = moved_to(
            site, site_url, "" if row == "index" else row.removesuffix("/index")
        ).partition("#")
        path = f"{page}/index.html".lstrip("/")
        if path not in pages or (fragment and fragment not in pages[path].ids):
            lost.append(row)
    assert len(guide.ledger) > 300
    assert lost == []


def test_every_address_is_in_the_ledger(guide):
    assert sorted(set(guide.identities) - set(guide.ledger)) == [], "run `make ledger`"


def test_nothing_of_the_source_text_is_without_a_home(guide):
    """Taking every carried line and every piece of noise out of the text leaves only list numbers."""
    rest = " ".join((Path(__file__).parent / "source-text.txt").read_text(encoding="utf-8").split())
    pieces = [*guide.source_text.lines, *guide.source_text.noise]
    for piece in sorted(pieces, key=lambda piece: -len(piece.text)):
        text = " ".join(piece.text.split())
        assert text in rest or piece.code in {"n6", "n8"}, piece.code  # those two stand inside other pieces
        rest = rest.replace(text, " ", 1)
    assert re.sub(r"[\d.\s]", "", rest) == ""
    assert all(guide.carriers(line.code) for line in guide.source_text.lines)


def test_the_page_of_origins_shows_every_line_clash_and_piece_of_noise(site, guide):
    html = (site / "reference" / "origins" / "index.html").read_text(encoding="utf-8")
    for piece in [*guide.source_text.lines, *guide.source_text.noise]:
        assert piece.text.split("(")[0] in html, piece.code
    for clash in guide.source_text.clashes:
        assert clash.settled.replace("'", "&#39;") in html


def test_every_line_of_the_source_text_is_carried_by_24_practices(guide):
    assert len(guide.practices) >= 24
    assert {code for practice in guide.practices.values() for code in practice.carries} == {
        line.code for line in guide.source_text.lines
    }


def test_every_practice_has_the_depth_that_is_promised(guide):
    for practice in guide.practices.values():
        why = words(plain(practice.body.partition("## Why")[2]))
        assert 250 <= len(why) <= 620, (practice.path, len(why))
        written = practice.path == "sessions/after-notes"  # its words are for the note, and stand below the steps
        assert written or any(step.say for step in practice.checklist.steps), practice.path
        assert practice.words, practice.path
        assert practice.unless, practice.path


def test_safety_comes_first_where_risk_can_appear(guide):
    """Money, paper and the clock never stand before the question about safety."""
    safety = re.compile(r"\b(safe|safety|danger|risk|suicide|crisis|emergency|stay with)\b", re.IGNORECASE)
    exempt = {"relationships/nonclinical", "relationships/good-goodbye", "relationships/feedback-and-growth"}
    exempt |= {"relationships/professional-will"}  # written in a quiet week, with no client at hand
    for path, practice in guide.practices.items():
        first = practice.checklist.steps[0]
        text = " ".join([first.id, first.do, *first.say, *(f"{u.ask} {u.do}" for u in first.unless)])
        assert path in exempt or safety.search(text), path
