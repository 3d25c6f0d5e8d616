"""How a command ends: with its exit code, and quietly where nobody reads on, as before `| head`."""

import os
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from io import StringIO
from typing import NoReturn


def run(command: Callable[..., int], *arguments: object) -> NoReturn:
    """Do all that `command` does, say what it says as far as somebody reads it, and end with its exit code."""
    said = StringIO()
    try:
        with redirect_stdout(said):
            code = command(*arguments)
    finally:
        try:
            print(said.getvalue(), end="", flush=True)
        except BrokenPipeError:  # what is left unsaid would be tried again as Python ends
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)
