"""What a reader's browser keeps of the guide for when there is no network.

The pages of a folder are kept as one file that holds each line once: most of a page is the frame that all pages share,
and the whole guide becomes two thirds of its size.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise, product
from pathlib import Path
from string import ascii_letters

from ..guide import digest

_LETTERS = 3
_EDGE = "\n"
_LEFT_OUT = {"sw.js", "offline-manifest.js", "sitemap.xml", "sitemap.xml.gz", "guide.json"}


def bundles(site: Path) -> dict[str, str]:
    """Return the files that hold the pages of `site`, by path: one of JSON for every folder at its top.

    `pieces` holds runs of lines by name, each once, and `pages` the names of the pieces of each page. Names are of letters
    alone, so that none can look like a telephone number.
    """
    folders: dict[str, dict[str, list[str]]] = {}
    for page in sorted(site.glob("*/**/*.html")):
        path = page.relative_to(site).as_posix()
        lines = page.read_text(encoding="utf-8").split("\n")
        folders.setdefault(path.split("/")[0], {})[path.removesuffix("index.html")] = lines
    return {f"offline/{name}.json": _bundle(pages) for name, pages in folders.items()}


def _bundle(pages: dict[str, list[str]]) -> str:
    inseparable = _inseparable(pages.values())
    names: dict[str, str] = {}
    new = map("".join, product(ascii_letters, repeat=_LETTERS))
    listed = {}
    for path, lines in pages.items():
        pieces = [lines[0]]
        for pair in pairwise(lines):
            if pair in inseparable:
                pieces[-1] += "\n" + pair[1]
            else:
                pieces.append(pair[1])
        names |= {piece: next(new) for piece in dict.fromkeys(pieces) if piece not in names}
        listed[path] = " ".join(names[piece] for piece in pieces)
    pieces_by_name = {name: piece for piece, name in names.items()}
    return json.dumps({"pieces": pieces_by_name, "pages": listed}, ensure_ascii=False, separators=(",", ":"))


def _inseparable(pages: Iterable[list[str]]) -> set[tuple[str, str]]:
    """Return the pairs of lines of which neither ever stands without the other."""
    pairs = {pair for lines in pages for pair in pairwise([_EDGE, *lines, _EDGE])}
    followed = Counter(first for first, _ in pairs)
    led = Counter(second for _, second in pairs)
    return {(first, second) for first, second in pairs if followed[first] == led[second] == 1}


def manifest(site: Path) -> str:
    """Return a script that names every file of `site` to be kept, with its digest, and the version of them all."""
    files = {}
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        bundled = "/" in path and file.suffix == ".html"
        if file.is_file() and not bundled and path not in _LEFT_OUT:
            files[path.removesuffix("index.html")] = digest(hashlib.sha256(file.read_bytes()).hexdigest())[
                :12
            ]
    version = digest(files)[:12]
    return f"self.guide = {json.dumps({'version': version, 'files': files})};\n"
