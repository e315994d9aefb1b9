"""Which fields of the form stay as they are, as the open record's life goes on."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from sendapp.domain.sealing import KEPT, SEALED
from sendapp.domain.setting_dates import SET_BY_STEPS, dates_of_steps
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
        self._words, self._dates = Fixing(self), Fixing(self)
        self._words.tried.connect(self._say_kept)
        self._dates.tried.connect(self._say_set)
        self._shown: tuple[bool, tuple[str, ...]] = (False, ())
        open_record.sealed_changed.connect(self._follow)
        open_record.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self, *_: object) -> None:
        sealed = self._open_record.sealed
        dates = dates_of_steps(self._open_record.record, sealed=sealed)
        was, self._shown = self._shown, (sealed, dates)
        if was == self._shown:
            return
        for name, widget in self._inputs.items():
            if name in SEALED:
                self._words.fix(widget, sealed)
            elif (name in dates) != (name in was[1]):
                self._dates.fix(widget, name in dates)
        for name, items in self._lists.items():
            if name in SEALED:
                items.be_fixed(self._words if sealed else None)
        self.changed.emit()

    @Slot()
    def _say_kept(self) -> None:
        self._open_record.noticed.emit(KEPT)

    @Slot()
    def _say_set(self) -> None:
        self._open_record.noticed.emit(SET_BY_STEPS)
