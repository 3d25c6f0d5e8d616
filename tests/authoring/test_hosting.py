"""What servers and static hosts are told, and what nginx and Caddy make of it when they are asked."""

import gzip
import http.client
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

import pytest
from author import Author

from macros import hosting as command
from macros.publish.hosting import hosting
from macros.publish.redirects import redirects

ROOT = Path(__file__).parents[2]
POLICY = re.findall(
    r'"Content-Security-Policy" content="([^"]+)"', (ROOT / "overrides/main.html").read_text("utf-8")
)[0]
HOME = f'<!doctype html><meta http-equiv="Content-Security-Policy" content="{POLICY}"><title>Home</title>'
WIKI = "https://wiki.house.example"
MOVED = """
data/redirects.yml
- - {from: sessions/threshold, to: sessions/door}
+ - {from: sessions/threshold, to: sessions/door}
+ - {from: sessions/gate, to: "sessions/door#stay"}
+ - {from: sessions/rush, to: sessions/door, retired: {was: How to hurry., since: 2024-01-31}}
data/ledger.txt
- sessions/threshold
+ sessions/gate
+ sessions/rush
+ sessions/threshold
"""  # fmt: skip
SUBFOLDER = """
mkdocs.yml
- site_url: https://guide.example/
+ site_url: https://guide.example/endings/
"""


# What is written


def test_static_hosts_are_told_of_headers_and_moves(author: Author) -> None:
    guide = author.edits(MOVED).guide()
    files = hosting(guide, HOME, ())
    assert files["_headers"] == (
        f"/*\n  Content-Security-Policy: {POLICY}\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: same-origin\n"
        "/v/*\n  Cache-Control: public, max-age=31536000, immutable\n"
    )
    short = guide.short["sessions/door"]
    rows = files["_redirects"].splitlines()
    assert f"/{short} /sessions/door/ 301" in rows
    assert [row for row in rows if row.startswith("/sessions")] == [
        "/sessions/gate /sessions/door/#stay 301",
        "/sessions/gate/ /sessions/door/#stay 301",
        "/sessions/threshold /sessions/door/ 301",
        "/sessions/threshold/ /sessions/door/ 301",
    ]


def test_a_container_holds_the_site_where_its_server_looks_for_it(author: Author) -> None:
    files = hosting(author.edits(SUBFOLDER).guide(), HOME, ())
    assert "COPY site/ /srv/guide/endings/\n" in files["Containerfile"]
    assert "root /srv/guide;" in files["nginx.conf"]


def test_only_who_is_named_may_show_the_guide_in_a_frame(author: Author) -> None:
    guide = author.guide()
    assert "frame-ancestors" not in "".join(hosting(guide, HOME, ()).values())
    for name in ("nginx.conf", "Caddyfile", "_headers"):
        assert f"; frame-ancestors 'self' {WIKI}" in hosting(guide, HOME, (WIKI,))[name]


def test_a_page_without_a_policy_is_no_home(author: Author) -> None:
    with pytest.raises(ValueError, match="no policy"):
        hosting(author.guide(), "<!doctype html>", ())


def test_the_command_writes_beside_the_site_and_into_it(
    author: Author, capsys: pytest.CaptureFixture[str]
) -> None:
    root = author.writes().parent
    assert command.main((), root) == 1
    assert capsys.readouterr().out == "There is no site yet. Run `make build` first.\n"
    (root / "site").mkdir()
    (root / "site" / "index.html").write_text(HOME, "utf-8")
    subprocess.run(
        [sys.executable, "-m", "macros.hosting", WIKI],
        cwd=root, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=True,
    )  # fmt: skip
    assert sorted(file.name for file in (root / "hosting").iterdir()) == [
        "Caddyfile",
        "Containerfile",
        "nginx.conf",
    ]
    assert WIKI in (root / "site" / "_headers").read_text("utf-8")
    assert (root / "site" / "_redirects").exists()


def test_the_command_takes_no_other_site_for_the_guide(
    author: Author, capsys: pytest.CaptureFixture[str]
) -> None:
    root = author.writes().parent
    (root / "site").mkdir()
    (root / "site" / "index.html").write_bytes(b"<!doctype html><p>\xe9</p>")
    assert command.main((), root) == 1
    assert "index.html is not of this guide: " in capsys.readouterr().out
    assert not (root / "hosting").exists()


def test_the_command_says_what_is_wrong_with_the_guide(
    author: Author, capsys: pytest.CaptureFixture[str]
) -> None:
    root = author.edits("sessions/door.md\n- minutes: 10\n+ minutes: 90").writes().parent
    (root / "site").mkdir()
    (root / "site" / "index.html").write_text(HOME, "utf-8")
    assert command.main((), root) == 1
    assert "EW120" in capsys.readouterr().out
    assert not (root / "hosting").exists()


# What servers make of it

NGINX = """
daemon off; pid {folder}/pid; error_log {folder}/log;
events {{ }}
http {{
    include /etc/nginx/mime.types; access_log off;
    client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
    uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
    include {folder}/guide.conf;
}}
"""


def program(name: str) -> str:
    """The server by its name; where it is not installed, the test is left out, which is said."""
    found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")
    return found or pytest.skip(f"{name} is not installed, so its configuration was not tried")


def nginx(folder: Path, written: str) -> list[str]:
    (folder / "guide.conf").write_text(written, "utf-8")
    whole = f"user {os.environ.get('USER', 'root')};" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(whole + NGINX.format(folder=folder), "utf-8")
    return [program("nginx"), "-e", f"{folder}/log", "-c", f"{folder}/nginx.conf"]


def caddy(folder: Path, written: str) -> list[str]:
    (folder / "Caddyfile").write_text("{\n\tadmin off\n\tauto_https off\n}\n" + written, "utf-8")
    return [program("caddy"), "run", "--config", f"{folder}/Caddyfile", "--adapter", "caddyfile"]


SERVERS = {"nginx.conf": nginx, "Caddyfile": caddy}


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Message
    body: bytes


Ask = Callable[..., Answer]


@pytest.fixture(params=[(name, base) for name in SERVERS for base in ("/", "/endings/")], ids="-".join)
def ask(request: pytest.FixtureRequest, author: Author, tmp_path: Path) -> Iterator[Ask]:
    """`ask("sessions/door/")` is the answer of a server to that address below the guide's own."""
    name, base = request.param
    guide = author.edits(MOVED + (SUBFOLDER if base != "/" else "")).guide()
    site = tmp_path / "srv" / base.strip("/")
    pages = {
        "index.html": HOME, "404.html": "There is no page at this address", "sw.js": "// worker",
        "sessions/door/index.html": "At the door", "sessions/door/index.md": "# At the door", "v/abc/guide.css": "a {}\n" * 500,
        **redirects(guide, "v/abc/"),
    }  # fmt: skip
    for path, text in pages.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, "utf-8")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    written = (
        hosting(guide, HOME, (WIKI,))[name]
        .replace("8080", f"{port}")
        .replace("/srv/guide", f"{tmp_path}/srv")
    )
    log = tmp_path / "said"
    with log.open("wb") as said:
        own = os.environ | {"HOME": str(tmp_path)}
        started = subprocess.Popen(SERVERS[name](tmp_path, written), env=own, stderr=said)

    def asked(path: str, **headers: str) -> Answer:
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
            connection.request(
                "GET", f"{base}{path}", headers={n.replace("_", "-"): v for n, v in headers.items()}
            )
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())

    try:
        until = time.monotonic() + 30
        while True:
            with suppress(ConnectionRefusedError):
                asked("")
                break
            assert started.poll() is None, log.read_text("utf-8")
            assert time.monotonic() < until, "it did not begin to answer"
        yield asked
    finally:
        started.terminate()
        started.wait()


def test_a_server_does_what_its_configuration_says(ask: Ask) -> None:
    for path, status in {"": 200, "sessions/door/": 200, "nowhere/": 404, "sessions/threshold/": 301}.items():
        answer = ask(path)
        assert answer.status == status, path
        assert answer.headers["Content-Security-Policy"] == f"{POLICY}; frame-ancestors 'self' {WIKI}", path
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "same-origin"
    assert b"There is no page" in ask("nowhere/").body

    assert ask("v/abc/guide.css").headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert ask("nowhere/").headers["Cache-Control"] == "no-cache"
    for path in ("", "sessions/door/", "sw.js"):
        answer = ask(path)
        assert answer.headers["Cache-Control"] == "no-cache"
        assert ask(path, If_None_Match=answer.headers["ETag"]).status == 304, (
            "asked again, it is not sent again"
        )

    packed = ask("v/abc/guide.css", Accept_Encoding="gzip")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.body).startswith(b"a {}")
    assert ask("").headers["Content-Type"].lower() == "text/html; charset=utf-8"
    assert ask("sessions/door/index.md").headers["Content-Type"].lower() == "text/markdown; charset=utf-8"


def test_an_address_that_moved_leads_on_and_one_that_was_retired_tells_of_it(ask: Ask) -> None:
    for path in ("sessions/threshold/", "sessions/threshold"):
        answer = ask(path)
        assert (answer.status, answer.headers["Location"].rstrip("?")[-14:]) == (301, "sessions/door/")
    assert ask("sessions/threshold/?q=door").headers["Location"].endswith("sessions/door/?q=door")
    assert re.search(r"sessions/door/\??#stay$", ask("sessions/gate/").headers["Location"])
    retired = ask("sessions/rush/")
    assert retired.status == 410
    assert "How to hurry." in retired.body.decode()
    slash = ask("sessions/door")
    assert slash.status in (301, 308)
    assert slash.headers["Location"].endswith("sessions/door/")
    assert "127.0.0.1" not in slash.headers["Location"], "a proxy in front has another name"
