"""The glossary: terms that are used, told apart, short, and rest on something."""

from collections.abc import Iterable, Mapping

from ..glossary import first_uses
from ..models import SIDES, Definition
from ..problems import Problems
from ..words import sentences
from .evidence import Loc, Sources, check_basis, check_unique
from .text import Data


def check_glossary(
    glossary: Mapping[int, Definition],
    data: Data,
    texts: Iterable[str],
    sources: Sources,
    problems: Problems,
) -> None:
    """Note terms that share an id or a form, are explained at length or on no basis, or stand in none of the `texts`."""
    check_unique([((n, "id"), term.id) for n, term in glossary.items()], data, problems)
    forms: list[tuple[Loc, str]] = []
    for n, term in glossary.items():
        forms += [((n, "term"), term.term.lower())]
        forms += [((n, "also", m), form.lower()) for m, form in enumerate(term.also)]
    check_unique(forms, data, problems)
    terms = tuple(glossary.values())
    used = {term.id for text in texts for _, _, term in first_uses(text, terms)}
    for n, term in glossary.items():
        check_basis(term.id, term.means, term.sources, data, (n,), sources, problems)
        if (count := len(sentences(term.means))) > 2:
            problems.add(data.at(n, "means"), "EW116", key="meaning", count=count)
        # Without its first letter, which is a capital where a sentence begins.
        is_doubtful = any(problems.may_hold(f"{side}/", form[1:]) for side in SIDES for form in term.forms)
        if term.id not in used and not is_doubtful:
            problems.add(data.at(n, "term"), "EW863", term=term.term)
