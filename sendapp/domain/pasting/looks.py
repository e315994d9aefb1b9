"""What one element of foreign HTML does to the words in it: marks, hiding, white space."""

import re
from dataclasses import dataclass

from sendapp.domain.pasting.css import Declarations

_BOLD = frozenset({"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"})
_ITALIC = frozenset({"i", "em", "cite", "dfn", "var", "address"})
_UNDERLINED = frozenset({"u"})
_RAISED = {"sup": "sup", "sub": "sub"}

_HIDDEN_CLASSES = frozenset(
    {
        "msodel",
        "msocommentreference",
        "msocommenttext",
        "msocommentsubject",
        "msocomanchor",
        "msocomtxt",
        "msocomoff",
        # Word for the web ends each paragraph with a space of its own.
        "eop",
    }
)
_RAISED_CLASSES = frozenset({"msofootnotereference", "msoendnotereference"})
_SPACE_CLASSES = frozenset({"apple-converted-space", "apple-tab-span"})
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Said:
    """What an element says of the words in it; None where it says nothing."""

    bold: bool | None = None
    italic: bool | None = None
    underlined: bool = False
    raised: str = ""
    """'sup', 'sub' or ''."""
    hidden: bool = False
    spaces_count: bool | None = None
    """Whether white space is shown as it is written."""
    one_space: bool = False
    """Whether all that stands in it is a gap between words, however wide."""


def said_by(tag: str, classes: str, css: Declarations, *, hidden: bool = False) -> Said:
    """Return what an element says; `classes` as written, `hidden` if its kind hides it."""
    names = frozenset(classes.lower().split(maxsplit=12)[:12])
    return Said(
        bold=_bold(tag, css),
        italic=_italic(tag, css),
        underlined=_underlined(tag, css),
        raised=_raised(tag, names, css),
        hidden=hidden or bool(names & _HIDDEN_CLASSES) or _hides(css),
        spaces_count=_spaces_count(tag, css),
        one_space=bool(names & _SPACE_CLASSES) or "mso-tab-count" in css or "mso-spacerun" in css,
    )


def shows_as_block(css: Declarations) -> bool | None:
    """Whether an element begins a line of its own; None where its kind decides."""
    shown = css.get("display", "")
    if shown in ("block", "flex", "grid", "list-item", "flow-root"):
        return True
    return False if shown == "inline" else None


def points(length: str) -> float:
    """Return a length of CSS in points, 0 where it is none that is understood."""
    number = _NUMBER.match(length)
    if number is None:
        return 0.0
    unit = length[number.end() :].strip()[:2]
    return float(number[0][:12]) * {"pt": 1, "in": 72, "cm": 28.35, "mm": 2.835, "px": 0.75}.get(
        unit, 0
    )


def _bold(tag: str, css: Declarations) -> bool | None:
    weight = css.get("font-weight", "")
    if weight in ("bold", "bolder"):
        return True
    if weight in ("normal", "lighter"):
        return False
    if weight[:4].isdigit():
        return int(weight[:4]) >= 600
    if "font" in css and tag not in _BOLD:
        return "bold" in css["font"].split()
    return True if tag in _BOLD else None


def _italic(tag: str, css: Declarations) -> bool | None:
    style = css.get("font-style", "")
    if style.startswith(("italic", "oblique")):
        return True
    if style == "normal":
        return False
    if "font" in css and tag not in _ITALIC:
        return "italic" in css["font"].split()
    return True if tag in _ITALIC else None


def _underlined(tag: str, css: Declarations) -> bool:
    line = css.get("text-decoration-line") or css.get("text-decoration", "")
    if line:
        return "underline" in line.split()
    return tag in _UNDERLINED


def _raised(tag: str, names: frozenset[str], css: Declarations) -> str:
    align = css.get("vertical-align", "")
    if align in ("super", "sub"):
        return "sup" if align == "super" else "sub"
    if raise_by := points(css.get("mso-text-raise", "")):
        return "sup" if raise_by > 0 else "sub"
    return "sup" if names & _RAISED_CLASSES else _RAISED.get(tag, "")


def _hides(css: Declarations) -> bool:
    return (
        css.get("display") == "none"
        or css.get("visibility") in ("hidden", "collapse")
        or css.get("mso-hide") == "all"
        or css.get("mso-element") in ("comment", "comment-list")
        or css.get("mso-special-character") == "comment"
    )


def _spaces_count(tag: str, css: Declarations) -> bool | None:
    space = css.get("white-space") or css.get("white-space-collapse", "")
    if space:
        return space.startswith(("pre", "break-spaces")) and space != "pre-line"
    return True if tag in ("pre", "textarea", "listing") else None
