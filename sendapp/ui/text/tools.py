"""The formatting tools: one bar for whichever rich text has the focus."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget
from typing_extensions import override

from sendapp.ui.icons import icon
from sendapp.ui.text.keys import KEYS, PHRASE_KEY, WORDS
from sendapp.ui.text.link_dialog import LinkDialog
from sendapp.ui.text.rich_editor import RichEditor
from sendapp.ui.text.verbs import link_at, marks_here, table_at
from sendapp.ui.tokens import XL, XS, S

_ICONS = {
    "b": "bold",
    "i": "italic",
    "u": "underline",
    "sup": "superscript",
    "sub": "subscript",
    "ul": "list",
    "ol": "list-ordered",
    "outdent": "indent-decrease",
    "indent": "indent-increase",
    "link": "link",
    "table": "table",
    "clear": "remove-formatting",
    "phrase": "text-quote",
}
_GROUPS = (("b", "i", "u", "sup", "sub"), ("ul", "ol", "outdent", "indent"), ("link", "table"))
_TABLE_VERBS = (
    ("row-above", "Add a row above"),
    ("row-below", "Add a row below"),
    ("column-left", "Add a column to the left"),
    ("column-right", "Add a column to the right"),
    ("header-row", "Header row"),
    ("remove-row", "Remove this row"),
    ("remove-column", "Remove this column"),
    ("remove", "Remove the table"),
)


class TextTools(QFrame):
    """Acts on the rich text editor that had the focus last; one stop for Tab, arrows within."""

    phrase_wanted = Signal()
    """A phrase is to be put in."""

    def __init__(self, parent: QWidget | None = None, *, in_record: bool = True) -> None:
        self._buttons: dict[str, QToolButton] = {}
        super().__init__(parent)
        self.setObjectName("text_tools")
        self.setAccessibleName("Formatting")
        self._editor: RichEditor | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(XL if in_record else 0, XS, XL if in_record else 0, XS)
        self._row.setSpacing(0)
        for group in (*_GROUPS, ("clear",)):
            for verb in group:
                self._add(verb)
            self._row.addSpacing(S)
        if in_record:
            self._add("phrase")
        self._row.addStretch(1)
        self._buttons["table"].setMenu(self._table_menu())
        self._buttons["table"].setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._rove(self._buttons["b"])
        self._attach(None)

    @property
    def editor(self) -> RichEditor | None:
        """The editor they act on, None while none has had the focus."""
        return self._editor

    @Slot(QObject)
    def attach(self, editor: QObject) -> None:
        """Act on `editor` from now on."""
        rich = editor if isinstance(editor, RichEditor) else None
        self._attach(None if rich is not None and rich.isReadOnly() else rich)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
            if event.key() in steps and isinstance(watched, QToolButton):
                buttons = [b for b in self._buttons.values() if b.isEnabled()]
                at = buttons.index(watched) + steps[Qt.Key(event.key())]
                following = buttons[at % len(buttons)]
                self._rove(following)
                following.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            side = self.fontMetrics().height()
            for button in self._buttons.values():
                button.setIconSize(QSize(side, side))

    def _attach(self, editor: RichEditor | None) -> None:
        if editor is self._editor and editor is not None:
            return
        if self._editor is not None:
            self._editor.currentCharFormatChanged.disconnect(self._show_marks)
            self._editor.cursorPositionChanged.disconnect(self._show_marks)
            self._editor.edited.disconnect(self._show_marks)
            self._editor.link_wanted.disconnect(self._ask_link)
            self._editor.destroyed.disconnect(self._forget)
        self._editor = editor
        for button in self._buttons.values():
            button.setEnabled(editor is not None)
        if editor is not None:
            editor.currentCharFormatChanged.connect(self._show_marks)
            editor.cursorPositionChanged.connect(self._show_marks)
            editor.edited.connect(self._show_marks)
            editor.link_wanted.connect(self._ask_link)
            editor.destroyed.connect(self._forget)
            self._show_marks()

    def _add(self, verb: str) -> None:
        words = "Insert a phrase" if verb == "phrase" else WORDS[verb]
        key = QKeySequence((KEYS | {"phrase": PHRASE_KEY}).get(verb, "")).toString(
            QKeySequence.SequenceFormat.NativeText
        )
        button = QToolButton(self)
        button.setObjectName(f"tool_{verb}")
        button.setAccessibleName(words)
        button.setToolTip(f"{words} ({key})" if key else words)
        button.setIcon(icon(_ICONS[verb]))
        button.setCheckable(verb in ("b", "i", "u", "sup", "sub", "ul", "ol"))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.installEventFilter(self)
        if verb == "phrase":
            button.clicked.connect(self.phrase_wanted)
        elif verb != "table":
            button.clicked.connect(partial(self._perform, verb))
        self._buttons[verb] = button
        self._row.addWidget(button)

    def _table_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction("Insert a table", partial(self._perform, "table"))
        menu.addSeparator()
        inside = [menu.addAction(words, partial(self._perform, v)) for v, words in _TABLE_VERBS]

        def offer() -> None:
            here = self._editor is not None and table_at(self._editor) is not None
            for action in inside:
                action.setEnabled(here)
            menu.actions()[0].setEnabled(not here)

        menu.aboutToShow.connect(offer)
        return menu

    def _perform(self, verb: str, *_: object) -> None:
        if self._editor is not None:
            self._editor.perform(verb)
            self._show_marks()

    @Slot()
    def _ask_link(self) -> None:
        if self._editor is not None:
            words, address = link_at(self._editor)
            dialog = LinkDialog(words, address, self.window())
            dialog.link_chosen.connect(self._editor.put_link)
            dialog.finished.connect(self._go_back)
            dialog.open()

    @Slot()
    def _go_back(self) -> None:
        if self._editor is not None:
            self._editor.setFocus()

    @Slot()
    def _forget(self) -> None:
        self._editor = None
        for button in self._buttons.values():
            button.setEnabled(False)

    @Slot()
    def _show_marks(self) -> None:
        if self._editor is None:
            return
        marks = marks_here(self._editor)
        listed = self._editor.textCursor().currentList()
        level_style = listed.format().style() if listed else None
        for verb, button in self._buttons.items():
            if verb in ("ul", "ol"):
                numbered = level_style is not None and level_style.value <= -4
                button.setChecked(level_style is not None and numbered == (verb == "ol"))
            elif button.isCheckable():
                button.setChecked(verb in marks)
        for verb in ("indent", "outdent"):
            self._buttons[verb].setEnabled(listed is not None)

    def _rove(self, stop: QToolButton) -> None:
        for button in self._buttons.values():
            button.setFocusPolicy(
                Qt.FocusPolicy.TabFocus if button is stop else Qt.FocusPolicy.NoFocus
            )
