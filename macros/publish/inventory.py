"""`objects.inv`: every permanent address by its name, so that a project of Sphinx or mkdocstrings can refer to it.

:doc:`guide:sessions/door-handle`   :ref:`guide:sessions/door-handle#ask-safety`   :term:`guide:alliance`
"""

import zlib
from collections.abc import Iterator

from ..glossary import GLOSSARY
from ..guide import Guide
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
    localize = guide.settings.wording.localize

    def line(name: str, kind: str, place: str, title: str) -> str:
        path, hash_, fragment = place.partition("#")
        return f"{name} std:{kind} -1 {url(path) or './'}{hash_}{fragment} {localize(title)}"

    for path in sorted((*guide.reviewed, *guide.pages)):
        yield line(path, "doc", path, guide.page(path).title)
    for path, letter in sorted(guide.letters.items()):
        yield line(path, "label", path, letter.title)
    for place in (row for row in guide.identities if "#" in row):
        yield line(
            place, "label", place, guide.titles.get(place) or guide.page(place.partition("#")[0]).title
        )
    for term in guide.glossary:
        for form in term.forms:
            yield line(form, "term", f"{GLOSSARY}#{term.id}", form)
