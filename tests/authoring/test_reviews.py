"""Who answers for a page: the day of its last change, the review that someone signs, and what is shown of both.

Every reviewer here is made up, and signs pages of a small guide that is gone after the test.
"""

import csv
import io
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType

import pytest
import yaml
from author import TODAY, Author
from seen import Html
from test_commands import config, run

from macros import changes, check, clock, hooks, ledger, review
from macros.english import typographic
from macros.guide import Guide, months_after, review_state, text_digest, version
from macros.load import Configuration, load
from macros.publish.reviews import COLUMNS, spreadsheet
from macros.render import reviews
from macros.settings import REVIEW_MONTHS
from macros.site import NAME

BY = "A. Grey, clinical lead of a made-up clinic"
LATER = date(2024, 3, 9)
OWN_REGISTER = """
service/data/reviews.yml
+ []
"""


def changed(guide: Guide) -> dict[str, str]:
    return {change.page: str(change.changed) for change in guide.changes}


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_bytes().decode()
    assert text.count(old) == 1
    file.write_bytes(text.replace(old, new).encode())


def read_again(author: Author, today: date = LATER) -> Guide:
    """Read what lies in the folder, which the author may have changed by hand."""
    return load(author.docs, Configuration.beside(author.docs.parent), today=today)


def sign(author: Author, page: str = "sessions/door", by: str = BY) -> int:
    return review.main(page, by, author.docs.parent)


# When a page last changed


def test_a_page_that_changed_gets_todays_date_and_the_others_keep_theirs(author: Author) -> None:
    author.writes()
    edit(author.docs / "sessions" / "door.md", "minutes: 10", "minutes: 12")
    author.makes_changes(LATER)
    assert changed(read_again(author)) == {
        "course/first-day": "2024-03-01",
        "course/second-day": "2024-03-01",
        "letters/thanks": "2024-03-01",
        "relationships/goodbye": "2024-03-01",
        "sessions/door": "2024-03-09",
        "shared/plan": "2024-03-01",
    }


@pytest.mark.parametrize(
    ("told", "what"),
    [
        (("As clinicians asked", "One more.", "One more."), "As clinicians asked. One more."),
        (("As clinicians asked.", "", "A third."), "As clinicians asked. A third."),
        (("Step two has words to say on the telephone.", "Step two has words to say"),
         "Step two has words to say on the telephone. Step two has words to say"),
        (("Why?", "Then this.", "Why? Then this."), "Why? Then this."),
    ],
)  # fmt: skip
def test_what_changed_later_on_the_same_day_stands_after_what_changed_before(
    author: Author, told: tuple[str, ...], what: str
) -> None:
    root = author.writes().parent
    for minutes, said in enumerate(told, 10):
        edit(author.docs / "sessions" / "door.md", f"minutes: {minutes}", f"minutes: {minutes + 1}")
        assert changes.main(said, root=root) == 0
    (row,) = [c for c in read_again(author, clock.today()).changes if c.page == "sessions/door"]
    assert row.what == what


def test_what_is_told_of_a_page_that_did_not_change_is_not_lost_without_a_word(
    author: Author, capsys: pytest.CaptureFixture[str]
) -> None:
    root = author.edits("service").writes().parent
    assert changes.main("Tea is new.", "sessions/door", "letters/local-room", root=root) == 0
    said = capsys.readouterr().out
    assert "Nothing was written down for 'sessions/door': its own text is" in said
    assert "Nothing was written down for 'letters/local-room': your service keeps no register" in said
    (root / "service" / "data" / "reviews.yml").write_text("[]\n")
    assert changes.main("Tea is new.", "letters/local-room", root=root) == 0
    (row,) = [c for c in read_again(author, clock.today()).changes if c.page == "letters/local-room"]
    assert row.what == "Tea is new."


def test_a_new_way_to_ask_changes_no_page(author: Author) -> None:
    author.writes()
    edit(
        author.docs / "data" / "asks" / "sessions.yml",
        "  - doorknob disclosure\n",
        "  - doorknob disclosure\n  - bombshell\n",
    )
    guide = read_again(author)
    assert "bombshell" in guide.asks["sessions/door"]
    assert set(changed(guide).values()) == {"2024-03-01"}


def test_a_new_page_gets_todays_date_and_one_that_is_gone_loses_its_row(author: Author) -> None:
    author.edits("""
    sessions/late.md
    ~ sessions/door.md
    """).writes()
    (author.docs / "sessions" / "late.md").rename(author.docs / "sessions" / "later.md")
    edit(
        author.docs / "data" / "redirects.yml",
        "- {from: s",
        "- {from: sessions/late, to: sessions/later}\n- {from: s",
    )
    edit(author.docs / "data" / "asks" / "sessions.yml", "late: [", "later: [")
    author.makes_changes(LATER)
    ledger.main(author.docs.parent)
    found = changed(read_again(author))
    assert "sessions/late" not in found
    assert found["sessions/later"] == "2024-03-09"
    assert list(found) == sorted(found)


def test_what_is_no_text_of_the_page_changes_nothing(author: Author) -> None:
    """Its owner and its review, the file's blanks and comments, and a fact that is written out as it is anyway."""
    author.writes()
    before = (author.docs / "data" / "reviews.yml").read_text()
    door = author.docs / "sessions" / "door.md"
    edit(door, "{owner: clinical lead, state: draft}", "{owner: someone else, state: draft}  # for now")
    edit(author.docs / "letters" / "thanks.md", "name, ask: The name", "name, lines: false, ask: The name")
    author.makes_changes(LATER)
    assert (author.docs / "data" / "reviews.yml").read_text() == before


def test_what_a_service_adds_or_hides_is_no_change_of_the_guides_pages(author: Author) -> None:
    plain = author.guide().changes
    own = author.edits("service").guide().changes
    assert own == plain


def test_a_service_that_keeps_a_register_has_the_days_of_its_own_pages(author: Author) -> None:
    guide = author.edits("service").guide()
    farewell = guide.practices["relationships/local-farewell"]
    assert guide.status_of(farewell).change is None
    assert reviews.row(guide.status_of(farewell)).last_change == "not recorded"
    guide = author.edits(OWN_REGISTER).guide()
    assert guide.status_of(farewell).change.changed == TODAY
    register = (author.docs.parent / "service" / "data" / "reviews.yml").read_text()
    assert re.findall("page: ([^,]+)", register) == ["letters/local-room", "relationships/local-farewell"]
    assert "local-" not in (author.docs / "data" / "reviews.yml").read_text()
    edit(author.docs.parent / "service" / "letters" / "local-room.md", "It gives", "It names")
    with pytest.raises(Exception, match=r"service/letters/local-room\.md:1:1  EW903"):
        read_again(author)


def test_the_command_says_how_much_it_wrote(author: Author, capsys: pytest.CaptureFixture[str]) -> None:
    root = author.edits("data/reviews.yml\n+ []  # still empty").writes().parent
    assert check.main(root) == 1
    assert capsys.readouterr().out.count("EW903") == 6
    assert changes.main(root=root) == 0
    assert capsys.readouterr().out == "6 written down with today's date, 6 in all.\n"
    assert str(clock.today()) in (author.docs / "data" / "reviews.yml").read_text()
    assert changes.main(root=root) == 0
    assert capsys.readouterr().out == "0 written down with today's date, 6 in all.\n"
    assert check.main(root) == 0


def test_nothing_is_written_down_of_a_page_that_is_not_there(
    author: Author, capsys: pytest.CaptureFixture[str]
) -> None:
    root = author.writes().parent
    before = (author.docs / "data" / "reviews.yml").read_text()
    assert changes.main("It is plainer.", "shared/plan", "sessions/dor", root=root) == 1
    assert capsys.readouterr().out == (
        "There is no practice, letter or module 'sessions/dor': did you mean 'sessions/door'? Nothing was written.\n"
    )
    assert (author.docs / "data" / "reviews.yml").read_text() == before
    assert changes.main("It is plainer.", "shared/plan", root=root) == 0


def test_a_guide_with_a_mistake_is_not_written_down(
    author: Author, capsys: pytest.CaptureFixture[str]
) -> None:
    root = author.writes().parent
    before = (author.docs / "data" / "reviews.yml").read_text()
    edit(author.docs / "sessions" / "door.md", "minutes: 10", "minutes: 90")
    assert changes.main(root=root) == 1
    said = capsys.readouterr().out
    assert "EW120" in said
    assert "EW903" not in said
    assert (author.docs / "data" / "reviews.yml").read_text() == before


def test_a_register_without_pages_is_an_empty_list(author: Author) -> None:
    guide = replace(author.guide(), changes=())
    assert changes.write(author.docs.parent, guide) == set()
    assert yaml.safe_load((author.docs / "data" / "reviews.yml").read_text()) == []


def test_changes_as_a_command(author: Author) -> None:
    root = author.writes().parent
    edit(author.docs / "sessions" / "door.md", "minutes: 10", "minutes: 12")
    for words, code, said in (
        (["check"], 1, "docs/sessions/door.md:1:1  EW903"),
        (["changes"], 0, "1 written down"),
        (["check"], 1, "EW905  'sessions/door' has changed, and no word says what changed"),
        (["changes", "Another page.", "shared/plan"], 0, "0 written down"),
        (["changes", 'Two minutes more, "as it takes".', "sessions/door"], 0, "1 written down"),
        (["check"], 0, "no problems"),
    ):
        done = run(f"macros.{words[0]}", root, *words[1:])
        assert done.returncode == code, done.stderr
        assert said in done.stdout
    change = read_again(author, datetime.now(UTC).date()).status_of(author.practice()).change
    assert change.what == "Two minutes more, “as it takes”."


def test_who_serves_the_guide_while_writing_need_not_write_down_every_change(
    author: Author, modules: dict[str, ModuleType], monkeypatch: pytest.MonkeyPatch
) -> None:
    author.writes()
    edit(author.docs / "sessions" / "door.md", "minutes: 10", "minutes: 12")
    monkeypatch.setattr(hooks, "_served", False)
    hooks.on_startup("build", dirty=False)
    with pytest.raises(Exception, match="EW903"):
        hooks.on_config(config(author.docs))  # type: ignore[arg-type]
    hooks.on_startup("serve", dirty=False)
    guide = hooks.on_config(config(author.docs)).plugins[NAME].guide  # type: ignore[arg-type]
    assert guide.status_of(guide.practices["sessions/door"]).change.changed == clock.today()
    assert guide.status_of(guide.practices["shared/plan"]).change.changed == TODAY


# Signing


@pytest.mark.parametrize("path", ["sessions/door", "letters/thanks"])
def test_a_signed_page_is_reviewed_until_it_changes(
    author: Author, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    author.writes()
    assert sign(author, path) == 0
    today = clock.today()
    file = author.docs / f"{path}.md"
    assert capsys.readouterr().out == (
        f"{file} is signed: reviewed by {BY} on {today}. The review lapses when the text changes.\n"
    )
    guide = read_again(author, today)
    page = guide.practices.get(path) or guide.letters[path]
    assert review_state(page) == "reviewed"
    assert (page.review.owner, page.review.by, page.review.on) == ("clinical lead", BY, today)
    edit(file, "## Why {#why}", "## Why ever {#why}")
    author.makes_changes(today)
    guide = read_again(author, today)
    assert review_state(guide.practices.get(path) or guide.letters[path]) == "lapsed"
    assert sign(author, path) == 0
    guide = read_again(author, today)
    assert review_state(guide.practices.get(path) or guide.letters[path]) == "reviewed"


@pytest.mark.parametrize(
    "written",
    [
        "review: «{owner: clinical lead, state: draft}»",
        "review: «{\n  owner: clinical lead,\n  state: draft,\n}»  # for now",
        "review:\n  «owner: clinical lead\n  state: draft»\n\n# below",
        "review:\n  «state: draft\n  owner: >\n    clinical lead»",
        "'review' :   «{state: draft, owner: 'clinical lead'}»   ",
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_nothing_of_the_file_is_touched_but_the_review(author: Author, written: str, ends: str) -> None:
    author.edits("""
    sessions/door.md
    - short: At the door
    + short: At the “door”
    """).writes()
    file = author.docs / "sessions" / "door.md"
    edit(file, "review: {owner: clinical lead, state: draft}", written)
    text = "\ufeff" + file.read_bytes().decode().replace("\n", ends)
    head, _, rest = text.partition("«")
    _, _, tail = rest.partition("»")
    file.write_bytes(re.sub("[«»]", "", text).encode())
    assert sign(author) == 0
    today = clock.today()
    page = read_again(author, today).practices["sessions/door"]
    facts = f'owner: "clinical lead", state: reviewed, by: "{BY}", on: {today}, digest: {text_digest(page)}'
    assert file.read_bytes().decode() == f"{head}{{{facts}}}{tail}"
    assert review_state(page) == "reviewed"


@pytest.mark.parametrize(
    "by", ['Ana "Kōwhai" Grey, lead: nights', "No, yes", "{A}, [b] # c", "O'Grey,  lead "]
)
def test_a_name_may_hold_any_sign(author: Author, by: str) -> None:
    author.writes()
    assert sign(author, by=by) == 0
    page = read_again(author, clock.today()).practices["sessions/door"]
    assert page.review.by == typographic(" ".join(by.split()))
    assert review_state(page) == "reviewed"


@pytest.mark.parametrize(
    ("page", "by", "said"),
    [
        (
            "sessions/dor",
            BY,
            "There is no practice, letter or module 'sessions/dor': did you mean 'sessions/door'?",
        ),
        ("sessions/index", BY, "There is no practice, letter or module 'sessions/index'"),
        ("", BY, "There is no practice, letter or module ''"),
        ("sessions/door", "", "A review is signed by someone"),
        ("sessions/door", "  ", "A review is signed by someone"),
        ("sessions/door", "A. Grey", "A review is signed by someone"),
        ("sessions/door", ", clinical lead", "A review is signed by someone"),
        ("sessions/door", "A. Grey, ", "A review is signed by someone"),
        ("sessions/door", "GPT, chatbot", "'GPT, chatbot' is nobody who could answer for the page"),
        (
            "sessions/door",
            "TBD, clinical lead",
            "'TBD, clinical lead' is nobody who could answer for the page",
        ),
    ],
)
def test_nothing_is_signed_without_a_page_a_name_and_a_role(
    author: Author, capsys: pytest.CaptureFixture[str], page: str, by: str, said: str
) -> None:
    author.writes()
    before = (author.docs / "sessions" / "door.md").read_bytes()
    assert sign(author, page, by) == 1
    told = capsys.readouterr().out
    assert told.startswith(said)
    assert told.endswith("Nothing was signed.\n")
    assert (author.docs / "sessions" / "door.md").read_bytes() == before


@pytest.mark.parametrize("minutes", ["90", "12"], ids=["a mistake", "a change that is not written down"])
def test_a_page_with_a_problem_is_not_signed(
    author: Author, capsys: pytest.CaptureFixture[str], minutes: str
) -> None:
    author.writes()
    edit(author.docs / "sessions" / "door.md", "minutes: 10", f"minutes: {minutes}")
    before = (author.docs / "sessions" / "door.md").read_bytes()
    assert sign(author) == 1
    assert ("EW120" if minutes == "90" else "EW903") in capsys.readouterr().out
    assert (author.docs / "sessions" / "door.md").read_bytes() == before


def test_a_service_signs_its_own_pages_and_the_guides_as_it_shows_them(author: Author) -> None:
    author.edits("service").writes()
    today = clock.today()
    for path in ("relationships/local-farewell", "sessions/door"):
        assert sign(author, path) == 0
        assert review_state(read_again(author, today).practices[path]) == "reviewed"
    assert "digest" in (author.docs.parent / "service" / "relationships" / "local-farewell.md").read_text()
    edit(author.docs.parent / "service" / "data" / "steps.yml", "Tell the front desk.", "Ring the bell.")
    assert review_state(read_again(author, today).practices["sessions/door"]) == "lapsed"


def test_review_as_a_command(author: Author) -> None:
    root = author.writes().parent
    done, refused = (run("macros.review", root, "sessions/door", by) for by in (BY, ""))
    assert (done.returncode, done.stderr) == (0, "")
    assert (refused.returncode, refused.stderr) == (1, "")
    assert "is signed: reviewed by A. Grey" in done.stdout


# What is shown


@pytest.mark.parametrize(
    ("day", "months", "due"),
    [
        ("2024-03-01", 12, "2025-03-01"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-08-31", 6, "2025-02-28"),
        ("2024-12-31", 1, "2025-01-31"),
        ("2024-11-30", 60, "2029-11-30"),
    ],
)
def test_the_day_some_months_later(day: str, months: int, due: str) -> None:
    assert str(months_after(date.fromisoformat(day), months)) == due


def reviewed(author: Author, path: str = "sessions/door", on: str = "2024-02-01", digest: str = "") -> None:
    """Write a review of a made-up reviewer into a page of the tree."""
    guide = author.guide()
    page = guide.practices.get(path) or guide.letters[path]
    author.edits(f"""
    {path}.md
    - review: {{owner: clinical lead, state: draft}}
    + review: {{owner: clinical lead, state: reviewed, by: "{BY}", on: {on}, digest: {digest or text_digest(page)}}}
    """)


@pytest.mark.parametrize(
    ("setting", "due"), [("", "2025-02-01"), ("1", "2024-03-01"), ("18", "2025-08-01"), ("60", "2029-02-01")]
)
def test_the_next_review_is_due_when_the_service_has_it(author: Author, setting: str, due: str) -> None:
    assert REVIEW_MONTHS == 12
    reviewed(author)
    if setting:
        author.edits(f"mkdocs.yml\n+ extra: {{service: {{review_months: {setting}}}}}")
    guide = author.guide()
    assert str(guide.status_of(guide.practices["sessions/door"]).next_review) == due
    assert guide.status_of(guide.practices["shared/plan"]).next_review is None


def test_what_is_to_be_read_again_is_told_from_its_day_on(
    author: Author, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    reviewed(author)
    root = author.writes().parent
    for day, said in (
        (date(2025, 1, 31), ""),
        (
            date(2025, 2, 1),
            "The next review of sessions/door was due on 2025-02-01.\n"
            "The contact 'The Listeners' was last checked on 2024-02-01: check it anew, and write the day down.\n",
        ),
    ):
        monkeypatch.setattr(clock, "today", lambda day=day: day)
        assert check.main(root) == 0
        assert capsys.readouterr().out.endswith(f"no problems.\n{said}")


@pytest.mark.parametrize("months", ["0", "61"])
def test_a_review_holds_for_one_to_sixty_months(author: Author, months: str) -> None:
    author.edits(f"mkdocs.yml\n+ extra: {{service: {{▸review_months: {months}}}}}")
    (answer,) = author.reads()
    assert f"EW851  'review_months' is {months}; it should be at " in answer


def test_the_service_that_runs_the_guide_names_who_owns_its_pages(author: Author) -> None:
    guide = author.guide()
    assert guide.status_of(guide.practices["sessions/door"]).owner == "clinical lead"
    guide = (
        author.edits("service")
        .edits("""
    service.yml
    - hue: 85
    + pages: {owner: the house keeper, reviewer: the lead}
    """)
        .guide()
    )
    owners = {status.page.path: status.owner for status in guide.register}
    assert owners == {
        "course/first-day": "the house keeper",
        "course/second-day": "the house keeper",
        "letters/local-room": "the gardener",
        "letters/thanks": "the house keeper",
        "relationships/local-farewell": "the gardener",
        "sessions/door": "the house keeper",
        "shared/plan": "the house keeper",
    }


def test_the_version_of_a_letter_changes_when_its_words_do(author: Author) -> None:
    before = version(author.guide().letters["letters/thanks"])
    author.edits("letters/thanks.md\n- Dear {name},\n+ Hello {name},")
    after = version(author.guide().letters["letters/thanks"])
    assert before != after
    assert len(before) == len(after) == 8


def test_a_page_ends_with_who_answers_for_it(author: Author) -> None:
    guide = author.guide()
    door = Html(reviews.page_status(guide, "sessions/door"))
    assert door.said == (
        "Owner clinical lead Last change 2024-03-01 : First published. Next review not set "
        f"Review Not yet reviewed by a clinician Version {version(guide.practices['sessions/door'])} "
        f"Short address guide.example/{guide.short['sessions/door']} "
        "All pages by review state Print the background, too"
    )
    assert door.all("href") == ["../../reference/reviews/"]
    assert "Owner clinical lead" in Html(reviews.page_status(guide, "letters/thanks")).said
    assert reviews.page_status(guide, "index") == ""


def test_a_lapsed_review_is_said_and_leaves_no_date_and_no_name_on_the_page(author: Author) -> None:
    reviewed(author, digest="abcd")
    html = Html(reviews.page_status(author.guide(), "sessions/door")).said
    assert "Next review not set Review The text has changed since its review on 2024-02-01" in html
    assert "Grey" not in html


def test_the_list_and_the_spreadsheet_say_the_same_and_what_needs_a_review_stands_first(
    author: Author,
) -> None:
    reviewed(author, "sessions/door", "2024-02-02")
    reviewed(author, "letters/thanks", "2024-02-01")
    reviewed(author, "shared/plan", "2024-02-03", digest="abcd")
    guide = author.guide()
    listed = list(csv.reader(io.StringIO(spreadsheet(guide))))
    assert listed[0] == list(COLUMNS)
    assert {row[8] for row in listed[1:]} == {"First published."}
    assert [(row[1].removeprefix(guide.address), *row[2:8]) for row in listed[1:]] == [
        (
            "shared/plan/",
            "clinical lead",
            "Changed since its review",
            BY,
            "2024-02-03",
            "not set",
            "2024-03-01",
        ),
        *(
            (page, "clinical lead", "Not yet reviewed", "nobody", "never", "not set", "2024-03-01")
            for page in ("course/first-day/", "course/second-day/", "relationships/goodbye/")
        ),
        ("letters/thanks/", "clinical lead", "Reviewed", BY, "2024-02-01", "2025-02-01", "2024-03-01"),
        ("sessions/door/", "clinical lead", "Reviewed", BY, "2024-02-02", "2025-02-02", "2024-03-01"),
    ]
    html = Html(reviews.reviews(guide, "reference/map"))
    assert "Changed since its review: 1 Not yet reviewed: 3 Reviewed: 2" in html.said
    assert "due 12 months after the last one" in html.said
    for title, _, *told in listed[1:]:
        assert " ".join((title, *told)) in html.said
    assert html.all("href") == [
        "../../reviews.csv",
        "../../shared/plan/",
        "../../course/first-day/",
        "../../course/second-day/",
        "../../relationships/goodbye/",
        "../../letters/thanks/",
        "../../sessions/door/",
    ]


def test_the_spreadsheet_speaks_the_services_words_but_signs_as_it_was_signed(author: Author) -> None:
    reviewed(author)
    author.edits("""
    service
    sessions/door.md
    - title: What do I do at the door?
    + title: What does the client do at the door?
    """)
    said = spreadsheet(author.guide())
    assert "What does the applicant do at the door?" in said
    assert BY in said


def test_one_month_is_no_plural(author: Author) -> None:
    author.edits("mkdocs.yml\n+ extra: {service: {review_months: 1}}")
    assert "due 1 month after" in Html(reviews.reviews(author.guide(), "reference/map")).said


def test_hostile_text_of_owners_stays_text(author: Author) -> None:
    author.edits("""
    sessions/door.md
    - review: {owner: clinical lead, state: draft}
    + review: {owner: "<script>alert(1)</script>", state: draft}
    """)
    for html in (
        reviews.page_status(author.guide(), "sessions/door"),
        reviews.reviews(author.guide(), "reference/map"),
    ):
        assert "<script>" not in html
        assert "<script>" in Html(html).text
