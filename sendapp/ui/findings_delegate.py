"""How the checks' panel paints a heading and a finding."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from typing_extensions import override

from sendapp.domain.checks.finding import Finding, Rank
from sendapp.services.findings import SET_ASIDE
from sendapp.ui.findings_model import Role
from sendapp.ui.headed_rows import AnyIndex
from sendapp.ui.icons import icon
from sendapp.ui.painted_rows import PaintedRows, height, inner_width, laid_out
from sendapp.ui.theme import icon_size, strong_font
from sendapp.ui.tokens import XS, L, M, S

MARKS: dict[Rank | None, tuple[str, str]] = {
    Rank.LAW: ("scale", "problem"),
    Rank.COUNCIL: ("landmark", "accent"),
    Rank.LOOKS: ("triangle-alert", "caution"),
    None: ("circle-check", "muted"),
}
"""For each rank, and for what is set aside, an icon and its colour."""


class FindingsDelegate(PaintedRows):
    """A heading with its icon; a finding with title, place, sentence and the very words."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        found = index.data(Role.FOUND)
        line = option.fontMetrics.height()
        if not isinstance(found, Finding):
            return QSize(1, max(line, icon_size(option.font)) + L + S)
        width = inner_width(option.widget)
        layouts = _texts(found, option.font, width)
        return QSize(1, round(sum(height(layout) for layout in layouts)) + line + 2 * S + XS)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        painter.save()
        found = index.data(Role.FOUND)
        if isinstance(found, Finding):
            self._finding(painter, option, found)
        else:
            self._heading(painter, option, index)
        painter.restore()

    def _heading(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        name, colour = MARKS[index.data(Role.RANK)]
        side = icon_size(option.font)
        box = option.rect.adjusted(M + XS, M, -M - XS, -XS)
        top = box.top() + (box.height() - side) // 2
        icon(name, colour).paint(painter, QRect(box.left(), top, side, side))
        tokens = self.ground(painter, option, chosen=False)
        words, _, count = index.data().rpartition(": ")
        painter.setFont(strong_font(option.font))
        painter.setPen(tokens.colour("text"))
        inside = box.adjusted(side + S, 0, 0, 0)
        self.words(painter, option, inside, words)
        painter.setFont(option.font)
        painter.setPen(tokens.colour("muted"))
        self.words(painter, option, inside, count, Qt.AlignmentFlag.AlignRight)

    def _finding(self, painter: QPainter, option: QStyleOptionViewItem, found: Finding) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        tokens = self.ground(painter, option, chosen=chosen)
        box = option.rect.adjusted(M + XS, S, -M - XS, -S)
        layouts = _texts(found, option.font, box.width())
        y = float(box.top())
        line = option.fontMetrics.height()
        for layout in layouts:
            painter.setPen(tokens.colour("text"))
            layout.draw(painter, QPointF(box.left(), y))
            y += height(layout)
            if layout is layouts[0]:
                painter.setPen(tokens.colour("muted"))
                painter.setFont(option.font)
                place = QRect(box.left(), round(y), box.width(), line)
                self.words(painter, option, place, found.where)
                y += line


def _texts(found: Finding, font: QFont, width: int) -> list[QTextLayout]:
    """Return what is painted of a finding but its place: the title first."""
    quoting = QFont(font)
    quoting.setItalic(True)
    said = [(found.title, strong_font(font)), (found.sentence, font)]
    if found.quoted:
        said.append((found.quoted, quoting))
    if found.set_aside:
        said.append((f"{SET_ASIDE}: {found.set_aside}", font))
    return [laid_out(words, look, width) for words, look in said]
