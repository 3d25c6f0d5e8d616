"""The words in braces that a page calls: read without running them."""

import re
from dataclasses import dataclass

import jinja2
from jinja2 import nodes

from ..problems import Problems, nearest
from .text import Document

# Comments are written {{# #}} as in mkdocs.yml: `{#why}` after a heading is its id.
BRACES = jinja2.Environment(autoescape=True, comment_start_string="{{#", comment_end_string="#}}")

# The parts of a practice, in the order every page keeps. `contacts` may follow the checklist.
ANATOMY = ("answer", "checklist", "words", "exceptions", "crosslinks", "references")
_ORDER = ("answer", "checklist", "contacts", "words", "exceptions", "crosslinks", "references")
KINDS_OF_PAGE: dict[str, frozenset[str]] = {
    "answer": frozenset({"practice"}),
    "checklist": frozenset({"practice"}),
    "words": frozenset({"practice"}),
    "exceptions": frozenset({"practice"}),
    "crosslinks": frozenset({"practice"}),
    "references": frozenset({"practice"}),
    "cite": frozenset({"practice"}),
    "contacts": frozenset({"practice", "home", "reference"}),
    "doors": frozenset({"home"}),
    "right_now": frozenset({"home"}),
    "phases": frozenset({"hub"}),
    "pairs": frozenset({"reference"}),
    "origins": frozenset({"reference"}),
    "problems": frozenset({"reference"}),
}


@dataclass(frozen=True)
class Call:
    """A call of a word in braces: its name, its text arguments, and where it stands in the body."""

    name: str
    args: tuple[str, ...]
    offset: int


def calls(document: Document, kind: str, problems: Problems) -> tuple[Call, ...]:
    """Return the calls in a page's text. Unreadable, unknown and misplaced ones are noted."""
    try:
        tree = BRACES.parse(document.body)
    except jinja2.TemplateSyntaxError as error:
        offset = sum(len(line) for line in document.body.splitlines(keepends=True)[: error.lineno - 1])
        problems.add(document.at_body(offset), "EW503", reason=error.message or "syntax error")
        return ()
    found = tuple(
        _call(node, document) for node in tree.find_all(nodes.Call) if isinstance(node.node, nodes.Name)
    )
    for node in tree.find_all(nodes.Name):
        if node.name not in {call.name for call in found}:
            place = document.at_body(_offset(document, node.name, node.lineno))
            problems.add(place, "EW502", name=node.name, reason="is called with brackets after its name")
    for call in found:
        _check(call, kind, document, problems)
    return found


def _call(node: nodes.Call, document: Document) -> Call:
    name = node.node.name if isinstance(node.node, nodes.Name) else ""
    args = tuple(arg.value if isinstance(arg, nodes.Const) else "" for arg in node.args)
    return Call(name, tuple(map(str, args)), _offset(document, name, node.lineno))


def _offset(document: Document, name: str, line: int) -> int:
    start = sum(len(text) for text in document.body.splitlines(keepends=True)[: line - 1])
    return max(document.body.find(name, start), start)


def _check(call: Call, kind: str, document: Document, problems: Problems) -> None:
    place = document.at_body(call.offset)
    if call.name not in KINDS_OF_PAGE:
        problems.add(place, "EW501", name=call.name, hint=nearest(call.name, KINDS_OF_PAGE))
    elif kind not in KINDS_OF_PAGE[call.name]:
        problems.add(place, "EW508", name=call.name, kind=kind)
    elif call.name == "cite" and not call.args:
        problems.add(place, "EW502", name=call.name, reason="needs the id of a source")
    elif call.name != "cite" and call.args:
        problems.add(place, "EW502", name=call.name, reason="takes no arguments")


def check_anatomy(document: Document, found: tuple[Call, ...], problems: Problems) -> None:
    """Note the parts of a practice that are missing, doubled or out of order, and text that stands before them."""
    order = " ".join(ANATOMY)
    parts = [call for call in found if call.name in _ORDER]
    names = [call.name for call in parts]
    for name in ANATOMY:
        if name not in names:
            problems.add(document.at_body(0), "EW504", name=name, order=order)
    for index, call in enumerate(parts):
        if call.name in names[:index]:
            problems.add(document.at_body(call.offset), "EW506", name=call.name)
        elif any(_ORDER.index(later) < _ORDER.index(call.name) for later in names[index + 1 :]):
            problems.add(document.at_body(call.offset), "EW505", name=call.name, order=order)
    opening = document.body.partition("crosslinks")[0]
    text = re.search(
        r"[^\W_]", re.sub(r"\{\{.*?(?:\}\}|\Z)", lambda m: " " * len(m[0]), opening, flags=re.DOTALL)
    )
    if text:
        problems.add(document.at_body(text.start()), "EW507")
