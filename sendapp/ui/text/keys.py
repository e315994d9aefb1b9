"""The keys of the text editor, as officers know them from Word."""

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

PHRASE_KEY = "Ctrl+Shift+P"
"""The window's key that puts a phrase in."""

KEYS = {
    "b": "Ctrl+B",
    "i": "Ctrl+I",
    "u": "Ctrl+U",
    "sup": "Ctrl+Shift+=",
    "sub": "Ctrl+=",
    "ul": "Ctrl+Shift+L",
    "ol": "Ctrl+Shift+N",
    "indent": "Ctrl+]",
    "outdent": "Ctrl+[",
    "link": "Ctrl+K",
    "clear": "Ctrl+Space",
    "split": "Ctrl+Return",
    "paste-plain": "Ctrl+Shift+V",
    "paste-items": "Ctrl+Shift+O",
}
"""The key of each verb."""

WORDS = {
    "link": "Link",
    "b": "Bold",
    "i": "Italic",
    "u": "Underline",
    "sup": "Superscript",
    "sub": "Subscript",
    "ul": "Bulleted list",
    "ol": "Numbered list",
    "indent": "Move list item in",
    "outdent": "Move list item out",
    "clear": "Clear formatting",
    "table": "Insert table",
    "row-above": "Add row",
    "row-below": "Add row",
    "column-left": "Add column",
    "column-right": "Add column",
    "remove-row": "Remove row",
    "remove-column": "Remove column",
    "header-row": "Header row",
    "remove": "Remove table",
}
"""What each formatting verb is called in Undo."""

MOVES = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    }
)
"""Keys that move the text cursor."""

ROW_KEYS = {
    "move-up": "Alt+Shift+Up",
    "move-down": "Alt+Shift+Down",
    "remove": "Ctrl+Shift+Delete",
}
"""The keys that act on a whole row of a list."""

_ROW_VERBS = {QKeySequence(keys).toString(): verb for verb, keys in ROW_KEYS.items()}

_BY_KEYS = {QKeySequence(keys).toString(): verb for verb, keys in KEYS.items()} | {
    # Keyboards on which = is typed with Shift, or + without, report the other character.
    "Ctrl+Shift++": "sup",
    "Ctrl++": "sup",
    "Ctrl+Enter": "split",
}


def verb_of(event: QKeyEvent) -> str | None:
    """Return the verb of the key that was pressed, None if it has none."""
    return _BY_KEYS.get(_pressed(event))


def row_verb_of(event: QKeyEvent) -> str | None:
    """Return what the key does to the whole row, None if nothing."""
    return _ROW_VERBS.get(_pressed(event))


def types_words(event: QKeyEvent) -> bool:
    """Whether the key types a character that can be seen, with AltGr or without."""
    if event.text().strip() == "" or not event.text().isprintable():
        return False
    control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    held = event.modifiers() & (control | alt | Qt.KeyboardModifier.MetaModifier)
    # AltGr arrives as Ctrl and Alt on Windows.
    return held in (Qt.KeyboardModifier.NoModifier, control | alt)


def _pressed(event: QKeyEvent) -> str:
    keypad = Qt.KeyboardModifier.KeypadModifier
    return QKeySequence(
        QKeyCombination(event.modifiers() & ~keypad, Qt.Key(event.key()))
    ).toString()
