"""What the built pages say: every address ever published, every line of the source text."""

import re
from collections.abc import Iterable
from pathlib import Path

from pages import read

from macros.render.html import url

ROOT = Path(__file__).resolve().parent.parent.parent


def lost(site: Path, rows: Iterable[str]) -> list[str]:
    """The addresses among `rows` that lead to no page, or to no place on it: a page that moved has a place for each that it had."""
    pages, found = read(site), []
    for row in rows:
        page, _, fragment = row.partition("#")
        path = f"{url(page)}index.html"
        if path not in pages or (fragment and fragment not in pages[path].ids):
            found.append(row)
    return found


def test_every_address_ever_published_resolves(site, guide):
    assert lost(site, guide.ledger) == []


def test_a_lost_address_is_seen(site):
    nowhere = ["sessions/nowhere", "sessions#nowhere"]
    assert lost(site, ["index", "sessions/index", *nowhere]) == nowhere


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


def test_no_letter_says_to_ask_someone_who_threatens_or_does_not_answer(site, guide):
    asking = {
        path
        for path in guide.letters
        if "Ask again before you send." in (site / path / "index.html").read_text("utf-8")
    }
    to_clients = {path for path, letter in guide.letters.items() if letter.for_ == "client"}
    assert to_clients - asking == {"letters/after-threat", "letters/no-contact"}
    assert asking <= to_clients
