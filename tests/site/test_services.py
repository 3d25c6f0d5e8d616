"""The guide as each example service runs it: its numbers and no others, its decisions, its words, its pages.

The services lie in `tests/services`: each is built strictly, in a copy of the project, with the files of the practice beside it.
"""

import gzip
import json
import os
import re
import zlib
from html import unescape
from itertools import accumulate
from pathlib import Path

import pytest
import yaml
from pages import Element, read, target, tree
from test_html import messages
from test_links import problems

from macros.english import BRITISH
from macros.guide import source_ids
from macros.models import is_local
from macros.publish.packing import FIRST
from macros.settings import DECISIONS
from macros.vocabulary import reports
from tests.conftest import ROOT, SERVICES, Own, assets

NAMES = sorted(folder.name for folder in SERVICES.iterdir() if folder.is_dir())

# What the pages say of each decision; what is missing here is open.
DECIDED = {
    "nz": {
        "consultation": "At Kōwhai Counselling, the person to call is the duty kaiarahi. Call 202.",
        "session_minutes": "At Kōwhai Counselling, a session lasts 55 minutes.",
        "wind_down_minutes": "At Kōwhai Counselling, the wind-down begins 12 minutes before the end.",
        "missed_appointment": "At Kōwhai Counselling, an appointment counts as missed when no word has come by 20 minutes after the start.",
        "contact_attempts": "At Kōwhai Counselling, counsellors try 4 times, 6 days apart, before they take silence as a stop.",
        "notice": "At Kōwhai Counselling, a tangata whaiora is told of a planned ending at least 5 weeks before it.",
        "letters_signed_by": "At Kōwhai Counselling, letters are signed by the counsellor and the practice manager.",
        "diagnosis_in_letters": "At Kōwhai Counselling, no letter states a diagnosis.",
        "files_stay_open": "At Kōwhai Counselling, a file stays open for 7 weeks after the last contact.",
        "pages": "At Kōwhai Counselling, pages are owned by the practice manager and reviewed by the clinical lead.",
    },
    "us": {
        "session_minutes": "At Harbor Street Group Practice, a session lasts 45 minutes.",
        "contact_attempts": "At Harbor Street Group Practice, providers try once before they take silence as a stop.",
        "notice": "At Harbor Street Group Practice, a patient is told of a planned ending at least 1 month before it.",
        "diagnosis_in_letters": "At Harbor Street Group Practice, a letter may state a diagnosis, once the patient has agreed to it.",
    },
}
OPEN = "is your service’s decision. Weigh"


@pytest.fixture(params=NAMES)
def own(request, service) -> Own:
    """The guide as each of the practices runs it."""
    return service(request.param)


@pytest.fixture
def nz(service) -> Own:
    return service("nz")


@pytest.fixture
def us(service) -> Own:
    return service("us")


def page(own: Own, path: str) -> Element:
    return tree(own.folder / path / "index.html")


def every_page(own: Own) -> dict[str, Element]:
    return {
        file.relative_to(own.folder).as_posix(): tree(file) for file in sorted(own.folder.rglob("*.html"))
    }


def every_line(own: Own) -> dict[str, str]:
    """Each line that pages say in the guide's own words, once, and the first page that says it."""
    said: dict[str, str] = {}
    for path, whole in every_page(own).items():
        for line in whole.own_text.splitlines():
            said.setdefault(line, path)
    return said


def unpacked(file: Path) -> bytes:
    held = file.read_bytes()
    if file.suffix == ".inv":
        *head, packed = held.split(b"\n", 4)  # four lines in plain say that the rest is packed
        return b"\n".join([*head, zlib.decompress(packed)])
    return gzip.decompress(held) if file.suffix == ".gz" else held


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below the folder by its path, but for pictures, which say nothing; what is packed is unpacked."""
    return {
        file.relative_to(folder).as_posix(): unpacked(file)
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.suffix != ".png"
    }


def listed(own: Own) -> dict[str, set[str]]:
    """What each list of the site's pages holds."""
    search = json.loads((assets(own.folder) / "search.json").read_text("utf-8"))
    catalogue = json.loads((own.folder / "guide.json").read_text("utf-8"))
    kept = [json.loads(file.read_text("utf-8")) for file in own.folder.glob("offline/*.json")]
    addresses = re.findall("<loc>(.*?)</loc>", (own.folder / "sitemap.xml").read_text("utf-8"))
    return {
        "search": {entry["id"].strip("/") for entry in search["entries"]},
        "catalogue": {entry["id"] for kind in ("practices", "letters") for entry in catalogue[kind]},
        "offline": {path.strip("/") for folder in kept for path in folder.get("pages", ())},
        "sitemap": {address.removeprefix(own.guide.address).strip("/") for address in addresses},
    }


def linked_from(own: Own, path: str) -> set[str]:
    """The pages that the page at `path` links to."""
    here = f"{path}/index.html".lstrip("/")
    found = (
        target(own.folder, own.guide.address, here, link.attributes["href"])
        for link in page(own, path).each("a")
        if "href" in link.attributes
    )
    return {there[0].parent.relative_to(own.folder).as_posix() for there in found if there}


# ---- The build


def test_the_build_says_nothing_but_what_it_does(own):
    assert [line for line in own.said if line and not line.startswith("INFO ")] == []


def test_every_link_resolves(own):
    found = problems(own.folder, own.guide.address)
    assert not found, "\n".join(found)


def test_every_page_is_valid(own):
    found = messages(own.folder)
    assert not found, "\n".join(found)


# ---- Crisis contacts: those that were chosen, and no others


def test_the_numbers_of_other_countries_are_nowhere_in_new_zealand(nz):
    other = re.compile(rb"(?<!\w)(?:988|911|741741)(?!\w)|Samaritans|116 123")
    found = {path: other.findall(text) for path, text in contents(nz.folder).items()}
    assert {path: numbers for path, numbers in found.items() if numbers} == {}
    assert [path for path in found if other.search(path.encode())] == []


def contacts_of(regions: list[dict]) -> list[dict]:
    return [contact for region in regions for contact in region["contacts"]]


def digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def number(written: str) -> re.Pattern[str]:
    """Finds a number where it stands by itself, however its groups are set apart."""
    groups = re.findall(r"\d+", written)
    return re.compile(r"(?<![\w.,/#-])" + r"[\s().\u00a0\u2011-]{0,2}".join(groups) + r"(?![\w/-]|[.,]\d)")


# Where the lines and names of a drawing lie is no number to call, nor is how many pages await a review.
DRAWN = re.compile(r' (?:d|[cr]?[xy]|r|width|height|viewBox|transform)="[^"]*"|: <b>\d+</b>(?=</li>)')


def test_nothing_of_a_region_that_was_not_chosen_is_in_the_build(own):
    """No name and no number of its contacts, and no address or title of what they rest on."""
    data = ROOT / "docs" / "data"
    contacts = (data / "contacts.yml").read_text("utf-8")
    regions = yaml.load(contacts, yaml.BaseLoader)  # noqa: S506 - makes text of all, and nothing else
    sources = {source["id"]: source for source in yaml.safe_load((data / "sources.yml").read_text("utf-8"))}
    chosen = contacts_of([region for region in regions if region["id"] in own.guide.settings.regions])
    settings = own.guide.settings
    mine = [contact.model_dump() for contact in (*settings.contacts, *settings.on_call)]
    shown = [*chosen, *mine]
    shown_numbers = {digits(way["to"]) for contact in shown for way in contact["reach"]}
    shown_sources = {id_ for contact in chosen for id_ in contact["sources"]}
    shown_words = [contact["name"] for contact in shown] + [sources[id_]["title"] for id_ in shown_sources]
    unchosen = [contact for contact in contacts_of(regions) if contact not in chosen]
    # A name that is a number is found as one.
    names = {c["name"] for c in unchosen if not c["name"].isdigit()} - {c["name"] for c in shown}
    numbers = {way["to"] for contact in unchosen for way in contact["reach"] if way["way"] != "visit"}
    cited = {id_ for page in own.guide.reviewed.values() for id_ in (*source_ids(page), *page.cited)}
    shown_sources |= cited  # by what a page says
    rests_on = [
        sources[id_] for contact in unchosen for id_ in contact["sources"] if id_ not in shown_sources
    ]
    addresses = {source.get("url") for source in rests_on} | {
        way["to"] for contact in unchosen for way in contact["reach"] if way["way"] == "visit"
    }
    words = addresses | {source["title"] for source in rests_on}
    # Each with what a text has to hold for it to be found there, which is quicker to see.
    patterns = [([name], re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")) for name in names]
    patterns += [(re.findall(r"\d+", to), number(to)) for to in numbers if digits(to) not in shown_numbers]
    patterns += [([word], re.compile(re.escape(word))) for word in words if word]
    assert len(patterns) >= len(unchosen)
    assert unchosen
    found = []
    for path, raw in contents(own.folder).items():
        text = f"{path}\n{unescape(DRAWN.sub('', raw.decode('utf-8')))}"
        for shown_word in sorted(shown_words, key=len, reverse=True):
            text = text.replace(shown_word, "…")
        near = [pattern for parts, pattern in patterns if all(part in text for part in parts)]
        found += [f"{path}: {match[0]}" for pattern in near for match in pattern.finditer(text)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("Call 988 now", True),
        ('<a href="tel:988">', True),
        ("9-8-8", True),
        ("(988)", True),
        ("call 988.", True),
        ("1988, 9880 and 988.5", False),
        ("#988 and EW988", False),
        ("https://doi.org/10.1037/988", False),
    ],
)
def test_a_number_is_seen_where_it_stands_by_itself(written, seen):
    assert bool(number("9-8-8").search(written)) is seen


CONTACTS = {
    "nz": """
          New Zealand: Call 111
        For you, not for the tangata whaiora
          For consultation: the duty kaiarahi: Call 202
          Duty desk: Call 201 from any telephone in the house
        Kōwhai Counselling
          Our front desk: Call 200 from any telephone in the house
        New Zealand
          Emergency services: Call 111
          1737, need to talk?: Call 1737, Text 1737
          Suicide Crisis Helpline: Call 0508 828 865
          Lifeline Aotearoa: Call 0800 543 354, Text 4357 with the word HELP
          Youthline: Call 0800 37 66 33
          Women’s Refuge: Call 0800 733 843
          National Poisons Centre: Call 0800 764 766
        """,
    "us": """
          United States: Call 911
        For you, not for the patient
          On-call therapist: Visit https://wiki.harborstreet.example/on-call/
        United States
          Emergency services: Call 911
          988 Suicide & Crisis Lifeline: Call 988, Text 988
          Veterans and Military Crisis Line: Call 988 then press 1, Text 838255
          Crisis Text Line: Text 741741 with the word HOME
          Childhelp National Child Abuse Hotline: Call 1-800-422-4453
          National Domestic Violence Hotline: Call 1-800-799-7233, Text 88788 with the word START
          National Sexual Assault Hotline: Call 1-800-656-4673
          StrongHearts Native Helpline: Call 1-844-762-8483
          Poison Control: Call 1-800-222-1222
        """,
}


def pictured(contacts: Element) -> str:
    """The contacts of a page: each group, and below it each name with the ways to reach it."""
    lines = []
    for element in contacts.each():
        kind = element.attributes.get("class", "")
        if kind == "group" or element.tag == "summary":
            lines.append(element.text)
        elif kind == "name":
            lines.append(f"  {element.text}: ")
        elif kind == "number reach":
            lines.append(f"  {element.text}")
        elif kind == "reach":
            lines[-1] += ("" if lines[-1].endswith(": ") else ", ") + element.text
    return "\n".join(lines)


@pytest.mark.parametrize("name", NAMES)
def test_contacts_are_the_services_own_and_those_it_chose(service, name):
    own = service(name)
    expected = "\n".join(line.removeprefix(" " * 8) for line in CONTACTS[name].strip("\n").splitlines()[:-1])
    calling = {f"{path}/index.html" for path, page in own.guide.practices.items() if "contacts" in page.calls}
    cards = {
        path: pictured(card)
        for path, whole in every_page(own).items()
        for card in whole.each("ew-region", class_="contacts")
    }
    assert calling
    assert cards.keys() >= {*calling, "reference/contacts/index.html"}
    assert cards["reference/contacts/index.html"] == expected
    for_a_client = re.sub(r"^For you, not for .*\n(?: .*\n)*", "", expected, flags=re.MULTILINE)
    for path, card in cards.items():
        folded = [line for line in card.splitlines() if not line.startswith("Other lines: ")]
        shown = for_a_client if path == "reference/for-clients/index.html" else expected
        assert sorted(folded) == sorted(shown.splitlines()), path


def test_the_contacts_for_the_danger_of_a_page_come_first(us):
    """Below the emergency number, whatever else the danger is; those for others are folded away."""
    for path, names in {
        "sessions/suicide-risk-late": ["988 Suicide & Crisis Lifeline", "Veterans and Military Crisis Line"],
        "sessions/safeguarding-late": [
            "Childhelp National Child Abuse Hotline",
            "National Domestic Violence Hotline",
        ],
        "relationships/threats": ["Emergency services"],
    }.items():
        card = page(us, path).one(class_="contacts")
        (region,) = card.each("details", data_region="us")
        first = [name.text for name in region.each("p", class_="name")]
        assert first[: len(names)] == names, path
        assert next(card.each("li", class_="number")).text == "United States: Call 911", path


def test_a_danger_for_which_no_line_is_known_says_so(nz, us):
    lacking = {
        path: [line.text for line in page(own, path).each("p", class_="lacks")]
        for own, path in ((nz, "sessions/safeguarding-late"), (us, "sessions/couples-close"))
    }
    assert lacking == {
        "sessions/safeguarding-late": [
            "For worry about a child, we know of no line here.",
            "For rape and sexual assault, we know of no line here.",
        ],
        "sessions/couples-close": [],
    }


def test_each_contact_says_who_vouches_for_it_and_since_when(nz):
    entries = {
        entry.one("p", class_="name").text: entry.one("p", class_="checked").text
        for entry in page(nz, "reference/contacts").one(class_="contacts").each("li")
        if "number" not in entry.attributes.get("class", "")
    }
    assert entries["Duty desk"] == "Kōwhai Counselling Checked on 2024-02-05."
    assert entries["Our front desk"] == "Kōwhai Counselling Checked on 2024-02-05."
    assert entries["1737, need to talk?"] == "Kōwhai Counselling Checked on 2024-02-05."
    assert "Source: " in entries["Lifeline Aotearoa"]


def test_who_is_on_call_is_shown_to_the_clinician_and_never_to_the_client(own):
    on_call = own.guide.settings.on_call[0]
    number = on_call.reach[0].to
    home = page(own, "").one("section", class_="local")
    assert f"{on_call.name}:" in home.text
    assert number in home.text
    for path, whole in every_page(own).items():
        for said in (on_call.name, f"Call {number}"):
            to_them = [*whole.each("div", class_="for-you"), *whole.each("section", class_="local")]
            assert whole.own_text.count(said) == sum(part.own_text.count(said) for part in to_them), path
        offered = [
            option.attributes["value"] for option in whole.each("option") if "value" in option.attributes
        ]
        assert not [value for value in offered if on_call.name in value], path


# ---- Decisions


@pytest.mark.parametrize("name", NAMES)
def test_under_each_step_stands_what_was_decided_or_what_to_weigh(service, name):
    own, seen = service(name), set()
    for path, described in own.guide.practices.items():
        for step in described.checklist.steps:
            shown = (
                list(page(own, path).one("li", id=step.id).each("p", class_="decision"))
                if step.decides
                else []
            )
            assert len(shown) == len(step.decides)
            for key, decision in zip(step.decides, shown, strict=True):
                seen.add(key)
                said = DECIDED[name].get(key)
                assert (said or OPEN) in decision.text, (path, step.id)
                mark = decision.one("span", class_="mark")
                assert mark.text == (own.guide.settings.name if said else "Editorial")
                assert ("data-carry" in decision.attributes) == bool(said)
    # Who answers for the pages stands at the foot of each. No step of a list turns on it.
    assert seen == set(DECISIONS) - {"pages"}


@pytest.mark.parametrize("name", NAMES)
def test_all_decisions_stand_on_one_page_and_the_open_ones_say_so(service, name):
    whole = page(service(name), "reference/decisions")
    for key in DECISIONS:
        (section,) = (
            s for s in whole.each("section") if s.attributes.get("aria-labelledby") == key.replace("_", "-")
        )
        assert DECIDED[name].get(key, OPEN) in section.text, key


def test_a_service_that_decided_all_is_asked_to_decide_nothing(nz):
    localize = nz.guide.settings.wording.localize
    for path, whole in every_page(nz).items():
        assert OPEN not in whole.text, path
        for decision in DECISIONS.values():
            assert localize(decision.open) not in whole.text, path


def test_who_answers_for_the_pages_stands_at_the_foot_of_each(nz, us):
    for path, whole in every_page(nz).items():
        for foot in whole.each("footer", class_="site-footer"):
            assert DECIDED["nz"]["pages"] in foot.text, path
    assert "reviewed by the" not in page(us, "").one("footer", class_="site-footer").text


def test_the_foot_of_each_page_says_where_the_guide_comes_from_and_who_changed_it(own):
    for path, whole in every_page(own).items():
        for foot in whole.each("footer", class_="site-footer"):
            made = f"{own.guide.settings.name} made this guide its own. It comes from Ending Well, whose text"
            assert made in foot.text, path


def test_every_letter_says_who_signs_it_and_whether_it_may_state_a_diagnosis(own, request):
    name = request.node.callspec.params["own"]
    for path in own.guide.letters:
        for key in ("letters_signed_by", "diagnosis_in_letters"):
            assert DECIDED[name].get(key, OPEN) in page(own, path).text, path


# ---- The service's own words

TERMS = {
    "client": "clients?",
    "therapy": "therapy|therapies",
    "clinician": "clinicians?",
    "therapist": "therapists?",
    "supervisor": "supervisors?",
    "family_doctor": "family doctors?",
}
# Names of treatments and of a profession stay, and so do addresses.
KEPT = re.compile(
    r"\b(?:behaviou?r(?:al)?|analytic|cognitive|commitment|centred) therap(?:y|ies)|\bfamily therapists?|https?://\S+",
    re.IGNORECASE,
)


def left(terms: "re.Pattern[str]", text: str) -> list[str]:
    """The lines of `text` in which one of `terms` is left."""
    return [line for line in KEPT.sub("", text).splitlines() if terms.search(line)]


def is_evidence(line: str) -> bool:
    """Whether a line cites a source, of which `…` is left, or tells what others found: then it keeps their words."""
    return "…" in line or reports(line)


def test_none_of_the_guides_own_terms_is_left(own):
    """In what is seen, heard and copied; addresses, ids, code, evidence and titles of sources stay as they are."""
    mine = own.guide.settings.vocabulary
    terms = "|".join(TERMS[key] for key, term in mine if term and term.one != key)
    pattern = re.compile(rf"\b(?:{terms})\b", re.IGNORECASE)
    found = [
        f"{path}: {shown}"
        for line, path in every_line(own).items()
        for shown in left(pattern, line)
        if not is_evidence(shown)
    ]
    assert not found, "\n".join(found)


def test_spelling_is_american_where_a_service_spells_so(us):
    british = re.compile(rf"\b(?:{'|'.join(BRITISH)})\b", re.IGNORECASE)
    found = [f"{path}: {shown}" for line, path in every_line(us).items() for shown in left(british, line)]
    assert not found, "\n".join(found)
    for text in (assets(us.folder) / "search.json", us.folder / "guide.json"):
        known = json.loads(text.read_text("utf-8"))
        assert not british.search(" ".join(said_in(known))), text


def test_spelling_stays_british_where_a_service_says_nothing_else(nz):
    british = re.compile(rf"\b(?:{'|'.join(BRITISH)})\b", re.IGNORECASE)
    assert all(british.search(page(nz, path).own_text) for path in ("", "reference/make-it-yours"))


def test_capitals_plurals_and_owners_follow_the_guides_own(nz):
    said = "\n".join(whole.own_text for whole in every_page(nz).values())
    for words in ("a tangata whaiora", "tāngata whaiora", "tangata whaiora’s", "a GP", "your kaiarahi"):
        assert words in said
    assert not re.search(
        r"\ban (?:tangata|kaiarahi|counsell)|\b(?:tangata|tāngata) whaioras\b|kaiarahis", said
    )
    assert not re.search(r"[.?!] (?:tangata|tāngata|kaiarahi|counsell)", said)


def test_names_titles_of_sources_and_quotations_stay(nz):
    said = "\n".join(whole.own_text for whole in every_page(nz).values())
    assert "cognitive analytic therapy" in said
    assert not re.search(r"(?:behavioural|analytic) counselling|family counsellor", said)
    titles = " ".join(text.text for text in page(nz, "sessions/last").each("span", class_="text"))
    assert re.search(r"\b(?:therapy|psychotherapy|client|clinician)", titles, re.IGNORECASE)
    quoted = " ".join(line.text for line in page(nz, "reference/origins").each("q"))
    assert "client" in quoted
    assert "tangata" not in quoted


# What how people ask is read by, what bears the titles and ids that others gave, and where addresses lead.
APART = ("language", "sources", "redirects")


def said_in(known: object, key: str = "") -> list[str]:
    """Every text of a JSON file that a reader is shown: not its addresses and ids, nor how people ask."""
    if isinstance(known, dict):
        return [text for name, inner in known.items() if name not in APART for text in said_in(inner, name)]
    if isinstance(known, list):
        return [text for inner in known for text in said_in(inner, key)]
    return (
        [known]
        if isinstance(known, str)
        and not re.fullmatch(r"https?://\S+|[a-z0-9/#-]+", known)  # an address or an id
        and key not in ("id", "kind", "address", "guide", "names", "asks", "version", "side", "review")
        else []
    )


def test_search_and_the_catalogue_speak_the_services_words(nz):
    pattern = re.compile(rf"\b(?:{'|'.join(TERMS.values())})\b", re.IGNORECASE)
    for file in (assets(nz.folder) / "search.json", nz.folder / "guide.json"):
        texts = said_in(json.loads(file.read_text("utf-8")))
        assert any("tangata whaiora" in text for text in texts)
        assert not [text for text in texts if left(pattern, text) and not is_evidence(text)], file


def test_what_studies_found_is_said_in_their_words(own):
    """A word for a client would make it a finding about others."""
    said = page(own, "reference/sources").text
    assert "83,834 clients" in said
    assert not re.search(r"\d (?:adult |US )?(?:patients|tāngata)\b", page(own, "sessions/last").text)


def test_the_tasks_of_a_record_have_the_ids_that_all_have(own, site):
    """On them stand the record's checksum and its files."""
    for path in ("course/record", "course/verify"):
        items = r'<template data-part="items"[^>]*>(.*?)</template>'
        mine, theirs = (
            re.search(items, (folder / path / "index.html").read_text("utf-8"), re.DOTALL)[1]
            for folder in (own.folder, site)
        )
        shown = {line for line in theirs.split("\n") if "nonclinical" not in line}
        assert shown - {*mine.split("\n")} == set() or own.guide.hidden
        assert not re.search(r"tangata|patient", mine)


def test_no_session_is_called_an_hour_where_it_is_none(own):
    said = "\n".join(whole.own_text for whole in every_page(own).values())
    assert not re.search(
        r"\b(?:whole|missed|hard) hour\b", "\n".join(x for x in said.splitlines() if not is_evidence(x))
    )


def test_search_is_asked_in_the_guides_words_and_in_the_services(nz):
    known = json.loads((assets(nz.folder) / "search.json").read_text("utf-8"))
    entries = {entry["id"]: entry for entry in known["entries"]}
    shortened = re.findall("([A-Z])([^A-Z]*)", known["asks"])
    _, *words = accumulate(
        shortened, lambda before, cut: before[: ord(cut[0]) - ord("A")] + cut[1], initial=""
    )
    signs = entries["sessions/local-last-bus/"]["asks"].split("\n")
    asks = [" ".join(words[ord(sign) - ord(FIRST)] for sign in ask) for ask in signs]
    assert "client has to catch the bus" in asks
    assert "tangata whaiora has to catch the bus" in asks


# ---- What the service added


def test_local_steps_stand_in_their_places(nz):
    ids = [step.attributes["id"] for step in page(nz, "sessions/suicide-risk-late").each("li", class_="step")]
    assert ids[ids.index("stay-with-client") + 1] == "local-tell-front-desk"
    ids = [
        step.attributes["id"] for step in page(nz, "relationships/no-show-outreach").each("li", class_="step")
    ]
    assert ids[ids.index("ask-what-they-want") - 1] == "local-look-in-diary"


@pytest.mark.parametrize(
    ("path", "id_"),
    [
        ("sessions/suicide-risk-late", "local-tell-front-desk"),
        ("relationships/no-show-outreach", "local-look-in-diary"),
    ],
)
def test_local_steps_are_marked_and_have_permanent_links(nz, path, id_):
    whole = page(nz, path)
    step = whole.one("li", id=id_)
    assert "data-local" in step.attributes
    assert step.one("p", class_="basis").one("span", data_kind="local").text == "Kōwhai Counselling"
    assert (
        step.one("a", class_="permalink").attributes["data-permalink"]
        == f"https://guide.kowhai.example/endings/{path}/#{id_}"
    )
    catalogue = json.loads((nz.folder / "guide.json").read_text("utf-8"))
    (entry,) = (entry for entry in catalogue["practices"] if entry["id"] == path)
    assert id_ in entry["steps"]
    assert "Kōwhai Counselling marks what this service added or decided." in whole.text
    marked = {li.attributes["id"]: "data-local" in li.attributes for li in whole.each("li", class_="step")}
    assert marked == {step.id: step.is_local for step in nz.guide.practices[path].checklist.steps}


def test_a_local_page_is_a_page_like_all_others(nz):
    path = "sessions/local-last-bus"
    whole = page(nz, path)
    assert whole.one("h1").text == "What if the last bus leaves before we have finished?"
    assert whole.one("div", class_="answer").one("span", class_="mark").text == "Kōwhai Counselling"
    for where in listed(nz).values():
        assert path in where
    for hub in ("sessions", "reference/map", ""):
        assert path in linked_from(nz, hub), hub
    reason = "A close that someone else sets, a bus or a budget, needs an earlier start."
    for end in (path, "relationships/planned-ending"):
        assert reason in page(nz, end).text
    assert path in linked_from(nz, "relationships/planned-ending")


def test_a_local_letter_is_a_letter_like_all_others(nz):
    path = "letters/local-room-has-moved"
    whole = page(nz, path)
    assert "Kia ora" in whole.text
    assert whole.one("p", class_="crumb").one("span", class_="mark").text == "Kōwhai Counselling"
    for name, where in listed(nz).items():
        assert path in where, name
    for hub in ("letters", "sessions/the-frame", ""):
        assert path in linked_from(nz, hub), hub


def test_a_local_page_of_text_is_one_tap_from_home(nz):
    path = "reference/local-house-rules"
    assert "goes home when the last tangata whaiora has left" in page(nz, path).text
    assert path in linked_from(nz, "")
    assert path in listed(nz)["offline"]
    assert path in listed(nz)["sitemap"]


def test_a_local_page_may_rest_on_a_source_of_the_service(us):
    whole = page(us, "relationships/local-moving-floors")
    assert "Staff handbook" in whole.one("ol", class_="references").text
    assert "relationships/local-moving-floors" in linked_from(us, "sessions/last")
    assert "patient moves to another floor" in whole.one("h1").text


def test_home_says_where_one_is_and_what_the_service_added(own):
    local = page(own, "").one("section", class_="local")
    assert local.one("h2").text == f"At {own.guide.settings.name}"
    added = {path for path in own.guide.own_files if path.endswith(".md")}
    assert added
    assert {path.removesuffix(".md") for path in added} <= linked_from(own, "")
    assert "reference/decisions" in linked_from(own, "")


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("sessions/door-handle", "docs/sessions/door-handle.md"),
        ("relationships/local-moving-floors", "service/relationships/local-moving-floors.md"),
    ],
)
def test_a_page_leads_to_its_file_where_the_service_names_a_repository(us, nz, path, file):
    edit = f"https://code.harborstreet.example/clinic/ending-well/edit/main/{file}"
    assert [a.text for a in page(us, path).each("a") if a.attributes.get("href") == edit] == [
        "Edit this page"
    ]
    assert "Edit this page" not in page(nz, "sessions/door-handle").text


# ---- What the service hides


HIDDEN, STANDS_IN = "relationships/nonclinical", "relationships/clinician-initiated"


def test_a_hidden_page_leads_on(nz):
    moved = nz.folder / HIDDEN / "index.html"
    link = tree(moved).one("main").one("a").attributes["href"]
    there, _ = target(nz.folder, nz.guide.address, f"{HIDDEN}/index.html", link)
    assert there == nz.folder / STANDS_IN / "index.html"
    assert STANDS_IN in linked_from(nz, HIDDEN)
    assert HIDDEN in listed(nz)["offline"]


def test_a_hidden_page_is_on_no_list_and_nothing_leads_to_it(nz):
    for name in ("search", "catalogue", "sitemap"):
        assert HIDDEN not in listed(nz)[name], name
        assert STANDS_IN in listed(nz)[name], name
    pages = read(nz.folder)
    leads = []
    for path, found in pages.items():
        for reference in found.references:
            there = target(nz.folder, nz.guide.address, path, reference.address)
            if there and there[0] == nz.folder / HIDDEN / "index.html":
                leads.append(f"{path}:{reference.line}")
    assert leads == []


def test_what_a_hidden_page_said_is_said_nowhere_and_its_lines_are_carried_on(nz):
    facts = yaml.safe_load((ROOT / "docs" / f"{HIDDEN}.md").read_text("utf-8").split("---\n")[1])
    localize = nz.guide.settings.wording.localize
    for path, text in contents(nz.folder).items():
        for said in (facts["title"], facts["summary"], facts["links"][0]["because"]):
            assert localize(said) not in unescape(text.decode("utf-8")), path
    origins = page(nz, "reference/origins")
    for code in facts["carries"]:
        line = origins.one(id=f"line-{str(code).replace('.', '-')}")
        line = line if line.tag == "li" else line.parent
        assert f"../../{STANDS_IN}/" in [link.attributes["href"] for link in line.each("a")], code


# ---- The service's name, colour, address


def test_the_name_stands_at_the_top_of_every_page(own):
    site_name = "Good Endings" if own.guide.settings.logo else "Ending Well"
    for path, whole in every_page(own).items():
        for header in whole.each("header", class_="site-header"):
            assert header.one("span", class_="service").text == own.guide.settings.name, path
            assert (
                header.one("p", class_="brand").one("a").text == f"{site_name} {own.guide.settings.name}"
            ), path
            assert whole.one("head").one("title").text.endswith(site_name), path


def test_the_logo_stands_beside_the_name(nz, us):
    for path, whole in every_page(nz).items():
        for header in whole.each("header", class_="site-header"):
            logo, _ = target(nz.folder, nz.guide.address, path, header.one("img").attributes["src"])
            if path != "404.html":  # which is shown at any address, and so names its files from the root
                assert logo.read_bytes() == (SERVICES / "nz/service/assets/kowhai.svg").read_bytes(), path
    assert not list(page(us, "").one("header", class_="site-header").each("img"))


def test_the_colour_is_the_services_own(own):
    hue = own.guide.settings.hue
    style = (assets(own.folder) / "guide.css").read_text("utf-8")
    assert style.endswith(f":root {{ --own-hue: {hue}deg; --own-chroma: 0.1; }}")


def test_every_link_to_copy_begins_with_the_services_address_and_leads_there(own):
    pages, linked = read(own.folder), set()
    for path, whole in every_page(own).items():
        for link in whole.each():
            for name in ("data-permalink", "data-address"):
                if name in link.attributes:
                    there = target(own.folder, own.guide.address, path, link.attributes[name])
                    assert there, (path, link.attributes[name])
                    file, fragment = there
                    assert not fragment or fragment in pages[file.relative_to(own.folder).as_posix()].ids
                    linked.add(link.attributes[name].removeprefix(own.guide.address))
    steps = {f"{path}/#{id_}" for path, page in own.guide.practices.items() for id_ in page.ids}
    assert linked >= {*steps, *(f"{path}/" for path in own.guide.practices)}


def test_an_address_that_is_shown_is_the_one_that_it_leads_to(own):
    for path, whole in every_page(own).items():
        shown = [link for link in whole.each("a") if link.text.startswith("http")]
        assert [link.text for link in shown] == [link.attributes["href"] for link in shown], path


def test_the_public_guides_address_is_nowhere(own):
    assert [path for path, text in contents(own.folder).items() if b"ending-well.example" in text] == []


# ---- Letters


WAYS = {"name", "contact_route", "ways_back", "records_route", "other_services"}


def test_letters_are_filled_with_the_ways_of_the_service(own):
    filled = set()
    for path, letter in own.guide.letters.items():
        whole = page(own, path)
        for blank in letter.blanks:
            value = getattr(own.guide.settings, blank.from_) if blank.from_ in WAYS else None
            field = whole.one(id=f"blank-{blank.id}")
            assert (field.attributes.get("value", field.text) or None) == value, (path, blank.id)
            gaps = ["data-gap" in gap.attributes for gap in whole.each("span", data_blank=blank.id)]
            assert gaps
            assert set(gaps) == {value is None}, (path, blank.id)
            filled |= {blank.from_} if value else set()
            for shown in whole.each("span", data_blank=blank.id):
                assert shown.text == (value or f"[{own.guide.settings.wording.localize(blank.ask)}]"), (
                    path,
                    blank.id,
                )
    assert filled == {way for way in WAYS if getattr(own.guide.settings, way)}


def test_a_letter_offers_the_crisis_lines_of_the_service_and_the_emergency_number(nz):
    def offered(blank):
        options = page(nz, "letters/planned-ending").one("datalist", id=f"suggestions-{blank}").each("option")
        return [option.attributes["value"] for option in options]

    assert offered("emergency-number") == ["111"]
    assert offered("crisis-line") == [
        "Our front desk: call 200 from any telephone in the house",
        "1737, need to talk?: call 1737",
        "1737, need to talk?: text 1737",
        "Suicide Crisis Helpline: call 0508 828 865",
        "Lifeline Aotearoa: call 0800 543 354",
        "Lifeline Aotearoa: text 4357 with the word HELP",
        "Youthline: call 0800 37 66 33",
    ]


# ---- The guide that everyone has


@pytest.mark.parametrize("name", NAMES)
def test_the_files_of_a_service_are_none_of_the_guides(name):
    """So that no newer guide can touch them. In a service's own copy of the guide they are there, of course."""
    files = {file.relative_to(SERVICES / name).parts[0] for file in (SERVICES / name).rglob("*")}
    assert files == {"service.yml", "service"}
    if (ROOT / "service.yml").exists():
        assert not os.environ.get("CI"), "the guide holds a file that belongs to practices"
        pytest.skip("this is a service's own copy of the guide")
    assert {entry.name.lower() for entry in ROOT.iterdir()} & files == set()
    for line in (ROOT / ".gitignore").read_text("utf-8").split():
        assert not re.fullmatch(r"/?(?:service|\*)\b.*", line), f"{line} would hide a service's work"


def test_no_page_of_the_guide_is_named_as_a_service_names_its_own():
    assert [path.as_posix() for path in (ROOT / "docs").rglob("local-*")] == []
    ledger = (ROOT / "docs/data/ledger.txt").read_text("utf-8").splitlines()
    assert [row for row in ledger if is_local(row)] == []


def test_the_public_guide_shows_all_regions_and_nothing_of_a_service(site):
    whole = tree(site / "reference" / "contacts" / "index.html")
    assert [region.text for region in whole.each("summary")][:6] == [
        "United States",
        "United Kingdom",
        "Ireland",
        "Canada",
        "Australia",
        "New Zealand",
    ]
    assert not list(whole.each("div", class_="for-you"))
    for path in sorted(site.rglob("*.html")):
        elements = list(tree(path).each())
        assert not [one for one in elements if one.attributes.get("data-kind") == "local"], path
        assert not [one for one in elements if "data-local" in one.attributes], path
        assert not [
            one for one in elements if {"local", "service"} & set(one.attributes.get("class", "").split())
        ], path
        assert not [one for one in elements if one.attributes.get("id", "").startswith("local")], path
    assert "No service has settled anything" in tree(site / "reference" / "decisions" / "index.html").text
    assert not re.search(
        r"--own-hue: \d+deg|--own-chroma: 0\.\d", (assets(site) / "guide.css").read_text("utf-8")
    )
    assert not re.search(r'["/#]local-', (site / "guide.json").read_text("utf-8"))


def test_in_the_public_guide_every_decision_is_open(site):
    whole = tree(site / "reference" / "decisions" / "index.html")
    for decision in DECISIONS.values():
        assert " ".join(decision.open.split()) in whole.text
