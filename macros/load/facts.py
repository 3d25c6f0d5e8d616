"""The facts of a page and what stands in data: plain text, printed as it is written."""

import re
from collections.abc import Iterator

from ..problems import Problem, problem
from .text import QUOTED, Data

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
_ANY_SIGN = re.compile(r"[{\[*_~`&#!=>]|://|www\.")  # most facts have none, and none of the above
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
    for loc, key, text in data.texts:
        if key in _NOT_SHOWN or _ADDRESS.fullmatch(text) or (keys is not None and key not in keys):
            continue
        place = data.at(*loc)
        if key in SPOKEN and (QUOTED.fullmatch(text) or text.count("“") != text.count("”")):
            yield problem(place, "EW133", start=" ".join(text.split()[:4]))
        signs = (*_IN_LETTER, *_AS_TYPED) if key == _LETTER else _AS_TYPED if _ANY_SIGN.search(text) else ()
        for pattern, fix in signs:
            if found := [*pattern.finditer(text)]:
                for match in found if fix else ():
                    yield problem(place, "EW132", key=key, sign=match[0].strip()[:40], fix=fix)
                text = pattern.sub(" ", text)
