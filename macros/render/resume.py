"""What home tells someone who was here before: by what the browser keeps, which the build does not know."""

from markupsafe import Markup

from ..guide import Guide
from .course import RECALL
from .html import component, href
from .practice import lifetime


def resume(guide: Guide, here: str) -> Markup:
    """Return every module with its tasks and visits, and every checklist with how many steps it has, for the script to choose from."""
    modules = [
        (
            module.title,
            href(here, module.path),
            [(item.task.kind, item.number) for item in items.values() if item.task.kind != "visit"],
            [(visit.days, items[visit.id].number) for visit in module.revisit],
        )
        for module in guide.modules_in_order
        for items in (guide.items[module.path],)
    ]
    lists = [
        (href(here, path), practice.name, lifetime(practice), len(practice.checklist.steps))
        for path, practice in guide.practices.items()
    ]
    return component("resume", recall=href(here, RECALL), modules=modules, lists=lists)
