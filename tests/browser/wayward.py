"""A server that has moods: it is silent, stalls, breaks off, refuses, or is gone from some request on."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from time import time
from typing import Any

from playwright.sync_api import Page

from macros.publish import write_offline
from tests.browser.conftest import PATIENCE, Server, _QuietHandler
from tests.conftest import assets


class Wayward(Server):
    """A server of a folder that answers each request in its `mood`, where it has one."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.folder = folder
        self.mood: Callable[[Request], None] | None = None
        self.asked: list[str] = []
        self.releases = 0
        self.says: dict[str, str] = {}
        """Headers of all but what has an address of its version."""
        self.over = threading.Event()
        self._http.RequestHandlerClass = partial(Request, owner=self, directory=str(folder))

    def publish(self, release: Path) -> None:
        """Put a copy of `release` into the place of what is served, at once and whole."""
        coming = self.folder.with_name("coming")
        shutil.copytree(release, coming)
        self.releases += 1
        later = time() + 2 * self.releases  # this server tells by the second whether a file has changed
        for file in coming.rglob("*"):
            os.utime(file, (later, later))
        self.folder.rename(self.folder.with_name(f"gone-{len(self.asked)}"))
        coming.rename(self.folder)

    def stop(self) -> None:
        self.over.set()
        super().stop()


class Request(_QuietHandler):
    def __init__(self, *args, owner: Wayward, **options) -> None:
        self.owner = owner
        super().__init__(*args, **options)

    def do_GET(self) -> None:  # noqa: N802  # the library's own name
        self.owner.asked.append(self.path)
        (self.owner.mood or Request.answer)(self)

    def end_headers(self) -> None:
        for name, value in self.owner.says.items() if "/v/" not in self.path else ():
            self.send_header(name, value)
        super().end_headers()

    def answer(self) -> None:
        """As a server in no mood does."""
        super().do_GET()

    def send_half(self, *, length: bool = True) -> None:
        """The head, and the first half of the file."""
        path = Path(self.translate_path(self.path))
        content = (path / "index.html" if path.is_dir() else path).read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        if length:
            self.send_header("Content-Length", str(len(content)))
        else:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(content[: len(content) // 2])
        self.wfile.flush()


def silent(request: Request) -> None:
    request.owner.over.wait()


def stalling(request: Request) -> None:
    request.send_half()
    request.owner.over.wait()


def cut(request: Request) -> None:
    request.send_half()
    request.close_connection = True


def cut_and_not_told(request: Request) -> None:
    """As by a server that does not say how long a page is."""
    request.send_half(length=False)
    request.close_connection = True


def failing(status: int, said: str = "<html>Later</html>") -> Callable[[Request], None]:
    def answer(request: Request) -> None:
        request.send_response(status)
        request.send_header("Content-Type", "text/html")
        request.send_header("Content-Length", str(len(said)))
        request.end_headers()
        request.wfile.write(said.encode())

    return answer


def gone_after(count: int) -> Callable[[Request], None]:
    """As a server that is switched off once it has answered so many requests."""
    left = iter(range(count))

    def answer(request: Request) -> None:
        if next(left, None) is None:
            request.close_connection = True
        else:
            request.answer()

    return answer


gone = gone_after(0)


def wait_until(page: Page, condition: str, given: Any = None) -> None:
    """Wait until a `condition` on what is `given` holds, which may be asynchronous: Playwright's own `wait_for_function` takes its first answer for good."""
    page.evaluate(
        f"""async (given) => {{
            const [holds, end] = [{condition}, performance.now() + {2 * PATIENCE}];
            while (!(await holds(given))) {{
                if (performance.now() > end) throw new Error(`Waited in vain: ${{holds}}`);
                await new Promise((resolve) => setTimeout(resolve, 50));
            }}
        }}""",
        given,
    )


def lent(site: Path, folder: Path) -> Iterator[Wayward]:
    """A server that can have moods, with a copy of the site in `folder`, until the test is over."""
    shutil.copytree(site, folder)
    wayward = Wayward(folder)
    yield wayward
    wayward.stop()


def released(site: Path, folder: Path, name: str) -> Path:
    """Make of `site` a release in `folder` in which every file differs and every page says its name."""
    shutil.copytree(site, folder)
    old = assets(folder)
    old.rename(old.with_name(name))
    for file in old.with_name(name).rglob("*.*"):
        file.write_bytes(file.read_bytes() + b"\n")
    for file in folder.rglob("*.html"):
        text = file.read_text("utf-8").replace(f"v/{old.name}/", f"v/{name}/")
        file.write_text(text.replace("</h1>", f" ({name})</h1>"), "utf-8")
    write_offline(folder)
    shutil.copytree(assets(site), old)
    return folder


def reader_of(server: Wayward, open_page: Callable[..., Page], path: str = "") -> Page:
    """A page of a reader who has the guide on the device, and whose pages the worker answers for."""
    page = open_page(f"{server.url}/{path}", service_workers="allow")
    wait_until_whole(page)
    page.reload()
    return page


def wait_until_whole(page: Page, copies: int = 1) -> None:
    """Wait until so many copies of the guide are on the device, all of them whole, and nothing is being installed."""
    wait_until(
        page,
        f"""async () => {{
            const [names, {{ installing }}] = [await caches.keys(), await navigator.serviceWorker.ready];
            const whole = await Promise.all(names.map(async (name) => {{
                const paths = (await (await caches.open(name)).keys()).map(({{ url }}) => url);
                return paths.some((path) => path.endsWith("/offline/whole"));
            }}));
            return !installing && names.length === {copies} && whole.every(Boolean);
        }}""",
    )
