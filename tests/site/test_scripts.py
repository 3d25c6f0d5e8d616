"""What readers fetch of the scripts is what was written, less the comments."""

from pathlib import Path

import pytest
from pygments.lexers.javascript import JavascriptLexer
from pygments.token import Comment, Whitespace

from macros.publish import ENGINE
from macros.publish.bundle import joined
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
    scripts = {
        f"components/{path.relative_to(COMPONENTS).as_posix()}": path.read_text("utf-8")
        for path in COMPONENTS.rglob("*.js")
    }
    own = {path: text for path, text in scripts.items() if "/vendor/" not in path}
    bare = {path: without_comments(text) for path, text in own.items()}
    assert [path for path, text in own.items() if tokens(text) != tokens(bare[path])] == []
    assert [path for path, text in bare.items() if "/**" in text or "\n//" in text] == []
    served = {path: text for path, text in (scripts | bare).items() if f"/{PLATFORM}/" not in path}
    (release,) = site.glob("v/*/")
    shown = {
        file.relative_to(release).as_posix(): file.read_text("utf-8")
        for file in release.glob("components/**/*.js")
    }
    assert shown == joined(served, ENGINE)
    assert "import" not in shown[ENGINE]


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
