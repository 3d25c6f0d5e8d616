"""`python -m tests.bench`: what building and reading cost, as ratios against baselines of the same run.

Nothing here fails: the figures are to be read beside the budgets that the design names.
"""

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Thread

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.pages import Page as Built
from playwright.sync_api import Page, sync_playwright

from macros import clock
from macros.load import Configuration, load
from macros.site import NAME, restore
from tests.chromium import chromium
from tests.search.rivals import compare, rivals

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 2  # of each build: the processor's time hardly varies
COPIES = (1, 3, 14)  # of each practice: about 100, 300 and 1,500 of them
PLAIN = """
site_name: Baseline
docs_dir: docs
theme: {name: material, font: false}
plugins: []
not_in_nav: "*"
nav: [index.md]
markdown_extensions: [attr_list]
"""


LENGTHEN = """() => {
    const list = document.querySelector("ew-checklist"), home = list.parentElement, step = list.querySelector(".step");
    list.remove();
    for (let number = 0; list.querySelectorAll(".step").length < 200; number++) {
        const copy = step.cloneNode(true);
        copy.id = copy.querySelector("input").value = `copy-${number}`;
        list.querySelector("ol").append(copy);
    }
    home.append(list);
}"""
TICK = """async () => {
    const times = [];
    for (const box of [...document.querySelectorAll("ew-checklist input")].slice(0, 15)) {
        await new Promise(requestAnimationFrame);
        const start = performance.now();
        box.click();
        document.body.getBoundingClientRect(); // style and layout, which the next frame needs
        times.push(performance.now() - start);
    }
    return times;
}"""


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing of it."""

    def log_message(self, *_: object) -> None:
        """Keep still."""


@dataclass(frozen=True)
class Cost:
    """What a build took: seconds of a processor, and the most memory that it held, in a unit of the system's own."""

    seconds: float
    memory: float

    @classmethod
    def of(cls, folder: Path) -> "Cost":
        """Build the project in `folder` strictly, a few times, and return the least that it took.

        Raises CalledProcessError where it cannot be built.
        """
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", "built"]
        used = []
        for _ in range(ROUNDS):
            build = subprocess.Popen(
                command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            _, status, usage = os.wait4(build.pid, 0)
            if status:
                raise subprocess.CalledProcessError(os.waitstatus_to_exitcode(status), command)
            used.append(usage)
        return cls(min(use.ru_utime + use.ru_stime for use in used), min(use.ru_maxrss for use in used))


def guide(folder: Path, copies: int = 1) -> Path:
    """Lay out the guide in `folder`, with each practice `copies` times under other names, which are asked for alike."""
    for name in ("docs", "macros", "overrides"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    may_repeat(folder / "macros" / "load" / "readability.py")
    told = Configuration.of(ROOT / "mkdocs.yml")
    read = load(ROOT / "docs", told, today=clock.today())
    for practice in read.practices.values():
        page = folder / "docs" / f"{practice.path}.md"
        partners = "".join(
            f"  - {{to: {n.practice.path}, because: Both end.}}\n" for n in read.neighbours(practice)
        )
        text = re.sub(r"^links:\n(?:  .*\n)*", "", page.read_text("utf-8"), flags=re.MULTILINE)
        for number in range(2, copies + 1):
            copy = text.replace("carries:", f"links:\n{partners}carries:", 1)
            page.with_stem(f"{page.stem}-{number}").write_text(copy, "utf-8")
    for asks in folder.glob("docs/data/asks/*.yml"):
        named = re.findall(r"^([\w-]+):\n((?: .*\n)+)", asks.read_text("utf-8"), re.MULTILINE)
        with asks.open("a", encoding="utf-8") as file:
            for name, phrases in named:
                if f"{asks.stem}/{name}" in read.practices:
                    file.writelines(f"{name}-{number}:\n{phrases}" for number in range(2, copies + 1))
    for name in ("ledger", "changes"):
        command = [sys.executable, "-m", f"macros.{name}"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder


def may_repeat(readability: Path) -> None:
    """Let the pages of a laid out guide share their sentences, which are compared all the same."""
    text, count = re.subn(
        r"^WORDS_OF_ITS_OWN = \d+",
        "WORDS_OF_ITS_OWN = 1_000",
        readability.read_text("utf-8"),
        flags=re.MULTILINE,
    )
    assert count == 1
    readability.write_text(text, "utf-8")


def plain(folder: Path, source: Path) -> Path:
    """Lay out the Markdown that the macros of `source` make, for the theme alone: no macros, no templates of ours."""
    config = load_config(str(source / "mkdocs.yml"), site_dir=str(source / "first"))

    def keep(markdown: str, page: Built, **_: object) -> str:
        target = folder / "docs" / page.file.src_uri
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(restore(markdown, config.plugins[NAME].stash), "utf-8")
        return markdown

    config.plugins.on_startup(command="build", dirty=False)
    config.plugins.events["page_markdown"].append(keep)
    build(config)
    (folder / "mkdocs.yml").write_text(PLAIN, "utf-8")
    return folder


def grow(work: Path) -> None:
    """Print what a strict build costs with more and more practices, and what each page costs beside one of the guide as it is."""
    first = 0.0
    for copies in COPIES:
        ours, base = guide(work / f"ours-{copies}", copies), work / f"plain-{copies}"
        pages = len(list(ours.glob("docs/**/*.md")))
        cost, least = Cost.of(ours), Cost.of(plain(base, ours))
        first = first or cost.seconds / pages
        print(
            f"strict build, {pages:4} pages      {cost.seconds / least.seconds:5.2f} x the same Markdown, made beforehand "
            f"(budget 1.50), {cost.memory / least.memory:.2f} x its memory; "
            f"a page {cost.seconds / pages / first:.2f} x one of the smallest"
        )


def weight(files: list[Path]) -> int:
    """Return the bytes of `files` after gzip."""
    return sum(len(gzip.compress(file.read_bytes())) for file in files)


def kept_offline(site: Path) -> list[Path]:
    """Return the files of the built `site` that a reader's browser keeps."""
    listed = (site / "offline-manifest.js").read_text("utf-8").removeprefix("self.guide = ").rstrip(";\n")
    paths = json.loads(listed)["files"]
    return [site / path / "index.html" if path.endswith("/") or not path else site / path for path in paths]


@contextmanager
def visits() -> Iterator[Callable[[Path], Page]]:
    """Give a function that serves a folder and opens its home, on a small phone whose processor is slowed four times."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"]
        )

        def visit(site: Path) -> Page:
            server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
            Thread(target=server.serve_forever, daemon=True).start()
            # Pagefind runs code that the policy of our pages forbids.
            page = browser.new_page(viewport={"width": 375, "height": 667}, bypass_csp=True)
            page.goto(f"http://127.0.0.1:{server.server_port}/")
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
            return page

        yield visit
        browser.close()


def first_load(page: Page, path: str) -> list[str]:
    """Return the files of the site that the page at `path` asks for until all its elements work."""
    page.goto(f"{page.url}{path}")
    page.wait_for_function("() => !document.querySelector(':not(:defined)')")
    names = page.evaluate(
        "performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname)"
    )
    return [f"{path}index.html", *(name.strip("/") for name in names)]


def tick(page: Page) -> float:
    """Return the milliseconds from a tick to the next layout in a list of 200."""
    page.goto(f"{page.url}sessions/door-handle/")
    page.evaluate(LENGTHEN)
    times: list[float] = page.evaluate(TICK)
    return median(times)


def stock(folder: Path, source: Path) -> Path:
    """Build the Markdown of the plain project `source` with the theme's own search, and return its site."""
    (source / "search.yml").write_text(PLAIN.replace("plugins: []", "plugins: [search]"), "utf-8")
    build(load_config(str(source / "search.yml"), site_dir=str(folder)))
    return folder


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        grow(work)
        site = work / "ours-1" / "built"
        print(
            f"whole guide for offline       {weight(kept_offline(site)) / 1_000_000:5.2f} x 1 MB after gzip (budget 1.00)"
        )
        with visits() as visit:
            for path in ("", "sessions/door-handle/"):
                asked = first_load(visit(site), path)
                print(
                    f"first load of /{path:<21} {len(asked) / 20:5.2f} x 20 requests, "
                    f"{weight([site / name for name in asked]) / 60_000:.2f} x 60 KB after gzip (budgets 1.00)"
                )
            print(
                f"a tick in a list of 200       {tick(visit(site)) / 50:5.2f} x 50 ms at a quarter of the speed (budget 1.00)"
            )
            compare(rivals(site, stock(work / "stock", work / "plain-1")), visit)


if __name__ == "__main__":
    main()
