"""Keeps the history's panel in step with the open record, and brings older words back."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from sendapp.domain.comparing import Difference, as_read
from sendapp.domain.deeds import brought_back
from sendapp.domain.record import DecisionRecord
from sendapp.domain.versions import Why
from sendapp.editing.later import when_done
from sendapp.editing.open_record import OpenRecord
from sendapp.editing.restoring import kept_from, restore, restore_field
from sendapp.editing.versioner import Versioner
from sendapp.errors import Problem
from sendapp.services.history import History, OldText, Version
from sendapp.services.stating import Past, Stating
from sendapp.ui.history.compare_dialog import CompareDialog
from sendapp.ui.history.panel import FIRST, NO_RECORD, NOW, HistoryPanel
from sendapp.ui.history.wording import title_of
from sendapp.ui.messages import Messages


class HistoryDesk(QObject):
    """Lists the versions of the open record while anybody looks, and acts on them."""

    noticed = Signal(str, str, object)
    restored = Signal(object)
    """Words of an older text were brought back: what the journal is told of it."""

    def __init__(
        self,
        panel: HistoryPanel,
        history: History,
        stating: Stating,
        versioner: Versioner,
        messages: Messages,
        parent: QWidget,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._panel = panel
        self._history = history
        self._stating = stating
        self._versioner = versioner
        self._messages = messages
        self._today = today
        self._open_record: OpenRecord | None = None
        self._seen = False
        self._asked = 0
        panel.shown_changed.connect(self._compare)
        panel.restore_wanted.connect(self._restore)
        panel.field_wanted.connect(self._restore_field)
        panel.compare_wanted.connect(self._side_by_side)
        panel.view_changed.connect(self.refresh)
        versioner.kept.connect(self._refresh_of)

    def follow(self, open_record: OpenRecord | None) -> None:
        """Show the versions of another record, or of none."""
        self._open_record = open_record
        if open_record is None:
            self._panel.show_nothing(NO_RECORD)
        else:
            open_record.sealed_changed.connect(self._follow_seal)
            self._follow_seal()
            self.refresh()

    @Slot()
    def _follow_seal(self, *_: object) -> None:
        """Offer to bring back only what can be: of what was decided nothing."""
        if self._open_record is not None:
            self._panel.be_decided(kept_from(self._open_record))
            self._compare()

    def be_seen(self, seen: bool) -> None:
        """Ask for versions only while the panel is seen."""
        if seen and not self._seen:
            self._seen = True
            self.refresh()
        self._seen = seen

    @Slot()
    def refresh(self) -> None:
        """List the versions, and what was done, anew."""
        open_record = self._open_record
        if open_record is None or not self._seen:
            return

        def show(versions: list[Version]) -> None:
            if open_record is self._open_record:
                self._panel.show_versions(versions, self._today())

        def tell(past: Past) -> None:
            if open_record is self._open_record:
                self._panel.journal.show_entries(past.entries, self._today())

        record_id = open_record.record.id
        when_done(self._history.listing(record_id), self, show, self._note)
        when_done(self._stating.past(record_id), self, tell, self._note)

    @Slot(str)
    def _refresh_of(self, record_id: str) -> None:
        if self._open_record is not None and self._open_record.record.id == record_id:
            self.refresh()

    @Slot()
    def _compare(self) -> None:
        """Ask what changed, as the panel wants it compared; only the newest answer is shown."""
        version, open_record = self._panel.list.version(), self._open_record
        if version is None or open_record is None:
            return
        self._asked += 1
        asked = self._asked

        def show(found: list[Difference]) -> None:
            if asked == self._asked:
                self._panel.show_differences(found)

        if self._panel.against.value() == NOW:
            open_record.flush()
            future = self._history.changed(version.number, _read(open_record))
        elif (before := self._panel.version_before()) is None:
            self._panel.changes.show_words(FIRST)
            return
        else:
            future = self._history.changed(before.number, version.number)
        when_done(future, self, show, self._could_not)

    @Slot(object)
    def _restore(self, version: Version) -> None:
        self._with_text(version, restore)

    @Slot(object, str)
    def _restore_field(self, version: Version, name: str) -> None:
        self._with_text(version, lambda desk, old: restore_field(desk, old, name), name)

    def _with_text(
        self, version: Version, act: Callable[[OpenRecord, OldText], bool], name: str = ""
    ) -> None:
        """Read the version, keep what stands there now, and only then bring words back."""
        open_record = self._open_record

        def go_on(old: OldText) -> None:
            if open_record is None or open_record is not self._open_record:
                return
            open_record.flush()
            self._versioner.keep_now(
                Why.BEFORE_RESTORE, done=partial(self._act, open_record, act, old, name)
            )

        when_done(self._history.get(version.number), self, go_on, self._tell)

    def _act(
        self,
        open_record: OpenRecord,
        act: Callable[[OpenRecord, OldText], bool],
        old: OldText,
        name: str,
    ) -> None:
        if open_record is not self._open_record:
            return
        before = _read(open_record)
        if not act(open_record, old):
            return
        if _read(open_record) == before:
            self.noticed.emit("The record says this already.", "", None)
        else:
            version = old.version
            kept = title_of(version)
            self.restored.emit(brought_back(version.record_id, version.number, kept, name))
            step = open_record.undo_stack.index()
            self.noticed.emit("Brought back.", "Undo", partial(self._take_back, open_record, step))
        self._compare()

    def _take_back(self, open_record: OpenRecord, step: int) -> None:
        """Undo the step that brought words back, while it is the last one."""
        if open_record is not self._open_record:
            self.noticed.emit("That record is not open any more.", "", None)
            return
        open_record.flush()
        if open_record.undo_stack.index() == step:
            open_record.undo()
        else:
            words = "There are later changes: undo them first, with Ctrl+Z."
            self.noticed.emit(words, "", None)

    @Slot(object)
    def _side_by_side(self, version: Version) -> None:
        if self._open_record is None:
            return
        self._open_record.flush()
        now = _read(self._open_record)
        dialog = CompareDialog(
            self._panel.list.versions(), version, now, self._history, self._tell, self._window
        )
        dialog.begin()
        dialog.open()

    def _note(self, fault: BaseException) -> None:
        """Tell of what nobody asked for just now without getting in the way of typing."""
        if not isinstance(fault, Problem):
            raise fault
        self.noticed.emit(f"{fault.sentence} {fault.hint}".strip(), "", None)

    def _could_not(self, fault: BaseException) -> None:
        if not isinstance(fault, Problem):
            raise fault
        self._panel.changes.show_words(f"{fault.sentence} {fault.hint}".strip())

    def _tell(self, fault: BaseException) -> None:
        if not isinstance(fault, Problem):
            raise fault
        self._messages.show_problem(fault)


def _read(open_record: OpenRecord) -> DecisionRecord:
    return as_read(open_record.record, open_record.typed)
