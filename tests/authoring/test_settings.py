"""What a service may settle: each setting in its words, the file to start from, and the page that explains them."""

import re
from pathlib import Path

import pytest
import yaml
from author import TODAY, Author
from seen import Html

from macros import starter
from macros.english import WORDS_IN_SENTENCE, sentences, typographic, words
from macros.guide import Guide
from macros.load import Configuration, load
from macros.problems import ProblemsFoundError
from macros.render import settings as page
from macros.render.settings import kind_of
from macros.settings import (
    DECISIONS,
    TOP,
    Attempts,
    Caretakers,
    Decision,
    Settings,
    Span,
    every_setting,
    slug,
)

ROOT = Path(__file__).resolve().parents[2]
EVERY = {**TOP, **dict(every_setting())}
REQUIRED = [key for key, setting in EVERY.items() if setting.required]


def example(decision: Decision, key: str) -> object:
    return getattr(Settings.model_validate({key: yaml.safe_load(decision.example)}), key)


# Sentences


@pytest.mark.parametrize("key", DECISIONS)
def test_a_decision_reads_as_a_statement_open_and_made(key: str) -> None:
    decision = DECISIONS[key]
    opened, made = (
        decision.sentence("The House", None),
        decision.sentence("The House", example(decision, key)),
    )
    assert " is your service’s decision. Weigh " in opened
    assert made.startswith("At The House, ")
    for sentence in (*sentences(opened), *sentences(made), *sentences(decision.refused)):
        assert len(words(sentence)) <= WORDS_IN_SENTENCE, sentence
        assert re.fullmatch(r"[A-Z][^?!{}]*\.", sentence.replace("{name}", "")), sentence


def test_a_decision_may_be_no() -> None:
    allowed = DECISIONS["diagnosis_in_letters"]
    assert allowed.sentence("The House", False) == "At The House, no letter states a diagnosis."
    assert "may state a diagnosis, once" in allowed.sentence("The House", True)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Attempts(number=1, days_apart=9), "once"),
        (Attempts(number=2, days_apart=1), "2 times, 1 day apart,"),
        (Attempts(number=3, days_apart=7), "3 times, 7 days apart,"),
        (Span(number=1, unit="months"), "1 month"),
        (Span(number=12, unit="sessions"), "12 sessions"),
        (Caretakers(owner="the office", reviewer="the lead"), "owned by the office and reviewed by the lead"),
    ],
)
def test_a_value_is_said_in_words(value: object, said: str) -> None:
    assert str(value) == said


def test_every_decision_falls_on_a_page_of_the_real_guide_or_on_every_page() -> None:
    guide = load(ROOT / "docs", Configuration.beside(ROOT), today=TODAY.replace(year=2100))
    for key, decision in DECISIONS.items():
        if decision.shows == Decision.shows:
            assert guide.deciding(key), key


# The file to start from


def started(folder: Path) -> str:
    """Write the file to start from beside what it inherits from, and return its text."""
    folder.mkdir(exist_ok=True)
    (folder / "mkdocs.yml").write_text("site_url: https://guide.example/\n")
    assert starter.main(folder) == 0
    return (folder / "service.yml").read_text(encoding="utf-8")


def problems(folder: Path) -> list[str]:
    try:
        load(ROOT / "docs", Configuration.beside(folder), today=TODAY.replace(year=2100))
    except ProblemsFoundError as error:
        return [f"{problem.code} {problem.message}" for problem in error.problems]
    return []


def with_all(text: str) -> str:
    """Take the `#` away from every setting, and fill the required ones with their examples."""
    entries = []
    for entry in text.split("\n\n"):
        key = next((key for key in EVERY if re.search(rf"^ *#?{key}:", entry, re.MULTILINE)), None)
        if key in REQUIRED:
            entry = re.sub(rf"{key}:$", f"{key}: {EVERY[key].example}", entry, flags=re.MULTILINE)
        elif key:
            said, head, rest = re.split(rf"^( *)#(?={key}:)", entry, maxsplit=1, flags=re.MULTILINE)
            entry = said + head + re.sub(r"^( *)#", r"\1", rest, flags=re.MULTILINE)
        entries.append(entry)
    return "\n\n".join(entries)


def test_the_file_to_start_from_asks_for_what_is_required_and_for_nothing_else(tmp_path: Path) -> None:
    text = started(tmp_path)
    assert yaml.safe_load(text) == {
        "INHERIT": "mkdocs.yml",
        "site_url": None,
        "extra": {"service": {"name": None, "regions": None}},
    }
    assert problems(tmp_path) == [f"EW101 '{key}' is missing" for key in REQUIRED]


def test_the_file_to_start_from_holds_no_mistake_once_all_of_it_is_used(tmp_path: Path) -> None:
    text = with_all(started(tmp_path)).replace("your-service", "house").replace("Your service", "The House")
    found = yaml.safe_load(text)
    assert list(found) == ["INHERIT", *TOP, "extra"]
    assert list(found["extra"]["service"]) == list(Settings.model_fields)
    (tmp_path / "service.yml").write_text(text, encoding="utf-8")
    logo = tmp_path / "service" / "assets" / "logo.svg"
    logo.parent.mkdir(parents=True)
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    assert problems(tmp_path) == []


def test_the_file_to_start_from_fits_on_a_screen_and_explains_every_setting(tmp_path: Path) -> None:
    text = started(tmp_path)
    assert max(map(len, text.splitlines())) <= 114
    plain = " ".join(re.sub(r"\n *#?", " ", text).split())
    for key, setting in EVERY.items():
        assert f"{setting.title}. {setting.about} It shows {setting.shows}." in plain, key


# The page that explains them


@pytest.fixture
def explained(author: Author) -> Html:
    return Html(page.settings(author.edits("service").guide(), "reference/settings"))


def test_every_setting_is_explained(explained: Html) -> None:
    assert explained.all("id", "div") == [slug(key) for key in EVERY]
    for key, setting in EVERY.items():
        required = " required" if setting.required else ""
        assert typographic(f"{key} {setting.title}{required} {setting.about}") in explained.said
        assert typographic(f"Shows {setting.shows}") in explained.said
        assert " ".join(f"{key}: {setting.example}".split()) in explained.said


def test_what_a_setting_takes_and_what_stands_without_it(explained: Html) -> None:
    said = explained.said
    assert "Stands at the margin of the file. Takes text. Without it: nothing is built." in said
    assert "Takes one of british, american. Without it: british." in said
    assert "Without it: service." in said
    assert "Without it: nothing is set." in said
    assert said.count("Without it: nothing is built.") == len(REQUIRED)


def test_a_setting_names_the_pages_that_it_settles(explained: Html) -> None:
    assert (
        "Shows under the steps that it settles, and on the page of decisions: Parting in the house."
        in explained.said
    )
    assert explained.all("href").count("../../sessions/door/") == 2, (
        "the consultation, and who owns the pages"
    )


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("name", "text"),
        ("regions", "a list of text"),
        (
            "on_call",
            "a list; each entry has the keys id, name, about, hours, languages, deaf, reach, checked",
        ),
        ("consultation", "the keys who, reach"),
        ("session_minutes", "a whole number from 1 to 240"),
        ("diagnosis_in_letters", "true or false"),
        ("spelling", "one of british, american"),
        ("vocabulary", "the keys client, therapy, clinician, therapist, supervisor, family_doctor"),
        ("hue", "a whole number from 0 to 359"),
    ],
)
def test_what_a_setting_takes_is_said_in_plain_words(key: str, kind: str) -> None:
    assert kind_of(Settings.model_fields[key].annotation) == kind


def test_no_setting_takes_what_only_a_programmer_knows() -> None:
    for key, field in Settings.model_fields.items():
        assert re.fullmatch(r"(?:text|true|one of|a|the keys)\b[a-z0-9_ ,;]*", kind_of(field.annotation)), key


def test_the_file_to_start_from_stands_on_a_page(guide: Guide) -> None:
    html = Html(page.starter(guide, "reference/make-it-yours"))
    assert html.text.strip() == starter.written().strip()


@pytest.fixture
def guide(author: Author) -> Guide:
    return author.guide()
