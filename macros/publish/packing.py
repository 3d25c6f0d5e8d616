"""What search knows, made small: each word of the ways to ask is one sign, and stands spelt out once."""

import json
import re
import unicodedata
from collections import Counter

FIRST = "!"  # the sign of the first word; `overrides/components/search/packing.js` knows it, too
ONE_BYTE, TWO_BYTES = 94, 1900  # how many words have a sign so short in UTF-8

_MARKS = re.compile("[\u0300-\u036f'’]")
_WORD = re.compile("[a-z0-9]+")


def packed(index: str) -> str:
    """Return the index with all ways to ask in signs: those of a page in lines, and in `asks` the words that they stand for.

    The words that lean to danger are told in the same signs. Words are read as `words` in
    `overrides/components/search/reading.js` reads them. Those that are used most have the
    shortest signs; within a length they stand by the alphabet, which compresses best.
    """
    known = json.loads(index)
    read = [[words(ask) for ask in entry["asks"]] for entry in known["entries"]]
    danger = known["language"]["danger"]
    leans = {
        name: {lean: [words(part) for part in parts] for lean, parts in danger[name].items()}
        for name in ("leans", "own")
    }
    told_of = (*read, *(texts for by_lean in leans.values() for texts in by_lean.values()))
    uses = Counter(word for texts in told_of for text in texts for word in text)
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
    for name, by_lean in leans.items():
        danger[name] = {lean: told(parts) for lean, parts in by_lean.items()}
    return json.dumps(
        {**known, "entries": entries, "asks": " ".join(listed)}, ensure_ascii=False, separators=(",", ":")
    )


def words(text: str) -> list[str]:
    """Return the words of a text, as search reads them."""
    low = text.lower()
    # Most are of ASCII alone, which has nothing to take apart.
    plain = low.replace("'", "") if low.isascii() else _MARKS.sub("", unicodedata.normalize("NFKD", low))
    return _WORD.findall(plain)
