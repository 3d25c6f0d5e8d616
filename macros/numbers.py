"""The permanent numbers within the course: by them a browser, a code, a link and a signed record know what was done.

They are written down in the ledgers and never counted, so what is added to one leaves all others as they are.
"""

from collections.abc import Iterable, Mapping

from .course import COURSE
from .models import is_local

NONE, UNNUMBERED = (
    "-",
    0,
)  # of a place within the course where nothing is to be done: as it is written, and as it is read
LAST = 4095  # the highest that a code holds: `MOST` in overrides/components/progress/state.js
# The service's begin with the first that its tasks had while they were counted after the guide's, and are low, because
# a code is as long as its highest number asks for. The guide leaves them out for ever.
OF_A_SERVICE = range(363, 1024)
OF_THE_GUIDE = (*range(1, OF_A_SERVICE.start), *range(OF_A_SERVICE.stop, LAST + 1))
# What people call in an emergency or a crisis, here or elsewhere: nobody is to find it on a page that is not about that.
# One that is put in here is not given from then on. A task that has it keeps it.
NEVER_GIVEN = frozenset(
    (111, 112, 113, 115, 116, 117, 118, 119, 133, 144, 190, 191, 211, 311, 811, 911, 988, 999, 1737)
)


def is_numbered(address: str) -> bool:
    """Tell whether `address` has a number, or is said to have none: all that lie within a page of the course."""
    return address.startswith(f"{COURSE}/") and "#" in address


def may_have(address: str, number: int) -> bool:
    """Tell whether `number` lies in the range for addresses such as `address`: the guide's, or that of a service."""
    return number in (OF_A_SERVICE if is_local(address) else OF_THE_GUIDE)


def numbered(written: Mapping[str, int | None], new: Iterable[str]) -> dict[str, int]:
    """Return the number of each address within the course: the one that is `written`, or the next that was never given.

    `written` holds all that were ever given; those without one, and what is `new`, get theirs in their order. Where none is
    left, or none is needed, the address is left out.
    """
    waiting = (row for row, number in written.items() if number != UNNUMBERED)
    rows = [row for row in dict.fromkeys((*waiting, *new)) if is_numbered(row)]
    found = {row: number for row, number in written.items() if number}
    for own, numbers in ((False, OF_THE_GUIDE), (True, OF_A_SERVICE)):
        last = max({*numbers} & {*found.values()}, default=0)
        free = (number for number in numbers if number > last and number not in NEVER_GIVEN)
        found |= zip((row for row in rows if is_local(row) == own and row not in found), free, strict=False)
    return found
