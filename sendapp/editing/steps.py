"""Undo steps: each knows the fields before, the fields after, and a sentence."""

import weakref
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtGui import QUndoCommand
from typing_extensions import override

from sendapp.domain.record import DecisionRecord

MERGE_PAUSE_S = 1.0
"""Typing at one place is one step while its pauses stay under this."""

_TYPING_ID = 1


@dataclass(frozen=True, slots=True)
class Draft:
    """The record's value and the dates as typed that it cannot hold."""

    record: DecisionRecord
    typed: Mapping[str, str]

    def differs(self, other: "Draft", names: tuple[str, ...]) -> bool:
        """Whether one of the fields `names` has another value in `other`."""
        return any(
            _value(self, name) != _value(other, name) or _keys(self, name) != _keys(other, name)
            for name in names
        )


class Applies(Protocol):
    """What a step is carried out on: the open record."""

    def apply(self, names: tuple[str, ...], source: Draft, address: str) -> None:
        """Take the fields `names` from `source` and show the one at `address`, if there is one."""


class ChangeStep(QUndoCommand):
    """One change to one or a few fields; merges with typing at the same address."""

    def __init__(
        self,
        open_record: Applies,
        before: Draft,
        after: Draft,
        names: tuple[str, ...],
        address: str,
        words: str,
        typed_at: float | None,
    ) -> None:
        super().__init__(words)
        # Weakly: a ring of a record, its stack and its steps is taken apart by the collector in
        # any order, and the stack then deletes steps that are gone.
        self._open_record = weakref.ref(open_record)
        self._before = before
        self._after = after
        self._names = names
        self._address = address
        self._typed_at = typed_at
        self._done_once = False

    @override
    def id(self) -> int:
        return -1 if self._typed_at is None else _TYPING_ID

    @override
    def redo(self) -> None:
        # The first time the change comes from the very field, which need not be shown it again.
        self._apply(self._after, self._address if self._done_once else "")
        self._done_once = True

    @override
    def undo(self) -> None:
        self._apply(self._before, self._address)

    @override
    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, ChangeStep) or other._address != self._address:
            return False
        if self._typed_at is None or other._typed_at is None:
            return False
        if other._typed_at - self._typed_at >= MERGE_PAUSE_S:
            return False
        # Other fields may follow one key and not the next; both drafts hold every field.
        self._names = tuple(dict.fromkeys(self._names + other._names))
        self._after = other._after
        self._typed_at = other._typed_at
        if not self._after.differs(self._before, self._names):
            self.setObsolete(True)
        return True

    def _apply(self, source: Draft, address: str) -> None:
        open_record = self._open_record()
        if open_record is not None:
            open_record.apply(self._names, source, address)


def _value(draft: Draft, name: str) -> object:
    return getattr(draft.record, name), draft.typed.get(name, "")


def _keys(draft: Draft, name: str) -> object:
    value = getattr(draft.record, name)
    return [row.key for row in value if hasattr(row, "key")] if isinstance(value, tuple) else None
