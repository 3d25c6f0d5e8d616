"""A copied list, as it arrives in other programs: by the paste event of a real editable page, and by the rules of six editors.

The editors themselves do not run here: CKEditor alone is more than 100 MB unpacked. They were pasted into by hand, of
the versions that `docs/reference/linking.md` names, and did as written. What each of them makes of a pasted list is written down below as its own source
has it (Quill: `modules/clipboard.ts`, TipTap: `task-item.ts`, Lexical: `LexicalListItemNode.ts` and `LexicalListNode.ts`,
CKEditor: `todolistediting.ts`); ProseMirror and TinyMCE keep lists and know no tasks.
"""

import pytest

PRACTICE = "sessions/door-handle/"
STEPS, TICKED = 8, {1, 2, 4}

RULES = """
const LINES = "address, article, blockquote, div, h1, h2, h3, li, ol, p, pre, section, table, ul";
const isBox = (node) => node?.matches?.("input[type=checkbox]") ?? false;
const firstOf = (item) => [...item.childNodes].find((node) => node.nodeType === 1 || node.data?.trim());
const tasks = (items, isDone) => items.map((item) => [isDone(item) ? "x" : "-", item.querySelector("strong").textContent.trim()]);

const quill = (root) => {
  const lines = [];
  let text = "";
  const end = (node) => {
    const list = node.closest("ul, ol");
    const checked = list?.getAttribute("data-checked");
    const kind = checked ? (checked === "true" ? "x" : "-") : list && (list.localName === "ol" ? "ordered" : "bullet");
    if (text.trim()) lines.push([kind, text.trim()]);
    text = "";
  };
  const walk = (node) => {
    for (const child of node.childNodes) {
      const isLine = child.matches?.(LINES);
      if (child.nodeType === 3) text += child.data;
      if (isLine || child.localName === "br") end(node);
      if (child.nodeType === 1) walk(child);
      if (isLine) end(child);
    }
  };
  walk(root);
  return lines;
};
const EDITORS = {
  quill: (root) => quill(root).filter(([kind]) => kind === "x" || kind === "-"),
  tiptap: (root) => tasks([...root.querySelectorAll("ul[data-type=taskList] > li[data-type=taskItem]")],
    (item) => item.dataset.checked === "true"),
  lexical: (root) => tasks([...root.querySelectorAll("ul.contains-task-list > li.task-list-item")]
    .filter((item) => [...item.children].some(isBox)), (item) => item.querySelector(":scope > input").hasAttribute("checked")),
  ckeditor: (root) => tasks([...root.querySelectorAll("li")].filter((item) => isBox(firstOf(item))),
    (item) => firstOf(item).hasAttribute("checked")),
};
"""
PAGE = "<!doctype html><title>Editor</title><link rel=icon href='data:,'><div contenteditable aria-label=Text role=textbox></div>"
LISTEN = """() => addEventListener("paste", (event) => {
  event.preventDefault();
  window.html = event.clipboardData.getData("text/html");
  window.text = event.clipboardData.getData("text/plain");
})"""


@pytest.fixture
def pasted(visit, serve, tmp_path):
    """`pasted(control, origin)` copies the list by that control, and returns an editable page into which it was pasted."""
    (tmp_path / "index.html").write_text(PAGE)

    def paste(control, origin=False):
        page = visit(PRACTICE, permissions=["clipboard-read", "clipboard-write"])
        page.bring_to_front()
        boxes = page.locator(".step input")
        for place in TICKED:
            boxes.nth(place - 1).check()
        page.locator("details.carry summary").click()
        page.get_by_label("Copy each step with its sources and its address").set_checked(origin)
        page.get_by_role("button", name=control).click()
        page.locator(".bar [role=status]").get_by_text("Copied").wait_for()
        page.goto(serve(tmp_path).url)
        page.evaluate(LISTEN)
        page.get_by_role("textbox").click()
        page.keyboard.press("Control+v")
        page.wait_for_function("window.text")
        return page

    return paste


def by(page, expression):
    return page.evaluate(
        f"""() => {{ {RULES}
          const root = new DOMParser().parseFromString(window.html, "text/html").body;
          return ({expression}); }}"""
    )


def test_a_copy_for_a_wiki_keeps_its_steps_in_every_editor(pasted):
    page = pasted("Copy for a wiki or document")
    steps = by(
        page,
        "[...root.querySelectorAll('ol > li')].map((step) => step.firstChild.data.trim() + step.querySelector('strong').textContent)",
    )
    assert len(steps) == STEPS
    assert {place for place, step in enumerate(steps, 1) if step.startswith("☑")} == TICKED
    assert by(page, "root.querySelectorAll('ol').length") == 1
    assert by(page, "root.querySelectorAll('h2').length") == 1
    lines = by(page, "quill(root)")
    assert [text for kind, text in lines if kind == "ordered"] == [f"{step[0]} {step[1:]}" for step in steps]
    assert len([kind for kind, _ in lines if kind == "bullet"]) > STEPS


def test_the_rule_of_quill_sees_the_lines_that_once_became_steps(pasted):
    page = pasted("Copy for a wiki or document")
    assert by(
        page, "quill(new DOMParser().parseFromString('<ol><li>A<br>B</li><li>C</li></ol>', 'text/html').body)"
    ) == [
        ["ordered", "A"],
        ["ordered", "B"],
        ["ordered", "C"],
    ]


@pytest.mark.parametrize("editor", ["quill", "tiptap", "lexical", "ckeditor"])
def test_a_task_list_is_one_where_the_editor_has_tasks(pasted, editor):
    page = pasted("Copy as a task list")
    found = by(page, f"EDITORS.{editor}(root)")
    assert len(found) == STEPS
    assert {place for place, (done, _) in enumerate(found, 1) if done == "x"} == TICKED
    assert len({text for _, text in found}) == STEPS


def test_a_task_list_in_markdown_is_one(pasted):
    page = pasted("Copy as Markdown")
    steps = [line for line in page.evaluate("window.text").splitlines() if line.startswith("- [")]
    assert len(steps) == STEPS
    assert {place for place, step in enumerate(steps, 1) if step.startswith("- [x] **")} == TICKED


@pytest.mark.parametrize("control", ["Copy for a wiki or document", "Copy as a task list"])
def test_each_step_carries_its_address_and_its_sources_if_wanted(pasted, site_url, control):
    page = pasted(control, origin=True)
    steps = by(
        page,
        "[...root.querySelectorAll('li:not(li li)')].map((step) => [...step.querySelectorAll('a')].map((link) => link.href))",
    )
    assert len(steps) == STEPS
    for links in steps:
        assert links[-1].startswith(f"{site_url}{PRACTICE}#")
    assert len({links[-1] for links in steps}) == STEPS
    assert by(page, "root.textContent").count("Rests on: ") == STEPS
    assert f"{site_url}{PRACTICE}#source-supanote-doorknob" in steps[1]
    assert "Supanote (2025) Doorknob confessions in therapy." in by(page, "root.textContent")
    without = pasted(control)
    assert "#source-" not in without.evaluate("window.html")


def test_a_step_in_plain_text_carries_them_too(pasted, site_url):
    text = pasted("Copy as text", origin=True).evaluate("window.text")
    assert text.count(f"       {site_url}{PRACTICE}#") == STEPS
    assert "       Rests on: " in text
