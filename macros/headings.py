"""The headings of a text: what each says, and its id, as its author gave it or as Markdown makes it."""

import re

from markdown.extensions.toc import slugify, unique

from .markup import FENCE

_HEADING = re.compile(r"^#{1,6}[ \t]*(?P<title>[^\n]*?)[ \t]*(?:\{#(?P<id>[\w-]+)\}[ \t]*)?$", re.MULTILINE)
_MARKUP = re.compile(r"\[([^\]]*)\]\([^)]*\)|[*`]")


def headings(text: str) -> dict[str, str]:
    """Return what the headings of `text`, which is Markdown, say, by their ids."""
    found = [
        (match["id"], _MARKUP.sub(r"\1", match["title"]))
        for match in _HEADING.finditer(FENCE.sub("", text))
        if match["title"]
    ]
    used = {id_ for id_, _ in found if id_}
    return {id_ or unique(slugify(title, "-"), used): title for id_, title in found}
