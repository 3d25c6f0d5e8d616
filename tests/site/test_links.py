"""No link of the built site leads nowhere, and no page makes a browser ask another host."""

import textwrap
from collections import Counter
from urllib.parse import urlsplit

import pytest
from pages import read, target


def problems(site, site_url):
    """Everything that is wrong with the ids and the addresses of the pages below the folder, as lines to read."""
    pages = read(site)
    ids = {path: set(page.ids) for path, page in pages.items()}
    found = []
    for path, page in pages.items():
        found += [f"{path}: id '{id_}' stands {n} times" for id_, n in Counter(page.ids).items() if n > 1]
        for reference in page.references:
            wrong = problem(site, site_url, path, reference, ids)
            found += (
                [f"{path}:{reference.line}: <{reference.tag}> {reference.address}: {wrong}"] if wrong else []
            )
    return found


def problem(site, site_url, path, reference, ids):
    scheme = urlsplit(reference.address).scheme
    if scheme in {"mailto", "tel", "sms"} and reference.tag == "a":
        return None
    if scheme == "data" and reference.tag in {"img", "link", "style"}:
        return None
    if scheme not in {"", "http", "https"}:
        return "no kind of address for this place"
    if reference.address.startswith("//"):
        return "names a host with no scheme"
    there = target(site, site_url, path, reference.address)
    if there is None:
        return "asks another host" if reference.fetched else None
    file, fragment = there
    if not file.is_file():
        return "no such file in the site"
    # The top of a page needs no id; `run=` is a checklist's state and no place.
    if fragment in {"", "top"} or fragment.startswith("run=") or file.suffix != ".html":
        return None
    return None if fragment in ids[file.relative_to(site).as_posix()] else "no such id on that page"


def test_every_link_resolves(site, site_url):
    found = problems(site, site_url)
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ('<p id="a"></p><p id="a"></p>', "id 'a' stands 2 times"),
        ('<a href="gone/">', "no such file"),
        ('<a href="#gone">', "no such id"),
        ('<a href="other/#gone">', "no such id"),
        ('<a href="https://here.example/gone/">', "no such file"),
        ('<meta http-equiv="refresh" content="0; url=other/#gone">', "no such id"),
        ('<img src="https://elsewhere.example/a.png">', "asks another host"),
        ('<img srcset="other/index.html 1x, gone.png 2x">', "no such file"),
        ('<link rel="stylesheet" href="//elsewhere.example/a.css">', "names a host"),
        ('<a href="//other/">', "names a host"),
        ('<p style="background: url(https://elsewhere.example/a.png)">', "asks another host"),
        ('<a href="javascript:void(0)">', "no kind of address"),
        ('<a href="other/#b">, <a href="#">, <a href="https://elsewhere.example/">', None),
        ('<link rel="canonical" href="https://here.example/other/">', None),
    ],
)
def test_a_mistake_is_seen(tmp_path, page, expected):
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "index.html").write_text('<p id="b"></p>')
    (tmp_path / "index.html").write_text(textwrap.dedent(page))
    found = problems(tmp_path, "https://here.example/")
    assert (len(found) == 1 and expected in found[0]) if expected else not found
