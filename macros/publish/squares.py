"""The square code of each practice's short address, which leads a phone from the printed list to the page."""

from io import BytesIO

import segno

from ..guide import Guide
from ..render.html import url

FILE = "short.svg"
"""Its name, beside the page."""
MILLIMETRES = 20  # with its quiet zone: the code itself is never below 15 for addresses of ordinary length
_QUIET = 4  # dots around it, as ISO/IEC 18004 asks


def squares(guide: Guide) -> dict[str, bytes]:
    """Return the code of each practice by its path, where the guide knows its own address."""
    addresses = {path: guide.short_address(path) for path in guide.practices}
    return {f"{url(path)}{FILE}": _drawn(address) for path, address in addresses.items() if address}


def _drawn(address: str) -> bytes:
    """Return the code as SVG. It can be read with up to 15 of 100 parts of it soiled, and has its size in itself: nothing is left of it where it cannot be fetched."""
    made, drawn = segno.make_qr(address, error="m"), BytesIO()
    dots, _ = made.symbol_size(border=_QUIET)
    made.save(
        drawn,
        kind="svg",
        border=_QUIET,
        scale=MILLIMETRES / dots,
        unit="mm",
        xmldecl=False,
        svgclass=None,
        lineclass=None,
        nl=False,
    )
    return drawn.getvalue()
