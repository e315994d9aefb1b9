"""The journal of the whole database: read by day, narrowed by words and days, saved as a table."""

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from sendapp.domain.journal_lines import JournalAsked, JournalLine, JournalPage, Kept
from sendapp.ui.date_edit import DateEdit
from sendapp.ui.find_box import PAUSE_MS
from sendapp.ui.headed_rows import HeadedList
from sendapp.ui.journal import wording
from sendapp.ui.journal.delegate import JournalDelegate
from sendapp.ui.journal.model import JournalModel
from sendapp.ui.labels import words_label
from sendapp.ui.line_edit import FindLine
from sendapp.ui.scrolled import comfortable
from sendapp.ui.status import announce
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import XL, XS, L, M


class JournalDialog(QDialog):
    """Shows lines and changes none; a line's record is opened from it where that is still here."""

    lines_wanted = Signal(object, int)
    """Lines are to be shown: carries which (`JournalAsked`), and how often that was asked."""
    more_wanted = Signal(object, int, int)
    """Older lines are to be shown: carries which, how often, and the row they come before."""
    open_wanted = Signal(str)
    """The record with this id is to be opened."""
    file_wanted = Signal(object)
    """The lines asked for are to be saved as a table."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("whole_journal")
        self.setWindowTitle("Journal")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._today = today
        self._times = 0
        self._total = 0
        self._saving = False
        self._going = False
        self._words = FindLine("journal_words", "Words in the journal", self)
        self._since = DateEdit("journal_since", "First day", self)
        self._until = DateEdit("journal_until", "Last day", self)
        self._said = words_label("", Look.STRONG, self, name="journal_said")
        self._nothing = words_label("", Look.MUTED, self, name="journal_nothing")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.model = JournalModel(self)
        self.list = HeadedList(self.model, JournalDelegate, self)
        self._about = words_label("", Look.MUTED, self, name="journal_about")
        self._done = words_label("", Look.MUTED, self, name="journal_done")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._lay_out()
        self._connect()
        self._words.setFocus()

    @property
    def asked(self) -> JournalAsked | None:
        """What is asked for, None while the days are none or crossed."""
        since, until = self._since.iso(), self._until.iso()
        if self._since.is_unread() or self._until.is_unread() or "" < until < since:
            return None
        return JournalAsked(words=" ".join(self._words.text().split()), since=since, until=until)

    @Slot()
    def ask(self) -> None:
        """Ask for the lines anew."""
        self._pause.stop()
        self._times += 1
        if (asked := self.asked) is not None:
            self.lines_wanted.emit(asked, self._times)
            return
        unread = self._since.is_unread() or self._until.is_unread()
        why = wording.NO_DAYS if unread else wording.CROSSED_DAYS
        self._show(JournalPage(lines=(), total=0, of=0), why, "")

    def show_page(self, asked: JournalAsked, times: int, page: JournalPage) -> None:
        """Show the first lines, unless others were asked for since the `times`-th time."""
        if times == self._times:
            hint = wording.NO_LINE_HINT if page.of else wording.NOTHING_HINT
            self._show(page, wording.counted(page, asked), hint)
            announce(self._said, self._said.text())
            if self._going:
                self._go_to_lines()

    def add_lines(self, times: int, lines: list[JournalLine]) -> None:
        """Show older lines, unless others were asked for since the `times`-th time."""
        if times == self._times:
            self.model.add_lines(lines)

    def no_lines(self, times: int) -> None:
        """Ask for older lines again as the list is scrolled: those asked for did not come."""
        if times == self._times:
            self.model.be_ready()

    def be_saving(self, words: str) -> None:
        """Offer nothing while the table is being written; `words` say so."""
        self._saving = True
        self._tell_done(words)

    def be_ready(self, words: str) -> None:
        """Offer everything again; `words` say what was done."""
        self._saving = False
        self._tell_done(words)

    @override
    def reject(self) -> None:
        # What is being written is waited for: nobody may think that it was called off.
        if not self._saving:
            super().reject()

    def _show(self, page: JournalPage, said: str, hint: str) -> None:
        was = self.model.line_at(self.list.currentIndex())
        self._total = page.total
        self._said.setText(said)
        self._nothing.setText(hint)
        self.model.show_page(page, self._today)
        self.list.setVisible(bool(page.lines))
        self._nothing.setVisible(not page.lines)
        index = self.model.index_of(was.entry.number) if was is not None else None
        if index is not None and index.isValid():
            self.list.setCurrentIndex(index)
        else:
            self.list.setCurrentIndex(self.model.first())
            self.list.scrollToTop()
        self._offer()

    @Slot()
    def _offer(self) -> None:
        """Offer what can be done with the line that is chosen, and with all of them."""
        line = self.model.line_at(self.list.currentIndex())
        self._about.setText(wording.about_record(line))
        self._open.setEnabled(_is_here(line) and not self._saving)
        self._save.setEnabled(self._total > 0 and not self._saving)

    @Slot()
    def _open_it(self) -> None:
        line = self.model.line_at(self.list.currentIndex())
        if line is None or self._saving:
            return
        if _is_here(line):
            self.open_wanted.emit(line.entry.record_id)
        else:
            announce(self._about, self._about.text())

    @Slot()
    def _take_words(self) -> None:
        self._going = False
        self._pause.start()

    @Slot()
    def _go_to_lines(self) -> None:
        """Show what the words find at once, and then give the keyboard to the list."""
        self._going = self._pause.isActive()
        if self._going:
            self.ask()
        elif self.model.first().isValid():
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(str, str)
    def _take_day(self, _iso: str, _typed: str) -> None:
        since, until = self._since.iso(), self._until.iso()
        if "" < until < since:
            self._until.show_problem(wording.CROSSED)
        elif not self._until.is_unread():
            self._until.forget_problem()
        self._pause.start()

    @Slot(int)
    def _ask_more(self, number: int) -> None:
        if (asked := self.asked) is not None:
            self.more_wanted.emit(asked, self._times, number)

    @Slot()
    def _ask_file(self) -> None:
        if (asked := self.asked) is not None:
            self.file_wanted.emit(asked)

    def _tell_done(self, words: str) -> None:
        self._done.setText(words)
        self._done.setVisible(bool(words))
        self._offer()
        if words:
            announce(self._done, words)

    def _connect(self) -> None:
        self._pause.timeout.connect(self.ask)
        self._words.textChanged.connect(self._take_words)
        self._words.returnPressed.connect(self._go_to_lines)
        for edit in (self._since, self._until):
            edit.date_edited.connect(self._take_day)
        self.model.more_wanted.connect(self._ask_more)
        self.list.selectionModel().currentChanged.connect(self._offer)
        self.list.entered_on.connect(self._open_it)
        self.list.doubleClicked.connect(self._open_it)
        self._open.clicked.connect(self._open_it)
        self._save.clicked.connect(self._ask_file)

    def _lay_out(self) -> None:
        self.list.setObjectName("journal_lines")
        self.list.setAccessibleName("What was done, the newest first")
        looks(self.list, Look.TABLE)
        self.list.setResizeMode(HeadedList.ResizeMode.Adjust)
        for hidden in (self.list, self._nothing, self._done):
            hidden.hide()
        asked = QGridLayout()
        asked.setHorizontalSpacing(L)
        asked.setVerticalSpacing(XS)
        fields = (("Words", self._words), ("First day", self._since), ("Last day", self._until))
        for column, (words, edit) in enumerate(fields):
            label = QLabel(words, self)
            label.setBuddy(edit.line if isinstance(edit, DateEdit) else edit)
            asked.addWidget(label, 0, column)
            asked.setColumnStretch(column, 2 if edit is self._words else 1)
            rows = 2 if isinstance(edit, DateEdit) else 1
            asked.addWidget(edit, 1, column, rows, 1, Qt.AlignmentFlag.AlignTop)
            if isinstance(edit, DateEdit):
                # Tab would stop at the whole, too, and be led back to its line, round and round.
                edit.setFocusProxy(None)  # type: ignore[arg-type]
        # Beside the room that the days keep for what is wrong with them.
        asked.addWidget(self._said, 2, 0, Qt.AlignmentFlag.AlignTop)
        asked.setRowStretch(2, 1)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(XL, XL, XL, L)
        column_layout.setSpacing(M)
        column_layout.addLayout(asked)
        column_layout.addWidget(self._nothing, 1)
        column_layout.addWidget(self.list, 1)
        column_layout.addWidget(self._about)
        column_layout.addWidget(self._done)
        column_layout.addWidget(self._make_buttons())
        self.resize(comfortable(self, 100, 36))

    def _make_buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        roles = QDialogButtonBox.ButtonRole
        self._open = self._button(box, "&Open the record", "journal_open", roles.ActionRole)
        looks(self._open, Look.PRIMARY)
        self._save = self._button(box, "&Save as CSV…", "journal_save", roles.ActionRole)
        self._button(box, "Close", "journal_close", roles.RejectRole)
        box.rejected.connect(self.reject)
        return box

    def _button(
        self, box: QDialogButtonBox, words: str, name: str, role: QDialogButtonBox.ButtonRole
    ) -> QPushButton:
        button = box.addButton(words, role)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button


def _is_here(line: JournalLine | None) -> bool:
    return line is not None and line.kept in (Kept.HERE, Kept.BINNED)
