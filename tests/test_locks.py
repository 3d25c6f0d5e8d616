"""What is installed is what the lists name, whatever else was published since: each list is closed, and each line is exact."""

import json
import re
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, requires
from itertools import product
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.sbom import PACKED

ROOT = Path(__file__).resolve().parent.parent
LISTS = {"site": ROOT / "requirements.in", "tests": ROOT / "tests" / "requirements.in"}
ENTRY = re.compile(
    r"^(\S+==\S+(?: ; .+)?) \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\\n|\n))+)", re.MULTILINE
)

# Every Python from the oldest allowed to the newest that there is, on each system that the lists were made for.
PYTHONS = ("3.11.0", "3.11.5", "3.11.15", "3.12.0", "3.13.0", "3.14.0", "3.15.0")
SYSTEMS = (("linux", "Linux", "posix"), ("darwin", "Darwin", "posix"), ("win32", "Windows", "nt"))
ENVIRONMENTS = [
    (
        ("python_version", ".".join(python.split(".")[:2])),
        ("python_full_version", python),
        ("implementation_name", "cpython"),
        ("platform_python_implementation", "CPython"),
        ("sys_platform", sys_platform),
        ("platform_system", system),
        ("os_name", os_name),
    )
    for python, (sys_platform, system, os_name) in product(PYTHONS, SYSTEMS)
]


def asked_for(file: Path) -> list[Requirement]:
    lines = (line.partition("#")[0].strip() for line in file.read_text("utf-8").splitlines())
    return [Requirement(line) for line in lines if line and not line.startswith("-")]


def locked(file: Path) -> list[Requirement]:
    """The packages that the list made from `file` pins."""
    return [Requirement(entry) for entry, _ in ENTRY.findall(file.with_suffix(".txt").read_text("utf-8"))]


def holds(one: Requirement, environment: tuple[tuple[str, str], ...], extra: str = "") -> bool:
    return one.marker is None or _holds(one.marker, environment, extra)


@cache
def _holds(marker: Marker, environment: tuple[tuple[str, str], ...], extra: str) -> bool:
    return marker.evaluate({**dict(environment), "extra": extra})


def open_ends(roots: Iterable[Requirement], lock: Iterable[Requirement]) -> set[str]:
    """What an installer would have to choose by itself: all that is required in some environment and not pinned to fit there."""
    lock, found = list(lock), set()
    for environment in ENVIRONMENTS:
        pinned = {canonicalize_name(one.name): one for one in lock if holds(one, environment)}
        waiting, met = [*roots], set()
        while waiting:
            wanted = waiting.pop()
            name = canonicalize_name(wanted.name)
            pin = pinned.get(name)
            version = str(pin.specifier).removeprefix("==") if pin else ""
            if not pin or not wanted.specifier.contains(version, prereleases=True):
                found.add(str(wanted))
                continue
            for extra in {"", *wanted.extras} - {done for one, done in met if one == name}:
                met.add((name, extra))
                waiting += [one for one in needs(name) if holds(one, environment, extra)]
    return found


@cache
def needs(name: str) -> list[Requirement]:
    """What the package requires by its own metadata; nothing is known of one for another system, as colorama for Windows."""
    try:
        return [*map(Requirement, requires(name) or [])]
    except PackageNotFoundError:
        return []


@pytest.mark.parametrize("file", LISTS.values(), ids=LISTS)
def test_every_line_names_one_version_and_its_files(file):
    """No range, no address, no folder, no option: nothing that the day of the installation decides."""
    text = file.with_suffix(".txt").read_text("utf-8")
    left = ENTRY.sub("", text)
    assert [line for line in left.splitlines() if line and not line.lstrip().startswith("#")] == []


@pytest.mark.parametrize("file", LISTS.values(), ids=LISTS)
def test_the_list_is_closed_for_every_python_and_system(file):
    assert open_ends(asked_for(file), locked(file)) == set()


@pytest.mark.parametrize("file", LISTS.values(), ids=LISTS)
def test_a_list_that_lost_any_line_is_seen_to_be_open(file):
    """And so no line is there that nothing asks for."""
    roots, lock = asked_for(file), locked(file)
    missed = [str(lost) for lost in lock if not open_ends(roots, [one for one in lock if one is not lost])]
    assert missed == []


def test_both_lists_have_the_same_version_of_what_both_name():
    site, tests = ({one.name: one for one in locked(file)} for file in LISTS.values())
    differ = {name for name in site.keys() & tests.keys() if site[name].specifier != tests[name].specifier}
    assert differ == set()


@pytest.mark.parametrize("folder", PACKED)
def test_the_npm_lists_are_exact_too_and_name_no_host(folder):
    asked = json.loads((ROOT / folder / "package.json").read_text("utf-8"))["devDependencies"]
    assert {
        name: version for name, version in asked.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)
    } == {}
    lock = json.loads((ROOT / folder / "package-lock.json").read_text("utf-8"))["packages"]
    assert lock.pop("")["devDependencies"] == asked
    for path, facts in lock.items():
        assert str(facts["integrity"]).startswith("sha512-"), path
        assert "resolved" not in facts, path
