"""Mistakes as pictures: what is planted, where the guide finds it (▸), and what it says. See `author.py`."""

# One or more for each kind of mistake, in the order of their codes.
MISTAKES = [
    # Files and YAML
    """
    shared/notes.md
    + ▸Some notes.
    EW001 the page does not start with front matter between two lines '---'
    fix: start the file with a line '---', the page's facts, and another line '---'
    """,
    """
    sessions/door.md
    - title: What do I do at the door?
    + title: What do I say▸: goodbye or not yet?
    EW002 this YAML cannot be read: mapping values are not allowed in this context
    fix: check the indentation, and put text with ': ' or a leading quote into double quotes
    """,
    """
    sessions/door.md
    - minutes: 10
    + minutes: 10
    + ▸minutes: 15
    EW003 'minutes' is written twice; the first one would be lost
    fix: keep one of the two
    """,
    """
    sessions/door.md
    - when: The client says something large as they stand up.
    + when: The client says something large at the caf▸\udce9.
    EW004 the file is not UTF-8 text: invalid continuation byte
    fix: save the file again with the encoding UTF-8
    """,
    """
    letters/goodbye.md
    + ▸---
    + title: A letter
    + summary: To say goodbye.
    + ---
    EW005 'letters/goodbye' belongs to no room of the guide
    fix: move it to sessions/, relationships/, shared/ or reference/
    """,
    """
    sessions/At the door.md
    + ▸---
    + title: A name with blanks and a capital
    + ---
    EW006 'sessions/At the door.md' is not a lasting address
    fix: use small letters, digits and single hyphens, and end the name with .md
    """,
    """
    delete data/redirects.yml
    docs/data/redirects.yml:1:1 EW007 the data file 'docs/data/redirects.yml' is missing
    fix: bring the file back; the guide cannot be built without it
    """,
    """
    data/contacts.yml
    + ▸us: United States
    EW008 this file should hold a list of regions
    fix: look at another entry of the file, or at its history
    """,
    # Fields
    """
    sessions/door.md
    - - id: too-big
    -   when: The client goes on
    + - ▸id: too-big
    EW101 'when' is missing
    fix: add 'when'
    """,
    """
    sessions/door.md
    - minutes: 10
    + minutes: 10
    + ▸sumary: Check safety first.
    EW102 'sumary' is not known here
    fix: did you mean 'summary'?
    """,
    """
    sessions/door.md
    - minutes: 10
    + ▸minutes: ten
    EW103 'minutes' is text; it should be a whole number
    fix: put text in quotes; write a list with one '- ' for each entry
    """,
    """
    sessions/door.md
    - do: Stay where you are.
    + ▸do: Stay where you are and let your voice go down until it is slow, low and warm and has room for silence.
    EW104 step 'stay' has 21 words; a step has at most 20
    fix: split it, or move the reason to `why`
    """,
    """
    sessions/door.md
    - mode: read-do
    + ▸mode: do-read
    EW105 'do-read' is no mode
    fix: did you mean 'read-do'?
    """,
    """
    sessions/door.md
    - phase: at-the-door
    + ▸phase: deciding
    EW106 'deciding' is no phase of sessions
    fix: use one of: afterwards, at-the-door, last-ten-minutes, opening
    """,
    """
    sessions/door.md
    - say: What is next for you today?
    + ▸say:
    EW107 'say' is empty
    fix: write it, or take the key out
    """,
    """
    sessions/door.md
    - - id: ask-today
    + - ▸id: Ask_today
    EW108 'Ask_today' cannot be a permanent name
    fix: use small letters, digits and single hyphens, such as 'ask-safety'
    """,
    """
    sessions/door.md
    - - id: ask-today
    + - ▸id: checklist
    EW109 'checklist' names a part of every page
    fix: choose another id
    """,
    """
    sessions/door.md
    - - id: too-big
    + - ▸id: note
    EW110 'note' is used twice on this page
    fix: give the newer one another id
    """,
    """
    relationships/goodbye.md
    = ▸steps:
    - - {id: look-ahead, do: Look ahead together., sources: [editorial]}
    EW111 the pause point has 4 steps; it needs 5 to 9
    fix: add what is missing, or make it a phrase on another page
    """,
    """
    relationships/goodbye.md
    = ▸steps:
    - - {id: look-ahead, do: Look ahead together., sources: [editorial]}
    + - {id: three, do: Look ahead together., sources: [editorial]}
    + - {id: four, do: Look ahead together., sources: [editorial]}
    + - {id: five, do: Look ahead together., sources: [editorial]}
    + - {id: six, do: Look ahead together., sources: [editorial]}
    + - {id: seven, do: Look ahead together., sources: [editorial]}
    + - {id: eight, do: Look ahead together., sources: [editorial]}
    EW112 the pause point has 10 steps; it needs 5 to 9
    fix: keep what is most often forgotten and most harmful to miss
    """,
    """
    sessions/door.md
    - do: Ask how the day goes on.
    + ▸do: The client says how the day goes on.
    EW113 step 'ask-today' starts with 'The'
    fix: start with what to do: 'Ask ...', 'Say ...', 'Do not ...'
    """,
    """
    sessions/door.md
    - do: Ask how the day goes on.
    + ▸do: Ask how the day goes on. Then wait.
    EW114 step 'ask-today' has more than one sentence
    fix: keep one action; move the rest to `why` or to a step of its own
    """,
    """
    sessions/door.md
    - title: What do I do at the door?
    + ▸title: What to do at the door
    EW115 the title of a practice is a question
    fix: write it as the clinician would ask it, with '?' at its end
    """,
    """
    sessions/door.md
    - summary: Check safety first. Give it the first place next time.
    + ▸summary: Check safety first. Breathe. Give it the first place next time.
    EW116 the summary has 3 sentences; it has 1 or 2
    fix: keep the answer; move the rest to the text
    """,
    """
    sessions/door.md
    - say:
    -   - Thank you for telling me.
    + ▸say:
    +   - Well done.
    +   - Thank you for telling me.
    EW117 'stay' has 3 ways to say it; at most 2 fit
    fix: keep a gentle one and a firmer one
    """,
    """
    relationships/goodbye.md
    - asks: [last session ever, closing ritual]
    + ▸asks: [last session ever]
    EW118 'asks' has 1 phrase; search needs at least 2
    fix: add how people really say it: slang, short forms, half sentences
    """,
    """
    sessions/door.md
    - - big news at the door
    + - big news at the door
    + - ▸Doorknob disclosure
    EW119 'Doorknob disclosure' stands twice in 'asks'
    fix: take one out
    """,
    """
    sessions/door.md
    - minutes: 10
    + ▸minutes: 90
    EW120 90 minutes is not between 1 and 60
    fix: give our best estimate in whole minutes
    """,
    # Sources and evidence
    """
    sessions/door.md
    - sources: [the-act, editorial]
    + sources: [▸act, editorial]
    - People often say it late {{ cite("knox") }}. The rest is in [the plan](../shared/plan.md#first).
    + We cite {{ cite("knox") }} and {{ ▸cite("knocks") }}.
    EW201 there is no source 'act'
    fix: did you mean 'the-act'?
    EW201 there is no source 'knocks'
    fix: did you mean 'knox'?
    """,
    """
    sessions/door.md
    - sources: [knox]
    + sources: [knox, ▸hearsay]
    EW202 'hearsay' was never read, so nothing can be stated from it
    fix: find a source that was read, or mark the step 'editorial'
    """,
    """
    sessions/door.md
    - - {id: open, do: Open the next hour with it., sources: [blog]}
    + - {id: open, do: Ask for consent to open with it., ▸sources: [blog]}
    EW203 step 'open' speaks of law or ethics and rests on web pages alone
    fix: add a law, code, guideline or study, or mark it 'editorial' too
    """,
    """
    sessions/door.md
    - - {id: open, do: Open the next hour with it., sources: [blog]}
    + - {id: open, do: Open the next hour with it., why: The risk may be back., ▸sources: [blog]}
    EW203 step 'open' speaks of safety and rests on web pages alone
    fix: add a law, code, guideline or study, or mark it 'editorial' too
    """,
    """
    sessions/door.md
    - - {id: note, do: Write it down., sources: [editorial]}
    + - ▸{id: note, do: Write it down.}
    EW204 step 'note' names no source
    fix: name its sources, or mark it 'editorial'
    """,
    """
    sessions/door.md
    - sources: [the-act, editorial]
    + sources: [the-act, ▸the-act, editorial]
    EW205 'the-act' is named twice
    fix: take one out
    """,
    """
    data/sources.yml
    - - id: knox
    -   kind: study
    + - ▸id: the-act
    +   kind: study
    +   confidence: seen
    +   type: book
    +   title: Another
    +   author: [{family: Other}]
    +   year: 2020
    + - id: knox
    +   kind: study
    EW206 two sources are called 'the-act'
    fix: rename the newer one
    """,
    # Links
    """
    relationships/goodbye.md
    - - to: shared/plan
    -   because: A plan outlives the last hour.
    + - ▸to: sessions/dor
    +   because: A plan outlives the last hour.
    EW301 there is no practice 'sessions/dor'
    fix: did you mean 'sessions/door'?
    """,
    """
    sessions/door.md
    - do: Leave this list and make a plan.
    - to: shared/plan
    + do: Leave this list and make a plan.
    + ▸to: shared/plans
    EW301 there is no practice 'shared/plans'
    fix: did you mean 'shared/plan'?
    """,
    """
    shared/plan.md
    - carries: []
    + links:
    +   - ▸to: shared/plan
    +     because: A plan leads to a plan.
    + carries: []
    EW302 the page links to itself
    fix: take it out
    """,
    """
    sessions/door.md
    - - to: relationships/goodbye
    + - ▸to: relationships/goodbye
    relationships/goodbye.md
    - - to: shared/plan
    + - to: sessions/door
    +   because: Both are last words.
    + - to: shared/plan
    EW303 the pair with 'relationships/goodbye' is already written in docs/relationships/goodbye.md
    fix: keep one of the two; it is shown on both pages
    """,
    """
    sessions/door.md
    = ▸---
    - links:
    -   - to: relationships/goodbye
    -     because: Both keep the last words for what matters.
    EW304 no cross-link joins this practice with relationships
    fix: add a link with its reason, on either page
    """,
    """
    sessions/door.md
    - - to: relationships/goodbye
    + - to: relationships/goodbye
    +   because: Both keep the last words for what matters.
    + - ▸to: sessions/late
    sessions/late.md
    ~ sessions/door.md
    EW305 'sessions/late' is on the same side
    fix: link to it from the text, or from `unless`
    """,
    """
    relationships/goodbye.md
    - because: A plan outlives the last hour.
    + ▸because: A plan outlives the last hour, as this page shows.
    EW306 the reason says 'this page'
    fix: write a statement about the pair that is true on both pages
    """,
    """
    relationships/goodbye.md
    - Goodbyes are short.
    + Goodbyes are [like doors](▸../sessions/dor.md).
    EW307 '../sessions/dor.md' leads nowhere
    fix: did you mean '../sessions/door.md'?
    """,
    """
    relationships/goodbye.md
    - Goodbyes are short.
    + Goodbyes are [like doors](▸../sessions/door.md#stays), [short](▸#whi) and [said](#part).
    EW308 '../sessions/door.md' has no place '#stays'
    fix: did you mean 'stay'?
    EW308 'this page' has no place '#whi'
    fix: did you mean 'why'?
    """,
    """
    relationships/goodbye.md
    - Goodbyes are short.
    + Goodbyes are [well studied](▸https://journal.example/goodbyes).
    EW309 'https://journal.example/goodbyes' leads to another site
    fix: add it as a source and cite it
    """,
    # Words
    """
    relationships/goodbye.md
    - Goodbyes are short.
    + Nobody ever ▸fires a client.
    EW401 'fires' is not a word for a client
    fix: write 'end', 'goodbye', 'refer' or 'transfer'; put the word into `asks`
    """,
    """
    sessions/door.md
    - say: What is next for you today?
    + ▸say: Please call 0800 123 456 tonight.
    EW402 '0800 123 456' looks like a telephone number
    fix: write {{ contacts() }}; numbers live in docs/data/contacts.yml with the date they were checked
    """,
    """
    relationships/goodbye.md
    - Goodbyes are short.
    + Goodbyes are short.
    +
    + They are short. ▸They go on and on and on and on and on and on and on and on and on and on and on.
    EW403 this sentence has 25 words; at most 20 are read at a glance
    fix: split it: 'They go on and on ...'
    """,
    """
    relationships/goodbye.md
    - Goodbyes are short.
    + Goodbyes are short.
    +
    + ▸One. Two. Three.
    + Four.
    EW404 this paragraph has 4 sentences; at most 3
    fix: split it
    """,
    """
    relationships/goodbye.md
    - Goodbyes are short.
    + Goodbyes are a ▸behavior.
    EW405 'behavior' is American spelling
    fix: write 'behaviour'; put the other spelling into `asks` if people search with it
    """,
    """
    relationships/goodbye.md
    - Goodbyes are short.
    + Goodbyes are ▸<b>short.
    EW406 '<b>' is HTML
    fix: write Markdown, or ask for a component
    """,
    """
    relationships/goodbye.md
    - Goodbyes are short.
    + ▸TODO: why they are short.
    EW407 'TODO' is placeholder text
    fix: write the real text, or take the passage out
    """,
    # The words a page may call
    """
    sessions/door.md
    - {{ contacts() }}
    + {{ ▸contcats() }}
    EW501 there is no 'contcats()'
    fix: did you mean 'contacts'?
    """,
    """
    sessions/door.md
    - {{ contacts() }}
    + {{ ▸contacts("uk") }}
    EW502 'contacts()' takes no arguments
    fix: look at the list of words in macros/__init__.py
    """,
    """
    sessions/door.md
    - {{ contacts() }}
    + ▸{{ contacts( }}
    EW503 the braces cannot be read: unexpected '}'
    fix: write {{ word() }} with two braces on each side
    """,
    """
    shared/plan.md
    - carries: []
    - review: {owner: clinical lead, state: draft}
    - ---
    -
    - {{ answer() }}
    -
    - {{ checklist() }}
    -
    - {{ words() }}
    + carries: []
    + review: {owner: clinical lead, state: draft}
    + ---
    + ▸
    + {{ answer() }}
    +
    + {{ checklist() }}
    EW504 the page has no {{ words() }}
    fix: add it; the order is answer checklist words exceptions crosslinks references
    """,
    """
    shared/plan.md
    - {{ words() }}
    -
    - {{ exceptions() }}
    + {{ ▸exceptions() }}
    +
    + {{ words() }}
    EW505 {{ exceptions() }} stands too early
    fix: the order is answer checklist words exceptions crosslinks references
    """,
    """
    shared/plan.md
    - {{ exceptions() }}
    + {{ exceptions() }}
    +
    + {{ ▸exceptions() }}
    EW506 {{ exceptions() }} stands twice
    fix: keep one
    """,
    """
    shared/plan.md
    - {{ exceptions() }}
    + {{ exceptions() }}
    +
    + ▸Plans are old.
    EW507 text stands before the checklist and the words to say
    fix: move it below {{ crosslinks() }}
    """,
    """
    reference/origins.md
    - {{ pairs() }}
    + {{ ▸checklist() }}
    EW508 'checklist()' does not belong on a reference page
    fix: take it out
    """,
    # Identity
    """
    data/ledger.txt
    - sessions/threshold
    + ▸sessions/dor
    + ▸sessions/door#remained
    + sessions/threshold
    EW601 'sessions/dor' was published and leads nowhere now
    fix: bring it back, or say where it went in docs/data/redirects.yml
    EW601 'sessions/door#remained' was published and leads nowhere now
    fix: bring it back, or say where it went in docs/data/redirects.yml
    """,
    """
    data/ledger.txt
    - seal of the rows above
    + ▸seal 0123456789abcdef0123456789abcdef
    EW602 the ledger does not match its seal
    fix: restore docs/data/ledger.txt from its history; only `make ledger` writes to it
    """,
    """
    data/redirects.yml
    - - {from: "sessions/door#remain", to: "sessions/door#stay"}
    + - {from: "sessions/door#remain", to: "sessions/door#stay"}
    + - {▸from: "sessions/door#stay", to: "sessions/door#note"}
    EW603 'sessions/door#stay' was moved to 'sessions/door#note' and exists again
    fix: give the new one another id, or take the redirect out
    """,
    """
    data/redirects.yml
    - - {from: "sessions/door#remain", to: "sessions/door#stay"}
    + - {from: "sessions/door#remain", ▸to: "sessions/door#stays"}
    EW604 the redirect leads to 'sessions/door#stays', which is not there
    fix: did you mean 'sessions/door#stay'?
    """,
    """
    data/redirects.yml
    - - {from: "sessions/door#remain", to: "sessions/door#stay"}
    + - {from: "sessions/door#remain", to: "sessions/door#stay"}
    + - {▸from: sessions/treshold, to: sessions/door}
    EW605 'sessions/treshold' was never published
    fix: take the redirect out, or check its spelling
    """,
    """
    data/redirects.yml
    - - {from: "sessions/door#remain", to: "sessions/door#stay"}
    + - {from: "sessions/door#remain", to: "sessions/door#stay"}
    + - {▸from: sessions/threshold, to: shared/plan}
    EW606 'sessions/threshold' is redirected twice
    fix: keep one
    """,
    # The source text
    """
    data/source-text.yml
    - - {code: q2, text: How do you end the work?}
    + - {code: q2, text: How do you end the work?}
    + - {code: 2.1, ▸under: q3, text: Never mind.}
    - - {lines: [2.10], against: Care, settled: We mind., sources: [knox]}
    + - {lines: [2.10, ▸q9], against: Care, settled: We mind., sources: [knox]}
    sessions/door.md
    - carries: [q1, 2.10]
    + carries: [q1, 2.10, 2.1, ▸2.11]
    EW701 the source text has no line 'q3'
    fix: did you mean 'q2'?
    EW701 the source text has no line 'q9'
    fix: did you mean 'q2'?
    EW701 the source text has no line '2.11'
    fix: did you mean '2.1'?
    """,
    """
    data/source-text.yml
    - - {code: q2, text: How do you end the work?}
    + - {code: q2, text: How do you end the work?}
    + - ▸{code: q3, text: "And then?"}
    EW702 no practice carries line 'q3': And then?
    fix: add 'q3' to `carries` of the practice that answers it
    """,
    """
    shared/plan.md
    - carries: []
    + carries: [▸ad]
    EW703 'ad' is noise of a web page
    fix: take it out of `carries`
    """,
    # Contacts
    """
    data/contacts.yml
    - - id: us
    + - id: ie
    +   name: Ireland
    +   ▸contacts: []
    + - id: us
    EW801 region 'ie' has no contact
    fix: add one with its source, or leave the region out
    """,
    """
    regions uk usa
    mkdocs.yml:1:1 EW802 there is no region 'usa'
    fix: did you mean 'us'?
    """,
    """
    data/contacts.yml
    - source: the-act
    + ▸source: hearsay
    EW803 contact 'lifeline' rests on 'hearsay', which was never read
    fix: find a source that was read, or leave the contact out
    """,
    """
    data/contacts.yml
    - checked: 2026-02-01
    + ▸checked: 2026-12-01
    EW804 'checked' is 2026-12-01, which is in the future
    fix: write the day it was really done
    """,
    """
    data/contacts.yml
    - reach: [{way: call, to: "988"}]
    + reach: [{way: call, to: "988"}, {way: text, ▸to: HELP to 988}]
    EW805 'HELP to 988' cannot be dialled
    fix: use digits, spaces and hyphens
    """,
    # Reviews
    """
    sessions/door.md
    - review: {owner: clinical lead, state: draft}
    + review: {owner: clinical lead, ▸state: reviewed, by: Dr Grey}
    EW901 the page is marked as reviewed without on and digest
    fix: name who reviewed it and when, with the digest of the text; or set the state back to draft
    """,
    """
    sessions/door.md
    - review: {owner: clinical lead, state: draft}
    + review: {owner: clinical lead, state: draft, ▸by: Dr Grey}
    EW902 a draft names a reviewer
    fix: set the state to reviewed, or take the name out
    """,
    """
    sessions/door.md
    - review: {owner: clinical lead, state: draft}
    + review: {owner: clinical lead, state: reviewed, by: Dr Grey, ▸on: 2026-03-02, digest: aa}
    EW804 'on' is 2026-03-02, which is in the future
    fix: write the day it was really done
    """,
]
