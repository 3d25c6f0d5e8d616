"""The catalogue of the guide: every permanent address, and a JSON Schema that it keeps to."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from author import ADDRESS, Author
from pydantic import ValidationError

from macros.guide import version
from macros.publish.catalogue import Catalogue, catalogue, schema

TYPES: dict[str, Any] = {
    "object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None)
}  # fmt: skip
KNOWN = set(
    "$schema $id $defs $ref title description type properties required items additionalProperties anyOf enum const format".split()
)


def wrong(value: Any, rule: dict[str, Any], whole: dict[str, Any], at: str = "") -> Iterator[str]:
    """What of `value` breaks a rule of JSON Schema: of the words that the schema of the catalogue uses, and no others."""
    assert rule.keys() <= KNOWN, rule.keys() - KNOWN
    if "$ref" in rule:
        yield from wrong(value, whole["$defs"][rule["$ref"].rpartition("/")[2]], whole, at)
        return
    if "anyOf" in rule and all([*wrong(value, each, whole, at)] for each in rule["anyOf"]):
        yield f"{at}: none of them"
    if ("enum" in rule and value not in rule["enum"]) or ("const" in rule and value != rule["const"]):
        yield f"{at}: {value!r} is not allowed"
    if "type" in rule and (
        not isinstance(value, TYPES[rule["type"]]) or isinstance(value, bool) != (rule["type"] == "boolean")
    ):
        yield f"{at}: {value!r} is no {rule['type']}"
        return
    if rule.get("format") == "date" and not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        yield f"{at}: {value!r} is no day"
    if isinstance(value, dict):
        yield from (f"{at}: no {key}" for key in rule.get("required", ()) if key not in value)
        for key, part in value.items():
            yield from wrong(
                part,
                rule.get("properties", {}).get(key, rule.get("additionalProperties", {})),
                whole,
                f"{at}/{key}",
            )
    if isinstance(value, list):
        for number, part in enumerate(value):
            yield from wrong(part, rule["items"], whole, f"{at}/{number}")


def made(author: Author, name: str = "A guide") -> tuple[dict[str, Any], dict[str, Any]]:
    guide = author.guide()
    return json.loads(catalogue(guide, name)), json.loads(schema(guide))


@pytest.mark.parametrize("picture", ["", "service"], ids=["the guide", "a service"])
def test_the_catalogue_keeps_to_its_schema(author: Author, picture: str) -> None:
    listed, rules = made(author.edits(picture))
    assert listed["$schema"] == "guide.schema.json"
    assert rules["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert rules["$id"].endswith("/guide.schema.json")
    assert [*wrong(listed, rules, rules)] == []
    assert Catalogue.model_validate(listed).model_dump(mode="json", by_alias=True) == listed


@pytest.mark.parametrize(
    ("edit", "mistake"),
    [
        (lambda listed: listed.pop("practices"), ": no practices"),
        (lambda listed: listed.update(format=2), "/format: 2 is not allowed"),
        (lambda listed: listed.update(changed="today"), "/changed: 'today' is no day"),
        (lambda listed: listed["practices"][0].pop("steps"), "/practices/0: no steps"),
        (lambda listed: listed["practices"][0]["steps"].update(stay=1), "/practices/0/steps/stay: 1 is no string"),
        (lambda listed: listed["practices"][0].update(changed=5), "/practices/0/changed: none of them"),
        (lambda listed: listed["practices"][0].update(minutes=True), "/practices/0/minutes: True is no integer"),
        (lambda listed: listed["modules"][0]["tasks"].update(asked="song"), "/modules/0/tasks/asked: 'song' is not allowed"),
        (lambda listed: listed["sources"].append("knox"), "/sources/3: 'knox' is no object"),
    ],
)  # fmt: skip
def test_a_catalogue_that_does_not_would_be_seen(author: Author, edit: Any, mistake: str) -> None:
    listed, rules = made(author)
    edit(listed)
    assert mistake in [*wrong(listed, rules, rules)]
    with pytest.raises(ValidationError):
        Catalogue.model_validate(listed)


def test_the_catalogue_lists_every_permanent_address(author: Author) -> None:
    guide = author.guide()
    listed, _ = made(author, "Good endings")
    assert (listed["guide"], listed["name"], listed["license"]) == (ADDRESS, "Good endings", "CC-BY-4.0")
    assert listed["format"] == 1
    kinds = {
        "practices": guide.practices,
        "letters": guide.letters,
        "modules": guide.modules,
        "pages": guide.pages,
    }
    for kind, pages in kinds.items():
        assert {page["id"] for page in listed[kind]} == pages.keys()
    door = next(item for item in listed["practices"] if item["id"] == "sessions/door")
    assert door == {
        "id": "sessions/door",
        "title": "What do I do at the door?",
        "summary": "Check safety first. Give it the first place next time.",
        "address": f"{ADDRESS}sessions/door/",
        "markdown": f"{ADDRESS}sessions/door/index.md",
        "version": version(guide.practices["sessions/door"]),
        "review": "draft",
        "changed": "2024-03-01",
        "what": "First published.",
        "sources": ["the-act", "knox", "blog"],
        "side": "sessions",
        "phase": "at-the-door",
        "danger": True,
        "minutes": 10,
        "steps": {
            "stay": "Stay where you are.",
            "ask-today": "Ask how the day goes on.",
            "agree": "Agree when to come back to it.",
            "note": "Write it down.",
            "open": "Open the next hour with it.",
        },
        "words": {"too-big": "I would like us to keep it whole."},
        "links": ["relationships/goodbye"],
    }
    assert listed["redirects"] == {
        "sessions/threshold": "sessions/door",
        "sessions/door#remain": "sessions/door#stay",
    }
    assert [term["id"] for term in listed["glossary"]] == ["plan", "short"]
    assert listed["glossary"][0] == {
        "id": "plan",
        "term": "Plan",
        "also": ["plans"],
        "means": "What two people write down. They keep it.",
        "address": f"{ADDRESS}reference/glossary/#plan",
        "sources": ["blog"],
    }
    assert {source["id"] for source in listed["sources"]} == {"the-act", "knox", "blog"}
    assert next(source for source in listed["sources"] if source["id"] == "the-act") == {
        "id": "the-act",
        "kind": "law",
        "confidence": "seen",
        "reference": "Parliament (2001) The Act.",
        "says": "It asks for care.",
        "url": "https://law.example/act",
        "address": f"{ADDRESS}reference/sources/#source-the-act",
    }


def test_the_catalogue_of_a_service_leads_on_from_what_it_hides_and_says_what_it_says(author: Author) -> None:
    listed, _ = made(
        author.edits("""
    service
    sessions/door.md
    - title: What do I do at the door?
    + title: What does the client do at the door?
    """)
    )
    assert listed["redirects"]["relationships/goodbye"] == "relationships/local-farewell"
    door = next(item for item in listed["practices"] if item["id"] == "sessions/door")
    assert door["title"] == "What does the applicant do at the door?"
    assert "local-tell-desk" in door["steps"]


def test_the_day_of_a_change_that_nobody_wrote_down_is_not_known(author: Author) -> None:
    listed, _ = made(author.edits("service"))
    farewell = next(item for item in listed["practices"] if item["id"] == "relationships/local-farewell")
    assert (farewell["changed"], farewell["what"]) == (None, None)
    assert date.fromisoformat(listed["changed"])


def test_the_schema_says_what_each_key_holds(author: Author) -> None:
    _, rules = made(author)
    assert "lead to that place" in rules["$defs"]["PracticeItem"]["properties"]["address"]["description"]
    assert rules["description"] == "Everything in the guide that has a permanent address."
