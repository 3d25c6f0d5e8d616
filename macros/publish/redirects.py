"""A page at each address that moved, which leads on and keeps the place on the page."""

from ..guide import Guide
from ..render.html import component, href


def redirects(guide: Guide, release: str) -> dict[str, str]:
    """Return the file of each page that moved or is hidden; the folder `release` holds its script.

    Ids that moved within a page are anchors on it, and need no file.
    """
    moved = {redirect.from_: redirect.to for redirect in guide.redirects if "#" not in redirect.from_}
    return {
        f"{old}/index.html": component(
            "redirect", to=href(old, _now(guide, new)), script=f"{href(old, 'index')}{release}redirect.js"
        )
        for old, new in (moved | dict(guide.hidden)).items()
    }


def _now(guide: Guide, address: str) -> str:
    path, hash_, fragment = address.partition("#")
    return guide.hidden.get(path) or f"{path}{hash_}{fragment}"
