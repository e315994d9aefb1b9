"""The library of phrases: look through, add, change, remove; bring in and hand on as one file."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from sendapp.domain.phrases.library import with_incoming, with_shipped
from sendapp.domain.phrases.phrase import Phrase
from sendapp.domain.phrases.search import found
from sendapp.domain.record import new_id
from sendapp.errors import Problem
from sendapp.services.phrasebook import Phrases, read_file, write_file
from sendapp.ui.form.flow_layout import FlowLayout
from sendapp.ui.icons import icon
from sendapp.ui.line_edit import FindLine
from sendapp.ui.messages import Answer, Messages, Part
from sendapp.ui.one_file import PHRASES, ask_export, ask_import
from sendapp.ui.phrases.fields import PhraseFields, fault_of
from sendapp.ui.phrases.listing import phrase_list
from sendapp.ui.scrolled import comfortable, scrolled
from sendapp.ui.status import announce
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import XL, L, M, S

_ID = Qt.ItemDataRole.UserRole


class PhrasesDialog(QDialog):
    """Works on a copy of the library; `kept` carries it once the officer keeps it."""

    kept = Signal(object)
    """The phrases, as a tuple."""

    def __init__(
        self,
        read: Phrases,
        shipped: Sequence[Phrase],
        messages: Messages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("phrases_dialog")
        self.setWindowTitle("Phrases")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shipped = tuple(shipped)
        self._messages = messages
        self._before = read.phrases
        self._phrases = {phrase.id: phrase for phrase in read.phrases}
        self.line = FindLine("phrases_find", "Find a phrase")
        self.line.setPlaceholderText("Find a phrase")
        self.list = phrase_list("phrases", self)
        self.fields = PhraseFields()
        self.note = looks(QLabel(self), Look.MUTED)
        self.note.setObjectName("phrases_note")
        self.note.setWordWrap(True)
        self._lay_out()
        self.line.textChanged.connect(self._find)
        self.line.returnPressed.connect(self.list.setFocus)
        self.list.currentRowChanged.connect(self._show_chosen)
        self.fields.edited.connect(self._take)
        self._say(_left_out(read.faults))
        self._find()
        self.list.setFocus()

    def phrases(self) -> tuple[Phrase, ...]:
        """Return the library as it stands, without phrases that are blank."""
        self.fields.commit()
        return tuple(p for p in self._phrases.values() if p.title or p.text)

    def add(self, phrase: Phrase) -> None:
        """Add a phrase and go to its title."""
        self.fields.commit()
        self._phrases[phrase.id] = phrase
        self._show_all(phrase.id)
        self.fields.title.setFocus()

    @override
    def reject(self) -> None:
        """Leave, after asking where something was changed."""
        if self.phrases() == self._before:
            super().reject()
            return
        self._messages.ask(
            "Leave the phrases without saving what you changed?",
            "Nothing of it is kept then.",
            [Answer("leave", "Leave", Part.DESTROY), Answer("stay", "Go on", Part.CANCEL)],
            self._leave,
        )

    def _leave(self, answer: str) -> None:
        if answer == "leave":
            super().reject()

    def _lay_out(self) -> None:
        right = QWidget()
        inside = QVBoxLayout(right)
        inside.setContentsMargins(M, L, XL, L)
        inside.addWidget(self.fields)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(scrolled(self._left(), self), 2)
        row.addWidget(scrolled(right, self), 3)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(0)
        outside.addLayout(row, 1)
        outside.addWidget(looks(QFrame(self), Look.RULE))
        outside.addWidget(self._ends())
        self.list.setMinimumHeight(self.fontMetrics().height() * 8)
        self.resize(comfortable(self, 120, 38))

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(XL, L, M, L)
        column.setSpacing(S)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        flow = FlowLayout(spacing=S)
        self._buttons = {name: self._button(name, *act) for name, act in self._acts().items()}
        for button in self._buttons.values():
            flow.addWidget(button)
        column.addLayout(flow)
        column.addWidget(self.note)
        return left

    def _acts(self) -> dict[str, tuple[str, str, Callable[[], object]]]:
        return {
            "phrases_add": ("plus", "Add a phrase", self._add),
            "phrases_remove": ("x", "Remove", self._remove),
            "phrases_restore": ("undo-2", "Put shipped ones back", self._put_back),
            "phrases_import": ("upload", "Import…", self._ask_import),
            "phrases_export": ("download", "Export…", self._ask_export),
        }

    def _button(self, name: str, drawing: str, words: str, do: Callable[[], object]) -> QPushButton:
        button = looks(QPushButton(icon(drawing, "accent"), words, self), Look.QUIET)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(do)
        return button

    def _ends(self) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        box.setContentsMargins(L, M, L, M)
        keep = looks(
            box.addButton("Save phrases", QDialogButtonBox.ButtonRole.AcceptRole), Look.PRIMARY
        )
        keep.setObjectName("phrases_keep")
        cancel = box.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setObjectName("phrases_cancel")
        for button in (keep, cancel):
            button.setAutoDefault(False)
        box.accepted.connect(self._keep)
        box.rejected.connect(self.reject)
        return box

    @Slot()
    def _find(self) -> None:
        self._fill(self._chosen())

    def _fill(self, chosen: str) -> None:
        """List the phrases that fit what is looked for, the one called `chosen` chosen."""
        query = self.line.text()
        phrases: Iterable[Phrase] = self._phrases.values()
        shown = list(found(phrases, query) if query.strip() else phrases)
        at = next((n for n, phrase in enumerate(shown) if phrase.id == chosen), 0)
        with QSignalBlocker(self.list):
            self.list.clear()
            for phrase in shown:
                item = QListWidgetItem(_called(phrase))
                item.setData(_ID, phrase.id)
                self.list.addItem(item)
            self.list.setCurrentRow(at if shown else -1)
        self._show_chosen()

    def _show_all(self, chosen: str) -> None:
        with QSignalBlocker(self.line):
            self.line.clear()
        self._fill(chosen)

    def _chosen(self) -> str:
        item = self.list.currentItem()
        return str(item.data(_ID)) if item is not None else ""

    @Slot()
    def _show_chosen(self) -> None:
        self.fields.commit()
        phrase = self._phrases.get(self._chosen())
        self.fields.say("")
        self.fields.show_phrase(phrase)
        self._buttons["phrases_remove"].setEnabled(phrase is not None)

    @Slot(object)
    def _take(self, phrase: Phrase) -> None:
        if phrase.id not in self._phrases:
            return
        self._phrases[phrase.id] = phrase
        for row in range(self.list.count()):
            if self.list.item(row).data(_ID) == phrase.id:
                self.list.item(row).setText(_called(phrase))

    @Slot()
    def _add(self) -> None:
        self.add(Phrase(id=new_id(), title=""))

    @Slot()
    def _remove(self) -> None:
        row = self.list.currentRow()
        gone = self._phrases.pop(self._chosen())
        item = self.list.item(row + 1) or self.list.item(row - 1)
        self._fill(str(item.data(_ID)) if item is not None else "")
        self._say(f"“{gone.title or 'The new phrase'}” is removed. Cancel brings it back.")
        self.list.setFocus()

    @Slot()
    def _put_back(self) -> None:
        phrases = with_shipped(self._shipped, self.phrases())
        self._phrases = {phrase.id: phrase for phrase in phrases}
        self._show_all(self._chosen())
        self._say("The phrases that came with the program are as they came; yours stay.")

    @Slot()
    def _ask_import(self) -> None:
        ask_import(PHRASES, self, self._import)

    @Slot(str)
    def _import(self, name: str) -> None:
        try:
            incoming = read_file(Path(name))
        except Problem as problem:
            self._messages.show_problem(problem)
            return
        phrases, counts = with_incoming(self.phrases(), incoming)
        self._phrases = {phrase.id: phrase for phrase in phrases}
        self._show_all(self._chosen())
        self._say(f"{counts.sentence} Cancel leaves all as it was.")

    @Slot()
    def _ask_export(self) -> None:
        if self._check():
            ask_export(PHRASES, self, self._export)

    @Slot(str)
    def _export(self, name: str) -> None:
        try:
            write_file(self.phrases(), Path(name))
        except Problem as problem:
            self._messages.show_problem(problem)
            return
        self._say(f"Exported to {name}.")

    def _say(self, words: str) -> None:
        self.note.setText(words)
        self.note.setVisible(bool(words))
        if words:
            announce(self.list, words)

    def _check(self) -> bool:
        """Say what keeps a phrase from being kept, and go to it; whether nothing does."""
        for phrase in self.phrases():
            if problem := fault_of(phrase):
                self._show_all(phrase.id)
                self.fields.say(problem)
                (self.fields.text if phrase.title else self.fields.title).setFocus()
                announce(self.fields.title, problem)
                return False
        return True

    @Slot()
    def _keep(self) -> None:
        if self._check():
            self.kept.emit(self.phrases())
            self.accept()


def _called(phrase: Phrase) -> str:
    return phrase.title or "A new phrase"


def _left_out(faults: Sequence[str]) -> str:
    """Return what could not be read, in a sentence, '' where all could be."""
    if not faults:
        return ""
    return f"Some phrases could not be read and are left out: {faults[0]} Saving forgets them."
