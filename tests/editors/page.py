"""The page on which an editor runs: what it imports is found by a map, so that nothing has to be bundled."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
EDITORS = ("prosemirror", "tiptap", "ckeditor", "tinymce", "lexical", "quill")

_PACKAGES = HERE / "node_modules"
_CONDITIONS = ("browser", "import", "production", "module", "default")
_WHOLE = {"ckeditor5": "ckeditor5/dist/browser/ckeditor5.js"}  # one file, made by its makers from hundreds
_PAGE = """<!doctype html>
<title>Editor</title>
<link rel="icon" href="data:,">
<script type="importmap">%s</script>
<script src="node_modules/tinymce/tinymce.min.js"></script>
<script src="node_modules/quill/dist/quill.js"></script>
<div id="editor"></div>
<script type="module" src="editors.js"></script>
"""


def write(folder: Path) -> None:
    """Make `folder` a site of one page: `?editor=quill` mounts that editor, and says so by `data-editor` of the page."""
    for name in ("editors.js", "node_modules"):
        (folder / name).symlink_to(HERE / name)
    places = dict(_entries()) | _WHOLE
    imports = {name: f"./node_modules/{place}" for name, place in places.items()}
    (folder / "index.html").write_text(_PAGE % json.dumps({"imports": imports}), encoding="utf-8")


def _entries() -> Iterator[tuple[str, str]]:
    """Yield the names by which modules are imported, each with its file, as the packages tell them."""
    for file in sorted([*_PACKAGES.glob("*/package.json"), *_PACKAGES.glob("@*/*/package.json")]):
        told = json.loads(file.read_text("utf-8"))
        package = file.parent.relative_to(_PACKAGES).as_posix()
        exports = told.get("exports") or told.get("module") or told.get("main")
        parts = exports if isinstance(exports, dict) and next(iter(exports))[0] == "." else {".": exports}
        for part, target in parts.items():
            if entry := _entry(target):
                yield f"{package}{part[1:]}", f"{package}/{entry.removeprefix('./')}"


def _entry(target: Any) -> str | None:
    """Return the file that a browser takes, of those that a package has for one name."""
    while isinstance(target, dict):
        target = next((target[name] for name in _CONDITIONS if name in target), None)
    return target
