"""The guide in a service's own words: its spelling, and what it calls a client, a clinician, the therapy."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from .english import BRITISH
from .models import Model, Text

# The guide's own words, one and many. A service may have another for each.
TERMS = {
    "client": ("client", "clients"),
    "therapy": ("therapy", "therapies"),
    "clinician": ("clinician", "clinicians"),
    "therapist": ("therapist", "therapists"),
    "supervisor": ("supervisor", "supervisors"),
    "family_doctor": ("family doctor", "family doctors"),
}
# Names of treatments and of professions stay: `cognitive behavioural therapy`, `family therapists`.
_NAMES = "behaviour behavioural behavior behavioral analytic schema exposure interpersonal commitment focused family".split()
_FORMS = "|".join(form for forms in TERMS.values() for form in forms).replace(" ", r"\s")
_TERM = re.compile(
    rf"(?:\b(?P<article>an?)\s)?(?:\b(?P<name>{'|'.join(_NAMES)})[\s-])?"
    rf"\b(?P<term>{_FORMS})\b"
    r"(?P<owner>['’]s?(?!\w))?",
    re.IGNORECASE,
)
_BRITISH_WORD = re.compile(rf"\b({'|'.join(BRITISH)})\b", re.IGNORECASE)


class Term(Model):
    """A service's word for one of the guide's, with its plural where that is not made with an s."""

    one: Text
    many: Text | None = None
    article: Literal["a", "an"] | None = None

    @property
    def plural(self) -> str:
        """The word for many."""
        return self.many or f"{self.one}s"


@dataclass(frozen=True)
class Vocabulary:
    """How a service spells, and its own terms for some of the guide's."""

    terms: Mapping[str, Term] = field(default_factory=dict)
    is_american: bool = False

    def __bool__(self) -> bool:
        return bool(self.terms) or self.is_american

    def localize(self, text: str) -> str:
        """Return the guide's `text` as the service says it."""
        if self.is_american:
            text = _BRITISH_WORD.sub(lambda found: _as_in(found[0], BRITISH[found[0].lower()]), text)
        return _TERM.sub(self._own, text) if self.terms else text

    def _own(self, found: re.Match[str]) -> str:
        key, is_many = _KEYS[" ".join(found["term"].lower().split())]
        term = self.terms.get(key)
        if term is None or (found["name"] and key in ("therapy", "therapist")):
            return found[0]
        own = term.plural if is_many else term.one
        owner = found["owner"] or ""
        if is_many and owner and not owner.endswith("s") and not own.endswith("s"):
            owner += "s"  # clients’ is the children’s
        own = _as_in(found["term"], own)
        before = found[0][: found.start("term") - found.start()]
        article = before if found["name"] else _article(found["article"], term, own)
        return f"{article}{own}{owner}"


_KEYS = {form: (key, form == forms[1]) for key, forms in TERMS.items() for form in forms}


def _article(given: str | None, term: Term, own: str) -> str:
    if given is None:
        return ""
    article = term.article or ("an" if own[0].lower() in "aeiou" else "a")
    return f"{_as_in(given, article)} "


def _as_in(model: str, word: str) -> str:
    """Return `word` with a capital where `model` has one."""
    return word[0].upper() + word[1:] if model[0].isupper() else word
