"""What the tests need of the machine beside Python's packages: found, installed where that is allowed, or named as missing.

`python -m tests.machine` sees to all of it. A tool that stays missing leaves a part of the tests out, which is said in one
sentence; with CI set in the environment that is a failure.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

# The same engine without a window's surroundings comes first: a page opens in half the time.
BROWSERS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
# Where no command leads to: macOS keeps its programs here, and Playwright what it fetched itself.
BROWSER_FILES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
PLAYWRIGHTS = (
    ".cache/ms-playwright/chromium*/chrome-*/*headless*shell",
    "Library/Caches/ms-playwright/chromium*/chrome-*/*headless*shell",
)
# How a system's package manager learns what there is, and installs without asking.
INSTALLERS = {
    "apt-get": ("apt-get update -qq", "apt-get install -qq -y --no-install-recommends"),
    "dnf": ("dnf makecache -q", "dnf install -q -y --setopt=install_weak_deps=False"),
}


@dataclass(frozen=True)
class Tool:
    """A program of the machine: how it is found, which packages hold it by package manager, and what rests on it."""

    name: str
    works: Callable[[], bool]
    packages: dict[str, str]
    part: str


def runs(*command: str) -> bool:
    """Tell whether `command` is there and ends well: macOS has a `java` that only says where to get one."""
    return shutil.which(command[0]) is not None and _quietly(*command)


def chromium() -> str | None:
    """Return the path of the browser that the tests drive: the one that CHROMIUM names, else the first that starts."""
    own = [os.environ["CHROMIUM"]] if os.environ.get("CHROMIUM") else []
    fetched = (str(file) for pattern in PLAYWRIGHTS for file in sorted(Path.home().glob(pattern)))
    found = own or [*filter(None, map(shutil.which, BROWSERS)), *BROWSER_FILES, *fetched]
    return next((file for file in found if runs(file, "--version")), None)


NODE = Tool(
    "Node.js with npm",
    lambda: runs("node", "--version") and runs("npm", "--version"),
    {"apt-get": "nodejs npm", "dnf": "nodejs npm"},
    "biome, tsc, axe, the fonts, the tests of scripts and of vendored files",
)
JAVA = Tool(
    "Java",
    partial(runs, "java", "-version"),
    {"apt-get": "default-jre-headless", "dnf": "java-latest-openjdk-headless"},
    "the HTML checker",
)
BROWSER = Tool(
    "Chromium, or CHROMIUM=/its/path",
    lambda: chromium() is not None,
    {"apt-get": "chromium-headless-shell", "dnf": "chromium"},
    "the browser tests",
)


def install(tools: Iterable[Tool]) -> None:
    """Install what is missing of `tools` by the system's package manager, where this user may: one by one, for a system may lack one."""
    manager = next(filter(shutil.which, INSTALLERS), None)
    missing = [tool for tool in tools if not tool.works()]
    if not missing or manager is None or os.geteuid() != 0:
        return
    update, command = INSTALLERS[manager]
    for line in (update, *(f"{command} {tool.packages[manager]}" for tool in missing)):
        print(line, flush=True)
        _quietly(*line.split())


def fetch_browser() -> None:
    """Let Playwright fetch a browser into the user's own folder, for a system that offers none, as Ubuntu."""
    if not BROWSER.works():
        print("Letting Playwright fetch a browser.", flush=True)
        needs = ["--with-deps"] if os.geteuid() == 0 else []
        _quietly(sys.executable, "-m", "playwright", "install", "--only-shell", *needs, "chromium")


def _quietly(*command: str) -> bool:
    run = subprocess.run(
        command,
        env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return run.returncode == 0


def main(names: list[str]) -> int:
    """See to the tools of these names, all unless told. Return the exit code."""
    tools = {"node": NODE, "java": JAVA, "browser": BROWSER}
    asked = [tools[name] for name in names or tools]
    install(asked)
    if BROWSER in asked:
        fetch_browser()
    missing = [tool for tool in asked if not tool.works()]
    for tool in missing:
        print(f"Not found, and could not be installed: {tool.name}. Left out: {tool.part}.", file=sys.stderr)
    if missing and os.environ.get("CI"):
        print("CI is set, so nothing may be left out.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
