"""The headings of a text: one ladder below the title, and each with an id of its own that no edit moves."""

import re
from collections.abc import Collection, Iterator

from ..headings import headings_in
from ..markup import without_code
from ..models import SLUG
from ..problems import Problem, problem
from .text import Document

FRAME = frozenset("checklist-form main run said search-missed search-words".split())  # on every page
_LINE_BELOW = re.compile(
    r"^(?![ \t]*(?:$|[-*+|>#]|\d+\.|!!!|\?\?\?))[^\n]+\n {0,3}(?:=+|-+)[ \t]*$", re.MULTILINE
)


def check_headings(document: Document, made: Collection[str]) -> Iterator[Problem]:
    """Find headings out of order, and ids that stand twice on the page, those that macros `made` among them."""
    for line in _LINE_BELOW.finditer(without_code(document.body)):
        yield problem(
            document.at_body(line.start()),
            "EW413",
            what="the line below makes a heading of this one",
            fix="write '## ' before it, or leave an empty line between them",
        )
    seen, level = {*made, *FRAME}, 1
    for heading in headings_in(document.body):
        place, id_, depth = document.at_body(heading.start), heading.id, heading.depth
        at = place if heading.gave is None else document.at_body(heading.gave)
        lasts = re.fullmatch(SLUG, id_) is not None
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
                what=f"'{'#' * depth}' stands below '{'#' * level}'",
                fix=f"write it with '{'#' * (level + 1)}'",
            )
        if not heading.title:
            yield problem(
                place,
                "EW413",
                what="this heading says nothing",
                fix="write what stands below it, or take it out",
            )
        elif heading.gave is None and (id_ in seen or not lasts):
            what = f"the id '{id_}' is taken" if lasts else "no id can be made of this heading"
            yield problem(place, "EW413", what=what, fix="give it one at its end, such as {#in-the-room}")
        elif id_ in seen:
            yield problem(at, "EW110", id=id_)
        elif not lasts:
            yield problem(at, "EW108", value=id_)
        seen.add(id_)
        level = max(depth, 2)
