"""How the register paints its states and records."""

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QStyle,
    QStyleOptionViewItem,
)
from typing_extensions import override

from sendapp.services.desk import FOUND_END, FOUND_START
from sendapp.ui.painted_rows import PaintedRows, inner_width
from sendapp.ui.register_model import Role
from sendapp.ui.theme import strong_font
from sendapp.ui.tokens import XS, M, S, Tokens

AnyIndex = QModelIndex | QPersistentModelIndex

COUNT_ROLE = Qt.ItemDataRole.UserRole + 20
MAX_LINES = 2
SEPARATOR = " · "
LEAD = 36
"""How many characters stand before the first found word, at most."""


class StateDelegate(PaintedRows):
    """A state of the record's life with the number of records in it."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        tokens = self.ground(painter, option, chosen=chosen)
        painter.setFont(strong_font(option.font) if chosen else option.font)
        count = f"{index.data(COUNT_ROLE) or 0:,}"
        inside = option.rect.adjusted(M + XS, 0, -M - XS, 0)
        width = painter.fontMetrics().horizontalAdvance(count) + S
        painter.setPen(tokens.colour("text"))
        self.words(painter, option, inside.adjusted(0, 0, -width, 0), index.data())
        painter.setPen(tokens.colour("muted"))
        self.words(painter, option, inside, count, Qt.AlignmentFlag.AlignRight)
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        metrics = option.fontMetrics
        wide = metrics.horizontalAdvance(f"{index.data()}    {index.data(COUNT_ROLE) or 0:,}")
        return QSize(wide + 2 * (M + XS), metrics.height() + M)


class RecordDelegate(PaintedRows):
    """A record: its title, post, day and state, and the words found in it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._measures: _Measures | None = None

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        width = inner_width(option.widget)
        if self._measures is None or not self._measures.suit(option.font, width):
            self._measures = _Measures(option.font, width)
        shape = index.data(Role.SHAPE)
        return QSize(1, self._measures.height(*shape))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        painter.save()
        tokens = self.ground(painter, option, chosen=bool(index.data(Role.OPEN)))
        box = option.rect.adjusted(M + XS, S, -M - XS, -S)
        line = option.fontMetrics.height()
        painter.setFont(strong_font(option.font))
        painter.setPen(tokens.colour("text"))
        for words in wrapped(index.data(Role.TITLE), painter.font(), box.width()):
            self.words(painter, option, QRect(box.left(), box.top(), box.width(), line), words)
            box.setTop(box.top() + line)
        box.setTop(box.top() + XS)
        painter.setFont(option.font)
        painter.setPen(tokens.colour("muted"))
        for left, right in facts(index, option.fontMetrics, box.width()):
            self._ends(
                painter, option, QRect(box.left(), box.top(), box.width(), line), left, right
            )
            box.setTop(box.top() + line)
        box.setTop(box.top() + XS)
        if found := index.data(Role.FOUND):
            painter.setPen(tokens.colour("text"))
            layout = snippet(found, option.font, box.width(), tokens)
            layout.draw(painter, QPointF(box.left(), box.top()))
        painter.restore()

    def _ends(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, left: str, right: str
    ) -> None:
        """Paint words at both ends of a line; those at the left are cut where there is no room."""
        taken = option.fontMetrics.horizontalAdvance(right) + S if right else 0
        room = QRect(box.left(), box.top(), max(0, box.width() - taken), box.height())
        self.words(painter, option, room, left)
        self.words(painter, option, box, right, Qt.AlignmentFlag.AlignRight)


def facts(index: AnyIndex, metrics: QFontMetrics, width: int) -> list[tuple[str, str]]:
    """Return what stands at the left and the right of each line beneath the title.

    The reference takes no line of its own: it stands beside the post, or else before the day. A
    long one is cut in its middle, for the series and the number are at its ends.
    """
    post, when, reference = (index.data(r) for r in (Role.POST, Role.WHEN, Role.REFERENCE))
    state = index.data(Role.STATE)
    short = metrics.elidedText(reference, Qt.TextElideMode.ElideMiddle, width // 2)
    if post:
        return [(post, short), (when, state)]
    return [(SEPARATOR.join(filter(None, (short, when))), state)]


class _Measures:
    """How high rows are at one width and font, each reckoned once."""

    def __init__(self, font: QFont, width: int) -> None:
        self._font = QFont(font)  # The one of a style option dies with it.
        self._width = width
        self._plain = QFontMetrics(font)
        self._strong = QFontMetrics(strong_font(font))
        self._heights: dict[tuple[str, bool, str], int] = {}

    def suit(self, font: QFont, width: int) -> bool:
        """Whether these measures are for this font and width."""
        return width == self._width and font == self._font

    def height(self, title: str, has_post: bool, found: str) -> int:
        """Return the height of a row with these words."""
        key = (title, has_post, found)
        if key not in self._heights:
            line = self._plain.height()
            lines = _line_count(self._strong, title, self._width) + 1 + has_post
            height = lines * line + 2 * S + XS
            if found:
                height += _line_count(self._plain, _bare(found), self._width) * line + XS
            self._heights[key] = height
        return self._heights[key]


def wrapped(text: str, font: QFont, width: int) -> list[str]:
    """Return `text` in at most two lines that fit `width`; the last may be too long, to be cut."""
    if QFontMetrics(font).horizontalAdvance(text) <= width:
        return [text]
    layout = _laid_out(QTextLayout(text, font), width, 1)
    end = layout.lineAt(0).textLength()
    return [text[:end].rstrip(), text[end:].lstrip()]


def snippet(found: str, font: QFont, width: int, tokens: Tokens) -> QTextLayout:
    """Return the found words with what stands around them, in at most two lines."""
    text, marks = found_marks(found)
    layout = _marked(text, marks, font, width, tokens)
    last = layout.lineAt(layout.lineCount() - 1)
    end = last.textStart() + last.textLength()
    if end < len(text):
        text = text[: max(0, end - 2)].rsplit(" ", 1)[0] + " …"
        marks = [(start, min(length, len(text) - 2 - start)) for start, length in marks]
        layout = _marked(text, marks, font, width, tokens)
    return layout


def found_marks(found: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the text of `found` without its marks, and each found word's start and length."""
    before = found.find(FOUND_START)
    if before > LEAD:
        found = "…" + found[found.rfind(" ", 0, before - LEAD // 2) + 1 :]
    text, marks, start = "", [], 0
    for letter in " ".join(found.split(" ")).replace("\n", " "):
        if letter == FOUND_START:
            start = len(text)
        elif letter == FOUND_END:
            marks.append((start, len(text) - start))
        else:
            text += letter
    return text, marks


def _marked(
    text: str, marks: list[tuple[int, int]], font: QFont, width: int, tokens: Tokens
) -> QTextLayout:
    layout = QTextLayout(text, font)
    ranges = []
    for start, length in marks:
        if length <= 0:
            continue
        look = QTextLayout.FormatRange()
        look.start, look.length = start, length
        emphasis = QTextCharFormat()
        emphasis.setFontWeight(QFont.Weight.DemiBold)
        emphasis.setBackground(tokens.colour("found_ground"))
        look.format = emphasis
        ranges.append(look)
    layout.setFormats(ranges)
    return _laid_out(layout, width, MAX_LINES)


def _laid_out(layout: QTextLayout, width: int, lines: int) -> QTextLayout:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    top = 0.0
    layout.beginLayout()
    for _ in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def _line_count(metrics: QFontMetrics, text: str, width: int) -> int:
    return 1 if metrics.horizontalAdvance(text) <= width else MAX_LINES


def _bare(found: str) -> str:
    return found_marks(found)[0]
