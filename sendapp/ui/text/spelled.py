"""The spelling of one text on the form: what changed is looked up, what is wrong is underlined."""

import time
from bisect import bisect_right

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QTextBlock, QTextCursor

from sendapp.editing.speller import SLICE_S, Misspelt, Speller
from sendapp.ui.line_edit import RecordLine
from sendapp.ui.text.plain_edit import PlainEdit
from sendapp.ui.text.rich_editor import RichEditor
from sendapp.ui.text.shown_marks import Marked, MarkLook, MarksOfPart

LAYER = "spelling"
MOST_MARKS = 400
"""Of one text; more, as in another language, would only make the window slow."""
_PAUSE_MS = 350
"""How long after a key its line is looked up, so that steady typing is not in its way."""
_TYPED = 2
"""A change of so few characters is typing, a larger one is shown at once."""


class SpelledText(QObject):
    """Keeps the misspelt words of a text of several lines underlined, block by block."""

    def __init__(self, editor: RichEditor | PlainEdit, speller: Speller) -> None:
        super().__init__(editor)
        self._editor = editor
        self._document = editor.document()
        self._speller = speller
        self._dirty: tuple[int, int] | None = None
        self._typing = False
        self._held: QTextCursor | None = None
        self._asked: dict[str, list[QTextCursor]] = {}
        self._found: list[MarksOfPart] = []
        self._soon = _once(self, self._look)
        self._show_soon = _once(self, self._show)
        self._document.contentsChange.connect(self._note)
        editor.cursorPositionChanged.connect(self._caret_moved)

    @Slot()
    def check_all(self) -> None:
        """Look everything up anew, in slices."""
        self._asked = {}
        # Of a record that was opened just now a first word may be half typed.
        self._typing = self._editor.hasFocus()
        self._dirty = (0, self._document.characterCount())
        self._soon.start(0)

    def leave(self) -> None:
        """Take the underlines away and look nothing up any more."""
        self._document.contentsChange.disconnect(self._note)
        self._editor.cursorPositionChanged.disconnect(self._caret_moved)
        self._soon.stop()
        self._show_soon.stop()
        self._editor.marks.show(LAYER, [])
        self.deleteLater()

    @Slot(int, int, int)
    def _note(self, at: int, removed: int, added: int) -> None:
        start, end = at, at + added
        if self._dirty is not None:
            before, after = self._dirty
            start = min(before, start)
            end = max(after + added - removed if after > at else after, end)
        self._dirty = (start, end)
        self._typing = max(removed, added) <= _TYPED and self._editor.hasFocus()
        if not self._typing:
            self._soon.start(0)
        elif not self._soon.isActive():
            self._soon.start(_PAUSE_MS)

    @Slot()
    def _look(self) -> None:
        """Look up the blocks that changed, as many as a slice of time has room for."""
        if self._dirty is None:
            return
        start, end = self._dirty
        self._dirty = None
        until = time.perf_counter() + SLICE_S
        block = self._document.findBlock(start)
        while block.isValid() and block.position() <= end:
            self._look_up(block)
            block = block.next()
            if block.isValid() and block.position() <= end and time.perf_counter() > until:
                self._dirty = (block.position(), end)
                self._soon.start(0)
                break
        self._show()

    def _look_up(self, block: QTextBlock) -> None:
        line = block.text()
        misspelt = self._speller.known(line) if line.strip() else ()
        if misspelt is not None:
            self._take(block, line, misspelt)
            return
        if line not in self._asked:
            self._speller.ask(line, self, self._told)
        self._asked.setdefault(line, []).append(QTextCursor(block))

    def _told(self, line: str, misspelt: Misspelt) -> None:
        for cursor in self._asked.pop(line, []):
            # What changed meanwhile was asked for again.
            if cursor.block().text() == line:
                self._take(cursor.block(), line, misspelt)
        self._show_soon.start(0)

    def _take(self, block: QTextBlock, line: str, misspelt: Misspelt) -> None:
        start = block.position()
        marks = [
            Marked(start + first, start + last, MarkLook.MISSPELT)
            for first, last in in_units(line, misspelt)
        ]
        if self._typing:
            marks = [mark for mark in marks if not self._is_being_typed(mark)]
        self._found.append(MarksOfPart(start, start + block.length() - 1, marks))

    def _is_being_typed(self, mark: Marked) -> bool:
        caret = self._editor.textCursor()
        if not mark.start < caret.position() <= mark.end:
            return False
        self._held = QTextCursor(self._document)
        self._held.setPosition(mark.start)
        self._held.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        return True

    @Slot()
    def _show(self) -> None:
        found, self._found = self._found, []
        self._editor.marks.replace(LAYER, found, most=MOST_MARKS)

    @Slot()
    def _caret_moved(self) -> None:
        held, at = self._held, self._editor.textCursor().position()
        if held is not None and not held.selectionStart() <= at <= held.selectionEnd():
            self._held = None
            place = held.block().position()
            before, after = self._dirty or (place, place)
            self._dirty = (min(before, place), max(after, place))
            self._soon.start(0)


class SpelledLine(QObject):
    """Keeps the misspelt words of one line of the record underlined."""

    def __init__(self, line: RecordLine, speller: Speller) -> None:
        super().__init__(line)
        self._line = line
        self._speller = speller
        self._typing = False
        self._held: Marked | None = None
        self._soon = _once(self, self._look)
        line.textChanged.connect(self._note)
        line.cursorPositionChanged.connect(self._caret_moved)

    @Slot()
    def check_all(self) -> None:
        """Look the line up anew."""
        self._typing = self._line.hasFocus()
        self._soon.start(0)

    def leave(self) -> None:
        """Take the underlines away and look nothing up any more."""
        self._line.textChanged.disconnect(self._note)
        self._line.cursorPositionChanged.disconnect(self._caret_moved)
        self._soon.stop()
        self._line.marks.show(LAYER, [])
        self.deleteLater()

    @Slot()
    def _note(self) -> None:
        self._typing = self._line.hasFocus()
        if not self._soon.isActive():
            self._soon.start(_PAUSE_MS)

    @Slot()
    def _look(self) -> None:
        line = self._line.text()
        misspelt = self._speller.known(line) if line.strip() else ()
        if misspelt is None:
            self._speller.ask(line, self, self._told)
        else:
            self._told(line, misspelt)

    def _told(self, line: str, misspelt: Misspelt) -> None:
        if line != self._line.text():
            return
        at = self._line.cursorPosition()
        marks = [Marked(*span, MarkLook.MISSPELT) for span in in_units(line, misspelt)]
        here = [mark for mark in marks if mark.start < at <= mark.end]
        self._held = here[0] if here and self._typing else None
        self._line.marks.show(LAYER, [mark for mark in marks if mark is not self._held])

    @Slot()
    def _caret_moved(self) -> None:
        held, at = self._held, self._line.cursorPosition()
        if held is not None and not held.start <= at <= held.end:
            self._held = None
            self._soon.start(0)


def in_units(line: str, misspelt: Misspelt) -> list[tuple[int, int]]:
    """Return spans in characters as spans in UTF-16 units, as Qt counts."""
    wide = [at for at, letter in enumerate(line) if letter > "\uffff"] if misspelt else []
    if not wide:
        return list(misspelt)
    return [(a + bisect_right(wide, a - 1), b + bisect_right(wide, b - 1)) for a, b in misspelt]


def _once(owner: QObject, slot: object) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.timeout.connect(slot)
    return timer
