"""A phrase, and the places in it that are still to be filled."""

import re
from dataclasses import dataclass
from functools import lru_cache

from sendapp.domain.richtext_html import words_of

ANYWHERE = "any"
WHERES = (
    (ANYWHERE, "Anywhere"),
    ("decisions", "Decision"),
    ("reasons", "Reason for decision"),
    ("options", "Alternative options considered"),
)
"""Where a phrase may belong: a field of the record, or anywhere; with its words."""

_PLACE = re.compile(r"\[(?=[^\[\]\n]*?[^\W\d_]{2})[^\[\]\n]{2,120}\]")
_NO_PLACE = re.compile(
    r"\[(?:sic|redacted|emphasis (?:added|in (?:the )?original)|end|not printed)\]", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words to be put into a record; `text` is rich text in normal form.

    What is to be filled in stands in square brackets: "[amount]".
    """

    id: str
    title: str
    keywords: tuple[str, ...] = ()
    where: str = ANYWHERE
    text: str = ""

    @property
    def words(self) -> str:
        """The text as plain lines."""
        return _words(self.text)


def places_in(words: str) -> tuple[tuple[int, int], ...]:
    """Return where in `words` something is still to be filled in: "[amount]", "[start date]".

    Years and numbers in brackets, as in "[2019] EWHC 12", are none, nor are an editor's remarks.
    """
    return tuple(m.span() for m in _PLACE.finditer(words) if not _NO_PLACE.fullmatch(m[0]))


@lru_cache(maxsize=500)
def _words(html: str) -> str:
    return words_of(html)
