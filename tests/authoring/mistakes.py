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
    fix: check the indentation, and put text that begins with a sign, or holds ': ', into double quotes
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
    notes/goodbye.md
    + ▸---
    + title: A note
    + summary: To say goodbye.
    + ---
    EW005 'notes/goodbye' belongs to no room of the guide
    fix: move it to sessions/, relationships/, shared/, letters/, course/ or reference/
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
    - short: At the door
    + ▸shrot: At the door
    EW102 'shrot' is not known here
    fix: did you mean 'short'?
    """,
    """
    sessions/door.md
    - minutes: 10
    + ▸minutes: ten
    EW103 'minutes' is text; it should be a whole number
    fix: write digits alone, without quotes or a unit
    """,
    """
    sessions/door.md
    - do: Stay where you are.
    + ▸do: Stay where you are and let your voice go down until it is slow, low and warm and has room for silence.
    EW104 step 'stay' has 22 words; a step has at most 20
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
    data/asks/relationships.yml
    - goodbye: [last session ever, closing ritual, parting, final hour, how to part, say farewell]
    + ▸goodbye: [last session ever]
    EW118 'relationships/goodbye' has 1 way to ask for it; search needs at least 6
    fix: add how people really say it: slang, short forms, half sentences
    """,
    """
    data/asks/sessions.yml
    - - big news at the door
    + - big news at the door
    + - ▸Doorknob disclosure
    EW119 'Doorknob disclosure' stands twice among the ways to ask for this page
    fix: take one out
    """,
    """
    letters/thanks.md
    - - {element: The last day, shown: Our work has ended., sources: [knox, editorial]}
    + - ▸{element: The last day, sources: [knox, editorial]}
    + - {element: A thank you, ▸shown: Thank you, sources: [editorial]}
    + - {element: A safe address, before: true, sources: [editorial]}
    EW130 nothing tells where the letter holds 'The last day'
    fix: let `shown` repeat the words of the letter, or the blank with its braces, that hold it; `before: true` is for what is done before it goes out
    EW130 the letter does not hold 'Thank you'
    fix: let `shown` repeat the words of the letter, or the blank with its braces, that hold it; `before: true` is for what is done before it goes out
    """,
    """
    data/rules.yml
    - pages: [shared/plan]
    - said: [alone]
    - never: [write it for them]
    + pages: [shared/plan, ▸shared/plans]
    + said: [in pairs, "two by two"]
    + never: [give a copy]
    EW301 there is no practice 'shared/plans'
    fix: did you mean 'shared/plan'?
    docs/shared/plan.md:2:1 EW131 the page shares the rule 'never-alone' and says 'give a copy'
    fix: mend the page, or take it out of the rule's pages in docs/data/rules.yml
    docs/shared/plan.md:2:1 EW131 the page shares the rule 'never-alone' and says none of: in pairs, two by two
    fix: mend the page, or take it out of the rule's pages in docs/data/rules.yml
    """,
    """
    data/asks/sessions.yml
    - - big news at the door
    + - ▸she showed me a knife
    EW129 'she showed me a knife' leads to this page, which says nothing of 'knife'
    fix: say on the page what to do, or move the phrase to the page that does
    """,
    """
    sessions/door.md
    - minutes: 10
    + ▸minutes: 90
    EW120 90 minutes is not between 1 and 60
    fix: give our best estimate in whole minutes
    """,
    """
    letters/thanks.md
    - letter: |
    -   Dear {name},
    + ▸▸letter: |
    +   Dear {name}, or {Name} or {nickname},
    EW121 'Name' stands in the letter and not among its blanks
    fix: add it to `blanks` with what to ask for
    EW121 'nickname' stands in the letter and not among its blanks
    fix: add it to `blanks` with what to ask for
    """,
    """
    letters/thanks.md
    - - {id: name, ask: The name of the client}
    + - {id: name, ask: The name of the client}
    + - {▸id: day, ask: The last day}
    EW122 'day' stands among the blanks and not in the letter
    fix: write it into the letter in braces, or take it out
    """,
    """
    relationships/goodbye.md
    - - {id: name-it, do: Name the ending., sources: [editorial]}
    + - {id: name-it, ▸do: Name the ending., sources: [editorial]}
    - no_risk: It comes after the plan.
    EW123 the first step 'name-it' is not about safety
    fix: begin with the question about safety, or say in `no_risk` why no risk can appear here
    """,
    """
    relationships/goodbye.md
    = ▸## Why {#why}
    - (250 words)
    + (240 words)
    EW124 'Why' and what follows it have 243 words; a page of the guide has 250 to 620
    fix: say what the steps rest on and where they end, or move what is more to a page of its own
    """,
    """
    relationships/goodbye.md
    - unless:
    -   - do: Do not part in haste.
    docs/relationships/goodbye.md:1:1 EW125 the page has no 'unless'
    fix: add it: a page of the guide has words to say, at a step too, and tells when not to follow it
    """,
    """
    sessions/door.md
    - short: At the door
    + short: At the door
    + ▸asks: [big news]
    EW126 'asks' stands in the page
    fix: move it to docs/data/asks/sessions.yml, under the name of the page
    """,
    """
    data/asks/sessions.yml
    - door:
    + ▸dor: [a door, two doors]
    + door:
    EW127 there is no page 'sessions/dor' to ask for here
    fix: put it under 'door', which is there already, or take it out
    """,
    """
    sessions/door.md
    - dangers: [crisis]
    docs/sessions/door.md:1:1 EW128 the page shows contacts, and no `dangers` say what for
    fix: add `dangers`, of: crisis, emergency
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
    EW203 'open' speaks of law or ethics and rests on web pages alone
    fix: add a law, code, guideline or study, or mark it 'editorial' too
    """,
    """
    sessions/door.md
    - - {id: open, do: Open the next hour with it., sources: [blog]}
    + - {id: open, do: Open the next hour with it., why: The risk may be back., ▸sources: [blog]}
    EW203 'open' speaks of safety and rests on web pages alone
    fix: add a law, code, guideline or study, or mark it 'editorial' too
    """,
    """
    sessions/door.md
    - - {id: note, do: Write it down., sources: [editorial]}
    + - ▸{id: note, do: Write it down.}
    EW204 'note' names no source
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
    +   says: It asks for more.
    + - id: knox
    +   kind: study
    EW206 two entries are called 'the-act'
    fix: rename the newer one
    """,
    """
    data/sources.yml
    - - {id: blog, kind: web, confidence: seen, type: webpage, title: A blog, says: It tells of late news., author: [{literal: A vendor}], year: 2020}
    + - {▸id: blog, kind: web, confidence: seen, type: webpage, title: A blog, author: [{literal: A vendor}], year: 2020}
    EW207 'blog' is stated, and its entry does not tell what it says
    fix: add `says`: what it says that matters here, in our own words and at its confidence
    """,
    """
    sessions/door.md
    - ## Why {#why}
    + ## Why {#why}
    +
    + The ▸NASW Code asks for notice.
    EW208 'NASW' is named, and its paragraph cites nothing
    fix: cite what says so in the paragraph, or say only how far we read it: 'We read the code in part.'
    """,
    # Links
    """
    relationships/goodbye.md
    - - to: shared/plan
    + - ▸to: sessions/dor
    +   because: Both are thresholds.
    + - to: shared/plan
    EW301 there is no practice 'sessions/dor'
    fix: put it under 'sessions/door', which is there already, or take it out
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
    - ---
    - title: What do I do at the door?
    + ▸---
    + title: What do I do at the door?
    - links:
    -   - to: relationships/goodbye
    -     because: Both keep the last words for what matters.
    relationships/goodbye.md
    = ▸links:
    EW304 no cross-link joins this practice with sessions
    fix: add a link with its reason, on either page
    EW304 no cross-link joins this practice with relationships
    fix: add a link with its reason, on either page
    """,
    """
    sessions/late.md
    ~ sessions/door.md
    sessions/door.md
    - - to: relationships/goodbye
    + - to: relationships/goodbye
    +   because: Both keep the last words for what matters.
    + - ▸to: sessions/late
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
    """
    data/navigation.yml
    - header:
    + header:
    +   - {▸page: reference/mapp, name: The map}
    EW310 'reference/mapp' is no page that the navigation may lead to
    fix: did you mean 'reference/map'?
    """,
    """
    reference/attic.md
    + ▸---
    + title: The attic
    + summary: What was put away.
    + ---
    EW311 neither the navigation nor the text of a page leads to 'reference/attic'
    fix: give it an entry in docs/data/navigation.yml, or a link on another page
    """,
    # Words
    """
    relationships/goodbye.md
    - Goodbyes are short.
    + Nobody ever ▸fires a client.
    EW401 'fires' is not a word for a client
    fix: write 'end', 'goodbye', 'refer' or 'transfer'; put the word among the ways to ask, in `data/asks`
    """,
    """
    sessions/door.md
    - say: What is next for you today?
    + ▸say: Please call 0800 123 456 tonight.
    EW402 '0800 123 456' looks like a telephone number
    fix: say whom to call, and give the number in docs/data/contacts.yml, with the day it was checked; leave out one that nobody calls
    """,
    """
    relationships/goodbye.md
    - Goodbyes are short.
    + Goodbyes are short.
    +
    + They are short. ▸They go on and on and on and on and on and on and on and on and on and on and on.
    EW403 this sentence has 23 words; at most 20 are read at a glance
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
    fix: write 'behaviour'; put the other spelling into `data/asks` if people search with it
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
    """
    reference/glossary.md
    - {{ glossary() }}
    + {{ glossary() }}
    +
    + - —
    + - Read this.
    + ▸- Psychotherapeutic organisations necessitate comprehensive multidisciplinary documentation concerning interprofessional confidentiality responsibilities.
    + - Psychotherapeutic organisations necessitate comprehensive multidisciplinary documentation concerning interprofessional confidentiality responsibilities.
    + - Psychotherapeutic organisations necessitate comprehensive multidisciplinary documentation concerning interprofessional confidentiality responsibilities.
    + - Psychotherapeutic organisations necessitate comprehensive multidisciplinary documentation concerning interprofessional confidentiality responsibilities.
    + - Psychotherapeutic organisations necessitate comprehensive multidisciplinary documentation concerning interprofessional confidentiality responsibilities.
    + - Psychotherapeutic organisations necessitate comprehensive multidisciplinary documentation concerning interprofessional confidentiality responsibilities.
    + - Psychotherapeutic organisations necessitate comprehensive multidisciplinary documentation concerning interprofessional confidentiality responsibilities.
    + - Psychotherapeutic organisations necessitate comprehensive multidisciplinary documentation concerning interprofessional confidentiality responsibilities.
    + - Psychotherapeutic organisations necessitate comprehensive multidisciplinary documentation concerning interprofessional confidentiality responsibilities.
    + - Psychotherapeutic organisations necessitate comprehensive multidisciplinary documentation concerning interprofessional confidentiality responsibilities.
    EW408 this page asks for readers of 64.3 years, and this is its hardest sentence
    fix: write shorter words and shorter sentences, until readers of 13 can follow; begin with this one
    """,
    """
    shared/plan.md
    - Plans are short.
    + Plans are short. ▸Give it the *first* place next time!
    EW409 'Give it the first place …' stands at docs/sessions/door.md:5:1 too
    fix: say it in other words, or say it once and link to it
    """,
    # The words a page may call
    """
    sessions/door.md
    - {{ contacts() }}
    + {{ ▸contcats() }}
    EW501 there is no 'contcats()'
    fix: did you mean 'contacts()'?
    """,
    """
    sessions/door.md
    - {{ contacts() }}
    + {{ ▸contacts("uk") }}
    EW502 'contacts()' takes no arguments
    fix: look at the list of words in macros/registry.py
    """,
    """
    sessions/door.md
    - {{ contacts() }}
    + ▸{{ contacts( }}
    EW503 the braces cannot be read: unexpected '}', expected ')'
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
    fix: add it; the order is answer checklist (contacts) words exceptions crosslinks references
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
    fix: the order is answer checklist (contacts) words exceptions crosslinks references
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
    reference/map.md
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
    fix: restore docs/data/ledger.txt from its history or a backup; only `make ledger` writes to it
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
    + - {from: "sessions/door#remain", to: "sessions/door#stay"}
    + - {from: "sessions/door#away", ▸to: "sessions/door#stays"}
    data/ledger.txt
    - sessions/door
    + sessions/door
    + sessions/door#away
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
    """
    data/ledger.txt
    - course/second-day#three 29
    - course/second-day#two 30
    + ▸course/second-day#three
    + course/second-day#two
    EW607 no number is written down for 'course/second-day#three' and 1 more
    fix: run `make ledger`, but bring a ledger that was lost back first: without it, numbers are given anew
    """,
    """
    data/ledger.txt
    - course/first-day#after-2-days 1
    + ▸course/first-day#after-2-days 363
    EW608 363 is no number for 'course/first-day#after-2-days'
    fix: restore docs/data/ledger.txt from its history, and run `make ledger`
    """,
    """
    data/ledger.txt
    - course/first-day#asked 2
    + course/first-day#asked 2
    + ▸course/first-day#asked
    - course/first-day#left 8
    + ▸course/first-day#left 7
    EW609 'course/first-day#asked' stands twice in the ledger
    fix: restore docs/data/ledger.txt from its history, and run `make ledger`
    EW609 '7' stands twice in the ledger
    fix: restore docs/data/ledger.txt from its history, and run `make ledger`
    """,
    """
    data/ledger.txt
    - course/first-day#said 10
    + ▸course/first-day#said 010
    + ▸course/first day
    - sessions/door#remain
    + ▸sessions/door#remain 500
    EW610 'course/first-day#said 010' is neither an address nor one of the course with its number
    fix: restore docs/data/ledger.txt from its history, and run `make ledger`
    EW610 'course/first day' is neither an address nor one of the course with its number
    fix: restore docs/data/ledger.txt from its history, and run `make ledger`
    EW610 'sessions/door#remain 500' is neither an address nor one of the course with its number
    fix: restore docs/data/ledger.txt from its history, and run `make ledger`
    """,
    """
    data/ledger.txt
    - course/second-day#a-plan 18
    - course/second-day#after-2-days 19
    + course/second-day#a-plan 4095
    + ▸course/second-day#after-2-days
    EW611 there is no number left for 'course/second-day#after-2-days'
    fix: keep the ids that are there, and write the new words under them
    """,
    """
    published
    relationships/goodbye.md
    = - {id: last-words, when: The hour is over, say: Go well.}
    + - {id: first-words, when: The hour begins, say: Sit down.}
    docs/relationships/goodbye.md:1:1 EW612 'relationships/goodbye#first-words' is not written down in the ledger
    fix: run `make ledger`
    """,
    """
    service
    published
    service/data/ledger.txt:1:1 EW612 'letters/local-room' and 21 more are not written down in the ledger
    fix: run `make ledger`
    """,
    """
    data/leans.yml
    - own: NM
    + own: NP
    docs/data/leans.yml:1:1 EW613 this was not learnt from the lines of 'danger' that are in docs/data/search.yml now
    fix: run `make learn`
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
    + - ▸{code: q7, text: "And then?"}
    EW702 no practice carries line 'q7': And then?
    fix: add 'q7' to `carries` of the practice that answers it
    """,
    """
    shared/plan.md
    - carries: []
    + carries: [▸ad]
    EW703 'ad' is noise of a web page
    fix: take it out of `carries`
    """,
    """
    course/second-day.md
    - checks:
    + ▸▸checks:
    +   - id: f
    +     ask: And on the next day?
    +     options:
    +       - {id: look, text: Look at it, right: true, why: It comes first.}
    +       - {id: plan, text: Make another plan, why: It comes later.}
    +     sources: [editorial]
    +   - id: g
    +     ask: And a week later?
    +     options:
    +       - {id: look, text: Look at it, right: true, why: It comes first.}
    +       - {id: plan, text: Make another plan, why: It comes later.}
    +     sources: [editorial]
    data/ledger.txt
    - course/index
    + course/second-day#f 31
    + course/second-day#g 32
    + course/index
    EW720 the right option is the longest in 0 of 7 of this module; by chance it would be in about 3.5
    fix: make others longer or shorter, or put it in another place, until the form says nothing
    EW720 the right option is the shortest in 7 of 7 of this module; by chance it would be in about 3.5
    fix: make others longer or shorter, or put it in another place, until the form says nothing
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
    service
    service.yml
    - regions: [uk]
    + regions: [uk, ▸usa]
    EW802 there is no region 'usa'
    fix: the guide knows uk (United Kingdom), us (United States); for any other country take it out, and give `contacts` of your own, with its emergency number
    """,
    """
    data/contacts.yml
    - sources: [the-act]
    + sources: [▸hearsay]
    EW803 contact 'lifeline' rests on 'hearsay', which was never read
    fix: find a source that was read, or leave the contact out
    """,
    """
    data/contacts.yml
    - checked: 2024-02-01
    + ▸checked: 2024-12-01
    EW804 'checked' is 2024-12-01, which is in the future
    fix: write the day it was really done
    """,
    """
    data/contacts.yml
    - reach: [{way: call, to: "988"}]
    + reach: [{way: call, to: "988"}, {way: text, ▸to: HELP to 988}]
    EW805 'HELP to 988' cannot be dialled
    fix: use digits, spaces and hyphens, for one number of at most 15 digits in each `to`; letters are the digits of their keys, and an extension or a word to send goes under `add`
    """,
    """
    service
    service.yml
    - regions: [uk]
    - contacts:
    -   - {id: listeners, name: Our Listeners, for: [emergency], reach: [{way: call, to: 116 123}], checked: 2024-02-05}
    -   - {id: local-desk, name: Front desk, for: [crisis], about: By day, reach: [{way: call, to: "200", add: indoors}]}
    + ▸regions: []
    EW806 no region is chosen and no contact is given
    fix: choose a region, or give the contacts of your own country under `contacts`
    """,
    """
    data/contacts.yml
    - - id: us
    + - id: nz
    +   name: New Zealand
    +   ▸contacts:
    +     - {id: nz-line, name: A line, for: [crisis], reach: [{way: call, to: "5"}], sources: [knox]}
    +     - {id: nz-text, name: Texts, for: [emergency], reach: [{way: text, to: "6"}], sources: [knox]}
    + - id: us
    EW807 region 'nz' has no emergency number to call
    fix: add one with `for: [emergency]` and `way: call`
    """,
    """
    sessions/door.md
    - dangers: [crisis]
    + dangers: [crisis, ▸poisons]
    EW808 no contact of any region is for 'poisons'
    fix: name the dangers for which there is one: crisis, emergency, or add one with its source to docs/data/contacts.yml
    """,
    """
    service
    service.yml
    = ▸contacts:
    - - {id: listeners, name: Our Listeners, for: [emergency], reach: [{way: call, to: 116 123}], checked: 2024-02-05}
    + - {id: listeners, name: Our duty line, for: [emergency], reach: [{way: call, to: 01 555 0199}], checked: 2024-02-05}
    EW809 116 123 would no longer be the emergency number of region 'uk'
    fix: give your own line an id that begins with 'local-', and it stands beside that number
    """,
    # A service's own file and folder
    """
    service
    service.yml
    - contact_attempts: {number: 4, days_apart: 6}
    + contact_attempts: {▸number: 21, ▸days_apart: 0}
    - hue: 85
    + ▸hue: 360
    EW851 'number' is 21; it should be at most 20
    fix: write what lies in that range, or take it out
    EW851 'days_apart' is 0; it should be at least 1
    fix: write what lies in that range, or take it out
    EW851 'hue' is 360; it should be at most 359
    fix: write what lies in that range, or take it out
    """,
    """
    service
    service/reference/evening.md
    + ▸---
    + title: The evening
    + summary: Who is in.
    + ---
    service/data/sources.yml
    - - id: local-handbook
    -   kind: guideline
    + - {▸id: leaflet, kind: web, confidence: seen, type: webpage, title: A, author: [{literal: B}], year: 2020}
    + - id: local-handbook
    +   kind: guideline
    service/data/steps.yml
    - - page: sessions/door
    -   after: ask-today
    + - {page: shared/plan, after: first, ▸id: tell-desk, do: Tell the desk., sources: [editorial]}
    + - page: sessions/door
    +   after: ask-today
    service.yml
    - - {id: local-duty, name: Duty desk, reach: [{way: call, to: "201"}], checked: 2024-02-05}
    + - {▸id: duty, name: Duty desk, reach: [{way: call, to: "201"}], checked: 2024-02-05}
    EW852 'duty' is your own and does not begin with 'local-'
    fix: call it 'local-duty'
    EW852 'leaflet' is your own and does not begin with 'local-'
    fix: call it 'local-leaflet'
    EW852 'tell-desk' is your own and does not begin with 'local-'
    fix: call it 'local-tell-desk'
    EW852 'evening' is your own and does not begin with 'local-'
    fix: call it 'local-evening'
    """,
    """
    data/contacts.yml
    - - id: lifeline
    + - ▸id: local-lifeline
    data/sources.yml
    - - id: the-act
    -   kind: law
    + - {▸id: local-act, kind: web, confidence: seen, type: webpage, title: A, author: [{literal: B}], year: 2020}
    + - id: the-act
    +   kind: law
    reference/local-map.md
    + ▸---
    + title: Another map
    + summary: Of the house.
    + ---
    sessions/door.md
    - - {id: note, do: Write it down., sources: [editorial]}
    + - {▸id: local-note, do: Write it down., sources: [editorial]}
    - - id: too-big
    + - ▸id: local-too-big
    EW853 'local-lifeline' begins with 'local-'
    fix: choose another name; in the folder of a service it would be right
    EW853 'local-act' begins with 'local-'
    fix: choose another name; in the folder of a service it would be right
    EW853 'local-map' begins with 'local-'
    fix: choose another name; in the folder of a service it would be right
    EW853 'local-note' begins with 'local-'
    fix: choose another name; in the folder of a service it would be right
    EW853 'local-too-big' begins with 'local-'
    fix: choose another name; in the folder of a service it would be right
    """,
    """
    service
    service/data/steps.yml
    - - page: sessions/door
    -   after: ask-today
    + - {▸page: sessions/dor, after: stay, id: local-a, do: Ask., sources: [local]}
    + - {page: shared/plan, ▸before: fist, id: local-b, do: Ask., sources: [local]}
    + - page: sessions/door
    +   after: ask-today
    EW854 there is no practice 'sessions/dor'
    fix: did you mean 'sessions/door'?
    EW854 there is no step on 'shared/plan' called 'fist'
    fix: did you mean 'first'?
    """,
    """
    service
    service/data/steps.yml
    - - page: sessions/door
    -   after: ask-today
    + - ▸{page: shared/plan, id: local-c, do: Ask., sources: [local]}
    + - ▸{page: shared/plan, after: first, before: second, id: local-d, do: Ask., sources: [local]}
    + - page: sessions/door
    +   after: ask-today
    EW855 step 'local-c' names 0 places in the list; it needs one
    fix: write either `after` or `before` with the id of a step of the list
    EW855 step 'local-d' names 2 places in the list; it needs one
    fix: write either `after` or `before` with the id of a step of the list
    """,
    """
    service
    service/data/steps.yml
    - - page: sessions/door
    -   after: ask-today
    + - {page: sessions/door, ▸before: stay, id: local-fee, do: Collect the fee., sources: [local]}
    + - page: sessions/door
    +   after: ask-today
    EW868 'local-fee' is not about safety, and would stand before 'stay'
    fix: write `after: stay`, or name a later step
    """,
    """
    service
    service/data/steps.yml
    - - page: sessions/door
    -   after: ask-today
    + - {page: sessions/door, before: stay, id: local-e, do: Look after safety., sources: [local]}
    + - {page: sessions/door, after: note, id: local-f, do: Ask., sources: [local]}
    + - ▸page: sessions/door
    +   after: ask-today
    EW856 this is local step 3 on 'sessions/door'; a list takes at most 2
    fix: join two of them, or write a page of your own
    """,
    """
    service
    service/data/hidden.yml
    - - {page: relationships/goodbye, to: relationships/local-farewell}
    + - {page: relationships/goodbye, to: relationships/local-farewell}
    + - {▸page: relationships/godbye, to: relationships/local-farewell}
    + - {▸page: letters/local-room, to: letters/thanks}
    + - {page: letters/thanks, ▸to: relationships/local-farewell}
    EW857 'relationships/godbye' cannot be hidden: the guide has no such practice or letter
    fix: put it under 'relationships/goodbye', which is there already, or take it out
    EW857 'letters/local-room' cannot be hidden: it is your own
    fix: take the file out of your folder
    EW857 'letters/thanks' cannot be hidden: 'relationships/local-farewell' cannot stand in for it
    fix: there is none yet: take it out
    """,
    """
    service
    service/data/hidden.yml
    - - {page: relationships/goodbye, to: relationships/local-farewell}
    + - {page: relationships/goodbye, to: relationships/local-farewell}
    + - {page: shared/plan, ▸to: relationships/local-farewell}
    EW858 'shared/plan' is for danger, and 'relationships/local-farewell' is not
    fix: lead to a read-do page of that moment for the same `dangers`, or for a letter to one with `ask_first` false; either may be your own
    """,
    """
    service
    letters/thanks.md
    - for: client
    + for: client
    + ask_first: false
    service/data/hidden.yml
    - - {page: relationships/goodbye, to: relationships/local-farewell}
    + - {page: relationships/goodbye, to: relationships/local-farewell}
    + - {page: letters/thanks, ▸to: letters/local-room}
    EW858 'letters/thanks' is for danger, and 'letters/local-room' is not
    fix: lead to a read-do page of that moment for the same `dangers`, or for a letter to one with `ask_first` false; either may be your own
    """,
    """
    service
    service.yml
    - INHERIT: mkdocs.yml
    + ▸INHERIT: mkdoc.yml
    - logo: assets/logo.svg
    + ▸logo: assets/logos.svg
    delete service/assets/logo.svg
    EW859 there is no 'mkdoc.yml'
    fix: bring it, or take the setting out
    EW859 there is no 'service/assets/logos.svg'
    fix: bring it, or take the setting out
    """,
    """
    service
    service/hidden.yml
    + ▸[]
    service/photo.png
    + ▸a photo
    service/service.yml
    + ▸site_url: https://guide.house.example/
    service/data/Setting.yaml
    + ▸site_url: https://guide.house.example/
    service/data/Step.yaml
    + ▸[]
    sessions/client-list.xlsx
    + ▸Names and numbers
    EW860 nothing reads 'sessions/client-list.xlsx', a file that is no part of the guide
    fix: take it out, or check its name
    EW860 nothing reads 'data/Setting.yaml', a file that is no part of the guide
    fix: move what it settles into service.yml, beside mkdocs.yml, and take it out
    EW860 nothing reads 'data/Step.yaml', a file that is no part of the guide
    fix: move what it holds into service/data/steps.yml, and take it out
    EW860 nothing reads 'hidden.yml', a file that is no part of the guide
    fix: move what it holds into service/data/hidden.yml, and take it out
    EW860 nothing reads 'photo.png', a file that is no part of the guide
    fix: take it out, or check its name
    EW860 nothing reads 'service.yml', a file that is no part of the guide
    fix: move what it settles into service.yml, beside mkdocs.yml, and take it out
    """,
    """
    service
    service.yml
    - wind_down_minutes: 12
    + ▸wind_down_minutes: 55
    EW861 the wind-down begins 55 minutes before the end of a session of 55
    fix: make it shorter than the session
    """,
    """
    service
    service/data/steps.yml
    - decides: [consultation, pages]
    + decides: [consultation, ▸page]
    EW862 'page' is no decision of a service
    fix: did you mean 'pages'?
    """,
    """
    data/glossary.yml
    - - {id: short, term: In brief, also: [short], means: Without many words., sources: [blog]}
    + - {id: short, ▸term: In brief, also: [briefly], means: Without many words., sources: [blog]}
    EW863 no practice uses 'In brief' in its text
    fix: give the form that the text uses under `also`, or take the term out
    """,
    """
    practice.yml
    + ▸INHERIT: mkdocs.yml
    + site_url: https://guide.house.example/
    + site_name: Good endings
    + extra:
    +   ▸practice: {name: The House, regions: [uk]}
    practice/reference/local-house.md
    + ---
    + title: The house
    + summary: Who is in.
    + ---
    EW864 'practice.yml' is called 'service.yml' now
    fix: give it the new name
    EW864 'practice:' is called 'service:' now
    fix: give it the new name
    practice/:1:1 EW864 'practice/' is called 'service/' now
    fix: give it the new name
    """,
    """
    service
    service.yaml
    + ▸regions: [uk]
    Service.yml.txt
    + ▸
    EW865 'Service.yml.txt' is no name of a service's file
    fix: 'service.yml' alone is read: move into it what you need, and delete this
    EW865 'service.yaml' is no name of a service's file
    fix: 'service.yml' alone is read: move into it what you need, and delete this
    """,
    """
    service
    service.yml
    = site_name: Good endings
    + ▸hue: 85
    + ▸service: {}
    = extra:
    +   ▸site_name: Good endings
    +   ▸contacts: []
    +   ▸session_minutes: 55
    +   ▸cite: yes
    +   version: 5
    EW866 'hue' stands at the margin
    fix: move it below 'extra: service:'
    EW866 'service' stands at the margin
    fix: move it below 'extra:'
    EW866 'site_name' stands right below 'extra:'
    fix: move it to the margin
    EW866 'contacts' stands right below 'extra:'
    fix: move it below 'extra: service:'
    EW866 'session_minutes' stands right below 'extra:'
    fix: move it below 'extra: service:'
    EW866 'cite' stands right below 'extra:'
    fix: give it another name, for it hides what pages call by this one
    """,
    """
    service
    service.yml
    - logo: assets/logo.svg
    + ▸logo: assets/logo.png
    service/assets/logo.png
    + A picture.
    delete service/assets/logo.svg
    EW867 'service/assets/logo.png' is no PNG inside, whatever its name says
    fix: save the picture again as PNG, with the program that made it
    """,
    """
    service
    service.yml
    - client: applicant
    - family_doctor: {one: GP, many: GPs}
    + ▸client: service users
    + clinician: {▸one: people in care, many: people in care}
    + family_doctor: {▸one: GPs}
    EW869 'service users' looks like the word for many
    fix: write the word for one: 'service user'; where this is it, give another word for many under `many`
    EW869 'people in care' looks like the word for many
    fix: write the word for one: 'person in care'; where this is it, give another word for many under `many`
    EW869 'GPs' looks like the word for many
    fix: write the word for one: 'GP'; where this is it, give another word for many under `many`
    """,
    """
    service
    service.yml
    - vocabulary:
    + vocabulary:
    +   ▸therapist: supervisor
    EW870 'supervisor' stands for both therapist and supervisor
    fix: give one of them another word; only a clinician and a therapist may share theirs
    """,
    """
    service
    services/data/steps.yml
    + []
    services/:1:1 EW871 'services/' is not read: the folder of the service is 'service/'
    fix: 'service' alone is read: move into it what you need, and delete this
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
    data/reviews.yml
    + - {page: sessions/door, digest: abc, changed: 2024-02-01, what: It is plainer.}
    docs/course/first-day.md:1:1 EW903 the text of this page is not the one that docs/data/reviews.yml gives a day for
    fix: run `make changes WHAT="..."`, which writes today down as the day of the change, and what changed
    docs/course/second-day.md:1:1 EW903 the text of this page is not the one that docs/data/reviews.yml gives a day for
    fix: run `make changes WHAT="..."`, which writes today down as the day of the change, and what changed
    docs/letters/thanks.md:1:1 EW903 the text of this page is not the one that docs/data/reviews.yml gives a day for
    fix: run `make changes WHAT="..."`, which writes today down as the day of the change, and what changed
    docs/relationships/goodbye.md:1:1 EW903 the text of this page is not the one that docs/data/reviews.yml gives a day for
    fix: run `make changes WHAT="..."`, which writes today down as the day of the change, and what changed
    docs/sessions/door.md:1:1 EW903 the text of this page is not the one that docs/data/reviews.yml gives a day for
    fix: run `make changes WHAT="..."`, which writes today down as the day of the change, and what changed
    docs/shared/plan.md:1:1 EW903 the text of this page is not the one that docs/data/reviews.yml gives a day for
    fix: run `make changes WHAT="..."`, which writes today down as the day of the change, and what changed
    """,
    """
    data/reviews.yml
    + - ▸{page: sessions/door, digest: abc, changed: 2024-02-01}
    + - {▸page: sessions/dor, digest: abc, changed: 2024-02-01, what: It is plainer.}
    EW905 'sessions/door' has changed, and no word says what changed
    fix: run `make changes WHAT="..."`, with one sentence that tells a reader what changed and why
    EW904 there is no practice, letter or module 'sessions/dor' here
    fix: run `make changes`, which takes the row out
    """,
    """
    sessions/door.md
    - review: {owner: clinical lead, state: draft}
    + review: {owner: clinical lead, state: reviewed, by: Dr Grey, ▸on: 2024-03-03, digest: aa}
    EW804 'on' is 2024-03-03, which is in the future
    fix: write the day it was really done
    """,
    """
    service
    service/data/signed.yml
    + - {▸page: sessions/doors, by: "A. Grey, lead", on: 2024-02-01, digest: abcd}
    EW906 'sessions/doors' never was a practice, letter or module
    fix: did you mean 'sessions/door'?
    """,
    """
    service
    service.yml
    -       - {id: local-desk, name: Front desk, for: [crisis], about: By day, reach: [{way: call, to: "200", add: indoors}]}
    +       - {id: local-desk, name: Front desk, for: [crisis], about: By day, reach: [{way: call, ▸to: "9-88"}]}
    +       - {id: local-wing, name: The wing, for: [crisis], about: By day, reach: [{way: call, to: "988", add: indoors}]}
    EW872 '9-88' is an emergency number of United States, whose contacts you do not show
    fix: check the number; where it is called from a telephone of your own, say so with `add`
    """,
    """
    sessions/door.md
    = ## Why {#why}
    + ▸![A door](door.png) stands open, and ▸![another](https://pictures.example/door.png).
    EW312 the text shows a picture, 'door.png'
    fix: say in words what is on it; no page shows pictures, so that each is read alike aloud, on paper and without a network
    EW312 the text shows a picture, 'https://pictures.example/door.png'
    fix: say in words what is on it; no page shows pictures, so that each is read alike aloud, on paper and without a network
    """,
    # The course
    """
    course/first-day.md
    - total: 60
    + ▸total: 50
    EW951 'total' is 50; the parts take 60 minutes
    fix: write the sum, or correct a part
    """,
    """
    course/second-day.md
    - week: 2
    + ▸week: 5
    EW952 there is no week 5; the course has weeks 1 to 4
    fix: give the week in which the module is done
    """,
    """
    course/first-day.md
    - - id: fifth-act
    -   ask: And at last?
    -   options:
    -     - {id: ask, text: Ask about safety, right: true, why: It comes first.}
    -     - {id: write, text: Write it down, why: It comes last.}
    -   sources: [editorial]
    + # Four must do.
    - checks:
    + ▸checks:
    data/ledger.txt
    = ▸course/first-day#fifth-act 5
    EW953 the module has 4 checks; it needs 5 to 8
    fix: add what is worth knowing, or keep what is
    EW601 'course/first-day#fifth-act' was published and leads nowhere now
    fix: bring it back, or say where it went in docs/data/redirects.yml
    """,
    """
    course/second-day.md
    - after: [first-day]
    + after: [▸first-dya]
    EW954 there is no module 'first-dya'
    fix: did you mean 'first-day'?
    """,
    """
    course/first-day.md
    - week: 1
    + week: 1
    + after: [▸second-day]
    course/second-day.md
    - after: [first-day]
    + after: []
    EW955 'second-day' comes in a later week, or needs this module itself
    fix: take it out of `after`, or change the week
    """,
    """
    course/first-day.md
    - aloud: []
    + aloud:
    +   - {id: say-whole, practice: sessions/door, ▸phrase: too-bgi, listen: [A calm voice]}
    EW956 'sessions/door' has no phrase 'too-bgi'
    fix: did you mean 'too-big'?
    """,
    """
    course/first-day.md
    - options:
    -   - {id: sit, text: Sit down again, right: true, why: Haste reads as alarm.}
    + ▸options:
    +   - {id: sit, text: Sit down again, why: Haste reads as alarm.}
    EW957 'first-act' has 0 right options of 2; it needs one of at least two
    fix: mark the one that is right with `right: true`
    """,
    """
    course/first-day.md
    - - {id: agree-when, text: Agree when to go on, to: well, feedback: They nod., good: true}
    + - {id: agree-when, text: Agree when to go on, to: well, feedback: They nod., good: true}
    + - {id: shrug, text: Shrug, ▸to: lfet, feedback: They go.}
    EW958 there is no scene 'lfet'
    fix: did you mean 'left'?
    """,
    """
    course/first-day.md
    - - {id: left, situation: They are gone., end: poor}
    + - {▸▸id: left, situation: They are gone.}
    EW959 scene 'left' needs choices or an end, and not both
    fix: give it choices, or say `end: good` or `end: poor`
    EW960 scene 'left' is never reached, or no end is reached from it
    fix: let a choice lead to it, and a way lead out of it
    """,
    """
    course/first-day.md
    - - {id: left, situation: They are gone., end: poor}
    + - {id: left, situation: They are gone., end: poor}
    + - {▸id: nowhere, situation: Nobody comes here., end: poor}
    EW960 scene 'nowhere' is never reached, or no end is reached from it
    fix: let a choice lead to it, and a way lead out of it
    """,
    """
    course/first-day.md
    - - {id: ask-now, text: Ask, to: planned, feedback: They answer., good: true}
    + - {id: ask-now, text: Ask, to: planned, feedback: They answer., good: true}
    + - {id: guess, text: Guess, to: well, feedback: They nod.}
    - scenes:
    + ▸scenes:
    EW961 a good end is reached after 2 decisions; it needs at least 3, and one good end
    fix: add decisions on the way to the good end
    """,
]

# What authors do in a hurry, and what each slip is answered with. None may stop the reading of the other files.
SLIPS = {
    "a word that the service has for two": """
    service
    service.yml
    - client: applicant
    - family_doctor: {one: GP, many: GPs}
    + client: Partner
    + ▸clinician: {one: partner, many: partners}
    + ▸therapist: partner
    + ▸family_doctor: supervisor
    EW870 'Partner' stands for both client and clinician
    EW870 'Partner' stands for both client and therapist
    EW870 'supervisor' stands for both supervisor and family doctor
    """,
    "a page on which nothing is said": """
    relationships/goodbye.md
    = ▸checklist:
    - - {id: thank, do: Thank the client., say: Thank you., sources: [editorial]}
    + - {id: thank, do: Thank the client., sources: [editorial]}
    - words:
    -   - {id: last-words, when: The hour is over, say: Go well.}
    docs/relationships/goodbye.md:1:1 EW125 the page has no 'words'
    EW125 the page has no 'say'
    """,
    "more reasons than anybody reads": """
    relationships/goodbye.md
    = ▸## Why {#why}
    - (250 words)
    + (620 words)
    EW124 'Why' and what follows it have 623 words; a page of the guide has 250 to 620
    """,
    "authorities that nobody can look up, and one beside a citation of another paragraph": """
    sessions/door.md
    - ## Why {#why}
    + ## Why {#why}
    +
    + Under the ▸Care Act you must ask. A ▸US state code
    + says so. Most ▸UK
    + guidance differs.
    +
    + Another says so {{ cite("knox") }}.
    letters/thanks.md
    - ## Why {#why}
    + ## Why {#why}
    +
    + ▸BACP agrees.
    EW208 'BACP' is named, and its paragraph cites nothing
    EW208 'Care Act' is named, and its paragraph cites nothing
    EW208 'US state code' is named, and its paragraph cites nothing
    EW208 'UK guidance' is named, and its paragraph cites nothing
    """,
    "a service that a module names and nobody wrote": """
    course/first-day.md
    - practices: [sessions/door]
    + practices: [▸sessions/dor]
    EW301 there is no practice 'sessions/dor'
    data/ledger.txt
    - course/first-day#door 4
    + course/first-day#dor 4
    """,
    "a case that begins nowhere": """
    course/first-day.md
    - start: said
    + ▸start: siad
    EW958 there is no scene 'siad'
    """,
    "terms that are not told apart, or explained at length, or on too little": """
    data/glossary.yml
    -   means: What two people write down. They keep it.
    +   ▸means: What two people write down. They keep it. They share it.
    -   sources: [blog, editorial]
    +   sources: [blog, ▸hearsay]
    - - {id: short, term: In brief, also: [short], means: Without many words., sources: [blog]}
    + - ▸id: plan
    +   term: In brief
    +   also: [short, ▸Plans]
    +   ▸means: Without many words, as the law asks, to terminate it.
    +   ▸sources: [blog]
    EW116 the meaning has 3 sentences; it has 1 or 2
    EW202 'hearsay' was never read, so nothing can be stated from it
    EW206 two entries are called 'plan'
    EW206 two entries are called 'plans'
    EW401 'terminate' is not a word for a client
    EW203 'plan' speaks of law or ethics and rests on web pages alone
    """,
    "a tab": """
    sessions/door.md
    - minutes: 10
    + minutes:
    + ▸\t10
    EW002 this YAML cannot be read: a tab stands where YAML takes blanks alone
    """,
    "a control character": """
    sessions/door.md
    - short: At the door
    + short: The ▸\x07 door
    EW010 a sign that nobody sees (U+0007) stands here
    """,
    "a sign that is none": """
    sessions/door.md
    - short: At the door
    + short: The ▸\uffff door
    EW010 a sign that nobody sees (U+FFFF) stands here
    """,
    "a quote that never ends": """
    sessions/door.md
    - minutes: 10
    + minutes: ▸"10
    EW002 this YAML cannot be read: while scanning a quoted scalar, found unexpected end of stream
    """,
    "a quote that ends too early": """
    sessions/door.md
    - say: What is next for you today?
    + say: "What is next" ▸for you today?
    EW002 this YAML cannot be read: did not find expected key
    """,
    "a bracket that never ends": """
    sessions/door.md
    - sources: [the-act, editorial]
    + sources: ▸[the-act, editorial
    EW002 this YAML cannot be read: while parsing a flow sequence, did not find expected ',' or ']'
    """,
    "a wrong indentation": """
    sessions/door.md
    - do: Ask how the day goes on.
    +   do▸: Ask how the day goes on.
    EW002 this YAML cannot be read: mapping values are not allowed in this context
    """,
    "an alias of itself": """
    sessions/door.md
    - short: At the door
    + short: &short [*short]
    docs/sessions/door.md:2:1 EW002 this YAML cannot be read: an alias (*) stands for what it stands in
    """,
    "no end of the front matter": """
    sessions/door.md
    - ---
    - title: What do I do at the door?
    + ▸---
    + title: What do I do at the door?
    - review: {owner: clinical lead, state: draft}
    - ---
    + review: {owner: clinical lead, state: draft}
    EW001 the page does not start with front matter between two lines '---'
    """,
    "an empty file": """
    sessions/late.md
    + ▸
    EW001 the page does not start with front matter between two lines '---'
    """,
    "front matter that is empty": """
    reference/more.md
    + ▸▸---
    + ---
    EW101 'summary' is missing
    EW101 'title' is missing
    """,
    "front matter that is a list": """
    reference/more.md
    + ▸---
    + - title: More
    + - summary: More of it.
    + ---
    EW008 this file should hold facts between the lines '---', one 'key: value' on each line
    """,
    "front matter that is text": """
    reference/more.md
    + ▸---
    + More of it.
    + ---
    EW008 this file should hold facts between the lines '---', one 'key: value' on each line
    """,
    "a key that is a list": """
    reference/more.md
    + ---
    + title: More
    + summary: More.
    + ▸[title, summary]: More of it.
    + ---
    EW102 '[...]' is not known here
    fix: use one of: dangers, for, summary, title
    """,
    "a title that YAML takes for something else": """
    reference/more.md
    + ---
    + ▸title: Yes
    + ▸summary: 2026
    + ---
    EW103 'title' is yes or no; it should be text
    EW103 'summary' is a whole number; it should be text
    """,
    "a list where text belongs": """
    sessions/door.md
    - when: The client says something large as they stand up.
    + ▸when: [The client says something large, or stands up]
    EW103 'when' is a list; it should be text
    """,
    "text where a list belongs": """
    sessions/door.md
    - sources: [the-act, editorial]
    + ▸sources: the-act
    EW103 'sources' is text; it should be a list
    """,
    "text where keys belong": """
    sessions/door.md
    - review: {owner: clinical lead, state: draft}
    + ▸review: draft
    EW103 'review' is text; it should be a set of keys
    """,
    "a step that is text": """
    sessions/door.md
    - - {id: note, do: Write it down., sources: [editorial]}
    + - ▸Write it down.
    EW103 'an entry of steps' is text; it should be a set of keys
    """,
    "keys where words to say belong": """
    sessions/door.md
    - say: What is next for you today?
    + ▸say: {first: What is next for you today?}
    EW103 'say' is a set of keys; it should be a list
    """,
    "minutes in quotes and with a point": """
    sessions/door.md
    - minutes: 10
    + ▸minutes: "10"
    shared/plan.md
    - minutes: 20
    + ▸minutes: 2.5
    EW103 'minutes' is text; it should be a whole number
    EW103 'minutes' is text; it should be a whole number
    """,
    "numbers that YAML would count in other ways": """
    relationships/goodbye.md
    - minutes: 1
    + ▸minutes: 0x1f
    sessions/door.md
    - minutes: 10
    + ▸minutes: 1:30
    shared/plan.md
    - minutes: 20
    + ▸minutes: 1_0
    EW103 'minutes' is text; it should be a whole number
    EW103 'minutes' is text; it should be a whole number
    EW103 'minutes' is text; it should be a whole number
    """,
    "a day that does not exist": """
    data/contacts.yml
    - checked: 2024-02-01
    + ▸checked: 2024-02-30
    EW103 'checked' is text; it should be a day, such as 2024-03-01
    """,
    "registers with an id twice": """
    data/contacts.yml
    - - id: us
    -   name: United States
    + - ▸id: uk
    +   name: United States
    - - id: lifeline
    + - ▸id: listeners
    data/source-text.yml
    - - {code: 2.10, under: q1, text: Never mind.}
    + - {code: 2.10, under: q1, text: Never mind.}
    + - {▸code: q1, text: Again.}
    EW206 two entries are called 'uk'
    EW206 two entries are called 'listeners'
    EW206 two entries are called 'q1'
    """,
    "a day without hyphens": """
    data/contacts.yml
    - checked: 2024-02-01
    + ▸checked: 20240201
    EW103 'checked' is a whole number; it should be a day, such as 2024-03-01
    fix: write the year, the month and the day, of one that the calendar has: checked: 2024-02-01
    """,
    "a day whose month could be the day": """
    data/contacts.yml
    - checked: 2024-02-01
    + ▸checked: 1/2/2023
    EW103 'checked' is text; it should be a day, such as 2024-03-01
    fix: write the year, the month and the day, of one that the calendar has: checked: 2023-02-01, or checked: 2023-01-02
    """,
    "a day with the month before the day": """
    data/contacts.yml
    - checked: 2024-02-01
    + ▸checked: 2/13/2023
    EW103 'checked' is text; it should be a day, such as 2024-03-01
    fix: write the year, the month and the day, of one that the calendar has: checked: 2023-02-13
    """,
    "a month that does not exist": """
    data/contacts.yml
    - checked: 2024-02-01
    + ▸checked: 2026-13-40
    EW103 'checked' is text; it should be a day, such as 2024-03-01
    fix: write the year, the month and the day, of one that the calendar has
    """,
    "keys with nothing after them": """
    sessions/door.md
    - phase: at-the-door
    + ▸phase:
    - mode: read-do
    + ▸mode:
    - say: What is next for you today?
    + ▸say: " "
    EW107 'phase' is empty
    EW107 'mode' is empty
    EW107 'an entry of say' is empty
    """,
    "steps with nothing after them": """
    relationships/goodbye.md
    - steps:
    -   - {id: name-it, do: Name the ending., sources: [editorial]}
    -   - {id: look-back, do: Look back together., sources: [editorial]}
    -   - {id: look-ahead, do: Look ahead together., sources: [editorial]}
    -   - {id: thank, do: Thank the client., say: Thank you., sources: [editorial]}
    -   - {id: part, do: Say goodbye., sources: [editorial]}
    + ▸steps:
    EW107 'steps' is empty
    """,
    "a page that nobody asks for": """
    data/asks/sessions.yml
    - door:
    -   - doorknob disclosure
    -   - big news at the door
    -   - they tell me as they leave
    -   - last minute bombshell
    -   - hand on the handle
    -   - one more thing
    + # Nothing yet.
    docs/data/asks/sessions.yml:1:1 EW118 'sessions/door' has 0 ways to ask for it; search needs at least 6
    """,
    "a danger on a page that shows no contacts": """
    shared/plan.md
    - carries: []
    + ▸dangers: [crisis]
    + carries: []
    EW128 `dangers` are named, and the page shows no contacts
    """,
    "a danger on a page of reference that shows no contacts": """
    reference/map.md
    - summary: Every line of the text, and where it went.
    + summary: Every line of the text, and where it went.
    + ▸dangers: [▸poisons]
    EW128 `dangers` are named, and the page shows no contacts
    EW808 no contact of any region is for 'poisons'
    """,
    "a list for danger without contacts": """
    shared/plan.md
    - mode: read-do
    + ▸mode: read-do
    - no_risk: It is done in quiet.
    - carries: []
    + carries: []
    EW128 this list is read and done in danger, and the page shows no contacts
    """,
    "names of before beside those of now": """
    service
    practice.yml
    + INHERIT: mkdocs.yml
    practice/reference/house.md
    + # Old
    practice.yml:1:1 EW864 'practice.yml' is called 'service.yml' now
    fix: 'service.yml' alone is read: move into it what you need, and delete this
    practice/:1:1 EW864 'practice/' is called 'service/' now
    fix: 'service' alone is read: move into it what you need, and delete this
    """,
    "a danger that nobody has heard of": """
    sessions/door.md
    - dangers: [crisis]
    + dangers: [▸crises]
    EW105 'crises' is no entry of dangers
    """,
    "ways to ask without a page": """
    data/asks/letters.yml
    - thanks: [closing letter, thank you letter]
    + ▸- closing letter
    EW008 this file should hold the name of each page, and below it how people ask for it
    """,
    "ways to ask that still stand in the page": """
    service
    service/letters/local-room.md
    - for: client
    + ▸asks: [new room, moved house]
    + for: client
    delete service/data/asks/letters.yml
    EW126 'asks' stands in the page
    fix: move it to service/data/asks/letters.yml, under the name of the page
    """,
    "ways to ask for one page that cannot be read, beside others": """
    data/asks/sessions.yml
    - door:
    + ▸dawn: [at dawn, at first light]
    + door:
    - - big news at the door
    + - big news at the door
    + - ▸big news at the door
    data/asks/shared.yml
    - plan: [safety plan, crisis plan, written plan, warning signs, what helps, who to call]
    + ▸▸pain:
    + ▸plan: safety plan
    EW127 there is no page 'sessions/dawn' to ask for here
    EW119 'big news at the door' stands twice among the ways to ask for this page
    EW107 'pain' is empty
    EW127 there is no page 'shared/pain' to ask for here
    EW103 'plan' is text; it should be a list
    """,
    "ways to ask for the page of another folder, and of the guide; a hub may be asked for": """
    service
    data/asks/letters.yml
    - thanks: [closing letter, thank you letter]
    + thanks: [closing letter, thank you letter]
    + ▸plan: [safety plan, crisis plan]
    + index: [all letters, which letters]
    service/data/asks/relationships.yml
    - local-farewell: [garden farewell, last walk]
    + local-farewell: [garden farewell, last walk]
    + ▸goodbye: [so long, bye]
    EW127 there is no page 'letters/plan' to ask for here
    EW127 there is no page 'relationships/goodbye' to ask for here
    """,
    "ways to ask for a page without its sign": """
    service
    service/letters/room.md
    ~ service/letters/local-room.md
    service/letters/room.md
    - - {element: The new room, sources: [local]}
    + - {element: The new room, sources: [editorial]}
    delete service/letters/local-room.md
    service/data/asks/letters.yml
    + room: [new room, moved house]
    service/letters/room.md:1:1 EW852 'room' is your own and does not begin with 'local-'
    """,
    "a page of a service that nobody asks for": """
    service
    delete service/data/asks/letters.yml
    service/data/asks/letters.yml:1:1 EW118 'letters/local-room' has 0 ways to ask for it; search needs at least 2
    """,
    "an empty entry": """
    data/asks/sessions.yml
    - - big news at the door
    + - big news at the door
    + -▸
    EW107 'an entry of door' is empty
    """,
    "a name at home that is longer than its place": """
    sessions/door.md
    - short: At the door
    + short: At the door
    + ▸urgent: Something large at the door
    EW103 'urgent' has 27 signs; there is room for 18
    """,
    "a key of its neighbour": """
    sessions/door.md
    - firmer: We do need to stop now.
    + ▸why: It is late.
    EW102 'why' is not known here
    fix: put it under 'when', which is there already, or take it out
    """,
    "a phase that nobody knows": """
    sessions/door.md
    - phase: at-the-door
    + ▸phase: at the door
    EW105 'at the door' is no phase
    fix: did you mean 'at-the-door'?
    """,
    "no step at all": """
    shared/plan.md
    - steps:
    -   - {id: first, do: Ask about signs of danger., sources: [the-act]}
    -   - {id: second, do: List what helps., sources: [the-act]}
    -   - {id: third, do: Name two people., sources: [the-act]}
    -   - {id: fourth, do: Keep the place free of means., sources: [the-act]}
    -   - {id: fifth, do: Give a copy., say: It is yours., sources: [the-act]}
    + ▸steps: []
    sessions/door.md
    - People often say it late {{ cite("knox") }}. The rest is in [the plan](../shared/plan.md#first).
    + People often say it late {{ cite("knox") }}.
    EW111 the pause point has 0 steps; it needs 5 to 9
    """,
    "an id in a heading that is a step's": """
    sessions/door.md
    - ## Why {#why}
    + ## Why {#why}
    +
    + ### Staying {#▸stay}
    EW110 'stay' is used twice on this page
    """,
    "a step that is named like a part of every page": """
    sessions/door.md
    - - id: ask-today
    + - ▸id: said
    EW109 'said' names a part of every page
    """,
    # Files
    "what programs leave behind, and what is only kept here": """
    .#door.md
    + ▸someone@here
    .obsidian/workspace.json
    + {}
    .secret
    + ▸a word
    Thumbs.db
    + a picture of each page
    data/asks.yml
    + ▸[]
    letters/~$notes.docx
    + ▸someone
    old.html
    + ▸<script>alert(1)</script>
    sessions/door
    + ▸A page without its extension.
    sessions/door.md.orig
    + ▸The door as it was.
    sessions/door.md~
    + ▸The door as it was.
    sources.yml
    + ▸[]
    service/.door.md.swp
    + ▸The door as it is.
    EW860 nothing reads '.#door.md', a copy that a program left
    fix: take it out
    docs/.obsidian:1:1 EW860 nothing reads '.obsidian', which is hidden
    EW860 nothing reads '.secret', which is hidden
    EW860 nothing reads 'data/asks.yml', a file that is no part of the guide
    EW860 nothing reads 'letters/~$notes.docx', a copy that a program left
    EW860 nothing reads 'old.html', a file that is no part of the guide
    EW860 nothing reads 'sessions/door', a file that is no part of the guide
    EW860 nothing reads 'sessions/door.md.orig', a copy that a program left
    EW860 nothing reads 'sessions/door.md~', a copy that a program left
    EW860 nothing reads 'sources.yml', a file that is no part of the guide
    fix: move what it holds into docs/data/sources.yml, and take it out
    EW860 nothing reads '.door.md.swp', a copy that a program left
    """,
    "an extension in capitals": """
    sessions/late.MD
    + ▸# Late
    EW006 'sessions/late.MD' is not a lasting address
    fix: use small letters, digits and single hyphens, and end the name with .md
    """,
    "another extension of Markdown": """
    sessions/late.markdown
    + ▸# Late
    EW006 'sessions/late.markdown' is not a lasting address
    """,
    "a folder too deep": """
    sessions/doors/late.md
    + ▸# Late
    EW005 'sessions/doors/late' belongs to no room of the guide
    """,
    # Links
    "an extension of another format, or none": """
    relationships/goodbye.md
    - Goodbyes are short.
    + See [this](▸../sessions/door.html), [this](▸../sessions/door/), [this](▸/sessions/door.md) and [this](▸plan).
    EW307 '../sessions/door.html' leads nowhere
    fix: did you mean '../sessions/door.md'?
    EW307 '../sessions/door/' leads nowhere
    fix: did you mean '../sessions/door.md'?
    EW307 '/sessions/door.md' leads nowhere
    fix: did you mean '../sessions/door.md'?
    EW307 'plan' leads nowhere
    """,
    "links to nothing, and a picture": """
    relationships/goodbye.md
    - Goodbyes are short.
    + See [this](▸), [that](▸#) and ▸![a door](door.png "Open").
    EW307 '' leads nowhere
    EW307 '#' leads nowhere
    EW312 the text shows a picture, 'door.png'
    """,
    "a link from home": """
    index.md
    - {{ right_now() }}
    + {{ right_now() }}
    +
    + See [the door](▸sessions/dor.md) and [the plan](shared/plan.md#first).
    EW307 'sessions/dor.md' leads nowhere
    fix: did you mean 'sessions/door.md'?
    """,
    "a part that the page does not have": """
    service
    sessions/door.md
    - People often say it late {{ cite("knox") }}. The rest is in [the plan](../shared/plan.md#first).
    + See [here](#contacts) and [there](▸../shared/plan.md#contacts).
    service/relationships/local-farewell.md
    - The handbook asks for it {{ cite("local-handbook") }}. See [the plan](../shared/plan.md).
    + The handbook asks for it {{ cite("local-handbook") }}. See [here](▸local-farewell.md#words).
    EW308 '../shared/plan.md' has no place '#contacts'
    EW308 'local-farewell.md' has no place '#words'
    """,
    "a part that only a comment calls": """
    sessions/door.md
    - dangers: [crisis]
    + no_risk: It is done in quiet.
    - {{ contacts() }}
    + {{# contacts() once we have them #}}
    - People often say it late {{ cite("knox") }}. The rest is in [the plan](../shared/plan.md#first).
    + See [whom to call](▸#contacts).
    EW308 'this page' has no place '#contacts'
    """,
    "a part that a page of reference does not call": """
    relationships/goodbye.md
    - Goodbyes are short.
    + See [the terms](../reference/glossary.md#plan) and [more](▸../reference/map.md#plan).
    EW308 '../reference/map.md' has no place '#plan'
    """,
    "parts of other kinds of page, twice and out of order": """
    letters/thanks.md
    - {{ letter() }}
    + {{ ▸references() }}
    +
    + {{ letter() }}
    - A letter lasts {{ cite("knox") }}. See [the goodbye](../relationships/goodbye.md).
    -
    - {{ references() }}
    + A letter lasts {{ cite("knox") }}. See [the goodbye](../relationships/goodbye.md).
    reference/map.md
    - {{ pairs() }}
    + {{ pairs() }}
    +
    + {{ ▸pairs() }}
    EW505 {{ references() }} stands too early
    fix: the order is letter references
    EW506 {{ pairs() }} stands twice
    """,
    "a part that services have and letters have not": """
    letters/thanks.md
    - A letter lasts {{ cite("knox") }}. See [the goodbye](../relationships/goodbye.md).
    + A letter lasts {{ cite("knox") }}. See [the goodbye](../relationships/goodbye.md#answer) and [this](▸#answer).
    EW308 'this page' has no place '#answer'
    """,
    "other sites, written in other ways": """
    relationships/goodbye.md
    - Goodbyes are short.
    + See <▸https://a.example/>, [b [b]](▸HTTPS://b.example), [c][c], [d](▸//d.example) and [e](▸javascript:e).
    +
    + [c]: ▸https://c.example
    EW309 'https://a.example/' leads to another site
    EW309 'HTTPS://b.example' leads to another site
    EW309 '//d.example' leads to another site
    EW309 'javascript:e' leads to another site
    EW309 'https://c.example' leads to another site
    """,
    "navigation to what other pages list by themselves": """
    data/navigation.yml
    - lost:
    + lost:
    +   - {▸page: sessions/door, name: The door}
    +   - {▸page: letters/thanks, name: Thanks}
    EW310 'sessions/door' is no page that the navigation may lead to
    EW310 'letters/thanks' is no page that the navigation may lead to
    """,
    "a page that leads to itself alone": """
    reference/attic.md
    + ▸---
    + title: The attic
    + summary: What was put away.
    + ---
    +
    + Come to [the attic](attic.md).
    EW311 neither the navigation nor the text of a page leads to 'reference/attic'
    """,
    "an extension in a cross-link": """
    sessions/door.md
    - - to: relationships/goodbye
    + - ▸to: relationships/goodbye.md
    relationships/goodbye.md
    - - to: shared/plan
    + - to: sessions/door
    +   because: Both are last words.
    + - to: shared/plan
    EW301 there is no practice 'relationships/goodbye.md'
    fix: put it under 'relationships/goodbye', which is there already, or take it out
    """,
    "a web address without its beginning": """
    data/sources.yml
    - url: https://law.example/act
    + ▸url: law.example/act
    - doi: 10.1000/182
    + ▸doi: https://doi.org/10.1000/182
    data/contacts.yml
    - - {way: visit, to: "https://listeners.example/"}
    + - {way: visit, ▸to: listeners.example}
    EW103 'to' is no address, which starts with 'https://'
    fix: write the whole of it: to: https://listeners.example
    EW103 'url' is no address, which starts with 'https://'
    fix: write the whole of it: url: https://law.example/act
    EW103 'doi' is no DOI, which starts with '10.'
    fix: write no more than this: doi: 10.1000/182
    """,
    "web addresses whose beginning is mistyped, or that have no more than it, and no DOI at all": """
    data/sources.yml
    - url: https://law.example/act
    + ▸url: htp://law.example/act
    - doi: 10.1000/182
    + ▸doi: doi:182
    data/contacts.yml
    - - {way: visit, to: "https://listeners.example/"}
    + - {way: visit, ▸to: htps//listeners.example/a b}
    service
    service.yml
    - - {id: local-desk, name: Front desk, for: [crisis], about: By day, reach: [{way: call, to: "200", add: indoors}]}
    + - {id: local-desk, name: Front desk, for: [crisis], about: By day, reach: [{way: visit, ▸to: "https://"}]}
    EW103 'to' is no address, which starts with 'https://'
    fix: write the whole of it: to: https://listeners.example/a%20b
    EW103 'url' is no address, which starts with 'https://'
    fix: write the whole of it: url: https://law.example/act
    EW103 'doi' is no DOI, which starts with '10.'
    fix: take it out, or write the one it has
    EW103 'to' is no address, which starts with 'https://'
    fix: write the whole of it, with its host
    """,
    # Words
    "a number in a text that cannot show contacts": """
    letters/thanks.md
    - {{ letter() }}
    + {{ letter() }}
    +
    + Call ▸0800 123 456.
    EW402 '0800 123 456' looks like a telephone number
    fix: say whom to call, and give the number in docs/data/contacts.yml, with the day it was checked; leave out one that nobody calls
    """,
    "a number in a text of the guide": """
    relationships/goodbye.md
    - Goodbyes are short.
    + Call ▸0800 123 456.
    EW402 '0800 123 456' looks like a telephone number
    fix: write {{ contacts() }}, and give the number in docs/data/contacts.yml, with the day it was checked; leave out one that nobody calls
    """,
    "numbers and a danger in what a service writes, which leaves the guide's files alone": """
    service
    service/data/steps.yml
    - why: The house locks itself.
    + ▸why: The house has number 12345678.
    service/relationships/local-farewell.md
    - - {id: coat, do: Bring the coat., sources: [local]}
    + - {id: coat, ▸do: Ring 0800 123 456., sources: [local]}
    - no_risk: The last hour is over.
    + ▸dangers: [▸poisons]
    + no_risk: The last hour is over.
    - The handbook asks for it {{ cite("local-handbook") }}. See [the plan](../shared/plan.md).
    + The handbook asks for it {{ cite("local-handbook") }}. See [the plan](../shared/plan.md). Call ▸0800 123 456.
    EW402 '12345678' looks like a telephone number
    fix: say whom to call, and give the number under `contacts` of your settings; leave out one that nobody calls
    EW402 '0800 123 456' looks like a telephone number
    fix: say whom to call, and give the number under `contacts` of your settings; leave out one that nobody calls
    EW128 `dangers` are named, and the page shows no contacts
    fix: add {{ contacts() }}
    EW808 no contact of any region is for 'poisons'
    fix: name the dangers for which there is one: crisis, emergency
    EW402 '0800 123 456' looks like a telephone number
    fix: write {{ contacts() }}, and give the number under `contacts` of your settings; leave out one that nobody calls
    """,
    "numbers, as people type them": """
    relationships/goodbye.md
    - Goodbyes are short.
    + Call ▸116 123, ▸0800.123.456, (020) ▸7946 0018, ▸+1-800-273-8255, ▸911 or [the line](▸tel:85258).
    +
    + | line | number |
    + |------|--------|
    + | uk | ▸116 123 |
    EW402 '116 123' looks like a telephone number
    EW402 '0800.123.456' looks like a telephone number
    EW402 '7946 0018' looks like a telephone number
    EW402 '+1-800-273-8255' looks like a telephone number
    EW402 '911' looks like a telephone number
    EW402 'tel:85258' looks like a telephone number
    EW402 '116 123' looks like a telephone number
    """.replace("Call ▸116 123", "Call ▸116\u00a0123"),
    "HTML in any form": """
    relationships/goodbye.md
    - Goodbyes are short.
    + ▸<script>, ▸<img src="a" onerror="c<2">, ▸<br/>, ▸</p> and ▸<!-- note --> are no words; 1 < 2 is.
    EW406 '<script>' is HTML
    EW406 '<img' is HTML
    EW406 '<br/>' is HTML
    EW406 '</p>' is HTML
    EW406 '<!--' is HTML
    """,
    "a slip below a table, and in the short name": """
    relationships/goodbye.md
    - phase: last-sessions
    + phase: last-sessions
    + ▸short: Dump them
    - Goodbyes are short.
    + | a | b |
    + |---|---|
    + | c | d |
    +
    + Then ▸terminate it.
    EW401 'Dump' is not a word for a client
    EW401 'terminate' is not a word for a client
    """,
    # Braces
    "a misspelt word": """
    shared/plan.md
    - carries: []
    - review: {owner: clinical lead, state: draft}
    - ---
    -
    + carries: []
    + review: {owner: clinical lead, state: draft}
    + ---
    + ▸
    - {{ checklist() }}
    + {{ ▸chekclist() }}
    EW504 the page has no {{ checklist() }}
    EW501 there is no 'chekclist()'
    fix: did you mean 'checklist()'?
    """,
    "brackets that are missing": """
    shared/plan.md
    - {{ checklist() }}
    + {{ checklist() }} {{ ▸checklist }} {{ ▸contcats }} {{▸page.title}}
    EW502 'checklist()' is called with brackets after its name
    EW501 there is no 'contcats()'
    EW503 the braces cannot be read: they hold no word of the guide
    """,
    "other things in braces": """
    sessions/door.md
    - dangers: [crisis]
    + no_risk: It is done in quiet.
    - {{ contacts() }}
    + {{ ▸"contacts" }} {{ ▸contacts() | upper }} {{ ▸env.contacts() }} {{ ▸1 + 1 }}
    EW503 the braces cannot be read: they hold no word of the guide
    EW503 the braces cannot be read: they hold no word of the guide
    EW503 the braces cannot be read: they hold no word of the guide
    EW503 the braces cannot be read: they hold no word of the guide
    """,
    "other arguments": """
    sessions/door.md
    - {{ contacts() }}
    + {{ ▸contacts(region="uk") }} {{ ▸contacts(*uk) }} {{ ▸contacts(**uk) }}
    - People often say it late {{ cite("knox") }}. The rest is in [the plan](../shared/plan.md#first).
    + A {{ ▸cite() }}, {{ ▸cite(knox) }}, {{ ▸cite(2011) }}, {{ ▸cite(id="knox") }} and {{ cite("knox", "the-act") }}.
    EW502 'contacts()' takes no arguments
    EW502 'contacts()' takes no arguments
    EW506 {{ contacts() }} stands twice
    EW502 'contacts()' takes no arguments
    EW506 {{ contacts() }} stands twice
    EW502 'cite()' takes the ids of sources, in quotes
    EW502 'cite()' takes the ids of sources, in quotes
    EW502 'cite()' takes the ids of sources, in quotes
    EW502 'cite()' takes the ids of sources, in quotes
    """.replace("▸contacts(*uk)", "▸▸contacts(*uk)").replace("▸contacts(**uk)", "▸▸contacts(**uk)"),
    "statements": """
    sessions/door.md
    - {{ contacts() }}
    + ▸{% if true %}{{ contacts() }}
    + ▸{% endif %}
    EW503 the braces cannot be read: '{%' is not used here
    EW503 the braces cannot be read: '{%' is not used here
    """,
    "several braces that cannot be read, one below the other": """
    sessions/door.md
    - {{ contacts() }}
    + ▸{{ contacts( }} ▸{{ contacts) }}
    + Then ▸{{ }}.
    EW503 the braces cannot be read: unexpected '}', expected ')'
    EW503 the braces cannot be read: unexpected ')'
    EW503 the braces cannot be read: Expected an expression, got 'end of print statement'
    """,
    "braces that never end": """
    sessions/door.md
    - {{ contacts() }}
    + ▸{{ contacts()
    EW503 the braces cannot be read: they are never closed
    """,
    "a comment that never ends": """
    sessions/door.md
    - {{ contacts() }}
    + ▸{{# contacts() }}
    EW503 the braces cannot be read: Missing end of comment tag
    """,
    "a hub and a home without their lists": """
    shared/index.md
    - ---
    -
    - {{ phases() }}
    + ---
    + ▸
    + All of it.
    index.md
    - ---
    -
    - {{ right_now() }}
    -
    - {{ resume() }}
    -
    - {{ sides() }}
    -
    - {{ local() }}
    + ---
    + ▸▸▸▸
    + Welcome.
    EW504 the page has no {{ local() }}
    fix: add it; the order is right_now resume sides local (contacts)
    EW504 the page has no {{ resume() }}
    EW504 the page has no {{ right_now() }}
    EW504 the page has no {{ sides() }}
    EW504 the page has no {{ phases() }}
    """,
    # Registers
    "a region that YAML takes for something else": """
    mkdocs.yml
    + site_url: https://guide.example/
    + extra: {service: {regions: [uk, ▸no]}}
    EW103 'an entry of regions' is yes or no; it should be text
    """,
    "numbers one beyond what they may be": """
    service
    service.yml
    - session_minutes: 55
    - wind_down_minutes: 12
    - missed_appointment: no word has come by the half hour
    - contact_attempts: {number: 4, days_apart: 6}
    - notice: {number: 5, unit: weeks}
    + ▸session_minutes: 241
    + ▸wind_down_minutes: 0
    + contact_attempts: {▸number: 0, ▸days_apart: 91}
    + notice: {▸number: 0, unit: weeks}
    + files_stay_open: {▸number: 101, unit: months}
    EW851 'session_minutes' is 241; it should be at most 240
    EW851 'wind_down_minutes' is 0; it should be at least 1
    EW851 'number' is 0; it should be at least 1
    EW851 'days_apart' is 91; it should be at most 90
    EW851 'number' is 0; it should be at least 1
    EW851 'number' is 101; it should be at most 100
    """,
    "a number in letters, and one with an extension": """
    service
    service.yml
    - consultation: {who: the duty supervisor, reach: [{way: call, to: "202"}]}
    + consultation: {who: the duty supervisor, reach: [{way: call, ▸to: 1-800-DUN-HELP}, {way: call, ▸to: 0800 1234 ext. 12}]}
    EW805 '1-800-DUN-HELP' cannot be dialled
    fix: use digits, spaces and hyphens, for one number of at most 15 digits in each `to`; letters are the digits of their keys, and an extension or a word to send goes under `add`
    EW805 '0800 1234 ext. 12' cannot be dialled
    fix: use digits, spaces and hyphens, for one number of at most 15 digits in each `to`; letters are the digits of their keys, and an extension or a word to send goes under `add`
    """,
    "dashes, and two numbers, that cannot be dialled": """
    data/contacts.yml
    - reach: [{way: call, to: "988"}]
    + reach: [{way: call, ▸to: "---"}, {way: call, ▸to: 988 or 911}, {way: call, ▸to: 01 555 0199 01 555 0198}]
    EW805 '---' cannot be dialled
    EW805 '988 or 911' cannot be dialled
    EW805 '01 555 0199 01 555 0198' cannot be dialled
    """,
    "a contact with no way to reach it": """
    data/contacts.yml
    - reach: [{way: call, to: "988"}]
    + ▸reach: []
    EW107 'reach' is empty
    """,
    "a contact whose one way to reach it is misspelt": """
    data/contacts.yml
    - reach: [{way: call, to: "988"}]
    + reach: [▸{▸wey: call, to: "988"}]
    EW101 'way' is missing
    EW102 'wey' is not known here
    fix: did you mean 'way'?
    """,
    "a contact with no source": """
    data/contacts.yml
    - sources: [the-act]
    + sources: [▸act]
    EW201 there is no source 'act'
    fix: did you mean 'the-act'?
    """,
    "sources that nobody wrote": """
    data/sources.yml
    - author: [{literal: Parliament}]
    + ▸author: []
    - author: [{family: Knox, given: Sarah}, {family: Adrians, given: Nathan}]
    + ▸author: [{given: Sarah}]
    EW107 'author' is empty
    EW107 'author' is empty
    """,
    "what a source says, in words that no page has": """
    data/sources.yml
    - title: The Act
    - says: It asks for care.
    + title: Terminating Therapy
    + ▸▸▸says: >-
    +   Do not terminate anyone, and call 85258, and let this sentence go on until it has more words than
    +   anybody could ever read at a glance. We favour care.
    - says: It is reported to praise a plain goodbye.
    + ▸says: It is reported to praise good behavior.
    EW401 'terminate' is not a word for a client
    EW402 '85258' looks like a telephone number
    EW403 this sentence has 26 words; at most 20 are read at a glance
    EW405 'behavior' is American spelling
    """,
    "a source that only a contact rests on": """
    data/contacts.yml
    - sources: [the-act]
    + sources: [leaflet]
    data/sources.yml
    - - id: knox
    -   kind: study
    + - {▸id: leaflet, kind: web, confidence: seen, type: webpage, title: A, author: [{literal: B}], year: 2020}
    + - id: knox
    +   kind: study
    EW207 'leaflet' is stated, and its entry does not tell what it says
    """,
    "a published source that nothing rests on now": """
    data/ledger.txt
    - sessions/door
    + ▸reference/sources#source-blog
    + reference/sources#source-listing
    + sessions/door
    data/redirects.yml
    - - {from: sessions/threshold, to: sessions/door}
    + - {from: "reference/sources#source-listing", to: "reference/sources#source-knox"}
    + - {from: sessions/threshold, to: sessions/door}
    sessions/door.md
    - - {id: open, do: Open the next hour with it., sources: [blog]}
    + - {id: open, do: Open the next hour with it., sources: [knox]}
    data/glossary.yml
    -   sources: [blog, editorial]
    +   sources: [knox, editorial]
    - - {id: short, term: In brief, also: [short], means: Without many words., sources: [blog]}
    + - {id: short, term: In brief, also: [short], means: Without many words., sources: [knox]}
    EW601 'reference/sources#source-blog' was published and leads nowhere now
    """,
    "a source after one with a mistake": """
    data/sources.yml
    - kind: law
    + ▸kind: laws
    - - id: knox
    -   kind: study
    + - id: blog
    +   kind: study
    - - {id: blog, kind: web, confidence: seen, type: webpage, title: A blog, says: It tells of late news., author: [{literal: A vendor}], year: 2020}
    + - {▸id: blog, kind: web, confidence: seen, type: webpage, title: A, author: [{literal: B}], year: 2020, says: C.}
    sessions/door.md
    - sources: [knox]
    + sources: [the-act]
    - - {id: agree, do: Agree when to come back to it., sources: [knox]}
    + - {id: agree, do: Agree when to come back to it., sources: [the-act]}
    - People often say it late {{ cite("knox") }}. The rest is in [the plan](../shared/plan.md#first).
    + See [the plan](../shared/plan.md#first).
    letters/thanks.md
    - - {element: The last day, shown: Our work has ended., sources: [knox, editorial]}
    + - {element: The last day, shown: Our work has ended., sources: [the-act, editorial]}
    - A letter lasts {{ cite("knox") }}. See [the goodbye](../relationships/goodbye.md).
    + See [the goodbye](../relationships/goodbye.md).
    data/contacts.yml
    - sources: [knox]
    + sources: [the-act]
    data/source-text.yml
    - - {lines: [2.10], against: Care, settled: We mind., sources: [knox]}
    + - {lines: [2.10], against: Care, settled: We mind.}
    EW105 'laws' is no kind
    fix: did you mean 'law'?
    EW206 two entries are called 'blog'
    """,
    "a ledger without its seal": """
    data/ledger.txt
    - sessions/threshold#stay
    - seal of the rows above
    + ▸sessions/threshold#stay
    EW602 the ledger does not match its seal
    """,
    "a practice that was published before there were short addresses": """
    published
    data/ledger.txt
    - sessions/door hkq
    + sessions/door
    docs/sessions/door.md:1:1 EW612 'sessions/door' is not written down in the ledger
    """,
    "a task that is in no ledger yet": """
    course/first-day.md
    - - {id: what-first, ask: What comes first?, answer: "Safety."}
    + - {id: what-first, ask: What comes first?, answer: "Safety."}
    + - {id: what-next, ask: What comes next?, answer: "The plan."}
    docs/course/first-day.md:1:1 EW607 no number is written down for 'course/first-day#what-next'
    """,
    "a service's module that has numbers of the guide, and some that no code holds": """
    service
    service/course/local-ours.md
    ~ course/second-day.md
    service/data/ledger.txt
    - sessions/door#local-ring-desk
    + sessions/door#local-ring-desk
    + ▸course/local-ours#a 31
    + ▸course/local-ours#b 1024
    + ▸course/local-ours#c 9999
    EW608 31 is no number for 'course/local-ours#a'
    EW608 1024 is no number for 'course/local-ours#b'
    EW608 9999 is no number for 'course/local-ours#c'
    """,
    "an empty ledger": """
    data/redirects.yml
    + []
    data/ledger.txt
    + ▸
    EW602 the ledger does not match its seal
    """,
    "an address of the guide that only a service could have moved": """
    service
    data/ledger.txt
    - sessions/door
    + ▸sessions/dor
    + sessions/door
    service/data/redirects.yml
    - - {from: relationships/local-adieu, to: relationships/local-farewell}
    + - ▸{from: relationships/local-adieu, ▸too: relationships/local-farewell}  # sessions/dor
    EW601 'sessions/dor' was published and leads nowhere now
    EW101 'to' is missing
    EW102 'too' is not known here
    """,
    "a lost source, which no register of changes could name": """
    delete data/reviews.yml
    data/ledger.txt
    - sessions/door
    + ▸reference/sources#source-gone
    + sessions/door
    EW601 'reference/sources#source-gone' was published and leads nowhere now
    docs/data/reviews.yml:1:1 EW007 the data file 'docs/data/reviews.yml' is missing
    """,
    "a redirect to a redirect": """
    data/redirects.yml
    - - {from: sessions/threshold, to: sessions/door}
    + - {from: sessions/threshold, ▸to: sessions/gate}
    data/ledger.txt
    - sessions/threshold#stay
    + ▸sessions/threshold#stay
    EW601 'sessions/threshold#stay' was published and leads nowhere now
    EW604 the redirect leads to 'sessions/gate', which is not there
    """,
    "a page moved to a place on another": """
    data/redirects.yml
    - - {from: sessions/threshold, to: sessions/door}
    + - {from: sessions/threshold, to: "sessions/door#stay"}
    data/ledger.txt
    - sessions/threshold#stay
    + ▸sessions/threshold#stay
    EW601 'sessions/threshold#stay' was published and leads nowhere now
    """,
    # Reviews
    "a page without an owner": """
    sessions/door.md
    - review: {owner: clinical lead, state: draft}
    + ▸review: {state: draft}
    shared/plan.md
    - review: {owner: clinical lead, state: draft}
    + review: {▸owner: " ", state: draft}
    letters/thanks.md
    - review: {owner: clinical lead, state: draft}
    + review: {▸owner: , state: draft}
    EW107 'owner' is empty
    EW101 'owner' is missing
    EW107 'owner' is empty
    """,
    "a review and a change that are still to come": """
    sessions/door.md
    - review: {owner: clinical lead, state: draft}
    + review: {owner: clinical lead, state: reviewed, by: "A. Grey, lead", ▸on: 2024-03-03, digest: abc}
    data/reviews.yml
    + - {page: sessions/door, digest: abc, ▸changed: 2024-03-03, what: It is plainer.}
    EW804 'changed' is 2024-03-03, which is in the future
    EW804 'on' is 2024-03-03, which is in the future
    """,
    "a page with two days": """
    data/reviews.yml
    + - {page: sessions/door, digest: abc, changed: 2024-02-01, what: It is plainer.}
    + - {▸page: sessions/door, digest: abd, changed: 2024-02-02, what: It is plainer.}
    EW206 two entries are called 'sessions/door'
    """,
    "a register of changes that is no list": """
    data/reviews.yml
    + ▸sessions/door: 2024-02-01
    EW008 this file should hold a list of days on which pages changed
    """,
    "a page of the guide in the register of a service": """
    service
    data/reviews.yml
    + []  # which waits until the rest is right
    service/data/reviews.yml
    + - {▸page: sessions/door, digest: abc, changed: 2024-02-01, what: It is plainer.}
    EW904 there is no practice, letter or module 'sessions/door' here
    """,
    # A service's own file
    "settings of other types": """
    service
    service.yml
    - consultation: {who: the duty supervisor, reach: [{way: call, to: "202"}]}
    - session_minutes: 55
    - wind_down_minutes: 12
    + ▸consultation: the duty supervisor
    + ▸session_minutes: 55.5
    + ▸wind_down_minutes: "12"
    - notice: {number: 5, unit: weeks}
    + ▸notice: 5
    - diagnosis_in_letters: false
    + ▸diagnosis_in_letters: "no"
    - ways_back: ring the bell twice
    + ▸ways_back: 2024-03-01
    + ▸records_route: !!binary aGVsbG8=
    - hue: 85
    + ▸hue: yes
    EW103 'consultation' is text; it should be a set of keys
    EW103 'session_minutes' is a number with a point; it should be a whole number
    EW103 'wind_down_minutes' is text; it should be a whole number
    EW103 'notice' is a whole number; it should be a set of keys
    EW103 'diagnosis_in_letters' is text; it should be true or false
    EW103 'ways_back' is a day; it should be text
    EW103 'records_route' is something else; it should be text
    EW103 'hue' is yes or no; it should be a whole number
    """,
    "settings that are misspelt": """
    service
    service.yml
    = ▸service:
    - wind_down_minutes: 12
    + ▸winddown_minutes: 12
    - notice: {number: 5, unit: weeks}
    + ▸notice: {number: 5, ▸units: weeks}
    - diagnosis_in_letters: false
    + 5: false
    - hue: 85
    + hue: 85
    + ▸spelling: english
    EW103 'an entry of service' is a whole number; it should be text
    EW102 'winddown_minutes' is not known here
    fix: did you mean 'wind_down_minutes'?
    EW101 'unit' is missing
    EW102 'units' is not known here
    fix: did you mean 'unit'?
    EW105 'english' is no spelling
    fix: use one of: american, british
    """,
    "words for nothing that the guide says": """
    service
    service.yml
    - client: applicant
    - family_doctor: {one: GP, many: GPs}
    + ▸clients: applicants
    + family_doctor: {one: GP, ▸plural: GPs}
    + therapist: {one: helper, ▸article: the}
    + ▸supervisor: 5
    + ▸clinician: {many: helpers}
    EW102 'clients' is not known here
    fix: did you mean 'client'?
    EW102 'plural' is not known here
    fix: use one of: article, countable, many, one
    EW105 'the' is no article
    EW103 'supervisor' is a whole number; it should be text
    EW101 'one' is missing
    """,
    "words that are a list": """
    service
    service.yml
    - vocabulary:
    -   client: applicant
    -   family_doctor: {one: GP, many: GPs}
    + ▸vocabulary: [applicant, GP]
    EW103 'vocabulary' is a list; it should be a set of keys
    """,
    "what every service must say, left out": """
    service
    service.yml
    - site_url: https://guide.house.example/endings/
    - site_name: Good endings
    + site_name: Good endings
    - service:
    -   name: The House
    -   regions: [uk]
    + ▸▸service:
    service.yml:1:1 EW101 'site_url' is missing
    EW101 'name' is missing
    fix: add 'name'
    EW101 'regions' is missing
    """,
    "what every service must say, left empty": """
    service
    service.yml
    - site_url: https://guide.house.example/endings/
    + ▸site_url:
    - name: The House
    - regions: [uk]
    + ▸name:
    + ▸regions:
    EW101 'site_url' is missing
    EW101 'name' is missing
    EW101 'regions' is missing
    """,
    "settings with nothing after them, and nothing in their quotes": """
    service
    service.yml
    - name: The House
    + ▸name: " "
    - vocabulary:
    -   client: applicant
    -   family_doctor: {one: GP, many: GPs}
    - logo: assets/logo.svg
    + ▸vocabulary:
    + ▸logo: ""
    EW107 'name' is empty
    EW107 'vocabulary' is empty
    EW107 'logo' is empty
    """,
    "an address without its beginning": """
    service
    service.yml
    - site_url: https://guide.house.example/endings/
    + ▸site_url: guide.house.example
    EW103 'site_url' is no address, which starts with 'https://'
    """,
    "an address that ends in a file": """
    service
    service.yml
    - site_url: https://guide.house.example/endings/
    + ▸site_url: https://guide.house.example/endings/index.html
    EW103 'site_url' is the address of a file, or of a part of it; it should be that of a folder
    fix: write the folder's: site_url: https://guide.house.example/endings/
    """,
    "an address of a part, in the guide's own file": """
    mkdocs.yml
    + ▸site_url: https://guide.example?page=1#top
    EW103 'site_url' is the address of a file, or of a part of it; it should be that of a folder
    fix: write the folder's: site_url: https://guide.example/
    """,
    "regions that are text": """
    service
    service.yml
    - regions: [uk]
    + ▸regions: uk
    EW103 'regions' is text; it should be a list
    """,
    "a service that is a list": """
    service
    service.yml
    + INHERIT: mkdocs.yml
    + site_url: https://guide.house.example/
    + extra:
    +   ▸▸▸service: [The House]
    EW101 'name' is missing
    EW101 'regions' is missing
    EW103 'service' is a list; it should be a set of keys
    """,
    "a service that is text": """
    service
    service.yml
    + INHERIT: mkdocs.yml
    + site_url: https://guide.house.example/
    + extra: {▸▸▸service: The House}
    EW101 'name' is missing
    EW101 'regions' is missing
    EW103 'service' is text; it should be a set of keys
    """,
    "extras that are text": """
    service
    delete service/assets/logo.svg
    service.yml
    + INHERIT: mkdocs.yml
    + site_url: https://guide.house.example/
    + ▸▸extra: The House
    EW101 'name' is missing
    EW101 'regions' is missing
    """,
    "a file of a service that leads to no other": """
    service
    service.yml
    - INHERIT: mkdocs.yml
    - site_url: https://guide.house.example/endings/
    + ▸site_url: https://guide.house.example/endings/
    EW101 'INHERIT' is missing
    """,
    "a file of a service that leads to itself": """
    service
    service.yml
    - INHERIT: mkdocs.yml
    + ▸INHERIT: service.yml
    EW105 'service.yml' is no INHERIT
    fix: write mkdocs.yml
    """,
    "files that lead round": """
    service
    mkdocs.yml
    + ▸INHERIT: service.yml
    + site_url: https://guide.example/
    EW105 'service.yml' is no INHERIT
    fix: take it out
    """,
    "a file that is inherited, and leads to none": """
    service
    base.yml
    ~ mkdocs.yml
    base.yml
    + ▸INHERIT: bases.yml
    mkdocs.yml
    + INHERIT: base.yml
    EW859 there is no 'bases.yml'
    """,
    "a file that is inherited, and cannot be read": """
    service
    delete service/assets/logo.svg
    mkdocs.yml
    + site_url: ▸: https://guide.example/
    service.yml
    - logo: assets/logo.svg
    + hue: 7
    - hue: 85
    service/letters/local-room.md
    - summary: It gives the new room.
    + summary: It gives the color of the new room.
    EW002 this YAML cannot be read: mapping values are not allowed in this context
    """,
    "settings that are inherited, with the slips that a service's own may have": """
    service
    mkdocs.yml
    + site_url: https://guide.example/
    + ▸hue: 7
    + extra:
    +   ▸cite: yes
    +   service:
    +     ▸records_route: write to **the office**
    +     ▸other_services: TBC
    EW866 'hue' stands at the margin
    EW866 'cite' stands right below 'extra:'
    EW132 '**' in 'records_route' would be printed as it is typed
    EW407 'TBC' is placeholder text
    """,
    "settings that are inherited, and of other types, beside a list that takes the place of another": """
    service
    mkdocs.yml
    + site_url: https://guide.example/
    + extra:
    +   service:
    +     ▸copy_days: 0
    +     contacts: [{id: local-a, name: A, for: [crisis], reach: [{way: call, add: x, to: 1}]}]
    service.yml
    - - {id: listeners, name: Our Listeners, for: [emergency], reach: [{way: call, to: 116 123}], checked: 2024-02-05}
    + - {id: listeners, name: Our Listeners, for: [emergency], reach: [▸{to: 116 123}], checked: 2024-02-05}
    EW851 'copy_days' is 0; it should be at least 1
    EW101 'way' is missing
    """,
    "the name of before, in a file that is inherited": """
    service
    mkdocs.yml
    + site_url: https://guide.example/
    + extra:
    +   ▸practice: {hue: 7}
    EW864 'practice:' is called 'service:' now
    """,
    "a file of a service that leads to several": """
    service
    service.yml
    - INHERIT: mkdocs.yml
    + ▸INHERIT: [mkdocs.yml]
    EW859 there is no '['mkdocs.yml']'
    """,
    "a file of a service that is a list": """
    service
    delete service/assets/logo.svg
    service.yml
    + ▸▸- INHERIT: mkdocs.yml
    EW008 this file should hold settings, one 'key: value' on each line
    EW101 'INHERIT' is missing
    """,
    "a contact for nothing, and one for what nobody knows": """
    data/contacts.yml
    - for: [emergency]
    + ▸for: []
    - for: [emergency, crisis]
    + for: [emergency, ▸crises]
    EW105 'crises' is no entry of for
    fix: did you mean 'crisis'?
    EW107 'for' is empty
    """,
    "an emergency number that a service's own contact takes away": """
    service
    service.yml
    = ▸contacts:
    - - {id: listeners, name: Our Listeners, for: [emergency], reach: [{way: call, to: 116 123}], checked: 2024-02-05}
    + - {id: listeners, name: Our Listeners, for: [crisis], reach: [{way: call, to: 116 123}], checked: 2024-02-05}
    EW809 116 123 would no longer be the emergency number of region 'uk'
    """,
    "no emergency number in a country that the guide does not know": """
    service
    service.yml
    - regions: [uk]
    - contacts:
    -   - {id: listeners, name: Our Listeners, for: [emergency], reach: [{way: call, to: 116 123}], checked: 2024-02-05}
    + regions: []
    + ▸contacts:
    EW807 `contacts` has no emergency number to call
    """,
    "a day that no calendar has, which stops MkDocs": """
    service
    service.yml
    - - {id: local-duty, name: Duty desk, reach: [{way: call, to: "201"}], checked: 2024-02-05}
    + - {id: local-duty, name: Duty desk, reach: [{way: call, to: "201"}], ▸checked: 2024-02-30}
    EW103 'checked' is text; it should be a day, such as 2024-03-01
    """,
    "contacts of one's own": """
    service
    service.yml
    - - {id: local-desk, name: Front desk, for: [crisis], about: By day, reach: [{way: call, to: "200", add: indoors}]}
    + - {▸id: lifeline, name: Of another region, for: [crisis], reach: [{way: call, to: "1"}]}
    + - {id: local-desk, name: Front desk, for: [crisis], reach: [{way: call, ▸to: the desk}, {way: visit, ▸to: desk.example}]}
    - - {id: local-duty, name: Duty desk, reach: [{way: call, to: "201"}], checked: 2024-02-05}
    + - {▸id: local-desk, name: Duty desk, reach: [{way: call, to: "201"}], ▸checked: 2024-03-03}
    - consultation: {who: the duty supervisor, reach: [{way: call, to: "202"}]}
    + consultation: {who: the duty supervisor, reach: [{way: text, ▸to: DUTY}]}
    EW852 'lifeline' is your own and does not begin with 'local-'
    EW805 'the desk' cannot be dialled
    EW103 'to' is no address, which starts with 'https://'
    EW206 two entries are called 'local-desk'
    EW804 'checked' is 2024-03-03, which is in the future
    EW805 'DUTY' cannot be dialled
    """,
    "contacts with a source, a number without quotes and no way at all": """
    service
    service.yml
    - - {id: local-desk, name: Front desk, for: [crisis], about: By day, reach: [{way: call, to: "200", add: indoors}]}
    + - {id: local-desk, name: Front desk, for: [crisis], reach: [{way: call, ▸to: 200}], ▸sources: [knox]}
    - - {id: local-duty, name: Duty desk, reach: [{way: call, to: "201"}], checked: 2024-02-05}
    + - {id: local-duty, name: Duty desk, ▸reach: []}
    EW103 'to' is a whole number; it should be text
    EW102 'sources' is not known here
    EW107 'reach' is empty
    """,
    "words that no page may hold either": """
    service
    service.yml
    - name: The House
    + ▸▸name: The <b>House</b>
    - missed_appointment: no word has come by the half hour
    + ▸missed_appointment: TBC
    - client: applicant
    + ▸client: terminated
    EW406 '</b>' is HTML
    EW406 '<b>' is HTML
    EW407 'TBC' is placeholder text
    EW401 'terminated' is not a word for a client
    """,
    "mistakes in a file, a section and a folder that are called as they were before": """
    practice.yml
    + ▸INHERIT: mkdocs.yml
    + site_url: https://guide.house.example/
    + site_name: Good endings
    + extra:
    +   ▸practice: {name: The House, regions: [▸uck]}
    practice/reference/house.md
    + ▸---
    + title: The house
    + summary: Who is in.
    + ---
    EW864 'practice.yml' is called 'service.yml' now
    EW864 'practice:' is called 'service:' now
    EW802 there is no region 'uck'
    practice/:1:1 EW864 'practice/' is called 'service/' now
    EW852 'house' is your own and does not begin with 'local-'
    """,
    "logos and folders that cannot be": """
    service
    service.yml
    - logo: assets/logo.svg
    + ▸logo: assets/logo.gif
    + folder: service
    service/assets/logo.gif
    ~ service/assets/logo.svg
    delete service/assets/logo.svg
    EW103 'logo' is no file whose name ends with .svg, .png or .webp
    """,
    "a service's file by other names, alone": """
    Practice.YAML
    + ▸extra: {service: {name: The House}}
    Settings.yml
    + ▸extra: {service: {name: The House}}
    service (1).yml
    + ▸extra: {service: {name: The House}}
    service.yml.txt
    + ▸extra: {service: {name: The House}}
    EW865 'Practice.YAML' is no name of a service's file
    fix: call it 'service.yml'
    EW865 'Settings.yml' is no name of a service's file
    fix: call it 'service.yml'
    EW865 'service (1).yml' is no name of a service's file
    fix: call it 'service.yml'
    EW865 'service.yml.txt' is no name of a service's file
    fix: call it 'service.yml'
    """,
    "a folder that is not there": """
    service
    service.yml
    - logo: assets/logo.svg
    + ▸folder: house
    EW859 there is no 'house'
    """,
    "a folder in another case, and no other": """
    service.yml
    + INHERIT: mkdocs.yml
    + site_url: https://guide.house.example/
    + extra:
    +   service: {name: The House, regions: [uk]}
    Services/reference/local-house.md
    + ---
    + title: The house
    + summary: Who is in.
    + ---
    Services/:1:1 EW871 'Services/' is not read: the folder of the service is 'service/'
    fix: call it 'service'
    """,
    "a folder that is named and has another case; a setting of another kind changes nothing of it": """
    service
    service.yml
    - logo: assets/logo.svg
    - hue: 85
    + folder: house
    + ▸hue: blue
    House/Data/Steps.yml
    + []
    House/:1:1 EW871 'House/' is not read: the folder of the service is 'house/'
    fix: call it 'house'
    EW103 'hue' is text; it should be a whole number
    """,
    "a folder above": """
    service
    service.yml
    - logo: assets/logo.svg
    + ▸folder: ..
    EW108 '..' cannot be a permanent name
    """,
    "a folder by a name that none can have is told as that alone, whatever lies beside it": """
    service
    service.yml
    - logo: assets/logo.svg
    + ▸folder: Service
    EW108 'Service' cannot be a permanent name
    """,
    # A service's own folder
    "files in the wrong place, or of another kind": """
    service
    service/README.md
    + ▸# What we added
    service/data/a/reviews.yml
    + ▸[]
    service/data/asks/shard.yml
    + ▸a: [b]
    service/data/step.yml
    + ▸[]
    service/letters/local-more.markdown
    + ▸# More
    service/notes/local-more.md
    + ▸# More
    service/sessions/local_more.md
    + ▸# More
    EW006 'README.md' is not a lasting address
    EW860 nothing reads 'data/a/reviews.yml', a file that is no part of the guide
    fix: move it to service/data/reviews.yml
    EW860 nothing reads 'data/asks/shard.yml', a file that is no part of the guide
    fix: call it service/data/asks/shared.yml
    EW860 nothing reads 'data/step.yml', a file that is no part of the guide
    EW006 'letters/local-more.markdown' is not a lasting address
    EW005 'notes/local-more' belongs to no room of the guide
    EW006 'sessions/local_more.md' is not a lasting address
    """,
    "a page in the place of one of the guide's": """
    service
    service/index.md
    ~ index.md
    service/index.md
    - ---
    - title: A guide
    + ▸---
    + title: Our guide
    EW852 'index' is your own and does not begin with 'local-'
    """,
    "a source in the place of one of the guide's": """
    service
    service/data/sources.yml
    - - id: local-handbook
    -   kind: guideline
    + - {▸id: knox, kind: web, confidence: seen, type: webpage, title: A, author: [{literal: B}], year: 2020, says: C.}
    + - id: local-handbook
    +   kind: guideline
    EW852 'knox' is your own and does not begin with 'local-'
    """,
    "a service's rules and sources as the ground of the guide's own pages": """
    service
    letters/thanks.md
    - - {element: The last day, shown: Our work has ended., sources: [knox, editorial]}
    + - {element: The last day, shown: Our work has ended., sources: [▸local, editorial]}
    sessions/door.md
    - sources: [knox]
    + sources: [▸local, ▸local-handbook]
    - People often say it late {{ cite("knox") }}. The rest is in [the plan](../shared/plan.md#first).
    + People often say it late {{ ▸cite("local-handbook") }}.
    EW201 there is no source 'local'
    EW201 there is no source 'local'
    EW201 there is no source 'local-handbook'
    fix: only what is local may rest on a source of your own
    EW201 there is no source 'local-handbook'
    """,
    "a local step before a list that has no steps": """
    service
    shared/plan.md
    - steps:
    -   - {id: first, do: Ask about signs of danger., sources: [the-act]}
    -   - {id: second, do: List what helps., sources: [the-act]}
    -   - {id: third, do: Name two people., sources: [the-act]}
    -   - {id: fourth, do: Keep the place free of means., sources: [the-act]}
    -   - {id: fifth, do: Give a copy., say: It is yours., sources: [the-act]}
    + ▸steps: []
    sessions/door.md
    - People often say it late {{ cite("knox") }}. The rest is in [the plan](../shared/plan.md#first).
    + People often say it late {{ cite("knox") }}.
    service/data/steps.yml
    - - page: sessions/door
    -   after: ask-today
    + - {page: shared/plan, ▸before: first, id: local-g, do: Ask., sources: [local]}
    + - page: sessions/door
    +   after: ask-today
    EW111 the pause point has 0 steps; it needs 5 to 9
    EW854 there is no step on 'shared/plan' called 'first'
    """,
    "local steps that are no steps": """
    service
    service/data/steps.yml
    - id: local-tell-desk
    - do: Tell the front desk.
    - say: Please keep the house open.
    - why: The house locks itself.
    - sources: [local, local-handbook]
    + id: local-tell-desk
    + ▸▸do: The desk is told. Then wait.
    + ▸▸say: [One., Two., Call 85258.]
    + ▸why: The behavior of the lock.
    + sources: [local, ▸local, ▸handbook]
    + unless:
    +   - {do: Wait., ▸to: sessions/dor}
    +   - {do: Wait., to: shared/plan}
    EW113 step 'local-tell-desk' starts with 'The'
    EW114 step 'local-tell-desk' has more than one sentence
    EW117 'local-tell-desk' has 3 ways to say it; at most 2 fit
    EW402 '85258' looks like a telephone number
    EW405 'behavior' is American spelling
    EW205 'local' is named twice
    EW201 there is no source 'handbook'
    EW301 there is no practice 'sessions/dor'
    """.replace("▸▸say: [One., Two., Call", "▸say: [One., Two., ▸Call"),
    "local steps with an id twice, in capitals, or of another step": """
    service
    service/data/redirects.yml
    + []
    service/data/ledger.txt
    + seal of the rows above
    service/data/steps.yml
    + - {page: sessions/door, after: stay, ▸▸id: note, do: Ask., sources: [editorial]}
    + - {page: shared/plan, after: first, ▸id: Local-A, do: Ask., sources: [local]}
    + - {page: shared/plan, after: first, id: local-b, do: Ask., sources: [local]}
    + - {page: shared/plan, after: second, ▸id: local-b, do: Ask., sources: [local]}
    + - ▸Ask.
    EW110 'note' is used twice on this page
    EW852 'note' is your own and does not begin with 'local-'
    EW108 'Local-A' cannot be a permanent name
    EW110 'local-b' is used twice on this page
    EW103 'entry' is text; it should be a set of keys
    """,
    "a local step on a page that is hidden": """
    service
    service/data/steps.yml
    - - page: sessions/door
    -   after: ask-today
    + - {▸page: relationships/goodbye, after: part, id: local-a, do: Ask., sources: [local]}
    + - page: sessions/door
    +   after: ask-today
    EW854 there is no shown practice 'relationships/goodbye'
    fix: show it again, or take the step out
    """,
    "local steps in one set of keys": """
    service
    service/data/redirects.yml
    + []
    service/data/ledger.txt
    + seal of the rows above
    service/data/steps.yml
    + ▸page: sessions/door
    EW008 this file should hold a list of steps
    """,
    "pages that cannot be hidden": """
    service
    service/data/hidden.yml
    + - {▸page: relationships/goodbye, to: relationships/local-farewell}
    + - {▸page: relationships/goodbye, ▸to: shared/plan}
    + - {page: sessions/door, ▸to: letters/thanks}
    + - {page: shared/plan, ▸to: sessions/door}
    + - {▸page: sessions/index, to: relationships/local-farewell}
    service/data/steps.yml
    - - page: sessions/door
    + - ▸page: sessions/door
    EW606 'relationships/goodbye' is redirected twice
    EW606 'relationships/goodbye' is redirected twice
    EW857 'relationships/goodbye' cannot be hidden: 'shared/plan' is hidden itself
    EW857 'sessions/door' cannot be hidden: 'letters/thanks' cannot stand in for it
    EW857 'shared/plan' cannot be hidden: 'sessions/door' is hidden itself
    EW857 'sessions/index' cannot be hidden: the guide has no such practice or letter
    EW854 there is no shown practice 'sessions/door'
    """,
    "an address of a service that is lost": """
    service
    service/data/ledger.txt
    - sessions/door#local-ring-desk
    + sessions/door#local-ring-desk
    + ▸letters/local-lift
    service/data/redirects.yml
    - - {from: relationships/local-adieu, to: relationships/local-farewell}
    + - {from: relationships/local-adieu, to: relationships/local-farewell}
    + - {▸from: sessions/door, to: relationships/local-farewell}
    EW601 'letters/local-lift' was published and leads nowhere now
    fix: bring it back, or say where it went in service/data/redirects.yml
    EW605 'sessions/door' was never published
    """,
    "a service's ledger without its seal": """
    service
    service/data/ledger.txt
    - # Every address of ours.
    - relationships/local-adieu
    - sessions/door#local-ring-desk
    - seal of the rows above
    + relationships/local-adieu
    + ▸sessions/door#local-ring-desk
    EW602 the ledger does not match its seal
    fix: restore service/data/ledger.txt from its history or a backup; only `make ledger` writes to it
    """,
    "American spelling where the service writes British": """
    service
    service/relationships/local-farewell.md
    - summary: Walk to the gate together.
    + ▸summary: Favor the gate.
    EW405 'Favor' is American spelling
    """,
    "American spelling in the guide, whatever the service writes": """
    service
    service.yml
    - hue: 85
    + spelling: american
    shared/plan.md
    - summary: Write the plan together.
    + ▸summary: Favor the plan.
    EW405 'Favor' is American spelling
    """,
    "a letter that is filled from nowhere, and goes with nothing": """
    letters/thanks.md
    - - {id: line, ask: A crisis line, from: contacts}
    + - {id: line, ask: A crisis line, ▸from: contact}
    - practices: [relationships/goodbye]
    + practices: [▸relationships/godbye]
    EW105 'contact' is no from
    fix: did you mean 'contacts'?
    EW301 there is no practice 'relationships/godbye'
    fix: did you mean 'relationships/goodbye'?
    """,
    "headings of which no id can be made that lasts, and headings behind another sign": """
    sessions/door.md
    - ## Why {#why}
    + ▸## Found {{ cite("knox") }}
    +
    + ▸## The snake_case way, and the \\_other
    +
    + ▸## ???
    +
    + ▸## -
    +
    + ▸> ## A quotation
    +
    + ▸- ## A point
    +
    + ## Why {#why}
    EW413 no id can be made of this heading
    EW413 no id can be made of this heading
    EW413 no id can be made of this heading
    EW413 no id can be made of this heading
    fix: give it one at its end, such as {#in-the-room}
    EW412 '> ## A quotation' would be printed as it is typed, or as something else
    fix: let it begin a line of its own, with no sign before it
    EW412 '- ## A point' would be printed as it is typed, or as something else
    """,
    "a module and a check without what they are made of": """
    course/first-day.md
    - objectives: [Stop at the door]
    - practices: [sessions/door]
    + ▸objectives: []
    + ▸practices: []
    - options:
    -   - {id: sit, text: Sit down again, right: true, why: Haste reads as alarm.}
    -   - {id: stand, text: Stand up, why: It reads as haste.}
    + ▸options: []
    - criteria:
    -   - {id: stays, text: Stays, met: Does not stand up., unmet: Stands up.}
    + ▸criteria: []
    EW107 'objectives' is empty
    EW107 'practices' is empty
    EW107 'options' is empty
    EW107 'criteria' is empty
    """,
    "a file of a service with nothing in it but INHERIT mkdocs.yml": """
    service
    delete service/assets/logo.svg
    service.yml
    + INHERIT mkdocs.yml
    service.yml:1:1 EW008 this file should hold settings, one 'key: value' on each line
    service.yml:1:1 EW101 'INHERIT' is missing
    """,
    "a file of a service with nothing in it but INHERIT:mkdocs.yml": """
    service
    delete service/assets/logo.svg
    service.yml
    + INHERIT:mkdocs.yml
    service.yml:1:1 EW008 this file should hold settings, one 'key: value' on each line
    service.yml:1:1 EW101 'INHERIT' is missing
    """,
    "an address whose host cannot be told from the rest": """
    service
    service.yml
    - site_url: https://guide.house.example/endings/
    + ▸site_url: https://[guide.example/
    data/sources.yml
    - url: https://law.example/act
    + ▸url: https://[law.example/act
    EW103 'url' is no address, which starts with 'https://'
    fix: write the whole of it, with its host
    EW103 'site_url' is no address, which starts with 'https://'
    fix: write the whole of it, with its host
    """,
    "numbers of more digits than anything counts, and of none": f"""
    sessions/door.md
    - minutes: 10
    + ▸minutes: {"7" * 5000}
    shared/plan.md
    - minutes: 20
    + ▸minutes: !!int ²
    EW103 'minutes' is text; it should be a whole number
    fix: write digits alone, without quotes or a unit
    EW103 'minutes' is text; it should be a whole number
    fix: write digits alone, without quotes or a unit
    """,
    "brackets within brackets within brackets": f"""
    sessions/door.md
    - ## Why {{#why}}
    + ▸{{{{ {"(" * 3000} }}}}
    +
    + ## Why {{#why}}
    EW503 the braces cannot be read: too many brackets stand within each other
    """,
    "an address that is to be retired": """
    data/redirects.yml
    - - {from: "sessions/door#remain", to: "sessions/door#stay"}
    + - {from: "sessions/door#remain", to: "sessions/door#stay", retired: {was: Staying., ▸since: 2199-01-01}}
    EW804 'since' is 2199-01-01, which is in the future
    """,
    "a DOI and what somebody wrote behind it, and one without its second half": """
    data/sources.yml
    - doi: 10.1000/182
    + ▸doi: "10.1016/0005-7967(95)00019-X (accessed 3 May)"
    - url: https://law.example/act
    + ▸doi: 10.1000/
    EW103 'doi' is no DOI, which starts with '10.'
    fix: take it out, or write the one it has
    EW103 'doi' is no DOI, which starts with '10.'
    fix: write no more than this: doi: 10.1016/0005-7967(95)00019-X
    """,
    "titles, names and summaries of several lines": """
    sessions/door.md
    - title: What do I do at the door?
    + ▸title: |
    +   What do I do at the door?
    +
    +   And then?
    - short: At the door
    + ▸short: "At the\\ndoor"
    data/contacts.yml
    - name: United States
    + ▸name: |
    +   United
    +   States
    service
    service.yml
    - site_name: Good endings
    + ▸site_name: |
    +   Good
    +   endings
    EW103 'name' is text; it should be on one line
    fix: write all of it behind 'name: ', without the sign '|'
    EW103 'title' is text; it should be on one line
    fix: write all of it behind 'title: ', without the sign '|'
    EW103 'short' is text; it should be on one line
    EW103 'site_name' has several lines
    fix: write it on one
    """,
    "words that are looked for, with the end of a line within them": """
    shared/plan.md
    = ▸title: How do we make a plan?
    - Plans are short.
    + Plans are short. Never write
    + it for them. More is ▸coming
    + soon of ▸Kim Green,
    + aged 30.
    EW131 the page shares the rule 'never-alone' and says 'write it for them'
    EW407 'coming soon' is placeholder text
    EW414 'Kim Green, aged 30' looks like a detail of somebody
    """,
    "reviews that nobody signed": """
    service
    service/data/signed.yml
    + - {page: sessions/door, ▸by: TBD, on: 2024-02-01, digest: abc}
    + - {page: shared/plan, ▸by: "nobody, clinical lead", on: 2024-02-01, digest: abc}
    + - {page: letters/thanks, ▸by: "GPT, chatbot", on: 2024-02-01, digest: abc}
    sessions/door.md
    - review: {owner: clinical lead, state: draft}
    + review: {owner: clinical lead, state: reviewed, ▸by: "TBD, clinical lead", on: 2024-02-01, digest: abc}
    EW907 'TBD, clinical lead' is nobody who could answer for the page
    EW907 'TBD' is nobody who could answer for the page
    EW907 'nobody, clinical lead' is nobody who could answer for the page
    EW907 'GPT, chatbot' is nobody who could answer for the page
    """,
    "files of data that are empty, but for a note": """
    service
    service/data/hidden.yml
    + # None yet.
    data/search.yml
    + # Nothing.
    docs/data/search.yml:1:1 EW008 this file should hold the keys stop, short, urgent and outside
    fix: it is empty: write them, or bring them back from its history
    service/data/hidden.yml:1:1 EW008 this file should hold a list of hidden pages
    fix: it is empty: write them, or [] where there are none, or bring them back from its history
    """,
    "settings that are empty": """
    service.yml
    + # To come.
    service.yml:1:1 EW008 this file should hold settings, one 'key: value' on each line
    fix: it is empty: write them, or bring them back from its history
    service.yml:1:1 EW101 'INHERIT' is missing
    """,
    "a logo by its address, while the picture lies in the folder": """
    service
    service.yml
    - logo: assets/logo.svg
    + ▸logo: https://dun.example/logo.svg
    EW867 'https://dun.example/logo.svg' lies outside the folder 'service'
    fix: put it into that folder, and write where it stands there
    """,
    "a logo by its place on a disk": """
    service
    service.yml
    - logo: assets/logo.svg
    + ▸logo: C:\\pictures\\logo.svg
    EW867 'C:\\pictures\\logo.svg' lies outside the folder 'service'
    fix: put it into that folder, and write where it stands there
    """,
    "a logo from above all folders": """
    service
    service.yml
    - logo: assets/logo.svg
    + ▸logo: /pictures/logo.svg
    EW867 '/pictures/logo.svg' lies outside the folder 'service'
    fix: put it into that folder, and write where it stands there
    """,
    "a logo from outside the folder": """
    service
    delete service/assets/logo.svg
    service.yml
    - logo: assets/logo.svg
    + ▸logo: ../docs/assets/readme.png
    assets/readme.png
    + A picture.
    EW867 '../docs/assets/readme.png' lies outside the folder 'service'
    fix: put it into that folder, and write where it stands there
    """,
    "a step of a service that stands nowhere is not told as lost, too": """
    service
    service/data/ledger.txt
    - sessions/door#local-ring-desk
    + sessions/door#local-ring-desk
    + sessions/door#local-tell-desk
    service/data/steps.yml
    -   after: ask-today
    +   ▸after: ask-todya
    EW854 there is no step on 'sessions/door' called 'ask-todya'
    fix: did you mean 'ask-today'?
    """,
    "a step of a service whose page is misspelt, and one that lost its sign": """
    service
    service/data/ledger.txt
    - sessions/door#local-ring-desk
    + sessions/door#local-ring-desk
    + sessions/door#local-tell-desk
    + shared/plan#local-ask-desk
    service/data/steps.yml
    - - page: sessions/door
    + - {page: shared/plan, after: first, ▸id: ask-desk, do: Ask the front desk for danger., sources: [the-act]}
    + - ▸page: sessions/dor
    EW852 'ask-desk' is your own and does not begin with 'local-'
    EW854 there is no practice 'sessions/dor'
    fix: did you mean 'sessions/door'?
    """,
    "a page that is hidden behind one that is not there": """
    service
    published
    service/data/hidden.yml
    - - {page: relationships/goodbye, to: relationships/local-farewell}
    + - {page: relationships/goodbye, ▸to: relationships/parting}
    EW857 'relationships/goodbye' cannot be hidden: 'relationships/parting' cannot stand in for it
    """,
    "a page that is hidden behind one that is hidden": """
    service
    service/data/hidden.yml
    - - {page: relationships/goodbye, to: relationships/local-farewell}
    + - {page: relationships/goodbye, to: relationships/local-farewell}
    + - {page: shared/plan, ▸to: relationships/goodbye}
    EW857 'shared/plan' cannot be hidden: 'relationships/goodbye' is hidden itself
    fix: lead to a page that you show
    """,
    "a page for danger behind one of another moment, and behind one with nobody to call": """
    service
    service/data/hidden.yml
    - - {page: relationships/goodbye, to: relationships/local-farewell}
    + - {page: relationships/goodbye, to: relationships/local-farewell}
    + - {page: shared/plan, ▸to: sessions/door}
    EW858 'shared/plan' is for danger, and 'sessions/door' is for another moment
    """,
    "a page for danger behind one that says nobody to call for it": """
    service
    shared/plan.md
    - no_risk: It is done in quiet.
    + dangers: [crisis]
    - {{ checklist() }}
    + {{ checklist() }}
    +
    + {{ contacts() }}
    service/relationships/local-farewell.md
    - mode: do-confirm
    + mode: read-do
    service/data/hidden.yml
    - - {page: relationships/goodbye, to: relationships/local-farewell}
    + - {page: relationships/goodbye, to: relationships/local-farewell}
    + - {page: shared/plan, ▸to: relationships/local-farewell}
    EW858 'shared/plan' is for danger, and 'relationships/local-farewell' does not say whom to call for crisis
    """,
    "a page of a service that has another name since": """
    service
    service/letters/local-rooms.md
    ~ service/letters/local-room.md
    delete service/letters/local-room.md
    service/data/asks/letters.yml
    - local-room: [new room, moved house]
    service/data/ledger.txt
    - relationships/local-adieu
    + ▸letters/local-room
    + letters/local-room#why
    + relationships/local-adieu
    EW601 'letters/local-room' was published and leads nowhere now
    fix: if it is letters/local-rooms now, run `make rename FROM=letters/local-room TO=letters/local-rooms`; else bring it back, or say where it went in service/data/redirects.yml
    """,
    "a page to which a program gave an end": """
    service
    service/letters/local-room.md.txt
    ~ service/letters/local-room.md
    delete service/letters/local-room.md
    service/data/ledger.txt
    - relationships/local-adieu
    + letters/local-room
    + relationships/local-adieu
    service/letters/local-room.md.txt:1:1 EW860 nothing reads 'letters/local-room.md.txt', a file that is no part of the guide
    fix: call it service/letters/local-room.md
    """,
    "the examples of the file that a service starts from": """
    service
    service.yml
    - site_url: https://guide.house.example/endings/
    + ▸site_url: https://guide.your-service.example
    -     name: The House
    +     ▸name: Your service
    EW407 'https://guide.your-service.example' is placeholder text
    EW407 'Your service' is placeholder text
    """,
    "names that would fill a phone": f"""
    service
    service.yml
    - site_name: Good endings
    + ▸site_name: {"Good endings " * 7}
    -     name: The House
    +     ▸name: {"The House " * 9}
    EW103 'site_name' has 90 signs; there is room for 80
    fix: say it in fewer words
    EW103 'name' has 89 signs; there is room for 80
    fix: say it in fewer words
    """,
    "a colour of the web": """
    service
    service.yml
    -     hue: 85
    +     ▸hue: "#36F"
    EW103 'hue' is text; it should be a whole number
    fix: a colour is told by its place on the wheel, from 0 to 359: this one has hue: 265
    """,
    "a colour of the web that YAML takes for a comment": """
    service
    service.yml
    -     hue: 85
    +     hue: ▸#3366ff
    EW012 '#3366ff' is lost: YAML takes it for a comment
    fix: a colour is told by its place on the wheel, from 0 to 359: this one has hue: 265
    """,
    "one country that is no list, and a term that YAML takes for no": """
    service
    service.yml
    -     regions: [uk]
    +     ▸regions: uk
    -       client: applicant
    +       ▸client: no
    EW103 'regions' is text; it should be a list
    fix: write a list, with one '- ' for each entry, or `regions: [uk]`
    EW103 'client' is yes or no; it should be text
    fix: put it in quotes: client: "no"
    """,
    "a logo by its way from another folder": """
    service
    service.yml
    -     logo: assets/logo.svg
    +     ▸logo: service/assets/logo.svg
    EW859 there is no 'service/service/assets/logo.svg'
    fix: write where it stands in the folder 'service': logo: assets/logo.svg
    """,
    "a logo in other letters": """
    service
    service.yml
    -     logo: assets/logo.svg
    +     ▸logo: assets/Logo.SVG
    EW859 there is no 'service/assets/Logo.SVG'
    fix: write where it stands in the folder 'service': logo: assets/logo.svg
    """,
    "a logo beside the one of before, which is of another kind": """
    service
    service.yml
    -     logo: assets/logo.svg
    +     ▸logo: assets/logo.png
    service/assets/logo.png
    + A picture.
    service/assets/logo.svg
    - <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>
    + ▸<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>
    EW867 'service/assets/logo.png' is no PNG inside, whatever its name says
    EW860 nothing reads 'assets/logo.svg', a file that is no part of the guide
    fix: take it out, or check its name
    """,
    "a file of a service under another name, whose logo is not lost": """
    service
    service.yaml
    ~ service.yml
    service.yaml
    - INHERIT: mkdocs.yml
    + ▸INHERIT: mkdocs.yml
    delete service.yml
    EW865 'service.yaml' is no name of a service's file
    fix: call it 'service.yml'
    """,
    "a section of a service in other letters": """
    service
    service.yml
    - extra:
    + ▸▸extra:
    -   service:
    +   ▸Service:
    EW101 'name' is missing
    EW101 'regions' is missing
    EW866 'Service' stands right below 'extra:'
    fix: its name is `service`
    """,
}

# What breaks a whole file: the author hears of that, and not of all that the file can no longer be found to hold.
BROKEN = {
    "a page that leads to another": """
    reference/attic.md
    + ---
    + title: The attic
    + summary: What was put away.
    + ---
    reference/map.md
    - title: Where it comes from
    + title: Where it comes from▸: or goes?
    EW002 this YAML cannot be read: mapping values are not allowed in this context
    """,
    "navigation that is no navigation": """
    data/navigation.yml
    + ▸- {page: sessions/index, name: Sessions}
    EW008 this file should hold the keys header, footer and lost
    """,
    "a page of which nobody knows what it calls": """
    sessions/door.md
    - {{ contacts() }}
    + {{ contacts() }} ▸{{ contacts(
    - People often say it late {{ cite("knox") }}. The rest is in [the plan](../shared/plan.md#first).
    + See [whom to call](#contacts).
    EW503 the braces cannot be read: they are never closed
    """,
    "a module that another one needs": """
    course/first-day.md
    - title: Your first day
    + title: Your first day▸: or the second?
    EW002 this YAML cannot be read: mapping values are not allowed in this context
    """,
    "the page on which a published source is cited": """
    data/ledger.txt
    - sessions/door
    + reference/sources#source-blog
    + sessions/door
    sessions/door.md
    - minutes: 10
    + ▸minutes: ten
    EW103 'minutes' is text; it should be a whole number
    """,
    "a service of wrong facts": """
    sessions/door.md
    - minutes: 10
    + ▸minutes: soon
    EW103 'minutes' is text; it should be a whole number
    """,
    "a service that cannot be read": """
    sessions/door.md
    - minutes: 10
    + minutes: ▸: 10
    EW002 this YAML cannot be read: mapping values are not allowed in this context
    """,
    "a page of wrong facts": """
    reference/map.md
    - title: Where it comes from
    + ▸title: [Where, it, comes, from]
    index.md
    - {{ right_now() }}
    + {{ right_now() }}
    +
    + See [the origins](reference/map.md#lines).
    EW103 'title' is a list; it should be text
    """,
    "a letter of wrong facts": """
    letters/thanks.md
    - for: client
    + ▸for: clients
    index.md
    - {{ right_now() }}
    + {{ right_now() }}
    +
    + See [what to write](letters/thanks.md#must).
    EW105 'clients' is no for
    """,
    "sources that are missing": """
    delete data/sources.yml
    docs/data/sources.yml:1:1 EW007 the data file 'docs/data/sources.yml' is missing
    """,
    "sources that cannot be read": """
    data/sources.yml
    - kind: law
    + kind: ▸: law
    EW002 this YAML cannot be read: mapping values are not allowed in this context
    """,
    "sources that are no list": """
    data/sources.yml
    + ▸the-act: {kind: law}
    + knox: {kind: study}
    + blog: {kind: web}
    EW008 this file should hold a list of sources
    """,
    "one source of wrong facts": """
    data/sources.yml
    - year: 2001
    + ▸year: long ago
    EW103 'year' is text; it should be a whole number
    """,
    "contacts that are empty": """
    data/contacts.yml
    + ▸# uk and us were here
    EW008 this file should hold a list of regions
    """,
    "a page that cannot be read, and may use a term": """
    shared/plan.md
    - title: How do we make a plan?
    + title: How do we▸: make a plan or not?
    EW002 this YAML cannot be read: mapping values are not allowed in this context
    """,
    "no words for search": """
    delete data/search.yml
    docs/data/search.yml:1:1 EW007 the data file 'docs/data/search.yml' is missing
    """,
    "words for search that are a list": """
    data/search.yml
    + ▸- stop
    EW008 this file should hold the keys stop, short, urgent and outside
    """,
    "a topic that nobody asks for": """
    data/search.yml
    + outside:
    +   - topic: doors and windows
    +     ▸asks: []
    EW107 'asks' is empty
    """,
    "a line of danger that nothing was learnt from": """
    data/search.yml
    -     where is the blade
    +     where is the axe
    docs/data/leans.yml:1:1 EW613 this was not learnt from the lines of 'danger' that are in docs/data/search.yml now
    """,
    "nothing that was learnt": """
    delete data/leans.yml
    docs/data/leans.yml:1:1 EW007 the data file 'docs/data/leans.yml' is missing
    """,
    "what was learnt as a list": """
    data/leans.yml
    + ▸- NNO
    EW008 this file should hold the keys of, danger and own
    """,
    "a glossary that is missing": """
    delete data/glossary.yml
    docs/data/glossary.yml:1:1 EW007 the data file 'docs/data/glossary.yml' is missing
    """,
    "contacts that are missing": """
    delete data/contacts.yml
    docs/data/contacts.yml:1:1 EW007 the data file 'docs/data/contacts.yml' is missing
    """,
    "a source text that is missing": """
    delete data/source-text.yml
    docs/data/source-text.yml:1:1 EW007 the data file 'docs/data/source-text.yml' is missing
    """,
    "a source text that is a list": """
    data/source-text.yml
    + ▸- {code: q1, text: How do you end a session?}
    EW008 this file should hold the keys lines, clashes and noise
    """,
    "a ledger that is missing": """
    delete data/ledger.txt
    docs/data/ledger.txt:1:1 EW007 the data file 'docs/data/ledger.txt' is missing
    """,
    "redirects that cannot be read": """
    data/redirects.yml
    - - {from: sessions/threshold, to: sessions/door}
    + - ▸{from: sessions/threshold, to: sessions/door
    EW002 this YAML cannot be read: while parsing a flow mapping, did not find expected ',' or '}'
    """,
    "a service's file that cannot be read": """
    service
    service.yml
    - name: The House
    + name: ▸: The House
    service/relationships/local-farewell.md
    - summary: Walk to the gate together.
    + summary: Favor the gate.
    EW002 this YAML cannot be read: mapping values are not allowed in this context
    """,
    "a service's file that is not UTF-8": """
    service
    service.yml
    - name: The House
    + name: The Caf▸\udce9
    EW004 the file is not UTF-8 text: invalid continuation byte
    """,
    "a service's file of wrong facts": """
    service
    service.yml
    - hue: 85
    + ▸hue: blue
    + spelling: american
    service/relationships/local-farewell.md
    - summary: Walk to the gate together.
    + summary: Favor the gate.
    EW103 'hue' is text; it should be a whole number
    """,
    "a service's file that leads nowhere": """
    service
    service.yml
    - INHERIT: mkdocs.yml
    + ▸INHERIT:
    EW101 'INHERIT' is missing
    """,
    "an own page of wrong facts": """
    service
    service/relationships/local-farewell.md
    - minutes: 5
    + ▸minutes: five
    EW103 'minutes' is text; it should be a whole number
    """,
    "a page with local steps that cannot be read": """
    service
    shared/plan.md
    - minutes: 20
    + ▸minutes: some
    service/data/steps.yml
    - - page: sessions/door
    -   after: ask-today
    + - {page: shared/plan, after: first, id: local-a, do: Ask., sources: [local], unless: [{do: Go., to: shared/plan}]}
    + - page: sessions/door
    +   after: ask-today
    EW103 'minutes' is text; it should be a whole number
    """,
    "local steps that cannot be read": """
    service
    service/data/steps.yml
    - id: local-tell-desk
    + id: ▸: local-tell-desk
    EW002 this YAML cannot be read: mapping values are not allowed in this context
    """,
    "a local step of wrong facts": """
    service
    service/data/steps.yml
    - id: local-tell-desk
    + id: local-tell-desk
    + ▸waits: yes
    service/data/ledger.txt
    - sessions/door#local-ring-desk
    + sessions/door#local-ring-desk
    + sessions/door#local-tell-desk
    EW102 'waits' is not known here
    """,
    "own sources that cannot be read": """
    service
    service/data/sources.yml
    - kind: guideline
    + kind: ▸: guideline
    EW002 this YAML cannot be read: mapping values are not allowed in this context
    """,
    "own redirects that cannot be read": """
    service
    service/data/redirects.yml
    - - {from: relationships/local-adieu, to: relationships/local-farewell}
    + - ▸{from: relationships/local-adieu, to: relationships/local-farewell
    EW002 this YAML cannot be read: while parsing a flow mapping, did not find expected ',' or '}'
    """,
    "an own ledger that cannot be read": """
    service
    service/data/ledger.txt
    - # Every address of ours.
    + # Every ▸\udce9.
    EW004 the file is not UTF-8 text: invalid continuation byte
    """,
}

# What may look strange, and is none.
FINE = {
    "a folder that is called nearly as a service's and holds nothing of it": """
    services/notes.md
    + Which services there are.
    """,
    "a service's folder that is called nearly as the guide's": """
    service.yml
    + INHERIT: mkdocs.yml
    + site_url: https://guide.house.example/
    + extra:
    +   service: {name: The House, regions: [uk], folder: doc}
    doc/data/hidden.yml
    + []
    """,
    "a page that only a text leads to": """
    reference/attic.md
    + ---
    + title: The attic
    + summary: What was put away.
    + ---
    relationships/goodbye.md
    - Goodbyes are short.
    + Goodbyes are short. [The attic](../reference/attic.md) is full of them.
    """,
    "a call with room between its brackets, and a link to what it makes": """
    sessions/door.md
    - {{ contacts() }}
    + {{contacts( )}}
    - People often say it late {{ cite("knox") }}. The rest is in [the plan](../shared/plan.md#first).
    + See [whom to call](#contacts).
    """,
    "pages of reference that call what they like, in any order": """
    reference/map.md
    - {{ origins() }}
    -
    - {{ pairs() }}
    + {{ contacts() }}
    +
    + {{ pairs() }}
    +
    + {{ origins() }}
    relationships/goodbye.md
    - Goodbyes are short.
    + See [whom to call](../reference/map.md#contacts).
    """,
    "steps without words where nobody is there to hear them": """
    relationships/goodbye.md
    - phase: last-sessions
    + phase: afterwards
    - - {id: thank, do: Thank the client., say: Thank you., sources: [editorial]}
    + - {id: thank, do: Thank the client., sources: [editorial]}
    """,
    "safety in the words of the first step": """
    relationships/goodbye.md
    - - {id: name-it, do: Name the ending., sources: [editorial]}
    + - {id: name-it, do: Name the ending., say: Are you safe?, sources: [editorial]}
    - no_risk: It comes after the plan.
    """,
    "as few reasons as there may be": """
    relationships/goodbye.md
    - Goodbyes are short.
    """,
    "as many reasons as there may be": """
    relationships/goodbye.md
    - Goodbyes are short.
    -
    - (250 words)
    + (620 words)
    """,
    "an authority that is cited, one in a heading, and how far one was read": """
    sessions/door.md
    - ## Why {#why}
    + ## Why {#why}
    +
    + The NASW Code asks for notice {{ cite("knox") }}. BACP agrees.
    +
    + ## What NICE says
    +
    + A nice code of your own. We read the UK code in part.
    """,
    "a link to a phase of a hub": """
    sessions/door.md
    - ## Why {#why}
    + ## Why {#why}
    +
    + See [the moment](index.md#at-the-door).
    """,
    "comments": """
    sessions/door.md
    - minutes: 10
    + minutes: 10  # our best estimate
    - ## Why {#why}
    + {{# Not yet: {{ chekclist() }} #}}
    +
    + ## Why {#why}
    """,
    "an anchor and its alias": """
    sessions/door.md
    - sources: [the-act, editorial]
    + sources: &both [the-act, editorial]
    - sources: [knox]
    + sources: *both
    """,
    "a source that nothing rests on, with nothing said of it": """
    data/sources.yml
    - - id: knox
    -   kind: study
    + - {id: leaflet, kind: web, confidence: seen, type: webpage, title: A, author: [{literal: B}], year: 2020}
    + - id: knox
    +   kind: study
    """,
    "American spelling in what a service's own source says": """
    service
    service.yml
    - hue: 85
    + spelling: american
    service/data/sources.yml
    - says: It says who locks the doors.
    + says: It says whose behavior counts.
    """,
    "code, a table and a heading right above its text": """
    reference/map.md
    - {{ origins() }}
    + ## Every line of the text that this guide grew from, and the place it went
    + A table is long, and none of its many cells has to be read as one sentence.
    +
    + | a line | its home | its home | its home | its home | its home | its home | its home | its home | its home |
    + |---|---|---|---|---|---|---|---|---|---|
    +
    + Write `[text](https://clinic.example/wiki)` or:
    +
    + ```
    + [text](https://clinic.example/wiki)
    + ```
    +
    + {{ origins() }}
    """,
    "numbers that are no telephones": """
    reference/map.md
    - {{ origins() }}
    + Between 1998 and 2011, in 2010–2015 or 2010 - 2015 and on 2026-03-01 it was 10.10.
    +
    + Or 1,000,000 people, 5-9 of 2.5, a chance of 0.00012, and 100 in 1000.
    +
    + {{ origins() }}
    """,
    "a letter": """
    reference/map.md
    - {{ origins() }}
    + Write [to us](mailto:us@guide.example) or <mailto:us@guide.example>.
    +
    + {{ origins() }}
    """,
    "a step about danger that rests on a web page beside a law": """
    shared/plan.md
    - - {id: first, do: Ask about signs of danger., sources: [the-act]}
    + - {id: first, do: Ask about signs of danger., sources: [blog, the-act]}
    """,
    "a module that builds on one of its own week": """
    course/second-day.md
    - week: 2
    + week: 1
    """,
    "what was done today": """
    service
    sessions/door.md
    - review: {owner: clinical lead, state: draft}
    + review: {owner: clinical lead, state: reviewed, by: Dr Grey, on: 2024-03-01, digest: abcd}
    data/contacts.yml
    - checked: 2024-02-01
    + checked: 2024-03-01
    service.yml
    - - {id: local-duty, name: Duty desk, reach: [{way: call, to: "201"}], checked: 2024-02-05}
    + - {id: local-duty, name: Duty desk, reach: [{way: call, to: "201"}], checked: 2024-03-01}
    """,
    "a service with a name and a country, and nothing else": """
    service.yml
    + INHERIT: mkdocs.yml
    + site_url: https://guide.house.example/
    + extra: {service: {name: The House, regions: [us]}}
    """,
    "a service in a country that the guide does not know": """
    service
    service.yml
    - regions: [uk]
    + regions: []
    - - {id: listeners, name: Our Listeners, for: [emergency], reach: [{way: call, to: 116 123}], checked: 2024-02-05}
    + - {id: local-help, name: Our Listeners, for: [emergency], reach: [{way: call, to: 116 123}], checked: 2024-02-05}
    """,
    "terms that end like many, of which the service gives the plural or there is none": """
    service
    service.yml
    - client: applicant
    + client: {one: guest of the Olives, many: guests of the Olives}
    + therapist: {one: Samaritans, many: Samaritanses}
    + therapy: {one: talking therapies, countable: false}
    + supervisor: boss
    """,
    "a service that tells no more than its wind-down": """
    service
    service.yml
    - session_minutes: 55
    """,
    "American spelling in a service that spells so": """
    service
    service.yml
    - hue: 85
    + spelling: american
    service/relationships/local-farewell.md
    - summary: Walk to the gate together.
    + summary: Favor the gate.
    service/data/steps.yml
    - why: The house locks itself.
    + why: The behavior of the lock.
    """,
    "a folder of a service that is called as it was before": """
    service.yml
    + INHERIT: mkdocs.yml
    + site_url: https://guide.house.example/
    + site_name: Good endings
    + extra:
    +   service: {name: The House, regions: [uk], folder: practice}
    practice/reference/local-house.md
    + ---
    + title: The house
    + summary: Who is in.
    + ---
    """,
    "a folder of another name, with what version control and systems keep in it": """
    service
    service.yml
    - logo: assets/logo.svg
    + folder: service
    + logo: ./assets/logo.svg
    service/.git/config
    + [core]
    service/.gitignore
    + *.bak
    service/sessions/._local-late.md
    + of macOS
    sessions/.DS_Store
    + of macOS
    sessions/desktop.ini
    + of Windows
    """,
    "a local step on an own page, and one that leads to a page that is hidden": """
    service
    service/data/steps.yml
    - - page: sessions/door
    -   after: ask-today
    + - page: relationships/local-farewell
    +   before: lock
    +   id: local-lamp
    +   do: Light the lamp.
    +   sources: [local]
    +   unless: [{do: Say goodbye indoors., to: relationships/goodbye}]
    + - page: sessions/door
    +   after: ask-today
    """,
    "nothing in the files of a service": """
    service
    service/data/steps.yml
    + []
    service/data/hidden.yml
    + []
    service/data/redirects.yml
    + []
    service/data/ledger.txt
    + seal of the rows above
    """,
    "notes to oneself, which hold what would be a heading, a call, a link and an authority": """
    sessions/door.md
    - ## Why {#why}
    + {{#
    + Ask Kim.
    + #}}
    +
    + {{#
    + ## Later
    +
    + Kim asked
    + ---
    +
    + What of [this](gone.md), {{ chekclist() }} and the NICE guideline? TBD
    + #}}
    +
    + ## Why {#why}
    """,
    "headings with signs of Markdown, which are linked to as Markdown calls them": """
    sessions/door.md
    - ## Why {#why}
    + ## The _real_ `first` *reason*, or [the plan](../shared/plan.md) ##
    +
    + See [it](#the-real-first-reason-or-the-plan).
    +
    + ## Found {{ cite("knox") }} {#found}
    +
    + See [it](#found).
    +
    + ```
    + ## In code
    + ```
    +
    + ## Why {#why}
    """,
    "days that are tomorrow by UTC, and today where the sun rises first": """
    service
    sessions/door.md
    - review: {owner: clinical lead, state: draft}
    + review: {owner: clinical lead, state: reviewed, by: "A. Grey, lead", on: 2024-03-02, digest: abc}
    data/contacts.yml
    - checked: 2024-02-01
    + checked: 2024-03-02
    service/data/signed.yml
    + - {page: shared/plan, by: "A. Grey, lead", on: 2024-03-02, digest: abc}
    """,
}
