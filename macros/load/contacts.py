"""Crisis contacts, the guide's and a service's: numbers that can be dialled, and an emergency number wherever one is needed.

`data/contacts.yml` holds those of the guide, by region:

    - id: uk
      name: United Kingdom
      contacts:
        - id: uk-samaritans
          name: Samaritans
          for: [crisis]
          about: At any hour
          reach: [{way: call, to: 116 123}]
          sources: [crisis-uk-samaritans]
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain

from ..guide import Country, emergency_first
from ..models import OnCall, OwnContact, Page, Practice, Reach, Region
from ..problems import Problem, problem
from ..registry import MACROS
from ..settings import Settings
from .draft import Draft, is_of_the_guide
from .evidence import Loc, check_address, check_source, check_unique
from .local import check_name
from .text import Data, Document

_DIALLED = re.compile(r"\+?[ -]*([0-9][ -]*){0,14}[0-9]")  # no number is longer: ITU-T E.164
_BETWEEN = re.compile("[ -]")


def check_regions(draft: Draft) -> Iterator[Problem]:
    """Find regions with no contacts or no emergency number, and contacts nobody could read, date or dial."""
    regions, data = draft.regions
    for r, region in regions.items():
        if not region.contacts:
            yield problem(data.at(r, "contacts"), "EW801", id=region.id)
        elif not has_emergency_number(region.contacts):
            yield problem(data.at(r, "contacts"), "EW807", where=f"region '{region.id}' has")
    yield from check_unique([((r, "id"), region.id) for r, region in regions.items()], data)
    contacts = [
        ((r, "contacts", c), contact) for r, g in regions.items() for c, contact in enumerate(g.contacts)
    ]
    for at, contact in contacts:
        yield from check_name(contact.id, data.at(*at, "id"), own=False)
        for n, id_ in enumerate(contact.sources):
            place, source = data.at(*at, "sources", n), draft.sources.get(id_)
            if source and source.confidence == "unverified":
                yield problem(place, "EW803", id=contact.id, source=id_)
            else:
                yield from check_source(id_, place, draft)
    yield from check_contacts(contacts, data, draft.latest)


def check_dangers(draft: Draft) -> Iterator[Problem]:
    """Find practices that show contacts and do not say for which danger, pages that do the opposite, and dangers without any."""
    regions = draft.regions.entries.values()
    known = {purpose for region in regions for contact in region.contacts for purpose in contact.for_}
    called = {document.path: {call.name for call in calls} for document, calls in draft.calls}
    pages: tuple[tuple[Practice | Page, Document], ...] = (*draft.practices, *draft.pages)
    for page, document in pages:
        data, names = document.data, called.get(page.path)
        if names is not None and names <= MACROS.keys():  # or one of them may be meant for the contacts
            yield from _check_contacts_of(page, data, known, is_shown="contacts" in names)
        for n, danger in enumerate(page.dangers):
            if danger not in known and not draft.might_define("data/contacts.yml", ""):
                more = ", or add one with its source to docs/data/contacts.yml"
                more = more if is_of_the_guide(data.file) else ""
                place, listed = data.at("dangers", n), ", ".join(sorted(known))
                yield problem(place, "EW808", danger=danger, known=listed, more=more)


def _check_contacts_of(
    page: Practice | Page, data: Data, known: Iterable[str], *, is_shown: bool
) -> Iterator[Problem]:
    add = "add {{ contacts() }}"
    if page.dangers and not is_shown:
        what = "`dangers` are named, and the page shows no contacts"
        yield problem(data.at("dangers"), "EW128", what=what, fix=add)
    elif isinstance(page, Page):
        return  # it may show all contacts alike
    elif is_shown and not page.dangers:
        what = "the page shows contacts, and no `dangers` say what for"
        yield problem(data.at(), "EW128", what=what, fix=f"add `dangers`, of: {', '.join(sorted(known))}")
    elif page.checklist.mode == "read-do" and not is_shown and not page.no_risk:
        what = "this list is read and done in danger, and the page shows no contacts"
        fix = f"{add} below the checklist and say in `dangers` what for, or say in `no_risk` why not"
        yield problem(data.at("checklist", "mode"), "EW128", what=what, fix=fix)


def check_contacts(contacts: Iterable[tuple[Loc, OnCall]], data: Data, latest: date) -> Iterator[Problem]:
    """Find contacts that share an id, or that nobody could date or dial; each comes with its place in `data`."""
    found = list(contacts)
    yield from check_unique([((*at, "id"), contact.id) for at, contact in found], data)
    for at, contact in found:
        if contact.checked is not None and contact.checked > latest:
            yield problem(data.at(*at, "checked"), "EW804", key="checked", value=contact.checked)
        yield from check_reach(contact.reach, at, data)


def check_reach(reach: Iterable[Reach], at: Loc, data: Data) -> Iterator[Problem]:
    """Find numbers that cannot be dialled and addresses that cannot be visited."""
    for n, way in enumerate(reach):
        place = data.at(*at, "reach", n, "to")
        if way.way == "visit":
            yield from check_address("to", way.to, place)
        elif not _DIALLED.fullmatch(way.to):
            yield problem(place, "EW805", value=way.to)


def check_own_contacts(draft: Draft) -> Iterator[Problem]:
    """Find regions that the service chose and nobody knows, and contacts of its own that cannot be used."""
    found, data = draft.settings, draft.settings_data
    known = {region.id: region for region in draft.regions.entries.values()}
    at = ("extra", "service")
    for n, name in enumerate(found.regions or ()):
        if name not in known and not draft.might_define("data/contacts.yml", name):
            # A guess might lead to the numbers of another country.
            countries = ", ".join(f"{id_} ({region.name})" for id_, region in sorted(known.items()))
            yield problem(data.at(*at, "regions", n), "EW802", id=name, known=countries or "none")
    shown = chosen(found, known)
    replaced = {contact.id for region in shown for contact in region.contacts}
    for region, changed in zip(shown, with_own(shown, found.contacts), strict=True):
        left = {_BETWEEN.sub("", number) for number in _emergency_numbers(changed.contacts)}
        for number in _emergency_numbers(region.contacts):
            if _BETWEEN.sub("", number) not in left:
                yield problem(data.at(*at, "contacts"), "EW809", region=region.id, number=number)
    if found.regions == () and found.contacts and not has_emergency_number(found.contacts):
        yield problem(data.at(*at, "contacts"), "EW807", where="`contacts` has")
    own = [((*at, "contacts", n), contact) for n, contact in enumerate(found.contacts)]
    on_call = [((*at, "on_call", n), contact) for n, contact in enumerate(found.on_call)]
    listed: list[tuple[Loc, OnCall]] = [*own, *on_call]
    for place, contact in listed:
        if contact.id not in replaced:
            yield from check_name(contact.id, data.at(*place, "id"), own=True)
    yield from check_contacts(listed, data, draft.latest)
    if found.consultation:
        yield from check_reach(found.consultation.reach, (*at, "consultation"), data)
    yield from _check_country(listed, data, known, shown)


def _check_country(
    listed: Iterable[tuple[Loc, OnCall]], data: Data, known: Mapping[str, Region], shown: Iterable[Region]
) -> Iterator[Problem]:
    """Find the emergency number of a country that the service does not show among the contacts that it has of its own."""
    ours = {_BETWEEN.sub("", way.to) for region in shown for c in region.contacts for way in c.reach}
    foreign = {
        _BETWEEN.sub("", number): region.name
        for region in known.values()
        for number in _emergency_numbers(region.contacts)
        if _BETWEEN.sub("", number) not in {*ours, "112"}  # which mobile networks of many countries answer
    }
    for at, contact in listed:
        for n, way in enumerate(contact.reach):
            number = _BETWEEN.sub("", way.to)
            if number in foreign and not way.add and ours:
                place = data.at(*at, "reach", n, "to")
                yield problem(place, "EW872", number=way.to, country=foreign[number])


def has_emergency_number(contacts: Iterable[OwnContact]) -> bool:
    """Tell whether one of `contacts` is an emergency number to call."""
    return any(_emergency_numbers(contacts))


def _emergency_numbers(contacts: Iterable[OwnContact]) -> Iterator[str]:
    return chain.from_iterable(contact.emergency_numbers for contact in contacts)


def chosen(found: Settings, regions: Mapping[str, Region]) -> list[Region]:
    """Return those of `regions` whose contacts the service shows, in its own order; without a choice, all are shown."""
    names = regions if found.regions is None else dict.fromkeys(found.regions)
    return [regions[name] for name in names if name in regions]


def with_own(regions: Iterable[Region], own: Iterable[OwnContact]) -> tuple[Country, ...]:
    """Return `regions`, emergency first, with the service's contacts in the place of those with the same id."""
    by_id = {contact.id: contact for contact in own}
    return tuple(
        Country(region.id, region.name, emergency_first(by_id.get(c.id, c) for c in region.contacts))
        for region in regions
    )
