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


def out_of_place(steps: Iterable[LocalStep], practices: Mapping[str, Practice]) -> Iterator[str]:
    """Return the ids, as they should be, of the steps that are told to stand nowhere or to be misnamed."""
    for step in steps:
        at = step.after or step.before
        stands = step.page in practices and at in [s.id for s in practices[step.page].checklist.steps]
        if not stands or not step.id.startswith(LOCAL_NAME):
            yield f"{LOCAL_NAME}{step.id.removeprefix(LOCAL_NAME)}"


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
        """Tell whether `to` is of the kind of `page`, and for its danger where it is for one."""
        of_a_kind = practices if page in practices else letters
        return to in of_a_kind and not (page in known and lacks(known[page], known[to]))

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
            others = (path for path in kind if path not in pages and may_stand_in(path, item.page))
            is_hidden = item.to in pages
            hint = "lead to a page that you show" if is_hidden else nearest(item.to, others, cutoff=0.7)
            reason = f"'{item.to}' {'is hidden itself' if is_hidden else 'cannot stand in for it'}"
            yield problem(to, "EW857", page=item.page, reason=reason, hint=hint)
        elif reason := lacks(known[item.page], known[item.to]):
            yield problem(to, "EW858", page=item.page, to=item.to, reason=reason)


def lacks(hidden: Practice | Letter, to: Practice | Letter) -> str:
    """Say what `to` lacks to stand in for a `hidden` page for danger, or nothing: it has to be for the same moment and the same dangers.

    A practice for danger is read and done; a letter for it goes where nobody should or can ask the client first. What
    belongs to the moment of a page of its own, a service knows best.
    """
    if not _is_for_danger(hidden):
        return ""
    if not _is_for_danger(to):
        return "is not"
    if not (isinstance(hidden, Practice) and isinstance(to, Practice)):
        return ""
    if missing := [danger for danger in hidden.dangers if danger not in to.dangers]:
        return f"does not say whom to call for {', '.join(missing)}"
    is_same = (hidden.side, hidden.phase) == (to.side, to.phase)
    return "" if is_same or is_local(to.path) else "is for another moment"


def _is_for_danger(page: Practice | Letter) -> bool:
    return page.checklist.mode == "read-do" if isinstance(page, Practice) else not page.ask_first


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
