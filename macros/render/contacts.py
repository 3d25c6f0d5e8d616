"""Crisis contacts: the emergency number before all others, then those for the danger of the page."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from ..guide import Guide
from ..models import Contact, OnCall, OwnContact, Purpose, Reach
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
    """A number to call first: the region that it is for, and what the region is called."""

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
    listed = [(region.id, region.name, region.contacts) for region in guide.regions]
    listed.append(("", guide.settings.called, guide.own_contacts))
    return tuple(
        EmergencyView(region, where, reach)
        for region, where, found in listed
        for contact in found
        if contact.emergency_numbers
        for reach in contact.reach
        if reach.way == "call"
    )


def contacts(guide: Guide, here: str) -> Markup:
    """Return the crisis contacts: emergency numbers, who is on call, the service's own, and those of the chosen regions.

    On the page of a practice those for its dangers come before all others.
    """
    practice = guide.practices.get(here)
    dangers = practice.dangers if practice else ()
    own = _view(guide, "", guide.settings.called, guide.own_contacts, dangers)
    regions = [
        _view(guide, r.id, r.name, r.contacts, dangers, known=guide.own_contacts) for r in guide.regions
    ]
    shown = [entry for view in (own, *regions) for entry in (*view.first, *view.others)]
    body = component(
        "contacts",
        service=guide.settings.called,
        emergency=emergency(guide),
        consultation=guide.settings.consultation,
        on_call=_entries(guide, guide.settings.on_call),
        own=own,
        regions=regions,
        all_checked=all(contact.checked for contact, _ in shown),
        more="" if here == CRISIS_LINES else href(here, guide.shown(CRISIS_LINES)),
    )
    return component("section", id="contacts", heading="Crisis contacts", body=body)


def _view(
    guide: Guide,
    id_: str,
    name: str,
    contacts: tuple[OwnContact, ...],
    dangers: tuple[Purpose, ...],
    known: tuple[OwnContact, ...] = (),
) -> RegionView:
    """Return `contacts` as they are shown where the `dangers` are; what is `known` beside them is not lacking."""
    first = [c for danger in dangers for c in contacts if danger in c.for_] if dangers else contacts
    chosen = tuple(dict.fromkeys(first))
    purposes = {purpose for c in (*contacts, *known) for purpose in c.for_}
    lacks = tuple(PURPOSES[danger] for danger in dangers if danger not in purposes)
    others = tuple(c for c in contacts if c not in chosen)
    return RegionView(id_, name, _entries(guide, chosen), _entries(guide, others), lacks)


def _entries(guide: Guide, found: Iterable[OnCall]) -> tuple[Entry, ...]:
    return tuple(
        (
            c,
            tuple(
                evidence.cited(guide.sources[id_]) for id_ in (c.sources if isinstance(c, Contact) else ())
            ),
        )
        for c in found
    )
