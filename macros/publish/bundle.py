"""Modules as one script.

A frame that has no origin of its own, as many wikis make them, is given no modules; and what a worker imports comes one after
the other, since no page can ask for it beforehand.
"""

import json
import re
from collections.abc import Iterable, Mapping

from .assets import Scripts, from_

_IMPORT = re.compile(r'^import (?:\{([^}]*)\}|\* as (\w+)) from "(\.[^"]+)";\n', re.MULTILINE)
_LATER = re.compile(r'\bimport\("(\.[^"]+)"\)')
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const) (\w+))", re.MULTILINE)


def bundle(texts: Mapping[str, str], elements: Iterable[str], top: str) -> str:
    """Return the scripts that define the `elements`, and all that these import at once, as one that runs on its own.

    `texts` are all scripts by their paths in the release, and `top` is the way there from the folder of the new one: what
    is imported only when it is wanted is found from there.
    """
    scripts = Scripts.of(dict(texts))
    names = _in_order(scripts, [scripts.elements[element] for element in sorted(elements)])
    return f'(() => {{\n"use strict";\n{_as_functions(texts, names, top)}}})();\n'


def joined(texts: Mapping[str, str], whole: str) -> dict[str, str]:
    """Return all scripts, by their paths, as `texts` are, but the one at `whole` together with all that it imports at once.

    What nothing else imports is no longer there by itself.
    """
    scripts = Scripts.of(dict(texts))
    names = _in_order(scripts, [whole])
    others = _in_order(scripts, [path for path in texts if path not in names])
    exported = ", ".join(_EXPORT.findall(texts[whole]))
    made = f"{_as_functions(texts, names, '../' * whole.count('/'))}export const {{ {exported} }} = {names[whole]};\n"
    return {path: texts[path] for path in others} | {whole: made}


def _in_order(scripts: Scripts, paths: Iterable[str]) -> dict[str, str]:
    """Return the scripts at `paths` and all that they import at once, each after what it imports, with a name for each."""
    found: dict[str, None] = {}

    def take(path: str) -> None:
        for other in scripts.imports[path]:
            take(other)
        found.setdefault(path)

    for path in paths:
        take(path)
    return {path: f"m{place}" for place, path in enumerate(found)}


def _as_functions(texts: Mapping[str, str], names: Mapping[str, str], top: str) -> str:
    return "".join(_as_function(texts[path], path, names, top) for path in names)


def _as_function(text: str, path: str, names: Mapping[str, str], top: str) -> str:
    def imported(found: re.Match[str]) -> str:
        module = names[from_(path, found[3])]
        return f"const {found[2] or '{' + found[1].replace(' as ', ': ') + '}'} = {module};\n"

    def later(found: re.Match[str]) -> str:
        return f"import({json.dumps(top + from_(path, found[1]))})"

    exported = ", ".join(_EXPORT.findall(text))
    body = _EXPORT.sub("", _LATER.sub(later, _IMPORT.sub(imported, text)))
    return f"const {names[path]} = (() => {{\n{body}return {{ {exported} }};\n}})();\n"
