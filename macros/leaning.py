"""How far the pieces of a text lean to danger, or to the danger of whoever writes.

It is learnt by `make learn`, and read by `overrides/components/search/danger.js`, which cuts a text into the same pieces and
finds each in the same place. Two pieces may share a place (feature hashing); with so many places it costs little.
"""

from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from math import exp, sqrt
from random import Random
from typing import NamedTuple

from .publish.packing import words

DANGER, OWN = 1 << 15, 1 << 12  # so many places are told apart for danger, and for whose it is
STEP, MOST = 0.2, 12  # a lean is told in steps, and at most so many of them,
ZERO = ord("N")  # by one letter each: this one leans to neither side
LETTERS = (3, 4, 5)  # how many letters in a row are a piece
ROUNDS = 8  # so often all samples are gone through
ALPHA, BETA = 0.3, 1.0  # as the method calls them: its pace,
L1, L2 = 2.0, 1.0  # and what keeps leans few and small


class Sample(NamedTuple):
    """A text that somebody typed, whether it `is` what shall be told from others, and what it counts."""

    text: str
    is_: bool
    worth: float = 1.0


def places(text: str, of: int) -> list[int]:
    """Return the places among so many, a power of two, of the pieces of a text: its words, each two that follow each other, and
    their letters in rows; nothing of a number.

    The empty piece, which every text has, learns how a text leans of which nothing is known.
    """
    said = [word for word in words(text) if word.isalpha()]
    edged = [f"<{word}>" for word in said]
    rows = (word[at : at + n] for word in edged for n in LETTERS for at in range(len(word) - n + 1))
    pieces = {"", *said, *(f"{one} {two}" for one, two in pairwise(said)), *rows}
    return sorted({_hashed(piece) & (of - 1) for piece in pieces})


@cache
def _hashed(piece: str) -> int:
    """Return the hash of a piece by FNV-1a, its upper half folded upon the lower one."""
    hashed = 2166136261
    for letter in piece.encode("ascii"):
        hashed = ((hashed ^ letter) * 16777619) & 0xFFFFFFFF
    return hashed ^ (hashed >> 15)


def learnt(samples: Iterable[Sample], of: int) -> str:
    """Return how far each place among so many leans to what `is_`, as a letter each; the same for the same samples.

    It is a logistic regression by FTRL-Proximal, which leaves most places at zero: McMahan and others (2013), *Ad click
    prediction: a view from the trenches*, DOI 10.1145/2487575.2488200, algorithm 1.
    """
    read = [(places(sample.text, of), sample.is_, sample.worth) for sample in samples]
    pulls, steps = [0.0] * of, [0.0] * of  # z and n

    def weight(at: int) -> float:
        pull = pulls[at]
        if abs(pull) <= L1:
            return 0.0
        return ((L1 if pull > 0 else -L1) - pull) / ((BETA + sqrt(steps[at])) / ALPHA + L2)

    order = Random(0)  # the same each time
    for _ in range(ROUNDS):
        order.shuffle(read)
        for here, is_, worth in read:
            weights = [weight(at) for at in here]
            error = (1 / (1 + exp(-max(-30.0, sum(weights)))) - is_) * worth
            for at, old in zip(here, weights, strict=True):
                before = sqrt(steps[at])
                steps[at] += error * error
                pulls[at] += error - (sqrt(steps[at]) - before) / ALPHA * old
    in_steps = (round(weight(at) / STEP) for at in range(of))
    return "".join(chr(ZERO + max(-MOST, min(MOST, step))) for step in in_steps)
