"""The logo of a service is a picture, of the kind that its name says, and nothing more."""

import pytest
from author import Author

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 1 1">'
WEBP = b"RIFF\x1a\x00\x00\x00WEBPVP8L"
PNG = b"\x89PNG\r\n\x1a\n\x00"


def answers(author: Author, name: str, content: bytes) -> list[str]:
    """Return what is said of a logo `name` with this content, without its place and its fix."""
    author.edits(f"service\nservice.yml\n- logo: assets/logo.svg\n+ logo: assets/{name}")
    del author.files["service/assets/logo.svg"]
    logo = author.docs.parent / "service" / "assets" / name
    logo.parent.mkdir(parents=True)
    logo.write_bytes(content)
    return [answer.partition("\n")[0].partition("  ")[2] for answer in author.reads()]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("logo.png", PNG),
        ("logo.webp", WEBP),
        ("logo.svg", f'<?xml version="1.0"?>\n<!-- A house -->{OPEN}<path d="M0 0"/></svg>'.encode()),
        ("logo.svg", f"{OPEN}<title>A house</title></svg>".encode("utf-8-sig")),
        (
            "logo.svg",
            f'{OPEN}<style>.a {{fill: url(#b)}}</style><defs><path id="b"/></defs><use xlink:href="#b"/></svg>'.encode(),
        ),
        ("logo.svg", f'{OPEN}<image href="data:image/png;base64,iVBORw0KGgo="/></svg>'.encode()),
        ("logo.svg", f'{OPEN}<animate attributeName="x" values="0;1" from="0" to="1"/></svg>'.encode()),
    ],
)
def test_a_picture_is_left_alone(author: Author, name: str, content: bytes) -> None:
    assert answers(author, name, content) == []


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("logo.png", b"A picture.", "PNG"),
        ("logo.png", b"", "PNG"),
        ("logo.png", WEBP, "PNG"),
        ("logo.webp", PNG, "WebP"),
        ("logo.svg", PNG, "SVG"),
        ("logo.svg", b"", "SVG"),
        ("logo.svg", b"<svg/>", "SVG"),
        ("logo.svg", b"<html><script>1</script></html>", "SVG"),
        ("logo.svg", b'<?xml version="1.0" encoding="none"?><svg/>', "SVG"),
        ("logo.svg", f"{OPEN}<path>".encode(), "SVG"),
    ],
)
def test_a_file_is_of_the_kind_that_its_name_says(
    author: Author, name: str, content: bytes, kind: str
) -> None:
    assert answers(author, name, content) == [
        f"EW867  'service/assets/{name}' is no {kind} inside, whatever its name says"
    ]


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ("<script>1</script>", "a script"),
        ('<x:script xmlns:x="http://www.w3.org/1999/xhtml">1</x:script>', "a script"),
        ('<path onclick="run()"/>', "a script, under 'onclick'"),
        ('<path onLoad="run()"/>', "a script, under 'onLoad'"),
        ('<a href="https://other.example/"/>', "a link that leads out of it, under 'href'"),
        ('<image xlink:href="//other.example/a.png"/>', "a link that leads out of it, under 'href'"),
        ('<a href=" &#106;avascript:run()"/>', "a link that leads out of it, under 'href'"),
        ('<a href="data:text/html,hello"/>', "a link that leads out of it, under 'href'"),
        ('<set attributeName="href" to="javascript:run()"/>', "a link that leads out of it, under 'to'"),
        (
            '<animate attributeName="href" values="#a;https://other.example/"/>',
            "a link that leads out of it, under 'values'",
        ),
        ("<style>@import 'https://other.example/a.css';</style>", "a style that leads out of it"),
        ('<path style="fill: url( //other.example/a.svg#b)"/>', "a style that leads out of it"),
        ('<path fill="url(https://other.example/a.svg#b)"/>', "a style that leads out of it"),
    ],
)
def test_a_logo_does_nothing_and_asks_no_other_host(author: Author, inside: str, what: str) -> None:
    found = answers(author, "logo.svg", f"{OPEN}{inside}</svg>".encode())
    assert found == [f"EW867  'service/assets/logo.svg' holds {what}"]


def test_a_logo_has_its_style_within_itself(author: Author) -> None:
    sheet = '<?xml-stylesheet href="https://other.example/a.css"?>'
    assert answers(author, "logo.svg", f"{sheet}{OPEN}</svg>".encode()) == [
        "EW867  'service/assets/logo.svg' holds a link to a style sheet"
    ]
