"""Finding and replacing in the open record: the hits, which one is current, and the steps."""

from bisect import bisect_right
from collections.abc import Callable, Mapping
from itertools import accumulate
from typing import Any

from PySide6.QtCore import QObject

from sendapp.domain.fields import Kind
from sendapp.domain.finding_words import Hit, Searched, Wanted, replaced
from sendapp.domain.record import DecisionRecord
from sendapp.domain.record_texts import Text, changed_fields, texts_of
from sendapp.domain.sealing import KEPT, SEALED
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
        self.count = 0
        """How many hits there are."""
        self.at = -1
        """Which hit is the current one; -1 for none."""
        self._laid_out: tuple[DecisionRecord, tuple[str, ...], Searched] | None = None
        self._places: list[str] = []
        self._ends: list[int] = []
        """For each place, how many hits stand in it and in those before."""

    @property
    def current(self) -> Hit | None:
        """The hit that is current, if one is."""
        if self.at < 0:
            return None
        text = bisect_right(self._ends, self.at)
        return Hit(self._places[text], self.at - self._before(text))

    @property
    def replaceable(self) -> int:
        """How many hits stand where words can be changed: what was decided is kept."""
        counts = [end - start for start, end in zip([0, *self._ends], self._ends, strict=False)]
        return sum(
            count
            for place, count in zip(self._places, counts, strict=True)
            if not _is_kept(self._open_record, place.partition("[")[0])
        )

    def look_for(self, wanted: Wanted) -> None:
        """Find all hits of `wanted`; none of them is current yet."""
        self.wanted = wanted
        self.at = -1
        self.recount()

    def recount(self) -> None:
        """Find the hits anew after the record changed; the current one stays if it is there."""
        was = self.current
        found = self._searched().tally(self.wanted)
        self._places = [place for place, _ in found]
        self._ends = list(accumulate(count for _, count in found))
        self.count = self._ends[-1] if self._ends else 0
        self.at = -1
        if was is not None and was.place in self._places:
            text = self._places.index(was.place)
            at = self._before(text) + was.nth
            self.at = at if at < self._ends[text] else -1

    def go_to(self, place: str, nth: int, *, back: bool = False) -> bool:
        """Make the first hit from there on current, going back if so; True if it went round.

        `nth` counts the text's hits that stand before where one begins.
        """
        if not self.count:
            return False
        # A text that is not in the record yet, such as an empty row, stands for its list.
        named = [p for p in self._places if p.partition("[")[0] == place.partition("[")[0]]
        place = place if place in self._places else (named or self._places)[0]
        text = self._places.index(place)
        here = min(self._before(text) + nth, self._ends[text])
        to = here - 1 if back else here
        self.at = to % self.count
        return to != self.at

    def step(self, by: int) -> bool:
        """Go on by one hit, forth (1) or back (-1); True if it went round the record's end."""
        if not self.count:
            return False
        if self.at < 0:
            self.at = 0 if by > 0 else self.count - 1
            return False
        to = self.at + by
        self.at = to % self.count
        return to != self.at

    def _searched(self) -> Searched:
        """Return the record as it is searched: laid out anew only when it is another."""
        record, names = self._open_record.record, self._names()
        if self._laid_out is None or self._laid_out[0] is not record or self._laid_out[1] != names:
            self._laid_out = (record, names, Searched(record, names))
        return self._laid_out[2]

    def _before(self, text: int) -> int:
        return self._ends[text - 1] if text else 0

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
        found = self._searched().tally(self.wanted)
        holding = {place for place, count in found if count}
        others = {
            text: replaced(text.entry, text.value, self.wanted, by)
            for text in self._texts()
            if text.place in holding
        }
        return self._put(others, f"Replace {self.replaceable} ×")

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

    Returns why nothing was changed, '' if it was done. What was decided is left out. A step on one
    text `alone` leads back to that very text when it is undone.
    """
    free = {t: v for t, v in others.items() if not _is_kept(open_record, t.name)}
    if others and not free:
        return KEPT
    others = free
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


def _is_kept(open_record: OpenRecord, name: str) -> bool:
    return open_record.sealed and name in SEALED


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
