"""The guide in a service's own words: its spelling, and what it calls a client, a clinician, the therapy, an hour.

What others found and wrote is never said in them: a paragraph that cites a source or reports a study keeps the guide's terms.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate, pairwise
from typing import Literal

from pydantic import StrictBool

from .english import NO_VERB, british_words
from .grammar import article, is_uncountable, plural
from .models import Model, Part

# The guide's own words, one and many. A service may have another for each.
TERMS = {
    "client": ("client", "clients"),
    "therapy": ("therapy", "therapies"),
    "clinician": ("clinician", "clinicians"),
    "therapist": ("therapist", "therapists"),
    "supervisor": ("supervisor", "supervisors"),
    "family_doctor": ("family doctor", "family doctors"),
}
MAY_BE_SHARED = {"clinician", "therapist"}  # of all terms, these alone may be one word of a service
SEAM = "\0"  # where one piece of a text meets the next, as at `<b>`: no word goes on behind it
_KEYS = {form: (key, form == forms[1]) for key, forms in TERMS.items() for form in forms}
_FORMS = "|".join(form for forms in TERMS.values() for form in forms).replace(" ", r"\s")
_GAP = rf"[\s{SEAM}]+"

# Names of treatments and of professions stay: `cognitive behavioural therapy`, `family therapists`.
_NAMES = (
    "behaviour behavioural behavior behavioral analytic schema exposure interpersonal commitment focused family cognitive "
    "emotive gestalt narrative psychodynamic electroconvulsive hormone drug physical occupational speech language art music drama psychotherapy centred centered"
).split()
_TERM = re.compile(
    rf"(?:\b(?P<article>an?){_GAP}(?={SEAM}*(?:(?:{'|'.join(_NAMES)})[\s-])?(?:{_FORMS})\b))?"
    rf"(?:\b(?P<name>{'|'.join(_NAMES)})[\s-])?"
    rf"\b(?P<term>{_FORMS})\b(?!-cent(?:re|er))"
    rf"(?P<owner>{SEAM}*['’]s?(?!\w))?",
    re.IGNORECASE,
)
# Two capitals are a name, in the midst of a sentence or, where the term is not the last of it, anywhere: `Acceptance and
# Commitment Therapy`, `Crisis Therapy Centre`, `Client Helpline`.
_IN_NAME = re.compile(rf"(?<![.?!:…] )(?<!^)\b[A-Z][\w’'-]*{_GAP}$")
_NAME_GOES_ON = re.compile(r"[ \n][A-Z][a-z]")

# What tells that a paragraph reports what others found or wrote.
_REPORT = re.compile(
    r"\b(?:stud(?:y|ies)|research(?:ers?)?|trials?|meta-analys[ei]s|surveys?|surveyed|interviewed|respondents?|participants?"
    r"|cohorts?|samples? of|per ?cent|(?:is|are|was|were) reported|reportedly|randomi[sz]ed)\b|\d ?%"
    # who wrote it: bodies and their codes, and where they are
    r"|\b(?:AAMFT|ACA|APA|BABCP|BACP|BPC|BPS|CPA|HCPC|HIPAA|GDPR|NASW|NICE|PACFA|UKCP|WHO)\b|\b[A-Z]{2,}(?: \((?:UK|US)| Code\b)"
    r"|\b(?:[Tt]he|[Aa]n?|earlier|\d{4}) (?:[A-Z]\w+ )*(?:Code|Act|Framework)\b"
    r"|\b(?:US|UK|American|Australian|British|Canadian|Danish|Dutch|English|German|Irish|Norwegian|Swedish) "
    rf"(?:[a-z]+ )?(?:{_FORMS}|counsellors|psychologists|psychotherapists|social workers|paper|group|review)\b"
    # how many they were
    rf"|\b\d[\d,]*{_GAP}(?:(?!minutes?\b|hours?\b|days?\b|weeks?\b|months?\b|years?\b|sessions?\b)[a-z]+{_GAP}){{0,2}}(?:{_FORMS})\b",
)
# Addresses on the web and in the guide, mail, and names of files.
_ADDRESS = re.compile(
    rf"\bhttps?://[^\s{SEAM}]+|\b[\w.+-]+@[\w.-]+|\b(?:[\w-]+\.)+(?:org|com|net|example|uk|ie|au|nz|ca|eu|md|yml|json|csv)\b(?:/\S*)?"
    r"|\b(?:assets|course|docs|letters|reference|relationships|service|sessions|shared)/[\w/#.-]+|[\w./-]*#[\w-]+"
)

# One of what cannot be counted is a course of it, where nothing follows that it only describes, as in `a therapy room`.
_OF_A_KIND = re.compile(
    rf"\b(?P<article>an?){_GAP}(?P<kind>(?:couples?|crisis|grief|group|individual|play|talking|trauma){_GAP})$",
    re.IGNORECASE,
)
_DEFINES = re.compile(rf"{_GAP}(?:that|which|in which|for)\b")
_COUNTED = re.compile(
    rf"\b(?P<article>an?|one|each|every|another)(?P<gap>{_GAP})(?:[a-z-]+{_GAP}(?:and|or){_GAP})?(?P<kind>(?!(?:an?|the)\b)[a-z][a-z-]*{_GAP})?$",
    re.IGNORECASE,
)
_NOUNS = frozenset("client clients clinician session sessions therapist therapy time".split())
_STANDS_ALONE = re.compile(
    rf"{SEAM}*(?:[^\w\s{SEAM}-]|$|{_GAP}(?:{'|'.join(sorted(NO_VERB - _NOUNS))}|so|than|who|which|whose|also|ends?|begins?|goes|going|gone|ended|once|again|works?|takes?)\b)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    rf"\b(?:two|three|four|several|many|few|both|these|those|earlier|past|\d+){_GAP}$", re.IGNORECASE
)
# What a word for the profession says by itself: who works in psychotherapy.
_OF_THE_PROFESSION = re.compile(r"therap|counsel|psych|analyst", re.IGNORECASE)
# Who is in therapy: a therapy client, who would else be a counselling student.
_CLIENT = re.compile(r"\sclient(?P<many>s)?\b(?!['’])")
_JOINS = re.compile(rf"{SEAM}*(?:,{_GAP}|,?{_GAP}(?:and|or|and/or){_GAP}(?:(?:an?|the|your){_GAP})?|/)")

# An hour that is a session, and none of the clock.
_SESSION = re.compile(
    r"(?<![-\u2011\w])(?:\b(?P<article>an)\s)?(?P<hour>hour)(?:(?P<many>s)|['’]s)?(?![-\u2011\w])",
    re.IGNORECASE,
)
_WITH = re.compile(r"\b(?:missed|moving|our|single|these|trauma|between(?: two)?|the last)\s$", re.IGNORECASE)
_CLOCK_BEFORE = re.compile(
    r"(?<!early )\b(?:half|quarter|every|per|rush|happy|late|at(?: an| any| that| this| what)?|(?:for|in|within|over) the next"
    r"|(?:within|about|over|under|nearly|almost|another|after|for|in|waits?|waited|sleep|takes?|lasts|lasted)(?: an| one)?"
    r"|\d+|(?:half|quarter|least|most|than) (?:of )?an?)\s$",
    re.IGNORECASE,
)
_CLOCK_AFTER = re.compile(
    r"\s(?:later|earlier|before|ago|away|long|or (?:two|so)|of (?:sleep|rest|night|day))\b", re.IGNORECASE
)
_REGULAR = re.compile(r"\s(?:a|each|every|per) (?:week|fortnight|month)\b", re.IGNORECASE)

# How the words begin of which a service may have others: most paragraphs have none.
_MAY_CHANGE = ("hour", *{one.split()[-1][:6] for one, _ in TERMS.values()})

Edit = tuple[int, int, str]


class Term(Model):
    """A service's word for one of the guide's, with its plural and its article where the letters do not show them.

    A word for the therapy that is `countable: false` has no plural, and one of it is a course of it.
    """

    one: Part
    many: Part | None = None
    article: Literal["a", "an"] | None = None
    countable: StrictBool | None = None

    @property
    def plural(self) -> str:
        """The word for many."""
        return self.many or plural(self.one)

    @property
    def its_article(self) -> str:
        """What one of it is called by: `a` or `an`."""
        return self.article or article(self.one)


def reports(text: str) -> bool:
    """Tell whether `text`, a paragraph, reports what others found or wrote."""
    return _REPORT.search(text.replace(SEAM, "")) is not None


@dataclass(frozen=True)
class Vocabulary:
    """How a service spells, its own terms for some of the guide's, whether its sessions are hours, and `names` that stay."""

    terms: Mapping[str, Term] = field(default_factory=dict)
    is_american: bool = False
    has_hours: bool = True
    names: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.terms) or self.is_american or not self.has_hours

    def localize(self, text: str) -> str:
        """Return the guide's `text`, a paragraph or less, as the service says it."""
        return self.localize_pieces([text])[0]

    def localize_pieces(
        self, pieces: Sequence[str], kept: Collection[int] = (), *, cites: bool = False
    ) -> list[str]:
        """Return the `pieces` of one paragraph as the service says them, but for those that are `kept`, by their numbers.

        Where it `cites` a source it keeps the guide's terms, as it does where it reports what others found.
        """
        if not self:
            return list(pieces)
        said = self._put_in(list(pieces), kept, self._spelt) if self.is_american else list(pieces)
        text = SEAM.join(said)
        small = text.lower()
        if cites or not any(start in small for start in _MAY_CHANGE) or reports(text):
            return said
        for find in (self._hours, self._own):
            said = self._put_in(said, kept, find)
        return said

    def _put_in(
        self, pieces: list[str], kept: Collection[int], find: Callable[[str], Iterator[Edit]]
    ) -> list[str]:
        """Return the `pieces` with the edits that `find` finds in them, taken together."""
        text = SEAM.join(pieces)
        if not (edits := [*find(text)]):
            return pieces
        starts = [0, *accumulate(len(piece) + len(SEAM) for piece in pieces)]
        left = [(starts[n], starts[n + 1]) for n in kept] + [m.span() for m in self._left_alone(text)]
        edits = [
            (start, end, new)
            for start, end, new in edits
            if not any(start < last and first < max(end, start + 1) for first, last in left)
        ]
        return [_edited(text, edits, start, end - len(SEAM)) for start, end in pairwise(starts)]

    def _left_alone(self, text: str) -> Iterator[re.Match[str]]:
        yield from _ADDRESS.finditer(text)
        for name in self.names:
            yield from re.finditer(re.escape(name), text)

    def _spelt(self, text: str) -> Iterator[Edit]:
        for found, american in british_words(text):
            yield *found.span(), _as_in(found[0], american)

    def _hours(self, text: str) -> Iterator[Edit]:
        for found in _SESSION.finditer(text) if not self.has_hours else ():
            if _is_of_the_clock(text, found):
                continue
            if found["article"]:
                yield *found.span("article"), _as_in(found["article"], "a")
            yield *found.span("hour"), _as_in(found["hour"], "session")

    def _own(self, text: str) -> Iterator[Edit]:
        key, own, done = "", "", 0  # of the term before: what the service says for it, and where it ends
        for found in _TERM.finditer(text):
            before, (now, is_many) = key, _KEYS.get(" ".join(found["term"].lower().split()), ("", False))
            term = self.terms.get(now)
            if term is None or found.start("term") < done or _is_name(found, now, text):
                continue
            said = _one_or_many(now, term, is_many=is_many)
            begins = found.start("article" if found["article"] else "term")
            joined = _matcher(rf"\b{re.escape(said)}(?P<join>{_JOINS.pattern})$").search(text[:begins])
            if before not in ("", now) and own == said and _JOINS.fullmatch(text, done, begins):
                yield done, found.end("term"), ""  # counsellors and therapists are counsellors
            elif joined and joined.start("join") >= done:
                yield joined.start("join"), found.end("term"), ""
            else:
                edits = [*self._said(text, found, now, term, is_many=is_many)]
                yield from edits
                done = max(end for _, end, _ in edits)
            key, own, done = now, said, max(done, found.end("term"))
            if not found["owner"] and (
                again := _matcher(rf"{_JOINS.pattern}{re.escape(said)}\b").match(text, done)
            ):
                yield done, again.end(), ""
                done = again.end()

    def _said(
        self, text: str, found: re.Match[str], key: str, term: Term, *, is_many: bool
    ) -> Iterator[Edit]:
        """Return what becomes of one term of the guide, of its article and of what it owns."""
        own, spoken = _one_or_many(key, term, is_many=is_many), term
        start, end = found.span("term")
        if is_psycho := key == "clinician" and _is_said_by(own, found["name"]):
            start = found.start("name")
        client = self.terms.get("client")
        if key == "therapy" and client and (who := _CLIENT.match(text, end)):
            own = f"{client.plural if who['many'] else client.one} in {own}"
            end, spoken = who.end(), client
        counted = (
            _counted(text, found, term, is_many=is_many)
            if _is_uncountable(key, term) and spoken is term
            else ""
        )
        if counted == "form of " and (kind := _OF_A_KIND.search(text[:start])):
            yield *kind.span("article"), _as_in(kind["article"], "a")
            yield kind.start("kind"), kind.start("kind"), counted  # a form of trauma counselling
            counted = ""
        if found["article"] and (is_psycho or not found["name"]):
            yield *found.span("article"), _as_in(found["article"], "a" if counted else spoken.its_article)
        yield start, end, _as_in(text[start], f"{counted}{own}")
        if is_many and found["owner"] and not found["owner"].endswith("s") and not own.endswith("s"):
            yield found.end("owner"), found.end("owner"), "s"  # clients’ is the children’s


def _is_said_by(own: str, name: str | None) -> bool:
    return (name or "").lower() == "psychotherapy" and _OF_THE_PROFESSION.search(own) is not None


def _is_of_the_clock(text: str, found: re.Match[str]) -> bool:
    """Tell whether an hour is sixty minutes, and no session."""
    start, end = found.span("hour")
    if found["many"]:
        return _WITH.search(text[:start]) is None
    before = _CLOCK_BEFORE.search(text[:start]) or _CLOCK_AFTER.match(text, end)
    return before is not None and _REGULAR.match(text, end) is None


def _counted(text: str, found: re.Match[str], term: Term, *, is_many: bool) -> str:
    """Return what one of the uncountable is counted by, where it is counted: a course of counselling."""
    end, before = found.end("term"), text[: found.start("term")]
    if is_many and term.many:
        return ""
    if is_many:
        return "courses of " if _NUMBERED.search(before) else "kinds of "
    counted = _COUNTED.search(before)
    if not counted or not _STANDS_ALONE.match(text, end) or _is_joining(counted["kind"]):
        return ""
    defines = counted["article"][0].isupper() and _DEFINES.match(text, end)
    return "form of " if defines or _OF_A_KIND.search(before) else "course of "


def _is_uncountable(key: str, term: Term) -> bool:
    """Tell whether there is no one of what a service says for the therapy. People can be counted."""
    return key == "therapy" and (is_uncountable(term.one) if term.countable is None else not term.countable)


def _one_or_many(key: str, term: Term, *, is_many: bool) -> str:
    own = term.many or term.one if _is_uncountable(key, term) else term.plural
    return own if is_many else term.one


def _is_joining(kind: str | None) -> bool:
    """Tell whether what stands before a term begins another phrase, and is no kind of it: `a client in therapy`."""
    word = (kind or "").strip(f" \n{SEAM}").lower()
    return word in NO_VERB or word.endswith(("'s", "’s")) or word in _KEYS


def _is_name(found: re.Match[str], key: str, text: str) -> bool:
    if found["name"]:
        return key in ("therapy", "therapist")
    if not (found["term"][0].isupper() and found["term"][1].islower()):
        return False
    before = text[: found.start("term")]
    return _IN_NAME.search(before) is not None or _NAME_GOES_ON.match(text, found.end()) is not None


def _edited(text: str, edits: Collection[Edit], start: int, end: int) -> str:
    """Return `text` between `start` and `end` with the part of the `edits` that falls there; what is new stands where it begins."""
    written, done = [], start
    for first, last, new in sorted(edits):
        if start <= first <= end:
            written += [text[done:first], new]
        if first <= end and last > start:
            done = min(last, end)
    return "".join([*written, text[done:end]])


@cache
def _matcher(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _as_in(model: str, word: str) -> str:
    """Return `word` with a capital where `model` has one."""
    return word[0].upper() + word[1:] if model[0].isupper() else word
