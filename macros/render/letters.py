"""Letters and notes: the template with its blanks, and the list of them by who reads them."""

from dataclasses import dataclass

from markupsafe import Markup

from ..guide import Guide
from ..models import BLANK, FROM_CONTACTS, FROM_EMERGENCY, Blank, Letter
from . import evidence
from .evidence import Mark
from .html import component, href
from .practice import practice_link, review
from .settings import decided

SETTLED = ("letters_signed_by", "diagnosis_in_letters")  # what every letter depends on
READERS = {"client": "To the client", "colleague": "To a colleague", "file": "For the file"}


@dataclass(frozen=True)
class Piece:
    """Some text of a letter; or a `blank`, by its id, with what to ask for as the text."""

    text: str
    blank: str


@dataclass(frozen=True)
class BlankView:
    """A blank as its form field takes it: `value` comes from the service's settings, and then it is `own`.

    Each suggestion may say where it holds, which is not for the letter.
    """

    id: str
    ask: str
    lines: bool
    value: str
    own: bool
    suggestions: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class MustView:
    """Something that has to be in the letter, with what it rests on."""

    element: str
    before: bool
    marks: tuple[Mark, ...]
    sources: tuple[tuple[int, str], ...]


def letter(guide: Guide, letter: Letter) -> Markup:
    """Return the letter: when it fits, what must not be in it, its form and its text."""
    homes = dict.fromkeys(map(guide.shown, letter.practices))
    head = component(
        "letter-head",
        when=letter.when,
        local=guide.settings.called if letter.is_local else "",
        practices=[practice_link(guide.practices[path], letter.path) for path in homes],
        hub=href(letter.path, "letters/index"),
        reader=READERS[letter.for_],
    )
    asks = {blank.id: blank.ask for blank in letter.blanks}
    form = component(
        "letter",
        path=letter.path,
        title=letter.title,
        address=guide.address_of(letter),
        reader=letter.for_,
        ask_first=letter.ask_first,
        paragraphs=tuple(
            tuple(_pieces(line, asks) for line in paragraph.split("\n"))
            for paragraph in letter.letter.strip().split("\n\n")
        ),
        blanks=tuple(_blank(guide, blank) for blank in letter.blanks),
        never=letter.never,
        must=tuple(
            MustView(
                must.element,
                must.before,
                evidence.marks(must.sources, guide),
                evidence.places(must.sources, letter, guide),
            )
            for must in letter.must
        ),
        decisions=decided(guide, SETTLED, letter.path),
        review=review(guide, letter),
    )
    return Markup("\n\n").join((head, form))


def letters(guide: Guide, here: str) -> Markup:
    """Return every letter with its reason, by who reads it."""
    groups = [
        (
            name,
            [(letter, href(here, letter.path)) for letter in guide.letters.values() if letter.for_ == reader],
        )
        for reader, name in READERS.items()
    ]
    return component("letters", groups=[(name, found) for name, found in groups if found])


def _pieces(line: str, asks: dict[str, str]) -> tuple[Piece, ...]:
    # Split at its blanks, a line gives text and ids in turn.
    parts = enumerate(BLANK.split(line))
    return tuple(Piece(asks[part], part) if n % 2 else Piece(part, "") for n, part in parts if part)


def _blank(guide: Guide, blank: Blank) -> BlankView:
    if blank.from_ in (FROM_CONTACTS, FROM_EMERGENCY):
        offered = _emergency(guide) if blank.from_ == FROM_EMERGENCY else _lines(guide)
        return BlankView(blank.id, blank.ask, blank.lines, "", False, () if blank.lines else offered)
    value = getattr(guide.settings, blank.from_) if blank.from_ else None
    return BlankView(blank.id, blank.ask, blank.lines, value or "", value is not None, ())


def _emergency(guide: Guide) -> tuple[tuple[str, str], ...]:
    """Return what follows "call", and the country, and what is reached where the country has several numbers."""
    return tuple(
        (" or ".join(contact.emergency_numbers), f"{contact.name}, {where.name}")
        for where, contact in guide.emergency
    )


def _lines(guide: Guide) -> tuple[tuple[str, str], ...]:
    lines = (
        contact for contact in guide.contacts if "crisis" in contact.for_ and not contact.emergency_numbers
    )
    return tuple(
        (" ".join(filter(None, (f"{line.name}:", reach.way, reach.to, reach.add))), "")
        for line in lines
        for reach in line.reach
    )
