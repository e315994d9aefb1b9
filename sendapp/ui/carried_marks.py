"""Marks the facts that came with an older record wherever they stand on the form."""

from collections import Counter

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QMenu

from sendapp.domain.carrying.moved import facts_by_field
from sendapp.domain.carrying.standing import standing_in
from sendapp.domain.checks.reading import Reading
from sendapp.editing.open_record import OpenRecord
from sendapp.editing.rich_document import units
from sendapp.ui.form.inputs import FormText
from sendapp.ui.form.record_form import RecordForm
from sendapp.ui.text.shown_marks import Marked, MarkLook

LAYER = "carried"
_PAUSE_MS = 150
"""How long after a key the text it changed is marked anew; till then its marks move with it."""


class CarriedText(QObject):
    """The marks of one text; lives as long as its editor."""

    touched = Signal(object)
    """Its words changed; carries itself."""
    menu_wanted = Signal(object, object, int)
    """Itself, the menu that is about to open, and the position it opens for."""

    def __init__(self, text: FormText) -> None:
        super().__init__(text.editor)
        self.text = text
        self.facts: dict[Marked, str] = {}
        """The words of the fact under each mark, in the order of the text."""
        text.editor.textChanged.connect(self._tell_touched)
        text.editor.menu_wanted.connect(self._tell_menu)

    @property
    def field(self) -> str:
        """The record's field that the text belongs to."""
        return self.text.address.partition("[")[0]

    def mark(self, facts: tuple[str, ...]) -> None:
        """Mark exactly these facts where they stand."""
        editor = self.text.editor
        words = editor.text() if isinstance(editor, QLineEdit) else editor.document().toRawText()
        self.facts = {}
        # Qt counts otherwise than Python only where a character takes two units.
        is_odd = max(words, default="") > "\uffff"
        for standing in standing_in(words, facts):
            start, end = standing.start, standing.end
            if is_odd:
                start, end = units(words[:start]), units(words[:end])
            self.facts[Marked(start, end, MarkLook.CARRIED)] = standing.words
        if editor.marks.spans(LAYER) != [(mark.start, mark.end) for mark in self.facts]:
            editor.marks.show(LAYER, list(self.facts))

    def between(self, start: int, end: int) -> list[str]:
        """Return the facts that the cursor touches, or the selection from `start` to `end`."""
        if start == end:
            touched = (mark for mark in self.facts if mark.start <= start <= mark.end)
            return [self.facts[mark] for mark in touched][:1]
        over = (mark for mark in self.facts if mark.start < end and start < mark.end)
        return list(dict.fromkeys(self.facts[mark] for mark in over))

    def chosen(self) -> tuple[int, int]:
        """Return where the selection begins and ends, or twice where the cursor is."""
        editor = self.text.editor
        if isinstance(editor, QLineEdit):
            if editor.hasSelectedText():
                return editor.selectionStart(), editor.selectionEnd()
            return editor.cursorPosition(), editor.cursorPosition()
        cursor = editor.textCursor()
        return cursor.selectionStart(), cursor.selectionEnd()

    def choose(self, mark: Marked) -> None:
        """Select the words under `mark`."""
        editor = self.text.editor
        if isinstance(editor, QLineEdit):
            editor.setSelection(mark.start, mark.end - mark.start)
            return
        cursor = editor.textCursor()
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, cursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)

    @Slot()
    def _tell_touched(self, *_: object) -> None:
        self.touched.emit(self)

    @Slot(object, int)
    def _tell_menu(self, menu: QMenu, position: int) -> None:
        self.menu_wanted.emit(self, menu, position)


class CarriedMarks(QObject):
    """Keeps the marks of one form in step with its texts and with the record's facts."""

    counted = Signal(object)
    """How many facts stand on the form unconfirmed, each once for its field; by field."""
    menu_wanted = Signal(object, object, int)
    """A CarriedText, its menu, and the position it opens for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._form: RecordForm | None = None
        self._open_record: OpenRecord | None = None
        self._facts: dict[str, tuple[str, ...]] = {}
        self._stale: list[CarriedText] = []
        self.texts: list[CarriedText] = []
        """The texts of the form, in the order they are read."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self.settle)

    def follow(self, form: RecordForm | None, open_record: OpenRecord | None) -> None:
        """Mark another form, or none."""
        if self._form is not None and self._open_record is not None:
            self._form.texts_changed.disconnect(self._gather)
            self._open_record.changed.disconnect(self._record_changed)
        self._form, self._open_record = form, open_record
        self.texts = []
        if form is not None and open_record is not None:
            form.texts_changed.connect(self._gather)
            open_record.changed.connect(self._record_changed)
        self._record_changed("carried")
        self._gather()

    def settle(self) -> None:
        """Mark now what would be marked in a moment."""
        self._soon.stop()
        stale, self._stale = self._stale, []
        for text in stale:
            text.mark(self._facts.get(text.field, ()))
        self._count()

    @Slot()
    def _gather(self) -> None:
        """Take the form's texts anew: rows came, went or moved."""
        self._soon.stop()
        self._stale = []
        self.texts = [self._text_of(text) for text in self._form.texts()] if self._form else []
        for text in self.texts:
            text.mark(self._facts.get(text.field, ()))
        self._count()

    @Slot(str)
    def _record_changed(self, name: str) -> None:
        record = self._open_record.record if self._open_record else None
        if name != "carried" and (record is None or not record.carried):
            return
        # Any change may have taken a fact out of its field, or put one into another.
        facts = facts_by_field(Reading(record)) if record is not None and record.carried else {}
        before, self._facts = self._facts, {name: tuple(words) for name, words in facts.items()}
        if name != "carried" and before == self._facts:
            return
        for text in self.texts:
            if before.get(text.field) != self._facts.get(text.field):
                text.mark(self._facts.get(text.field, ()))
        self._count()

    @Slot(object)
    def _touched(self, text: CarriedText) -> None:
        if text.field in self._facts and text not in self._stale:
            self._stale.append(text)
        if self._stale:
            self._soon.start()

    def _text_of(self, text: FormText) -> CarriedText:
        made: CarriedText | None = text.editor.findChild(CarriedText)
        if made is None:
            made = CarriedText(text)
            made.touched.connect(self._touched)
            made.menu_wanted.connect(self.menu_wanted)
        made.text = text
        return made

    def _count(self) -> None:
        standing = {(text.field, words) for text in self.texts for words in text.facts.values()}
        self.counted.emit(dict(Counter(name for name, _ in standing)))
