"""What an officer does with phrases: put one in, fill its places, the clause, the library."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QTextEdit, QWidget

from sendapp.domain.exempt_clause import exempt_clause
from sendapp.domain.fields import Kind
from sendapp.domain.phrases.phrase import ANYWHERE, Phrase
from sendapp.domain.record import new_id
from sendapp.domain.richtext import Line, Run, assemble, to_html
from sendapp.domain.sealing import KEPT
from sendapp.editing.clause import NONE_EXEMPT, put_clause
from sendapp.editing.later import when_done
from sendapp.errors import Problem
from sendapp.services.phrasebook import Phrasebook, Phrases
from sendapp.ui.form.inputs import FormText
from sendapp.ui.form.putting import hand_over
from sendapp.ui.form.record_form import RecordForm
from sendapp.ui.messages import Messages
from sendapp.ui.phrases.dialog import PhrasesDialog
from sendapp.ui.phrases.popup import PhrasePopup
from sendapp.ui.record_pane import RecordPane
from sendapp.ui.text.clipboard import chosen_data, doc_from
from sendapp.ui.text.keys import PHRASE_KEY
from sendapp.ui.text.places import (
    INSERTED,
    choose,
    choose_first,
    chosen_in,
    places_of,
    put_rich,
    with_words,
)
from sendapp.ui.text.rich_editor import RichEditor
from sendapp.ui.text.text_menu import has_selection, put_first

NOWHERE = "Go to the text that the phrase is to stand in first."
NO_PLACE = "There is no place left to fill."
CLAUSE_ID = "not-for-publication-clause"


class PhraseVerbs(QObject):
    """Puts phrases into the text that the keyboard was in last, and keeps their library."""

    noticed = Signal(str, str, object)

    def __init__(
        self, phrasebook: Phrasebook, pane: RecordPane, messages: Messages, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._phrasebook = phrasebook
        self._pane = pane
        self._messages = messages
        self._phrases: tuple[Phrase, ...] = phrasebook.shipped
        self._last: QWidget | None = None
        pane.opened.connect(self._follow)
        pane.tools.phrase_wanted.connect(self.insert)

    def begin(self) -> None:
        """Learn the council's phrases."""
        when_done(self._phrasebook.read(), self, self._learn, self._tell)

    def note_focus(self, focused: QWidget) -> None:
        """Remember which text of the form the keyboard is in."""
        self._last = focused

    @Slot()
    def insert(self) -> None:
        """Let the officer find a phrase and put it in at the text cursor."""
        text = self._text()
        if text is None:
            self.noticed.emit(NOWHERE, "", None)
            return
        if text.editor.isReadOnly():
            self.noticed.emit(KEPT, "", None)
            return
        field = text.address.partition("[")[0]
        editor = text.editor
        popup = PhrasePopup((*self._clause(), *self._phrases), field, editor)
        popup.chosen.connect(partial(self._put, text))
        popup.open_at(editor.cursorRect(), editor)

    @Slot()
    def next_place(self) -> None:
        """Choose the next place to fill in the record, from the text cursor on and round."""
        self._step(1)

    @Slot()
    def previous_place(self) -> None:
        """Choose the place to fill before the text cursor."""
        self._step(-1)

    @Slot()
    def insert_clause(self) -> None:
        """Make the not-for-publication clause of the appendices one of the decisions."""
        form, open_record = self._pane.form, self._pane.open_record
        if form is None or open_record is None:
            return
        text = self._text()
        blank = ""
        if text is not None and text.address.startswith("decisions["):
            index = int(text.address.partition("[")[2].rstrip("]"))
            rows = open_record.record.decisions
            blank = rows[index].key if index < len(rows) else ""
        at = put_clause(open_record, blank)
        if at >= 0:
            form.reveal(f"decisions[{at}]")
        elif not exempt_clause(open_record.record.appendices):
            self.noticed.emit(NONE_EXEMPT, "", None)

    @Slot()
    def manage(self) -> None:
        """Show the library of phrases."""
        self._manage(None)

    def _manage(self, new: Phrase | None) -> None:
        def show(read: Phrases) -> None:
            self._learn(read)
            dialog = PhrasesDialog(read, self._phrasebook.shipped, self._messages, self._window)
            if new is not None:
                dialog.add(new)
            dialog.kept.connect(self._keep)
            dialog.open()

        when_done(self._phrasebook.read(), self, show, self._tell)

    @Slot(object)
    def _keep(self, phrases: tuple[Phrase, ...]) -> None:
        def kept(read: Phrases) -> None:
            self._learn(read)
            self.noticed.emit("Phrases saved.", "", None)

        when_done(self._phrasebook.keep(phrases), self, kept, self._tell)

    def _learn(self, read: Phrases) -> None:
        self._phrases = read.phrases

    def _tell(self, fault: BaseException) -> None:
        if not isinstance(fault, Problem):
            raise fault
        self._messages.show_problem(fault)

    def _put(self, text: FormText, phrase: Phrase) -> None:
        editor = text.editor
        editor.setFocus()
        if phrase.id == CLAUSE_ID:
            self.insert_clause()
        elif isinstance(editor, RichEditor):
            put_rich(editor, phrase.text)
        elif self._pane.open_record is not None:
            value, start, end = with_words(editor, phrase.words)
            hand_over(self._pane.open_record, text, value, INSERTED)
            choose(editor, end, end)
            choose_first(editor, start, end)

    def _clause(self) -> tuple[Phrase, ...]:
        """Return the clause of the open record's appendices as a phrase, if any is exempt."""
        if self._pane.open_record is None:
            return ()
        clause = exempt_clause(self._pane.open_record.record.appendices)
        phrase = Phrase(
            id=CLAUSE_ID,
            title="Not for publication (from the appendices)",
            keywords=("exempt", "confidential", "schedule 12A", "clause"),
            where="decisions",
            text=clause,
        )
        return (phrase,) if clause else ()

    def _texts(self) -> list[FormText]:
        form = self._pane.form
        return [t for t in form.texts() if t.entry.kind is not Kind.POST] if form else []

    def _text(self) -> FormText | None:
        """Return the text of the form that the keyboard is in, or was in last."""
        return next((text for text in self._texts() if text.editor is self._last), None)

    def _step(self, by: int) -> None:
        form = self._pane.form
        if form is None:
            return
        self._pane.flush()
        texts = self._texts()
        spots = [(n, *place) for n, t in enumerate(texts) for place in places_of(t.editor)]
        if not spots:
            self.noticed.emit(NO_PLACE, "", None)
            return
        here = next((n for n, t in enumerate(texts) if t.editor is self._last), -1)
        start, end = chosen_in(texts[here].editor) if here >= 0 else (0, 0)
        if by > 0:
            beyond = [spot for spot in spots if (spot[0], spot[1]) >= (here, end)]
            index, first, last = (beyond or spots)[0]
        else:
            beyond = [spot for spot in spots if (spot[0], spot[2]) <= (here, start)]
            index, first, last = (beyond or spots)[-1]
        form.reveal(texts[index].address)
        choose(texts[index].editor, first, last)

    @Slot(object)
    def _follow(self, open_record: object) -> None:
        self._last = None
        form = self._pane.form
        if open_record is not None and form is not None:
            form.texts_changed.connect(partial(self._offer_in_menus, form))
            self._offer_in_menus(form)

    def _offer_in_menus(self, form: RecordForm) -> None:
        """Put our acts into the menu of each text that does not have them yet."""
        for text in form.texts():
            editor = text.editor
            if text.entry.kind is not Kind.POST and not editor.property("phrases"):
                editor.setProperty("phrases", True)
                editor.menu_wanted.connect(partial(self._offer, editor))

    def _offer(self, editor: QTextEdit | QLineEdit, menu: QMenu, _position: int) -> None:
        insert = QAction(f"Insert a p&hrase…\t{PHRASE_KEY}", menu)
        insert.setObjectName("text_phrase")
        insert.triggered.connect(partial(self._insert_after, menu))
        keep = QAction("&New phrase from the chosen words…", menu)
        keep.setObjectName("text_new_phrase")
        keep.setEnabled(has_selection(editor))
        keep.triggered.connect(partial(self._new_from, editor))
        put_first(menu, [insert, keep])

    def _insert_after(self, menu: QMenu, *_: object) -> None:
        # A menu that is deleted takes what has popped up meanwhile with it.
        menu.destroyed.connect(self._insert_soon)

    @Slot()
    def _insert_soon(self) -> None:
        QTimer.singleShot(0, self, self.insert)

    def _new_from(self, editor: QTextEdit | QLineEdit) -> None:
        text = self._text()
        field = text.address.partition("[")[0] if text else ""
        where = field if field in ("decisions", "reasons", "options") else ANYWHERE
        words = (
            to_html(doc_from(chosen_data(editor.textCursor()), plain=False))
            if isinstance(editor, QTextEdit)
            else to_html(assemble([Line((Run(editor.selectedText()),))]))
        )
        self._manage(Phrase(id=new_id(), title="", where=where, text=words))
