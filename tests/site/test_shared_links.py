"""What a chat or a wiki shows beside a link to a page: a title, a line, and a picture of the page's side."""

import re

import pytest

META = re.compile(r'<meta (?:property|name)="((?:og|twitter):[\w:]+)" content="([^"]*)">')


@pytest.mark.parametrize(
    ("path", "picture"),
    [
        ("", "guide"),
        ("sessions/", "sessions"),
        ("sessions/door-handle/", "sessions"),
        ("relationships/referral/", "relationships"),
        ("shared/safety-plan/", "shared"),
        ("letters/", "guide"),
        ("course/risk-late/", "guide"),
    ],
)
def test_a_link_is_shown_with_title_line_and_picture(site, site_url, path, picture):
    html = (site / path / "index.html").read_text("utf-8")
    told = dict(META.findall(html))
    assert told["og:url"] == site_url + path
    assert told["og:title"] == re.search(r"<title>(.*?)(?: · Ending Well)?</title>", html)[1]
    assert told["og:description"] == re.search(r'<meta name="description" content="([^"]*)">', html)[1]
    assert told["og:image"] == f"{site_url}assets/share/{picture}.png"
    assert told["og:image:alt"].startswith("A door that stands open, and ")
    assert told["twitter:card"] == "summary_large_image"
    file = site / told["og:image"].removeprefix(site_url)
    assert file.read_bytes().startswith(b"\x89PNG")
    assert file.stat().st_size <= 40_000


def test_a_page_without_an_address_of_its_own_tells_none(site):
    assert META.findall((site / "404.html").read_text("utf-8")) == []
