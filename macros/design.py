"""How the guide looks, as its own styles tell it: the colours of both themes, what else has a name, and how far colours stand apart."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

TEXT = 4.5
"""How far text has to stand from its ground: WCAG 2.2, 1.4.3. The edge of a control and a sign need 3 (1.4.11), and so have enough."""

OWN_CHROMA = 0.1
"""How strong a service's own colour is; its hue is the service's, and how light it is stands in the styles."""

GROUNDS = ("paper", "paper-raised", "sessions-soft", "relationships-soft", "shared-soft", "warn-soft")
INKS = ("ink", "ink-soft", "sessions", "relationships", "shared", "warn", "right", "own", "focus")
DECORATION = ("line",)
"""What parts one thing from another where space already does: nothing is told by it alone."""

_ROOT = re.compile(r":root \{(.*?)\n\}", re.DOTALL)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SET = re.compile(r"--([\w-]+):\s*([^;]+);")
_BOTH = re.compile(
    r"light-dark\(\s*(#\w{6}|oklch\(.*?\)\s*\))\s*,\s*(#\w{6}|oklch\(.*?\)\s*\))\s*\)", re.DOTALL
)
_LIGHTNESS = re.compile(r"oklch\(([\d.]+)")


@dataclass(frozen=True)
class Colour:
    """A colour by its name in the styles, as it is in the light theme and in the dark one: six hexadecimal digits each."""

    name: str
    light: str
    dark: str

    def contrast(self, other: "Colour") -> tuple[float, float]:
        """Return how far it stands from `other` in the light theme, and in the dark one."""
        return contrast(self.light, other.light), contrast(self.dark, other.dark)


def named(styles: str) -> dict[str, str]:
    """Return what has a name in the `styles` of every page, in their order."""
    (root, *_) = _ROOT.findall(_COMMENT.sub("", styles))
    return {name: " ".join(value.split()) for name, value in _SET.findall(root)}


def colours(styles: str, hue: int | None = None) -> dict[str, Colour]:
    """Return the colours of `styles` by their names; `hue` is a service's own, in degrees, which else is a grey."""
    return {
        name: Colour(name, *(_hexadecimal(colour, hue) for colour in both.groups()))
        for name, value in named(styles).items()
        if (both := _BOTH.fullmatch(value))
    }


def _hexadecimal(colour: str, hue: int | None) -> str:
    if lightness := _LIGHTNESS.match(colour):
        return _of_oklch(float(lightness[1]), 0 if hue is None else OWN_CHROMA, hue or 0)
    return colour


def contrast(one: str, other: str) -> float:
    """Return how far two colours stand apart, from 1 to 21, as WCAG 2.2 measures it."""
    darker, lighter = sorted(map(_luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = _lights(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _lights(colour: str) -> Iterator[float]:
    for at in (1, 3, 5):
        channel = int(colour[at : at + 2], 16) / 255
        yield channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _of_oklch(lightness: float, chroma: float, hue: float) -> str:
    """Return a colour of OKLCH, cut to what a screen can show; the figures are those of CSS Color 4."""
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return "#" + "".join(
        f"{_of_light(light):02x}"
        for light in (
            4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
        )
    )


def hue_of(colour: str) -> int:
    """Return the hue of a colour of six hexadecimal digits, in whole degrees of OKLCH."""
    red, green, blue = _lights(colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return round(math.degrees(math.atan2(b, a))) % 360


def _of_light(light: float) -> int:
    light = min(max(light, 0.0), 1.0)
    return round(255 * (light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055))
