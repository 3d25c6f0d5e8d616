"""`objects.inv`: every permanent address by its name, so that a project of Sphinx or mkdocstrings can refer to it.

:doc:`guide:sessions/door-handle`   :ref:`guide:sessions/door-handle#ask-safety`   :term:`guide:alliance`
"""

import zlib
from collections.abc import Iterator

from ..glossary import GLOSSARY
from ..guide import RULES, Guide
from ..headings import headings
from ..render.html import url

_HEAD = """\
# Sphinx inventory version 2
# Project: {name}
# Version: {version}
# The remainder of this file is compressed using zlib.
"""


def inventory(guide: Guide, name: str) -> bytes:
    """Return the pages as `std:doc`, all places on them as `std:label`, and the terms of the glossary as `std:term`."""
    version = max(change.changed for change in guide.changes)
    return _HEAD.format(name=name, version=version).encode() + zlib.compress(
        "".join(f"{line}\n" for line in _lines(guide)).encode(), 9
    )


def _lines(guide: Guide) -> Iterator[str]:
    localize, titles = guide.settings.wording.localize, dict(_titles(guide))

    def line(name: str, kind: str, place: str, title: str) -> str:
        path, hash_, fragment = place.partition("#")
        return f"{name} std:{kind} -1 {url(path) or './'}{hash_}{fragment} {localize(title)}"

    for path in sorted((*guide.reviewed, *guide.pages)):
        yield line(path, "doc", path, guide.page(path).title)
    for path, letter in sorted(guide.letters.items()):
        yield line(path, "label", path, letter.title)
    for place in sorted({*titles, *(row for row in guide.identities if "#" in row)}):
        yield line(place, "label", place, titles.get(place) or guide.page(place.partition("#")[0]).title)
    for term in guide.glossary:
        for form in term.forms:
            yield line(form, "term", f"{GLOSSARY}#{term.id}", form)


def _titles(guide: Guide) -> Iterator[tuple[str, str]]:
    """Return what stands at each place that has words of its own."""
    for path in (*guide.reviewed, *guide.pages):
        yield from ((f"{path}#{id_}", title) for id_, title in headings(guide.page(path).body).items())
    for path, practice in guide.practices.items():
        yield from ((f"{path}#{step.id}", step.do) for step in practice.checklist.steps)
        yield from ((f"{path}#{phrase.id}", phrase.when) for phrase in practice.words)
    for path, items in guide.items.items():
        for id_, item in items.items():
            read = item.task.practice and guide.practices[guide.shown(item.task.practice)].title
            yield f"{path}#{id_}", read or item.task.label
    yield from ((f"{GLOSSARY}#{term.id}", term.term) for term in guide.glossary)
    yield from ((f"{RULES}#{rule.id}", rule.rule) for rule in guide.rules)
