"""A release under readers who have a page open or come back: a page and its scripts and styles are of one version.

The newer version changes the parts of a template, the script that looks for them and the style that shows them at once.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path
from time import time

import pytest
from playwright.sync_api import Page, expect

from tests.browser.wayward import wait_until, wait_until_whole
from tests.conftest import ROOT, assets

PRACTICE = "sessions/door-handle/"
RUNNING = "relationships/planned-ending/"  # its runs stay until they are finished
MODULE = "course/good-ending/"
CHANGES = {
    "checklist/checklist.html": ('class="progress" data-part="progress"', 'class="tally" data-part="tally"'),
    "checklist/element.js": ('this.find("progress")', 'this.find("tally")'),
    "checklist/checklist.css": (".progress", ".tally"),
    "search/search.html": ('data-part="count"', 'data-part="sum"'),
    "search/search.js": ('this.find("count")', 'this.find("sum")'),
}
STYLE = "\n.checklist .tally { letter-spacing: 3px; }\n"


@pytest.fixture(scope="session")
def newer(site: Path, once) -> Path:
    """The site of a newer version, built into a folder that held the one before."""
    return once("newer", partial(_newer, site))


def _newer(site: Path, folder: Path) -> Path:
    for name in ("docs", "macros", "overrides"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for path, (old, new) in CHANGES.items():
        file = folder / "overrides" / "components" / path
        assert old in file.read_text("utf-8"), path
        file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    with (folder / "overrides" / "components" / "checklist" / "checklist.css").open("a") as file:
        file.write(STYLE)
    shutil.copytree(site, folder / "site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--clean", "--site-dir", "site"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder / "site"


@pytest.fixture
def home(site, newer, serve, open_page, tmp_path):
    """A server with the older version, which `publish()` replaces with the newer one; `open()` opens a page of it."""
    return Home(serve, open_page, copied(site, tmp_path / "site", made=time() - 10), newer)


def copied(site: Path, folder: Path, made: float) -> Path:
    """The site as if it were made then: what changed is told from the time of a file, in whole seconds."""
    shutil.copytree(site, folder)
    be_patient(folder)
    for file in folder.rglob("*"):
        os.utime(file, (made, made))
    return folder


class Home:
    def __init__(self, serve, open_page, folder: Path, newer: Path):
        self._folder, self._newer, self._open = folder, newer, open_page
        self._server = serve(folder)
        self.stop = self._server.stop
        self.old = assets(folder)

    def open(self, path: str, **options) -> Page:
        return self._open(self.address(path), **{"service_workers": "allow"} | options)

    def address(self, path: str) -> str:
        return f"{self._server.url}/{path}"

    def publish(self) -> Path:
        """Publish the newer version, at once and whole, and return the folder of its assets."""
        coming = copied(self._newer, self._folder.with_name("coming"), made=time())
        self._folder.rename(self._folder.with_name("gone"))
        coming.rename(self._folder)
        (new,) = {*(self._folder / "v").iterdir()} - {self.old}
        return new

    def lose_patience(self) -> None:
        """A page that does not answer is not waited for."""
        worker = self._folder / "sw.js"
        worker.write_text(
            worker.read_text("utf-8").replace("PATIENCE = 600_000;", "PATIENCE = 2500;"), "utf-8"
        )

    def lose_the_old(self) -> None:
        """What the older version consisted of is gone from the server."""
        shutil.rmtree(self.old)


def be_patient(folder: Path) -> None:
    """However slow this machine is, a page comes from the network where there is one."""
    worker = folder / "sw.js"
    text = worker.read_text("utf-8")
    assert "PATIENCE = 2500;" in text
    worker.write_text(text.replace("PATIENCE = 2500;", "PATIENCE = 600_000;"), "utf-8")


def returning(home: Home, path: str = PRACTICE) -> Page:
    """A reader who has the older version on the device, and whose pages it answers for."""
    page = home.open(path)
    wait_until_whole(page)
    page.reload()
    assert page.evaluate("navigator.serviceWorker.controller !== null")
    return page


def wait_for_the_newer(page: Page) -> None:
    """The newer version is on the device too, and offered. A browser looks for one at each visit."""
    page.evaluate("navigator.serviceWorker.ready.then((registration) => registration.update())")
    page.get_by_role("button", name="Use it now").wait_for(timeout=60_000)


def take_the_newer(page: Page) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name="Use it now").click()


def caches(page: Page) -> int:
    return page.evaluate("async () => (await caches.keys()).length")


def is_whole(page: Page, *, newer: bool) -> None:
    """Markup, style and script are all of one version: a tick is counted, and the count is shown in its style."""
    count = page.locator("ew-checklist [data-part=tally]" if newer else "ew-checklist [data-part=progress]")
    box = page.locator("ew-checklist .step input").first
    page.locator("ew-checklist:defined").first.wait_for()
    box.uncheck()
    box.check()
    expect(count).to_have_text(re.compile(r"^1 of \d+ done$"))
    expect(count).to_have_css("letter-spacing", "3px" if newer else "normal")


def search(page: Page) -> None:
    page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox").fill("goodbye")
    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text(
        re.compile(r"fits?\b"), timeout=60_000
    )
    page.get_by_role("dialog").get_by_role("link").first.wait_for()
    page.keyboard.press("Escape")


def unfold(page: Page) -> None:
    page.locator("details.embed > summary").first.click()


def test_a_returning_reader_gets_the_newer_version_whole_at_every_visit(home):
    page = returning(home)
    home.publish()
    for _ in range(3):
        page.goto(home.address(PRACTICE))
        is_whole(page, newer=True)
        search(page)
    wait_for_the_newer(page)
    take_the_newer(page)
    is_whole(page, newer=True)


def test_with_the_server_gone_either_version_is_whole(home):
    page = returning(home)
    home.publish()
    page.goto(home.address(RUNNING))
    wait_for_the_newer(page)
    other = home.open(PRACTICE, beside=page)
    home.stop()
    search(
        page
    )  # of the newer version, which the network gave: its parts that were not asked for yet are on the device
    page.goto(home.address(PRACTICE))
    is_whole(page, newer=False)
    search(page)
    take_the_newer(page)
    is_whole(page, newer=True)
    search(page)
    is_whole(other, newer=True)


@pytest.mark.parametrize("path", [PRACTICE, RUNNING])
def test_a_running_list_keeps_its_ticks(home, path):
    page = returning(home, path)
    first = page.locator("ew-checklist .step input").first
    word = page.locator("ew-checklist .runs [data-part=word]")
    first.check()
    words = word.all_text_contents()
    home.publish()

    def stays():
        expect(page.locator("ew-checklist [data-part=tally]")).to_have_text(re.compile("^1 of"))
        expect(first).to_be_checked()
        assert word.all_text_contents() == words

    page.reload()
    stays()
    wait_for_the_newer(page)
    take_the_newer(page)
    stays()


def test_a_page_left_open_keeps_what_it_needs_when_another_takes_the_newer_version(home):
    """Even where the server has lost it, and until the page is closed."""
    listed = returning(home)
    listed.locator("ew-checklist .step input").nth(1).check()
    module = home.open(MODULE, beside=listed)
    taking = home.open("", beside=listed)
    home.publish()
    home.lose_the_old()
    taking.goto(home.address(RUNNING))
    wait_for_the_newer(taking)
    take_the_newer(taking)
    is_whole(taking, newer=True)
    wait_until(taking, "async () => !(await navigator.serviceWorker.ready).waiting")
    assert caches(taking) == 2
    search(listed)
    listed.locator("ew-checklist .step input").nth(1).uncheck()
    is_whole(listed, newer=False)
    search(module)
    unfold(module)
    module.get_by_text("The guide was updated after you opened this page.").first.wait_for()
    assert module.locator("ew-embed ew-checklist").count() == 0
    module.reload()
    unfold(module)
    is_whole(module, newer=True)


def test_a_page_that_does_not_say_what_it_runs_on_keeps_it(home):
    """As one that is frozen: it may be looked at again, and need its parts."""
    frozen = returning(home)
    frozen.evaluate("() => { MessagePort.prototype.postMessage = () => {} }")
    taking = home.open("", beside=frozen)
    home.publish()
    home.lose_patience()
    wait_for_the_newer(taking)
    take_the_newer(taking)
    wait_until(
        taking,
        """async () => {
            const { active, waiting } = await navigator.serviceWorker.ready;
            return !waiting && active.state === "activated";
        }""",
    )
    assert caches(taking) == 2
    search(frozen)


def test_what_no_page_runs_on_is_forgotten(home):
    page = returning(home)
    home.publish()
    wait_for_the_newer(page)
    take_the_newer(page)
    is_whole(page, newer=True)
    assert caches(page) == 1


def test_a_newer_module_takes_in_the_newer_list_under_the_older_worker(home):
    page = returning(home, MODULE)
    home.publish()
    page.goto(home.address(MODULE))
    unfold(page)
    is_whole(page, newer=True)


def test_an_older_module_takes_in_the_older_list_as_long_as_it_is_on_the_device(home):
    page = returning(home, MODULE)
    home.publish()
    home.lose_the_old()
    unfold(page)
    is_whole(page, newer=False)


def test_without_a_copy_on_the_device_an_open_page_gets_its_parts_for_one_release(home):
    page = home.open(MODULE, service_workers="block")
    home.publish()
    search(page)
    unfold(page)
    page.get_by_text("The guide was updated after you opened this page.").first.wait_for()
    assert page.locator("ew-embed ew-checklist").count() == 0


def test_an_update_fetches_only_what_changed(home):
    page = returning(home)
    new = home.publish()
    for file in (file for file in new.rglob("*") if file.is_file()):
        before = home.old / file.relative_to(new)
        if before.exists() and before.read_bytes() == file.read_bytes():
            file.unlink()
    assert {file.name for file in new.rglob("*") if file.is_file()} == {
        "guide.css",
        "element.js",
        "search.js",
        "list.js",  # made of the element for frames, as the styles are; no device keeps these two
        "widget.css",
    }
    wait_for_the_newer(page)


def test_a_release_that_is_not_whole_is_not_taken(home):
    """As while it is being uploaded: what the reader has on the device stays."""
    page = returning(home)
    (home.publish() / "components" / "checklist" / "element.js").unlink()
    came_to = page.evaluate(
        """async () => {
          const registration = await navigator.serviceWorker.ready;
          await registration.update();
          const { installing, waiting } = registration;
          if (!installing) return waiting ? "installed" : "redundant";
          await new Promise((done) => installing.addEventListener("statechange", done, { once: true }));
          return installing.state;
        }"""
    )
    assert came_to == "redundant"


def test_the_release_before_stays_and_is_not_kept_on_devices(site, newer):
    listed = (newer / "offline-manifest.js").read_text("utf-8").removeprefix("self.guide = ").rstrip(";\n")
    versions = {path.split("/")[1] for path in json.loads(listed)["files"] if path.startswith("v/")}
    before = assets(site).name
    assert {folder.name for folder in (newer / "v").iterdir()} == versions | {before}
    assert before not in versions
    for page in newer.rglob("*.html"):
        assert before not in page.read_text("utf-8"), page
