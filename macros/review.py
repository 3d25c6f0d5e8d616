"""`python -m macros.review PAGE "Name, role"`: signs the review of a page as it reads now.

It is written into the page's own facts. A service signs pages of the guide in a file of its own, `service/data/signed.yml`, which no
newer guide touches.
"""

import json
import sys
from datetime import date
from pathlib import Path

import yaml

from . import clock
from .check import read
from .command import run
from .english import names_nobody
from .guide import Guide, Reviewed, text_digest
from .load import Configuration
from .load.text import FRONT_MATTER, rewrite
from .models import Signed, is_local
from .problems import nearest

HEADING = """\
# Reviews that we signed, of pages of the guide. Written by `make review` only. One lapses when the text of its page changes.
"""


def signed(text: str, page: Reviewed, by: str, on: date) -> str:
    """Return the `text` of the file of `page` with its review signed, and nothing else of it touched."""
    owner, name = (json.dumps(words, ensure_ascii=False) for words in (page.review.owner, by))
    review = f"owner: {owner}, state: reviewed, by: {name}, on: {on}, digest: {text_digest(page)}"
    start, end = _place_of_review(text)
    return f"{text[:start]}{{{review}}}{text[end:]}"


def register(guide: Guide, new: Signed) -> str:
    """Return the file of the reviews that the service signed, with a `new` one, which takes the place of an older one."""
    rows = {row.page: row for row in (*guide.signed, new)}
    return HEADING + "".join(_written(row) for _, row in sorted(rows.items()))


def _written(row: Signed) -> str:
    by, guide = json.dumps(row.by, ensure_ascii=False), f", guide: {row.guide}" if row.guide else ""
    return f"- {{page: {row.page}, by: {by}, on: {row.on}, digest: {row.digest}{guide}}}\n"


def _place_of_review(text: str) -> tuple[int, int]:
    facts = FRONT_MATTER.match(text)
    assert facts is not None, "a page without facts has problems"
    root = yaml.compose(facts["yaml"], Loader=yaml.SafeLoader)
    assert isinstance(root, yaml.MappingNode)
    node = next(value for key, value in root.value if key.value == "review")
    # A block ends where the next key begins, beyond blank lines and comments that are not its own.
    last = node if node.flow_style else node.value[-1][1]
    first, length = facts.start("yaml"), len(facts["yaml"][: last.end_mark.index].rstrip())
    return first + node.start_mark.index, first + length


def main(path: str, by: str, root: Path = Path()) -> int:
    """Sign the page at `path` of the guide in `root` in the name of `by`; return the exit code."""
    guide = read(root)
    if guide is None:
        return 1
    pages = guide.reviewed
    by, on = " ".join(by.split()), clock.today()
    name, _, role = by.partition(",")
    if path not in pages:
        print(f"There is no practice, letter or module '{path}': {nearest(path, pages)} Nothing was signed.")
        return 1
    if not (name.strip() and role.strip()):
        print('A review is signed by someone: BY="Name, role". Nothing was signed.')
        return 1
    if names_nobody(by):
        print(f"'{by}' is nobody who could answer for the page. Nothing was signed.")
        return 1
    is_of_a_service = Configuration.beside(root).file.name != "mkdocs.yml"
    if is_of_a_service and not is_local(path):
        file = root / guide.settings.folder / "data" / "signed.yml"
        change = guide.change_of(path)
        assert change is not None, "every page of the guide has a day of its last change"
        new = Signed(page=path, by=by, on=on, digest=text_digest(pages[path]), guide=change.digest)
        rewrite(file, register(guide, new))
    else:
        file = guide.own_files.get(f"{path}.md", root / "docs" / f"{path}.md")
        text = signed(file.read_bytes().decode(), pages[path], by, on)
        file.write_bytes(text.encode())
    print(f"{file} is signed: reviewed by {by} on {on}. The review lapses when the text changes.")
    return 0


if __name__ == "__main__":
    run(main, sys.argv[1], sys.argv[2])
