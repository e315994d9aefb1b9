"""What the panels, the verbs and the acts of the window say to each other."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget

from sendapp.domain.checks.finding import Finding
from sendapp.domain.printed_fields import printed_fields
from sendapp.domain.wording import house_of
from sendapp.editing.open_record import OpenRecord
from sendapp.errors import Problem
from sendapp.services.council import CouncilSettings
from sendapp.services.desk import Listing
from sendapp.services.record_types import load_kinds
from sendapp.ui.actions import NEEDS_RECORD
from sendapp.ui.committee_dialog import CommitteeDialog
from sendapp.ui.guide import part_for

if TYPE_CHECKING:
    from sendapp.ui.window import Window


class Wiring(QObject):
    """Connects one window's parts; each of its slots passes on to whoever it concerns."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._connect_register()
        self._connect_record()
        self._connect_side()
        self._connect_window()
        self._connect_acts()
        self._connect_acts_on_words()

    def _connect_register(self) -> None:
        win = self._window
        win.register.record_chosen.connect(win.records.open)
        win.register.record_chosen.connect(win.arranging.show_record)
        win.register.copy_wanted.connect(win.records.copy)
        win.register.bin_wanted.connect(win.records.bin)
        win.register.put_back_wanted.connect(win.records.put_back)
        win.register.empty_bin_wanted.connect(win.records.empty_bin)
        win.register_desk.listed.connect(self._listed)
        win.register_desk.failed.connect(self._not_listed)
        win.find_box.words_changed.connect(self._find)
        win.find_box.results_wanted.connect(win.register.focus_records)
        win.records.changed.connect(win.register_desk.refresh)
        win.records.shown.connect(win.register.select)
        win.welcome.new_wanted.connect(win.records.new)
        win.welcome.sample_wanted.connect(self._open_sample)

    def _connect_record(self) -> None:
        win = self._window
        win.pane.opened.connect(self.show_open)
        win.pane.saved.connect(win.register_desk.refresh)
        win.pane.kept.connect(win.register_desk.refresh)
        win.carried.going.connect(win.arranging.show_record)
        talkers = (win.records, win.exports, win.settings, win.pane, win.pasting, win.files_desk)
        for verbs in (*talkers, win.carried, win.phrases, win.spelling, win.finding, win.tidying):
            verbs.noticed.connect(win.status.notify)
        win.exports.busy.connect(win.status.notify)
        win.pane.left.connect(win.versioner.keep_left)
        win.exports.issued.connect(win.versioner.keep_issued)
        win.versioner.failed.connect(win.status.notify)
        win.circulating.noticed.connect(win.status.notify)
        win.circulating.word_wanted.connect(win.exports.word)
        win.circulating.circulated.connect(win.files_desk.drafts.keep)

    def _connect_side(self) -> None:
        win = self._window
        win.pages.page_shown.connect(win.status.show_page)
        win.pages.place_clicked.connect(self._go_to_field)
        win.checks.go_wanted.connect(self._go_to_words)
        win.checks.confirm_wanted.connect(win.carried.confirm_finding)
        win.checks_desk.found.connect(self._mark_fields)
        win.checks_desk.counted.connect(win.side.count_findings)
        win.checks_desk.counted.connect(win.status.count_law)
        win.checks_desk.unknown.connect(win.status.say_nothing_of_law)
        win.records.changed.connect(win.checks_desk.checker.ask_others)
        win.status.law_clicked.connect(self._show_checks)
        win.arranging.record_beside.connect(win.checks.set_click_goes)
        win.arranging.pages_seen.connect(win.pages_desk.maker.be_active)
        win.arranging.history_seen.connect(win.history_desk.be_seen)
        win.history_desk.noticed.connect(win.status.notify)
        win.arranging.files_seen.connect(win.files_desk.be_seen)
        win.files_desk.wanted.connect(win.arranging.show_files)
        win.files_desk.counted.connect(win.side.count_files)

    def _connect_window(self) -> None:
        win = self._window
        win.settings.text_size_changed.connect(win.panels.set_text_size)
        win.settings.council_changed.connect(self._use_settings)
        win.settings.council_changed.connect(win.spelling.use_council)
        win.spelling.council_changed.connect(win.settings.council_changed)
        check = win.acts["spelling"]
        check.setChecked(win.services.memory.spelling)
        win.spelling.be_active(check.isChecked())
        check.toggled.connect(self._check_spelling)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]

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
            "posts": win.settings.open_posts,
            "settings": win.settings.open,
            "quit": win.close,
            "find": win.find_box.take_focus,
            "register": win.arranging.toggle_register,
            "page": win.arranging.toggle_page,
            "checks": self._show_checks,
            "history": self._show_history,
            "files": win.files_desk.show,
            "guide": self._show_guide,
            "folder": win.help.open_folder,
            "licences": win.help.licences,
            "about": win.help.about,
        }
        self._connect_verbs(verbs)

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

    @Slot(object)
    def show_open(self, open_record: OpenRecord | None) -> None:
        """Offer what can be done with the open record, or with none."""
        win = self._window
        for name in NEEDS_RECORD:
            win.acts[name].setVisible(open_record is not None)
        win.steps.follow(open_record)
        win.pages_desk.follow(open_record)
        win.checks_desk.follow(open_record)
        win.versioner.follow(open_record)
        win.history_desk.follow(open_record)
        win.files_desk.follow(open_record)
        win.pasting.follow(open_record)
        win.carried.follow(win.pane.form, open_record)
        win.numbering.follow(win.pane.form, open_record)
        win.spelling.follow(open_record)
        win.finding.follow(open_record)
        win.side.count_findings(0)
        if open_record is None:
            win.status.show_nothing_open()
            win.register.select("")
        else:
            win.services.memory.last_record = open_record.record.id
        win.arranging.set_has_record(open_record is not None)

    @Slot(bool)
    def _check_spelling(self, check: bool) -> None:
        self._window.services.memory.spelling = check
        self._window.spelling.be_active(check)

    @Slot(object)
    def _use_settings(self, council: CouncilSettings) -> None:
        win = self._window
        win.exports.folder = council.export_folder
        win.services.checking.council = council
        win.circulating.clearers = council.asked_clearances
        win.checks_desk.checker.again()
        win.numbering.has_series = bool(council.profile.series)
        win.records.ask_posts()
        own = council.templates_folder
        try:
            kinds = load_kinds(Path(own) if own else None)
        except Problem as problem:
            win.messages.show_problem(problem)
            return
        win.records.kinds = kinds
        win.records.offer_kinds(win.acts["new"])
        win.services.exporter.kinds = kinds
        win.services.exporter.house = house_of(council.profile)
        win.pages_desk.maker.again()
        win.services.checking.kinds = kinds
        win.services.stating.kinds = kinds

    @Slot(object)
    def _listed(self, listing: Listing) -> None:
        win = self._window
        win.front.show_for(has_records=sum(listing.counts.values()) > 0)
        win.acts["empty_bin"].setVisible(listing.binned > 0)
        if win.pane.open_record is not None:
            win.register.select(win.pane.open_record.record.id)

    @Slot(object)
    def _not_listed(self, fault: BaseException) -> None:
        if not isinstance(fault, Problem):
            raise fault
        # In the background, so never in the way of typing.
        self._window.status.notify(f"{fault.sentence} {fault.hint}".strip())

    @Slot(str)
    def _find(self, words: str) -> None:
        if words:
            self._window.arranging.show_register()
        self._window.register_desk.find(words)

    @Slot()
    def _open_sample(self) -> None:
        self._window.records.bring_in_files([str(self._window.services.sample)])

    @Slot(str)
    def _go_to_field(self, address: str) -> None:
        win = self._window
        win.arranging.show_record()
        if win.pane.form is not None:
            win.pane.form.reveal(address)

    @Slot(object)
    def _go_to_words(self, finding: Finding) -> None:
        win = self._window
        win.arranging.show_record()
        if win.pane.form is not None:
            win.pane.form.show_words(finding)

    @Slot(object)
    def _mark_fields(self, shown: tuple[Finding, ...]) -> None:
        if self._window.pane.form is not None:
            self._window.pane.form.show_findings(shown)

    @Slot()
    def _copy_for_committee(self) -> None:
        win = self._window
        open_record, form = win.pane.open_record, win.pane.form
        if open_record is None or form is None:
            return
        win.pane.flush()
        focused = QApplication.focusWidget()
        here = form.address_of(focused) if focused is not None else ""
        dialog = CommitteeDialog(
            lambda: printed_fields(open_record.record), here.partition("[")[0], win
        )
        win.pane.opened.connect(dialog.reject)
        dialog.show()

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
        win.help.open_guide(part_for(focused, address))

    @Slot(QWidget, QWidget)
    def _focus_moved(self, _: QWidget | None, now: QWidget | None) -> None:
        pane = self._window.pane
        if pane.form is not None and now is not None and pane.form.isAncestorOf(now):
            self._window.pages.show_field(pane.form.address_of(now))
            pane.follow_focus(now)
            self._window.phrases.note_focus(now)
