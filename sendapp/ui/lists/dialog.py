"""Asks which list is wanted, for which days, and as what; shows what goes on it first."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from sendapp.domain.listing import wording
from sendapp.domain.listing.kinds import ListAsked, ListKind
from sendapp.services.lists import Form, Gathered, forms_of
from sendapp.ui.choice import Choice
from sendapp.ui.date_edit import DateEdit
from sendapp.ui.form.inputs import Radios
from sendapp.ui.lists.preview import ListPreview
from sendapp.ui.scrolled import comfortable
from sendapp.ui.status import announce
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import XL, XS, L, M

_KINDS = tuple((kind.value, kind.words) for kind in ListKind)
_OWN = "own"
_PERIODS = (
    ("day", "Today"),
    ("week", "This week"),
    ("month", "This month"),
    (_OWN, "Other days"),
)
_FORMS = {Form.WORD: "&Word…", Form.PDF: "&PDF…", Form.CSV: "C&SV…", Form.EXCEL: "&Excel…"}


class ListsDialog(QDialog):
    """Stays open while files are made, so that a list can be had as Word and as PDF."""

    gather_wanted = Signal(object, int)
    """What a list would hold is to be shown: carries what is asked (`ListAsked`)."""
    file_wanted = Signal(object)
    """The list is to be made as this `Form`."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lists")
        self.setWindowTitle("Decision lists")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._today = today
        self._own_days = False
        self._gathered: Gathered | None = None
        self._working = False
        self._kind = Radios("list_kind", "Which list?", _KINDS)
        self._period = Choice("list_period", "Period", _PERIODS, self)
        self._since = DateEdit("list_since", "First day", self)
        self._until = DateEdit("list_until", "Last day", self)
        self.preview = ListPreview(self)
        self._times = 0
        self._said = looks(QLabel(self), Look.HEADING)
        self._said.setObjectName("lists_said")
        self._made = looks(QLabel(self), Look.MUTED)
        self._made.setObjectName("lists_made")
        self._buttons: dict[Form, QPushButton] = {}
        self._lay_out()
        self._kind.show_value(ListKind.DRAFT.value)
        self._show_usual_days()
        self._kind.chosen.connect(self._take_kind)
        self._period.chosen.connect(self._take_period)
        self._since.date_edited.connect(self._take_since)
        self._until.date_edited.connect(self._take_until)
        self.preview.ticks_changed.connect(self._count)
        self._kind.stops[0].setFocus()

    @property
    def asked(self) -> ListAsked | None:
        """What is asked for, None while that is no list: a day is missing, or they are crossed."""
        since, until = self._since.iso(), self._until.iso()
        if not since or not until or until < since:
            return None
        return ListAsked(kind=self._kind_now(), since=since, until=until)

    @Slot()
    def gather(self) -> None:
        """Ask what the list would hold."""
        self._gathered = None
        self._times += 1
        asked = self.asked
        if asked is None:
            self._count()
        else:
            self.gather_wanted.emit(asked, self._times)

    def show_gathered(self, times: int, gathered: Gathered) -> None:
        """Show what the list would hold, unless it was asked for again since the `times`-th time.

        An answer that comes late would take away the ticks that were made since.
        """
        if times == self._times and gathered.chosen.asked == self.asked:
            self._gathered = gathered
            # What is published on a past day may be in force already: nobody does that unasked.
            self.preview.show_chosen(gathered.chosen, ticked=not self._is_past(gathered))

    def be_working(self, words: str) -> None:
        """Offer nothing while a file is being made; `words` say so."""
        self._working = True
        self._tell_made(words)
        self._count()

    def be_ready(self, words: str) -> None:
        """Offer everything again; `words` say what was done."""
        self._working = False
        self._tell_made(words)
        self._count()

    @override
    def reject(self) -> None:
        # What is being made is waited for: nobody may think that it was called off.
        if not self._working:
            super().reject()

    def _kind_now(self) -> ListKind:
        chosen = (stop for stop in self._kind.stops if stop.isChecked())
        return ListKind(next(chosen).objectName().removeprefix("list_kind_"))

    @Slot(str)
    def _take_kind(self, _: str) -> None:
        if not self._own_days:
            self._show_usual_days()
        self._tell_made("")
        self.gather()

    @Slot(str, str)
    def _take_since(self, iso: str, _: str) -> None:
        """Move the last day along where it would be before the first, or where both were one."""
        self._take_own()
        if iso and self._until.iso() < iso:
            self._until.show_date(iso)
        self.gather()

    @Slot(str, str)
    def _take_until(self, _iso: str, _typed: str) -> None:
        self._take_own()
        self.gather()

    @Slot(str)
    def _take_period(self, period: str) -> None:
        """Show the days of a period, which stays when another list is chosen."""
        self._own_days = True
        if period == _OWN:
            self._since.line.setFocus()
            return
        self._show_period(period)
        self.gather()

    def _take_own(self) -> None:
        self._own_days = True
        self._period.show_value(_OWN)

    def _show_usual_days(self) -> None:
        """Show today, for the register this month so far."""
        self._show_period("month" if self._kind_now() is ListKind.REGISTER else "day")

    def _show_period(self, period: str) -> None:
        """Show a period's days, up to today: what comes later is on no list yet."""
        monday = self._today - timedelta(days=self._today.weekday())
        firsts = {"day": self._today, "week": monday, "month": self._today.replace(day=1)}
        self._period.show_value(period)
        self._since.show_date(firsts[period].isoformat())
        self._until.show_date(self._today.isoformat())

    @Slot()
    def _count(self) -> None:
        """Say how much goes on the list, and offer the files it can be made as."""
        gathered, asked = self._gathered, self.asked
        self.preview.setEnabled(gathered is not None and not self._working)
        forms = forms_of(self._kind_now())
        for form, button in self._buttons.items():
            button.setVisible(form in forms)
            button.setEnabled(gathered is not None and not self._working)
        if asked is None:
            self._said.setText("Enter the first and the last day of the list.")
        elif gathered is not None:
            marked, new = len(gathered.chosen.marked), len(self.preview.ticked())
            if gathered.chosen.new and self._is_past(gathered):
                self._said.setText(wording.preview_of_past(asked, marked + new))
            else:
                self._said.setText(wording.preview(asked, marked, new))

    def _is_past(self, gathered: Gathered) -> bool:
        return gathered.chosen.asked.is_past(self._today.isoformat())

    def _tell_made(self, words: str) -> None:
        self._made.setText(words)
        self._made.setVisible(bool(words))
        if words:
            announce(self._made, words)

    def _lay_out(self) -> None:
        for label in (self._said, self._made):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._made.hide()
        days = QGridLayout()
        days.setHorizontalSpacing(L)
        days.setVerticalSpacing(XS)
        period = QLabel("Period", self)
        period.setBuddy(self._period)
        days.addWidget(period, 0, 0)
        days.addWidget(self._period, 1, 0, Qt.AlignmentFlag.AlignTop)
        for column, (words, edit) in enumerate(
            (("First day", self._since), ("Last day", self._until)), start=1
        ):
            # Tab would stop at the whole, too, and be led back to its line, round and round.
            edit.setFocusProxy(None)  # type: ignore[arg-type]
            label = QLabel(words, self)
            label.setBuddy(edit.line)
            days.addWidget(label, 0, column)
            days.addWidget(edit, 1, column, Qt.AlignmentFlag.AlignTop)
            days.setColumnStretch(column, 1)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(XL, XL, XL, L)
        column_layout.setSpacing(M)
        column_layout.addWidget(self._kind)
        column_layout.addLayout(days)
        column_layout.addWidget(self._said)
        column_layout.addWidget(self.preview, 1)
        column_layout.addWidget(self._made)
        column_layout.addWidget(self._make_buttons())
        self.resize(comfortable(self, 90, 32))

    def _make_buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        for form, words in _FORMS.items():
            button = box.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
            button.setObjectName(f"list_as_{form.name.lower()}")
            button.setAccessibleName(f"Make the list: {words.replace('&', '').rstrip('…')}")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, form=form: self.file_wanted.emit(form))
            self._buttons[form] = button
        looks(self._buttons[Form.WORD], Look.PRIMARY)
        close = box.addButton("Close", QDialogButtonBox.ButtonRole.RejectRole)
        close.setObjectName("lists_close")
        close.setAutoDefault(False)
        box.rejected.connect(self.reject)
        return box
