"""`python -m macros.new KIND NAME`: writes a practice, a letter, a module or a source to fill in, where it belongs.

What its author has to fill in is empty, or marked as text to come: `make check` names each such place, and nothing else is wrong.
"""

import re
import sys
from collections.abc import Collection
from pathlib import Path

from .command import run
from .course import COURSE
from .load import Configuration
from .load.asks import ASKS
from .load.configuration import keys
from .load.text import as_it_looks, rewrite
from .models import PHASES, SIDES, SLUG, is_local
from .problems import nearest

_EMPTY = re.compile(r"^(?:\[\]|\{\})[ \t]*(?:#.*)?$", re.MULTILINE)
TEMPLATES = Path(__file__).with_name("templates")
ROOMS: dict[str, Collection[str]] = {
    "practice": SIDES,
    "letter": ("letters",),
    "module": (COURSE,),
    "source": ("",),
}


def main(kind: str = "", name: str = "", *, root: Path = Path()) -> int:
    """Write what is new in the guide in `root`, or in the folder of its service; return the exit code."""
    rooms = ROOMS.get(kind)
    if rooms is None:
        return _refused(f"KIND is what to write: {', '.join(ROOMS)}")
    room, _, last = name.rpartition("/")
    if room not in rooms or not re.fullmatch(SLUG, last):
        example = f"{next(iter(rooms))}/short-name".lstrip("/")
        return _refused(f"NAME is its permanent address, such as {example}: {_meant(room, rooms)}")
    told = Configuration.beside(root)
    is_service = told.file.name != "mkdocs.yml"
    if is_service != is_local(last):
        sign = (
            "A name of yours begins with 'local-'"
            if is_service
            else "Only a service gives names that begin with 'local-'"
        )
        return _refused(sign)
    folder = root / (str(keys(told.service).get("folder") or "service") if is_service else "docs")
    written = _source(folder, name) if kind == "source" else _page(folder, kind, room, last)
    if not written:
        return _refused(f"{name} is there already")
    print(
        f"{' and '.join(map(str, written))} {'are' if len(written) > 1 else 'is'} written. Fill in what make check names."
    )
    return 0


def _refused(why: str) -> int:
    print(f"{why}{'' if why.endswith('?') else '.'} Nothing was written.")
    return 1


def _meant(room: str, rooms: Collection[str]) -> str:
    if room in rooms or not any(rooms):
        return "a name has small letters a to z, digits and single hyphens alone"
    return nearest(room, rooms)


def _page(folder: Path, kind: str, room: str, name: str) -> tuple[Path, ...]:
    file, asks = folder / room / f"{name}.md", folder / "data" / ASKS[room]
    if file.exists():
        return ()
    text = (TEMPLATES / f"{kind}.md").read_text("utf-8")
    phases = next((PHASES[side] for side in SIDES if side == room), {})
    rewrite(file, text.replace("{phases}", ", ".join(phases)))
    _append(
        asks, f"\n# How people ask for it, in their own words: `make check` says how many ways.\n{name}: []\n"
    )
    return file, asks


def _source(folder: Path, name: str) -> tuple[Path, ...]:
    file = folder / "data" / "sources.yml"
    if file.exists() and re.search(rf"\bid: [\"']?{re.escape(name)}\b(?!-)", as_it_looks(file.read_bytes())):
        return ()
    _append(file, (TEMPLATES / "source.yml").read_text("utf-8").replace("{name}", name))
    return (file,)


def with_more(text: str, more: str) -> str:
    """Return the `text` of a register with `more` behind what it holds, which may be an empty list."""
    return f"{_EMPTY.sub('', text).rstrip()}\n{more}".lstrip("\n")


def _append(file: Path, text: str) -> None:
    rewrite(file, with_more(as_it_looks(file.read_bytes()) if file.exists() else "", text))


if __name__ == "__main__":
    run(main, *sys.argv[1:3])
