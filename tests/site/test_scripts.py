"""What readers fetch of the scripts is what was written, less the comments."""

from pathlib import Path

import pytest
from pygments.lexers.javascript import JavascriptLexer
from pygments.token import Comment, Whitespace

from macros.publish.packages import PLATFORM
from macros.publish.scripts import without_comments

COMPONENTS = Path(__file__).parents[2] / "overrides" / "components"


def tokens(script):
    """The script as a lexer reads it, less comments and what is blank."""
    read = JavascriptLexer().get_tokens(script)
    return [
        (kind, text) for kind, text in read if kind not in Comment and kind not in Whitespace and text.strip()
    ]


def test_a_script_that_is_fetched_does_the_same_without_its_comments(site):
    own = {
        path.relative_to(COMPONENTS).as_posix(): path.read_text("utf-8")
        for path in COMPONENTS.rglob("*.js")
        if "vendor" not in path.parts
    }
    assert [path for path, text in own.items() if tokens(text) != tokens(without_comments(text))] == []
    (components,) = site.glob("v/*/components")
    served = {path: text for path, text in own.items() if not path.startswith(f"{PLATFORM}/")}
    assert not (components / PLATFORM).exists()
    shown = {path: (components / path).read_text("utf-8") for path in served}
    assert shown == {path: without_comments(text) for path, text in served.items()}
    assert [path for path, text in shown.items() if "/**" in text or "\n//" in text] == []


@pytest.mark.parametrize(
    ("written", "fetched"),
    [
        ("/** What it is. */\nconst a = 1;\n", "const a = 1;\n"),
        ("/**\n * Of two lines.\n */\n\nfirst();\n\n  // Why.\nsecond();\n", "first();\nsecond();\n"),
        ("const a = /** @type {B} */ (b);\n", "const a = (b);\n"),
        (
            'const address = "https://example.org"; // said behind\n',
            'const address = "https://example.org"; // said behind\n',
        ),
    ],
)
def test_comments_go_and_nothing_else(written, fetched):
    assert without_comments(written) == fetched


def test_a_change_of_the_script_itself_is_seen():
    assert tokens("a(`1\\n\\n`); // one") == tokens("a(`1\\n\\n`);") != tokens("a(`1\\n`);")
    assert tokens('a("/** b */");') != tokens('a("");')
