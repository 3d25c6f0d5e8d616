"""What MkDocs is told that the guide does not support: each is said in one sentence, before anything is built."""

import re
from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig

# As `mkdocs.yml` has them; a file that inherits from it takes its place for a list as a whole.
PLUGINS = frozenset({"macros"})
EXTENSIONS = frozenset(
    "abbr admonition attr_list def_list footnotes pymdownx.details pymdownx.tabbed pymdownx.tasklist pymdownx.tilde toc".split()
)
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
_IGNORED = {
    "nav": "where the header and the footer lead stands in docs/data/navigation.yml",
    "extra_css": "the styles stand in overrides/components",
    "extra_javascript": "the scripts stand in overrides/components",
}
_OF_ANOTHER = re.compile(
    r"<script(?![^>]*\b(?:src=|type=\"?application/ld\+json))[^>]*>|<style\b|<[a-z][^<>]*\s(?:on[a-z]+|style)=[\"'][^<>]*>",
    re.IGNORECASE,
)


def unsupported(config: MkDocsConfig) -> Iterator[str]:
    """Say what `config` asks for and the guide cannot do."""
    if not config.use_directory_urls:
        yield "The guide does not support 'use_directory_urls: false': its links lead to folders, and would all be broken."
    if not config.site_url:
        yield "The guide does not support a build without 'site_url': write the address where it will live, or links that are copied lead nowhere."
    if config.theme.name not in THEMES:
        yield f"The guide does not support the theme '{config.theme.name}': write 'name: material'."
    for name in sorted(PLUGINS - _names(config.plugins)):
        yield f"The guide does not work without the plugin '{name}': a list of plugins replaces the one in mkdocs.yml, so name it too, as it is set there."
    for name in sorted(EXTENSIONS - {*config.markdown_extensions}):
        yield f"The guide does not work without the extension '{name}': a list of extensions replaces the one in mkdocs.yml, so name it too."
    for name in sorted(_names(config.plugins) & {*_BREAK}):
        yield f"The guide does not support the plugin '{name}': it {_BREAK[name]}."
    for key, instead in _IGNORED.items():
        if config[key]:
            yield f"The guide does not support '{key}': {instead}."


def put_in(html: str) -> str:
    """Return the tag that another plugin put into a page and that the policy of the guide refuses, or nothing."""
    match = _OF_ANOTHER.search(html)
    return match[0][:60] if match else ""


def _names(plugins: object) -> set[str]:
    return {str(name).rpartition("/")[2] for name in plugins}  # type: ignore[attr-defined]
