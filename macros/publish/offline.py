"""What a reader's browser keeps of the guide for when there is no network.

Pages are kept in pieces, each piece once: most of a page is the frame that all pages share, and what one page says
another often repeats. The pages of the whole guide become half their size.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import chain
from pathlib import Path
from string import ascii_letters

from ..guide import digest, in_letters
from ..models import SIDES
from ..render.contacts import CONTACTS
from ..short import LETTERS
from .assets import FOLDER as ASSETS
from .picture import FOLDER as PICTURES
from .widgets import FOLDER as WIDGETS
from .widgets import OEMBED

FOLDER = "offline"
_TOP = "index"
# No pages of their own: the worker leads them to theirs.
_SHORT = re.compile(rf"[{LETTERS}]{{3}}/")
_THERE = re.compile(r'<link rel="canonical" href="\.\./([^"]*)">')
_COMMON = f"{FOLDER}/common.json"
_STRETCH = re.compile(r'([^<>"“”:\s][^<>"“”:\n]{14,})')
_LEFT_OUT = {
    "sw.js",
    "offline-manifest.js",
    "sitemap.xml",
    "sitemap.xml.gz",
    # For other programs: nobody reads them between two clients.
    "guide.json",
    "guide.schema.json",
    "sources.json",
    "reviews.csv",
    "objects.inv",
    "llms.txt",
    "changes.atom",
    # For those who judge the guide, change it, link to it, write for it, host it or run its course for a group.
    "course/cohort/",
    "course/manage/",
    "reference/about/",
    "reference/accessibility/",
    "reference/decisions/",
    "reference/deploying/",
    "reference/design/",
    "reference/how-search-works/",
    "reference/learning-platforms/",
    "reference/linking/",
    "reference/make-it-yours/",
    "reference/markdown/",
    "reference/origins/",
    "reference/problems/",
    "reference/reviews/",
    "reference/security/",
    "reference/settings/",
    "reference/shared-rules/",
}
# What stands in frames on others' pages, which nobody sees without a network; a page may have a name like theirs.
_IN_A_FRAME = re.compile(
    rf"(?:(?:{'|'.join(SIDES)}|letters)/.+|{CONTACTS})/embed/(?:answer/)?(?:{OEMBED})?|{ASSETS}/[^/]+/{WIDGETS}/.+"
)
# The scripts of pages that are left out.
_OF_A_PAGE_LEFT_OUT = re.compile(r"/components/(?:cohort|plan)/")


def bundles(site: Path) -> dict[str, str]:
    """Return the files that hold the pages of `site`, by path: one of JSON for every folder at its top, one for the pages
    beside these folders, and a common one. No host that adds something of its own to pages has its hand in these.

    `pieces` lists pieces of HTML, those of the common file before those of the folder, and `pages` tells of which of them
    each page is made, in runs from one place in the list to another: `c f-k` is the third, then the sixth to the eleventh.
    `shorts` of the common file tells where each short address leads.
    """
    folders: dict[str, dict[str, list[str]]] = {}
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix().removesuffix("index.html")
        if _is_left_out(path):
            continue
        lines = file.read_text("utf-8").splitlines(keepends=True)
        folder = path.split("/")[0] if "/" in path else _TOP
        folders.setdefault(folder, {})[path] = list(chain.from_iterable(map(_cut, lines)))
    used = Counter(piece for made in folders.values() for piece in dict.fromkeys(chain(*made.values())))
    common = {piece: place for place, piece in enumerate(piece for piece, count in used.items() if count > 1)}
    return {_COMMON: _json(pieces=list(common), shorts=_shorts(site))} | {
        f"{FOLDER}/{name}.json": _bundle(made, common) for name, made in folders.items()
    }


def _shorts(site: Path) -> dict[str, str]:
    files = (file for file in sorted(site.glob("*/index.html")) if _SHORT.match(f"{file.parent.name}/"))
    return {f"{file.parent.name}/": _THERE.findall(file.read_text("utf-8"))[0] for file in files}


@cache
def _cut(line: str) -> tuple[str, ...]:
    """Cut a line where stretches of text begin and end: the same text often stands in other markup elsewhere."""
    return tuple(filter(None, _STRETCH.split(line)))


def _bundle(pages: dict[str, list[str]], common: dict[str, int]) -> str:
    own: dict[str, int] = {}
    runs = {}
    for path, pieces in pages.items():
        for piece in pieces:
            if piece not in common:
                own.setdefault(piece, len(common) + len(own))
        runs[path] = _runs(common[piece] if piece in common else own[piece] for piece in pieces)
    return _json(pieces=list(own), pages=runs)


def _json(**parts: object) -> str:
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":"))


def _runs(places: Iterable[int]) -> str:
    """Return places that follow each other as their first and last, the others as they are."""
    runs: list[tuple[int, int]] = []
    first = last = -2
    for place in places:
        if place != last + 1:
            runs.append((first, last))
            first = place
        last = place
    runs.append((first, last))
    return " ".join(
        _letters(first) if first == last else f"{_letters(first)}-{_letters(last)}"
        for first, last in runs[1:]
    )


@cache
def _letters(place: int) -> str:
    """Return a place in a list as letters, so that none can look like a telephone number."""
    more, last = divmod(place, len(ascii_letters))
    return (_letters(more) if more else "") + ascii_letters[last]


def manifest(site: Path) -> str:
    """Return a script that names every file of `site` to be kept, with its digest, and the version of them all.

    A digest is the first twelve letters of the SHA-256 of what the file holds, `a` for 0 to `p` for 15. The worker takes
    no file for one of this version that has another.
    """
    files = {
        file.relative_to(site).as_posix(): _digest(file)
        for file in sorted(site.rglob("*"))
        if file.is_file() and file.suffix != ".html"
    }
    worker = files.get("sw.js")
    kept = {path: digest_ for path, digest_ in files.items() if not _is_left_out(path)}
    return f"self.guide = {json.dumps({'version': digest([worker, kept])[:12], 'files': kept})};\n"


def _is_left_out(path: str) -> bool:
    return (
        path in _LEFT_OUT
        or path.startswith(PICTURES)
        or path.endswith(".md")
        or _IN_A_FRAME.fullmatch(path) is not None
        or _OF_A_PAGE_LEFT_OUT.search(path) is not None
        or _SHORT.match(path) is not None
    )


def _digest(file: Path) -> str:
    return in_letters(hashlib.sha256(file.read_bytes()).hexdigest()[:12])
