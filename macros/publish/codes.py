"""The codes that a printed list shows beside its short address, for the camera of a telephone."""

import io

import segno

from ..guide import Guide
from ..render.reviews import CODE, short_address

_MASK = 0  # a chequered one, which breaks up what is even


def codes(guide: Guide) -> dict[str, bytes]:
    """Return a picture in SVG for each practice that has a short address, by path, which leads there; it is drawn for white paper."""
    shorts = (guide.short[path] for path in guide.practices if short_address(guide, path))
    return {f"{short}/{CODE}": _drawn(f"{guide.address}{short}") for short in shorts}


def _drawn(address: str) -> bytes:
    """Return the code in its smallest size, with as much put right of what is dirty or torn as that size allows.

    Every mask makes a valid code; to weigh all eight would take longer than all the rest of it.
    """
    file = io.BytesIO()
    segno.make(address, error="l", micro=False, mask=_MASK).save(
        file, kind="svg", light="#fff", xmldecl=False, omitsize=True, svgclass=None, lineclass=None
    )
    return file.getvalue()
