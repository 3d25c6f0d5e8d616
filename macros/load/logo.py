"""The logo of a service: a picture of the kind that its name says, which does nothing and asks no other host."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from posixpath import normpath
from xml.etree import ElementTree

from ..problems import Place, Problem, problem

KINDS = {".svg": "SVG", ".png": "PNG", ".webp": "WebP"}
_BEGINS = {"PNG": re.compile(rb"\x89PNG\r\n\x1a\n"), "WebP": re.compile(rb"RIFF.{4}WEBP", re.DOTALL)}
_SVG, _XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}"
_LEADS = frozenset("href src to from by values".split())  # an animation gives a link one of the last four
_OUT = r"\s*(?!data:image/)(?:[a-z][a-z0-9+.-]*:|//)"
_ADDRESS = re.compile(_OUT, re.IGNORECASE)
_IN_STYLE = re.compile(rf"(?:url\(|@import)\s*[\"']?{_OUT}", re.IGNORECASE)
_FROM_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]|\.\.(?:/|$)", re.IGNORECASE)
_SHEET = re.compile(rb"<\?xml-stylesheet\b")


def is_within(path: str) -> bool:
    """Tell whether `path` leads into the folder that it is read from: it is no address, begins on no disk and goes not up."""
    return _FROM_ELSEWHERE.match(normpath(path)) is None


def logos_meant(logo: str, folder: Path) -> frozenset[str]:
    """Return the picture of the service's `folder` that is meant by `logo`, unless that is there: by nearly its name, or its way from outside."""
    pictures = {
        file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.suffix.lower() in KINDS
    }
    by_small = {name.casefold(): name for name in sorted(pictures)}
    within = normpath(logo).removeprefix(f"{folder.name}/").casefold()
    close = get_close_matches(within, by_small, n=1, cutoff=0.8)
    return frozenset() if normpath(logo) in pictures else frozenset(by_small[name] for name in close)


def check_logo(file: Path, path: str, folder: Path, place: Place) -> Iterator[Problem]:
    """Find a logo, named at `place`, that lies outside the `folder`, that browsers cannot show, or that does more than to be shown."""
    if not is_within(path) or not file.resolve().is_relative_to(folder.resolve()):
        fix = "put it into that folder, and write where it stands there"
        yield problem(place, "EW867", path=path, reason=f"lies outside the folder '{folder.name}'", fix=fix)
        return
    kind = KINDS.get(file.suffix)
    if kind is None:
        reason = "is no file whose name ends with .svg, .png or .webp"
        yield problem(place, "EW103", key="logo", reason=reason, fix="save it as one of these")
        return
    content = file.read_bytes()
    parts = _parts(content) if kind == "SVG" else []
    if not parts and not (kind in _BEGINS and _BEGINS[kind].match(content)):
        fix = f"save the picture again as {kind}, with the program that made it"
        yield problem(
            place, "EW867", path=path, reason=f"is no {kind} inside, whatever its name says", fix=fix
        )
    found = [what for part in parts for what in _more_than_a_picture(part)]
    if parts and _SHEET.search(content):
        found.append("a link to a style sheet")
    for what in found:
        fix = "take that out, or save the logo as PNG"
        yield problem(place, "EW867", path=path, reason=f"holds {what}", fix=fix)


def _parts(content: bytes) -> list[ElementTree.Element]:
    """Return every element of an SVG, or none where it is no SVG."""
    try:
        root = ElementTree.fromstring(content)
    except (ElementTree.ParseError, ValueError, LookupError):  # the latter two of its encoding
        return []
    return [*root.iter()] if root.tag == f"{_SVG}svg" else []


def _more_than_a_picture(part: ElementTree.Element) -> Iterator[str]:
    if part.tag.rpartition("}")[2] == "script":
        yield "a script"
    texts = [part.text or ""]
    for name, value in part.attrib.items():
        texts.append(value)
        if name.lower().startswith("on"):
            yield f"a script, under '{name}'"
        if name.removeprefix(_XLINK) in _LEADS and any(
            map(_ADDRESS.match, value.split(";") if name == "values" else [value])
        ):
            yield f"a link that leads out of it, under '{name.removeprefix(_XLINK)}'"
    if any(map(_IN_STYLE.search, texts)):
        yield "a style that leads out of it"
