"""The look in values: spaces, and the colours of the light and the dark theme."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QGuiApplication, QPalette

XS, S, M, L, XL, XXL = 4, 8, 12, 16, 24, 32
"""The one scale of spaces, in logical pixels."""

RADIUS = 6
"""The rounding of fields and buttons, in logical pixels."""

HEADING = 1.3
"""How much larger a heading is than the text; there is no third size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The colours of one theme, each named after what it is for."""

    dark: bool
    surface: str
    """Panels, toolbar, dialogs."""
    ground: str
    """Behind the form."""
    desk: str
    """Behind the printed pages."""
    field: str
    """Inside fields."""
    hover: str
    chosen: str
    """Behind what is chosen in a list."""
    hairline: str
    """Divides; tells nothing."""
    edge: str
    """Shows where a field or button is."""
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    caution: str
    caution_ground: str
    problem: str
    found_ground: str
    """Behind words that were searched for."""
    bar: str
    """The handle of a scroll bar."""
    shadow: str
    """Around a page."""

    @staticmethod
    def of(palette: QPalette) -> "Tokens":
        """Return the tokens of the theme that `palette` belongs to."""
        return DARK if palette.window().color().lightness() < 128 else LIGHT

    @staticmethod
    def now() -> "Tokens":
        """Return the tokens of the theme that is shown; a widget's own palette may be styled."""
        return Tokens.of(QGuiApplication.palette())

    def colour(self, name: str) -> QColor:
        """Return the colour called `name`."""
        return QColor(getattr(self, name))


LIGHT = Tokens(
    dark=False,
    surface="#ffffff",
    ground="#f5f6f8",
    desk="#e6e9ed",
    field="#ffffff",
    hover="#eef1f4",
    chosen="#e4eefb",
    hairline="#dce0e5",
    edge="#878f98",
    text="#1a1d21",
    muted="#555d66",
    accent="#1d5bb4",
    accent_hover="#174b97",
    on_accent="#ffffff",
    caution="#7a4b00",
    caution_ground="#fff3d9",
    problem="#b3261e",
    found_ground="#fdeaa8",
    bar="#b3bac3",
    shadow="#b9bfc7",
)

DARK = Tokens(
    dark=True,
    surface="#1f2227",
    ground="#17191d",
    desk="#101215",
    field="#1b1e22",
    hover="#2a2e34",
    chosen="#24364f",
    hairline="#353a41",
    edge="#767e88",
    text="#e8eaed",
    muted="#a5acb5",
    accent="#85b3ff",
    accent_hover="#a3c6ff",
    on_accent="#0c1a30",
    caution="#f2c867",
    caution_ground="#372c14",
    problem="#ff9d94",
    found_ground="#55470f",
    bar="#4b525b",
    shadow="#000000",
)

TEXT_PAIRS = (
    *[(ink, "surface") for ink in ("text", "muted", "accent", "caution", "problem")],
    *[(ink, "ground") for ink in ("text", "muted", "accent", "caution", "problem")],
    *[(ink, "field") for ink in ("text", "muted", "problem")],
    *[(ink, "hover") for ink in ("text", "muted", "accent", "accent_hover")],
    *[(ink, "chosen") for ink in ("text", "muted", "accent")],
    *[("on_accent", ground) for ground in ("accent", "accent_hover")],
    ("text", "desk"),
    ("muted", "desk"),
    ("caution", "caution_ground"),
    ("text", "caution_ground"),
    ("text", "found_ground"),
)
"""Every pair of a text colour and what it is written on."""

SHAPE_PAIRS = (
    ("edge", "field"),
    ("edge", "surface"),
    ("edge", "ground"),
    *[("accent", on) for on in ("surface", "ground", "desk", "field", "hover", "chosen")],
)
"""Every pair of a line that shows where something is, or has the focus, and what is around it."""


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = QColor(colour)
    red, green, blue = (_linear(part) for part in (parts.redF(), parts.greenF(), parts.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
