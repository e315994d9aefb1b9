"""Fields that stay as they are: they can be read, chosen, copied and found, but not typed into."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QTextEdit, QWidget
from typing_extensions import override

from sendapp.ui.choice import Choice, PostChoice
from sendapp.ui.date_edit import DateEdit
from sendapp.ui.text.keys import row_verb_of, verb_of

FIXED = "fixed"
"""The property by which the style sheet knows such a field."""
_HELD = "held"
"""The property by which it is known here."""

_READABLE = Qt.TextInteractionFlag.TextSelectableByMouse | (
    Qt.TextInteractionFlag.TextSelectableByKeyboard
)
_TYPES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_TURNS = (Qt.Key.Key_Space, Qt.Key.Key_Select)
_STEPS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_CHANGES = (QKeySequence.StandardKey.Paste, QKeySequence.StandardKey.Cut)
_PRESSES = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
)
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class Fixing(QObject):
    """Keeps inputs as they are, and tells of each try to change one."""

    tried = Signal()
    """Somebody typed, pasted or clicked where nothing changes."""

    def fix(self, widget: QWidget, fixed: bool) -> None:
        """Let an input of the form, with all its parts, stay as it is; or be changed again."""
        for part in (widget, *widget.findChildren(QWidget)):
            if not _is_input(part) or bool(part.property(_HELD)) == fixed:
                continue
            part.setProperty(_HELD, fixed)
            _let_read(part, fixed)
            part.removeEventFilter(self)
            if fixed:
                part.installEventFilter(self)
            if not isinstance(part.parentWidget(), QComboBox):
                # The line in a box has no look of its own.
                part.setProperty(FIXED, fixed)
                part.style().unpolish(part)
                part.style().polish(part)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QAbstractButton | Choice | PostChoice):
            tries = _turns(event)
        else:
            tries = _types(event)
        if not tries:
            return False
        if event.type() == QEvent.Type.Wheel:
            # The form scrolls.
            event.ignore()
            return True
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            watched.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.type() != QEvent.Type.MouseButtonRelease:
            self.tried.emit()
        return True


def _is_input(part: QWidget) -> bool:
    return isinstance(part, QTextEdit | QLineEdit | QAbstractButton | Choice | PostChoice)


def _let_read(part: QWidget, fixed: bool) -> None:
    if isinstance(part, QLineEdit):
        part.setReadOnly(fixed)
    elif isinstance(part, QTextEdit):
        editable = Qt.TextInteractionFlag.TextEditorInteraction
        part.setTextInteractionFlags(_READABLE if fixed else editable)
    elif isinstance(part.parentWidget(), DateEdit):
        # Without a day to choose, there is no calendar to open.
        part.setVisible(not fixed)


def _types(event: QEvent) -> bool:
    """Whether an event would change a text."""
    if isinstance(event, QInputMethodEvent):
        return bool(event.commitString() or event.preeditString())
    if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
        return False
    if row_verb_of(event) or verb_of(event) or any(event.matches(key) for key in _CHANGES):
        return True
    if event.key() in _TYPES:
        return True
    says = bool(event.text()) and event.text().isprintable()
    return says and not event.modifiers() & _COMMANDS


def _turns(event: QEvent) -> bool:
    """Whether an event would tick, untick or choose something."""
    if event.type() in _PRESSES or event.type() == QEvent.Type.Wheel:
        return True
    if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
        return False
    if event.key() in (*_TURNS, *_STEPS, Qt.Key.Key_F4):
        return True
    says = bool(event.text()) and event.text().isprintable()
    return says and not event.modifiers() & _COMMANDS
