"""The course as packages for learning platforms: each module a page that stands alone, and a list of them.

The templates beside this file are the lists, one for each standard.
"""

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path
from urllib.parse import urljoin

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ...course import Module
from ...guide import Guide, digest, version
from ...models import is_local
from ...render.contacts import CONTACTS
from ...render.course import HOME
from ...render.html import COMPONENTS, component, url
from ..assets import FOLDER as RELEASES
from ..bundle import bundle
from ..scripts import without_comments
from ..vocabulary import localized

PLATFORM = "platform"  # the component that speaks to the platform; no page of the site has it
MANIFEST = "imsmanifest.xml"
LISTS = {"scorm-1.2": MANIFEST, "scorm-2004": MANIFEST, "cmi5": "cmi5.xml"}
"""Each standard that keeps score, and the file in which it looks for the modules."""
LINKS = "links"
STYLES, SCRIPT = "guide.css", "module.js"
_STORAGE = "components/base/storage.js"
_MEMORY = f"components/{PLATFORM}/memory.js"
_ELEMENT = re.compile(r"<(ew-[\w-]+)")
_NAME = re.compile(r'<meta name="application-name" content="([^"]*)">')
_RELEASE = re.compile(rf'href="[./]*({RELEASES}/\w+/){re.escape(STYLES)}"')
_ARTICLE = re.compile(r'<article\b[^>]*id="main"[^>]*>(.*)</article>', re.DOTALL)
# What a platform has its own of, what needs the rest of the guide, and what is for those who run the course.
_NOT_THERE = re.compile(
    r'<(ew-(?:missing|progress|share|facilitator))\b.*?</\1>|<p class="crumb">.*?</p>|<div class="actions" data-links>.*?</div>',
    re.DOTALL,
)
_NO_SCRIPT = {"ew-embed"}  # would fetch a list from the guide; without it, the steps are links
_LINK = re.compile(r'<a\b([^>]*)\bhref="([^"#][^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
_BODY = "<!-- the module -->"
_BEGINNING = (1980, 1, 1, 0, 0, 0)  # of time in an archive: two of one course are the same to the byte

_templates = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)


class NotBuiltError(Exception):
    """The site does not hold the course as the guide has it."""


@dataclass(frozen=True)
class Unit:
    """A module as platforms list it: by a name that stays, and in the version that it has now."""

    id: str
    title: str
    summary: str
    address: str
    version: str


@dataclass(frozen=True)
class Course:
    """The course as platforms list it."""

    id: str
    title: str
    summary: str
    address: str
    version: str
    units: tuple[Unit, ...]


@dataclass(frozen=True)
class Built:
    """What the site says in each module, by the path of its page, and the styles and scripts it has for that."""

    name: str
    articles: Mapping[str, str]
    styles: str
    scripts: Mapping[str, str]

    @classmethod
    def of(cls, guide: Guide, site: Path) -> "Built":
        """Read the `site`, whose guide has a module. Raises NotBuiltError where `guide` would be built into another."""
        pages = {module.path: _page(site, module) for module in guide.modules_in_order}
        first = next(iter(pages.values()))
        name, release = _NAME.search(first), _RELEASE.search(first)
        articles = {path: article[1] for path, page in pages.items() if (article := _ARTICLE.search(page))}
        asked = {path: [item.code for item in guide.items[path].values()] for path in pages}
        if not (
            name and release and all(code in articles.get(path, "") for path in asked for code in asked[path])
        ):
            raise NotBuiltError
        folder = site / release[1]
        files = (folder / "components").rglob("*.js")
        scripts = {file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in files}
        return cls(unescape(name[1]), articles, (folder / STYLES).read_text("utf-8"), scripts)


def _page(site: Path, module: Module) -> str:
    file = site / url(module.path) / "index.html"
    return file.read_text("utf-8") if file.exists() else ""


def packages(guide: Guide, site: Path) -> dict[str, bytes]:
    """Return each package by the name of its file, made of the modules as they were built into `site`.

    The guide knows its own address and has a module. Raises NotBuiltError where it would be built into another site.
    """
    built = Built.of(guide, site)
    course = _course(guide, built.name)
    links = {f"{unit.id}.xml": _list("link", unit=unit) for unit in course.units}
    return {
        **{
            f"{standard}.zip": _zipped(
                {
                    file: _list(standard, course=course, shared=(STYLES, SCRIPT)),
                    **_content(guide, built, standard),
                }
            )
            for standard, file in LISTS.items()
        },
        f"{LINKS}.imscc": _zipped({MANIFEST: _list(LINKS, course=course), **links}),
    }


def _course(guide: Guide, name: str) -> Course:
    say, home = guide.settings.wording.localize, guide.pages[HOME]
    units = tuple(
        Unit(module.id, say(module.title), say(module.summary), guide.address_of(module), version(module))
        for module in guide.modules_in_order
    )
    address = f"{guide.address}{url(HOME)}"
    return Course(
        f"guide-{re.sub('[^a-z0-9]+', '-', address.partition('://')[2].lower()).strip('-')}",
        f"{name}: {say(home.title)}",
        say(home.summary),
        address,
        digest([unit.version for unit in units])[:8],
        units,
    )


def _list(name: str, **context: object) -> str:
    return _templates.get_template(f"{name}.xml.j2").render(context)


def _content(guide: Guide, built: Built, standard: str) -> dict[str, str]:
    """Return the files of a package but for its list: a page for each module, their styles and their one script.

    Their storage lasts as long as the page: on a platform it would be one for all who use that browser.
    """
    pages = {f"{module.id}.html": _alone(guide, built, standard, module) for module in guide.modules_in_order}
    elements = set(_ELEMENT.findall("".join(pages.values()))) - _NO_SCRIPT
    files = (COMPONENTS / PLATFORM).glob("*.js")
    speaking = {
        f"components/{PLATFORM}/{file.name}": without_comments(file.read_text("utf-8")) for file in files
    }
    scripts = {**built.scripts, **speaking, _STORAGE: speaking[_MEMORY]}
    return {**pages, STYLES: built.styles, SCRIPT: bundle(scripts, elements, "")}


def _alone(guide: Guide, built: Built, standard: str, module: Module) -> str:
    """Return the page of a module as a platform opens it. What was built says it as the service does already."""
    page = component(
        "package",
        standard=standard,
        title=module.title,
        guide=built.name,
        version=version(module),
        tasks=guide.items[module.path].values(),
        course=f"{guide.address}{url(HOME)}",
        address=guide.address_of(module),
        contacts=f"{guide.address}{url(guide.shown(CONTACTS))}",
        is_local=is_local(module.path),
    )
    modules = {guide.address_of(other) for other in guide.modules_in_order}

    def linked(link: re.Match[str]) -> str:
        before, address, after, words = link.groups()
        there = urljoin(guide.address_of(module), address)
        # The platform leads from module to module, and would count nothing that is done elsewhere.
        return (
            words
            if there in modules
            else f'<a{before}href="{escape(there)}" target="_blank"{after}>{words}</a>'
        )

    body = _LINK.sub(linked, _NOT_THERE.sub("", built.articles[module.path]))
    return localized(str(page), guide.settings.wording).replace(_BODY, body)


def _zipped(files: Mapping[str, str]) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as opened:
        for name, text in sorted(files.items()):
            info = zipfile.ZipInfo(name, _BEGINNING)
            info.external_attr = 0o644 << 16
            opened.writestr(info, text, zipfile.ZIP_DEFLATED, 9)
    return archive.getvalue()
