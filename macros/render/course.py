"""The course: the way through it and its plan by week, and each module with what there is to do in it."""

from collections.abc import Sequence
from itertools import groupby

from markupsafe import Markup

from ..course import COURSE, KINDS, Check, Item, Module
from ..guide import Guide, version
from . import evidence
from .html import component, href, url
from .practice import practice_link, review

HOME = f"{COURSE}/index"
RECORD = f"{COURSE}/record"
VERIFY = f"{COURSE}/verify"


def path(guide: Guide, here: str) -> Markup:
    """Return the modules by week, with the minutes of each and of each week, and what to come back to when."""
    rows = [(module, href(here, module.path), guide.items(module)) for module in guide.modules_in_order]
    weeks = [(week, list(found)) for week, found in groupby(rows, key=lambda row: row[0].week)]
    titles = {module.id: module.title for module in guide.modules.values()}
    return component(
        "path",
        modules=[(*row, _visits(*row[::2])) for row in rows],
        weeks=[
            (
                week,
                sum(module.total for module, _, _ in found),
                [(*row, [titles[id_] for id_ in row[0].after]) for row in found],
            )
            for week, found in weeks
        ],
    )


def plan(guide: Guide, _here: str) -> Markup:
    """Return the modules by week as a table to paste elsewhere, with the minutes of each part and permanent addresses."""
    titles = {module.id: module.title for module in guide.modules.values()}
    weeks = [
        (week, list(found)) for week, found in groupby(guide.modules_in_order, key=lambda module: module.week)
    ]
    return component(
        "plan",
        weeks=[
            (
                week,
                [
                    (module, guide.address_of(module), [titles[id_] for id_ in module.after])
                    for module in modules
                ],
                _sums(modules),
            )
            for week, modules in weeks
        ],
        sums=_sums(guide.modules_in_order),
    )


def _sums(modules: Sequence[Module]) -> tuple[int, ...]:
    """Return the minutes of each part of the modules, and of all parts."""
    each = [module.minutes for module in modules]
    parts = (
        sum(minutes.read for minutes in each),
        sum(minutes.practise for minutes in each),
        sum(minutes.check for minutes in each),
        sum(minutes.scenario for minutes in each),
        sum(minutes.observe for minutes in each),
    )
    return (*parts, sum(parts))


def _visits(module: Module, items: tuple[Item, ...]) -> list[tuple[object, Item]]:
    by_id = {item.task.id: item for item in items}
    return [(visit, by_id[visit.id]) for visit in module.revisit]


def progress(_guide: Guide, here: str) -> Markup:
    """Return what is kept of the course and for how long."""
    return component("progress", carry=href(here, f"{HOME}#carry"), record=href(here, RECORD))


def carry(guide: Guide, here: str) -> Markup:
    """Return the ways to carry what was done to another device and back."""
    return component("carry", address=f"{guide.address}{COURSE}/", title=guide.pages[here].title)


def module(guide: Guide, here: str) -> Markup:
    """Return the module `here`, whole without a script."""
    module = guide.modules[here]
    items = {item.task.id: item for item in guide.items(module)}
    titles = {each.id: (each.title, href(here, each.path)) for each in guide.modules.values()}
    phrases = {p.path: {phrase.id: phrase for phrase in p.words} for p in guide.practices.values()}
    return component(
        "module",
        module=module,
        items=items,
        review=review(module),
        progress=progress(guide, here),
        after=[titles[id_] for id_ in module.after],
        readings=[
            (items[path.rpartition("/")[2]], _embed(guide, here, guide.shown(path)))
            for path in module.practices
        ],
        aloud=[
            (aloud, phrases[aloud.practice][aloud.phrase], href(here, f"{aloud.practice}#{aloud.phrase}"))
            for aloud in module.aloud
        ],
        checks=[_check(guide, check, items[check.id]) for check in module.checks],
        scenario=component("scenario", scenario=module.scenario, item=items[module.scenario.id]),
        all=href(here, HOME),
        record=href(here, RECORD),
    )


def record(guide: Guide, here: str) -> Markup:
    """Return the sign-off record: a form to fill in by hand, which the script fills with what was done."""
    modules = []
    for module in guide.modules_in_order:
        tasks: dict[str, list[Item]] = {kind: [] for kind in KINDS}
        for item in guide.items(module):
            tasks[item.task.kind].append(item)
        modules.append((module, href(here, module.path), version(module), tasks))
    return component(
        "record",
        title=guide.pages[HOME].title,
        guide=guide.address,
        modules=modules,
        items=_listed(guide),
        verify=f"{guide.address}{url(VERIFY)}",
    )


def verify(guide: Guide, _here: str) -> Markup:
    """Return the page that verifies a sign-off record."""
    return component("verify", guide=guide.address, items=_listed(guide))


def _listed(guide: Guide) -> str:
    """Return each task of the course with its number, its kind and its permanent address, and those that it once had."""
    tasks = [(item, module) for module in guide.modules.values() for item in guide.items(module)]
    rows: list[tuple[int, str, str]] = [
        (item.number, item.task.kind, f"{module.path}#{item.task.id}") for item, module in tasks
    ]
    rows += [(number, "retired", address) for number, address in guide.retired]
    return "\n".join(" ".join(map(str, row)) for row in sorted(rows))


def _embed(guide: Guide, here: str, path: str) -> Markup:
    practice = guide.practices[path]
    return component(
        "embed",
        practice=practice_link(practice, here),
        steps=[(step.do, href(here, f"{path}#{step.id}")) for step in practice.checklist.steps],
    )


def _check(guide: Guide, check: Check, item: Item) -> Markup:
    return component(
        "knowledge-check",
        check=check,
        item=item,
        marks=evidence.marks(check.sources, guide),
        sources=[evidence.cited(guide.sources[id_]) for id_ in check.sources if id_ in guide.sources],
    )
