"""Versions and changes in the words and marks officers see."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from html import escape

from sendapp.domain.comparing import Change, Piece
from sendapp.domain.dates import long_date
from sendapp.services.history import Version
from sendapp.ui.tokens import Tokens

_MOST_SAME = 160
"""How many characters of unchanged words are shown on either side of a change."""


def day_of(version: Version) -> date:
    """Return the day a version was kept on, in the time of this place."""
    return datetime.fromisoformat(version.at).astimezone().date()


def day_words(day: date, today: date) -> str:
    """Return a day as the list is headed with it: "Today", "Thursday 26 November 2026"."""
    if day == today:
        return "Today"
    if day == today - timedelta(days=1):
        return "Yesterday"
    return f"{day:%A} {long_date(day.isoformat())}"


def time_words(version: Version) -> str:
    """Return the time of day a version was kept at."""
    return f"{datetime.fromisoformat(version.at).astimezone():%H:%M}"


def title_of(version: Version) -> str:
    """Return a version in one line, for a choice among them."""
    day = long_date(day_of(version).isoformat())
    return f"{day}, {time_words(version)}: {version.words}"


_MOST_WORDS = 1_500
"""How many characters of a text that came, went or moved as a whole are shown on a card."""


def marked(pieces: Iterable[Piece], *, but_not: Change | None = None, shorten: bool = True) -> str:
    """Return pieces as HTML: what came is underlined, what went is struck through."""
    tokens = Tokens.now()
    out = []
    shown = [piece for piece in pieces if piece.change is not but_not]
    for index, piece in enumerate(shown):
        text = piece.text
        if piece.change is Change.SAME and shorten and len(shown) > 1:
            text = _shortened(text, first=index == 0, last=index == len(shown) - 1)
        elif shorten and len(text) > _MOST_WORDS:
            text = f"{text[:_MOST_WORDS]} … (side by side shows all)"
        words = escape(text).replace("\n", "<br>")
        if piece.change is Change.ADDED:
            look = f"background:{tokens.chosen}; text-decoration:underline"
            words = f'<span style="{look}">{words}</span>'
        elif piece.change is Change.REMOVED:
            look = f"color:{tokens.problem}; text-decoration:line-through"
            words = f'<span style="{look}">{words}</span>'
        out.append(words)
    return "".join(out)


def spoken(pieces: Iterable[Piece]) -> str:
    """Return pieces for those who listen: what went and what came, each named."""
    names = {Change.ADDED: "added", Change.REMOVED: "removed"}
    return ". ".join(
        f"{names[piece.change]}: {piece.text.strip()[:_MOST_WORDS]}"
        for piece in pieces
        if piece.change in names and piece.text.strip()
    )


def _shortened(text: str, *, first: bool, last: bool) -> str:
    """Leave out the middle of long unchanged words, or their far end at the edges."""
    if len(text) <= 2 * _MOST_SAME:
        return text
    head = "" if first else text[:_MOST_SAME]
    tail = "" if last else text[-_MOST_SAME:]
    return f"{head} … {tail}"
