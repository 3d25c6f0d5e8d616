"""A small guide that an author edits, and what the guide answers.

`tree.txt` holds the guide: each file by its path, its text indented below. A test edits it as a picture:

    sessions/door.md
    - minutes: 10
    + ▸minutes: 90
    EW120 90 minutes is not between 1 and 60
    fix: give our best estimate in whole minutes

Under a path, lines marked `-` are replaced by those marked `+`; where nothing is replaced, the file is new.
`=` marks a line that stays, and `delete PATH` takes a file away. `▸` is where the problem must be found: a mark for each
problem, in the order of their places. A problem outside these files names its own place, `mkdocs.yml:1:1 EW802 ...`.
"""

import re
import textwrap
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from macros.guide import Guide
from macros.load import load
from macros.load.registers import seal
from macros.models import Practice
from macros.problems import ProblemsFoundError

TODAY = date(2026, 3, 1)
ADDRESS = "https://guide.example/"
MARK = "▸"
_PROBLEM = re.compile(r"(?:(?P<place>\S+:\d+:\d+) )?(?P<code>EW\d{3}) (?P<message>.*)")


def files_of(picture: str) -> dict[str, str]:
    """Read a tree: paths at the margin, the text of each indented below."""
    found = re.findall(r"^(\S+)\n((?:[ ]{4}.*\n|\n)*)", picture, re.MULTILINE)
    return {path: textwrap.dedent(text).rstrip("\n") + "\n" for path, text in found}


@dataclass
class Author:
    """Someone who edits the guide in `docs`."""

    docs: Path
    files: dict[str, str] = field(default_factory=lambda: files_of(Path(__file__).with_name("tree.txt").read_text()))
    regions: tuple[str, ...] = ()
    answers: list[tuple[str, str, str]] = field(default_factory=list)

    def edits(self, picture: str) -> "Author":
        """Make the edits of a picture, and remember the answers that it expects."""
        edits: list[tuple[str, list[str], list[str]]] = []
        for line in textwrap.dedent(picture).strip("\n").splitlines():
            sign, text = line[:1], line[2:]
            if sign == "=":
                edits.append((edits[-1][0], [text.replace(MARK, "")], [text]))
            elif sign == "-" and not edits[-1][2]:
                edits[-1][1].append(text)
            elif sign == "-":
                edits.append((edits[-1][0], [text], []))
            elif sign == "+":
                edits[-1][2].append(text)
            elif match := _PROBLEM.fullmatch(line):
                self.answers.append((match["place"] or "", match["code"], match["message"]))
            elif line.startswith("fix: "):
                place, code, message = self.answers.pop()
                self.answers.append((place, code, f"{message}\n    {line}"))
            elif line.startswith("delete "):
                del self.files[line.removeprefix("delete ")]
            elif line.startswith("regions "):
                self.regions = tuple(line.split()[1:])
            elif sign == "~":
                self.files[edits[-1][0]] = self.files[text].replace(MARK, "")
            elif line:
                edits.append((line, [], []))
        for path, old, new in edits:
            if old:
                self.files[path] = _replaced(self.files[path], old, new)
            elif new:
                self.files[path] = "\n".join([*new, ""])
        return self

    def expects(self) -> list[str]:
        """Return the answers that the pictures expect, at the places they mark."""
        marks = iter(
            f"docs/{path}:{number}:{column + 1 - nth}"
            for path, text in sorted(self.files.items())
            for number, line in enumerate(text.split("\n"), 1)
            for nth, column in enumerate(match.start() for match in re.finditer(MARK, line))
        )
        answers = [f"{place or next(marks)}  {code}  {message}" for place, code, message in self.answers]
        assert not list(marks), "a mark without a problem"
        return answers

    def writes(self) -> Path:
        """Write the files, without their marks, and return their folder."""
        for path, marked in self.files.items():
            text = marked.replace(MARK, "")
            rows = [row for row in text.splitlines()[:-1] if not row.startswith("#")]
            text = text.replace("seal of the rows above", f"seal {seal(rows)}")
            (self.docs / path).parent.mkdir(parents=True, exist_ok=True)
            # A lone surrogate stands for the byte that is no UTF-8.
            (self.docs / path).write_bytes(text.encode("utf-8", "surrogateescape"))
        return self.docs

    def reads(self) -> list[str]:
        """Return what the guide answers: every problem, as the author sees it but for the address of its kind."""
        try:
            self.guide()
        except ProblemsFoundError as error:
            return [str(problem).partition("      docs: ")[0] for problem in error.problems]
        return []

    def guide(self) -> Guide:
        """Read the guide, which has no problems."""
        return load(self.writes(), address=ADDRESS, regions=self.regions, today=TODAY)

    def practice(self, path: str = "sessions/door") -> Practice:
        """Read one practice of the guide, which has no problems."""
        return self.guide().practices[path]


def _replaced(text: str, old: list[str], new: list[str]) -> str:
    """Replace whole lines, which must stand in `text` once; the new ones take over their indentation."""
    found = re.findall(r"^( *)" + r"\n\1".join(map(re.escape, old)) + "$", text, re.MULTILINE)
    assert len(found) == 1, f"{len(found)} times in the file: {old}"
    before, after = (textwrap.indent("\n".join(lines), found[0], lambda line: True) for lines in (old, new))
    return text.replace(before + "\n", after + "\n" if new else "", 1)
