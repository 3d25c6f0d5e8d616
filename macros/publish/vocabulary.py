"""A finished page in the practice's own words: its text, and what is read aloud or copied from its attributes."""

import re

from ..vocabulary import Vocabulary

# Left as they are: scripts, code, addresses, and what a template marks with HTML's own `translate="no"`: titles of sources,
# quotations.
_KEPT = re.compile(
    r"<(?P<whole>script|style|code|pre|samp)\b.*?</(?P=whole)>"
    r'|<(?P<tag>\w+)\b[^>]*\btranslate="no"[^>]*>.*?</(?P=tag)>'
    r"|<!.*?>|https?://[^\s<]+"
    r"|(?P<element><[^>]*>)",
    re.DOTALL,
)
_SAID = re.compile(
    r'(?<=[ \n])((?:aria-label|alt|content|label|title|data-(?:copy|copied|link-copied|not-copied|automatic|light|dark))=")([^"]*)'
)


def spoken(html: str, vocabulary: Vocabulary) -> str:
    """Return a page's `html` as a practice with this `vocabulary` says it."""
    if not vocabulary:
        return html
    speak, parts, end = vocabulary.escaped().speak, [], 0
    for found in _KEPT.finditer(html):
        parts.append(speak(html[end : found.start()]))
        said = found["element"]
        parts.append(_SAID.sub(lambda text: text[1] + speak(text[2]), said) if said else found[0])
        end = found.end()
    return "".join((*parts, speak(html[end:])))
