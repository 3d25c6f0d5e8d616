"""`python -m macros.upgrade [--from FOLDER_OR_COMMIT] [--accept]`: what changed in the guide since a service took it in.

The files are read as they lie there, so that it tells all of it even where the service's own files do not fit the newer guide yet.
What the service has taken in is noted in its own folder, `service/data/guide.json`.
"""

import argparse
import io
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from difflib import ndiff
from pathlib import Path
from typing import Any, Literal

import yaml

from .command import run
from .guide import digest
from .load import Configuration
from .load.configuration import keys
from .load.files import OF_A_SERVICE, texts_in
from .load.text import FRONT_MATTER, as_it_looks, rewrite
from .models import Model

NOTED = "data/guide.json"
MOVED = "moved"
GONE = "is gone"
_CONTACTS, _REST = "contacts ", "the rest of the text"
# What of a page's facts has parts of its own, and what says nothing to its readers.
_TOLD_APART = frozenset({"checklist", "steps", "words", "checks", "carries", "review"})
_CALLED = {"unless": "the list of exceptions", "links": "the list of links", "letter": "the letter itself"}
# What is told first, and needs no name before it.
_SPEAKS = ("title", "when", "ask", "text", "do", "say")
_LOST, _CHANGED = re.compile(rf"(?:step|words|check) (\S+) {GONE}"), re.compile(r"(\S+) is .*")
Taken = Mapping[str, Mapping[str, str]]
_ROOMS = ("sessions/", "relationships/", "shared/", "letters/", "course/", "reference/")
_KINDS = {"letters": "letter", "course": "module", "reference": "page"}


class Note(Model):
    """What a service has taken in, as it is noted in its folder."""

    format: Literal[1]
    """The version of this format. It goes up when a part has another name, or its text is put together otherwise."""
    guide: dict[str, dict[str, str]]


def taken(docs: Path) -> Taken:
    """Return what the guide below `docs` says: of each page and country the parts by their names, each with its text."""
    pages = {
        path.removesuffix(".md"): dict(_page(docs / path))
        for path in texts_in(docs, ())
        if path.startswith(_ROOMS)
    }
    for country in _listed(docs / "data" / "contacts.yml"):
        contacts = map(keys, country.get("contacts") or [])
        pages[f"{_CONTACTS}{country.get('id')}"] = {str(c.get("id")): _contact(c) for c in contacts}
    moves = _listed(docs / "data" / "redirects.yml")
    return pages | {MOVED: {str(move.get("from")): str(move.get("to")) for move in moves}}


def _listed(file: Path) -> list[dict[str, Any]]:
    found = _yaml(as_it_looks(file.read_bytes(), "replace")) if file.is_file() else None
    return [*map(keys, found)] if isinstance(found, list) else []


def _yaml(text: str) -> Any:
    try:
        return yaml.load(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError):
        return None


def _page(file: Path) -> Iterator[tuple[str, str]]:
    """Return the parts of a page, each line by line: each fact, each step, phrase and check by its id, and the digest of the rest."""
    text = as_it_looks(file.read_bytes(), "replace")
    found = FRONT_MATTER.match(text)
    facts = keys(_yaml(found["yaml"])) if found else {}
    checklist = keys(facts.get("checklist"))
    listed = {
        "step": checklist.get("steps"),
        "words": facts.get("words"),
        "check": facts.get("checks"),
    }
    for key, value in _in_order({"title": "", **facts, **checklist}):
        if key not in _TOLD_APART:
            yield _CALLED.get(key, str(key)), "\n".join(_lines(value))
    for kind, entries in listed.items():
        for entry in map(keys, entries if isinstance(entries, list) else []):
            yield f"{kind} {entry.get('id')}", "\n".join(_said(entry))
    yield _REST, digest(text[found.end() :] if found else text)[:8]


def _said(entry: Mapping[str, Any]) -> Iterator[str]:
    """Return what an entry says, line by line: each branch of a step is one, as is each way to say it."""
    for key, value in _in_order(entry):
        if key != "id":
            yield from (line if key in _SPEAKS else f"{key}: {line}" for line in _lines(value))


def _in_order(entry: Mapping[Any, Any]) -> list[tuple[Any, Any]]:
    """Return the keys of `entry` with their values in one order, for no reader sees how its author ordered them."""
    return sorted(entry.items(), key=lambda item: (*(item[0] != key for key in _SPEAKS), str(item[0])))


def _lines(value: object) -> list[str]:
    """Return what stands in `value`, line by line: what belongs to one thing on one line, and what it lists below."""
    if isinstance(value, list):
        return [line for each in value for line in _lines(each)]
    if isinstance(value, dict):
        inner = [each for _, each in _in_order(value)]
        below = [each for each in inner if isinstance(each, (list, dict))]
        own = (str(each).rstrip() for each in inner if not isinstance(each, (list, dict)))
        return [" ".join(own), *_lines(below)]
    return str(value).rstrip().split("\n")


def _contact(contact: Mapping[str, Any]) -> str:
    ways = [keys(way) for way in contact.get("reach") or []]
    reached = ", ".join(" ".join(str(way[key]) for key in ("way", "to", "add") if key in way) for way in ways)
    apart = {"id", "name", "reach", "sources", "checked"}
    besides = _said({key: value for key, value in contact.items() if key not in apart})
    return "\n".join([f"{contact.get('name')}: {reached}", *besides])


def changes(old: Taken, new: Taken) -> Iterator[tuple[str, list[str]]]:
    """Return what changed between two guides: each page or country that did, and the lines that tell of it."""
    went = new.get(MOVED, {})
    for name in sorted({*old, *new} - {MOVED}):
        was, now = old.get(name), new.get(name)
        if now is None:
            yield name, [f"went to {went[name]}" if name in went else GONE]
        elif was is None:
            yield name, [f"is new: {now.get('title') or ', '.join(now)}"]
        elif told := [*_parts(was, now)]:
            yield name, told


def _parts(was: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    for part in dict.fromkeys((*was, *now)):
        before, after = was.get(part), now.get(part)
        if before == after:
            continue
        if part == _REST:
            yield f"{part} changed"
            continue
        yield f"{part} is {'new' if before is None else 'gone' if after is None else 'said otherwise'}"
        lines = ndiff((before or "").split("\n"), (after or "").split("\n"))
        yield from (f"  {line}" for line in lines if line[0] in "+-" and line[2:])
    old, new = ([part for part in ids if part in was and part in now] for ids in (was, now))
    if moved := [pair for pair in zip(old, new, strict=True) if pair[0] != pair[1]]:
        yield "the order changed"
        yield from (
            f"  {sign} {', '.join(parts)}" for sign, parts in zip("-+", zip(*moved, strict=True), strict=True)
        )


def touched(changed: Mapping[str, Sequence[str]], root: Path, own: Path) -> Iterator[str]:
    """Return where a file of the service names what changed: its steps, what it hides, signs or links to, its contacts."""
    for file in (root / "service.yml", *(own / path for path in texts_in(own, OF_A_SERVICE))):
        text = file.read_text("utf-8", "replace") if file.is_file() else ""
        called = file.relative_to(root).as_posix()
        for name, told in changed.items():
            lost = [part[1] for part in map(_LOST.fullmatch, told) if part]
            if name.startswith(_CONTACTS):
                ids = [part[1] for part in map(_CHANGED.fullmatch, told) if part]
                yield from (
                    f"{called} names the contact {id_}, which changed" for id_ in ids if _names(text, id_)
                )
            elif _names(text.replace("../", ""), name) or (
                file.parent == own / name.rpartition("/")[0] and f"]({name.rpartition('/')[2]}.md" in text
            ):
                yield f"{called} names {name}, which {told[0] if told[0] == GONE or told[0].startswith('went') else 'changed'}"
                yield from (f"{called} names {name}#{id_}, which {GONE}" for id_ in lost if _names(text, id_))


def _names(text: str, id_: str) -> bool:
    return re.search(rf"(?<![\w/-]){re.escape(id_)}(?![\w-])", text) is not None


def read_at(place: str, root: Path) -> Taken | None:
    """Return the guide in the folder `place`, or at that commit of the repository in `root`; nothing where neither is."""
    folder = Path(place)
    if folder.is_dir():
        return taken(folder / "docs" if (folder / "docs").is_dir() else folder)
    try:
        commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{place}^{{commit}}")
        packed = _git(root, "archive", "--format=tar", commit.decode().strip(), "docs")
    except (OSError, subprocess.CalledProcessError):
        return None
    with tempfile.TemporaryDirectory() as inside, tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        for member in filter(tarfile.TarInfo.isfile, archive):  # git packs no path out of its folder
            file, held = Path(inside, member.name), archive.extractfile(member)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(held.read() if held else b"")
        return taken(Path(inside, "docs"))


def _git(root: Path, *arguments: str) -> bytes:
    return subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=True).stdout


def noted(file: Path) -> Taken | None:
    """Return what was noted in `file`, if that can be read: not what another release noted in another format."""
    try:
        return Note.model_validate_json(as_it_looks(file.read_bytes())).guide
    except (OSError, ValueError):
        return None


def note(new: Taken, file: Path) -> None:
    """Note what the guide says in `file`, for the next time."""
    rewrite(file, json.dumps({"format": 1, "guide": new}, ensure_ascii=False, indent=0) + "\n")


def main(*arguments: str, root: Path = Path()) -> int:
    """Tell what changed since the guide that the service in `root` has taken in, and with `--accept` note this one."""
    parser = argparse.ArgumentParser(prog="make upgrade")
    parser.add_argument("--from", dest="place", default="")
    parser.add_argument("--accept", action="store_true")
    asked = parser.parse_args(arguments)
    told = Configuration.beside(root)
    if told.file.name == "mkdocs.yml":
        print("There is no service.yml here, so nobody has taken in the guide. Begin with `make service`.")
        return 1
    own = root / str(keys(told.service).get("folder") or "service")
    file, new = own / NOTED, taken(root / "docs")
    old = read_at(asked.place, root) if asked.place else noted(file)
    if old is None and (asked.place or (file.exists() and not (asked.accept and file.is_file()))):
        what = (
            f"'{asked.place}' is no folder with a guide and no commit"
            if asked.place
            else f"{file} cannot be read"
        )
        print(f"{what}. Name the guide that you had: make upgrade FROM=its-folder-or-commit")
        return 1
    if old is None:
        print(
            "From now on, make upgrade tells what changes. For what has changed before: make upgrade FROM=folder-or-commit"
        )
    else:
        _tell(dict(changes(old, new)), root, own)
    if asked.accept or old is None:
        note(new, file)
        print(f"This guide is noted in {file}.")
    return 0


def _tell(changed: Mapping[str, Sequence[str]], root: Path, own: Path) -> None:
    if not changed:
        print("Nothing changed in the guide.")
        return
    for name, lines in changed.items():
        kind = "" if name.startswith(_CONTACTS) else f"{_KINDS.get(name.partition('/')[0], 'practice')} "
        print("\n".join([f"{kind}{name}", *(f"  {line}" for line in lines), ""]))
    print("What of yours is touched:")
    print("\n".join(f"  {line}" for line in touched(changed, root, own)) or "  nothing")
    print("\nRun make check next, and make upgrade ACCEPT=1 once you have read this.")


if __name__ == "__main__":
    run(main, *sys.argv[1:])
