"""An officer with a record and a phrase of the council's own, and what they see of phrases."""

from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QListWidget, QMenu, QTextEdit

from sendapp.domain.interchange import to_json
from sendapp.domain.phrases.phrase import Phrase
from sendapp.domain.record import DecisionRecord
from sendapp.domain.richtext_html import words_of
from sendapp.ui.phrases.popup import PhrasePopup
from tests.driver import Officer
from tests.factory import a_record

GRANT = Phrase(
    id="t-grant",
    title="Zebra grant",
    keywords=("stripes",),
    where="decisions",
    text="<p>A grant of £[amount] to <b>[name]</b>.</p>",
)


def opens(officer: Officer, **values: Any) -> None:
    """Start with a record open, and with one phrase of the council's own."""
    officer.starts()
    book = officer.window.services.phrasebook
    book.keep((*book.shipped, GRANT)).result(30)
    officer.window.phrases.begin()
    path = officer.folder / "one.json"
    path.write_text(
        to_json(a_record(**{"decision_maker_interest": "no"} | values)), encoding="utf-8"
    )
    officer.window.records.bring_in_files([str(path)])
    officer.waits_until(lambda: officer.window.pane.form is not None, "the record is open")


def popup() -> PhrasePopup:
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, PhrasePopup)
    return shown


def text_menu(officer: Officer) -> QMenu:
    """Open the menu of the text that has the keyboard, as the menu key does."""
    officer.focused()
    editor = QApplication.focusWidget()
    assert isinstance(editor, QTextEdit)
    key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(editor.viewport(), key)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def listed() -> list[str]:
    names = popup().findChild(QListWidget, "phrase_list")
    assert names is not None
    return [names.item(row).text() for row in range(names.count())]


def steps(officer: Officer) -> list[str]:
    stack = officer.open_record.undo_stack
    return [stack.text(index) for index in range(stack.index())]


def texts(record: DecisionRecord) -> list[str]:
    return [words_of(row.text) for row in record.decisions]
