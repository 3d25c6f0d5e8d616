"""The one environment that makes HTML, and addresses relative to the page they stand on."""

import posixpath
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ..english import typographic

COMPONENTS = Path(__file__).parents[2] / "overrides" / "components"

_templates = Environment(
    loader=FileSystemLoader(COMPONENTS),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_templates.filters["typographic"] = typographic


def component(name: str, **context: object) -> Markup:
    """Return the HTML of the component `name`, as one block that Markdown leaves alone."""
    return Markup(_templates.get_template(f"{name}/{name}.html").render(context).strip())  # noqa: S704 - autoescaped


def url(path: str) -> str:
    """Return the address of the page `path` below the site's own: `sessions/index` is `sessions/`."""
    path = "" if path == "index" else path.removesuffix("/index")
    return f"{path}/" if path else ""


def href(here: str, there: str) -> str:
    """Return the relative address of `there` (a page, or `page#id`) as seen from the page `here`."""
    path, hash_, fragment = there.partition("#")
    if path == here and hash_:
        return f"#{fragment}"
    relative = posixpath.relpath("/" + url(path), "/" + url(here))
    return f"{relative}/{hash_}{fragment}"
