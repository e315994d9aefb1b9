"""Column widths for tables that officers typed: fixed, so that every engine agrees on them."""

from sendapp.domain.richtext import Table, runs_text

_CHARACTER = 118
"""A generous width, in twips, of one character at 10 points."""

_CELL_MARGINS = 220
_NARROWEST = 600
_WIDEST_WORD = 22
_LONG_TEXT = 60


def column_widths(table: Table, room: int) -> list[int]:
    """Return a width in twips for each column, adding up to `room`.

    A column gets what its longest word needs, and a share of the rest by how much it says.
    """
    columns = list(zip(*table.rows, strict=True))
    words, wishes = [], []
    for column in columns:
        texts = [runs_text(cell) for cell in column]
        longest = max((len(word) for text in texts for word in text.split()), default=1)
        words.append(max(_NARROWEST, min(longest, _WIDEST_WORD) * _CHARACTER + _CELL_MARGINS))
        wishes.append(min(max(map(len, texts)), _LONG_TEXT) * _CHARACTER + _CELL_MARGINS)
    if sum(words) >= room:
        return _shares(words, room)
    spare = [max(wish - word, 1) for wish, word in zip(wishes, words, strict=True)]
    extra = _shares(spare, room - sum(words))
    return [word + more for word, more in zip(words, extra, strict=True)]


def _shares(weights: list[int], room: int) -> list[int]:
    """Split `room` in the proportions of `weights`, without a rest."""
    total, taken, shares, weight_so_far = sum(weights), 0, [], 0
    for weight in weights:
        weight_so_far += weight
        until = room * weight_so_far // total
        shares.append(until - taken)
        taken = until
    return shares
