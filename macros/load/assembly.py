"""From a draft without mistakes to the guide."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from ..course import Module
from ..guide import Guide
from ..models import Letter, Page, Practice, Redirect, is_local
from ..moves import followed, moves_of
from .changes import brought_up_to_date, kept_in
from .contacts import chosen, with_own
from .course import with_what_is_shown
from .draft import Draft
from .local import rewritten, with_steps, without
from .places import places_in

P = TypeVar("P", Letter, Module, Page)
R = TypeVar("R", Practice, Letter, Module)


def assemble(draft: Draft) -> Guide:
    """Return the guide as the service shows it: with its own contacts and steps, and without what it hides."""
    hidden = draft.stand_ins
    steps = tuple(draft.steps.entries.values())
    regions = chosen(draft.settings, {region.id: region for region in draft.regions.entries.values()})
    called = {document.path: calls for document, calls in draft.calls}
    cited = {
        path: {"cited": tuple(id_ for call in calls for id_ in call.cited)} for path, calls in called.items()
    }
    names = {path: {"calls": tuple(call.name for call in calls)} for path, calls in called.items()}
    own_reviews = {row.page: row for row in draft.signed.entries.values()}

    def signed(page: R) -> R:
        own = own_reviews.get(page.path)
        return page.model_copy(update={"review": own.over(page.review)}) if own else page

    practices = {
        p.path: with_steps(signed(p.model_copy(update=cited[p.path] | names[p.path])), steps)
        for p, _ in draft.practices
    }
    return Guide(
        address=draft.configuration.address,
        settings=draft.settings,
        practices=without(hidden, practices),
        letters={
            letter.path: _going_on(signed(letter.model_copy(update=cited[letter.path])), hidden)
            for letter, _ in draft.letters
            if letter.path not in hidden
        },
        modules={
            module.path: _going_on(
                with_what_is_shown(signed(module), hidden).model_copy(update=cited[module.path]), hidden
            )
            for module, _ in draft.modules
        },
        pages={
            page.path: _going_on(page.model_copy(update=cited[page.path]), hidden) for page, _ in draft.pages
        },
        asks={path: phrases for asks in draft.asks for path, phrases in asks.entries.items()},
        sources=draft.sources,
        regions=with_own(regions, draft.settings.contacts),
        source_text=draft.source_text[0],
        ledger={row: listed.number for ledger in draft.ledgers for row, listed in ledger.rows.items()},
        shorts={
            row: listed.short
            for ledger in draft.ledgers
            for row, listed in ledger.rows.items()
            if listed.short
        },
        redirects=tuple(
            r for ledger in draft.ledgers for r in _where_they_end(ledger.redirects.entries.values())
        ),
        hidden=hidden,
        glossary=tuple(draft.glossary.entries.values()),
        rules=tuple(draft.rules.entries.values()),
        own_files=dict(_own_files(draft)),
        changes=tuple(
            change
            for rows, data in draft.changes
            for change in brought_up_to_date(rows.values(), kept_in(data, draft), draft.today)
        ),
        signed=tuple(draft.signed.entries.values()),
        language=draft.language,
        leans=draft.leans[0],
        navigation=draft.navigation[0],
        places=places_in(draft),
    )


def _where_they_end(redirects: Collection[Redirect]) -> Iterator[Redirect]:
    moves = moves_of(redirects)
    for redirect in redirects:
        yield redirect.model_copy(update={"to": followed(redirect.to, moves)})


def _going_on(page: P, hidden: Mapping[str, str]) -> P:
    return page.model_copy(update={"body": rewritten(page.body, page.path, hidden)})


def _own_files(draft: Draft) -> Iterator[tuple[str, Path]]:
    """Return what the service adds to the files of the site, by their addresses there."""
    for document in draft.documents:
        if is_local(document.path):
            yield f"{document.path}.md", draft.own / f"{document.path}.md"
    if logo := draft.settings.logo:
        yield f"assets/logo{Path(logo).suffix}", draft.own / logo
