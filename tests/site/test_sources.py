"""The list of every source: who rests on each, as front matter and texts have it, and the same as open data."""

import json
import re
import warnings
from collections import defaultdict
from pathlib import Path

import pytest
import yaml
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from pages import Element, target, tree

from macros.english import typographic
from tests.conftest import ROOT, SERVICES, Own

DOCS = ROOT / "docs"
LIST = "reference/sources/index.html"
NO_SOURCE = {"editorial", "local"}
REGISTER = {source["id"]: source for source in yaml.safe_load((DOCS / "data/sources.yml").read_text("utf-8"))}
# The kinds of source under each heading of the list.
HEADINGS = {
    "law": {"law", "code"},
    "guidelines": {"guideline"},
    "research": {"meta-analysis", "study"},
    "books": {"book"},
    "web": {"web"},
}


def data(name: str):
    return yaml.safe_load((DOCS / "data" / name).read_text("utf-8"))


def written() -> dict[str, set[str]]:
    """What rests on each source, as the files have it: `page#place`, or the page where it is no step or check that does."""
    found = defaultdict(set)
    for file in DOCS.glob("*/*.md"):
        path = file.relative_to(DOCS).as_posix().removesuffix(".md")
        _, facts, body = file.read_text("utf-8").split("---\n", 2)
        facts = yaml.safe_load(facts)
        steps = facts.get("checklist", {}).get("steps", []) + facts.get("checks", [])
        whole = {id_ for must in facts.get("must", []) for id_ in must["sources"]}
        whole |= {
            id_ for call in re.findall(r"\bcite\((.*?)\)", body) for id_ in re.findall(r'"(.*?)"', call)
        }
        for step in steps:
            for id_ in step.get("sources", []):
                found[id_].add(f"{path}#{step['id']}")
        for id_ in whole - {id_ for step in steps for id_ in step.get("sources", [])}:
            found[id_].add(path)
    for term in data("glossary.yml"):
        for id_ in term["sources"]:
            found[id_].add(f"reference/glossary#{term['id']}")
    for clash in data("source-text.yml")["clashes"]:
        for id_ in clash.get("sources", []):
            found[id_].add("reference/origins#clashes")
    for region in data("contacts.yml"):
        for contact in region["contacts"]:
            for id_ in contact["sources"]:
                found[id_].add("reference/contacts")
    return {id_: places for id_, places in found.items() if id_ not in NO_SOURCE}


def shown(folder: Path) -> dict[str, set[str]]:
    """What rests on each source, as the pages of a site show it at their steps, checks and terms and in their lists."""
    found = defaultdict(set)
    for side in ("sessions", "relationships", "shared", "letters", "reference"):
        for file in folder.glob(f"{side}/*/index.html"):
            page, path = tree(file), file.parent.relative_to(folder).as_posix()
            under_steps = defaultdict(set)
            for step in page.each("li", class_="step"):
                for link in step.each("a", class_="source"):
                    under_steps[link.attributes["href"][1:]].add(f"{path}#{step.attributes['id']}")
            for references in page.each("ol", class_="references"):
                for item in references.each("li"):
                    id_ = item.attributes["id"]
                    found[id_.removeprefix("source-")] |= under_steps[id_] or {path}
    names = {entry.one("span", class_="text").text: id_ for id_, entry in entries(folder).items()}
    for file in folder.glob("course/*/index.html"):
        for check in tree(file).each("ew-knowledge-check"):
            place = f"{file.parent.relative_to(folder).as_posix()}#{check.one('div', role='group').attributes['id']}"
            for cite in check.each("cite"):
                found[names[cite.text]].add(place)
    for term in tree(folder / "reference/glossary/index.html").one("dl", class_="glossary").each("div"):
        for name in term.each("span", translate="no"):
            found[names[name.text]].add(f"reference/glossary#{term.attributes['id']}")
    return found


def entries(folder: Path) -> dict[str, Element]:
    """The entries of the list of sources, by the ids of their sources."""
    items = tree(folder / LIST).one("div", class_="sources").each("li")
    return {item.attributes["id"].removeprefix("source-"): item for item in items if "id" in item.attributes}


def leads(entry: Element, folder: Path, address: str) -> list[str]:
    """Where the links below `What rests on it` lead, in their order."""
    found = []
    for link in entry.one("details").each("a"):
        file, fragment = target(folder, address, LIST, link.attributes["href"])
        path = file.parent.relative_to(folder).as_posix()
        found.append(f"{path}#{fragment}" if fragment else path)
    return found


@pytest.fixture(params=sorted(folder.name for folder in SERVICES.iterdir() if folder.is_dir()))
def own(request, service) -> Own:
    """The guide as each of the practices runs it."""
    return service(request.param)


def test_each_entry_lists_exactly_what_rests_on_it(site, site_url):
    listed = {id_: leads(entry, site, site_url) for id_, entry in entries(site).items()}
    assert {id_: set(places) for id_, places in listed.items()} == written()
    assert [id_ for id_, places in listed.items() if len(places) > len(set(places))] == []


def test_each_entry_of_a_service_lists_exactly_what_its_pages_show(own):
    gathering = {"reference/origins#clashes", "reference/contacts"}
    listed = {
        id_: set(leads(entry, own.folder, own.guide.address)) - gathering
        for id_, entry in entries(own.folder).items()
    }
    assert {id_: places for id_, places in listed.items() if places} == shown(own.folder)


def test_steps_and_checks_have_the_numbers_that_their_pages_give_them(site, site_url):
    numbers = {}
    for entry in entries(site).values():
        for link, place in zip(entry.one("details").each("a"), leads(entry, site, site_url), strict=True):
            numbers[place] = link.text.rpartition(" ")[2]
    for place, number in numbers.items():
        path, _, step = place.partition("#")
        if step and path not in ("reference/origins", "reference/glossary"):
            page = tree(site / path / "index.html")
            checks = [check.one("div", role="group") for check in page.each("ew-knowledge-check")]
            listed = [item.attributes["id"] for item in (*page.each("li", class_="step"), *checks)]
            assert listed.index(step) + 1 == int(number), place


def test_each_entry_says_what_the_source_is_how_far_it_was_read_and_what_it_says(site):
    for id_, entry in entries(site).items():
        source = REGISTER[id_]
        assert source["confidence"] != "unverified", id_
        assert typographic(" ".join(source["says"].split())) in entry.text, id_
        title = typographic(" ".join(source["title"].split()))[:30].translate(str.maketrans("“”", "‘’"))
        assert title in entry.one("span", class_="text").text, id_
        read = {"seen": "Seen", "secondary": "Read second-hand"}[source["confidence"]]
        assert entry.one("p", class_="quiet").text.endswith(read), id_
        address = f"https://doi.org/{source['doi']}" if "doi" in source else source.get("url")
        assert [link.attributes["href"] for link in entry.each("a", class_="go")] == [address] * bool(address)


def test_entries_stand_under_their_kind_and_by_name(site):
    for section in tree(site / LIST).one("div", class_="sources").each("section"):
        heading = section.attributes["aria-labelledby"]
        found = [item for item in section.each("li") if "id" in item.attributes]
        assert {REGISTER[i.attributes["id"].removeprefix("source-")]["kind"] for i in found} <= HEADINGS[
            heading
        ]
        names = [item.one("span", class_="text").text.casefold() for item in found]
        assert names == sorted(names)
    jumps = tree(site / LIST).one("div", class_="sources").one("nav")
    assert [link.attributes["href"] for link in jumps.each("a")] == [f"#{heading}" for heading in HEADINGS]


def test_what_nobody_read_is_named_nowhere(site):
    unread = [source for source in REGISTER.values() if source["confidence"] == "unverified"]
    text = (site / LIST).read_text("utf-8") + (site / "sources.json").read_text("utf-8")
    assert unread
    assert [source["id"] for source in unread if source["id"] in text or source["title"] in text] == []


def test_each_list_of_a_page_leads_to_the_entries(site, site_url):
    known = entries(site)
    for file in site.rglob("index.html"):
        for references in tree(file).each("ol", class_="references"):
            for item in references.each("li"):
                here = file.relative_to(site).as_posix()
                (says,) = (link for link in item.each("a") if link.text == "What it says")
                there = target(site, site_url, here, says.attributes["href"])
                assert there == (site / LIST, item.attributes["id"]), here
                assert item.attributes["id"].removeprefix("source-") in known


# ---- Open data

# What the schema of CSL-JSON allows, as far as this guide may need it: https://github.com/citation-style-language/schema
FIELDS = set(
    "type id categories language journalAbbreviation shortTitle author editor translator accessed issued abstract annote "
    "archive authority call-number chapter-number collection-title container-title DOI edition genre ISBN ISSN issue "
    "jurisdiction keyword medium note number number-of-pages page publisher publisher-place section source status title "
    "title-short URL version volume custom".split()
)
TYPES = set(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter dataset document entry hearing "
    "interview legal_case legislation manuscript pamphlet paper-conference post post-weblog regulation report review "
    "standard thesis treaty webpage".split()
)
NAMES = {"family", "given", "literal", "suffix", "dropping-particle", "non-dropping-particle"}


def check_items(folder: Path) -> None:
    items = json.loads((folder / "sources.json").read_text("utf-8"))
    assert {item["id"] for item in items} == set(entries(folder))
    for item in items:
        assert item.keys() <= FIELDS, item
        assert item["type"] in TYPES, item
        assert all(name.keys() <= NAMES and all(name.values()) for name in item["author"]), item
        ((year,),) = item["issued"]["date-parts"]
        assert isinstance(year, int)
        texts = (value for key, value in item.items() if key not in ("author", "issued"))
        assert all(isinstance(text, str) and text for text in texts), item
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library warns of fields of its own that it does not know
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
        for item in items:
            bibliography.register(Citation([CitationItem(item["id"])]))
        rendered = [str(entry) for entry in bibliography.bibliography()]
    assert len(rendered) == len(items)
    for item, entry in zip(items, rendered, strict=True):
        assert str(item["issued"]["date-parts"][0][0]) in entry
        assert re.sub(r"\W", "", item["title"])[:20] in re.sub(r"\W", "", entry)


def test_the_sources_are_csl_json_that_a_citation_library_renders(site):
    check_items(site)


def test_the_sources_of_a_service_are_csl_json_too(own):
    check_items(own.folder)


def test_the_page_says_how_to_take_the_list_along(site, site_url):
    whole = tree(site / LIST).one("div", class_="sources")
    (link,) = (link for link in whole.each("a") if "download" in link.attributes)
    assert target(site, site_url, LIST, link.attributes["href"])[0] == site / "sources.json"
    assert "choose Import in a reference manager" in whole.text
