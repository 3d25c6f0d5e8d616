"""Numbers to call, however they are written: in words, in letters on the keys, with signs between their digits."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from itertools import pairwise

_UNITS = "zero one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_DIGITS = (
    {word: str(number) for number, word in enumerate([*_UNITS, *_TEENS])}
    | {word: f"{number}0" for number, word in enumerate(_TENS, 2)}
    | {"oh": "0", "nought": "0", "naught": "0", "nil": "0", "o": "0", "hundred": "00"}
)
_TIMES = {"double": 2, "triple": 3, "treble": 3}
_WORDS = "|".join(sorted((*_DIGITS, *_TIMES), key=len, reverse=True))
_SIGN = r"(?:[^\w.?!\n]|_|\.(?=\w)|\n(?!\n))"  # none that ends a sentence or a paragraph
_FIRST = "".join(sorted({word[0] for word in (*_DIGITS, *_TIMES)}))  # most letters begin none of the words
_RUN = re.compile(
    rf"(?<![^\W_])(?=[\d{_FIRST}])(?:\d+|{_WORDS})(?:{_SIGN}{{0,5}}(?:\d+|{_WORDS}))+(?![^\W_])",
    re.IGNORECASE,
)
_TOKEN = re.compile(rf"\d+|{_WORDS}", re.IGNORECASE)
_NO_ASCII = re.compile(r"[^\x00-\x7f]")
_LIST = re.compile(r"[,;:]\s*")
_MARKUP = re.compile(r"[*_`~\\]+")
# Free numbers of North America, the United Kingdom, Ireland, Australia and New Zealand, spelt by the letters on the keys.
_KEYS = re.compile(
    r"(?=[+(\d])(?<![\w-])(?:\+?1[ .-]?)?\(?(?:0?8\d\d|1[38]00|13)\)?[ .-]?(?:\d{3}[ .-]?)?[A-Z]{4,}(?:[ -][A-Z]{2,})*"
)
_SPOKEN_OUT = 6  # digits, from which on words in a row are a number and no count


def numbers_in_disguise(text: str, known: Collection[str]) -> Iterator[re.Match[str]]:
    """Find each number of the `known` ones (digits only) that is not written in digits alone, and what can only be dialled.

    What is written in digits and blanks finds `telephone_numbers`.
    """
    yield from _KEYS.finditer(text)
    for run in _RUN.finditer(in_plain_digits(text)):
        if any(_is_dialled(piece, known) for piece in (run[0], *_LIST.split(run[0]))):
            yield run


def in_plain_digits(text: str) -> str:
    """Return `text` with its digits in circles, on keys and above the line as 0 to 9, each in its place."""
    return _NO_ASCII.sub(lambda sign: str(unicodedata.digit(sign[0], sign[0])), text)


def _is_dialled(piece: str, known: Collection[str]) -> bool:
    found = [*_TOKEN.finditer(piece)]
    tokens = [match[0].lower() for match in found]
    between = [piece[one.end() : two.start()] for one, two in pairwise(found)]
    number = _number(tokens)
    if all(token.isdigit() for token in tokens):
        is_section = "." in "".join(between) and number.startswith("1")
        one_by_one = all(len(token) == 1 for token in tokens) and not is_section
        apart = one_by_one or all(map(_MARKUP.fullmatch, between))
        return bool(between) and number in known and (len(number) > 3 or apart)
    steps = {int(two) - int(one) for one, two in pairwise(number)}
    return number in known or (len(number) >= _SPOKEN_OUT <= len(tokens) + 1 and len(steps) > 1)


def _number(tokens: list[str]) -> str:
    """Return the digits that are said: `double nine` is 99, and `twenty three` is 23."""
    digits, times = "", 1
    for before, token in zip(["", *tokens], tokens, strict=False):
        if token in _TIMES:
            times = _TIMES[token]
            continue
        said = _DIGITS.get(token, token) * times
        joins = before in _TENS and token in _UNITS[1:]
        digits, times = (digits[:-1] if joins else digits) + said, 1
    return digits
