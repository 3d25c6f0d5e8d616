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
            {path: [from_(path, other) for other in _IMPORT.findall(text)] for path, text in texts.items()},
        )

    def on(self, html: str) -> tuple[list[str], list[str]]:
        """Return the scripts that define the elements of a page, and all that these import."""
        used = set(_USED.findall(html))
        own = sorted({path for name, path in self.elements.items() if name in used})
        found, waiting = set[str](), own
        while waiting:
            waiting = [other for path in waiting for other in self.imports[path] if other not in found]
            found.update(waiting)
        return own, sorted(found.difference(own))


def from_(path: str, imported: str) -> str:
    """Return the path of what the script at `path` imports."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), imported))


@dataclass(frozen=True)
class Release:
    """The assets of one version, by their paths in the site."""

    version: str
    files: dict[str, bytes]
    scripts: Scripts
    frame: str

    @classmethod
    def of(cls, contents: dict[str, bytes], frame: str = "") -> "Release":
        """Return the release of these `contents`, by their paths in its folder, for pages that have this `frame`."""
        version = digest({path: hashlib.sha256(content).hexdigest() for path, content in contents.items()})[
            :12
        ]
        files = {f"{FOLDER}/{version}/{path}": content for path, content in contents.items()}
        texts = {path: content.decode() for path, content in contents.items() if is_module(path)}
        return cls(version, files, Scripts.of(texts), frame)

    @property
    def folder(self) -> str:
        """Where the assets are, from the top of the site."""
        return f"{FOLDER}/{self.version}/"

    def scripts_on(self, html: str) -> tuple[list[str], list[str]]:
        """Return the scripts that define the elements of a page with this `html` in the frame, and all that these import.

        A page asks for all of it at once, and not for one after the other.
        """
        return self.scripts.on(f"{self.frame}{html}")


def is_module(path: str) -> bool:
    """Tell whether the file at `path` in a release is a script of a component."""
    return path.startswith("components/") and path.endswith(".js")


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
