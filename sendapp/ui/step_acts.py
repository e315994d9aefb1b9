"""Undo and redo in the menu, named after the step they would take back or do again."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction

from sendapp.editing.open_record import OpenRecord


class StepActs(QObject):
    """Keeps two actions in step with the open record's undo stack."""

    nothing_typed = Signal()
    """Undo was asked for, and there is nothing to take back."""

    def __init__(self, undo: QAction, redo: QAction, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._undo = undo
        self._redo = redo
        self._open_record: OpenRecord | None = None
        undo.triggered.connect(self._take_back)
        redo.triggered.connect(self._do_again)
        self.follow(None)

    def follow(self, open_record: OpenRecord | None) -> None:
        """Serve another record, or none."""
        if self._open_record is not None:
            # A stack that is taken down speaks once more, perhaps when the acts are gone.
            self._open_record.undo_stack.indexChanged.disconnect(self._name)
            self._open_record.touched.disconnect(self._name)
        self._open_record = open_record
        if open_record is not None:
            open_record.undo_stack.indexChanged.connect(self._name)
            open_record.touched.connect(self._name)
        self._name()

    @Slot()
    def _name(self, *_: object) -> None:
        stack = self._open_record.undo_stack if self._open_record is not None else None
        # What is still being typed can be undone too, so undo is offered while a record is open.
        self._undo.setEnabled(stack is not None)
        self._redo.setEnabled(stack is not None and stack.canRedo())
        undo, redo = (stack.undoText(), stack.redoText()) if stack else ("", "")
        # A step may be called after an officer's own words, in which "&" is no key.
        self._undo.setText(f"&Undo {undo.replace('&', '&&')}".strip())
        self._redo.setText(f"&Redo {redo.replace('&', '&&')}".strip())

    @Slot()
    def _take_back(self) -> None:
        if self._open_record is None:
            return
        self._open_record.flush()
        if self._open_record.undo_stack.canUndo():
            self._open_record.undo()
        else:
            self.nothing_typed.emit()

    @Slot()
    def _do_again(self) -> None:
        if self._open_record is not None:
            self._open_record.redo()
