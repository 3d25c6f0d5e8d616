"""English, as far as the guide needs it: sentences, words, and the patterns an author is warned of."""

import re
from collections.abc import Iterable, Iterator, Mapping

from .dialled import in_plain_digits, numbers_in_disguise

WORDS_IN_SENTENCE = 20
SENTENCES_IN_PARAGRAPH = 3
WORDS_IN_STEP = 20

_WORD = re.compile(r"[^\W_][\w'’-]*")
_SENTENCE_END = re.compile(r"(?<=[.?!])[\"'”’)*_~]*\s+(?=[\"'“‘(*_~\[{]*[A-Z0-9])")

FORBIDDEN = re.compile(
    r"\b(fir(?:e|es|ed|ing)|dump(?:s|ed|ing)?|terminat(?:e|es|ed|ing))\b(?!\s+(?:alarm|drill|exit))",
    re.IGNORECASE,
)
PLACEHOLDER = re.compile(
    r"\b(TODO|TBC|TBD|FIXME|X{3,}|lorem\s+ipsum|coming\s+soon|placeholder)\b", re.IGNORECASE
)
HTML = re.compile(r"<(?:/?[a-z](?![\w+.-]*:)|[!?])[^\s<>]*>?", re.IGNORECASE)  # `<https://...>` is a link
# Between digits: blanks (also such as never break a line), hyphens and dashes, or a point between groups of three.
_GAP = r"(?:[ \u00a0\u202f\u2010\u2011\u2013-]{1,3}|(?<=\d{3})\.(?=\d{3}))"
_STANDARD = r"(?<=\bEN )30\d \d{3}\b"  # of Europe, for what is done by electronic means
_NUMBER = re.compile(rf"(?=[+\d])(?<![\w.,/#-])(?!{_STANDARD})\+?\d(?:{_GAP}?\d)+(?![\w/]|[.,]\d)")
_TELEPHONE = re.compile(rf"\+?\d(?:{_GAP}?\d){{5,}}|\d-\d-\d")
_DATE = re.compile(r"(?:1[89]|20)\d\d(?: ?[-\u2013] ?(?:1[89]|20)\d\d|-\d\d-\d\d)")
EMERGENCY_NUMBERS = frozenset({"000", "111", "112", "911", "988", "999"})

LAW = re.compile(
    r"\b(law|laws|lawful|lawfully|legal|legally|lawyer|court|statut\w+|licen[cs]\w*|confidential\w*|consent\w*|duty|duties"
    r"|ethic\w*|codes?|mandated|safeguarding)\b",
    re.IGNORECASE,
)
SAFETY = re.compile(
    r"\b(safe|safety|unsafe|suicid\w*|self-harm\w*|harm\w*|kill\w*|risks?|danger\w*|emergenc\w*|crisis|threat\w*|weapons?"
    r"|violen\w*|abus\w*|overdose\w*|lethal)\b",
    re.IGNORECASE,
)

# First words that cannot be an act: articles, pronouns, prepositions, conjunctions, auxiliaries, and how-words.
NO_VERB = frozenset(
    "a an the this that these those some any each every all both no if when where while because unless as at in on of for from "
    "to by with without within before after during about between then there here it its he she they them their you your we our "
    "i my and or but not is are was were be been being has had does did can could may might must should will would shall "
    "client clients clinician therapist session sessions time therapy please just also only maybe perhaps always never".split()
)
_NO_VERB_ENDING = re.compile(r"(?:ing|ly|tion|ness|ment|ity)$")
_VERBS = frozenset(  # in spite of their endings
    "apply comply rely reply supply caution mention question witness comment document implement supplement bring ring sing".split()
)

# What a step may ask for, where a clause begins with it and goes on with one of the words behind.
_ACTS = (
    "accept act add address agree answer arrange ask assess book bring call carry change check choose close complete confirm consult "
    "contact cover cut date decide decline describe destroy discuss document draw email end explain face file find finish fix follow get "
    "give go hand hear help hold inform invite involve keep lay leave let list listen look lock make mark meet move name note notify "
    "offer open pass pause phone plan prepare promise protect put raise reach read record refer remind repeat report return review ring "
    "say schedule see send separate set settle share show sign slow sort speak stand start state stay steady stop sum take talk tell test "
    "text thank tie track treat turn type update use wait walk warn watch weigh work write"
)
_BEHIND_ACT = (
    "a an the this that these those your their them it him her his its our my us me one two three every each any all both no what which who "
    "whom whether how when where why about with back down up out off away on over through to for home until again at once now straight only"
)
_ACT = re.compile(
    rf"(?:{_ACTS.replace(' ', '|')})\s+(?:{_BEHIND_ACT.replace(' ', '|')}|\d+)\b", re.IGNORECASE
)
# To reach somebody else is never the same act as what stands before it; it may be what follows if that fails.
_REACHED = (
    "a an the your their them him her his my us me one two three every each any all both emergency police security someone somebody "
    "everyone everybody"
)
_REACHES = re.compile(
    rf"(?:call|ring|phone|dial|text|email|alert|notify|inform|report)\s+(?:to\s+)?(?:{_REACHED.replace(' ', '|')}|\d+)\b"
    r"(?!.*\b(?:if|when|where|unless|until|once)\b)",
    re.IGNORECASE,
)
_ACT_WORDS = frozenset(f"{_ACTS} breathe".split())
_AND_NEXT = re.compile(
    r"\s*(?:[;–—/&]+|[.!?](?=\s)|,|\(|(?:,\s*)?\b(?:and|then|plus|next|afterwards)\b)+[\s,(]*", re.IGNORECASE
)
_IN_TURN = re.compile(r";|[–—/&]|[.!?]\s+\S|\bthen\b", re.IGNORECASE)

NOBODY = re.compile(
    r"(?:n/?a|none|nobody|no[ -]?one|any(?:body|one)|some(?:body|one)|me|myself|you|us|we|team|staff|tb[acd]|to ?do|unknown|anon(?:ymous)?"
    r"|x+|test(?:er)?|(?:your |the |a |first |full )*name|reviewer|author|admin(?:istrator)?|user|not yet|pending|later|(?:to be|not) \w+(?: yet)?|no[ -]?(?:body|one) yet|.*(?:\bA\.?I\b|GPT|chat ?bot|\bsoftware\b).*|[\W\d_]*|.)",
    re.IGNORECASE,
)


def names_nobody(by: str) -> bool:
    """Tell whether `by`, a name and perhaps a role behind a comma, names nobody who could be asked."""
    return any(NOBODY.fullmatch(part.strip()) for part in (by, by.partition(",")[0]))


_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
_A_DAY = rf"(?:\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH},? \d{{2,4}}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{4}}-\d\d-\d\d)"
# All of it has one of these, and most texts have none.
_MAY_BE_PERSONAL = re.compile(r"[@\d]|[(\[](?:at|AT)[)\]]|DOB")
_STREET = "Avenue|Ave|Boulevard|Close|Court|Crescent|Drive|Gardens|Grove|Hill|Lane|Park|Place|Road|Rd|Row|Square|Street|St|Terrace|Walk|Way"
_PERSONAL = re.compile(
    r"(?<!mailto:)(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]*\w|\w ?[(\[](?:at|AT)[)\]] ?\w|(?<![\w.@/])@[A-Za-z]\w{2,}"  # where mail reaches somebody
    r"|(?<![\d./-])\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d(?!\d|[./-]\d)|(?<![\d./-])\d{1,2}/\d{1,2}/\d\d(?!\d|/\d)"
    # All else begins a word, which is looked for once, and not for each: that costs half as much again.
    r"|\b(?=[\dA-Za-dfmnpr])(?:\d{1,3}(?:\.\d{1,3}){3}\b|[A-Z][a-z]+ [A-Z][a-z]+,? aged? \d{1,3}\b"
    rf"|(?i:born|birth|birthday|birthdate|d\.?o\.?b\b\.?)\W+(?:\w+\W+){{0,3}}?{_A_DAY}|DOB\b"
    rf"|\d{{1,4}}[a-z]?,? (?:[A-Z][\w'’]+ ){{1,3}}(?:{_STREET})\b"
    r"|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b"  # a British postcode
    r"|[A-Z]{2} ?\d\d ?\d\d ?\d\d ?[A-D]\b|\d{3}-\d\d-\d{4}\b"  # of insurance
    r"|(?i:NHS|MRN|medical record|case|file|record|policy|passport|account|client|patient)(?i: (?:no\.?|number|id)|:|\W*#)\W*(?:is )?[A-Z]*[\d][\d A-Z/-]{3,})"
)

# British spellings and their American ones: whole families, and what belongs to none.
_OUR = "behavi col cand endeav fav flav harb hon hum lab neighb od rig rum sav vig".split()
_ISE = (
    "apolog author categor central character critic emphas empath equal final formal general hospital individual internal "
    "jeopard legal local maxim memor minim mobil moral neutral normal optim organ patron personal priorit random rational "
    "real recogn reorgan scrutin sensit social special stabil standard stigmat summar symbol sympath synchron traumat util "
    "verbal victim visual"
).split()
_LL = "cancel channel counsel dial label level marvel model quarrel signal travel".split()
_OTHER = {
    "ageing": "aging", "analyse": "analyze", "analysed": "analyzed", "analysing": "analyzing",
    "catalogue": "catalog", "centre": "center", "centred": "centered", "centres": "centers", "counsellor": "counselor",
    "counsellors": "counselors", "defence": "defense", "enrol": "enroll", "enrolment": "enrollment", "fulfil": "fulfill",
    "fulfilment": "fulfillment", "grey": "gray", "judgement": "judgment", "judgements": "judgments", "learnt": "learned",
    "licence": "license", "licences": "licenses", "offence": "offense", "practise": "practice", "practised": "practiced",
    "practises": "practices", "practising": "practicing", "programme": "program", "programmes": "programs",
    "sceptical": "skeptical", "skilful": "skillful", "theatre": "theater", "towards": "toward", "whilst": "while",
    "wilful": "willful",
}  # fmt: skip
_OUR_ENDINGS = ("", "s", "ed", "ing", "able", "al", "ful", "hood", "ite", "ites", "ly")
_ISE_ENDINGS = ("e", "es", "ed", "ing", "er", "ers", "ation", "ations")
BRITISH = (
    {f"{stem}our{end}": f"{stem}or{end}" for stem in _OUR for end in _OUR_ENDINGS}
    | {f"{stem}is{end}": f"{stem}iz{end}" for stem in _ISE for end in _ISE_ENDINGS}
    | {f"{stem}l{end}": f"{stem}{end}" for stem in _LL for end in ("ed", "ing", "er", "ers")}
    | _OTHER
)
_ALSO_BRITISH = frozenset(
    "humoral learned license licenses practice practiced practices practicing while".split()
)
AMERICAN = {american: british for british, american in BRITISH.items() if american not in _ALSO_BRITISH}
_LETTERS = re.compile(r"\w+")

ONE_SIDED = re.compile(
    r"\b(this page|that page|the other page|here|below|above|see|it also|its pair|this one|these steps)\b",
    re.IGNORECASE,
)

# What may stand before and behind an opening quotation mark. Behind none else: `'em`, `'90s`.
_OPENS = re.compile(r"""(?<![^\s(\[{/*_~“‘'—–])"(?=[\w“‘'(\[{*_£$€…])""")
_OPENS_WITHIN = re.compile(r"(?<![^\s(\[{/“—–])'(?=[\w“(\[{£$€…])(?!(?:em|til|tis|twas|cause|cos|\d\ds?)\b)")


def typographic(text: str) -> str:
    """Return `text` with quotation marks and apostrophes as a printer sets them, each in its place."""
    if '"' in text:
        text = _OPENS.sub("“", text).replace('"', "”")
    return _OPENS_WITHIN.sub("‘", text).replace("'", "’") if "'" in text else text


def words(text: str) -> list[str]:
    """Return the words of `text`; a hyphenated word counts as one."""
    return _WORD.findall(text)


def sentences(text: str) -> list[str]:
    """Split `text` after full stops, question marks and exclamation marks that a new sentence follows."""
    return [part for part in _SENTENCE_END.split(text.strip()) if part]


def reading_age(read: Iterable[str]) -> float:
    """Return the age in years at which these sentences can be read, by the harder of two formulas that count letters.

    They give school grades: Smith and Senter (1967), Automated Readability Index; Coleman and Liau (1975), A computer
    readability formula designed for machine scoring. School begins at five.

    Raises ZeroDivisionError where there is no word.
    """
    by_sentence = [words(sentence) for sentence in read]
    found = [word for sentence in by_sentence for word in sentence]
    joined = "".join(found)
    letters = (len(joined) - sum(map(joined.count, "_'’-"))) / len(found)  # of a word
    length = len(found) / len(by_sentence)  # of a sentence
    return 5 + max(4.71 * letters + 0.5 * length - 21.43, 5.88 * letters - 29.6 / length - 15.8)


def starts_with_act(step: str) -> bool:
    """Tell whether the first word of `step` can be a verb in the imperative, or 'Do not'."""
    first = next(iter(words(step)), "").lower()
    if step.lower().startswith(("never ", "do not ")):
        return True
    if first in _VERBS:
        return True
    return bool(first) and first not in NO_VERB and not _NO_VERB_ENDING.search(first)


def second_act(step: str) -> str:
    """Return the clause of `step` with which it asks for one act too many, or nothing.

    Two that make one, such as to thank and to wait, may stand together; one after another, or three, may not. Nor may one and
    a call to somebody.
    """
    clauses = [clause for clause in _AND_NEXT.split(step) if clause]
    further = [clause for clause in clauses[1:] if _ACT.match(clause)]
    if further and further[-1] == clauses[-1]:
        further = [clause for clause in clauses[1:] if clause in further or clause.lower() in _ACT_WORDS]
    if len(further) > 1 or (further and _IN_TURN.search(step)):
        return further[0].rstrip(".")
    return next((clause.rstrip(".") for clause in clauses[1:] if _REACHES.match(clause)), "")


def telephone_numbers(text: str, known: frozenset[str]) -> Iterator[re.Match[str]]:
    """Find what looks like a telephone number, every emergency number and every `known` contact (digits only)."""
    known |= EMERGENCY_NUMBERS
    plain = [match for match in _NUMBER.finditer(in_plain_digits(text)) if _is_dialled(match[0], known)]
    yield from plain
    for match in numbers_in_disguise(text, known):
        if not any(match.start() < other.end() and other.start() < match.end() for other in plain):
            yield match


def personal(text: str) -> Iterator[re.Match[str]]:
    """Find what tells of one person: where mail reaches somebody, a day of birth, an address, a number in a register."""
    return _PERSONAL.finditer(text.replace("\n", " ")) if _MAY_BE_PERSONAL.search(text) else iter(())


def _is_dialled(number: str, known: frozenset[str]) -> bool:
    is_known = re.sub(r"\D", "", number) in known
    return is_known or bool(_TELEPHONE.fullmatch(number) and not _DATE.fullmatch(number))


def american_words(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Find American spellings, each with its British one."""
    return _spelt_otherwise(text, AMERICAN)


def british_words(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Find British spellings, each with its American one."""
    return _spelt_otherwise(text, BRITISH)


def _spelt_otherwise(text: str, spellings: Mapping[str, str]) -> Iterator[tuple[re.Match[str], str]]:
    if spellings.keys().isdisjoint(_LETTERS.findall(text.lower())):
        return
    for match in _LETTERS.finditer(text):
        if other := spellings.get(match[0].lower()):
            yield match, other
