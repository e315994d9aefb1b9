"""Which fields of the form stay as they are, as the open record's life goes on."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from sendapp.domain.setting_dates import kept_fields, why_fixed
from sendapp.editing.open_record import OpenRecord
from sendapp.ui.form.fixed import Fixing
from sendapp.ui.form.item_list import ItemList


class SealedFields(QObject):
    """Keeps what was decided, and dates that steps have set, from being typed over."""

    changed = Signal()
    """Other fields stay as they are than before."""

    def __init__(
        self,
        open_record: OpenRecord,
        inputs: Mapping[str, QWidget],
        lists: Mapping[str, ItemList],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._open_record = open_record
        self._inputs = inputs
        self._lists = lists
        self._fixings: dict[str, Fixing] = {}
        self._shown: frozenset[str] = frozenset()
        open_record.sealed_changed.connect(self._follow)
        open_record.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self, *_: object) -> None:
        record, sealed = self._open_record.record, self._open_record.sealed
        kept = kept_fields(record, sealed=sealed)
        was, self._shown = self._shown, kept
        if was == kept:
            return
        for name, widget in self._inputs.items():
            if (name in kept) != (name in was):
                self._fixing(name).fix(widget, name in kept)
        for name, items in self._lists.items():
            if (name in kept) != (name in was):
                items.be_fixed(self._fixing(name) if name in kept else None)
        self.changed.emit()

    def _fixing(self, name: str) -> Fixing:
        """Return what keeps the field `name` as it is, and says why."""
        why = why_fixed(name)
        if why not in self._fixings:
            self._fixings[why] = made = Fixing(self)
            made.tried.connect(partial(self._open_record.noticed.emit, why))
        return self._fixings[why]
