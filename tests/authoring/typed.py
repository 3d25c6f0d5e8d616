"""What people type who know another Markdown, paste from Word or are in a hurry, and what the guide answers."""

MISTAKES = [
    """
    relationships/goodbye.md
    - Goodbyes are short.
    + ▸<<<<<<< HEAD
    + Goodbyes are short.
    + ▸=======
    + They are brief.
    + ▸>>>>>>> edits
    EW009 '<<<<<<<' was left here by a merge
    fix: settle which of the two texts holds, and take the lines of the merge out
    EW009 '=======' was left here by a merge
    fix: settle which of the two texts holds, and take the lines of the merge out
    EW009 '>>>>>>>' was left here by a merge
    fix: settle which of the two texts holds, and take the lines of the merge out
    """,
    """
    relationships/goodbye.md
    - Goodbyes are short.
    + Goodbyes▸\u200b are short▸\u202e, and▸\u3164 plain▸\ufeff.
    EW010 a blank without width (U+200B) stands here
    fix: take it out; it came with text that was pasted
    EW010 a mark of direction (U+202E) stands here
    fix: take it out; it came with text that was pasted
    EW010 a sign that nobody sees (U+3164) stands here
    fix: take it out; it came with text that was pasted
    EW010 a byte order mark (U+FEFF) stands here
    fix: take it out; it came with text that was pasted
    """,
    """
    relationships/goodbye.md
    - Goodbyes are short.
    + See [it](../sessions/door.md)▸{: onclick="alert(1)"}.
    EW411 '{: onclick=”alert(1)”}' stands in single braces
    fix: take it out: a heading has its id as {#id} at its end, and nothing else can be set
    """,
    """
    relationships/goodbye.md
    - Goodbyes are short.
    + ▸- [ ]tick this.
    EW412 '- [ ]' would be printed as it is typed, or as something else
    fix: write '- [ ] ' or '- [x] ' and behind it the point; a list to tick is the checklist in the facts of the page
    """,
    """
    relationships/goodbye.md
    - Goodbyes are short.
    + Goodbyes are short▸[^why].
    EW412 '[^why]' would be printed as it is typed, or as something else
    fix: call a note in a sentence as [^name], and say it once at the margin below the text: [^name]: ...
    """,
    """
    relationships/goodbye.md
    - Goodbyes are short.
    + ▸=== In the room
    +     Goodbyes are short.
    EW412 '=== In the room' would be printed as it is typed, or as something else
    fix: write '=== "In the room"', and below it the text, four blanks further in; a heading begins with ##
    """,
    """
    relationships/goodbye.md
    - Goodbyes are short.
    + ▸# Again
    +
    + Goodbyes are short.
    EW413 this is a second title
    fix: write it with '##'; the title stands in the facts
    """,
    """
    sessions/door.md
    - why: Haste reads as alarm.
    + why: Haste reads ▸#1 as alarm.
    EW012 '#1 as alarm.' is lost: YAML takes it for a comment
    fix: put the whole text into double quotes; a comment stands on a line of its own, or two blanks apart
    """,
    """
    sessions/door.md
    - why: Haste reads as alarm.
    + ▸why: Haste reads as **alarm**.
    EW132 '**' in 'why' would be printed as it is typed
    fix: write the words alone
    """,
    """
    sessions/door.md
    - - Thank you for telling me.
    + - ▸“Thank you for telling me.”
    EW133 '“Thank you for telling …' stands in quotation marks of its own
    fix: take them out; a text that YAML needs in quotes stands in the straight ones of a keyboard
    """,
    """
    sessions/door.md
    - do: Ask how the day goes on.
    + ▸do: Ask about the day, call your supervisor and then write the note.
    EW134 step 'ask-today' asks for more than one act: 'call your supervisor'
    fix: keep one act, and give the others a step of their own
    """,
    """
    relationships/goodbye.md
    - Goodbyes are short.
    + Write to ▸jane.doe@clinic.example today.
    EW414 'jane.doe@clinic.example' looks like a detail of somebody
    fix: take it out, or make it up so that everyone sees that it is
    """,
    """
    sessions/door.md
    - review: {owner: clinical lead, state: draft}
    + review: {▸owner: nobody, state: draft}
    EW907 'nobody' is nobody who could answer for the page
    fix: write the name of the person, or the role such as 'clinical lead'; a page that nobody reviewed is a draft
    """,
]
SLIPS = {
    "a merge in a letter, in a folded text, in a list and in the ledger": """
    letters/thanks.md
    - letter: |
    -   Dear {name},
    + letter: |
    +   ▸<<<<<<< HEAD
    +   Dear {name},
    +   ▸||||||| 1a2b3c4
    course/first-day.md
    - ask: And then?
    + ask: >-
    +   And then? ▸>>>>>>> edits
    data/ledger.txt
    - course/index
    + ▸<<<<<<< HEAD
    + course/index
    data/search.yml
    - stop: [the, a]
    + stop: [the, a, ▸<<<<<<< HEAD]
    reference/more.md
    + ▸@@ -1,3 +1,4 @@
    EW009 '>>>>>>>' was left here by a merge
    EW009 '<<<<<<<' was left here by a merge
    EW009 '<<<<<<<' was left here by a merge
    EW009 '<<<<<<<' was left here by a merge
    EW009 '|||||||' was left here by a merge
    EW009 '@@ -1,3 +1,4 @@' was left here by a merge
    """,
    "a merge in the settings of a service": """
    service
    service.yml
    - INHERIT: mkdocs.yml
    + ▸<<<<<<< HEAD
    + INHERIT: mkdocs.yml
    EW009 '<<<<<<<' was left here by a merge
    """,
    "a word that a sign without width hides": """
    relationships/goodbye.md
    - Goodbyes are short.
    + We ▸termi▸\u200bnate it.
    EW401 'terminate' is not a word for a client
    EW010 a blank without width (U+200B) stands here
    """,
    "a tab after a key": """
    sessions/door.md
    - review: {owner: clinical lead, state: draft}
    + review:
    + ▸\towner: clinical lead
    EW002 this YAML cannot be read: a tab stands where YAML takes blanks alone
    """,
    "a merge in the glossary, to whose terms pages lead": """
    data/glossary.yml
    - term: Plan
    + ▸<<<<<<< HEAD
    + term: Plan
    published
    EW009 '<<<<<<<' was left here by a merge
    """,
    "types that are wrong, each with how it is written": """
    data/contacts.yml
    - checked: 2024-02-01
    + ▸checked: 30.11.2023
    letters/thanks.md
    - - {id: way-back, ask: How to come back, lines: true, from: ways_back}
    + - {id: way-back, ask: How to come back, ▸lines: "true", from: ways_back}
    sessions/door.md
    - when: The client says something large as they stand up.
    + ▸when: true
    - minutes: 10
    + ▸minutes: 10 minutes
    - - {id: note, do: Write it down., sources: [editorial]}
    + - ▸Write it down.
    EW103 'checked' is text; it should be a day, such as 2024-03-01
    fix: write the year, the month and the day, of one that the calendar has: checked: 2023-11-30
    EW103 'lines' is text; it should be true or false
    fix: write lines: true or lines: false, without quotes
    EW103 'when' is yes or no; it should be text
    fix: put it in quotes: when: "true"
    EW103 'minutes' is text; it should be a whole number
    fix: write digits alone, without quotes or a unit: minutes: 10
    EW103 'an entry of steps' is text; it should be a set of keys
    fix: write one 'name: value' on each line, further in than '- '
    """,
    "texts that YAML takes for something else, each to be quoted as it was typed": """
    data/contacts.yml
    - - {way: call, to: 116 123}
    + - {way: call, ▸to: 000}
    letters/thanks.md
    - - {id: way-back, ask: How to come back, lines: true, from: ways_back}
    + - {id: way-back, ▸ask: Yes, lines: on, from: ways_back}
    sessions/door.md
    - short: At the door
    + ▸short: No
    - - Thank you for telling me.
    + - ▸YES
    EW103 'to' is a whole number; it should be text
    fix: put it in quotes: to: "000"
    EW103 'ask' is yes or no; it should be text
    fix: put it in quotes: ask: "Yes"
    EW103 'short' is yes or no; it should be text
    fix: put it in quotes: short: "No"
    EW103 'an entry of say' is yes or no; it should be text
    fix: put it in quotes: - "YES"
    """,
    "settings that YAML takes for something else, each to be quoted as it was typed": """
    service
    service.yml
    - name: The House
    - regions: [uk]
    + ▸name: 12:30
    + regions: [▸no, uk]
    - - {id: local-desk, name: Front desk, for: [crisis], about: By day, reach: [{way: call, to: "200", add: indoors}]}
    + - {id: local-desk, name: Front desk, for: [crisis], about: By day, reach: [{way: call, ▸to: 01315550147}]}
    - - {id: local-duty, name: Duty desk, reach: [{way: call, to: "201"}], checked: 2024-02-05}
    + - {id: local-duty, name: Duty desk, reach: [{way: call, ▸to: 0017}, {way: call, ▸to: 0800.1111}]}
    - letters_signed_by: the clinician
    + ▸letters_signed_by: &signed yes
    - contact_route: leave a message at the front desk
    - ways_back: ring the bell twice
    + ▸contact_route: *signed
    + ▸ways_back: 2024-03-01
    + ▸spelling: No
    EW103 'name' is a whole number; it should be text
    fix: put it in quotes: name: "12:30"
    EW103 'an entry of regions' is yes or no; it should be text
    fix: put it in quotes: - "no"
    EW103 'to' is a whole number; it should be text
    fix: put it in quotes: to: "01315550147"
    EW103 'to' is a whole number; it should be text
    fix: put it in quotes: to: "0017"
    EW103 'to' is a number with a point; it should be text
    fix: put it in quotes: to: "0800.1111"
    EW103 'letters_signed_by' is yes or no; it should be text
    fix: put it in quotes: letters_signed_by: "yes"
    EW103 'contact_route' is yes or no; it should be text
    fix: put it in quotes: contact_route: "yes"
    EW103 'ways_back' is a day; it should be text
    fix: put it in quotes: ways_back: "2024-03-01"
    EW105 'No' is no spelling
    fix: use one of: american, british
    """,
    "a setting that MkDocs was given by another file": """
    base.yml
    + extra: {service: {▸contact_route: 0017}}
    mkdocs.yml
    + INHERIT: base.yml
    + site_url: https://guide.example/
    + extra: {service: {name: The House, regions: [uk]}}
    EW103 'contact_route' is a whole number; it should be text
    fix: put it in quotes: contact_route: "0017"
    """,
    "a page renamed in capitals": """
    sessions/Door.md
    ~ sessions/door.md
    delete sessions/door.md
    data/asks/sessions.yml
    - Door: [asked in way 1, asked in way 2, asked in way 3, asked in way 4, asked in way 5, asked in way 6]
    docs/sessions/Door.md:1:1 EW006 'sessions/Door.md' is not a lasting address
    """,
    "a term of a page whose facts cannot be read": """
    data/glossary.yml
    - - {id: short, term: In brief, also: [short], means: Without many words., sources: [blog]}
    + - {id: hesitation, term: Hesitation, means: A pause., sources: [blog]}
    relationships/goodbye.md
    - minutes: 1
    + minutes:
    + ▸\t1
    - Goodbyes are short.
    + A hesitation is a pause.
    EW002 this YAML cannot be read: a tab stands where YAML takes blanks alone
    """,
    "numbers in disguise": """
    relationships/goodbye.md
    - minutes: 1
    + minutes: 1
    + ▸short: Call nine-one-one
    - Goodbyes are short.
    + Call ▸nine-one-one, or ▸one one six, one two three. Call ▸116/123 or **▸116** 123.
    +
    + Call `▸116 123` or ▸triple nine. Call ▸9️⃣1️⃣1️⃣, or ▸1-800-SUICIDE. Call ▸13 YARN, or **▸9**11.
    +
    + ```
    + ▸116 123
    + ```
    +
    + Call ▸oh eight hundred, five double four, three five four or ▸9.1.1 or ▸nineoneone. Call ▸9/1/1.
    EW402 'nine-one-one' looks like a telephone number
    EW402 'nine-one-one' looks like a telephone number
    EW402 'one one six, one two three' looks like a telephone number
    EW402 '116/123' looks like a telephone number
    EW402 '116** 123' looks like a telephone number
    EW402 '116 123' looks like a telephone number
    EW402 'triple nine' looks like a telephone number
    EW402 '9️⃣1️⃣1' looks like a telephone number
    EW402 '1-800-SUICIDE' looks like a telephone number
    EW402 '13 YARN' looks like a telephone number
    EW402 '9**11' looks like a telephone number
    EW402 '116 123' looks like a telephone number
    EW402 'oh eight hundred, five double four, three five four' looks like a telephone number
    EW402 '9.1.1' looks like a telephone number
    EW402 'nineoneone' looks like a telephone number
    EW402 '9/1/1' looks like a telephone number
    """,
    "attributes, single braces and notes of other dialects": """
    relationships/goodbye.md
    - ## Why {#why}
    + ## Why ▸{#why .hidden hidden}
    - Goodbyes are short.
    + See ▸{ cite("knox") } and [it](../sessions/door.md)▸{: href="https://evil.example/"}.
    + ▸{: #thank }
    +
    + A note▸{# is it right? #}, and a lone ▸} here.
    +
    + ```▸{.py onclick=alert}
    + x
    + ```
    EW411 '{#why .hidden hidden}' stands in single braces
    EW411 '{ cite(“knox”) }' stands in single braces
    fix: write two braces on each side: {{ cite("knox") }}
    EW411 '{: href=”https://evil.example/”}' stands in single braces
    EW411 '{: #thank }' stands in single braces
    EW411 '{# is it right? #}' stands in single braces
    fix: write a note to yourself as {{# ... #}}
    EW411 '}' stands in single braces
    EW412 '{.py onclick=alert}' would be printed as it is typed, or as something else
    """,
    "links that are none": """
    relationships/goodbye.md
    - Goodbyes are short.
    + See ▸[x][first], ▸(x)[first.md], ▸[x] (first.md) or ▸[[first|x]].
    +
    + Or ▸[x], ▸[x](▸one two.md), short▸[^1], or ▸https://a.example/b.
    +
    + Or ▸[x](▸first.md for more
    EW412 '[x][first]' would be printed as it is typed, or as something else
    EW412 '(x)[first.md]' would be printed as it is typed, or as something else
    EW412 '[x] (first.md)' would be printed as it is typed, or as something else
    EW412 '[[first|x]]' would be printed as it is typed, or as something else
    EW412 '[x]' would be printed as it is typed, or as something else
    EW412 '[x](one two.md)' would be printed as it is typed, or as something else
    EW307 'one' leads nowhere
    EW412 '[^1]' would be printed as it is typed, or as something else
    EW412 'https://a.example/b' would be printed as it is typed, or as something else
    EW412 '[x](first.md for more' would be printed as it is typed, or as something else
    EW307 'first.md' leads nowhere
    """,
    "signs of other dialects": """
    relationships/goodbye.md
    - Goodbyes are short.
    + A ▸~~ struck▸~~ and ▸==marked== word, ▸:smile: and ▸$x$, a▸&nbsp; b, ▸**bold and ▸**more.
    +
    + ▸• one
    +
    + ▸1) one
    +
    + ▸=== "In the room"
    +
    + ▸::: note
    +
    + ▸#no blank
    +
    +     ▸far in
    EW412 '~~' would be printed as it is typed, or as something else
    EW412 '~~' would be printed as it is typed, or as something else
    EW412 '==marked==' would be printed as it is typed, or as something else
    EW412 ':smile:' would be printed as it is typed, or as something else
    EW412 '$x$' would be printed as it is typed, or as something else
    EW412 '&nbsp;' would be printed as it is typed, or as something else
    EW412 '**' would be printed as it is typed, or as something else
    EW412 '**' would be printed as it is typed, or as something else
    EW412 '•' would be printed as it is typed, or as something else
    EW412 '1)' would be printed as it is typed, or as something else
    EW412 '=== "In the room"' would be printed as it is typed, or as something else
    EW412 '::: note' would be printed as it is typed, or as something else
    EW412 '#' would be printed as it is typed, or as something else
    EW412 'far in' would be printed as it is typed, or as something else
    """,
    "notes, abbreviations, tasks and tabs that are none": """
    relationships/goodbye.md
    - Goodbyes are short.
    + ### Head▸[^a] and ▸~~struck▸~~ {#head}
    +
    + A [link▸[^a]](../sessions/door.md)[^b] of DBT, C.▸~~x▸~~y.
    +
    + !!! note "Title▸[^b] of ▸[[x]]"
    +     Goodbyes are short▸[^c].
    +
    + ▸[^a]: One.
    + [^b]: Two.
    + ▸[^c]: Three.
    + ▸[^c]: Four.
    + ▸[^d]:
    +
    + ▸*[DBT]: `dialectical`
    + ▸*[CBT]: nowhere on this page
    + ▸*[C.]: with a point
    +
    + ▸- [ ]one
    +
    + ▸- [] two
    +
    + ▸- [x] (y)
    +
    + ▸==== "In the room"
    +
    + ▸> === "In the room"
    + >     Goodbyes are short.
    +
    + ▸- !!! note
    + - ▸~~one
    + - two▸~~
    +
    + ▸=== "In the room"
    + Goodbyes are short.
    EW412 '[^a]' would be printed as it is typed, or as something else
    EW412 '~~' would be printed as it is typed, or as something else
    EW412 '~~' would be printed as it is typed, or as something else
    EW412 '[^a]' would be printed as it is typed, or as something else
    EW412 '~~' would be printed as it is typed, or as something else
    EW412 '~~' would be printed as it is typed, or as something else
    EW412 '[^b]' would be printed as it is typed, or as something else
    EW412 '[[x]]' would be printed as it is typed, or as something else
    EW412 '[^c]' would be printed as it is typed, or as something else
    EW412 '[^a]:' would be printed as it is typed, or as something else
    EW412 '[^c]:' would be printed as it is typed, or as something else
    EW412 '[^c]:' would be printed as it is typed, or as something else
    EW412 '[^d]:' would be printed as it is typed, or as something else
    EW412 '*[DBT]:' would be printed as it is typed, or as something else
    fix: write *[CBT]: and in plain words what it means, at the margin of a page that uses the word
    EW412 '*[CBT]:' would be printed as it is typed, or as something else
    EW412 '*[C.]:' would be printed as it is typed, or as something else
    EW412 '- [ ]' would be printed as it is typed, or as something else
    EW412 '- []' would be printed as it is typed, or as something else
    EW412 '- [x]' would be printed as it is typed, or as something else
    EW412 '==== “In the room”' would be printed as it is typed, or as something else
    EW412 '> === “In the room”' would be printed as it is typed, or as something else
    fix: let it begin a line of its own, with no sign before it
    EW412 '- !!! note' would be printed as it is typed, or as something else
    EW412 '~~' would be printed as it is typed, or as something else
    EW412 '~~' would be printed as it is typed, or as something else
    EW412 '=== "In the room"' would be printed as it is typed, or as something else
    fix: put the text of the box below it, four blanks further in
    """,
    "tabs, tasks, notes, abbreviations and text struck out in facts": """
    sessions/door.md
    - why: Haste reads as alarm.
    + ▸▸▸▸▸why: |
    +   *[DBT]: ~~haste~~ reads[^a].
    +   === "Alarm"
    +   - [x] alarm
    EW132 '*[DBT]:' in 'why' would be printed as it is typed
    EW132 '=== “' in 'why' would be printed as it is typed
    EW132 '[^a]' in 'why' would be printed as it is typed
    EW132 '[x]' in 'why' would be printed as it is typed
    EW132 '~~' in 'why' would be printed as it is typed
    """,
    "text that would be code, and lists that would be text": """
    relationships/goodbye.md
    - Goodbyes are short.
    + !!! note
    +     Goodbyes are short.
    +
    +         ▸They are brief.
    +
    + Text:
    +     ▸- one
    +
    + - one
    + > two
    +
    +     ▸three
    +
    + *[DBT]: of DBT▸[^d]
    EW412 'They are brief.' would be printed as it is typed, or as something else
    EW412 '- one' would be printed as it is typed, or as something else
    fix: leave an empty line before the list, or let it begin at the margin
    EW412 'three' would be printed as it is typed, or as something else
    EW412 '*[DBT]:' would be printed as it is typed, or as something else
    EW412 '[^d]' would be printed as it is typed, or as something else
    """.replace("+ *[DBT]", "+ ▸*[DBT]"),
    "boxes that are none": """
    relationships/goodbye.md
    - Goodbyes are short.
    + ▸!!! note
    + Goodbyes are short.
    +
    + ▸!!! secret
    +     Goodbyes are short.
    +
    + ▸!!!note
    +
    + ▸??? note hidden
    +     Goodbyes are short.
    +
    + ▸!!! warning
    EW412 '!!! note' would be printed as it is typed, or as something else
    fix: put the text of the box below it, four blanks further in
    EW412 '!!! secret' would be printed as it is typed, or as something else
    EW412 '!!!note' would be printed as it is typed, or as something else
    EW412 '??? note hidden' would be printed as it is typed, or as something else
    EW412 '!!! warning' would be printed as it is typed, or as something else
    """,
    "tables and code that are none": """
    relationships/goodbye.md
    - Goodbyes are short.
    + A table:
    + ▸| a | b |
    + |---|---|
    +
    + ▸| a | b |
    +
    + | a | b |
    + |---|---|
    + ▸| c | d | e |
    +
    + - a
    +
    +   ▸```
    +   x
    +   ▸```
    EW412 '| a | b |' would be printed as it is typed, or as something else
    EW412 '| a | b |' would be printed as it is typed, or as something else
    EW412 '| c | d | e |' would be printed as it is typed, or as something else
    EW412 '```' would be printed as it is typed, or as something else
    EW412 '```' would be printed as it is typed, or as something else
    """,
    "headings out of order, without an id, or with one that is taken": """
    relationships/goodbye.md
    - Goodbyes are short.
    + ▸#### Deep
    +
    + ### More {#more}
    +
    + ▸### More
    +
    + ▸### 安全
    +
    + ### Again {#▸more}
    +
    + ▸### Checklist
    +
    + ▸##
    +
    + ▸As a line
    + ---------
    reference/map.md
    - {{ origins() }}
    + ## One {#pairs}
    +
    + ## Two {#▸pairs}
    +
    + {{ origins() }}
    EW110 'pairs' is used twice on this page
    EW413 '####' stands below '##'
    fix: write it with '###'
    EW413 the id 'more' is taken
    EW413 no id can be made of this heading
    EW110 'more' is used twice on this page
    EW413 the id 'checklist' is taken
    EW413 this heading says nothing
    EW413 the line below makes a heading of this one
    """,
    "words in the title of a box": """
    relationships/goodbye.md
    - Goodbyes are short.
    + !!! note "▸Terminate it"
    +     Goodbyes are short.
    EW401 'Terminate' is not a word for a client
    """,
    "facts that YAML cuts": """
    data/glossary.yml
    - means: What two people write down. They keep it.
    + means: What two people write down ▸# in two copies.
    sessions/door.md
    - why: Haste reads as alarm.
    + why: ▸#1 reason is haste.
    - when: The client says something large as they stand up.
    + when: The client says something large
    +   as they stand up ▸#again.
    EW012 '# in two copies.' is lost: YAML takes it for a comment
    EW012 '#again.' is lost: YAML takes it for a comment
    EW012 '#1 reason is haste.' is lost: YAML takes it for a comment
    """,
    "quotation marks around what is said, and around a name": """
    service
    service.yml
    - name: The House
    + ▸name: “The House”
    sessions/door.md
    - say: I would like us to keep it whole.
    + ▸say: '"I would like us to keep it whole."'
    EW133 '“I would like us …' stands in quotation marks of its own
    EW133 '“The House”' stands in quotation marks of its own
    """.replace("'“The House”'", "'“The House” …'"),
    "Markdown and macros in facts": """
    service
    data/sources.yml
    - says: It is reported to praise a plain goodbye.
    + ▸says: It is *reported* to praise a plain goodbye.
    sessions/door.md
    - why: Haste reads as alarm.
    + ▸▸why: 'Ask {{ cite("knox") }} about [safety](first.md).'
    - summary: Check safety first. Give it the first place next time.
    + ▸summary: Check `safety` first.
    service.yml
    - missed_appointment: no word has come by the half hour
    + ▸missed_appointment: no **word** has come by the half hour
    EW132 '*reported*' in 'says' would be printed as it is typed
    EW132 '`' in 'summary' would be printed as it is typed
    EW132 '`' in 'summary' would be printed as it is typed
    EW132 '[safety](first.md)' in 'why' would be printed as it is typed
    EW132 '{{ cite(“knox”) }}' in 'why' would be printed as it is typed
    EW132 '**' in 'missed_appointment' would be printed as it is typed
    """.replace("    EW132 '`' in 'summary' would be printed as it is typed\n", "", 1),
    "blanks of other letters": """
    letters/thanks.md
    - letter: |
    -   Dear {name},
    + ▸▸▸▸▸▸letter: |
    +   Dear {{name}} and {name},
    +   re [case number] of «Date» on ____ or }.
    +   **Yours**
    EW132 '**' in 'letter' would be printed as it is typed
    EW132 '[case number]' in 'letter' would be printed as it is typed
    fix: write a blank as {name}, and put it under `blanks`
    EW132 '____' in 'letter' would be printed as it is typed
    EW132 '{{name}}' in 'letter' would be printed as it is typed
    fix: write a blank in single braces: {name}
    EW132 '}' in 'letter' would be printed as it is typed
    EW132 '«Date»' in 'letter' would be printed as it is typed
    """,
    "days and years that cannot be": """
    data/contacts.yml
    - checked: 2024-02-01
    + ▸checked: 1024-02-01
    data/sources.yml
    - year: 2011
    + ▸year: 20111
    - author: [{literal: Parliament}]
    - year: 2001
    + author: [{literal: Parliament}]
    + ▸year: 201
    EW851 'checked' is 1024-02-01; it should be at least 2000-01-01
    EW851 'year' is 201; it should be at least 1000
    EW804 'year' is 20111, which is in the future
    """,
    "details of somebody": """
    relationships/goodbye.md
    - Goodbyes are short.
    + She was ▸born on 12 March 1981. She lives at ▸12 High Street, ▸SW1A 1AA. It is ▸case number 12345.
    +
    + It was on ▸12/03/1981.
    EW414 'born on 12 March 1981' looks like a detail of somebody
    EW414 '12 High Street' looks like a detail of somebody
    EW414 'SW1A 1AA' looks like a detail of somebody
    EW414 'case number 12345' looks like a detail of somebody
    EW414 '12/03/1981' looks like a detail of somebody
    """,
    "a review by nobody": """
    sessions/door.md
    - review: {owner: clinical lead, state: draft}
    + review: {owner: clinical lead, state: reviewed, ▸by: N/A, on: 2024-01-01, digest: abc}
    EW907 'N/A' is nobody who could answer for the page
    """,
    "acts one after another": """
    sessions/door.md
    - - {id: agree, do: Agree when to come back to it., sources: [knox]}
    - - {id: note, do: Write it down., sources: [editorial]}
    + - {id: agree, ▸do: Agree when to come back; call the service., sources: [knox]}
    + - {id: note, ▸do: "Write it down, then call your supervisor.", sources: [editorial]}
    EW134 step 'agree' asks for more than one act: 'call the service'
    EW134 step 'note' asks for more than one act: 'call your supervisor'
    """,
    "an act, and a call to somebody else": """
    sessions/door.md
    - - {id: agree, do: Agree when to come back to it., sources: [knox]}
    - - {id: note, do: Write it down., sources: [editorial]}
    + - {id: agree, ▸do: Lock the door and call the police., sources: [knox]}
    + - {id: note, ▸do: "Write it down, and email your supervisor.", sources: [editorial]}
    EW134 step 'agree' asks for more than one act: 'call the police'
    EW134 step 'note' asks for more than one act: 'email your supervisor'
    """,
    "numbers in titles, and in the words of a link": """
    relationships/goodbye.md
    - Goodbyes are short.
    + See [it](../sessions/door.md "Call ▸116 123") or [▸999](../sessions/door.md).
    +
    + !!! note "Call ▸911"
    +     Goodbyes are short.
    EW402 '116 123' looks like a telephone number
    EW402 '999' looks like a telephone number
    EW402 '911' looks like a telephone number
    """,
    "more signs of other dialects": """
    relationships/goodbye.md
    - Goodbyes are short.
    + This is ▸__not closed, and ▸'''bold▸''' in ▸____.
    +
    + ▸.. note:: hello
    +
    + ▸== Head ==
    +
    + ▸h2. Head
    +
    + ▸-one
    +
    + ▸a | b
    + c | d
    +
    + A ▸▸![picture](../sessions/plan.md).
    EW412 '__' would be printed as it is typed, or as something else
    EW412 '’’’' would be printed as it is typed, or as something else
    EW412 '’’’' would be printed as it is typed, or as something else
    EW412 '____' would be printed as it is typed, or as something else
    EW412 '.. note:: hello' would be printed as it is typed, or as something else
    EW412 '== Head ==' would be printed as it is typed, or as something else
    EW412 'h2.' would be printed as it is typed, or as something else
    EW412 '-' would be printed as it is typed, or as something else
    EW412 'a | b' would be printed as it is typed, or as something else
    EW312 the text shows a picture, '../sessions/plan.md'
    EW412 '![picture](../sessions/plan.md)' would be printed as it is typed, or as something else
    """,
    "letters of another alphabet": """
    relationships/goodbye.md
    - Goodbyes are short.
    + They t▸\u0435rminate it.
    EW010 a letter of another alphabet (U+0435) stands here
    """,
    "signs that YAML takes for something else": """
    data/glossary.yml
    - term: Plan
    + ▸term:\u00a0Plan
    sessions/door.md
    - short: At the door
    + ▸short: Write to www.example.org
    - why: Haste reads as alarm.
    + why: ▸!important Haste reads as alarm.
    EW002 this YAML cannot be read: ':\u00a0' is no blank and no colon of a keyboard
    EW132 'www.example.org' in 'short' would be printed as it is typed
    EW012 '!important' is lost: YAML takes it for a kind of value
    """,
    "more acts, and more details": """
    course/first-day.md
    - minutes: {read: 10, practise: 5, check: 5, scenario: 10, observe: 30}
    + minutes: {▸read: -10, practise: 25, check: 5, scenario: 10, observe: 30}
    relationships/goodbye.md
    - Goodbyes are short.
    + Follow ▸@drjane, write to jan▸e (at) clinic, or to ▸Jane Smith, aged 34.
    sessions/door.md
    - - {id: note, do: Write it down., sources: [editorial]}
    + - {id: note, ▸do: "Stop, breathe, and phone the manager.", sources: [editorial]}
    EW851 'read' is -10; it should be at least 0
    EW414 '@drjane' looks like a detail of somebody
    EW414 'e (at) c' looks like a detail of somebody
    EW414 'Jane Smith, aged 34' looks like a detail of somebody
    EW134 step 'note' asks for more than one act: 'breathe'
    """,
    "signs written as escapes, quotation marks that do not close, and names for an id": r"""
    relationships/goodbye.md
    - Goodbyes are short.
    + ### More {#▸More}
    +
    + ▸ii. two
    sessions/door.md
    - why: Haste reads as alarm.
    + ▸why: "Haste reads\u202e as alarm."
    - - Thank you for telling me.
    + - ▸“Thank you for telling me.
    - review: {owner: clinical lead, state: draft}
    + review: {▸owner: to be confirmed, state: draft}
    EW108 'More' cannot be a permanent name
    EW412 'ii.' would be printed as it is typed, or as something else
    EW133 '“Thank you for telling …' stands in quotation marks of its own
    EW010 a mark of direction (U+202E) stands here
    EW907 'to be confirmed' is nobody who could answer for the page
    """,
    "lists that would be counted from one again, and a title that is no title": """
    relationships/goodbye.md
    - Goodbyes are short.
    + 1. one
    +
    +     more
    +
    + 2. two
    +
    + Text between.
    +
    + ▸3. three
    +
    + - a
    +
    + 2. two
    +
    + ▸!!! note “More”
    +     Goodbyes are short.
    EW412 '3.' would be printed as it is typed, or as something else
    fix: begin a list with '1.'; what stands between two points is four blanks further in
    EW412 '!!! note “More”' would be printed as it is typed, or as something else
    """,
}
FINE = {
    "two acts that make one, and a call that is made only if it has to be": """
    sessions/door.md
    - - {id: agree, do: Agree when to come back to it., sources: [knox]}
    - - {id: note, do: Write it down., sources: [editorial]}
    + - {id: agree, do: Agree safe ways to write and call., sources: [knox]}
    + - {id: note, do: "Stop the bleeding, and call the doctor if it goes on.", sources: [editorial]}
    """,
    "facts with signs that cut nothing": """
    sessions/door.md
    - why: Haste reads as alarm.
    + why: "Haste #1 reads as alarm."  # as it often does
    - when: The client says something large as they stand up.
    + when: >-
    +   The client says something large #again as they stand up.
    - - Thank you for telling me.
    + - Thank you for “telling” me, and wait with them.
    """,
    "the Markdown that works": """
    relationships/goodbye.md
    - Goodbyes are short.
    + You should:
    + - stay [with **them**](../sessions/door.md "The door")
    +   - **See {{ cite("knox") }}** and [the *door*][door]
    +
    +     Go on.
    +
    + [door]: ../sessions/door.md
    +
    + !!! note "More"
    +     See [door] \\[sic\\].
    +
    + ??? tip
    +
    +     It costs $50, or $60 at 10:30.
    +
    + Plan
    + :   What is written.
    +
    + > A quotation, 2 * 3, snake_case and ***both***.
    +
    + | a | b |
    + |:--|--:|
    + | c | `d | e` |
    +
    + Write `{{ cite("x") }}` or:
    +
    + ```yaml
    + {{ cite("x") }} {# x #} [x] - [ ] !!! note
    + # Head
    + ```
    +
    + ### A heading with [a link](../sessions/door.md) {#linked}
    +
    + * * *
    +
    + *[DBT]: dialectical behaviour therapy
    +
    + === "In the room"
    +     Say it[^once], and more[^once]: ~~with **DBT**~~ "so".
    +
    + ===! "On a screen"
    +
    +     - [ ] open [the *door*](../sessions/door.md)
    +       1. [x] done
    +
    + [^once]: "Once." {{ cite("knox") }}
    +
    +     Go on.
    """,
    "numbers that are only said": """
    reference/map.md
    - {{ origins() }}
    + Count one, two, three, four, five, six. Do one or two. Name five, four, three, two and one.
    +
    + It is 1, 2, 3, 4, 5, 6 of ten. It is standard 1.1.2 of 9/11.
    +
    + We read 2021 NASW in part, in chapter 9. 11 people came.
    +
    + {{ origins() }}
    """,
    "joiners within a script that needs them": """
    relationships/goodbye.md
    - Goodbyes are short.
    + They say می\u200cخواهم, and write 👩\u200d⚕.
    """,
}
