"""One stylesheet: the theme's, in a layer that every rule of the guide's own components overrules."""

import re
from collections.abc import Iterable
from pathlib import Path

THEME_STYLESHEETS = "assets/stylesheets/main.*.min.css"
_NOT_IN_A_LAYER = re.compile(r'@charset "[^"]*";|/\*# sourceMappingURL=.*?\*/')


def stylesheet(theme: Iterable[Path], components: Path) -> str:
    """Return the styles of the `theme` and then of all `components`, those of `base` first."""
    files = sorted(components.glob("*/*.css"), key=lambda file: (file.parent.name != "base", file))
    layer = "".join(_NOT_IN_A_LAYER.sub("", file.read_text(encoding="utf-8")) for file in theme)
    return "\n".join([f"@layer theme {{{layer}}}", *(file.read_text(encoding="utf-8") for file in files)])
