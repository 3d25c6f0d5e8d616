"""What an editor is told of the files that an author writes is what the build reads of them."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from test_commands import ROOT, run

from macros import schemas, starter
from macros.new import TEMPLATES
from macros.problems import Place, problem
from macros.registry import kind_of

KINDS = {"practice": "practice", "letter": "letter", "module": "module"}
TYPES: dict[str, tuple[type, ...]] = {
    "string": (str, date),
    "array": (list,),
    "object": (dict,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}


def known(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((schemas.FOLDER / f"{name}.json").read_text("utf-8"))
    return found


def wrong(value: object, schema: dict[str, Any], whole: dict[str, Any], at: str = "") -> Iterator[str]:
    """Say where `value` does not keep to `schema`: as much of draft 7 as the schemas use."""
    if "$ref" in schema:
        schema = schema | whole["definitions"][schema["$ref"].rpartition("/")[2]]
    if "anyOf" in schema and all([*wrong(value, each, whole, at)] for each in schema["anyOf"]):
        yield f"{at}: none fits"
    type_ = schema.get("type")
    if type_ and (not isinstance(value, TYPES[type_]) or (isinstance(value, bool) and type_ != "boolean")):
        yield f"{at}: no {type_}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value} is none of them"
    if "pattern" in schema and not re.search(schema["pattern"], str(value)):
        yield f"{at}: {value} is no name"
    if isinstance(value, dict):
        properties = schema.get("properties", {})
        yield from (f"{at}: {key} is missing" for key in schema.get("required", ()) if key not in value)
        for key, each in value.items():
            inner = properties.get(key, schema.get("additionalProperties", {}))
            if inner is False:
                yield f"{at}: {key} is not known"
            elif isinstance(inner, dict):
                yield from wrong(each, inner, whole, f"{at}/{key}")
    for n, each in enumerate(value if isinstance(value, list) else ()):
        yield from wrong(each, schema.get("items", {}), whole, f"{at}/{n}")


def test_the_schemas_are_those_of_the_models(tmp_path: Path) -> None:
    """`make schemas` writes them."""
    assert schemas.main(tmp_path) == 0
    written = {
        f.relative_to(tmp_path).as_posix(): f.read_text("utf-8") for f in tmp_path.rglob("*.*") if f.is_file()
    }
    assert written == {path: (ROOT / path).read_text("utf-8") for path in written}
    assert {file.name for file in schemas.FOLDER.iterdir()} == {*schemas.schemas()}


def test_every_page_keeps_to_the_schema_of_its_kind() -> None:
    for file in (ROOT / "docs").rglob("*.md"):
        kind = kind_of(file.relative_to(ROOT / "docs").as_posix().removesuffix(".md"))
        assert kind
        schema = known(KINDS.get(kind.name, "page"))
        facts = yaml.load(file.read_text("utf-8").split("---\n")[1], Loader=yaml.CSafeLoader)
        assert [*wrong(facts, schema, schema)] == [], file


@pytest.mark.parametrize("name", [name for name, (_, files) in schemas.OF.items() if files])
def test_every_file_of_data_keeps_to_its_schema(name: str) -> None:
    schema = known(name)
    found = [
        file for pattern in schemas.OF[name][1] for file in ROOT.glob(pattern) if ".venv" not in file.parts
    ]
    assert found
    for file in found:
        value = yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
        assert [*wrong(value, schema, schema)] == [], file


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("hidden", [{"page": "a", "too": "b"}], ["/0: to is missing", "/0: too is not known"]),
        ("hidden", [{"page": 5, "to": "b"}], ["/0/page: no string"]),
        ("redirects", {}, [": no array"]),
    ],
)
def test_a_mistake_is_seen(name: str, value: object, said: list[str]) -> None:
    schema = known(name)
    assert [*wrong(value, schema, schema)] == said


def test_the_settings_of_a_service_are_explained_and_checked() -> None:
    schema = known("service")
    own = schema["properties"]["extra"]["properties"]["service"]["properties"]
    assert own["hue"]["description"].startswith("Your colour. ")
    value = {
        "INHERIT": "a",
        "site_url": "b",
        "extra": {"service": {"name": "a", "regions": [], "hue": "blue"}},
    }
    assert [*wrong(value, schema, schema)] == ["/extra/service/hue: none fits"]
    assert starter.written().startswith("# yaml-language-server: $schema=macros/schemas/service.json\n")


def test_an_editor_finds_the_place_of_each_problem() -> None:
    """VS Code marks what `make check` says in the files themselves, those with front matter among them."""
    (task,) = json.loads((ROOT / ".vscode" / "tasks.json").read_text("utf-8"))["tasks"]
    pattern = task["problemMatcher"]["pattern"]
    said = str(
        problem(
            Place("docs/sessions/last call.md", 7, 3),
            "EW103",
            key="minutes",
            reason="is none",
            fix="write 10",
        )
    )
    found = re.match(pattern["regexp"], said.splitlines()[0])
    assert found
    values = {name: found[pattern[name]] for name in ("file", "line", "column", "code")}
    assert values == {"file": "docs/sessions/last call.md", "line": "7", "column": "3", "code": "EW103"}


STOP = re.compile(r"\$(?P<empty>\d+)|\$\{\d+\|(?P<offered>[^|]*)\|\}|\$\{\d+:(?P<written>(?:\\.|[^\\}])*)\}")
SNIPPETS = json.loads(schemas.completion())
PAGES = ("practice", "letter", "module", "page")


def unescaped(text: str) -> str:
    return re.sub(r"\\([\\$}])", r"\1", text)


def accepted(snippet: str, choice: int = 0) -> str:
    """Return what stands in a page where an author goes from stop to stop and takes the first or last that is offered."""

    def value(stop: re.Match[str]) -> str:
        return stop["offered"].split(",")[choice] if stop["offered"] else stop["written"] or ""

    assert (SNIPPETS[snippet]["scope"], SNIPPETS[snippet]["prefix"]) == ("markdown", snippet)
    return unescaped(STOP.sub(value, "\n".join(SNIPPETS[snippet]["body"])))


@pytest.mark.parametrize("kind", PAGES)
def test_a_snippet_is_the_text_of_a_new_page(kind: str) -> None:
    """But for what is offered, of which none is taken here."""
    text = STOP.sub(lambda stop: stop["written"] or "", "\n".join(SNIPPETS[kind]["body"]))
    lines = [line.rstrip() for line in re.sub(r" (?=[,}])", "", unescaped(text)).splitlines()]
    phases = ", ".join(known("practice")["properties"]["phase"]["enum"])
    template = (TEMPLATES / f"{kind}.md").read_text("utf-8").replace("{phases}", phases)
    assert lines == re.sub(" (?=[,}])", "", template).splitlines()


@pytest.mark.parametrize("choice", [0, -1])
@pytest.mark.parametrize("kind", PAGES)
def test_what_a_snippet_offers_the_models_take(kind: str, choice: int) -> None:
    """Nothing is wrong with the facts but what is still empty."""
    facts = yaml.load(accepted(kind, choice).split("---\n")[1], Loader=yaml.CSafeLoader)
    schema = known(kind)
    said = {mistake.partition(": ")[2] for mistake in wrong(facts, schema, schema)}
    assert said <= {"no string", "no integer", "none fits", "None is no name"}


@pytest.mark.parametrize(
    ("snippet", "key", "offered"),
    [
        ("practice", "mode", "read-do,do-confirm"),
        ("letter", "for", "client,colleague,file"),
        ("module", "days", "2,7,21"),
        ("module", "end", "good,poor"),
    ],
)
def test_a_snippet_offers_what_a_model_lists(snippet: str, key: str, offered: str) -> None:
    assert re.search(rf"\b{key}: \$\{{\d+\|{offered}\|\}}", "\n".join(SNIPPETS[snippet]["body"]))


@pytest.mark.parametrize(
    ("snippet", "model"),
    [("step", "Step"), ("phrase", "Phrase"), ("exception", "Unless"), ("crosslink", "Link")],
)
def test_a_snippet_for_an_entry_has_what_its_model_asks_for(snippet: str, model: str) -> None:
    (entry,) = yaml.load(accepted(snippet), Loader=yaml.CSafeLoader)
    schema = known("practice")["definitions"][model]
    assert {*schema["required"]} <= {*entry} <= {*schema["properties"]}


def test_stops_are_numbered_in_their_order() -> None:
    for snippet in SNIPPETS.values():
        numbers = re.findall(r"\$\{?(\d+)", "\n".join(snippet["body"]))
        assert numbers == [str(number) for number in range(1, len(numbers) + 1)]


def test_schemas_as_a_command(tmp_path: Path) -> None:
    done = run("macros.schemas", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
