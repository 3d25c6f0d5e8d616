"""The headings of a text: what each says, and its id, as its author gave it or as Markdown makes it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from markdown.extensions.toc import slugify, unique

from .markup import CALL, FENCE, blank, without_notes

_HEADING = re.compile(
    r"^(?P<signs>#{1,6})(?:[ \t]+(?P<title>(?:\\.|[^\\\n])*?))?[ \t]*#*[ \t]*(?:\{#(?P<id>[\w-]+)\}[ \t]*)?$",
    re.MULTILINE,
)
_MARKUP = re.compile(
    rf"{CALL.pattern}"
    r"|!?\[(?P<text>[^\]]*)\](?:\([^)]*\)|\[[^\]]*\])|\[\^[\w-]+\]|\\(?P<sign>[\W_])|[*`]|~~|(?<![^\W_])_+|_+(?![^\W_])"
)


class Heading(NamedTuple):
    """A heading: where it begins, its depth, what it says, and its id, with where that stands if its author `gave` it."""

    start: int
    depth: int
    title: str
    id: str
    gave: int | None = None


def headings_in(text: str) -> Iterator[Heading]:
    """Return the headings of `text`, which is Markdown. One whose id depends on what it calls has none, nor has one without words."""
    for found in _HEADING.finditer(without_notes(blank(FENCE, text))):
        words = found["title"] or ""
        title = _MARKUP.sub(lambda sign: sign["text"] or sign["sign"] or "", words).strip()
        made = "" if "{{" in words else slugify(title, "-")
        gave = found.start("id") if found["id"] else None
        yield Heading(found.start(), len(found["signs"]), title, found["id"] or made, gave)


def headings(text: str) -> dict[str, str]:
    """Return what the headings of `text` say, by their ids: Markdown tells those of the same words apart."""
    found = [heading for heading in headings_in(text) if heading.title]
    used = {heading.id for heading in found if heading.gave is not None}
    return {h.id if h.gave is not None else unique(h.id, used): h.title for h in found}
