"""The course: minutes that sum, checks that can be answered, scenarios that lead somewhere, modules in an order."""

from collections.abc import Iterator, Mapping

from ..course import WEEKS, Check, Module, Scenario
from ..problems import Problem, nearest, problem
from .draft import Draft, by_path
from .evidence import Loc, check_unique
from .practice import check_review
from .text import Data

CHECKS = range(5, 9)
DECISIONS_TO_A_GOOD_END = 3


def check_modules(draft: Draft) -> Iterator[Problem]:
    """Find every mistake within a module that its types cannot show, and names of others that are not there."""
    for module, document in draft.modules:
        data = document.data
        yield from check_review(module.review, data, draft.latest)
        yield from check_unique(_ids(module), data)
        yield from _check_plan(module, data, draft)
        yield from _check_reading(module, data, draft)
        if len(module.checks) not in CHECKS:
            yield problem(data.at("checks"), "EW953", count=len(module.checks))
        for n, check in enumerate(module.checks):
            yield from _check_options(check, ("checks", n), data)
        yield from _check_scenario(module.scenario, data)


def with_what_is_shown(module: Module, hidden: Mapping[str, str]) -> Module:
    """Return `module` without the words of pages that the service hides."""
    return module.model_copy(
        update={"aloud": tuple(aloud for aloud in module.aloud if aloud.practice not in hidden)}
    )


def _ids(module: Module) -> Iterator[tuple[Loc, str]]:
    for key in ("before", "aloud", "checks"):
        yield from (((key, n, "id"), part.id) for n, part in enumerate(getattr(module, key)))
    yield ("scenario", "id"), module.scenario.id
    yield from ((("scenario", "scenes", n, "id"), scene.id) for n, scene in enumerate(module.scenario.scenes))
    yield from ((("practices", n), path.rpartition("/")[2]) for n, path in enumerate(module.practices))
    yield from ((("revisit", n, "days"), visit.id) for n, visit in enumerate(module.revisit))
    yield ("observe", "id"), module.observe.id
    yield from ((("observe", "criteria", n, "id"), each.id) for n, each in enumerate(module.observe.criteria))


def _check_plan(module: Module, data: Data, draft: Draft) -> Iterator[Problem]:
    modules = {other.id: other for other, _ in draft.modules}
    if module.total != sum(module.minutes.parts):
        yield problem(data.at("total"), "EW951", total=module.total, sum=sum(module.minutes.parts))
    if module.week not in WEEKS:
        yield problem(data.at("week"), "EW952", week=module.week)
    for n, name in enumerate(module.after):
        if name not in modules and draft.might_define(f"course/{name}.md", ""):
            continue
        if name not in modules:
            before = [id_ for id_ in modules if _may_be_first(id_, module, modules)]
            yield problem(data.at("after", n), "EW954", id=name, hint=nearest(name, before))
        elif not _may_be_first(name, module, modules):
            yield problem(data.at("after", n), "EW955", id=name)


def _may_be_first(name: str, module: Module, modules: Mapping[str, Module]) -> bool:
    return modules[name].week <= module.week and module.id not in _needed(name, modules)


def _needed(name: str, modules: Mapping[str, Module]) -> set[str]:
    """Return the modules that come before `name`, and `name` itself."""
    found, open_ = set[str](), [name]
    while open_:
        if (one := open_.pop()) not in found and one in modules:
            found.add(one)
            open_ += modules[one].after
    return found


def _check_reading(module: Module, data: Data, draft: Draft) -> Iterator[Problem]:
    practices = by_path(draft.practices)
    named: list[tuple[Loc, str]] = [(("practices", n), path) for n, path in enumerate(module.practices)]
    named += [(("aloud", n, "practice"), aloud.practice) for n, aloud in enumerate(module.aloud)]
    for loc, path in named:
        if path not in practices and not draft.might_define(f"{path}.md", ""):
            yield problem(data.at(*loc), "EW301", to=path, hint=nearest(path, practices))
    for n, aloud in enumerate(module.aloud):
        practice = practices.get(aloud.practice)
        phrases = [phrase.id for phrase in practice.words] if practice else [aloud.phrase]
        if aloud.phrase not in phrases:
            hint = nearest(aloud.phrase, phrases)
            yield problem(
                data.at("aloud", n, "phrase"), "EW956", id=aloud.phrase, to=aloud.practice, hint=hint
            )


def _check_options(check: Check, at: Loc, data: Data) -> Iterator[Problem]:
    ids = (((*at, "options", n, "id"), option.id) for n, option in enumerate(check.options))
    yield from check_unique(ids, data)
    right = sum(option.right for option in check.options)
    if right != 1 or len(check.options) < 2:
        yield problem(data.at(*at, "options"), "EW957", id=check.id, right=right, count=len(check.options))


def _check_scenario(scenario: Scenario, data: Data) -> Iterator[Problem]:
    scenes = {scene.id: scene for scene in scenario.scenes}
    ways = {scene.id: {choice.to for choice in scene.choices} for scene in scenario.scenes}
    if scenario.start not in scenes:
        hint = nearest(scenario.start, scenes)
        yield problem(data.at("scenario", "start"), "EW958", id=scenario.start, hint=hint)
        return
    for n, scene in enumerate(scenario.scenes):
        at = ("scenario", "scenes", n)
        for m, choice in enumerate(scene.choices):
            if choice.to not in scenes:
                place = data.at(*at, "choices", m, "to")
                yield problem(place, "EW958", id=choice.to, hint=nearest(choice.to, scenes))
        if bool(scene.choices) == bool(scene.end):
            yield problem(data.at(*at, "id"), "EW959", id=scene.id)
    far = _distances(scenario.start, ways)
    for n, scene in enumerate(scenario.scenes):
        ends = any(scenes[id_].end for id_ in _distances(scene.id, ways) if id_ in scenes)
        if scene.id not in far or not ends:
            yield problem(data.at("scenario", "scenes", n, "id"), "EW960", id=scene.id)
    good = [far[scene.id] for scene in scenario.scenes if scene.end == "good" and scene.id in far]
    if not good or min(good) < DECISIONS_TO_A_GOOD_END:
        yield problem(data.at("scenario", "scenes"), "EW961", count=min(good, default=0))


def _distances(start: str, ways: Mapping[str, set[str]]) -> dict[str, int]:
    """Return the scenes that can be reached from `start`, and by how few decisions."""
    found, edge = {start: 0}, [start]
    for id_ in edge:
        for to in sorted(ways.get(id_, set()) - found.keys()):
            found[to] = found[id_] + 1
            edge.append(to)
    return found
