"""What a screen reader is told, held against `tests/browser/trees/`: each example as it comes, and stories from state to state."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser import test_letter
from tests.browser.conftest import held_back
from tests.browser.test_checklist import EXAMPLES, share, stub, tick
from tests.browser.test_learning import CASE, CHECK, CRITERION, RECALL, REVISIT, TICK, states
from tests.browser.trees import ACCEPTS, AGAIN, FOLDER, Telling, reviewed, tree

NAMES = [f"{component}/{name}" for component, examples in EXAMPLES.items() for name in examples]
# What else differs from one time to the next: the order of answers and the word of a run.
STILL = "Math.random = () => 0.4;"
NOW = "2026-06-10T12:00:00Z"
REFUSED = "() => Promise.reject(new DOMException('no'))"

# Writes a course in which these tasks have this result: {number: [result, version]}.
DONE = """async ([done, day]) => {
    const own = document.querySelector("script[type=module][src*='/components/']").src;
    const { encode } = await import(new URL("../progress/state.js", own));
    const entries = Object.entries(done).map(([task, [result, version]]) => [Number(task), { day, result, version }]);
    localStorage.setItem("ew:course", encode(new Map(entries)));
    dispatchEvent(new StorageEvent("storage", { key: "ew:course", newValue: "" }));
}"""
TODAY = 20_614  # NOW, in days since 1970
RECORDS = """async () => {
    const { checksum, signOff, toJson } = await import("/components/record/state.js");
    const element = document.querySelector("ew-cohort, ew-verify");
    const listed = element.querySelector("[data-part=items]").content.textContent;
    const done = new Map([[1, { day: 20600, result: "done", version: "abcd" }], [3, { day: 20601, result: "right", version: "cdef" }]]);
    const record = signOff(done, listed, { guide: element.dataset.guide, clinician: "Ana", observer: "Lee", printed: "2026-06-01" });
    return toJson(record, await checksum(record, crypto.subtle));
}"""


ONE_RESULT = """() => {
    const [first, ...others] = document.querySelectorAll("ew-search .results li");
    for (const one of others) one.remove();
    for (const part of first?.querySelectorAll("p:not(:has(*)), a, span") ?? []) part.textContent = "…";
    const status = document.querySelector("ew-search [data-part=count]");
    status.textContent = status.textContent.replace(/\\d+ pages? fits?/, "N pages fit");
}"""
# The parts of a page that can be linked to, but for the first.
ONE_PART = (
    "() => { for (const one of document.querySelectorAll('ew-share option:nth-child(n+2)')) one.remove(); }"
)


@dataclass(frozen=True)
class Story:
    """A page, what is done on it, and the part of it that is told."""

    path: str
    act: Callable[[Page], Iterator[str]]
    part: str = "main"
    options: dict[str, Any] = field(default_factory=dict)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def unfold(page: Page, words: str) -> None:
    page.locator("summary", has_text=words).first.click()


def learn(page: Page, done: dict[int, tuple[str, str]], ago: int = 0) -> None:
    page.evaluate(DONE, [done, TODAY - ago])


# ---- Lists


def a_run(page: Page) -> Iterator[str]:
    tick(page, 1)
    yield "the first step ticked"
    press(page, "Words and sources: Say when the session ends.")
    yield "its words unfolded"
    tick(page, 2)
    yield "all ticked"
    press(page, "Reset")
    yield "emptied"
    press(page, "Undo")
    yield "taken back"
    press(page, "Short list")
    yield "short"
    page.clock.fast_forward("31:00")
    expect(page.get_by_role("button", name="Bring it back")).to_be_visible()
    yield "half an hour later"


def runs(page: Page) -> Iterator[str]:
    tick(page, 1)
    yield "the first tick"
    press(page, "Start another run")
    yield "another run"
    page.get_by_label("Choose a run").select_option(index=0)
    yield "the first one chosen"
    press(page, "Finish this run")
    yield "finished"
    press(page, "Undo")
    yield "taken back"


def carried(page: Page) -> Iterator[str]:
    share(page, "Copy a link with these ticks")
    expect(page.get_by_role("status")).to_contain_text("Nothing is ticked yet")
    yield "a link without ticks"
    stub(page, "navigator.clipboard.writeText", "() => Promise.resolve()")
    press(page, "Copy as text")
    expect(page.get_by_role("status")).to_contain_text("Copied as text")
    yield "copied"
    stub(page, "navigator.clipboard.writeText", REFUSED)
    press(page, "Copy as text")
    expect(page.get_by_role("region", name="Text to copy by hand")).to_be_visible()
    yield "copying refused"


def unkept(page: Page) -> Iterator[str]:
    tick(page, 1)
    yield "the first step ticked"


def brought_by_a_link(page: Page) -> Iterator[str]:
    page.evaluate("location.hash = '#run=nope'")
    expect(page.get_by_role("status")).to_contain_text("does not hold ticks")
    yield "a link that holds none"


# ---- The course


def learnt(path: str) -> Callable[[Page], Iterator[str]]:
    def act(page: Page) -> Iterator[str]:
        told = states(page, path)
        next(told)
        yield from told

    return act


def unfolded(words: str) -> Callable[[Page], Iterator[str]]:
    def act(page: Page) -> Iterator[str]:
        unfold(page, words)
        yield "unfolded"

    return act


def through_a_module(page: Page) -> Iterator[str]:
    codes = page.locator("ew-rail li[data-tasks]").evaluate_all("all => all.map((one) => one.dataset.tasks)")
    tasks = [code.split(".") for code in " ".join(codes).split()]
    results = {"check": "right", "case": "good", "criterion": "met"}
    done = {int(number): (results.get(kind, "done"), version[:4]) for kind, number, version in tasks}
    learn(page, dict([*done.items()][:1]))
    yield "one thing done"
    learn(page, done)
    yield "all done"


def at_its_end(page: Page) -> Iterator[str]:
    codes = page.locator("ew-finish").get_attribute("data-tasks") or ""
    tasks = [code.split(".") for code in codes.split()]
    learn(page, {int(number): ("missed", version[:4]) for kind, number, version in tasks if kind == "check"})
    yield "a check missed"
    results = {"check": "right", "case": "good", "criterion": "met"}
    learn(page, {int(number): (results.get(kind, "done"), version[:4]) for kind, number, version in tasks})
    yield "all done"


def along_the_path(page: Page) -> Iterator[str]:
    codes = " ".join(
        page.locator("ew-path [data-tasks]").evaluate_all("all => all.map((one) => one.dataset.tasks)")
    )
    tasks = [code.split(".") for code in codes.split()]
    passed = {int(number): ("right", version[:4]) for kind, number, version in tasks if kind == "check"}
    learn(page, passed)
    yield "all checks passed today"
    learn(page, passed, ago=9)
    yield "nine days ago"


def coming_back(page: Page) -> Iterator[str]:
    learn(page, {3: ("missed", "abcd")}, ago=3)
    expect(page.get_by_role("button", name="Begin")).to_be_visible()
    yield "a check is due"


def here_before(page: Page) -> Iterator[str]:
    learn(page, {1: ("done", "abcd"), 3: ("right", "abcd")}, ago=3)
    page.reload()
    expect(page.locator("ew-resume li")).to_have_count(2)
    yield "two days after the checks of a module"


def carried_away(page: Page) -> Iterator[str]:
    press(page, "Save as a file")
    yield "nothing to save yet"
    learn(page, {3: ("right", "abcd"), 70: ("done", "ponm")})
    stub(page, "navigator.clipboard.writeText", REFUSED)
    press(page, "Copy as a link")
    expect(page.get_by_label("Link to copy by hand")).to_be_visible()
    yield "a link to copy by hand"
    link = page.get_by_label("Link to copy by hand").inner_text()
    press(page, "Show a code to scan")
    expect(page.locator("[data-part=code] path")).to_have_count(2)
    yield "a code to scan"
    field = page.get_by_label("Or a link, pasted")
    field.fill("x")
    press(page, "Look at what it holds")
    expect(page.get_by_role("status")).to_contain_text("does not hold progress")
    yield "what holds no progress"
    page.evaluate("localStorage.clear()")
    learn(page, {4: ("met", "abcd")})
    field.fill(link)
    press(page, "Look at what it holds")
    expect(page.locator("[data-part=incoming]")).to_be_focused()
    yield "what holds some"
    press(page, "Add it to what is here")
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    yield "added"
    press(page, "Undo")
    yield "taken back"


def signed_off(page: Page) -> Iterator[str]:
    page.get_by_label("Clinician", exact=True).fill("Ana")
    page.get_by_label("Observer, with role").fill("Lee, lead")
    with page.expect_download():
        press(page, "Save as CSV")
    expect(page.get_by_role("img", name="A code to scan")).to_be_visible()
    yield "named and saved"


def verified(page: Page) -> Iterator[str]:
    record = page.evaluate(RECORDS)
    text = page.get_by_label("Or its text, pasted")
    for words, said, state in (
        ("x", "This is no sign-off record", "no record"),
        (record, "Not altered", "not altered"),
        (record.replace("Ana", "Ann"), "Altered, or not whole", "altered"),
    ):
        text.fill(words)
        press(page, "Verify the text")
        expect(page.get_by_role("status")).to_contain_text(said)
        yield state


def gathered(page: Page) -> Iterator[str]:
    record = page.evaluate(RECORDS)
    file = {"name": "ana.json", "mimeType": "application/json", "buffer": record.encode()}
    none = file | {"name": "x.json", "buffer": b"x"}
    page.locator("#cohort-files").set_input_files([file, none])
    expect(page.get_by_role("status")).to_contain_text("1 record")
    yield "a record, and a file that is none"
    page.get_by_role("button", name="Tasks done").click()
    yield "sorted"


def planned(page: Page) -> Iterator[str]:
    page.get_by_label("First day of the course").fill("2026-12-23")
    yield "dated"
    page.locator("#week-of-first-day").fill("12")
    yield "a module after one that builds on it"
    page.get_by_role("spinbutton", name="Letters").fill("13")
    page.keyboard.press("Tab")
    yield "a week that is none"
    stub(page, "navigator.clipboard.write", REFUSED)
    stub(page, "navigator.clipboard.writeText", REFUSED)
    press(page, "Copy as Markdown")
    expect(page.get_by_role("status")).to_contain_text("refused")
    yield "copying refused"
    press(page, "Back to four weeks")
    yield "back"


# ---- Letters


def written(page: Page) -> Iterator[str]:
    test_letter.hold(page)
    yield "held back for its gaps"
    press(page, "Empty the form")
    expect(page.get_by_role("status")).to_contain_text("The form is back")
    yield "emptied"
    test_letter.fill_all(page)
    yield "filled"
    stub(page, "navigator.clipboard.writeText", "() => Promise.resolve()")
    press(page, "Copy as plain text")
    expect(page.get_by_role("status")).to_contain_text("Copied")
    yield "copied"


# ---- What stands on every page


def searched(page: Page) -> Iterator[str]:
    """One result stands for all, without its words, which are those of some page."""
    status = page.locator("ew-search [data-part=count]")
    held: list[Route] = []
    page.context.route("**/search.json", lambda route: held.append(route))
    page.get_by_role("button", name="Search").click()
    expect(status).to_have_text("Search is being made ready.")
    yield "opened"
    held_back(page, held).continue_()
    for words, said in (
        ("goodbye", r"\d+ pages? fits?"),
        ("suicidal", "Numbers to call first"),
        ("xylophone zebra", "Nothing in this guide fits"),
        ("sertraline dose", "leaves that to others"),
    ):
        page.get_by_role("searchbox").fill(words)
        expect(status).to_contain_text(re.compile(said))
        page.evaluate(ONE_RESULT)
        yield f"“{words}”"


def coloured(page: Page) -> Iterator[str]:
    for _ in range(3):
        page.locator("ew-theme button").click()
        yield "pressed"


def cleared(page: Page) -> Iterator[str]:
    unfold(page, "Clear what this site keeps")
    yield "asked whether to"
    press(page, "Clear it all now")
    yield "done"


def linked_to(page: Page) -> Iterator[str]:
    unfold(page, "Link to this page, or quote it")
    expect(page.locator("ew-share option:nth-child(2)")).to_be_attached()
    page.evaluate(ONE_PART)
    yield "unfolded"
    stub(page, "navigator.clipboard.writeText", REFUSED)
    stub(page, "navigator.clipboard.write", REFUSED)
    press(page, "Address")
    expect(page.get_by_role("region", name="Text to copy by hand")).to_be_visible()
    yield "copying refused"


def in_a_country(page: Page) -> Iterator[str]:
    page.get_by_label("Where is the client now?").select_option("Region Two")
    yield "a country chosen"
    unfold(page, "Region Two")
    yield "unfolded" if page.locator("details[open]:visible").count() else "folded"


def narrowed(page: Page) -> Iterator[str]:
    page.get_by_label("Phase", exact=True).select_option(index=1)
    yield "a phase chosen"
    page.get_by_label("Practice", exact=True).select_option(index=1)
    yield "a practice chosen"


def offered(page: Page) -> Iterator[str]:
    page.locator("[data-part=newer]").evaluate("(part) => { part.hidden = false; }")
    yield "a newer version is there"


def as_it_comes(page: Page) -> Iterator[str]:
    yield from ()


def copied(page: Page) -> Iterator[str]:
    stub(page, "navigator.clipboard.write", "() => Promise.resolve()")
    page.locator("#ask-safety .permalink").click()
    expect(page.locator("#said")).to_contain_text("Link copied")
    yield "a link to a step copied"


def followed(page: Page) -> Iterator[str]:
    for id_ in page.locator(".gone p").evaluate_all("all => all.map((one) => one.id)"):
        page.evaluate("(id) => { location.hash = id; }", id_)
        yield f"a link to {id_}"


STORIES = {
    "checklist/bare, a run": Story("checklist/bare.html", a_run),
    "checklist/bare, carried": Story("checklist/bare.html", carried),
    "checklist/bare, storage refused": Story("checklist/bare.html", unkept, options={"storage": False}),
    "checklist/bare, a link": Story("checklist/bare.html", brought_by_a_link),
    "checklist/relationship, runs": Story("checklist/relationship.html", runs),
    "knowledge-check/plain, answered": Story(CHECK, learnt(CHECK)),
    "scenario/two-decisions, walked": Story(CASE, learnt(CASE)),
    "recall/question, answered": Story(RECALL, learnt(RECALL)),
    "item/tick, marked": Story(TICK, learnt(TICK)),
    "item/criterion, marked": Story(CRITERION, learnt(CRITERION)),
    "item/visit, opened": Story(REVISIT, learnt(REVISIT)),
    "facilitator/folded, unfolded": Story("facilitator/folded.html", unfolded("For whoever runs")),
    "partner/two-voices, unfolded": Story("partner/two-voices.html", unfolded("A card")),
    "rail/module, done": Story("rail/module.html", through_a_module),
    "finish/middle, done": Story("finish/middle.html", at_its_end),
    "path/two-weeks, done": Story("path/two-weeks.html", along_the_path),
    "recall-queue/two-modules, due": Story("recall-queue/two-modules.html", coming_back),
    "resume/everything, here before": Story("resume/everything.html", here_before),
    "carry/panel, carried": Story("carry/panel.html", carried_away),
    "record/one-module, named": Story("record/one-module.html", signed_off),
    "verify/panel, verified": Story("verify/panel.html", verified),
    "cohort/one-module, gathered": Story("cohort/one-module.html", gathered),
    "plan/four, planned": Story("plan/four.html", planned),
    "letter/client, written": Story("letter/client.html", written),
    "frame, header": Story("", as_it_comes, ".site-header"),
    "frame, footer": Story("", as_it_comes, ".site-footer"),
    "copy, a link": Story("sessions/door-handle/", copied, "#said"),
    "search, open": Story("", searched, "ew-search"),
    "theme/button, pressed": Story("theme/button.html", coloured),
    "clear/clear, cleared": Story("clear/clear.html", cleared),
    "share, unfolded": Story("sessions/door-handle/", linked_to, "ew-share"),
    "contacts/two-regions, a country": Story("contacts/two-regions.html", in_a_country),
    "pairs/three-practices, narrowed": Story("pairs/three-practices.html", narrowed),
    "offline/quiet, an update": Story("offline/quiet.html", offered),
    "gone/moved-and-retired, followed": Story("gone/moved-and-retired.html", followed),
}


@pytest.fixture
def still(site, examples, standing, open_page):
    """`still(path, ...)` opens an example, or a page of the built site, where neither chance nor the day differ."""

    def open_(path: str, **options: Any) -> Page:
        folder = examples if path.endswith(".html") else site
        still = {"clock": NOW, "before": STILL, "reduced_motion": "reduce", "timezone_id": "UTC"}
        return open_page(f"{standing(folder).url}/{path}", **still, **options)

    return open_


@pytest.mark.trees
@pytest.mark.parametrize("name", NAMES)
def test_an_example_tells_what_it_is_and_two_checkers_find_nothing(
    still, axe_in_every_look, equal_access, name
):
    page = still(f"{name}.html")
    page.evaluate("navigator.storage?.persisted?.()")  # some ask this first, and say what they are told
    told = tree(page.locator("main"))
    assert told == reviewed(name, told), AGAIN
    assert ACCEPTS or equal_access(page) + axe_in_every_look(page) == []


@pytest.mark.trees
@pytest.mark.parametrize("name", STORIES)
def test_each_state_tells_what_has_changed_and_a_second_checker_finds_nothing(still, equal_access, name):
    story = STORIES[name]
    page = still(story.path, **story.options)
    telling = Telling(page, story.part)
    for state in story.act(page):
        telling.goes_on(state)
        assert ACCEPTS or equal_access(page) == [], state
    assert telling.text == reviewed(name, telling.text), AGAIN


def test_each_file_is_of_an_example_or_a_story_that_is_there():
    assert {file.relative_to(FOLDER).as_posix() for file in FOLDER.rglob("*.txt")} == {
        f"{name}.txt" for name in [*NAMES, *STORIES]
    }
