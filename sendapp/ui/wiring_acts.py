"""What each act of the window does."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from sendapp.domain.printed_fields import printed_fields
from sendapp.ui.committee_dialog import CommitteeDialog
from sendapp.ui.guide import part_for

if TYPE_CHECKING:
    from sendapp.ui.window import Window


class ActWiring(QObject):
    """Connects one window's acts with the verbs that carry them out."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._connect_acts()
        self._connect_acts_on_words()

    def _connect_acts(self) -> None:
        win = self._window
        verbs = {
            "new": win.records.new,
            "copy": win.records.copy_open,
            "import": win.records.bring_in,
            "bin": win.records.bin_open,
            "empty_bin": win.records.empty_bin,
            "word": win.exports.word,
            "pdf": win.exports.pdf,
            "json": win.exports.json,
            "print": win.exports.print,
            "circulate": win.circulating.ask,
            "add_file": win.files_desk.ask_for_files,
            "lists": win.lists.open,
            "posts": win.settings.open_posts,
            "settings": win.settings.open,
            "quit": win.close,
            "find": win.find_box.take_focus,
            "register": self._go_to_register,
            "page": win.arranging.toggle_page,
            "checks": self._show_checks,
            "history": self._show_history,
            "files": win.files_desk.show,
            "guide": self._show_guide,
            "folder": win.help.open_folder,
            "examine": win.help.check_database,
            "licences": win.help.licences,
            "about": win.help.about,
        }
        self._connect_verbs(verbs)
        win.settings.guide_wanted.connect(win.help.open_guide_over)

    def _connect_acts_on_words(self) -> None:
        win = self._window
        verbs = {
            "paste_plain": win.pasting.paste_plain,
            "paste_items": win.pasting.paste_items,
            "committee": self._copy_for_committee,
            "phrase": win.phrases.insert,
            "next_place": win.phrases.next_place,
            "previous_place": win.phrases.previous_place,
            "clause": win.phrases.insert_clause,
            "phrases": win.phrases.manage,
            "find_here": win.finding.find,
            "replace": win.finding.replace,
            "find_next": win.finding.next,
            "find_previous": win.finding.previous,
            "tidy": win.tidying.open,
            "misspelt": win.spelling.go_to_next,
            "confirm": win.carried.confirm_here,
            "confirm_field": win.carried.confirm_field,
            "next_carried": win.carried.go_next,
        }
        self._connect_verbs(verbs)

    def _connect_verbs(self, verbs: Mapping[str, Callable[..., object]]) -> None:
        for name, verb in verbs.items():
            self._window.acts[name].triggered.connect(verb)

    @Slot()
    def _copy_for_committee(self) -> None:
        win = self._window
        open_record, form = win.pane.open_record, win.pane.form
        if open_record is None or form is None:
            return
        win.pane.flush()
        focused, duties = QApplication.focusWidget(), form.duties
        here = form.address_of(focused) if focused is not None else ""
        dialog = CommitteeDialog(
            lambda: printed_fields(open_record.record, duties), here.partition("[")[0], win
        )
        win.pane.opened.connect(dialog.reject)
        dialog.show()

    @Slot()
    def _go_to_register(self) -> None:
        win = self._window
        win.arranging.toggle_register()
        if win.panels.shows("register"):
            win.register.focus_records()

    @Slot()
    def _show_checks(self) -> None:
        self._window.arranging.show_checks()
        self._window.checks.take_focus()

    @Slot()
    def _show_history(self) -> None:
        self._window.arranging.show_history()
        self._window.history.take_focus()

    @Slot()
    def _show_guide(self) -> None:
        win, focused = self._window, QApplication.focusWidget()
        address = win.pane.form.address_of(focused) if win.pane.form is not None else ""
        open_record = win.pane.open_record
        sealed = open_record is not None and open_record.sealed
        win.help.open_guide(part_for(focused, address, sealed=sealed))
