"""Where the guide meets MkDocs: what is built, and which page a word is called on."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from .guide import Guide
from .models import Letter, Practice

KEY = "guide"  # in `extra` of the configuration, where the templates of the theme find it too
ASIDE = "aside"
BEFORE = "before"
_ID = re.compile(r'\sid="([^"]+)"')
_MARK = re.compile(r'<div data-aside="(\d+)"></div>')


@dataclass(frozen=True)
class Site:
    """A build: its macros environment, the guide that was read for it, and the blocks set aside from Markdown."""

    env: Any
    guide: Guide
    aside: list[Markup]

    @classmethod
    def of(cls, env: Any) -> "Site":
        """Return the build that `env`, the environment of mkdocs-macros, belongs to."""
        return cls(env, env.conf.extra[KEY], env.conf.extra[ASIDE])

    def on_practice(self, name: str, render: Callable[[Guide, Practice], Markup]) -> None:
        """Register `render(guide, practice)` as the word `name`, which stands for a block."""
        self.env.macro(lambda: self._set_aside(render(self.guide, self.guide.practices[self.here])), name)

    def on_letter(self, name: str, render: Callable[[Guide, Letter], Markup]) -> None:
        """Register `render(guide, letter)` as the word `name`, which stands for a block."""
        self.env.macro(lambda: self._set_aside(render(self.guide, self.guide.letters[self.here])), name)

    def in_sentence(self, name: str, render: Callable[..., Markup]) -> None:
        """Register `render(guide, *args)` as the word `name`, which stands within a sentence."""
        self.env.macro(lambda *args: render(self.guide, *args), name)

    def on_page(self, name: str, render: Callable[[Guide, str], Markup]) -> None:
        """Register `render(guide, path)` as the word `name`, which stands for a block."""
        self.env.macro(lambda: self._set_aside(render(self.guide, self.here)), name)

    @property
    def here(self) -> str:
        """The path of the page that is being made."""
        return path_of(self.env.page.file.src_uri)

    def _set_aside(self, html: Markup) -> Markup:
        # Half of a build's time went into Markdown reading blocks of HTML through, only to leave them as they are.
        self.aside.append(html)
        return Markup('<div data-aside="{}"></div>').format(len(self.aside) - 1)


def put_back(html: str, aside: Sequence[Markup]) -> str:
    """Return a page's `html` with the blocks that were set `aside` in their places."""
    return _MARK.sub(lambda mark: aside[int(mark[1])], html)


def ids_in(html: str) -> set[str]:
    """Return the ids of a page, to which links may lead."""
    return set(_ID.findall(html))


def path_of(src_uri: str) -> str:
    """Return the path of the page that the file `src_uri` holds."""
    return src_uri.removesuffix(".md")
