"""How the journal paints a day, and a line: when and who, what in full, and which record."""

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QFont, QPainter, QTextLayout
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget
from typing_extensions import override

from sendapp.domain.journal_lines import JournalLine
from sendapp.ui.headed_rows import AnyIndex
from sendapp.ui.journal.model import Role
from sendapp.ui.painted_rows import PaintedRows, height, inner_width, laid_out
from sendapp.ui.theme import strong_font
from sendapp.ui.tokens import XS, L, M, S


class JournalDelegate(PaintedRows):
    """A day in strong letters; a line with its words on as many lines as they take."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measured: tuple[int, str] = (0, "")
        self._heights: dict[tuple[str, bool], int] = {}

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        line = index.data(Role.LINE)
        high = option.fontMetrics.height()
        if not isinstance(line, JournalLine):
            return QSize(1, high + L + S)
        width = inner_width(option.widget)
        if self._measured != (width, option.font.key()):
            self._measured, self._heights = (width, option.font.key()), {}
        # Thousands of lines are measured anew whenever some are added, and their words stay.
        key = (index.data(), bool(line.record))
        if key not in self._heights:
            words = round(height(_laid_out(key[0], option.font, width)))
            self._heights[key] = words + (2 if line.record else 1) * high + 2 * S
        return QSize(1, self._heights[key])

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        painter.save()
        line = index.data(Role.LINE)
        if isinstance(line, JournalLine):
            self._line(painter, option, line, index.data())
        else:
            self._heading(painter, option, index.data())
        painter.restore()

    def _heading(self, painter: QPainter, option: QStyleOptionViewItem, words: str) -> None:
        tokens = self.ground(painter, option, chosen=False)
        painter.setFont(strong_font(option.font))
        painter.setPen(tokens.colour("text"))
        self.words(painter, option, option.rect.adjusted(M + XS, M, -M - XS, -XS), words)

    def _line(
        self, painter: QPainter, option: QStyleOptionViewItem, line: JournalLine, words: str
    ) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        tokens = self.ground(painter, option, chosen=chosen)
        box = option.rect.adjusted(M + XS, S, -M - XS, -S)
        high = option.fontMetrics.height()
        painter.setFont(option.font)
        painter.setPen(tokens.colour("muted"))
        when = " · ".join(filter(None, (f"{line.at:%H:%M}", line.who)))
        self.words(painter, option, QRect(box.left(), box.top(), box.width(), high), when)
        layout = _laid_out(words, option.font, box.width())
        painter.setPen(tokens.colour("text"))
        layout.draw(painter, QPointF(box.left(), box.top() + high))
        if line.record:
            top = box.top() + high + round(height(layout))
            painter.setPen(tokens.colour("muted"))
            self.words(painter, option, QRect(box.left(), top, box.width(), high), line.record)


def _laid_out(words: str, font: QFont, width: int) -> QTextLayout:
    # A layout breaks at the one sign that says so, and at no line feed.
    return laid_out(words.replace("\n", "\N{LINE SEPARATOR}"), font, width)
