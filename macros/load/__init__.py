"""Reads `docs/`, and what a practice adds to it, into one typed guide: parsed, checked, and put together."""

from datetime import date
from pathlib import Path

from ..guide import Guide
from ..problems import ProblemsFoundError
from .assembly import assemble
from .checks import CHECKS
from .configuration import Configuration
from .parser import parse
from .registers import check_numbers_written_down, check_written_down

__all__ = ["Configuration", "load"]


def load(docs: Path, told: Configuration, *, today: date, editing: bool = False) -> Guide:
    """Read the guide below `docs`, and what the practice that runs it was `told` to add and to change.

    While someone is `editing` it, a change that is not written down yet is no problem, but one of `today`.

    Raises ProblemsFoundError, which lists every mistake of every file, unless there are none.
    """
    draft, problems = parse(docs, told, today, editing=editing)
    problems += [problem for check in CHECKS for problem in check(draft)]
    # Once all is well, it is time to write down what is new.
    problems = problems or [*check_numbers_written_down(draft)] or [*check_written_down(draft)]
    if problems:
        raise ProblemsFoundError(problems)
    return assemble(draft)
