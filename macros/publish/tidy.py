"""What the theme's base template has for a script that this site does not use."""

import re

from jinja2.ext import Extension

_LEFTOVERS = re.compile(
    r'<input class="md-toggle".*?(?=<div data-md-component="announce">)|<div class="md-dialog".*(?=</body>)',
    re.DOTALL,
)


class Tidy(Extension):
    """Lets Jinja read the theme's `base.html` as `tidied` returns it."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's own
        """Return the source of the template `name` as it is compiled."""
        return tidied(source) if name == "base.html" else source


def tidied(template: str) -> str:
    """Return `template` without the toggles, overlays, dialogs and settings that nothing reads."""
    return _LEFTOVERS.sub("", template)
