"""The rules that several pages share: each stands once, and no page says the opposite."""

from collections.abc import Iterator

from ..problems import Problem, nearest, problem
from .draft import Draft
from .evidence import check_unique
from .prose import text_of


def check_rules(draft: Draft) -> Iterator[Problem]:
    """Find rules that share an id or are for no page, and pages that do not say what they have to, or say its opposite."""
    rules, data = draft.rules
    yield from check_unique([((n, "id"), rule.id) for n, rule in rules.items()], data)
    practices = {practice.path: document for practice, document in draft.practices}
    for n, rule in rules.items():
        for m, path in enumerate(rule.pages):
            if path not in practices:
                if not draft.might_define(f"{path}.md", ""):
                    yield problem(data.at(n, "pages", m), "EW301", to=path, hint=nearest(path, practices))
                continue
            text, place = _run_on(text_of(practices[path])), practices[path].data.at("title")
            if rule.said and not any(_run_on(words) in text for words in rule.said):
                what = f"says none of: {', '.join(rule.said)}"
                yield problem(place, "EW131", id=rule.id, what=what)
            for words in rule.never:
                if _run_on(words) in text:
                    yield problem(place, "EW131", id=rule.id, what=f"says '{words}'")


def _run_on(text: str) -> str:
    """Return `text` in small letters, with its words one blank apart, wherever its lines end."""
    return " ".join(text.lower().split())
