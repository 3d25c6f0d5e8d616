"""One stylesheet: the theme's, in a layer that every rule of the guide's own components overrules."""

import re
from collections.abc import Iterable
from pathlib import Path

THEME_STYLESHEETS = "assets/stylesheets/main.*.min.css"
_NOT_IN_A_LAYER = re.compile(r'@charset "[^"]*";|/\*# sourceMappingURL=.*?\*/')


def stylesheet(theme: Iterable[Path], components: Path, hue: int | None = None) -> str:
    """Return the styles of the `theme` and then of all `components`, those of `base` first.

    `hue` is a practice's own, in degrees; how light and how strong it is stands in `base`.
    """
    files = sorted(components.glob("*/*.css"), key=lambda file: (file.parent.name != "base", file))
    layer = "".join(_NOT_IN_A_LAYER.sub("", file.read_text(encoding="utf-8")) for file in theme)
    own = [] if hue is None else [f":root {{ --own-hue: {hue}deg; --own-chroma: 0.1; }}"]
    return "\n".join(
        [f"@layer theme {{{layer}}}", *(file.read_text(encoding="utf-8") for file in files), *own]
    )
