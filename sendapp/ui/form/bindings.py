"""One line binds one widget to one field; showing a value is never editing it."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, SignalInstance, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from sendapp.editing.open_record import OpenRecord
from sendapp.editing.suggesting import PostFollowing
from sendapp.services.desk import Suggestion
from sendapp.ui.choice import PostChoice
from sendapp.ui.date_edit import DateEdit


class Binding(QObject):
    """Keeps a widget and the record's field `name` showing the same value."""

    def __init__(
        self,
        widget: QWidget,
        open_record: OpenRecord,
        name: str,
        show: Callable[[Any], object],
        edited: SignalInstance,
        *,
        typing: bool,
    ) -> None:
        super().__init__(widget)
        self._open_record = open_record
        self._name = name
        self._show = show
        self._typing = typing
        edited.connect(self.take)
        open_record.changed.connect(self.show_field)
        self.show_field(name)

    @Slot(object)
    def take(self, value: Any) -> None:
        """Bring what the officer did into the record."""
        self._open_record.set(self._name, value, typing=self._typing)

    @Slot(str)
    def show_field(self, name: str) -> None:
        """Show the record's value, if it is this field's; what was refused stays to be mended."""
        if name == self._name and name not in self._open_record.refusals:
            self._show(getattr(self._open_record.record, name))


class PostBinding(Binding):
    """The decision maker; the decision's first words and the holder's name follow, by the day."""

    def __init__(self, widget: PostChoice, open_record: OpenRecord, name: str, duties: str) -> None:
        self._following = PostFollowing(duties)
        open_record.followers.append(self._following.follows)
        super().__init__(
            widget, open_record, name, widget.show_text, widget.post_edited, typing=True
        )

    def suggest(self, known: Mapping[str, Suggestion]) -> None:
        """Know what goes with each of these posts from now on."""
        self._following.known = known

    @override
    @Slot(object)
    def take(self, value: Any) -> None:
        """Set the post, and what follows from it in the same step."""
        record = self._open_record.record
        changes = {self._name: value}
        if value != record.decision_maker:
            changes = self._following.chosen(record, value)
        self._open_record.set_many(changes, typing=True)


class DateBinding(QObject):
    """Keeps a date field and its line showing the same date, or the same unread text."""

    def __init__(self, widget: DateEdit, open_record: OpenRecord, name: str) -> None:
        super().__init__(widget)
        self._widget = widget
        self._open_record = open_record
        self._name = name
        widget.date_edited.connect(self.take)
        open_record.changed.connect(self.show_field)
        self.show_field(name)

    @Slot(str, str)
    def take(self, iso: str, typed: str) -> None:
        """Keep the date, or the text that could not be read."""
        self._open_record.set_date(self._name, iso, typed)

    @Slot(str)
    def show_field(self, name: str) -> None:
        """Show the record's date, if it is this field's; what was refused stays to be mended."""
        if name == self._name and name not in self._open_record.refusals:
            iso = getattr(self._open_record.record, name)
            self._widget.show_date(iso, self._open_record.typed.get(name, ""))
