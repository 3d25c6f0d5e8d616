"""What MkDocs can be told and the guide cannot do is said, in one sentence each, before anything is built."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from author import Author
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin

from macros import check
from macros.plugin import EndingWell
from macros.site import Site
from macros.supported import EXTENSIONS, put_in, unsupported

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def config(monkeypatch: pytest.MonkeyPatch) -> MkDocsConfig:
    """What MkDocs reads from the guide's own file."""
    monkeypatch.chdir(ROOT)
    return load_config(str(ROOT / "mkdocs.yml"))


def test_the_guide_itself_is_supported(config: MkDocsConfig) -> None:
    assert [*unsupported(config)] == []


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [
        ("use_directory_urls", False, "does not support 'use_directory_urls: false'"),
        ("site_url", "", "does not support a build without 'site_url'"),
        ("nav", ["index.md"], "does not support 'nav'"),
        ("extra_css", ["a.css"], "does not support 'extra_css'"),
        ("extra_javascript", ["a.js"], "does not support 'extra_javascript'"),
        ("copyright", "Ours", "does not support 'copyright'"),
        ("extra", {"analytics": {"provider": "custom"}}, "does not support 'analytics' below 'extra'"),
    ],
)
def test_a_setting_that_cannot_be_is_told(config: MkDocsConfig, key: str, value: Any, sentence: str) -> None:
    config[key] = value
    (said,) = unsupported(config)
    assert said.startswith(f"The guide {sentence}")


def test_a_theme_and_plugins_that_break_a_page_are_told(config: MkDocsConfig) -> None:
    config.theme.name = "readthedocs"
    config.plugins |= {"minify": BasePlugin(), "material/social": BasePlugin(), "search": BasePlugin()}
    assert [sentence.partition(":")[0] for sentence in unsupported(config)] == [
        "The guide does not support the theme 'readthedocs'",
        "The guide does not support the plugin 'minify'",
        "The guide does not support the plugin 'social'",
    ]


@pytest.mark.parametrize(
    ("name", "instead"),
    [
        ("redirects", "what moved stands in docs/data/redirects.yml"),
        ("git-revision-date-localized", "say by themselves when they last changed"),
    ],
)
def test_a_plugin_for_what_the_guide_does_itself_is_told(
    config: MkDocsConfig, name: str, instead: str
) -> None:
    config.plugins |= {name: BasePlugin()}
    (said,) = unsupported(config)
    assert said.startswith(f"The guide does not support the plugin '{name}': ")
    assert said.endswith(f"{instead}.")


def test_lists_that_take_the_place_of_the_guides_own_are_told(config: MkDocsConfig) -> None:
    config.markdown_extensions = ["toc", "tables", "fenced_code", "footnotes", "admonition", "def_list"]
    del config.plugins["macros"]
    assert [sentence.partition(":")[0] for sentence in unsupported(config)] == [
        "The guide does not work without the plugin 'macros'",
        *(
            f"The guide does not work without the extension '{name}'"
            for name in sorted(EXTENSIONS - {*config.markdown_extensions})
        ),
    ]


@pytest.mark.parametrize(
    ("slip", "said"),
    [
        ("plugins: [{macros: {module_name: macros, on_error_fail: true, on_undefined: lax, j2_comment_start_string: '{{#', j2_comment_end_string: '#}}'}}]", "The guide does not work where the plugin 'macros' is set otherwise than in mkdocs.yml: write 'on_undefined: \"strict\"' below it."),
        ("plugins: [macros, tagz]", "MkDocs stops at 'plugins' in service.yml: The \"tagz\" plugin is not installed"),
        ("plugins: [{macros: {verbos: true}}]", "MkDocs stops at 'plugins' in service.yml: Plugin 'macros' option 'verbos': Unrecognised configuration name: verbos"),
        ("markdown_extensions: [tocs]", "MkDocs stops at 'markdown_extensions' in service.yml: Failed to load extension 'tocs'. ModuleNotFoundError: "),
        ("docs_dir: doc", "MkDocs stops at 'docs_dir' in service.yml: The path '"),
        ("sight_name: Ours", "MkDocs stops at 'sight_name' in service.yml: Unrecognised configuration name: sight_name"),
        ("edit_uri: [a]", "MkDocs stops at 'edit_uri' in service.yml: Expected type: <class 'str'>"),
        ("theme: {name: materiel}", "MkDocs stops at 'theme' in service.yml: Unrecognised theme name: 'materiel'."),
        ("nav: [absent.md]", "The guide does not support 'nav': "),
        ("docs_dir: service", "The guide does not support 'docs_dir': "),
        ("docs_dir: ROOT/docs", "The guide does not support 'docs_dir': "),
        ("theme: {language: de}", "The guide does not support 'language: de' under 'theme': "),
        ("theme: {palette: {primary: red}}", "The guide does not support 'palette' under 'theme': a service's colour is 'hue'"),
        ("theme: {direction: rtl}", "The guide does not support 'direction' under 'theme': it is for a part of the theme"),
        ("theme: {font: {text: Inter}}", "The guide does not support 'font' under 'theme': "),
        ("theme: material", "The guide does not work without its templates: "),
        ("theme: {name: material, custom_dir: service}", "The guide does not work without its templates: "),
        ("repo_url: https://[guide.example/", "MkDocs cannot read service.yml: Invalid IPv6 URL"),
        ("hooks: [ROOT/tests/__init__.py]", "The guide does not work without its hook: "),
    ],
)  # fmt: skip
def test_the_check_stops_at_what_a_build_would_stop_at(
    author: Author, capsys: pytest.CaptureFixture[str], slip: str, said: str
) -> None:
    author.edits(f"service\nservice.yml\n- INHERIT: mkdocs.yml\n+ INHERIT: mkdocs.yml\n+ {slip}")
    assert check.main(author.writes().parent) == 1
    assert capsys.readouterr().out.startswith(said)


@pytest.mark.parametrize(
    ("mkdocs", "said", "code"),
    [
        ("plugins: [macros", "", "EW002"),
        ("repo_name: {it: a?, b}", "MkDocs cannot read service.yml: MkDocs encountered an error parsing the configuration file: while parsing a flow mapping", ""),
        ("plugins: [!!python/name:absent.it ]", "MkDocs cannot read service.yml: MkDocs encountered an error", ""),
        ("INHERIT: service.yml", "", "EW105"),
        ("INHERIT: absent.yml", "", "EW859"),
        ("INHERIT absent.yml", "", "EW008"),
        ("- macros", "MkDocs cannot read service.yml: ", "EW008"),
    ],
)  # fmt: skip
def test_the_check_stops_where_nothing_can_be_read(
    author: Author, capsys: pytest.CaptureFixture[str], mkdocs: str, said: str, code: str
) -> None:
    author.edits(f"service\nmkdocs.yml\n+ {mkdocs}")
    assert check.main(author.writes().parent) == 1
    told = capsys.readouterr().out
    assert said in told
    assert code in told
    assert told.endswith("\n1 problem. Nothing was published.\n") == bool(code)


def test_what_cannot_be_read_is_told_once(author: Author, capsys: pytest.CaptureFixture[str]) -> None:
    author.edits("""
    service
    service.yml
    - site_name: Good endings
    + site_name: [Good endings
    """)
    assert check.main(author.writes().parent) == 1
    told = capsys.readouterr().out
    assert "MkDocs" not in told
    assert told.endswith("\n1 problem. Nothing was published.\n")


def test_nothing_is_read_for_what_is_not_supported(config: MkDocsConfig) -> None:
    config.use_directory_urls = False
    with pytest.raises(PluginError, match="its links lead to folders"):
        EndingWell.join(config, editing=False)


def test_macros_without_the_hook_are_told() -> None:
    with pytest.raises(PluginError, match="without its hook"):
        Site.of(SimpleNamespace(conf=SimpleNamespace(plugins={})))


@pytest.mark.parametrize(
    "tag",
    [
        "<script>",
        '<script type="module">',
        "<style>",
        '<a href="x" onclick="y()">',
        '<p style="color: red">',
    ],
)
def test_what_another_plugin_puts_into_a_page_is_seen(author: Author, tag: str) -> None:
    plugin, page = EndingWell(author.guide()), SimpleNamespace(file=SimpleNamespace(src_uri="index.md"))
    with pytest.raises(PluginError, match=r"into index\.md: the guide does not support that"):
        plugin.on_post_page(f"<p>Text</p>{tag}", page=page, config=None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "html",
    [
        '<script src="a.js"></script><script type="module" src="b.js"></script>',
        '<script type="application/ld+json">{}</script>',
        "<p>Write on the door, in style=1.</p>",
        '<p data-style="x">',
    ],
)
def test_what_the_guide_puts_there_is_left(html: str) -> None:
    assert put_in(html) == ""


@pytest.mark.parametrize("moved", ["https://guide.example/v1", "https://guide.example/v1/"])
def test_the_guide_lives_where_another_plugin_puts_it(author: Author, tmp_path: Path, moved: str) -> None:
    plugin = EndingWell(author.guide())
    plugin.on_pre_build(config=SimpleNamespace(site_url=moved, site_dir=str(tmp_path / "site")))  # type: ignore[arg-type]
    assert plugin.guide.address == "https://guide.example/v1/"
    assert Site(None, plugin).guide.address == "https://guide.example/v1/"
