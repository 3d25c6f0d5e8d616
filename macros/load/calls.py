"""The macros that a page calls: read without running them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import jinja2
from jinja2 import nodes

from ..markup import blank, without_code
from ..problems import Problem, Problems, nearest, problem
from ..registry import CITE, MACROS
from .text import Document

# Comments are written {{# #}} as in mkdocs.yml: `{#why}` after a heading is its id.
BRACES = jinja2.Environment(autoescape=True, comment_start_string="{{#", comment_end_string="#}}")
_STATEMENT = re.compile(r"\{%")
_NEVER_CLOSED = re.compile(r"\{\{(?!#)(?:(?!\}\}|\{\{).)*(?=\{\{|\Z)", re.DOTALL)
_PRINTED = re.compile(r"\{\{[-+]?\s*(?P<call>.*?)\}\}", re.DOTALL)
_IN_BRACES = re.compile(r"\{\{.*?(?:\}\}|\Z)", re.DOTALL)


@dataclass(frozen=True)
class Call:
    """A call of a macro: its name, its text arguments, and where it stands in the body."""

    name: str
    args: tuple[str, ...]
    offset: int

    @property
    def cited(self) -> tuple[str, ...]:
        """The ids of the sources that it cites."""
        return self.args if self.name == CITE.name else ()


def calls(document: Document, problems: Problems) -> tuple[Call, ...] | None:
    """Return the calls in a page's text, or nothing where its braces cannot be read.

    Unreadable, unknown and misplaced ones are noted.
    """
    body = without_code(document.body)
    slips = [(match.start(), "'{%' is not used here") for match in _STATEMENT.finditer(body)]
    slips += [(match.start(), "they are never closed") for match in _NEVER_CLOSED.finditer(body)]
    printed = [] if slips else [*_PRINTED.finditer(body)]
    slips += [(braces.start(), read) for braces in printed if isinstance(read := _read(braces[0]), str)]
    for offset, reason in slips:
        problems.add(document.at_body(offset), "EW503", reason=reason)
    if slips:
        return None
    found = []
    for braces in printed:
        offset = braces.start("call")
        match _read(braces[0]):
            case nodes.Call(node=nodes.Name(name=name)) as node:
                found.append(Call(name, _args(node), offset))
                _check(node, found[-1], document, problems)
            case nodes.Name(name=name) if name in MACROS:
                reason = "is called with brackets after its name"
                problems.add(document.at_body(offset), "EW502", name=name, reason=reason)
            case nodes.Name(name=name):
                _note_unknown(name, document, offset, problems)
            case _:
                problems.add(document.at_body(offset), "EW503", reason="they hold no word of the guide")
    return tuple(found)


@cache
def _read(braces: str) -> nodes.Expr | str:
    """Return what stands in a pair of braces, or what is wrong with it. Most pages call the same."""
    try:
        (output,) = BRACES.parse(braces).body
    except jinja2.TemplateSyntaxError as error:
        return error.message or "syntax error"
    except RecursionError:
        return "too many brackets stand within each other"
    assert isinstance(output, nodes.Output), "braces print"
    return output.nodes[0]


def _args(node: nodes.Call) -> tuple[str, ...]:
    values = (arg.value for arg in node.args if isinstance(arg, nodes.Const))
    return tuple(value for value in values if isinstance(value, str))


def _check(node: nodes.Call, call: Call, document: Document, problems: Problems) -> None:
    place = document.at_body(call.offset)
    given = [*node.args, *node.kwargs, *filter(None, (node.dyn_args, node.dyn_kwargs))]
    macro = MACROS.get(call.name)
    if macro is None:
        _note_unknown(call.name, document, call.offset, problems)
    elif document.kind not in macro.on:
        problems.add(place, "EW508", name=call.name, kind=document.kind.name)
    elif macro.takes and not 0 < len(given) == len(call.args):
        problems.add(place, "EW502", name=call.name, reason=f"takes {macro.takes}")
    elif given and not macro.takes:
        problems.add(place, "EW502", name=call.name, reason="takes no arguments")


def _note_unknown(name: str, document: Document, offset: int, problems: Problems) -> None:
    problems.add(
        document.at_body(offset),
        "EW501",
        name=name,
        hint=nearest(f"{name}()", [f"{known}()" for known in MACROS]),
    )


def check_anatomy(document: Document, found: tuple[Call, ...]) -> Iterator[Problem]:
    """Find the parts of a page that are missing, doubled or out of order, and text that stands before them."""
    kind = document.kind
    once = [macro for macro in kind.macros if not macro.takes]
    places = {macro.name: 0 if kind.is_free else place for place, macro in enumerate(once)}
    order = " ".join(f"({macro.name})" if macro.is_optional else macro.name for macro in once)
    parts = [call for call in found if call.name in places]
    names = [call.name for call in parts]
    for macro in kind.anatomy:
        if macro.name not in names:
            yield problem(document.at_body(0), "EW504", name=macro.name, order=order)
    for index, call in enumerate(parts):
        if call.name in names[:index]:
            yield problem(document.at_body(call.offset), "EW506", name=call.name)
        elif any(places[later] < places[call.name] for later in names[index + 1 :]):
            yield problem(document.at_body(call.offset), "EW505", name=call.name, order=order)
    for call in (call for call in parts if MACROS[call.name].text_below):
        opening = blank(_IN_BRACES, document.body[: call.offset])
        if text := re.search(r"[^\W_]", opening):
            yield problem(document.at_body(text.start()), "EW507")
