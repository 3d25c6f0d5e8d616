"""`python -m tests.gallery`: a picture of each kind of page in each state, and which of them changed since they were accepted.

The pictures lie in a folder of this machine, and none in the repository: they show its fonts and its browser, and those of
another machine would all differ. `--accept` takes those that were looked at last as the ones to compare with.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from jinja2 import Environment
from PIL import Image
from playwright.sync_api import Browser, Error, Page, expect, sync_playwright

from tests.browser.conftest import CHROMIUM, FLAGS, ROOT, Server
from tests.browser.fonts import PAIRS, dress
from tests.pictures import difference, marked

FOLDER = ROOT / ".cache" / "gallery"
SIZES = {375: 667, 768: 1024, 1280: 900}
THEMES = ("light", "dark")
SHEET = 718  # pixels between the margins of A4
LONGEST = 6000  # pixels: below, a long page repeats itself
# What else differs from one run to the next: the order of answers, the code word of a run, the day.
STILL = "Math.random = () => 0.4;"
NOON = "2026-06-01T12:00:00Z"
NO_STORAGE = 'Object.defineProperty(window, "localStorage", { get() { throw new DOMException("refused", "SecurityError"); } });'


@dataclass(frozen=True)
class Scene:
    """A page in a state: what is done on it first, and whether what is in sight then is the picture, or all of the page."""

    path: str
    act: Callable[[Page], None] = lambda _page: None
    whole: bool = True
    storage: bool = True


def search(words: str) -> Callable[[Page], None]:
    """Return the act of opening the search and typing `words`."""

    def act(page: Page) -> None:
        page.keyboard.press("Control+k")
        page.get_by_role("searchbox").fill(words)
        if words:
            expect(page.locator("ew-search [data-part=count]")).not_to_be_empty()

    return act


def tick(share: float) -> Callable[[Page], None]:
    """Return the act of ticking that share of a list, from its first step on."""

    def act(page: Page) -> None:
        boxes = page.locator("ew-checklist li input[type=checkbox]")
        for box in boxes.all()[: round(boxes.count() * share)]:
            box.evaluate("box => box.click()")
        page.locator("ew-checklist").evaluate("list => list.scrollIntoView()")

    return act


def copied(page: Page) -> None:
    """Show what the worker shows on a copy, here of some weeks ago, and have its age told."""
    page.evaluate(
        """(since) => {
          for (const part of document.querySelectorAll("[data-copy]")) {
            part.dataset.copy = since;
            part.hidden = false;
          }
          const element = document.querySelector("ew-offline");
          element.replaceWith(element.cloneNode(true));
        }""",
        datetime.fromisoformat("2026-04-01T12:00:00Z").timestamp() * 1000,
    )
    expect(page.locator(".copy [data-part=since]")).to_be_visible()


def embedded(page: Page) -> None:
    """Unfold the first list that stands in the page of another, and go there."""
    first = page.locator("details.embed").first
    first.evaluate("one => { one.open = true; one.scrollIntoView(); }")
    expect(first.locator(".checklist")).to_be_visible()


def answer(page: Page) -> None:
    """Answer each check of a module with its first option."""
    for check in page.locator("ew-knowledge-check").all():
        check.locator("input").first.check()
        check.locator("[data-part=answer]").click()
    page.locator("ew-knowledge-check").first.evaluate("check => check.scrollIntoView()")


ROUTINE, DANGER, LASTING = (
    "sessions/closing-routine/",
    "sessions/suicide-risk-late/",
    "relationships/planned-ending/",
)
# What is looked at in the fonts of other machines, too.
DRESSED = {"home": "", "practice": ROUTINE, "letter": "letters/planned-ending/"}
SCENES = {
    "home": Scene(""),
    "hub": Scene("sessions/"),
    "practice": Scene(ROUTINE),
    "practice half done": Scene(ROUTINE, tick(0.5), whole=False),
    "practice finished": Scene(ROUTINE, tick(1), whole=False),
    "practice in danger": Scene(DANGER),
    "danger first screen": Scene(DANGER, whole=False),
    "practice over weeks": Scene(LASTING),
    "a run of it": Scene(LASTING, tick(0.3), whole=False),
    "storage refused": Scene(LASTING, tick(0.3), whole=False, storage=False),
    "a copy": Scene(ROUTINE, copied, whole=False),
    "a copy in danger": Scene(DANGER, copied, whole=False),
    "letters": Scene("letters/"),
    "letter": Scene("letters/planned-ending/"),
    "course": Scene("course/"),
    "module": Scene("course/difficult-close/"),
    "checks answered": Scene("course/difficult-close/", answer, whole=False),
    "embedded list": Scene("course/difficult-close/", embedded, whole=False),
    "record": Scene("course/record/"),
    "verify": Scene("course/verify/"),
    "cohort": Scene("course/cohort/"),
    "plan": Scene("course/manage/"),
    "map": Scene("reference/map/"),
    "words": Scene("reference/words/"),
    "glossary": Scene("reference/glossary/"),
    "a to z": Scene("reference/a-z/"),
    "sources": Scene("reference/sources/"),
    "contacts": Scene("reference/contacts/"),
    "design": Scene("reference/design/"),
    "search open": Scene(ROUTINE, search(""), whole=False),
    "search results": Scene(ROUTINE, search("client is late"), whole=False),
    "search urgent": Scene(ROUTINE, search("wants to kill himself"), whole=False),
    "search empty": Scene(ROUTINE, search("zzzz qqqq"), whole=False),
    "not found": Scene("404.html"),
    **{
        f"{name} in {pair}": Scene(path, partial(dress, pair=pair), whole=False)
        for pair in PAIRS
        for name, path in DRESSED.items()
    },
}


def shoot(site: Path, scenes: dict[str, Scene], folder: Path) -> Iterator[Path]:
    """Write a picture of each scene in each width and theme, and on paper, and yield its path below `folder`.

    A scene that cannot be played any more is told of, and does not keep the others from being seen.
    """
    server = Server(site)
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            for name, scene in scenes.items():
                try:
                    for theme in THEMES:
                        yield from _shoot(browser, f"{server.url}/{scene.path}", name, scene, theme, folder)
                except (Error, AssertionError) as problem:
                    print(f"{name} cannot be played: {str(problem).splitlines()[0]}", file=sys.stderr)
            browser.close()
    finally:
        server.stop()


def _shoot(browser: Browser, url: str, name: str, scene: Scene, theme: str, folder: Path) -> Iterator[Path]:
    for width, height in SIZES.items():
        with _opened(browser, url, scene, theme, width, height) as page:
            yield _write(page, scene.whole, width, folder, Path(name, f"{width} {theme}.png"))
            if width == max(SIZES) and theme == THEMES[0] and scene.whole:
                page.emulate_media(media="print", color_scheme="light")
                page.set_viewport_size({"width": SHEET, "height": height})
                yield _write(page, True, SHEET, folder, Path(name, "print.png"))


@contextmanager
def _opened(browser: Browser, url: str, scene: Scene, theme: str, width: int, height: int) -> Iterator[Page]:
    """Open the page of a scene at a place in time that is always the same, and do what the scene does."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=theme,
        reduced_motion="reduce",
        service_workers="block",
        timezone_id="UTC",
    )
    context.add_init_script(STILL + ("" if scene.storage else NO_STORAGE))
    context.set_default_timeout(10_000)
    page = context.new_page()
    page.clock.set_fixed_time(NOON)
    page.goto(url)
    expect(page.locator(":not(:defined)")).to_have_count(0)
    try:
        scene.act(page)
        yield page
    finally:
        context.close()


def _write(page: Page, whole: bool, width: int, folder: Path, path: Path) -> Path:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    height = min(page.evaluate("document.documentElement.scrollHeight"), LONGEST)
    clip = {"clip": {"x": 0, "y": 0, "width": width, "height": height}} if whole else {}
    page.screenshot(path=folder / path, full_page=whole, animations="disabled", **clip)
    return path


@dataclass(frozen=True)
class Shown:
    """A picture on the page of the gallery: what it is of, and how it stands to the one that was accepted."""

    name: str
    look: str
    path: str
    state: str
    where: str = ""


def compare(folder: Path, paths: Iterable[Path]) -> list[Shown]:
    """Hold the pictures in `folder` against those accepted there, and draw what differs."""
    return [_held(folder, path) for path in paths]


def _held(folder: Path, path: Path) -> Shown:
    name, look = path.parent.name, path.stem
    accepted, drawn = folder / "accepted" / path, folder / "changed" / path
    if not accepted.exists():
        return Shown(name, look, path.as_posix(), "new")
    with Image.open(accepted) as before, Image.open(folder / "now" / path) as after:
        change = difference(before, after)
        if not change:
            return Shown(name, look, path.as_posix(), "same")
        drawn.parent.mkdir(parents=True, exist_ok=True)
        marked(after, change).save(drawn)
    where = f"{change.cells / change.of:.1%}, from {change.box[1]} to {change.box[3]} px"
    return Shown(name, look, path.as_posix(), "changed", where)


INDEX = """<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<title>Gallery: {{ changed }} changed</title>
<style>
:root { color-scheme: light dark; font: 14px/1.4 system-ui, sans-serif }
body { margin: 1rem }
section { margin-block-end: 1.5rem }
h2 { margin: 0 0 .25rem; font-size: 1.1rem }
.row { display: flex; gap: 8px; align-items: flex-start; overflow-x: auto }
figure { flex: none; margin: 0 }
img { display: block; object-fit: cover; object-position: top; border: 1px solid #8888 }
.changed img { border: 3px solid #d0021b }
.new img { border: 3px solid #0b57d0 }
figcaption { font-size: 12px }
</style>
<h1>{{ changed }} of {{ total }} changed, {{ new }} new</h1>
<p>A picture opens whole. What changed comes first: the one accepted, then the new one, then what differs.</p>
{% for title, shown in (("Changed", changes), ("Every page", scenes)) if shown %}
<h1>{{ title }}</h1>
{% for name, pictures in shown.items() %}
<section>
<h2>{{ name }}</h2>
<div class="row">
{% for picture in pictures %}
{% for room in (("accepted", "now", "changed") if title == "Changed" else ("now",)) %}
<figure class="{{ picture.state if room == "now" }}"><a href="{{ room }}/{{ picture.path }}"><img loading="lazy" width="{{ widths.get(picture.look.split()[0], 170) }}" height="240" src="{{ room }}/{{ picture.path }}" alt="{{ name }}, {{ picture.look }}, {{ room }}"></a>
<figcaption>{{ picture.look }}{{ ", " ~ room if title == "Changed" }}{% if room == "changed" %}<br>{{ picture.where }}{% endif %}</figcaption></figure>
{% endfor %}
{% endfor %}
</div>
</section>
{% endfor %}
{% endfor %}
</html>
"""


def index(pictures: list[Shown]) -> str:
    """Return the page on which all pictures are looked at: what changed first, then each scene as a row."""

    def rows(chosen: list[Shown]) -> dict[str, list[Shown]]:
        return {
            name: [one for one in chosen if one.name == name]
            for name in dict.fromkeys(one.name for one in chosen)
        }

    changes, new = ([one for one in pictures if one.state == state] for state in ("changed", "new"))
    page = Environment(autoescape=True, trim_blocks=True).from_string(INDEX)
    widths = {str(width): 40 + width // 5 for width in SIZES}
    return page.render(
        widths=widths,
        total=len(pictures),
        changed=len(changes),
        new=len(new),
        changes=rows(changes),
        scenes=rows(pictures),
    )


def accept(folder: Path) -> None:
    """Take the pictures of the last run as those to compare with; those of other scenes stay."""
    shutil.copytree(folder / "now", folder / "accepted", dirs_exist_ok=True)
    shutil.rmtree(folder / "changed", ignore_errors=True)


def main() -> None:
    """Make the pictures, hold them against those accepted, and write the page to look at."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("scenes", nargs="*", metavar="SCENE", help=f"only these: {', '.join(SCENES)}")
    parser.add_argument("--accept", action="store_true", help="accept the pictures of the last run")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where the pictures lie (%(default)s)")
    parser.add_argument("--site", type=Path, help="a site that is built already")
    told = parser.parse_args()
    if told.accept:
        return accept(told.folder)
    if unknown := {*told.scenes} - SCENES.keys():
        parser.error(f"no such scene: {', '.join(sorted(unknown))}")
    if CHROMIUM is None:
        parser.error("the gallery needs Chromium, or CHROMIUM=/its/path")
    for room in ("now", "changed"):
        shutil.rmtree(told.folder / room, ignore_errors=True)
    with tempfile.TemporaryDirectory() as built:
        site = told.site or _build(Path(built, "site"))
        chosen = {name: scene for name, scene in SCENES.items() if name in (told.scenes or SCENES)}
        pictures = compare(told.folder, shoot(site, chosen, told.folder / "now"))
    (told.folder / "index.html").write_text(index(pictures), encoding="utf-8")
    for one in pictures:
        if one.state == "changed":
            print(f"{one.name}, {one.look}: {one.where}")
    counts = {state: sum(one.state == state for one in pictures) for state in ("same", "changed", "new")}
    print(
        ", ".join(f"{count} {state}" for state, count in counts.items()),
        (told.folder / "index.html").as_uri(),
    )
    return None


def _build(site: Path) -> Path:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", site]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return site


if __name__ == "__main__":
    main()
