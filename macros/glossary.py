"""Where a text uses the terms that the glossary explains, and the link from each to what it means."""

import posixpath
import re
from functools import cache

from .markup import CALL, CODE, FENCE, NOTE
from .models import Definition

GLOSSARY = "reference/glossary"
# No running text: headings, what an abbreviation means, code, words in braces, links, addresses.
_ASIDE = rf"{FENCE.pattern}|{CODE.pattern}|{NOTE.pattern}|{CALL.pattern}|^(?:#|\*\[)[^\n]*|!?\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])?|<[^>\s]*>"


@cache
def first_uses(text: str, glossary: tuple[Definition, ...]) -> tuple[tuple[int, int, Definition], ...]:
    """Return where the running text of `text`, which is Markdown, first uses each term: its start, its end, the term."""
    by_form = {form.lower(): term for term in glossary for form in term.forms}
    first: dict[str, tuple[int, int, Definition]] = {}
    for found in _pattern(glossary).finditer(text):
        # A capital of another language is found, too, and is none of the form's.
        if term := by_form.get(" ".join((found["form"] or "").lower().split())):
            first.setdefault(term.id, (found.start(), found.end(), term))
    return tuple(first.values())


def linked(text: str, here: str, glossary: tuple[Definition, ...]) -> str:
    """Return the Markdown of the page `here` with the first use of each term linked to its entry."""
    there = posixpath.relpath(f"{GLOSSARY}.md", posixpath.dirname(here))
    for start, end, term in reversed(first_uses(text, glossary)):
        text = f"{text[:start]}[{text[start:end]}]({there}#{term.id}){{.term}}{text[end:]}"
    return text


@cache
def _pattern(glossary: tuple[Definition, ...]) -> re.Pattern[str]:
    """Find what is no running text, or any form: the longest where several begin at one place."""
    forms = sorted((form for term in glossary for form in term.forms), key=len, reverse=True)
    use = rf"(?<![\w-])(?P<form>{'|'.join(map(_as_found, forms)) or '(?!)'})(?![\w-])"
    return re.compile(f"{_ASIDE}|{use}", re.MULTILINE | re.DOTALL)


def _as_found(form: str) -> str:
    """Return the pattern of `form`: ACT only as it stands, all else also with other capitals, or over a line's end."""
    pattern = r"\s+".join(map(re.escape, form.split()))
    return pattern if form.isupper() else f"(?i:{pattern})"
