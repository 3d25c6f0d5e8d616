"""The lists for other programs lead to what is on the built site: `llms.txt`, the feed, the inventory, the headings, JSON-LD."""

import gzip
import json
import re
import zlib
from urllib.parse import urljoin
from xml.etree import ElementTree as Xml

from pages import read, target, tree

from macros.headings import headings
from macros.render.html import url
from tests.conftest import ROOT

ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_list_for_programs_leads_to_files_of_the_site(site, site_url):
    links = re.findall(r"\]\((\S+?)\)", (site / "llms.txt").read_text("utf-8"))
    there = [target(site, site_url, "", link) for link in links]
    assert len(there) > 140
    assert [link for link, found in zip(links, there, strict=True) if found and not found[0].is_file()] == []


def test_each_page_names_the_feed_and_the_feed_its_pages(site, site_url):
    for file in sorted(site.rglob("*.html")):
        named = list(tree(file).each("link", rel="alternate", type="application/atom+xml"))
        if file.name != "404.html" and 'content="noindex"' not in file.read_text("utf-8"):
            (link,) = named
            assert (
                target(site, site_url, file.relative_to(site).as_posix(), link.attributes["href"])[0]
                == site / "changes.atom"
            )
    root = Xml.parse(site / "changes.atom").getroot()
    addresses = [link.get("href") for link in root.iter(f"{ATOM}link") if link.get("rel") != "license"]
    assert len(addresses) > 200
    assert [address for address in addresses if not target(site, site_url, "", address)[0].is_file()] == []


def test_every_name_of_the_inventory_leads_to_its_place(site, site_url):
    ids = {path: set(page.ids) for path, page in read(site).items()}
    lines = zlib.decompress((site / "objects.inv").read_bytes().split(b"\n", 4)[4]).decode().splitlines()
    kinds, lost = set(), []
    for line in lines:
        name, kind, place = re.fullmatch(r"(.+?) (std:\w+) -1 (\S+) .+", line).groups()
        kinds.add(kind)
        file, fragment = target(site, site_url, "", urljoin(site_url, place))
        if fragment and fragment not in ids[file.relative_to(site).as_posix()]:
            lost.append(name)
    assert kinds == {"std:doc", "std:label", "std:term"}
    assert lost == []


def test_the_headings_of_each_text_are_those_of_its_page(site, guide):
    assert sum(len(headings(guide.page(path).body)) for path in guide.practices) > 500
    for path in (*guide.reviewed, *guide.pages):
        page = tree(site / url(path) / "index.html")
        said = {
            h.attributes["id"]: h.text
            for level in ("h2", "h3", "h4")
            for h in page.each(level)
            if "id" in h.attributes
        }
        found = headings(guide.page(path).body)
        assert found.items() <= said.items(), path


MOST = 1200  # bytes, packed, that it may add to a page


def test_each_practice_says_what_it_is_in_few_bytes(site, guide):
    block = re.compile(r'<script type="application/ld\+json">(.*?)</script>')
    for file in sorted(site.rglob("*.html")):
        html = file.read_text("utf-8")
        path = file.parent.relative_to(site).as_posix()
        if path not in guide.practices:
            assert not block.search(html), file
            continue
        (said,) = block.findall(html)
        step = tree(file).each("li", class_="step")
        assert [each["url"].partition("#")[2] for each in json.loads(said)["step"]] == [
            li.attributes["id"] for li in step
        ]
        added = len(gzip.compress(html.encode())) - len(gzip.compress(block.sub("", html).encode()))
        assert added <= MOST, file


def test_what_the_page_for_wiki_editors_names_is_there(site, site_url):
    """Each file at the top of the site, each address in an example, and each name of the inventory."""
    said = (ROOT / "docs" / "reference" / "linking.md").read_text("utf-8")
    files = set(re.findall(r"`([\w.]+\.(?:json|inv|txt|atom))`", said))
    assert files == {
        "guide.json",
        "guide.schema.json",
        "objects.inv",
        "llms.txt",
        "sources.json",
        "changes.atom",
    }
    assert [name for name in files if not (site / name).is_file()] == []
    ids = {path: set(page.ids) for path, page in read(site).items()}
    addresses = set(re.findall(r"https://guide\.example/([\w/.#-]*[\w/])", said))
    assert len(addresses) > 1
    for address in addresses:
        file, fragment = target(site, site_url, "", urljoin(site_url, address))
        assert file.is_file(), address
        assert not fragment or fragment in ids[file.relative_to(site).as_posix()], address
    lines = zlib.decompress((site / "objects.inv").read_bytes().split(b"\n", 4)[4]).decode().splitlines()
    names = {tuple(re.match(r"(.+?) (std:\w+) ", line).groups()) for line in lines}
    kinds = {"doc": "std:doc", "ref": "std:label", "term": "std:term"}
    named = re.findall(r":(\w+):`guide:([^`]+)`", said)
    assert len(named) == len(kinds)
    assert [
        name for role, name in named if not {(name, kinds[role]), (name.capitalize(), kinds[role])} & names
    ] == []
