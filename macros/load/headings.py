"""The headings of a text: one ladder below the title, and each with an id of its own that no edit moves."""

import re
from collections.abc import Collection, Iterator

from markdown.extensions.toc import slugify

from ..markup import without_code
from ..models import SLUG
from ..problems import Problem, problem
from .text import Document

FRAME = frozenset("checklist-form main run said search-missed search-words".split())  # on every page
_HEADING = re.compile(
    r"^(?P<signs>#{1,6})(?:[ \t]+(?P<title>[^\n]*?))?[ \t]*#*[ \t]*(?:\{#(?P<id>[\w-]+)\}[ \t]*)?$"
    r"|^(?![ \t]*(?:$|[-*+|>#]|\d+\.|!!!|\?\?\?))[^\n]+\n {0,3}(?P<line>=+|-+)[ \t]*$",
    re.MULTILINE,
)
_MARKUP = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|\{\{.*?\}\}|[*`]")


def check_headings(document: Document, made: Collection[str]) -> Iterator[Problem]:
    """Find headings out of order, and ids that stand twice on the page, those that macros `made` among them."""
    seen, level = {*made, *FRAME}, 1
    for heading in _HEADING.finditer(without_code(document.body)):
        place, id_, title = document.at_body(heading.start()), heading["id"], heading["title"] or ""
        if heading["line"]:
            yield problem(
                place,
                "EW413",
                what="the line below makes a heading of this one",
                fix="write '## ' before it, or leave an empty line between them",
            )
            continue
        depth = len(heading["signs"])
        slug = slugify(_MARKUP.sub(lambda match: match[1] or "", title), "-")
        if depth == 1:
            yield problem(
                place,
                "EW413",
                what="this is a second title",
                fix="write it with '##'; the title stands in the facts",
            )
        elif depth > level + 1:
            yield problem(
                place,
                "EW413",
                what=f"'{heading['signs']}' stands below '{'#' * level}'",
                fix=f"write it with '{'#' * (level + 1)}'",
            )
        if not title:
            yield problem(
                place,
                "EW413",
                what="this heading says nothing",
                fix="write what stands below it, or take it out",
            )
        elif id_ and id_ in seen:
            yield problem(document.at_body(heading.start("id")), "EW110", id=id_)
        elif id_ and not re.fullmatch(SLUG, id_):
            yield problem(document.at_body(heading.start("id")), "EW108", value=id_)
        elif not id_ and (not slug or slug in seen):
            what = f"the id '{slug}' is taken" if slug else "no id can be made of this heading"
            yield problem(place, "EW413", what=what, fix="give it one at its end, such as {#in-the-room}")
        seen.add(id_ or slug)
        level = max(depth, 2)
