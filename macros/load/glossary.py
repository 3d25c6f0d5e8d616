"""The glossary: terms that are used, told apart, short, and rest on something."""

from collections.abc import Iterator

from ..english import sentences
from ..glossary import first_uses
from ..models import SIDES
from ..problems import Problem, problem
from .draft import Draft
from .evidence import Loc, check_unique


def check_glossary(draft: Draft) -> Iterator[Problem]:
    """Find terms that share an id or a form, are explained at length, or stand in the text of no practice."""
    glossary, data = draft.glossary
    yield from check_unique([((n, "id"), term.id) for n, term in glossary.items()], data)
    forms: list[tuple[Loc, str]] = []
    for n, term in glossary.items():
        forms += [((n, "term"), term.term.lower())]
        forms += [((n, "also", m), form.lower()) for m, form in enumerate(term.also)]
    yield from check_unique(forms, data)
    terms = tuple(glossary.values())
    used = {term.id for practice, _ in draft.practices for _, _, term in first_uses(practice.body, terms)}
    for n, term in glossary.items():
        if (count := len(sentences(term.means))) > 2:
            yield problem(data.at(n, "means"), "EW116", key="meaning", count=count)
        # Without its first letter, which is a capital where a sentence begins.
        might_use = any(draft.might_define(f"{side}/", form[1:]) for side in SIDES for form in term.forms)
        if term.id not in used and not might_use:
            yield problem(data.at(n, "term"), "EW863", term=term.term)
