"""Which words lean to danger is learnt from lines, and written down: `data/leans.yml` belongs to them, and to no others."""

import json
from collections.abc import Iterator
from hashlib import sha256

from ..models import Dangers
from ..problems import Problem, problem
from .draft import Draft


def digest(dangers: Dangers, *learnt: str) -> str:
    """Return the digest of all lines of `dangers` that are learnt from, and of what was `learnt`."""
    sides = (dangers.heard, dangers.own, dangers.overheard, dangers.harmless)
    lines = [*sides, *((kind.kind, *kind.asks) for kind in dangers.kinds)]
    return sha256(json.dumps([lines, learnt]).encode()).hexdigest()[:16]


def check_leans_written_down(draft: Draft) -> Iterator[Problem]:
    """Find that the lines have changed since, or what was learnt from them."""
    leans, data = draft.leans
    if leans.of != digest(draft.language.danger, leans.danger, leans.own):
        yield problem(data.at("of"), "EW613")
