"""Pure functions from the guide, or from a folder of built HTML, to files beside the pages."""

import re
from pathlib import Path

from ..guide import Guide
from .assets import Releases, move, put_back, releases
from .bibliography import bibliography
from .catalogue import catalogue
from .offline import bundles, manifest
from .redirects import redirects
from .reviews import spreadsheet
from .search import search_index
from .styles import THEME_STYLESHEETS, classes_in, stylesheet
from .tidy import tidied
from .vocabulary import spoken

__all__ = ["Releases", "is_served", "publish", "releases"]

# Of the theme: scripts with the licences of others, pictures, and the styles that `guide.css` is made of.
_SERVED = re.compile(
    r"[\w-]+\.js|components/(?:[\w-]+/)+[\w-]+(?:\.js|\.LICENSE\.txt)|assets/[\w-]+\.svg"
    r"|assets/stylesheets/main\.\w+\.min\.css"
)


def is_served(path: str) -> bool:
    """Tell whether the file at `path` of the theme belongs into the site."""
    return _SERVED.fullmatch(path) is not None


def publish(guide: Guide, site: Path, theme: Path, before: Releases) -> None:
    """Write the files that the guide adds to the built `site`; styles come from the `theme` folder.

    Of the releases that the site held `before`, the last one stays reachable for whoever has a page of it open.
    """
    theme_styles = sorted(site.glob(THEME_STYLESHEETS))
    classes = set[str]()
    for page in site.rglob("*.html"):
        html = tidied(page.read_text(encoding="utf-8"))
        classes |= classes_in(html)
        page.write_text(spoken(html, guide.settings.words), encoding="utf-8")
    files = {
        "guide.css": stylesheet(theme_styles, theme / "components", classes, guide.settings.hue),
        "search.json": search_index(guide),
        "guide.json": catalogue(guide),
        "sources.json": bibliography(guide),
        "reviews.csv": spreadsheet(guide),
        **redirects(guide),
    }
    _write(site, files)
    for file in theme_styles:
        file.unlink()
    release = move(site)
    _write(site, bundles(site))
    _write(site, {"offline-manifest.js": manifest(site)})
    put_back(site, before, release)


def _write(site: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        target = site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
