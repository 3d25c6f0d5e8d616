"""What can be framed alone: each is small, says whose it is, and is told of by oEmbed as its specification asks."""

import gzip
import json
import re
from urllib.parse import urlsplit

from pages import target, tree

from macros.publish.widgets import ANSWER, places
from macros.render.html import url
from tests.conftest import assets

LARGEST = 30_000  # bytes, packed, with its styles and its script
# https://oembed.com, 2.3.4: what every answer has, and what one of the type `rich` has as well.
NEEDED = {"type": str, "version": str, "html": str, "width": int, "height": int}
ALLOWED = {*NEEDED, "title", "author_name", "author_url", "provider_name", "provider_url", "cache_age", "thumbnail_url", "thumbnail_width", "thumbnail_height"}  # fmt: skip
FRAME = re.compile(
    r'<iframe src="([^"]+)" title="[^"]+" width="100%" height="(\d+)" loading="lazy" allow="clipboard-write"></iframe>'
)


def framed(guide):
    """Each page, and what of it can be framed."""
    return [(path, place) for path in (*guide.reviewed, *guide.pages) for place in places(path)]


def packed(file):
    return len(gzip.compress(file.read_bytes()))


def test_each_list_answer_and_letter_and_the_contacts_can_be_framed(guide, site):
    found = {file.parent.relative_to(site).as_posix() for file in site.glob("*/*/embed/**/index.html")}
    found -= {path for path in found if path.split("/embed")[0] in {r.from_ for r in guide.redirects}}
    assert found == {f"{path}/{place.below}" for path, place in framed(guide)}
    assert len(found) == 2 * len(guide.practices) + len(guide.letters) + 1


def test_each_is_small_kept_out_of_lists_and_names_its_page(guide, site, site_url):
    shared = assets(site) / "widgets"
    listed = (site / "sitemap.xml").read_text("utf-8") + (assets(site) / "search.json").read_text("utf-8")
    kept = [json.loads(file.read_text("utf-8")).get("pages", {}) for file in site.glob("offline/*.json")]
    assert [path for pages in kept for path in pages if "/embed/" in path] == []
    listed += (site / "offline-manifest.js").read_text("utf-8")
    assert "/embed/" not in listed.replace(
        "/components/embed/", ""
    )  # a script, by which modules show a practice
    assert "/widgets/" not in listed
    for path, place in framed(guide):
        file = site / path / place.below / "index.html"
        size = packed(file) + packed(shared / "widget.css") + packed(shared / f"{place.what}.js")
        assert size <= LARGEST, file
        page = tree(file)
        assert page.one("meta", name="robots").attributes["content"] == "noindex"
        assert page.one("link", rel="canonical").attributes["href"] == f"{site_url}{url(path)}"
        assert [one.text for one in page.each("h1")] == [guide.page(path).title]
        assert ("Not yet reviewed by a clinician" in page.text) is (path in guide.reviewed) or place is ANSWER


def test_oembed_says_what_its_specification_asks(guide, site, site_url):
    for path, place in framed(guide):
        here = f"{url(path)}{place.below}/"
        said = json.loads((site / here / "oembed.json").read_text("utf-8"))
        assert {key: type(said[key]) for key in NEEDED} == NEEDED
        assert said.keys() <= ALLOWED
        assert (said["type"], said["version"]) == ("rich", "1.0")
        assert said["title"] == guide.page(path).title
        address, height = FRAME.fullmatch(said["html"]).groups()
        assert int(height) == said["height"]
        assert address == f"{site_url}{here}"
        assert target(site, site_url, "", address)[0].is_file()
        assert said["provider_url"] == site_url


def test_each_page_that_can_be_framed_leads_to_what_oembed_says(guide, site, site_url):
    for path in (*guide.reviewed, *guide.pages):
        here = f"{url(path)}index.html"
        links = [
            one.attributes["href"] for one in tree(site / here).each("link", type="application/json+oembed")
        ]
        assert len(links) == bool(places(path)), path
        assert [
            link
            for link in links
            if not (urlsplit(link).scheme and target(site, site_url, here, link)[0].is_file())
        ] == []


def test_what_could_be_framed_of_a_page_that_moved_leads_on(guide, site):
    moved = [r.from_ for r in guide.redirects if "#" not in r.from_ and places(r.from_)]
    for old in moved:
        for place in places(old):
            page = tree(site / old / place.below / "index.html")
            assert page.one("h1").text in {"This page has moved", "This page is no longer here"}


def test_a_service_frames_its_own_words_and_pages(service):
    own = service("nz")
    assert (own.folder / "sessions" / "door-handle" / "embed" / "index.html").exists()
    for path in own.guide.hidden:
        for place in places(path):
            assert "This page has moved" in (own.folder / path / place.below / "index.html").read_text(
                "utf-8"
            )
    said = json.loads((own.folder / "sessions" / "door-handle" / "embed" / "oembed.json").read_text("utf-8"))
    assert (
        said["provider_name"]
        == tree(own.folder / "index.html").one("meta", name="application-name").attributes["content"]
    )
