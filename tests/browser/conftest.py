"""The browser room: a real Chromium, folders served on this machine, and a page for every example of every component."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from macros.publish.styles import stylesheet

ROOT = Path(__file__).parents[2]
COMPONENTS = ROOT / "overrides" / "components"

CHROMIUM = next(filter(os.path.exists, [os.environ.get("CHROMIUM", ""), "/usr/bin/chromium"]), None)
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
{% for script in scripts %}<script type="module" src="/components/{{ script }}"></script>
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


class Server:
    """A folder served on a free port of this machine until `stop()`."""

    def __init__(self, folder: Path) -> None:
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), partial(_QuietHandler, directory=str(folder)))
        self._thread = threading.Thread(target=self._http.serve_forever, daemon=True)
        self._thread.start()
        self.port = self._http.server_port
        self.url = f"http://127.0.0.1:{self.port}"

    def stop(self) -> None:
        if self._thread.is_alive():
            self._http.shutdown()
            self._http.server_close()
            self._thread.join()


class _QuietHandler(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
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
    jinja.filters["url"] = lambda path: f"/{path}"  # the builder's own, for parts of every page's frame
    template = jinja.get_template(f"{component}/{component}.html")
    return template.render({name: _objects(value) for name, value in context.items()})


def _write_page(page: Path, *parts: tuple[str, dict[str, Any]]) -> None:
    """One page of some components, each with its context, under the policy that the guide itself is served with."""
    shell = Environment(autoescape=False, undefined=StrictUndefined).from_string(SHELL)
    files = [file for component, _ in parts for file in (COMPONENTS / component).glob("*.js")]
    scripts = [
        file.relative_to(COMPONENTS)
        for file in files
        if "\ncustomElements.define(" in file.read_text("utf-8")
    ]
    body = "\n".join(_render(component, context) for component, context in parts)
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(shell.render(title=f"Example: {page.stem}", body=body, scripts=scripts), encoding="utf-8")


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
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """`open_page(url, ...)` opens a page in a fresh profile, or in another page's with `beside=page`.

    Options not named here go to Playwright's `new_context`. `script=False` and `storage=False` refuse those;
    `clock` (a time) stops the page's clock there. The test fails at its end if any page threw, broke the
    content security policy or asked another host for anything.
    """
    contexts: list[BrowserContext] = []
    problems: list[str] = []

    def watch(page: Page) -> None:
        page.on("pageerror", lambda error: problems.append(f"error on the page: {error}"))
        page.on("console", lambda said: "Content Security Policy" in said.text and problems.append(said.text))

    def ask(url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in {"http", "https"} and parts.hostname not in HERE:
            problems.append(f"request to another host: {url}")

    def fresh_context(
        script: bool, storage: bool, width: int, scheme: str, options: dict[str, Any]
    ) -> BrowserContext:
        size = {"width": width, "height": options.pop("height", 800)}
        context = browser.new_context(
            viewport=size, color_scheme=scheme, java_script_enabled=script, **options
        )
        context.set_default_timeout(5_000)
        context.on("request", lambda request: ask(request.url))
        context.on("page", watch)
        if not storage:
            context.add_init_script(
                'Object.defineProperty(window, "localStorage", { get() { throw new DOMException("refused", "SecurityError"); } });'
            )
        contexts.append(context)
        return context

    def open_(
        url: str,
        *,
        script: bool = True,
        storage: bool = True,
        width: int = 1280,
        scheme: str = "light",
        beside: Page | None = None,
        clock: str | None = None,
        **options: Any,
    ) -> Page:
        context = beside.context if beside else fresh_context(script, storage, width, scheme, options)
        page = context.new_page()
        if clock:
            page.clock.install(time=clock)
        page.goto(url)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert not problems, "\n".join(problems)


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], list[str]]:
    """`axe(page)` lists what axe-core finds on the page as it stands, best practice included."""
    source = (ROOT / "tests" / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")

    def findings(page: Page) -> list[str]:
        page.evaluate(source)
        found = page.evaluate("axe.run(document, { rules: { 'target-size': { enabled: true } } })")
        return [
            f"{rule['id']}: {node['html']} {node['failureSummary']}"
            for rule in found["violations"]
            for node in rule["nodes"]
        ]

    return findings


@pytest.fixture
def visit(site: Path, serve: Callable[[Path], Server], open_page: Callable[..., Page]) -> Callable[..., Page]:
    """`visit(path, ...)` opens a page of the built site. A module that visits something else has a `visit` of its own."""
    server = serve(site)
    calm = {"service_workers": "block", "reduced_motion": "reduce"}
    return lambda path, **options: open_page(f"{server.url}/{path}", **calm | options)
