"""The theme: Fusion with our palettes, our style sheet and the text size the officer chose."""

from enum import StrEnum
from functools import cache
from string import Template
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from sendapp.paths import resources
from sendapp.ui.tokens import DARK, HEADING, LIGHT, RADIUS, Tokens

THEMES = (("system", "Same as this computer"), ("light", "Light"), ("dark", "Dark"))
TEXT_SIZES = (100, 115, 130, 150, 175, 200)
"""Text sizes on offer, in per cent."""

MIN_POINTS = 10.0
W = TypeVar("W", bound=QWidget)


class Look(StrEnum):
    """What a widget may look like beside its plain self; the style sheet says how."""

    PLAIN = ""
    HEADING = "heading"
    NUMBER = "number"
    STRONG = "strong"
    MUTED = "muted"
    ACCENT = "accent"
    CAUTION = "caution"
    DOUBT = "doubt"
    PROBLEM = "problem"
    PRIMARY = "primary"
    QUIET = "quiet"
    BARE = "plain"
    """A scroll area without a frame."""
    TABLE = "table"
    RULE = "rule"
    POPUP = "popup"
    PILL = "pill"
    """A short word about where something stands."""


def looks(widget: W, look: Look) -> W:
    """Give `widget` a look of the style sheet and return it."""
    if widget.property("look") == look.value:
        return widget
    widget.setProperty("look", look.value)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
    return widget


class Theme(QObject):
    """Keeps the application's look as chosen, and follows the computer's where that is wanted."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._theme = "system"
        self._text_size = 100
        self._shown: tuple[bool, int] | None = None
        app.setStyle(QStyleFactory.create("Fusion"))
        app.styleHints().colorSchemeChanged.connect(self._follow)

    def choose(self, theme: str, text_size: int) -> None:
        """Show `theme` (system, light or dark) with text of `text_size` per cent, 100 to 200."""
        self._theme = theme
        self._text_size = min(200, max(100, text_size))
        hints = self._app.styleHints()
        schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        if theme in schemes:
            hints.setColorScheme(schemes[theme])
        else:
            hints.unsetColorScheme()
        self._follow(hints.colorScheme())

    @Slot(Qt.ColorScheme)
    def _follow(self, scheme: Qt.ColorScheme) -> None:
        dark = self._theme == "dark" or (self._theme == "system" and scheme == Qt.ColorScheme.Dark)
        if self._shown == (dark, self._text_size):
            return
        self._shown = (dark, self._text_size)
        tokens = DARK if dark else LIGHT
        font = text_font(self._text_size)
        self._app.setPalette(palette(tokens))
        self._app.setFont(font)
        self._app.setStyleSheet(style_sheet(tokens, font))


def apply_theme(app: QApplication, theme: str, text_size: int) -> Theme:
    """Give the application the theme and text size, at once and from then on."""
    keeper = app.findChild(Theme) or Theme(app)
    keeper.choose(theme, text_size)
    return keeper


def text_font(text_size: int) -> QFont:
    """Return the computer's own font at `text_size` per cent of a readable size."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    points = max(MIN_POINTS, font.pointSizeF())
    if QFontInfo(font).family().startswith(("DejaVu", "Bitstream")):
        # What a Linux without a desktop falls back to is too wide for three panels.
        present = set(QFontDatabase.families())
        liked = [name for name in ("Inter", "Noto Sans", "Liberation Sans") if name in present]
        font.setFamilies([*liked, *font.families()])
    font.setPointSizeF(points * text_size / 100)
    return font


def strong_font(font: QFont) -> QFont:
    """Return the emphasised font that goes with the text's `font`."""
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    return strong


def icon_size(font: QFont) -> int:
    """Return the side of an icon beside text in `font`, in logical pixels."""
    return round(QFontMetrics(font).height() * 1.15)


def palette(tokens: Tokens) -> QPalette:
    """Return the palette of the theme of `tokens`."""
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.surface,
        role.WindowText: tokens.text,
        role.Base: tokens.field,
        role.AlternateBase: tokens.ground,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.muted,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.problem,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.text,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Light: tokens.hover,
        role.Midlight: tokens.hover,
        role.Mid: tokens.hairline,
        role.Dark: tokens.edge,
        role.Shadow: tokens.shadow,
    }
    made = QPalette()
    for where, colour in colours.items():
        made.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, where, QColor(tokens.edge))
    return made


def style_sheet(tokens: Tokens, font: QFont) -> str:
    """Return the style sheet for the theme of `tokens`, with sizes that suit `font`."""
    height = QFontMetrics(font).height()
    mark = round(height * 0.95)
    colours = {name: getattr(tokens, name) for name in tokens.__slots__}
    return _template().substitute(
        colours,
        heading=f"{font.pointSizeF() * HEADING:.1f}",
        radius=RADIUS,
        field_height=max(height + 2, icon_size(font)),
        mark=mark,
        icon=icon_size(font),
        half=mark // 2 + 1,
        arrow=mark + 8,
        shade="dark" if tokens.dark else "light",
        styles=(resources() / "styles").as_posix(),
    )


@cache
def _template() -> Template:
    path = resources() / "styles" / "window.qss"
    return Template(path.read_text(encoding="utf-8"))
