"""Where a service's words end: what others found keeps its own, and what is said comes out as English."""

import pytest
from author import Author

from macros.grammar import article, is_uncountable, plural, singular
from macros.publish.twins import twin
from macros.publish.vocabulary import localized
from macros.vocabulary import TERMS, Term, Vocabulary, reports

CAMPUS = Vocabulary(
    {
        "client": Term(one="student"),
        "therapy": Term(one="counselling"),
        "clinician": Term(one="counsellor"),
        "therapist": Term(one="counsellor"),
    },
    has_hours=False,
)
TRUST = Vocabulary({"client": Term(one="user"), "clinician": Term(one="NHS therapist")})


@pytest.mark.parametrize(
    "report",
    [
        "In 669 studies of 83,834 clients, 19.7 per cent dropped out. Younger clients left more often.",
        "Twelve US clients were interviewed.",
        "All 1,868 primary care clients were in therapy.",
        "All 12 therapists had taken gifts.",
        "BACP (UK counsellors) asks clinicians to appoint someone.",
        "The Code asks clinicians for it.",
        "Therapists are reported to blame the client.",
        "A third of clients, 33%, went.",
    ],
)
def test_a_report_keeps_its_words(report: str) -> None:
    assert reports(report)
    assert CAMPUS.localize(report) == report


@pytest.mark.parametrize(
    "text", ["Wait 10 minutes for clients.", "See clients at 10.", "The client may act."]
)
def test_what_the_guide_says_itself_is_no_report(text: str) -> None:
    assert not reports(text)


@pytest.mark.parametrize(
    "kept",
    [
        "Write to client@client.example",
        "client.org/client",
        "course/hard-cases#threatened-by-client",
        "sessions/client-leaves",
        "Open https://a.example/client",
        "client-centred therapy",
        "the Crisis Therapy Line",
    ],
)
def test_addresses_ids_and_names_stay(kept: str) -> None:
    assert CAMPUS.localize(kept) == kept


def test_the_name_of_the_service_stays(author: Author) -> None:
    vocabulary = "{therapy: counselling, client: student}"
    author.edits(f"mkdocs.yml\n+ extra: {{service: {{name: Therapy for Clients, vocabulary: {vocabulary}}}}}")
    wording = author.guide().settings.wording
    assert (
        wording.localize("At Therapy for Clients, therapy ends.")
        == "At Therapy for Clients, counselling ends."
    )


def test_a_paragraph_that_cites_keeps_its_words_and_the_next_does_not() -> None:
    html = '<p>The <b>client</b> stays <span class="cite">(Knox)</span>.</p><p>A <b>client</b>’s hour</p>'
    said = '<p>The <b>client</b> stays <span class="cite">(Knox)</span>.</p><p>A <b>student</b>’s session</p>'
    assert localized(html, CAMPUS) == said
    assert (
        localized("<p>An <b>hour</b> of a <i>client</i></p>", TRUST)
        == "<p>An <b>hour</b> of a <i>user</i></p>"
    )


def test_a_twin_keeps_what_the_page_keeps(author: Author) -> None:
    author.edits("""
    service
    sessions/door.md
    - People often say it late {{ cite("knox") }}. The rest is in [the plan](../shared/plan.md#first).
    + A client says it late {{ cite("knox") }}. Clients wait.
    +
    + - A client goes.
    """)
    said = twin(author.guide(), "sessions/door")
    assert "A client says it late (Knox and Adrians, 2011). Clients wait.\n\n- An applicant goes." in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ask therapists and clinicians.", "Ask counsellors."),
        ("Ask clinicians, therapists and supervisors.", "Ask counsellors and supervisors."),
        ("Ask the counsellor or therapist.", "Ask the counsellor."),
        ("Ask the therapist or counsellor.", "Ask the counsellor."),
        ("From clinician to clinician.", "From counsellor to counsellor."),
        ("The therapist’s and the clinician’s", "The counsellor’s and the counsellor’s"),
        ("for psychotherapy clinicians; a psychotherapy clinician", "for counsellors; a counsellor"),
        (
            "A therapy client and all therapy clients",
            "A student in counselling and all students in counselling",
        ),
        ("See a therapy client or a client.", "See a student in counselling or a student."),
    ],
)
def test_nothing_is_said_twice(text: str, said: str) -> None:
    assert CAMPUS.localize(text) == said


def test_who_works_in_psychotherapy_stays_so_where_the_word_does_not_say_it() -> None:
    assert (
        Vocabulary({"clinician": Term(one="elder")}).localize("a psychotherapy clinician")
        == "a psychotherapy elder"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("How to end a therapy.", "How to end a course of counselling."),
        ("A therapy ends.", "A course of counselling ends."),
        (
            "A whole therapy, one failed therapy",
            "A whole course of counselling, one failed course of counselling",
        ),
        ("Be it a session or a therapy.", "Be it a session or a course of counselling."),
        ("An unsafe or long therapy.", "An unsafe or long course of counselling."),
        ("A therapy that teaches", "A form of counselling that teaches"),
        ("EMDR, an individual therapy.", "EMDR, a form of individual counselling."),
        ("a therapy room", "a counselling room"),
        ("a client whose therapy ends", "a student whose counselling ends"),
        ("a client’s therapy.", "a student’s counselling."),
        ("The therapy ends.", "The counselling ends."),
        ("two therapies; different therapies", "two courses of counselling; different kinds of counselling"),
    ],
)
def test_what_cannot_be_counted_is_not(text: str, said: str) -> None:
    assert CAMPUS.localize(text) == said


def test_a_service_may_say_what_can_be_counted() -> None:
    assert (
        Vocabulary({"therapy": Term(one="listening", countable=True)}).localize("A therapy.")
        == "A listening."
    )
    own = Vocabulary({"therapy": Term(one="whare", countable=False)})
    assert own.localize("A therapy.") == "A course of whare."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("End an hour well. An hour ends.", "End a session well. A session ends."),
        (
            "The last hour, the hour’s end, missed hours",
            "The last session, the session’s end, missed sessions",
        ),
        ("more than an hour a week", "more than a session a week"),
        ("told early in an hour", "told early in a session"),
        ("an hour later, half an hour, at any hour", "an hour later, half an hour, at any hour"),
        ("within 72 hours, for hours, a 24-hour line", "within 72 hours, for hours, a 24-hour line"),
    ],
)
def test_an_hour_is_a_session_where_it_is_none_of_the_clock(text: str, said: str) -> None:
    assert CAMPUS.localize(text) == said
    assert TRUST.localize(text) == text


@pytest.mark.parametrize(
    ("minutes", "said"), [("45", "Open the next session with it."), ("60", "Open the next hour with it.")]
)
def test_the_setting_says_how_long_a_session_is(author: Author, minutes: str, said: str) -> None:
    guide = author.edits(f"mkdocs.yml\n+ extra: {{service: {{session_minutes: {minutes}}}}}").guide()
    assert said in twin(guide, "sessions/door")


def test_a_word_takes_its_article() -> None:
    said = TRUST.localize("A client and a clinician: a clinician’s client.")
    assert said == "A user and an NHS therapist: an NHS therapist’s user."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        *[(word, "a") for word in ("user", "unit", "university", "European", "one-off", "UK client", "GP", "NATO", "CAMHS", "tangata", "uniform", "L’Arche resident", "L'Arche resident", "M’Naghten patient")],
        *[(word, "an") for word in ("NHS worker", "MP", "hour", "heir", "honoured guest", "umpire", "uninvited guest", "élève", "8-week stay", "11th", "F.B.I.", "unimportant", "O’Brien patient", "X’s client")],
        ("", "a"),
        ("100", "a"),
        ("110", "a"),
    ],
)  # fmt: skip
def test_articles(words: str, expected: str) -> None:
    assert article(words) == expected


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("client", "clients"),
        ("child", "children"),
        ("person", "people"),
        ("Person", "People"),
        ("service user", "service users"),
        ("member of the public", "members of the public"),
        ("person we support", "people we support"),
        ("person with lived experience", "people with lived experience"),
        ("woman", "women"),
        ("human", "humans"),
        ("boss", "bosses"),
        ("coach", "coaches"),
        ("party", "parties"),
        ("stay", "stays"),
        ("GP", "GPs"),
        ("chairperson", "chairpeople"),
        ("nurse", "nurses"),
        ("sex worker", "sex workers"),
        ("person accessing services", "people accessing services"),
    ],
)
def test_plurals(one: str, many: str) -> None:
    assert plural(one) == many
    assert Term(one=one).plural == many
    assert singular(many) == one


@pytest.mark.parametrize(
    "one",
    ["boss", "walrus", "person in crisis", "GPS", "child’s", "specimen", "tangata whaiora", "user of services", "s"],
)  # fmt: skip
def test_what_ends_as_many_do_and_names_one(one: str) -> None:
    assert singular(one) == one


def test_what_is_uncountable() -> None:
    assert is_uncountable("coaching")
    assert is_uncountable("social work")
    assert not is_uncountable("course of counselling")
    assert not is_uncountable("treatment")


def test_people_can_be_counted_whatever_they_are_called() -> None:
    own = Vocabulary({"client": Term(one="human being"), "clinician": Term(one="person offering support")})
    said = "A human being and human beings meet a person offering support."
    assert own.localize("A client and clients meet a clinician.") == said


def test_each_term_has_one_and_many() -> None:
    assert all(plural(one) == many for one, many in TERMS.values())
