"""Check this database: how far it is, what is wrong, and how much there is of everything."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from sendapp.domain.examined import Examined, Progress, as_text, figure_lines
from sendapp.editing.later import when_done
from sendapp.errors import Problem
from sendapp.services.examining import Examining
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import XL, L, M

_MOST_SHOWN = 500
"""So many faults are listed; Copy gives them all."""


class ExaminingDialog(QDialog):
    """Examines the records file while the window goes on; closing it stops that."""

    _told = Signal(object)

    def __init__(self, examining: Examining, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("examining")
        self.setWindowTitle("Check this database")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._examined: Examined | None = None
        self._build()
        self._told.connect(self._show_progress, Qt.ConnectionType.QueuedConnection)
        self._under = examining.begin(self._tell)
        when_done(self._under.result, self, self._show, self._failed)

    def _build(self) -> None:
        self._heading = looks(QLabel("Looking at everything…", self), Look.HEADING)
        self._heading.setObjectName("examining_verdict")
        self._heading.setWordWrap(True)
        self._bar = QProgressBar(self)
        self._bar.setObjectName("examining_progress")
        self._bar.setAccessibleName("How much was looked at")
        self._looking_at = QLabel("You can go on working meanwhile.", self)
        self._looking_at.setWordWrap(True)
        self._faults = QListWidget(self)
        self._faults.setObjectName("examining_faults")
        self._faults.setAccessibleName("What is wrong")
        self._faults.setWordWrap(True)
        self._faults.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._faults.setAlternatingRowColors(True)
        self._faults.setSpacing(2)
        self._faults.hide()
        self._figures = QLabel(self)
        self._figures.setObjectName("examining_figures")
        self._figures.setWordWrap(True)
        self._figures.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, L)
        column.setSpacing(M)
        for widget in (self._heading, self._bar, self._looking_at, self._faults, self._figures):
            column.addWidget(widget, 1 if widget is self._faults else 0)
        column.addStretch()
        column.addWidget(self._make_buttons())
        metrics, room = self.fontMetrics(), self.screen().availableSize()
        self.resize(
            min(metrics.averageCharWidth() * 80, room.width() - 4 * XL),
            min(metrics.height() * 24, room.height() - 4 * XL),
        )
        self._stop.setFocus()

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        roles = QDialogButtonBox.ButtonRole
        self._copy = buttons.addButton("Copy", roles.ActionRole)
        self._copy.setObjectName("examining_copy")
        self._copy.setEnabled(False)
        self._stop = buttons.addButton("Stop", roles.RejectRole)
        self._stop.setObjectName("examining_stop")
        self._copy.clicked.connect(self._copy_all)
        buttons.rejected.connect(self._stop_or_close)
        return buttons

    @override
    def done(self, result: int) -> None:
        self._under.stop()
        super().done(result)

    def _tell(self, progress: Progress) -> None:
        """Pass on how far it is; called on the thread that looks."""
        try:
            self._told.emit(progress)
        except RuntimeError:
            # The dialog was closed meanwhile.
            return

    @Slot(object)
    def _show_progress(self, progress: Progress) -> None:
        if self._examined is None:
            self._bar.setMaximum(max(1, progress.of))
            self._bar.setValue(progress.done)
            self._looking_at.setText(
                f"Looking at {progress.looking_at}. You can go on working meanwhile."
            )

    def _show(self, examined: Examined) -> None:
        self._examined = examined
        self._bar.hide()
        self._heading.setText(examined.verdict)
        self._looking_at.setText(
            "Copy all of it for whoever looks after the computer. A backup may hold what was "
            "kept; nothing was changed by looking."
            if examined.faults
            else "Every record, version, row of the journal and filed document is what was kept."
            if examined.is_complete
            else "What was looked at is what was kept."
        )
        for fault in examined.faults[:_MOST_SHOWN]:
            self._faults.addItem(QListWidgetItem(fault.sentence))
        if (more := len(examined.faults) - _MOST_SHOWN) > 0:
            self._faults.addItem(f"… and {more:,} more. Copy gives them all.")
        self._faults.setVisible(bool(examined.faults))
        self._figures.setText("\n".join(figure_lines(examined.figures)))
        self._figures.show()
        self._copy.setEnabled(True)
        self._stop.setText("Close")
        if examined.faults:
            self._faults.setCurrentRow(0)
            self._faults.setFocus()

    def _failed(self, fault: BaseException) -> None:
        if not isinstance(fault, Problem):
            raise fault
        self._bar.hide()
        self._heading.setText("The check could not be made")
        self._looking_at.setText(f"{fault.sentence} {fault.hint}".strip())
        self._stop.setText("Close")

    @Slot()
    def _stop_or_close(self) -> None:
        if self._examined is None and not self._under.result.done():
            # What was found until then is shown.
            self._under.stop()
        else:
            self.reject()

    @Slot()
    def _copy_all(self) -> None:
        if self._examined is not None:
            QGuiApplication.clipboard().setText(as_text(self._examined))
