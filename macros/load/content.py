"""What every page of the guide promises: safety first, a reason of some depth, and nobody's authority without a source."""

import re
from collections.abc import Iterable, Iterator

from ..english import sentences, words
from ..markup import CALL, NOTE, without_notes
from ..models import EDITORIAL, Practice, Step
from ..problems import Problem, problem
from .calls import Call
from .text import Data, Document

WORDS_OF_WHY = range(250, 621)  # enough to weigh the steps by, and no more than is read between two clients
_WHY = "## Why"
_NO_WORDS = re.compile(rf"{NOTE.pattern}|{CALL.pattern}|\{{#.*?\}}|\]\([^)\n]*\)", re.DOTALL)
_PARAGRAPH = re.compile(r"(?:(?!\n[ \t]*\n).)+", re.DOTALL)
_SAFETY = re.compile(r"\b(safe|safety|danger|risk|suicide|crisis|emergency|stay with)\b", re.IGNORECASE)
_AUTHORITY = re.compile(
    r"\b(?:NASW|APA|ACA|BACP|UKCP|HCPC|BPS|AAMFT|AMHCA|ASWB|NBCC|NICE|NHS|GMC|NMC|WHO|SAMHSA|AHRQ|HIPAA|GDPR|PACFA|AHPRA"
    r"|Joint Commission|[A-Z][a-z]+ Act|(?:Code|Rule|Section|Standard|Principle|Clause) [\dA-Z]"
    r"|(?:US|UK|EU|American|Australian|British|Californian|Canadian|English|European|federal|Irish|Scottish|Welsh)"
    r"(?: \w+)? (?:acts?|articles?|boards?|bulletins?|codes?|frameworks?|guidance|guidelines?|laws?|regulations?|standards?))\b"
)
# Who says how far something was read claims nothing of what it holds.
_OF_OUR_READING = re.compile(
    r"\b(?:we (?:read|know|had)|reached us|read only|not read|second-hand)\b", re.IGNORECASE
)


def check_safety(practice: Practice, data: Data) -> Iterator[Problem]:
    """Find a first step about anything but safety: money, paper and the clock never stand before it.

    An author may say in `no_risk` why none can appear.
    """
    first = next(iter(practice.checklist.steps), None)
    if first is None or practice.no_risk:
        return
    if not is_about_safety(first):
        yield problem(data.at("checklist", "steps", 0, "do"), "EW123", id=first.id)


def is_about_safety(step: Step) -> bool:
    """Tell whether a step, its words or what overrules it speaks of safety or danger."""
    text = " ".join([step.id, step.do, *step.say, *(f"{u.ask} {u.do}" for u in step.unless)])
    return _SAFETY.search(text) is not None


def check_depth(practice: Practice, document: Document) -> Iterator[Problem]:
    """Find a page of the guide whose reasons are too few to trust it, or more than anybody reads.

    How much a service writes on a page of its own is for the service to say.
    """
    before, _, why = practice.body.partition(_WHY)
    count = len(words(_NO_WORDS.sub(" ", why)))
    if count not in WORDS_OF_WHY and not practice.is_local:
        yield problem(document.at_body(len(before)), "EW124", count=count)


def check_parts(practice: Practice, data: Data) -> Iterator[Problem]:
    """Find a page of the guide with no words to say, or no word of when not to follow it.

    No step needs words where nobody is there to hear them. What a page of a service holds is for the service to say.
    """
    steps = practice.checklist.steps
    silent = bool(steps) and practice.phase != "afterwards" and not any(step.say for step in steps)
    held = {"say": not silent, "words": practice.words, "unless": practice.unless}
    for key in (key for key, value in held.items() if not (value or practice.is_local)):
        yield problem(data.at("checklist" if key == "say" else key), "EW125", key=key)


def check_authorities(document: Document, found: Iterable[Call]) -> Iterator[Problem]:
    """Find each sentence that names a law, a code, a guideline or a body, in a paragraph that cites nothing."""
    cited = [call.offset for call in found if any(id_ != EDITORIAL for id_ in call.cited)]
    for paragraph in _PARAGRAPH.finditer(without_notes(document.body)):
        text = paragraph[0].replace("\n", " ")
        if text.lstrip().startswith("#") or any(paragraph.start() <= at < paragraph.end() for at in cited):
            continue
        end = 0
        for sentence in sentences(text):
            start = text.index(sentence, end)
            end = start + len(sentence)
            named = _AUTHORITY.search(sentence)
            if named and not _OF_OUR_READING.search(sentence):
                place = document.at_body(paragraph.start() + start + named.start())
                yield problem(place, "EW208", name=named[0])
