"""Tells when another day has begun while the program runs: what is due then is another thing."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

LOOK_MS = 60_000
"""How often it is looked at; a computer that slept is looked at when the window comes back."""


class DayWatch(QObject):
    """Looks at the calendar each minute, and whenever the program comes to the front."""

    new_day = Signal()

    def __init__(self, parent: QObject, today: Callable[[], date] = date.today) -> None:
        super().__init__(parent)
        self.today = today
        self._day = today()
        timer = QTimer(self)
        timer.setInterval(LOOK_MS)
        timer.timeout.connect(self.look)
        timer.start()
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.applicationStateChanged.connect(self._follow)

    @Slot()
    def look(self) -> None:
        """Tell of a new day, if one has begun since it was last looked."""
        day = self.today()
        if day != self._day:
            self._day = day
            self.new_day.emit()

    @Slot(Qt.ApplicationState)
    def _follow(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.look()
