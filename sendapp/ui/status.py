"""The status line: whether all is saved, what just happened, and the page in view."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QStatusBar, QWidget
from typing_extensions import override

from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import S
from sendapp.ui.tool_tips import plain_tip

NOTICE_MS = 10_000
"""How long a notice stays; one that can be acted upon stays twice as long."""


class StatusLine(QStatusBar):
    """Says "Saved" only when it is told so; a notice may carry one thing to do."""

    law_clicked = Signal()
    """The officer wants to see what the law requires."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_line")
        self.setSizeGripEnabled(False)
        self.setContentsMargins(S, 0, S, 0)
        self._saved = _Words("status_saved", self)
        self._notice = looks(_Words("status_notice", self), Look.MUTED)
        self._page = looks(_Words("status_page", self), Look.MUTED)
        self._page.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._act = looks(QPushButton(self), Look.QUIET)
        self._act.setObjectName("status_action")
        self._act.clicked.connect(self._do)
        self._law = looks(QPushButton(self), Look.QUIET)
        self._law.setObjectName("status_law")
        self._law.clicked.connect(self.law_clicked)
        self._action: Callable[[], object] | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._fade)
        for part in (self._saved, self._notice, self._act):
            self.addWidget(part)
            part.hide()
        for part in (self._law, self._page):
            self.addPermanentWidget(part)
            part.hide()

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            # A main window gives its line no more than the least, which would cut the buttons.
            self.setMinimumHeight(self.sizeHint().height())
        return done

    def show_saving(self) -> None:
        """Say that there is something that is not on the disk yet."""
        self._say_saved("Saving…", Look.MUTED)

    def show_saved(self, at: datetime) -> None:
        """Say that all is on the disk since `at`, an aware time."""
        self._say_saved(f"Saved {at.astimezone():%H:%M}", Look.MUTED)

    def show_not_saved(self, sentence: str) -> None:
        """Say that saving failed, and why."""
        self._say_saved(f"Not saved: {sentence}", Look.PROBLEM)
        announce(self._saved, self._saved.text())

    def show_nothing_open(self) -> None:
        """Say nothing of saving or pages."""
        self._saved.hide()
        self._law.hide()
        self._page.hide()

    @Slot(int, int)
    def count_law(self, found: int, law: int) -> None:
        """Say how many things the law still requires, and how many more were found."""
        words = {
            0: "Law: nothing found missing",
            1: "Law: 1 thing is missing",
        }
        more = f" · {found - law} more to look at" if found > law else ""
        self._law.setText(words.get(law, f"Law: {law} things are missing") + more)
        self._law.setAccessibleName(f"{self._law.text()}: show the checks")
        self._law.setVisible(True)

    @Slot()
    def say_nothing_of_law(self) -> None:
        """Say nothing of what the law requires: it is not known."""
        self._law.hide()

    def show_page(self, page: int, count: int) -> None:
        """Say which page is in view, from 1; nothing while there is none."""
        self._page.setText(f"page {page} of {count}")
        self._page.setVisible(count > 0)

    def notify(
        self, sentence: str, action: str = "", act: Callable[[], object] | None = None
    ) -> None:
        """Say what just happened, with one thing that can be done about it ("Undo")."""
        self._notice.setText(sentence)
        self._notice.show()
        self._act.setText(action)
        self._act.setAccessibleName(f"{action}: {sentence}" if action else "")
        self._act.setVisible(act is not None)
        self._action = act
        self._timer.start(NOTICE_MS * 2 if act else NOTICE_MS)
        announce(self._notice, sentence)

    @Slot()
    def clear_notice(self) -> None:
        """Take the notice away."""
        self._timer.stop()
        self._action = None
        self._notice.hide()
        self._act.hide()

    def _say_saved(self, words: str, look: Look) -> None:
        looks(self._saved, look).setText(words)
        self._saved.show()

    @Slot()
    def _do(self) -> None:
        act = self._action
        self.clear_notice()
        if act is not None:
            act()

    @Slot()
    def _fade(self) -> None:
        if self._act.hasFocus() or self._act.underMouse():
            # It must not vanish under the hand that reaches for it.
            self._timer.start(NOTICE_MS)
            return
        self.clear_notice()


class _Words(QLabel):
    """A line that is cut with dots rather than push its neighbours out of the window."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    @override
    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        wide = min(metrics.horizontalAdvance(self.text()), metrics.averageCharWidth() * 8)
        return QSize(wide, metrics.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        cut = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(plain_tip(self.text()) if cut != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.rect(), int(self.alignment()), cut)


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say `words` without moving the keyboard."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
