"""Where the guide meets MkDocs: what is built, and which page a word is called on."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from .guide import Guide
from .models import Practice

KEY = "guide"  # in `extra` of the configuration, where the templates of the theme find it too


@dataclass(frozen=True)
class Site:
    """A build: its macros environment and the guide that was read for it."""

    env: Any
    guide: Guide

    @classmethod
    def of(cls, env: Any) -> "Site":
        """Return the build that `env`, the environment of mkdocs-macros, belongs to."""
        return cls(env, env.conf.extra[KEY])

    def on_practice(self, name: str, render: Callable[..., Markup]) -> None:
        """Register `render(guide, practice, *args)` as the word `name`."""

        def word(*args: str) -> Markup:
            practice: Practice = self.guide.practices[self.here]
            return render(self.guide, practice, *args)

        self.env.macro(word, name)

    def on_page(self, name: str, render: Callable[[Guide, str], Markup]) -> None:
        """Register `render(guide, path)` as the word `name`."""
        self.env.macro(lambda: render(self.guide, self.here), name)

    @property
    def here(self) -> str:
        """The path of the page that is being made."""
        return path_of(self.env.page.file.src_uri)


def path_of(src_uri: str) -> str:
    """Return the path of the page that the file `src_uri` holds."""
    return src_uri.removesuffix(".md")
