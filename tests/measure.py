"""`python -m tests.measure`: how each page of the guide reads, the hardest first. The limits are checked whenever it is loaded."""

from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from macros.english import reading_age, words
from macros.load import Configuration
from macros.load.parser import parse
from macros.load.prose import sentences_on

ROOT = Path(__file__).resolve().parent.parent


def sentences(root: Path = ROOT) -> dict[str, tuple[str, ...]]:
    """Return the sentences of every page, by its path."""
    told, today = Configuration.of(root / "mkdocs.yml"), datetime.now(UTC).date()
    draft, _ = parse(root / "docs", told, today, editing=True)
    return {document.path: tuple(text for text, _ in sentences_on(document)) for document in draft.documents}


def middle(pages: dict[str, tuple[str, ...]]) -> float:
    """Return the reading age of the page in the middle."""
    return median(map(reading_age, pages.values()))


def table(pages: dict[str, tuple[str, ...]]) -> str:
    """Return a line for each page, the hardest first: the age at which it can be read, and the words of its longest sentence."""
    rows = [
        f"{reading_age(read):5.1f}  {max(len(words(sentence)) for sentence in read):8}  {path}"
        for path, read in sorted(pages.items(), key=lambda page: -reading_age(page[1]))
    ]
    return "\n".join(
        [" age  sentence  page", *rows, f"{middle(pages):5.1f}  in the middle of {len(rows)} pages"]
    )


if __name__ == "__main__":
    print(table(sentences()))
