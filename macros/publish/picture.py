"""The pictures that chats and wikis show beside a link to the guide: its mark, and the signs of the sides.

They take PNG and no SVG, so the few shapes are filled here, line by line.
"""

import re
import struct
import zlib
from math import cos, pi, sin
from pathlib import Path

from ..models import SIDES, Side

WIDTH, HEIGHT = 1200, 630  # what Open Graph asks for
FOLDER = "assets/share/"
_ARC = 24  # corners of a quarter of a circle: no eye sees them
_TOKEN = re.compile(r"--([\w-]+): light-dark\(#(\w{6}),")
_MARK = 13  # times the size of `assets/icon.svg`, which is 32 to 32

Point = tuple[float, float]
Shape = tuple[str, list[Point]]
"""A colour, and the corners of what it fills, which bulges outwards only."""


def pictures(components: Path) -> dict[str, bytes]:
    """Return a picture for each side, and one for pages of neither, by path; `components` holds the colours."""
    colours = dict(_TOKEN.findall((components / "base" / "base.css").read_text("utf-8")))
    sides: dict[str, tuple[Side, ...]] = {"guide": ("sessions", "relationships"), **{s: (s,) for s in SIDES}}
    return {
        address(name): _png(
            _picture(signs, colours[f"{signs[0]}-soft"] if name in SIDES else colours["paper"], colours)
        )
        for name, signs in sides.items()
    }


def address(name: str) -> str:
    """Return where the picture of this name is: of a side, or of the `guide`."""
    return f"{FOLDER}{name}.png"


def _picture(signs: tuple[Side, ...], ground: str, colours: dict[str, str]) -> list[Shape]:
    """Return the mark, the signs beside it, and below both a line in the hue of each."""
    shapes: list[Shape] = [(ground, _box(0, 0, WIDTH, HEIGHT)), *_mark(150, 90)]
    part, half = WIDTH / len(signs), 150 / len(signs)
    for number, side in enumerate(signs):
        middle = 870 + (number - (len(signs) - 1) / 2) * 240
        shapes += _sign(side, middle, 298, half, colours[side], ground)
        shapes.append((colours[side], _box(part * number, HEIGHT - 28, part * (number + 1), HEIGHT)))
    return shapes


def _mark(left: float, top: float) -> list[Shape]:
    """Return the door that stands open, as `assets/icon.svg` draws it."""
    shapes: list[Shape] = [
        ("16323a", _round(0, 0, 32, 32, 7)),
        ("f6f1e7", _box(9, 6, 23, 26)),
        ("c98a2b", [(9, 6), (18, 10), (18, 30), (9, 26)]),
        ("16323a", _round(13.9, 16.5, 16.9, 19.5, 1.5)),
    ]
    return [(colour, [(left + x * _MARK, top + y * _MARK) for x, y in corners]) for colour, corners in shapes]


def _sign(side: Side, x: float, y: float, half: float, colour: str, ground: str) -> list[Shape]:
    """Return the sign of a side as the pages have it: a full circle, an open square, an open circle."""

    def outline(radius: float) -> list[Point]:
        corner = 0 if side == "relationships" else radius
        return _round(x - radius, y - radius, x + radius, y + radius, corner)

    full = [(colour, outline(half))]
    return full if side == "sessions" else [*full, (ground, outline(half * 0.76))]


def _box(left: float, top: float, right: float, bottom: float) -> list[Point]:
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def _round(left: float, top: float, right: float, bottom: float, radius: float) -> list[Point]:
    """Return a box whose corners are quarters of a circle."""
    middles = _box(left + radius, top + radius, right - radius, bottom - radius)
    return [
        (x + radius * cos(angle), y + radius * sin(angle))
        for quarter, (x, y) in enumerate(middles, 2)
        for angle in (pi / 2 * (quarter + step / _ARC) for step in range(_ARC + 1))
    ]


def _rows(shapes: list[Shape], palette: list[str]) -> list[bytearray]:
    """Fill the shapes, each above those before it, and return the picture line by line: a number of the palette for each dot."""
    rows = [bytearray(WIDTH) for _ in range(HEIGHT)]
    for colour, corners in shapes:
        dot = bytes([palette.index(colour)])
        edges = [
            sorted(pair, key=lambda point: point[1])
            for pair in zip(corners, corners[1:] + corners[:1], strict=True)
        ]
        ends: dict[int, list[int]] = {}
        for (x, y), (to_x, to_y) in edges:
            for row in range(round(y), round(to_y)):  # the middle of the line lies between both
                ends.setdefault(row, []).append(round(x + (row + 0.5 - y) * (to_x - x) / (to_y - y)))
        for row, crossed in ends.items():
            left, right = min(crossed), max(crossed)
            rows[row][left:right] = dot * (right - left)
    return rows


def _png(shapes: list[Shape]) -> bytes:
    """Return the shapes as PNG with a palette. See https://www.w3.org/TR/png-3/."""
    palette = list(dict.fromkeys(colour for colour, _ in shapes))
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    dots = b"".join(b"\0" + row for row in _rows(shapes, palette))
    parts = (
        (b"IHDR", head),
        (b"PLTE", bytes.fromhex("".join(palette))),
        (b"IDAT", zlib.compress(dots, 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )
