"""The panel of files: what is with the record, its first page, and what can be done with it."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from sendapp.domain.filed import limits_words
from sendapp.services.filing import Filed
from sendapp.ui.files.aside import AsideCard
from sendapp.ui.files.asking import AskingCard
from sendapp.ui.files.file_list import FileList
from sendapp.ui.files.preview import Preview
from sendapp.ui.files.wording import total_words
from sendapp.ui.form.flow_layout import FlowLayout
from sendapp.ui.labels import words_label
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import L, M, S

NO_RECORD = "The files that belong to a record appear here once one is open."
NO_FILES = (
    "No files are kept with this record yet.\n\nDrop the signed scan, the report or an appendix "
    "on the record, or press Add file (Ctrl+Shift+A).\n\n" + limits_words()
)


class FilesPanel(QWidget):
    """Shows files; every act on them is a signal, which carries the file it is about."""

    add_wanted = Signal()
    open_wanted = Signal(object)
    save_wanted = Signal(object)
    remove_wanted = Signal(object)
    aside_wanted = Signal(object, str)
    """A file, and why it is set aside."""
    back_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("files_panel")
        self.asking = AskingCard(self)
        self._asking_why = AsideCard(self)
        self.list = FileList(self)
        self.preview = Preview(self)
        self._empty = looks(QLabel(self), Look.MUTED)
        self._empty.setObjectName("files_empty")
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._empty.setContentsMargins(L, L, L, L)
        self._total = words_label("", Look.MUTED, self, name="files_total")
        self._total.setContentsMargins(M, S, M, S)
        self._add = self._button("files_add", "Add file…")
        self._open = self._button("files_open", "Open")
        self._save = self._button("files_save", "Save a copy…")
        self._take = self._button("files_take", "Take out")
        self._lay_out()
        self._connect()
        self.show_nothing()

    def show_nothing(self) -> None:
        """Show no files: there is no record."""
        self.asking.clear()
        self._asking_why.clear()
        self.show_files(())
        self._say(NO_RECORD)
        self._add.setVisible(False)

    def show_files(self, files: Sequence[Filed]) -> None:
        """Show the files of the open record."""
        self._add.setVisible(True)
        self.list.show_files(files)
        self._total.setText(total_words(files))
        self._say("" if files else NO_FILES)

    def ask(self, paths: Sequence[Path], *, decided: bool) -> None:
        """Ask in place what these files are."""
        self._asking_why.clear()
        self.asking.ask(paths, decided=decided)
        # What is asked is younger than what stands below it, and Tab goes by age.
        below = (self.list, self._empty, self._add, self._open, self._save, self._take)
        for one, next_one in pairwise((*self.asking.stops, *below)):
            self.setTabOrder(one, next_one)

    def take_focus(self) -> None:
        """Put the keyboard on the files, or on the words that say there are none."""
        target = self._empty if self._shown.isHidden() else self.list
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        self._shown = QWidget(self)
        column = QVBoxLayout(self._shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._total)
        column.addWidget(self.list, 2)
        column.addWidget(looks(QFrame(self), Look.RULE))
        # What the list does not need is the picture's.
        column.addWidget(self.preview, 3)
        column.addStretch(0)
        acts = QWidget(self)
        flow = FlowLayout(acts)
        flow.setContentsMargins(M, S, M, S)
        for button in (self._add, self._open, self._save, self._take):
            flow.addWidget(button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        for widget in (self.asking, self._asking_why):
            # While something is asked the rest is hidden, and its room is not the question's.
            widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            outer.addWidget(widget)
        outer.addWidget(self._empty, 1)
        outer.addWidget(self._shown, 1)
        outer.addStretch(0)
        outer.addWidget(looks(QFrame(self), Look.RULE))
        outer.addWidget(acts)

    def _connect(self) -> None:
        self.list.file_chosen.connect(self._offer)
        self.list.itemActivated.connect(self._want_open)
        self._add.clicked.connect(self.add_wanted)
        self._open.clicked.connect(self._want_open)
        self._save.clicked.connect(self._want_save)
        self._take.clicked.connect(self._want_taken)
        self._asking_why.given.connect(self.aside_wanted)
        for card in (self.asking, self._asking_why):
            card.cancelled.connect(self.take_focus)
            card.begun.connect(self._make_room)
            card.ended.connect(self._make_room)
        self.asking.given.connect(self.take_focus)
        self.aside_wanted.connect(self.take_focus)

    def _button(self, name: str, words: str) -> QPushButton:
        button = looks(QPushButton(words, self), Look.QUIET)
        button.setObjectName(name)
        return button

    def _say(self, words: str) -> None:
        # The keyboard goes on to what takes the place of what is hidden.
        was_here = self._empty.hasFocus() or self.list.hasFocus() or self._took_focus()
        self._empty.setText(words)
        self._empty.setAccessibleName(words)
        self._make_room()
        self._shown.setVisible(not words)
        if was_here:
            self.take_focus()

    @Slot()
    def _make_room(self) -> None:
        """While something is asked, show that and the list; words and picture come after it."""
        asks = not (self.asking.isHidden() and self._asking_why.isHidden())
        self._empty.setVisible(bool(self._empty.text()) and not asks)
        self.preview.setVisible(not asks)

    def _took_focus(self) -> bool:
        return any(button.hasFocus() for button in (self._open, self._save, self._take))

    @Slot(object)
    def _offer(self, filed: Filed | None) -> None:
        """Offer what can be done with the chosen file."""
        for button in (self._open, self._save, self._take):
            button.setVisible(filed is not None)
        if filed is None:
            return
        words = "Take out" if not filed.is_kept else "Put back" if filed.is_aside else "Set aside…"
        self._take.setText(words)
        self._open.setAccessibleName(f"Open {filed.name}")
        self._save.setAccessibleName(f"Save a copy of {filed.name}")
        self._take.setAccessibleName(f"{words.rstrip('…')}: {filed.name}")

    @Slot()
    def _want_open(self, *_: object) -> None:
        if (filed := self.list.file()) is not None:
            self.open_wanted.emit(filed)

    @Slot()
    def _want_save(self) -> None:
        if (filed := self.list.file()) is not None:
            self.save_wanted.emit(filed)

    @Slot()
    def _want_taken(self) -> None:
        filed = self.list.file()
        if filed is None:
            return
        if not filed.is_kept:
            self.remove_wanted.emit(filed)
        elif filed.is_aside:
            self.back_wanted.emit(filed)
        else:
            self.asking.clear()
            self._asking_why.ask(filed)
