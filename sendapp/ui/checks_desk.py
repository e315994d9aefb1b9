"""Keeps the checks in step with the open record: panel, tab, marks and status line."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from sendapp.domain.checks.finding import Finding, Rank
from sendapp.domain.deeds import counted_again, overruled
from sendapp.domain.record import DecisionRecord, SetAside
from sendapp.editing.checker import Checker
from sendapp.editing.open_record import OpenRecord
from sendapp.services.checking import Checking
from sendapp.ui.check_panel import CHECKING, COULD_NOT, NO_RECORD, CheckPanel
from sendapp.ui.reason_dialog import ReasonDialog


class ChecksDesk(QObject):
    """Has the open record checked as it changes, and sets findings aside with a reason."""

    found = Signal(object)
    """What was found, as a tuple."""
    unknown = Signal()
    """Nothing is known of what the law requires."""
    overruled = Signal(object)
    """A finding was set aside, or counts again: what the journal is told of it."""
    counted = Signal(int, int)
    """How many findings there are, those set aside left out; and how many the law requires."""

    def __init__(self, panel: CheckPanel, checking: Checking, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._panel = panel
        self._open_record: OpenRecord | None = None
        self.checker = Checker(checking.check, checking.others_beside, self)
        self.checker.checked.connect(self._show)
        self.checker.failed.connect(self._show_failed)
        panel.aside_wanted.connect(self._ask_why)
        panel.back_wanted.connect(self._take_back)

    def follow(self, open_record: OpenRecord | None) -> None:
        """Check another record, or none; until it is checked nothing is said of it."""
        self._open_record = open_record
        self._panel.show_nothing(NO_RECORD if open_record is None else CHECKING)
        self.checker.follow(open_record)

    @Slot(object)
    def _show(self, findings: tuple[Finding, ...]) -> None:
        self._panel.show_findings(findings)
        left = [finding for finding in findings if not finding.set_aside]
        self.counted.emit(len(left), sum(finding.rank is Rank.LAW for finding in left))
        self.found.emit(findings)

    @Slot()
    def _show_failed(self) -> None:
        self._panel.show_nothing(COULD_NOT)
        self.unknown.emit()
        self.found.emit(())

    @Slot(object)
    def _ask_why(self, finding: Finding) -> None:
        dialog = ReasonDialog(finding.title, finding.quoted, self._window)
        dialog.given.connect(partial(self._set_aside, finding))
        dialog.open()

    def _set_aside(self, finding: Finding, reason: str) -> None:
        row = SetAside(check=finding.check, field=finding.field, words=finding.mark, reason=reason)
        if kept := self._keep(lambda rows: (*rows, row), "Set finding aside"):
            self.overruled.emit(overruled(kept.id, finding, reason))

    @Slot(object)
    def _take_back(self, finding: Finding) -> None:
        def without(rows: tuple[SetAside, ...]) -> tuple[SetAside, ...]:
            keys = [row.finding for row in rows]
            at = keys.index(finding.key) if finding.key in keys else len(rows)
            return (*rows[:at], *rows[at + 1 :])

        if kept := self._keep(without, "Take finding back"):
            self.overruled.emit(counted_again(kept.id, finding))

    def _keep(
        self, change: Callable[[tuple[SetAside, ...]], object], words: str
    ) -> DecisionRecord | None:
        """Change the findings set aside; return the record then, None where nothing changed."""
        if self._open_record is None:
            return None
        before = self._open_record.record.set_aside
        self._open_record.set("set_aside", change(before), words=words)
        self._panel.take_focus()
        record = self._open_record.record
        return record if record.set_aside != before else None
