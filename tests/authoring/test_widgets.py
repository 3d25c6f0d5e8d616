"""What can be framed on others' pages: its page, its script and styles, and what oEmbed says of it."""

import json
from pathlib import Path

import pytest
from author import CONTACTS, Author
from seen import Html

from macros.publish.bundle import bundle, joined
from macros.publish.widgets import oembed_at, places, widget_assets, widget_pages, widgets

COMPONENTS = Path(__file__).parents[2] / "overrides" / "components"


def pages(author: Author) -> dict[str, str]:
    guide = author.guide()
    return widget_pages(guide, "A guide", "v/abc/", widgets(guide))


@pytest.mark.parametrize(
    ("path", "addresses"),
    [
        ("sessions/door", ["embed", "embed/answer"]),
        ("letters/thanks", ["embed"]),
        ("reference/contacts", ["embed"]),
        ("reference/map", []),
        ("sessions/index", []),
        ("course/door", []),
        ("nowhere/at-all", []),
    ],
)
def test_a_list_an_answer_a_letter_and_the_contacts_can_be_framed(path: str, addresses: list[str]) -> None:
    assert [place.below for place in places(path)] == addresses


def test_each_is_a_page_that_leads_to_its_own(author: Author) -> None:
    made = pages(author.edits(CONTACTS))
    assert {path.removesuffix("index.html") for path in made if path.endswith(".html")} == {
        *(
            f"{path}/embed/"
            for path in (
                "sessions/door",
                "relationships/goodbye",
                "shared/plan",
                "letters/thanks",
                "reference/contacts",
            )
        ),
        *(f"{path}/embed/answer/" for path in ("sessions/door", "relationships/goodbye", "shared/plan")),
    }
    for base, path in (("../", "sessions/door/embed/"), ("../../", "sessions/door/embed/answer/")):
        page = Html(made[f"{path}index.html"])
        (head,) = [attrs for tag, attrs in page.elements if tag == "base"]
        assert head == {"href": base, "target": "_blank"}
        assert ["canonical", "https://guide.example/sessions/door/"] in [
            [attrs.get("rel"), attrs.get("href")] for tag, attrs in page.elements if tag == "link"
        ]
        assert page.all("src", "script") == [
            f"../../v/abc/widgets/{'answer' if 'answer' in path else 'list'}.js"
        ]
        assert "noindex" in page.all("content", "meta")
        assert "Not yet reviewed by a clinician" in page.said
        assert "From Ending Well, CC BY 4.0." in page.said
    assert "ew-copy" not in "".join(made.values())


def test_in_danger_there_are_numbers_to_call_which_open_no_tab(author: Author) -> None:
    made = pages(author)
    several = Html(made["sessions/door/embed/answer/index.html"])
    calls = [attrs for tag, attrs in several.elements if tag == "a" and attrs["href"].startswith("tel:")]
    assert calls
    assert {call.get("target") for call in calls} == {"_top"}
    assert "Crisis contacts" in Html(made["sessions/door/embed/index.html"]).said
    calm = made["relationships/goodbye/embed/index.html"]
    assert '<ul class="emergency">' not in calm


def test_oembed_tells_of_each_where_the_guide_knows_its_address(author: Author) -> None:
    said = json.loads(pages(author)["sessions/door/embed/oembed.json"])
    assert said == {
        "version": "1.0",
        "type": "rich",
        "title": "What do I do at the door?",
        "provider_name": "A guide",
        "provider_url": "https://guide.example/",
        "cache_age": 86400,
        "html": '<iframe src="https://guide.example/sessions/door/embed/" title="What do I do at the door?"'
        ' width="100%" height="720" loading="lazy" allow="clipboard-write"></iframe>',
        "width": 640,
        "height": 720,
    }
    assert (
        oembed_at(author.guide(), "sessions/door") == "https://guide.example/sessions/door/embed/oembed.json"
    )
    assert oembed_at(author.guide(), "reference/map") == ""


def test_a_guide_without_an_address_of_its_own_has_frames_and_no_oembed(author: Author) -> None:
    author.edits("""
    mkdocs.yml
    - site_url: https://guide.example/
    + site_description: A guide
    """)
    made = pages(author)
    assert "sessions/door/embed/index.html" in made
    assert "oembed" not in "".join([*made, *made.values()])
    assert oembed_at(author.guide(), "sessions/door") == ""


def test_a_service_speaks_its_own_words_in_a_frame(author: Author) -> None:
    made = pages(author.edits("service"))
    assert (
        "The applicant says something large as they stand up."
        in Html(made["sessions/door/embed/answer/index.html"]).said
    )
    assert json.loads(made["letters/local-room/embed/oembed.json"])["title"] == "When the room has moved"
    assert "CC BY" not in made["letters/local-room/embed/index.html"]


def test_the_styles_are_those_that_something_framed_uses_and_each_kind_has_its_script(author: Author) -> None:
    guide = author.guide()
    texts = {
        file.relative_to(COMPONENTS.parent).as_posix(): file.read_text("utf-8")
        for file in COMPONENTS.glob("*/*.js")
    }
    made = widget_assets(guide, widgets(guide), [".step{a:b}.map{a:b}"], COMPONENTS, texts)
    assert [*made] == ["widgets/widget.css", "widgets/list.js", "widgets/answer.js", "widgets/letter.js"]
    assert ".step{a:b}" in made["widgets/widget.css"]
    assert ".map{" not in made["widgets/widget.css"]
    assert ".site-header" not in made["widgets/widget.css"]
    assert 'customElements.define("ew-checklist"' in made["widgets/list.js"]
    assert 'customElements.define("ew-checklist"' not in made["widgets/letter.js"]
    assert 'import("../components/letter/vendor/fflate.js")' in made["widgets/letter.js"]


SCRIPTS = {
    "components/door/door.js": """import {
  open as opens,
  SHUT,
} from "../base/hinge.js";
import * as state from "./state.js";
const lock = () => import("./lock.js");
customElements.define("ew-door", Door);
""",
    "components/door/state.js": 'import { SHUT } from "../base/hinge.js";\nexport function start() {}\n',
    "components/base/hinge.js": "export const SHUT = 1;\nexport async function open() {}\nexport class Hinge {}\n",
    "components/clock/clock.js": 'customElements.define("ew-clock", Clock);\n',
}


def test_modules_become_one_script_in_which_each_keeps_its_names() -> None:
    assert (
        bundle(SCRIPTS, ["ew-door"], "../")
        == """(() => {
"use strict";
const m0 = (() => {
const SHUT = 1;
async function open() {}
class Hinge {}
return { SHUT, open, Hinge };
})();
const m1 = (() => {
const {SHUT } = m0;
function start() {}
return { start };
})();
const m2 = (() => {
const {
  open: opens,
  SHUT,
} = m0;
const state = m1;
const lock = () => import("../components/door/lock.js");
customElements.define("ew-door", Door);
return {  };
})();
})();
""".replace("{SHUT }", "{ SHUT }")
    )


def test_a_module_is_joined_with_all_that_it_imports_and_what_others_import_stays() -> None:
    engine = "components/door/engine.js"
    scripts = SCRIPTS | {
        engine: 'import { start } from "./state.js";\nimport { words } from "./words.js";\nexport function turn() {}\n',
        "components/door/words.js": "export const words = 1;\n",
    }
    made = joined(scripts, engine)
    assert made.keys() == scripts.keys() - {"components/door/words.js"}
    assert {path: text for path, text in made.items() if path != engine} == SCRIPTS
    assert "import" not in made[engine]
    assert made[engine].startswith("const m0 = (() => {\nconst SHUT = 1;\n")
    assert made[engine].endswith(
        "const { start } = m1;\nconst { words } = m2;\nfunction turn() {}\nreturn { turn };\n})();\n"
        "export const { turn } = m3;\n"
    )
