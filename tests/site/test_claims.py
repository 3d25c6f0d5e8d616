"""Who names a law, a code, a guideline or a body in the text of a page says where that can be read."""

import re

import pytest

from macros.words import sentences
from tests.measure import read

NAMED = re.compile(
    r"\b(?:NASW|APA|ACA|BACP|UKCP|HCPC|BPS|AAMFT|AMHCA|ASWB|NBCC|NICE|NHS|GMC|NMC|WHO|SAMHSA|AHRQ|HIPAA|GDPR|PACFA|AHPRA"
    r"|Joint Commission|[A-Z][a-z]+ Act|(?:Code|Rule|Section|Standard|Principle|Clause) [\dA-Z]"
    r"|(?:US|UK|EU|American|Australian|British|Californian|Canadian|English|European|federal|Irish|Scottish|Welsh)"
    r"(?: \w+)? (?:acts?|articles?|boards?|bulletins?|codes?|frameworks?|guidance|guidelines?|laws?|regulations?|standards?))\b"
)
# Sentences that speak of our reading and make no claim about what a source holds, by page: how far it was read ...
HOW_IT_WAS_READ = {
    ("relationships/clinician-illness-break", "The ACA and APA words reached us as quoted"),
    ("relationships/clinician-initiated", "We read the US codes as others quote them"),
    ("relationships/clinician-leaving", "We had parts of two US codes"),
    ("relationships/clinician-leaving", "The US codes reached us as others quote them"),
    ("relationships/conflict-of-interest", "NASW on conflicts stood in a county policy"),
    ("relationships/difficult-client", "The repair study was read only in a summary"),
    ("relationships/plan-from-start", "Codes also change, so look for a BACP edition"),
    ("relationships/reopen-and-contact", "We read the Australian board's answers"),
    ("relationships/values-conflict", "We know the ACA wording from a law firm's page"),
    ("sessions/safeguarding-late", "The one outside source is part of a US code"),
    ("shared/consent", "The ACA and BPS points are second-hand"),
    ("shared/consultation", "We know the APA wording from someone else's quotation"),
    ("shared/culture-access", "The ACA wording comes from a law firm's page"),
    ("shared/jurisdiction-check", "Of the Australian code we read the board's answers"),
    ("shared/plain-words", "We know the US guidance through a third party"),
}
# ... or that it was not.
NOT_READ = {
    ("relationships/records", "Data protection law outside the US was not read"),
}
EXCEPTIONS = HOW_IT_WAS_READ | NOT_READ


def uncited(body: str) -> list[str]:
    """Return the sentences that name one, in paragraphs with no citation."""
    paragraphs = (" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", body))
    return [
        sentence
        for paragraph in paragraphs
        if not paragraph.startswith("#") and "cite(" not in paragraph
        for sentence in sentences(paragraph)
        if NAMED.search(sentence)
    ]


def test_who_names_an_authority_cites_it():
    guide = read()
    pages = [*guide.practices.values(), *guide.letters.values()]
    found = [(page.path, sentence) for page in pages for sentence in uncited(page.body)]
    needed = {exception: claim for claim in found for exception in EXCEPTIONS if is_of(exception, *claim)}
    assert [claim for claim in found if claim not in needed.values()] == []
    assert EXCEPTIONS - needed.keys() == set(), "no longer needed"


def is_of(exception: tuple[str, str], path: str, sentence: str) -> bool:
    return path == exception[0] and sentence.startswith(exception[1])


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("The NASW Code asks for notice.", 1),
        ("Under the Care Act you must ask.", 1),
        ("A US state code says so. UK guidance differs.", 2),
        ('The NASW Code asks for notice {{ cite("a") }}. BACP agrees.', 0),
        ('The NASW Code asks for notice.\n\nAnother says so {{ cite("a") }}.', 1),
        ("## What NICE says\n\nA nice code of your own.", 0),
    ],
)
def test_an_uncited_authority_is_seen(body, found):
    assert len(uncited(body)) == found
