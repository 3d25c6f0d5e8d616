"""The registers beside the pages: the source text, the contacts, the ledger of addresses and its redirects."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from ..guide import SOURCES, Country, emergency_first, entry
from ..models import (
    LOCAL_NAME,
    SIDES,
    SLUG,
    Change,
    OnCall,
    OwnContact,
    Practice,
    Reach,
    Redirect,
    Region,
    SourceText,
)
from ..numbers import is_numbered, may_have, numbered
from ..problems import Place, Problems, nearest
from ..settings import Settings
from .evidence import Loc, Sources, check_address, check_source, check_unique
from .local import check_name
from .text import Data, Document

SEAL = "seal "
_ROW = re.compile(rf"(?P<address>(?:{SLUG}/)*{SLUG}(?:#{SLUG})?)(?: (?P<number>[1-9][0-9]*))?")
_DIALLED = re.compile(r"\+?[0-9 -]*[0-9]")


def check_source_text(
    text: SourceText,
    data: Data,
    written: Iterable[tuple[Practice, Document]],
    sources: Sources,
    problems: Problems,
) -> None:
    """Note practices that carry unknown lines or noise, lines that nobody carries, and clashes that name neither."""
    check_unique([(("lines", n, "code"), line.code) for n, line in enumerate(text.lines)], data, problems)
    lines = {line.code for line in text.lines}
    noise = {item.code for item in text.noise}
    carried = set()
    for practice, document in written:
        for index, code in enumerate(practice.carries):
            place = document.data.at("carries", index)
            carried.add(code)
            if code in noise:
                problems.add(place, "EW703", row=code)
            elif code not in lines and not problems.may_hold("data/source-text.yml", code):
                problems.add(place, "EW701", row=code, hint=nearest(code, lines))
    for n, line in enumerate(text.lines):
        if line.code not in carried and not any(problems.may_hold(f"{side}/", line.code) for side in SIDES):
            problems.add(data.at("lines", n), "EW702", row=line.code, text=line.text)
        if line.under is not None and line.under not in lines:
            problems.add(
                data.at("lines", n, "under"), "EW701", row=line.under, hint=nearest(line.under, lines)
            )
    for n, clash in enumerate(text.clashes):
        for m, code in enumerate(clash.lines):
            if code not in lines:
                problems.add(data.at("clashes", n, "lines", m), "EW701", row=code, hint=nearest(code, lines))
        for m, source in enumerate(clash.sources):
            check_source(source, data.at("clashes", n, "sources", m), sources, problems)


def check_regions(
    regions: Mapping[int, Region], data: Data, sources: Sources, today: date, problems: Problems
) -> None:
    """Note regions with no contacts or no emergency number, and contacts nobody could read, date or dial."""
    for r, region in regions.items():
        if not region.contacts:
            problems.add(data.at(r, "contacts"), "EW801", id=region.id)
        elif not has_emergency_number(region.contacts):
            problems.add(data.at(r, "contacts"), "EW807", where=f"region '{region.id}' has")
    check_unique([((r, "id"), region.id) for r, region in regions.items()], data, problems)
    contacts = [
        ((r, "contacts", c), contact) for r, g in regions.items() for c, contact in enumerate(g.contacts)
    ]
    for at, contact in contacts:
        check_name(contact.id, data.at(*at, "id"), problems, own=False)
        source = sources.get(contact.source)
        if source and source.confidence == "unverified":
            problems.add(data.at(*at, "source"), "EW803", id=contact.id, source=contact.source)
        else:
            check_source(contact.source, data.at(*at, "source"), sources, problems)
    check_contacts(contacts, data, today, problems)


def check_contacts(
    contacts: Iterable[tuple[Loc, OnCall]], data: Data, today: date, problems: Problems
) -> None:
    """Note contacts that share an id, or that nobody could date or dial; each comes with its place in `data`."""
    found = list(contacts)
    check_unique([((*at, "id"), contact.id) for at, contact in found], data, problems)
    for at, contact in found:
        if contact.checked is not None and contact.checked > today:
            problems.add(data.at(*at, "checked"), "EW804", key="checked", value=contact.checked)
        check_reach(contact.reach, at, data, problems)


def check_reach(reach: Iterable[Reach], at: Loc, data: Data, problems: Problems) -> None:
    """Note numbers that cannot be dialled and addresses that cannot be visited."""
    for n, way in enumerate(reach):
        place = data.at(*at, "reach", n, "to")
        if way.way == "visit":
            check_address("to", way.to, place, problems)
        elif not _DIALLED.fullmatch(way.to):
            problems.add(place, "EW805", value=way.to)


def check_own_contacts(
    found: Settings, regions: Iterable[Region], data: Data, today: date, problems: Problems
) -> None:
    """Note regions that the practice chose and nobody knows, and contacts of its own that cannot be used."""
    known = {region.id: region for region in regions}
    at = ("extra", "practice")
    for n, name in enumerate(found.regions or ()):
        if name not in known and not problems.may_hold("data/contacts.yml", name):
            hint = f"{nearest(name, known)}; or write [] and give `contacts` of your own"
            problems.add(data.at(*at, "regions", n), "EW802", id=name, hint=hint)
    chosen = [region for region in known.values() if is_chosen(found, region)]
    replaced = {contact.id for region in chosen for contact in region.contacts}
    for region, shown in zip(chosen, with_own(chosen, found.contacts), strict=True):
        if has_emergency_number(region.contacts) and not has_emergency_number(shown.contacts):
            problems.add(data.at(*at, "contacts"), "EW807", where=f"region '{region.id}' would have")
    if found.regions == () and found.contacts and not has_emergency_number(found.contacts):
        problems.add(data.at(*at, "contacts"), "EW807", where="`contacts` has")
    own = [((*at, "contacts", n), contact) for n, contact in enumerate(found.contacts)]
    on_call = [((*at, "on_call", n), contact) for n, contact in enumerate(found.on_call)]
    listed: list[tuple[Loc, OnCall]] = [*own, *on_call]
    for place, contact in listed:
        if contact.id not in replaced:
            check_name(contact.id, data.at(*place, "id"), problems, own=True)
    check_contacts(listed, data, today, problems)
    if found.consultation:
        check_reach(found.consultation.reach, (*at, "consultation"), data, problems)


def has_emergency_number(contacts: Iterable[OwnContact]) -> bool:
    """Tell whether one of `contacts` is an emergency number to call."""
    return any(contact.emergency_numbers for contact in contacts)


def is_chosen(found: Settings, region: Region) -> bool:
    """Tell whether the practice shows the contacts of `region`; without a choice, all are shown."""
    return found.regions is None or region.id in found.regions


def with_own(regions: Iterable[Region], own: Iterable[OwnContact]) -> tuple[Country, ...]:
    """Return `regions`, emergency first, with the practice's contacts in the place of those with the same id."""
    by_id = {contact.id: contact for contact in own}
    return tuple(
        Country(region.id, region.name, emergency_first(by_id.get(c.id, c) for c in region.contacts))
        for region in regions
    )


# A register of changes: its rows, where they stand, and the digests of the texts that it is kept for.
Register = tuple[Mapping[int, Change], Data, Mapping[str, str]]


def check_changes(registers: Iterable[Register], today: date, problems: Problems) -> None:
    """Note rows that stand twice or for no page, days to come, and texts that have changed since their row.

    Every edit changes a text, so the last is said once nothing else is wrong: then it is time to write the change down.
    """
    unwritten = []
    for rows, data, digests in registers:
        check_unique([((n, "page"), row.page) for n, row in rows.items()], data, problems)
        for n, row in rows.items():
            if row.changed > today:
                problems.add(data.at(n, "changed"), "EW804", key="changed", value=row.changed)
            if row.page not in digests and not problems.may_hold(f"{row.page}.md", ""):
                problems.add(data.at(n, "page"), "EW904", page=row.page)
        known = {row.page: row.digest for row in rows.values()}
        unwritten += [(page, data.file) for page, digest in digests.items() if known.get(page) != digest]
    for page, file in [] if len(problems) else unwritten:
        problems.add(Place(f"{file.partition('/')[0]}/{page}.md"), "EW903", file=file)


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


class Listed(NamedTuple):
    """What the ledger says of an address: the number that is written down for it, if one is, and where."""

    number: int | None
    place: Place


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
            problems.doubtful[name] = text
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


def check_numbers(
    ledger: Mapping[str, Listed], tasks: Mapping[str, Place], problems: Problems, *, editing: bool
) -> None:
    """Note what has no number yet, of the `ledger` and of `tasks`, and that for which none is left.

    Every new task has none, so the first is said once nothing else is wrong, and to nobody who is still `editing`.
    """
    written = {row: listed.number for row, listed in ledger.items()}
    places = {row: listed.place for row, listed in ledger.items()}
    places |= {row: place for row, place in tasks.items() if row not in ledger}
    new = [row for row in places if is_numbered(row) and written.get(row) is None]
    numbers = numbered(written, tasks)
    for row in new:
        if row not in numbers:
            problems.add(places[row], "EW611", row=row)
    unwritten: dict[str, list[str]] = {}
    for row in [] if editing or len(problems) else new:
        unwritten.setdefault(places[row].file, []).append(row)
    for first, *more in unwritten.values():
        problems.add(places[first], "EW607", rows=f"'{first}'{f' and {len(more)} more' if more else ''}")


def check_identity(
    ledger: Mapping[str, Listed],
    redirects: Mapping[int, Redirect],
    data: Data,
    places: Mapping[str, frozenset[str]],
    problems: Problems,
) -> None:
    """Note published addresses that lead nowhere, ids used again, and redirects from or to nothing."""
    moved: dict[str, str] = {}
    for index, redirect in redirects.items():
        row, place = redirect.from_, data.at(index, "from")
        if row in moved:
            problems.add(place, "EW606", row=row)
        elif row not in ledger:
            if not problems.may_hold("data/ledger.txt", row):
                problems.add(place, "EW605", row=row)
        elif resolves(row, places) and not problems.may_hold(f"{row.partition('#')[0]}.md", ""):
            problems.add(place, "EW603", row=row, to=redirect.to)
        if not (resolves(redirect.to, places) or _may_be_there(redirect.to, problems)):
            known = [*places, *(f"{path}#{id_}" for path in places for id_ in places[path])]
            problems.add(data.at(index, "to"), "EW604", to=redirect.to, hint=nearest(redirect.to, known))
        moved.setdefault(row, redirect.to)
    for row, (_, place) in ledger.items():
        path, hash_, fragment = row.partition("#")
        target = f"{moved[path]}{hash_}{fragment}" if path in moved and "#" not in moved[path] else row
        is_doubtful = problems.may_hold("data/redirects.yml", path) or _may_be_there(row, problems)
        if not (row in moved or resolves(target, places) or is_doubtful):
            problems.add(place, "EW601", row=row, file=data.file)


def _may_be_there(row: str, problems: Problems) -> bool:
    """Tell whether `row` may be a practice's own step, or the entry of a source, in a file that could not all be read."""
    id_ = row.partition("#")[2]
    if id_.startswith(LOCAL_NAME):
        return problems.may_hold("data/steps.yml", id_)
    return row.startswith(f"{SOURCES}#") and problems.may_hold("", id_.removeprefix(entry("")))


def resolves(row: str, places: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether an address (`page` or `page#id`) exists."""
    path, hash_, fragment = row.partition("#")
    return path in places and (not hash_ or fragment in places[path])
