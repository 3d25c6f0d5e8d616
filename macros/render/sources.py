"""The list of every source: what it says, how far it was read, and what rests on it."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ..course import Module
from ..glossary import GLOSSARY
from ..guide import SOURCES, Guide, entry
from ..models import Practice, Source
from .contacts import CONTACTS
from .evidence import Reference, reference
from .html import component, href

ORIGINS = "reference/origins"
# Each group of the list: the kinds of source in it, and its name.
GROUPS = {
    "law": (("law", "code"), "Law and codes"),
    "guidelines": (("guideline",), "Guidelines"),
    "research": (("meta-analysis", "study"), "Research"),
    "books": (("book",), "Books"),
    "web": (("web",), "Practice wisdom on the web"),
}


@dataclass(frozen=True)
class UseView:
    """A page that rests on a source: its title and address, and the names and addresses of its places that do."""

    title: str
    href: str
    places: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class EntryView:
    """A source as the list has it; `aliases` are ids that it once had."""

    reference: Reference
    says: str | None
    uses: tuple[UseView, ...]
    aliases: tuple[str, ...]


@dataclass(frozen=True)
class GroupView:
    """The sources of some kinds, by name."""

    id: str
    name: str
    entries: tuple[EntryView, ...]


def sources(guide: Guide, here: str) -> Markup:
    """Return every source that something in this build rests on, by kind and then by name."""
    found = [_entry(guide, guide.sources[id_], here) for id_ in guide.uses]
    found.sort(key=lambda entry: entry.reference.text.striptags().casefold())
    groups = [
        GroupView(id_, name, tuple(view for view in found if guide.sources[view.reference.id].kind in kinds))
        for id_, (kinds, name) in GROUPS.items()
    ]
    return component(
        "sources",
        groups=[group for group in groups if group.entries],
        data=f"{href(here, 'index')}sources.json",
    )


def _entry(guide: Guide, source: Source, here: str) -> EntryView:
    return EntryView(
        reference=reference(source, 0, here),
        says=source.says,
        uses=tuple(_uses(guide, source.id, here)),
        aliases=guide.aliases(guide.pages[SOURCES], entry(source.id)),
    )


def _uses(guide: Guide, id_: str, here: str) -> Iterator[UseView]:
    for use in guide.uses[id_]:
        page = use.page
        title = page.name if isinstance(page, Practice) else page.title
        kind = "check" if isinstance(page, Module) else "step"
        places = tuple((f"{kind} {number}", href(here, f"{page.path}#{id_}")) for number, id_ in use.places)
        yield UseView(title, href(here, page.path), places)
    if terms := guide.in_glossary.get(id_):
        places = tuple((term.term, href(here, f"{GLOSSARY}#{term.id}")) for term in terms)
        yield UseView("Glossary", href(here, GLOSSARY), places)
    if id_ in guide.in_contacts:
        yield UseView("Who to call in a crisis", href(here, CONTACTS))
    if id_ in guide.in_clashes:
        yield UseView("Where this guide comes from", href(here, f"{ORIGINS}#clashes"))
