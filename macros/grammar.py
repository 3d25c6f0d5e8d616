"""English grammar, as far as another word in a sentence needs it: articles, plurals, and what cannot be counted.

The rules for sounds follow Damian Conway, An algorithmic approach to English pluralization (1998), as far as nouns for people
and for their work need them.
"""

import re
import unicodedata

# What sounds otherwise than it is written.
_AS_A = re.compile(
    r"e[uw]|one(?![a-z])|once|ouija|uni(?!n|m|d)|unanim|u[bcfhjkqrst][aeiou]|us(?:er|e|u)", re.IGNORECASE
)
_AS_AN = re.compile(r"[aeiou]|h(?:eir|onest|onou?r|our)|8|1[18](?!\d)", re.IGNORECASE)
# Letters that are said by their names: more than one, or one alone, as in `X-ray`; not where a name goes on, as in `L’Arche`.
_ACRONYM = re.compile(
    r"(?:[A-Z]\.?){2,}[cs]?(?![a-z])|[A-Za-z](?![A-Za-z\u0300-\u036f]|['’](?:\w[\u0300-\u036f]*){2})"
)
# One that is said as a word: each consonant stands beside a vowel.
_SAID_AS_WORD = re.compile(
    r"(?=[A-Z]{4})[B-DF-HJ-NP-TV-Z]?(?:[AEIOU][B-DF-HJ-NP-TV-Z]{1,2})+[AEIOU]?s?(?![A-Za-z])"
)
_LETTERS_AS_AN = "AEFHILMNORSX"

_IRREGULAR = {
    "child": "children", "foot": "feet", "man": "men", "person": "people", "wife": "wives", "woman": "women",
}  # fmt: skip
# Where the noun of a name ends: a `person with lived experience`, a `member of the public`.
_NOUN_ENDS = re.compile(
    r" (?:of|with|in|on|at|for|from|under|using|receiving|seeking|who|whom|we|i|offering|giving|doing"
    r"|accessing|attending|getting|having|living|needing)(?= )"
)
# How the plural of a noun ends, and what stands there for one: none that also ends one, as `boss`, `status` and `GPS` do.
_MANY = (
    (re.compile(r"(?<=[^aeiou])ies$"), "y"),
    (re.compile(r"(?:(?<=ch|sh|ss|zz)|(?<=x))es$"), ""),
    (re.compile(r"(?<=\w)(?<![siu])s$"), ""),
)
_UNCOUNTABLE = re.compile(
    r"(?:ing|work|care|support|help|guidance|psychotherapy|advice|assistance|rehab|recovery|medicine)$",
    re.IGNORECASE,
)


def article(words: str) -> str:
    """Return `a` or `an`, as it is said before `words`."""
    plain = unicodedata.normalize("NFKD", words)
    if (acronym := _ACRONYM.match(plain)) and not _SAID_AS_WORD.match(plain):
        return "an" if acronym[0][0].upper() in _LETTERS_AS_AN else "a"
    return "a" if _AS_A.match(plain) else "an" if _AS_AN.match(plain) else "a"


def plural(words: str) -> str:
    """Return the plural of `words`, a noun and what belongs to it."""
    before, noun, rest = _parted(words)
    return f"{before}{_plural(noun)}{rest}"


def singular(words: str) -> str:
    """Return `words` for one of what they name, or as they are where they seem to name one."""
    before, noun, rest = _parted(words)
    return f"{before}{_singular(noun)}{rest}"


def _parted(words: str) -> tuple[str, str, str]:
    """Return what stands before the noun, the noun, and what it ends with."""
    end = _NOUN_ENDS.search(words)
    name, rest = (words[: end.start()], words[end.start() :]) if end else (words, "")
    *before, noun = re.split(r"(?<=[ -])", name)
    return "".join(before), noun, rest


def _plural(noun: str) -> str:
    for one, many in _IRREGULAR.items():
        if noun.lower().endswith(one) and noun.lower() not in ("human", "german", "roman"):
            return f"{noun[: -len(one)]}{noun[-len(one)]}{many[1:]}"
    if re.search(r"(?:s|x|z|ch|sh)$", noun, re.IGNORECASE):
        return f"{noun}es"
    return f"{noun[:-1]}ies" if re.search(r"[^aeiou]y$", noun) else f"{noun}s"


def _singular(noun: str) -> str:
    for one, many in _IRREGULAR.items():
        if noun.lower().endswith(many) and noun.lower() not in ("regimen", "specimen"):
            return f"{noun[: -len(many)]}{noun[-len(many)]}{one[1:]}"
    ends = (ending.subn(one, noun) for ending, one in _MANY)
    return next((said for said, count in ends if count), noun)


def is_uncountable(words: str) -> bool:
    """Tell whether there is no `one` of what `words` name, such as counselling."""
    return _UNCOUNTABLE.search(words) is not None and _NOUN_ENDS.search(words) is None
