"""A finished page in the service's own words: its text, and what is read aloud or copied from its attributes."""

import re
from html import escape
from html.parser import HTMLParser

from ..vocabulary import Vocabulary

_KEPT = frozenset({"script", "style", "code", "pre", "samp"})
_SAID = frozenset(
    "aria-label alt content label title data-copy data-copied data-link-copied data-not-copied data-automatic data-light data-dark".split()
)
_ADDRESS = re.compile(r"(https?://\S+)")


def localized(html: str, vocabulary: Vocabulary) -> str:
    """Return a page's `html` as a service with this `vocabulary` says it.

    Left as they are: scripts, code, addresses, and what a template marks with HTML's own `translate="no"`: titles of
    sources, quotations.
    """
    if not vocabulary:
        return html
    page = _Page(vocabulary)
    page.feed(html)
    page.close()
    return "".join(page.written)


class _Page(HTMLParser):
    """Reads a page and writes it again, its text unescaped in between."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self.written: list[str] = []
        self._vocabulary = vocabulary
        self._kept = ""  # the element that is left as it is, and how many of its name are open
        self._open = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self._kept and (tag in _KEPT or ("translate", "no") in attrs):
            self._kept = tag
        self._open += tag == self._kept
        self._write_tag(tag, attrs)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._write_tag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self._open -= tag == self._kept
        self._kept = self._kept if self._open else ""
        self.written.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if self._kept in ("script", "style"):
            self.written.append(data)
            return
        parts = _ADDRESS.split(data)
        if not self._kept:
            parts[::2] = map(self._vocabulary.localize, parts[::2])
        self.written.append(escape("".join(parts), quote=False))

    def handle_comment(self, data: str) -> None:
        self.written.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.written.append(f"<!{decl}>")

    def _write_tag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Write a tag as it was, or with what its attributes say now."""
        was = self.get_starttag_text() or ""
        said = attrs if self._kept else [(name, self._said(name, value)) for name, value in attrs]
        values = (f" {name}" if value is None else f' {name}="{escape(value)}"' for name, value in said)
        end = " />" if was.endswith("/>") else ">"
        self.written.append(was if said == attrs else f"<{tag}{''.join(values)}{end}")

    def _said(self, name: str, value: str | None) -> str | None:
        return self._vocabulary.localize(value) if value and name in _SAID else value
