"""All rules over all printed texts of a record: what they would change, and the record after."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from sendapp.domain.catalogue import CATALOGUE
from sendapp.domain.fields import Kind, Place
from sendapp.domain.interchange import is_text_row
from sendapp.domain.record import DecisionRecord
from sendapp.domain.record_texts import Text, texts_of
from sendapp.domain.richtext import Line, Run, Table, assemble, flatten, runs_text, to_html
from sendapp.domain.richtext_edits import Parts
from sendapp.domain.richtext_html import parse
from sendapp.domain.tidying import in_line, layout
from sendapp.domain.tidying.edits import Edit, made

_CODES = frozenset({"reference", "notice_reference", "contact"})
"""Fields in which every character counts."""

Finds = Callable[[Sequence[Line | Table]], Iterator[Edit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of change; `in_rich` says that plain texts cannot have it."""

    name: str
    words: str
    finds: Finds
    in_rich: bool = False


NUMBERS = Rule("numbers", "Numbers typed by hand", layout.typed_numbers, in_rich=True)
RULES = (
    NUMBERS,
    Rule("empty", "Empty paragraphs", layout.empty_paragraphs, in_rich=True),
    Rule("ends", "Spaces at the ends of lines", in_line.spaces_at_ends),
    Rule("marks", "Spaces before punctuation", in_line.spaces_before_marks),
    Rule("double", "Double spaces", in_line.double_spaces),
    Rule("ordinals", "Raised endings, as in 1ˢᵗ", in_line.ordinals, in_rich=True),
    Rule("quotes", "Quotes and apostrophes", in_line.quotes),
    Rule("dashes", "Dashes between numbers and dates", in_line.dashes),
    Rule("dots", "Three dots", in_line.dots),
)
"""The rules; where two would change the same characters, the first does."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one text that a rule would make."""

    rule: Rule
    text: Text
    edit: Edit


def changes_in(record: DecisionRecord) -> list[Change]:
    """Return all that could be tidied in the printed texts of `record`, in reading order."""
    names = [
        entry.name
        for entry in CATALOGUE
        if Place.TEMPLATE in entry.places and Place.FORM in entry.places
    ]
    return [
        change
        for text in texts_of(record, [name for name in names if name not in _CODES])
        for change in _changes_of(text)
    ]


def tidied(changes: Iterable[Change]) -> Mapping[Text, str]:
    """Return the texts that `changes` concern, each with its value once they are made."""
    by_text: dict[Text, list[Edit]] = {}
    for change in changes:
        by_text.setdefault(change.text, []).append(change.edit)
    return {text: _value(text, made(_parts(text), edits)) for text, edits in by_text.items()}


def _changes_of(text: Text) -> Iterator[Change]:
    if not text.value:
        return
    parts = _parts(text)
    taken: list[Edit] = []
    for rule in RULES:
        if rule.in_rich and text.entry.kind is not Kind.RICH:
            continue
        finds = rule.finds
        if rule is NUMBERS and text.row >= 0 and is_text_row(text.name):
            finds = partial(layout.typed_numbers, position=text.row + 1)
        for edit in finds(parts):
            if not any(edit.clashes(other) for other in taken):
                taken.append(edit)
                yield Change(rule, text, edit)


def _parts(text: Text) -> Parts:
    if text.entry.kind is Kind.RICH:
        return list(flatten(parse(text.value)))
    return [Line((Run(line),)) if line else Line() for line in text.value.split("\n")]


def _value(text: Text, parts: Parts) -> str:
    if text.entry.kind is Kind.RICH:
        return to_html(assemble(parts))
    return "\n".join(runs_text(part.runs) for part in parts if isinstance(part, Line))
