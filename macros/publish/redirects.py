"""A page at each address that moved, which leads on and keeps the place on the page."""

from ..guide import Guide
from ..render.html import component, href


def redirects(guide: Guide) -> dict[str, str]:
    """Return the file of each moved page. Ids that moved within a page are anchors on it, and need no file."""
    moved = [redirect for redirect in guide.redirects if "#" not in redirect.from_]
    return {
        f"{redirect.from_}/index.html": component(
            "redirect",
            to=href(redirect.from_, redirect.to),
            script=href(redirect.from_, "index") + "redirect.js",
        )
        for redirect in moved
    }
