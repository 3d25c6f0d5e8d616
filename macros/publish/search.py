"""What search knows of each page, and of how clinicians write."""

import json
from collections.abc import Iterator
from typing import Any

from ..guide import Guide, Reviewed
from ..models import Page
from ..render.contacts import CONTACTS
from ..render.html import url


def search_index(guide: Guide) -> str:
    """Return what the engine in `overrides/components/search` reads, as JSON; the kinds of its entries are told there."""
    language = guide.language
    outside = (
        {"id": topic.topic, "kind": "outside", "title": topic.topic, "asks": topic.asks}
        for topic in language.outside
    )
    entries = [*_pages(guide), *outside]
    return json.dumps(
        {"entries": entries, "language": language.model_dump(exclude={"outside", "dangers"})},
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _pages(guide: Guide) -> Iterator[dict[str, Any]]:
    localize = guide.settings.wording.localize

    def entry(kind: str, page: Reviewed | Page, asks: tuple[str, ...], text: str) -> dict[str, Any]:
        return {
            "id": url(page.path),
            "kind": kind,
            "title": localize(page.title),
            "summary": localize(page.summary),
            # How people ask: in the guide's words and in the service's.
            "asks": tuple(dict.fromkeys((*asks, *map(localize, asks)))),
            "text": localize(text),
        }

    for practice in guide.practices.values():
        list_ = practice.checklist
        text = " ".join(
            (practice.when, *(step.do for step in list_.steps), *(said.when for said in practice.words))
        )
        yield {
            **entry("practice", practice, (practice.name, *guide.asks[practice.path]), text),
            "side": practice.side,
            "first": localize(list_.steps[0].do),
            "danger": list_.mode == "read-do",
        }
    for letter in guide.letters.values():
        yield entry("letter", letter, guide.asks[letter.path], letter.when)
    for module in guide.modules.values():
        yield entry("page", module, guide.asks.get(module.path, ()), " ".join(module.objectives))
    contacts = dict.fromkeys(said for c in guide.contacts for said in (c.name, *(way.to for way in c.reach)))
    for page in guide.pages.values():
        named = tuple(contacts) if page.path == CONTACTS else ()
        yield entry("page", page, (*guide.asks.get(page.path, ()), *named), "")
