"""The build is quiet, the same every time, small, and names nothing that a browser would ask another host for."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from pages import css_addresses, read

ROOT = Path(__file__).resolve().parent.parent.parent
LARGEST = 300_000  # bytes; the pages that list everything stay well below it
# Names of languages, never asked for: XML's namespaces are addresses in form only.
NAMES = {"www.w3.org"}
ADDRESS = re.compile(r"""(?:https?:)?//[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s"'`)<>]*""", re.IGNORECASE)


def digests(folder):
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files
    }


def build_elsewhere(folder, **environment):
    """Build a copy of the project by the command line, in a process whose sets have another order."""
    copy = folder / "copy"
    for name in ("docs", "macros", "overrides"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", copy)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("COV", "SOURCE_DATE"))}
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", "built"],
        cwd=copy,
        env=kept | {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return digests(copy / "built")


def test_the_build_warns_of_nothing(build_log):
    assert [f"{record.name}: {record.getMessage()}" for record in build_log] == []


@pytest.mark.parametrize("dated", [False, True], ids=["no date given", "dated by SOURCE_DATE_EPOCH"])
def test_the_same_source_gives_the_same_bytes(built, tmp_path, dated):
    """Unset, the date is today's; so it is given to the second build, too, once midnight may lie between."""
    again = build_elsewhere(tmp_path, **({"SOURCE_DATE_EPOCH": str(built.began)} if dated else {}))
    first = digests(built.folder)
    assert sorted(again) == sorted(first)
    assert [path for path in first if first[path] != again[path]] == []


def test_no_file_is_large(site):
    large = {
        file.relative_to(site).as_posix(): file.stat().st_size for file in site.rglob("*") if file.is_file()
    }
    assert {path: size for path, size in large.items() if size > LARGEST} == {}


def test_pages_ask_no_other_host(site, site_url):
    """Whatever a page fetches is named relative to it: a copy of the site elsewhere works alone."""
    asked = [
        f"{page.path}:{reference.line}: {reference.address}"
        for page in read(site).values()
        for reference in page.references
        if reference.fetched and urlsplit(reference.address).netloc
    ]
    assert asked == []


def test_styles_ask_no_other_host(site):
    asked = [
        f"{file.relative_to(site)}: {address}"
        for file in sorted(site.rglob("*.css"))
        for address in css_addresses(file.read_text(encoding="utf-8"))
        if urlsplit(address).netloc
    ]
    assert asked == []


def test_scripts_name_no_other_host(site):
    """Comments are left alone: a licence may say where it comes from."""
    comment = re.compile(r"/\*.*?\*/|(?<![:\"'`])//[^\n]*", re.DOTALL)
    named = [
        f"{file.relative_to(site)}: {found[0]}"
        for file in sorted({*site.rglob("*.js"), *site.rglob("*.mjs")})
        for found in ADDRESS.finditer(comment.sub("", file.read_text(encoding="utf-8")))
        if urlsplit(found[0]).hostname not in NAMES
    ]
    assert named == []
