"""A copied list, as it arrives in other programs: pasted into six editors, which run here, and read from what these would save."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.conftest import ROOT
from tests.editors.page import EDITORS, HERE, write

PRACTICE = "sessions/door-handle/"
STEPS, TICKED = 8, {1, 2, 4}
WIKI, TASKS, MARKDOWN, TEXT = (
    "Copy for a wiki or document",
    "Copy as a task list",
    "Copy as Markdown",
    "Copy as text",
)

# Each step of a saved text, by the signs of all six: its own words and kind, and what stands below it.
READ = """(html) => {
  // Quill writes every blank as one that does not break.
  const root = new DOMParser().parseFromString(html.replaceAll("&nbsp;", " "), "text/html").body;
  const box = (step) => step.querySelector(":scope > input, :scope > label > input");
  const TASK = "[data-type=taskItem], [role=checkbox], [data-list=checked], [data-list=unchecked]";
  const DONE = "[data-checked=true], [aria-checked=true], [data-list=checked]";
  const own = (step) => {
    const copy = step.cloneNode(true);
    for (const list of copy.querySelectorAll("ul, ol")) list.remove();
    return copy.textContent;
  };
  return {
    text: root.textContent,
    headings: [...root.querySelectorAll("h2")].map(({ textContent }) => textContent),
    steps: [...root.querySelectorAll("li:not(li li)")].map((step) => ({
      text: own(step).replaceAll("\\n", ""),
      bold: step.querySelector("strong")?.textContent,
      list: step.parentNode.localName,
      isTask: step.matches(TASK) || box(step) !== null,
      isDone: step.matches(DONE) || (box(step)?.hasAttribute("checked") ?? false),
      lines: [...step.querySelectorAll("li")].map((line) => line.textContent),
      links: [...step.querySelectorAll("a")].map((link) => link.href),
    })),
  };
}"""

# What an editor saves, once the end of a copy is in it: TinyMCE takes what is pasted elsewhere first.
SAVED = """() => new Promise((done) => {
  const isThere = () => saved().replace(/&nbsp;|\\u00a0/g, " ").includes("CC BY 4.0");
  const look = () => (isThere() ? done(saved()) : setTimeout(look, 20));
  look();
})"""


@pytest.fixture
def copied(visit):
    """`copied(control, origin)` is the page of the guide on which the list was copied by that control."""

    def copy(control, origin=False):
        page = visit(PRACTICE, permissions=["clipboard-read", "clipboard-write"])
        page.bring_to_front()
        boxes = page.locator(".step input")
        for place in TICKED:
            boxes.nth(place - 1).check()
        page.locator("details.carry summary").click()
        page.get_by_label("Copy each step with its sources and its address").set_checked(origin)
        page.get_by_role("button", name=control).click()
        page.locator(".bar [role=status]").get_by_text("Copied").wait_for()
        return page

    return copy


@pytest.fixture
def pasted(once, copied, serve):
    """`pasted(control, origin)` is what each of the editors makes of the copied list, by the name of the editor."""

    def paste(control, origin=False):
        def make(folder):
            write(folder)
            page, address = copied(control, origin), serve(folder).url
            page.evaluate("document.activeElement.blur()")
            return {editor: into(page, f"{address}/?editor={editor}", editor) for editor in EDITORS}

        return once(f"pasted-{control}-{origin}".replace(" ", "-"), make)

    return paste


def into(page, address, editor):
    page.goto(address)
    expect(page.locator(f"[data-editor={editor}]")).to_be_attached()
    text = page.locator("[contenteditable=true]").first
    text.click()
    page.keyboard.press("Control+v")
    return page.evaluate(READ, page.evaluate(SAVED))


def test_the_page_for_wiki_editors_names_the_versions_that_run_here():
    said = (ROOT / "docs" / "reference" / "linking.md").read_text("utf-8")
    named = re.findall(r"\b(TipTap|CKEditor|TinyMCE|Lexical|Quill) ([\d.]+\d)", said)
    pinned = json.loads((HERE / "package.json").read_text("utf-8"))["devDependencies"]
    package = {"TipTap": "@tiptap/core", "CKEditor": "ckeditor5"}
    assert len(named) == 5
    for editor, version in named:
        assert pinned[package.get(editor, editor.lower())].startswith(f"{version}."), editor


def marked(steps):
    return {place for place, step in enumerate(steps, 1) if step["isDone"]}


@pytest.mark.parametrize("editor", EDITORS)
def test_a_copy_for_a_wiki_keeps_its_steps(pasted, editor):
    found = pasted(WIKI)[editor]
    steps = found["steps"]
    assert len(found["headings"]) == 1
    assert [step["list"] for step in steps] == ["ol"] * STEPS
    signs = ["☑" if place in TICKED else "☐" for place in range(1, STEPS + 1)]
    assert [step["text"].strip() for step in steps] == [
        f"{sign} {step['bold']}" for sign, step in zip(signs, steps, strict=True)
    ]
    assert sum(len(step["lines"]) for step in steps) > STEPS


@pytest.mark.parametrize("origin", [False, True])
@pytest.mark.parametrize("control", [WIKI, TASKS])
def test_every_editor_has_the_same_steps_in_the_same_order_with_the_same_lines(pasted, control, origin):
    found = pasted(control, origin)
    said = [
        [" ".join(part.split()) for step in found[editor]["steps"] for part in (step["bold"], *step["lines"])]
        for editor in EDITORS
    ]
    assert len(set(map(tuple, said))) == 1


@pytest.mark.parametrize("editor", ["quill", "tiptap", "lexical", "ckeditor", "tinymce"])
def test_a_task_list_is_one_where_the_editor_has_tasks_or_boxes(pasted, editor):
    steps = pasted(TASKS)[editor]["steps"]
    assert [step["isTask"] for step in steps] == [True] * STEPS
    assert marked(steps) == TICKED
    assert [step["text"] for step in steps] == [step["bold"] for step in steps]


def test_a_task_list_is_a_list_where_there_are_no_tasks(pasted):
    steps = pasted(TASKS)["prosemirror"]["steps"]
    assert [(step["isTask"], step["list"]) for step in steps] == [(False, "ul")] * STEPS


@pytest.mark.parametrize("editor", EDITORS)
@pytest.mark.parametrize("control", [WIKI, TASKS])
def test_each_step_carries_its_address_and_its_sources_if_wanted(pasted, site_url, control, editor):
    found = pasted(control, origin=True)[editor]
    links = [step["links"] for step in found["steps"]]
    assert len({step[-1] for step in links}) == STEPS
    assert [step[-1] for step in links if not step[-1].startswith(f"{site_url}{PRACTICE}#")] == []
    assert f"{site_url}{PRACTICE}#source-supanote-doorknob" in links[1]
    assert found["text"].count("Rests on:") == STEPS
    assert "Supanote (2025) Doorknob confessions in therapy." in found["text"]
    without = pasted(control)[editor]
    assert not any("#source-" in link for step in without["steps"] for link in step["links"])


@pytest.mark.parametrize("editor", EDITORS)
def test_markdown_arrives_as_its_signs(pasted, editor):
    """None of the six makes tasks of it: that is for wikis that take Markdown."""
    assert pasted(MARKDOWN)[editor]["text"].count("- [x]") == len(TICKED)


def test_a_task_list_in_markdown_is_one(copied):
    text = copied(MARKDOWN).evaluate("navigator.clipboard.readText()")
    steps = [line for line in text.splitlines() if line.startswith("- [")]
    assert len(steps) == STEPS
    assert {place for place, step in enumerate(steps, 1) if step.startswith("- [x] **")} == TICKED


def test_a_step_in_plain_text_carries_its_address_and_its_sources_too(copied, site_url):
    text = copied(TEXT, origin=True).evaluate("navigator.clipboard.readText()")
    assert text.count(f"       {site_url}{PRACTICE}#") == STEPS
    assert "       Rests on: " in text
