"""What the theme's base template leaves on every page for a script that this site does not use."""

import re

_LEFTOVERS = re.compile(
    r'<input class="md-toggle"[^>]*>\s*|<label class="md-overlay"[^>]*></label>\s*'
    r'|<div data-md-component="(?:skip|announce)">.*?</div>\s*(?=<div data-md|<header)'
    r'|<div class="md-dialog".*?</div>\s*</div>\s*|<script id="__config".*?</script>\s*'
    r'|<meta name="generator"[^>]*>\s*',
    re.DOTALL,
)


def tidied(html: str) -> str:
    """Return `html` without toggles, overlays and settings that nothing reads."""
    return _LEFTOVERS.sub("", html)
