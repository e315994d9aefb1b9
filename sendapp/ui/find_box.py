"""The search line of the toolbar."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from sendapp.ui.icons import icon
from sendapp.ui.line_edit import LineEdit

PAUSE_MS = 120
"""How long typing pauses before a search begins."""

MEASURE = 60
"""How many characters wide the line grows."""

INVITATIONS = ("Find in all records (Ctrl+Shift+F)", "Find in all records", "Find")
"""What the empty line says: the longest that fits."""


class FindBox(LineEdit):
    """Find in all records: speaks when typing pauses, or at once with Enter."""

    words_changed = Signal(str)
    results_wanted = Signal()
    """The officer wants to go on to what was found, with Enter or Down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("find", "Find in all records", parent)
        self.setPlaceholderText(INVITATIONS[0])
        self.setToolTip(INVITATIONS[0])
        self.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._clear = self.addAction(icon("x", "muted"), QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setToolTip("Clear (Escape)")
        self._clear.setVisible(False)
        self._clear.triggered.connect(self.clear)
        self._said = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.speak_now)
        self.textChanged.connect(self._wait)

    def words(self) -> str:
        """Return the words to look for."""
        return " ".join(self.text().split())

    @Slot()
    def take_focus(self) -> None:
        """Give the keyboard to this line, with its words ready to be replaced."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    @Slot()
    def speak_now(self) -> None:
        """Say the words, unless they were said already."""
        self._pause.stop()
        if self.words() != self._said:
            self._said = self.words()
            self.words_changed.emit(self._said)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        metrics = self.fontMetrics()
        self.setMaximumWidth(metrics.averageCharWidth() * MEASURE)
        room = self.width() - 5 * metrics.height()
        fitting = (words for words in INVITATIONS if metrics.horizontalAdvance(words) <= room)
        self.setPlaceholderText(next(fitting, INVITATIONS[-1]))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Down:
                self.speak_now()
                self.results_wanted.emit()
            case _:
                super().keyPressEvent(event)

    @Slot()
    def _wait(self) -> None:
        self._clear.setVisible(bool(self.text()))
        if self.text():
            self._pause.start()
        else:
            self.speak_now()
