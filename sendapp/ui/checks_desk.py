"""Keeps the checks in step with the open record: panel, tab, marks and status line."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from sendapp.domain.checks.finding import Finding, Rank
from sendapp.domain.record import DecisionRecord, SetAside
from sendapp.editing.checker import Checker
from sendapp.editing.open_record import OpenRecord
from sendapp.services.checking import Checking
from sendapp.ui.check_panel import CHECKING, NO_RECORD, CheckPanel
from sendapp.ui.findings_model import Shown
from sendapp.ui.reason_dialog import ReasonDialog


class ChecksDesk(QObject):
    """Has the open record checked as it changes, and sets findings aside with a reason."""

    found = Signal(object)
    """What was found, as a tuple of `Shown`."""
    counted = Signal(int, int)
    """How many findings there are, those set aside left out; and how many the law requires."""

    def __init__(self, panel: CheckPanel, checking: Checking, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._panel = panel
        self._open_record: OpenRecord | None = None
        self.checker = Checker(checking.check, checking.titles_beside, self)
        self.checker.checked.connect(self._show)
        panel.aside_wanted.connect(self._ask_why)
        panel.back_wanted.connect(self._take_back)

    def follow(self, open_record: OpenRecord | None) -> None:
        """Check another record, or none; until it is checked nothing is said of it."""
        self._open_record = open_record
        self._panel.show_nothing(NO_RECORD if open_record is None else CHECKING)
        self.checker.follow(open_record)

    @Slot(object)
    def _show(self, findings: tuple[Finding, ...]) -> None:
        if self._open_record is None:
            return
        shown = readable(findings, self._open_record.record)
        self._panel.show_findings(shown)
        open_ones = [entry for entry in shown if not entry.reason]
        law = sum(entry.rank is Rank.LAW for entry in open_ones)
        self.counted.emit(len(open_ones), law)
        self.found.emit(shown)

    @Slot(object)
    def _ask_why(self, shown: Shown) -> None:
        dialog = ReasonDialog(shown.title, shown.quoted, self._window)
        dialog.given.connect(partial(self._set_aside, shown.finding))
        dialog.open()

    def _set_aside(self, finding: Finding, reason: str) -> None:
        if self._open_record is None:
            return
        row = SetAside(check=finding.check, field=finding.field, words=finding.mark, reason=reason)
        rows = (*self._open_record.record.set_aside, row)
        self._open_record.set("set_aside", rows, words="Set finding aside")

    @Slot(object)
    def _take_back(self, shown: Shown) -> None:
        if self._open_record is None:
            return
        found = shown.finding
        mark = (found.check, found.field, found.mark)
        rows = tuple(
            row
            for row in self._open_record.record.set_aside
            if (row.check, row.field, row.words) != mark
        )
        self._open_record.set("set_aside", rows, words="Take finding back")


def readable(findings: tuple[Finding, ...], record: DecisionRecord) -> tuple[Shown, ...]:
    """Return findings with what an officer reads of them."""
    if not findings:
        return ()
    # Loaded with the first findings: the window must open without the checks' phrases.
    from sendapp.domain.checks.catalogue import check_named, why_set_aside
    from sendapp.domain.checks.reading import Reading

    record_type = Reading(record).record_type
    out = []
    for finding in findings:
        check = check_named(finding.check)
        out.append(
            Shown(
                finding,
                check.rank,
                check.title,
                check.duty,
                check.source_for(record_type),
                why_set_aside(record, finding),
            )
        )
    return tuple(out)
