"""The engines beside Chromium on this machine: found, installed where that is allowed, and started.

`python -m tests.engines` sees to them as `python -m tests.chromium` does to Chromium. They are the distribution's own. Where
one is missing its tests are left out, which is said in a sentence; with CI set in the environment that is a failure.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any

from websockets.sync.client import connect

from tests.engines.driver import PATIENCE, Engine, Firefox, WebKit

FIREFOX = ("firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox")
WEBKIT = "WebKitWebDriver"
SCREEN = "Xvfb"
PACKAGES = {"Firefox": "firefox-esr", "WebKitGTK": "webkit2gtk-driver xvfb"}  # as Debian calls them
# Files are saved at once, and nothing is asked of other hosts.
SETTINGS = """
user_pref("browser.download.folderList", 2);
user_pref("browser.download.dir", "{downloads}");
user_pref("app.normandy.enabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
"""


@contextmanager
def firefox(folder: Path) -> Iterator[Engine]:
    """Start Firefox without a window, which keeps all that it keeps in `folder`."""
    profile, downloads = _home(folder) / "profile", folder / "downloads"
    profile.mkdir()
    (profile / "user.js").write_text(SETTINGS.format(downloads=downloads), "utf-8")
    command = [
        _firefox() or "",
        "--headless",
        "--no-remote",
        "--remote-debugging-port=0",
        "--profile",
        profile,
    ]
    with _running(command, folder / "log") as log:
        address = _said(log, r"listening on (ws://\S+)")
        with connect(f"{address}/session", max_size=None) as wire:
            engine = Firefox(wire, downloads)
            yield engine
            engine.close()


@contextmanager
def webkit(folder: Path) -> Iterator[Engine]:
    """Start WebKitGTK on a screen that nobody sees; it keeps all that it keeps in `folder`."""
    (_home(folder) / ".config").mkdir()
    (folder / ".config" / "user-dirs.dirs").write_text('XDG_DOWNLOAD_DIR="$HOME/downloads"\n', "utf-8")
    screen = [SCREEN, "-displayfd", "1", "-screen", "0", "1366x900x24", "-nolisten", "tcp"]
    with _running(screen, folder / "screen") as number:
        display = {"DISPLAY": ":" + _said(number, r"^(\d+)$"), "GDK_BACKEND": "x11", "WAYLAND_DISPLAY": ""}
        port = _free_port()
        with _running([WEBKIT, f"--port={port}"], folder / "log", **display):
            _wait(lambda: _answers(port))
            engine = WebKit(f"http://127.0.0.1:{port}/session", folder / "downloads")
            yield engine
            with suppress(AssertionError, OSError) if engine.fell() else nullcontext():
                engine.close()


STARTS: dict[str, Callable[[Path], AbstractContextManager[Engine]]] = {
    "Firefox": firefox,
    "WebKitGTK": webkit,
}


def missing() -> list[str]:
    """Return the names of the engines that cannot be started here."""
    there = {"Firefox": _firefox(), "WebKitGTK": shutil.which(WEBKIT) and shutil.which(SCREEN)}
    return [name for name, found in there.items() if not found]


def install() -> None:
    """Install what is missing from the distribution's packages: as root, or in CI as one who may act as root unasked."""
    may = [] if os.geteuid() == 0 else ["sudo", "-n"] if os.environ.get("CI") else None
    if may is None or not all(map(shutil.which, [*may[:1], "apt-get"])):
        return
    packages = " ".join(PACKAGES[name] for name in missing())
    for line in ("update -qq", f"install -qq -y --no-install-recommends {packages}"):
        print("apt-get", line, flush=True)
        quiet = [*may, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", *line.split()]
        subprocess.run(quiet, stdout=subprocess.DEVNULL, check=False)


def main() -> int:
    """See to the engines, and return the exit code."""
    if missing():
        install()
    left_out = missing()
    for name in left_out:
        print(
            f"Left out: the tests in {name}, which was not found and could not be installed.", file=sys.stderr
        )
    if left_out and os.environ.get("CI"):
        print("CI is set, so nothing may be left out.", file=sys.stderr)
        return 1
    return 0


def _firefox() -> str | None:
    return next(filter(None, map(shutil.which, FIREFOX)), None)


def _home(folder: Path) -> Path:
    (folder / "downloads").mkdir(parents=True)
    return folder


@contextmanager
def _running(command: list[Any], log: Path, **environment: str) -> Iterator[Path]:
    """Run a command, at home in the folder of the file that takes what it says, until this is over."""
    home = {"HOME": str(log.parent), "XDG_CONFIG_HOME": str(log.parent / ".config")}
    with log.open("wb") as file:
        process = subprocess.Popen(
            command, env=os.environ | home | environment, stdout=file, stderr=file, stdin=subprocess.DEVNULL
        )
    try:
        yield log
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _said(log: Path, pattern: str) -> str:
    """Wait until a line of this pattern is in a file, and return its first group."""
    found = _wait(lambda: re.search(pattern, log.read_text("utf-8", errors="replace"), re.MULTILINE))
    return found[1]


def _wait(condition: Callable[[], Any]) -> Any:
    end = time.monotonic() + 2 * PATIENCE
    while not (found := condition()):
        assert time.monotonic() < end, "an engine did not start"
        time.sleep(0.05)
    return found


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
