"""A catalogue of every permanent address, for the people and programs that link to the guide."""

import json

from ..guide import Guide, review_state, version


def catalogue(guide: Guide) -> str:
    """Return all practices with their permanent addresses and ids as JSON."""
    practices = [
        {
            "id": practice.path,
            "title": practice.title,
            "side": practice.side,
            "address": guide.address_of(practice),
            "version": version(practice),
            "review": review_state(practice),
            "steps": {step.id: step.do for step in practice.checklist.steps},
            "words": {phrase.id: phrase.say for phrase in practice.words},
        }
        for practice in guide.practices.values()
    ]
    return json.dumps({"guide": guide.address, "practices": practices}, ensure_ascii=False, indent=1)
