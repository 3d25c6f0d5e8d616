"""The lists by which other programs find a way in: `llms.txt`, the feed of changes, the inventory of addresses."""

import re
import zlib
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as Xml

import pytest
from author import ADDRESS, TODAY, Author
from markdown import Markdown

from macros.guide import Guide
from macros.headings import headings
from macros.publish import beside_pages
from macros.publish.feed import FEED, feed
from macros.publish.inventory import inventory
from macros.publish.llms import DATA, llms
from macros.render.reviews import CODE

COMPONENTS = Path(__file__).parents[2] / "overrides" / "components"
ATOM = "{http://www.w3.org/2005/Atom}"
# As Sphinx reads each line: https://github.com/sphinx-doc/sphinx/blob/master/sphinx/util/inventory.py
ENTRY = re.compile(r"(.+?)\s+(\S*:\S*)\s+(-?\d+)\s+(\S+)\s+(.*)")


# ---- llms.txt


def test_the_list_for_programs_has_the_form_that_its_convention_asks_for(author: Author) -> None:
    lines = [line for line in llms(author.guide(), "Good endings").splitlines() if line]
    assert lines[0] == "# Good endings"
    assert lines[1] == "> How to end a session, and the work."
    first = next(n for n, line in enumerate(lines) if line.startswith("## "))
    for line in lines[first:]:
        assert re.fullmatch(r"## .+|- \[[^]]+\]\(https://guide\.example/[^)\s]+\): .+", line), line
    assert lines[-1 - len(DATA)] == "## Optional"


def test_the_list_for_programs_leads_to_every_page_that_is_read(author: Author) -> None:
    guide = author.guide()
    said = llms(guide, "A guide")
    for path in (*guide.reviewed, "course/index", "reference/map"):
        assert f"({ADDRESS}{path.removesuffix('/index')}/index.md): " in said


def test_the_list_for_programs_speaks_as_the_service_does(author: Author) -> None:
    guide = author.edits("""
    service
    sessions/door.md
    - title: What do I do at the door?
    + title: What does a client do at the door?
    """).guide()
    at = "https://guide.house.example/endings/sessions/door/index.md"
    assert f"- [What does an applicant do at the door?]({at}): " in llms(guide, "Good endings")


# ---- The feed of changes


def wrong(text: str) -> list[str]:
    """What RFC 4287 finds wrong with a feed."""
    root = Xml.fromstring(text)
    found = [] if root.tag == f"{ATOM}feed" else ["no feed"]
    ids = [id_.text for id_ in root.iter(f"{ATOM}id")]
    found += [f"{id_} stands twice" for id_ in {*ids} if ids.count(id_) > 1]
    for place in (root, *root.iter(f"{ATOM}entry")):
        for tag in ("id", "title", "updated"):
            texts = [each.text or "" for each in place.findall(f"{ATOM}{tag}")]
            found += [] if len(texts) == 1 and texts[0].strip() else [f"{len(texts)} of {tag}"]
        id_ = urlsplit(place.findtext(f"{ATOM}id") or "")
        found += [] if id_.scheme and (id_.netloc or id_.path) else [f"no IRI: {id_}"]
        day = place.findtext(f"{ATOM}updated") or ""
        try:
            found += [] if datetime.fromisoformat(day).tzinfo else [f"no zone: {day}"]
        except ValueError:
            found.append(f"no day: {day}")
        kinds = [
            (link.get("rel"), link.get("type"), link.get("hreflang"))
            for link in place.findall(f"{ATOM}link")
            if link.get("rel") == "alternate"
        ]
        found += ["the same kind of alternate twice"] if len({*kinds}) < len(kinds) else []
        found += [
            f"relative: {link.attrib}"
            for link in place.findall(f"{ATOM}link")
            if not urlsplit(link.get("href")).netloc
        ]
    found += [] if root.find(f"{ATOM}author/{ATOM}name") is not None else ["no author"]
    found += [] if root.find(f"{ATOM}link[@rel='self']") is not None else ["no link to itself"]
    found += (
        ["an entry without text or link"]
        if any(
            entry.find(f"{ATOM}link[@rel='alternate']") is None and entry.find(f"{ATOM}content") is None
            for entry in root.iter(f"{ATOM}entry")
        )
        else []
    )
    return found


def changed(guide: Guide, days: dict[str, tuple[date, str | None]]) -> Guide:
    """The guide with these days of change, and what changed, in the place of its own."""
    rows = [
        c.model_copy(update=dict(zip(("changed", "what"), days[c.page], strict=True)))
        for c in guide.changes
        if c.page in days
    ]
    return replace(guide, changes=tuple(rows))


def test_the_feed_is_valid_and_tells_of_the_newest_change_first(author: Author) -> None:
    days = {
        "shared/plan": (date(2024, 2, 3), "It's shorter."),
        "sessions/door": (date(2024, 2, 29), "Safety <first>."),
        "letters/thanks": (date(2024, 2, 3), "It is warmer."),
        "relationships/goodbye": (TODAY, None),
    }
    text = feed(changed(author.guide(), days), "A guide")
    assert wrong(text) == []
    root = Xml.fromstring(text)
    assert root.findtext(f"{ATOM}updated") == "2024-03-01T00:00:00Z"
    assert [
        (e.findtext(f"{ATOM}title"), e.findtext(f"{ATOM}summary")) for e in root.iter(f"{ATOM}entry")
    ] == [
        ("What do I do at the door?", "Safety <first>."),
        ("After a good ending", "It is warmer."),
        ("How do we make a plan?", "It's shorter."),
    ]
    entry = root.find(f"{ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{ATOM}id") == "tag:guide.example,2024-02-29:/sessions/door"
    assert [link.get("href") for link in entry.findall(f"{ATOM}link")] == [
        f"{ADDRESS}sessions/door/",
        f"{ADDRESS}sessions/door/index.md",
    ]
    assert root.find(f"{ATOM}link[@rel='self']").get("href") == f"{ADDRESS}{FEED}"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("was", "now", "mistake"),
    [
        (r"<updated>.*?</updated>", "", "0 of updated"),
        (r"T00:00:00Z", "", "no zone: 2024-03-01"),
        (r"<id>tag:.*?</id>", "<id>door</id>", "no IRI"),
        (r"<id>tag:.*?</id>", "<id>tag:a,2024:b</id>", "tag:a,2024:b stands twice"),
        (r"<author>.*?</author>", "", "no author"),
        (r'<link rel="self".*?/>', "", "no link to itself"),
        (r"https://guide\.example/sessions/door/index\.md", "index.md", "relative"),
    ],
)
def test_a_mistake_in_a_feed_would_be_seen(author: Author, was: str, now: str, mistake: str) -> None:
    text = feed(author.guide(), "A guide")
    assert wrong(text) == []
    broken = re.sub(was, now, text, flags=re.DOTALL)
    assert broken != text
    assert any(mistake in each for each in wrong(broken))


def test_the_feed_of_a_service_is_its_own_and_tells_of_no_hidden_page(author: Author) -> None:
    guide = author.edits("service").guide()
    text = feed(guide, "Good endings")
    assert wrong(text) == []
    assert "<name>The House</name>" in text
    assert "<id>tag:guide.house.example,2024-03-01:/endings/sessions/door</id>" in text
    assert "relationships/goodbye" not in text


def test_a_guide_without_an_address_of_its_own_has_no_feed(author: Author) -> None:
    made = beside_pages(author.guide(), "A guide", "v/abc/", COMPONENTS)
    assert FEED in made
    nowhere = beside_pages(
        author.edits("""
    mkdocs.yml
    - site_url: https://guide.example/
    + site_description: A guide
    """).guide(),
        "A guide",
        "v/abc/",
        COMPONENTS,
    )
    assert nowhere.keys() == {name for name in made if name != FEED and not name.endswith(CODE)}


# ---- The inventory of addresses


def entries(made: bytes) -> dict[tuple[str, str], tuple[str, str]]:
    """What an inventory holds, as Sphinx reads it: the address and the title of each name."""
    *head, rest = made.split(b"\n", 4)
    assert head[0] == b"# Sphinx inventory version 2"
    assert head[1].startswith(b"# Project: ")
    assert head[2].startswith(b"# Version: ")
    assert b"zlib" in head[3]
    lines = zlib.decompress(rest).decode().splitlines()
    found = [ENTRY.fullmatch(line) for line in lines]
    assert all(found), "a line that Sphinx would leave out"
    named = {(m[2], m[1]): (m[4], m[5]) for m in found if m}
    assert len(named) == len(lines), "a name that stands twice"
    return named


def test_the_inventory_names_pages_places_and_terms(author: Author) -> None:
    guide = author.guide()
    named = entries(inventory(guide, "A guide"))
    assert named["std:doc", "index"] == ("./", "A guide")
    assert named["std:doc", "sessions/index"] == ("sessions/", "Ending a session")
    assert named["std:doc", "sessions/door"] == ("sessions/door/", "What do I do at the door?")
    labels = {
        "letters/thanks": ("letters/thanks/", "After a good ending"),
        "sessions/door#stay": ("sessions/door/#stay", "Stay where you are."),
        "sessions/door#too-big": ("sessions/door/#too-big", "The client goes on"),
        "sessions/door#why": ("sessions/door/#why", "Why"),
        "course/first-day#what-first": ("course/first-day/#what-first", "What comes first?"),
        "course/first-day#door": ("course/first-day/#door", "What do I do at the door?"),
        "reference/sources#source-knox": ("reference/sources/#source-knox", "Sources"),
        "reference/shared-rules#never-alone": (
            "reference/shared-rules/#never-alone",
            "Do not write a plan alone.",
        ),
    }
    assert {name: named["std:label", name] for name in labels} == labels
    assert named["std:term", "plans"] == ("reference/glossary/#plan", "plans")
    assert {("std:label", row) for row in guide.identities if "#" in row} <= named.keys()


def test_the_inventory_speaks_as_the_service_does_and_keeps_names_and_addresses(author: Author) -> None:
    guide = author.edits("""
    service
    sessions/door.md
    - ## Why {#why}
    + ## Clients and why {#client-why}
    +
    + ## Why {#why}
    """).guide()
    named = entries(inventory(guide, "Good endings"))
    assert named["std:label", "sessions/door#client-why"] == (
        "sessions/door/#client-why",
        "Applicants and why",
    )
    assert ("std:doc", "relationships/goodbye") not in named


# ---- Headings


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("## Why {#why}", {"why": "Why"}),
        (
            "# A `code` and *more*\n\ntext\n### [Link](to.md#x) now",
            {"a-code-and-more": "A code and more", "link-now": "Link now"},
        ),
        ("## It isn’t “so”", {"it-isnt-so": "It isn’t “so”"}),
        ("## Now\n\n## Now\n\n## Then {#now_1}", {"now": "Now", "now_2": "Now", "now_1": "Then"}),
        ("```\n# no heading\n```\n# one\n    # none\n## Two", {"one": "one", "two": "Two"}),
        ("no heading # at all", {}),
    ],
)
def test_the_headings_of_a_text_have_the_ids_that_markdown_gives_them(
    text: str, found: dict[str, str]
) -> None:
    assert headings(text) == found
    builder = Markdown(extensions=["attr_list", "toc", "fenced_code"])
    html = builder.convert(text)
    assert {*re.findall(r'<h\d id="([^"]+)"', html)} == {*found}
