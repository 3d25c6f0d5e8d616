"""A built page as the tests of links and requests see it: its ids, and the addresses that it names."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

# Attributes that hold an address; `srcset` holds several and is taken apart below.
ADDRESSES = {
    "href",
    "xlink:href",
    "src",
    "srcset",
    "poster",
    "data",
    "action",
    "formaction",
    "cite",
    "manifest",
}
# Links in the head that a browser never fetches by itself.
ONLY_NAMED = {"canonical", "alternate", "author", "license", "help", "prev", "next", "search", "bookmark"}
CSS_ADDRESS = re.compile(r"""url\(\s*(['"]?)(.*?)\1\s*\)|@import\s+(['"])(.*?)\3""")


@dataclass(frozen=True)
class Reference:
    address: str
    tag: str
    line: int
    fetched: bool
    """Whether a browser asks for it without anybody choosing to."""


@dataclass
class Page(HTMLParser):
    path: str
    """Below the site's folder, with slashes."""
    ids: list[str] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    _in_style: bool = False

    def __post_init__(self):
        super().__init__()

    def handle_starttag(self, tag, attrs):
        values = {name: value or "" for name, value in attrs}
        self._in_style = tag == "style"
        if "id" in values:
            self.ids.append(values["id"])
        named = (
            tag == "a"
            or tag == "cite"
            or (tag == "link" and set(values.get("rel", "").split()) <= ONLY_NAMED)
        )
        for name in ADDRESSES & values.keys():
            several = (
                [part.split()[0] for part in values[name].split(",")] if name == "srcset" else [values[name]]
            )
            for address in several:
                self._refer(address, tag, fetched=not named and name != "cite")
        if (
            tag == "meta"
            and values.get("http-equiv", "").lower() == "refresh"
            and "url=" in values["content"]
        ):
            self._refer(values["content"].split("url=", 1)[1].strip("'\""), "meta", fetched=True)
        self._refer_css(values.get("style", ""))

    def handle_data(self, data):
        if self._in_style:
            self._refer_css(data)

    def handle_endtag(self, tag):
        self._in_style = self._in_style and tag != "style"

    def _refer_css(self, css):
        for address in css_addresses(css):
            self._refer(address, "style", fetched=True)

    def _refer(self, address, tag, fetched):
        self.references.append(Reference(address.strip(), tag, self.getpos()[0], fetched))


def css_addresses(css):
    return [found[2] or found[4] for found in CSS_ADDRESS.finditer(css)]


def read(site):
    """Every page below the folder, by path."""
    pages = {}
    for file in sorted(site.rglob("*.html")):
        page = Page(file.relative_to(site).as_posix())
        page.feed(file.read_text(encoding="utf-8"))
        page.close()
        pages[page.path] = page
    return pages


def target(site: Path, site_url: str, page_path: str, address: str) -> tuple[Path, str] | None:
    """The file of the site and the fragment that `address` leads to from a page; None when it leads elsewhere."""
    whole = urlsplit(urljoin(urljoin(site_url, page_path), address))
    home = urlsplit(site_url)
    if (whole.scheme, whole.netloc) != (home.scheme, home.netloc) or not whole.path.startswith(home.path):
        return None
    file = site / unquote(whole.path.removeprefix(home.path))
    fragment = unquote(whole.fragment).split(":~:")[0]
    return (file / "index.html" if whole.path.endswith("/") else file), fragment
