"""What MkDocs is told that the guide does not support: each is said in one sentence, before anything is built."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.plugins import PluginCollection
from mkdocs.theme import Theme

from .load.configuration import check_ends
from .load.text import parse
from .problems import Problems
from .render.html import COMPONENTS

# As `mkdocs.yml` has them; a file that inherits from it takes its place for a list as a whole.
PLUGINS = frozenset({"macros"})
_MACROS = {
    "module_name": "macros",
    "on_error_fail": True,
    "on_undefined": "strict",
    "j2_comment_start_string": "{{#",
    "j2_comment_end_string": "#}}",
}
EXTENSIONS = frozenset(
    "abbr admonition attr_list def_list footnotes pymdownx.details pymdownx.tabbed pymdownx.tasklist pymdownx.tilde toc".split()
)
_HOOK = ("macros", "hooks.py")
THEMES = frozenset({"material", "materialx"})
# Of plugins, what they do. Tried in a strict build: minify 0.8.0, glightbox 0.5.3, redirects 1.2.3 and git-revision-date-localized 1.6.3.
# mike 2.2.0 is missing here, for it works: what it publishes keeps to the folder of its version.
_BREAK = {
    "minify": "takes the quotation marks out of the HTML, by which the checks and the packages of the course read it",
    "glightbox": "puts a script and styles into each page, which the guide's policy refuses",
    "redirects": "writes pages with a script, which the guide's policy refuses; what moved stands in docs/data/redirects.yml",
    "git-revision-date-localized": "sets dates that no page shows; a practice, a letter and a module say by themselves when they last changed",
    "encryptcontent": "puts a script into each page, which the guide's policy refuses",
    "mermaid2": "loads a script from another site",
    "privacy": "fetches files from other sites",
    "social": "fetches files from other sites",
    "offline": "is for pages that are opened without a server, where no script of the guide runs",
    "optimize": "rewrites the files of the theme",
    "blog": "makes pages whose facts the guide does not know",
}
_LINKS = "where the header and the footer lead stands in docs/data/navigation.yml"
_LOGO = "a service's is 'logo' below 'extra: service:'"
_IGNORED = {
    "nav": _LINKS,
    "extra_css": "the styles stand in overrides/components",
    "extra_javascript": "the scripts stand in overrides/components",
    "copyright": "whose guide it is stands as 'name' below 'extra: service:'",
}
_IGNORED_OF_THE_THEME = {
    "favicon": _LOGO,
    "font": "letters are those that a reader's device has",
    "logo": _LOGO,
    "palette": "a service's colour is 'hue' below 'extra: service:', and readers choose light or dark",
}
_NOT_HAD = "it is for a part of the theme that the guide does not have"
# All that the templates of Material read there.
_IGNORED_IN_EXTRA = {
    "alternate": _LINKS,
    "analytics": "readers are not counted",
    "annotate": _NOT_HAD,
    "consent": "nothing is kept of which readers would have to be asked",
    "generator": _NOT_HAD,
    "homepage": _LINKS,
    "polyfills": _NOT_HAD,
    "scope": _NOT_HAD,
    "social": _LINKS,
    "status": _NOT_HAD,
    "tags": _NOT_HAD,
    "version": _NOT_HAD,
}
_OF_ANOTHER = re.compile(
    r"<script(?![^>]*\b(?:src=|type=\"?application/ld\+json))[^>]*>|<style\b|<[a-z][^<>]*\s(?:on[a-z]+|style)=[\"'][^<>]*>",
    re.IGNORECASE,
)


def faults(file: Path) -> Iterator[str]:
    """Say what MkDocs stops at in `file`, or else what it asks for and the guide cannot do, as a build does."""
    config = MkDocsConfig(str(file))
    try:
        check_ends(file)
        with file.open("rb") as opened:
            config.load_file(opened)
        errors, warnings = config.validate()
    except (OSError, AttributeError, RecursionError):  # which is a problem with its place
        return
    except (ConfigurationError, TypeError, ValueError) as error:
        found = Problems()
        parse(file.read_text("utf-8", errors="replace"), file.name, found)
        if not found.unparsed:  # or it is a problem with its place, too
            yield f"MkDocs cannot read {file.name}: {_in_one_line(error)}"
        return
    for key, said in (*errors, *warnings):
        yield f"MkDocs stops at '{key}' in {file.name}: {_in_one_line(said)}"
    if not errors:
        yield from unsupported(config)
        if not any(Path(name).parts[-2:] == _HOOK for name in config.hooks):
            yield f"The guide does not work without its hook: a list of hooks replaces the one in mkdocs.yml, so name '{'/'.join(_HOOK)}', too."


def _in_one_line(said: object) -> str:
    """Return what was said without the way there: of a traceback, its first line and its last."""
    first, *others = [line.strip() for line in str(said).splitlines() if line.strip()]
    is_traceback = any(line.startswith("Traceback ") for line in (first, *others))
    return " ".join([first, *(others[-1:] if is_traceback else others)])


def unsupported(config: MkDocsConfig) -> Iterator[str]:
    """Say what `config` asks for and the guide cannot do."""
    if not config.use_directory_urls:
        yield "The guide does not support 'use_directory_urls: false': its links lead to folders, and would all be broken."
    if not config.site_url:
        yield "The guide does not support a build without 'site_url': write the address where it will live, or links that are copied lead nowhere."
    if Path(config.docs_dir).resolve() != Path(config.config_file_path).resolve().parent / "docs":
        yield "The guide does not support 'docs_dir': its pages lie in 'docs', where every command reads them."
    yield from _of_the_theme(config.theme)
    yield from _of_the_plugins(config.plugins)
    for name in sorted(EXTENSIONS - {*config.markdown_extensions}):
        yield f"The guide does not work without the extension '{name}': a list of extensions replaces the one in mkdocs.yml, so name it too."
    for key, instead in _IGNORED.items():
        if config[key]:
            yield f"The guide does not support '{key}': {instead}."
    for key in sorted(_IGNORED_IN_EXTRA.keys() & {*config.extra}):
        yield f"The guide does not support '{key}' below 'extra': {_IGNORED_IN_EXTRA[key]}."


def _of_the_theme(theme: Theme) -> Iterator[str]:
    if theme.name not in THEMES:
        yield f"The guide does not support the theme '{theme.name}': write 'name: material'."
    if Path(theme.custom_dir or "").resolve() != COMPONENTS.parent:
        yield "The guide does not work without its templates: what stands under 'theme' needs 'custom_dir: overrides'."
    if (language := theme.get("language", "en")) != "en":
        yield f"The guide does not support 'language: {language}' under 'theme': what it says is English."
    if theme.name in THEMES:
        default = Theme(theme.name)
        for key in sorted({*theme} - {"language"}):
            if theme[key] not in (False, default.get(key)):  # `mkdocs.yml` turns the fonts off
                instead = _IGNORED_OF_THE_THEME.get(key, _NOT_HAD)
                yield f"The guide does not support '{key}' under 'theme': {instead}."


def _of_the_plugins(plugins: PluginCollection) -> Iterator[str]:
    for name in sorted(PLUGINS - _names(plugins)):
        yield f"The guide does not work without the plugin '{name}': a list of plugins replaces the one in mkdocs.yml, so name it too, as it is set there."
    for key, value in _MACROS.items() if "macros" in plugins else ():
        if plugins["macros"].config.get(key) != value:
            yield f"The guide does not work where the plugin 'macros' is set otherwise than in mkdocs.yml: write '{key}: {json.dumps(value)}' below it."
    for name in sorted(_names(plugins) & {*_BREAK}):
        yield f"The guide does not support the plugin '{name}': it {_BREAK[name]}."


def put_in(html: str) -> str:
    """Return the tag that another plugin put into a page and that the policy of the guide refuses, or nothing."""
    match = _OF_ANOTHER.search(html)
    return match[0][:60] if match else ""


def _names(plugins: PluginCollection) -> set[str]:
    return {name.rpartition("/")[2] for name in plugins}
