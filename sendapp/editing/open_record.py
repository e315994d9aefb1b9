"""The record on the desk: its value now, its undo steps, and the one way to change it."""

import time
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from sendapp.domain.catalogue import field
from sendapp.domain.record import ROW_TYPES, Circulation, DecisionRecord, Row
from sendapp.domain.sealing import SEALED
from sendapp.domain.setting_dates import why_kept
from sendapp.domain.text import Refused, one_line
from sendapp.editing.accepting import accepted, accepted_part, accepted_row
from sendapp.editing.following import Follows, clause_follows
from sendapp.editing.places import field_at, place_of
from sendapp.editing.steps import ChangeStep, Draft

_NAMES = tuple(entry.name for entry in fields(DecisionRecord))


class OpenRecord(QObject):
    """One record while it is edited; `set` and the list verbs are undo steps.

    A value that cannot be kept is refused at its field: the record stays as it was, and
    `refused` says why until a value is accepted there.
    """

    changed = Signal(str)
    """A field has another value; carries its name."""
    stepped = Signal(str)
    """Undo or redo changed the field at this address."""
    touched = Signal()
    """Something was typed that may not have reached the record yet."""
    flush_wanted = Signal()
    """Whoever holds typing that is not in the record yet must hand it over now."""
    refused = Signal(str, str)
    """A place (see `place_of`), and why what stands there cannot be kept; '' once it can."""
    sealed_changed = Signal(bool)
    noticed = Signal(str)
    """Why an act was not carried out, where nothing on the form is wrong."""

    def __init__(
        self,
        record: DecisionRecord,
        typed: Mapping[str, str] | None = None,
        *,
        sealed: bool = False,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._draft = Draft(record, dict(typed or {}))
        self._sealed = self._was_sealed = sealed
        self._clock = clock
        self._refusals: dict[str, str] = {}
        self.followers: list[Follows] = [clause_follows]
        self.undo_stack = QUndoStack(self)

    @property
    def record(self) -> DecisionRecord:
        """The value now, without what is still being typed (see `flush`)."""
        return self._draft.record

    @property
    def typed(self) -> Mapping[str, str]:
        """Dates as typed that could not be read, by field name."""
        return self._draft.typed

    @property
    def sealed(self) -> bool:
        """Whether the sealed set (`sealing.SEALED`) stays as it is: the decision is made."""
        return self._sealed

    @property
    def refusals(self) -> Mapping[str, str]:
        """Why what stands at a place on the form cannot be kept, by place."""
        return self._refusals

    def flush(self) -> None:
        """Bring everything that is still being typed into the record."""
        self.flush_wanted.emit()

    def touch(self) -> None:
        """Say that typing has begun that will reach the record in a moment."""
        self.touched.emit()

    def set(self, name: str, value: Any, *, words: str = "", typing: bool = False) -> bool:
        """Give the field `name` a value as an undo step; False if it was refused.

        `words` names the step ("Bold"); without them it is called after the field. Typing steps
        at one place merge while pauses stay under a second.
        """
        return self.set_many({name: value}, words=words, typing=typing)

    def set_many(self, values: Mapping[str, Any], *, words: str = "", typing: bool = False) -> bool:
        """Give several fields values in one undo step; the first one names it."""
        first = next(iter(values))
        try:
            kept = {name: accepted(name, value) for name, value in values.items()}
        except Refused as reason:
            self._refuse(first, str(reason))
            return False
        self._accept(first)
        after = replace(self._draft, record=_with(self.record, kept))
        return self._push(after, tuple(values), first, words or f"Edit {_called(first)}", typing)

    def set_date(self, name: str, iso: str, typed: str) -> None:
        """Keep a date: `iso` where it could be read, else '' and the text as `typed`."""
        try:
            kept = "" if iso else one_line(typed, 1_000)
        except Refused as reason:
            self._refuse(name, str(reason))
            return
        self._accept(name)
        texts = {key: text for key, text in self.typed.items() if key != name}
        if kept:
            texts[name] = kept
        after = Draft(_with(self.record, {name: iso}), texts)
        self._push(after, (name,), name, f"Edit {_called(name)}", typing=True)

    def adopt(self, before: DecisionRecord, after: Draft, *, sealed: bool) -> None:
        """Take what a step of the record's life changed since `before`; it is not to be undone.

        What was typed meanwhile stays; earlier undo steps, which may hold what it set, go.
        """
        self._was_sealed = sealed
        self.undo_stack.clear()
        names = [name for name in _NAMES if getattr(after.record, name) != getattr(before, name)]
        self.apply(tuple(names), Draft(after.record, {}), "")
        self.seal(sealed)

    def seal(self, sealed: bool) -> None:
        """Let the sealed set stay as it is, or be typed over; also while a step is under way."""
        if sealed != self._sealed:
            self._sealed = sealed
            self.sealed_changed.emit(sealed)

    def circulate(self, row: Circulation) -> None:
        """Note that the draft was sent round; what left the desk is not on the undo stack."""
        rows = (*self.record.circulations, row)
        self.apply(("circulations",), Draft(_with(self.record, {"circulations": rows}), {}), "")

    def bring_back(self, source: Draft, names: tuple[str, ...], words: str) -> None:
        """Take the fields `names` from an older text, and dates as typed there, in one step."""
        self.flush()
        values = {name: getattr(source.record, name) for name in names}
        typed = {k: v for k, v in self.typed.items() if k not in names}
        typed |= {k: v for k, v in source.typed.items() if k in names}
        self._forget_refusals(names)
        after = Draft(_with(self.record, values), typed)
        self._push(after, names, names[0], words, typing=False)

    def rows(self, name: str) -> tuple[Row, ...]:
        """Return the rows of the list `name`."""
        rows: tuple[Row, ...] = getattr(self.record, name)
        return rows

    def index_of(self, name: str, key: str) -> int:
        """Return where the row `key` stands in the list `name`, -1 if it is not there."""
        keys = [row.key for row in self.rows(name)]
        return keys.index(key) if key in keys else -1

    def edit(
        self, name: str, key: str, part: str, value: Any, *, words: str = "", typing: bool = False
    ) -> bool:
        """Give the field `part` of the row `key` a value; False if it was refused.

        A key that is not in the list yet begins a row at its end: the first words typed into the
        empty row that a form shows make it one of the record's.
        """
        rows = list(self.rows(name))
        index = self.index_of(name, key)
        if index < 0:
            index = len(rows)
            rows.append(ROW_TYPES[name](key=key))
        place = place_of(name, key, part)
        try:
            kept = accepted_part(name, part, value)
        except Refused as reason:
            self._refuse(place, str(reason))
            return False
        self._accept(place)
        if index == len(self.rows(name)) and kept == getattr(rows[index], part):
            return True
        rows[index] = replace(rows[index], **{part: kept})
        address = f"{name}[{index}].{part}"
        sentence = words or f"Edit {field(name).row} {index + 1}"
        return self._replace_rows(name, rows, address, sentence, typing=typing)

    def insert(self, name: str, index: int, *new: Row, words: str = "") -> bool:
        """Put rows into the list `name` before `index`."""
        self.flush()
        rows = [*self.rows(name)[:index], *new, *self.rows(name)[index:]]
        sentence = words or f"Add {field(name).row}"
        return self._replace_rows(name, rows, f"{name}[{index}]", sentence)

    def remove(self, name: str, key: str) -> bool:
        """Take the row `key` out of the list `name`."""
        self.flush()
        index = self.index_of(name, key)
        rows = [row for row in self.rows(name) if row.key != key]
        address = f"{name}[{max(0, min(index, len(rows) - 1))}]"
        return self._replace_rows(name, rows, address, f"Remove {field(name).row} {index + 1}")

    def move(self, name: str, key: str, to: int) -> bool:
        """Move the row `key` so that it stands at index `to`."""
        self.flush()
        rows = list(self.rows(name))
        index = self.index_of(name, key)
        rows.insert(to, rows.pop(index))
        return self._replace_rows(name, rows, f"{name}[{to}]", f"Move {field(name).row}")

    def replace_rows(self, name: str, rows: list[Row], at: int, words: str) -> bool:
        """Give the list `name` new rows in one step, as splitting and joining need.

        False if a row would hold what cannot be kept, as two long ones joined.
        """
        try:
            for row in rows:
                accepted_row(name, row)
        except Refused as reason:
            self.noticed.emit(f"{words}: that cannot be done. {reason}")
            return False
        return self._replace_rows(name, rows, f"{name}[{at}]", words)

    def undo(self) -> None:
        """Take back the last step, what is being typed included."""
        self.flush()
        # What a step under way is about to seal must not change under it.
        if self._sealed == self._was_sealed:
            self.undo_stack.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        self.flush()
        if self._sealed == self._was_sealed:
            self.undo_stack.redo()

    def apply(self, names: tuple[str, ...], source: Draft, address: str) -> None:
        """Take the fields `names` from `source`; called by undo steps only."""
        values = {name: getattr(source.record, name) for name in names}
        typed = {k: v for k, v in self.typed.items() if k not in names}
        typed |= {k: v for k, v in source.typed.items() if k in names}
        self._draft = Draft(_with(self.record, values), typed)
        if address:
            self._forget_refusals(names)
        for name in names:
            self.changed.emit(name)
        if address:
            self.stepped.emit(address)

    def _replace_rows(
        self, name: str, rows: list[Row], address: str, words: str, *, typing: bool = False
    ) -> bool:
        after = replace(self._draft, record=_with(self.record, {name: tuple(rows)}))
        return self._push(after, (name,), address, words, typing)

    def _push(
        self, after: Draft, names: tuple[str, ...], address: str, words: str, typing: bool
    ) -> bool:
        """Make the change a step; False if what was decided would change."""
        if not after.differs(self._draft, names):
            return True
        if why := why_kept(self.record, names, sealed=self._sealed):
            self.noticed.emit(why)
            return False
        for follows in self.followers:
            more = follows(self.record, after.record, names)
            more = {k: v for k, v in more.items() if not (self._sealed and k in SEALED)}
            after = replace(after, record=_with(after.record, more))
            names += tuple(name for name in more if name not in names)
        words = words[:1].upper() + words[1:]
        at = self._clock() if typing else None
        self.undo_stack.push(ChangeStep(self, self._draft, after, names, address, words, at))
        return True

    def _refuse(self, place: str, reason: str) -> None:
        self._refusals[place] = reason
        self.refused.emit(place, reason)

    def _accept(self, place: str) -> None:
        if self._refusals.pop(place, ""):
            self.refused.emit(place, "")

    def _forget_refusals(self, names: tuple[str, ...]) -> None:
        """Undo and redo show what the record holds, in place of what was refused there."""
        for place in [place for place in self._refusals if field_at(place) in names]:
            self._accept(place)


def _with(record: DecisionRecord, values: Mapping[str, Any]) -> DecisionRecord:
    return replace(record, **values)


def _called(name: str) -> str:
    label = field(name).label
    return label[:1].lower() + label[1:]
