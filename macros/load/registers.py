"""The registers beside the pages: the source text, the contacts, the ledger of addresses and its redirects."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from ..models import Practice, Redirect, Region, SourceText
from ..problems import Place, Problems, nearest
from .evidence import Sources, check_source
from .text import Data, Document

SEAL = "seal "


def check_source_text(
    text: SourceText,
    data: Data,
    written: Iterable[tuple[Practice, Document]],
    sources: Sources,
    problems: Problems,
) -> None:
    """Note practices that carry unknown lines or noise, lines that nobody carries, and clashes that name neither."""
    lines = {line.code for line in text.lines}
    noise = {item.code for item in text.noise}
    carried = set()
    for practice, document in written:
        for index, code in enumerate(practice.carries):
            place = document.data.at("carries", index)
            carried.add(code)
            if code in noise:
                problems.add(place, "EW703", row=code)
            elif code not in lines:
                problems.add(place, "EW701", row=code, hint=nearest(code, lines))
    for n, line in enumerate(text.lines):
        if line.code not in carried:
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
    regions: Sequence[Region],
    chosen: Sequence[str],
    data: Data,
    sources: Sources,
    today: date,
    problems: Problems,
) -> None:
    """Note regions with no contacts or chosen but unknown, and contacts nobody could read, date or dial."""
    for name in chosen:
        if name not in {region.id for region in regions}:
            known = [region.id for region in regions]
            problems.add(Place("mkdocs.yml"), "EW802", id=name, hint=nearest(name, known))
    for r, region in enumerate(regions):
        if not region.contacts:
            problems.add(data.at(r, "contacts"), "EW801", id=region.id)
        for c, contact in enumerate(region.contacts):
            at = (r, "contacts", c)
            if contact.source not in sources:
                check_source(contact.source, data.at(*at, "source"), sources, problems)
            elif sources[contact.source].confidence == "unverified":
                problems.add(data.at(*at, "source"), "EW803", id=contact.id, source=contact.source)
            if contact.checked is not None and contact.checked > today:
                problems.add(data.at(*at, "checked"), "EW804", key="checked", value=contact.checked)
            for n, reach in enumerate(contact.reach):
                if reach.way != "visit" and set(reach.to) - set("0123456789 -+"):
                    problems.add(data.at(*at, "reach", n, "to"), "EW805", value=reach.to)


def seal(rows: Iterable[str]) -> str:
    """Return the digest that closes the ledger: without it, a deleted row would leave no trace."""
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()[:32]


def read_ledger(text: str, name: str, problems: Problems) -> tuple[str, ...]:
    """Return the rows of the ledger; one that does not match its seal is a problem."""
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("# ")]
    rows = tuple(line for line in lines if not line.startswith(SEAL))
    if lines[-1:] != [SEAL + seal(rows)]:
        problems.add(Place(name, text.count("\n") + 1), "EW602")
    return rows


def check_identity(
    ledger: Sequence[str],
    redirects: Sequence[Redirect],
    data: Data,
    places: Mapping[str, frozenset[str]],
    problems: Problems,
) -> None:
    """Note published addresses that lead nowhere, ids used again, and redirects from or to nothing."""
    moved: dict[str, str] = {}
    for index, redirect in enumerate(redirects):
        place = data.at(index, "from")
        if redirect.from_ in moved:
            problems.add(place, "EW606", row=redirect.from_)
        elif redirect.from_ not in ledger:
            problems.add(place, "EW605", row=redirect.from_)
        elif resolves(redirect.from_, places):
            problems.add(place, "EW603", row=redirect.from_, to=redirect.to)
        if not resolves(redirect.to, places):
            hint = nearest(
                redirect.to, [*places, *(f"{path}#{id_}" for path in places for id_ in places[path])]
            )
            problems.add(data.at(index, "to"), "EW604", to=redirect.to, hint=hint)
        moved[redirect.from_] = redirect.to
    for number, row in enumerate(ledger, 1):
        path, hash_, fragment = row.partition("#")
        target = f"{moved[path]}{hash_}{fragment}" if path in moved and "#" not in moved[path] else row
        if row not in moved and not resolves(target, places):
            problems.add(Place("docs/data/ledger.txt", number), "EW601", row=row)


def resolves(row: str, places: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether an address (`page` or `page#id`) exists."""
    path, hash_, fragment = row.partition("#")
    return path in places and (not hash_ or fragment in places[path])
