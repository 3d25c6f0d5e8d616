"""The clock of the machine, read in one place."""

from datetime import UTC, date, datetime


def today() -> date:
    """Return the day by UTC."""
    return datetime.now(UTC).date()
