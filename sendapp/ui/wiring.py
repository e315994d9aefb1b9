"""What the panels, the verbs and the acts of the window say to each other."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from sendapp.domain.checks.finding import Finding
from sendapp.domain.wording import house_of
from sendapp.editing.open_record import OpenRecord
from sendapp.errors import Problem
from sendapp.services.council import CouncilSettings
from sendapp.services.desk import Listing
from sendapp.services.record_types import load_kinds
from sendapp.ui.actions import NEEDS_RECORD

if TYPE_CHECKING:
    from sendapp.ui.window import Window

SAMPLE_OPEN = "The sample record is open. Nothing in it is real: change it as you please."


class Wiring(QObject):
    """Connects one window's parts; each of its slots passes on to whoever it concerns."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._welcomed = False
        self._connect_register()
        self._connect_record()
        self._connect_side()
        self._connect_window()

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
        win.lists.changed.connect(win.register_desk.refresh)
        win.records.shown.connect(win.register.select)
        win.welcome.new_wanted.connect(win.records.new)
        win.welcome.sample_wanted.connect(self._open_sample)

    def _connect_record(self) -> None:
        win = self._window
        win.pane.opened.connect(self.show_open)
        win.pane.saved.connect(win.register_desk.refresh)
        win.pane.kept.connect(win.register_desk.refresh)
        win.carried.going.connect(win.arranging.show_record)
        talkers = (win.records, win.exports, win.settings, win.pane, win.pasting)
        papers = (win.lists, win.files_desk)
        for verbs in (
            *talkers,
            *papers,
            win.carried,
            win.phrases,
            win.spelling,
            win.finding,
            win.tidying,
        ):
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
        win.pages.place_clicked.connect(self.go_to_field)
        win.checks.go_wanted.connect(self._go_to_words)
        win.checks.confirm_wanted.connect(win.carried.confirm_finding)
        win.checks_desk.found.connect(self._mark_fields)
        win.checks_desk.counted.connect(win.side.count_findings)
        win.checks_desk.counted.connect(win.status.count_law)
        win.checks_desk.unknown.connect(win.status.say_nothing_of_law)
        win.records.changed.connect(win.checks_desk.checker.ask_others)
        win.status.law_clicked.connect(win.acts["checks"].trigger)
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
        for verbs in (win.spelling, win.council):
            verbs.council_changed.connect(win.settings.council_changed)
        check = win.acts["spelling"]
        check.setChecked(win.services.memory.spelling)
        win.spelling.be_active(check.isChecked())
        check.toggled.connect(self._check_spelling)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]

    @Slot(object)
    def show_open(self, open_record: OpenRecord | None) -> None:
        """Offer what can be done with the open record, or with none."""
        win = self._window
        for name in NEEDS_RECORD:
            win.acts[name].setVisible(open_record is not None)
        win.steps.follow(open_record)
        win.stepping.follow(open_record)
        win.pages_desk.follow(open_record)
        win.checks_desk.follow(open_record)
        win.versioner.follow(open_record)
        win.history_desk.follow(open_record)
        win.files_desk.follow(open_record)
        win.pasting.follow(open_record)
        win.carried.follow(win.pane.form, open_record)
        win.council.follow(open_record)
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
        win.stepping.profile = council.profile
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
        self._offer_kinds()
        win.services.exporter.kinds = kinds
        win.services.exporter.house = house_of(council.profile)
        win.pages_desk.maker.again()
        win.services.checking.kinds = kinds
        win.services.stating.kinds = kinds

    def _offer_kinds(self) -> None:
        """Let the button for a new record ask which kind, where there are several."""
        win = self._window
        if len(win.records.kinds) > 1:
            menu = QMenu(win)
            for name, kind in win.records.kinds.items():
                menu.addAction(kind.type.title, partial(win.records.new_of, name))
            win.acts["new"].setMenu(menu)

    @Slot(object)
    def _listed(self, listing: Listing) -> None:
        win = self._window
        has_records = sum(listing.counts.values()) > 0
        if not has_records and not self._welcomed:
            # Where one panel has room, the welcome is what a first start is to show.
            win.arranging.show_record()
        self._welcomed = True
        win.front.show_for(has_records=has_records)
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
        win = self._window
        win.records.bring_in_files([str(win.services.sample)], SAMPLE_OPEN)

    @Slot(str)
    def go_to_field(self, address: str) -> None:
        """Go to the field of the open record at `address`."""
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

    @Slot(QWidget, QWidget)
    def _focus_moved(self, _: QWidget | None, now: QWidget | None) -> None:
        pane = self._window.pane
        if pane.form is not None and now is not None and pane.form.isAncestorOf(now):
            self._window.pages.show_field(pane.form.address_of(now))
            pane.follow_focus(now)
            self._window.phrases.note_focus(now)
