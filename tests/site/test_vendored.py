"""What the guide carries of others' work is exactly what they published, under the licence that they gave."""

import json
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent.parent
COMPONENTS = TESTS.parent / "overrides" / "components"


def published():
    """The packages that package.json names, as they were published: package, file and bytes."""
    for package in json.loads((TESTS / "package.json").read_text(encoding="utf-8"))["devDependencies"]:
        for file in sorted((TESTS / "node_modules" / package).rglob("*")):
            if file.is_file():
                yield package, file


def origins(file, packages):
    """The packages that published a file of the same bytes."""
    size = file.stat().st_size
    return {
        package
        for package, other in packages
        if other.stat().st_size == size and other.read_bytes() == file.read_bytes()
    }


def problems(components, packages):
    """What is wrong with the files in the `vendor` folders of the components, as lines to read."""
    found = []
    for folder in sorted(components.glob("*/vendor")):
        files = [file for file in sorted(folder.rglob("*")) if file.is_file()]
        known = {file: origins(file, packages) for file in files}
        licensed = {origin for file in files if "licen" in file.name.lower() for origin in known[file]}
        for file in files:
            name = file.relative_to(components)
            if not known[file]:
                found.append(f"{name}: no package of tests/package.json published these bytes")
            elif not known[file] & licensed:
                found.append(
                    f"{name}: the licence of {', '.join(sorted(known[file]))} does not lie beside it"
                )
    return found


@pytest.fixture(scope="module")
def packages():
    return list(published())


def test_vendored_files_are_the_published_ones(packages):
    found = problems(COMPONENTS, packages)
    assert not found, "\n".join(found)


def test_a_changed_and_an_unlicensed_file_are_seen(tmp_path, packages):
    vendor = tmp_path / "search" / "vendor"
    vendor.mkdir(parents=True)
    stemmer = TESTS / "node_modules" / "stemmer" / "index.js"
    (vendor / "alone.js").write_bytes(stemmer.read_bytes())
    (vendor / "changed.js").write_bytes(stemmer.read_bytes() + b"\n")
    assert problems(tmp_path, packages) == [
        "search/vendor/alone.js: the licence of stemmer does not lie beside it",
        "search/vendor/changed.js: no package of tests/package.json published these bytes",
    ]
