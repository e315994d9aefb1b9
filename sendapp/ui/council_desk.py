"""Asks once for the council's name, where a record has none and the settings have none either."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from sendapp.domain.catalogue import field
from sendapp.editing.later import when_done
from sendapp.editing.open_record import OpenRecord
from sendapp.errors import Problem
from sendapp.services.council import CouncilSettings
from sendapp.services.desk import Desk
from sendapp.ui.labels import words_label
from sendapp.ui.line_edit import LineEdit
from sendapp.ui.messages import Messages
from sendapp.ui.record_pane import RecordPane
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import XL, L, M, S

_NAME = "council"
_CHARACTERS = 54


class CouncilDialog(QDialog):
    """Asks for the name of the council."""

    given = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("council_dialog")
        self.setWindowTitle("Your council’s name")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._line = LineEdit("council_given", "Your council’s name", self)
        self._line.setMaxLength(field(_NAME).limit)
        self._line.setText(name)
        self._line.textChanged.connect(self._offer)
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self._take = looks(buttons.addButton("Keep it", role.AcceptRole), Look.PRIMARY)
        self._take.setObjectName("council_take")
        buttons.addButton("Cancel", role.RejectRole).setAutoDefault(False)
        buttons.accepted.connect(self._give)
        buttons.rejected.connect(self.reject)
        self._lay_out(buttons)
        self._offer()

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        label = QLabel("Your council’s name", self)
        label.setBuddy(self._line)
        help_ = "As printed at the head of the record. New records have it from now on."
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, L)
        column.setSpacing(S)
        column.addWidget(looks(label, Look.STRONG))
        column.addWidget(words_label(help_, Look.MUTED, self, name="council_help"))
        column.addWidget(self._line)
        column.addSpacing(M)
        column.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _CHARACTERS)

    @Slot()
    def _offer(self) -> None:
        self._take.setEnabled(bool(self._line.text().strip()))

    @Slot()
    def _give(self) -> None:
        self.given.emit(self._line.text().strip())
        self.accept()


class CouncilDesk(QObject):
    """Watches whether the open record names a council."""

    council_changed = Signal(object)
    """The council's settings as they are now."""

    def __init__(self, desk: Desk, pane: RecordPane, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._desk = desk
        self._pane = pane
        self._messages = messages
        self._open_record: OpenRecord | None = None
        pane.council_banner.wanted.connect(self.ask)

    def follow(self, open_record: OpenRecord | None) -> None:
        """Serve another record, or none."""
        self._open_record = open_record
        if open_record is not None:
            open_record.changed.connect(self._follow_change)
            open_record.sealed_changed.connect(self._show)
        self._show()

    @Slot()
    def ask(self) -> None:
        """Ask for the name; what the settings have is proposed."""
        when_done(self._desk.settings(), self, self._ask, self._tell)

    def _ask(self, settings: CouncilSettings) -> None:
        dialog = CouncilDialog(settings.council, self._window)
        dialog.given.connect(self._keep)
        self._pane.opened.connect(dialog.reject)
        dialog.open()

    @Slot(str)
    def _keep(self, name: str) -> None:
        if self._open_record is not None:
            self._open_record.set(_NAME, name)
        # It is put where the settings have no name yet, and nowhere else.
        when_done(self._desk.name_council(name), self, self.council_changed.emit, self._tell)

    @Slot(str)
    def _follow_change(self, name: str) -> None:
        if name == _NAME:
            self._show()

    @Slot()
    def _show(self, *_: object) -> None:
        open_record = self._open_record
        nameless = open_record is not None and not open_record.record.council.strip()
        sealed = open_record is not None and open_record.sealed
        self._pane.council_banner.setVisible(nameless and not sealed)

    def _tell(self, fault: BaseException) -> None:
        if not isinstance(fault, Problem):
            raise fault
        self._messages.show_problem(fault)
