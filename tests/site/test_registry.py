"""A macro is one row of the registry and its render function: whoever adds them has it built, linked to and checked."""

import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT, build_elsewhere

ROW = '        Macro("greeting", (REFERENCE,), pages.greeting, ("hello",)),\n'
FUNCTION = '''

def greeting(guide: Guide, here: str) -> Markup:
    """Return a greeting."""
    return component("greeting", title=guide.pages[here].title)
'''
TEMPLATE = '<h2 id="hello">Hello from {{ title }}</h2>\n'
SERVICE = """INHERIT: mkdocs.yml
site_url: https://gate.example/
extra: {service: {name: The Gate House, regions: [uk]}}
"""
PAGE = """---
title: The gate
summary: It is open.
---

{{ greeting( ) }}

See [the greeting](#hello).
"""


def added(text: str, before: str, new: str) -> str:
    """Return `text` with something `new` in it; it comes before what is there once."""
    assert text.count(before) == 1
    return text.replace(before, new + before)


def with_a_macro(folder: Path) -> Path:
    """Write the files that whoever adds a macro writes, and a page that calls it."""
    macros, render = ROOT / "macros" / "registry.py", ROOT / "macros" / "render" / "pages.py"
    files = {
        "macros/registry.py": added(macros.read_text("utf-8"), '        Macro("pairs",', ROW),
        "macros/render/pages.py": render.read_text("utf-8") + FUNCTION,
        "overrides/components/greeting/greeting.html": TEMPLATE,
        "service/reference/local-gate.md": PAGE,
        "service.yml": SERVICE,
    }
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def checked(copy: Path) -> str:
    """Return what `make check` says."""
    command = [sys.executable, "-m", "macros.check"]
    return subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False).stdout


def test_a_macro_is_one_row_and_its_function(tmp_path):
    site, _ = build_elsewhere(tmp_path, with_a_macro(tmp_path / "own"))
    built = (site / "reference" / "local-gate" / "index.html").read_text("utf-8")
    assert '<h2 id="hello">Hello from The gate</h2>' in built
    copy = tmp_path / "copy"
    page = copy / "service" / "reference" / "local-gate.md"
    page.write_text(PAGE.replace("#hello", "#hallo") + '\n{{ greeting("you") }}\n', encoding="utf-8")
    home = copy / "docs" / "index.md"
    home.write_text(home.read_text("utf-8") + "\n{{ greeting() }}\n", encoding="utf-8")
    said = checked(copy)
    assert "EW308  'this page' has no place '#hallo'\n    fix: did you mean 'hello'?" in said
    assert "EW502  'greeting()' takes no arguments" in said
    assert "EW506  {{ greeting() }} stands twice" in said
    assert "EW508  'greeting()' does not belong on a home page" in said
    assert said.endswith("\n4 problems. Nothing was published.\n")
