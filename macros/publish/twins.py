"""Each page in Markdown, beside it: for a wiki, for notes, and for programs that read no HTML.

It is made of the same views as the page, by the templates `NAME.md` of its components.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator
from urllib.parse import urljoin

from ..guide import Guide
from ..markup import ABBREVIATION, CODE, FENCE, NOTE, TAB, as_shown, only_shown, spelled_out
from ..models import is_local
from ..registry import MACROS
from ..render.html import KEPT, markdown, url
from ..render.reviews import page_status
from ..render.structured import LICENCE
from ..vocabulary import Vocabulary
from .redirects import moved

# What is no text of the guide's: code, what a template keeps, where a link leads, an address.
_ASIDE = re.compile(
    rf"{FENCE.pattern}|{CODE.pattern}|{KEPT[0]}.*?{KEPT[1]}|\]\([^)\s]*\)|^\[(?!\^)[^\]\n]+\]:[ \t]*\S+|https?://[^\s>)]+",
    re.DOTALL | re.MULTILINE,
)
_NAMED = re.compile(r"(\[(?!\^)[^\]\n]+\]:[ \t]*)(\S+)")  # where a link leads that is told below the text
_SIGN = re.compile("|".join(KEPT))
_HEADING_ID = re.compile(r"^(#+ .*?)[ \t]*\{#[\w-]+\}[ \t]*$", re.MULTILINE)
_BOX = re.compile(
    rf"^(?P<indent> *)(?:(?:!!!|\?\?\?\+?) (?P<kind>\w+)|(?P<tab>{TAB}))(?: [\"“](?P<title>[^\n]+)[\"”])?[ \t]*\n"
    r"(?P<text>(?:(?:(?P=indent) {4}[^\n]*)?\n)*(?:(?P=indent) {4}[^\n]*))",
    re.MULTILINE,
)
_STRUCK = re.compile(
    rf"{FENCE.pattern}|{CODE.pattern}|(?<!\\)~~(?P<struck>(?:[^~`]|`[^`\n]*`)+)~~", re.DOTALL | re.MULTILINE
)
_CALL = re.compile(r"\{\{[-+]?\s*(\w+)\(([^)]*)\)\s*[-+]?\}\}")
_ARGUMENT = re.compile(r"[\"']([^\"']+)[\"']")
_BETWEEN = re.compile(
    r"(?<=\n)(?=[ \t]*(?:\n|[-*>#|]|\d+\.))"
)  # one paragraph, item, heading or line of a table and the next
_BLANK = re.compile(r"\n(?:[ \t]*\n){2,}")


def twins(guide: Guide) -> dict[str, str]:
    """Return the Markdown of every page at `index.md` below its address, and at that of each page that moved where it went."""
    gone = {
        old: f"# This page has moved\n\nIt is now at <{_address(guide, new)}>.\n"
        for old, new in moved(guide).items()
    }
    here = {path: twin(guide, path) for path in (*guide.reviewed, *guide.pages)}
    return {f"{url(path)}index.md": text for path, text in (gone | here).items()}


def twin_at(guide: Guide, path: str) -> str:
    """Return the permanent address of the twin of the page at `path`."""
    return f"{guide.address}{url(path)}index.md"


def twin(guide: Guide, here: str, wording: Vocabulary | None = None) -> str:
    """Return the page `here` in Markdown, in the service's own words or by another `wording`, every link a whole address."""
    wording = guide.settings.wording if wording is None else wording
    pieces = [*_pieces(markdown(_page, guide, here))]
    if wording:
        pieces = [piece for paragraph in _paragraphs(pieces) for piece in _said(paragraph, wording)]
    return "".join(_led_on(guide, here, text) if is_aside else text for is_aside, text in pieces)


def _pieces(text: str) -> Iterator[tuple[bool, str]]:
    """Return the pieces of a text: whether each is no text of the guide's, and what it is."""
    end = 0
    for aside in _ASIDE.finditer(text):
        yield False, _BLANK.sub("\n\n", text[end : aside.start()])
        yield True, aside[0]
        end = aside.end()
    yield False, _BLANK.sub("\n\n", text[end:])


def _paragraphs(pieces: Iterable[tuple[bool, str]]) -> Iterator[list[tuple[bool, str]]]:
    """Return what stands in each paragraph: whether it is no text of the guide's, and what it is."""
    paragraph: list[tuple[bool, str]] = []
    for is_aside, piece in pieces:
        if is_aside:
            paragraph.append((True, piece))
            continue
        first, *others = _BETWEEN.split(piece)
        paragraph.append((False, first))
        for text in others:
            yield paragraph
            paragraph = [(False, text)]
    yield paragraph


def _said(paragraph: list[tuple[bool, str]], wording: Vocabulary) -> list[tuple[bool, str]]:
    """Return a paragraph as the service says it."""
    kept = [n for n, (is_aside, _) in enumerate(paragraph) if is_aside]
    cites = any(is_aside and text.startswith(f"{KEPT[0]}(") for is_aside, text in paragraph)
    texts = wording.localize_pieces([text for _, text in paragraph], kept, cites=cites)
    return [(is_aside, text) for (is_aside, _), text in zip(paragraph, texts, strict=True)]


def _page(guide: Guide, here: str) -> str:
    page = guide.page(here)

    def said(call: re.Match[str]) -> str:
        macro = MACROS[call[1]]
        return macro.render(guide, *(_ARGUMENT.findall(call[2]) if macro.takes else (here,)))

    text = ABBREVIATION.sub("", spelled_out(NOTE.sub("", only_shown(page.body))))
    text = _STRUCK.sub(
        lambda found: f"(struck out: {found['struck']})" if found["struck"] else found[0], text
    )
    text = _BOX.sub(_quoted, _HEADING_ID.sub(r"\1", text))
    parts = (
        f"# {page.title}",
        page.summary,
        as_shown(_CALL.sub(said, text)).strip(),
        "---",
        f"{page_status(guide, here)}\n{_source(guide, here)}",
    )
    return "\n\n".join(parts)


def _source(guide: Guide, here: str) -> str:
    licence = (
        ""
        if is_local(here)
        else f"- Licence: [CC BY 4.0]({LICENCE}). Name Ending Well, and say what you changed.\n"
    )
    return f"- Address: <{_address(guide, here)}>\n{licence}"


def _quoted(box: re.Match[str]) -> str:
    """Return a box, and what stands in it, as a quotation below its title; a tab stands there as it is."""
    margin = re.compile(f"^{box['indent']} {{4}}", re.MULTILINE)
    text = _BOX.sub(_quoted, margin.sub("", box["text"]))
    lines = [f"**{box['title'] or box['kind'].capitalize()}**", "", *text.splitlines()]
    sign = "" if box["tab"] else "> "
    return "\n".join(f"{box['indent']}{sign}{line}".rstrip() for line in lines)


def _led_on(guide: Guide, here: str, aside: str) -> str:
    if named := _NAMED.fullmatch(aside):
        return f"{named[1]}{_whole(guide, here, named[2])}"
    return f"]({_whole(guide, here, aside[2:-1])})" if aside.startswith("](") else _SIGN.sub("", aside)


def _whole(guide: Guide, here: str, link: str) -> str:
    path, hash_, fragment = link.partition("#")
    if path.endswith(".md"):
        there = posixpath.normpath(posixpath.join(posixpath.dirname(here), path)).removesuffix(".md")
        return f"{_address(guide, there)}{hash_}{fragment}"
    return urljoin(_address(guide, here), link)


def _address(guide: Guide, place: str) -> str:
    path, hash_, fragment = place.partition("#")
    return f"{guide.address}{url(path)}{hash_}{fragment}"
