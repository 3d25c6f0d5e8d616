"""Markdown as authors write it, and as Python-Markdown reads it: lists need not be set apart, and code is only shown."""

import re

KINDS_OF_BOX = frozenset(
    "abstract attention caution danger example failure hint important info note question quote success tip warning".split()
)
FENCE = re.compile(
    r"^(?P<fence>`{3,}|~{3,})(?P<info>[^\n`]*)\n(?:.*?\n)??(?P=fence)[ \t]*$", re.DOTALL | re.MULTILINE
)
CODE = re.compile(r"(?<![`\\])(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)", re.DOTALL)
# An author's to themselves, of which nothing is published; and what calls a macro. Neither holds another of its kind, so that
# thousands of them are read as soon as one.
NOTE = re.compile(r"\{\{#(?:[^{]|\{(?!\{#))*?#\}\}")
CALL = re.compile(r"\{\{(?:[^{]|\{(?!\{))*?\}\}")
_APART = "\ue002"  # between the signs of a call that is only shown
_OPENS = re.compile(r"\{(?=[{%#])")
TAB = r"={3}(?:\+!?|!\+?)?"  # what stands before the title of a tab
ABBREVIATION = re.compile(
    r"^\*\[(?P<short>\w(?:[^\[\]\\\n]*\w)?)\]:[ ]*(?P<meaning>[^\s*_`\[\]{}<>~|][^*_`\[\]{}<>~|\n]*?)[ \t]*$",
    re.MULTILINE,
)
# Where an abbreviation is not spelled out: headings and titles, what stands below the text, calls, links, attributes.
_NO_TEXT = re.compile(
    rf"^(?:#|[ \t]*(?:!!!|\?\?\?|{TAB})|\*\[|\[[^\^\n])[^\n]*|{CALL.pattern}|!?\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])?"
    r"|\{[^{}\n]*\}|<[^<>\s]*>",
    re.DOTALL | re.MULTILINE,
)
_BOX = re.compile(
    rf"^(?P<head>(?:!!!|\?\?\?\+?|{TAB}|(?P<note>\[\^[^\]\n]+\]:)) [^\n]*\n)(?P<text>(?:(?: {{4}}[^\n]*|[ \t]*)(?:\n|\Z))+)",
    re.MULTILINE,
)
_QUOTATION = re.compile(r"^>[^\n]*(?:\n>[^\n]*)*", re.MULTILINE)
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?P<sign>[-*+]|\d+\.)(?P<gap>[ \t]+)(?P<text>\S.*)")
_INTERRUPTS = re.compile(r"[-*+]|1\.")  # a line of text; another number may be its last word
SAID_BELOW = re.compile(r" {0,3}\*?\[[^\]\n]+\]:")  # notes, abbreviations, where links lead
_RULE = re.compile(r"[ \t]*(?:[*_-][ \t]*){3,}")
_STEP = 4


def blank(pattern: re.Pattern[str], text: str, sign: str = " ") -> str:
    """Put spaces, or a `sign`, where `pattern` matches, so that the rest of `text` keeps its places."""
    return pattern.sub(lambda match: "\n".join(sign * len(line) for line in match[0].split("\n")), text)


def without_code(text: str, sign: str = " ") -> str:
    """Return `text` with blanks, or a `sign`, for its code and its notes, so that the rest keeps its places."""
    for pattern in (*_code_in(text), NOTE):
        text = blank(pattern, text, sign)
    return text


def without_notes(text: str) -> str:
    """Return `text` with blanks for its notes, so that the rest keeps its places. What code shows is no note."""
    for note in NOTE.finditer(blank(CODE, blank(FENCE, text))):
        text = f"{text[: note.start()]}{blank(NOTE, note[0])}{text[note.end() :]}"
    return text


def as_read(text: str) -> str:
    """Return `text` for mkdocs-macros and Python-Markdown: no code is run, and each list is one."""
    pieces, end, text = [], 0, only_shown(spelled_out(text))
    for fence in FENCE.finditer(text):
        pieces += [_with_lists(text[end : fence.start()]), fence[0]]
        end = fence.end()
    return "".join([*pieces, _with_lists(text[end:])])


def spelled_out(text: str) -> str:
    """Return `text` with the meaning of each abbreviation behind its first use, unless the text has said it before."""
    found = {match["short"]: match["meaning"] for match in ABBREVIATION.finditer(without_code(text))}
    for short, meaning in found.items():
        running = blank(_NO_TEXT, without_code(text, _APART), _APART)
        use = re.search(rf"\b{re.escape(short)}\b", running)
        if use and meaning.lower() not in " ".join(running[: use.start()].lower().split()):
            text = f"{text[: use.end()]} ({meaning}){text[use.end() :]}"
    return text


def only_shown(text: str) -> str:
    """Return `text` with the calls in its code apart, so that nothing calls them, until they are put back `as_shown`."""
    for pattern in _code_in(text):
        text = pattern.sub(lambda code: _OPENS.sub(f"{{{_APART}", code[0]), text)
    return text


def _code_in(text: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of the code that `text` may hold: most pages have none."""
    return (FENCE, CODE) if "`" in text or "~~~" in text else ()


def as_shown(made: str) -> str:
    """Return what was made of a text that is `only_shown`, with its code as it was typed."""
    return made.replace(_APART, "")


def _with_lists(text: str) -> str:
    """Set apart the lists of a text, and those within its boxes, its notes and its quotations."""
    pieces, end = [], 0
    for box in _BOX.finditer(text):
        apart = (
            "\n" if box["note"] else ""
        )  # or it would be of what stands before, and what follows of the note
        inside = _with_lists(re.sub("^ {4}", "", box["text"], flags=re.MULTILINE))
        pieces += [
            _QUOTATION.sub(_quoted, _spaced(text[end : box.start()])),
            apart,
            box["head"],
            re.sub("(?m)^(?=[^\n])", " " * _STEP, inside),
            apart,
        ]
        end = box.end()
    pieces.append(_QUOTATION.sub(_quoted, _spaced(text[end:])))
    return "".join(pieces)


def _quoted(quotation: re.Match[str]) -> str:
    inside = _with_lists(re.sub("(?m)^> ?", "", quotation[0]))
    return re.sub("(?m)^", "> ", inside)


def _spaced(text: str) -> str:
    """Return `text` with an empty line before each list, and each level of it four blanks further in."""
    lines: list[str] = []
    is_apart = False  # whether a paragraph goes on with a point, below an empty line
    levels: list[int] = []  # where the points of each level begin that is open
    for line in text.split("\n"):
        before = lines[-1] if lines else ""
        indent = _width(line)
        item = None if _RULE.fullmatch(line) else _ITEM.fullmatch(line)
        if SAID_BELOW.match(line) and before.strip() and not SAID_BELOW.match(before):
            levels = []
            lines.append("")
        if item and not levels and before.strip():
            if indent >= _STEP or not _INTERRUPTS.fullmatch(item["sign"]):
                item = None
            elif not before.startswith("#"):
                lines.append("")
        if item and (levels or indent < _STEP):
            if levels and is_apart and before.strip():
                lines.append("")
            is_apart = False
            while levels and indent < levels[-1]:
                levels.pop()
            if not levels or indent >= levels[-1] + 2:
                levels.append(indent)
            lines.append(f"{' ' * _STEP * (len(levels) - 1)}{item['sign']} {item['text']}")
        elif levels and line.strip() and (before.strip() or indent >= levels[0] + 2):
            is_apart |= not before.strip()
            depth = sum(level + 2 <= indent for level in levels) or len(levels)
            lines.append(f"{' ' * _STEP * depth}{line.strip()}")
        else:
            levels = levels if not line.strip() else []
            is_apart &= bool(levels)
            lines.append(line)
    return "\n".join(lines)


def _width(line: str) -> int:
    """Return how far in a line begins, a tab being as wide as four blanks."""
    return len(line.expandtabs(_STEP)) - len(line.expandtabs(_STEP).lstrip())
