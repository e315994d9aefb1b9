"""The next number of the council's series, taken by a button beside the reference."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from sendapp.editing.later import when_done
from sendapp.editing.open_record import OpenRecord
from sendapp.errors import Problem
from sendapp.services.desk import Desk
from sendapp.ui.form.record_form import RecordForm
from sendapp.ui.form.section import ConfirmButton, SectionBox
from sendapp.ui.messages import Messages
from sendapp.ui.record_pane import RecordPane
from sendapp.ui.status import announce
from sendapp.ui.theme import Look, looks

TAKE = "Take the next number"


class ReferenceDesk(QObject):
    """Offers the next number where the council has a series and the reference is blank."""

    def __init__(self, desk: Desk, pane: RecordPane, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pane = pane
        self._messages = messages
        self._open_record: OpenRecord | None = None
        self._button: QPushButton | None = None
        self._has_series = False

    @property
    def has_series(self) -> bool:
        """Whether the council numbers its records by a series."""
        return self._has_series

    @has_series.setter
    def has_series(self, has: bool) -> None:
        self._has_series = has
        self._offer()

    def follow(self, form: RecordForm | None, open_record: OpenRecord | None) -> None:
        """Put the button into the form of another record, or into none."""
        self._open_record, self._button = open_record, None
        if form is None or open_record is None:
            return
        button = looks(ConfirmButton(TAKE), Look.QUIET)
        button.setObjectName("reference_next")
        button.setToolTip("The number after the highest in use, of the year of the decision")
        button.clicked.connect(self.take)
        if not any(box.add_act("reference", button) for box in form.findChildren(SectionBox)):
            # A kind of record without a reference.
            button.deleteLater()
            return
        self._button = button
        open_record.changed.connect(self._offer)
        open_record.sealed_changed.connect(self._offer)
        self._offer()

    @Slot()
    def take(self) -> None:
        """Give the open record the next number, as a step that can be taken back."""
        open_record = self._open_record
        if open_record is None:
            return
        self._pane.flush()

        def taken(reference: str) -> None:
            # Meanwhile another record may be open, or a reference be typed.
            if open_record is not self._open_record or open_record.record.reference:
                return
            if open_record.set("reference", reference, words="Take the next number"):
                self._go_to(reference)

        when_done(self._desk.next_reference(open_record.record), self, taken, self._tell)

    def _go_to(self, reference: str) -> None:
        form = self._pane.form
        focused = form.reveal("reference") if form is not None else None
        if focused is not None:
            announce(focused, f"The reference is {reference}.")

    @Slot()
    def _offer(self, *_: object) -> None:
        if self._button is None or self._open_record is None:
            return
        blank = not self._open_record.record.reference.strip()
        self._button.setVisible(self._has_series)
        self._button.setEnabled(blank and not self._open_record.sealed)

    def _tell(self, fault: BaseException) -> None:
        if not isinstance(fault, Problem):
            raise fault
        self._messages.show_problem(fault)
