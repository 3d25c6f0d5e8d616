"""What search knows of each page, and of how clinicians write."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from ..guide import Guide, Reviewed
from ..headings import headings
from ..models import PHASES, Contact, Danger, Page, Purpose
from ..render.contacts import CONTACTS, PURPOSES, lacking
from ..render.html import url


def search_index(guide: Guide) -> str:
    """Return what the engine in `overrides/components/search` reads, as JSON; the kinds of its entries are told there."""
    language = guide.language
    dangers = _dangers(guide)
    others = [danger for danger in dangers if danger.kind != "reader"]
    pages = [
        {
            **page,
            "asks": (
                *page["asks"],
                *(ask for d in others if url(d.pages[0]) == page["id"] for ask in d.asks),
            ),
        }
        for page in _pages(guide)
    ]
    readers = [ask for danger in dangers if danger.kind == "reader" for ask in danger.asks]
    entries = [
        *pages,
        *(_unseen("outside", topic.topic, topic.asks) for topic in language.outside),
        _unseen("reader", "reader", readers),
    ]
    kinds = [{"kind": d.kind, "pages": [*map(url, d.pages)], "for": d.for_, "said": d.said} for d in dangers]
    heard = language.clients
    clients = {
        "page": url(guide.shown(heard.page)) if heard else "",
        "said": heard.said if heard else (),
        "not": heard.not_ if heard else (),
    }
    return json.dumps(
        {
            "entries": entries,
            "language": language.model_dump(exclude={"outside", "dangers", "danger", "clients"})
            | {
                "danger": language.danger.model_dump(
                    exclude={"kinds", "harmless", "heard", "own", "overheard"}
                )
                | {
                    "kinds": kinds,
                    "names": language.danger.names | _emergency(guide),
                    "leans": guide.leans.danger,
                    "own": guide.leans.own,
                },
                "clients": clients,
            },
            "contacts": _contacts(guide, {purpose for danger in dangers for purpose in danger.for_}),
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _unseen(kind: str, id_: str, asks: Iterable[str]) -> dict[str, Any]:
    """What search has to know, and never shows as a page."""
    return {
        "id": id_,
        "kind": kind,
        "title": id_,
        "names": (),
        "summary": "",
        "asks": tuple(asks),
        "text": "",
    }


def _dangers(guide: Guide) -> list[Danger]:
    """The dangers for which there is a page to follow, or one in its place."""
    known = {*guide.reviewed, *guide.pages}
    there = [
        (danger, tuple(page for page in map(guide.shown, danger.pages) if page in known))
        for danger in guide.language.danger.kinds
    ]
    return [danger.model_copy(update={"pages": pages}) for danger, pages in there if pages]


def _emergency(guide: Guide) -> dict[str, str]:
    """The name of a pattern for the emergency numbers that this guide shows, and no others."""
    of_countries = (contact for country in (guide.own, *guide.regions) for contact in country.contacts)
    numbers = dict.fromkeys(number for contact in of_countries for number in contact.emergency_numbers)
    return {"emergency_number": "|".join(number.replace(" ", "_") for number in numbers)}


def _contacts(guide: Guide, purposes: set[Purpose]) -> list[dict[str, Any]]:
    """The numbers for these dangers, emergency first, by country, the service's own before them; then each danger that a country
    has no line for."""
    wanted, localize = {"emergency", *purposes}, guide.settings.wording.localize
    countries = (guide.own, *guide.regions)
    lines = [
        {
            "region": country.id,
            "where": country.name,
            "name": contact.name,
            "about": localize(contact.about or "") if isinstance(contact, Contact) else contact.about or "",
            "for": contact.for_,
            "reach": [reach.model_dump(exclude_none=True) for reach in contact.reach],
        }
        for country in countries
        for contact in country.contacts
        if wanted & {*contact.for_}
    ]
    return lines + [
        {
            "region": country.id,
            "where": country.name,
            "name": localize(PURPOSES[purpose]),
            "about": "",
            "for": (purpose,),
            "reach": (),
        }
        for country in guide.regions or (guide.own,)
        for purpose in lacking(guide, country, filter(purposes.__contains__, PURPOSES))
    ]


def _pages(guide: Guide) -> Iterator[dict[str, Any]]:
    localize = guide.settings.wording.localize
    navigation = guide.navigation
    called = [(e.page, e.name) for e in (*navigation.header, *navigation.footer, *navigation.lost)]

    def in_both(said: Iterable[str]) -> tuple[str, ...]:
        """In the guide's words and in the service's."""
        said = tuple(said)
        return tuple(dict.fromkeys((*said, *map(localize, said))))

    def entry(
        kind: str,
        page: Reviewed | Page,
        asks: tuple[str, ...],
        text: str,
        name: str = "",
        named: tuple[str, ...] = (),
    ) -> dict[str, Any]:
        names = (page.title, name, *(name for path, name in called if path == page.path))
        if page.path.startswith("reference/"):
            names = (*names, page.path.rpartition("/")[2].replace("-", " "))
        return {
            "id": url(page.path),
            "kind": kind,
            "title": localize(page.title),
            "names": tuple(said for said in in_both(filter(None, names)) if said != localize(page.title)),
            "summary": localize(page.summary),
            "asks": (*in_both(asks), *named),
            "text": localize(text),
        }

    for practice in guide.practices.values():
        list_ = practice.checklist
        # What a service adds, nobody has asked for yet.
        steps = (step.do for step in list_.steps if step.is_local or practice.is_local)
        text = " ".join((*([practice.when] if practice.is_local else []), *steps))
        yield {
            **entry("practice", practice, guide.asks[practice.path], text, practice.name),
            "side": practice.side,
            "first": localize(list_.steps[0].do),
            "danger": list_.mode == "read-do",
        }
    for letter in guide.letters.values():
        yield entry("letter", letter, guide.asks[letter.path], letter.when if letter.is_local else "")
    for module in guide.modules.values():
        yield entry("page", module, guide.asks.get(module.path, ()), "")
    contacts = dict.fromkeys(said for c in guide.contacts for said in (c.name, *(way.to for way in c.reach)))
    for page in guide.pages.values():
        named = tuple(contacts) if page.path == CONTACTS else ()
        phases = next((tuple(PHASES[side].values()) for side in PHASES if page.path == f"{side}/index"), ())
        parts = (*headings(page.body).values(), *phases)
        yield entry("page", page, (*guide.asks.get(page.path, ()), *parts), "", named=named)
