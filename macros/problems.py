"""Every kind of mistake the guide knows, and the one place that words a message about it.

The table `KINDS` is also the reference page `docs/reference/problems.md`: message, reason and fix are written once.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches

_VALUE = re.compile(r"\{(\w+)\}")  # in a message or a fix; `{{ word() }}` stands for itself


@dataclass(frozen=True)
class Kind:
    """One kind of mistake: what is said of it, why it matters and how it is mended."""

    code: str
    title: str
    message: str
    fix: str
    why: str

    @property
    def anchor(self) -> str:
        """The fragment of this kind in the reference page."""
        return self.code.lower()


@dataclass(frozen=True, order=True)
class Place:
    """A place in a file an author can open; lines and columns count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake at one place."""

    place: Place
    code: str
    message: str
    fix: str

    def __str__(self) -> str:
        where = f"docs: reference/problems/#{self.code.lower()}"
        return f"{self.place}  {self.code}  {self.message}\n    fix: {self.fix}      {where}"


@dataclass
class Problems:
    """Collects problems, so that one run finds them all.

    `doubtful` holds the text of each file whose facts could not all be read, or nothing where there is none.
    """

    found: list[Problem] = field(default_factory=list)
    doubtful: dict[str, str | None] = field(default_factory=dict)

    def add(self, place: Place, code: str, /, **values: object) -> None:
        """Note a problem of kind `code`, worded with `values`."""
        kind = KINDS[code]
        message, fix = (
            _VALUE.sub(lambda name: str(values[name[1]]), text) for text in (kind.message, kind.fix)
        )
        self.found.append(Problem(place, code, message, fix))

    def may_hold(self, folder: str, name: str) -> bool:
        """Tell whether a doubtful file of `folder` may hold `name`, so that nobody is told it is missing.

        `folder` (or file) counts from `docs/`, and from the folder of a practice.
        """
        texts = [text for file, text in self.doubtful.items() if file.partition("/")[2].startswith(folder)]
        return any(text is None or name in text for text in texts)

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(set(self.found)))

    def __len__(self) -> int:
        return len(set(self.found))


class ProblemsFoundError(Exception):
    """The guide holds mistakes, so nothing is published. The message lists every one of them."""

    def __init__(self, problems: Problems) -> None:
        """Word all `problems`, in the order of their places."""
        self.problems = tuple(problems)
        count = f"{len(self.problems)} problem{'s' if len(self.problems) != 1 else ''}"
        said = "\n".join([*map(str, self.problems), "", f"{count}. Nothing was published."])
        super().__init__(said.encode(errors="replace").decode())  # a file may have a name that is no UTF-8


def nearest(name: str, known: Iterable[str]) -> str:
    """Say which known name the author may have meant, or list a few."""
    names = sorted(known)
    close = get_close_matches(name, names, n=1, cutoff=0.5)
    if close:
        return f"did you mean '{close[0]}'?"
    return f"use one of: {', '.join(names[:12])}" if names else "there is none yet"


KINDS: dict[str, Kind] = {
    kind.code: kind
    for kind in (
        # Files and YAML
        Kind(
            "EW001",
            "No front matter",
            "the page does not start with front matter between two lines '---'",
            "start the file with a line '---', the page's facts, and another line '---'",
            "Machines need the facts of a page apart from its text.",
        ),
        Kind(
            "EW002",
            "YAML that cannot be read",
            "this YAML cannot be read: {reason}",
            "check the indentation, and put text with ': ' or a leading quote into double quotes",
            "One stray character can change what the rest of the file means.",
        ),
        Kind(
            "EW003",
            "A key written twice",
            "'{key}' is written twice; the first one would be lost",
            "keep one of the two",
            "YAML keeps the last of two equal keys without a word.",
        ),
        Kind(
            "EW004",
            "Not UTF-8",
            "the file is not UTF-8 text: {reason}",
            "save the file again with the encoding UTF-8",
            "A wrong encoding turns dashes and accents into noise.",
        ),
        Kind(
            "EW005",
            "A page in no room",
            "'{path}' belongs to no room of the guide",
            "move it to sessions/, relationships/, shared/, letters/, course/ or reference/",
            "The folder of a page says which kind of page it is.",
        ),
        Kind(
            "EW006",
            "A file name that is no address",
            "'{path}' is not a lasting address",
            "use small letters, digits and single hyphens, and end the name with .md",
            "The path of a page is its address for ever.",
        ),
        Kind(
            "EW007",
            "Data that is missing",
            "the data file '{path}' is missing",
            "bring the file back; the guide cannot be built without it",
            "Contacts, sources and identities live in data files.",
        ),
        Kind(
            "EW008",
            "Data of the wrong shape",
            "this file should hold {expected}",
            "look at another entry of the file, or at its history",
            "Data that is not understood would be left out silently.",
        ),
        # Fields
        Kind(
            "EW101",
            "Something missing",
            "'{key}' is missing",
            "add '{key}'",
            "Each part of a page has a reader who looks for it.",
        ),
        Kind(
            "EW102",
            "An unknown key",
            "'{key}' is not known here",
            "{hint}",
            "A misspelt key would be ignored and its text lost.",
        ),
        Kind(
            "EW103",
            "A wrong type",
            "'{key}' {reason}",
            "put text in quotes; write a list with one '- ' for each entry",
            "YAML reads words such as yes, no and 5 as something other than text.",
        ),
        Kind(
            "EW104",
            "A step that is too long",
            "step '{id}' has {count} words; a step has at most 20",
            "split it, or move the reason to `why`",
            "A step is read under stress, at a glance.",
        ),
        Kind(
            "EW105",
            "A value that does not exist",
            "'{value}' is no {key}",
            "{hint}",
            "Phases, modes, kinds and states are fixed lists.",
        ),
        Kind(
            "EW106",
            "A phase of the other side",
            "'{value}' is no phase of {side}",
            "{hint}",
            "Sessions and relationships have phases of their own.",
        ),
        Kind(
            "EW107",
            "Empty text",
            "'{key}' is empty",
            "write it, or take the key out",
            "An empty line on a page helps nobody.",
        ),
        Kind(
            "EW108",
            "A name that cannot last",
            "'{value}' cannot be a permanent name",
            "use small letters, digits and single hyphens, such as 'ask-safety'",
            "Ids stand in addresses that other sites keep.",
        ),
        Kind(
            "EW109",
            "A reserved id",
            "'{id}' names a part of every page",
            "choose another id",
            "Two things with one id cannot both be linked to.",
        ),
        Kind(
            "EW110",
            "An id used twice",
            "'{id}' is used twice on this page",
            "give the newer one another id",
            "Ticks and links are kept by id.",
        ),
        Kind(
            "EW111",
            "Too few steps",
            "the pause point has {count} step{s}; it needs 5 to 9",
            "add what is missing, or make it a phrase on another page",
            "A list of two is a reminder and not a checklist.",
        ),
        Kind(
            "EW112",
            "Too many steps",
            "the pause point has {count} steps; it needs 5 to 9",
            "keep what is most often forgotten and most harmful to miss",
            "Past nine steps people stop reading.",
        ),
        Kind(
            "EW113",
            "A step that starts with no verb",
            "step '{id}' starts with '{word}'",
            "start with what to do: 'Ask ...', 'Say ...', 'Do not ...'",
            "The first word of a step is the act.",
        ),
        Kind(
            "EW114",
            "A step with two sentences",
            "step '{id}' has more than one sentence",
            "keep one action; move the rest to `why` or to a step of its own",
            "One tick can stand for one act only.",
        ),
        Kind(
            "EW115",
            "A title that asks nothing",
            "the title of a practice is a question",
            "write it as the clinician would ask it, with '?' at its end",
            "People arrive with a question.",
        ),
        Kind(
            "EW116",
            "An answer that is too long",
            "the {key} has {count} sentences; it has 1 or 2",
            "keep the answer; move the rest to the text",
            "The answer must fit the first screen.",
        ),
        Kind(
            "EW117",
            "Too many voices",
            "'{id}' has {count} ways to say it; at most 2 fit",
            "keep a gentle one and a firmer one",
            "More than two choices slow a speaker down.",
        ),
        Kind(
            "EW118",
            "Too few ways to ask",
            "'{page}' has {count} way{s} to ask for it; search needs at least 2",
            "add how people really say it: slang, short forms, half sentences",
            "Search finds pages through these phrases.",
        ),
        Kind(
            "EW119",
            "A phrase asked twice",
            "'{value}' stands twice among the ways to ask for this page",
            "take one out",
            "A repeated phrase adds nothing.",
        ),
        Kind(
            "EW120",
            "Minutes that cannot be",
            "{value} minutes is not between 1 and 60",
            "give our best estimate in whole minutes",
            "The reader chooses a page by the time left.",
        ),
        Kind(
            "EW121",
            "A blank that nobody explains",
            "'{id}' stands in the letter and not among its blanks",
            "add it to `blanks` with what to ask for",
            "A reader who fills the letter must know what belongs there.",
        ),
        Kind(
            "EW122",
            "A blank that is never used",
            "'{id}' stands among the blanks and not in the letter",
            "write it into the letter in braces, or take it out",
            "The reader would be asked for something that goes nowhere.",
        ),
        Kind(
            "EW123",
            "Safety does not come first",
            "the first step '{id}' is not about safety",
            "begin with the question about safety, or say in `no_risk` why no risk can appear here",
            "Money, paper and the clock never stand before the question whether everyone is safe.",
        ),
        Kind(
            "EW124",
            "Reasons too thin or too long",
            "'Why' and what follows it have {count} words; a page of the guide has 250 to 620",
            "say what the steps rest on and where they end, or move what is more to a page of its own",
            "Without reasons nobody can weigh the steps, and long ones are not read.",
        ),
        Kind(
            "EW125",
            "No words, or no exception",
            "the page has no '{key}'",
            "add it: a page of the guide has words to say, at a step too, and tells when not to follow it",
            "People come for words and not for principles, and a list that fits always fits nobody.",
        ),
        Kind(
            "EW126",
            "Ways to ask in the page",
            "'asks' stands in the page",
            "move it to {file}, under the name of the page",
            "What search alone reads would fill the page that an author opens.",
        ),
        Kind(
            "EW127",
            "Ways to ask for no page",
            "there is no page '{page}' to ask for here",
            "{hint}",
            "Search would lead nowhere.",
        ),
        # Sources and evidence
        Kind(
            "EW201",
            "An unknown source",
            "there is no source '{id}'",
            "{hint}",
            "A claim must rest on something a reader can look up.",
        ),
        Kind(
            "EW202",
            "An unverified source stated",
            "'{id}' was never read, so nothing can be stated from it",
            "find a source that was read, or mark the step 'editorial'",
            "What nobody has read is not evidence.",
        ),
        Kind(
            "EW203",
            "Law or safety on web pages alone",
            "'{id}' speaks of {topic} and rests on web pages alone",
            "add a law, code, guideline or study, or mark it 'editorial' too",
            "A blog never carries law, ethics or safety by itself.",
        ),
        Kind(
            "EW204",
            "A step that rests on nothing",
            "'{id}' names no source",
            "name its sources, or mark it 'editorial'",
            "Readers are told what each step rests on.",
        ),
        Kind(
            "EW205",
            "A source named twice",
            "'{id}' is named twice",
            "take one out",
            "It would be printed twice.",
        ),
        Kind(
            "EW206",
            "Two entries with one id",
            "two entries are called '{id}'",
            "rename the newer one",
            "What names a source, a contact or a line by its id would point to the wrong one.",
        ),
        Kind(
            "EW207",
            "A source that says nothing",
            "'{id}' is stated, and its entry does not tell what it says",
            "add `says`: what it says that matters here, in our own words and at its confidence",
            "Readers of the list of sources learn what each is there for.",
        ),
        Kind(
            "EW208",
            "An authority that nobody can look up",
            "'{name}' is named, and its paragraph cites nothing",
            "cite what says so in the paragraph, or say only how far we read it: 'We read the code in part.'",
            "Who speaks in the name of a law, a code or a body says where that can be read.",
        ),
        # Links
        Kind(
            "EW301",
            "A link to nothing",
            "there is no practice '{to}'",
            "{hint}",
            "A reader in a hurry does not come back from a dead end.",
        ),
        Kind(
            "EW302",
            "A link to itself",
            "the page links to itself",
            "take it out",
            "A cross-link joins two pages.",
        ),
        Kind(
            "EW303",
            "A pair written twice",
            "the pair with '{to}' is already written in {other}",
            "keep one of the two; it is shown on both pages",
            "Two reasons for one pair drift apart.",
        ),
        Kind(
            "EW304",
            "A one-sided practice",
            "no cross-link joins this practice with {side}",
            "add a link with its reason, on either page",
            "Joining the two kinds of ending is what the guide is for.",
        ),
        Kind(
            "EW305",
            "A cross-link within one side",
            "'{to}' is on the same side",
            "link to it from the text, or from `unless`",
            "Cross-links join sessions with relationships.",
        ),
        Kind(
            "EW306",
            "A reason that reads from one side only",
            "the reason says '{word}'",
            "write a statement about the pair that is true on both pages",
            "The reason is shown on both pages.",
        ),
        Kind(
            "EW307",
            "A dead link in the text",
            "'{to}' leads nowhere",
            "{hint}",
            "A reader in a hurry does not come back from a dead end.",
        ),
        Kind(
            "EW308",
            "A link to a missing place",
            "'{to}' has no place '#{fragment}'",
            "{hint}",
            "The reader would land at the top and not know why.",
        ),
        Kind(
            "EW309",
            "A link to another site in the text",
            "'{to}' leads to another site",
            "add it as a source and cite it",
            "Sources are listed with what they are and how far they were read.",
        ),
        Kind(
            "EW310",
            "Navigation that leads nowhere",
            "'{to}' is no page that the navigation may lead to",
            "{hint}",
            "It stands on every page, and a reader would be lost on each of them.",
        ),
        Kind(
            "EW311",
            "A page that nobody finds",
            "neither the navigation nor the text of a page leads to '{path}'",
            "give it an entry in docs/data/navigation.yml, or a link on another page",
            "It would be published, and only search would find it.",
        ),
        # Words
        Kind(
            "EW401",
            "A forbidden word",
            "'{word}' is not a word for a client",
            "write 'end', 'goodbye', 'refer' or 'transfer'; put the word among the ways to ask, in `data/asks`",
            "The words for an ending are part of the ending.",
        ),
        Kind(
            "EW402",
            "A crisis number in prose",
            "'{number}' looks like a telephone number",
            "write {{ contacts() }}; numbers live in docs/data/contacts.yml with the date they were checked",
            "A number typed into a page is never checked again.",
        ),
        Kind(
            "EW403",
            "A sentence that is too long",
            "this sentence has {count} words; at most 20 are read at a glance",
            "split it: '{start} ...'",
            "Long sentences are lost under stress.",
        ),
        Kind(
            "EW404",
            "A paragraph that is too long",
            "this paragraph has {count} sentences; at most 3",
            "split it",
            "People scan paragraphs by their first words.",
        ),
        Kind(
            "EW405",
            "American spelling",
            "'{word}' is American spelling",
            "write '{british}'; put the other spelling into `data/asks` if people search with it",
            "One spelling in the prose; search finds both.",
        ),
        Kind(
            "EW406",
            "HTML in a page",
            "'{tag}' is HTML",
            "write Markdown, or ask for a component",
            "Pages hold words; components hold the markup that was tested.",
        ),
        Kind(
            "EW407",
            "Placeholder text",
            "'{word}' is placeholder text",
            "write the real text, or take the passage out",
            "A reader cannot tell a placeholder from advice.",
        ),
        # The words a page may call
        Kind(
            "EW501",
            "An unknown word in braces",
            "there is no '{name}()'",
            "{hint}",
            "A misspelt word would stop the build, or be printed.",
        ),
        Kind(
            "EW502",
            "Wrong arguments",
            "'{name}()' {reason}",
            "look at the list of words in macros/registry.py",
            "A word with the wrong arguments cannot be made into a page.",
        ),
        Kind(
            "EW503",
            "Braces that cannot be read",
            "the braces cannot be read: {reason}",
            "write {{ word() }} with two braces on each side",
            "What stands in braces is a call.",
        ),
        Kind(
            "EW504",
            "A part of the page is missing",
            "the page has no {{ {name}() }}",
            "add it; the order is {order}",
            "Pages of one kind have the same parts, so that the eye learns them once.",
        ),
        Kind(
            "EW505",
            "Parts out of order",
            "{{ {name}() }} stands too early",
            "the order is {order}",
            "The checklist and the words to say come before any background.",
        ),
        Kind(
            "EW506",
            "A part used twice",
            "{{ {name}() }} stands twice",
            "keep one",
            "The same ids would stand on the page twice.",
        ),
        Kind(
            "EW507",
            "Background before the checklist",
            "text stands before the checklist and the words to say",
            "move it below {{ crosslinks() }}",
            "A reader with six minutes needs the steps first.",
        ),
        Kind(
            "EW508",
            "A word on the wrong kind of page",
            "'{name}()' does not belong on a {kind} page",
            "take it out",
            "Each word belongs to some kinds of page.",
        ),
        # Identity
        Kind(
            "EW601",
            "A published address is lost",
            "'{row}' was published and leads nowhere now",
            "bring it back, or say where it went in {file}",
            "Clinics link to pages, steps and phrases for years.",
        ),
        Kind(
            "EW602",
            "The ledger was altered",
            "the ledger does not match its seal",
            "restore {file} from its history; only `make ledger` writes to it",
            "The ledger is append-only: it is the memory of every address.",
        ),
        Kind(
            "EW603",
            "A retired id used again",
            "'{row}' was moved to '{to}' and exists again",
            "give the new one another id, or take the redirect out",
            "An old link would lead to something else.",
        ),
        Kind(
            "EW604",
            "A redirect to nothing",
            "the redirect leads to '{to}', which is not there",
            "{hint}",
            "A redirect must end at something to read.",
        ),
        Kind(
            "EW605",
            "A redirect that is never needed",
            "'{row}' was never published",
            "take the redirect out, or check its spelling",
            "A misspelt redirect mends nothing.",
        ),
        Kind(
            "EW606",
            "Two redirects from one address",
            "'{row}' is redirected twice",
            "keep one",
            "A link can lead to one place only.",
        ),
        Kind(
            "EW607",
            "A number that is not written down",
            "no number is written down for {rows}",
            "run `make ledger`, but bring a ledger that was lost back first: without it, numbers are given anew",
            "What a clinician did in the course is kept by these numbers, in the browser and in signed records.",
        ),
        Kind(
            "EW608",
            "A number of the other range",
            "{number} is no number for '{row}'",
            "restore {file} from its history, and run `make ledger`",
            "The guide and a practice have numbers of their own, so that neither moves those of the other.",
        ),
        Kind(
            "EW609",
            "A row or a number that stands twice",
            "'{value}' stands twice in the ledger",
            "restore {file} from its history, and run `make ledger`",
            "What a clinician did would be credited to another task.",
        ),
        Kind(
            "EW610",
            "A row of the ledger that cannot be read",
            "'{line}' is neither an address nor one of the course with its number",
            "restore {file} from its history, and run `make ledger`",
            "A number that is misread would credit what was done to another task.",
        ),
        Kind(
            "EW611",
            "No number is left",
            "there is no number left for '{row}'",
            "keep the ids that are there, and write the new words under them",
            "Numbers are never given again, and a code holds only so many.",
        ),
        # The source text
        Kind(
            "EW701",
            "An unknown line of the source text",
            "the source text has no line '{row}'",
            "{hint}",
            "A practice says which lines it answers.",
        ),
        Kind(
            "EW702",
            "A line with no home",
            "no practice carries line '{row}': {text}",
            "add '{row}' to `carries` of the practice that answers it",
            "Nothing of the text this guide grew from is lost.",
        ),
        Kind(
            "EW703",
            "Noise carried as advice",
            "'{row}' is noise of a web page",
            "take it out of `carries`",
            "Headings and image credits are no advice.",
        ),
        # Contacts
        Kind(
            "EW801",
            "A region without contacts",
            "region '{id}' has no contact",
            "add one with its source, or leave the region out",
            "A chosen region with no number is a dead end in an emergency.",
        ),
        Kind(
            "EW802",
            "An unknown region",
            "there is no region '{id}'",
            "{hint}",
            "The practice chooses which contacts are printed.",
        ),
        Kind(
            "EW803",
            "A contact that was never read",
            "contact '{id}' rests on '{source}', which was never read",
            "find a source that was read, or leave the contact out",
            "A wrong crisis number is worse than none.",
        ),
        Kind(
            "EW804",
            "A date in the future",
            "'{key}' is {value}, which is in the future",
            "write the day it was really done",
            "A date that has not come vouches for nothing.",
        ),
        Kind(
            "EW805",
            "Nothing that can be dialled",
            "'{value}' cannot be dialled",
            "use digits, spaces and hyphens",
            "A telephone link is made of it.",
        ),
        Kind(
            "EW806",
            "No crisis contact at all",
            "no region is chosen and no contact is given",
            "choose a region, or give the contacts of your own country under `contacts`",
            "A page for danger without a number is a dead end.",
        ),
        Kind(
            "EW807",
            "No emergency number",
            "{where} no emergency number to call",
            "add one with `for: [emergency]` and `way: call`",
            "A listening line is no ambulance: where life is at risk, the emergency number is called first.",
        ),
        # A practice's own file and folder
        Kind(
            "EW851",
            "A number out of range",
            "'{key}' is {value}; {reason}",
            "write a whole number in that range, or take the setting out",
            "A slip of the finger would stand on every page.",
        ),
        Kind(
            "EW852",
            "A name of yours without its sign",
            "'{name}' is your own and does not begin with 'local-'",
            "call it 'local-{name}'",
            "The guide never uses such names, so that no update can take yours.",
        ),
        Kind(
            "EW853",
            "A name kept for practices",
            "'{name}' begins with 'local-'",
            "choose another name; in the folder of a practice it would be right",
            "These names are kept for the practices that run the guide.",
        ),
        Kind(
            "EW854",
            "A local step that points nowhere",
            "there is no {what} '{to}'",
            "{hint}",
            "The step would be lost without a word.",
        ),
        Kind(
            "EW855",
            "A local step without one place",
            "step '{id}' names {count} places in the list; it needs one",
            "write either `after` or `before` with the id of a step of the list",
            "Where a step stands is part of what it says.",
        ),
        Kind(
            "EW856",
            "Too many local steps",
            "this is local step {count} on '{page}'; a list takes at most {most}",
            "join two of them, or write a page of your own",
            "Past nine steps people stop reading, and a practice may add two to that.",
        ),
        Kind(
            "EW857",
            "A page that cannot be hidden",
            "'{page}' cannot be hidden: {reason}",
            "{hint}",
            "Only a practice or a letter of the guide can give way to another page.",
        ),
        Kind(
            "EW858",
            "A page for danger behind one that is not",
            "'{page}' is for danger, and '{to}' is not",
            "lead to a read-do page, which may be your own",
            "Someone in danger follows that link.",
        ),
        Kind(
            "EW859",
            "A file that is not there",
            "there is no '{path}'",
            "bring it, or take the setting out",
            "The page would show a gap.",
        ),
        Kind(
            "EW860",
            "A file that nothing reads",
            "nothing reads '{path}', {what}",
            "{hint}",
            "What nobody meant to publish could hold anything: a list of clients would lie on every reader's device.",
        ),
        Kind(
            "EW861",
            "A wind-down longer than the session",
            "the wind-down begins {wind_down} minutes before the end of a session of {session}",
            "make it shorter than the session",
            "The two numbers stand on one page.",
        ),
        Kind(
            "EW862",
            "An unknown decision",
            "'{key}' is no decision of a practice",
            "{hint}",
            "The page would promise a line that is never printed.",
        ),
        Kind(
            "EW863",
            "A term that is never used",
            "no practice uses '{term}' in its text",
            "give the form that the text uses under `also`, or take the term out",
            "A glossary explains the words that its readers meet.",
        ),
        # Reviews
        Kind(
            "EW901",
            "A review with no reviewer",
            "the page is marked as reviewed without {missing}",
            "name who reviewed it and when, with the digest of the text; or set the state back to draft",
            "No page claims a review that did not happen.",
        ),
        Kind(
            "EW902",
            "A draft with a reviewer",
            "a draft names a reviewer",
            "set the state to reviewed, or take the name out",
            "Readers would take a draft for a reviewed page.",
        ),
        Kind(
            "EW903",
            "A change that is not written down",
            "the text of this page is not the one that {file} gives a day for",
            "run `make changes`, which writes today down as the day of the change",
            "Every page says when its text last changed.",
        ),
        Kind(
            "EW904",
            "A day for a page that is not there",
            "there is no practice, letter or module '{page}' here",
            "run `make changes`, which takes the row out",
            "A row that stands for nothing may hide that a page was renamed.",
        ),
        # The course
        Kind(
            "EW951",
            "Minutes that do not sum",
            "'total' is {total}; the parts take {sum} minutes",
            "write the sum, or correct a part",
            "A clinician plans the week by these minutes.",
        ),
        Kind(
            "EW952",
            "A week that the course does not have",
            "there is no week {week}; the course has weeks 1 to 4",
            "give the week in which the module is done",
            "The syllabus has four weeks.",
        ),
        Kind(
            "EW953",
            "Too few or too many checks",
            "the module has {count} checks; it needs 5 to 8",
            "add what is worth knowing, or keep what is",
            "Fewer show little, and more tire.",
        ),
        Kind(
            "EW954",
            "An unknown module",
            "there is no module '{id}'",
            "{hint}",
            "Modules are done in an order, which must hold.",
        ),
        Kind(
            "EW955",
            "A module that cannot come first",
            "'{id}' comes in a later week, or needs this module itself",
            "take it out of `after`, or change the week",
            "Nobody could begin.",
        ),
        Kind(
            "EW956",
            "A phrase that is not on the page",
            "'{to}' has no phrase '{id}'",
            "{hint}",
            "What is said aloud is the guide's own phrase.",
        ),
        Kind(
            "EW957",
            "A check without one right answer",
            "'{id}' has {right} right options of {count}; it needs one of at least two",
            "mark the one that is right with `right: true`",
            "A reader learns from one clear answer.",
        ),
        Kind(
            "EW958",
            "A choice that leads nowhere",
            "there is no scene '{id}'",
            "{hint}",
            "The reader would be left in the middle of the case.",
        ),
        Kind(
            "EW959",
            "A scene that neither goes on nor ends",
            "scene '{id}' needs choices or an end, and not both",
            "give it choices, or say `end: good` or `end: poor`",
            "A case goes on, or it is over.",
        ),
        Kind(
            "EW960",
            "A scene outside the case",
            "scene '{id}' is never reached, or no end is reached from it",
            "let a choice lead to it, and a way lead out of it",
            "A reader must be able to come there, and to finish.",
        ),
        Kind(
            "EW961",
            "A case that is over too soon",
            "a good end is reached after {count} decisions; it needs at least 3, and one good end",
            "add decisions on the way to the good end",
            "One right guess teaches little.",
        ),
    )
}
