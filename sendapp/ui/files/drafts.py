"""Files the PDF of each draft that is sent round, beside whatever the officer does meanwhile."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from sendapp.domain.filed import FileKind
from sendapp.domain.record import DecisionRecord
from sendapp.domain.versions import draft_note
from sendapp.editing.later import when_done
from sendapp.errors import Problem
from sendapp.services.export import Exporter, file_name
from sendapp.services.filing import Filed, Filing


class Drafts(QObject):
    """Keeps circulated drafts as files; a failure is told, and nothing waits for it."""

    kept = Signal(str)
    """A draft was filed with the record of this id."""
    failed = Signal(str)
    """Why one was not, in a sentence."""

    def __init__(self, filing: Filing, exporter: Exporter, parent: QObject) -> None:
        super().__init__(parent)
        self._filing = filing
        self._exporter = exporter

    @Slot(object)
    def keep(self, record: DecisionRecord) -> None:
        """Make the PDF of `record` as it was sent round last, and file it.

        It goes from one to the other past the window, which may be closed meanwhile.
        """
        last = record.circulations[-1]
        note = draft_note(last.number, last.to)
        filed = self._filing.file_made(
            record.id,
            file_name(record, ".pdf"),
            FileKind.DRAFT,
            self._exporter.pdf(record),
            note[0].upper() + note[1:],
        )
        when_done(filed, self, self._say, partial(self._tell, record))

    def _say(self, filed: Filed) -> None:
        self.kept.emit(filed.record_id)

    def _tell(self, record: DecisionRecord, fault: BaseException) -> None:
        if not isinstance(fault, Problem):
            raise fault
        number = record.circulations[-1].number
        self.failed.emit(
            f"The PDF of draft {number} was not filed: {fault.sentence} {fault.hint}".strip()
        )
