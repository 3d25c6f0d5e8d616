"""Where the guide meets MkDocs: what is built, and which page a macro is called on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from .guide import Guide
from .registry import Macro

NAME = "ending-well"  # among the plugins of MkDocs
_ID = re.compile(r'\sid="([^"]+)"')
_STASHED = re.compile(r'<div data-stash="(\d+)"></div>')


@dataclass(frozen=True)
class Site:
    """A build: its macros environment, the guide that was read for it, and the blocks stashed away from Markdown."""

    env: Any
    guide: Guide
    stash: list[Markup]

    @classmethod
    def of(cls, env: Any) -> "Site":
        """Return the build that `env`, the environment of mkdocs-macros, belongs to."""
        plugin = env.conf.plugins[NAME]
        return cls(env, plugin.guide, plugin.stash)

    def register(self, macro: Macro) -> None:
        """Let pages call `macro`: within a sentence where it takes arguments, and else as a block."""
        if macro.takes:
            self.env.macro(lambda *args: macro.render(self.guide, *args), macro.name)
        else:
            self.env.macro(lambda: self._stashed(macro.render(self.guide, self.here)), macro.name)

    @property
    def here(self) -> str:
        """The path of the page that is being made."""
        return path_of(self.env.page.file.src_uri)

    def _stashed(self, html: Markup) -> Markup:
        # Half of a build's time went into Markdown reading blocks of HTML through, only to leave them as they are.
        self.stash.append(html)
        return Markup('<div data-stash="{}"></div>').format(len(self.stash) - 1)


def restore(html: str, stash: Sequence[Markup]) -> str:
    """Return a page's `html` with the blocks of the `stash` in their places."""
    return _STASHED.sub(lambda mark: stash[int(mark[1])], html)


def ids_in(html: str) -> set[str]:
    """Return the ids of a page, to which links may lead."""
    return set(_ID.findall(html))


def path_of(src_uri: str) -> str:
    """Return the path of the page that the file `src_uri` holds."""
    return src_uri.removesuffix(".md")
