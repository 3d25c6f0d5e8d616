"""`changes.atom`: what changed on which page and why, for whoever wants to be told. See RFC 4287."""

from urllib.parse import urlsplit
from xml.etree import ElementTree as Xml

from ..guide import Guide
from ..models import Change
from ..render.html import url
from ..render.structured import LICENCE
from .twins import twin_at

FEED = "changes.atom"
_NAMESPACE = "http://www.w3.org/2005/Atom"


def feed(guide: Guide, name: str) -> str:
    """Return the last change of every page that tells one, newest first; `name` is that of the guide."""
    told = sorted(guide.changes, key=lambda change: (-change.changed.toordinal(), change.page))
    root = Xml.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": "en"})
    _add(root, "id", f"{guide.address}{FEED}")
    _add(root, "title", f"{name}: what changed")
    _add(root, "updated", _moment(told[0]))
    _add(_add(root, "author"), "name", guide.settings.name or name)
    _add(root, "link", rel="self", type="application/atom+xml", href=f"{guide.address}{FEED}")
    _add(root, "link", rel="alternate", type="text/html", href=guide.address)
    _add(root, "link", rel="license", href=LICENCE)
    for change in told:
        if change.what and change.page in guide.reviewed:
            root.append(_entry(guide, change, change.what))
    Xml.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{Xml.tostring(root, encoding="unicode")}\n'


def _entry(guide: Guide, change: Change, what: str) -> Xml.Element:
    localize, there = guide.settings.wording.localize, urlsplit(guide.address)
    entry = Xml.Element("entry")
    # A page that changes twice on a day is told of once, with what is said of it last.
    _add(entry, "id", f"tag:{there.hostname},{change.changed}:{there.path}{change.page}")
    _add(entry, "title", localize(guide.page(change.page).title))
    _add(entry, "updated", _moment(change))
    _add(entry, "link", rel="alternate", type="text/html", href=f"{guide.address}{url(change.page)}")
    _add(entry, "link", rel="alternate", type="text/markdown", href=twin_at(guide, change.page))
    _add(entry, "summary", localize(what))
    return entry


def _moment(change: Change) -> str:
    return f"{change.changed}T00:00:00Z"


def _add(parent: Xml.Element, tag: str, text: str | None = None, **attributes: str) -> Xml.Element:
    element = Xml.SubElement(parent, tag, attributes)
    element.text = text
    return element
