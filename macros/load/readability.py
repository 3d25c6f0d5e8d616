"""How the pages of the guide read together: each plain enough, and none in the words of another."""

from collections.abc import Iterator

from ..course import Module
from ..english import reading_age, words
from ..models import ELSEWHERE
from ..problems import Place, Problem, problem
from .draft import Draft, is_of_the_guide
from .prose import sentences_on

OLDEST = 13  # years: the standard for the page in the middle is eleven, and terms of art are long words
WORDS_TO_MEASURE = 100  # fewer tell nothing
WORDS_OF_ITS_OWN = 5  # from as many on, no sentence stands on two pages


def check_reading_age(draft: Draft) -> Iterator[Problem]:
    """Find pages of the guide that are hard to read, at the sentence that is hardest."""
    for document in draft.documents:
        if not is_of_the_guide(document.data.file):
            continue
        placed = [(sentence, place) for sentence, place in sentences_on(document) if words(sentence)]
        if sum(len(words(sentence)) for sentence, _ in placed) < WORDS_TO_MEASURE:
            continue
        age = reading_age(sentence for sentence, _ in placed)
        if age > OLDEST:
            _, place = max(placed, key=lambda found: reading_age(found[:1]))
            yield problem(place, "EW408", age=f"{age:.1f}", oldest=OLDEST)


def check_repetition(draft: Draft) -> Iterator[Problem]:
    """Find sentences of the guide that another of its pages has too. The course may repeat what it teaches.

    A sentence of a letter with a blank in it is a form, which letters may share. A question may be asked alike wherever there
    may be danger, and so may what is said on a call, or to someone young.
    """
    first: dict[str, Place] = {}
    for document in draft.documents:
        if document.kind.model is Module or not is_of_the_guide(document.data.file):
            continue
        for sentence, place in sentences_on(document, but=ELSEWHERE):
            found = words(sentence)
            if len(found) < WORDS_OF_ITS_OWN or "{" in sentence or sentence.endswith("?"):
                continue
            other = first.setdefault(" ".join(found).lower(), place)
            if other.file != place.file:
                yield problem(place, "EW409", other=other, start=" ".join(found[:WORDS_OF_ITS_OWN]))
