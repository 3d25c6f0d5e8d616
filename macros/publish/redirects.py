"""A page at each address that moved, which leads on and keeps the place on the page, or tells what became of it."""

from ..guide import Guide
from ..render.html import component, href


def redirects(guide: Guide, release: str) -> dict[str, str]:
    """Return the file of each page that moved or is hidden; the folder `release` holds its script.

    Ids that moved within a page are anchors on it, and need no file.
    """
    pages = [redirect for redirect in guide.redirects if "#" not in redirect.from_]
    moved = {redirect.from_: redirect.to for redirect in pages}
    retired = {redirect.from_: redirect.retired for redirect in pages}
    return {
        f"{old}/index.html": component(
            "redirect",
            to=href(old, guide.now(new)),
            script=f"{href(old, 'index')}{release}redirect.js",
            retired=retired.get(old),
        )
        for old, new in (moved | dict(guide.hidden)).items()
    }
