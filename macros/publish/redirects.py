"""A page at each address that moved, which leads on and keeps the place on the page, or tells what became of it."""

from collections.abc import Iterator

from ..guide import Guide
from ..render.gone import gone_parts
from ..render.html import component, href
from .vocabulary import localized
from .widgets import places


def redirects(guide: Guide, release: str) -> dict[str, str]:
    """Return the file of each page that moved or is hidden, of what could be framed of it, and of each short address, as the service speaks.

    The folder `release` holds what they need.

    A refresh would lose the place on the page. So a reader without a script goes on by a link: from each part that the page
    had, to where that part is.
    """
    retired = {redirect.from_: redirect.retired for redirect in guide.redirects}
    pages: dict[str, str] = {
        f"{old}{below}/index.html": component(
            "redirect",
            to=href(f"{old}{below}", there),
            release=f"{href(f'{old}{below}', 'index')}{release}",
            retired=retired.get(old),
            parts=() if below else gone_parts(guide, old, guide.gone_with(old).items()),
        )
        for old, new in moved(guide).items()
        for below, there in (("", new), *_framed(old, new))
    }
    pages |= {
        f"{short}/index.html": component("short", to=href(short, there), title=title)
        for short, there, title in shortcuts(guide)
    }
    return {path: localized(html, guide.settings.wording) for path, html in pages.items()}


def shortcuts(guide: Guide) -> list[tuple[str, str, str]]:
    """Return each short address, the page that it leads to, and the title of that."""
    found = ((short, guide.now(path).partition("#")[0]) for path, short in guide.short.items())
    return [(short, there, guide.page(there).title) for short, there in found]


def _framed(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Yield what could be framed of the page `old`, and where it is now: the same of the page `new`, or else that itself."""
    page, still = new.partition("#")[0], places(new.partition("#")[0])
    for place in places(old):
        yield f"/{place.below}", f"{page}/{place.below}" if place in still else new


def moved(guide: Guide) -> dict[str, str]:
    """Return where each page went that moved or is hidden."""
    return {old: new for old, new in led_on(guide).items() if "#" not in old}


def led_on(guide: Guide) -> dict[str, str]:
    """Return where each address leads now that is a page or a place on one no longer."""
    return {old: guide.now(old) for old in (*(r.from_ for r in guide.redirects), *guide.hidden)}
