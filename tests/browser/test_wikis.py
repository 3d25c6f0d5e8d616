"""Two real wikis, as Debian packages them, are given what the guide copies for them and what its page for wiki editors shows.

They run by PHP's own server. Where one is not installed, its tests are left out, which is said.
"""

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.conftest import ROOT

PRACTICE, STEP = "sessions/door-handle/", "ask-safety"
SAID = (ROOT / "docs" / "reference" / "linking.md").read_text("utf-8")
PREFIX = "https://guide.example/"


@dataclass(frozen=True)
class Wiki:
    """A wiki that answers: `write("Door", text)` makes a page of its markup, and `url("Door")` is where that is read."""

    write: Callable[[str, str], None]
    url: Callable[[str], str]


def installed(*needed: str) -> str:
    """The program that comes first, where that and all files are there."""
    program, *files = needed
    found = shutil.which(program)
    if missing := [name for name in (*files, *([] if found else [program])) if not Path(name).exists()]:
        pytest.skip(f"{', '.join(missing)} is not installed, so no such wiki was tried")
    return str(found)


@contextmanager
def served(php: str, folder: Path, port: int, **environment: str) -> Iterator[str]:
    """The address of the scripts in `folder`, which PHP runs meanwhile."""
    own = os.environ | environment
    command = [php, "-q", "-S", f"127.0.0.1:{port}", "-t", folder]
    server = subprocess.Popen(command, cwd=folder, env=own, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + 30
        while True:
            with suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port)):
                break
            assert time.monotonic() < until, "it did not begin to answer"
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def mediawiki(folder: Path, html: bool) -> Iterator[Wiki]:
    """A MediaWiki with SQLite, and a row `endings` in `Special:Interwiki`; `html` allows that in pages."""
    code = Path("/usr/share/mediawiki")
    php, port = installed("php", str(code / "maintenance" / "install.php")), free_port()
    settings = folder / "LocalSettings.php"
    own = os.environ | {"MW_CONFIG_FILE": str(settings)}

    def run(script: str, *options: str, text: str = "", env: dict[str, str] = own) -> None:
        command = [php, code / "maintenance" / f"{script}.php", *options]
        subprocess.run(command, input=text, env=env, text=True, check=True, stdout=subprocess.DEVNULL)

    run(
        "install",
        *("--dbtype", "sqlite", "--dbpath", str(folder), "--dbname", "wiki", "--confpath", str(folder)),
        *("--server", f"http://127.0.0.1:{port}", "--scriptpath", "", "--skins", "Vector"),
        *("--pass", "for this test alone", "Wiki", "Editor"),
        env={**os.environ},
    )
    with settings.open("a") as more:
        more.write(f"\n$wgRawHtml = {str(html).lower()};\n")
    row = f"'endings', '{PREFIX}$1', '', '', 0, 0"
    columns = "iw_prefix, iw_url, iw_api, iw_wikiid, iw_local, iw_trans"
    run("sql", "--query", f"INSERT INTO interwiki ({columns}) VALUES ({row})")
    with served(php, code, port, MW_CONFIG_FILE=str(settings)) as url:
        yield Wiki(
            lambda title, text: run("edit", "-u", "Editor", title, text=text),
            lambda title: f"{url}/index.php?title={title}",
        )


@contextmanager
def dokuwiki(folder: Path, html: bool) -> Iterator[Wiki]:
    """A DokuWiki with its files in `folder`, and a line `endings` in `interwiki.local.conf`; `html` allows that in pages."""
    code, settings, data = (
        Path(p) for p in ("/usr/share/dokuwiki", "/etc/dokuwiki", "/var/lib/dokuwiki/data")
    )
    php, own = installed("php", str(code / "doku.php")), folder / "wiki"
    shutil.copytree(code, own)
    shutil.copytree(data, own / "data", dirs_exist_ok=True)
    shutil.copytree(settings, own / "conf", dirs_exist_ok=True)
    (own / "inc" / "preload.php").unlink()  # which would lead to the wiki of the machine
    (own / "conf" / "local.php").write_text(
        f"<?php $conf['useacl'] = 0; $conf['savedir'] = './data'; $conf['htmlok'] = {int(html)};"
    )
    (own / "conf" / "interwiki.local.conf").write_text(f"endings   {PREFIX}{{NAME}}\n")
    pages = own / "data" / "pages"
    pages.mkdir(exist_ok=True)
    with served(php, own, free_port()) as url:
        yield Wiki(
            lambda title, text: (pages / f"{title.lower()}.txt").write_text(text, "utf-8") and None,
            lambda title: f"{url}/doku.php?id={title.lower()}",
        )


WIKIS = {"MediaWiki": mediawiki, "DokuWiki": dokuwiki}


@pytest.fixture(scope="module", params=WIKIS)
def name(request):
    return request.param


@pytest.fixture(scope="module")
def wiki(name, tmp_path_factory):
    with WIKIS[name](tmp_path_factory.mktemp(name), html=False) as running:
        yield running


@pytest.fixture(scope="module")
def with_html(name, tmp_path_factory):
    with WIKIS[name](tmp_path_factory.mktemp(name), html=True) as running:
        yield running


@pytest.fixture
def copied(visit):
    """`copied("DokuWiki", part)` is what the guide copies of the practice or a part of it: its title, and the markup."""

    def copy(form: str, part: str = "") -> tuple[str, str]:
        page = visit(PRACTICE, permissions=["clipboard-read", "clipboard-write"])
        page.bring_to_front()
        share = page.locator("ew-share")
        share.get_by_text("Link to this page, or quote it").click()
        chosen = share.get_by_label("Which part?")
        expect(chosen.locator("option").nth(1)).to_be_attached()
        chosen.select_option(part)
        title = page.locator("h1").inner_text()
        title += f" {chosen.locator('option:checked').inner_text()}" if part else ""
        share.get_by_role("button", name=form).click()
        share.get_by_role("status").filter(has_text="Copied").wait_for()
        return title, page.evaluate("navigator.clipboard.readText()")

    return copy


@pytest.mark.parametrize("part", ["", STEP])
def test_the_copied_markup_becomes_a_link_with_its_title(wiki, name, copied, open_page, site_url, part):
    title, markup = copied(name, part)
    wiki.write("Copied", markup)
    link = open_page(wiki.url("Copied"), ready=False).locator(f"a[href^='{site_url}']")
    expect(link).to_have_text(title)
    expect(link).to_have_attribute("href", f"{site_url}{PRACTICE}{'#' if part else ''}{part}")


def test_what_the_page_for_wiki_editors_shows_becomes_a_link_and_a_quotation(wiki, name, open_page):
    section = SAID.partition(f"### {name} {{#")[2]
    wiki.write("Shown", section.split("```")[1].strip())
    page = open_page(wiki.url("Shown"), ready=False)
    link = page.get_by_role("link", name="Ask about safety first")
    expect(link).to_have_attribute("href", f"{PREFIX}{PRACTICE}#{STEP}")
    expect(page.locator("blockquote")).to_contain_text("Ask directly about safety before anything else.")
    if name == "DokuWiki":
        expect(page.locator(".footnotes")).to_contain_text("Ending Well, version ")


def test_the_prefix_that_an_administrator_sets_leads_to_the_guide(wiki, name, open_page):
    section = SAID.partition(f"### {name} {{#")[2].partition("\n### ")[0]
    (shown,) = re.findall(r"`(\[\[endings[^`]+)`", section)
    wiki.write("Prefix", shown)
    link = open_page(wiki.url("Prefix"), ready=False).get_by_role("link", name="the steps")
    expect(link).to_have_attribute("href", f"{PREFIX}{PRACTICE}")


def test_a_frame_is_shown_as_text_until_an_administrator_allows_html(
    wiki, with_html, copied, open_page, serve, site, site_url
):
    _, code = copied("Frame with the list")
    assert code.startswith(f'<iframe src="{site_url}{PRACTICE}embed/"')
    code = code.replace(site_url, f"{serve(site).url.replace('127.0.0.1', 'localhost')}/")
    wiki.write("Frame", code)
    page = open_page(wiki.url("Frame"), ready=False)
    expect(page.get_by_text("<iframe src=")).to_be_visible()
    assert page.locator("iframe").count() == 0
    with_html.write("Frame", f"<html>{code}</html>")
    page = open_page(with_html.url("Frame"), ready=False)
    frame = page.frame_locator("iframe")
    frame.locator(".step input").first.check()
    expect(frame.get_by_text("1 of 8 done")).to_be_visible()
