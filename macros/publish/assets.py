"""Styles, scripts and what search knows, at addresses that change when any of them does.

So a page and what it is made of belong together, whatever a browser kept of another release.
"""

import hashlib
import posixpath
import re
from dataclasses import dataclass
from pathlib import Path

from ..guide import digest

Releases = dict[str, dict[Path, bytes]]
"""The files of some releases, by their paths in the site: first the release whose pages were published last."""

FOLDER = "v"
RELEASE = f"{FOLDER}/RELEASE/"
"""What templates write before the address of an asset, as long as nobody knows the version."""

_MOVED = ("components", "guide.css", "redirect.js", "search.json")
_DEFINED = re.compile(r'^customElements\.define\("(ew-[\w-]+)"', re.MULTILINE)
_IMPORT = re.compile(r'^import\b[^"(]*"(\.[^"]+)"', re.MULTILINE)
_USED = re.compile(r"<(ew-[\w-]+)")


@dataclass(frozen=True)
class Scripts:
    """The scripts of a release, by their paths in its folder."""

    elements: dict[str, str]
    """The script that defines each element."""
    imports: dict[str, list[str]]
    """What each script imports at once."""

    @classmethod
    def of(cls, texts: dict[str, str]) -> "Scripts":
        """Return what the scripts of these `texts` define and import."""
        return cls(
            {name: path for path, text in texts.items() for name in _DEFINED.findall(text)},
            {path: [_from(path, other) for other in _IMPORT.findall(text)] for path, text in texts.items()},
        )

    def on(self, html: str) -> tuple[list[str], list[str]]:
        """Return the scripts that define the elements of a page, and all that these import."""
        used = set(_USED.findall(html))
        own = sorted(path for name, path in self.elements.items() if name in used)
        found, waiting = set[str](), own
        while waiting:
            waiting = [other for path in waiting for other in self.imports[path] if other not in found]
            found.update(waiting)
        return own, sorted(found.difference(own))


def _from(path: str, imported: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), imported))


def move(site: Path) -> str:
    """Move the assets of `site` into the folder of their version, lead its pages there, and return the version."""
    assets = [path for path in map(site.joinpath, _MOVED) if path.exists()]
    files = [file for path in assets for file in (path, *path.rglob("*")) if file.is_file()]
    version = digest(
        {file.relative_to(site).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
    )[:12]
    release = site / FOLDER / version
    release.mkdir(parents=True)
    for path in assets:
        path.rename(release / path.name)
    texts = {file.relative_to(release).as_posix(): file.read_text("utf-8") for file in release.rglob("*.js")}
    scripts = Scripts.of(texts)
    for page in site.rglob("*.html"):
        html = with_scripts(page.read_text("utf-8"), scripts)
        page.write_text(html.replace(RELEASE, f"{FOLDER}/{version}/"), "utf-8")
    return version


def with_scripts(html: str, scripts: Scripts) -> str:
    """Return a page that asks for what its elements need, and for all of it at once, not for one after the other."""
    elements, imported = scripts.on(html)
    return _repeated(_repeated(html, "ELEMENT", elements), "IMPORTED", imported)


def _repeated(html: str, word: str, paths: list[str]) -> str:
    line = re.compile(rf"^(.*{RELEASE}){word}(.*\n)", re.MULTILINE)
    return line.sub(lambda one: "".join(f"{one[1]}{path}{one[2]}" for path in paths), html)


def releases(site: Path) -> Releases:
    """Return the releases of assets that `site` holds."""
    home = site / "index.html"
    pages = home.read_text("utf-8") if home.exists() else ""
    folders = sorted(site.glob(f"{FOLDER}/*/"), key=lambda folder: f"{FOLDER}/{folder.name}/" not in pages)
    return {
        folder.name: {
            file.relative_to(site): file.read_bytes() for file in folder.rglob("*") if file.is_file()
        }
        for folder in folders
    }


def put_back(site: Path, before: Releases, version: str) -> None:
    """Put the last release `before` this `version` back into `site`, and none that is older."""
    for file, content in next((files for name, files in before.items() if name != version), {}).items():
        (site / file).parent.mkdir(parents=True, exist_ok=True)
        (site / file).write_bytes(content)
