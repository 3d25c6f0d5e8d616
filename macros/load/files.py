"""What lies in the folders of the guide and of a service: what is not known by its kind is neither read nor published."""

import os
import posixpath
import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from pathlib import Path

from ..problems import Place, Problems
from ..registry import kind_of
from .asks import ASKS
from .configuration import OWN_FILE, is_meant_as_own
from .logo import KINDS
from .text import MARKDOWN

MOST_BYTES = 500_000  # of a page or a picture: every reader's device keeps the whole guide, about a megabyte when packed
# Beside the pages: what the guide itself is made of, and what a service may add to it.
OF_THE_GUIDE = frozenset(
    {
        "assets/readme.png",
        *(f"data/{name}" for name in ASKS.values()),
        "data/contacts.yml",
        "data/glossary.yml",
        "data/leans.yml",
        "data/ledger.txt",
        "data/navigation.yml",
        "data/redirects.yml",
        "data/reviews.yml",
        "data/rules.yml",
        "data/search.yml",
        "data/source-text.yml",
        "data/sources.yml",
    }
)
OF_A_SERVICE = frozenset(
    {
        *(f"data/{name}" for name in ASKS.values()),
        "data/guide.json",
        "data/hidden.yml",
        "data/ledger.txt",
        "data/redirects.yml",
        "data/reviews.yml",
        "data/signed.yml",
        "data/sources.yml",
        "data/steps.yml",
    }
)
# Systems leave these in every folder that is looked at, and version control keeps its own: they are passed over.
_OF_SYSTEMS = re.compile(r"\.DS_Store|Thumbs\.db|desktop\.ini|\._.*|\.git.*", re.IGNORECASE)
_NAMED_TWICE = re.compile(r"(.+\.md)(?:\.(?:txt|text|docx?|rtf|html?))?")  # the end that a program added
_COPY = re.compile(r"~\$.*|\.~.*|\.?#.*|.*~|.*\.(?:bak|orig|rej|sw[a-p]|tmp)", re.IGNORECASE)


def pages_in(
    folder: Path, name: str, known: Collection[str], problems: Problems, *, editing: bool
) -> list[str]:
    """Return the path of each page in `folder`, which is called `name`; what is neither a page nor `known` is noted.

    While someone is `editing`, the copies that an editor keeps beside a file are no problem.
    """
    pages = []
    for path in sorted(_everything(folder)):
        what = _what_is_wrong(folder / path, path, known)
        if what and not (editing and what == _A_COPY):
            called = f"{name}/{path}"
            problems.add(Place(called), "EW860", path=path, what=what, hint=_hint(what, path, folder, known))
            if page := _NAMED_TWICE.fullmatch(path):
                # It may be meant: nobody is told that it is missing.
                problems.unparsed[f"{name}/{page[1]}"] = None
        elif not what and path not in known:
            pages.append(path)
    return pages


def texts_in(folder: Path, known: Collection[str]) -> list[str]:
    """Return the path of each page in `folder`, and of each register that is `known`: of nothing that a system left there."""
    pages = pages_in(folder, folder.name, known, Problems(), editing=True)
    return [*pages, *sorted(path for path in known if path.endswith(".yml") and (folder / path).is_file())]


def is_of_a_service(folder: Path) -> bool:
    """Tell whether `folder` holds a page or data by a name that a service gives them, in small letters or others."""
    names = map(str.lower, _everything(folder))
    return any(
        name in OF_A_SERVICE or (name.endswith(".md") and kind_of(name.removesuffix(".md"))) for name in names
    )


def _everything(folder: Path) -> Iterator[str]:
    """Return the path of every file, of every hidden folder, and of every link: none is followed, so none leads round."""
    for inside, folders, files in os.walk(folder):
        names = [name for name in (*folders, *files) if not _OF_SYSTEMS.fullmatch(name)]
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            file = Path(inside, name)
            if name.startswith(".") or file.is_symlink() or not file.is_dir():
                yield file.relative_to(folder).as_posix()


_A_COPY = "a copy that a program left"
_A_LINK = "a link to somewhere else"
_TOO_LARGE = f"a file of more than {MOST_BYTES // 1000} kilobytes"
_HINTS = {
    _A_COPY: "take it out",
    _A_LINK: "put the file itself there, or take the link out",
    _TOO_LARGE: "make it smaller: every reader's device keeps a copy",
}


def _what_is_wrong(file: Path, path: str, known: Collection[str]) -> str:
    """Return what the file is that does not belong, or nothing where it does."""
    is_page = file.suffix.lower() in MARKDOWN
    if file.is_symlink():
        return _A_LINK
    if _COPY.fullmatch(file.name):
        return _A_COPY
    if file.name.startswith("."):
        return "which is hidden"
    if not (file.is_file() and (is_page or path in known)):
        return "a file that is no part of the guide"
    return _TOO_LARGE if not path.startswith("data/") and file.stat().st_size > MOST_BYTES else ""


def _hint(what: str, path: str, folder: Path, known: Collection[str]) -> str:
    meant = next(
        (other for other in sorted(known) if posixpath.basename(other) == posixpath.basename(path)), ""
    )
    if what in _HINTS:
        return _HINTS[what]
    if (page := _NAMED_TWICE.fullmatch(path)) and page[1] != path:
        return f"call it {folder.name}/{page[1]}"
    close = [meant] if meant else get_close_matches(path.lower(), known, n=1, cutoff=0.85)
    if close and Path(close[0]).suffix in KINDS and Path(close[0]).suffix != Path(path).suffix:
        close = []  # a picture does not become one of another kind by its name
    if close and (folder / close[0]).exists():
        return f"move what it holds into {folder.name}/{close[0]}, and take it out"
    if close:
        return f"{'move it to' if meant else 'call it'} {folder.name}/{close[0]}"
    if is_meant_as_own(posixpath.basename(path)):
        return f"move what it settles into {OWN_FILE}, beside mkdocs.yml, and take it out"
    return "take it out, or check its name"
