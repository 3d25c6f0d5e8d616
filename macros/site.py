"""Where the guide meets MkDocs: what is built, and which page a macro is called on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup
from mkdocs.exceptions import PluginError

from .guide import Guide
from .registry import Macro

NAME = "ending-well"  # among the plugins of MkDocs
# What has to stand before it comes last in the pattern: so it is found five times as soon.
_ID = re.compile(r'id="(?<=\sid=")([^"]+)"')
_STASHED = re.compile(r'<div data-stash="(\d+)"></div>')


@dataclass(frozen=True)
class Site:
    """A build: its macros environment and its plugin, which has the guide that was read for it."""

    env: Any
    plugin: Any

    @classmethod
    def of(cls, env: Any) -> "Site":
        """Return the build that `env`, the environment of mkdocs-macros, belongs to.

        Raises PluginError where nothing has read the guide.
        """
        if NAME not in env.conf.plugins:
            raise PluginError(
                "The guide does not work without its hook: a list of hooks replaces the one in mkdocs.yml, so name macros/hooks.py too."
            )
        return cls(env, env.conf.plugins[NAME])

    @property
    def guide(self) -> Guide:
        """The guide, at the address that it has once every plugin was asked."""
        guide: Guide = self.plugin.guide
        return guide

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
        stash = self.plugin.stash
        stash.append(html)
        return Markup('<div data-stash="{}"></div>').format(len(stash) - 1)


def restore(html: str, stash: Sequence[Markup]) -> str:
    """Return a page's `html` with the blocks of the `stash` in their places."""
    return _STASHED.sub(lambda mark: stash[int(mark[1])], html)


def ids_in(html: str) -> set[str]:
    """Return the ids of a page, to which links may lead."""
    return set(_ID.findall(html))


def path_of(src_uri: str) -> str:
    """Return the path of the page that the file `src_uri` holds."""
    return src_uri.removesuffix(".md")
