"""Fonts that the tests bring themselves, in pairs of one for text and one for titles as a reader's machine has them.

What fits on a screen hangs on them, and the machine that runs the tests may have none but one.
"""

import base64
import json
from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import Page

_PACKAGES = Path(__file__).parents[1] / "node_modules"


def _variable(name: str) -> dict[str, str]:
    """Return the files of a family by the weights that each draws: here one for all."""
    return {"100 900": f"@fontsource-variable/{name}/files/{name}-latin-wght-normal.woff2"}


def _fixed(name: str) -> dict[str, str]:
    return {
        weight: f"@fontsource/{name}/files/{name}-latin-{weight}-normal.woff2" for weight in ("400", "700")
    }


PAIRS = {
    "DejaVu Sans and DejaVu Serif, as on a bare Linux": (_fixed("dejavu-sans"), _fixed("dejavu-serif")),
    "Roboto and Noto Serif, as on Android": (_variable("roboto"), _variable("noto-serif")),
    "Inter for San Francisco, with a wide serif": (_variable("inter"), _fixed("libre-baskerville")),
    "Open Sans for Segoe UI, with a wide serif": (_variable("open-sans"), _fixed("libre-baskerville")),
    "Arimo and Tinos for Liberation": (_variable("arimo"), _fixed("tinos")),
}
"""By name. A face that may not be shipped is stood in for by a free one that is as wide or wider."""

# As bytes, which the page's content security policy has no word on: it lets no font file in.
_BRING = """(() => {
    for (const [family, weight, data] of %s) {
        const file = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
        document.fonts.add(new FontFace(family, file.buffer, { weight }));
    }
    document.adoptedStyleSheets = [new CSSStyleSheet()];
})()"""

# A letter that a family lacks falls back to one whose letters are all of one width, which no pair has.
_SHOW = """async ([text, title]) => {
    document.adoptedStyleSheets[0].replaceSync(
        `:root { --font: "${text}", monospace !important; --font-title: "${title}", monospace !important }`);
    const canvas = document.createElement("canvas").getContext("2d");
    const width = (font) => (canvas.font = font, canvas.measureText("What if suicide risk appears?").width);
    const used = [[text, document.body], [title, document.querySelector("h1")]];
    return Promise.all(used.map(async ([family, element]) => {
        const faces = await Promise.all([400, 700].map((weight) => document.fonts.load(`${weight} 100px "${family}"`)));
        const { fontWeight, fontFamily } = getComputedStyle(element);
        const [shown, bare] = [fontFamily, "monospace"].map((name) => width(`${fontWeight} 100px ${name}`));
        return { arrived: faces.every((found) => found.length > 0), shown, bare };
    }));
}"""


def bring(page: Page) -> None:
    """Have all pairs at hand on whatever `page` opens from now on."""
    page.add_init_script(_faces(PAIRS))


def dress(page: Page, pair: str) -> None:
    """Show the page that is open in a pair that was not brought."""
    page.evaluate(_faces([pair]))
    show(page, pair)


def _faces(pairs: Iterable[str]) -> str:
    """Return the script that has these pairs at hand on the page that it runs in."""
    faces = [
        (f"{pair} {use}", weight, base64.b64encode((_PACKAGES / file).read_bytes()).decode())
        for pair in pairs
        for use, font in zip(("text", "title"), PAIRS[pair], strict=True)
        for weight, file in font.items()
    ]
    return _BRING % json.dumps(faces)


def show(page: Page, pair: str) -> tuple[float, float]:
    """Show the page in a pair that was brought, and return how wide a line of each of the two is at 100 px.

    It fails unless that is what the page is then shown in.
    """
    text, title = found = page.evaluate(_SHOW, [f"{pair} text", f"{pair} title"])
    assert all(font["arrived"] and abs(font["shown"] - font["bare"]) > 1 for font in found), (pair, found)
    return text["shown"], title["shown"]
