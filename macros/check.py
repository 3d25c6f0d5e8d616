"""`python -m macros.check`: every mistake in the content, and nothing else."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from .guide import Guide
from .load import load
from .problems import ProblemsFoundError


def read(docs: Path) -> Guide | None:
    """Return the guide in `docs`, or print every problem of it and return nothing."""
    try:
        return load(docs, address="/", today=datetime.now(UTC).date())
    except ProblemsFoundError as error:
        print(error)
        return None


def main(docs: Path = Path("docs")) -> int:
    """Print every problem of the guide in `docs`, or how much was read; return the exit code."""
    guide = read(docs)
    if guide is None:
        return 1
    print(f"{len(guide.practices)} practices, {len(guide.pairs)} pairs, no problems.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
