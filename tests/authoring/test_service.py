"""A service makes the guide its own: its settings, steps, pages, contacts and letters, and what it hides."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from author import TODAY, Author, tree
from mkdocs.commands.build import build
from mkdocs.config import load_config
from seen import Html

from macros import check, ledger
from macros.guide import text_digest, version
from macros.load import Configuration, load
from macros.load.addresses import SEAL, seal
from macros.load.parser import parse
from macros.load.places import places_in
from macros.models import Step
from macros.publish.catalogue import catalogue
from macros.publish.redirects import redirects
from macros.publish.search import search_index
from macros.publish.styles import stylesheet
from macros.render import contacts, letters, pages, practice, settings
from macros.render.html import url
from macros.settings import DECISIONS
from macros.site import ids_in
from tests.conftest import assets

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def house(author: Author) -> Author:
    """Someone whose service has made the guide its own."""
    return author.edits("service")


def steps(author: Author, path: str = "sessions/door") -> list[str]:
    return [step.id for step in author.practice(path).checklist.steps]


# Settings


def test_a_service_says_who_it_is_and_where_its_guide_lives(house: Author) -> None:
    guide = house.guide()
    assert guide.settings.name == "The House"
    assert guide.address == "https://guide.house.example/endings/"
    assert guide.address_of(guide.practices["sessions/door"]).endswith(".example/endings/sessions/door/")
    assert (guide.settings.spelling, guide.settings.folder) == ("british", "service")


@pytest.mark.parametrize("typed", ["https://house.example/a", "https://house.example/a//"])
def test_the_address_ends_with_one_slash_however_it_was_typed(house: Author, typed: str) -> None:
    house.edits(f"service.yml\n- site_url: https://guide.house.example/endings/\n+ site_url: {typed}")
    assert house.guide().address == "https://house.example/a/"


def test_a_guide_that_no_service_runs_has_nothing_settled(author: Author) -> None:
    guide = author.guide()
    assert guide.settings.called == "this service"
    assert pages.local(guide, "index") == ""
    assert "No service has settled anything" in Html(settings.decisions(guide, "reference/decisions")).said
    assert [region.id for region in guide.regions] == ["uk", "us"]
    assert not guide.settings.wording


def test_settings_may_come_from_the_file_that_a_service_inherits_from(house: Author) -> None:
    house.edits("""
    base.yml
    ~ mkdocs.yml
    mkdocs.yml
    + INHERIT: base.yml
    + extra: {service: {session_minutes: 45, ways_back: write to us}}
    service.yml
    - session_minutes: 55
    """)
    found = house.guide().settings
    assert (found.session_minutes, found.ways_back) == (45, "ring the bell twice")


def test_a_step_says_what_the_service_decided_and_what_is_still_open(house: Author) -> None:
    guide = house.guide()
    html = Html(practice.checklist(guide, guide.practices["sessions/door"]))
    assert "At The House, the person to call is the duty supervisor. Call 202. The House" in html.said
    assert "Who owns and who reviews the pages is your service’s decision." in html.said
    assert "tel:202" in html.all("href")
    assert html.all("data-kind", "p") == ["local", "editorial"]
    farewell = Html(practice.checklist(guide, guide.practices["relationships/local-farewell"]))
    assert "At The House, a session lasts 55 minutes." in farewell.said


def test_the_page_of_decisions_says_all_of_them_and_where_they_fall(house: Author) -> None:
    html = Html(settings.decisions(house.guide(), "reference/decisions"))
    assert "At The House, the wind-down begins 12 minutes before the end." in html.said
    assert "clinicians try 4 times, 6 days apart, before they take silence as a stop." in html.said
    assert "a client is told of a planned ending at least 5 weeks before it." in html.said
    assert "At The House, no letter states a diagnosis." in html.said
    assert "How long a file stays open after the last contact is your service’s decision." in html.said
    assert "No service has settled anything" not in html.said
    assert html.all("href") == [
        "tel:202",
        "../../sessions/door/",
        "../../relationships/local-farewell/",
        "../../sessions/door/",
    ]


def test_home_shows_the_service_at_its_door(house: Author) -> None:
    html = Html(pages.local(house.guide(), "index"))
    assert html.said == (
        "At The House For consultation: the duty supervisor. Call 202 Duty desk: Call 201 Parting in the house "
        "When the room has moved The house in the evening What we have decided"
    )
    assert html.all("href") == [
        "tel:202",
        "tel:201",
        "relationships/local-farewell/",
        "letters/local-room/",
        "reference/local-house/",
        "reference/decisions/",
    ]


def test_what_is_put_into_a_sentence_loses_its_full_stop(house: Author) -> None:
    house.edits("""
    service.yml
    - missed_appointment: no word has come by the half hour
    + missed_appointment: no word has come by the half hour.
    - letters_signed_by: the clinician
    + letters_signed_by: the clinician ..
    + pages: {owner: the manager., reviewer: the lead.}
    - consultation: {who: the duty supervisor, reach: [{way: call, to: "202"}]}
    + consultation: {who: the duty supervisor., reach: [{way: call, to: "202", add: indoors.}]}
    - - {id: local-duty, name: Duty desk, reach: [{way: call, to: "201"}], checked: 2024-02-05}
    + - {id: local-duty, name: Duty desk, about: By day., deaf: Write., reach: [{way: call, to: "201"}]}
    - client: applicant
    + client: applicant.
    """)
    guide = house.guide()
    said = [guide.settings.sentence(key) for key in DECISIONS]
    assert "At The House, an appointment counts as missed when no word has come by the half hour." in said
    assert "At The House, pages are owned by the manager and reviewed by the lead." in said
    card = Html(contacts.contacts(guide, "sessions/door")).said
    assert "Duty desk Call 201 By day. Deaf or hard of hearing: Write. The House" in card
    assert not [text for text in (*said, card) if re.search(r"\.\s*\.", text)]
    assert guide.settings.wording.localize("A client waits.") == "An applicant waits."


# Local steps


def test_a_local_step_stands_in_its_place_and_says_whose_it_is(house: Author) -> None:
    assert steps(house) == ["stay", "ask-today", "local-tell-desk", "agree", "note", "open"]
    guide = house.guide()
    html = Html(practice.checklist(guide, guide.practices["sessions/door"]))
    local = next(attrs for tag, attrs in html.elements if attrs.get("id") == "local-tell-desk")
    assert "data-local" in local
    assert sum("data-local" in attrs for _, attrs in html.elements) == 1
    assert "Say “Please keep the house open.” At The House" in html.said
    assert "The house locks itself. Guideline The House 3 Link" in html.said
    assert local["data-aliases"] == "local-ring-desk"
    assert "local-ring-desk" in html.all("id", "span")


@pytest.mark.parametrize(
    ("places", "order"),
    [
        ("before: stay; before: stay", "a b stay ask-today agree note open"),
        ("after: open; after: open", "stay ask-today agree note open a b"),
        ("after: stay; before: ask-today", "stay a b ask-today agree note open"),
        ("before: note; after: note", "stay ask-today agree a note b open"),
    ],
)
def test_local_steps_with_one_place_keep_their_order(author: Author, places: str, order: str) -> None:
    listed = "\n".join(
        f"+ - {{page: sessions/door, {place}, id: local-{id_}, do: Ask about danger., sources: [local]}}"
        for id_, place in zip("ab", places.split("; "), strict=True)
    )
    author.edits(f"service/data/steps.yml\n{listed}")
    assert " ".join(steps(author)).replace("local-", "") == order


def test_local_steps_of_one_page_leave_the_others_as_they_are(author: Author) -> None:
    before = author.guide()
    after = author.edits("service").guide()
    assert after.practices["shared/plan"] == before.practices["shared/plan"]
    assert version(after.practices["sessions/door"]) != version(before.practices["sessions/door"])


def test_a_local_step_has_a_permanent_address_like_any_other(house: Author) -> None:
    guide = house.guide()
    assert "sessions/door#local-tell-desk" in guide.identities
    door = next(
        entry
        for entry in json.loads(catalogue(guide, "A guide"))["practices"]
        if entry["id"] == "sessions/door"
    )
    assert door["steps"]["local-tell-desk"] == "Tell the front desk."
    assert "Tell the front desk." in search_index(guide)


def test_a_local_step_is_a_step_without_its_place(house: Author) -> None:
    assert type(house.practice().checklist.steps[2]) is Step


def test_a_review_lapses_where_a_service_adds_a_step(author: Author) -> None:
    door = author.practice()
    assert text_digest(author.edits("service").practice()) != text_digest(door)


# Hidden pages


def test_a_hidden_page_is_gone_from_every_list(house: Author) -> None:
    guide = house.guide()
    assert "relationships/goodbye" not in guide.practices
    assert not [row for row in guide.identities if row.startswith("relationships/goodbye")]
    for made in (
        search_index(guide),
        pages.phases(guide, "relationships/index"),
        pages.sides(guide, "index"),
        pages.pairs(guide, "reference/map"),
    ):
        assert "goodbye" not in made
    read = json.loads(catalogue(guide, "A guide"))
    assert read["redirects"].pop("relationships/goodbye") == "relationships/local-farewell"
    assert "relationships/goodbye" not in json.dumps(read)
    assert guide.shown("relationships/goodbye") == "relationships/local-farewell"
    assert guide.shown("shared/plan") == "shared/plan"


def test_cross_links_to_a_hidden_page_are_gone(house: Author) -> None:
    guide = house.guide()
    assert [(pair.left.path, pair.right.path) for pair in guide.pairs] == [
        ("sessions/door", "relationships/local-farewell")
    ]
    html = Html(practice.crosslinks(guide, guide.practices["sessions/door"]))
    assert "Both end where the street begins." in html.said
    assert "Both keep the last words" not in html.said


def test_exceptions_and_links_in_texts_go_on_to_the_page_that_stands_in(house: Author) -> None:
    house.edits("""
    shared/plan.md
    - mode: read-do
    + mode: do-confirm
    service/data/hidden.yml
    - - {page: relationships/goodbye, to: relationships/local-farewell}
    + - {page: shared/plan, to: sessions/door}
    + - {page: letters/thanks, to: letters/local-room}
    reference/map.md
    - {{ pairs() }}
    + See [the plan](../shared/plan.md "Now"), [thanks][t] and [all letters](../letters/index.md).
    +
    + [t]: ../letters/thanks.md
    +
    + {{ pairs() }}
    course/first-day.md
    - {{ module() }}
    + {{ module() }}
    +
    + See [the plan](../shared/plan.md#first).
    service/relationships/local-farewell.md
    - links:
    + unless:
    +   - {do: Stay., to: shared/plan}
    + links:
    service/data/steps.yml
    - sources: [local, local-handbook]
    + sources: [local]
    + unless: [{do: Stay., to: shared/plan}]
    """)
    guide = house.guide()
    farewell, door = guide.practices["relationships/local-farewell"], guide.practices["sessions/door"]
    assert [item.to for item in farewell.unless] == ["sessions/door"]
    assert [item.to for step in door.checklist.steps for item in step.unless] == ["sessions/door"] * 2
    assert "See [the plan](../sessions/door.md)." in farewell.body
    assert "The rest is in [the plan](door.md)." in door.body
    assert '[the plan](../sessions/door.md "Now"), [thanks][t]' in guide.body_of("reference/map")
    assert "See [the plan](../sessions/door.md)." in guide.body_of("course/first-day")
    assert "[t]: ../letters/local-room.md" in guide.body_of("reference/map")
    assert "[all letters](../letters/index.md)" in guide.body_of("reference/map")
    assert "../../sessions/door/" in Html(practice.exceptions(guide, farewell)).all("href")


def test_a_letter_goes_with_the_page_that_stands_in_and_once(house: Author) -> None:
    house.edits("""
    letters/thanks.md
    - practices: [relationships/goodbye]
    + practices: [relationships/goodbye, relationships/local-farewell]
    """)
    guide = house.guide()
    farewell = guide.practices["relationships/local-farewell"]
    assert [letter.path for letter in guide.letters_for(farewell)] == ["letters/thanks"]
    html = Html(letters.letter(guide, guide.letters["letters/thanks"]))
    assert html.all("href")[:2] == ["../", "../../relationships/local-farewell/"]
    assert html.said.count("How do we part in the house?") == 1
    assert "See [the goodbye](../relationships/local-farewell.md)." in guide.body_of("letters/thanks")


def test_a_page_that_stands_in_leads_to_the_letters_of_the_one_that_it_hides(house: Author) -> None:
    guide = house.guide()
    assert guide.letters["letters/thanks"].practices == ("relationships/goodbye",)
    farewell = Html(practice.crosslinks(guide, guide.practices["relationships/local-farewell"]))
    assert "After a good ending" in farewell.said
    assert "../../letters/thanks/" in farewell.all("href")


def test_what_a_hidden_page_carries_is_taken_over(house: Author) -> None:
    guide = house.guide()
    assert [carrier.path for carrier in guide.carriers("q2")] == ["relationships/local-farewell"]
    origins = Html(pages.origins(guide, "reference/map"))
    assert "Parting in the house" in origins.said
    assert [carrier.path for carrier in guide.carriers("q1")] == ["sessions/door"]


def test_an_address_of_a_hidden_page_leads_on(house: Author) -> None:
    guide = house.guide()
    files = redirects(guide, "")
    old = ("relationships/goodbye", "relationships/local-adieu", "sessions/threshold")
    assert sorted(files) == sorted(
        [
            *(f"{path}/{below}index.html" for path in old for below in ("embed/answer/", "embed/", "")),
            *(f"{short}/index.html" for short in guide.short.values()),
        ]
    )
    assert '<a href="../local-farewell/">' in files["relationships/goodbye/index.html"]


def test_a_redirect_to_a_hidden_page_leads_on_at_once(house: Author) -> None:
    house.edits("""
    data/redirects.yml
    - - {from: sessions/threshold, to: sessions/door}
    + - {from: sessions/threshold, to: "relationships/goodbye#part"}
    data/ledger.txt
    - sessions/threshold#stay
    - seal of the rows above
    + seal of the rows above
    """)
    page = redirects(house.guide(), "")["sessions/threshold/index.html"]
    assert '<a href="../../relationships/local-farewell/">' in page


def test_the_guide_keeps_its_word_where_a_published_page_is_hidden(house: Author) -> None:
    house.edits("""
    data/ledger.txt
    - sessions/threshold
    + relationships/goodbye
    + relationships/goodbye#part
    + sessions/threshold
    """)
    assert house.reads() == []


def test_the_guide_keeps_its_word_where_all_pages_of_a_phase_are_hidden(house: Author) -> None:
    house.edits("""
    shared/plan.md
    - mode: read-do
    + mode: do-confirm
    published
    service/data/hidden.yml
    + - {page: shared/plan, to: sessions/door}
    """)
    assert house.reads() == []


def test_hiding_the_page_on_crisis_lines_leads_its_readers_on(house: Author) -> None:
    house.edits("""
    shared/crisis-lines.md
    ~ shared/plan.md
    service/data/hidden.yml
    + - {page: shared/crisis-lines, to: shared/plan}
    relationships/goodbye.md
    - - to: shared/plan
    + - to: shared/crisis-lines
    +   because: A line outlives the last hour.
    + - to: shared/plan
    """)
    html = Html(contacts.contacts(house.guide(), "sessions/door"))
    assert "../../shared/plan/" in html.all("href")


# Contacts


def test_after_the_emergency_number_a_service_is_first_among_the_contacts_and_only_its_regions_are_shown(
    house: Author,
) -> None:
    html = Html(contacts.contacts(house.guide(), "sessions/door"))
    assert html.said.index("Duty desk") < html.said.index("Front desk") < html.said.index("Our Listeners")
    assert "For you, not for the client For consultation: the duty supervisor Call 202" in html.said
    assert "Duty desk Call 201 The House Checked on 2024-02-05." in html.said
    assert "Front desk Call 200 indoors By day. The House" in html.said
    assert "United Kingdom Our Listeners Call 116 123 The House Checked on 2024-02-05." in html.said
    assert html.all("href") == [
        "tel:116123",
        "tel:202",
        "tel:201",
        "tel:200",
        "tel:116123",
        "../../shared/crisis-lines/",
    ]


def test_a_contact_that_takes_the_place_of_another_is_listed_once(house: Author) -> None:
    guide = house.guide()
    assert [contact.id for contact in guide.own_contacts] == ["local-desk"]
    assert [contact.name for region in guide.regions for contact in region.contacts] == ["Our Listeners"]


def test_a_country_that_the_guide_does_not_know_has_the_contacts_of_the_service(house: Author) -> None:
    house.edits("""
    service.yml
    - regions: [uk]
    + regions: []
    - - {id: listeners, name: Our Listeners, for: [emergency], reach: [{way: call, to: 116 123}], checked: 2024-02-05}
    - - {id: local-desk, name: Front desk, for: [crisis], about: By day, reach: [{way: call, to: "200", add: indoors}]}
    + - {id: local-desk, name: Front desk, for: [crisis], about: By day, reach: [{way: call, to: "200", add: indoors}]}
    + - {id: local-police, name: Police, for: [emergency], reach: [{way: call, to: "10111"}]}
    + - {id: local-ambulance, name: Ambulance, for: [emergency], reach: [{way: call, to: "10177"}]}
    """)
    guide = house.guide()
    assert guide.regions == ()
    assert [contact.id for contact in guide.own_contacts] == ["local-police", "local-ambulance", "local-desk"]
    card = Html(contacts.contacts(guide, "sessions/door"))
    assert card.said.index("Police: Call 10111 Ambulance: Call 10177") < card.said.index("Duty desk")
    door = Html(practice.answer(guide, guide.practices["sessions/door"]))
    assert "Police: call 10111 Ambulance: call 10177 Crisis contacts For consultation" in door.said


def test_one_number_to_call_is_called_that_of_an_emergency(house: Author) -> None:
    house.edits("""
    service.yml
    - regions: [uk]
    + regions: []
    - - {id: listeners, name: Our Listeners, for: [emergency], reach: [{way: call, to: 116 123}], checked: 2024-02-05}
    + - {id: local-police, name: Police, for: [emergency], reach: [{way: call, to: "10111"}]}
    """)
    guide = house.guide()
    door = Html(practice.answer(guide, guide.practices["sessions/door"]))
    assert "Emergency: call 10111 Crisis contacts" in door.said


def test_the_emergency_number_is_first_whatever_the_order_in_the_file(house: Author) -> None:
    house.edits("""
    data/contacts.yml
    - - id: listeners
    -   name: The Listeners
    -   for: [emergency, crisis]
    + - id: talkers
    +   name: The Talkers
    +   for: [crisis]
    +   reach: [{way: call, to: "300"}]
    +   sources: [knox]
    + - id: listeners
    +   name: The Listeners
    +   for: [emergency, crisis]
    """)
    guide = house.guide()
    assert [contact.id for contact in guide.regions[0].contacts] == ["listeners", "talkers"]
    card = Html(contacts.contacts(guide, "sessions/door")).said
    places = [
        card.index(name)
        for name in ("United Kingdom: Call 116 123", "Duty desk", "Front desk", "The Talkers")
    ]
    assert places == sorted(places)
    door = Html(practice.answer(guide, guide.practices["sessions/door"])).said
    assert "Emergency: call 116 123 Crisis contacts For consultation: the duty supervisor Call 202" in door


@pytest.mark.parametrize("order", [["uk", "us"], ["us", "uk"]])
def test_countries_stand_in_the_order_of_the_service(house: Author, order: list[str]) -> None:
    house.edits(f"service.yml\n- regions: [uk]\n+ regions: [{', '.join(order)}]")
    guide = house.guide()
    assert [region.id for region in guide.regions] == order
    card = contacts.contacts(guide, "sessions/door")
    assert list(dict.fromkeys(Html(card).all("data-region"))) == order


def test_no_number_of_one_country_is_put_first_among_those_of_several(house: Author) -> None:
    house.edits("""
    service.yml
    - regions: [uk]
    + regions: [uk, us]
    """)
    guide = house.guide()
    door = Html(practice.answer(guide, guide.practices["sessions/door"])).said
    assert "Crisis contacts For consultation" in door
    assert "United Kingdom: call 116 123" in door  # hidden, until the reader chooses a country


# Letters


def test_a_letter_is_filled_with_what_the_service_says(house: Author) -> None:
    guide = house.guide()
    html = Html(letters.letter(guide, guide.letters["letters/thanks"]))
    assert html.all("value", "input") == ["", ""]
    assert html.all("value", "option") == ["Front desk: call 200 indoors"]
    assert "ring the bell twice" in html.said
    assert html.said.count("From your service’s settings") == 2, (
        "in the form, and in the list for readers by hand"
    )
    assert "Dear [The name of the client], Our work has ended. ring the bell twice" in html.said
    assert "Call [A crisis line]." in html.said
    assert "At The House, letters are signed by the clinician." in html.said
    assert html.all("data-decided", "li") == ["yes", "yes"], "no is a decision too"


def test_a_letter_leaves_open_what_the_service_has_not_said(author: Author) -> None:
    guide = author.guide()
    html = Html(letters.letter(guide, guide.letters["letters/thanks"]))
    assert "[How to come back]" in html.said
    assert "From your service’s settings" not in html.said
    assert "Not decided yet: Who signs letters is your service’s decision." in html.said
    assert html.all("value", "option") == []


def test_where_a_letter_says_call_the_emergency_number_is_offered_and_nothing_else(author: Author) -> None:
    author.edits("""
    letters/thanks.md
    - - {id: line, ask: A crisis line, from: contacts}
    + - {id: line, ask: The emergency number, from: emergency}
    data/contacts.yml
    - for: [emergency]
    - reach: [{way: call, to: "988"}]
    + for: [emergency]
    + reach: [{way: call, to: "112"}, {way: call, to: "999"}, {way: text, to: "112"}]
    """)
    guide = author.guide()
    html = Html(letters.letter(guide, guide.letters["letters/thanks"]))
    assert html.all("value", "option") == ["116 123", "112 or 999"]
    assert html.all("label", "option") == [
        "116 123 (The Listeners, United Kingdom)",
        "112 or 999 (The Lifeline, United States)",
    ]
    assert (
        "The emergency number: 116 123 (The Listeners, United Kingdom); 112 or 999 (The Lifeline" in html.said
    )


def test_several_lines_of_contacts_have_no_suggestions(author: Author) -> None:
    author.edits("""
    letters/thanks.md
    - - {id: line, ask: A crisis line, from: contacts}
    + - {id: line, ask: Crisis lines, from: contacts, lines: true}
    """)
    guide = author.guide()
    html = Html(letters.letter(guide, guide.letters["letters/thanks"]))
    assert not [tag for tag, _ in html.elements if tag in ("option", "datalist")]
    assert html.all("data-blank", "textarea") == ["way-back", "line"]


def test_a_letter_of_a_service_says_whose_it_is_and_what_it_rests_on(house: Author) -> None:
    guide = house.guide()
    room = guide.letters["letters/local-room"]
    assert room.is_local
    html = Html(letters.letter(guide, room))
    assert "Letters and notes › To the client The House" in html.said
    assert "The new room The House" in html.said
    assert "We will meet in [The name of the new room]." in html.said
    assert "To ask about it: leave a message at the front desk." in html.said
    assert (
        "The House marks what this service added or decided."
        in Html(practice.references(guide, room.path)).said
    )
    assert guide.body_of(room.path) == room.body
    listed = Html(letters.letters(guide, "letters/index"))
    assert listed.all("href") == ["thanks/", "local-room/"]
    assert "letters/local-room" in guide.identities
    door = Html(practice.crosslinks(guide, guide.practices["sessions/door"]))
    assert "Letters: When the room has moved" in door.said


# Ledgers


def rows(file: Path) -> list[str]:
    lines = file.read_text(encoding="utf-8").splitlines()
    found = [line for line in lines if not line.startswith(("#", SEAL))]
    assert lines[-1] == SEAL + seal(found)
    return found


def addresses(file: Path) -> list[str]:
    return [row.partition(" ")[0] for row in rows(file)]


def test_the_guide_and_the_service_each_keep_their_ledger(
    house: Author, capsys: pytest.CaptureFixture[str]
) -> None:
    house.keeps_ledger = False
    docs = house.writes()
    ours, theirs = docs / "data" / "ledger.txt", docs.parent / "service" / "data" / "ledger.txt"
    before = rows(ours), rows(theirs)
    assert ledger.main(docs.parent) == 0
    assert addresses(ours)[: len(before[0])] == [row.partition(" ")[0] for row in before[0]]
    assert addresses(theirs)[: len(before[1])] == [row.partition(" ")[0] for row in before[1]]
    assert "shared/plan#first" in rows(ours)
    assert not [row for row in rows(ours) if "local-" in row]
    assert set(addresses(theirs)[len(before[1]) :]) >= {
        "letters/local-room",
        "letters/local-room#letter",
        "reference/local-house",
        "reference/map#relationships/local-farewell",
        "reference/sources#source-local-handbook",
        "relationships/local-farewell",
        *(f"relationships/local-farewell#{id_}" for id_ in "coat walk word hand lock why".split()),
        "sessions/door#local-tell-desk",
    }
    assert all("local-" in row for row in rows(theirs))
    assert check.main(docs.parent) == 0
    assert ledger.main(docs.parent) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("0 new, ")


def test_a_service_that_begins_gets_a_ledger(house: Author) -> None:
    house.edits("""
    delete service/data/ledger.txt
    delete service/data/redirects.yml
    """)
    house.keeps_ledger = False
    docs = house.writes()
    theirs = docs.parent / "service" / "data" / "ledger.txt"
    assert not theirs.exists()
    assert ledger.main(docs.parent) == 0
    assert "sessions/door#local-tell-desk" in rows(theirs)


def test_a_guide_that_no_service_runs_gets_none(author: Author) -> None:
    docs = author.writes()
    assert ledger.main(docs.parent) == 0
    assert not (docs.parent / "service").exists()


def test_a_step_of_a_service_cannot_be_dropped_once_it_was_published(
    house: Author, capsys: pytest.CaptureFixture[str]
) -> None:
    docs = house.writes()
    ledger.main(docs.parent)
    (docs.parent / "service" / "data" / "steps.yml").write_text("[]\n")
    assert ledger.main(docs.parent) == 1
    said = capsys.readouterr().out
    assert "service/data/ledger.txt" in said
    assert "EW601  'sessions/door#local-tell-desk' was published and leads nowhere now" in said


# Files of other kinds, in other places


@pytest.mark.parametrize("path", ["service.yml", "docs/data/sources.yml", "service/sessions/local-a.md"])
def test_a_folder_in_the_place_of_a_file_stops_nobody(house: Author, path: str) -> None:
    docs = house.writes()
    (docs.parent / path).unlink(missing_ok=True)
    (docs.parent / path).mkdir(parents=True)
    assert check.main(docs.parent) == (0 if path.startswith("service/") else 1)


def test_a_name_that_is_no_text_is_said_as_well_as_can_be(
    house: Author, capsys: pytest.CaptureFixture[str]
) -> None:
    docs = house.writes()
    (docs.parent / "service" / "caf\udce9.png").write_text("")
    assert check.main(docs.parent) == 1
    assert "service/caf?.png:1:1  EW860" in capsys.readouterr().out


# What a build adds


def test_own_pages_and_the_logo_are_added_to_the_site(house: Author) -> None:
    guide = house.guide()
    own = house.docs.parent / "service"
    assert guide.own_files == {
        "letters/local-room.md": own / "letters" / "local-room.md",
        "reference/local-house.md": own / "reference" / "local-house.md",
        "relationships/local-farewell.md": own / "relationships" / "local-farewell.md",
        "assets/logo.svg": own / "assets" / "logo.svg",
    }


def test_the_hue_of_a_service_is_the_last_word_of_the_styles(tmp_path: Path) -> None:
    assert stylesheet([], tmp_path, set(), 85).endswith("\n:root { --own-hue: 85deg; --own-chroma: 0.1; }")
    assert "--own" not in stylesheet([], tmp_path, set())


@pytest.fixture
def site(house: Author, modules: object) -> Iterator[Path]:
    """The site of the service, as MkDocs builds it, strictly, with the theme and the macros of the guide."""
    house.files["mkdocs.yml"] = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    root = house.writes().parent
    for name in ("macros", "overrides"):
        (root / name).symlink_to(ROOT / name)
    config = load_config(str(root / "service.yml"), site_dir=str(root / "site"), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()
    assert str(root / "service") in config.watch
    yield root / "site"
    shutil.rmtree(root / "site")


def test_every_place_that_a_text_may_lead_to_is_on_the_built_page(house: Author, site: Path) -> None:
    """Also where a page has no words to say, or a module nothing to answer before it is read."""
    told = Configuration.beside(house.docs.parent)
    guide = load(house.docs, told, today=TODAY)
    draft, _ = parse(house.docs, told, TODAY, editing=False)
    places = places_in(draft)
    shown = places.keys() - guide.hidden.keys()
    assert shown == {*guide.reviewed, *guide.pages}
    for path in shown:
        html = (site / url(path) / "index.html").read_text(encoding="utf-8")
        assert places[path] - ids_in(html) == set(), path


def test_a_service_builds_a_guide_of_its_own(site: Path) -> None:
    def page(path: str) -> Html:
        return Html((site / path / "index.html").read_text(encoding="utf-8"))

    assert "At The House" in page("").said
    assert "../../assets/logo.svg" in page("sessions/door").all("src", "img")
    assert (site / "assets" / "logo.svg").read_text() == tree("service.txt")["service/assets/logo.svg"]
    assert "--own-hue: 85deg" in (assets(site) / "guide.css").read_text(encoding="utf-8")
    assert "How do we part in the house?" in page("relationships/local-farewell").said
    assert "The side door locks itself." in page("reference/local-house").said
    assert "The new room" in page("letters/local-room").said
    assert page("relationships/goodbye").all("href", "a") == ["../local-farewell/"]
    plan = page("shared/plan")
    assert "https://guide.house.example/endings/shared/plan/" in plan.all("href", "link")

    # The service's words, wherever the guide's own stood
    assert "The applicant says something large as they stand up." in page("sessions/door").said
    assert "For you, not for the applicant" in page("sessions/door").all("aria-label", "div")
    assert "Dear [The name of the applicant]," in page("letters/thanks").said

    # Nothing of a country that was not chosen
    for file in site.rglob("*"):
        if file.is_file():
            text = file.read_bytes().decode(errors="replace")
            assert not re.search("The Lifeline|tel:988|United States", text), file


def test_a_link_to_a_step_holds_in_a_strict_build(site: Path) -> None:
    html = Html((site / "reference" / "local-house" / "index.html").read_text(encoding="utf-8"))
    assert "../../relationships/local-farewell/#walk" in html.all("href")
