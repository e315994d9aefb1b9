"""The fields of one phrase: its title, its keywords, where it belongs, and its text."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from sendapp.domain.phrases.file import MOST_KEYWORDS, TEXT_LIMIT, TITLE_LIMIT
from sendapp.domain.phrases.phrase import ANYWHERE, WHERES, Phrase
from sendapp.domain.richtext_html import normalise
from sendapp.domain.text import Refused, one_line, without_refused
from sendapp.ui.choice import Choice
from sendapp.ui.line_edit import LineEdit
from sendapp.ui.text.rich_editor import RichEditor
from sendapp.ui.text.tools import TextTools
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import M, S

_HINT = "What is to be filled in stands in square brackets: [amount], [start date]."
_NOTHING = Phrase(id="", title="")


class PhraseFields(QWidget):
    """Shows one phrase to be changed; `edited` carries it after each change."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phrase = _NOTHING
        self.title = LineEdit("phrase_title", "Title")
        self.title.setMaxLength(TITLE_LIMIT)
        self.keywords = LineEdit("phrase_keywords", "Keywords")
        self.where = Choice("phrase_where", "Where it belongs", WHERES)
        self.text = RichEditor()
        self.text.setObjectName("phrase_text")
        self.text.setAccessibleName("Text")
        self._tools = TextTools(self, in_record=False)
        self.problem = looks(QLabel(self), Look.PROBLEM)
        self.problem.setObjectName("phrase_problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self._lay_out()
        self.title.textEdited.connect(self._take)
        self.keywords.textEdited.connect(self._take)
        self.where.chosen.connect(self._take)
        self.text.edited.connect(self._take)
        self.show_phrase(None)

    def show_phrase(self, phrase: Phrase | None) -> None:
        """Show another phrase, or none."""
        self._phrase = shown = phrase or _NOTHING
        self.title.setText(shown.title)
        self.title.setCursorPosition(0)
        self.keywords.setText(", ".join(shown.keywords))
        self.keywords.setCursorPosition(0)
        self.where.show_value(shown.where)
        self.text.set_value(shown.text)
        for widget in (self.title, self.keywords, self.where, self.text):
            widget.setEnabled(phrase is not None)
        self._tools.attach(self.text if phrase is not None else self)

    def commit(self) -> None:
        """Hand over what is still being typed."""
        self.text.commit()

    def say(self, problem: str) -> None:
        """Say what is wrong with the phrase; '' says nothing."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        rows: tuple[tuple[str, QWidget], ...] = (
            ("Title", self.title),
            ("Keywords, with commas between", self.keywords),
            ("Where it belongs", self.where),
        )
        for words, widget in rows:
            label = QLabel(words, self)
            label.setBuddy(widget)
            column.addWidget(label)
            column.addWidget(widget)
            column.addSpacing(M - S)
        label = QLabel("Text", self)
        label.setBuddy(self.text)
        hint = looks(QLabel(_HINT, self), Look.MUTED)
        hint.setWordWrap(True)
        for part in (label, hint, self._tools, self.text, self.problem):
            column.addWidget(part)
        column.addStretch(1)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)

    @Slot()
    def _take(self) -> None:
        """Take what stands in the fields into the phrase."""
        if not self._phrase.id:
            return
        words = (one_line(without_refused(w)).strip() for w in self.keywords.text().split(","))
        keywords = tuple(dict.fromkeys(word[:TITLE_LIMIT] for word in words if word))
        self._phrase = replace(
            self._phrase,
            title=one_line(without_refused(self.title.text())).strip(),
            keywords=keywords[:MOST_KEYWORDS],
            where=self.where.value() or ANYWHERE,
            text=self.text.value(),
        )
        self.edited.emit(self._phrase)


def fault_of(phrase: Phrase) -> str:
    """Return what keeps `phrase` from being kept, in a sentence, '' if nothing does."""
    if not phrase.title:
        return "This phrase has no title. Give it one, or remove it."
    try:
        if not normalise(phrase.text, TEXT_LIMIT):
            return f"“{phrase.title}” says nothing. Give it words, or remove it."
    except Refused as reason:
        return f"“{phrase.title}” cannot be kept. {reason}"
    return ""
