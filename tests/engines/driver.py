"""Firefox and WebKitGTK, driven by the standards: WebDriver BiDi and WebDriver.

https://www.w3.org/TR/webdriver-bidi/ and https://www.w3.org/TR/webdriver2/. Both take the same description of what a hand
does, and both call functions on the page; the rest is made of these two.
"""

import base64
import json
import re
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from websockets.sync.client import ClientConnection

PATIENCE = 30  # seconds: a loaded machine is slow, and nothing is wrong with the page

# The one element that is shown, found by its selector and by the whole of its text or its label, once a pointer hits it.
FOUND = """async (selector, text) => {
    const named = (one) => (one.labels?.[0] ?? one).textContent.replace(/\\s+/g, " ").trim();
    const found = [...document.querySelectorAll(selector)].filter((one) =>
        one.checkVisibility() && (text === null || named(one) === text));
    if (found.length !== 1) return null;
    const [one] = found;
    one.scrollIntoView({ block: "center", behavior: "instant" });
    const box = () => one.getClientRects()[0];
    const before = box();
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const { x, y, width, height } = box();
    if (x !== before.x || y !== before.y) return null;
    const hit = document.elementFromPoint(x + width / 2, y + height / 2);
    return hit && (one.contains(hit) || hit.contains(one) || hit.closest("label")?.control === one) ? one : null;
}"""
AS_JSON = "async (...given) => JSON.stringify(await ({})(...given) ?? null)"
SHOWN = """(selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility())
    .map((one) => one.innerText.replace(/\\s+/g, " ").trim())"""
LISTEN = """() => {
    globalThis.heard = [];
    for (const kind of ["error", "unhandledrejection", "securitypolicyviolation"])
        addEventListener(kind, ({ message, reason, blockedURI }) => heard.push(`${kind}: ${message ?? reason ?? blockedURI}`));
}"""
CONTROL = "\ue009"


class Engine(ABC):
    """A browser with one page, which a hand uses: `go`, `click`, `write`, `press`, `call`, and `until` something is so."""

    name: str
    downloads: Path
    """The folder that files are saved into."""

    @abstractmethod
    def go(self, url: str) -> None:
        """Open an address and wait until it is loaded."""

    @abstractmethod
    def call(self, function: str, *given: Any) -> Any:
        """Call a function on the page, wait for what it promises, and return it as JSON has it."""

    @abstractmethod
    def find(self, function: str, *given: Any) -> dict[str, Any] | None:
        """Call a function on the page, and return the element that it promises as a pointer takes it for where to go."""

    @abstractmethod
    def act(self, source: dict[str, Any]) -> None:
        """Do what a source of input describes."""

    @abstractmethod
    def problems(self) -> list[str]:
        """Return what pages said since this was last asked: errors of scripts, and what the policy forbade."""

    def printed(self) -> bytes:
        """Return the page on A4 as PDF; nothing, where the driver cannot print."""
        return b""

    def fell(self) -> bool:
        """Tell whether a process of the browser, which stands for as long as it runs, is gone."""
        return False

    def click(self, selector: str, text: str | None = None) -> None:
        """Click on the one element with this selector and text, as soon as it is there and nothing covers it.

        The engine is told the element and not the place, which may have moved by the time that it hears of it.
        """
        place = self._patiently(lambda: self.find(FOUND, selector, text), (selector, text))
        steps = [{"type": "pointerMove", "x": 0, "y": 0, "origin": place}]
        steps += [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        self.act({"type": "pointer", "id": "hand", "parameters": {"pointerType": "mouse"}, "actions": steps})

    def press(self, text: str) -> None:
        """Press the keys of a text, one after the other."""
        steps = [{"type": kind, "value": key} for key in text for kind in ("keyDown", "keyUp")]
        self.act({"type": "key", "id": "keys", "actions": steps})

    def write(self, selector: str, text: str) -> None:
        """Click into a field and type."""
        self.click(selector)
        self.press(text)

    def pasted(self, selector: str) -> str:
        """Paste what was copied into a field by the keyboard, as no page may read it unasked, and return what came."""
        self.click(selector)
        keys = [("keyDown", CONTROL), ("keyDown", "v"), ("keyUp", "v"), ("keyUp", CONTROL)]
        self.act(
            {"type": "key", "id": "keys", "actions": [{"type": kind, "value": key} for kind, key in keys]}
        )
        return self.until("(selector) => document.querySelector(selector).value", selector)

    def saved(self, name: str) -> bytes:
        """Wait for a file that is being saved, and return what is in it."""
        file = self.downloads / name
        return self._patiently(lambda: file.exists() and file.read_bytes(), name)

    def until(self, function: str, *given: Any) -> Any:
        """Call a function again and again until what it returns is true, and return that."""
        return self._patiently(lambda: self.call(function, *given), (function, given))

    def sees(self, selector: str, pattern: str) -> str:
        """Wait until an element with this selector is shown whose whole text is of this pattern, and return the text."""
        seen: list[str] = []

        def look() -> str | None:
            seen[:] = self.call(SHOWN, selector)
            return next((text for text in seen if re.fullmatch(pattern, text)), None)

        return self._patiently(look, (selector, pattern, seen))

    def _patiently(self, look: Callable[[], Any], wanted: Any) -> Any:
        """Look again and again until there is something, and return it."""
        end, error = time.monotonic() + PATIENCE, None
        while time.monotonic() < end:
            try:
                if found := look():
                    return found
            except AssertionError as refused:  # as by a page that is just being left
                error = refused
            time.sleep(0.05)
        raise AssertionError(f"{self.name} waited in vain for {wanted}") from error


class Firefox(Engine):
    """Driven over a WebSocket, which the browser offers itself."""

    name = "Firefox"

    def __init__(self, wire: ClientConnection, downloads: Path) -> None:
        self._wire, self.downloads = wire, downloads
        self._numbers = count()
        self._said: list[str] = []
        self._ask("session.new", capabilities={})
        self._ask("session.subscribe", events=["log.entryAdded"])
        self._page = self._ask("browsingContext.getTree")["contexts"][0]["context"]

    def _ask(self, method: str, **params: Any) -> dict[str, Any]:
        number = next(self._numbers)
        self._wire.send(json.dumps({"id": number, "method": method, "params": params}))
        while (told := json.loads(self._wire.recv(timeout=4 * PATIENCE))).get("id") != number:
            if told.get("method") == "log.entryAdded" and told["params"]["level"] == "error":
                self._hear(told["params"]["text"])
        assert told["type"] == "success", told
        return told["result"]

    def go(self, url: str) -> None:
        self._ask("browsingContext.navigate", context=self._page, url=url, wait="complete")

    def call(self, function: str, *given: Any) -> Any:
        return json.loads(self._run(AS_JSON.format(function), given)["value"])

    def find(self, function: str, *given: Any) -> dict[str, Any] | None:
        node = self._run(function, given).get("sharedId")
        return node and {"type": "element", "element": {"sharedId": node}}

    def _run(self, function: str, given: tuple[Any, ...]) -> dict[str, Any]:
        told = self._ask(
            "script.callFunction",
            functionDeclaration=f"(given) => ({function})(...JSON.parse(given))",
            arguments=[{"type": "string", "value": json.dumps(given)}],
            target={"context": self._page},
            awaitPromise=True,
            userActivation=True,
        )
        assert told["type"] == "success", told["exceptionDetails"]["text"]
        return told["result"]

    def act(self, source: dict[str, Any]) -> None:
        self._ask("input.performActions", context=self._page, actions=[source])

    def _hear(self, text: str) -> None:
        # A load that was cut off, as where a worker gives way to the next: the page that comes shows whether it was needed.
        if not text.startswith("Failed to load ‘"):
            self._said.append(text)

    def problems(self) -> list[str]:
        self.call("() => 0")  # what was said comes before the answer
        said, self._said = self._said, []
        return said

    def printed(self) -> bytes:
        told = self._ask("browsingContext.print", context=self._page, page={"width": 21.0, "height": 29.7})
        return base64.b64decode(told["data"])

    def close(self) -> None:
        self._ask("browser.close")


class WebKit(Engine):
    """Driven over HTTP, by a driver that starts the browser. Of problems it tells nothing: a page is asked, once it is loaded."""

    name = "WebKitGTK"

    def __init__(self, address: str, downloads: Path) -> None:
        self._address, self.downloads = address, downloads
        self._said: list[str] = []
        self._network: set[Path] = set()
        self._address += f"/{self._ask('', capabilities={})['sessionId']}"

    def _ask(self, path: str, method: str = "POST", **params: Any) -> Any:
        request = Request(self._address + path, json.dumps(params).encode(), method=method)
        try:
            with urlopen(request, timeout=4 * PATIENCE) as answer:
                return json.load(answer)["value"]
        except HTTPError as error:
            raise AssertionError(json.load(error)["value"]["message"]) from None

    def go(self, url: str) -> None:
        self._said = self.problems()
        self._ask("/url", url=url)
        self.call(LISTEN)
        self._network = self._network or self._networks()

    def call(self, function: str, *given: Any) -> Any:
        return json.loads(self.find(AS_JSON.format(function), *given))

    def find(self, function: str, *given: Any) -> Any:
        script = f"""const done = arguments[1];
            (async () => ({function})(...JSON.parse(arguments[0])))().then(
                (value) => done({{ value }}), (error) => done({{ error: String(error) }}))"""
        told = self._ask("/execute/async", script=script, args=[json.dumps(given)])
        assert "error" not in told, told
        return told["value"]

    def act(self, source: dict[str, Any]) -> None:
        self._ask("/actions", actions=[source])

    def problems(self) -> list[str]:
        said, self._said = self._said, []
        said += self.call("() => globalThis.heard?.splice(0) ?? []")
        # A page that came back hears that its own passing into the next one was over: the engine calls that a rejection.
        return [text for text in said if "view transition" not in text]

    def fell(self) -> bool:
        return not self._network <= self._networks()

    def _networks(self) -> set[Path]:
        """Return the folder of the process of this browser that speaks with the network."""
        home, found = f"HOME={self.downloads.parent}\0".encode(), set()
        for process in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):  # it may be over by now
                if (process / "comm").read_text("utf-8") == "WebKitNetworkPr\n":
                    found |= {process} if home in (process / "environ").read_bytes() else set()
        return found

    def close(self) -> None:
        self._ask("", "DELETE")
