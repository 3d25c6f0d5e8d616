"""What each macro of a page becomes: its parts, its addresses from every kind of page, and hostile text."""

import posixpath
import re
from dataclasses import replace
from datetime import date
from typing import TypeVar

import pytest
from author import ADDRESS, Author
from seen import Html

from macros.guide import Country, Guide, text_digest, version
from macros.models import Contact, Model, Reach
from macros.problems import KINDS
from macros.registry import MACROS, Read, kind_of
from macros.render import contacts, pages, practice, sources
from macros.render.evidence import formatted, in_text, marks
from macros.render.html import href, url
from macros.render.reviews import CODE

NO_PAGE_OF_OURS = {
    "shared/crisis-lines/",
    "reference/contacts/",
    "reference/decisions/",
    "reference/origins/",
    "sources.json/",
    "reference/reviews/",
    "reviews.csv/",
    "course/record/",
}  # where the contacts, the service's own door and the reviews lead on to; the tree does without them
# What says nothing that an author wrote.
OF_ITSELF = {"sides", "problems", "starter", "progress", "verify", "tokens", "contrast", "parts"}
HOSTILE = """ "><script>alert('&amp;')</script><img src=x onerror=alert(1)>"""


def every_macro(guide: Guide) -> dict[str, Html]:
    """Render every macro on every page it may stand on; those that the tree calls nowhere, as if it did."""
    paths = [
        *guide.reviewed,
        *guide.pages,
        "shared/index",
        "course/record",
        "course/verify",
        "course/cohort",
        "course/manage",
    ]
    return {
        f"{macro.name} on {path}": Html(macro.render(guide, path))
        for macro in MACROS.values()
        if not macro.takes
        for path in paths
        if kind_of(path) in macro.on
    }


# Addresses


@pytest.mark.parametrize(
    ("here", "there", "address"),
    [
        ("index", "index", "./"),
        ("index", "sessions/door", "sessions/door/"),
        ("index", "sessions/index", "sessions/"),
        ("sessions/index", "sessions/door", "door/"),
        ("sessions/index", "index", "../"),
        ("sessions/door", "index", "../../"),
        ("sessions/door", "sessions/index", "../"),
        ("sessions/door", "sessions/late", "../late/"),
        ("sessions/door", "shared/plan#first", "../../shared/plan/#first"),
        ("sessions/door", "sessions/door#stay", "#stay"),
        ("reference/map", "sessions/door", "../../sessions/door/"),
    ],
)
def test_an_address_is_relative_to_the_page_it_stands_on(here: str, there: str, address: str) -> None:
    assert href(here, there) == address


@pytest.mark.parametrize(
    ("path", "address"), [("index", ""), ("sessions/index", "sessions/"), ("shared/plan", "shared/plan/")]
)
def test_a_page_lives_in_a_folder_of_its_name(path: str, address: str) -> None:
    assert url(path) == address


@pytest.mark.parametrize("picture", ["", "service"], ids=["the guide", "a service"])
def test_every_link_leads_to_a_page_of_the_guide_or_to_a_place_on_its_own(
    author: Author, picture: str
) -> None:
    guide = author.edits(picture).guide()
    known = {
        url(path) for path in (*guide.pages, *guide.practices, *guide.letters, *guide.modules)
    } | NO_PAGE_OF_OURS
    for name, html in every_macro(guide).items():
        here = url(name.rpartition(" ")[2])
        for link in html.all("href"):
            page, _, fragment = link.partition("#")
            if page and not re.match("[a-z]+:", page):
                target = posixpath.normpath(posixpath.join("/" + here, page)).lstrip("/") + "/"
                assert target.lstrip("/") in known, f"{name}: {link}"
            assert fragment or page, f"{name}: an empty link"


# Ids


SILENT = """
service
service/relationships/local-farewell.md
- phase: last-sessions
+ phase: afterwards
"""


@pytest.mark.parametrize(
    "picture", ["", "service", SILENT], ids=["the guide", "a service", "a phase without words"]
)
def test_a_macro_makes_the_ids_that_its_row_names(author: Author, picture: str) -> None:
    guide = author.edits(picture).guide()
    read = Read(guide.practices, guide.modules, guide.glossary, guide.rules)
    for name, html in every_macro(guide).items():
        macro, _, path = name.partition(" on ")
        assert MACROS[macro].makes(read, path) <= set(html.all("id")), name


# Hostile text


def poisoned(value: object, key: str = "") -> object:
    """Add hostile text to every text that an author writes freely."""
    fixed = {
        "id",
        "path",
        "to",
        "mode",
        "phase",
        "kind",
        "confidence",
        "state",
        "type",
        "way",
        "source",
        "sources",
        "for",
        "from",
        "practices",
        "decides",
        "regions",
        "folder",
        "logo",
        "spelling",
        "unit",
        "article",
        "after",
        "practice",
        "dangers",
        "phrase",
        "start",
        "end",
    }
    if isinstance(value, dict):
        return {name: poisoned(inner, name) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [poisoned(inner, key) for inner in value]
    return (
        value + HOSTILE
        if isinstance(value, str) and key not in {*fixed, "cited", "calls", "from_", "url", "doi"}
        else value
    )


M = TypeVar("M", bound=Model)


def poisoned_model(model: M) -> M:
    return type(model).model_validate(poisoned(model.model_dump(by_alias=True)))


def poisoned_guide(guide: Guide) -> Guide:
    return replace(
        guide,
        settings=poisoned_model(guide.settings),
        practices={path: poisoned_model(page) for path, page in guide.practices.items()},
        letters={path: poisoned_model(page) for path, page in guide.letters.items()},
        modules={path: poisoned_model(page) for path, page in guide.modules.items()},
        pages={path: poisoned_model(page) for path, page in guide.pages.items()},
        sources={id_: poisoned_model(source) for id_, source in guide.sources.items()},
        regions=tuple(
            Country(r.id, r.name + HOSTILE, tuple(map(poisoned_model, r.contacts))) for r in guide.regions
        ),
        source_text=poisoned_model(guide.source_text),
        glossary=tuple(map(poisoned_model, guide.glossary)),
    )


def test_hostile_text_stays_text(author: Author) -> None:
    guide = poisoned_guide(author.edits("service").guide())
    rendered = every_macro(guide)
    rendered["cite"] = Html(practice.cite(guide, "knox"))
    for name, html in rendered.items():
        assert "script" not in {tag for tag, _ in html.elements}, name
        assert {src.rpartition("/")[2] for src in html.all("src")} <= {CODE, "icon.svg"}, name
        assert not [attr for _, attrs in html.elements for attr in attrs if attr.startswith("on")], name
    outspoken = {name.partition(" ")[0] for name, html in rendered.items() if "<script>" in html.everything}
    assert outspoken == MACROS.keys() - OF_ITSELF
    assert "<script>alert('&amp;')</script>" in rendered["answer on sessions/door"].text


# The parts of a practice


def test_the_answer_says_when_how_long_and_that_nobody_reviewed_it(author: Author) -> None:
    guide = author.guide()
    door = Html(practice.answer(guide, guide.practices["sessions/door"]))
    assert "What do I do at the door?" in door.said
    assert "Check safety first. Give it the first place next time." in door.said
    assert "The client says something large as they stand up." in door.said
    assert "About 10 minutes" in door.said
    assert "Not yet reviewed by a clinician" in door.said
    assert f"{ADDRESS}sessions/door/" in door.all("href")
    goodbye = Html(practice.answer(guide, guide.practices["relationships/goodbye"]))
    assert "About 1 minute," in goodbye.said


def test_the_way_about_a_page_names_only_parts_that_it_has(author: Author) -> None:
    guide = author.edits("service").guide()
    door, farewell = (
        Html(practice.nearby(guide, guide.practices[path]))
        for path in ("sessions/door", "relationships/local-farewell")
    )
    assert {"#checklist", "#words", "#exceptions", "#crosslinks", "#why", "#sources"} <= set(door.all("href"))
    assert not {"#words", "#exceptions"} & set(farewell.all("href"))


def test_words_and_exceptions_stand_together_beside_the_list_and_the_background_folds() -> None:
    part = '<section class="part" aria-labelledby="{}"><p>{}</p></section>\n'.format
    page = (
        part("checklist", "a")
        + part("words", "b")
        + part("crosslinks", "c")
        + '<h2 id="why">Why</h2><p>d</p>'
    )
    for after in ("", part("sources", "e")):
        arranged = practice.arranged(page + after)
        assert f'<div class="beside">\n{part("words", "b")}{part("crosslinks", "c")}</div>' in arranged
        assert re.search(
            r'<details class="fold" open>\s*<summary><h2 id="why">Why</h2></summary>\s*<p>d</p>\s*</details>',
            arranged,
        )
        assert arranged.endswith(after or "</section>")
        assert re.findall(r"<p>(.)", arranged) == list("abcde"[: 5 if after else 4])


@pytest.mark.parametrize(
    ("written", "is_called"),
    [("{{ contacts() }}", True), ("{{contacts( )}}", True), ("{{# contacts() once we have them #}}", False)],
)
def test_the_answer_leads_to_the_contacts_where_the_page_calls_them(
    author: Author, written: str, is_called: bool
) -> None:
    author.edits(f"""
    sessions/door.md
    - dangers: [crisis]
    + {"dangers: [crisis]" if is_called else "no_risk: It is done in quiet."}
    - {{{{ contacts() }}}}
    + {written}
    """)
    guide = author.guide()
    door = Html(practice.answer(guide, guide.practices["sessions/door"]))
    assert ("#contacts" in door.all("href")) == is_called


def test_a_page_for_danger_says_first_whom_to_call(author: Author) -> None:
    guide = author.guide()
    door, goodbye = (
        Html(practice.answer(guide, guide.practices[path]))
        for path in ("sessions/door", "relationships/goodbye")
    )
    assert "Crisis contacts" in door.said
    assert "For consultation" not in door.said
    assert "Crisis contacts" not in goodbye.said
    guide = author.edits("service").guide()
    door = Html(practice.answer(guide, guide.practices["sessions/door"]))
    assert "For consultation: the duty supervisor Call 202" in door.said
    assert f"Emergency: call {guide.regions[0].contacts[0].emergency_numbers[0]}" in door.said


def test_a_number_is_dialled_without_what_parts_it_for_the_eye(author: Author) -> None:
    author.edits("""
    data/contacts.yml
    -         - {way: call, to: 116 123}
    +         - {way: call, to: 116-12 3}
    """)
    guide = author.guide()
    for html in (
        practice.answer(guide, guide.practices["sessions/door"]),
        contacts.contacts(guide, "sessions/door"),
    ):
        assert {href for href in Html(html).all("href") if href.startswith("tel:116")} == {"tel:116123"}


def test_whom_to_call_is_named_even_where_nobody_said_how(author: Author) -> None:
    author.edits("""
    service
    service.yml
    -     consultation: {who: the duty supervisor, reach: [{way: call, to: "202"}]}
    +     consultation: {who: the duty supervisor}
    """)
    guide = author.guide()
    door = Html(practice.answer(guide, guide.practices["sessions/door"]))
    assert "For consultation: the duty supervisor" in door.said
    assert "202" not in door.said


def test_a_review_is_shown_until_it_lapses(author: Author) -> None:
    digest = text_digest(author.practice())
    author.edits(f"""
    sessions/door.md
    - review: {{owner: clinical lead, state: draft}}
    + review: {{owner: clinical lead, state: reviewed, by: Dr Grey, on: 2024-02-01, digest: {digest}}}
    """)
    guide = author.guide()
    assert "Reviewed by Dr Grey on 2024-02-01" in Html(practice.answer(guide, author.practice())).said
    author.edits("""
    sessions/door.md
    - minutes: 10
    + minutes: 11
    """)
    lapsed = Html(practice.answer(author.guide(), author.practice())).said
    assert "The text has changed since its review on 2024-02-01" in lapsed
    assert "Dr Grey" not in lapsed


def test_the_checklist_is_whole_without_a_script(author: Author) -> None:
    guide = author.guide()
    door = guide.practices["sessions/door"]
    html = Html(practice.checklist(guide, door))
    assert html.all("value", "input") == ["stay", "ask-today", "agree", "note", "open"]
    assert html.all("id", "li") == ["stay", "ask-today", "agree", "note", "open"]
    assert "When the hand is on the door" in html.said
    assert "Stay where you are." in html.said
    assert "Haste reads as alarm." in html.said
    assert html.said.index("Thank you for telling me.") < html.said.index("I need a plain answer.")
    assert "Is anyone in danger? Leave this list and make a plan." in html.said
    assert "../../shared/plan/" in html.all("href")
    assert "remain" in html.all("id", "span")
    assert f"Version {version(door)} of {ADDRESS}sessions/door/ from Ending Well, CC BY 4.0" in html.said


def test_what_a_service_wrote_itself_is_not_said_to_come_from_the_guide(author: Author) -> None:
    guide = author.edits("service").guide()
    owns = {
        page.is_local: "from Ending Well, CC BY 4.0" in Html(practice.checklist(guide, page)).said
        for page in guide.practices.values()
    }
    assert owns == {True: False, False: True}


def test_a_session_ends_a_run_by_itself_and_the_work_with_a_client_does_not(author: Author) -> None:
    guide = author.guide()
    lifetimes = {
        path: Html(practice.checklist(guide, page)).all("data-lifetime")
        for path, page in guide.practices.items()
    }
    assert lifetimes == {"sessions/door": ["30"], "relationships/goodbye": ["0"], "shared/plan": ["30"]}


def test_a_step_shows_the_strongest_of_what_it_rests_on_first(author: Author) -> None:
    author.edits("""
    sessions/door.md
    - sources: [the-act, editorial]
    + sources: [editorial, blog, knox, rules, the-act]
    data/sources.yml
    - - id: knox
    -   kind: study
    + - {id: rules, kind: guideline, confidence: seen, type: report, title: A, says: B., author: [{literal: C}], year: 2020}
    + - id: knox
    +   kind: study
    """)
    guide = author.guide()
    steps = author.practice().checklist.steps
    assert [mark.label for mark in marks(steps[0].sources, guide)] == [
        "Law or code",
        "Guideline",
        "Research",
        "Practice wisdom",
        "Editorial",
    ]
    html = Html(practice.checklist(guide, author.practice()))
    sources = [link for link in html.all("href") if link.startswith("#source-")]
    assert sources[:4] == ["#source-blog", "#source-knox", "#source-rules", "#source-the-act"]


def test_words_to_say(author: Author) -> None:
    author.edits("""
    sessions/door.md
    - - id: too-big
    + - id: short
    +   when: There is no time
    +   say: Until next week.
    + - id: too-big
    """)
    html = Html(practice.words(author.guide(), author.practice()))
    assert html.all("id", "li") == ["short", "too-big"]
    assert html.all("data-copy") == [
        "Until next week.",
        "I would like us to keep it whole.",
        "We do need to stop now.",
    ]
    assert html.said.count("Firmer") == 1


def test_a_part_with_nothing_in_it_is_left_out(author: Author) -> None:
    guide = author.edits("service").guide()
    farewell = guide.practices["relationships/local-farewell"]
    assert practice.words(guide, farewell) == ""
    assert practice.exceptions(guide, farewell) == ""


def test_exceptions_lead_on_where_there_is_somewhere_to_go(author: Author) -> None:
    author.edits("""
    sessions/door.md
    - - do: Do not send the client away in danger.
    + - do: Do not dig for more.
    + - do: Do not send the client away in danger.
    """)
    html = Html(practice.exceptions(author.guide(), author.practice()))
    assert "Do not dig for more." in html.said
    assert "Do not send the client away in danger. How do we make a plan?" in html.said
    assert html.all("href") == ["../../shared/plan/"]


def test_a_cross_link_shows_its_reason_and_the_side_it_leads_to(author: Author) -> None:
    guide = author.guide()
    door, goodbye = (
        Html(practice.crosslinks(guide, guide.practices[path]))
        for path in ("sessions/door", "relationships/goodbye")
    )
    assert "How do we say goodbye?" in door.said
    assert "Both keep the last words for what matters." in door.said
    assert "Both keep the last words for what matters." in goodbye.said
    assert door.all("data-side") == ["relationships"]
    assert goodbye.all("data-side") == ["sessions", "shared"]


def test_a_citation_names_its_sources_and_links_to_them(author: Author) -> None:
    html = Html(practice.cite(author.guide(), "knox", "the-act"))
    assert html.said == "( Knox and Adrians, 2011; Parliament, 2001)"
    assert html.all("href") == ["#source-knox", "#source-the-act"]


def test_references_say_what_each_is_and_how_far_it_was_read(author: Author) -> None:
    guide = author.guide()
    html = Html(practice.references(guide, "sessions/door"))
    assert html.all("id", "li") == ["source-the-act", "source-knox", "source-blog"]
    assert [link for link in html.all("href") if "://" in link] == [
        "https://law.example/act",
        "https://doi.org/10.1000/182",
    ]
    assert [link for link in html.all("href") if "://" not in link] == [
        f"../../reference/sources/#source-{id_}" for id_ in ("the-act", "knox", "blog")
    ]
    assert html.said.count("Read second-hand") == 1
    assert "Editorial marks our own judgement" in html.said
    plan = Html(practice.references(guide, "shared/plan"))
    assert "Editorial marks" not in plan.said


def test_the_list_of_sources_says_what_each_says_and_what_rests_on_it(author: Author) -> None:
    author.edits("""
    data/redirects.yml
    - - {from: sessions/threshold, to: sessions/door}
    + - {from: sessions/threshold, to: sessions/door}
    + - {from: "reference/sources#source-act", to: "reference/sources#source-the-act"}
    data/ledger.txt
    - sessions/door
    + reference/sources#source-act
    + sessions/door
    """)
    html = Html(sources.sources(author.guide(), "reference/sources"))
    assert html.all("id", "h2") == ["law", "research", "web"]
    assert [id_ for id_ in html.all("id", "li") if id_] == ["source-the-act", "source-knox", "source-blog"]
    assert html.all("id", "span") == ["source-act"], "an id that it once had"
    assert html.all("href")[:5] == [
        "#law",
        "#research",
        "#web",
        "../../sources.json",
        "https://law.example/act",
    ]
    act, knox, blog = html.said.split("What rests on it: ")[1:]
    assert act.startswith(
        "4 pages At the door, step 1 How do we make a plan?, step 1 step 2 step 3 step 4 step 5 "
        "Your first day, check 1"
    )
    assert "Who to call in a crisis" in act
    assert "It is reported to praise a plain goodbye. Research Read second-hand" in act, "the next entry"
    assert knox.startswith("4 pages At the door, step 2 step 3 After a good ending Who to call")
    assert "Where this guide comes from" in knox
    assert "Practice wisdom Seen" in knox
    assert blog.strip() == "2 pages At the door, step 5 Glossary, Plan In brief"
    door = [link for link in html.all("href") if link.startswith("../../sessions/door/")]
    assert door == [f"../../sessions/door/#{id_}" for id_ in ("stay", "ask-today", "agree", "open")]


def test_a_page_whose_text_alone_cites_a_source_is_linked_as_a_whole(author: Author) -> None:
    author.edits("""
    relationships/goodbye.md
    - Goodbyes are short.
    + Goodbyes are short {{ cite("blog") }}.
    """)
    html = Html(sources.sources(author.guide(), "reference/sources"))
    assert "../../relationships/goodbye/" in html.all("href")


def test_sources_that_only_unchosen_contacts_rest_on_are_not_listed(author: Author) -> None:
    author.edits("""
    mkdocs.yml
    + site_url: https://guide.example/
    + extra: {service: {regions: [us]}}
    data/contacts.yml
    - sources: [knox]
    + sources: [leaflet]
    data/sources.yml
    - - id: knox
    -   kind: study
    + - {id: leaflet, kind: web, confidence: seen, type: webpage, title: A, author: [{literal: B}], year: 2020, says: C.}
    + - id: knox
    +   kind: study
    """)
    html = Html(sources.sources(author.guide(), "reference/sources"))
    assert "source-leaflet" not in html.all("id")
    assert "source-hearsay" not in html.all("id")
    assert html.said.count("Who to call in a crisis") == 1


def test_a_reference_is_formatted_by_a_citation_style(author: Author) -> None:
    sources = author.guide().sources
    assert "Knox, S. and Adrians, N. (2011)" in formatted(sources["knox"]).striptags()
    assert in_text([sources["knox"]]) == ("Knox and Adrians, 2011",)


# Contacts


def test_contacts_can_be_called_texted_and_visited(author: Author) -> None:
    html = Html(contacts.contacts(author.guide(), "sessions/door"))
    links = html.all("href")
    assert {"tel:116123", "sms:85258", "https://listeners.example/", "tel:988"} <= set(links)
    assert "../../shared/crisis-lines/" in links
    assert "with the word HELLO" in html.said
    assert "Checked on the operator’s own page on 2024-02-01." in html.said
    assert html.said.count("Check it before you rely on it.") == 1
    assert html.said.index("United Kingdom") < html.said.index("United States")


FOR_CLIENTS = """
reference/map.md
- {{ pairs() }}
+ [For clients](for-clients.md)
+
+ {{ pairs() }}
reference/for-clients.md
+ ---
+ title: My therapist is leaving
+ summary: For a client.
+ for: client
+ dangers: [crisis]
+ ---
+
+ {{ contacts() }}
+
+ Goodbyes may hurt {{ cite("knox") }}. You may ask for time {{ cite("editorial") }}.
+
+ {{ references() }}
"""


def test_a_page_for_clients_speaks_to_them_and_keeps_back_whom_clinicians_call(author: Author) -> None:
    guide = author.edits(f"service\n{FOR_CLIENTS}").guide()
    html = Html(contacts.contacts(guide, "reference/for-clients"))
    assert "call the emergency number where you are now" in html.said
    assert "Front desk" in html.said
    for unsaid in ("client", "Duty desk", "duty supervisor", "crisis line"):
        assert unsaid not in html.said
    assert "the client" in Html(contacts.contacts(guide, "sessions/door")).said


def test_a_page_of_reference_shows_the_contacts_for_its_dangers_before_all_others(author: Author) -> None:
    guide = author.edits(FOR_CLIENTS).guide()
    html = Html(contacts.contacts(guide, "reference/for-clients"))
    assert "Other lines: United States" in html.said
    assert "For suicide and crisis, we know of no line here." in html.said
    assert "Where are you now?" in html.said
    assert "If nobody answers, try another line, or the emergency number." in html.said


def test_a_page_of_reference_lists_the_sources_that_it_cites(author: Author) -> None:
    guide = author.edits(FOR_CLIENTS).guide()
    html = Html(practice.references(guide, "reference/for-clients"))
    assert html.all("id", "li") == ["source-knox"]
    assert "Editorial marks our own judgement" in html.said
    assert "../for-clients/" in Html(sources.sources(guide, "reference/sources")).all("href")


def test_only_the_chosen_regions_are_printed(author: Author) -> None:
    author.edits("""
    mkdocs.yml
    + site_url: https://guide.example/
    + extra: {service: {regions: [us]}}
    """)
    html = Html(contacts.contacts(author.guide(), "shared/crisis-lines"))
    assert "The Lifeline" in html.said
    assert "The Listeners" not in html.said
    assert "open" in dict(next(attrs for tag, attrs in html.elements if tag == "details"))
    assert not [link for link in html.all("href") if link.endswith("crisis-lines/")]


def test_a_contact_rests_on_a_source_that_may_have_no_address(author: Author) -> None:
    guide = author.guide()
    contact = Contact(
        id="a",
        name="A line",
        **{"for": ("crisis",)},
        reach=(Reach(way="call", to="1"),),
        sources=("blog",),
        checked=date(2024, 1, 1),
    )
    html = Html(
        contacts.contacts(replace(guide, regions=(Country(id="a", name="A", contacts=(contact,)),)), "index")
    )
    assert "A vendor" in html.said
    assert html.all("href") == ["tel:1", "shared/crisis-lines/"]


# The pages that gather


def test_the_doors_of_home_lead_to_the_phases(author: Author) -> None:
    html = Html(pages.sides(author.guide(), "index"))
    assert html.all("href") == [
        "sessions/",
        "sessions/#at-the-door",
        "relationships/",
        "relationships/#last-sessions",
    ]


def test_right_now_is_for_danger(author: Author) -> None:
    """What is done at the door, the gravest first; what is for a calmer minute is not there."""
    author.edits("""
    sessions/gravest.md
    ~ sessions/door.md
    sessions/gravest.md
    - short: At the door
    + short: A threat to kill
    """)
    assert Html(pages.right_now(author.guide(), "index")).all("href") == [
        "reference/contacts/",
        "sessions/gravest/",
        "sessions/door/",
    ]


def test_a_hub_lists_its_services_by_phase(author: Author) -> None:
    author.edits("""
    sessions/early.md
    ~ sessions/door.md
    sessions/early.md
    - title: What do I do at the door early?
    + title: How do I begin?
    - phase: at-the-door
    + phase: opening
    """)
    html = Html(pages.phases(author.guide(), "sessions/index"))
    assert html.all("id", "h2") == ["opening", "at-the-door"]
    assert html.all("href") == ["#opening", "#at-the-door", "early/", "door/"]
    assert html.said.index("How do I begin?") < html.said.index("What do I do at the door?")


def test_the_map_draws_every_pair_and_lists_it_by_phase_from_both_ends(author: Author) -> None:
    html = Html(pages.pairs(author.guide(), "reference/map"))
    assert html.said.count("Both keep the last words for what matters.") == 1 + 2
    assert html.all("data-pair") == [
        "sessions/door relationships/goodbye",
        "relationships/goodbye shared/plan",
    ]
    assert len(html.all("cx", "circle")) == 3
    lists = ["sessions/door", "relationships/goodbye", "shared/plan"]
    assert html.all("id", "tbody") == lists
    phases = ["sessions/at-the-door", "relationships/last-sessions", "shared/right-now"]
    assert html.all("data-phase", "section") == html.all("data-phase", "optgroup") == phases
    assert [value for value in html.all("value", "option") if value] == phases + lists
    # Its own page is reached from a practice's list, and that list from wherever else it is named.
    assert html.all("href").count("../../sessions/door/") == 1
    assert html.all("href").count("#sessions/door") == 2


def test_the_map_keeps_phases_apart_and_no_height_looks_like_a_telephone_number(author: Author) -> None:
    html = Html(pages.pairs(author.guide(), "reference/map"))
    heights = {float(y) for y in html.all("cy", "circle")}
    assert len(heights) == 2  # a session and the work begin level; what both share stands below the session
    assert not [y for y in heights if y == int(y)]


def test_the_origins_show_each_line_its_home_and_its_clash(author: Author) -> None:
    html = Html(pages.origins(author.guide(), "reference/map"))
    assert {"line-q1", "line-2-10", "line-q2"} <= set(html.all("id"))
    assert "At the door" in html.said
    assert "Care" in html.said
    assert "We mind." in html.said
    assert "Knox and Adrians, 2011" in html.said
    assert "Buy now" in html.said
    assert "It sells." in html.said


def test_the_problems_are_documented_where_their_messages_point_to(author: Author) -> None:
    html = Html(pages.problems(author.guide(), "reference/problems"))
    assert html.all("id", "div") == [kind.anchor for kind in KINDS.values()]
    assert "{{ crosslinks() }}" in html.said
    assert "{{{{" not in html.said
