"""The editor of one rich text: grows with its words, hands over its value, knows the keys."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from sendapp.domain.richtext import assemble, to_html
from sendapp.domain.richtext_edits import split_at
from sendapp.editing.rich_document import fill_html, locate, read, read_html
from sendapp.ui.text import verbs
from sendapp.ui.text.keys import MOVES, WORDS, row_verb_of, verb_of
from sendapp.ui.text.pasting_edit import PastingEdit

CONVERT_MS = 150
_LINE_BREAK = "\u2028"


class RichEditor(PastingEdit):
    """Edits one rich text of the record; its own undo is off, the record's serves it."""

    touched = Signal()
    """A key changed the text; its value follows in a moment."""
    edited = Signal(str, str, bool)
    """A new value in normal form, the step's words ('' for typing), and whether it was typing."""
    new_item_wanted = Signal()
    """Enter at the end of the last paragraph."""
    split_wanted = Signal(str, str)
    """Ctrl+Enter: what stands before and after the cursor."""
    join_wanted = Signal()
    """Backspace at the very start."""
    link_wanted = Signal()
    """Ctrl+K."""
    caret_moved = Signal(QRect)
    """The text cursor is in this rectangle of the editor."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = ""
        self._armed = False
        self._filling = False
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAcceptRichText(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWordWrapMode(self.wordWrapMode().WrapAtWordBoundaryOrAnywhere)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CONVERT_MS)
        self._timer.timeout.connect(self.commit)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._mark)
        self.cursorPositionChanged.connect(self._tell_caret)

    @override
    def value(self) -> str:
        """Return the rich text as the record has it, without what is still being typed."""
        return self._value

    def set_value(self, html: str) -> None:
        """Show another value with the cursor kept; the same value changes nothing."""
        if html == self._value and not self._timer.isActive():
            return
        position = self.textCursor().position()
        self._timer.stop()
        self._value = html
        self._filling = True
        fill_html(self.document(), html)
        self._filling = False
        cursor = self.textCursor()
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    @Slot()
    @override
    def commit(self, words: str = "", typing: bool = True) -> None:
        """Hand over the value, if it is another one than before."""
        self._timer.stop()
        html = read_html(self.document())
        if html != self._value:
            self._value = html
            self.edited.emit(html, words, typing)

    def perform(self, verb: str) -> None:
        """Do what a formatting key or button says: b, ul, indent, row-below, …"""
        if self.isReadOnly():
            return
        self.commit()
        if verb in ("b", "i", "u", "sup", "sub"):
            self._armed = verbs.toggle_mark(self, verb) and not self.textCursor().hasSelection()
        elif verb in ("ul", "ol"):
            verbs.toggle_list_lines(self, ordered=verb == "ol")
        elif verb in ("indent", "outdent"):
            verbs.change_list_level(self, 1 if verb == "indent" else -1)
        elif verb == "clear":
            verbs.clear_marks(self)
        elif verb == "table":
            verbs.insert_table(self, 3, 2)
        elif verb == "link":
            self.link_wanted.emit()
            return
        else:
            verbs.edit_table(self, verb)
        self.commit(WORDS.get(verb, "Format"), typing=False)
        self.setFocus()

    def put_link(self, words: str, address: str) -> None:
        """Put a link at the cursor or on the chosen words; an empty address takes it away."""
        self.commit()
        verbs.set_link(self, words, address)
        self.commit("Link" if address else "Remove link", typing=False)
        self.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if row_verb_of(event):
            event.ignore()
        elif (verb := verb_of(event)) is not None:
            self._do_key(verb)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(event)
        elif event.key() == Qt.Key.Key_Backspace and self._backspace():
            pass
        else:
            if event.text().isprintable() and event.text():
                self._before_text(event.text())
            elif event.key() in MOVES:
                self._armed = False
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes from cell to cell in a table, and out of the field everywhere else."""
        return verbs.step_cell(self, 1 if next else -1) or super().focusNextPrevChild(next)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString():
            self._before_text(event.commitString())
        super().inputMethodEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._armed = False
        super().mousePressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell_caret()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.commit()
        super().focusOutEvent(event)

    @override
    @override
    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 40, self._height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 12, self._height())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.document().setDefaultFont(self.font())
            self._fit()

    def _height(self) -> int:
        text = max(self.document().size().height(), self.fontMetrics().lineSpacing() + 8)
        return int(text) + 2 * self.frameWidth() + 2

    @Slot()
    def _fit(self) -> None:
        if self.height() != self._height():
            self.setFixedHeight(self._height())
            self._tell_caret()

    @Slot()
    def _mark(self) -> None:
        if not self._filling:
            self._timer.start()
            self.touched.emit()

    @Slot()
    def _tell_caret(self) -> None:
        if self.hasFocus():
            self.caret_moved.emit(self.cursorRect())

    @override
    def end_marks(self) -> None:
        self._before_text(" ")

    def _before_text(self, text: str) -> None:
        if not (self._armed and text.isalnum()):
            self._armed = False
            verbs.stop_running_on(self)

    def _do_key(self, verb: str) -> None:
        if verb == "split":
            self._split()
        elif verb == "paste-plain":
            self.paste_plain()
        elif verb == "paste-items":
            self.paste_items()
        else:
            self.perform(verb)

    def _enter(self, event: QKeyEvent) -> None:
        cursor = self.textCursor()
        self._armed = False
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier or cursor.currentTable():
            verbs.stop_running_on(self)
            self.textCursor().insertText(_LINE_BREAK)
            return
        self.commit()
        block = cursor.block()
        if block.textList() and not block.text():
            self.perform("outdent")
        elif self.makes_items and cursor.atEnd() and not block.textList() and self._value:
            self.new_item_wanted.emit()
        else:
            verbs.stop_running_on(self)
            super().keyPressEvent(event)
            self.commit("New paragraph", typing=False)

    def _backspace(self) -> bool:
        """Take a list item out of its list or join the item before; False if neither."""
        cursor = self.textCursor()
        if cursor.hasSelection() or not cursor.atBlockStart() or cursor.currentTable():
            return False
        if cursor.block().textList():
            self.perform("outdent")
            return True
        if self.makes_items and cursor.atStart():
            self.commit()
            self.join_wanted.emit()
            return True
        return False

    def _split(self) -> None:
        spot = locate(self.document(), self.textCursor().position())
        if spot is None or not self.makes_items:
            return
        self.commit()
        before, after = split_at(read(self.document()), spot)
        self.split_wanted.emit(to_html(assemble(before)), to_html(assemble(after)))
