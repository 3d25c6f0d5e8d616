"""What search knows, made small: each word of the ways to ask is one sign, and stands spelt out once."""

import json
import re
import unicodedata
from collections import Counter
from itertools import pairwise, takewhile
from string import ascii_uppercase

FIRST = "!"  # the sign of the first word; `overrides/components/search/packing.js` knows it, too
ONE_BYTE, TWO_BYTES = 94, 1900  # how many words have a sign so short in UTF-8

_MARKS = re.compile("[\u0300-\u036f'’]")
_WORD = re.compile("[a-z0-9]+")


def packed(index: str) -> str:
    """Return the index with all ways to ask in signs: those of a page in lines, and in `asks` the words that they stand for.

    Words are read as `words` in `overrides/components/search/reading.js` reads them. Those that are used most have the shortest
    signs; within a length they stand by the alphabet, and each says only what it does not share with the one before.
    """
    known = json.loads(index)
    read = [[words(ask) for ask in entry["asks"]] for entry in known["entries"]]
    uses = Counter(word for texts in read for text in texts for word in text)
    often = sorted(uses, key=lambda word: (-uses[word], word))
    listed = [
        *often[:ONE_BYTE],
        *sorted(often[ONE_BYTE:TWO_BYTES]),
        *sorted(often[TWO_BYTES:]),
    ]
    signs = {word: chr(ord(FIRST) + place) for place, word in enumerate(listed)}

    def told(texts: list[list[str]]) -> str:
        return "\n".join(sorted("".join(signs[word] for word in text) for text in texts))

    entries = [{**entry, "asks": told(asks)} for entry, asks in zip(known["entries"], read, strict=True)]
    return json.dumps(
        {**known, "entries": entries, "asks": _shortened(listed)}, ensure_ascii=False, separators=(",", ":")
    )


def _shortened(listed: list[str]) -> str:
    """Each word as a capital, which tells how many first letters it shares with the word before (none is `A`), and the rest."""
    shared = (min(_in_common(*pair), len(ascii_uppercase) - 1) for pair in pairwise(["", *listed]))
    return "".join(ascii_uppercase[many] + word[many:] for many, word in zip(shared, listed, strict=True))


def _in_common(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda letters: letters[0] == letters[1], zip(one, other, strict=False)))


def words(text: str) -> list[str]:
    """Return the words of a text, as search reads them."""
    low = text.lower()
    # Most are of ASCII alone, which has nothing to take apart.
    plain = low.replace("'", "") if low.isascii() else _MARKS.sub("", unicodedata.normalize("NFKD", low))
    return _WORD.findall(plain)
