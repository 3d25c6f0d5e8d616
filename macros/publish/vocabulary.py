"""A finished page in the service's own words: its text, and what is read aloud or copied from its attributes."""

from collections.abc import Iterator
from html import escape
from html.parser import HTMLParser

from ..vocabulary import Vocabulary

_KEPT = frozenset({"script", "style", "code", "pre", "samp"})
# What stands within a line of text: all else begins a paragraph of its own.
_INLINE = frozenset(
    "a abbr b bdi bdo cite code del dfn em i kbd mark q s samp small span strong sub sup time u var wbr".split()
)
_AS_IT_IS = {("translate", "no"), ("data-own-words", None)}
_SAID = frozenset(
    "aria-label alt content label title data-copy data-copied data-link-copied data-not-copied data-automatic data-light data-dark".split()
)


def localized(html: str, vocabulary: Vocabulary) -> str:
    """Return a page's `html` as a service with this `vocabulary` says it.

    Left as they are: scripts, code, addresses, and what a template marks with HTML's own `translate="no"`: titles of
    sources, quotations; and with `data-own-words` what the service says itself, which a browser may translate. A paragraph that cites a source keeps the guide's terms.
    """
    if not vocabulary:
        return html
    page = _Page(vocabulary)
    page.feed(html)
    page.close()
    return "".join(page.finished())


class _Page(HTMLParser):
    """Reads a page and writes it again, its text unescaped in between, one paragraph after another."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._written: list[str] = []
        self._vocabulary = vocabulary
        self._kept = ""  # the element that is left as it is, and how many of its name are open
        self._open = 0
        # Of the paragraph: what stands between its texts, each text behind it, and which of them are left as they are.
        self._between: list[str] = [""]
        self._texts: list[str] = []
        self._left: set[int] = set()
        self._cites = False

    def finished(self) -> Iterator[str]:
        """Return the page, once all of it is read."""
        self._end_paragraph()
        yield from self._written

    def updatepos(self, _i: int, j: int) -> int:
        """Count no lines: nobody asks where a tag stands."""
        return j

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _INLINE:
            self._end_paragraph()
        if not self._kept and (tag in _KEPT or not _AS_IT_IS.isdisjoint(attrs)):
            self._kept = tag
        self._open += tag == self._kept
        self._cites |= "cite" in (dict(attrs).get("class") or "").split()
        self._write_tag(tag, attrs)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._write_tag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self._end_paragraph()
        self._open -= tag == self._kept
        self._kept = self._kept if self._open else ""
        self._between[-1] += f"</{tag}>"

    def handle_data(self, data: str) -> None:
        if self._kept in ("script", "style"):
            self._between[-1] += data
            return
        if self._kept:
            self._left.add(len(self._texts))
        self._texts.append(data)
        self._between.append("")

    def handle_comment(self, data: str) -> None:
        self._between[-1] += f"<!--{data}-->"

    def handle_decl(self, decl: str) -> None:
        self._between[-1] += f"<!{decl}>"

    def _end_paragraph(self) -> None:
        texts = self._vocabulary.localize_pieces(self._texts, self._left, cites=self._cites)
        for before, text in zip(self._between, texts, strict=False):
            self._written += [before, escape(text, quote=False)]
        self._written.append(self._between[-1])
        self._between, self._texts, self._left, self._cites = [""], [], set(), False

    def _write_tag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Write a tag as it was, or with what its attributes say now."""
        was = self.get_starttag_text() or ""
        said = attrs if self._kept else [(name, self._said(name, value)) for name, value in attrs]
        values = (f" {name}" if value is None else f' {name}="{escape(value)}"' for name, value in said)
        end = " />" if was.endswith("/>") else ">"
        self._between[-1] += was if said == attrs else f"<{tag}{''.join(values)}{end}"

    def _said(self, name: str, value: str | None) -> str | None:
        return self._vocabulary.localize(value) if value and name in _SAID else value
