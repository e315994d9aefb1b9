"""Marks that are laid over words without being part of them: misspelt, carried over, found."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLineEdit, QTextEdit

from sendapp.ui.tokens import Tokens

_WAVE = 4
"""How wide one wave of an underline is, in logical pixels."""


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
        self._layers[layer] = self._made(marks)
        self._put()

    def replace(self, layer: str, parts: Sequence[MarksOfPart], *, most: int) -> None:
        """Show the marks of some parts of the text anew; `layer` gets at most `most`.

        Marks that begin in none of the parts stay as they are.
        """
        shown = self._layers.get(layer, [])
        ranges = sorted((part.start, part.end) for part in parts)
        kept = [one for one in shown if not _is_in(one.selection.cursor.selectionStart(), ranges)]
        marks = [mark for part in parts for mark in part.marks][: max(0, most - len(kept))]
        if marks or len(kept) < len(shown):
            self._layers[layer] = kept + self._made(marks)
            self._put()

    def restyle(self) -> None:
        """Show every mark in the colours of the theme of today."""
        shown = [one for each in self._layers.values() for one in each]
        looks = {look: char_format(look) for look in {one.look for one in shown}}
        for one in shown:
            one.selection.format = looks[one.look]
        if shown:
            self._put()

    def spans(self, layer: str) -> list[tuple[int, int]]:
        """Return where the marks of `layer` are now; one whose words are gone is nowhere."""
        cursors = [one.selection.cursor for one in self._layers.get(layer, [])]
        spans = [(cursor.selectionStart(), cursor.selectionEnd()) for cursor in cursors]
        return [(start, end) for start, end in spans if start < end]

    def _made(self, marks: Sequence[Marked]) -> "list[_ShownMark]":
        looks = {look: char_format(look) for look in {mark.look for mark in marks}}
        last = self._editor.document().characterCount() - 1
        shown = []
        for mark in marks:
            cursor = QTextCursor(self._editor.document())
            cursor.setPosition(min(mark.start, last))
            cursor.setPosition(min(mark.end, last), QTextCursor.MoveMode.KeepAnchor)
            selection = QTextEdit.ExtraSelection()
            selection.cursor = cursor
            selection.format = looks[mark.look]
            shown.append(_ShownMark(mark.look, selection))
        return shown

    def _put(self) -> None:
        layers = self._layers.values()
        self._editor.setExtraSelections([one.selection for each in layers for one in each])


@dataclass(frozen=True, slots=True)
class _ShownMark:
    """A mark as the editor shows it."""

    look: MarkLook
    selection: QTextEdit.ExtraSelection


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
    """Return how words with this mark are shown in the theme of today."""
    tokens = Tokens.now()
    shown = QTextCharFormat()
    if look is MarkLook.FOUND:
        shown.setBackground(tokens.colour("found_ground"))
        return shown
    shown.setUnderlineColor(_line_colour(look, tokens))
    styles = QTextCharFormat.UnderlineStyle
    if look is MarkLook.MISSPELT:
        shown.setUnderlineStyle(styles.WaveUnderline)
    else:
        shown.setUnderlineStyle(styles.DashUnderline)
        shown.setBackground(tokens.colour("caution_ground"))
    return shown


def paint(painter: QPainter, look: MarkLook, box: QRectF) -> None:
    """Paint a mark of a line of text whose words fill `box`, over the words."""
    tokens = Tokens.now()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(_line_colour(look, tokens), 1.2)
    base = box.bottom() - 1
    if look is MarkLook.MISSPELT:
        painter.setPen(pen)
        steps = range(int(box.width() // (_WAVE / 2)) + 1)
        points = [
            QPointF(box.left() + step * _WAVE / 2, base - (1.5 if step % 2 else 0))
            for step in steps
        ]
        painter.drawPolyline(points)
        return
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
