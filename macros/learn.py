"""`python -m macros.learn`: learns anew which words lean to danger, and writes down what was learnt.

It is written down since learning takes longer than a build, which would give the same each time.
"""

from collections.abc import Iterator
from pathlib import Path

from .check import read
from .command import run
from .guide import Guide
from .leaning import DANGER, OWN, Sample, learnt
from .load.leans import digest
from .load.text import rewrite

HEADING = """\
# Which words, and which letters in a row, lean to danger, and to the danger of whoever writes. Written by `make learn` only,
# from the lines of search.yml; `of` is the digest of both. Each letter is a place of `macros/leaning.py`.
"""
ASKED = 0.3  # what a way to ask for a page counts beside a line that somebody typed


def write(root: Path, guide: Guide) -> int:
    """Write down in the folder `root` what the lines of the `guide` teach; return how many they are."""
    danger, own = [*_danger(guide)], [*_own(guide)]
    rows = {"danger": learnt(danger, DANGER), "own": learnt(own, OWN)}
    rows = {"of": digest(guide.language.danger, *rows.values()), **rows}
    text = "".join(f'{name}: "{value}"\n' for name, value in rows.items())
    rewrite(root / "docs" / "data" / "leans.yml", HEADING + text)
    return len(danger)


def _danger(guide: Guide) -> Iterator[Sample]:
    """What is said of danger and what is not; so is what is asked for a page to be followed in danger, and for any other."""
    language = guide.language
    heard = language.danger
    followed = {page for kind in heard.kinds for page in kind.pages}
    for line in (*heard.heard, *heard.own, *(ask for kind in heard.kinds for ask in kind.asks)):
        yield Sample(line, True)
    for line in (*heard.harmless, *heard.overheard):
        yield Sample(line, False)
    for page, asks in guide.asks.items():
        yield from (Sample(ask, page in followed, ASKED) for ask in asks)
    for topic in language.outside:
        yield from (Sample(ask, False, ASKED) for ask in topic.asks)


def _own(guide: Guide) -> Iterator[Sample]:
    """What people in danger say of themselves, and what others say of people in danger."""
    heard = guide.language.danger
    yield from (Sample(line, True) for line in heard.own)
    yield from (Sample(line, False) for line in heard.heard)
    yield from (Sample(ask, kind.kind == "reader") for kind in heard.kinds for ask in kind.asks)


def main(root: Path = Path()) -> int:
    """Learn from the guide in `root`, and return the exit code."""
    guide = read(root, editing=True)
    if guide is None:
        return 1
    print(f"{write(root, guide)} lines learnt from.")
    return 0


if __name__ == "__main__":
    run(main)
