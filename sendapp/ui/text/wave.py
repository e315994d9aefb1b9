"""The wave under a misspelt word."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPixmapCache

_WAVE = 4
"""How wide one wave of an underline is, in logical pixels."""
WAVE_HIGH = 3


def wave_of(colour: QColor, ratio: float) -> QPixmap:
    """Return one wave of an underline, drawn once for all: a screenful has a hundred of them."""
    key = f"wave {colour.name()} {ratio}"
    wave = QPixmap()
    if QPixmapCache.find(key, wave):
        return wave
    wave = QPixmap(QSize(round(_WAVE * ratio), round(WAVE_HIGH * ratio)))
    wave.setDevicePixelRatio(ratio)
    wave.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wave)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.2))
    half = _WAVE / 2
    ups = [QPointF(step * half, 0.8 if step % 2 else WAVE_HIGH - 0.8) for step in range(-1, 4)]
    painter.drawPolyline(ups)
    painter.end()
    QPixmapCache.insert(key, wave)
    return wave
