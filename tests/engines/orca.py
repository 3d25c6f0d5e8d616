"""Orca, the screen reader of GNOME, over Firefox: on a screen that nobody sees, with a voice that nobody hears.

What it speaks is taken from its own log. It is the distribution's: `orca at-spi2-core speech-dispatcher dbus-daemon xdotool xvfb`,
as Debian calls them, are installed by hand.
"""

import os
import re
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from tests.engines.machine import SCREEN, SETTINGS, _firefox, _running, _said, _wait

PROGRAMS = ("orca", "xdotool", "dbus-daemon", "speech-dispatcher", SCREEN)
BUS = Path("/usr/libexec/at-spi-bus-launcher")
# A voice that takes words and makes no sound.
VOICE = 'AddModule "dummy" "sd_dummy" ""\nDefaultModule dummy\n'


def missing() -> list[str]:
    """Return the names of what is not here."""
    found = {name: shutil.which(name) for name in PROGRAMS} | {"firefox": _firefox(), BUS.name: BUS.exists()}
    return [name for name, there in found.items() if not there]


class Reader:
    """Somebody who hears the page and has a keyboard: `press` keys, and what is spoken after them is what it `hears`."""

    def __init__(self, log: int, display: str) -> None:
        self._said, self._display, self._past = b"", display, 0
        threading.Thread(target=self._listen, args=[log], daemon=True).start()

    def press(self, *keys: str) -> None:
        """Press keys one after the other, by their names in X, and listen from now on."""
        self._past = len(self._spoken())
        self._hand("key", "--delay", "150", *keys)

    def write(self, text: str) -> None:
        """Type a text, and listen from now on."""
        self._past = len(self._spoken())
        self._hand("type", "--delay", "150", text)

    def hears(self, pattern: str) -> None:
        """Wait until something of this pattern was spoken since the last key."""
        try:
            _wait(lambda: re.search(pattern, "\n".join(self._spoken()[self._past :]), re.MULTILINE))
        except AssertionError:
            raise AssertionError(f"{pattern} was not spoken, but {self._spoken()[self._past :]}") from None

    def look_at(self, window: str) -> None:
        """Give a window of this class the focus, as soon as it is there."""
        seen = _wait(lambda: self._hand("search", "--onlyvisible", "--class", window).split())
        self._hand("windowfocus", seen[-1])

    def _listen(self, log: int) -> None:
        with suppress(OSError):  # it is closed at the other end
            while heard := os.read(log, 2**16):
                self._said += heard

    def _spoken(self) -> list[str]:
        spoken = re.findall(rb"SPEECH OUTPUT: '(.*?)'(?:\{|\r?$)", self._said, re.MULTILINE)
        return [words.decode("utf-8", "replace").strip() for words in spoken]

    def _hand(self, *words: str) -> str:
        run = ["xdotool", *words]
        return subprocess.run(
            run, env=os.environ | {"DISPLAY": self._display}, capture_output=True, text=True, check=False
        ).stdout


@contextmanager
def reading(folder: Path, url: str) -> Iterator[Reader]:
    """Open an address in Firefox, with Orca reading; all that they keep is in `folder`."""
    profile = folder / "profile"
    profile.mkdir(parents=True)
    (profile / "user.js").write_text(
        SETTINGS.format(downloads=folder) + 'user_pref("accessibility.force_disabled", -1);\n', "utf-8"
    )
    voice = folder / ".config" / "speech-dispatcher" / "speechd.conf"
    voice.parent.mkdir(parents=True)
    voice.write_text(VOICE, "utf-8")
    with ExitStack() as all_:

        def start(log: str, command: list[Any], **own: str) -> Path:
            return all_.enter_context(_running(command, folder / log, **own))

        # Names of sockets have to be short.
        room = all_.enter_context(tempfile.TemporaryDirectory(prefix="orca"))
        seen = [SCREEN, "-displayfd", "1", "-screen", "0", "1366x900x24", "-nolisten", "tcp"]
        screen = start("screen", seen)
        display = ":" + _said(screen, r"^(\d+)$")
        bus = start("bus", ["dbus-daemon", "--session", "--nofork", "--print-address"], XDG_RUNTIME_DIR=room)
        own = {
            "DISPLAY": display,
            "DBUS_SESSION_BUS_ADDRESS": _said(bus, r"^(unix:\S+)$"),
            "XDG_RUNTIME_DIR": room,
            "GNOME_ACCESSIBILITY": "1",
            "GDK_BACKEND": "x11",
            "WAYLAND_DISPLAY": "",
        }
        start("spi", [BUS, "--launch-immediately"], **own)
        # On a terminal a log is written line by line, in a file whenever there is much of it.
        log, terminal = os.openpty()
        all_.callback(os.close, terminal)
        reader = Reader(log, display)
        start("orca", ["orca", "-u", folder / "prefs", "--debug-file", os.ttyname(terminal)], **own)
        reader.hears("Screen reader on")
        start("log", [_firefox(), "--no-remote", "--profile", profile, url], **own)
        reader.look_at("firefox")
        reader.hears("Page has")
        reader.press("Control_L")  # it reads the whole page unless it is stopped
        yield reader
