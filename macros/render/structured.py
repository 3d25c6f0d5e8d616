"""What a practice is, in the terms of https://schema.org, for programs that read pages: JSON-LD, which runs nothing."""

import json

from markupsafe import Markup

from ..guide import Guide
from ..models import Practice
from .practice import review

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def json_ld(guide: Guide, practice: Practice, name: str) -> Markup:
    """Return `practice` as a HowTo of the guide, which is called `name`, in the service's own words."""
    localize, address = guide.settings.wording.localize, guide.address_of(practice)
    change = guide.change_of(practice.path)
    known = {
        "@context": "https://schema.org",
        "@type": "HowTo",
        "name": localize(practice.title),
        "description": localize(practice.summary),
        "url": address,
        "inLanguage": "en-US" if guide.settings.wording.is_american else "en-GB",
        "totalTime": f"PT{practice.minutes}M",
        "audience": {"@type": "Audience", "audienceType": localize("Psychotherapy clinicians")},
        "creativeWorkStatus": review(guide, practice).text,
        "dateModified": str(change.changed) if change else None,
        "license": None if practice.is_local else LICENCE,
        "isPartOf": {"@type": "WebSite", "name": name, "url": guide.address},
        "step": [
            {"@type": "HowToStep", "url": f"{address}#{step.id}", "text": localize(step.do)}
            for step in practice.checklist.steps
        ],
    }
    stated = {key: value for key, value in known.items() if value is not None}
    written = json.dumps(stated, ensure_ascii=False, separators=(",", ":"))
    return Markup(written.replace("<", "\\u003c"))  # noqa: S704 - no sign is left that could end a script
