"""Pure functions from the guide, or from the HTML of its pages, to files beside the pages."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from ..guide import Guide
from .assets import is_module
from .bibliography import bibliography
from .bundle import joined
from .catalogue import SCHEMA, catalogue, schema
from .codes import codes
from .feed import FEED, feed
from .inventory import inventory
from .llms import llms
from .offline import bundles, manifest
from .packages import PLATFORM
from .packing import packed
from .picture import pictures
from .redirects import redirects
from .reviews import spreadsheet
from .scripts import without_comments
from .search import search_index
from .styles import classes_in, stylesheet
from .twins import twins
from .widgets import Widget, knows_its_address, widget_assets, widget_pages

# Of the theme: scripts with the licences of others, the styles that `guide.css` is made of, and what keeps its address.
# What speaks to a learning platform is in packages alone.
_ASSET = rf"redirect\.js|components/(?!{PLATFORM}/)(?:[\w-]+/)+[\w-]+(?:\.js|\.LICENSE\.txt)|assets/stylesheets/main\.\w+\.min\.css"
_SERVED = re.compile(rf"{_ASSET}|sw\.js|assets/[\w-]+\.svg")

ENGINE = "components/search/engine.js"
"""The script that a worker runs, and a reader waits for: it comes whole."""


def is_served(path: str) -> bool:
    """Tell whether the file at `path` of the theme belongs into the site."""
    return _SERVED.fullmatch(path) is not None


def is_asset(path: str) -> bool:
    """Tell whether the file at `path` of the theme becomes part of the assets of a release."""
    return re.fullmatch(_ASSET, path) is not None


def assets(
    guide: Guide,
    theme: Mapping[str, bytes],
    components: Path,
    pages: Iterable[str],
    framed: Iterable[Widget] = (),
) -> dict[str, bytes]:
    """Return the assets of a release by their paths: the scripts of the `theme`, one stylesheet, what search knows.

    The stylesheet holds what the HTML of `pages` uses of the theme's styles, and then those of the `components`. What is
    `framed` has a stylesheet and scripts of its own.
    """
    styles = [content.decode() for path, content in sorted(theme.items()) if path.endswith(".css")]
    classes = {name for html in pages for name in classes_in(html)}
    made = {
        "guide.css": stylesheet(styles, components, classes, guide.settings.hue),
        "search.json": packed(search_index(guide)),
    }
    scripts = {
        path: without_comments(content.decode()).encode() if _is_own(path) else content
        for path, content in theme.items()
        if not path.endswith(".css")
    }
    texts = {path: script.decode() for path, script in scripts.items() if is_module(path)}
    made |= widget_assets(guide, framed, styles, components, texts)
    others = {path: script for path, script in scripts.items() if path not in texts}
    return others | {path: text.encode() for path, text in (made | joined(texts, ENGINE)).items()}


def _is_own(path: str) -> bool:
    """Tell whether a script is the guide's, and not others', whose licence is a comment in it."""
    return path.endswith(".js") and "/vendor/" not in path


def beside_pages(
    guide: Guide, name: str, release: str, components: Path, framed: Iterable[Widget] = ()
) -> dict[str, str | bytes]:
    """Return what is published for other programs, what is `framed`, a page at each address that moved, every page in Markdown,
    and the codes of short addresses.

    `name` is that of the guide, `release` holds the script of pages that moved, and `components` the colours of the pictures.
    A guide that knows no address of its own has no feed, whose ids would be those of any other.
    """
    return {
        "guide.json": catalogue(guide, name),
        SCHEMA: schema(guide),
        "sources.json": bibliography(guide),
        "reviews.csv": spreadsheet(guide),
        **pictures(components),
        "objects.inv": inventory(guide, name),
        "llms.txt": llms(guide, name),
        **({FEED: feed(guide, name)} if knows_its_address(guide) else {}),
        **widget_pages(guide, name, release, framed),
        **redirects(guide, release),
        **codes(guide),
        **twins(guide),
    }


def write_offline(site: Path) -> None:
    """Write the files with which a browser keeps the built `site` for when there is no network."""
    for path, text in bundles(site).items():
        (site / path).parent.mkdir(exist_ok=True)
        (site / path).write_text(text, encoding="utf-8")
    (site / "offline-manifest.js").write_text(manifest(site), encoding="utf-8")
