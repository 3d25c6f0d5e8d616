"""`python -m macros.check`: every mistake in the content, and nothing else."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from .guide import Guide
from .load import Configuration, load
from .problems import ProblemsFoundError


def read(root: Path, *, editing: bool = False) -> Guide | None:
    """Return the guide in the folder `root`, or print every problem of it and return nothing."""
    today = datetime.now(UTC).date()
    try:
        return load(root / "docs", Configuration.beside(root), today=today, editing=editing)
    except ProblemsFoundError as error:
        print(error)
        return None


def main(root: Path = Path()) -> int:
    """Print every problem of the guide in `root`, or how much was read; return the exit code."""
    guide = read(root)
    if guide is None:
        return 1
    print(
        f"{len(guide.practices)} practices, {len(guide.letters)} letters, {len(guide.pairs)} pairs, no problems."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
