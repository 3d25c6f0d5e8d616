"""Words to say, the glossary and the A to Z, as they are built: whole, light, and with no way that leads nowhere."""

import gzip
import re
from functools import cache

import pytest
from pages import Element, target, tree

WORDS, GLOSSARY, A_TO_Z = (f"reference/{name}/index.html" for name in ("words", "glossary", "a-z"))


@pytest.fixture
def leads(site, site_url):
    """`leads(page, link)` is the address that a link of a page leads to: `sessions/door-handle#stay-on`, where that is."""

    read = cache(tree)

    def to(page: str, link: Element) -> str:
        file, fragment = target(site, site_url, page, link.attributes["href"])
        assert not fragment or list(read(file).each(id=fragment)), link.attributes["href"]
        return f"{file.parent.relative_to(site).as_posix()}#{fragment}".rstrip("#")

    return to


def test_every_phrase_stands_once_and_leads_to_its_place(site, guide, leads):
    shown = [
        (leads(WORDS, item.one("a")), tuple(voice.text for voice in item.each("q")))
        for details in tree(site / WORDS).one("div", class_="phrases").each("details")
        for item in details.each("li")
    ]
    said = [
        (f"{path}#{id_}", voices)
        for path, practice in guide.practices.items()
        for id_, voices in (
            *((step.id, step.say) for step in practice.checklist.steps if step.say),
            *((said.id, (said.say, said.firmer) if said.firmer else (said.say,)) for said in practice.words),
        )
    ]
    assert said
    assert sorted(shown) == sorted((place, tuple(map(plain, voices))) for place, voices in said)


def plain(text: str) -> str:
    return " ".join(text.split())


def test_the_page_of_all_phrases_is_light(site):
    """Their words and places alone come to about 55 kilobytes."""
    assert len(gzip.compress((site / WORDS).read_bytes())) < 75 * 1024


def test_every_side_and_phase_can_be_jumped_to(site):
    whole = tree(site / WORDS)
    jumps = [link.attributes["href"] for link in whole.one("nav", class_="jump").each("a")]
    heads = [head for tag in ("h2", "h3") for head in whole.one("div", class_="phrases").each(tag)]
    assert sorted(jumps) == sorted(f"#{head.attributes['id']}" for head in heads)


def test_the_first_use_of_each_term_and_no_other_leads_to_its_entry(site, guide, leads):
    seen = {}
    for path in guide.practices:
        article = tree(site / path / "index.html").one("article")
        links = list(article.each("a", class_="term"))
        seen[path] = [leads(f"{path}/index.html", link).removeprefix("reference/glossary#") for link in links]
        assert len(set(seen[path])) == len(seen[path]), path
        order = list(article.each())
        why = order.index(article.one(id="why"))
        for link in links:
            assert order.index(link) > why, path
            around = {parent.tag for parent in parents(link)}
            assert not around & {"a", "h1", "h2", "h3", "code", "pre"}, (path, link.text)
    assert {id_ for ids in seen.values() for id_ in ids} == {term.id for term in guide.glossary}
    for id_, practices in guide.term_uses.items():
        assert {p.path for p in practices} == {path for path, ids in seen.items() if id_ in ids}, id_


def parents(element: Element) -> list[Element]:
    return [] if element.parent is None else [element.parent, *parents(element.parent)]


def test_every_term_leads_to_the_pages_that_use_it(site, guide, leads):
    entries = list(tree(site / GLOSSARY).one("dl").each("div"))
    assert sorted(entry.attributes["id"] for entry in entries) == sorted(term.id for term in guide.glossary)
    for entry in entries:
        practices = {leads(GLOSSARY, link) for item in entry.each("li") for link in item.each("a")}
        assert practices == {p.path for p in guide.term_uses[entry.attributes["id"]]}
        assert entry.one("dd").text, entry.attributes["id"]


def test_everything_stands_once_in_the_a_to_z(site, guide, leads):
    whole = tree(site / A_TO_Z)
    listed = [leads(A_TO_Z, link) for item in whole.each("section") for link in item.each("a")]
    pages = {path.removesuffix("/index") for path in guide.pages} - {"index", "reference/a-z"}
    terms = {f"reference/glossary#{term.id}" for term in guide.glossary}
    assert sorted(listed) == sorted({*guide.practices, *guide.letters, *guide.modules, *pages, *terms})
    for section in whole.one("div", class_="a-z").each("section"):
        letter = section.one("h2").text
        for link in section.each("a"):
            name = re.sub("^(An?|The) ", "", link.text)
            assert name.upper().startswith(letter), link.text


def test_home_and_every_foot_lead_to_them(site, leads):
    home = tree(site / "index.html")
    foot = {leads("index.html", link) for link in home.one("footer").one("nav").each("a")}
    assert {"reference/words", "reference/glossary", "reference/a-z"} <= foot
    assert "reference/words" in {leads("index.html", link) for link in home.one("article").each("a")}
