"""The service's own file: what it settles, and whether that can be."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from itertools import combinations
from os.path import normpath, relpath
from pathlib import Path

from ..grammar import singular
from ..models import LONGEST_NAME, SLUG, Model
from ..problems import Place, Problem, Problems, problem
from ..registry import MACROS
from ..settings import TOP, Settings, every_setting
from ..vocabulary import MAY_BE_SHARED, TERMS
from .configuration import OLD_NAME, OWN_FILE, Configuration, is_meant_as_own, keys, service_in
from .draft import Draft
from .evidence import check_address
from .facts import check_facts_as_typed
from .fields import build, note_shape
from .files import is_of_a_service
from .logo import check_logo, is_within, logos_meant
from .prose import check_wording
from .text import Data, parse, read

_SECTION = ("extra", "service")
_ALONE = "'{}' alone is read: move into it what you need, and delete this"
_BRING = "bring it, or take the setting out"
_NO_FOLDER = re.compile(r"/?(?:[^/?#]*\.(?:html?|php|aspx?))?/?(?:[?#].*)?$", re.IGNORECASE)


def read_settings(
    configuration: Configuration, problems: Problems
) -> tuple[Settings, Data, tuple[Data, ...]]:
    """Return the settings of the service, its file and those that it inherits from; what cannot be read or typed is noted.

    The file knows the places of what it inherits, too.
    """
    data, *inherited = map(_renamed, _files(configuration.file, problems))
    for other in inherited:
        data = _with_places(data, other)
    section = _section(configuration, data)
    if isinstance(section, dict) and _is_old_folder(configuration):
        section = {"folder": OLD_NAME} | section
    return build(Settings, section, data, problems, at=_SECTION) or Settings(), data, tuple(inherited)


def _files(file: Path, problems: Problems) -> Iterator[Data]:
    """Read `file`, and each that one inherits from, until one inherits from none, or from what is not there or was read."""
    root, seen = file.parent, list[Path]()
    while not seen or (file not in seen and file.is_file()):
        seen.append(file)
        name = Path(relpath(file, root)).as_posix()
        text = read(file, name, problems)
        data = (None if text is None else parse(text, name, problems)) or Data(name)
        if not isinstance(data.value, dict) and name not in problems.unparsed:
            note_shape(data, problems, "settings, one 'key: value' on each line")
        yield data
        if not (inherited := keys(data.value).get("INHERIT")):
            return
        file = Path(normpath(file.parent / str(inherited)))


def _with_places(data: Data, inherited: Data) -> Data:
    """Return `data` with the places of what only `inherited` holds, as MkDocs joins them: keys with keys, all else as a whole."""
    holds_keys = {path[:-1] for path in data.places if path and isinstance(path[-1], str)}
    whole = data.places.keys() - holds_keys
    is_left = {path: not any(path[:n] in whole for n in range(len(path))) for path in inherited.places}
    places = {path: place for path, place in inherited.places.items() if is_left[path]}
    typed = {path: text for path, text in inherited.typed.items() if is_left[path]}
    return replace(data, places=places | data.places, typed=typed | data.typed)


def _renamed(data: Data) -> Data:
    """Return `data` with its section under the name that it has now, at its place."""
    extra = keys(keys(data.value).get("extra"))
    if OLD_NAME not in extra or "service" in extra:
        return data
    value = keys(data.value) | {"extra": extra | {"service": extra[OLD_NAME]}}
    old = ("extra", OLD_NAME)
    places = {("extra", "service", *at[2:]): place for at, place in data.places.items() if at[:2] == old}
    typed = {("extra", "service", *at[2:]): text for at, text in data.typed.items() if at[:2] == old}
    return replace(data, value=value, places=data.places | places, typed=data.typed | typed)


def _is_old_folder(configuration: Configuration) -> bool:
    root = configuration.file.parent
    return (root / OLD_NAME).is_dir() and not (root / Settings().folder).exists()


def absent(configuration: Configuration, found: Settings, last: Data) -> frozenset[str]:
    """Return the keys of the service's file, and of the `last` that it inherits from, that name what is not there."""
    root = configuration.file.parent
    inherited = keys(last.value).get("INHERIT")
    is_there = {
        "INHERIT": not inherited or ((root / last.file).parent / str(inherited)).is_file(),
        "folder": "folder" not in found.model_fields_set or (root / found.folder).is_dir(),
        "logo": not found.logo or (root / found.folder / found.logo).is_file(),
    }
    return frozenset(key for key, value in is_there.items() if not value)


def check_settings(draft: Draft) -> Iterator[Problem]:
    """Find what is missing in the service's file, and settings that cannot be, or that no reader should meet."""
    data, name = draft.settings_data, draft.configuration.file.name
    top = keys(data.value)
    last = (data, *draft.inherited)[-1]
    if "INHERIT" in draft.absent:
        yield problem(last.at("INHERIT"), "EW859", path=keys(last.value)["INHERIT"], fix=_BRING)
    elif back := keys(last.value).get("INHERIT"):  # to one that was read
        hint = "take it out" if draft.inherited else "write mkdocs.yml"
        yield problem(last.at("INHERIT"), "EW105", value=back, key="INHERIT", hint=hint)
    if top.get("site_url"):
        yield from _check_site(str(top["site_url"]), data.at("site_url"))
    name_of_guide = str(top.get("site_name", "")).strip()
    if len(name_of_guide.splitlines()) > 1:
        reason, fix = "has several lines", "write it on one"
        yield problem(data.at("site_name"), "EW103", key="site_name", reason=reason, fix=fix)
    elif len(name_of_guide) > LONGEST_NAME:
        reason = f"has {len(name_of_guide)} signs; there is room for {LONGEST_NAME}"
        yield problem(
            data.at("site_name"), "EW103", key="site_name", reason=reason, fix="say it in fewer words"
        )
    if top.get("INHERIT"):
        yield from _check_required(top, _section(draft.configuration, data), data)
    elif name == OWN_FILE and name not in draft.unparsed:
        yield problem(data.at("INHERIT"), "EW101", key="INHERIT")
    yield from _check_names(draft)
    yield from _check_file_names(draft.configuration.file.parent)
    yield from _check_folder(draft)
    for file in (data, *draft.inherited):
        yield from _check_places(file)
        yield from check_facts_as_typed(replace(file, value={"extra": {"service": service_in(file.value)}}))
    yield from _check_sense(draft)
    yield from _check_terms(draft.settings, data)
    for key, text in _texts(draft.settings):
        yield from check_wording(text, data.at(*_SECTION, *key))


def _section(configuration: Configuration, data: Data) -> object:
    return next((value for value in (configuration.service, service_in(data.value)) if value is not None), {})


def _check_required(top: Mapping[str, object], value: object, data: Data) -> Iterator[Problem]:
    own = value if isinstance(value, Mapping) else {}
    for key, setting in TOP.items():
        if setting.required and not top.get(key):
            yield problem(data.at(key) if key in top else Place(data.file), "EW101", key=key)
    for key, setting in every_setting():
        if setting.required and own.get(key) is None:
            yield problem(data.at(*_SECTION, key), "EW101", key=key)
    for key, value, place in (
        ("site_url", top.get("site_url"), data.at("site_url")),
        ("name", own.get("name"), data.at(*_SECTION, "name")),
    ):
        example = TOP[key].example if key in TOP else dict(every_setting())[key].example
        if str(value).rstrip("/") == example.rstrip("/"):
            yield problem(place, "EW407", word=value)


def _check_site(address: str, place: Place) -> Iterator[Problem]:
    """Find an address of the guide that is none, or not that of a folder: pages have theirs below it."""
    found = [*check_address("site_url", address, place)]
    yield from found
    folder = f"{_NO_FOLDER.sub('', address)}/"
    if not found and folder.rstrip("/") != address.rstrip("/"):
        reason = "is the address of a file, or of a part of it; it should be that of a folder"
        yield problem(
            place, "EW103", key="site_url", reason=reason, fix=f"write the folder's: site_url: {folder}"
        )


def _check_names(draft: Draft) -> Iterator[Problem]:
    """Find the names that the file, its section and the folder had before; nothing is published until they have new ones."""
    data, root, new = draft.settings_data, draft.configuration.file.parent, Settings().folder
    old = f"{OLD_NAME}.yml"
    if (root / old).is_file():
        yield problem(Place(old), "EW864", old=old, new=OWN_FILE, fix=_renaming(OWN_FILE, root))
    for file in (data, *draft.inherited):
        if OLD_NAME in keys(keys(file.value).get("extra")):
            place = file.at("extra", OLD_NAME)
            yield problem(place, "EW864", old=f"{OLD_NAME}:", new="service:", fix="give it the new name")
    if (root / OLD_NAME).is_dir() and "folder" not in keys(_section(draft.configuration, data)):
        yield problem(
            Place(f"{OLD_NAME}/"), "EW864", old=f"{OLD_NAME}/", new=f"{new}/", fix=_renaming(new, root)
        )


def _check_file_names(root: Path) -> Iterator[Problem]:
    """Find files beside `mkdocs.yml` that are meant as the service's, by names under which nothing reads them."""
    names = _files_beside(root)
    for name in _meant_as_own(names):
        fix = _ALONE.format(OWN_FILE) if OWN_FILE in names else f"call it '{OWN_FILE}'"
        yield problem(Place(name), "EW865", file=name, fix=fix)


def are_misnamed(file: Path, told: Iterable[Data]) -> bool:
    """Tell whether the settings of a service lie beside `file` under another name, or stand so in what was `told`."""
    names = _files_beside(file.parent)
    is_meant = OWN_FILE not in names and bool(_meant_as_own(names))
    return is_meant or any(map(_meant_as_section, told))


def _files_beside(root: Path) -> frozenset[str]:
    """Return the names of the files in `root` as they are written, for some disks take `Service.yml` and `service.yml` for one."""
    return frozenset(file.name for file in root.glob("*") if file.is_file())


def _meant_as_own(names: Iterable[str]) -> list[str]:
    return [name for name in names if name not in {OWN_FILE, f"{OLD_NAME}.yml"} and is_meant_as_own(name)]


def _check_folder(draft: Draft) -> Iterator[Problem]:
    """Find folders that hold what is a service's, by nearly the name of its own, or that its own is not there."""
    data, root = draft.settings_data, draft.configuration.file.parent
    if not all(isinstance(file.value, dict) for file in (data, *draft.inherited)):
        return  # which folder is meant may stand in what could not be read
    folder = str(keys(_section(draft.configuration, data)).get("folder") or draft.settings.folder)
    if not re.fullmatch(SLUG, folder):
        return  # told as no name: what lies there may be meant
    names = {file.name for file in root.iterdir() if file.is_dir()}
    near = [
        name
        for name in names - {folder, "docs"}
        if _alike(name) == _alike(folder) and is_of_a_service(root / name)
    ]
    for name in near:
        fix = _ALONE.format(folder) if folder in names else f"call it '{folder}'"
        yield problem(Place(f"{name}/"), "EW871", found=name, folder=folder, fix=fix)
    if "folder" in draft.absent and not near:
        yield problem(data.at(*_SECTION, "folder"), "EW859", path=folder, fix=_BRING)


def _alike(name: str) -> str:
    return name.casefold().removesuffix("s")


def _check_places(data: Data) -> Iterator[Problem]:
    """Find settings that stand where they settle nothing, and what would hide a word that pages call."""
    top = keys(data.value)
    below = {key: "move it below 'extra: service:'" for key, _ in every_setting()}
    at_margin = below | {"service": "move it below 'extra:'"}
    hides = dict.fromkeys(MACROS, "give it another name, for it hides what pages call by this one")
    in_extra = hides | below | dict.fromkeys(TOP, "move it to the margin")
    for at, found, fixes, where in (
        ((), top, at_margin, "at the margin"),
        (("extra",), keys(top.get("extra")), in_extra, "right below 'extra:'"),
    ):
        for key in filter(fixes.__contains__, found):
            yield problem(data.at(*at, key), "EW866", key=key, where=where, fix=fixes[key])
    for key in _meant_as_section(data):
        place, where = data.at("extra", key), "right below 'extra:'"
        yield problem(place, "EW866", key=key, where=where, fix="its name is `service`")


def _meant_as_section(data: Data) -> list[str]:
    """Return the keys below `extra` that are nearly that of the section of a service, where there is none."""
    extra = keys(keys(data.value).get("extra"))
    by_small = {} if service_in(data.value) is not None else {str(key).casefold(): str(key) for key in extra}
    return [by_small[key] for key in get_close_matches("service", by_small, cutoff=0.7)]


def _renaming(new: str, root: Path) -> str:
    is_there = (root / new).exists()
    return _ALONE.format(new) if is_there else "give it the new name"


def _check_sense(draft: Draft) -> Iterator[Problem]:
    found, data = draft.settings, draft.settings_data
    session, wind_down = found.session_minutes, found.wind_down_minutes
    if session and wind_down and wind_down >= session:
        place = data.at(*_SECTION, "wind_down_minutes")
        yield problem(place, "EW861", wind_down=wind_down, session=session)
    if found.logo:
        place, is_inside = data.at(*_SECTION, "logo"), is_within(found.logo)
        path = f"{found.folder}/{found.logo}" if is_inside else found.logo
        if "logo" in draft.absent and is_inside:
            meant = [*logos_meant(found.logo, draft.own)]
            fix = (
                f"write where it stands in the folder '{found.folder}': logo: {meant[0]}" if meant else _BRING
            )
            yield problem(place, "EW859", path=path, fix=fix)
        else:
            yield from check_logo(draft.own / found.logo, path, draft.own, place)
    if found.regions == () and not found.contacts:
        yield problem(data.at(*_SECTION, "regions"), "EW806")


def _check_terms(found: Settings, data: Data) -> Iterator[Problem]:
    """Find terms for many where the one for one is meant, of which the guide makes the plural, and one term for two."""
    for key, term in found.vocabulary:
        if term is None or term.many not in (None, term.one) or (key, term.countable) == ("therapy", False):
            continue
        if (one := singular(term.one)) != term.one:
            yield problem(data.at(*_SECTION, "vocabulary", key, "one"), "EW869", many=term.one, one=one)
    said = {key: (own.one, own.plural) if own else TERMS[key] for key, own in found.vocabulary}
    for one, other in combinations(said, 2):
        shared = [word for word in said[one] if word.casefold() in map(str.casefold, said[other])]
        if shared and {one, other} != MAY_BE_SHARED:
            at = other if getattr(found.vocabulary, other) else one
            named = {"one": TERMS[one][0], "other": TERMS[other][0]}
            yield problem(data.at(*_SECTION, "vocabulary", at), "EW870", word=shared[0], **named)


def _texts(value: object, at: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], str]]:
    """Return every text that the service wrote, with its place."""
    match value:
        case str():
            return [(at, value)]
        case Model():
            return [found for key, inner in value for found in _texts(inner, (*at, key))]
        case tuple():
            return [found for index, inner in enumerate(value) for found in _texts(inner, (*at, index))]
    return []
