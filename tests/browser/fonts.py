"""Fonts that the tests bring themselves, in pairs of one for text and one for titles as a reader's machine has them.

What fits on a screen hangs on them, and the machine that runs the tests may have none but one.
"""

import base64
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

_PACKAGES = Path(__file__).parents[1] / "node_modules"


@dataclass(frozen=True)
class Font:
    """The files of one family below `tests/node_modules`, by the weights that each of them draws."""

    files: dict[str, str]


def _variable(name: str) -> Font:
    return Font({"100 900": f"@fontsource-variable/{name}/files/{name}-latin-wght-normal.woff2"})


def _fixed(name: str) -> Font:
    return Font({w: f"@fontsource/{name}/files/{name}-latin-{w}-normal.woff2" for w in ("400", "700")})


def _dejavu(name: str) -> Font:
    files = {"400": f"DejaVu{name}.ttf", "700": f"DejaVu{name}-Bold.ttf"}
    return Font({weight: f"dejavu-fonts-ttf/ttf/{file}" for weight, file in files.items()})


PAIRS = {
    "a bare Linux: DejaVu Sans, DejaVu Serif": (_dejavu("Sans"), _dejavu("Serif")),
    "Android: Roboto, Noto Serif": (_variable("roboto"), _variable("noto-serif")),
    "as wide as San Francisco: Inter, Libre Baskerville": (_variable("inter"), _fixed("libre-baskerville")),
    "as wide as Segoe UI: Open Sans, Libre Baskerville": (_variable("open-sans"), _fixed("libre-baskerville")),
    "as wide as Liberation: Arimo, Tinos": (_variable("arimo"), _fixed("tinos")),
}
"""By what they stand for. A face that may not be shipped is stood in for by a free one that is as wide or wider."""

# What a family lacks falls back to one whose letters are all of one width, which no pair has.
_FORCE = """
    const style = new CSSStyleSheet();
    style.replaceSync(`:root { --font: "forced text", monospace !important; --font-title: "forced title", monospace !important }`);
    document.adoptedStyleSheets = [style];
"""
_FACE = """{
    const file = Uint8Array.from(atob("%s"), (character) => character.charCodeAt(0));
    const face = new FontFace("forced %s", file.buffer, { weight: "%s" });
    document.fonts.add(face);
    face.load();
}
"""
_WIDTHS = """async () => {
    await document.fonts.ready;
    const canvas = document.createElement("canvas").getContext("2d");
    const width = (font) => (canvas.font = font, canvas.measureText("What if suicide risk appears?").width);
    return ["text", "title"].map((use) => {
        const shown = document.querySelector(use === "text" ? "body" : "h1");
        const { fontWeight, fontFamily } = getComputedStyle(shown);
        const loaded = [400, 700].every((weight) => document.fonts.check(`${weight} 100px "forced ${use}"`))
            && [...document.fonts].every(({ status }) => status === "loaded");
        return { loaded, shown: width(`${fontWeight} 100px ${fontFamily}`), without: width(`${fontWeight} 100px monospace`) };
    });
}"""


def force(page: Page, pair: tuple[Font, Font]) -> None:
    """Show all that `page` opens from now on in these fonts. They come as bytes, for the page's policy lets no file in."""
    script = _FORCE
    for use, font in zip(("text", "title"), pair, strict=True):
        for weight, file in font.files.items():
            data = base64.b64encode((_PACKAGES / file).read_bytes()).decode()
            script += _FACE % (data, use, weight)
    page.add_init_script(f"(() => {{ {script} }})()")


def widths(page: Page) -> tuple[float, float]:
    """Return how wide a line is in text and in titles, at 100 px. It fails unless the forced fonts are what is shown."""
    text, title = found = page.evaluate(_WIDTHS)
    for font in found:
        assert font["loaded"], "the forced fonts have not arrived"
        assert abs(font["shown"] - font["without"]) > 1, "the forced fonts are not what is shown"
    return text["shown"], title["shown"]
