"""`python -m tests.measure`: how each page reads, beside the limits that the standards set.

A page is measured as its author wrote it: the texts of its facts, and its paragraphs. Headings, tables and code are left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from statistics import median

import textstat

from macros.guide import Guide
from macros.load import Configuration, load
from macros.models import BLANK, Letter, Page, Practice
from macros.words import sentences, words

ROOT = Path(__file__).resolve().parent.parent
_NO_PROSE = re.compile(
    r"```.*?```|^[|#][^\n]*|\{\{.*?\}\}|\{[#:][^}]*\}|(?<=\])\([^)]*\)|`[^`\n]*`", re.DOTALL | re.MULTILINE
)
_BETWEEN_BLOCKS = re.compile(r"\n\s*\n|\n(?=[ \t]*(?:[-*+]|\d+[.)]) )")
_MARKS = re.compile(r"^[ \t]*(?:[-*+]|\d+[.)]) |[\[\]*_>]", re.MULTILINE)


@dataclass(frozen=True)
class Prose:
    """The paragraphs of the page at `path`."""

    path: str
    paragraphs: tuple[str, ...]

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """Every sentence, in its order."""
        return tuple(sentence for paragraph in self.paragraphs for sentence in sentences(paragraph))

    @property
    def longest_sentence(self) -> str:
        """The sentence with the most words."""
        return max(self.sentences, key=lambda sentence: len(words(sentence)))

    @property
    def longest_paragraph(self) -> str:
        """The paragraph with the most sentences."""
        return max(self.paragraphs, key=lambda paragraph: len(sentences(paragraph)))

    @property
    def age(self) -> float:
        """The age in years at which it can be read, by the harder of two formulas.

        They are those of textstat that count letters. The others count syllables by a list that it would fetch from
        the network.
        """
        text = " ".join(re.sub(r"[^\w)\"”’]*$", ".", sentence) for sentence in self.sentences)
        return 5 + max(textstat.automated_readability_index(text), textstat.coleman_liau_index(text))


def prose(guide: Guide) -> dict[str, Prose]:
    """Return every page's prose, by path."""
    pages = [*guide.practices.values(), *guide.letters.values(), *guide.pages.values()]
    return {page.path: Prose(page.path, tuple(_paragraphs(page))) for page in pages}


def _paragraphs(page: Practice | Letter | Page) -> Iterator[str]:
    yield page.summary
    match page:
        case Practice():
            yield page.when
            for step in page.checklist.steps:
                yield from (
                    step.do,
                    *step.say,
                    step.why or "",
                    *(f"{u.ask or ''} {u.do}" for u in step.unless),
                )
            yield from (voice for phrase in page.words for voice in phrase.voices)
            yield from (unless.do for unless in page.unless)
            yield from (link.because for link in page.links)
        case Letter():
            yield from (page.when, *page.never, *(must.element for must in page.must))
            yield from BLANK.sub("it", page.letter).split("\n")
    for block in _BETWEEN_BLOCKS.split(_NO_PROSE.sub("", page.body)):
        yield " ".join(_MARKS.sub("", block).split())


def read() -> Guide:
    """Return the guide as it is published."""
    return load(ROOT / "docs", Configuration.of(ROOT / "mkdocs.yml"), today=datetime.now(UTC).date())


def table(measured: dict[str, Prose]) -> str:
    """Return a line for each page, the hardest first."""
    rows = [
        f"{prose.age:5.1f}  {len(words(prose.longest_sentence)):8}  {len(sentences(prose.longest_paragraph)):9}  {path}"
        for path, prose in sorted(measured.items(), key=lambda item: -item[1].age)
    ]
    middle = median(prose.age for prose in measured.values())
    return "\n".join(
        [" age  sentence  paragraph  page", *rows, f"{middle:5.1f}  in the middle of {len(rows)} pages"]
    )


if __name__ == "__main__":
    print(table(prose(read())))
