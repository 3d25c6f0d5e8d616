"""The registers beside the pages: the source text, the contacts, the ledger of addresses and its redirects."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from ..guide import SOURCES, Country, Guide, emergency_first, entry
from ..models import (
    LOCAL_NAME,
    SIDES,
    SLUG,
    Change,
    OnCall,
    OwnContact,
    Reach,
    Redirect,
    Region,
    is_local,
)
from ..numbers import is_numbered, may_have, numbered
from ..problems import Place, Problem, Problems, nearest, problem
from ..settings import Settings
from .course import with_what_is_shown
from .draft import Draft, Listed, is_of_the_guide
from .evidence import Loc, check_address, check_source, check_unique, stated
from .local import check_name
from .places import places_in
from .text import Data

SEAL = "seal "
_ROW = re.compile(rf"(?P<address>(?:{SLUG}/)*{SLUG}(?:#{SLUG})?)(?: (?P<number>[1-9][0-9]*))?")
_DIALLED = re.compile(r"\+?[0-9 -]*[0-9]")


def check_source_text(draft: Draft) -> Iterator[Problem]:
    """Find practices that carry unknown lines or noise, lines that nobody carries, and clashes of unknown lines."""
    text, data = draft.source_text
    if data.file in draft.unparsed:
        return
    yield from check_unique([(("lines", n, "code"), line.code) for n, line in enumerate(text.lines)], data)
    lines = {line.code for line in text.lines}
    noise = {item.code for item in text.noise}
    carried = set()
    for practice, document in draft.practices:
        for index, code in enumerate(practice.carries):
            place = document.data.at("carries", index)
            carried.add(code)
            if code in noise:
                yield problem(place, "EW703", row=code)
            elif code not in lines and not draft.might_define("data/source-text.yml", code):
                yield problem(place, "EW701", row=code, hint=nearest(code, lines))
    for n, line in enumerate(text.lines):
        if line.code not in carried and not any(draft.might_define(f"{side}/", line.code) for side in SIDES):
            yield problem(data.at("lines", n), "EW702", row=line.code, text=line.text)
        if line.under is not None and line.under not in lines:
            yield problem(
                data.at("lines", n, "under"), "EW701", row=line.under, hint=nearest(line.under, lines)
            )
    for n, clash in enumerate(text.clashes):
        for m, code in enumerate(clash.lines):
            if code not in lines:
                yield problem(data.at("clashes", n, "lines", m), "EW701", row=code, hint=nearest(code, lines))


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
        source = draft.sources.get(contact.source)
        if source and source.confidence == "unverified":
            yield problem(data.at(*at, "source"), "EW803", id=contact.id, source=contact.source)
        else:
            yield from check_source(contact.source, data.at(*at, "source"), draft)
    yield from check_contacts(contacts, data, draft.today)


def check_contacts(contacts: Iterable[tuple[Loc, OnCall]], data: Data, today: date) -> Iterator[Problem]:
    """Find contacts that share an id, or that nobody could date or dial; each comes with its place in `data`."""
    found = list(contacts)
    yield from check_unique([((*at, "id"), contact.id) for at, contact in found], data)
    for at, contact in found:
        if contact.checked is not None and contact.checked > today:
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
            hint = f"{nearest(name, known)}; or write [] and give `contacts` of your own"
            yield problem(data.at(*at, "regions", n), "EW802", id=name, hint=hint)
    chosen = [region for region in known.values() if is_chosen(found, region)]
    replaced = {contact.id for region in chosen for contact in region.contacts}
    for region, shown in zip(chosen, with_own(chosen, found.contacts), strict=True):
        if has_emergency_number(region.contacts) and not has_emergency_number(shown.contacts):
            yield problem(data.at(*at, "contacts"), "EW807", where=f"region '{region.id}' would have")
    if found.regions == () and found.contacts and not has_emergency_number(found.contacts):
        yield problem(data.at(*at, "contacts"), "EW807", where="`contacts` has")
    own = [((*at, "contacts", n), contact) for n, contact in enumerate(found.contacts)]
    on_call = [((*at, "on_call", n), contact) for n, contact in enumerate(found.on_call)]
    listed: list[tuple[Loc, OnCall]] = [*own, *on_call]
    for place, contact in listed:
        if contact.id not in replaced:
            yield from check_name(contact.id, data.at(*place, "id"), own=True)
    yield from check_contacts(listed, data, draft.today)
    if found.consultation:
        yield from check_reach(found.consultation.reach, (*at, "consultation"), data)


def has_emergency_number(contacts: Iterable[OwnContact]) -> bool:
    """Tell whether one of `contacts` is an emergency number to call."""
    return any(contact.emergency_numbers for contact in contacts)


def is_chosen(found: Settings, region: Region) -> bool:
    """Tell whether the service shows the contacts of `region`; without a choice, all are shown."""
    return found.regions is None or region.id in found.regions


def with_own(regions: Iterable[Region], own: Iterable[OwnContact]) -> tuple[Country, ...]:
    """Return `regions`, emergency first, with the service's contacts in the place of those with the same id."""
    by_id = {contact.id: contact for contact in own}
    return tuple(
        Country(region.id, region.name, emergency_first(by_id.get(c.id, c) for c in region.contacts))
        for region in regions
    )


def check_changes(draft: Draft) -> Iterator[Problem]:
    """Find rows that stand twice or for no page, and days to come, in the registers of changes.

    Whoever is editing is not asked to keep them.
    """
    for rows, data in () if draft.editing else draft.changes:
        kept = kept_in(data, draft)
        yield from check_unique([((n, "page"), row.page) for n, row in rows.items()], data)
        for n, row in rows.items():
            if row.changed > draft.today:
                yield problem(data.at(n, "changed"), "EW804", key="changed", value=row.changed)
            if row.page not in kept and not draft.might_define(f"{row.page}.md", ""):
                yield problem(data.at(n, "page"), "EW904", page=row.page)


def check_changes_written_down(draft: Draft) -> Iterator[Problem]:
    """Find texts that have changed since their row in a register of changes. Every edit changes one."""
    for rows, data in draft.changes:
        known = {row.page: row.digest for row in rows.values()}
        for page, digest in kept_in(data, draft).items():
            if known.get(page) != digest:
                yield problem(Place(f"{data.file.partition('/')[0]}/{page}.md"), "EW903", file=data.file)


def kept_in(data: Data, draft: Draft) -> dict[str, str]:
    """Return the digests of the texts that the register of changes in `data` is kept for, by their paths."""
    own = not is_of_the_guide(data.file)
    return {path: digest for path, digest in draft.digests.items() if is_local(path) == own}


def brought_up_to_date(rows: Iterable[Change], digests: Mapping[str, str], today: date) -> tuple[Change, ...]:
    """Return the row of each page, by path: one whose text is not the one of its row has changed `today`."""
    known = {(row.page, row.digest): row for row in rows}
    return tuple(
        known.get((page, digest)) or Change(page=page, digest=digest, changed=today)
        for page, digest in sorted(digests.items())
    )


def seal(rows: Iterable[str]) -> str:
    """Return the digest that closes the ledger: without it, a deleted row would leave no trace."""
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()[:32]


def read_ledger(text: str, name: str, problems: Problems) -> dict[str, Listed]:
    """Return what the ledger says of each address, oldest first; what only another hand can have written is a problem."""
    lines = [(Place(name, number), line.strip()) for number, line in enumerate(text.split("\n"), 1)]
    lines = [(place, line) for place, line in lines if line and not line.startswith("# ")]
    rows = [(place, line) for place, line in lines if not line.startswith(SEAL)]
    last, end = lines[-1] if lines else (Place(name), "")
    if end != SEAL + seal(line for _, line in rows):
        problems.add(last, "EW602", file=name)
    found: dict[str, Listed] = {}
    given: set[str | int] = set()
    for place, line in rows:
        match = _ROW.fullmatch(line)
        if not match or (match["number"] and not is_numbered(match["address"])):
            problems.add(place, "EW610", line=line, file=name)
            problems.unparsed[name] = text
            continue
        address, number = match["address"], int(match["number"]) if match["number"] else None
        values = {address} if number is None else {address, number}
        for value in values & given:
            problems.add(place, "EW609", value=value, file=name)
        if number is not None and not may_have(address, number):
            problems.add(place, "EW608", row=address, number=number, file=name)
        given |= values
        found.setdefault(address, Listed(number, place))
    return found


def check_numbers(draft: Draft) -> Iterator[Problem]:
    """Find tasks of the course for which no number is left."""
    places, free = _unnumbered(draft)
    for row, place in places.items():
        if row not in free:
            yield problem(place, "EW611", row=row)


def check_numbers_written_down(draft: Draft) -> Iterator[Problem]:
    """Find tasks of the course that have no number yet, told once for a file. Every new one has none."""
    unwritten: dict[str, list[str]] = {}
    places, _ = _unnumbered(draft)
    for row, place in places.items():
        unwritten.setdefault(place.file, []).append(row)
    for first, *more in unwritten.values():
        yield problem(places[first], "EW607", rows=f"'{first}'{f' and {len(more)} more' if more else ''}")


def _unnumbered(draft: Draft) -> tuple[dict[str, Place], Mapping[str, int]]:
    """Return the place of each address without a number of those that need one, and the numbers that may be given."""
    listed = {row: told for ledger in draft.ledgers for row, told in ledger.rows.items()}
    written = {row: told.number for row, told in listed.items()}
    tasks = {
        f"{module.path}#{id_}": Place(document.data.file)
        for module, document in draft.modules
        for id_ in with_what_is_shown(module, draft.stand_ins).ids
    }
    places = {row: told.place for row, told in listed.items()}
    places |= {row: place for row, place in tasks.items() if row not in listed}
    new = {row: place for row, place in places.items() if is_numbered(row) and written.get(row) is None}
    return new, numbered(written, tasks)


def check_addresses_written_down(guide: Guide) -> Iterator[Problem]:
    """Find addresses of the guide that its ledger does not list, told once for a page."""
    new: dict[str, list[str]] = {}
    for row in guide.identities:
        if row not in guide.ledger and not is_local(row):
            new.setdefault(row.partition("#")[0], []).append(row)
    for page, (first, *more) in new.items():
        rows = f"'{first}'{f' and {len(more)} more are' if more else ' is'}"
        yield problem(Place(f"docs/{page}.md"), "EW612", rows=rows)


def check_ledgers(draft: Draft) -> Iterator[Problem]:
    """Find published addresses that lead nowhere, ids used again, and redirects from or to nothing."""
    places = dict(places_in(draft))
    places[SOURCES] = places.get(SOURCES, frozenset()) | set(map(entry, stated(draft)))
    for ledger, (redirects, data) in draft.ledgers:
        yield from check_identity(ledger, redirects, data, places, draft)


def check_identity(
    ledger: Mapping[str, Listed],
    redirects: Mapping[int, Redirect],
    data: Data,
    places: Mapping[str, frozenset[str]],
    draft: Draft,
) -> Iterator[Problem]:
    """Find in one ledger, and among its redirects in `data`, what leads to none of the `places`."""
    own = not is_of_the_guide(data.file)  # whose own files may list and move its addresses
    moved: dict[str, str] = {}
    for index, redirect in redirects.items():
        row, place = redirect.from_, data.at(index, "from")
        if row in moved:
            yield problem(place, "EW606", row=row)
        elif row not in ledger:
            if not draft.might_define("data/ledger.txt", row, own=own):
                yield problem(place, "EW605", row=row)
        elif resolves(row, places) and not draft.might_define(f"{row.partition('#')[0]}.md", ""):
            yield problem(place, "EW603", row=row, to=redirect.to)
        if not (resolves(redirect.to, places) or _may_be_there(redirect.to, draft)):
            known = [*places, *(f"{path}#{id_}" for path in places for id_ in places[path])]
            yield problem(data.at(index, "to"), "EW604", to=redirect.to, hint=nearest(redirect.to, known))
        moved.setdefault(row, redirect.to)
    for row, (_, place) in ledger.items():
        path, hash_, fragment = row.partition("#")
        target = f"{moved[path]}{hash_}{fragment}" if path in moved and "#" not in moved[path] else row
        might_lead = draft.might_define("data/redirects.yml", path, own=own) or _may_be_there(row, draft)
        if not (row in moved or resolves(target, places) or might_lead):
            yield problem(place, "EW601", row=row, file=data.file)


def _may_be_there(row: str, draft: Draft) -> bool:
    """Tell whether `row` may be a service's own step, or the entry of a source, in a file that could not all be read."""
    id_ = row.partition("#")[2]
    if id_.startswith(LOCAL_NAME):
        return draft.might_define("data/steps.yml", id_)
    return row.startswith(f"{SOURCES}#") and draft.might_define("", id_.removeprefix(entry("")))


def resolves(row: str, places: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether an address (`page` or `page#id`) exists."""
    path, hash_, fragment = row.partition("#")
    return path in places and (not hash_ or fragment in places[path])
