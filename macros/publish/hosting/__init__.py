"""What a web server is told of the guide: its headers, how long things are kept, and where addresses went.

The templates beside this file hold one server's or host's configuration each.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ...guide import Guide
from ...render.html import url
from ..redirects import moved, shortcuts

SERVERS = ("nginx.conf", "Caddyfile", "Containerfile")
"""The files for those who run a server."""
STATIC_HOSTS = ("_headers", "_redirects")
"""The files that static hosts look for at the top of a site."""
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')
_templates = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    autoescape=False,  # noqa: S701 - none of it is HTML
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)


@dataclass(frozen=True)
class Move:
    """An address that leads to another: where the page was without its last slash, where it is, and the place on it."""

    old: str
    new: str
    fragment: str


def hosting(guide: Guide, home: str, frames: tuple[str, ...]) -> dict[str, str]:
    """Return the configuration of each server and host by its name, for a site whose first page is `home`.

    Its policy goes into the headers. Where `frames` names origins, no other may show the guide in a frame.
    """
    policy = _POLICY.search(home)
    if policy is None:
        raise ValueError("the page has no policy")
    base = urlsplit(guide.address).path
    allowed = f"; frame-ancestors 'self' {' '.join(frames)}" if frames else ""
    retired = {redirect.from_ for redirect in guide.redirects if redirect.retired}
    moves = moved(guide) | {short: there for short, there, _ in shortcuts(guide)}
    context = {
        "address": guide.address,
        "base": base,
        "headers": {
            "Content-Security-Policy": f"{policy[1]}{allowed}",
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "same-origin",
        },
        "for_ever": "public, max-age=31536000, immutable",
        "moves": [_move(base, old, new) for old, new in sorted(moves.items()) if old not in retired],
        "retired": [f"{base}{url(old)}" for old in sorted(retired) if "#" not in old],
    }
    return {name: _templates.get_template(f"{name}.j2").render(context) for name in (*SERVERS, *STATIC_HOSTS)}


def _move(base: str, old: str, new: str) -> Move:
    path, hash_, fragment = new.partition("#")
    return Move(f"{base}{url(old)}".removesuffix("/"), f"{base}{url(path)}", f"{hash_}{fragment}")
