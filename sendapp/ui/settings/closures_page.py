"""The days on which the council is closed, beside weekends and bank holidays."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QWidget,
)
from typing_extensions import override

from sendapp.domain.dates import WEEKDAYS, long_date
from sendapp.domain.profile import MOST_CLOSURE_DAYS
from sendapp.services.council import CouncilSettings
from sendapp.ui.date_edit import DateEdit
from sendapp.ui.settings.page import Noted, SettingsPage, act, beside
from sendapp.ui.status import announce
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import XS, L, M, S

LONGEST = 60
"""How many days a closure may span; more is a year typed wrongly."""

_LINES = 7
_ISO = Qt.ItemDataRole.UserRole
_WAITING = "Press Add days first, or clear the two dates."


class ClosuresPage(SettingsPage):
    """A list of days; a day or a stretch of them is added, what is chosen is removed."""

    def __init__(self) -> None:
        super().__init__("Closure days")
        self.list = looks(QListWidget(self), Look.TABLE)
        self.list.setObjectName("closure_days")
        self.list.setAccessibleName("Closure days")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setItemDelegate(QStyledItemDelegate(self.list))
        self.list.setMinimumHeight((self.fontMetrics().height() + 2 * S) * _LINES)
        self.first = DateEdit("closure_first", "First closure day")
        self.last = DateEdit("closure_last", "Last closure day")
        self._add = act("closure_add", "Add days", self._take, "plus")
        self._christmas = act("closure_christmas", "Christmas and New Year", self._fill_christmas)
        self._remove = act("closure_remove", "Remove", self._take_out, "x")
        looks(self._christmas, Look.QUIET)
        self._acts = Noted("closure", beside(self._add, self._christmas))
        self._lay_out()
        self.list.itemSelectionChanged.connect(self._offer)
        self.list.installEventFilter(self)
        for edit in (self.first, self.last):
            edit.line.installEventFilter(self)
            edit.date_edited.connect(self._forget)

    def days(self) -> tuple[str, ...]:
        """Return the days as ISO dates, in order."""
        return tuple(str(self.list.item(n).data(_ISO)) for n in range(self.list.count()))

    @override
    def show_settings(self, settings: CouncilSettings) -> None:
        self._show(settings.profile.closure_days)

    @override
    def applied(self, settings: CouncilSettings) -> CouncilSettings:
        return replace(settings, profile=replace(settings.profile, closure_days=self.days()))

    @override
    def check(self) -> QWidget | None:
        waits = self.first.line.text().strip() or self.last.line.text().strip()
        self._acts.say(_WAITING if waits else "", aloud=True)
        return self.first.line if waits else None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.list and event.key() == Qt.Key.Key_Delete:
                self._take_out()
                return True
            # Else the dialog's own button would be pressed, and these days be lost.
            if watched is not self.list and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self.heading("Closure days")
        self.note(
            "Days on which your offices are closed, as between Christmas and New Year. They do not "
            "count for call-in. Weekends and bank holidays need not be entered."
        )
        self._column.addSpacing(M)
        dates = QGridLayout()
        dates.setHorizontalSpacing(L)
        dates.setVerticalSpacing(XS)
        for column, (words, edit) in enumerate(
            (("From", self.first), ("To (blank for one day)", self.last))
        ):
            label = QLabel(words, self)
            label.setWordWrap(True)
            label.setBuddy(edit.line)
            dates.addWidget(label, 0, column, Qt.AlignmentFlag.AlignBottom)
            dates.addWidget(edit, 1, column, Qt.AlignmentFlag.AlignTop)
            dates.setColumnStretch(column, 1)
        self._column.addLayout(dates)
        self._column.addWidget(self._acts)
        self.row(self.list, "Days entered")
        self._column.addWidget(beside(self._remove))
        self.end()

    def _show(self, days: Iterable[str]) -> None:
        self.list.clear()
        for day in sorted(set(days)):
            item = QListWidgetItem(_in_words(day))
            item.setData(_ISO, day)
            self.list.addItem(item)
        self._offer()

    @Slot()
    def _offer(self) -> None:
        self._remove.setEnabled(bool(self.list.selectedItems()))

    @Slot()
    def _forget(self, *_: object) -> None:
        self._acts.say("")

    @Slot()
    def _fill_christmas(self) -> None:
        """Propose the days between Christmas and New Year that come next."""
        year = date.today().year
        # One that is entered already is not the one that is meant; 24 December may be a weekend.
        while {f"{year}-12-{day}" for day in (29, 30, 31)} & set(self.days()):
            year += 1
        self.first.show_date(date(year, 12, 24).isoformat())
        self.last.show_date(date(year + 1, 1, 1).isoformat())
        self._forget()
        self.first.line.setFocus()

    @Slot()
    def _take(self) -> None:
        found, fault = days_between(self.first, self.last)
        if not fault and len({*found, *self.days()}) > MOST_CLOSURE_DAYS:
            fault = f"There is room for {MOST_CLOSURE_DAYS:,} days; remove some first."
        self._acts.say(fault, aloud=True)
        if fault:
            return
        new = [day for day in found if day not in self.days()]
        self._show({*self.days(), *found})
        for edit in (self.first, self.last):
            edit.show_date("")
        if new:
            self.list.setCurrentRow(self.days().index(new[0]))
        self.first.line.setFocus()
        announce(self.list, f"{len(new)} {'day' if len(new) == 1 else 'days'} added")

    @Slot()
    def _take_out(self) -> None:
        gone = {str(item.data(_ISO)) for item in self.list.selectedItems()}
        if not gone:
            return
        row = self.list.currentRow()
        self._show(day for day in self.days() if day not in gone)
        self.list.setCurrentRow(min(max(0, row - len(gone) + 1), self.list.count() - 1))
        self.list.setFocus()
        announce(self.list, f"{len(gone)} {'day' if len(gone) == 1 else 'days'} removed")


def days_between(first: DateEdit, last: DateEdit) -> tuple[tuple[str, ...], str]:
    """Return the days from Monday to Friday that two dates span, or what is wrong with them."""
    begin, end = first.iso(), last.iso() or first.iso()
    if not begin or (last.line.text().strip() and not last.iso()):
        return (), "Enter the first day, and the last one where it is another."
    one, other = date.fromisoformat(begin), date.fromisoformat(end)
    if other < one:
        return (), f"{long_date(end)} is before {long_date(begin)}."
    if (other - one).days >= LONGEST:
        return (), f"That is more than {LONGEST} days. Is the year right?"
    span = (one + timedelta(days=n) for n in range((other - one).days + 1))
    days = tuple(day.isoformat() for day in span if day.weekday() < 5)
    return days, "" if days else "That is a weekend, which never counts."


def _in_words(day: str) -> str:
    return f"{WEEKDAYS[date.fromisoformat(day).weekday()]} {long_date(day)}"
