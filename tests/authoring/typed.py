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
    + ▸checked: 1/11/2026
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
    EW103 'checked' is text; it should be a day, such as 2026-03-01
    fix: write the year, the month and the day: checked: 2026-11-01
    EW103 'lines' is text; it should be true or false
    fix: write lines: true or lines: false, without quotes
    EW103 'when' is yes or no; it should be text
    fix: put it in quotes: when: "true"
    EW103 'minutes' is text; it should be a whole number
    fix: write digits alone, without quotes or a unit: minutes: 10
    EW103 'an entry of steps' is text; it should be a set of keys
    fix: write one 'name: value' on each line, further in than '- '
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
}
FINE = {
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
