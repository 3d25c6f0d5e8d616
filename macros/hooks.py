"""What happens when: the MkDocs events, each handed on to where the work is done.

See https://www.mkdocs.org/dev-guide/plugins/#events for the events.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

_ROOT = Path(__file__).resolve().parent.parent


@event_priority(100)  # before mkdocs-macros imports the package
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the guide afresh, code and all, so that `mkdocs serve` shows every change."""
    for name in [name for name in sys.modules if name == "macros" or name.startswith("macros.")]:
        del sys.modules[name]
    sys.path[:0] = [] if str(_ROOT) in sys.path else [str(_ROOT)]
    from macros.load import load
    from macros.problems import ProblemsFoundError
    from macros.site import ASIDE, KEY

    regions = (config.extra.get("practice") or {}).get("regions") or ()
    try:
        guide = load(
            Path(config.docs_dir),
            address=config.site_url or "/",
            regions=(regions,) if isinstance(regions, str) else regions,
            today=datetime.now(UTC).date(),
        )
    except ProblemsFoundError as error:
        raise PluginError(f"\n{error}") from None
    config.extra[KEY], config.extra[ASIDE] = guide, []
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out what the site does not serve: data, and the parts of the theme that it does not use."""
    from macros.publish import is_served

    for file in list(files):
        if not is_served(file.src_uri):
            files.remove(file)
    return files


@event_priority(100)  # before mkdocs-macros, for which a page's facts would hide words of the same name
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Keep of a page's facts what the theme needs."""
    page.meta = {"title": page.meta["title"], "description": page.meta["summary"]}
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the components into the page, now that Markdown is done with the text around them."""
    from macros.site import ASIDE, put_back

    return put_back(html, config.extra[ASIDE])


def on_post_build(config: MkDocsConfig) -> None:
    """Put the files beside the pages."""
    from macros.publish import publish
    from macros.site import KEY

    publish(config.extra[KEY], Path(config.site_dir), Path(config.theme.custom_dir or ""))
