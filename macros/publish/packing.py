"""What search knows, made small: each word of the ways to ask is one sign, and stands spelt out once."""

import json
import re
import unicodedata
from collections import Counter

FIRST = "!"  # the sign of the first word; `overrides/components/search/worker.js` knows it, too
ONE_BYTE, TWO_BYTES = 94, 1900  # how many words have a sign so short in UTF-8


def packed(index: str) -> str:
    """Return the index with all ways to ask in signs: those of a page in lines, and in `asks` the words that they stand for.

    Words are read as `words` in `overrides/components/search/reading.js` reads them. Those that are used most have the
    shortest signs; within a length they stand by the alphabet, which compresses best.
    """
    known = json.loads(index)
    read = [[_words(ask) for ask in entry["asks"]] for entry in known["entries"]]
    uses = Counter(word for asks in read for ask in asks for word in ask)
    often = sorted(uses, key=lambda word: (-uses[word], word))
    listed = [
        *often[:ONE_BYTE],
        *sorted(often[ONE_BYTE:TWO_BYTES]),
        *sorted(often[TWO_BYTES:]),
    ]
    signs = {word: chr(ord(FIRST) + place) for place, word in enumerate(listed)}
    entries = [
        {**entry, "asks": "\n".join(sorted("".join(signs[word] for word in ask) for ask in asks))}
        for entry, asks in zip(known["entries"], read, strict=True)
    ]
    return json.dumps(
        {**known, "entries": entries, "asks": " ".join(listed)}, ensure_ascii=False, separators=(",", ":")
    )


def _words(text: str) -> list[str]:
    plain = re.sub("[\u0300-\u036f'’]", "", unicodedata.normalize("NFKD", text.lower()))
    return re.findall("[a-z0-9]+", plain)
