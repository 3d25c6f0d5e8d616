"""Each page of the built site names its twin in Markdown, whose links lead to places that are there."""

import re
from urllib.parse import urljoin

from pages import read, target, tree

USED_ON_THE_PAGE = "This part is for use on the page itself."
LINK = re.compile(r"\]\((\S+?)\)|<(https?://[^>\s]+)>")


def alternates(file, type_):
    links = tree(file).each("link", rel="alternate", type=type_)
    return [link.attributes["href"] for link in links]


def test_each_page_names_its_twin(site):
    moved = re.compile('name="robots" content="noindex"')
    for file in sorted(site.rglob("*.html")):
        if file.name == "404.html" or moved.search(file.read_text("utf-8")):
            assert alternates(file, "text/markdown") == []
        else:
            assert alternates(file, "text/markdown") == ["index.md"], file
            title = tree(file).one("h1").text
            said = file.with_name("index.md").read_text("utf-8")
            assert file.parent == site or said.startswith(f"# {title}\n"), file


def test_every_link_of_a_twin_leads_somewhere(site, site_url):
    ids = {path: set(page.ids) for path, page in read(site).items()}
    wrong = []
    for file in sorted(site.rglob("*.md")):
        here = urljoin(site_url, file.parent.relative_to(site).as_posix().removeprefix(".") + "/")
        for found in LINK.finditer(file.read_text("utf-8")):
            there = target(site, site_url, "", found[1] or found[2])
            if (there and not there[0].is_file()) or (
                there
                and there[1]
                and there[0].suffix == ".html"
                and there[1] not in ids[there[0].relative_to(site).as_posix()]
            ):
                wrong.append(f"{here}: {found[0]}")
    assert wrong == []


def test_a_twin_says_what_its_page_says(site):
    """Each step, each spoken line and each heading of the page stands in it, but for what works on the page alone."""
    for file in sorted(site.glob("*/*/index.html")):
        page, said = tree(file), file.with_name("index.md").read_text("utf-8")
        if USED_ON_THE_PAGE in said:
            continue
        said = words(said)
        spoken = [*page.each("span", class_="do"), *page.each("blockquote", class_="say")]
        lines = [line for part in spoken for line in part.own_text.splitlines()]
        lines += [
            heading.text
            for level in ("h2", "h3")
            for heading in page.each(level)
            if heading.attributes.get("id") != "end"  # how far one is, which the page alone knows
        ]
        assert [line for line in lines if words(line) not in said] == [], file


def words(text):
    """A text without any signs."""
    return " ".join(re.findall(r"\w+", text))
