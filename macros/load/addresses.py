"""The ledgers of addresses: none that was ever published is lost, and each task of the course has a number of its own.

`data/ledger.txt` is written by `make ledger`. The digest in its last row shows that no row was taken out:

    course/first-day#asked 2
    course/first-day#checks -
    sessions/door-handle hkm
    seal 0a1b2c3d4e5f60718293a4b5c6d7e8f9

`data/redirects.yml` says where an address went that moved:

    - {from: "sessions/door-handle#remain", to: "sessions/door-handle#stay"}

And what became of one that was retired, for whoever still follows a link to it:

    - from: "sessions/door-handle#hurry"
      to: "sessions/door-handle#stay"
      retired: {was: Bring the hour to its end., since: 2026-11-29}
"""

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from operator import itemgetter

from ..guide import SOURCES, Guide, entry
from ..models import LOCAL_NAME, SLUG, Page, Redirect, is_local
from ..moves import followed, moves_of
from ..numbers import NONE, UNNUMBERED, is_numbered, may_have, numbered
from ..problems import Place, Problem, Problems, nearest, problem
from ..registry import kind_of
from ..short import LETTERS
from .course import with_what_is_shown
from .draft import Draft, Listed, by_path, is_of_the_guide
from .evidence import stated
from .links import Everything
from .local import out_of_place
from .places import places_in
from .text import Data

SEAL = "seal "
# Markdown tells headings of the same words apart by a number behind `_`.
ROW = re.compile(
    rf"(?P<address>(?:{SLUG}/)*{SLUG}(?:#(?:{SLUG}/)*{SLUG}(?:_[0-9]+)?)?)(?: (?:(?P<number>[1-9][0-9]*|{NONE})|(?P<short>[{LETTERS}]{{3}})))?"
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
        match = ROW.fullmatch(line)
        if not match or (
            "#" in match["address"]
            if match["short"]
            else match["number"] and not is_numbered(match["address"])
        ):
            problems.add(place, "EW610", line=line, file=name)
            problems.unparsed[name] = text
            continue
        address, number = match["address"], _number(match["number"])
        values = {address, *filter(None, (number, match["short"]))}
        for value in values & given:
            problems.add(place, "EW609", value=value, file=name)
        if number and not may_have(address, number):
            problems.add(place, "EW608", row=address, number=number, file=name)
        given |= values
        found.setdefault(address, Listed(number, place, match["short"] or ""))
    return found


def _number(written: str | None) -> int | None:
    return UNNUMBERED if written == NONE else int(written) if written else None


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
        yield problem(places[first], "EW607", rows=_first_of(first, more))


def _unnumbered(draft: Draft) -> tuple[dict[str, Place], Mapping[str, int]]:
    """Return the place of each address without a number of those that need one, and the numbers that may be given."""
    listed = {row: known for ledger in draft.ledgers for row, known in ledger.rows.items()}
    written = {row: known.number for row, known in listed.items()}
    tasks = {
        f"{module.path}#{id_}": Place(document.data.file)
        for module, document in draft.modules
        for id_ in with_what_is_shown(module, draft.stand_ins).ids
    }
    places = {row: known.place for row, known in listed.items()}
    places |= {row: place for row, place in tasks.items() if row not in listed}
    new = {row: place for row, place in places.items() if is_numbered(row) and written.get(row) is None}
    return new, numbered(written, tasks)


def check_addresses_written_down(guide: Guide) -> Iterator[Problem]:
    """Find addresses, and short ones, that no ledger lists, told once for a page of the guide and once for a service."""
    new: dict[Place, list[str]] = {}
    for row in guide.identities:
        if row not in guide.ledger or (row in guide.short and row not in guide.shorts):
            page = row.partition("#")[0]
            own = f"{guide.settings.folder}/data/ledger.txt"
            new.setdefault(Place(own if is_local(row) else f"docs/{page}.md"), []).append(row)
    for place, (first, *more) in new.items():
        rows = f"{_first_of(first, more)} {'are' if more else 'is'}"
        yield problem(place, "EW612", rows=rows)


def _first_of(first: str, more: list[str]) -> str:
    return f"'{first}' and {len(more)} more" if more else f"'{first}'"


def check_ledgers(draft: Draft) -> Iterator[Problem]:
    """Find published addresses that lead nowhere, ids used again, and redirects from or to nothing."""
    redirects = (r for ledger in draft.ledgers for r in ledger.redirects.entries.values())
    moves = {**moves_of(redirects), **draft.stand_ins}
    names = {old: followed(old, moves).partition("#")[0] for old in moves if "#" not in old}
    places = {
        path: ids if isinstance(ids, Everything) else ids | led_on(ids, names)
        for path, ids in places_in(draft).items()
    }
    places[SOURCES] = places.get(SOURCES, frozenset()) | set(map(entry, stated(draft)))
    for ledger, (moved, data) in draft.ledgers:
        yield from check_identity(ledger, moved, data, places, draft)


def led_on(ids: Collection[str], names: Mapping[str, str]) -> frozenset[str]:
    """Return the places for pages that moved or are hidden, on one that has a place for what stands where they stood."""
    return frozenset(old for old, new in names.items() if new in ids)


def check_identity(
    ledger: Mapping[str, Listed],
    redirects: Mapping[int, Redirect],
    data: Data,
    places: Mapping[str, frozenset[str]],
    draft: Draft,
) -> Iterator[Problem]:
    """Find in one ledger, and among its redirects in `data`, what leads to none of the `places`."""
    own = not is_of_the_guide(data.file)  # whose own files may list and move its addresses
    moves = moves_of(redirects.values())
    moved: set[str] = set()
    for index, redirect in redirects.items():
        row, place = redirect.from_, data.at(index, "from")
        if row in moved:
            yield problem(place, "EW606", row=row)
        elif row not in ledger:
            if not draft.might_define("data/ledger.txt", row, own=own):
                yield problem(place, "EW605", row=row)
        elif resolves(row, places) and not draft.might_define(f"{row.partition('#')[0]}.md", ""):
            yield problem(place, "EW603", row=row, to=redirect.to)
        end = redirect.to if resolves(redirect.to, places) else followed(redirect.to, moves)
        if not (resolves(end, places) or _may_be_there(end, draft)):
            known = [*places, *(f"{path}#{id_}" for path in places for id_ in places[path])]
            yield problem(data.at(index, "to"), "EW604", to=redirect.to, hint=nearest(redirect.to, known))
        if redirect.retired and redirect.retired.since > draft.latest:
            since = redirect.retired.since
            yield problem(data.at(index, "retired", "since"), "EW804", key="since", value=since)
        moved.add(row)

    def is_lost(row: str) -> bool:
        path = row.partition("#")[0]
        might_lead = draft.might_define("data/redirects.yml", path, own=own) or _may_be_there(row, draft)
        return not (row in moved or resolves(followed(row, moves), places) or might_lead)

    lost = [*filter(is_lost, ledger)]
    for row in lost:
        page, hash_, _ = row.partition("#")
        if not (hash_ and page in lost):  # it went with its page
            renamed = _renamed(page, ledger, places) if not hash_ else ""
            yield problem(ledger[row].place, "EW601", row=row, fix=f"{renamed}{_BRING_BACK}{data.file}")


_BRING_BACK = "bring it back, or say where it went in "


def _renamed(page: str, ledger: Collection[str], places: Mapping[str, frozenset[str]]) -> str:
    """Say which page no ledger lists yet has most of what was on the lost `page`: its file has another name now."""
    had = {row.partition("#")[2] for row in ledger if row.startswith(f"{page}#")}
    kind = (kind_of(page), is_local(page))
    new = [path for path in places if path not in ledger and (kind_of(path), is_local(path)) == kind]
    closest, shared = max(
        ((path, len(had & places[path])) for path in new), key=itemgetter(1), default=("", 0)
    )
    is_it = 2 * shared > len(had)
    return f"if it is {closest} now, run `make rename FROM={page} TO={closest}`; else " if is_it else ""


def _may_be_there(row: str, draft: Draft) -> bool:
    """Tell whether `row` may be of a file that could not all be read.

    It may be a service's own step, the entry of a source, or a place for what stands on another page, on one that gathers.
    Or what it is of may stand at the wrong place, which is told by itself.
    """
    path, _, id_ = row.partition("#")
    kind = kind_of(path)
    if id_ and kind and kind.model is Page and draft.unparsed_pages:
        return True
    if id_.startswith(LOCAL_NAME):
        steps = draft.steps.entries.values()
        return id_ in out_of_place(steps, by_path(draft.practices)) or draft.might_define(
            "data/steps.yml", ""
        )
    if id_ in draft.stand_ins:  # whose stand-in is told to be none
        to = draft.stand_ins[id_]
        return to in draft.stand_ins or to not in by_path(draft.practices) | by_path(draft.letters)
    return row.startswith(f"{SOURCES}#") and draft.might_define("", id_.removeprefix(entry("")))


def resolves(row: str, places: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether an address (`page` or `page#id`) exists."""
    path, hash_, fragment = row.partition("#")
    return path in places and (not hash_ or fragment in places[path])
