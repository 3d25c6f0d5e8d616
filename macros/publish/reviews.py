"""The list of all pages by review state as a file for a spreadsheet."""

import csv
import io

from ..guide import Guide
from ..render.reviews import row

COLUMNS = (
    "page",
    "address",
    "owner",
    "state",
    "reviewer",
    "reviewed on",
    "next review",
    "last change",
    "version",
)


def spreadsheet(guide: Guide) -> str:
    """Return the rows of the page of reviews as CSV, in their order, with the permanent address of each page."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for upkeep in guide.register:
        told = row(upkeep)
        writer.writerow(
            (
                guide.settings.words.speak(told.title),
                guide.address_of(upkeep.page),
                told.owner,
                told.state,
                told.reviewer,
                told.reviewed_on,
                told.next_review,
                told.last_change,
                told.version,
            )
        )
    return file.getvalue()
