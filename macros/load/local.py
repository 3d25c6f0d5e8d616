"""What a service adds to the guide and hides of it, from a folder of its own."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping

from ..models import LOCAL_NAME, Letter, LocalStep, Practice, Unless, is_local
from ..problems import Place, Problem, nearest, problem
from .content import is_about_safety
from .draft import Draft, by_path
from .links import check_targets, link_targets
from .practice import check_step

MOST_STEPS = (
    2  # beyond the nine of a pause point, so that no update of the guide can leave yours without room
)


def check_name(name: str, place: Place, *, own: bool) -> Iterator[Problem]:
    """Find a name of a service's `own` without its sign, and one of the guide's that has it."""
    if own and not name.startswith(LOCAL_NAME):
        yield problem(place, "EW852", name=name)
    if not own and name.startswith(LOCAL_NAME):
        yield problem(place, "EW853", name=name)


def check_local_steps(draft: Draft) -> Iterator[Problem]:
    """Find local steps that stand nowhere, or that are no steps."""
    steps, data = draft.steps
    practices = by_path(draft.practices)
    count: dict[str, int] = {}
    seen = {(path, id_) for path, practice in practices.items() for id_ in practice.ids}
    for index, step in steps.items():
        yield from check_step(step, data, (index,))
        yield from check_name(step.id, data.at(index, "id"), own=True)
        if (step.page, step.id) in seen:
            yield problem(data.at(index, "id"), "EW110", id=step.id)
        seen.add((step.page, step.id))
        yield from _check_place(step, index, practices, draft)
        exceptions = [((index, "unless", n, "to"), u) for n, u in enumerate(step.unless)]
        yield from check_targets(exceptions, data, practices, draft)
        if step.page in draft.stand_ins:
            hint = "show it again, or take the step out"
            yield problem(data.at(index, "page"), "EW854", what="shown practice", to=step.page, hint=hint)
        count[step.page] = count.get(step.page, 0) + 1
        if count[step.page] > MOST_STEPS:
            place = data.at(index)
            yield problem(place, "EW856", count=count[step.page], page=step.page, most=MOST_STEPS)


def _check_place(
    step: LocalStep, index: int, practices: Mapping[str, Practice], draft: Draft
) -> Iterator[Problem]:
    data = draft.steps.data
    places = {key: at for key, at in (("after", step.after), ("before", step.before)) if at is not None}
    if len(places) != 1:
        yield problem(data.at(index), "EW855", id=step.id, count=len(places))
    if step.page not in practices:
        if not draft.might_define(f"{step.page}.md", ""):
            hint = nearest(step.page, practices)
            yield problem(data.at(index, "page"), "EW854", what="practice", to=step.page, hint=hint)
        return
    practice = practices[step.page]
    known = [other.id for other in practice.checklist.steps]
    if step.before in known[:1] and not practice.no_risk and not is_about_safety(step):
        yield problem(data.at(index, "before"), "EW868", id=step.id, first=known[0])
    for key, at in places.items():
        if at not in known:
            what = f"step on '{step.page}' called"
            yield problem(data.at(index, key), "EW854", what=what, to=at, hint=nearest(at, known))


def with_steps(practice: Practice, added: Iterable[LocalStep]) -> Practice:
    """Return `practice` with the local steps of its page in their places; those with one place keep their order."""
    steps = list(practice.checklist.steps)
    for local in added:
        ids = [step.id for step in steps]
        if local.page == practice.path and (local.after or local.before) in ids:
            at = ids.index(local.after) + 1 if local.after else ids.index(local.before or "")
            while local.after and at < len(steps) and steps[at].is_local:
                at += 1
            steps.insert(at, local.step)
    checklist = practice.checklist.model_copy(update={"steps": tuple(steps)})
    return practice.model_copy(update={"checklist": checklist})


def check_hidden(draft: Draft) -> Iterator[Problem]:
    """Find pages that cannot be hidden, or whose stand-in is missing, of another kind, hidden too, or too little."""
    hidden, data = draft.hidden
    practices, letters = by_path(draft.practices), by_path(draft.letters)
    pages = [item.page for item in hidden.values()]
    known: dict[str, Practice | Letter] = {**practices, **letters}
    ours = [path for path in known if not is_local(path)]

    def may_stand_in(to: str, page: str) -> bool:
        """Tell whether `to` is of the kind of `page`, and for danger where that is."""
        is_calm = _is_for_danger(known.get(page)) and not _is_for_danger(known.get(to))
        return to in (practices if page in practices else letters) and not is_calm

    for index, item in hidden.items():
        place, to = data.at(index, "page"), data.at(index, "to")
        kind = practices if item.page in practices else letters
        if pages.count(item.page) > 1:
            yield problem(place, "EW606", row=item.page)
        if any(draft.might_define(f"{path}.md", "") for path in (item.page, item.to)):
            continue
        if item.page not in ours:
            reason = "it is your own" if item.page in known else "the guide has no such practice or letter"
            meant = nearest(item.page, (path for path in ours if may_stand_in(item.to, path)), pages)
            hint = "take the file out of your folder" if item.page in known else meant
            yield problem(place, "EW857", page=item.page, reason=reason, hint=hint)
        elif item.to not in kind or item.to in pages:
            others = (path for path in kind if path not in pages)
            hint = nearest(item.to, (path for path in others if may_stand_in(path, item.page)))
            reason = f"'{item.to}' {'is hidden itself' if item.to in pages else 'cannot stand in for it'}"
            yield problem(to, "EW857", page=item.page, reason=reason, hint=hint)
        elif not may_stand_in(item.to, item.page):
            yield problem(to, "EW858", page=item.page, to=item.to)


def _is_for_danger(page: Practice | Letter | None) -> bool:
    """Tell whether a practice is followed in danger, or a letter goes where nobody should or can ask the client first."""
    return (
        page.checklist.mode == "read-do" if isinstance(page, Practice) else bool(page and not page.ask_first)
    )


def without(hidden: Mapping[str, str], practices: Mapping[str, Practice]) -> dict[str, Practice]:
    """Return the practices that are shown: with no cross-link to a hidden one, and exceptions that go on."""
    return {
        path: _without(hidden, practice, practices)
        for path, practice in practices.items()
        if path not in hidden
    }


def _without(hidden: Mapping[str, str], practice: Practice, practices: Mapping[str, Practice]) -> Practice:
    def going_on(found: Iterable[Unless]) -> tuple[Unless, ...]:
        return tuple(item.model_copy(update={"to": hidden.get(item.to or "", item.to)}) for item in found)

    steps = [step.model_copy(update={"unless": going_on(step.unless)}) for step in practice.checklist.steps]
    taken_over = [
        code
        for page, to in hidden.items()
        if to == practice.path and page in practices
        for code in practices[page].carries
    ]
    return practice.model_copy(
        update={
            "links": tuple(link for link in practice.links if link.to not in hidden),
            "unless": going_on(practice.unless),
            "checklist": practice.checklist.model_copy(update={"steps": tuple(steps)}),
            "carries": tuple(dict.fromkeys((*practice.carries, *taken_over))),
            "body": rewritten(practice.body, practice.path, hidden),
        }
    )


def rewritten(body: str, path: str, hidden: Mapping[str, str]) -> str:
    """Return the text of the page at `path` with its links to hidden pages led on."""
    folder = posixpath.dirname(path)
    for start, end, target in reversed(list(link_targets(body))):
        file, _, _ = target.partition("#")
        there = posixpath.normpath(posixpath.join(folder, file)).removesuffix(".md")
        if there in hidden:
            on = posixpath.relpath(hidden[there], folder or ".")
            body = f"{body[:start]}{on}.md{body[end:]}"
    return body
