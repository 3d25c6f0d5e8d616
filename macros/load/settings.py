"""The practice's own file: what it settles, and whether that can be."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from os.path import normpath
from pathlib import Path
from typing import Any

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from ..models import Model
from ..problems import Problems
from ..settings import TOP, Settings, every_setting
from .evidence import check_address
from .fields import build
from .prose import check_wording
from .text import Data, parse, read

_OWN_FILE = "practice.yml"
_SECTION = ("extra", "practice")
_INHERITED = re.compile(r"^INHERIT:[ \t]*[\"']?([^\"'#\n]*[^\"'#\s])", re.MULTILINE)
_LOGOS = frozenset({".svg", ".png", ".webp"})


@dataclass(frozen=True)
class Configuration:
    """What a build is told: by which file, the address of the guide, and the practice's section as inherited."""

    file: Path
    address: str
    practice: object

    @classmethod
    def of(cls, file: Path) -> "Configuration":
        """Read `file` and what it inherits from. What cannot be read tells nothing: `read_settings` says why."""
        try:
            _check_ends(file)
            with file.open("rb") as opened:
                told = yaml_load(opened)
        except (OSError, ConfigurationError, TypeError, ValueError, RecursionError):
            told = {}
        return cls(file, _keys(told).get("site_url") or "/", _practice_in(told))

    @classmethod
    def beside(cls, root: Path) -> "Configuration":
        """Read `practice.yml` in the folder `root`, or `mkdocs.yml` where a practice has none."""
        own = root / _OWN_FILE
        return cls.of(own if own.exists() else root / "mkdocs.yml")


def read_settings(told: Configuration, problems: Problems) -> tuple[Settings, Data]:
    """Return the settings of the practice and where each stands; what is missing or wrong is noted."""
    name = told.file.name
    text = read(told.file, name, problems)
    data = (None if text is None else parse(text, name, problems)) or Data(name)
    value = next((v for v in (told.practice, _practice_in(data.value)) if v is not None), {})
    found = build(Settings, value, data, problems, at=_SECTION) or Settings()
    top = _keys(data.value)
    if top.get("INHERIT"):
        if not (told.file.parent / str(top["INHERIT"])).is_file():
            problems.add(data.at("INHERIT"), "EW859", path=top["INHERIT"])
        elif top["INHERIT"] == name:
            problems.add(data.at("INHERIT"), "EW105", value=name, key="INHERIT", hint="write mkdocs.yml")
        _check_required(top, value, data, problems)
    elif name == _OWN_FILE and name not in problems.doubtful:
        problems.add(data.at("INHERIT"), "EW101", key="INHERIT")
    _check_sense(found, told.file.parent, data, problems)
    return found, data


def _check_ends(file: Path) -> None:
    """Raise `RecursionError` where a file inherits from itself, by way of others or not: MkDocs would read it a thousand times."""
    chain = [file]
    while found := _INHERITED.search(chain[-1].read_text("utf-8")):
        chain.append(Path(normpath(chain[-1].parent / found[1])))
        if chain[-1] in chain[:-1]:
            raise RecursionError


def _keys(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _practice_in(value: object) -> object:
    return _keys(_keys(value).get("extra")).get("practice")


def _check_required(top: Mapping[str, object], value: object, data: Data, problems: Problems) -> None:
    own = value if isinstance(value, Mapping) else {}
    for key, setting in TOP.items():
        if setting.required and not top.get(key):
            problems.add(data.at(key), "EW101", key=key)
        elif key == "site_url":
            check_address(key, str(top[key]), data.at(key), problems)
    for key, setting in every_setting():
        if setting.required and own.get(key) is None:
            problems.add(data.at(*_SECTION, key), "EW101", key=key)


def _check_sense(found: Settings, folder: Path, data: Data, problems: Problems) -> None:
    session, wind_down = found.session_minutes, found.wind_down_minutes
    if session and wind_down and wind_down >= session:
        place = data.at(*_SECTION, "wind_down_minutes")
        problems.add(place, "EW861", wind_down=wind_down, session=session)
    own = folder / found.folder
    if "folder" in found.model_fields_set and not own.is_dir():
        problems.add(data.at(*_SECTION, "folder"), "EW859", path=found.folder)
    if found.logo and not (own / found.logo).is_file():
        problems.add(data.at(*_SECTION, "logo"), "EW859", path=f"{found.folder}/{found.logo}")
    elif found.logo and Path(found.logo).suffix not in _LOGOS:
        reason = "is no file whose name ends with .svg, .png or .webp"
        problems.add(data.at(*_SECTION, "logo"), "EW103", key="logo", reason=reason)
    if found.regions == () and not found.contacts:
        problems.add(data.at(*_SECTION, "regions"), "EW806")
    for key, text in _texts(found):
        check_wording(text, data.at(*_SECTION, *key), problems)


def _texts(value: object, at: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], str]]:
    """Return every text that the practice wrote, with its place."""
    match value:
        case str():
            return [(at, value)]
        case Model():
            return [found for key, inner in value for found in _texts(inner, (*at, key))]
        case tuple():
            return [found for index, inner in enumerate(value) for found in _texts(inner, (*at, index))]
    return []
