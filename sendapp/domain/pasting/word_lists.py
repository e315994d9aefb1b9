"""The lists of Word and Outlook, which are paragraphs that say by their style what they are."""

import re
from dataclasses import dataclass, replace

from sendapp.domain.pasting.css import Declarations, Sheets
from sendapp.domain.pasting.looks import points
from sendapp.domain.pasting.markers import marker_of, numbers_an_item
from sendapp.domain.richtext import MAX_LEVEL, Run, runs_text
from sendapp.domain.richtext_edits import split_runs

_LIST = re.compile(r"(l\d+)\s+level(\d+)")
_STYLE = re.compile(r"mso-?list(bullet|number)?")
_TYPED = re.compile(r"[ \u00a0]*(\S{1,6})(?:[ \u00a0\n]*\u00a0[ \u00a0\n]*|[ ]{2,}|\t+)")
_CAPITAL = re.compile(r"[A-Z]{1,4}\.")
_STEP_PT = 36
"""How far Word moves a list in for each level."""


@dataclass(frozen=True, slots=True)
class WordItem:
    """What a paragraph's style says: an item of a list of Word's, or one that may be one."""

    level: int = 1
    ordered: bool | None = None
    """None where only the sign before the words tells."""
    certain: bool = True
    """Whether it is an item even without a sign."""


def word_item(classes: str, css: Declarations, sheets: Sheets) -> WordItem | None:
    """Return what a paragraph is in Word's lists, None if nothing."""
    said = css.get("mso-list", "")
    if said in ("none", "skip"):
        return None
    style = next((m for c in classes.lower().split(maxsplit=4) if (m := _STYLE.match(c))), None)
    if place := _LIST.search(said):
        level = int(place[2][:2])
        rule = sheets.levels.get((place[1], level))
        ordered = None if rule is None else rule.get("mso-level-number-format") != "bullet"
        if style and style[1]:
            ordered = style[1] == "number"
        return WordItem(max(1, min(MAX_LEVEL, level)), ordered)
    if style is None:
        return None
    level = round(points(css.get("margin-left", "")) / _STEP_PT)
    ordered = style[1] == "number" if style[1] else None
    return WordItem(max(1, min(MAX_LEVEL, level)), ordered, certain=bool(style[1]))


def item_with_sign(item: WordItem, sign: str, runs: list[Run]) -> tuple[WordItem, list[Run]] | None:
    """Return the item as its sign says it is, and its words; None if it is no item.

    The sign stands apart where Word says so, else at the head of the words before a gap.
    """
    if sign:
        return replace(item, ordered=numbers_an_item(sign), certain=True), runs
    typed = _TYPED.match(runs_text(runs))
    if typed and (marker_of(typed[1]) or typed[1] in "§lØüqv" or _CAPITAL.fullmatch(typed[1])):
        rest = split_runs(tuple(runs), typed.end())[1]
        found = replace(item, ordered=numbers_an_item(typed[1]), certain=True)
        return found, list(rest)
    if item.certain:
        return replace(item, ordered=bool(item.ordered)), runs
    return None
