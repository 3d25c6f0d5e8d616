"""One stylesheet: what the pages need of the theme's, in a layer that every rule of the guide's own components overrules."""

import re
from collections.abc import Container, Iterable
from itertools import accumulate
from pathlib import Path

from ..design import OWN_CHROMA

_NOT_IN_A_LAYER = re.compile(r'@charset "[^"]*";|/\*# sourceMappingURL=.*?\*/')
_FOR_WRITERS = re.compile(r"/\*.*?\*/\n?|^ +", re.DOTALL | re.MULTILINE)  # comments and indents
_RULE = re.compile(r"([^{};]+)\{([^{}]*)\}")
_EMPTY = re.compile(r"@(?:media|supports)[^{};]*\{\}")
_GROUP = re.compile(r"\([^()]*\)")
_PROPERTY = re.compile(r'(--[\w-]+):(?:[^;{}"]|"[^"]*")*;?')
_READ = re.compile(r"var\((--[\w-]+)")
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_CLASSES = re.compile(r'class="(?<=\sclass=")([^"]*)"')  # the blank before it last: so it is found sooner


def stylesheet(
    theme: Iterable[str],
    components: Path,
    classes: set[str],
    hue: int | None = None,
    only: Container[str] | None = None,
) -> str:
    """Return the styles of the `theme` for `classes`, the only ones in use, and then of all `components`, `base` first.

    `hue` is a service's own, in degrees; how light and how strong it is stands in `base`. Where `only` some components are
    named, none of the others is there.
    """
    files = sorted(
        (file for file in components.glob("*/*.css") if only is None or file.parent.name in only),
        key=lambda file: (file.parent.name != "base", file),
    )
    layer = needed("".join(_NOT_IN_A_LAYER.sub("", styles) for styles in theme), classes)
    own = [_FOR_WRITERS.sub("", file.read_text(encoding="utf-8")) for file in files]
    if hue is not None:
        own.append(f":root {{ --own-hue: {hue}deg; --own-chroma: {OWN_CHROMA}; }}")
    return "\n".join([f"@layer theme {{{without_idle(layer, ''.join(own))}}}", *own])


def classes_in(html: str) -> set[str]:
    """Return the classes that a page uses."""
    return {name for names in _CLASSES.findall(html) for name in names.split()}


def needed(styles: str, classes: set[str]) -> str:
    """Return minified `styles` without the rules that ask for a class that is not among `classes`: four fifths of them."""
    return _EMPTY.sub("", _RULE.sub(lambda rule: _needed(rule, classes), styles))


def without_idle(styles: str, others: str = "") -> str:
    """Return minified `styles` without the custom properties that neither they nor `others` read: icons above all."""
    read = set(_READ.findall(styles + others))
    kept = _PROPERTY.sub(lambda found: found[0] if found[1] in read else "", styles)
    if kept != styles:
        return without_idle(kept, others)
    return _EMPTY.sub("", _RULE.sub(lambda rule: rule[0] if rule[2] else "", kept))


def _needed(rule: re.Match[str], classes: set[str]) -> str:
    kept = [selector for selector in _selectors(rule[1]) if classes.issuperset(_asked_for(selector))]
    return f"{','.join(kept)}{{{rule[2]}}}" if kept else ""


def _selectors(listed: str) -> list[str]:
    depths = accumulate((sign == "(") - (sign == ")") for sign in listed)
    marked = ("\0" if sign == "," and not depth else sign for sign, depth in zip(listed, depths, strict=True))
    return "".join(marked).split("\0")


def _asked_for(selector: str) -> list[str]:
    """Return the classes without which `selector` matches nothing; `:not(.a)` and `:is(.a, .b)` ask for none."""
    while (plain := _GROUP.sub("", selector)) != selector:
        selector = plain
    return _CLASS.findall(selector)
