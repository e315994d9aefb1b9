"""Marks that are laid over words without being part of them: misspelt, carried over, found."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QLineF, QRect, QRectF
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QLineEdit, QTextEdit

from sendapp.ui.text.wave import WAVE_HIGH, wave_of
from sendapp.ui.tokens import Tokens


class MarkLook(Enum):
    """What a mark says of the words it is laid over."""

    MISSPELT = "misspelt"
    CARRIED = "carried"
    FOUND = "found"


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark over what stands between two positions, in UTF-16 units as Qt counts them."""

    start: int
    end: int
    look: MarkLook


@dataclass(frozen=True, slots=True)
class MarksOfPart:
    """The marks of a part of a text, which stands between two positions."""

    start: int
    end: int
    marks: Sequence[Marked]


class TextMarks:
    """The marks of one text editor, in layers that are shown and taken away each by itself.

    They are no part of the document: neither its value nor its undo knows of them. They move with
    the words around them until their layer is shown anew.
    """

    def __init__(self, editor: QTextEdit) -> None:
        self._editor = editor
        self._layers: dict[str, list[_ShownMark]] = {}

    def show(self, layer: str, marks: Sequence[Marked]) -> None:
        """Show exactly `marks` in `layer`; the other layers stay as they are."""
        if not marks and not self._layers.get(layer):
            return
        self._layers[layer] = sorted(self._made(marks), key=_start)
        self._put()

    def replace(self, layer: str, parts: Sequence[MarksOfPart], *, most: int) -> None:
        """Show the marks of some parts of the text anew; `layer` gets at most `most`.

        Marks that begin in none of the parts stay as they are.
        """
        shown = self._layers.get(layer, [])
        ranges = sorted((part.start, part.end) for part in parts)
        kept = [one for one in shown if not _is_in(one.cursor.selectionStart(), ranges)]
        marks = [mark for part in parts for mark in part.marks][: max(0, most - len(kept))]
        if marks or len(kept) < len(shown):
            self._layers[layer] = sorted(kept + self._made(marks), key=_start)
            self._put(ranges[0][0], ranges[-1][1])

    def restyle(self) -> None:
        """Show every mark in the colours of the theme of today."""
        self._put()

    def spans(self, layer: str) -> list[tuple[int, int]]:
        """Return where the marks of `layer` are now; one whose words are gone is nowhere."""
        cursors = [one.cursor for one in self._layers.get(layer, [])]
        spans = [(cursor.selectionStart(), cursor.selectionEnd()) for cursor in cursors]
        return [(start, end) for start, end in spans if start < end]

    def paint(self, rect: QRect) -> None:
        """Paint the underlines of misspelt words that are in `rect` of the viewport.

        Qt would paint each line anew for each of them, had they been given to it.
        """
        layers = [layer for layer in self._layers.values() if layer and layer[0].look in _PAINTED]
        if not layers:
            return
        first = self._editor.cursorForPosition(rect.topLeft()).position()
        last = self._editor.cursorForPosition(rect.bottomRight()).position()
        painter = QPainter(self._editor.viewport())
        painter.setClipRect(rect)
        for layer in layers:
            # A mark that begins before may end in here.
            for one in layer[max(0, bisect_left(layer, first, key=_start) - 1) :]:
                start, end = one.cursor.selectionStart(), one.cursor.selectionEnd()
                if start > last:
                    break
                if start < end:
                    for box in self._boxes(start, end):
                        paint(painter, one.look, box)
        painter.end()

    def _boxes(self, start: int, end: int) -> list[QRectF]:
        """Return where the words between two positions are shown; two boxes where they wrap."""
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(start)
        left = self._editor.cursorRect(cursor)
        cursor.setPosition(end)
        right = self._editor.cursorRect(cursor)
        if left.top() == right.top():
            wide = right.center().x() - left.center().x()
            return [QRectF(left.center().x(), left.top(), wide, left.height())]
        margin = self._editor.document().documentMargin()
        edge = self._editor.viewport().width() - margin
        rest = edge - left.center().x()
        return [
            QRectF(left.center().x(), left.top(), max(0.0, rest), left.height()),
            QRectF(margin, right.top(), right.center().x() - margin, right.height()),
        ]

    def _made(self, marks: Sequence[Marked]) -> "list[_ShownMark]":
        last = self._editor.document().characterCount() - 1
        shown = []
        for mark in marks:
            cursor = QTextCursor(self._editor.document())
            cursor.setPosition(min(mark.start, last))
            cursor.setPosition(min(mark.end, last), QTextCursor.MoveMode.KeepAnchor)
            shown.append(_ShownMark(mark.look, cursor))
        return shown

    def _put(self, start: int = -1, end: int = -1) -> None:
        """Let the marks be painted anew, those between two positions or all of them."""
        shown = [one for each in self._layers.values() for one in each if one.look not in _PAINTED]
        looks = {look: char_format(look) for look in {one.look for one in shown}}
        selections = []
        for one in shown:
            selection = QTextEdit.ExtraSelection()
            selection.cursor, selection.format = one.cursor, looks[one.look]
            selections.append(selection)
        if selections or self._editor.extraSelections():
            self._editor.setExtraSelections(selections)
        viewport = self._editor.viewport()
        if start < 0:
            viewport.update()
            return
        cursor = QTextCursor(self._editor.document())
        last = self._editor.document().characterCount() - 1
        cursor.setPosition(min(start, last))
        top = self._editor.cursorRect(cursor).top()
        cursor.setPosition(min(end, last))
        bottom = self._editor.cursorRect(cursor).bottom()
        viewport.update(0, top, viewport.width(), bottom - top + 1)


_PAINTED = frozenset({MarkLook.MISSPELT})
"""Looks that are painted here and not by Qt."""


@dataclass(frozen=True, slots=True)
class _ShownMark:
    """A mark, at words that a cursor follows."""

    look: MarkLook
    cursor: QTextCursor


class LineMarks:
    """The marks of one line of text, which has no document: they follow its text as it changes."""

    def __init__(self, line: QLineEdit) -> None:
        self._line = line
        self._layers: dict[str, tuple[Marked, ...]] = {}
        self._text = line.text()
        line.textChanged.connect(self._follow)

    def show(self, layer: str, marks: Sequence[Marked]) -> None:
        """Show exactly `marks` in `layer`; the other layers stay as they are."""
        if tuple(marks) != self._layers.get(layer, ()):
            self._layers[layer] = tuple(marks)
            self._line.update()

    def spans(self, layer: str) -> list[tuple[int, int]]:
        """Return where the marks of `layer` are now."""
        return [(mark.start, mark.end) for mark in self._layers.get(layer, ())]

    @property
    def all(self) -> list[Marked]:
        """The marks of every layer."""
        return [mark for marks in self._layers.values() for mark in marks]

    def _follow(self, text: str) -> None:
        """Move what stands behind an edit, and drop what the edit touched."""
        old, self._text = self._text, text
        if old == text:
            return
        same = alike(old, text)
        tail = alike(old[same:][::-1], text[same:][::-1])
        cut, by = len(old) - tail, len(text) - len(old)
        self._layers = {
            layer: tuple(
                mark if mark.end <= same else Marked(mark.start + by, mark.end + by, mark.look)
                for mark in marks
                if mark.end <= same or mark.start >= cut
            )
            for layer, marks in self._layers.items()
        }


def char_format(look: MarkLook) -> QTextCharFormat:
    """Return how words with a mark that Qt paints are shown in the theme of today."""
    tokens = Tokens.now()
    shown = QTextCharFormat()
    if look is MarkLook.FOUND:
        shown.setBackground(tokens.colour("found_ground"))
        return shown
    shown.setUnderlineColor(_line_colour(look, tokens))
    shown.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
    shown.setBackground(tokens.colour("caution_ground"))
    return shown


def paint(painter: QPainter, look: MarkLook, box: QRectF) -> None:
    """Paint a mark of a line of text whose words fill `box`, over the words."""
    tokens = Tokens.now()
    if look is MarkLook.MISSPELT:
        wave = wave_of(_line_colour(look, tokens), painter.device().devicePixelRatio())
        painter.drawTiledPixmap(
            QRectF(box.left(), box.bottom() - WAVE_HIGH, box.width(), WAVE_HIGH), wave
        )
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(_line_colour(look, tokens), 1.2)
    base = box.bottom() - 1
    ground = QColor(tokens.found_ground if look is MarkLook.FOUND else tokens.caution_ground)
    painter.setCompositionMode(
        QPainter.CompositionMode.CompositionMode_Lighten
        if tokens.dark
        else QPainter.CompositionMode.CompositionMode_Multiply
    )
    painter.fillRect(box, ground)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    if look is MarkLook.CARRIED:
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawLine(QLineF(box.left(), base, box.right(), base))


def _start(one: _ShownMark) -> int:
    return one.cursor.selectionStart()


def _is_in(position: int, ranges: Sequence[tuple[int, int]]) -> bool:
    """Whether a position lies in one of `ranges`, which are in rising order."""
    at = bisect_right(ranges, (position, position))
    near = ranges[max(0, at - 1) : at + 1]
    return any(start <= position <= end for start, end in near)


def _line_colour(look: MarkLook, tokens: Tokens) -> QColor:
    names: Mapping[MarkLook, str] = {MarkLook.MISSPELT: "problem", MarkLook.CARRIED: "caution"}
    return tokens.colour(names.get(look, "accent"))


def alike(first: str, second: str) -> int:
    """Return how many characters two texts have in common at their beginning."""
    for count, (one, other) in enumerate(zip(first, second, strict=False)):
        if one != other:
            return count
    return min(len(first), len(second))
