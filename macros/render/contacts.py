"""Crisis contacts: the emergency number before all others, then those for the danger of the page."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from ..guide import Country, Guide
from ..models import Contact, OnCall, Page, Practice, Purpose, Reach
from . import evidence
from .html import component, href

CONTACTS = "reference/contacts"
CRISIS_LINES = "shared/crisis-lines"
PURPOSES: dict[Purpose, str] = {
    "emergency": "an emergency",
    "crisis": "suicide and crisis",
    "child-protection": "worry about a child",
    "domestic-abuse": "domestic abuse",
    "sexual-assault": "rape and sexual assault",
    "poisons": "poisoning and overdose",
    "young-people": "young people",
    "bereavement": "bereavement",
    "indigenous": "Indigenous peoples",
    "veterans": "veterans",
}
Entry = tuple[
    OnCall, tuple[tuple[str, str | None], ...]
]  # its sources with their addresses; a service vouches itself


@dataclass(frozen=True)
class EmergencyView:
    """A number to call first: the region that it is for, and what that is called; of a service in none, who answers."""

    region: str
    where: str
    reach: Reach


@dataclass(frozen=True)
class RegionView:
    """The contacts of a region: those for the danger of the page, all others, and the dangers for which none is known."""

    id: str
    name: str
    first: tuple[Entry, ...]
    others: tuple[Entry, ...]
    lacks: tuple[str, ...]


def emergency(guide: Guide) -> tuple[EmergencyView, ...]:
    """Return the numbers to call first: of each region, and of a service in none of them."""
    return tuple(
        EmergencyView(where.id, where.name if where.id else contact.name, reach)
        for where, contact in guide.emergency
        for reach in contact.reach
        if reach.way == "call"
    )


@dataclass(frozen=True)
class Lines:
    """The emergency number of a country and its lines for the first danger of a page: a sheet of paper has room for no more."""

    id: str
    name: str
    contacts: tuple[OnCall, ...]


def on_paper(guide: Guide, practice: Practice) -> tuple[Lines, ...]:
    """Return what is called in the first danger of `practice`, by country; nothing for a page without danger."""
    if practice.checklist.mode != "read-do":
        return ()
    wanted = {"emergency", *practice.dangers[:1]}
    found = (
        Lines(where.id, where.name, tuple(c for c in where.contacts if wanted & {*c.for_}))
        for where in (guide.own, *guide.regions)
    )
    return tuple(lines for lines in found if lines.contacts)


def contacts(guide: Guide, here: str) -> Markup:
    """Return the crisis contacts: emergency numbers, who is on call, the service's own, and those of the chosen regions.

    Those for the dangers of the page come before all others. A client is not shown whom clinicians call.
    """
    page = guide.practices.get(here) or guide.pages.get(here)
    dangers = page.dangers if page else ()
    is_for_client = isinstance(page, Page) and page.for_ == "client"
    own = _view(guide, guide.own, dangers)
    regions = [_view(guide, region, dangers) for region in guide.regions]
    shown = [entry for view in (own, *regions) for entry in (*view.first, *view.others)]
    body = component(
        "contacts",
        service=guide.settings.called,
        emergency=emergency(guide),
        is_for_client=is_for_client,
        consultation=None if is_for_client else guide.settings.consultation,
        on_call=() if is_for_client else _entries(guide, guide.settings.on_call),
        own=own,
        regions=regions,
        all_checked=all(contact.checked for contact, _ in shown),
        more="" if is_for_client or here == CRISIS_LINES else href(here, guide.shown(CRISIS_LINES)),
    )
    return component("section", id="contacts", heading="Crisis contacts", body=body, folds=False)


def _view(guide: Guide, where: Country, dangers: tuple[Purpose, ...]) -> RegionView:
    """Return the contacts of a country as they are shown where the `dangers` are."""
    found = where.contacts
    first = [c for danger in dangers for c in found if danger in c.for_] if dangers else found
    chosen = dict.fromkeys(first)
    lacks = tuple(PURPOSES[danger] for danger in lacking(guide, where, dangers))
    others = tuple(c for c in found if c not in chosen)
    return RegionView(where.id, where.name, _entries(guide, chosen), _entries(guide, others), lacks)


def lacking(guide: Guide, where: Country, dangers: Iterable[Purpose]) -> tuple[Purpose, ...]:
    """Return the `dangers` for which no line of a country is known. What the service has is not lacking."""
    known = {purpose for c in (*where.contacts, *guide.own_contacts) for purpose in c.for_}
    return tuple(danger for danger in dangers if danger not in known)


def _entries(guide: Guide, found: Iterable[OnCall]) -> tuple[Entry, ...]:
    return tuple((contact, _sources(guide, contact)) for contact in found)


def _sources(guide: Guide, contact: OnCall) -> tuple[tuple[str, str | None], ...]:
    return evidence.all_cited(contact.sources, guide) if isinstance(contact, Contact) else ()
