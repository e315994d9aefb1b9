"""Finding in the open record: what the bar asks is looked for, shown on the form, replaced."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from sendapp.domain.finding_words import Hit, Wanted
from sendapp.editing.finder import Finder
from sendapp.editing.open_record import OpenRecord
from sendapp.ui.find_bar import FindBar
from sendapp.ui.form.inputs import FormText
from sendapp.ui.form.record_form import RecordForm
from sendapp.ui.form.selecting import chosen_words, range_of, select_range
from sendapp.ui.found_marks import FoundMarks
from sendapp.ui.record_pane import RecordPane


class FindDesk(QObject):
    """Stands between the bar, the finder and the form of whichever record is open."""

    noticed = Signal(str)
    """What was replaced, or why not."""

    def __init__(self, pane: RecordPane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pane = pane
        self._bar: FindBar = pane.find_bar
        self._finder: Finder | None = None
        self._marks: FoundMarks | None = None
        self._origin: tuple[str, int, int] | None = None
        """Where the officer was when the bar was opened: a place, and the chosen positions."""
        self._recount = QTimer(self, singleShot=True, interval=0)
        self._recount.timeout.connect(self._count_again)
        bar = self._bar
        bar.wanted_changed.connect(self._look)
        bar.step_wanted.connect(self.step)
        bar.replace_wanted.connect(self._replace)
        bar.replace_all_wanted.connect(self._replace_all)
        bar.close_wanted.connect(self.close)

    @property
    def _form(self) -> RecordForm | None:
        return self._pane.form

    @Slot(object)
    def follow(self, open_record: OpenRecord | None) -> None:
        """Find in another record, or in none."""
        self._finder = self._marks = self._origin = None
        self._bar.hide()
        if open_record is not None and self._form is not None:
            self._finder = Finder(open_record, self._names, open_record)
            self._marks = FoundMarks(self._form, open_record)
            open_record.changed.connect(self._recount.start)

    @Slot()
    def find(self) -> None:
        """Open the bar."""
        self._open(with_replace=False)

    @Slot()
    def replace(self) -> None:
        """Open the bar with the line to replace by."""
        self._open(with_replace=True)

    @Slot()
    def next(self) -> None:
        """Go to the next hit."""
        self.step(1)

    @Slot()
    def previous(self) -> None:
        """Go to the hit before."""
        self.step(-1)

    @Slot(int)
    def step(self, by: int) -> None:
        """Go forth (1) or back (-1) by one hit, from the caret if it is in the form."""
        if self._finder is None or self._pane.open_record is None:
            return
        if not self._bar.line.text():
            self.find()
            return
        self._pane.open_record.flush()
        here = self._here()
        if self._finder.wanted != self._bar.wanted:
            self._finder.look_for(self._bar.wanted)
        else:
            self._finder.recount()
        if here is None or self._stands_on(here):
            went_round = self._finder.step(by)
        else:
            went_round = self._go_from(here, back=by < 0)
        self._show(round_again=went_round, with_focus=here is not None)

    @Slot()
    def close(self) -> None:
        """Close the bar; the keyboard goes to the hit, or back to where it was."""
        form, finder = self._form, self._finder
        self._bar.hide()
        if self._marks is not None:
            self._marks.mark(Wanted(""))
        if form is None or finder is None:
            return
        if finder.current is not None:
            self._choose(finder.current, with_focus=True)
        elif self._origin is not None:
            place, start, end = self._origin
            focused = form.reveal(place)
            if focused is not None:
                select_range(focused, start, end)
        else:
            form.focus_first()

    @Slot()
    def _look(self) -> None:
        if self._finder is None or not self._bar.isVisible():
            return
        self._finder.look_for(self._bar.wanted)
        if self._origin is not None:
            self._go_from(self._origin)
        elif self._finder.count:
            self._finder.step(1)
        if self._marks is not None:
            self._marks.mark(self._bar.wanted)
        self._show()

    @Slot()
    def _count_again(self) -> None:
        if self._finder is not None and self._bar.isVisible() and self._marks is not None:
            self._finder.recount()
            self._bar.show_found(self._finder.count, self._finder.at)
            self._marks.again()

    @Slot()
    def _replace(self) -> None:
        if self._finder is None or self._pane.open_record is None:
            return
        self._pane.open_record.flush()
        self._finder.recount()
        current = self._finder.current
        if current is None:
            self.step(1)
            return
        by = self._bar.replacement
        if why := self._finder.replace(by):
            self.noticed.emit(why)
            return
        # What was put in may hold the words again: they are not looked at twice.
        passed = len(self._bar.wanted.ranges(by))
        went_round = self._finder.go_to(current.place, current.nth + passed)
        self._show(round_again=went_round)

    @Slot()
    def _replace_all(self) -> None:
        if self._finder is None or self._pane.open_record is None:
            return
        self._pane.open_record.flush()
        self._finder.recount()
        count = self._finder.count
        if not count:
            return
        done = self._finder.replaceable
        why = self._finder.replace_all(self._bar.replacement)
        self._show()
        kept = f" {count - done} × it stands in what was decided, which is kept as it is."
        self.noticed.emit(why or f"Replaced {done} ×.{kept if count > done else ''}")

    def _open(self, *, with_replace: bool) -> None:
        if self._finder is None:
            return
        self._origin = self._here() or (None if not self._bar.isVisible() else self._origin)
        focused = QApplication.focusWidget()
        words = chosen_words(focused) if self._here() is not None else ""
        self._bar.show_replace(with_replace)
        self._bar.show()
        self._bar.take_focus(words)
        self._look()

    def _show(self, *, round_again: bool = False, with_focus: bool = False) -> None:
        """Say what was found and show the current hit."""
        finder = self._finder
        if finder is None:
            return
        self._bar.show_found(finder.count, finder.at, round_again=round_again)
        if not self._bar.isVisible():
            words = "Not found" if not finder.count else "Went on from the other end of the record"
            if round_again or not finder.count:
                self.noticed.emit(f"{words}.")
        if finder.current is not None:
            self._choose(finder.current, with_focus=with_focus)

    def _choose(self, hit: Hit, *, with_focus: bool) -> None:
        """Select a hit and bring it into sight; the keyboard stays where it is unless asked."""
        form, text = self._form, self._text_at(hit.place)
        if form is None or text is None:
            return
        found = self._spans(text)
        if hit.nth >= len(found):
            return
        form.unfold_for(text.address)
        if with_focus:
            text.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        select_range(text.editor, *found[hit.nth])
        form.keep_in_sight(text.editor, text.editor.cursorRect())

    def _text_at(self, place: str) -> FormText | None:
        texts = self._marks.texts if self._marks is not None else []
        return next((text for text in texts if text.address == place), None)

    def _spans(self, text: FormText | None) -> list[tuple[int, int]]:
        if text is None or self._marks is None or self._finder is None:
            return []
        return self._marks.spans(text, self._finder.wanted)

    def _here(self) -> tuple[str, int, int] | None:
        """Return the place and the positions chosen where the keyboard is, None outside texts."""
        focused = QApplication.focusWidget()
        if self._marks is None or not isinstance(focused, QLineEdit | QTextEdit):
            return None
        for text in self._marks.texts:
            if _is_of(text.editor, focused):
                return (text.address, *range_of(focused))
        return None

    def _stands_on(self, here: tuple[str, int, int]) -> bool:
        finder, place = self._finder, here[0]
        if finder is None or finder.current is None or finder.current.place != place:
            return False
        text = self._text_at(place)
        found = self._spans(text)
        return finder.current.nth < len(found) and found[finder.current.nth] == here[1:]

    def _go_from(self, here: tuple[str, int, int], *, back: bool = False) -> bool:
        """Make the first hit from a place on current; True if it went round the record."""
        text = self._text_at(here[0])
        if self._finder is None or text is None:
            return False
        before = [one for one in self._spans(text) if one[0] < here[1]]
        return self._finder.go_to(here[0], len(before), back=back)

    def _names(self) -> tuple[str, ...]:
        marks, open_record = self._marks, self._pane.open_record
        if marks is None or open_record is None:
            return ()
        named = dict.fromkeys(field_of(text.address) for text in marks.texts)
        if open_record.record.conflicts_declared != "declared":
            # The form hides them then, and nobody could see what was found.
            named.pop("conflicts", None)
        return tuple(named)


def field_of(address: str) -> str:
    """Return the record's field that an address is in."""
    return address.partition("[")[0]


def _is_of(editor: QWidget, focused: QWidget) -> bool:
    return editor is focused or editor.focusProxy() is focused or editor.isAncestorOf(focused)
