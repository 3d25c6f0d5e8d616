"""A small guide that an author edits, and what the guide answers.

`tree.txt` holds the guide: each file by its path, its text indented below; paths count from `docs/`, but for
`mkdocs.yml`, and for `service.yml` and the folder `service/` of a service, or one of nearly that name. A test edits it as a picture:

    sessions/door.md
    - minutes: 10
    + ▸minutes: 90
    EW120 90 minutes is not between 1 and 60
    fix: give our best estimate in whole minutes

Under a path, lines marked `-` are replaced by those marked `+`; where nothing is replaced, the file is new.
`=` marks a line that stays, `~ PATH` copies a file, and `delete PATH` takes one away. A line `service` lays a service
over the guide, the files of `service.txt`, and a line `published` writes down every address that it has by then. `▸` is where a problem must be found: a mark for each, in the order of their
places. A line `(250 words)` stands for so many, and `ROOT` for the folder of the project. A problem of a file that is missing names its own place, `docs/data/contacts.yml:1:1 EW007 ...`. The days on which
pages changed are written down as `make changes` does it, unless a picture edits their register; so are new addresses, unless
that is what the picture is about.
"""

import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from macros import changes, ledger
from macros.guide import Guide
from macros.load import Configuration, load
from macros.load.addresses import seal
from macros.load.asks import FOLDERS
from macros.models import Practice
from macros.problems import ProblemsFoundError

TODAY = date(2024, 3, 1)
ADDRESS = "https://guide.example/"
_ROOT = Path(__file__).resolve().parents[2]
_REGISTERS = ("data/reviews.yml", "service/data/reviews.yml")
_LEDGER = "data/ledger.txt"
_SEAL = "seal of the rows above"
_IS_LEFT_TO_THE_AUTHOR = {"EW607", "EW612"}
_NOTHING_YET = "[]\n"  # in a register of changes, which is then written for the author
_BESIDE_DOCS = (
    "service/",
    "services/",
    "Services/",
    "House/",
    "doc/",
    "service (",
    "service.y",
    "Service.y",
    "practice/",
    "practice.yml",
    "Practice.Y",
    "mkdocs.yml",
    "base.yml",
    "Settings.yml",
)
MARK = "▸"
CONTACTS = """
    data/navigation.yml
    - lost:
    + lost:
    +   - {page: reference/contacts, name: Crisis contacts}
    reference/contacts.md
    + ---
    + title: Crisis contacts
    + summary: Whom to ring.
    + ---
    +
    + {{ contacts() }}
"""
"""What adds the page of all contacts."""
_MANY_WORDS = re.compile(r"^\((\d+)0 words\)$", re.MULTILINE)
_TEN_WORDS = "So much for {name}, and there is more to say."
_WAYS = [f"asked in way {number}" for number in range(1, 7)]
_PROBLEM = re.compile(r"(?:(?P<place>\S+:\d+:\d+) )?(?P<code>EW\d{3}) (?P<message>.*)")


def tree(name: str) -> dict[str, str]:
    """Read the tree `name`: paths at the margin, the text of each indented below."""
    picture = Path(__file__).with_name(name).read_text(encoding="utf-8")
    found = re.findall(r"^(\S+)\n((?:[ ]{4}.*\n|\n)*)", picture, re.MULTILINE)
    return {path: textwrap.dedent(text).rstrip("\n") + "\n" for path, text in found}


@dataclass
class Author:
    """Someone who edits the guide in `docs`."""

    docs: Path
    files: dict[str, str] = field(default_factory=lambda: tree("tree.txt"))
    answers: list[tuple[str, str, str]] = field(default_factory=list)
    keeps_ledger: bool = True

    def edits(self, picture: str) -> "Author":
        """Make the edits of a picture, and remember the answers that it expects."""
        lines = textwrap.dedent(picture).strip("\n").splitlines()
        for block in filter(None, re.split(r"\n(?=[^-+=~\n])", "\n".join(lines))):
            head, _, rest = block.partition("\n")
            if match := _PROBLEM.fullmatch(head):
                self.answers.append((match["place"] or "", match["code"], match["message"]))
            elif head.startswith("fix: "):
                place, code, message = self.answers.pop()
                self.answers.append((place, code, f"{message}\n    {head}"))
            elif head == "service":
                self.files = tree("service.txt") | self.files
            elif head == "published":
                self.files[_LEDGER] = re.sub("seal .*", _SEAL, (self.writes() / _LEDGER).read_text("utf-8"))
            elif head.startswith("delete "):
                del self.files[head.removeprefix("delete ")]
            elif rest.startswith("~"):
                copy = self.files[rest[2:]].replace(MARK, "")
                self.files[head] = _in_other_words(copy, head) if head.endswith(".md") else copy
                self._asks_for(head)
            else:
                self.files[head] = _edited(self.files.get(head, ""), rest)
        return self

    def _asks_for(self, page: str) -> None:
        """Give the copy of a page ways to ask of its own, where its folder has them."""
        if match := re.fullmatch(rf"(service/)?({'|'.join(FOLDERS)})/(.*)\.md", page):
            file = f"{match[1] or ''}data/asks/{match[2]}.yml"
            self.files[file] = f"{self.files.get(file, '')}{match[3]}: [{', '.join(_WAYS)}]\n"

    def marks(self) -> list[str]:
        """Return the places that are marked, in their order."""
        return [
            f"{name}:{number}:{column + 1 - nth}"
            for name, text in sorted((_name(path), text) for path, text in self.files.items())
            for number, line in enumerate(_spelt_out(text, name).split("\n"), 1)
            for nth, column in enumerate(match.start() for match in re.finditer(MARK, line))
        ]

    def expects(self) -> list[str]:
        """Return the answers that the pictures expect, at the places they mark."""
        marks = iter(self.marks())
        answers = [f"{place or next(marks)}  {code}  {message}" for place, code, message in self.answers]
        assert not list(marks), "a mark without a problem"
        return answers

    def writes(self) -> Path:
        """Write the files, without their marks, and return their folder."""
        for path, marked in self.files.items():
            text = _spelt_out(marked.replace(MARK, ""), path)
            file = self.docs.parent / _name(path)
            if path.endswith(_LEDGER):
                rows = [row for row in text.splitlines()[:-1] if not row.startswith("#")]
                text = text.replace(_SEAL, f"seal {seal(rows)}")
            file.parent.mkdir(parents=True, exist_ok=True)
            # A lone surrogate stands for the byte that is no UTF-8.
            file.write_bytes(text.encode("utf-8", "surrogateescape"))
        is_left = all(self.files.get(path, _NOTHING_YET) == _NOTHING_YET for path in _REGISTERS)
        is_well = self._does(changes.write) if is_left else True
        if (
            is_well
            and self.keeps_ledger
            and not _IS_LEFT_TO_THE_AUTHOR & {code for _, code, _ in self.answers}
        ):
            self._does(ledger.write)
        return self.docs

    def makes_changes(self, today: date = TODAY) -> None:
        """Do what `make changes` does, on a day of the tests."""
        self._does(
            lambda root, guide: changes.write(root, guide, "The words are plainer, as was asked."), today
        )

    def _does(self, write: Callable[[Path, Guide], object], today: date = TODAY) -> bool:
        """Do what the command does that writes something down, and return whether it did: first the mistakes."""
        try:
            told = Configuration.beside(self.docs.parent)
            write(self.docs.parent, load(self.docs, told, today=today, editing=True))
        except ProblemsFoundError:
            return False
        return True

    def reads(self) -> list[str]:
        """Return what the guide answers: every problem, as the author sees it but for the address of its kind."""
        try:
            self.guide()
        except ProblemsFoundError as error:
            return [str(problem).partition("      docs: ")[0] for problem in error.problems]
        return []

    def guide(self) -> Guide:
        """Read the guide, which has no problems."""
        docs = self.writes()
        return load(docs, Configuration.beside(docs.parent), today=TODAY)

    def practice(self, path: str = "sessions/door") -> Practice:
        """Read one practice of the guide, which has no problems."""
        return self.guide().practices[path]


def _spelt_out(text: str, path: str) -> str:
    ten = _TEN_WORDS.format(name=Path(path).stem)
    text = text.replace("ROOT/", f"{_ROOT}/")
    return _MANY_WORDS.sub(lambda match: "\n\n".join([ten] * int(match[1])), text)


def _in_other_words(text: str, path: str) -> str:
    """Put the name of its page into each sentence, as no two pages say the same."""
    name = Path(path).stem
    return re.sub(r"((?<=[a-z)}])(?=[.?](?:[ \n\",}]|$))|(?<=[a-z])(?=\n +steps:))", f" {name}", text)


def _name(path: str) -> str:
    return path if path.startswith(_BESIDE_DOCS) else f"docs/{path}"


def _edited(text: str, edits: str) -> str:
    """Put each run of `+` lines in the place of the `-` lines before it; without those, they are the whole text."""
    if not re.search("^[-=]", edits, re.MULTILINE):
        return re.sub(r"^\+ ?", "", edits, flags=re.MULTILINE) + "\n"
    kept = re.sub(
        r"^= (.*)$", lambda match: f"- {match[1].replace(MARK, '')}\n+ {match[1]}", edits, flags=re.MULTILINE
    )
    for old, new in re.findall(r"((?:^-.*\n?)+)((?:^\+.*\n?)*)", kept, re.MULTILINE):
        text = _replaced(text, *([line[2:] for line in lines.splitlines()] for lines in (old, new)))
    return text


def _replaced(text: str, old: list[str], new: list[str]) -> str:
    """Replace whole lines, which stand in `text` once; the new ones take over their indentation."""
    found = re.findall(r"^( *)" + r"\n\1".join(map(re.escape, old)) + "$", text, re.MULTILINE)
    assert len(found) == 1, f"{len(found)} times in the file: {old}"
    before, after = ("".join(f"{found[0]}{line}\n" for line in lines) for lines in (old, new))
    return text.replace(before, after, 1)
