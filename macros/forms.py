"""Forms of Markdown as the guide shows them: without a script, on paper, and for whoever listens."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE


class Forms(Extension):
    """Tabs that fold, tasks that nobody ticks, text that is struck out, and notes: what the extensions made of each is made the guide's own."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's own
        """Come after all that makes elements, and before what was escaped is put back. A list of another kind is another list."""
        for name, tag in (("ulist", "ul"), ("olist", "ol")):
            md.parser.blockprocessors[name].SIBLING_TAGS = [tag]  # type: ignore[attr-defined]  # of these two
        md.treeprocessors.register(_Forms(md), "forms", 3)


class _Forms(Treeprocessor):
    def run(self, root: Element) -> None:
        notes = _numbered(root)
        for element in [*root.iter()]:
            match element.tag, element.get("class", ""):
                case "div", "tabbed-set":
                    _fold(element)
                case "ul" | "ol", "task-list":
                    del element.attrib["class"]
                case "li", "task-list-item":
                    self._name(element)
                case "del", _:
                    _say(element, "(struck out: ")
                    SubElement(element, "span", {"class": "said-only"}).text = ")"
                case "div", "footnote":
                    _lead_back(element, notes)

    def _name(self, task: Element) -> None:
        """Say in words whether `task` is done, in place of a box that would wait to be ticked."""
        text = task if (task.text or "").strip() else task[0]
        box = HTML_PLACEHOLDER_RE.match(text.text or "")
        assert box is not None, "the extension put a box there"
        is_done = "checked" in str(self.md.htmlStash.rawHtmlBlocks[int(box[1])])
        text.text = (text.text or "")[box.end() :]
        task.attrib = {"data-task": "done" if is_done else "open"}
        _say(text, "Done: " if is_done else "To do: ")


def _numbered(root: Element) -> dict[str, int]:
    """Number the calls of notes as they are read, of which the extension makes no promise, and return the number of each note."""
    notes: dict[str, int] = {}
    for call in (sup for sup in root.iter("sup") if sup.get("id", "").startswith("fnref")):
        name = call.attrib["id"].partition(":")[2]
        call.attrib = {} if name in notes else {"id": f"fnref:{name}"}
        number = notes.setdefault(name, len(notes) + 1)
        call[0].text, call[0].attrib = str(number), {"href": f"#fn:{name}", "aria-label": f"Note {number}"}
    return notes


def _lead_back(section: Element, notes: Mapping[str, int]) -> None:
    """Make of the notes a part of the page, in the order of their numbers, each with one way back to where it is first called."""
    section.tag, section.attrib = "section", {"class": "notes", "aria-label": "Notes"}
    section.remove(section[0])  # the line above them
    names = {note.attrib["id"].partition(":")[2]: note for note in section[0]}
    by_number = {notes[name]: note for name, note in names.items() if name in notes}
    section[0][:] = [by_number[number] for number in sorted(by_number)]
    for number, note in by_number.items():
        first, *others = note[-1].findall("a[@class='footnote-backref']")
        for other in others:
            note[-1].remove(other)
        name = note.attrib["id"].partition(":")[2]
        first.text = "Back"
        first.attrib = {
            "class": "back",
            "href": f"#fnref:{name}",
            "aria-label": f"Back to where note {number} is called",
        }


def _say(element: Element, words: str) -> None:
    """Put `words` that are heard and not seen before the text of `element`."""
    said = Element("span", {"class": "said-only"})
    said.text, said.tail, element.text = words, element.text, ""
    element.insert(0, said)


def _fold(tabs: Element) -> None:
    """Make of each of `tabs`, which are a box to choose by, its label and its text, one that folds: the others close as it opens."""
    name = f"tabs-{tabs.attrib['data-tabs'].partition(':')[0]}"
    tabs.attrib = {"class": "tabs"}
    parts = [*tabs]
    for choice, label, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        is_open = {"open": "open"} if "checked" in choice.attrib else {}
        label.tag, label.attrib = "summary", {}
        text.tag, text.attrib = "details", {"name": name, **is_open}
        text.insert(0, label)
        for part in (choice, label):
            tabs.remove(part)
