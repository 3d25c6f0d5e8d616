"""The course: the way through it and its plan by week, and each module with what there is to do in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from markupsafe import Markup

from ..course import COURSE, KINDS, Aloud, Check, Item, Kind, Module
from ..guide import Guide, version
from ..models import Phrase
from . import evidence
from .html import component, href, url
from .practice import practice_link, review

HOME = f"{COURSE}/index"
RECALL = f"{HOME}#recall"
RECORD = f"{COURSE}/record"
VERIFY = f"{COURSE}/verify"


def path(guide: Guide, here: str) -> Markup:
    """Return the modules by week, with the minutes of each and of each week, and what to come back to when."""
    return component(
        "path",
        visits=[
            (module, href(here, module.path), visit, items[visit.id], _of_kind("check", items))
            for module in guide.modules_in_order
            for items in (guide.items[module.path],)
            for visit in module.revisit
        ],
        weeks=[
            (
                week,
                sum(module.total for module in modules),
                [
                    (
                        module,
                        href(here, module.path),
                        guide.items[module.path].values(),
                        _parts(module, guide.items[module.path]),
                        _titles(guide.before(module)),
                    )
                    for module in modules
                ],
            )
            for week, modules in _weeks(guide)
        ],
    )


def plan(guide: Guide, _here: str) -> Markup:
    """Return the modules by week as a table to paste elsewhere, with the minutes of each part and permanent addresses."""
    return component(
        "plan",
        weeks=[
            (
                week,
                [
                    (module, guide.address_of(module), _titles(guide.before(module)), _minutes([module]))
                    for module in modules
                ],
                _minutes(modules),
            )
            for week, modules in _weeks(guide)
        ],
        sums=_minutes(guide.modules_in_order),
        visits=[
            (module, visit.days, visit.do, f"{guide.address_of(module)}#{visit.id}")
            for module in guide.modules_in_order
            for visit in module.revisit
        ],
    )


def _weeks(guide: Guide) -> list[tuple[int, list[Module]]]:
    by_week = groupby(guide.modules_in_order, key=lambda module: module.week)
    return [(week, list(modules)) for week, modules in by_week]


def _titles(modules: Sequence[Module]) -> list[str]:
    return [module.title for module in modules]


def _minutes(modules: Sequence[Module]) -> tuple[int, ...]:
    """Return the minutes of each part of the modules, and of all parts."""
    parts = tuple(map(sum, zip(*(module.minutes.parts for module in modules), strict=True)))
    return (*parts, sum(parts))


def progress(_guide: Guide, here: str) -> Markup:
    """Return what is kept of the course and for how long."""
    return component("progress", carry=href(here, f"{HOME}#carry"), record=href(here, RECORD))


def recall_queue(guide: Guide, here: str) -> Markup:
    """Return the checks that come back, a few each day: the modules and their tasks, for the script to choose from."""
    return component(
        "recall-queue",
        modules=[
            (module.title, href(here, module.path), _of_kind("check", guide.items[module.path]))
            for module in guide.modules_in_order
        ],
    )


def carry(guide: Guide, here: str) -> Markup:
    """Return the ways to carry what was done to another device and back."""
    return component("carry", address=f"{guide.address}{COURSE}/", title=guide.pages[here].title)


def module(guide: Guide, here: str) -> Markup:
    """Return the module `here`, whole without a script."""
    module = guide.modules[here]
    items = guide.items[module.path]
    return component(
        "module",
        module=module,
        address=guide.address_of(module),
        items=items,
        review=review(guide, module),
        progress=progress(guide, here),
        after=[(each.title, href(here, each.path)) for each in guide.before(module)],
        readings=[
            (items[path.rpartition("/")[2]], _embed(guide, here, guide.shown(path)))
            for path in module.practices
        ],
        regions=guide.settings.regions or (),
        aloud=[
            (aloud, _phrase(guide, aloud), href(here, f"{aloud.practice}#{aloud.phrase}"))
            for aloud in module.aloud
        ],
        checks=[_check(guide, check, items[check.id]) for check in module.checks],
        passed=_of_kind("check", items),
        scenario=component("scenario", scenario=module.scenario, item=items[module.scenario.id]),
        rail=component("rail", parts=_parts(module, items), total=module.total),
        finish=_finish(guide, here, module),
        all=href(here, HOME),
        record=href(here, RECORD),
    )


@dataclass(frozen=True)
class Part:
    """A part of a module: the kind of what there is to do in it, its id and name on the page, and about how many minutes it takes."""

    kind: Kind
    id: str
    name: str
    items: tuple[Item, ...]
    minutes: int

    @property
    def code(self) -> str:
        """The minutes of its kind in one word, for the scripts."""
        return f"{self.kind}.{self.minutes}"


def _of_kind(kind: Kind, items: Mapping[str, Item]) -> tuple[Item, ...]:
    return tuple(item for item in items.values() if item.task.kind == kind)


def _parts(module: Module, items: Mapping[str, Item]) -> list[Part]:
    """Return the parts of a module in their order: to answer before reading and to read share the minutes to read."""
    minutes = module.minutes
    by_kind = {kind: _of_kind(kind, items) for kind in KINDS}
    before, reading = by_kind["question"], by_kind["reading"]
    answering = round(minutes.read * len(before) / len(before + reading))
    return [
        Part("question", "before", "Answer before you read", before, answering),
        Part("reading", "reading", "Read and tick", reading, minutes.read - answering),
        Part("aloud", "aloud", "Say it aloud", by_kind["aloud"], minutes.practise),
        Part("check", "checks", "Check what you know", by_kind["check"], minutes.check),
        Part("case", "scenario", "Work through a case", by_kind["case"], minutes.scenario),
        Part("criterion", "observe", "Be observed", by_kind["criterion"], minutes.observe),
        Part("visit", "revisit", "Come back to", by_kind["visit"], 0),
    ]


def _finish(guide: Guide, here: str, module: Module) -> Markup:
    """Return the end of a module: what one can do by then, what is open, and the module that comes next."""
    items = guide.items[module.path]
    following = dict(pairwise(guide.modules_in_order)).get(module)
    return component(
        "finish",
        objectives=module.objectives,
        tasks=[item for item in items.values() if item.task.kind != "visit"],
        checks=[(check.ask, f"#{check.id}", items[check.id]) for check in module.checks]
        + [(module.scenario.title, f"#{module.scenario.id}", items[module.scenario.id])],
        following=following and (following.title, href(here, following.path)),
        all=href(here, HOME),
        record=href(here, RECORD),
    )


def _phrase(guide: Guide, aloud: Aloud) -> Phrase:
    return next(phrase for phrase in guide.practices[aloud.practice].words if phrase.id == aloud.phrase)


def record(guide: Guide, here: str) -> Markup:
    """Return the sign-off record: a form to fill in by hand, which the script fills with what was done."""
    return component(
        "record",
        title=guide.pages[HOME].title,
        guide=guide.address,
        modules=[
            (
                module,
                href(here, module.path),
                version(module),
                {kind: _of_kind(kind, guide.items[module.path]) for kind in KINDS},
            )
            for module in guide.modules_in_order
        ],
        read={
            path: guide.shown(path).rpartition("/")[2]
            for module in guide.modules_in_order
            for path in module.practices
        },
        items=_listed(guide),
        verify=f"{guide.address}{url(VERIFY)}",
    )


def verify(guide: Guide, _here: str) -> Markup:
    """Return the page that verifies a sign-off record."""
    return component("verify", guide=guide.address, items=_listed(guide))


def cohort(guide: Guide, here: str) -> Markup:
    """Return the page that makes one table of the records of several clinicians."""
    return component(
        "cohort",
        guide=guide.address,
        items=_listed(guide),
        modules=[
            (
                module.path,
                module.week,
                module.title,
                [
                    (item, guide.titles[f"{module.path}#{id_}"], href(here, f"{module.path}#{id_}"))
                    for id_, item in items.items()
                ],
                " ".join(f"{visit.days}.{items[visit.id].number}" for visit in module.revisit),
            )
            for module in guide.modules_in_order
            for items in [guide.items[module.path]]
        ],
    )


def _listed(guide: Guide) -> str:
    """Return each task of the course with its number, its kind and its permanent address, and those that it once had."""
    rows: list[tuple[int, str, str]] = [
        (item.number, item.task.kind, f"{path}#{id_}")
        for path, items in guide.items.items()
        for id_, item in items.items()
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
        sources=evidence.all_cited(check.sources, guide),
    )
