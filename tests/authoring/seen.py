"""What a reader sees of a piece of HTML: its elements, and its text."""

from html.parser import HTMLParser


class Html(HTMLParser):
    """The elements of a piece of HTML, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(str(html))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        self.text += " "

    def handle_data(self, data: str) -> None:
        self.text += data

    @property
    def said(self) -> str:
        """The text, with single blanks."""
        return " ".join(self.text.split())

    @property
    def everything(self) -> str:
        """The text, and the value of every attribute."""
        return " ".join([self.text, *(value for _, attrs in self.elements for value in attrs.values())])

    def all(self, name: str, tag: str = "") -> list[str]:
        """Return every value of an attribute."""
        return [attrs[name] for element, attrs in self.elements if name in attrs and tag in ("", element)]
