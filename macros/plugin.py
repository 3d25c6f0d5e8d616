"""The guide as a plugin of MkDocs: one object holds what a build knows, and each event hands on to where the work is done.

See https://www.mkdocs.org/dev-guide/plugins/#events for the events.
"""

from dataclasses import replace
from functools import partial
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.commands.build import get_context
from mkdocs.config.base import LegacyConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from . import clock
from .forms import Forms
from .guide import Guide
from .load import Configuration, load
from .load.configuration import service_in
from .markup import as_read, as_shown
from .problems import ProblemsFoundError
from .publish import assets, beside_pages, is_asset, is_served, write_offline
from .publish.assets import Release, Releases, put_back, releases
from .publish.tidy import Tidy
from .publish.vocabulary import localized
from .publish.widgets import oembed_at, places, widgets
from .render.gone import with_gone
from .render.html import url
from .render.practice import arranged, nearby
from .render.reviews import page_status
from .render.structured import json_ld
from .site import NAME, ids_in, path_of, restore
from .supported import put_in, unsupported


class EndingWell(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]  # its `__init_subclass__`
    """A build: the guide that was read for it, the blocks stashed away from Markdown, and the releases of its assets."""

    def __init__(self, guide: Guide) -> None:
        """Begin a build of `guide`."""
        self.guide = guide
        self.stash: list[Markup] = []
        self.before: Releases = {}
        self.release = Release.of({})

    @classmethod
    def join(cls, config: MkDocsConfig, *, editing: bool) -> None:
        """Read the guide that `config` tells of, and join the plugins as `config.plugins["ending-well"]`.

        Raises PluginError, which lists what the guide does not support, or else every mistake of it.
        """
        if sentences := [*unsupported(config)]:
            raise PluginError("\n" + "\n".join(sentences))
        configuration = Configuration(
            Path(config.config_file_path), config.site_url or "/", service_in({"extra": config.extra})
        )
        try:
            guide = load(Path(config.docs_dir), configuration, today=clock.today(), editing=editing)
        except ProblemsFoundError as error:
            raise PluginError(f"\n{error}") from None
        config.plugins[NAME] = cls(guide)
        config.markdown_extensions = [*config.markdown_extensions, Forms()]  # type: ignore[list-item]  # or an extension itself
        own = configuration.file.parent / guide.settings.folder
        config.watch = [*config.watch, *([str(own)] if own.is_dir() else [])]

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Remember the styles and scripts of the last release, before MkDocs empties the folder that it builds into.

        Another plugin may have moved the guide by now, into the folder of a version.
        """
        self.guide = replace(self.guide, address=f"{(config.site_url or '').rstrip('/')}/")
        self.before = releases(Path(config.site_dir))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Keep of `docs/` the pages that are shown and of the theme what the site serves, and take in what a service adds."""
        for file in list(files):
            is_written = file.src_dir == config.docs_dir
            is_made = file.src_dir is None  # by another plugin
            if not (is_made or (file.src_uri in self.guide.files if is_written else is_served(file.src_uri))):
                files.remove(file)
        for path, source in self.guide.own_files.items():
            file = File.generated(config, path, abs_src_path=str(source))
            file.edit_uri = (
                f"../{self.guide.settings.folder}/{path}"  # from `docs/`, of which an `edit_uri` tells
            )
            files.append(file)
        return files

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str:
        """Give the page its text as the service shows it, and as Python-Markdown reads it. Its facts were read with the guide: MkDocs need not do so again."""
        return f"---\n{{}}\n---\n{as_read(self.guide.body_of(path_of(page.file.src_uri)))}"

    @event_priority(100)  # before mkdocs-macros, for which a page's facts would hide macros of the same name
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Tell the theme what it needs of the page's facts, and the sitemap the day on which its text last changed, if it is known."""
        facts = self.guide.page(path_of(page.file.src_uri))
        page.meta = {"title": facts.title, "description": facts.summary}
        change = self.guide.change_of(facts.path)
        page.update_date = str(change.changed) if change else ""

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put the components into the page, now that Markdown is done with the text around them, and say which ids they have.

        Below a practice stand its neighbours, then what was once on the page, and below all that is reviewed who answers for it,
        whatever its author wrote.
        """
        here = path_of(page.file.src_uri)
        html = restore(as_shown(html), self.stash)
        if practice := self.guide.practices.get(here):
            html = f"{arranged(html)}{nearby(self.guide, practice)}"
        html = f"{with_gone(self.guide, here, html)}{page_status(self.guide, here)}"
        page.present_anchor_ids = ids_in(html)  # MkDocs would miss the steps and phrases that a text links to
        return html

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Make the styles and scripts of this release, now that all text is known, and tell the templates where they are."""
        env.add_extension(Tidy)
        env.filters |= {
            "address": url,
            "json_ld": partial(json_ld, self.guide),
            "oembed": partial(oembed_at, self.guide),
            "places": places,
        }
        env.globals |= {"guide": self.guide, "release": self.release}
        nowhere = get_context(Navigation([], []), [], config)
        frame = env.get_template("404.html").render(nowhere)
        pages = [file.page.content or "" for file in files.documentation_pages() if file.page]
        theme = [file for file in files if is_asset(file.src_uri)]
        components = Path(config.theme.custom_dir or "", "components")
        framed = widgets(self.guide)
        made = assets(
            self.guide,
            {file.src_uri: file.content_bytes for file in theme},
            components,
            [frame, *pages],
            framed,
        )
        self.release = env.globals["release"] = Release.of(made, frame)
        for file in theme:
            files.remove(file)
        made_beside = beside_pages(self.guide, config.site_name, self.release.folder, components, framed)
        for path, content in (self.release.files | made_beside).items():
            # Markdown by its name would be a page.
            file = File.generated(config, f"{path}.made", content=content)
            file.dest_uri = path
            files.append(file)
        return env

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Let the page for an address that leads nowhere speak as the service does."""
        return localized(output, self.guide.settings.wording) if template_name.endswith(".html") else output

    @event_priority(-100)  # when all other plugins are done with it
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Let the page speak as the service does.

        Raises PluginError where another plugin put something into it that its policy refuses.
        """
        if tag := put_in(output):
            raise PluginError(
                f"A plugin put '{tag}' into {page.file.src_uri}: the guide does not support that, for its policy refuses it."
            )
        return localized(output, self.guide.settings.wording)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Bundle the pages for readers without a network, and keep the last release for whoever has a page of it open."""
        site = Path(config.site_dir)
        write_offline(site)
        put_back(site, self.before, self.release.version)
