"""What a letter must hold: its blanks, what has to be in it, and the practices it goes with."""

import re
from collections.abc import Mapping
from datetime import date

from ..models import FROM_CONTACTS, FROM_EMERGENCY, Letter, Side
from ..problems import Problems, nearest
from .evidence import Sources, check_basis, check_unique
from .practice import check_review
from .text import Data

_IN_BRACES = re.compile(r"\{([^{}]*)\}")
_SETTINGS = ("name", "contact_route", "ways_back", "records_route", "other_services")
FILLED_FROM = (FROM_CONTACTS, FROM_EMERGENCY, *_SETTINGS)


def check_letter(
    letter: Letter, data: Data, sources: Sources, sides: Mapping[str, Side], today: date, problems: Problems
) -> None:
    """Note every mistake within one letter that its types cannot show."""
    check_review(letter.review, data, today, problems)
    _check_blanks(letter, data, problems)
    for n, must in enumerate(letter.must):
        check_basis("must", must.element, must.sources, data, ("must", n), sources, problems)
    for n, path in enumerate(letter.practices):
        if path not in sides:
            problems.add(data.at("practices", n), "EW301", to=path, hint=nearest(path, sides))


def _check_blanks(letter: Letter, data: Data, problems: Problems) -> None:
    check_unique([(("blanks", n, "id"), blank.id) for n, blank in enumerate(letter.blanks)], data, problems)
    known, used = {blank.id for blank in letter.blanks}, _IN_BRACES.findall(letter.letter)
    for id_ in dict.fromkeys(used):
        if id_ not in known:
            problems.add(data.at("letter"), "EW121", id=id_)
    for n, blank in enumerate(letter.blanks):
        if blank.id not in used:
            problems.add(data.at("blanks", n, "id"), "EW122", id=blank.id)
        if blank.from_ is not None and blank.from_ not in FILLED_FROM:
            hint = nearest(blank.from_, FILLED_FROM)
            problems.add(data.at("blanks", n, "from"), "EW105", value=blank.from_, key="from", hint=hint)
