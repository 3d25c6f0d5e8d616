"""The text that the guide grew from: each of its lines has a home, and each clash is of lines that are there."""

from collections.abc import Iterator

from ..models import SIDES
from ..problems import Problem, nearest, problem
from .draft import Draft
from .evidence import check_unique


def check_source_text(draft: Draft) -> Iterator[Problem]:
    """Find practices that carry unknown lines or noise, lines that nobody carries, and clashes of unknown lines."""
    text, data = draft.source_text
    if data.file in draft.unparsed:
        return
    yield from check_unique([(("lines", n, "code"), line.code) for n, line in enumerate(text.lines)], data)
    lines = {line.code for line in text.lines}
    noise = {item.code for item in text.noise}
    carried = set()
    for practice, document in draft.practices:
        for index, code in enumerate(practice.carries):
            place = document.data.at("carries", index)
            carried.add(code)
            if code in noise:
                yield problem(place, "EW703", row=code)
            elif code not in lines and not draft.might_define("data/source-text.yml", code):
                yield problem(place, "EW701", row=code, hint=nearest(code, lines))
    for n, line in enumerate(text.lines):
        if line.code not in carried and not any(draft.might_define(f"{side}/", line.code) for side in SIDES):
            yield problem(data.at("lines", n), "EW702", row=line.code, text=line.text)
        if line.under is not None and line.under not in lines:
            yield problem(
                data.at("lines", n, "under"), "EW701", row=line.under, hint=nearest(line.under, lines)
            )
    for n, clash in enumerate(text.clashes):
        for m, code in enumerate(clash.lines):
            if code not in lines:
                yield problem(data.at("clashes", n, "lines", m), "EW701", row=code, hint=nearest(code, lines))
