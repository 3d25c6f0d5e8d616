"""What a hurried hand makes of a query: `python -m tests.search.typing` types `sets/typos.yml` anew from its clean queries.

A model of a QWERTY keyboard: a key is taken for a neighbour, two change places, one is missed or struck twice, or the
space comes late or not at all. There is one slip for each fourteen signs, never in the first sign of a word, where people
look. The same query always comes out the same. Run it as a module, since its name is that of a standard one.
"""

import random
from pathlib import Path

import yaml

ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
PLACE = {key: (x + y / 2, y) for y, row in enumerate(ROWS) for x, key in enumerate(row)}
FILE = Path(__file__).parent / "sets" / "typos.yml"


def neighbours(key: str) -> list[str]:
    """Return the letters next to a key."""
    x, y = PLACE[key]
    return [k for k, (a, b) in PLACE.items() if k != key and abs(a - x) <= 1 and abs(b - y) <= 1]


def slip(text: str, at: int, hand: random.Random) -> str:
    """Return `text` with one slip at the sign `at`."""
    before, key, after = text[:at], text[at], text[at + 1 :]
    if key == " ":
        return hand.choice([before + after, before + after[:1] + " " + after[1:]])
    slips = [before + after, before + key * 2 + after, before + hand.choice(neighbours(key)) + after]
    if after[:1].isalpha():
        slips.append(before + after[0] + key + after[1:])
    return hand.choice(slips)


def typed(clean: str) -> str:
    """Return a query as a hurried hand types it."""
    hand, text = random.Random(clean), clean.lower()
    for _ in range(max(1, len(clean) // 14)):
        inner = [i for i, key in enumerate(text) if key == " " or (key in PLACE and text[:i][-1:].strip())]
        text = slip(text, hand.choice(inner), hand)
    return text


if __name__ == "__main__":
    queries = yaml.safe_load(FILE.read_text("utf-8"))["queries"]
    lines = (
        f'  - {{ask: "{typed(q["clean"])}", clean: "{q["clean"]}", pages: [{", ".join(q["pages"])}], '
        f"difficulty: {q['difficulty']}}}"
        for q in queries
    )
    head = "# Clean queries, and what tests/search/typing.py makes of them.\nqueries:"
    FILE.write_text("\n".join([head, *lines]) + "\n", "utf-8")
