"""Spelling on the form: which texts are looked after, their menus, and the way to the next word."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from sendapp.editing.later import when_done
from sendapp.editing.open_record import OpenRecord
from sendapp.editing.speller import Speller
from sendapp.errors import Problem
from sendapp.services.council import CouncilSettings
from sendapp.services.desk import Desk
from sendapp.services.spelling import Spelling
from sendapp.ui.form.inputs import FormText
from sendapp.ui.record_pane import RecordPane
from sendapp.ui.spelling_menu import SpellingMenu
from sendapp.ui.text.correcting import Spot, correct, select, words_at
from sendapp.ui.text.spelled import LAYER, SpelledLine, SpelledText

_FIRST_MS = 400
"""When a record that was just opened is looked up: its first key must not wait for it."""


class SpellingDesk(QObject):
    """Looks after the spelling of the open record, as long as the officer wants it."""

    noticed = Signal(str, str, object)
    """A notice, the words of what can be done about it, and what does it (or None)."""
    council_changed = Signal(object)
    """The council has another word of its own: its settings as they are now."""

    def __init__(
        self, spelling: Spelling, desk: Desk, pane: RecordPane, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._spelling = spelling
        self._desk = desk
        self._pane = pane
        self._active = True
        self._looked_after: dict[QObject, SpelledText | SpelledLine] = {}
        self._speller = Speller(spelling.check, self)
        self._speller.failed.connect(self._tell)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._follow_texts)

    @Slot(object)
    def follow(self, open_record: OpenRecord | None) -> None:
        """Look after the texts of another record, or of none."""
        self._looked_after = {}
        if open_record is not None and self._pane.form is not None:
            self._pane.form.texts_changed.connect(self._texts_changed)
            self._soon.start(_FIRST_MS)

    @Slot(bool)
    def be_active(self, active: bool) -> None:
        """Underline misspelt words, or none."""
        self._active = active
        self._follow_texts()

    @Slot(object)
    def use_council(self, council: CouncilSettings) -> None:
        """Take the council's own words for right from now on."""
        self._spelling.use_council(council)
        self.again()

    @Slot()
    def again(self) -> None:
        """Look everything up again: the dictionaries are others."""
        self._speller.forget()
        for one in self._looked_after.values():
            one.check_all()

    @Slot()
    def go_to_next(self) -> None:
        """Go to the next misspelt word of the record, round and round, and open its menu."""
        form = self._pane.form
        spots = self._spots()
        if form is None or not spots:
            words = "No misspelt words." if self._active else "Spelling is not being checked."
            self.noticed.emit(words, "", None)
            return
        text, spot = spots[self._index_after_caret(spots)]
        form.reveal(text.address)
        text.editor.setFocus()
        select(text, spot.start, spot.end)
        # Once what was unfolded and scrolled has its place.
        QTimer.singleShot(0, text.editor, partial(_open_menu, text))

    @Slot()
    def _texts_changed(self) -> None:
        self._soon.start(0)

    @Slot()
    def _follow_texts(self) -> None:
        texts = {text.editor: text for text in self._texts()} if self._active else {}
        before = self._looked_after
        for gone in before.keys() - texts.keys():
            # Of a card that was taken away the text is gone with all that looked after it.
            if any(gone is text.editor for text in self._all_texts()):
                gone.menu_wanted.disconnect(self._offer)  # type: ignore[attr-defined]
                before[gone].leave()
        self._looked_after = {}
        for editor in texts:
            one = before.get(editor)
            if one is None:
                line = isinstance(editor, QLineEdit)
                one = (SpelledLine if line else SpelledText)(editor, self._speller)  # type: ignore[arg-type]
                editor.menu_wanted.connect(self._offer)
                one.check_all()
            self._looked_after[editor] = one

    def _all_texts(self) -> list[FormText]:
        return self._pane.form.texts() if self._pane.form is not None else []

    def _texts(self) -> list[FormText]:
        # What stays as it is cannot be spelt otherwise.
        texts = self._all_texts()
        return [text for text in texts if text.entry.spelt and not text.editor.isReadOnly()]

    def _spots(self) -> list[tuple[FormText, Spot]]:
        """Return the underlined words in the order of the form."""
        return [
            (text, Spot(start, end, words_at(text, start, end)))
            for text in self._texts()
            for start, end in sorted(text.editor.marks.spans(LAYER))
        ]

    def _index_after_caret(self, spots: list[tuple[FormText, Spot]]) -> int:
        focused = QApplication.focusWidget()
        order = [text.editor for text in self._texts()]
        if focused not in order:
            return 0
        here = order.index(focused)
        if isinstance(focused, QLineEdit):
            at = focused.cursorPosition()
        else:
            at = focused.textCursor().position()
        for index, (text, spot) in enumerate(spots):
            if (order.index(text.editor), spot.end) > (here, at):
                return index
        return 0

    @Slot(object, int)
    def _offer(self, menu: QMenu, position: int) -> None:
        editor = menu.parent()
        for text, spot in self._spots():
            if text.editor is editor and spot.start <= position <= spot.end:
                learn = (
                    ("mine", "Add to my &dictionary", partial(self._learn, spot.word)),
                    ("council", "Add to the council’s &words", partial(self._teach, spot.word)),
                )
                suggested = self._spelling.suggest(spot.word)
                SpellingMenu(menu, suggested, partial(self._correct, text, spot), learn)
                return

    def _correct(self, text: FormText, spot: Spot, word: str) -> None:
        if self._pane.open_record is not None:
            correct(text, self._pane.open_record, spot, word)

    def _learn(self, word: str, *_: object, known: bool = True) -> None:
        def done(_: None) -> None:
            self.again()
            if known:
                undo = partial(self._learn, word, known=False)
                self.noticed.emit(f"“{word}” is in your dictionary now.", "Undo", undo)

        when_done(self._spelling.learn(word, known=known), self, done, self._tell)

    def _teach(self, word: str, *_: object, known: bool = True) -> None:
        def done(council: CouncilSettings) -> None:
            self.council_changed.emit(council)
            if known:
                undo = partial(self._teach, word, known=False)
                self.noticed.emit(f"“{word}” is one of the council’s words now.", "Undo", undo)

        when_done(self._desk.learn_word(word, known=known), self, done, self._tell)

    @Slot(object)
    def _tell(self, fault: BaseException) -> None:
        if not isinstance(fault, Problem):
            raise fault
        # In the background, so never in the way of typing.
        self.noticed.emit(f"{fault.sentence} {fault.hint}".strip(), "", None)


def _open_menu(text: FormText) -> None:
    editor = text.editor
    target = editor if isinstance(editor, QLineEdit) else editor.viewport()
    corner = QPoint(1, 1)
    reason = QContextMenuEvent.Reason.Keyboard
    event = QContextMenuEvent(reason, corner, target.mapToGlobal(corner))
    QApplication.sendEvent(target, event)
