"""What a practice says of itself in the terms of schema.org."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from author import ADDRESS, Author

from macros.guide import Guide
from macros.render.structured import LICENCE, json_ld

# Of schema.org 30.0: the types that are used, each with its kinds, and where a property belongs and what it takes.
KINDS = {
    "HowTo": {"HowTo", "CreativeWork", "Thing"},
    "HowToStep": {"HowToStep", "CreativeWork", "ItemList", "ListItem", "Thing"},
    "WebSite": {"WebSite", "CreativeWork", "Thing"},
    "Audience": {"Audience", "Thing"},
}
PROPERTIES = {
    "name": ("Thing", {"Text"}),
    "description": ("Thing", {"Text", "TextObject"}),
    "url": ("Thing", {"URL"}),
    "inLanguage": ("CreativeWork", {"Text", "Language"}),
    "totalTime": ("HowTo", {"Duration"}),
    "audience": ("CreativeWork", {"Audience"}),
    "audienceType": ("Audience", {"Text"}),
    "creativeWorkStatus": ("CreativeWork", {"Text", "DefinedTerm"}),
    "dateModified": ("CreativeWork", {"Date", "DateTime"}),
    "license": ("CreativeWork", {"URL", "CreativeWork"}),
    "isPartOf": ("CreativeWork", {"URL", "CreativeWork"}),
    "step": ("HowTo", {"Text", "HowToStep", "HowToSection", "CreativeWork"}),
    "text": ("CreativeWork", {"Text"}),
}
FORMS = {
    "Text": r"\S.*",
    "URL": r"https?://\S+",
    "Duration": r"PT\d+M",
    "Date": r"\d{4}-\d\d-\d\d",
}


def wrong(said: dict[str, Any]) -> Iterator[str]:
    """What schema.org does not know, or takes otherwise."""
    kinds = KINDS.get(said.get("@type", ""), set())
    yield from [] if kinds else [f"no type: {said.get('@type')}"]
    for key, value in said.items():
        if key.startswith("@"):
            continue
        belongs, takes = PROPERTIES.get(key, ("", set()))
        if belongs not in kinds:
            yield f"{key} is no property of {said.get('@type')}"
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                yield from wrong(each)
                yield from (
                    []
                    if takes & KINDS.get(each.get("@type", ""), set())
                    else [f"{key} takes no {each.get('@type')}"]
                )
            elif not any(re.fullmatch(FORMS[form], each) for form in takes & FORMS.keys()):
                yield f"{key}: {each}"


def said_of(guide: Guide, path: str) -> dict[str, Any]:
    return json.loads(json_ld(guide, guide.practices[path], "Good endings"))


def test_a_practice_is_a_list_of_steps_in_the_terms_of_schema_org(author: Author) -> None:
    guide = author.guide()
    for path in guide.practices:
        assert [*wrong(said_of(guide, path))] == []
    door, at = said_of(guide, "sessions/door"), f"{ADDRESS}sessions/door/"
    assert door["@context"] == "https://schema.org"
    assert (door["@type"], door["name"], door["url"]) == ("HowTo", "What do I do at the door?", at)
    assert (door["totalTime"], door["inLanguage"], door["license"]) == ("PT10M", "en-GB", LICENCE)
    assert door["creativeWorkStatus"] == "Not yet reviewed by a clinician"
    assert door["dateModified"] == "2024-03-01"
    assert door["isPartOf"] == {"@type": "WebSite", "name": "Good endings", "url": ADDRESS}
    assert door["step"][0] == {"@type": "HowToStep", "url": f"{at}#stay", "text": "Stay where you are."}
    assert len(door["step"]) == 5


@pytest.mark.parametrize(
    ("edit", "mistake"),
    [
        (lambda said: said.update(steps=[]), "steps is no property of HowTo"),
        (lambda said: said.update({"@type": "Advice"}), "no type: Advice"),
        (lambda said: said.update(totalTime="10 minutes"), "totalTime: 10 minutes"),
        (lambda said: said["step"][0].update(audienceType="all"), "audienceType is no property of HowToStep"),
        (lambda said: said.update(audience={"@type": "WebSite"}), "audience takes no WebSite"),
        (lambda said: said["isPartOf"].update(url="/"), "url: /"),
    ],
)
def test_what_schema_org_does_not_know_would_be_seen(author: Author, edit: Any, mistake: str) -> None:
    said = said_of(author.guide(), "sessions/door")
    edit(said)
    assert mistake in [*wrong(said)]


def test_a_service_speaks_its_own_words_and_gives_no_licence_for_its_own_pages(author: Author) -> None:
    guide = author.edits("""
    service
    service.yml
    - hue: 85
    + hue: 85
    + spelling: american
    - client: applicant
    + client: applicant
    + clinician: guide
    sessions/door.md
    - summary: Check safety first. Give it the first place next time.
    + summary: Check the safety of a client's behaviour.
    """).guide()
    door = said_of(guide, "sessions/door")
    assert door["description"] == "Check the safety of an applicant’s behavior."
    assert door["inLanguage"] == "en-US"
    assert door["creativeWorkStatus"] == "Not yet reviewed by a guide"
    assert "local-tell-desk" in door["step"][2]["url"]
    own = said_of(guide, "relationships/local-farewell")
    assert [*wrong(own)] == []
    assert not {"license", "dateModified"} & own.keys()


def test_no_text_can_end_the_script_that_it_stands_in(author: Author) -> None:
    guide = author.guide()
    door = guide.practices["sessions/door"].model_copy(update={"title": "</script><b>&amp; “so”"})
    said = json_ld(guide, door, "A guide")
    assert "<" not in said
    assert json.loads(said)["name"] == "</script><b>&amp; “so”"
