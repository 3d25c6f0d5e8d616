"""A built page as the tests see it: its ids and the addresses that it names, its elements, and what it says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
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
    _base: str = ""

    def __post_init__(self):
        super().__init__()

    def handle_starttag(self, tag, attrs):
        values = {name: value or "" for name, value in attrs}
        self._in_style = tag == "style"
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "base":
            self._base = urljoin(f"/{self.path}", values["href"])
            return
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
        address = urljoin(self._base, address.strip())
        if self._base and address.startswith("/"):
            address = "../" * self.path.count("/") + address[1:]  # wherever the site lives
        self.references.append(Reference(address, tag, self.getpos()[0], fetched))


def css_addresses(css):
    return [found[2] or found[4] for found in CSS_ADDRESS.finditer(css)]


def read(site):
    """Every page below the folder, by path."""
    return {
        path: _read(file, path, file.stat().st_mtime_ns)
        for file in sorted(site.rglob("*.html"))
        for path in [file.relative_to(site).as_posix()]
    }


@cache
def _read(file, path, _written):
    page = Page(path)
    page.feed(file.read_text(encoding="utf-8"))
    page.close()
    return page


def target(site: Path, site_url: str, page_path: str, address: str) -> tuple[Path, str] | None:
    """The file of the site and the fragment that `address` leads to from a page; None when it leads elsewhere."""
    whole = urlsplit(urljoin(urljoin(site_url, page_path), address))
    home = urlsplit(site_url)
    if (whole.scheme, whole.netloc) != (home.scheme, home.netloc) or not whole.path.startswith(home.path):
        return None
    file = site / unquote(whole.path.removeprefix(home.path))
    fragment = unquote(whole.fragment).split(":~:")[0]
    return (file / "index.html" if whole.path.endswith("/") else file), fragment


# Elements with no end tag.
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
# Elements that stand within a line of text.
INLINE = frozenset("a b br cite code em ew-copy i q samp span strong".split())
# What is no text of the guide's own: programs, and what a template marks with HTML's `translate="no"`, such as a quotation.
NOT_ITS_OWN = frozenset({"script", "style", "code", "pre", "samp"})
# Attributes that people hear or read, or that a script says for the page.
SPOKEN = re.compile(
    r"aria-label|alt|title|placeholder|label|data-(?:copy|(?:\w+-)?copied|automatic|light|dark)"
)


@dataclass(eq=False)
class Element:
    """An element of a page, with the texts and elements in it. Once it is read, it does not change."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    parent: "Element | None" = None
    inside: "list[Element | str]" = field(default_factory=list)

    def each(self, tag: str = "", **attributes: str) -> "Iterator[Element]":
        """This element and all below it, in their order, or those with a tag and with words in attributes.

        `each("li", class_="step", data_side="sessions")`
        """
        asked = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        for one in self._all:
            if tag in ("", one.tag) and all(v in one.attributes.get(n, "").split() for n, v in asked.items()):
                yield one

    @cached_property
    def _all(self) -> "list[Element]":
        """This element and all below it, in their order."""
        found, left = [], [self]
        while left:
            found.append(one := left.pop())
            left += [part for part in reversed(one.inside) if isinstance(part, Element)]
        return found

    def one(self, tag: str = "", **attributes: str) -> "Element":
        """The only one that `each` finds."""
        (found,) = self.each(tag, **attributes)
        return found

    @cached_property
    def text(self) -> str:
        """The text in it, with single blanks."""
        return " ".join(self._text(every=True).split())

    @cached_property
    def own_text(self) -> str:
        """What it says in the guide's own words, spoken attributes included: a line for each block, `…` for all the rest."""
        lines = (" ".join(line.split()) for line in self._text(every=False).splitlines())
        return "\n".join(filter(None, lines))

    @property
    def is_own(self) -> bool:
        return self.tag not in NOT_ITS_OWN and self.attributes.get("translate") != "no"

    def _text(self, *, every: bool) -> str:
        if not (every or self.is_own):
            return "…"
        parts = [
            re.sub(r"\s", " ", part) if isinstance(part, str) else part._text(every=every)
            for part in self.inside
        ]
        text = "".join(parts) if self.tag in INLINE else "\n" + "".join(parts) + "\n"
        return text if every else "".join([text, *(f"\n{said}\n" for said in self._said())])

    def _said(self) -> Iterator[str]:
        for name, value in self.attributes.items():
            if SPOKEN.fullmatch(name) or (name == "content" and self.attributes.get("name") == "description"):
                yield value


class _Builder(HTMLParser):
    def __init__(self):
        super().__init__()
        self.here = Element("")

    def handle_starttag(self, tag, attrs):
        element = Element(tag, {name: value or "" for name, value in attrs}, self.here)
        self.here.inside.append(element)
        if tag not in VOID:
            self.here = element

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.here = self.here.parent

    def handle_endtag(self, tag):
        assert self.here.tag == tag, f"{self.getpos()}: </{tag}> ends <{self.here.tag}>"
        if "inert" in self.here.attributes:
            self.here.inside.clear()
        self.here = self.here.parent

    def handle_data(self, data):
        self.here.inside.append(data)


def tree(file: Path) -> Element:
    """The elements of a page, each of which has its end tag, without those that are pictures: `inert`, and nothing that it says.

    A page is read once for all tests, and none of them changes it.
    """
    return _tree(file, file.stat().st_mtime_ns)


@cache
def _tree(file: Path, _written: int) -> Element:
    parser = _Builder()
    parser.feed(file.read_text(encoding="utf-8"))
    parser.close()
    assert parser.here.parent is None, f"<{parser.here.tag}> has no end"
    return parser.here
