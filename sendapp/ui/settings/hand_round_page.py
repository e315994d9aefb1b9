"""The council's profile as one file: written for colleagues, and brought in from one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel

from sendapp.domain.profile_words import profile_changes
from sendapp.errors import Problem
from sendapp.services.council import CouncilSettings, shared_of
from sendapp.services.profiles import read_profile, write_profile
from sendapp.ui.messages import Messages
from sendapp.ui.one_file import PROFILE, ask_export, ask_import
from sendapp.ui.settings.changes_dialog import ChangesDialog
from sendapp.ui.settings.page import SettingsPage, act, beside
from sendapp.ui.status import announce
from sendapp.ui.tokens import M, S

_IN_IT = (
    "One file holds what a new colleague needs: the council’s name and logo, the call-in rule, "
    "closure days, the wording of banners, reference numbers, retention, what is asked for, posts "
    "and the council’s words."
)
_NOT_IN_IT = (
    "Not in it: your name, how your window looks and your folders. Phrases and templates have "
    "files of their own."
)


class HandRoundPage(SettingsPage):
    """Acts on what stands in the dialog, which `current` returns where all of it is sound."""

    taken = Signal(object)
    """CouncilSettings as a file would have them, to be shown in the dialog."""

    def __init__(self, current: Callable[[], CouncilSettings | None], messages: Messages) -> None:
        super().__init__("Hand round")
        self._current = current
        self._messages = messages
        self._export = act("profile_export", "Export profile…", self._ask_export, "download")
        self._import = act("profile_import", "Import profile…", self._ask_import, "upload")
        self.said = QLabel(self)
        self.said.setObjectName("profile_note")
        self.said.setWordWrap(True)
        self.said.hide()
        self.heading("Hand the profile round")
        self.note(_IN_IT)
        self._column.addSpacing(S)
        self.note(_NOT_IN_IT)
        self._column.addSpacing(M)
        self._column.addWidget(beside(self._export, self._import))
        self._column.addWidget(self.said)
        self.end()

    @Slot(str)
    def write(self, name: str) -> None:
        """Write the profile as it stands in the dialog to a file."""
        settings = self._current()
        if settings is None:
            return
        try:
            write_profile(settings, Path(name))
        except Problem as problem:
            self._messages.show_problem(problem)
            return
        self._say(f"Exported to {name}.")

    @Slot(str)
    def bring_in(self, name: str) -> None:
        """Read a file and show what it would change, before anything of it is taken."""
        settings = self._current()
        if settings is None:
            return
        try:
            wanted = read_profile(Path(name), settings)
        except Problem as problem:
            self._messages.show_problem(problem)
            return
        changes = profile_changes(shared_of(settings), shared_of(wanted))
        if not changes:
            self._say(f"{Path(name).name} says what your settings say. Nothing would change.")
            return
        dialog = ChangesDialog(Path(name).name, changes, self.window())

        def take() -> None:
            self.taken.emit(wanted)
            many = "1 change is" if len(changes) == 1 else f"{len(changes)} changes are"
            self._say(f"{many} taken over. Save settings keeps them, Cancel forgets them.")

        dialog.taken.connect(take)
        dialog.open()

    @Slot()
    def _ask_export(self) -> None:
        if self._current() is not None:
            ask_export(PROFILE, self.window(), self.write)

    @Slot()
    def _ask_import(self) -> None:
        if self._current() is not None:
            ask_import(PROFILE, self.window(), self.bring_in)

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.show()
        announce(self._export, words)
