"""A question asked in place, where the files are listed: Enter answers it, Escape leaves it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QWidget
from typing_extensions import override


class AskedInPlace(QFrame):
    """What the cards that ask share; each says what is `given`, and how it is cleared."""

    given = Signal(object, str)
    cancelled = Signal()
    begun = Signal()
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Where nothing is listed yet, the room that is left would go between the words.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def clear(self) -> None:
        """Ask nothing any more."""
        raise NotImplementedError

    def give(self) -> None:
        """Say what was answered, if that is enough."""
        raise NotImplementedError

    @Slot()
    def leave(self) -> None:
        """Ask no more, since nothing is to be done."""
        self.clear()
        self.cancelled.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            # Outside a dialog a button does not take Enter for itself.
            focused.click() if isinstance(focused, QAbstractButton) else self.give()
        else:
            super().keyPressEvent(event)
