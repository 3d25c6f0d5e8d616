"""What a letter must hold: its blanks, what has to be in it, and the practices it goes with."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from ..models import FROM_CONTACTS, FROM_EMERGENCY, Letter, Side
from ..problems import Problem, nearest, problem
from .draft import is_of_the_guide
from .evidence import check_unique
from .practice import check_review
from .text import Data

_IN_BRACES = re.compile(r"\{([^{}]*)\}")
_SETTINGS = ("name", "contact_route", "ways_back", "records_route", "other_services")
FILLED_FROM = (FROM_CONTACTS, FROM_EMERGENCY, *_SETTINGS)


def check_letter(letter: Letter, data: Data, sides: Mapping[str, Side], latest: date) -> Iterator[Problem]:
    """Find every mistake within one letter that its types cannot show."""
    yield from check_review(letter.review, data, latest)
    yield from _check_blanks(letter, data)
    yield from _check_musts(letter, data)
    for n, path in enumerate(letter.practices):
        if path not in sides:
            yield problem(data.at("practices", n), "EW301", to=path, hint=nearest(path, sides))


def _check_musts(letter: Letter, data: Data) -> Iterator[Problem]:
    """Find what has to be in the letter and is not. What a service writes need not say where it stands."""
    held = " ".join(letter.letter.split())
    for n, must in enumerate(letter.must):
        if must.shown is not None and " ".join(must.shown.split()) not in held:
            what = f"the letter does not hold '{must.shown}'"
            yield problem(data.at("must", n, "shown"), "EW130", what=what)
        if is_of_the_guide(data.file) and not (must.shown or must.before):
            what = f"nothing tells where the letter holds '{must.element}'"
            yield problem(data.at("must", n), "EW130", what=what)


def _check_blanks(letter: Letter, data: Data) -> Iterator[Problem]:
    yield from check_unique([(("blanks", n, "id"), blank.id) for n, blank in enumerate(letter.blanks)], data)
    known, used = {blank.id for blank in letter.blanks}, _IN_BRACES.findall(letter.letter)
    for id_ in dict.fromkeys(used):
        if id_ not in known:
            yield problem(data.at("letter"), "EW121", id=id_)
    for n, blank in enumerate(letter.blanks):
        if blank.id not in used:
            yield problem(data.at("blanks", n, "id"), "EW122", id=blank.id)
        if blank.from_ is not None and blank.from_ not in FILLED_FROM:
            hint = nearest(blank.from_, FILLED_FROM)
            yield problem(data.at("blanks", n, "from"), "EW105", value=blank.from_, key="from", hint=hint)
