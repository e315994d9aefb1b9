"""What the journal, signing copies, codes and corrections say to the rest of the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from sendapp.editing.open_record import OpenRecord

if TYPE_CHECKING:
    from sendapp.ui.window import Window


class PaperWiring(QObject):
    """Connects what has to do with signed paper, beside `wiring`."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._connect_journal()
        acts = {
            "sign_print": window.exports.sign_print,
            "sign_word": window.exports.sign_word,
            "sign_pdf": window.exports.sign_pdf,
            "find_code": window.codes.ask,
            "correct": window.correcting.ask_here,
        }
        for name, verb in acts.items():
            window.acts[name].triggered.connect(verb)
        window.stepping.sign_wanted.connect(window.exports.sign_print)
        window.stepping.compare_wanted.connect(window.codes.compare)
        window.codes.open_wanted.connect(window.records.open)
        window.codes.open_wanted.connect(window.arranging.show_record)
        self._connect_correcting()

    def _connect_correcting(self) -> None:
        win = self._window
        win.stepping.correct_wanted.connect(win.correcting.ask)
        win.correcting.corrected.connect(win.stepping.follow_correction)
        win.correcting.noticed.connect(win.status.notify)
        win.correcting.corrected.connect(win.records.changed)
        win.correcting.corrected.connect(win.versioner.note_kept)
        win.correcting.corrected.connect(win.stepping.refresh)
        win.pane.opened.connect(self._follow)
        self._offer_correcting(False)

    @Slot(object)
    def _follow(self, open_record: OpenRecord | None) -> None:
        self._offer_correcting(open_record is not None and open_record.sealed)
        if open_record is not None:
            open_record.sealed_changed.connect(self._offer_correcting)

    @Slot(bool)
    def _offer_correcting(self, sealed: bool) -> None:
        """Offer a correction only where what was decided no longer changes by typing."""
        self._window.acts["correct"].setVisible(sealed)

    def _connect_journal(self) -> None:
        win, desk = self._window, self._window.journal_desk
        win.acts["journal"].triggered.connect(desk.open)
        desk.open_wanted.connect(win.records.open)
        desk.open_wanted.connect(win.arranging.show_record)
        desk.guide_wanted.connect(win.help.open_guide_over)
        desk.noticed.connect(win.status.notify)
        win.circulating.done.connect(win.journaller.enter)
        win.history_desk.restored.connect(win.journaller.enter)
        win.checks_desk.overruled.connect(win.journaller.enter)
        win.journaller.entered.connect(win.history_desk.refresh)
        win.journaller.failed.connect(win.status.notify)
