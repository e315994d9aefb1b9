"""The wording of the banners at the head of the printed record."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from sendapp.domain.banners import DATE, LABELS, SHIPPED, fault_in_banner
from sendapp.domain.text import one_line, without_refused
from sendapp.services.council import CouncilSettings
from sendapp.ui.settings.page import Noted, SettingsPage, act
from sendapp.ui.status import announce
from sendapp.ui.tokens import S

_LINES = 3
_LEAST = 84
"""How high a box must be for its scroll bar, in pixels."""


class BannerEdit(Noted):
    """One banner: blank for the usual words, which stand there grey."""

    def __init__(self, name: str, label: str) -> None:
        self.box = QPlainTextEdit()
        super().__init__(f"banner_{name}", self.box)
        self._name = name
        self.box.setObjectName(f"banner_{name}")
        self.box.setAccessibleName(f"Banner: {label}")
        self.box.setTabChangesFocus(True)
        self.box.setPlaceholderText(SHIPPED[name])
        lines = self.box.fontMetrics().lineSpacing() * _LINES + 2 * S
        self.box.setFixedHeight(max(lines, _LEAST))
        self._back = act(f"banner_{name}_back", "Back to the usual words", self._go_back, "undo-2")
        self._back.setAccessibleName(f"Back to the usual words: {label}")
        self.column.addWidget(self._back, 0)
        self.box.textChanged.connect(self._follow)
        self._follow()

    def words(self) -> str:
        """Return the council's own words, '' for the usual ones."""
        words = " ".join(one_line(without_refused(self.box.toPlainText())).split())
        return "" if words == SHIPPED[self._name] else words

    def show_words(self, words: str) -> None:
        """Show the council's own words, or '' for the usual ones."""
        with QSignalBlocker(self.box):
            self.box.setPlainText(words)
        self._follow()

    def fault(self) -> str:
        """Return what is wrong with the words, '' if nothing is."""
        return fault_in_banner(self._name, self.words())

    @Slot()
    def _follow(self) -> None:
        self._back.setEnabled(bool(self.box.toPlainText().strip()))
        self.say("")

    @Slot()
    def _go_back(self) -> None:
        self.show_words("")
        self.box.setFocus()
        announce(self.box, "The usual words stand there again.")


class BannersPage(SettingsPage):
    """A banner for each place a record may stand at after it was decided."""

    def __init__(self) -> None:
        super().__init__("Banners")
        self._edits = {name: BannerEdit(name, label) for name, label in LABELS.items()}
        self.heading("Wording of banners")
        self.note(
            "What stands in bold at the head of the printed record. The words in grey are printed "
            f"as long as you enter none of your own. {DATE} stands for the day call-in ends."
        )
        for name, edit in self._edits.items():
            self.row(edit, LABELS[name])
        self.end()

    @override
    def show_settings(self, settings: CouncilSettings) -> None:
        said = dict(settings.profile.banners)
        for name, edit in self._edits.items():
            edit.show_words(said.get(name, ""))

    @override
    def applied(self, settings: CouncilSettings) -> CouncilSettings:
        said = tuple((name, words) for name, edit in self._edits.items() if (words := edit.words()))
        return replace(settings, profile=replace(settings.profile, banners=said))

    @override
    def check(self) -> QWidget | None:
        wrong = None
        for edit in self._edits.values():
            fault = edit.fault()
            edit.say(fault, aloud=wrong is None)
            wrong = wrong or (edit.box if fault else None)
        return wrong
