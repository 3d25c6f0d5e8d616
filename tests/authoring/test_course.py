"""The course: the way through it, modules that are whole without a script, the record."""

from dataclasses import replace

from author import Author
from seen import Html

from macros.guide import Guide, version
from macros.load.course import with_what_is_shown
from macros.load.form import Decision, habits
from macros.render import course

ALOUD = """
course/first-day.md
- aloud: []
+ aloud:
+   - {id: say-whole, practice: sessions/door, phrase: too-big, listen: [A calm voice]}
data/ledger.txt
- course/index
+ course/first-day#say-whole 31
+ course/index
"""


def test_the_way_through_has_the_modules_in_their_order_with_the_minutes_of_each_week(author: Author) -> None:
    way = Html(course.path(author.guide(), "course/index"))
    assert "Week 1 About 60 minutes. Your first day" in way.said
    assert "You can stop at the door. About 60 minutes." in way.said
    assert "Week 2 About 5 minutes. Your second day" in way.said
    assert "About 5 minutes. First: Your first day." in way.said
    assert "Your first day, after about 2 days: Say it aloud." in way.said
    links = ["first-day/#after-2-days", "second-day/#after-2-days", "first-day/", "second-day/"]
    assert way.all("href") == links


def test_a_module_is_whole_without_a_script(author: Author) -> None:
    guide = author.edits(ALOUD).guide()
    module = Html(course.module(guide, "course/first-day"))
    for said in (
        "About 60 minutes: 10 to read, 5 to practise",
        "What comes first?",
        "Compare your answer Safety.",
        "Ending a session : What do I do at the door?",
        "The client goes on: “I would like us to keep it whole.”",
        "A calm voice",
        "Sit down again Right. Haste reads as alarm.",
        "Stand up Not this one. It reads as haste.",
        "Leave it They go. Go on",
        "A good end.",
        "Stays Met: Does not stand up. Not met: Stands up.",
        "After about 2 days: Say it aloud.",
        "It opens 2 days after the last check of its module was passed.",
        "Let everyone say it aloud.",
    ):
        assert said in module.said, said
    assert set(guide.modules["course/first-day"].ids) <= set(module.all("id"))
    assert "../../sessions/door/#too-big" in module.all("href")


def test_what_tells_an_answer_by_its_form_is_what_chance_alone_would_seldom_bring() -> None:
    def told(*decisions: tuple[tuple[int, ...], int]) -> list[tuple[str, int, int]]:
        found = habits(Decision(lengths, frozenset({right})) for lengths, right in decisions)
        return [(habit.name, habit.count, habit.total) for habit in found]

    first, last = ((9, 5, 7), 0), ((5, 7, 9), 2)
    assert told(first, last, first, last) == []
    assert told(first, last, first, last, first) == [("the longest", 5, 5)]
    level = ((9, 9, 9), 0)
    assert told(level, level, level, level, level) == [("number 1 of 3", 5, 5)]
    never = [((5, 9), 0), ((9, 5), 1)] * 4
    assert told(*never) == [("the longest", 0, 8), ("the shortest", 8, 8)]


def test_a_module_says_what_to_do_first(author: Author) -> None:
    second = Html(course.module(author.guide(), "course/second-day"))
    assert "First do Your first day." in second.said
    assert "../first-day/" in second.all("href")


def test_a_module_says_what_it_is_part_of_what_its_parts_take_and_which_comes_next(author: Author) -> None:
    guide = author.guide()
    first, second = (Html(course.module(guide, f"course/{name}")) for name in ("first-day", "second-day"))
    assert "Course › Week 1" in first.said
    assert "../#week-1" in first.all("href")
    minutes = [int(each) for each in first.all("data-minutes")]
    assert len(minutes) == 7
    assert sum(minutes) == guide.modules["course/first-day"].total
    assert {"#before", "#reading", "#aloud", "#checks", "#scenario", "#observe", "#revisit"} <= set(
        first.all("href")
    )
    assert "Next module: " in first.said
    assert "../second-day/" in first.all("href")
    assert "Next module: " not in second.said


def test_every_scene_can_be_gone_to(author: Author) -> None:
    module = Html(course.module(author.guide(), "course/first-day"))
    assert {"#said", "#asked", "#planned", "#well", "#left"} <= set(module.all("href"))


def test_a_card_tells_the_partner_what_to_say_and_listen_for_and_changes_nothing_that_was_done(
    author: Author,
) -> None:
    def card(guide: Guide) -> tuple[str, str]:
        module = Html(course.module(guide, "course/first-day"))
        said = module.said[module.said.index("A card for your partner") :]
        return said, guide.items["course/first-day"]["say-whole"].version

    plain, before = card(author.edits(ALOUD).guide())
    assert "Begin:" not in plain
    assert "Listen for: A calm voice" in plain
    row = "  - {id: say-whole, practice: sessions/door, phrase: too-big, listen: [A calm voice]"
    lines = "partner: {begin: Tell nobody., push: Not even them.}"
    told, after = card(author.edits(f"course/first-day.md\n- {row}}}\n+ {row}, {lines}}}").guide())
    assert (
        "Begin: “Tell nobody.” Push once, whatever the answer is: “Not even them.” What you may hear:" in told
    )
    assert after == before


def test_the_checks_that_may_come_back_are_listed_by_module(author: Author) -> None:
    queue = Html(course.recall_queue(author.guide(), "course/index"))
    assert queue.all("href") == ["first-day/", "second-day/"]
    assert all(code.startswith("check.") for codes in queue.all("data-tasks") for code in codes.split())
    assert "With the guide’s script, checks come back here." in queue.said


def test_the_version_of_a_task_changes_with_what_it_asks_and_that_of_a_reading_with_its_list(
    author: Author,
) -> None:
    def versions() -> dict[str, str]:
        guide = author.guide()
        return {id_: item.version for id_, item in guide.items["course/first-day"].items()}

    before = versions()
    assert before["door"] == version(author.guide().practices["sessions/door"])
    author.edits("course/first-day.md\n- ask: And then?\n+ ask: And then what?")
    author.edits(
        "course/first-day.md\n- facilitator: Let everyone say it aloud.\n+ facilitator: Let all say it aloud."
    )
    assert {id_ for id_, now in versions().items() if now != before[id_]} == {"second-act"}


def test_the_record_is_a_form_to_fill_in_by_hand(author: Author) -> None:
    guide = author.guide()
    sheet = Html(course.record(guide, "course/record"))
    first = guide.modules["course/first-day"]
    for said in (
        f"Your first day {version(first)}",
        f"door ☐ {version(guide.practices['sessions/door'])}",
        "Checks: ☐ of 5. Case: ☐. Practised: ☐ of 2.",
        "☐ Stays.",
        "Clinician’s signature, date",
    ):
        assert said in sheet.said, said
    assert "../first-day/" in sheet.all("href")


def test_the_table_of_a_group_knows_each_task_by_its_number_name_and_place(author: Author) -> None:
    guide = author.guide()
    table = Html(course.cohort(guide, "course/cohort"))
    first = guide.items["course/first-day"]
    assert {item.code for item in first.values()} <= set(table.all("data-task"))
    assert f"2.{first['after-2-days'].number}" in table.all("data-visits")
    assert "../first-day/#stays" in table.all("href")
    assert "Stays" in table.everything


def test_a_module_reads_the_page_that_stands_in_for_a_hidden_one_and_says_no_words_of_it(
    author: Author,
) -> None:
    guide, hidden = author.edits(ALOUD).guide(), {"sessions/door": "shared/plan"}
    modules = {path: with_what_is_shown(module, hidden) for path, module in guide.modules.items()}
    served = replace(guide, hidden=hidden, modules=modules)
    module = Html(course.module(served, "course/first-day"))
    assert "How do we make a plan?" in module.said
    assert "I would like us to keep it whole" not in module.said
    record = Html(course.record(served, "course/record")).said
    assert f"plan ☐ {version(guide.practices['shared/plan'])}" in record
    assert "door ☐" not in record


def test_the_plan_has_each_module_by_week_with_its_minutes_sums_and_permanent_address(author: Author) -> None:
    plan = Html(course.plan(author.guide(), "course/manage"))
    for said in (
        "The whole course takes about 65 minutes, as we estimate. About 31 of them are for observation",
        "1 Your first day 10 5 5 10 30 60 Clinician, observer",
        "1 Sum of week 1 10 5 5 10 30 60",
        "2 Your second day 1 1 1 1 1 5 Your first day Clinician, observer",
        "Whole course 11 6 6 11 31 65",
    ):
        assert said in plan.said, said
    assert plan.all("href") == [
        "https://guide.example/course/first-day/",
        "https://guide.example/course/first-day/#seen-at-the-door",
        "https://guide.example/course/second-day/",
        "https://guide.example/course/second-day/#seen-planning",
        "https://guide.example/course/first-day/#after-2-days",  # for the calendar
        "https://guide.example/course/second-day/#after-2-days",
    ]


def test_a_title_in_the_plan_is_never_markup(author: Author) -> None:
    named = "\n".join(("course/first-day.md", "- title: Your first day", "+ title: Doors & 5 < 6"))
    plan = course.plan(author.edits(named).guide(), "course/manage")
    assert "Doors &amp; 5 &lt; 6</a>" in plan
    assert "Doors & 5 < 6" not in plan
