"""How the Today view paints its headings and tasks, and where on a row its act stands."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from typing_extensions import override

from sendapp.ui.headed_rows import AnyIndex
from sendapp.ui.painted_rows import PaintedRows
from sendapp.ui.theme import strong_font
from sendapp.ui.today.model import Role
from sendapp.ui.today.wording import lines_of
from sendapp.ui.tokens import XS, L, M, S


class TodayDelegate(PaintedRows):
    """A heading in strong letters; a task with its title, what it waits for, and its act."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        line = option.fontMetrics.height()
        task = index.data(Role.TASK)
        if task is None:
            return QSize(1, line + L + S)
        # Of hundreds of rows the height is asked, and of a dozen the words: those are painted.
        return QSize(1, lines_of(task) * line + 2 * S)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        painter.save()
        if index.data(Role.TASK) is None:
            self._heading(painter, option, index)
        else:
            self._task(painter, option, index)
        painter.restore()

    def _heading(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        tokens = self.ground(painter, option, chosen=False)
        box = option.rect.adjusted(M + XS, M, -M - XS, -XS)
        painter.setFont(strong_font(option.font))
        painter.setPen(tokens.colour("text"))
        self.words(painter, option, box, index.data())

    def _task(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        tokens = self.ground(painter, option, chosen=chosen)
        act = act_box(option.rect, option.font, index.data(Role.ACT))
        box = option.rect.adjusted(M + XS, S, -M - XS, -S)
        box.setRight(act.left() - S)
        line = option.fontMetrics.height()
        painter.setPen(tokens.colour("text"))
        painter.setFont(strong_font(option.font))
        self.words(painter, option, QRect(box.left(), box.top(), box.width(), line), index.data())
        painter.setFont(option.font)
        top = box.top() + line
        about, since = index.data(Role.LINES)
        for words, colour in ((since, "text"), (about, "muted")):
            if words:
                painter.setPen(tokens.colour(colour))
                self.words(painter, option, QRect(box.left(), top, box.width(), line), words)
                top += line
        painter.setPen(tokens.colour("accent"))
        self.words(painter, option, act, index.data(Role.ACT), Qt.AlignmentFlag.AlignRight)


def act_box(row: QRect, font: QFont, words: str) -> QRect:
    """Return where on a row the words of its act stand, in a left-to-right layout."""
    wide = QFontMetrics(font).horizontalAdvance(words) + 2 * S
    inside = row.adjusted(M + XS, 0, -M - XS, 0)
    return QRect(inside.right() - wide + 1, inside.top(), wide, inside.height())
