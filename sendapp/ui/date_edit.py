"""A date, typed as officers write it or chosen from a calendar."""

from datetime import date

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from sendapp.domain.dates import long_date, read_date
from sendapp.ui.icons import icon
from sendapp.ui.labels import words_label
from sendapp.ui.line_edit import RecordLine
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import XS, S, Tokens

UNREAD = "Not a date yet. Enter it as in 5 March 2026."


class DateEdit(QWidget):
    """A line for a date with a calendar beside it and, beneath, a word when it cannot be read.

    The line has the field's name. What cannot be read stays as typed. The word has its place
    while it is not shown, so that nothing beneath moves under the mouse of who leaves the line.
    """

    date_edited = Signal(str, str)
    """The ISO date, '' if there is none or it cannot be read; and the text as typed."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_date")
        self._label = label
        self.line = RecordLine(name, label, self)
        self.button = self._make_button(name)
        self.note = words_label(UNREAD, Look.DOUBT, self, name=f"{name}_note")
        policy = self.note.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.note.setSizePolicy(policy)
        self.note.hide()
        self._calendar: CalendarPopup | None = None
        self._lay_out()
        self.setFocusProxy(self.line)
        self.setTabOrder(self.line, self.button)
        self.line.textEdited.connect(self._edited)
        self.line.editingFinished.connect(self._settle)
        self.line.installEventFilter(self)

    def iso(self) -> str:
        """Return the date that is read, '' if there is none."""
        return read_date(self.line.text()) or ""

    def is_unread(self) -> bool:
        """Whether something is typed that is no date."""
        return read_date(self.line.text()) is None

    def show_problem(self, words: str) -> None:
        """Say what is wrong with the date until it is edited; that it is none goes first."""
        self._show_note()
        if words and not self.is_unread():
            looks(self.note, Look.PROBLEM).setText(words)
            self.line.setAccessibleDescription(words)
            self.note.show()

    def forget_problem(self) -> None:
        """Say no more of what was wrong; what it took of the room stays until the line is left."""
        self.line.setAccessibleDescription("")
        self.note.hide()

    def show_date(self, iso: str, typed: str = "") -> None:
        """Show a date, or else the text as it was `typed`; nothing is emitted."""
        if (iso and iso == self.iso()) or (not iso and typed == self.line.text()):
            # The same date in other words: the officer may still be typing it.
            if not self.line.hasFocus():
                self._settle()
            return
        self.line.refill(long_date(iso) if iso else typed)
        self._show_note()

    @Slot()
    def open_calendar(self) -> None:
        """Show the calendar beneath the line, on the date that stands there."""
        if self.line.isReadOnly():
            return
        if self._calendar is None:
            self._calendar = CalendarPopup(self._label, self)
            self._calendar.day_chosen.connect(self._take_day)
        self._calendar.open_at(self.iso(), self.line)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.line
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and (opens_popup(event))
        ):
            self.open_calendar()
            return True
        if watched is self.line and event.type() == QEvent.Type.FocusOut:
            self._settle()
        return super().eventFilter(watched, event)

    def _make_button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"{name}_calendar")
        button.setIcon(icon("calendar", "muted"))
        button.setAccessibleName(f"Calendar for {self._label}")
        button.setToolTip("Choose from a calendar (Alt+Down)")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(self.open_calendar)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(XS)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addLayout(row)
        column.addWidget(self.note)

    @Slot(str)
    def _edited(self, text: str) -> None:
        if not self.is_unread() or self.note.text() != UNREAD:
            self.forget_problem()
        self.date_edited.emit(read_date(text) or "", text)

    @Slot()
    def _settle(self) -> None:
        iso = self.iso()
        if iso:
            self.line.refill(long_date(iso))
        self._show_note()

    def _show_note(self) -> None:
        looks(self.note, Look.DOUBT).setText(UNREAD)
        self.line.setAccessibleDescription(UNREAD if self.is_unread() else "")
        self.note.setVisible(self.is_unread())

    @Slot(str)
    def _take_day(self, iso: str) -> None:
        self.line.setText(long_date(iso))
        self._show_note()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)
        self.date_edited.emit(iso, self.line.text())


class CalendarPopup(QFrame):
    """A month to choose a day from; arrows move, Enter takes, Escape leaves."""

    day_chosen = Signal(str)

    def __init__(self, label: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        looks(self, Look.POPUP)
        self.setObjectName("calendar_popup")
        self.calendar = QCalendarWidget(self)
        self.calendar.setObjectName("calendar")
        self.calendar.setAccessibleName(f"Calendar for {label}")
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setGridVisible(False)
        self.calendar.setHorizontalHeaderFormat(
            QCalendarWidget.HorizontalHeaderFormat.ShortDayNames
        )
        for name, drawing in (("prevmonth", "chevron-left"), ("nextmonth", "chevron-right")):
            if arrow := self.calendar.findChild(QToolButton, f"qt_calendar_{name}"):
                arrow.setIcon(icon(drawing))
        self.calendar.clicked.connect(self._take)
        self.calendar.activated.connect(self._take)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(S, S, S, S)
        inside.addWidget(self.calendar)

    def open_at(self, iso: str, beneath: QWidget) -> None:
        """Open beneath a widget on the date `iso`, or on today."""
        day = date.fromisoformat(iso) if iso else date.today()
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self._colour()
        metrics = self.fontMetrics()
        self.calendar.setMinimumSize(metrics.averageCharWidth() * 44, metrics.height() * 14)
        self.adjustSize()
        corner = beneath.mapToGlobal(QPoint(0, beneath.height() + XS))
        room = beneath.screen().availableGeometry()
        corner.setX(max(room.left(), min(corner.x(), room.right() - self.width())))
        if corner.y() + self.height() > room.bottom():
            corner.setY(beneath.mapToGlobal(QPoint(0, 0)).y() - self.height() - XS)
        self.move(corner)
        self.show()
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def _colour(self) -> None:
        tokens = Tokens.now()
        plain, muted = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(tokens.colour("text"))
        muted.setForeground(tokens.colour("muted"))
        muted.setBackground(tokens.colour("surface"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, plain)
        self.calendar.setHeaderTextFormat(muted)

    @Slot(QDate)
    def _take(self, day: QDate) -> None:
        self.hide()
        self.day_chosen.emit(day.toString(Qt.DateFormat.ISODate))


def opens_popup(event: QKeyEvent) -> bool:
    """Whether a key is the one that opens a list or calendar: Alt+Down or F4."""
    alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
    return event.key() == Qt.Key.Key_F4 or bool(alt and event.key() == Qt.Key.Key_Down)
