"""What search knows of each practice."""

import json
import re
from collections.abc import Callable

from ..guide import Guide
from ..models import Practice
from ..render.html import url


def search_index(guide: Guide) -> str:
    """Return the practices as JSON: what is shown of each, and what is searched."""
    speak = guide.settings.words.speak
    return json.dumps([_entry(practice, speak) for practice in guide.practices.values()], ensure_ascii=False)


def _entry(practice: Practice, speak: Callable[[str], str]) -> dict[str, str]:
    steps = " ".join(" ".join((step.do, *step.say)) for step in practice.checklist.steps)
    words = " ".join(" ".join((phrase.when, *phrase.voices)) for phrase in practice.words)
    return {
        "id": practice.path,
        "url": url(practice.path),
        "side": practice.side,
        "title": speak(practice.title),
        "summary": speak(practice.summary),
        # How people ask: in the guide's words and in the practice's.
        "asks": " · ".join(dict.fromkeys((practice.name, *practice.asks, *map(speak, practice.asks)))),
        "text": speak(f"{practice.when} {practice.checklist.pause} {steps} {words} {_plain(practice.body)}"),
    }


def _plain(body: str) -> str:
    text = re.sub(r"\{\{.*?\}\}|\{#.*?\}|\]\([^)]*\)|[\[\]#*_`]", " ", body, flags=re.DOTALL)
    return " ".join(text.split())
