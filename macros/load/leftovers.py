"""What no author means to write into a file: what a merge leaves there, and signs that nobody sees."""

import re
from collections.abc import Iterator

from ..problems import Place, Problem, problem

# Of a merge, wherever a file holds them, and of the patch that could not be applied. Most signs begin none of them.
_MERGE = re.compile(
    r"(?=[<>|=%@d+-])(?:<{5,}|>{5,}|\|{7,}|={7,}|(?<!%)%{7}(?!%)|^(?:@@ -\d.*|diff --git .*|(?:\+\+\+|---) [ab]/.*))",
    re.MULTILINE,
)
# Controls, marks of direction, signs without width, those for private use, and tags. A joiner within another script is a letter.
# Here and below what stands before a sign comes last, so that the signs alone are looked for: that takes a fifth of the time.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff"
    "\uffa0\ufff9-\uffff\ue000-\uf8ff\U000e0000-\U0010ffff](?<![^\x00-\x7f][\u200c\u200d])"
)
# A letter that looks like one of ours, in a word of ours: neither search nor a check would know the word.
_STRANGER = re.compile(r"[\u0370-\u03ff\u0400-\u04ff](?:(?<=[A-Za-z].)|(?=[A-Za-z]))")
_NAMES = {
    "\u00ad": "a soft hyphen",
    "\u200b": "a blank without width",
    "\ufeff": "a byte order mark",
    "\ufffd": "a sign that was lost",
}
_DIRECTION = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def merges_in(text: str, name: str) -> Iterator[Problem]:
    """Find the lines that a merge left in the file `name`."""
    for match in _MERGE.finditer(text):
        yield problem(_at(text, match, name), "EW009", sign=match[0][:20])


def unseen_in(text: str, name: str) -> Iterator[Problem]:
    """Find the signs in the file `name` that no reader and no author sees."""
    for match in _UNSEEN.finditer(text):
        sign = match[0]
        what = _NAMES.get(sign, "a mark of direction" if sign in _DIRECTION else "a sign that nobody sees")
        yield problem(_at(text, match, name), "EW010", what=what, number=f"U+{ord(sign):04X}")
    for match in _STRANGER.finditer(text):
        number = f"U+{ord(match[0]):04X}"
        yield problem(_at(text, match, name), "EW010", what="a letter of another alphabet", number=number)


def without_unseen(text: str) -> str:
    """Return `text` as it looks."""
    return _UNSEEN.sub("", text)


def _at(text: str, match: re.Match[str], name: str) -> Place:
    start = match.start()
    return Place(name, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
