"""The browser room: a real Chromium, folders served on this machine, and a page for every example of every component."""

from __future__ import annotations

import os
import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache, partial, wraps
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import chain
from pathlib import Path
from time import monotonic
from types import SimpleNamespace
from typing import Any, ClassVar
from urllib.parse import urlsplit

import pypdfium2
import pytest
import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from playwright.sync_api import Browser, BrowserContext, Error, Page, Route, expect, sync_playwright

from macros.english import typographic
from macros.publish.assets import Scripts
from macros.publish.styles import stylesheet
from tests.chromium import chromium

ROOT = Path(__file__).parents[2]
COMPONENTS = ROOT / "overrides" / "components"

CHROMIUM = chromium()
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # Takes the place of Playwright's own list, which turns the partitioning of storage off that readers have.
    "--disable-features=Translate,MediaRouter,OptimizationHints",
]
HERE = {"127.0.0.1", "localhost"}
PATIENCE = 30_000  # milliseconds: a loaded machine is slow, and nothing is wrong with the page
expect.set_options(timeout=PATIENCE)

# As narrow as A4 and as low as Letter: what fits there fits on both.
SMALLEST_SHEET = {"width": "210mm", "height": "279mm"}


def printed(page: Page, **options: Any) -> list[str]:
    """Return the text of each sheet that the browser prints `page` on. `options` go to Playwright's `page.pdf`."""
    with pypdfium2.PdfDocument(page.pdf(**options)) as sheets:
        texts = [sheet.get_textpage().get_text_range() for sheet in sheets]
    return [text.replace("\ufffe", "-\n") for text in texts]  # so it writes a hyphen at which a line ends


def settle(page: Page) -> None:
    """Let come what `page` has put off to its next turn, such as an event of another tab that has just been heard of."""
    page.evaluate("() => new Promise((done) => setTimeout(done))")


def held_back(page: Page, held: list[Route]) -> Route:
    """Return the request that a test holds back, once the page has asked; an IndexError tells that it never did."""
    end = monotonic() + PATIENCE / 1000
    while not held and monotonic() < end:
        page.wait_for_timeout(50)
    return held.pop()


def comes(page: Page, script: str) -> bool:
    """Tell whether this script of a component can be had now on `page`: some browsers remember that it could not, until the page is loaded anew."""
    return page.evaluate(
        """async (path) => {
            const [{ src }] = document.querySelectorAll("script[type=module]");
            return import(new URL(`../${path}`, src).href).then(() => true, () => false);
        }""",
        script,
    )


AXE = ROOT / "tests" / "node_modules" / "axe-core" / "axe.min.js"
# All that other colours, and another width, can change for axe.
OF_COLOUR = ["color-contrast", "link-in-text-block"]
OF_VOICE = ["label-content-name-mismatch"]
OF_WIDTH = ["target-size", "scrollable-region-focusable"]
FINDINGS = """async ([only, targets]) => {
    const rules = { "target-size": { enabled: targets }, "label-content-name-mismatch": { enabled: true } };
    const options = only ? { runOnly: { type: "rule", values: only } } : { rules };
    // What stays in sight while the rest scrolls past it covers nothing for good: it is measured in its own place.
    const stays = [...document.body.querySelectorAll(":not([popover], dialog)")].filter(
        (element) => ["fixed", "sticky"].includes(getComputedStyle(element).position));
    const before = stays.map(({ style }) => style.position);
    for (const { style } of stays) style.position = "static";
    const { violations } = await axe.run(document, { ...options, resultTypes: ["violations"] });
    for (const [nth, { style }] of stays.entries()) style.position = before[nth];
    return violations.flatMap(({ id, impact, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id} (${impact}): ${html} ${failureSummary}`));
}"""

EQUAL_ACCESS = ROOT / "tests" / "node_modules" / "accessibility-checker-engine" / "ace.js"
# Of what is drawn: nine tenths of the time, and left to axe, which is surer of it, and to the rounds with Tab.
OF_DRAWING = [
    "element_tabbable_unobscured",
    "element_tabbable_visible",
    "style_focus_visible",
    "target_spacing_sufficient",
    "text_contrast_sufficient",
    "text_spacing_valid",
]
# What is set aside, by the rule that finds it, and why.
SET_ASIDE = {
    "aria_content_in_landmark": ".skip",  # The way past the header stands before it, as the first thing of all.
    "element_tabbable_role_valid": "[role=region][tabindex='0']",  # What scrolls has to be reached by Tab: so axe asks.
    # On a phone the head of these tables is for the ear alone, and the browser has it in its tree.
    "table_headers_exists": ".pairs table",
    "table_headers_related": ".pairs td",
}
VIOLATIONS = """async ([left, aside]) => {
    const checker = new ace.Checker(), guidelines = ["WCAG_2_2", "IBM_Accessibility"];
    for (const id of guidelines) checker.rulesetRules[id] = checker.rulesetRules[id].filter((rule) => !left.includes(rule));
    const { results } = await checker.check(document, guidelines);
    return results.filter(({ ruleId, value, node }) => {
        const element = node.closest ? node : node.parentElement;
        // Specimens: nobody can reach what is in them, and they have no names.
        return value.join() === "VIOLATION,FAIL" && !element.closest("[inert]") && !(aside[ruleId] && element.matches(aside[ruleId]));
    }).map(({ ruleId, message, snippet }) => `${ruleId}: ${message} ${snippet}`);
}"""

# What a server of ours has beside its folder. No name ends as a script's does: tests hold those back.
CHECKERS = {
    "/components/checkers/axe": lambda: AXE.read_text("utf-8"),
    "/components/checkers/ace": lambda: f"{EQUAL_ACCESS.read_text('utf-8')}; globalThis.ace = ace; 0",
}
# From there the browser has it compiled, for the next page, too. The page's policy has to let it in, and no worker to answer for it.
BRING = """async (path) => {
    const policy = document.querySelector("meta[http-equiv=Content-Security-Policy]")?.content ?? "script-src 'self'";
    if (origin === "null" || navigator.serviceWorker?.controller || !policy.includes("script-src 'self'")) return false;
    await import(path);
    return true;
}"""

FILL = """() => {
    let n = 0;
    const takes = (size) => { try { localStorage.setItem(`wiki:${n}`, "x".repeat(size)); return true; } catch {} };
    for (let size = 2 ** 20; size >= 1; size /= 2) while (takes(size)) n++;
    n--; // The last that was taken grows by what is too little for one more.
    for (let size = 2; takes(size); size++);
}"""
MAKE_ROOM = """() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith("wiki:")) localStorage.removeItem(key);
}"""

SHELL = """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy"
  content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'none'; frame-src *">
<title>{{ title }}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/components.css">
<script src="/components/theme/early.js"></script>
{% for script in scripts %}<link rel="modulepreload" data-run href="/components/{{ script }}">
{% endfor %}
</head>
<body>
<header><p>Above: the page’s own header.</p></header>
<main>
<h1>{{ title }}</h1>
{{ body }}
<p>Below: the rest of the page.</p>
</main>
</body>
</html>
"""


class _Http(ThreadingHTTPServer):
    """Ends the connections that browsers keep open, too, when it is closed."""

    request_queue_size = 128  # Python's own five are too few for a browser that fetches a whole guide at once

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._connections: set[socket.socket] = set()

    def process_request(self, request: Any, client_address: Any) -> None:
        self._connections.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._connections.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Keep still about browsers that go away in the middle of an answer."""

    def server_close(self) -> None:
        super().server_close()
        for connection in [*self._connections]:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


class Server:
    """A folder served on a free port of this machine until `stop()`."""

    running: ClassVar[set[str]] = set()

    def __init__(self, folder: Path) -> None:
        self._http = _Http(("127.0.0.1", 0), partial(_QuietHandler, directory=str(folder)))
        self._thread = threading.Thread(target=self._http.serve_forever, daemon=True)
        self._thread.start()
        self.port = self._http.server_port
        self.url = f"http://127.0.0.1:{self.port}"
        self.running.add(self.url)

    def stop(self) -> None:
        self.running.discard(self.url)
        if self._thread.is_alive():
            self._http.shutdown()
            self._http.server_close()
            self._thread.join()


class _QuietHandler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # one connection for many files, as every host has it
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        if self.path in CHECKERS:
            self._answer(CHECKERS[self.path]().encode())
        else:
            super().do_GET()

    def _answer(self, script: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/javascript; charset=utf-8")
        self.send_header("Content-Length", str(len(script)))
        self.end_headers()
        self.wfile.write(script)

    def end_headers(self) -> None:
        # As every host should have it: what has an address of its version never changes; nor does what examples run on.
        if "/v/" in self.path or "/components/" in self.path:
            self.send_header("Cache-Control", "max-age=31536000, immutable")
        # As public hosts do: without it, modules do not load in a sandboxed frame, whose origin is "null".
        self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


def _render(component: str, context: dict[str, Any]) -> str:
    """The component's template with this context, as objects with attributes: what the macros pass."""
    jinja = Environment(
        loader=FileSystemLoader(COMPONENTS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    jinja.filters["typographic"] = typographic
    jinja.filters["url"] = lambda path: f"/{path}"  # the builder's own, for parts of every page's frame
    template = jinja.get_template(f"{component}/{component}.html")
    return template.render({name: _objects(value) for name, value in context.items()})


@cache
def _scripts() -> Scripts:
    files = COMPONENTS.rglob("*.js")
    return Scripts.of({file.relative_to(COMPONENTS).as_posix(): file.read_text("utf-8") for file in files})


def _write_page(page: Path, *parts: tuple[str, dict[str, Any]]) -> None:
    """One page of some components, each with its context, under the policy that the guide itself is served with."""
    shell = Environment(autoescape=False, undefined=StrictUndefined).from_string(SHELL)
    body = "\n".join(_render(component, context) for component, context in parts)
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(
        shell.render(title=f"Example: {page.stem}", body=body, scripts=_scripts().on(body)[0]),
        encoding="utf-8",
    )


def _objects(value: Any) -> Any:
    if isinstance(value, dict):
        return SimpleNamespace(**{key: _objects(item) for key, item in value.items()})
    return tuple(map(_objects, value)) if isinstance(value, list) else value


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a page for every example of every component: COMPONENT/EXAMPLE.html."""
    folder = tmp_path_factory.mktemp("examples")
    shutil.copytree(COMPONENTS, folder / "components")
    (folder / "components.css").write_text(stylesheet([], COMPONENTS, set()), encoding="utf-8")
    for source in sorted(COMPONENTS.glob("*/examples.yml")):
        component = source.parent.name
        for name, context in yaml.safe_load(source.read_text("utf-8")).items():
            _write_page(folder / component / f"{name}.html", (component, context))
    return folder


@pytest.fixture
def write_example(examples: Path) -> Callable[..., None]:
    """`write_example("checklist/new.html", ("checklist", context), ...)` adds a page of some components to the examples."""
    return lambda path, *parts: _write_page(examples / path, *parts)


@pytest.fixture
def serve() -> Iterator[Callable[[Path], Server]]:
    """`serve(folder)` starts a server; all of them stop with the test."""
    servers: list[Server] = []

    def start(folder: Path) -> Server:
        servers.append(Server(folder))
        return servers[-1]

    yield start
    for server in servers:
        server.stop()


@pytest.fixture(scope="session")
def standing() -> Iterator[Callable[[Path], Server]]:
    """`standing(folder)` is the one server of a folder that all tests share, and that none of them stops."""
    servers: dict[Path, Server] = {}

    def start(folder: Path) -> Server:
        servers[folder] = servers.get(folder) or Server(folder)
        return servers[folder]

    yield start
    for server in servers.values():
        server.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        assert not os.environ.get("CI"), "the browser tests need Chromium"
        pytest.skip("the browser tests need Chromium, or CHROMIUM=/its/path")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        with pytest.MonkeyPatch.context() as patch:
            for kind, names in LASTING.items():
                for name in names.split():
                    patch.setattr(kind, name, _noted(getattr(kind, name)))
            yield chromium
        chromium.close()


@pytest.fixture
def keeping(browser: Browser) -> Iterator[Browser]:
    """A browser that keeps pages whole for the back button, as readers have it: under a driver that is switched off."""
    if not (whole := chromium(whole=True)):
        assert not os.environ.get("CI"), "this needs a whole Chromium, not its engine alone"
        pytest.skip("this needs a whole Chromium, not its engine alone")
    kept = browser.browser_type.launch(
        executable_path=whole, args=FLAGS, ignore_default_args=["--disable-back-forward-cache"]
    )
    yield kept
    kept.close()


MEDIA = {"reduced_motion", "forced_colors"}
# What outlives the document: who does it to a page, or to a profile, is the last to have that.
LASTING = {
    Page: "add_init_script add_locator_handler expose_binding expose_function on once route route_from_har route_web_socket "
    "set_default_navigation_timeout set_default_timeout set_extra_http_headers",
    BrowserContext: "add_cookies add_init_script expose_binding expose_function grant_permissions new_cdp_session on once route "
    "route_from_har route_web_socket set_extra_http_headers set_geolocation set_offline",
}


def _noted(act: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(act)
    def noted(one: Page | BrowserContext, *args: Any, **options: Any) -> Any:
        one.is_marked = True
        return act(one, *args, **options)

    return noted


class _Profile:
    """A profile of the browser, lent to one test after the other: its cache and its first page stay warm.

    What pages stored is taken out; so is what else a page would have of the test before.
    """

    def __init__(
        self,
        browser: Browser,
        *,
        script: bool,
        storage: bool,
        clock: bool = False,
        before: str = "",
        **options: Any,
    ) -> None:
        self._has_clock = clock
        self.context = browser.new_context(java_script_enabled=script, **options)
        self.context.set_default_timeout(PATIENCE)
        if not storage:
            self.context.add_init_script(
                'Object.defineProperty(window, "localStorage", { get() { throw new DOMException("refused", "SecurityError"); } });'
            )
        if before:
            self.context.add_init_script(before)
        self.problems: list[str] = []
        self._origins: set[str] = set()
        self.context.on("page", self._watch)
        self.context.on("request", lambda request: self._ask(request.url))
        self.context.is_marked = False

    def page(self) -> Page:
        """Return the page that stayed of the test before, or a new one."""
        return self.context.pages[0] if self.context.pages else self.context.new_page()

    def _watch(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.problems.append(f"error on the page: {error}"))
        page.on(
            "console",
            lambda said: "Content Security Policy" in said.text and self.problems.append(said.text),
        )
        page.is_marked = False

    def _ask(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in {"http", "https"}:
            self._origins.add(f"{parts.scheme}://{parts.netloc}")
            if parts.hostname not in HERE:
                self.problems.append(f"request to another host: {url}")

    def empty(self) -> bool:
        """Take out what the test left, and tell whether nothing is: a clock that is stopped meanwhile cannot be taken out."""
        first, *rest = self.context.pages
        for page in rest:
            page.close()
        is_marked = self.context.is_marked
        first.mouse.move(0, 0)
        with suppress(Error):  # of a page that is on its way to another
            first.evaluate(
                "() => { try { sessionStorage.clear(); } catch {} }"
            )  # it lasts as long as the page
        first.goto("about:blank")
        has_clock = first.evaluate("() => { name = ''; return '__pwClock' in globalThis; }")
        session = self.context.new_cdp_session(first)
        for origin in self._origins:
            kinds = "local_storage,indexeddb,cache_storage"
            session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": kinds})
        if first.is_marked:
            first.close()
        else:
            session.send("Page.resetNavigationHistory")
            session.detach()
            first.emulate_media(media="null", contrast="null", forced_colors="null", reduced_motion="null")
        self._origins.clear()
        self.problems.clear()
        self.context.is_marked = False
        return not is_marked and has_clock == self._has_clock


@pytest.fixture(scope="session")
def profiles() -> Iterator[dict[Any, list[_Profile]]]:
    """The profiles that no test has now, by what they were made with."""
    free: dict[Any, list[_Profile]] = {}
    yield free
    for profile in chain.from_iterable(free.values()):
        profile.context.close()


@pytest.fixture
def open_page(browser: Browser, profiles: dict[Any, list[_Profile]]) -> Iterator[Callable[..., Page]]:
    """`open_page(url, ...)` opens a page in a profile of its own, or in another page's with `beside=page`.

    Options not named here go to Playwright's `new_context`. `script=False` and `storage=False` refuse those; `clock`
    (a time) stops the page's clock there, and `before` is a script that runs before all others. A profile serves again for
    another test, warm and with its first page, unless workers are allowed in it or the test did what lasts. A page is opened when its elements have their scripts, unless
    `ready=False`. The test fails at its end if any page threw, broke the content security policy or asked another host for
    anything.
    """
    lent: list[tuple[str, _Profile]] = []

    def borrow(kind: str, options: dict[str, Any]) -> _Profile:
        waiting = profiles.setdefault(kind, [])
        lent.append((kind, waiting.pop() if waiting else _Profile(browser, **options)))
        return lent[-1][1]

    def open_(
        url: str,
        *,
        script: bool = True,
        storage: bool = True,
        width: int = 1280,
        height: int = 800,
        scheme: str = "light",
        beside: Page | None = None,
        clock: str | None = None,
        before: str = "",
        ready: bool = True,
        service_workers: str = "block",
        **options: Any,
    ) -> Page:
        media = {"color_scheme": scheme} | {name: options.pop(name) for name in MEDIA & {*options}}
        made = {"script": script, "storage": storage, "clock": clock is not None, "before": before} | options
        made["service_workers"] = service_workers
        kind = "" if service_workers == "allow" else repr(sorted(made.items()))
        page = beside.context.new_page() if beside else borrow(kind, made).page()
        page.set_viewport_size((beside and beside.viewport_size) or {"width": width, "height": height})
        page.emulate_media(**media)
        if clock:
            page.clock.install(time=clock)  # which also undoes how the test before moved it
        page.goto(url)
        if script and ready:
            expect(page.locator(":not(:defined)")).to_have_count(0)
        return page

    yield open_
    problems = [problem for _, profile in lent for problem in profile.problems]
    for kind, profile in lent:
        if kind and profile.empty():
            profiles[kind].append(profile)
        else:
            profile.context.close()
    assert not problems, "\n".join(problems)


def _bring(page: Page, name: str) -> None:
    """Have a checker on the page as it stands."""
    if page.evaluate(f"'{name}' in window"):
        return
    path = f"/components/checkers/{name}"
    is_ours = "{0.scheme}://{0.netloc}".format(urlsplit(page.url)) in Server.running
    if not (is_ours and page.evaluate(BRING, path)):
        page.evaluate(CHECKERS[path]())


@pytest.fixture(scope="session")
def axe() -> Callable[..., list[str]]:
    """`axe(page)` lists what axe-core finds on the page as it stands, best practice included; `axe(page, rules)` asks for some.

    It asks for an experimental rule, too: whoever speaks a control's label has said its name. `targets=False` leaves the size of targets out, for which axe compares each with each other.
    """

    def findings(page: Page, only: list[str] | None = None, targets: bool = True) -> list[str]:
        _bring(page, "axe")
        return page.evaluate(FINDINGS, [only, targets])

    return findings


@pytest.fixture(scope="session")
def axe_in_every_look(axe: Callable[..., list[str]]) -> Callable[..., list[str]]:
    """`axe_in_every_look(page)` lists what axe finds in light, in dark and in forced colours, on a phone and on a desktop.

    The first look is asked for everything, and each other one for what it can change.
    """

    def findings(page: Page, widths: tuple[int, ...] = (375, 1280)) -> list[str]:
        found = {}
        for width in widths[::-1]:
            page.set_viewport_size({"width": width, "height": 800})
            found[f"{width}"] = axe(page, None if width == widths[0] else OF_WIDTH)
        for name, look in (("dark", {"color_scheme": "dark"}), ("forced", {"forced_colors": "active"})):
            page.emulate_media(**{"color_scheme": "light", "forced_colors": "none"} | look)
            found[name] = axe(page, OF_COLOUR)
        page.emulate_media(color_scheme="light", forced_colors="none")
        return [f"{look}: {finding}" for look, findings in found.items() for finding in findings]

    return findings


@pytest.fixture(scope="session")
def equal_access() -> Callable[[Page], list[str]]:
    """`equal_access(page)` lists the violations that a second checker is sure of, IBM's Equal Access, on the page as it stands."""

    def violations(page: Page) -> list[str]:
        _bring(page, "ace")
        return page.evaluate(VIOLATIONS, [OF_DRAWING, SET_ASIDE])

    return violations


@pytest.fixture(scope="session")
def fill() -> Callable[[Page], None]:
    """`fill(page)` takes all the room that the browser's storage has, as another page of the same host may."""
    return lambda page: page.evaluate(FILL)


@pytest.fixture(scope="session")
def make_room() -> Callable[[Page], None]:
    """`make_room(page)` gives back what `fill` took."""
    return lambda page: page.evaluate(MAKE_ROOM)


@pytest.fixture
def visit(
    standing: Callable[[Path], Server], site: Path, open_page: Callable[..., Page]
) -> Callable[..., Page]:
    """`visit(path, ...)` opens a page of the built site. A module that visits something else has a `visit` of its own."""
    return lambda path, **options: open_page(
        f"{standing(site).url}/{path}", **{"reduced_motion": "reduce"} | options
    )
