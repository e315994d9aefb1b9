"""The history's panel: the versions of the open record, and what changed in the chosen one."""

from collections.abc import Collection, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from sendapp.domain.comparing import Difference
from sendapp.editing.restoring import STAYS
from sendapp.services.history import Version
from sendapp.ui.choice import Choice
from sendapp.ui.history.changes import Changes
from sendapp.ui.history.journal_view import JournalView
from sendapp.ui.history.version_list import VersionList
from sendapp.ui.labels import words_label
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import L, M, S

NO_RECORD = "What a record said before appears here once one is open."
NO_VERSIONS = (
    "Nothing is kept yet. A version is kept by itself when you leave, export, print or circulate "
    "the record, when its state changes, and after each half hour of work."
)
DECIDED = (
    "The decision has been made: what was decided is not brought back from an older version. Notes "
    "and contacts can be, one by one."
)
FIRST = "This is the first version that was kept."
NO_CHANGE = "Nothing changed."
COMPARING = "Comparing…"
BEFORE, NOW = "before", "now"
VERSIONS, JOURNAL = "versions", "journal"


class HistoryPanel(QWidget):
    """Shows versions and changes; every act on them is a signal."""

    shown_changed = Signal()
    """Another version, or another comparison, is to be shown."""
    restore_wanted = Signal(object)
    field_wanted = Signal(object, str)
    """A version, and the field of it to bring back."""
    compare_wanted = Signal(object)
    view_changed = Signal()
    """Versions are to be shown, or what was done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history_panel")
        self.list = VersionList(self)
        self.against = Choice(
            "history_against",
            "Compare",
            ((BEFORE, "What changed since the version before"), (NOW, "What has changed since")),
            self,
        )
        self.view = Choice(
            "history_view",
            "Show",
            ((VERSIONS, "What it said: versions"), (JOURNAL, "What was done: the journal")),
            self,
        )
        self.journal = JournalView(self)
        self.changes = Changes(self)
        self._empty = looks(QLabel(self), Look.MUTED)
        self._empty.setObjectName("history_empty")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._empty.setMargin(L)
        self._restore = self._button("history_restore", "Restore this version")
        self._compare = self._button("history_compare", "Side by side…")
        self._decided = words_label(DECIDED, Look.MUTED, self, name="history_decided")
        self._decided.hide()
        self._lay_out()
        self.list.version_chosen.connect(self._chosen)
        self.against.chosen.connect(self.shown_changed)
        self.view.chosen.connect(self._change_view)
        self.changes.back_wanted.connect(self._want_field)
        self._restore.clicked.connect(self._want_restore)
        self._compare.clicked.connect(self._want_compare)
        self.show_nothing(NO_RECORD)

    def show_nothing(self, words: str) -> None:
        """Show no versions, and say why."""
        self.list.show_versions((), date.today())
        self._say(words)

    def show_versions(self, versions: Sequence[Version], today: date) -> None:
        """Show the versions of the open record, newest first."""
        self._say("" if versions else NO_VERSIONS)
        self.list.show_versions(versions, today)

    def show_differences(self, found: Sequence[Difference]) -> None:
        """Show what changed, as `against` asks."""
        if found:
            self.changes.show_differences(found)
        else:
            self.changes.show_words(NO_CHANGE)

    def be_decided(self, stays: Collection[str]) -> None:
        """Offer to bring back nothing of the fields `stays`, and no whole version while any do."""
        self.changes.stays = STAYS | frozenset(stays)
        self._restore.setVisible(not stays)
        self._decided.setVisible(bool(stays))

    def version_before(self) -> Version | None:
        """Return the version kept before the chosen one, None where it is the first."""
        versions = self.list.versions()
        chosen = self.list.version()
        at = versions.index(chosen) if chosen in versions else len(versions)
        return versions[at + 1] if at + 1 < len(versions) else None

    def take_focus(self) -> None:
        """Put the keyboard on what is shown, or on the words that say there is nothing."""
        target: QWidget = self.list if self._empty.isHidden() else self._empty
        target = target if self.journal.isHidden() else self.journal
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        below = QWidget(self)
        column = QVBoxLayout(below)
        column.setContentsMargins(0, S, 0, 0)
        column.setSpacing(S)
        head = QHBoxLayout()
        head.setContentsMargins(M, 0, M, 0)
        head.addWidget(self.against, 1)
        column.addLayout(head)
        column.addWidget(self.changes, 1)
        column.addWidget(looks(QFrame(self), Look.RULE))
        said = QHBoxLayout()
        said.setContentsMargins(M, S, M, 0)
        said.addWidget(self._decided)
        column.addLayout(said)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(M, S, M, S)
        buttons.setSpacing(S)
        buttons.addWidget(self._restore)
        buttons.addWidget(self._compare)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self._split = QSplitter(Qt.Orientation.Vertical, self)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.list)
        self._split.addWidget(below)
        self._split.setStretchFactor(0, 2)
        self._split.setStretchFactor(1, 3)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(M, S, M, S)
        top.addWidget(self.view, 1)
        outer.addLayout(top)
        for part in (self._empty, self._split, self.journal):
            outer.addWidget(part, 1)
        self.journal.hide()

    def _button(self, name: str, words: str) -> QPushButton:
        button = looks(QPushButton(words, self), Look.QUIET)
        button.setObjectName(name)
        return button

    def _say(self, words: str) -> None:
        self._empty.setText(words)
        self._empty.setAccessibleName(words)
        # The keyboard goes on to what takes the place of what is hidden.
        was_here = self._empty.hasFocus() or self.list.hasFocus()
        told = self.view.value() == JOURNAL and words != NO_RECORD
        self.view.setVisible(words != NO_RECORD)
        self.journal.setVisible(told)
        self._empty.setVisible(bool(words) and not told)
        self._split.setVisible(not words and not told)
        if was_here:
            self.take_focus()

    @Slot()
    def _change_view(self) -> None:
        self._say(self._empty.text())
        self.view_changed.emit()

    @Slot(object)
    def _chosen(self, version: Version | None) -> None:
        if version is not None:
            # What another version changed is not to be brought back by mistake.
            self.changes.show_words(COMPARING)
            self.shown_changed.emit()

    @Slot(str)
    def _want_field(self, name: str) -> None:
        self.field_wanted.emit(self.list.version(), name)

    @Slot()
    def _want_restore(self) -> None:
        self.restore_wanted.emit(self.list.version())

    @Slot()
    def _want_compare(self) -> None:
        self.compare_wanted.emit(self.list.version())
