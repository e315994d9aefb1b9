"""Finding and replacing in the open record: the hits, which one is current, and the steps."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject

from sendapp.domain.fields import Kind
from sendapp.domain.finding_words import Hit, Wanted, hits, replaced
from sendapp.domain.record_texts import Text, changed_fields, texts_of
from sendapp.domain.text import Refused
from sendapp.editing.accepting import accepted, accepted_part
from sendapp.editing.open_record import OpenRecord

MEND_FIRST = "Something on the form cannot be kept as it stands. Mend it first."
"""Why texts are not changed by the program while what the form shows is not what is kept."""


class Finder(QObject):
    """Looks for words in the fields that `names` gives, in the order in which they are read."""

    def __init__(
        self,
        open_record: OpenRecord,
        names: Callable[[], tuple[str, ...]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_record = open_record
        self._names = names
        self.wanted = Wanted("")
        self.hits: list[Hit] = []
        self.at = -1
        """Which hit is the current one; -1 for none."""

    @property
    def current(self) -> Hit | None:
        """The hit that is current, if one is."""
        return self.hits[self.at] if 0 <= self.at < len(self.hits) else None

    def look_for(self, wanted: Wanted) -> None:
        """Find all hits of `wanted`; none of them is current yet."""
        self.wanted = wanted
        self.at = -1
        self.recount()

    def recount(self) -> None:
        """Find the hits anew after the record changed; the current one stays if it is there."""
        was = self.current
        self.hits = hits(self._open_record.record, self._names(), self.wanted)
        self.at = self.hits.index(was) if was in self.hits else -1

    def go_to(self, place: str, nth: int, *, back: bool = False) -> bool:
        """Make the first hit from there on current, going back if so; True if it went round.

        `nth` counts the text's hits that stand before where one begins.
        """
        if not self.hits:
            return False
        order = {text.place: n for n, text in enumerate(self._texts())}
        here = (order.get(place, 0), nth)
        keys = [(order[hit.place], hit.nth) for hit in self.hits]
        ahead = [n for n, key in enumerate(keys) if (key < here if back else key >= here)]
        self.at = (ahead or range(len(keys)))[-1 if back else 0]
        return not ahead

    def step(self, by: int) -> bool:
        """Go on by one hit, forth (1) or back (-1); True if it went round the record's end."""
        if not self.hits:
            return False
        if self.at < 0:
            self.at = 0 if by > 0 else len(self.hits) - 1
            return False
        to = self.at + by
        self.at = to % len(self.hits)
        return to != self.at

    def replace(self, by: str) -> str:
        """Put `by` in place of the current hit, as an undo step; return why not, '' if done."""
        current = self.current
        if current is None:
            return ""
        text = next(text for text in self._texts() if text.place == current.place)
        value = replaced(text.entry, text.value, self.wanted, by, nth=current.nth)
        return self._put({text: value}, "Replace", alone=True)

    def replace_all(self, by: str) -> str:
        """Put `by` in place of every hit, in one undo step; return why not, '' if done."""
        others = {
            text: replaced(text.entry, text.value, self.wanted, by)
            for text in self._texts()
            if text.place in {hit.place for hit in self.hits}
        }
        return self._put(others, f"Replace {len(self.hits)} ×")

    def _put(self, others: Mapping[Text, str], words: str, *, alone: bool = False) -> str:
        why = put_texts(self._open_record, others, words, alone=alone)
        self.recount()
        return why

    def _texts(self) -> list[Text]:
        return list(texts_of(self._open_record.record, self._names()))


def put_texts(
    open_record: OpenRecord, others: Mapping[Text, str], words: str, *, alone: bool = False
) -> str:
    """Give texts of the open record other values in one undo step called `words`.

    Returns why nothing was changed, '' if it was done. A step on one text `alone` leads back to
    that very text when it is undone.
    """
    if open_record.refusals:
        return MEND_FIRST
    for text, value in others.items():
        if why := _refusal(text, value):
            return f"Nothing was changed. {text.label}: {why}"
    if alone:
        for text, value in others.items():
            _put_alone(open_record, text, value, words)
    elif others:
        values: dict[str, Any] = changed_fields(open_record.record, others)
        values = {name: accepted(name, value) for name, value in values.items()}
        open_record.set_many(values, words=words)
    return ""


def _refusal(text: Text, value: str) -> str:
    if text.entry.kind in (Kind.LINE, Kind.POST) and "\n" in value:
        return "A line break cannot stand in a line."
    try:
        if text.row < 0:
            accepted(text.name, value)
        else:
            accepted_part(text.name, text.entry.name, value)
    except Refused as reason:
        return str(reason)
    return ""


def _put_alone(open_record: OpenRecord, text: Text, value: str, words: str) -> None:
    if text.row < 0:
        open_record.set(text.name, value, words=words)
    else:
        key = open_record.rows(text.name)[text.row].key
        open_record.edit(text.name, key, text.entry.name, value, words=words)
