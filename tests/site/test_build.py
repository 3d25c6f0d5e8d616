"""The build is quiet, the same every time, small, and names nothing that a browser would ask another host for."""

import hashlib
import re
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as Xml

import material
import pytest
from pages import css_addresses, read

from macros.publish.styles import classes_in, stylesheet
from macros.publish.widgets import places
from macros.render.html import url
from tests.conftest import ROOT, assets, build_elsewhere

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LARGEST = 700_000  # bytes; what search knows of every page is the largest, and is fetched only when someone searches
THEME_STYLES = "templates/assets/stylesheets/main.*.min.css"
TOGETHER = "offline/"  # where the pages of a folder are one file, which have a budget of their own
# Names of languages, never asked for: XML's namespaces are addresses in form only.
NAMES = {"www.w3.org", "schemas.openxmlformats.org"}
ADDRESS = re.compile(r"""(?:https?:)?//[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s"'`)<>]*""", re.IGNORECASE)


def digests(folder):
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files
    }


def test_the_build_warns_of_nothing(build_log):
    assert build_log == []


@pytest.mark.parametrize("builder", ["mkdocs", "properdocs"])
def test_the_same_source_gives_the_same_bytes(builder, built, tmp_path):
    """Whichever builds it, and both on one day: midnight may lie between the two builds."""
    again, _ = build_elsewhere(tmp_path, builder=builder, SOURCE_DATE_EPOCH=str(built.began))
    first, again = digests(built.folder), digests(again)
    assert sorted(again) == sorted(first)
    assert [path for path in first if first[path] != again[path]] == []


def test_the_sitemap_tells_the_day_on_which_each_text_last_changed(site, site_url, guide):
    """And none for a page whose days nobody writes down."""
    listed = Xml.parse(site / "sitemap.xml").getroot()
    days = {each.findtext(f"{MAP}loc"): each.findtext(f"{MAP}lastmod") for each in listed}
    assert days == {
        f"{site_url}{url(path)}": str(change.changed) if (change := guide.change_of(path)) else None
        for path in (*guide.reviewed, *guide.pages)
    }


# What lies in the site beside the pages: made by the build, or taken from the theme. All else is a stray.
MADE = """
    404.html changes.atom guide.json guide.schema.json llms.txt objects.inv offline-manifest.js reviews.csv sitemap.xml sitemap.xml.gz sources.json
    sw.js
""".split()
THEME = re.compile(
    r"assets/(?:icon|logo)\.svg|assets/share/(?:guide|sessions|relationships|shared)\.png|v/[a-p]{12}/(?:guide\.css|search\.json|redirect\.js"
    r"|widgets/(?:widget\.css|(?:list|answer|letter|contacts)\.js)"
    r"|components/[\w-]+/(?:[\w-]+\.js|vendor/[\w-]+(?:\.js|\.LICENSE\.txt)))"
)


def strays(site, guide):
    """The files of the built site that nobody can answer for."""
    pages = {*guide.reviewed, *guide.pages, *guide.hidden}
    pages |= {redirect.from_ for redirect in guide.redirects if "#" not in redirect.from_}
    folders = {url(path) for path in pages}
    framed = {f"{url(page)}{place.below}/" for page in pages for place in places(page)}
    known = {*MADE, *(f"{folder}{file}" for folder in framed for file in ("index.html", "oembed.json"))}
    known |= {f"{folder}index.{form}" for folder in folders for form in ("html", "md")}
    known |= {f"{short}/index.html" for short in guide.short.values()}
    known |= {f"{guide.short[path]}/code.svg" for path in guide.practices}
    known |= {f"offline/{folder}.json" for folder in ("common", *(path.split("/")[0] for path in pages))}
    files = (file.relative_to(site).as_posix() for file in site.rglob("*") if not file.is_dir())
    return sorted(path for path in files if path not in known and not THEME.fullmatch(path))


def test_every_file_is_a_page_or_known(site, guide):
    assert strays(site, guide) == []


@pytest.mark.parametrize("name", ["nz", "us"])
def test_every_file_of_a_service_is_a_page_or_known(service, name):
    own = service(name)
    assert strays(own.folder, own.guide) == []


STRAYS = [
    "client-list.xlsx", "sessions/client-list.xlsx", "sessions/door-handle/old.html", "sessions/door-handle.md.orig",
    "Thumbs.db", "v/abcdefghijkl/components/answer/notes.js.bak", "components/answer/notes.js", "assets/photo.jpg", "data/contacts.yml", "old/index.html",
]  # fmt: skip


def test_a_stray_file_would_be_seen(guide, tmp_path):
    for path in STRAYS:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("Names and numbers")
    assert strays(tmp_path, guide) == sorted(STRAYS)


def test_no_file_is_large(site):
    large = {
        file.relative_to(site).as_posix(): file.stat().st_size for file in site.rglob("*") if file.is_file()
    }
    assert {p: size for p, size in large.items() if size > LARGEST and not p.startswith(TOGETHER)} == {}


def test_the_styles_hold_all_that_a_page_uses_of_the_theme(site):
    """They are made before the pages are: no class may come into a page later."""
    theme = [file.read_text("utf-8") for file in Path(material.__file__).parent.glob(THEME_STYLES)]
    assert len(theme) == 1
    classes = {name for file in site.rglob("*.html") for name in classes_in(file.read_text("utf-8"))}
    styles = stylesheet(theme, ROOT / "overrides" / "components", classes)
    assert (assets(site) / "guide.css").read_text("utf-8") == styles


def test_no_page_holds_what_the_theme_has_for_its_own_script(site):
    left = re.compile("md-toggle|md-overlay|md-dialog|__config|md-skip")
    assert [page for page in read(site) if left.search((site / page).read_text("utf-8"))] == []


def test_pages_ask_no_other_host(site, site_url):
    """Whatever a page fetches is named relative to it: a copy of the site elsewhere works alone."""
    asked = [
        f"{page.path}:{reference.line}: {reference.address}"
        for page in read(site).values()
        for reference in page.references
        if reference.fetched and urlsplit(reference.address).netloc
    ]
    assert asked == []


def test_styles_ask_no_other_host(site):
    asked = [
        f"{file.relative_to(site)}: {address}"
        for file in sorted(site.rglob("*.css"))
        for address in css_addresses(file.read_text(encoding="utf-8"))
        if urlsplit(address).netloc
    ]
    assert asked == []


def test_scripts_name_no_other_host(site):
    """Comments are left alone: a licence may say where it comes from."""
    comment = re.compile(r"/\*.*?\*/|(?<![:\"'`])//[^\n]*", re.DOTALL)
    named = [
        f"{file.relative_to(site)}: {found[0]}"
        for file in sorted({*site.rglob("*.js"), *site.rglob("*.mjs")})
        for found in ADDRESS.finditer(comment.sub("", file.read_text(encoding="utf-8")))
        if urlsplit(found[0]).hostname not in NAMES
    ]
    assert named == []
