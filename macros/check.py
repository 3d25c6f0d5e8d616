"""`python -m macros.check`: every mistake in the content, and what a build would stop at."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from .guide import Guide, text_digest
from .load import Configuration, load
from .problems import ProblemsFoundError
from .supported import faults


def read(root: Path, *, editing: bool = False) -> Guide | None:
    """Return the guide in the folder `root`, or print every problem of it and return nothing."""
    today = datetime.now(UTC).date()
    try:
        return load(root / "docs", Configuration.beside(root), today=today, editing=editing)
    except ProblemsFoundError as error:
        print(error)
        return None


def lapsed(guide: Guide) -> Iterator[str]:
    """Say which reviews of the service hold no longer, and why. Those of hidden pages rest."""
    went = {redirect.from_: redirect.to for redirect in guide.redirects}
    for row in guide.signed:
        page = guide.reviewed.get(row.page)
        if page and text_digest(page) == row.digest:
            continue
        if page:
            change = guide.change_of(row.page)
            told = change and change.changed >= row.on and change.what
            why = (
                f"its text changed on {change.changed}: {told}"
                if change and told
                else "its text, or what you added to it, changed"
            )
        elif row.page in guide.hidden:
            continue
        else:
            why = f"the page went to {went[row.page]}" if row.page in went else "the page is gone"
        yield f"The review of {row.page} by {row.by} on {row.on} has lapsed: {why}"


def main(root: Path = Path()) -> int:
    """Print every problem of the guide in `root`, and of what MkDocs is told, or how much was read; return the exit code."""
    stops = [*faults(Configuration.beside(root).file)]
    print("".join(f"{sentence}\n" for sentence in stops), end="")
    guide = read(root)
    if guide is None or stops:
        return 1
    print(
        f"{len(guide.practices)} practices, {len(guide.letters)} letters, {len(guide.pairs)} pairs, no problems."
    )
    print("".join(f"{line.rstrip('.')}.\n" for line in lapsed(guide)), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
