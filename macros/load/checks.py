"""Every check of a draft. None changes it or waits for another, so that their order makes no difference."""

from collections.abc import Callable, Iterator

from ..problems import Problem
from .addresses import check_ledgers, check_numbers
from .asks import check_asks, check_promises
from .calls import check_anatomy
from .changes import check_changes, check_signed
from .contacts import check_dangers, check_own_contacts, check_regions
from .content import check_authorities, check_depth, check_parts, check_safety
from .course import check_modules
from .draft import Draft, is_of_the_guide
from .evidence import check_references, check_registers, check_statements
from .facts import check_facts_as_typed
from .form import check_form
from .glossary import check_glossary
from .headings import check_headings
from .letters import check_letter
from .links import check_crosslinks, check_exceptions, check_text_links
from .local import check_hidden, check_local_steps
from .markup import check_markup
from .navigation import check_navigation
from .places import made_in, places_in
from .practice import check_ids, check_practice
from .prose import SAYS, WHAT, check_facts, check_prose
from .readability import check_reading_age, check_repetition
from .rules import check_rules
from .settings import check_settings
from .source_text import check_source_text


def check_practices(draft: Draft) -> Iterator[Problem]:
    """Find every mistake within a practice that its types cannot show, and exceptions that lead to none."""
    for practice, document in draft.practices:
        data = document.data
        yield from check_practice(practice, data, draft.latest)
        yield from check_safety(practice, data)
        yield from check_depth(practice, document)
        yield from check_parts(practice, data)
        yield from check_ids(practice, document)
        yield from check_exceptions(practice, data, draft)


def check_letters(draft: Draft) -> Iterator[Problem]:
    """Find every mistake within a letter that its types cannot show, and practices that are not there."""
    for letter, document in draft.letters:
        yield from check_letter(letter, document.data, draft.sides, draft.latest)


def check_links(draft: Draft) -> Iterator[Problem]:
    """Find links in the texts that lead nowhere, or out of the guide."""
    places = places_in(draft)
    for document in draft.documents:
        yield from check_text_links(document, places)


def check_calls(draft: Draft) -> Iterator[Problem]:
    """Find parts that a page should have, and authorities for which its text cites nothing."""
    for document, calls in draft.calls:
        yield from check_anatomy(document, calls)
        yield from check_authorities(document, calls)


def check_words(draft: Draft) -> Iterator[Problem]:
    """Find mistakes of wording, on pages and in data. A service may spell its own as it has settled."""
    numbers = draft.numbers
    for document in draft.documents:
        american = draft.is_american and not is_of_the_guide(document.data.file)
        yield from check_prose(document, numbers, american=american)
    written = [(data, SAYS) for _, data in draft.registers] + [(data, WHAT) for _, data in draft.changes]
    for data, keys in written:
        american = draft.is_american and not is_of_the_guide(data.file)
        yield from check_facts(data, numbers, american=american, keys=keys)
    yield from check_facts(draft.glossary.data, numbers, american=False)
    yield from check_facts(draft.rules.data, numbers, american=False)
    yield from check_facts(draft.steps.data, numbers, american=draft.is_american)


def check_texts(draft: Draft) -> Iterator[Problem]:
    """Find Markdown that the guide does not know, and headings that are out of order or share an id."""
    made = made_in(draft)
    for document in draft.documents:
        yield from check_markup(document)
        yield from check_headings(document, made.get(document.path, frozenset()))
        yield from check_facts_as_typed(document.data)
    for data, keys in ((data, SAYS) for _, data in draft.registers):
        yield from check_facts_as_typed(data, keys)
    for register in (draft.regions, draft.glossary, draft.rules, draft.steps):
        yield from check_facts_as_typed(register.data)


CHECKS: tuple[Callable[[Draft], Iterator[Problem]], ...] = (
    check_settings,
    check_practices,
    check_letters,
    check_modules,
    check_form,
    check_asks,
    check_promises,
    check_crosslinks,
    check_links,
    check_calls,
    check_texts,
    check_words,
    check_reading_age,
    check_repetition,
    check_statements,
    check_references,
    check_registers,
    check_regions,
    check_dangers,
    check_own_contacts,
    check_glossary,
    check_rules,
    check_source_text,
    check_hidden,
    check_local_steps,
    check_ledgers,
    check_numbers,
    check_navigation,
    check_changes,
    check_signed,
)
