"""Whether two pictures of a page show the same, as an eye would say that looks from one to the other."""

from dataclasses import dataclass
from functools import reduce

from PIL import Image, ImageChops

CELL = 8  # pixels: letters that are smoothed in another way come to the same within a square of so many
# By how much, of 255, the mean of a square has to differ: of a small one much, of one that is so many times as wide little.
SCALES = {1: 24, 4: 6}
FEW = 2  # so many small squares may: a caret, a corner


@dataclass(frozen=True)
class Change:
    """What differs between two pictures: how many squares of `CELL` pixels, of how many, and where, in pixels."""

    cells: int
    of: int
    box: tuple[int, int, int, int]
    mask: Image.Image


def difference(before: Image.Image, after: Image.Image) -> Change | None:
    """Return what differs, or nothing where an eye sees none: the smoothing of letters, a shift of less than a pixel."""
    width, height = (max(sizes) for sizes in zip(before.size, after.size, strict=True))
    means = [_on_sheet(picture, width, height).reduce(CELL) for picture in (before, after)]
    mask = reduce(ImageChops.lighter, (_apart(*means, scale, least) for scale, least in SCALES.items()))
    cells, box = mask.histogram()[255], mask.getbbox()
    if cells <= FEW or not box:
        return None
    return Change(cells, mask.width * mask.height, tuple(edge * CELL for edge in box), mask)


def _apart(before: Image.Image, after: Image.Image, scale: int, least: int) -> Image.Image:
    """Return where the means of squares differ by more than `least` in any of the three colours."""
    apart = ImageChops.difference(before.reduce(scale), after.reduce(scale))
    mask = reduce(ImageChops.lighter, apart.split()).point(lambda value: 255 * (value > least))
    whole = mask.resize((mask.width * scale, mask.height * scale), Image.Resampling.NEAREST)
    return whole.crop((0, 0, *before.size))


def _on_sheet(picture: Image.Image, width: int, height: int) -> Image.Image:
    """Return the picture on a sheet that is as large as both, of a colour that no page has: what is missing differs."""
    sheet = Image.new("RGB", (width, height), "#ff00ff")
    sheet.paste(picture.convert("RGB"), (0, 0))
    return sheet


def marked(after: Image.Image, change: Change) -> Image.Image:
    """Return the picture, faded, with what differs in full strength."""
    sheet = after.convert("RGB")
    whole = (change.mask.width * CELL, change.mask.height * CELL)
    mask = change.mask.resize(whole, Image.Resampling.NEAREST).crop((0, 0, *sheet.size))
    faded = Image.blend(sheet, Image.new("RGB", sheet.size, "#ff00ff"), 0.25)
    pale = Image.blend(sheet, Image.new("RGB", sheet.size, "#ffffff"), 0.6)
    return Image.composite(faded, pale, mask)
