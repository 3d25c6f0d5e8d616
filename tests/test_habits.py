"""What a host, an editor and a newcomer read of the project is true: commands, paths, versions and licences."""

import json
import re
import tomllib
from pathlib import Path

import check_jsonschema
import pytest
import yaml
from click.testing import CliRunner

ROOT = Path(__file__).resolve().parent.parent
CONFIGURED = [ROOT / ".pre-commit-config.yaml", *sorted((ROOT / ".github").rglob("*.yml"))]
GUIDES = ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md")
# Made by a command, or a service's own.
NOT_THERE_YET = ("tests/node_modules/", "tests/editors/node_modules/", "docs/reference/problems/")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
LICENCES = {"LICENSE": ("MIT", "MIT"), "LICENSE-CONTENT": ("CC-BY-4.0", "CC BY 4.0")}


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def jobs(name: str) -> dict[str, dict]:
    return yaml.safe_load(read(f".github/workflows/{name}.yml"))["jobs"]


def runs(job: dict) -> list[str]:
    return [step["run"] for step in job["steps"] if "run" in step]


def targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))


@pytest.mark.parametrize("file", CONFIGURED, ids=lambda file: file.name)
def test_each_setting_of_a_host_can_be_read(file):
    assert yaml.safe_load(file.read_text("utf-8"))


@pytest.mark.parametrize("kind", ["workflows/*.yml", "dependabot.yml"])
def test_the_host_takes_what_is_configured_for_it(kind):
    """By the schemas that come with the checker: the network is not asked."""
    files = [*map(str, sorted((ROOT / ".github").glob(kind)))]
    schema = {"workflows/*.yml": "vendor.github-workflows", "dependabot.yml": "vendor.dependabot"}[kind]
    run = CliRunner().invoke(check_jsonschema.main, ["--builtin-schema", schema, *files])
    assert run.exit_code == 0, run.output


@pytest.mark.parametrize("name", ["test", "links", "publish"])
def test_a_workflow_runs_commands_of_the_makefile_and_actions_of_one_version(name):
    for job in jobs(name).values():
        made = [run.split()[1] for run in runs(job) if run.startswith("make ")]
        assert made
        assert set(made) <= targets()
        used = [step["uses"] for step in job["steps"] if "uses" in step]
        assert [one for one in used if not re.fullmatch(r"[\w-]+/[\w-]+@v\d+\.\d+\.\d+", one)] == []


def test_what_is_proven_on_the_host_is_what_is_proven_by_hand():
    proofs = jobs("test")
    assert runs(proofs["python"]) == ["make test"]
    assert runs(proofs["dependencies"]) == ["make lock RESOLUTION=${{ matrix.resolution }}", "make test"]
    hooks = yaml.safe_load(read(".pre-commit-config.yaml"))["repos"][0]["hooks"]
    assert {hook["entry"].removeprefix("make ") for hook in hooks} <= targets()


def test_every_python_from_the_lowest_allowed_to_the_newest_is_tried():
    lowest = PROJECT["requires-python"].removeprefix(">=")
    *tried, newest = jobs("test")["python"]["strategy"]["matrix"]["python"]
    first = int(lowest.removeprefix("3."))
    assert tried == [f"3.{minor}" for minor in range(first, first + len(tried))]
    assert newest == "3.x"
    ends = {
        one["which"]: one["python"] for one in jobs("test")["dependencies"]["strategy"]["matrix"]["include"]
    }
    assert ends == {"lowest": lowest, "newest": newest}
    assert f"--python-version {lowest} " in read("Makefile")
    assert f"sys.version_info < (3, {first})" in read("Makefile")


def test_links_that_lead_nowhere_are_reported_and_fail_nothing():
    (look,) = (step for step in jobs("links")["links"]["steps"] if step.get("id") == "lychee")
    assert look["with"]["fail"] is False


def test_a_mistake_that_could_hurt_someone_stands_first_among_the_forms():
    forms = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("[0-9]*.yml"))
    first, *others = (yaml.safe_load(form.read_text("utf-8")) for form in forms)
    assert first["labels"] == ["safety"]
    assert "emergency number" in first["body"][0]["attributes"]["value"]
    assert len(others) == 2


@pytest.mark.parametrize("name", GUIDES)
def test_each_command_and_path_that_a_newcomer_reads_of_is_there(name):
    text = read(name)
    assert set(re.findall(r"\bmake ([a-z]+)", re.sub(r"[^`]*(`[^`]*`)?", r"\1", text))) <= targets()
    paths = re.findall(r"\b(?:docs|macros|overrides|tests)/[\w./-]*\w/?", text)
    paths += re.findall(r"\]\(([\w./-]+)\)", text)
    missing = {path for path in paths if not (ROOT / path).exists() and not path.startswith(NOT_THERE_YET)}
    assert {path for path in missing if "NAME" not in path} == set()


def test_what_holds_on_to_the_builder_is_named_and_nothing_holds_on_to_the_theme():
    importing = {
        file.relative_to(ROOT).as_posix(): set(
            re.findall(r"^(?:from|import) (\w+)", file.read_text("utf-8"), re.MULTILINE)
        )
        for file in (ROOT / "macros").rglob("*.py")
    }
    (row,) = re.findall(r"^\| MkDocs, as a library .*", read("ARCHITECTURE.md"), re.MULTILINE)
    named = set(re.findall(r"`(macros/[\w/]+\.py)`", row))
    assert {path for path, names in importing.items() if "mkdocs" in names} == named
    assert [path for path, names in importing.items() if names & {"material", "materialx"}] == []


def test_the_version_is_told_in_the_changelog():
    assert f"## [{PROJECT['version']}]" in read("CHANGELOG.md")


def test_each_licence_is_named_wherever_the_guide_is_met(site):
    assert PROJECT["license-files"] == list(LICENCES)
    assert PROJECT["license"] == " AND ".join(spdx for spdx, _ in LICENCES.values())
    (foot,) = re.findall(
        r'<footer class="site-footer">.*?</footer>', (site / "index.html").read_text("utf-8"), re.DOTALL
    )
    for file, (_, name) in LICENCES.items():
        assert name in read(file)
        assert re.search(rf"\[{name}[^]]*\]\({file}\)", read("README.md"))
        assert re.search(rf'<a href="https://[^"]+" rel="[^"]*noreferrer">{name}</a>', foot)
    # What it lists is content: titles, steps and words.
    assert json.loads((site / "guide.json").read_text("utf-8"))["license"] == LICENCES["LICENSE-CONTENT"][0]
