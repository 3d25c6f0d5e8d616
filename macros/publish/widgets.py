"""What can be shown alone in a frame on another's page: a list, an answer, a letter, the crisis contacts.

Each has an address of its own below that of its page, as permanent as that.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from markupsafe import Markup

from ..guide import Guide
from ..models import is_local
from ..registry import LETTER, MACROS, PRACTICE, kind_of
from ..render.contacts import CONTACTS, emergency
from ..render.html import component, href, url
from ..render.practice import danger_contacts, review
from .bundle import bundle
from .styles import classes_in, needed, stylesheet
from .vocabulary import localized

FOLDER = "widgets"  # of their script and styles, in that of a release
PARTS = ("base", "answer", "checklist", "contacts", "crumb", "letter", "widget")
"""The components whose styles they need."""
OEMBED = "oembed.json"
CACHE_AGE = 86_400  # seconds
WIDTH, HEIGHT = 640, 720  # pixels, where whoever frames one listens to no message
_ELEMENT = re.compile(r"<(ew-[\w-]+)")
# Most frames are refused the clipboard, and their edge is not the screen's, where it would be said.
_COPY = re.compile(r"<(?:li><)?ew-copy>.*?</ew-copy>(?:</li>)?", re.DOTALL)
_CALL = re.compile(r'href="(?=tel:|sms:)')  # leads to no page: a new tab would stay empty


@dataclass(frozen=True)
class Place:
    """Where a part of a page can be framed: below the page, what it is, and the macro that makes it."""

    below: str
    what: str
    macro: str


LIST = Place("embed", "list", "checklist")
ANSWER = Place("embed/answer", "answer", "answer")
NOTE = Place("embed", "letter", "letter")
CARD = Place("embed", "contacts", "contacts")


def places(path: str) -> tuple[Place, ...]:
    """Return what of a page at `path` can be framed."""
    if path == CONTACTS:
        return (CARD,)
    kind = kind_of(path)
    return (LIST, ANSWER) if kind is PRACTICE else (NOTE,) if kind is LETTER else ()


@dataclass(frozen=True)
class Widget:
    """A part of the page `path`, alone, and what it shows."""

    path: str
    place: Place
    title: str
    body: Markup

    @property
    def address(self) -> str:
        """Its address below that of the site."""
        return f"{url(self.path)}{self.place.below}/"


def widgets(guide: Guide) -> tuple[Widget, ...]:
    """Return all that can be framed."""
    return tuple(
        Widget(path, place, guide.page(path).title, _alone(MACROS[place.macro].render(guide, path)))
        for path in (*guide.practices, *guide.letters, *guide.pages)
        for place in places(path)
    )


def _alone(html: str) -> Markup:
    return Markup(_COPY.sub("", html))  # noqa: S704 - as it was, with less


def widget_assets(
    guide: Guide, framed: Iterable[Widget], theme: Iterable[str], components: Path, texts: Mapping[str, str]
) -> dict[str, str]:
    """Return one script for each kind of what is `framed`, made of the scripts `texts`, and the one stylesheet of them all."""
    elements: dict[str, set[str]] = {}
    classes = set[str]()
    for one in framed:
        html = _page(guide, "", "", one)
        elements.setdefault(one.place.what, set()).update(_ELEMENT.findall(html))
        classes |= classes_in(html)
    styles = stylesheet(theme, components, classes, guide.settings.hue, PARTS)
    scripts = {f"{FOLDER}/{what}.js": bundle(texts, used, "../") for what, used in elements.items()}
    return {f"{FOLDER}/widget.css": needed(styles, classes), **scripts}


def widget_pages(guide: Guide, name: str, release: str, framed: Iterable[Widget]) -> dict[str, str]:
    """Return a page for each of what is `framed`, and what oEmbed says of it where the guide knows its own address.

    `name` is that of the guide, and the folder `release` holds their scripts and styles.
    """
    return {
        f"{one.address}{file}": text
        for one in framed
        for file, text in (
            ("index.html", localized(_page(guide, name, release, one), guide.settings.wording)),
            *_said(guide, name, one),
        )
    }


def _page(guide: Guide, name: str, release: str, one: Widget) -> str:
    """Return the page of what is framed, as the guide says it."""
    what, top = one.place.what, href(one.path, "index")
    practice = guide.practices.get(one.path)
    danger = danger_contacts(practice) if practice else ""
    # The answer has the number of the one country itself, and waits for a choice among several, which a frame may never know.
    numbers = danger and (what == "list" or len(guide.regions) > 1)
    html = component(
        "widget",
        what=what,
        base="../" * (one.place.below.count("/") + 1),
        top=top,
        styles=f"{top}{release}{FOLDER}/widget.css",
        script=f"{top}{release}{FOLDER}/{what}.js",
        title=one.title,
        guide=name,
        address=f"{guide.address}{url(one.path)}",
        oembed=f"{guide.address}{one.address}{OEMBED}" if knows_its_address(guide) else "",
        contacts=danger if what == "list" else "",
        emergency=emergency(guide) if numbers else (),
        review=review(guide, practice).text if practice and what == "list" else "",
        is_local=is_local(one.path),
        body=one.body,
    )
    return _CALL.sub('target="_top" href="', html)


def _said(guide: Guide, name: str, one: Widget) -> tuple[tuple[str, str], ...]:
    return ((OEMBED, _oembed(guide, name, one)),) if knows_its_address(guide) else ()


def _oembed(guide: Guide, name: str, one: Widget) -> str:
    """Return what https://oembed.com asks of something `rich`. Its height is a guess: no program that reads this runs a script."""
    title = guide.settings.wording.localize(one.title)
    frame = component(
        "frame", address=f"{guide.address}{one.address}", title=title, width=WIDTH, height=HEIGHT
    )
    said = {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": name,
        "provider_url": guide.address,
        "cache_age": CACHE_AGE,
        "html": str(frame),
        "width": WIDTH,
        "height": HEIGHT,
    }
    return f"{json.dumps(said, ensure_ascii=False, indent=1)}\n"


def oembed_at(guide: Guide, path: str) -> str:
    """Return the address of what oEmbed says of the page at `path`; nothing where it has nothing to be framed."""
    known = places(path) if knows_its_address(guide) else ()
    return f"{guide.address}{url(path)}{known[0].below}/{OEMBED}" if known else ""


def knows_its_address(guide: Guide) -> bool:
    """Tell whether the guide knows the address that it is published at, and not only its folder there."""
    return bool(urlsplit(guide.address).netloc)
