"""The page of the design: its tokens and its contrasts from the styles themselves, its parts from their own examples."""

import re
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import yaml
from markupsafe import Markup

from ..design import DECORATION, GROUNDS, INKS, TEXT, Colour, colours, named
from ..guide import Guide
from .html import COMPONENTS, component

# What stands on every page, and so on this one, and says nothing without its script or the frame around it.
FRAME = ("clear", "offline", "search", "theme")
MEASURES = {"step-": "Type", "font": "Type", "space": "Space", "box": "Space", "radius": "Shape"}

_OTHERS = {r"ew-[\w-]+": "slot", "h1": "h2", "article": "div"}  # what a page has once, or with a name
_UNSEEN = re.compile(
    r"<template\b.*?</template>\n*| download\b"
    r'| (?:id|for|name|list|href|tabindex|translate|rel|autocomplete|aria-\w+|data-(?:permalink|address|copy))="[^"]*"',
    re.DOTALL,
)


@dataclass(frozen=True)
class Pair:
    """An ink on a ground, and how far they stand apart in the light theme and in the dark one."""

    ink: Colour
    ground: Colour
    light: str
    dark: str


@dataclass(frozen=True)
class Part:
    """A part of a page: its name, the states that its examples show, and the first of them as it looks without a script."""

    name: str
    states: tuple[str, ...]
    example: Markup


def _styles() -> str:
    return (COMPONENTS / "base" / "base.css").read_text(encoding="utf-8")


def tokens(guide: Guide, _here: str) -> Markup:
    """Return every colour in both themes, and the steps of type, space and shape, each by its name in the styles."""
    styles = _styles()
    shown = colours(styles, guide.settings.hue)
    measures = [
        (kind, name, value)
        for start, kind in MEASURES.items()
        for name, value in named(styles).items()
        if name.startswith(start)
    ]
    return component(
        "tokens", colours=[shown[name] for name in (*INKS, *GROUNDS, *DECORATION)], measures=measures
    )


def contrast(guide: Guide, _here: str) -> Markup:
    """Return how far each ink stands from each ground in both themes, drawn in the two colours themselves."""
    shown = colours(_styles(), guide.settings.hue)
    rows = [(ink, [_pair(shown[ink], shown[ground]) for ground in GROUNDS]) for ink in INKS]
    least = min(ratio for _, pairs in rows for pair in pairs for ratio in pair.ink.contrast(pair.ground))
    return component("contrast", grounds=GROUNDS, rows=rows, least=_shown(least), needed=TEXT)


def _pair(ink: Colour, ground: Colour) -> Pair:
    light, dark = ink.contrast(ground)
    return Pair(ink, ground, _shown(light), _shown(dark))


def _shown(ratio: float) -> str:
    """Return a ratio with one decimal, cut and not rounded: what is shown is reached."""
    return f"{int(ratio * 10) / 10:.1f}"


def parts(_guide: Guide, _here: str) -> Markup:
    """Return each part with the first of its own examples, and the names of the others: the states that it is tested in."""
    sources = [
        source for source in sorted(COMPONENTS.glob("*/examples.yml")) if source.parent.name not in FRAME
    ]
    found = (  # one by one, for in Markdown nobody asks for them
        _part(source.parent.name, yaml.load(source.read_text("utf-8"), Loader=yaml.CSafeLoader))
        for source in sources
    )
    return component("parts", parts=found, frame=FRAME)


def _part(name: str, examples: dict[str, dict[str, Any]]) -> Part:
    html = component(name, **{key: _objects(value) for key, value in next(iter(examples.values())).items()})
    return Part(name, tuple(examples), specimen(html))


def specimen(html: Markup) -> Markup:
    """Return `html` as it looks without a script, and apart from the page around it: no id, no address, no name of a field.

    A `slot` outside of a shadow tree is as transparent as an element of our own, and no script looks for it.
    """
    plain = _UNSEEN.sub("", str(html))
    for element, other in _OTHERS.items():
        plain = re.sub(rf"(</?){element}\b", rf"\1{other}", plain)
    return Markup(plain)  # noqa: S704 - escaped before


def _objects(value: Any) -> Any:
    """Return what an example holds as a template takes it: with attributes in the place of keys."""
    if isinstance(value, dict):
        return SimpleNamespace(**{key: _objects(inner) for key, inner in value.items()})
    return tuple(map(_objects, value)) if isinstance(value, list) else value
