"""The parts of the pages that gather: home, hubs, the map of pairs, the origins and the problems."""

from dataclasses import dataclass

from markupsafe import Markup

from ..english import SAFETY
from ..guide import Guide, Pair
from ..models import PHASES, Practice, Side, SourceLine, is_local
from ..problems import KINDS
from .contacts import CONTACTS
from .evidence import in_text
from .html import component, href
from .practice import SIDE_WORDS, PracticeLink, practice_link

DECISIONS = "reference/decisions"
URGENT_PHASE = "at-the-door"


@dataclass(frozen=True)
class PhaseView:
    """A phase with its practices and their addresses."""

    id: str
    name: str
    practices: tuple[tuple[Practice, str], ...]


def sides(guide: Guide, here: str) -> Markup:
    """Return the two sides of the guide for home, each with its phases."""
    names: dict[Side, str] = {"sessions": "A session", "relationships": "The work with a client"}
    listed = [
        (side, name, href(here, f"{side}/index"), _phases(guide, here, side)) for side, name in names.items()
    ]
    return component("sides", sides=listed)


def right_now(guide: Guide, here: str) -> Markup:
    """Return the way to the contacts and to what is done while the client is at the door, the gravest first.

    What is for a calmer minute, such as a safety plan, is left out: these pages lead on to it.
    """
    urgent = [p for p in guide.in_phase("sessions", URGENT_PHASE) if p.checklist.mode == "read-do"]
    gravest_first = sorted(urgent, key=lambda p: -len(SAFETY.findall(f"{p.name} {p.summary} {p.when}")))
    named = [(p.urgent or p.name, href(here, p.path)) for p in gravest_first]
    return component("right-now", practices=named, contacts=href(here, CONTACTS))


def local(guide: Guide, here: str) -> Markup:
    """Return what the service that runs the guide put at its door: who is on call, and what it added."""
    if not guide.settings.name:
        return Markup()
    own = [(p.name, href(here, path)) for path, p in guide.practices.items() if p.is_local]
    own += [(letter.title, href(here, path)) for path, letter in guide.letters.items() if letter.is_local]
    own += [(page.title, href(here, path)) for path, page in guide.pages.items() if is_local(path)]
    return component(
        "local",
        service=guide.settings.name,
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
    """Return the map of all pairs: a drawing, and by phase each practice with its partners and the reasons."""
    groups = [(side, phase) for side in PHASES for phase in _phases(guide, here, side)]
    return component(
        "pairs",
        groups=groups,
        neighbours={path: guide.neighbours(practice) for path, practice in guide.practices.items()},
        side_words=SIDE_WORDS,
        drawing=_drawing(guide, groups),
    )


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
    return tuple(
        PhaseView(id_, name, tuple((p, href(here, p.path)) for p in guide.in_phase(side, id_)))
        for of, id_, name in guide.phases
        if of == side
    )


@dataclass(frozen=True)
class Band:
    """A phase on the drawing: its place, and each of its practices with how far down it stands.

    Its dots stand at `x`, and the names beside them on the side to which `out` points: -1 is left, 1 is right.
    """

    side: Side
    name: str
    x: int
    out: int
    y: float
    height: int
    nodes: tuple[tuple[Practice, float], ...]


@dataclass(frozen=True)
class Drawing:
    """The map: phases as bands in two columns, and a curve for each pair."""

    width: int
    height: float
    bands: tuple[Band, ...]
    curves: tuple[tuple[Pair, str], ...]


_WIDTH, _BETWEEN, _SWING = 832, 224, 100  # from edge to edge, from dot to dot, and of a curve before it turns
_ROW, _MIDDLE, _HEAD, _FOOT, _GAP = 25, 12, 35, 10, 15
_OUT: dict[Side, int] = {"sessions": -1, "relationships": 1, "shared": -1}


def _drawing(guide: Guide, groups: list[tuple[Side, PhaseView]]) -> Drawing:
    """Lay the phases out: those of the work with a client on the right, all others on the left.

    Bands begin half a point below a multiple of five, and dots two and a half below: lines are sharp, and no height can
    hold 911 or 988.
    """
    bands, ends = [], {-1: 0.5, 1: 0.5}
    for side, phase in groups:
        out = _OUT[side]
        y, height = ends[out], _HEAD + _ROW * len(phase.practices) + _FOOT
        nodes = tuple((p, y + _HEAD + _ROW * row + _MIDDLE) for row, (p, _) in enumerate(phase.practices))
        bands.append(Band(side, phase.name, (_WIDTH + out * _BETWEEN) // 2, out, y, height, nodes))
        ends[out] = y + height + _GAP
    dots = {practice.path: (band.x, y, band.out) for band in bands for practice, y in band.nodes}
    curves = ((pair, _curve(*dots[pair.left.path], *dots[pair.right.path])) for pair in guide.pairs)
    return Drawing(_WIDTH, max(ends.values()), tuple(bands), tuple(curves))


def _curve(x: int, y: float, out: int, to_x: int, to_y: float, to_out: int) -> str:
    """Return the line between two dots, which leaves and reaches them from the middle of the drawing."""
    return f"M{x},{y}C{x - out * _SWING},{y},{to_x - to_out * _SWING},{to_y},{to_x},{to_y}"
