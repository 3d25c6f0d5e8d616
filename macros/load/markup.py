"""The Markdown of a page: what this guide's Markdown does not know is told, and never printed as typed."""

import re
import sys
from collections import Counter, defaultdict, deque
from collections.abc import Collection, Iterator

from ..markup import ABBREVIATION, CALL, FENCE, KINDS_OF_BOX, SAID_BELOW, TAB, blank, without_code
from ..problems import Problem, problem
from .text import Document

_ASIDE = "\x01"  # for code, macros and where links lead: neither a blank nor a letter
# Braces that open a call which never ends are told by what reads the calls.
_MACRO = re.compile(rf"{CALL.pattern}|\{{%.*?%\}}|\{{\{{", re.DOTALL)
_ESCAPED = re.compile(r"\\[\\`*_{}\[\]()#+\-.!<>|~$:=^]")
_HEADING_ID = re.compile(r"(?<=[ \t])\{#[\w-]+\}(?=[ \t]*$)", re.MULTILINE)
_LABEL = r"(?P<text>(?:[^\[\]\n]|\n(?!\n)|\[[^\[\]\n]*\])*)"
_TARGET = r"\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:[ \t]+(?:\"[^\"\n]*\"|“[^“”\n]*”|'[^'\n]*'|‘[^‘’\n]*’))?\)"
_INLINE = re.compile(rf"!?\[{_LABEL}\]{_TARGET}")
_PICTURE = re.compile(r"!\[[^\[\]\n]*\]\([^()\s]*\.md[^()\n]*\)")
_DEFINITION = re.compile(r"^ {0,3}\[(?P<name>(?!\^)[^\[\]\n]+)\]:[ \t]*\S+[^\n]*$", re.MULTILINE)
_REFERENCE = re.compile(rf"!?\[{_LABEL}\](?: ?\[(?P<name>[^\[\]\n]*)\])?")
_STRESS = re.compile(r"(?P<end>\n[ \t]*\n)|(?P<run>(?P<sign>[*_])(?P=sign)*)")
_OPENS_STRESS = re.compile(r"(?<![\w\\*])(?:\*{1,3}(?![\s*])|_{1,3}(?![\s_]))")
_CLOSES_STRESS = re.compile(r"(?<!\s)(?:\*{1,3}(?!\*)|_{1,3}(?!\w))")
_ALONE = re.compile(r"^ {0,3}(?:[*_-][ \t]*){3,}$|^[ \t>]*\*(?=[ \t])|(?<=\s)\*(?=\s)", re.MULTILINE)
_INFO = re.compile(r"[ \t]*[\w+-]*[ \t]*")
_HIDDEN = re.compile(r"^[ \t]+(?:`{3,}|~{3,})[^\n]*", re.MULTILINE)
_BOX = re.compile(
    r"^(?P<indent> *)(?P<head>(?:!!!|\?\?\?\+?)[^\n]*|={3}(?=[^=\n]*[^=\s\n])[^\n]*)$", re.MULTILINE
)
_HEAD = re.compile(
    rf"(?:(?:!!!|\?\?\?\+?)[ \t]+(?:{'|'.join(KINDS_OF_BOX)})(?:[ \t]+\"(?P<title>[^\"\n]+)\")?|{TAB} +\"(?P<name>[^\"\n]+)\")[ \t]*"
)
_TITLE = re.compile(rf"^ *(?:#|!!!|\?\?\?|{TAB})[^\n]*", re.MULTILINE)
_NOTE = re.compile(r"\[\^(?P<name>[\w-]+)\]")
_SAID = re.compile(r"^ {0,3}\[\^(?P<name>[\w-]+)\]:(?=[ \t]+\S)", re.MULTILINE)
_IN_LINK = re.compile(r"[^\[\]\n]*\]\(")
_TASK = re.compile(r"^(?P<point>[ \t>]*(?:[-*+]|\d+\.)[ \t]+)\[[ xX]\](?=[ \t]+[^\s(])", re.MULTILINE)
_STRUCK = re.compile(
    r"(?<![\w~])~~(?![\s~])(?P<text>(?:(?!\n[ \t]*(?:\n|[-*+#>|]|\d+\.))[^~])*?)(?<![\s~])~~(?![\w~])",
    re.DOTALL,
)
_BRACES = re.compile(r"\{[^{}\n]*\}|[{}]")
_LEFT = re.compile(
    r"(?=[\[\]*`_])(?:\[[^\[\]\n]*\]|[\[\]]|\*+|`+|(?<![^\W_])_+(?=[^\W_])|(?<=[^\W_])_+(?![^\W_])|__+)"
)
_ROW = re.compile(r"(?:[^|\\]|\\.)*\|.*")
_LINE_BELOW = re.compile(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)*[ \t]*:?-+:?[ \t]*\|?[ \t]*")
_OF_A_WIKI = re.compile(r"\[\[[^\[\]\n]*\]\]")
_POINT = re.compile(r" {0,3}[-*+][ \t]")
_POINT_FAR_IN = re.compile(r" {4,}(?:[-*+]|1\.)[ \t]")
_DEEP = 8
_HOLDS_MORE = re.compile(rf"[ \t]*(?:[-*+]|\d+\.)[ \t]|[ \t]+(?:!!!|\?\?\?|{TAB} )")
_NUMBERED = re.compile(r" {0,3}(?P<number>\d+)\.(?=[ \t])")
_STARTS = re.compile(r"(?:[-*+]|\d+\.)[ \t]|!!!|\?\?\?|={3}[+! ]|:[ \t]|\[\^")
_AS_BOX = "write '!!! note', and below it the text, four blanks further in"
_AS_TAB = (
    """write '=== "In the room"', and below it the text, four blanks further in; a heading begins with ##"""
)

# What other dialects write, and what to write here. What is found is blanked, so that it is told once. A pattern that would look
# at what stands before each sign looks at the sign itself first.
_ELSEWHERE = tuple(
    (re.compile(pattern, re.MULTILINE), fix)
    for pattern, fix in (
        (
            r"^[ \t>]*(?:[-*+]|\d+[.)])[ \t]+\[[ xX]?\]",
            "write '- [ ] ' or '- [x] ' and behind it the point; a list to tick is the checklist in the facts of the page",
        ),
        (
            r"^[ \t]*(?:(?:>|[-*+]|\d+\.)[ \t]+)+(?:(?:!!!|\?\?\?|===)[ \t+!]|#{1,6}[ \t]).*$",
            "let it begin a line of its own, with no sign before it",
        ),
        (r"^[ \t]*>[ \t]*\[![\w-]+\][+-]?", _AS_BOX),
        (r"!?\[\[[^\n]{0,200}?\]\]", "write [text](page.md)"),
        (
            r"\[\^[^\[\]\n]*\]:?",
            "call a note in a sentence as [^name], and say it once at the margin below the text: [^name]: ...",
        ),
        (
            r"\*\[[^\]\n]*\] ?:",
            "write *[CBT]: and in plain words what it means, at the margin of a page that uses the word",
        ),
        (r"\[[^\[\]\n]*\][ \t]+\([^()\n]*\)", "put ']' and '(' side by side, or take the brackets out"),
        (r"\([^()\n]*\)\[[^\[\]\n]*\]", "write the text in square brackets first: [text](page.md)"),
        (r"!?\[[^\[\]\n]*\]\([^()\n]*$", "close the link with ')'"),
        (
            r"\[[^\[\]\n]*\]\[[^\[\]\n]*\]",
            "write [text](page.md), or below the text where it leads: [name]: page.md",
        ),
        (
            r"!?\[[^\[\]\n]*\]\([^()\n]*\)",
            "write the page without blanks, and no more than it: [text](page.md)",
        ),
        (
            r"(?=~)(?:~~|(?<=\w)~\w+~)",
            "write ~~struck out~~ in a sentence, with no blank inside and no letter beside the signs",
        ),
        (r"==(?=\S)[^=\n]+==|\+\+[\w+]+\+\+|\^\^?(?=\S)[^\^\n]+\^\^?", "write **strong** or *stressed*"),
        (r"^[ \t]*={4,} *[\"“].*$", _AS_TAB),
        (r"^[ \t]*:{3,}.*$|^\.\. .*$", _AS_BOX),
        (r"^={1,6} .*$|^h[1-6]\. ", "write a heading with ## or ###"),
        (r"['‘’]{2,}", "write **strong** or *stressed*"),
        (r"^[ \t]*[-+](?=[^\W\d_])", "put a blank between the sign and the point"),
        (r"%%|--8<--", "take it out; a note to yourself is written {{# ... #}}"),
        (r"(?=:)(?<![\w:]):[a-z][a-z0-9_+-]*:(?![\w:])", "write the word"),
        (r"(?=\$)(?:\$\$|(?<![\w$])\$(?![\s\d$])[^$\n]+?(?<!\s)\$(?!\w))", "write it in words"),
        (r"&(?:[A-Za-z]{2,}\d*|#x?\w+);", "write the sign itself"),
        (
            r"(?=[hw])(?<![(<\w\"“])(?:https?://|www\.)[^\s<>]*[\w/]",
            "add it as a source and cite it, or put an example into code: `https://...`",
        ),
        (r"^[ \t]*#{1,6}(?=[^\s#])", "put a blank between '#' and what follows"),
        (r"^[ \t]+#{1,6}(?=[ \t])", "let the heading begin at the margin"),
        (r"^[ \t]*#{7,}", "write ## or ###"),
        (r"^[ \t]*[•◦▪▫‣⁃●○■□∙·➢➤✓✔–—](?=[ \t])", "begin each point with '- '"),
        (
            r"^[ \t]*(?:\d+\)|\(\d+\)|\(?[a-zA-Z]\)|[a-z]\.|[ivx]{2,4}\.)(?=[ \t])",
            "begin each point with '1. ' or with '- '",
        ),
        (r"\\$", "end the paragraph: an empty line stands between two"),
    )
)


def check_markup(document: Document) -> Iterator[Problem]:
    """Find what would be printed as it is typed, and attributes that an author would set."""
    body = document.body
    for fence in FENCE.finditer(body):
        if not _INFO.fullmatch(fence["info"]):
            yield _typed(document, fence.start("info"), fence["info"], "name the language alone: ```yaml")
    for fence in _HIDDEN.finditer(blank(FENCE, body, _ASIDE)):
        yield _typed(document, fence.start(), fence[0], "let code begin and end at the margin")
    text = blank(_MACRO, without_code(body, _ASIDE), _ASIDE)
    yield from _check_blocks(text, document)
    text = blank(_HEADING_ID, blank(_ESCAPED, text))
    for box in _BOX.finditer(text):
        yield from _check_box(box, text, document)
    titles = [range(*title.span()) for title in _TITLE.finditer(text)]
    text = _BOX.sub(_title_alone, text)
    for braces in _BRACES.finditer(text):
        yield problem(document.at_body(braces.start()), "EW411", sign=braces[0][:40], fix=_instead(braces[0]))
    text = blank(_BRACES, text)
    for picture in _PICTURE.finditer(text):
        yield _typed(document, picture.start(), picture[0], "take the '!' away: a page is no picture")
    text = _without_known(text, titles)
    text = _without_links(text)
    for pattern, fix in _ELSEWHERE:
        if found := [*pattern.finditer(text)]:  # hardly ever
            yield from (_typed(document, match.start(), match[0], fix) for match in found)
            text = blank(pattern, text)
    text = _without_stress(blank(_ALONE, text))
    for match in _LEFT.finditer(text):
        yield _typed(document, match.start(), match[0], _PAIRS[match[0][0]])


_PAIRS = {
    "[": "write [text](page.md) for a link, or take the brackets out",
    "]": "write [text](page.md) for a link, or take the brackets out",
    "*": "write **strong** or *stressed*, with no blank inside the stars, and as many behind as before",
    "_": "write **strong** or *stressed*; a blank to fill in belongs into a letter",
    "`": "close the code with as many signs as open it",
}


def _typed(document: Document, offset: int, sign: str, fix: str) -> Problem:
    return problem(
        document.at_body(offset + len(sign) - len(sign.lstrip())),
        "EW412",
        sign=" ".join(sign.split())[:40],
        fix=fix,
    )


def _instead(braces: str) -> str:
    if re.match(r"\{\s*\w+\s*\(", braces):
        return f"write two braces on each side: {{{re.sub('[“”]', chr(34), braces)}}}"
    if re.fullmatch(r"\{#.*#\}", braces):
        return "write a note to yourself as {{# ... #}}"
    return "take it out: a heading has its id as {#id} at its end, and nothing else can be set"


def _check_box(box: re.Match[str], text: str, document: Document) -> Iterator[Problem]:
    inside = re.match(r"\n*(?P<indent> *)[^\n]", text[box.end() :])
    if not _HEAD.fullmatch(box["head"]) and box["head"].startswith("="):
        yield _typed(document, box.start(), box[0], _AS_TAB)
    elif not _HEAD.fullmatch(box["head"]):
        fix = f"""write it as '!!! note' or '!!! note "A title"'; instead of note: {", ".join(sorted(KINDS_OF_BOX))}"""
        yield _typed(document, box.start(), box[0], fix)
    elif not inside or len(inside["indent"]) < len(box["indent"]) + 4:
        yield _typed(
            document, box.start(), box[0], "put the text of the box below it, four blanks further in"
        )


def _title_alone(box: re.Match[str]) -> str:
    head = _HEAD.fullmatch(box["head"])
    title = (head["title"] or head["name"] or "") if head else ""
    before = box[0].find('"') + 1
    return f"{' ' * before}{title}".ljust(len(box[0])) if title else " " * len(box[0])


def _without_known(text: str, titles: Collection[range]) -> str:
    """Return `text` without the signs of tasks, of what is struck out, and of notes and abbreviations that are both said and used.

    Titles hold none of these: the words of a title are said elsewhere, too.
    """

    def in_text(sign: re.Match[str]) -> bool:
        return not any(sign.start() in title for title in titles)

    text = _without_labels(text)
    text = _STRUCK.sub(lambda struck: _text_alone(struck) if in_text(struck) else struck[0], text)
    text = _TASK.sub(lambda task: task["point"].ljust(len(task[0])), text)
    said = {note.start("name"): note["name"] for note in _SAID.finditer(text)}
    calls = {
        note.start("name"): note["name"]
        for note in _NOTE.finditer(text)
        if note.start("name") not in said and in_text(note) and not _IN_LINK.match(text, note.end())
    }
    known = {name for name in calls.values() if [*said.values()].count(name) == 1}
    signs = {at for at, name in (said | calls).items() if name in known}
    return _NOTE.sub(lambda note: " " * len(note[0]) if note.start("name") in signs else note[0], text)


def _without_labels(text: str) -> str:
    """Return `text` with what each abbreviation means, without what stands before it, if it is used and means nothing else."""
    count = Counter(match["short"] for match in ABBREVIATION.finditer(text))
    is_used = {
        short: re.search(rf"(?<!^\*\[)\b{re.escape(short)}\b", text, re.MULTILINE) is not None
        for short in count
    }

    def said(label: re.Match[str]) -> str:
        is_plain = count[label["short"]] == 1 and _ASIDE not in label[0]
        return label["meaning"].rjust(len(label[0])) if is_plain and is_used[label["short"]] else label[0]

    return ABBREVIATION.sub(said, text)


def _without_links(text: str) -> str:
    """Return `text` with signs aside for all of its links but what they say."""
    text = _INLINE.sub(
        lambda link: (
            _text_alone(link) if _NOTE.search(link[0]) else re.sub(r"[\[\]]", _ASIDE, _text_alone(link))
        ),
        text,
    )
    names = {match["name"].lower() for match in _DEFINITION.finditer(text)}

    def said(link: re.Match[str]) -> str:
        return _text_alone(link) if (link["name"] or link["text"]).lower() in names else link[0]

    return _REFERENCE.sub(said, blank(_DEFINITION, text))


def _without_stress(text: str) -> str:
    """Return `text` with signs aside for the signs that stress: each that opens goes with the next of as many that closes.

    They are looked at once each, so that a paragraph of thousands is read as soon as any other.
    """
    open_: defaultdict[str, deque[re.Match[str]]] = defaultdict(deque)
    pairs: list[re.Match[str]] = []
    for sign in _STRESS.finditer(text):
        waiting = open_[sign[0]]
        if sign["end"]:
            open_.clear()
        elif waiting and _CLOSES_STRESS.match(text, sign.start()):
            pairs += (waiting.popleft(), sign)
        elif _OPENS_STRESS.match(text, sign.start()):
            waiting.append(sign)
    pieces, end = list[str](), 0
    for sign in sorted(pairs, key=re.Match.start):
        pieces += (text[end : sign.start()], _ASIDE * len(sign[0]))
        end = sign.end()
    return "".join([*pieces, text[end:]])


def _text_alone(match: re.Match[str]) -> str:
    before = match.start("text") - match.start()
    return f"{_ASIDE * before}{match['text']}{_ASIDE * (len(match[0]) - before - len(match['text']))}"


def _check_blocks(text: str, document: Document) -> Iterator[Problem]:
    """Find code by its margin alone, and rows of a table that is none."""
    lines, offset, is_within, before = blank(_OF_A_WIKI, text, _ASIDE).split("\n"), 0, False, ""
    is_listed, deepest = False, _DEEP  # how far in a text may stand within a box, a tab, a term or a note
    header = -1
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip())
        item = _NUMBERED.match(line)
        if item and int(item["number"]) != 1 and not (is_listed or before.strip()):
            fix = "begin a list with '1.'; what stands between two points is four blanks further in"
            yield _typed(document, offset, item[0], fix)
        if line.strip() and (item or not before.strip()):
            is_listed = bool(item) or (is_listed and indent >= 2)
        is_listed = bool(_POINT.match(line)) or (is_listed and not SAID_BELOW.match(line))
        if line.strip() and indent < 4:
            starts = bool(_STARTS.match(line.lstrip()))
            is_within = starts or (is_within and bool(before.strip()) and line.lstrip()[0] != ">")
            deepest = _DEEP if starts else deepest
        if line.strip() and _HOLDS_MORE.match(line):
            deepest = sys.maxsize
        if line.strip() and indent >= 4 and not before.strip() and not (is_within and indent < deepest):
            yield _typed(
                document, offset, line, "let the text begin at the margin, or put code between lines ```"
            )
            is_within = True
        is_far = before.strip() and len(before) - len(before.lstrip()) < 4 and _POINT_FAR_IN.match(line)
        if is_far and not is_listed and not _BOX.match(before):
            yield _typed(
                document, offset, line, "leave an empty line before the list, or let it begin at the margin"
            )
        if not _ROW.match(line):
            header = -1
        elif header < 0:
            header = _cells(line)
            below = lines[number + 1] if number + 1 < len(lines) else ""
            if before.strip() or not _LINE_BELOW.fullmatch(below) or _cells(below) != header:
                fix = "leave an empty line before a table, and put below its first row one of as many '---'"
                yield _typed(document, offset, line, fix)
        elif _cells(line) > header:
            yield _typed(document, offset, line, f"give each row as many cells as the first: {header}")
        offset, before = offset + len(line) + 1, line


def _cells(row: str) -> int:
    return len(re.sub(r"\\\|", "", row).strip().strip("|").split("|"))
