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
    "what changed",
    "version",
)


def spreadsheet(guide: Guide) -> str:
    """Return the rows of the page of reviews as CSV, in their order, with the permanent address of each page."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for status in guide.register:
        cells = row(status)
        writer.writerow(
            (
                guide.settings.wording.localize(cells.title),
                guide.address_of(status.page),
                cells.owner,
                cells.state,
                cells.reviewer,
                cells.reviewed_on,
                cells.next_review,
                cells.last_change,
                guide.settings.wording.localize(cells.what),
                cells.version,
            )
        )
    return file.getvalue()
