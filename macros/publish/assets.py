"""Styles, scripts and what search knows, at addresses that change when any of them does.

So a page and what it is made of belong together, whatever a browser kept of another release.
"""

import hashlib
import posixpath
import re
from pathlib import Path

from ..guide import digest

Releases = dict[str, dict[Path, bytes]]
"""The files of some releases, by their paths in the site: first the release whose pages were published last."""

FOLDER = "v"
RELEASE = f"{FOLDER}/RELEASE/"
"""What templates write before the address of an asset, as long as nobody knows the version."""

_MOVED = ("components", "guide.css", "guide.js", "redirect.js", "search.json")
_ELEMENT = re.compile(r'"(ew-[\w-]+)": \(\) => import\("\./([^"]+)"\)')
_IMPORT = re.compile(r'^import\b[^"(]*"(\.[^"]+)"', re.MULTILINE)
_USED = re.compile(r"<(ew-[\w-]+)")
_PRELOAD = re.compile(r'( *<link rel="modulepreload" href="[^"]*)guide\.js(">\n)')


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
    scripts = {
        file.relative_to(release).as_posix(): file.read_text("utf-8") for file in release.rglob("*.js")
    }
    for page in site.rglob("*.html"):
        html = with_preloads(page.read_text("utf-8"), scripts)
        page.write_text(html.replace(RELEASE, f"{FOLDER}/{version}/"), "utf-8")
    return version


def with_preloads(html: str, scripts: dict[str, str]) -> str:
    """Return a page that has all `scripts` that its elements need fetched at once, and not one after the other."""
    paths = needed(set(_USED.findall(html)), scripts)
    return _PRELOAD.sub(lambda link: "".join(f"{link[1]}{path}{link[2]}" for path in paths), html)


def needed(elements: set[str], scripts: dict[str, str]) -> list[str]:
    """Return the paths of the scripts of `elements`, as `guide.js` lists them, and of all that these import."""
    listed = dict(_ELEMENT.findall(scripts.get("guide.js", "")))
    waiting, found = [listed[name] for name in elements if name in listed], {"guide.js"}
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            waiting += [
                posixpath.normpath(posixpath.join(posixpath.dirname(path), imported))
                for imported in _IMPORT.findall(scripts[path])
            ]
    return sorted(found - {"guide.js"})


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
