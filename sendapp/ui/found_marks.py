"""Marks every hit that is in sight on the form."""

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QTextEdit

from sendapp.domain.finding_words import Wanted
from sendapp.editing.open_record import OpenRecord
from sendapp.editing.rich_document import units
from sendapp.editing.words_in_document import pieces
from sendapp.ui.form.inputs import FormText
from sendapp.ui.form.record_form import RecordForm
from sendapp.ui.text.plain_edit import PlainEdit
from sendapp.ui.text.rich_editor import RichEditor
from sendapp.ui.text.shown_marks import Marked, MarkLook

LAYER = "found"


class FoundMarks(QObject):
    """Lays marks over the hits in sight: of thousands, the others wait until they are shown."""

    def __init__(self, form: RecordForm, open_record: OpenRecord) -> None:
        super().__init__(form)
        self._form = form
        self._pieces: dict[FormText, list[tuple[str, int]]] = {}
        open_record.changed.connect(self._forget_words)
        open_record.touched.connect(self._forget_words)
        self._wanted = Wanted("")
        self._texts: list[FormText] | None = None
        self._marked: set[FormText] = set()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.show_now)
        form.verticalScrollBar().valueChanged.connect(self._soon.start)
        form.verticalScrollBar().rangeChanged.connect(self._soon.start)
        form.texts_changed.connect(self._forget)

    @property
    def texts(self) -> list[FormText]:
        """The form's texts, asked for only when rows came, went or moved."""
        if self._texts is None:
            self._texts = self._form.texts()
        return self._texts

    def mark(self, wanted: Wanted) -> None:
        """Mark the hits of `wanted` from now on; none where it has no words."""
        self._wanted = wanted
        self._soon.start()

    @Slot()
    def again(self) -> None:
        """Mark anew in a moment: words have changed."""
        if self._wanted.words:
            self._soon.start()

    @Slot()
    def show_now(self) -> None:
        """Mark what is in sight."""
        seen = [text for text in self.texts if not text.editor.visibleRegion().isEmpty()]
        for text in self._marked.difference(seen if self._wanted.words else ()):
            text.editor.marks.show(LAYER, ())
        self._marked = set(seen) if self._wanted.words else set()
        for text in self._marked:
            first, last = _in_sight(text)
            text.editor.marks.show(
                LAYER,
                [
                    Marked(start, end, MarkLook.FOUND)
                    for start, end in self.spans(text, self._wanted, first, last)
                ],
            )

    def spans(
        self, text: FormText, wanted: Wanted, first: int = 0, last: int | None = None
    ) -> list[tuple[int, int]]:
        """Return the hits in a text as positions in its editor, in order.

        Only what stands in paragraphs between the positions `first` and `last`, if they are given.
        """
        editor = text.editor
        if not isinstance(editor, RichEditor):
            words = editor.text()
            found = wanted.ranges(words)
            return [(units(words[:start]), units(words[:end])) for start, end in found]
        if text not in self._pieces:
            self._pieces[text] = [(words, at) for words, _, at in pieces(editor.document())]
        found = []
        for words, begins in self._pieces[text]:
            # No character has more than two units.
            if begins + 2 * len(words) < first or (last is not None and begins > last):
                continue
            found += [
                (begins + units(words[:start]), begins + units(words[:end]))
                for start, end in wanted.ranges(words)
            ]
        return found

    @Slot()
    def _forget_words(self) -> None:
        self._pieces.clear()

    @Slot()
    def _forget(self) -> None:
        self._texts = None
        self._pieces.clear()
        self._marked = set()
        self.again()


def _in_sight(text: FormText) -> tuple[int, int]:
    editor = text.editor
    if not isinstance(editor, QTextEdit) or isinstance(editor, PlainEdit):
        return 0, 0
    seen = editor.visibleRegion().boundingRect()
    first: QTextBlock = editor.cursorForPosition(seen.topLeft()).block()
    last: QTextBlock = editor.cursorForPosition(seen.bottomRight()).block()
    return first.position(), last.position() + last.length()
