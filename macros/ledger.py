"""`python -m macros.ledger`: writes new permanent addresses to the ledger. It never takes one out."""

import sys
from pathlib import Path

from .check import read
from .load.registers import SEAL, seal

HEADING = "# Every address this guide ever published, oldest first. Written by `make ledger` only; nothing is taken out.\n"


def main(docs: Path = Path("docs")) -> int:
    """Append every address of `docs` that the ledger does not list yet; return the exit code."""
    guide = read(docs)
    if guide is None:
        return 1
    new = [row for row in guide.identities if row not in guide.ledger]
    rows = [*guide.ledger, *new]
    (docs / "data" / "ledger.txt").write_text(
        HEADING + "\n".join([*rows, SEAL + seal(rows), ""]), encoding="utf-8"
    )
    print(f"{len(new)} new, {len(rows)} in all.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
