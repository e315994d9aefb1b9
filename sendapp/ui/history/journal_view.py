"""What was done with a record, by day: when, who and what, to be read and copied."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from html import escape
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit, QWidget

from sendapp.domain.dates import day_heading
from sendapp.domain.journal import Entry
from sendapp.domain.journal_lines import who_did
from sendapp.ui.tokens import M

NOTHING_DONE = (
    "Nothing was done with this record yet. Each step, export, print and correction is told here, "
    "and stays."
)


class JournalView(QTextEdit):
    """Shows the journal of one record, newest first; nothing in it can be changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("journal")
        self.setAccessibleName("What was done")
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.document().setDocumentMargin(M)
        self.show_entries((), date.today())

    def show_entries(self, entries: Sequence[Entry], today: date) -> None:
        """Show `entries`, newest first, under their days in the time of this place."""
        if not entries:
            self.setPlainText(NOTHING_DONE)
            return
        self.setHtml("".join(_lines(entries, today)))


def _lines(entries: Sequence[Entry], today: date) -> Iterator[str]:
    # What officers wrote is shown, never read as mark-up.
    for day, of_day in groupby(entries, key=lambda entry: _at(entry).date()):
        yield f"<p><b>{escape(day_heading(day, today))}</b></p>"
        for entry in of_day:
            by = escape(" · ".join(filter(None, (f"{_at(entry):%H:%M}", who_did(entry)))))
            yield f"<p>{by}<br>{escape(entry.words)}</p>"


def _at(entry: Entry) -> datetime:
    return datetime.fromisoformat(entry.at).astimezone()
