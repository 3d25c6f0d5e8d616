"""The facts of a page and what stands in data: plain text, printed as it is written."""

import re
from collections.abc import Iterator, Mapping

from ..problems import Problem, problem
from .text import QUOTED, Data, Path_

_LETTER = "letter"
SPOKEN = frozenset("say firmer young screen telephone".split())  # what the page sets in quotation marks
_ADDRESS = re.compile(r"\w+://\S+")
_NOT_SHOWN = frozenset("url doi to from digest".split())
# Where a fact would show a sign of Markdown or of a word processor, and what to do about it.
_AS_TYPED = tuple(
    (re.compile(pattern, re.MULTILINE), fix)
    for pattern, fix in (
        (r"\{\{.*?(?:\}\}|$)|\{%.*?(?:%\}|$)|\{#.*?(?:#\}|$)", "write it into the text below the facts"),
        (
            r"!?\[[^\[\]\n]*\]\([^()\n]*\)|\[\[.*?\]\]",
            "write the words alone; a link stands in the text, or under `to`",
        ),
        (
            r"\*\*|__|~~|(?<![\w*])\*(?=[^\s*])[^*\n]*[^\s*]\*(?![\w*])|(?<!\w)_(?=[^\s_])[^_\n]*[^\s_]_(?!\w)",
            "write the words alone",
        ),
        (r"`|\*\[[^\]\n]*\]:|\[\^[^\]\n]*\]|(?<!\w)\[[ xX]\](?!\w)", "write the words alone"),
        (r"(?:https?://|www\.)\S*[\w/]", "add it as a source; a fact shows no link"),
        (r"^#{1,6} |^!!! |^={3}[+!]* [\"“]|^>+ |^```", "write the words alone"),
        (r"&(?:[A-Za-z]{2,}\d*|#x?\w+);", "write the sign itself"),
    )
)
_IN_LETTER = tuple(
    (re.compile(pattern), fix)
    for pattern, fix in (
        (r"\{\{[^{}\n]*\}\}?", "write a blank in single braces: {name}"),
        (r"\{[^{}\n]*\}", ""),  # a blank
        (r"[{}]", "write a blank in single braces: {name}"),
        (
            r"\[[^\[\]\n]*\]|«[^«»\n]*»|‹[^‹›\n]*›|<<[^<>\n]*>>|%\w+%|\$\{?[A-Za-z_]+\}?|_{2,}|\.{4,}|…{2,}",
            "write a blank as {name}, and put it under `blanks`",
        ),
    )
)


def check_facts_as_typed(data: Data, keys: frozenset[str] | None = None) -> Iterator[Problem]:
    """Find facts, below the `keys` if some are named, that would show signs of Markdown, of a word processor or of YAML."""
    for loc, text in _texts(data.value):
        key = next((part for part in reversed(loc) if isinstance(part, str)), "")
        if key in _NOT_SHOWN or _ADDRESS.fullmatch(text) or (keys is not None and key not in keys):
            continue
        place = data.at(*loc)
        if key in SPOKEN and (QUOTED.fullmatch(text) or text.count("“") != text.count("”")):
            yield problem(place, "EW133", start=" ".join(text.split()[:4]))
        for pattern, fix in (*(_IN_LETTER if key == _LETTER else ()), *_AS_TYPED):
            if found := [*pattern.finditer(text)]:
                for match in found if fix else ():
                    yield problem(place, "EW132", key=key, sign=match[0].strip()[:40], fix=fix)
                text = pattern.sub(" ", text)


def _texts(value: object, at: Path_ = ()) -> Iterator[tuple[Path_, str]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _texts(inner, (*at, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*at, index))
    elif isinstance(value, str):
        yield at, value
