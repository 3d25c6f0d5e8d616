"""Reads `docs/`, and what a service adds to it, into one typed guide: parsed, checked, and put together."""

from datetime import date
from pathlib import Path

from ..guide import Guide
from ..problems import Problem, ProblemsFoundError
from .addresses import check_addresses_written_down, check_numbers_written_down
from .assembly import assemble
from .changes import check_changes_written_down
from .checks import CHECKS
from .configuration import Configuration
from .draft import Draft
from .leans import check_leans_written_down
from .parser import parse

__all__ = ["Configuration", "load"]


def load(docs: Path, configuration: Configuration, *, today: date, editing: bool = False) -> Guide:
    """Read the guide below `docs`, and what the service that runs it adds and changes, as `configuration` says.

    While someone is `editing` it, a change that is not written down yet is no problem, but one of `today`.

    Raises ProblemsFoundError, which lists every mistake of every file, unless there are none.
    """
    draft, problems = parse(docs, configuration, today, editing=editing)
    problems += [problem for check in CHECKS for problem in check(draft)]
    if problems:
        raise ProblemsFoundError(problems)
    guide = assemble(draft)
    if not editing and (unwritten := _unwritten(draft, guide)):
        raise ProblemsFoundError(unwritten)
    return guide


def _unwritten(draft: Draft, guide: Guide) -> list[Problem]:
    """Return what has to be written down once all else is well: by one command, and then by the next."""
    return (
        [*check_numbers_written_down(draft)]
        or [*check_addresses_written_down(guide)]
        or [*check_changes_written_down(draft)]
        or [*check_leans_written_down(draft)]
    )
