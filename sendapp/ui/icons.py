"""Icons: Lucide's drawings in the colours of the theme, sharp at any size and pixel ratio."""

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override

from sendapp.paths import resources
from sendapp.ui.tokens import Tokens


class _Drawing(QIconEngine):
    """Draws one icon with the colour that its token has at the moment of drawing."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name = name
        self._token = token

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        del state
        tokens = Tokens.now()
        disabled = mode == QIcon.Mode.Disabled
        _renderer(self._name, tokens.edge if disabled else getattr(tokens, self._token)).render(
            painter, QRectF(rect)
        )

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    @override
    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        if size.isEmpty():
            # A button that is not laid out yet.
            return QPixmap()
        drawn = QPixmap(size * scale)
        if drawn.isNull():
            # A button that has no room yet asks for a picture of no size.
            return drawn
        drawn.setDevicePixelRatio(scale)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return drawn

    @override
    def clone(self) -> QIconEngine:
        return _Drawing(self._name, self._token)


@cache
def icon(name: str, colour: str = "text") -> QIcon:
    """Return Lucide's icon `name` in the token `colour`; it follows the theme by itself.

    Kept for good, since Qt and Python would otherwise both claim the engine.
    """
    if not (resources() / "icons" / f"{name}.svg").is_file():
        raise KeyError(name)
    return QIcon(_Drawing(name, colour))


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    source = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
