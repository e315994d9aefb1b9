"""The menu of a text, by right click or by key: what others offer first, then the usual acts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QTextEdit

from sendapp.ui.text.keys import KEYS

StandardKey = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class TextMenuAct:
    """An act of a text's menu that its editor adds: words, key as shown, and what it does."""

    name: str
    words: str
    key: str
    do: Callable[[], object]
    enabled: bool = True


def show_menu(
    editor: QTextEdit | QLineEdit, event: QContextMenuEvent, own: tuple[TextMenuAct, ...] = ()
) -> None:
    """Open the menu of `editor`, after its `menu_wanted` has let others put acts into it."""
    menu = make_menu(editor, own)
    position, at = place_of_menu(editor, event)
    editor.menu_wanted.emit(menu, position)  # type: ignore[union-attr]
    open_menu(menu, at, by_key=event.reason() == QContextMenuEvent.Reason.Keyboard)


def plain_paste(do: Callable[[], object]) -> TextMenuAct:
    """Return the act that pastes words without their looks, for a text that has looks."""
    data = QGuiApplication.clipboard().mimeData()
    pastes = data is not None and data.hasText()
    return TextMenuAct("paste_plain", "Paste as p&lain text", KEYS["paste-plain"], do, pastes)


def put_first(menu: QMenu, actions: Sequence[QAction]) -> None:
    """Put `actions` and a line under them before all that is in `menu`."""
    first = menu.actions()[0] if menu.actions() else None
    if first is None:
        menu.addActions(actions)
    elif actions:
        menu.insertActions(first, actions)
        menu.insertSeparator(first)


def make_menu(editor: QTextEdit | QLineEdit, own: tuple[TextMenuAct, ...] = ()) -> QMenu:
    """Return the menu of `editor` with the usual acts and its `own` ones after pasting."""
    menu = QMenu(editor)
    menu.setObjectName("text_menu")
    chosen = has_selection(editor)
    data = QGuiApplication.clipboard().mimeData()
    stays = editor.isReadOnly()
    pastes = data is not None and (data.hasText() or data.hasHtml()) and not stays
    some = bool(editor.text() if isinstance(editor, QLineEdit) else editor.document().toRawText())
    acts = (
        TextMenuAct("cut", "Cu&t", _shown(StandardKey.Cut), editor.cut, chosen and not stays),
        TextMenuAct("copy", "&Copy", _shown(StandardKey.Copy), editor.copy, chosen),
        TextMenuAct("paste", "&Paste", _shown(StandardKey.Paste), editor.paste, pastes),
        *own,
        TextMenuAct("all", "Select &all", _shown(StandardKey.SelectAll), editor.selectAll, some),
    )
    for act in acts:
        if act.name == "all":
            menu.addSeparator()
        # A key that is only shown: the editor itself listens to it.
        action = menu.addAction(f"{act.words}\t{act.key}" if act.key else act.words)
        action.setObjectName(f"text_{act.name}")
        action.setEnabled(act.enabled and not (stays and act in own))
        action.triggered.connect(act.do)
    return menu


def place_of_menu(editor: QTextEdit | QLineEdit, event: QContextMenuEvent) -> tuple[int, QPoint]:
    """Return the position in the text that the menu is asked for at, and where to open it.

    By key it is the text cursor's, by mouse what is under the mouse.
    """
    if event.reason() == QContextMenuEvent.Reason.Mouse:
        if isinstance(editor, QLineEdit):
            return editor.cursorPositionAt(event.pos()), event.globalPos()
        return editor.cursorForPosition(event.pos()).position(), event.globalPos()
    if isinstance(editor, QLineEdit):
        below = editor.cursorRect().bottomLeft()
        return editor.cursorPosition(), editor.mapToGlobal(below)
    below = editor.viewport().mapToGlobal(editor.cursorRect().bottomLeft())
    return editor.textCursor().position(), below


def open_menu(menu: QMenu, at: QPoint, *, by_key: bool) -> None:
    """Open `menu`; asked for by key, its first act is chosen."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)
    first = next((act for act in menu.actions() if act.isEnabled() and act.text()), None)
    if by_key and first is not None:
        menu.setActiveAction(first)


def has_selection(editor: QTextEdit | QLineEdit) -> bool:
    """Whether any words are chosen in `editor`."""
    if isinstance(editor, QLineEdit):
        return editor.hasSelectedText()
    return editor.textCursor().hasSelection()


def _shown(key: QKeySequence.StandardKey) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
