"""Old links lead on, with and without a script, when pages and places are reworded, renamed, moved, split and retired at once."""

import re
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
import yaml

from macros import changes, clock, ledger
from macros.guide import Guide
from macros.load import Configuration, load
from macros.load.addresses import SEAL, seal
from macros.render.html import url
from tests.conftest import ROOT
from tests.site.pages import tree

DOOR, DISTRESS = "sessions/door-handle", "sessions/high-distress"
LATE, LATER, LATEST = "sessions/lateness", "sessions/late-start", "sessions/someone-is-late"
LEAVE, ENDING = "letters/planned-leave", "letters/planned-ending"
# Where each link leads that somebody saved before: the page and the place there, and what of it is told on the way.
LINKS = {
    f"{DOOR}#stay-on": (f"{DOOR}#stay-on", "Stay beyond the hour while any risk is open.", ""),  # reworded
    f"{DOOR}#contain-it": (f"{DOOR}#hold-it", "Say that it is too important to rush.", ""),  # renamed
    f"{DOOR}#agree-return": (f"{DOOR}#agree-day", "Agree on which day you will come back to it.", ""),  # split
    f"{DOOR}#ask-about-timing": (f"{DISTRESS}#HERE", "", "This part is on another page now."),  # moved
    f"{DOOR}#help-settle": (f"{DOOR}#stay-on", "", "this stood here: “Help them settle.”"),  # retired
    f"{DOOR}#client-regrets-it": (DOOR, "", "This part is on another page now."),  # its page stands for it
    f"{DOOR}#two-ways-to-miss-it": (f"{DOOR}#two-ways-to-miss-it", "Two slips", ""),  # reworded, a heading
    f"{DOOR}#how-little-has-been-studied": (f"{DOOR}#what-has-been-studied", "What has been studied", ""),
    LATE: (LATEST, "What do I do when the client, or I, arrive late?", ""),  # renamed twice
    f"{LATE}#tell-the-rule": (f"{LATEST}#tell-the-rule", "", ""),
    f"{LATE}#say-sorry": (f"{LATEST}#say-it-plainly", "", ""),  # and the step, too
    f"{LATER}#check-safety": (f"{LATEST}#check-safety", "", ""),
    f"{LATE}#ask-about-pattern": (f"{DOOR}#hold-it", "", ""),  # moved from a page that moved, to a step that did
    f"{LATE}#close-as-usual": (f"{LATEST}#why", "", "this stood here: “Close as usual.”"),  # and retired
    f"{LATE}#why": (f"{LATEST}#why", "Why", ""),
    f"reference/map#{LATE}": (f"reference/map#{LATEST}", "When someone is late", ""),
    "course/risk-late#sorry-by-sunday": ("course/risk-late#sorry-on-sunday", "She’ll be sorry by Sunday.", ""),
    LEAVE: (ENDING, "", "it said: “A letter on planned leave.”"),  # a page retired
    f"{LEAVE}#letter": (ENDING, "", "it said: “A letter on planned leave.”"),
}  # fmt: skip
REDIRECTS = {
    f"{DOOR}#contain-it": f"{DOOR}#hold-it",
    f"{DOOR}#agree-return": f"{DOOR}#agree-day",
    f"{DOOR}#ask-about-timing": f"{DISTRESS}#HERE",
    f"{DOOR}#client-regrets-it": DOOR,
    f"{DOOR}#how-little-has-been-studied": f"{DOOR}#what-has-been-studied",
    LATE: LATER,
    LATER: LATEST,
    f"{LATE}#say-sorry": f"{LATER}#say-it-plainly",
    f"{LATE}#ask-about-pattern": f"{DOOR}#contain-it",
    "course/risk-late#sorry-by-sunday": "course/risk-late#sorry-on-sunday",
}
RETIRED = {
    f"{DOOR}#help-settle": (f"{DOOR}#stay-on", "Help them settle."),
    f"{LATE}#close-as-usual": (f"{LATER}#why", "Close as usual."),
    LEAVE: (ENDING, "A letter on planned leave."),
}


def edit(copy: Path, path: str, *changes: tuple[str, str]) -> None:
    """Replace in a file each pattern, which is there once."""
    file = copy / "docs" / path
    text = file.read_text("utf-8")
    for pattern, new in changes:
        text, count = re.subn(pattern, new, text, flags=re.DOTALL | re.MULTILINE)
        assert count == 1, (path, pattern)
    file.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def there() -> str:
    """The last step of the page to which one of another page moves."""
    return re.findall(r"^    - id: (\S+)", (ROOT / f"docs/{DISTRESS}.md").read_text("utf-8"), re.MULTILINE)[
        -1
    ]


@pytest.fixture(scope="module")
def moved(once, guide, there) -> Path:
    """The guide after all of that, built."""
    return once("moved", partial(_moved, guide, there))


def _moved(guide: Guide, there: str, folder: Path) -> Path:
    copy, site = folder / "copy", folder / "site"
    for name in ("docs", "macros", "overrides"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", copy)
    step = r"    - id: {}\n.*?(?=^    - id|^words:)"
    edit(
        copy,
        f"{DOOR}.md",
        (r"do: Stay past the hour while risk is possible or unclear\.", "do: Stay beyond the hour while any risk is open."),
        (r"- id: contain-it$", "- id: hold-it"),
        (step.format("ask-about-timing"), ""),
        (step.format("help-settle"), ""),
        (step.format("agree-return"), "    - {id: agree-day, do: Agree on which day you will come back to it., sources: [editorial]}\n"
         "    - {id: write-day-down, do: Write that day into the diary., sources: [editorial]}\n"),
        (r"^  - id: client-regrets-it\n.*?(?=^unless:)", ""),
        (r"^### Two ways to miss it$", "### Two slips {#two-ways-to-miss-it}"),
        (r"^### How little has been studied$", "### What has been studied"),
    )  # fmt: skip
    steps = (step.format("ask-about-pattern"), ""), (step.format("close-as-usual"), "")
    edit(copy, f"{LATE}.md", (r"- id: say-sorry$", "- id: say-it-plainly"), *steps)
    (copy / f"docs/{LATE}.md").rename(copy / f"docs/{LATEST}.md")
    edit(copy, "data/asks/sessions.yml", (r"^lateness:$", "someone-is-late:"))
    edit(copy, "course/risk-late.md", (r"- id: sorry-by-sunday$", "- id: sorry-on-sunday"))
    (copy / f"docs/{LEAVE}.md").unlink()
    edit(copy, "relationships/planned-leave.md", (r"letters/planned-leave\.md", "letters/planned-ending.md"))
    edit(copy, "data/asks/letters.yml", (r"^planned-leave:\n(?:  - [^\n]*\n)+", ""))
    # The name that the page had for a while was published, too.
    listed = copy / "docs/data/ledger.txt"
    rows = [line for line in listed.read_text("utf-8").splitlines() if not line.startswith(("#", "seal"))]
    rows += [LATER, f"{LATER}#check-safety"]
    listed.write_text("\n".join([*rows, SEAL + seal(rows), ""]), encoding="utf-8")
    moves = {old: {"to": to.replace("HERE", there)} for old, to in REDIRECTS.items()}
    moves |= {f"{LEAVE}#{id_}": {"to": ENDING} for id_ in guide.places[LEAVE] - guide.places[ENDING]}
    moves |= {
        old: {"to": to, "retired": {"was": was, "since": "2026-11-29"}} for old, (to, was) in RETIRED.items()
    }
    register = [{"from": old} | move for old, move in moves.items()]
    (copy / "docs/data/redirects.yml").write_text(yaml.safe_dump(register), encoding="utf-8")
    # As both commands do it, each of which reads the guide for itself.
    later = load(copy / "docs", Configuration.of(copy / "mkdocs.yml"), today=clock.today(), editing=True)
    changes.write(copy, later, "It is shorter.")
    ledger.write(copy, later)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", site]
    done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return site


def on(page) -> str:
    """Go by links as long as the page says that the part is elsewhere; return all that was said."""
    told = ""
    while True:
        if (gone := page.locator(".gone > :target")).count():
            told += gone.inner_text()
            gone.get_by_role("link").click()
        elif page.locator("#main").count():
            return told
        else:
            told += page.locator("main").inner_text()
            page.locator("main > p a").click()
        page.wait_for_load_state()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_an_old_link_leads_to_what_took_the_place(moved, there, serve, open_page, script):
    server, found = serve(moved), {}
    page = open_page(f"{server.url}/", script=script)
    for row, (_, said, told) in LINKS.items():
        path, hash_, fragment = row.partition("#")
        page.goto("about:blank")  # so that each link is followed from outside
        page.goto(f"{server.url}/{url(path)}{hash_}{fragment}")
        if script and path in (LATE, LATER):
            page.locator("#main").wait_for()
            page.wait_for_load_state()
        heard = on(page)
        assert told in heard if told else not heard or not script, (row, heard)
        landed, _, id_ = page.url.removeprefix(f"{server.url}/").partition("#")
        if id_:
            id_ = page.evaluate("document.querySelector(':target').closest('[id]:not(.alias)').id")
        assert said in page.locator(f'[id="{id_ or "main"}"]').inner_text(), row
        found[row] = f"{landed.removesuffix('/')}{'#' if id_ else ''}{id_}"
    assert found == {row: to.replace("HERE", there) for row, (to, _, _) in LINKS.items()}


def test_every_link_that_was_ever_published_still_leads_somewhere(moved):
    rows = [line.split()[0] for line in (ROOT / "docs/data/ledger.txt").read_text("utf-8").splitlines()]
    rows = [row for row in rows if row not in ("#", "seal")]
    assert len(rows) > 4000
    pages: dict[Path, set[str]] = {}
    lost = []
    for row in rows:
        path, _, fragment = row.partition("#")
        file = moved / url(path) / "index.html"
        if file not in pages:
            pages[file] = {e.attributes["id"] for e in tree(file).each() if "id" in e.attributes}
        # What was on a page that was retired is told of by that page.
        lost += [row] if fragment and path not in RETIRED and fragment not in pages[file] else []
    assert lost == []


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_short_address_leads_to_its_page(site, guide, serve, open_page, script):
    server = serve(site)
    page = open_page(f"{server.url}/{guide.short[DOOR]}", script=script, ready=False)
    page.wait_for_url(f"{server.url}/{DOOR}/")
    assert page.locator("h1").inner_text() == guide.practices[DOOR].title
