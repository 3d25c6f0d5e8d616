"""Short addresses of practices, to read out and to print: three letters that are no word, and that nobody takes for others.

A letter has no other of its sound beside it, and none stands twice. They are written down in the ledgers.
"""

from collections.abc import Iterable, Mapping
from itertools import permutations

from .models import is_local

LETTERS = "hkmqrwxy"
_ALL = tuple(code for code in map("".join, permutations(LETTERS, 3)) if code != "why")


def shortened(written: Mapping[str, str], practices: Iterable[str]) -> dict[str, str]:
    """Return the code of each of the `practices`, and all that are `written`: the same, or the next that was never given.

    A service's own begin at the other end, so that they meet none that the guide gives later. Where none is left, the
    practice is left out.
    """
    found, given = dict(written), {*written.values()}
    for own, codes in ((False, _ALL), (True, _ALL[::-1])):
        free = (code for code in codes if code not in given)
        found |= zip((p for p in practices if is_local(p) == own and p not in written), free, strict=False)
    return found
