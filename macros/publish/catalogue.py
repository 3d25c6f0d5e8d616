"""A catalogue of every permanent address, for the people and programs that link to the guide."""

import json

from ..guide import Guide, review_state, version


def catalogue(guide: Guide) -> str:
    """Return all practices, letters and modules with their permanent addresses and ids as JSON."""
    localize = guide.settings.wording.localize
    practices = [
        {
            "id": practice.path,
            "title": localize(practice.title),
            "side": practice.side,
            "address": guide.address_of(practice),
            "version": version(practice),
            "review": review_state(practice),
            "steps": {step.id: localize(step.do) for step in practice.checklist.steps},
            "words": {phrase.id: localize(phrase.say) for phrase in practice.words},
        }
        for practice in guide.practices.values()
    ]
    letters = [
        {
            "id": letter.path,
            "title": localize(letter.title),
            "address": guide.address_of(letter),
            "review": review_state(letter),
        }
        for letter in guide.letters.values()
    ]
    modules = [
        {
            "id": module.path,
            "title": localize(module.title),
            "address": guide.address_of(module),
            "version": version(module),
            "review": review_state(module),
            "tasks": {id_: item.task.kind for id_, item in guide.items[module.path].items()},
        }
        for module in guide.modules_in_order
    ]
    catalogue = {
        "guide": guide.address,
        "license": "CC-BY-4.0",
        "practices": practices,
        "letters": letters,
        "modules": modules,
    }
    return json.dumps(catalogue, ensure_ascii=False, indent=1)
