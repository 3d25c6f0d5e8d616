"""`python -m macros.starter`: writes a commented `service.yml` for a service to start from."""

import textwrap
from pathlib import Path

from .command import run
from .settings import TOP, Setting, every_setting
from .upgrade import NOTED, note, taken

_HEAD = """\
# yaml-language-server: $schema=macros/schemas/service.json
# The guide as your service runs it. This file stands beside mkdocs.yml, which you leave as it is.
# Fill in what is empty. A line that begins with # is not read: take that # alone away to use a setting.
# `make check` tells every mistake. `make serve` shows your guide, `make build` makes it.
INHERIT: mkdocs.yml
"""


def written() -> str:
    """Return the file: every setting with its explanation, the required ones empty, the others as comments."""
    top = [_entry(key, setting, 0) for key, setting in TOP.items()]
    own = [_entry(key, setting, 4) for key, setting in every_setting()]
    return "\n".join([_HEAD, *top, "extra:\n  service:", *own])


def _entry(key: str, setting: Setting, indent: int) -> str:
    said = f"{setting.title}. {setting.about} It shows {setting.shows}."
    lines = textwrap.wrap(said, 110, initial_indent="# ", subsequent_indent="# ")
    if setting.required:
        lines.append(f"# For example: {setting.example}")
    value = "" if setting.required else setting.example
    separator = "\n  " if value.startswith("- ") else " "
    entry = f"{key}:{separator if value else ''}{value}"
    lines += entry.split("\n") if setting.required else [f"#{line}" for line in entry.split("\n")]
    return textwrap.indent("\n".join([*lines, ""]), " " * indent)


def main(root: Path = Path()) -> int:
    """Write `service.yml` in the folder `root`, unless there is one, or one of the old name; return the exit code."""
    file, old = root / "service.yml", root / "practice.yml"
    if old.exists():
        print(
            "practice.yml is there, and is called service.yml now: give it its new name. Nothing was written."
        )
        return 1
    try:
        with file.open("x", encoding="utf-8") as opened:
            opened.write(written())
    except FileExistsError:
        print("service.yml is there already, and was left as it is.")
        return 1
    if (root / "docs").is_dir():
        note(taken(root / "docs"), root / "service" / NOTED)  # by which `make upgrade` tells what is newer
    print("service.yml is written. Open it, fill in what is empty, and run `make check`.")
    return 0


if __name__ == "__main__":
    run(main)
