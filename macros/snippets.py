"""What VS Code writes for an author who asks for a practice, a step and so on: the texts of `make new`, filled in from stop to stop.

Each empty fact is a stop, and so is each text to come. Where a model lists what may stand there, the stop offers it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import yaml

Schema = Mapping[str, Any]
# Each snippet, the text of which it is, in whole or what stands first in this list of its facts, and what it is.
OF: dict[str, tuple[str, tuple[str, ...], str]] = {
    "practice": ("practice", (), "A practice: the whole page"),
    "letter": ("letter", (), "A letter or note: the whole page"),
    "module": ("module", (), "A module of the course: the whole page"),
    "page": ("page", (), "A page that is none of these, whole"),
    "step": ("practice", ("checklist", "steps"), "One of the steps of a checklist"),
    "phrase": ("practice", ("words",), "One of the words to say"),
    "exception": ("practice", ("unless",), "When not to follow a practice"),
    "crosslink": ("practice", ("links",), "A link to a practice of the other side"),
}
_FENCE = "---\n"
_TO_COME = re.compile(r"TODO: .*")


class Stop(NamedTuple):
    """A stop: where it begins and ends in a text, and the values that it offers."""

    start: int
    end: int
    offered: tuple[str, ...] = ()


def snippets(texts: Mapping[str, str], schemas: Mapping[str, Schema]) -> dict[str, dict[str, Any]]:
    """Return each snippet by its name, as VS Code reads it, from the text and the schema of each kind of page."""
    return {
        name: {
            "scope": "markdown",
            "prefix": name,
            "description": about,
            "body": _body(texts[kind], schemas[kind], inner).splitlines(),
        }
        for name, (kind, inner, about) in OF.items()
    }


def _body(text: str, schema: Schema, inner: tuple[str, ...]) -> str:
    front = _FENCE + text.split(_FENCE)[1]
    facts: Any = yaml.compose(front, Loader=yaml.SafeLoader)
    stops = [*_empty(facts, schema, schema), *(Stop(*found.span()) for found in _TO_COME.finditer(text))]
    if not inner:
        return _filled(text, 0, len(text), stops)
    for key in inner:
        facts = next(value for name, value in facts.value if name.value == key)
    first = facts.value[0]
    last = first.value[-1][1]
    entry = _filled(text, first.start_mark.index, last.end_mark.index, stops)
    return "- " + entry.replace("\n" + " " * first.start_mark.column, "\n  ")


def _empty(node: yaml.Node, schema: Schema, whole: Schema) -> Iterator[Stop]:
    """Find the facts in `node` that are left empty: `key:` and `key: []`."""
    schema = next((kind for kind in schema.get("anyOf", ()) if kind.get("type") != "null"), schema)
    if "$ref" in schema:
        schema = whole["definitions"][schema["$ref"].rpartition("/")[2]]
    at = node.start_mark.index
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _empty(value, schema["properties"][key.value], whole)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _empty(value, schema["items"], whole)
        if not node.value:
            yield Stop(at + 1, at + 1)
    elif not node.value:
        yield Stop(at, at, tuple(map(str, schema.get("enum", ()))))


def _filled(text: str, start: int, end: int, stops: Iterable[Stop]) -> str:
    """Return `text` from `start` to `end` as a snippet, with its `stops` numbered in their order."""
    parts, at = [], start
    for number, stop in enumerate(sorted(each for each in stops if start <= each.start <= end), 1):
        parts += [_plain(text[at : stop.start]), " " if text[stop.start - 1] == ":" else ""]
        parts.append(_stop(number, text[stop.start : stop.end], stop.offered))
        at = stop.end + (text[stop.end : stop.end + 2] in (" ,", " }"))
    return "".join((*parts, _plain(text[at:end])))


def _stop(number: int, written: str, offered: tuple[str, ...]) -> str:
    if offered:
        return f"${{{number}|{','.join(offered)}|}}"
    return f"${{{number}:{_plain(written, '}')}}}" if written else f"${number}"


def _plain(text: str, besides: str = "") -> str:
    """Return `text` so that a snippet shows it as it is."""
    return re.sub(rf"[\\${besides}]", r"\\\g<0>", text)
