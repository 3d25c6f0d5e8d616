"""The bill of materials names all that is locked, each with its version, digest, licence and reason, as the standard asks."""

import json
import re
from importlib.metadata import PackageNotFoundError, version
from urllib.parse import unquote

import pytest

from tests import sbom
from tests.test_locks import LISTS, locked

# What the standard calls them: https://cyclonedx.org/docs/1.6/json/#components_items_hashes_items_alg
LENGTHS = {"SHA-256": 64, "SHA-512": 128}


@pytest.fixture(scope="module")
def parts() -> list[sbom.Part]:
    return sbom.parts()


def test_all_that_is_locked_is_named_once(parts):
    pinned = {
        (one.name, str(one.specifier).removeprefix("==")) for file in LISTS.values() for one in locked(file)
    }
    assert {(part.name, part.version) for part in parts if part.where == sbom.PYTHON} == pinned
    locks = [
        json.loads((sbom.ROOT / folder / "package-lock.json").read_text("utf-8")) for folder in sbom.PACKED
    ]
    assert {part.name for part in parts if part.where == sbom.NPM} == {
        path.removeprefix("node_modules/") for lock in locks for path in lock["packages"] if path
    }
    assert len({part.address for part in parts}) == len(parts)


def test_what_is_installed_has_a_licence_and_everything_a_reason_and_digests(parts):
    def is_here(part: sbom.Part) -> bool:
        try:
            return part.where == sbom.NPM or version(part.name) == part.version
        except PackageNotFoundError:
            return False

    assert [
        part.name for part in parts if is_here(part) and not re.fullmatch(r"[\w.+() -]+", part.licence)
    ] == []
    assert [part.name for part in parts if not part.why.strip(" ,") or part.why == "needed by "] == []
    assert [part.name for part in parts if not part.digests] == []
    assert {len(digest) - LENGTHS[method] for part in parts for method, digest in part.digests} == {0}


def test_what_pages_hold_of_others_is_a_part_of_the_product(parts):
    scopes = {part.name: part.scope for part in parts}
    kept = {file.stem for file in sbom.ROOT.glob("overrides/components/*/vendor/*.js")}
    assert kept
    assert {scopes[name] for name in kept} == {sbom.SITE}
    assert (scopes["mkdocs"], scopes["pydantic"], scopes["pytest"], scopes["axe-core"]) == (
        (sbom.SITE,) * 2 + (sbom.TESTS,) * 2
    )


def test_a_reason_is_the_comment_above_or_who_needs_it(parts):
    reasons = {part.name: part.why for part in parts}
    assert reasons["mkdocs-material"].startswith("The theme's life ends")
    assert reasons["pypdfium2"] == "Reads the printed checklists, and makes pictures of them."
    assert "pydantic" in reasons["annotated-types"]


def test_the_bill_has_what_the_standard_asks_for_and_is_the_same_each_time(parts, tmp_path):
    sbom.main(str(tmp_path / "bom.json"))
    bom = json.loads((tmp_path / "bom.json").read_text("utf-8"))
    assert bom == sbom.bill(parts)
    assert (bom["bomFormat"], bom["specVersion"], bom["version"]) == ("CycloneDX", "1.6", 1)
    references = [component["bom-ref"] for component in bom["components"]]
    assert bom["dependencies"] == [{"ref": "ending-well", "dependsOn": references}]
    for component in bom["components"]:
        where, _, rest = component["purl"].partition("/")
        assert where in {"pkg:pypi", "pkg:npm"}
        assert unquote(rest) == f"{component['name']}@{component['version']}"
        assert component["scope"] in {"required", "excluded"}
