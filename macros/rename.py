"""`python -m macros.rename OLD NEW`: moves a page with all that names it, and leaves a redirect, so that no link to it breaks.

In one step it moves the file, every link and every row of data, writes the redirect, the new addresses and the days of change. Where
the guide has a mistake afterwards, all is put back.
"""

import posixpath
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from . import changes, ledger
from .check import read
from .command import run
from .guide import Guide
from .load.asks import ASKS
from .load.files import OF_A_SERVICE, OF_THE_GUIDE, texts_in
from .load.text import as_it_looks, as_it_was
from .models import SLUG, is_local
from .new import with_more
from .problems import nearest
from .registry import MODULE, kind_of

_LINK = re.compile(
    r"(?P<before>\]\(|^ {0,3}\[(?!\^)[^\]\n]+\]:\s*)(?P<to>[^)\s#:]+)\.md(?=[#)\s])", re.MULTILINE
)
_IN_CODE = (
    "*.md",
    "macros/**/*.py",
    "macros/**/*.yml",
    "macros/**/*.md",
    "overrides/**/*.html",
    "overrides/**/*.js",
    "tests/**/*.py",
)


def moved(texts: dict[str, str], old: str, new: str) -> dict[str, str]:
    """Return the `texts`, by their paths below a folder of pages, with the page `old` called `new` wherever it is named."""
    named = re.compile(rf"(?<![\w/.-]){re.escape(old)}(?![\w-])")
    found = {}
    for path, text in texts.items():
        if path == "data/redirects.yml":
            found[path] = text
            continue
        there = f"{new}.md" if path == f"{old}.md" else path
        linked = _LINK.sub(_leading_on(path, there, old, new), text) if path.endswith(".md") else text
        found[there] = named.sub(new, linked)
    return found


def _leading_on(path: str, there: str, old: str, new: str) -> Callable[[re.Match[str]], str]:
    def lead(link: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), link["to"]))
        if target != old and path == there:
            return link[0]
        target = new if target == old else target
        return f"{link['before']}{posixpath.relpath(target, posixpath.dirname(there) or '.')}.md"

    return lead


def with_asks_moved(texts: dict[str, str], old: str, new: str) -> dict[str, str]:
    """Return the `texts` with the ways to ask for the page `old` under its new name, in the file of its new folder."""
    (was, _, name), (room, _, called) = old.rpartition("/"), new.rpartition("/")
    before, after = f"data/{ASKS.get(was, '')}", f"data/{ASKS.get(room, '')}"
    entry = re.search(rf"^{re.escape(name)}:.*\n?(?:[ \t-].*\n?|\n)*", texts.get(before, ""), re.MULTILINE)
    if entry is None:
        return texts
    text = entry[0].replace(f"{name}:", f"{called}:", 1)
    if before == after:
        return texts | {before: texts[before].replace(entry[0], text)}
    kept = texts[before].replace(entry[0], "")
    return texts | {before: kept, after: with_more(texts.get(after, ""), f"{text.rstrip()}\n")}


def with_redirects(text: str, moves: dict[str, str]) -> str:
    """Return the `text` of a register of redirects with more of them."""
    rows = (f'- {{from: "{old}", to: "{new}"}}\n' for old, new in moves.items())
    return with_more(text, "".join(rows))


def _moves(guide: Guide, old: str, new: str) -> dict[str, str]:
    """Return where the page goes, and what the course calls by its name."""
    name, called = (path.rpartition("/")[2] for path in (old, new))
    tasks = (
        f"{module.path}#" for module in guide.modules.values() if old in module.practices and name != called
    )
    return {old: new} | {f"{task}{name}": f"{task}{called}" for task in tasks}


def main(old: str, new: str, root: Path = Path()) -> int:
    """Move the page at `old` of the guide in `root` to `new`; return the exit code."""
    guide = read(root)
    if guide is None:
        return 1
    if why := _why_not(guide, old, new):
        print(f"{why}. Nothing was moved.")
        return 1
    own = root / guide.settings.folder
    home = own if is_local(old) else root / "docs"
    named_in = {own: OF_A_SERVICE} if is_local(old) else {home: OF_THE_GUIDE, own: OF_A_SERVICE}
    files = {
        folder: {path: (folder / path).read_bytes() for path in texts_in(folder, known)}
        for folder, known in named_in.items()
    }
    before = {
        folder / path: content for folder, contents in files.items() for path, content in contents.items()
    }
    registers = [root / "docs" / "data" / "ledger.txt", own / "data" / "ledger.txt"]
    before |= {file: file.read_bytes() for file in registers if file.is_file()}
    after: dict[Path, bytes] = {}
    moves = _moves(guide, old, new)
    for folder, contents in files.items():
        found = moved({path: as_it_looks(content) for path, content in contents.items()}, old, new)
        if folder == home:
            found = with_asks_moved(found, old, new)
            found["data/redirects.yml"] = with_redirects(found.get("data/redirects.yml", ""), moves)
        for path, text in found.items():
            was = contents.get(f"{old}.md" if path == f"{new}.md" else path, b"")
            after[folder / path] = as_it_was(text, was)
    _put(after, before)
    if (now := read(root, editing=True)) is None:
        _put(before, after)
        print("All is as it was: with the page moved, the guide has the problems above.")
        return 1
    ledger.write(root, now)
    changes.write(
        root, now, f"Links lead to where the page {new.rpartition('/')[2].replace('-', ' ')} has moved."
    )
    count = sum(before.get(file) != content for file, content in after.items())
    print(
        f"{old} is {new} now, in {count} files. A redirect leads there, and the new addresses are in the ledger."
    )
    if len(moves) > 1:
        print("In the course it is read anew: what was ticked off as read went by its old name.")
    for file in _also_named(root, old):
        print(f"It is named in {file}, too: look there yourself.")
    return 0


def _why_not(guide: Guide, old: str, new: str) -> str:
    """Return why the page cannot move, or nothing."""
    pages = {**guide.reviewed, **guide.pages}
    kind = kind_of(new)
    if old not in pages:
        return f"There is no page '{old}': {nearest(old, pages)}"
    if kind_of(old) is MODULE:
        return "A module stays where it is: what people did in it is kept by its address"
    if kind is None or kind is not kind_of(old) or kind.page or not re.fullmatch(rf"(?:{SLUG}/)*{SLUG}", new):
        return (
            f"'{new}' is no address of such a page: lower-case words joined by '-', in the folder of its kind"
        )
    if new in pages or new in guide.ledger:
        return f"'{new}' was published before, and an address is never used again"
    if is_local(old.rpartition("/")[2]) != is_local(new.rpartition("/")[2]):
        return "A page of a service keeps the sign 'local-', and no other has it"
    if guide.own_files and not is_local(old):
        return f"'{old}' is a page of the guide, and a service moves only its own"
    return ""


def _put(contents: dict[Path, bytes], instead: dict[Path, bytes]) -> None:
    """Write the `contents` where they differ from those that lie there `instead`, and take away what is not among them."""
    for file in instead.keys() - contents.keys():
        if file.name != "ledger.txt":
            file.unlink()
    for file, content in contents.items():
        if instead.get(file) != content:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)


def _also_named(root: Path, old: str) -> Iterator[str]:
    named = re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])")
    for file in sorted(file for pattern in _IN_CODE for file in root.glob(pattern)):
        if "node_modules" not in file.parts and named.search(file.read_text("utf-8", "replace")):
            yield file.relative_to(root).as_posix()


if __name__ == "__main__":
    run(main, sys.argv[1], sys.argv[2])
