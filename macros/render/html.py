"""The one environment that makes HTML, its twin that makes Markdown, and addresses relative to the page they stand on."""

import posixpath
import re
from collections.abc import Callable
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from ..english import typographic

COMPONENTS = Path(__file__).resolve().parents[2] / "overrides" / "components"

_templates = Environment(
    loader=FileSystemLoader(COMPONENTS),
    autoescape=True,
    undefined=StrictUndefined,
    auto_reload=False,  # a build reads each template once
    trim_blocks=True,
    lstrip_blocks=True,
)
_templates.filters["typographic"] = typographic

KEPT = ("\ue000", "\ue001")
"""What stands around words in Markdown that are said as they are, as `translate="no"` does in HTML."""
_SIGNS = re.compile(r"([\\`*\[\]<])")


def _escaped(value: object) -> object:
    return _SIGNS.sub(r"\\\1", value) if isinstance(value, str) and not isinstance(value, Markup) else value


_in_markdown = _templates.overlay(autoescape=False, finalize=_escaped)
_in_markdown.filters = {**_templates.filters, "kept": "{}".join(KEPT).format}
_is_markdown = ContextVar("_is_markdown", default=False)


@cache
def _template(name: str, *, is_markdown: bool) -> Template:
    if is_markdown:
        return _in_markdown.select_template([f"{name}/{name}.md", "base/base.md"])
    return _templates.get_template(f"{name}/{name}.html")


def component(name: str, **context: object) -> Markup:
    """Return the HTML of the component `name`, as one block that Markdown leaves alone; within `markdown`, that."""
    template = _template(name, is_markdown=_is_markdown.get())
    return Markup(template.render(context).strip())  # noqa: S704 - autoescaped


def markdown(make: Callable[..., str], *arguments: Any) -> str:
    """Return what `make` makes of these arguments, its components in Markdown: those that have none say so."""
    token = _is_markdown.set(True)
    try:
        return str(make(*arguments))
    finally:
        _is_markdown.reset(token)


def url(path: str) -> str:
    """Return the address of the page `path` below the site's own: `sessions/index` is `sessions/`."""
    path = "" if path == "index" else path.removesuffix("/index")
    return f"{path}/" if path else ""


@cache
def href(here: str, there: str) -> str:
    """Return the relative address of `there` (a page, or `page#id`) as seen from the page `here`."""
    path, hash_, fragment = there.partition("#")
    if path == here and hash_:
        return f"#{fragment}"
    relative = posixpath.relpath("/" + url(path), "/" + url(here))
    return f"{relative}/{hash_}{fragment}"
