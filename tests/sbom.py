"""`python -m tests.sbom [FILE]`: the list of all parts that the guide and its tests are made from, as CycloneDX.

It holds what the locks hold: Python's packages with the digests of their files, those of npm, and the files that lie in the
`vendor` folders. What only the tests need is marked `excluded`. Each part says why it is there: as the lists say of what is
asked for, and by whom it is required of the rest. The standard: https://cyclonedx.org/docs/1.6/json/
"""

import base64
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PYTHON, NPM = "pypi", "npm"
PACKED = ("tests", "tests/editors")  # the folders that have packages of npm
SITE, TESTS = "required", "excluded"  # as the standard calls what is part of the product, and what is not
LOCKED = re.compile(r"^(\S+)==(\S+).*\n((?:    --hash=\S+.*\n)+)((?:    #.*\n?)*)", re.MULTILINE)
DIGEST = re.compile(r"--hash=sha256:([0-9a-f]{64})")
# As packages name them that give no expression of SPDX.
SPDX = {
    "Apache Software License": "Apache-2.0",
    "License :: OSI Approved :: Apache Software License": "Apache-2.0",
    "License :: OSI Approved :: BSD License": "BSD-3-Clause",
    "License :: OSI Approved :: GNU General Public License v2 (GPLv2)": "GPL-2.0-only",
    "License :: OSI Approved :: MIT License": "MIT",
    "License :: OSI Approved :: Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
    "see license in license.md": "GPL-2.0-or-later",  # CKEditor and TinyMCE, which are sold under others, too
}


@dataclass(frozen=True)
class Part:
    """A package in one version: where it is published, under which licence, with which digests, and why it is here."""

    where: str
    name: str
    version: str
    licence: str
    digests: tuple[tuple[str, str], ...]
    scope: str
    why: str

    @property
    def address(self) -> str:
        """Its package URL."""
        return f"pkg:{self.where}/{self.name.replace('@', '%40')}@{self.version}"


def parts() -> list[Part]:
    """Return all parts by their addresses; what the site needs is listed once, though the tests need it, too."""
    found = [
        *python_parts(ROOT / "requirements.in", SITE),
        *python_parts(ROOT / "tests" / "requirements.in", TESTS),
    ]
    unique = {part.address: part for part in [*npm_parts(), *reversed(found)]}
    return [unique[address] for address in sorted(unique)]


def python_parts(asked: Path, scope: str) -> Iterator[Part]:
    """Yield what the lock that was compiled from the list `asked` holds."""
    reasons = dict(_reasons(asked))
    for name, version, hashes, via in LOCKED.findall(asked.with_suffix(".txt").read_text("utf-8")):
        name = canonicalize_name(name)
        digests = tuple(("SHA-256", digest) for digest in DIGEST.findall(hashes))
        users = ", ".join(re.findall(r"#\s+(?:via )?([\w.-]+)", via.replace("# via\n", "")))
        yield Part(
            PYTHON, name, version, _licence(name), digests, scope, reasons.get(name) or f"needed by {users}"
        )


def _reasons(asked: Path) -> Iterator[tuple[str, str]]:
    """Yield each package of a list with the comment that stands above it, or above its group."""
    comment: list[str] = []
    above = ""
    for line in asked.read_text("utf-8").splitlines():
        if line.startswith("#"):
            comment.append(line.removeprefix("#").strip())
            continue
        above, comment = " ".join(comment) or above, []
        if line and not line.startswith("-"):
            yield canonicalize_name(Requirement(line).name), above


def _licence(name: str) -> str:
    """Return the licence as an expression of SPDX; of a package for another system, which is not here, none is known."""
    try:
        told = metadata(name)
    except PackageNotFoundError:
        return ""
    classifiers = [one for one in told.get_all("Classifier") or [] if one.startswith("License")]
    named = [told.get("License-Expression"), *classifiers, told.get("License")]
    return next((SPDX.get(one, one) for one in named if one and (one in SPDX or "::" not in one)), "")


def npm_parts() -> Iterator[Part]:
    """Yield what the locks of npm hold, and mark what lies in a `vendor` folder as a part of the product."""
    for folder in PACKED:
        lock = json.loads((ROOT / folder / "package-lock.json").read_text("utf-8"))["packages"]
        yield from _packed(
            lock, json.loads((ROOT / folder / "package.json").read_text("utf-8"))["description"]
        )


def _packed(lock: dict[str, Any], why: str) -> Iterator[Part]:
    for path, told in lock.items():
        if not path:
            continue
        name = path.removeprefix("node_modules/")
        method, _, digest = told["integrity"].partition("-")
        digests = ((method.upper().replace("SHA", "SHA-"), base64.b64decode(digest).hex()),)
        kept = [
            file.relative_to(ROOT) for file in sorted(ROOT.glob(f"overrides/components/*/vendor/{name}.js"))
        ]
        reason = f"lies in {kept[0].parent.as_posix()}" if kept else why
        licence = SPDX.get(told["license"].lower(), told["license"])
        yield Part(NPM, name, told["version"], licence, digests, SITE if kept else TESTS, reason)


def bill(found: list[Part]) -> dict[str, Any]:
    """Return the list as CycloneDX 1.6 wants it; the same parts give the same bytes on any day."""
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "ending-well", "bom-ref": "ending-well"}},
        "components": [_component(part) for part in found],
        "dependencies": [{"ref": "ending-well", "dependsOn": [part.address for part in found]}],
    }


def _component(part: Part) -> dict[str, Any]:
    licences = {"licenses": [{"expression": part.licence}]} if part.licence else {}
    return {
        "type": "library",
        "bom-ref": part.address,
        "name": part.name,
        "version": part.version,
        "description": part.why,
        "scope": part.scope,
        "hashes": [{"alg": method, "content": digest} for method, digest in part.digests],
        **licences,
        "purl": part.address,
    }


def main(file: str = "-") -> None:
    """Write the list into a file, or print it."""
    text = json.dumps(bill(parts()), indent=2) + "\n"
    sys.stdout.write(text) if file == "-" else Path(file).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
