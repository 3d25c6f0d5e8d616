"""What a screen reader is told of a part of a page, as text that people review: the files in `tests/browser/trees/`.

A file is a tree of accessibility: what each thing is, its name, its state, one a line and in the order in which they are read.
`Beside:` lists what the tree has no place for, such as a description. Below `==`, a state follows: what has the focus then, and
the lines that went (-) and came (+). A change that comes with no message, no focus and no state of the control is silent.
"""

import difflib
import os
import re
from pathlib import Path

from playwright.sync_api import Locator, Page

from tests.browser.conftest import settle

FOLDER = Path(__file__).parent / "trees"
ACCEPTS = os.environ.get("TREES") == "accept"
AGAIN = "What a screen reader is told has changed. Read it, and where it is right: make trees ACCEPT=1"

# What the tree of Playwright leaves out, of what is in it: `button "Search": haspopup dialog`.
BESIDE = """(root) => {
    const words = (text) => text.replace(/\\s+/g, " ").trim();
    const referred = (ids) => ids.split(/\\s+/).map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
    const name = (one) => words(one.ariaLabel ?? one.labels?.[0]?.textContent ?? one.innerText ?? one.textContent).slice(0, 60);
    const told = (one) => [
        ...["current", "haspopup", "keyshortcuts", "sort"]
            .filter((state) => ![null, "false"].includes(one.getAttribute(`aria-${state}`)))
            .map((state) => `${state} ${one.getAttribute(`aria-${state}`)}`),
        ...(one.required ? ["required true"] : []),
        ...(one.hasAttribute("aria-live") ? [`live ${one.ariaLive}`] : []),
        ...[words(referred(one.getAttribute("aria-describedby") ?? ""))].filter(Boolean).map((text) => `described by “${text}”`),
        ...(one.title ? [`title “${one.title}”`] : []),
    ];
    return [...root.querySelectorAll("*")]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest("[aria-hidden=true]"))
        .flatMap((one) => told(one).length ? [`- ${one.role ?? one.localName} "${name(one)}": ${told(one).join("; ")}`] : []);
}"""
FOCUSED = """() => {
    const one = document.activeElement;
    if (!one || one === document.body) return "nothing";
    const name = (one.ariaLabel ?? one.labels?.[0]?.textContent ?? one.textContent).replace(/\\s+/g, " ").trim();
    return `${one.role ?? one.localName} "${name.length > 60 ? `${name.slice(0, 60)}…` : name}"`;
}"""
# The frame of an example's page, and addresses: neither is of the part.
APART = re.compile(r"""^\s*- (/url:|'?heading "Example: |paragraph: "?Below: the rest).*\n""", re.MULTILINE)
# What had nothing below it but an address.
CHILDLESS = re.compile(r"^(\s*)(- .*):\n(?!\1 )", re.MULTILINE)


def tree(part: Locator) -> str:
    """Return what a screen reader is told of this part of a page."""
    lines = CHILDLESS.sub(r"\1\2\n", APART.sub("", part.aria_snapshot() + "\n"))
    beside = part.evaluate(BESIDE)
    return lines + "".join(f"{line}\n" for line in (["Beside:", *beside] if beside else []))


def change(before: str, after: str) -> str:
    """Return the lines that went and came, each run of them below the line that stands before it."""
    diff = difflib.unified_diff(before.splitlines(), after.splitlines(), n=1, lineterm="")
    return "".join(f"{line}\n" for line in [*diff][2:] if not line.startswith("@@"))


class Telling:
    """A part of a page as a screen reader is told of it, from state to state."""

    def __init__(self, page: Page, part: str) -> None:
        self._page, self._part = page, page.locator(part)
        self._last = self.text = tree(self._part)

    def goes_on(self, state: str) -> None:
        """Note what has changed since this was last asked."""
        settle(self._page)
        now = tree(self._part)
        changed = change(self._last, now) or " nothing has changed\n"
        self.text += f"== {state} (focus: {self._page.evaluate(FOCUSED)})\n{changed}"
        self._last = now


def reviewed(name: str, text: str) -> str:
    """Return what the file of this name says; where they are written anew, that is `text` from now on."""
    file = FOLDER / f"{name}.txt"
    if ACCEPTS:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return file.read_text("utf-8") if file.exists() else ""
