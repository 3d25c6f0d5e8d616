"""What happens when: the MkDocs events, each handed on to where the work is done.

See https://www.mkdocs.org/dev-guide/plugins/#events for the events.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

_ROOT = Path(__file__).resolve().parent.parent
_served = False


def on_startup(command: str, dirty: bool) -> None:
    """Note whether the guide is built to be published, or served to someone who edits it."""
    global _served
    _served = command == "serve"


@event_priority(100)  # before mkdocs-macros imports the package
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the guide afresh, code and all, so that `mkdocs serve` shows every change."""
    for name in [name for name in sys.modules if name == "macros" or name.startswith("macros.")]:
        del sys.modules[name]
    sys.path[:0] = [] if str(_ROOT) in sys.path else [str(_ROOT)]
    from macros.load import Configuration, load
    from macros.problems import ProblemsFoundError
    from macros.site import ASIDE, KEY

    told = Configuration(Path(config.config_file_path), config.site_url or "/", config.extra.get("practice"))
    try:
        guide = load(Path(config.docs_dir), told, today=datetime.now(UTC).date(), editing=_served)
    except ProblemsFoundError as error:
        raise PluginError(f"\n{error}") from None
    config.extra[KEY], config.extra[ASIDE] = guide, []
    own = told.file.parent / guide.settings.folder
    config.watch = [*config.watch, *([str(own)] if own.is_dir() else [])]
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Remember the styles and scripts of the last release, before MkDocs empties the folder that it builds into."""
    from macros.publish import releases
    from macros.site import BEFORE

    config.extra[BEFORE] = releases(Path(config.site_dir))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Keep of `docs/` the pages that are shown and of the theme what the site serves, and take in what a practice adds."""
    from macros.publish import is_served
    from macros.site import KEY

    guide = config.extra[KEY]
    for file in list(files):
        is_written = file.src_dir == config.docs_dir
        is_made = file.src_dir is None  # by another plugin
        if not (is_made or (file.src_uri in guide.files if is_written else is_served(file.src_uri))):
            files.remove(file)
    for path, source in guide.additions.items():
        files.append(File.generated(config, path, abs_src_path=str(source)))
    return files


def on_page_read_source(page: Page, config: MkDocsConfig) -> str:
    """Give the page its text as the practice shows it. Its facts were read with the guide: MkDocs need not do so again."""
    from macros.site import KEY, path_of

    return f"---\n{{}}\n---\n{config.extra[KEY].body_of(path_of(page.file.src_uri))}"


@event_priority(100)  # before mkdocs-macros, for which a page's facts would hide words of the same name
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Tell the theme what it needs of the page's facts."""
    from macros.site import KEY, path_of

    facts = config.extra[KEY].page(path_of(page.file.src_uri))
    page.meta = {"title": facts.title, "description": facts.summary}


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the components into the page, now that Markdown is done with the text around them, and say which ids they have.

    Below a practice or a letter stands who answers for it, whatever its author wrote.
    """
    from macros.render.reviews import upkeep
    from macros.site import ASIDE, KEY, ids_in, path_of, put_back

    html = f"{put_back(html, config.extra[ASIDE])}{upkeep(config.extra[KEY], path_of(page.file.src_uri))}"
    page.present_anchor_ids = ids_in(html)  # MkDocs would miss the steps and phrases that a text links to
    return html


def on_post_build(config: MkDocsConfig) -> None:
    """Put the files beside the pages."""
    from macros.publish import publish
    from macros.site import BEFORE, KEY

    theme = Path(config.theme.custom_dir or "")
    publish(config.extra[KEY], Path(config.site_dir), theme, config.extra[BEFORE])
