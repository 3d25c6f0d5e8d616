"""The guide in a service's own words, in plain text and on finished pages."""

import json

import pytest
from author import CONTACTS, Author

from macros.english import AMERICAN, BRITISH, american_words
from macros.publish.catalogue import catalogue
from macros.publish.search import search_index
from macros.publish.twins import twin
from macros.publish.vocabulary import localized
from macros.render import letters
from macros.render.contacts import contacts
from macros.settings import OwnTerms
from macros.vocabulary import TERMS, Term, Vocabulary

HOUSE = Vocabulary(
    {
        "client": Term(one="applicant"),
        "therapy": Term(one="counselling", many="counselling"),
        "clinician": Term(one="provider"),
        "therapist": Term(one="counsellor"),
        "supervisor": Term(one="elder"),
        "family_doctor": Term(one="GP"),
    }
)
AMERICA = Vocabulary(is_american=True)
CHILDREN = Vocabulary({"client": Term(one="child", many="children")})
HOSTILE = Vocabulary({"client": Term(one="""<b a="1">'&""", many="<i>")})


def test_what_an_author_marks_within_a_sentence_is_of_that_sentence() -> None:
    html = (
        '<p>See a <del>client</del>, a <abbr title="A client">C</abbr><sup>1</sup> and a <i>client</i>.</p>'
    )
    assert localized(html, HOUSE) == (
        '<p>See an <del>applicant</del>, a <abbr title="An applicant">C</abbr><sup>1</sup> and an <i>applicant</i>.</p>'
    )


def test_there_is_a_setting_for_each_term() -> None:
    assert list(OwnTerms.model_fields) == list(TERMS)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ""),
        ("the client and all clients", "the applicant and all applicants"),
        ("Client first. CLIENTS next.", "Applicant first. Applicants next."),
        ("the client’s hour, the client's hour", "the applicant’s hour, the applicant's hour"),
        ("the clients’ hours, clients' hours", "the applicants’ hours, applicants' hours"),
        ("‘the client’", "‘the applicant’"),
        ("client-led", "applicant-led"),
        ("clientele, a subclient, clients2", "clientele, a subclient, clients2"),
        ("a clıent, a clİent and the clientſ", "a clıent, a clİent and the clientſ"),
        ("a clıent and a client", "a clıent and an applicant"),
        ("therapy and therapies", "counselling and counselling"),
        ("the family doctor, Family doctors", "the GP, GPs"),
        ("of a family\ndoctor and a\nclient", "of a GP and an\napplicant"),
        ("schema\ntherapy", "schema\ntherapy"),
        ("family therapy by a family therapist", "family therapy by a family therapist"),
        ("a family clinician, an exposure client", "a family provider, an exposure applicant"),
        ("National Client Helpline", "National Client Helpline"),
        ("Ask Client Aid, or the Therapists’ Union.", "Ask Client Aid, or the Therapists’ Union."),
        ("Ask. Client. Then ask. Clients I know.", "Ask. Applicant. Then ask. Applicants I know."),
    ],
)
def test_terms(text: str, said: str) -> None:
    assert HOUSE.localize(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a client", "an applicant"),
        ("A client", "An applicant"),
        ("a clinician, an old clinician", "a provider, an old provider"),
        ("a supervisor", "an elder"),
        ("a family doctor", "a GP"),
        ("the client", "the applicant"),
        ("Plan a client’s hour.", "Plan an applicant’s hour."),
        ("extra client", "extra applicant"),
    ],
)
def test_the_article_fits_the_term(text: str, said: str) -> None:
    assert HOUSE.localize(text) == said


@pytest.mark.parametrize("own", ["applicant", "elder", "invitee", "outpatient", "umpire"])
def test_a_term_that_begins_with_a_vowel_has_its_article(own: str) -> None:
    own_terms = Vocabulary({"client": Term(one=own)})
    assert own_terms.localize("Ask a client. A client asks.") == f"Ask an {own}. An {own} asks."


@pytest.mark.parametrize(
    "said",
    [
        "an X-ray user", "an x-ray user", "a L’École resident", "an MRI user", "an HR partner", "an EU citizen", "a UK citizen", "a one-off",
        "a U-turn", "a T-shirt", "an e-learner", "an MSc student", "a PhD student", "an A-level student", "an Übersetzer",
    ],
)  # fmt: skip
def test_a_letter_is_said_by_its_name(said: str) -> None:
    assert Vocabulary({"client": Term(one=said.partition(" ")[2])}).localize("a client") == said


@pytest.mark.parametrize(
    ("article", "said"), [("an", "See an MP."), ("a", "See a MP."), (None, "See an MP.")]
)
def test_an_article_that_the_letters_do_not_show_can_be_given(article: str | None, said: str) -> None:
    own = Term.model_validate({"one": "MP", "article": article})
    assert Vocabulary({"family_doctor": own}).localize("See a family doctor.") == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the clients’ hours", "the children’s hours"),
        ("the clients' hours", "the children's hours"),
        ("the client’s hour", "the child’s hour"),
        ("two clients", "two children"),
    ],
)
def test_what_belongs_to_many_follows_their_plural(text: str, said: str) -> None:
    assert CHILDREN.localize(text) == said


@pytest.mark.parametrize(
    "name",
    [
        "cognitive behavioural therapy",
        "cognitive behaviour therapy",
        "Cognitive Behavioral Therapy",
        "cognitive analytic therapy",
        "schema therapy",
        "schema-therapy",
        "interpersonal therapy",
        "family therapists",
        "schema therapist",
        "psychotherapy",
        "psychotherapist",
    ],
)
def test_names_of_treatments_and_professions_stay(name: str) -> None:
    assert HOUSE.localize(f"Offer {name}.") == f"Offer {name}."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("We recognise behaviour.", "We recognize behavior."),
        ("Behaviour counts. The centre.", "Behavior counts. The center."),
        ("Practise what is practised.", "Practice what is practiced."),
        ("counselling and counsellors", "counseling and counselors"),
        ("paranormal hours of our own", "paranormal hours of our own"),
        ("your hour, four rises, exercise, promise", "your hour, four rises, exercise, promise"),
        ("ſkilful, behavıour and ſKILFUL", "ſkilful, behavıour and ſKILFUL"),
    ],
)
def test_american_spelling(text: str, said: str) -> None:
    assert AMERICA.localize(text) == said


def test_a_service_may_spell_and_speak_its_own_way() -> None:
    both = Vocabulary({"client": Term(one="honouree")}, is_american=True)
    assert both.localize("A client honours it.") == "An honouree honors it."


def test_no_word_stands_on_both_sides() -> None:
    assert not set(BRITISH) & set(BRITISH.values())
    assert not set(BRITISH) & set(AMERICAN)
    assert all(BRITISH[british] == american for american, british in AMERICAN.items())
    right_in_both = "humoral learned license licenses practice practiced practices practicing while"
    assert not set(AMERICAN) & set(right_in_both.split())
    assert [match[0] for match, _ in american_words(f"{right_in_both} emphasis promise hour")] == []


def test_whatever_is_american_needs_no_second_time() -> None:
    for british, american in BRITISH.items():
        assert AMERICA.localize(british) == american
        assert AMERICA.localize(american) == american


@pytest.mark.parametrize(
    ("vocabulary", "has_any"),
    [(Vocabulary(), False), (HOUSE, True), (AMERICA, True), (Vocabulary({}, is_american=False), False)],
)
def test_a_vocabulary_may_be_empty(vocabulary: Vocabulary, has_any: bool) -> None:
    assert bool(vocabulary) is has_any
    if not has_any:
        assert vocabulary.localize("A client’s behaviour") == "A client’s behaviour"
        assert localized("<p>A client’s behaviour", vocabulary) == "<p>A client’s behaviour"


# Finished pages


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<p>A client<br>and the <b>client</b></p>", "<p>An applicant<br>and the <b>applicant</b></p>"),
        ("<p>the client&#39;s &lt; the clients’</p>", "<p>the applicant's &lt; the applicants’</p>"),
        (
            '<a class="client" href="../client/">client</a>',
            '<a class="client" href="../client/">applicant</a>',
        ),
        ('<p id="client" data-path="client">', '<p id="client" data-path="client">'),
        ('<p aria-label="Your client" data-x="client">', '<p aria-label="Your applicant" data-x="client">'),
        ('<img src="client.svg" alt="A client">', '<img src="client.svg" alt="An applicant">'),
        ('<meta name="description" content="A client">', '<meta name="description" content="An applicant">'),
        (
            '<p data-copy="A client" data-copied="client">',
            '<p data-copy="An applicant" data-copied="applicant">',
        ),
        ('<p\ntitle="client" hidden>', '<p title="applicant" hidden>'),
        ('<img alt="A client" src="client.svg" />', '<img alt="An applicant" src="client.svg" />'),
        ('<path d="M0 0"/>client', '<path d="M0 0"/>applicant'),
        ('<p title="&quot;client&quot;">', '<p title="&quot;applicant&quot;">'),
        ("<p>&lt;client&gt; &amp;amp;</p>", "<p>&lt;applicant&gt; &amp;amp;</p>"),
        ("<code>&lt;client&gt;</code>", "<code>&lt;client&gt;</code>"),
        ("<script>a < b && client</script>", "<script>a < b && client</script>"),
        (
            '<i translate="no">a <i>client</i> client</i>client',
            '<i translate="no">a <i>client</i> client</i>applicant',
        ),
        ('<input value="client">', '<input value="client">'),
        ("<title>A client · client</title>", "<title>An applicant · applicant</title>"),
        ("<script>client</script>client", "<script>client</script>applicant"),
        ('<script src="a.js"></script>\n<p>client', '<script src="a.js"></script>\n<p>applicant'),
        ("<style>.client{}</style>", "<style>.client{}</style>"),
        ("<code>client</code> client", "<code>client</code> applicant"),
        ("<pre><code>client:\n  client</code></pre>", "<pre><code>client:\n  client</code></pre>"),
        ("<p>At https://client.example/client, client", "<p>At https://client.example/client, applicant"),
        ("<codes>client</codes>", "<codes>applicant</codes>"),
        ('<q translate="no">a <i>client</i></q> client', '<q translate="no">a <i>client</i></q> applicant'),
        (
            '<p class="name" translate="no">Client Line</p><p>client</p>',
            '<p class="name" translate="no">Client Line</p><p>applicant</p>',
        ),
        ("<p data-own-words>Our client</p><p>client</p>", "<p data-own-words>Our client</p><p>applicant</p>"),
        ("<!-- client --><!doctype html>client", "<!-- client --><!doctype html>applicant"),
        ("client", "applicant"),
    ],
)
def test_a_page_is_spoken(html: str, said: str) -> None:
    assert localized(html, HOUSE) == said


def test_hostile_terms_stay_text() -> None:
    html = '<p title="A client">A client, clients</p>'
    in_title, in_text = "&lt;b a=&quot;1&quot;&gt;&#x27;&amp;", """&lt;b a="1"&gt;'&amp;"""
    assert localized(html, HOSTILE) == f'<p title="A {in_title}">A {in_text}, &lt;i&gt;</p>'


def test_search_and_the_catalogue_speak_too_and_people_may_still_ask_in_the_words_of_the_guide(
    author: Author,
) -> None:
    author.edits("""
    service
    data/asks/sessions.yml
    - - doorknob disclosure
    + - client at the door
    """)
    guide = author.guide()
    asks = json.loads(search_index(guide))["entries"][0]["asks"]
    assert {"client at the door", "big news at the door", "applicant at the door"} <= {*asks}
    assert "the client" not in catalogue(guide, "A guide")


def test_whom_a_service_names_to_call_keeps_the_name_and_what_the_service_says_of_it(author: Author) -> None:
    author.edits(f"""
    service
    {CONTACTS}
    service.yml
    - regions: [uk]
    + regions: [uk, us]
    - - {{id: listeners, name: Our Listeners, for: [emergency], reach: [{{way: call, to: 116 123}}], checked: 2024-02-05}}
    - - {{id: local-desk, name: Front desk, for: [crisis], about: By day, reach: [{{way: call, to: "200", add: indoors}}]}}
    + - {{id: listeners, name: Any client, for: [emergency], reach: [{{way: call, to: 116 123}}]}}
    + - {{id: local-desk, name: Mind the client, for: [crisis], about: Of the client union, deaf: Ask its clients, reach: [{{way: call, to: "200"}}]}}
    letters/thanks.md
    - - {{id: line, ask: A crisis line, from: contacts}}
    + - {{id: line, ask: The emergency number, from: emergency}}
    data/contacts.yml
    - name: The Lifeline
    - for: [emergency]
    + name: The Client Lifeline
    + about: For a client at any hour
    + for: [emergency, crisis]
    """)
    guide = author.guide()
    wording = guide.settings.wording
    said = ("Mind the client", "Of the client union", "Ask its clients", "The Client Lifeline")
    for shown in (localized(contacts(guide, "sessions/door"), wording), twin(guide, "sessions/door")):
        assert all(name in shown for name in said)
        assert "For an applicant at any hour" in shown, shown
    letter = localized(letters.letter(guide, guide.letters["letters/thanks"]), wording)
    assert 'label="116 123 (Any client, United Kingdom)"' in letter
    index = json.loads(search_index(guide))
    assert [line["about"] for line in index["contacts"]] == [
        "Of the client union",
        "",
        "For an applicant at any hour",
    ]
    (page,) = (entry for entry in index["entries"] if entry["id"] == "reference/contacts/")
    assert {"Any client", "Mind the client", "The Client Lifeline"} <= {*page["asks"]}
    assert "applicant" not in json.dumps(page)
