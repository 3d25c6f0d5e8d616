"""`python -m macros.schemas`: writes the JSON Schemas by which an editor completes and checks what an author writes, and snippets.

They are made from the models that read it, so that an editor and a build say the same. `.vscode/settings.json` says which file keeps
to which; front matter keeps to `practice`, `letter`, `module` or `page`. VS Code reads no YAML in Markdown: there the snippets complete it.
"""

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from .command import run
from .course import ModuleFacts
from .models import (
    PHASES,
    Definition,
    FrontMatter,
    Hidden,
    Language,
    LetterFacts,
    LocalStep,
    Navigation,
    PageFacts,
    Redirect,
    Region,
    Rule,
    Source,
    SourceText,
)
from .new import TEMPLATES
from .settings import TOP, Settings, every_setting
from .snippets import snippets

FOLDER = Path(__file__).with_name("schemas")
# Each schema, what is read by it, and the files that keep to it; front matter stands in no file of its own.
OF: dict[str, tuple[Any, tuple[str, ...]]] = {
    "practice": (FrontMatter, ()),
    "letter": (LetterFacts, ()),
    "module": (ModuleFacts, ()),
    "page": (PageFacts, ()),
    "service": (Settings, ("service.yml", "tests/services/*/service.yml")),
    "asks": (dict[str, tuple[str, ...] | None], ("**/data/asks/*.yml",)),
    "contacts": (tuple[Region, ...], ("docs/data/contacts.yml",)),
    "glossary": (tuple[Definition, ...], ("docs/data/glossary.yml",)),
    "hidden": (tuple[Hidden, ...], ("**/data/hidden.yml",)),
    "navigation": (Navigation, ("docs/data/navigation.yml",)),
    "redirects": (tuple[Redirect, ...], ("**/data/redirects.yml",)),
    "rules": (tuple[Rule, ...], ("docs/data/rules.yml",)),
    "search": (Language, ("docs/data/search.yml",)),
    "source-text": (SourceText, ("docs/data/source-text.yml",)),
    "sources": (tuple[Source, ...], ("**/data/sources.yml",)),
    "steps": (tuple[LocalStep, ...], ("**/data/steps.yml",)),
}
_FRONT = tuple(name for name, (_, files) in OF.items() if not files)
_PHASES = sorted({phase for side in PHASES.values() for phase in side})


def schemas() -> dict[str, str]:
    """Return each schema by the name of its file."""
    return {
        f"{name}.json": _written(_service() if name == "service" else _of(kind))
        for name, (kind, _) in OF.items()
    }


def editor() -> str:
    """Return the settings of VS Code by which its YAML extension finds them."""
    return _written(
        {
            "yaml.schemas": {
                f"macros/schemas/{name}.json": [*files] for name, (_, files) in OF.items() if files
            }
        }
    )


def completion() -> str:
    """Return the snippets by which VS Code completes front matter, without an extension."""
    texts = {name: (TEMPLATES / f"{name}.md").read_text("utf-8") for name in _FRONT}
    texts = {name: text.replace("{phases}", ", ".join(_PHASES)) for name, text in texts.items()}
    return _written(snippets(texts, {name: _of(OF[name][0]) for name in _FRONT}))


def _of(kind: Any) -> dict[str, Any]:
    made: dict[str, Any] = _draft_7(TypeAdapter(kind).json_schema(by_alias=True))
    if kind is FrontMatter:
        made["properties"]["phase"]["enum"] = _PHASES
    return {"$schema": "http://json-schema.org/draft-07/schema#"} | made


def _draft_7(schema: Any) -> Any:
    """Return `schema` in the words of draft 7, which every editor knows, without titles that only say a key again."""
    if isinstance(schema, list):
        return [_draft_7(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    named = {"$defs": "definitions"}
    return {
        named.get(key, key): value.replace("#/$defs/", "#/definitions/") if key == "$ref" else _draft_7(value)
        for key, value in schema.items()
        if not (key == "title" and isinstance(value, str)) and not (key == "default" and value is None)
    }


def _service() -> dict[str, Any]:
    """Return the schema of the file of a service: what MkDocs reads of it is not ours to forbid."""
    own = _of(Settings)
    for key, setting in every_setting():
        own["properties"][key]["description"] = f"{setting.title}. {setting.about}"
    top = {
        key: {"type": "string", "description": f"{setting.title}. {setting.about}"}
        for key, setting in TOP.items()
    }
    service = {key: own.pop(key) for key in ("type", "properties", "additionalProperties", "description")}
    service["required"] = [key for key, setting in every_setting() if setting.required]
    extra = {"type": "object", "properties": {"service": service}, "required": ["service"]}
    return own | {
        "type": "object",
        "properties": {"INHERIT": {"type": "string"}} | top | {"extra": extra},
        "required": ["INHERIT", "site_url", "extra"],
    }


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def main(root: Path = FOLDER.parents[1]) -> int:
    """Write the schemas, and the settings and snippets of the editor, in the folder `root`; return the exit code."""
    made = {f"macros/schemas/{name}": text for name, text in schemas().items()}
    files = made | {".vscode/settings.json": editor(), ".vscode/ending-well.code-snippets": completion()}
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    print(
        f"{len(made)} schemas are written in macros/schemas; where each holds, and snippets for front matter, in .vscode."
    )
    return 0


if __name__ == "__main__":
    run(main)
