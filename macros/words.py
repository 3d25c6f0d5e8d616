"""`python -m macros.words [PAGE]`: each sentence that a service's words change, before and after, page by page.

Its words are its vocabulary, its spelling, and the length of its sessions where they are no hours.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from .check import read
from .command import run
from .english import sentences
from .guide import Guide
from .problems import nearest
from .publish.twins import twin
from .vocabulary import Vocabulary

_LINK = re.compile(r"\[(?:link|([^\]]*))\]\([^)\s]*\)")
_MARKUP = re.compile(r"^[ \t]*(?:[-*>#]+|\d+\.)[ \t]*(?:\[.\] )?|\*\*|[ \t]+$", re.MULTILINE)


def changed(guide: Guide, page: str) -> Iterator[tuple[str, str]]:
    """Return each sentence of `page` that the words of the service change, as it was and as it is said now."""
    texts = (twin(guide, page, wording) for wording in (Vocabulary(), guide.settings.wording))
    before, after = (
        [_MARKUP.sub("", _LINK.sub(r"\1", part)) for part in text.split("\n\n")] for text in texts
    )
    for was, now in zip(before, after, strict=True):
        if was != now:
            yield from _sentences(was, now)


def _sentences(was: str, now: str) -> Iterator[tuple[str, str]]:
    old, new = ([s for line in text.splitlines() for s in sentences(line)] for text in (was, now))
    if len(old) != len(new):
        yield " ".join(was.split()), " ".join(now.split())
        return
    yield from ((o, n) for o, n in zip(old, new, strict=True) if o != n)


def main(page: str = "", *, root: Path = Path()) -> int:
    """Print what the words of the service that runs the guide in `root` change, on `page` or on all; return the exit code."""
    guide = read(root, editing=True)
    if guide is None:
        return 1
    pages = (*guide.reviewed, *guide.pages)
    if page and page not in pages:
        print(f"There is no page '{page}': {nearest(page, pages)}")
        return 1
    if not guide.settings.wording:
        print("Nothing changes: no vocabulary is set, the spelling is British, and a session may be an hour.")
        return 0
    count, on = 0, 0
    for path in sorted([page] if page else pages):
        if found := list(dict.fromkeys(changed(guide, path))):
            count, on = count + len(found), on + 1
            print("\n".join([path, *(f"  - {was}\n  + {now}" for was, now in found), ""]))
    print(f"{count} sentences on {on} pages change. What cites a source or reports a study keeps its words.")
    return 0


if __name__ == "__main__":
    run(main, *sys.argv[1:])
