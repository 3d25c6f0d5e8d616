"""How far each word leans to danger, or to that of the writer, learnt from lines of people who were in it and of others."""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from math import log, sqrt

from .packing import words

SMOOTH = 0.5  # added to each count, since what was never heard is not impossible
LINE = 6  # what a line that somebody typed counts beside a way to ask
HALVES = 2  # a lean is told in halves, which is as fine as it helps
DANGER = 4000  # so many of the words and pairs that tell most of danger are kept,
OWN = 600  # and of those that tell most of whose it is


def leanings(
    heard: Iterable[str], overheard: Iterable[str], kept: int, asks: Iterable[str] = ()
) -> dict[int, list[str]]:
    """Return the words and the pairs of words that lean to what was `heard` or away from it, by how far, in halves; 0 is neither.

    `overheard` is what only sounds like it, and `asks` what is asked for something else. A lean is the logarithm of how much
    more often a word stands in the first than in the others, as in naive Bayes; the `kept` that tell most are returned.
    """
    counts, sizes = (Counter[str](), Counter[str]()), [0, 0]
    for of, worth, texts in ((0, LINE, heard), (1, LINE, overheard), (1, 1, asks)):
        for text in texts:
            sizes[of] += worth
            for part in parts(text):
                counts[of][part] += worth
    known = {part: [count[part] for count in counts] for part in counts[0] | counts[1]}
    rate = log(max(sizes[1], 1) / max(sizes[0], 1))
    leans = {
        part: log((here + SMOOTH) / (there + SMOOTH)) + rate
        for part, (here, there) in known.items()
        if here + there >= 2 * LINE
    }
    telling = sorted(leans, key=lambda part: (-abs(leans[part]) * sqrt(sum(known[part])), part))[:kept]
    found: dict[int, list[str]] = {}
    for part in sorted(telling):
        found.setdefault(round(leans[part] * HALVES), []).append(part)
    return {lean: found[lean] for lean in sorted(found) if lean}


def parts(text: str) -> set[str]:
    """Return each word of a text, and each two that follow each other; none with a number, which may be one to call elsewhere."""
    said = words(text)
    pairs = (f"{one} {two}" for one, two in pairwise(said) if one.isalpha() and two.isalpha())
    return {*filter(str.isalpha, said), *pairs}
