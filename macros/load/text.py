"""Text with places: reads a file, its front matter and its YAML, and remembers where each value stands."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import yaml

from ..design import hue_of
from ..english import typographic
from ..markup import CALL, CODE, FENCE, NOTE, TAB, blank
from ..problems import Place, Problems
from ..registry import Kind
from .leftovers import merges_in, unseen_in, without_unseen

Path_ = tuple[str | int, ...]
MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd"})  # as MkDocs has it
# What stands in a text for machines, where readers see none of it; and code, too.
_CALL, _ID = rf"{NOTE.pattern}|{CALL.pattern}", r"\{#[\w-]+\}"
_UNSHOWN = rf"{_CALL}|(?<=\])\([^)\n]*\)|{_ID}|\[\^[\w-]+\](?!:)|(?<=^\[)\^[\w-]+\]:|^[ \t]*(?:!!!|\?\?\?\+?|{TAB}) [^\n]*"
_TITLE = re.compile(rf"[ \t]*(?:!!!|\?\?\?|{TAB} )")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=[\w ])")
NO_TEXT = re.compile(rf"{_CALL}|(?<=\]\()[^)\s]*|{_ID}", re.DOTALL)
NO_PROSE = re.compile(rf"{FENCE.pattern}|{CODE.pattern}|{_UNSHOWN}", re.DOTALL | re.MULTILINE)
_TABLE = re.compile(r"^\|.*$", re.MULTILINE)
_BLOCK = re.compile(
    r"^#+ [^\n]*|(?:(?!\n[ \t]*(?:\n|[-*+] |\d+[.)] |#|\*\[|\[ )).)+", re.DOTALL | re.MULTILINE
)
# Up to the end of its last line, whatever ends a line there.
FRONT_MATTER = re.compile(
    r"\A\ufeff?---[ \t]*(?:\r\n?|\n)(?P<yaml>.*?)(?<=[\r\n])---[ \t]*(?=[\r\n])", re.DOTALL
)
QUOTED = re.compile(
    r"(?:“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|‘[^‘’]*’)[.,!?]?"
)  # a text that stands in quotation marks as a whole
_MAY_BE_QUOTED = frozenset("text feedback answer situation".split())  # of a case: what somebody says
_WHOLE_NUMBER = re.compile(r"[+-]?[0-9]{1,99}")  # Python reads none of thousands of digits
_LOST = re.compile(r"(?P<gap>[ \t]+)(?P<note>#.*)")
_BEGAN_EARLIER = re.compile("while (?:scanning a (?:quoted|simple key)|parsing a flow)")


class Fact(NamedTuple):
    """A text among plain values: where it stands, the key that it is below, and what it says."""

    loc: Path_
    key: str
    text: str


@dataclass(frozen=True)
class Data:
    """YAML as plain values with the place of every key and entry, and the text of its file.

    `typed` holds what stands there without quotation marks, as it was typed: `000`, where the value is 0.
    """

    file: str
    text: str = ""
    value: object = None
    places: dict[Path_, Place] = field(default_factory=dict)
    typed: dict[Path_, str] = field(default_factory=dict)

    def at(self, *path: str | int) -> Place:
        """Return the place of `path`, or of the nearest part around it that exists."""
        for end in range(len(path), 0, -1):
            if path[:end] in self.places:
                return self.places[path[:end]]
        return Place(self.file)

    @cached_property
    def texts(self) -> tuple[Fact, ...]:
        """Every text among the values, in their order."""
        return tuple(_texts(self.value, (), ""))


def _texts(value: object, loc: Path_, key: str) -> Iterator[Fact]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _texts(inner, (*loc, name), name)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*loc, index), key)
    elif isinstance(value, str):
        yield Fact(loc, key, value)


@dataclass(frozen=True)
class Document:
    """A Markdown file: the facts of its front matter and the text below."""

    path: str
    kind: Kind
    data: Data
    body: str
    body_line: int

    @cached_property
    def prose(self) -> str:
        """The body with blanks for what is no prose, so that the rest keeps its places."""
        return blank(NO_PROSE, self.body)

    @cached_property
    def blocks(self) -> tuple[tuple[str, int], ...]:
        """The headings, paragraphs and points of the prose but for tables, and where each begins in the body."""
        found = ((block, block[0].lstrip()) for block in _BLOCK.finditer(blank(_TABLE, self.prose)))
        return tuple((text, block.end() - len(text)) for block, text in found if text)

    def at_body(self, offset: int) -> Place:
        """Return the place of the character at `offset` of the body."""
        line = self.body_line + self.body.count("\n", 0, offset)
        return Place(self.data.file, line, offset - self.body.rfind("\n", 0, offset))


def as_it_looks(content: bytes, errors: str = "strict") -> str:
    """Return the text of a file: as for MkDocs, a byte order mark and the line ends of Windows make no difference."""
    return re.sub(r"\r\n?", "\n", content.decode(errors=errors).removeprefix("\ufeff"))


def as_it_was(text: str, content: bytes) -> bytes:
    """Return `text` with the byte order mark of `content` and the line ends of most of its lines: that itself, where it says the same."""
    if as_it_looks(content, "replace") == text:
        return content
    mark = BOM_UTF8 if content.startswith(BOM_UTF8) else b""
    is_of_windows = content.count(b"\r\n") > content.count(b"\n") / 2
    return mark + text.replace("\n", "\r\n" if is_of_windows else "\n").encode()


def rewrite(file: Path, text: str) -> None:
    """Write `text` into `file`, with the byte order mark and the line ends that it had, if it was there."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(as_it_was(text, file.read_bytes() if file.exists() else b""))


def read(file: Path, name: str, problems: Problems) -> str | None:
    """Return the text of `file` as it looks, or nothing where it cannot be read or a merge was not finished (noted in `problems`)."""
    problems.unparsed[name] = None  # until it is read, it may hold anything
    try:
        text = as_it_looks(file.read_bytes())
    except FileNotFoundError:
        problems.add(Place(name), "EW007", path=name)
        return None
    except OSError as error:  # a folder in its place, or not ours to read
        problems.add(Place(name), "EW011", reason=(error.strerror or "it is no file").lower())
        return None
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode()
        problems.add(_place_after(before, name), "EW004", reason=error.reason)
        problems.unparsed[name] = error.object.decode(_other_encoding(error.object), errors="replace")
        return None
    problems.unparsed[name] = text
    problems.found += unseen_in(text, name)
    if left := [*merges_in(text, name)]:
        problems.found += left
        return None
    del problems.unparsed[name]
    return without_unseen(text)


def _other_encoding(content: bytes) -> str:
    return "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"


def parse(text: str, name: str, problems: Problems, first_line: int = 1) -> Data | None:
    """Read YAML `text`. Syntax errors and keys written twice are noted; the former return nothing."""
    reader = _Reader(name, first_line, problems, text.split("\n"))
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
        value = None if root is None else reader.read(root, ())
        return Data(name, text, value, reader.places, reader.typed)
    except yaml.MarkedYAMLError as error:
        began = error.context is not None and _BEGAN_EARLIER.match(error.context)
        mark = error.context_mark if began else error.problem_mark
        assert mark is not None, "libyaml gives every error its place"
        reason = f"{error.context}, {error.problem}" if began else error.problem
        told, fix = _sign_at(text, mark) or (reason, _AS_TEXT)
        problems.add(reader.place(mark), "EW002", reason=told, fix=fix)
    except RecursionError:
        told, fix = "an alias (*) stands for what it stands in", "write out what it stands for"
        problems.add(Place(name, first_line), "EW002", reason=told, fix=fix)
    problems.unparsed[name] = text
    return None


_COLOUR = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)


def as_hue(colour: str) -> str:
    """Return how a colour of the web is told to the guide, or nothing where `colour` is none."""
    if not (match := _COLOUR.fullmatch(colour)):
        return ""
    digits = match[1] if len(match[1]) == 6 else "".join(digit * 2 for digit in match[1])
    return (
        f"a colour is told by its place on the wheel, from 0 to 359: this one has hue: {hue_of(f'#{digits}')}"
    )


_QUOTED = "put the whole text into double quotes; a comment stands on a line of its own, or two blanks apart"
_AS_TEXT = "check the indentation, and put text that begins with a sign, or holds ': ', into double quotes"


def _sign_at(text: str, mark: yaml.Mark) -> tuple[str, str] | None:
    """Return what is wrong with a sign that stands in the line before what stopped the reader, or is it, and the fix."""
    line = text.split("\n")[mark.line]
    if "\t" in line[: len(line) - len(line.lstrip())] or line[mark.column : mark.column + 1] == "\t":
        return "a tab stands where YAML takes blanks alone", "put blanks in the place of each tab"
    if match := re.search(r":\u00a0|\u00a0:|^[\u00a0 ]*\u00a0|：", line):
        return f"'{match[0]}' is no blank and no colon of a keyboard", "type it anew"
    return None


def split(text: str, name: str, kind: Kind, problems: Problems) -> Document | None:
    """Split a Markdown file into front matter and body; a file without front matter is a problem."""
    match = FRONT_MATTER.match(text)
    if not match:
        problems.add(Place(name), "EW001")
        problems.unparsed[name] = text
        return None
    data = parse(match["yaml"], name, problems, first_line=2)
    if data is None:
        problems.unparsed[name] = text
        return None
    path = name.partition("/")[2].removesuffix(".md")  # below the folder of all pages
    begins = match.end() + 1
    return Document(
        path, kind, replace(data, text=text), _set(text[begins:]), text.count("\n", 0, begins) + 1
    )


def _set(body: str) -> str:
    """Return Markdown with its quotation marks and apostrophes as a printer sets them, but for those that a machine reads."""
    as_set, pieces, end = typographic(blank(NO_PROSE, body, "x")), list[str](), 0
    for match in NO_PROSE.finditer(body):
        shown = _APOSTROPHE.sub("’", match[0]) if _TITLE.match(match[0]) else match[0]
        pieces += [as_set[end : match.start()], shown]
        end = match.end()
    return "".join([*pieces, as_set[end:]])


def _place_after(before: str, name: str) -> Place:
    return Place(name, before.count("\n") + 1, len(before) - before.rfind("\n"))


@dataclass
class _Reader:
    """Turns YAML nodes into plain values. Numbers with a point and dates stay text: `6.10` is a line code."""

    file: str
    first_line: int
    problems: Problems
    lines: list[str]
    places: dict[Path_, Place] = field(default_factory=dict)
    typed: dict[Path_, str] = field(default_factory=dict)

    def read(self, node: yaml.Node, path: Path_) -> object:
        if path not in self.places:  # that of a value with a key is where the key stands
            self.places[path] = self.place(node.start_mark)
        if isinstance(node, yaml.MappingNode):
            return dict(self._entries(node, path))
        if isinstance(node, yaml.SequenceNode):
            return [self.read(item, (*path, index)) for index, item in enumerate(node.value)]
        assert isinstance(node, yaml.ScalarNode), "there is no fourth kind"
        for found in unseen_in(node.value, self.file) if node.style == '"' else ():
            self.problems.found.append(replace(found, place=self.places[path]))  # written as an escape
        if node.tag.startswith("!"):
            self.problems.add(
                self.place(node.start_mark), "EW012", note=node.tag, what="a kind of value", fix=_QUOTED
            )
        if not node.style:
            self.typed[path] = node.value
            self._check_cut(node)
            if QUOTED.fullmatch(node.value) and path[-1:] and path[-1] not in _MAY_BE_QUOTED:
                start = " ".join(node.value.split()[:4])
                self.problems.add(self.places[path], "EW133", start=start)
        return _scalar(node.value, node.tag.rpartition(":")[2])

    def _check_cut(self, node: yaml.ScalarNode) -> None:
        """Note a text that goes on behind a `#`, for YAML begins a comment there. A comment stands two blanks apart."""
        mark = node.end_mark
        lost = _LOST.match(self.lines[mark.line], mark.column) if mark.line < len(self.lines) else None
        if not lost:
            return
        is_text = node.tag.endswith(":str") or not node.value
        is_close = len(lost["gap"]) == 1 or lost["note"][1:2].strip()
        if is_text and (is_close or (not node.value and "/" in self.file)):
            place = Place(self.file, mark.line + self.first_line, mark.column + len(lost["gap"]) + 1)
            is_hue = self.lines[mark.line].lstrip().startswith("hue:")
            fix = (as_hue(lost["note"].strip()) if is_hue else "") or _QUOTED
            self.problems.add(place, "EW012", note=lost["note"][:40], what="a comment", fix=fix)

    def _entries(self, node: yaml.MappingNode, path: Path_) -> Iterator[tuple[str, object]]:
        seen: set[str] = set()
        for key_node, value_node in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else "[...]"
            if key in seen:
                self.problems.add(self.place(key_node.start_mark), "EW003", key=key)
            seen.add(key)
            self.places[(*path, key)] = self.place(key_node.start_mark)
            yield key, self.read(value_node, (*path, key))

    def place(self, mark: yaml.Mark) -> Place:
        return Place(self.file, mark.line + self.first_line, mark.column + 1)


def _scalar(text: str, kind: str) -> object:
    match kind:
        case "null":
            return None
        case "bool":
            return text.lower() in ("true", "yes", "on")
        case "int" if _WHOLE_NUMBER.fullmatch(text):
            return int(text)
    return text if "://" in text else typographic(text)
