"""What the journal, signing copies, codes and corrections say to the rest of the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

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
        }
        for name, verb in acts.items():
            window.acts[name].triggered.connect(verb)
        window.codes.open_wanted.connect(window.records.open)
        window.codes.open_wanted.connect(window.arranging.show_record)

    def _connect_journal(self) -> None:
        win = self._window
        win.circulating.done.connect(win.journaller.enter)
        win.history_desk.restored.connect(win.journaller.enter)
        win.checks_desk.overruled.connect(win.journaller.enter)
        win.journaller.failed.connect(win.status.notify)
