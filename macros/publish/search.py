"""What search knows of each page, and of how clinicians write."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from ..guide import Guide, Reviewed
from ..models import PHASES, Page
from ..render.contacts import CONTACTS
from ..render.html import url

_HEADING = re.compile(r"^##+ +(.+?) *(?:\{#[^}]*\})?$", re.MULTILINE)


def search_index(guide: Guide) -> str:
    """Return what the engine in `overrides/components/search` reads, as JSON; the kinds of its entries are told there."""
    language = guide.language
    outside = (
        {
            "id": topic.topic,
            "kind": "outside",
            "title": topic.topic,
            "names": (),
            "summary": "",
            "asks": topic.asks,
            "text": "",
        }
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
    navigation = guide.navigation
    called = [(e.page, e.name) for e in (*navigation.header, *navigation.footer, *navigation.lost)]

    def in_both(said: Iterable[str]) -> tuple[str, ...]:
        """In the guide's words and in the service's."""
        said = tuple(said)
        return tuple(dict.fromkeys((*said, *map(localize, said))))

    def entry(
        kind: str, page: Reviewed | Page, asks: tuple[str, ...], text: str, name: str = ""
    ) -> dict[str, Any]:
        names = (page.title, name, *(name for path, name in called if path == page.path))
        if kind == "page":
            names = (*names, page.path.removesuffix("/index").rpartition("/")[2].replace("-", " "))
        return {
            "id": url(page.path),
            "kind": kind,
            "title": localize(page.title),
            "names": in_both(dict.fromkeys(filter(None, names))),
            "summary": localize(page.summary),
            "asks": in_both(asks),
            "text": localize(text),
        }

    for practice in guide.practices.values():
        list_ = practice.checklist
        text = " ".join(
            (practice.when, *(step.do for step in list_.steps), *(said.when for said in practice.words))
        )
        yield {
            **entry("practice", practice, guide.asks[practice.path], text, practice.name),
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
        phases = next((tuple(PHASES[side].values()) for side in PHASES if page.path == f"{side}/index"), ())
        headings = (*_HEADING.findall(page.body), *phases)
        yield entry("page", page, (*guide.asks.get(page.path, ()), *headings, *named), "")
