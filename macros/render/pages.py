"""The parts of the pages that gather: home, hubs, the map of pairs, the origins and the problems."""

from dataclasses import dataclass

from markupsafe import Markup

from ..guide import Guide
from ..models import PHASES, Practice, Side, SourceLine, is_local
from ..problems import KINDS
from ..words import SAFETY
from .evidence import in_text
from .html import component, href
from .practice import PracticeLink, practice_link

CONTACTS = "reference/contacts"
DECISIONS = "reference/decisions"
URGENT_PHASES = frozenset({"at-the-door", "right-now"})


@dataclass(frozen=True)
class PhaseView:
    """A phase with its practices and their addresses."""

    id: str
    name: str
    practices: tuple[tuple[Practice, str], ...]


def doors(guide: Guide, here: str) -> Markup:
    """Return the two doors of home, each with its phases."""
    names: dict[Side, str] = {"sessions": "A session", "relationships": "The work with a client"}
    listed = [
        (side, name, href(here, f"{side}/index"), _phases(guide, here, side)) for side, name in names.items()
    ]
    return component("doors", doors=listed)


def right_now(guide: Guide, here: str) -> Markup:
    """Return the way to the contacts and to the practices for danger: those of a session first, and first what names it."""
    urgent = [
        practice_link(practice, here, short=True)
        for practice in sorted(
            guide.practices.values(), key=lambda p: (p.side == "shared", not SAFETY.search(p.name))
        )
        if practice.checklist.mode == "read-do" and practice.phase in URGENT_PHASES
    ]
    return component("right-now", practices=urgent, contacts=href(here, CONTACTS))


def local(guide: Guide, here: str) -> Markup:
    """Return what the practice that runs the guide put at its door: who is on call, and what it added."""
    if not guide.settings.name:
        return Markup()
    own = [(p.name, href(here, path)) for path, p in guide.practices.items() if p.is_local]
    own += [(letter.title, href(here, path)) for path, letter in guide.letters.items() if letter.is_local]
    own += [(page.title, href(here, path)) for path, page in guide.pages.items() if is_local(path)]
    return component(
        "local",
        practice=guide.settings.name,
        consultation=guide.settings.consultation,
        on_call=guide.settings.on_call,
        own=own,
        decisions=href(here, DECISIONS),
    )


def phases(guide: Guide, here: str) -> Markup:
    """Return the practices of a hub by phase."""
    side = next(side for side in PHASES if here.startswith(f"{side}/"))
    return component("phases", side=side, phases=_phases(guide, here, side))


def pairs(guide: Guide, here: str) -> Markup:
    """Return the map of all pairs as a drawing, with the same pairs as a table."""
    rows = [
        (
            practice_link(pair.left, here, short=True),
            practice_link(pair.right, here, short=True),
            pair.because,
        )
        for pair in guide.pairs
    ]
    return component("pairs", rows=rows, drawing=_drawing(guide, here))


def origins(guide: Guide, here: str) -> Markup:
    """Return every line of the source text: who carries it, what it clashes with, what was left out."""
    text = guide.source_text

    def carried(line: SourceLine) -> list[PracticeLink]:
        return [practice_link(practice, here, short=True) for practice in guide.carriers(line.code)]

    questions = [
        (
            question,
            carried(question),
            [(line, carried(line)) for line in text.lines if line.under == question.code],
        )
        for question in text.lines
        if question.under is None
    ]
    by_code = {line.code: line.text for line in text.lines}
    clashes = [
        (clash, [by_code[code] for code in clash.lines], _names(guide, clash.sources))
        for clash in text.clashes
    ]
    return component("origins", questions=questions, clashes=clashes, noise=text.noise)


def problems(_guide: Guide, _here: str) -> Markup:
    """Return every kind of mistake, with its reason and its fix."""
    return component("problems", kinds=list(KINDS.values()))


def _names(guide: Guide, ids: tuple[str, ...]) -> str:
    return "; ".join(in_text([guide.sources[id_] for id_ in ids]))


def _phases(guide: Guide, here: str, side: Side) -> tuple[PhaseView, ...]:
    views = (
        PhaseView(id_, name, tuple((p, href(here, p.path)) for p in guide.in_phase(side, id_)))
        for id_, name in PHASES[side].items()
    )
    return tuple(view for view in views if view.practices)


@dataclass(frozen=True)
class Node:
    """A practice on the drawing; `anchor` is the end of its name that touches its dot."""

    link: PracticeLink
    x: int
    y: int
    anchor: str


@dataclass(frozen=True)
class Drawing:
    """The map: nodes in three columns, and a curve for each pair."""

    width: int
    height: int
    nodes: tuple[Node, ...]
    curves: tuple[tuple[str, str], ...]


_ROW, _COLUMNS = 36, {"sessions": (290, "end"), "shared": (480, "middle"), "relationships": (670, "start")}


def _drawing(guide: Guide, here: str) -> Drawing:
    """Lay the practices out: sessions left, relationships right, what both share below and between."""
    by_side = {side: [p for phase in PHASES[side] for p in guide.in_phase(side, phase)] for side in PHASES}
    tallest = max(len(by_side["sessions"]), len(by_side["relationships"]))
    nodes = {}
    for side, practices in by_side.items():
        x, anchor = _COLUMNS[side]
        first = tallest + 1 if side == "shared" else (tallest - len(practices)) / 2
        for row, practice in enumerate(practices):
            y = round((first + row + 0.75) * _ROW)
            nodes[practice.path] = Node(practice_link(practice, here, short=True), x, y, anchor)
    curves = tuple(
        (_curve(nodes[pair.left.path], nodes[pair.right.path]), pair.because) for pair in guide.pairs
    )
    height = (tallest + 1 + len(by_side["shared"])) * _ROW + _ROW // 2
    return Drawing(960, height, tuple(nodes.values()), curves)


def _curve(a: Node, b: Node) -> str:
    middle = (a.x + b.x) // 2
    return f"M{a.x} {a.y}C{middle} {a.y} {middle} {b.y} {b.x} {b.y}"
