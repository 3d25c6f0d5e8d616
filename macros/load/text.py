"""Text with places: reads a file, its front matter and its YAML, and remembers where each value stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from ..problems import Place, Problems

Path_ = tuple[str | int, ...]
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?)^---[ \t]*$\n?", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Data:
    """YAML as plain values, with the place of every key and entry."""

    file: str
    value: object = None
    places: dict[Path_, Place] = field(default_factory=dict)

    def at(self, *path: str | int) -> Place:
        """Return the place of `path`, or of the nearest part around it that exists."""
        for end in range(len(path), 0, -1):
            if path[:end] in self.places:
                return self.places[path[:end]]
        return Place(self.file)


@dataclass(frozen=True)
class Document:
    """A Markdown file: the facts of its front matter and the text below."""

    path: str
    data: Data
    body: str
    body_line: int

    def at_body(self, offset: int) -> Place:
        """Return the place of the character at `offset` of the body."""
        before = self.body[:offset]
        return Place(
            self.data.file, self.body_line + before.count("\n"), offset - (before.rfind("\n") + 1) + 1
        )


def read(file: Path, name: str, problems: Problems) -> str | None:
    """Return the text of `file`, or nothing where it is missing or not UTF-8 (noted in `problems`)."""
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        problems.add(Place(name), "EW007", path=name)
    except UnicodeDecodeError as error:
        problems.add(Place(name), "EW004", reason=error.reason)
    return None


def parse(text: str, name: str, problems: Problems, first_line: int = 1) -> Data | None:
    """Read YAML `text`. Syntax errors and keys written twice are noted; the former return nothing."""
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = Place(name, mark.line + first_line, mark.column + 1) if mark else Place(name, first_line)
        problems.add(place, "EW002", reason=getattr(error, "problem", None) or str(error))
        return None
    reader = _Reader(name, first_line, problems)
    value = reader.read(root, ()) if root is not None else None
    return Data(name, value, reader.places)


def split(text: str, path: str, name: str, problems: Problems) -> Document | None:
    """Split a Markdown file into front matter and body; a file without front matter is a problem."""
    match = _FRONT_MATTER.match(text)
    if not match:
        problems.add(Place(name), "EW001")
        return None
    data = parse(match["yaml"], name, problems, first_line=2)
    if data is None:
        return None
    return Document(path, data, text[match.end() :], text.count("\n", 0, match.end()) + 1)


@dataclass
class _Reader:
    """Turns YAML nodes into plain values. Numbers with a point and dates stay text: `6.10` is a line code."""

    file: str
    first_line: int
    problems: Problems
    places: dict[Path_, Place] = field(default_factory=dict)

    def read(self, node: yaml.Node, path: Path_) -> object:
        self.places.setdefault(path, self._place(node))
        if isinstance(node, yaml.MappingNode):
            return dict(self._entries(node, path))
        if isinstance(node, yaml.SequenceNode):
            return [self.read(item, (*path, index)) for index, item in enumerate(node.value)]
        return _scalar(node.value, node.tag.rpartition(":")[2])

    def _entries(self, node: yaml.MappingNode, path: Path_) -> Iterator[tuple[str, object]]:
        seen: set[str] = set()
        for key_node, value_node in node.value:
            key = str(key_node.value)
            if key in seen:
                self.problems.add(self._place(key_node), "EW003", key=key)
            seen.add(key)
            self.places[(*path, key)] = self._place(key_node)
            yield key, self.read(value_node, (*path, key))

    def _place(self, node: yaml.Node) -> Place:
        return Place(self.file, node.start_mark.line + self.first_line, node.start_mark.column + 1)


def _scalar(text: str, kind: str) -> object:
    match kind:
        case "null":
            return None
        case "bool":
            return text.lower() in ("true", "yes", "on")
        case "int" if text.lstrip("+-").isdigit():
            return int(text)
    return text
