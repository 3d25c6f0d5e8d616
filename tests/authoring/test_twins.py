"""Each page in Markdown beside it: made of the model, in the service's own words, with whole addresses."""

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from author import ADDRESS, Author
from markdown import markdown as rendered
from seen import Html

from macros.glossary import first_uses
from macros.publish.twins import twin, twins
from macros.render.html import COMPONENTS, component, markdown
from macros.render.structured import LICENCE

EXAMPLES = [
    pytest.param(file.parent.name, context, id=f"{file.parent.name}-{name}")
    for file in sorted(COMPONENTS.glob("*/examples.yml"))
    if file.with_name(f"{file.parent.name}.md").exists()
    for name, context in yaml.safe_load(file.read_text("utf-8")).items()
]


def objects(value: Any) -> Any:
    if isinstance(value, dict):
        return SimpleNamespace(**{key: objects(item) for key, item in value.items()})
    return tuple(map(objects, value)) if isinstance(value, list) else value


@pytest.mark.parametrize(("name", "context"), EXAMPLES)
def test_a_template_in_markdown_reads_what_that_in_html_reads(name: str, context: dict[str, Any]) -> None:
    html = Html(component(name, **{key: objects(value) for key, value in context.items()}))
    said = markdown(lambda: component(name, **{key: objects(value) for key, value in context.items()}))
    assert said.strip()
    assert not re.search(r"(?<!\\)</?(?!https?:)[a-z]", said), "HTML in Markdown"
    assert html.text.strip()


def test_every_page_has_a_twin_at_its_own_address(author: Author) -> None:
    guide = author.guide()
    made = twins(guide)
    assert {
        "index.md",
        "sessions/index.md",
        "sessions/door/index.md",
        "reference/map/index.md",
    } <= made.keys()
    assert made.keys() == {
        *(
            "index.md" if path == "index" else f"{path.removesuffix('/index')}/index.md"
            for path in [*guide.reviewed, *guide.pages]
        ),
        "sessions/threshold/index.md",
    }


def test_the_twin_of_a_practice_holds_all_that_its_page_does(author: Author) -> None:
    guide = author.guide()
    said, door = twin(guide, "sessions/door"), guide.practices["sessions/door"]
    at = f"{ADDRESS}sessions/door/"
    assert said.startswith(
        "# What do I do at the door?\n\nCheck safety first. Give it the first place next time.\n\n"
    )
    for number, step in enumerate(door.checklist.steps, 1):
        assert f"\n{number}. **{step.do}** [link]({at}#{step.id})\n" in said
    assert '\n    - Say: "Thank you for telling me."\n    - Firmer: "I need a plain answer."\n' in said
    assert (
        f"*Is anyone in danger?* Leave this list and make a plan. [How do we make a plan?]({ADDRESS}shared/plan/)"
        in said
    )
    assert "\n    - Why: Haste reads as alarm.\n    - Rests on: law or code, editorial; sources 1\n" in said
    assert (
        f'- **The client goes on** [link]({at}#too-big)\n    - Say: "I would like us to keep it whole."\n'
        in said
    )
    assert f"- Do not send the client away in danger. [How do we make a plan?]({ADDRESS}shared/plan/)" in said
    assert (
        f"- Ending the work: [How do we say goodbye?]({ADDRESS}relationships/goodbye/): Both keep the last words"
        in said
    )
    assert "- United Kingdom: call 116 123\n" in said
    assert "1. Parliament (2001) The Act. <https://law.example/act> Law or code." in said
    assert "\n## Why\n\nPeople often say it late (Knox and Adrians, 2011). The rest is in [the plan](" in said
    assert f"]({ADDRESS}shared/plan/#first)" in said
    assert "- Review: Not yet reviewed by a clinician\n- Version: " in said
    assert said.endswith(
        f"- Address: <{at}>\n- Licence: [CC BY 4.0]({LICENCE}). Name Ending Well, and say what you changed.\n"
    )


def test_the_twins_of_other_kinds_hold_what_their_pages_do(author: Author) -> None:
    guide = author.guide()
    letter = twin(guide, "letters/thanks")
    assert (
        "> Dear \\[The name of the client\\],\n>\n> Our work has ended.\\\n> \\[How to come back\\]\n"
        in letter
    )
    assert "- What was said.\n" in letter
    assert "- The last day (research, editorial; sources 1)\n" in letter
    module = twin(guide, "course/first-day")
    assert "### What do you do?\n\n- Sit down again\n    - Right. Haste reads as alarm.\n" in module
    assert f"- Ending a session: [What do I do at the door?]({ADDRESS}sessions/door/)" in module
    assert f"- [What do I do at the door?]({ADDRESS}sessions/door/): Check safety first." in twin(
        guide, "sessions/index"
    )
    assert '- 2.10 "Never mind."' in twin(guide, "reference/map")


def test_links_are_whole_addresses_and_no_page_has_html(author: Author) -> None:
    guide = author.guide()
    for said in twins(guide).values():
        assert set(re.findall(r"\]\((\w+:)", said)) <= {"https:"}
        assert not re.search(r"\]\((?!https:)", said)
        assert not re.search(r"(?<!\\)</?(?!https?:)[a-z]|\{#|[\ue000\ue001]|\n\n\n", said)


def test_a_list_is_a_list_for_whoever_reads_the_markdown(author: Author) -> None:
    html = Html(rendered(twin(author.guide(), "sessions/door")))
    tags = [tag for tag, _ in html.elements]
    assert tags.count("ol") == 2, "the steps and the sources"
    assert tags.count("h1") == 1


def test_a_service_speaks_its_own_words_and_leaves_addresses_titles_and_quotations(author: Author) -> None:
    guide = author.edits("""
    service
    sessions/door.md
    - ## Why {#why}
    + ## What {#client-wont}
    +
    + The client has a `client` and reads [of a client](door.md#client-wont).
    +
    + {{# No client reads this. #}}
    + !!! note
    +     A client rings.
    +
    +     Then a client leaves.
    +
    + ## Why {#why}
    data/sources.yml
    - title: The Act
    + title: The client Act
    """).guide()
    said = twin(guide, "sessions/door")
    at = "https://guide.house.example/endings/sessions/door/"
    assert (
        f"\n## What\n\nThe applicant has a `client` and reads [of an applicant]({at}#client-wont).\n\n> **Note**\n"
        in said
    )
    assert "> **Note**\n>\n> An applicant rings.\n>\n> Then an applicant leaves.\n\n## Why\n" in said
    assert "No client reads this" not in said
    assert "Parliament (2001) The client Act." in said
    assert "- For consultation: the duty supervisor, call 202\n" in said
    assert "At The House, the person to call is the duty supervisor. call 202." in said
    assert "Our Listeners" in said


def test_a_page_of_a_service_is_not_under_the_licence_of_the_guide(author: Author) -> None:
    guide = author.edits("service").guide()
    assert LICENCE not in twin(guide, "relationships/local-farewell")
    assert "- Added by The House\n" in twin(guide, "relationships/local-farewell")
    assert LICENCE in twin(guide, "sessions/door")


def test_the_address_of_a_page_that_moved_or_is_hidden_leads_on(author: Author) -> None:
    made = twins(author.edits("service").guide())
    at = "https://guide.house.example/endings/"
    assert (
        made["sessions/threshold/index.md"]
        == f"# This page has moved\n\nIt is now at <{at}sessions/door/>.\n"
    )
    assert made["relationships/goodbye/index.md"].endswith(f"<{at}relationships/local-farewell/>.\n")


def test_a_link_told_below_the_text_a_folded_box_and_code_arrive(author: Author) -> None:
    text = twin(
        author.edits("""
        relationships/goodbye.md
        - Goodbyes are short.
        + See [the door][door].
        +
        + [door]: ../sessions/door.md#stay
        +
        + ??? note "Why so"
        +     Write `{{ cite("x") }}`.
        """).guide(),
        "relationships/goodbye",
    )
    assert "[door]: https://guide.example/sessions/door/#stay\n" in text
    assert '> **Why so**\n>\n> Write `{{ cite("x") }}`.\n' in text


def test_tabs_tasks_notes_and_abbreviations_arrive(author: Author) -> None:
    text = twin(
        author.edits("""
        relationships/goodbye.md
        - Goodbyes are short.
        + *[DBT]: dialectical behaviour therapy
        +
        + In DBT[^a] ~~no `~~x~~`~~ it is:
        +
        + - [x] one
        +
        +     !!! note
        +         Within.
        +
        + === "In the clients' or the client's room"
        +
        +     Sit.
        +
        +     ??? tip "More"
        +         See.
        +
        + [^a]: See [the door](../sessions/door.md).
        """).guide(),
        "relationships/goodbye",
    )
    assert "In DBT (dialectical behaviour therapy)[^a] (struck out: no `~~x~~`) it is:\n" in text
    assert "- [x] one\n\n    > **Note**\n    >\n    > Within.\n" in text
    assert "\n**In the clients’ or the client’s room**\n\nSit.\n\n> **More**\n>\n> See.\n" in text
    assert "\n[^a]: See [the door](https://guide.example/sessions/door/).\n" in text
    assert "*[" not in text


def test_a_part_that_only_a_page_can_show_says_so(author: Author) -> None:
    assert "*This part is for use on the page itself.*" in twin(author.guide(), "course/index")


def test_signs_of_markdown_in_a_text_are_no_markup() -> None:
    said = markdown(lambda: component("section", id="a", heading="*1* <b> [2] `3` \\", body="", folds=False))
    assert said == r"## \*1\* \<b> \[2\] \`3\` \\"


def test_after_markdown_comes_html_again() -> None:
    def fails() -> str:
        raise LookupError

    with pytest.raises(LookupError):
        markdown(fails)
    assert component("section", id="a", heading="A", body="", folds=False).startswith("<section")


def test_each_template_in_markdown_belongs_to_a_component() -> None:
    stray = [file for file in COMPONENTS.glob("*/*.md") if not file.with_suffix(".html").exists()]
    assert stray == [Path(COMPONENTS, "base", "base.md")]


def test_code_of_every_kind_is_published_as_it_was_typed(author: Author) -> None:
    code = ["~~~\nask(\"why\", 'now')\n~~~", '``say("plan", `now`)``', '`{{# it\'s "shown" #}}`']
    page = author.edits(f"""
    shared/plan.md
    - Plans are short.
    + Plans aren't "short". Write {code[1]} or {code[2]}. {{{{# Ask Kim's "team". #}}}}
    +
    + ~~~
    + ask("why", 'now')
    + ~~~
    """).guide()
    body, made = page.practices["shared/plan"].body, twin(page, "shared/plan")
    assert all(part in body and part in made for part in (*code, "aren’t “short”"))
    assert "Kim" not in made
    assert not first_uses("\n\n".join(code[:2]), page.glossary)
