"""What became of places that a page once had: an old link lands where the thing is now, without a script."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..guide import Gone, Guide
from ..models import Retired
from ..site import ids_in
from .html import component, href


@dataclass(frozen=True)
class GonePart:
    """A part by the id that it had, what became of it, and what is where it leads now."""

    id: str
    retired: Retired | None
    href: str
    title: str


def with_gone(guide: Guide, here: str, html: str) -> str:
    """Return the `html` of the page `here` with an anchor for each id that it once had.

    Where the thing is still on the page, the anchor stands in it. Else the page ends with what became of it.
    """
    if not (once := guide.gone(here)):
        return html
    there, elsewhere = ids_in(html), dict[str, Gone]()
    for old, gone in once.items():
        path, _, id_ = gone.to.partition("#")
        if old in there:
            continue  # its component has put the anchor there
        if path == here and id_ in there and not gone.retired:
            # In a table only its cells hold something.
            where = rf'<[a-z][^<>]*\sid="{re.escape(id_)}"[^<>]*>(?:\s*<t[rhd]\b[^<>]*>)*'
            html = re.sub(where, rf'\g<0><span id="{old}" class="alias"></span>', html, count=1)
        else:
            elsewhere[old] = gone
    return (
        f"{html}{component('gone', parts=gone_parts(guide, here, elsewhere.items()))}" if elsewhere else html
    )


def gone_parts(guide: Guide, here: str, gone: Iterable[tuple[str, Gone]]) -> list[GonePart]:
    """Return what became of parts by their ids, as it is told on the page `here`."""
    return [GonePart(id_, part.retired, href(here, part.to), _called(guide, part.to)) for id_, part in gone]


def _called(guide: Guide, address: str) -> str:
    """Return what stands at `address`, each as the service says it: the page, and what its place says, if that is known."""
    said, page = guide.titles.get(address), guide.page(address.partition("#")[0]).title
    return " · ".join(guide.settings.wording.localize(part) for part in (page, said) if part)
