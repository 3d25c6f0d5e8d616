"""The sources as open data, which reference managers import."""

import json

from ..guide import Guide
from ..models import Source
from ..render.evidence import csl, link


def bibliography(guide: Guide) -> str:
    """Return every source that something in this build rests on, in CSL-JSON."""
    return json.dumps([_item(guide.sources[id_]) for id_ in guide.uses], ensure_ascii=False, indent=1)


def _item(source: Source) -> dict[str, object]:
    more = {"jurisdiction": source.jurisdiction, "DOI": source.doi, "URL": link(source)}
    return csl(source) | {key: value for key, value in more.items() if value}
