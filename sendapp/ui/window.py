"""The window: builds the panels and the verbs, and wires them to each other. Nothing more."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QSizePolicy, QWidget
from typing_extensions import override

from sendapp.domain.checks.finding import Finding
from sendapp.editing.open_record import OpenRecord
from sendapp.errors import Problem
from sendapp.services.checking import Checking
from sendapp.services.council import CouncilSettings
from sendapp.services.desk import Desk, Listing
from sendapp.services.export import Exporter
from sendapp.services.record_types import TypeOnPaper, load_kinds
from sendapp.ui.actions import NEEDS_RECORD, fill_menus, make_actions, make_toolbar
from sendapp.ui.arranging import Arranging
from sendapp.ui.check_panel import CheckPanel
from sendapp.ui.checks_desk import ChecksDesk
from sendapp.ui.closing import Closing
from sendapp.ui.export_verbs import ExportVerbs
from sendapp.ui.find_box import FindBox
from sendapp.ui.help_verbs import HelpVerbs
from sendapp.ui.messages import Messages
from sendapp.ui.page_panel import PagePanel
from sendapp.ui.pages_desk import PagesDesk
from sendapp.ui.panels import Panels
from sendapp.ui.record_pane import RecordPane
from sendapp.ui.record_verbs import RecordVerbs
from sendapp.ui.register import Register
from sendapp.ui.register_desk import RegisterDesk
from sendapp.ui.save_state import SaveState
from sendapp.ui.settings_verbs import SettingsVerbs
from sendapp.ui.side_panel import SidePanel
from sendapp.ui.status import StatusLine
from sendapp.ui.step_acts import StepActs
from sendapp.ui.welcome import Welcome
from sendapp.ui.window_memory import WindowMemory

SMALLEST = QSize(760, 480)


@dataclass(frozen=True, slots=True)
class Services:
    """What the window works with, built by the application."""

    desk: Desk
    exporter: Exporter
    kinds: dict[str, TypeOnPaper]
    checking: Checking
    memory: WindowMemory
    data_folder: Path
    sample: Path


class Window(QMainWindow):
    """The one window of the program."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self.setObjectName("window")
        self.setWindowTitle("Decision records")
        self.setMinimumSize(SMALLEST)
        self.messages = Messages(self)
        self.acts = make_actions(self)
        self.menus = fill_menus(self, self.acts)
        self.find_box = FindBox(self)
        self._add_toolbar()
        self.status = StatusLine(self)
        self.setStatusBar(self.status)
        self._build_panels()
        self._build_verbs()
        self._connect_panels()
        self._connect_acts()
        self._show_open(None)
        services.memory.restore_window(self, self.panels)
        self.settings.begin(self.menus["View"])
        self.arranging.arrange()

    def begin(self) -> None:
        """Show what is kept and open the record that was open last, if it still is there."""
        self.register_desk.refresh()
        if last := self._services.memory.last_record:
            self.records.open_if_kept(last)
        self.closing.offer_rescued()

    @Slot(str)
    def tell_trouble(self, sentence: str) -> None:
        """Tell of trouble in the background, without getting in the way of typing."""
        self.status.notify(sentence)

    def raise_up(self) -> None:
        """Come to the front, as a second start asks."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        QApplication.alert(self)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        # A fault on the way must not let the window close over words that are not kept.
        event.ignore()
        if not self.closing.may_close():
            return
        self._services.memory.keep_window(self, self.panels)
        event.accept()

    def _add_toolbar(self) -> None:
        self._bar = bar = make_toolbar(self, self.acts)
        gap = QWidget(bar)
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(gap)
        bar.addWidget(self.find_box)
        bar.addAction(self.acts["register"])
        self._page_button = QAction(self.acts["page"].icon(), "Page", self)
        self._page_button.setIconText(self.acts["page"].iconText())
        self._page_button.setCheckable(True)
        self._page_button.triggered.connect(self.acts["page"].trigger)
        bar.addAction(self._page_button)

    def _build_panels(self) -> None:
        desk = self._services.desk
        self.register = Register(self)
        self.welcome = Welcome(str(self._services.data_folder), self)
        self.pane = RecordPane(desk.save, desk.rescue, self.welcome, self)
        self.pages = PagePanel(self)
        self.checks = CheckPanel(self)
        self.side = SidePanel(self.pages, self.checks, self)
        self.panels = Panels(self.register, self.pane, self.side, self)
        self.setCentralWidget(self.panels)
        self.arranging = Arranging(
            self.panels, self.side, self.acts, self._page_button, self._bar, self
        )

    def _build_verbs(self) -> None:
        services = self._services
        self.register_desk = RegisterDesk(self.register, services.desk, self)
        self.records = RecordVerbs(services.desk, services.kinds, self.pane, self.messages, self)
        self.exports = ExportVerbs(services.exporter, self.pane, self.messages, self)
        self.pages_desk = PagesDesk(self.pages, services.exporter, self)
        self.checks_desk = ChecksDesk(self.checks, services.checking, self)
        self.steps = StepActs(self.acts["undo"], self.acts["redo"], self)
        self.settings = SettingsVerbs(services.desk, services.memory, self.messages, self)
        self.closing = Closing(services.desk, self.pane, self.records, self.messages, self)
        self.save_state = SaveState(self.pane, self.status, self.messages, self)
        self.help = HelpVerbs(services.data_folder, self.messages, self)

    def _connect_panels(self) -> None:
        self.register.record_chosen.connect(self.records.open)
        self.register.record_chosen.connect(self.arranging.show_record)
        self.register.copy_wanted.connect(self.records.copy)
        self.register.bin_wanted.connect(self.records.bin)
        self.register.put_back_wanted.connect(self.records.put_back)
        self.register.empty_bin_wanted.connect(self.records.empty_bin)
        self.register_desk.listed.connect(self._listed)
        self.register_desk.failed.connect(self._not_listed)
        self.find_box.words_changed.connect(self._find)
        self.find_box.results_wanted.connect(self.register.focus_records)
        self.records.changed.connect(self.register_desk.refresh)
        self.records.shown.connect(self.register.select)
        for verbs in (self.records, self.exports, self.settings):
            verbs.noticed.connect(self.status.notify)
        self.exports.busy.connect(self.status.notify)
        self.welcome.new_wanted.connect(self.records.new)
        self.welcome.sample_wanted.connect(self._open_sample)
        self.pane.opened.connect(self._show_open)
        self.pane.saved.connect(self.register_desk.refresh)
        self.pane.kept.connect(self.register_desk.refresh)
        self.pane.noticed.connect(self.status.notify)
        self.pages.page_shown.connect(self.status.show_page)
        self.pages.place_clicked.connect(self._go_to_field)
        self.checks.go_wanted.connect(self._go_to_words)
        self.checks_desk.found.connect(self._mark_fields)
        self.checks_desk.counted.connect(self.side.count_findings)
        self.checks_desk.counted.connect(self.status.count_law)
        self.checks_desk.unknown.connect(self.status.say_nothing_of_law)
        self.arranging.record_beside.connect(self.checks.set_click_goes)
        self.records.changed.connect(self.checks_desk.checker.ask_titles)
        self.status.law_clicked.connect(self._show_checks)
        self.arranging.pages_seen.connect(self.pages_desk.maker.be_active)
        self.settings.text_size_changed.connect(self.panels.set_text_size)
        self.settings.council_changed.connect(self._use_settings)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]

    def _connect_acts(self) -> None:
        verbs = {
            "new": self.records.new,
            "copy": self.records.copy_open,
            "import": self.records.bring_in,
            "bin": self.records.bin_open,
            "empty_bin": self.records.empty_bin,
            "word": self.exports.word,
            "pdf": self.exports.pdf,
            "json": self.exports.json,
            "print": self.exports.print,
            "settings": self.settings.open,
            "quit": self.close,
            "find": self.find_box.take_focus,
            "register": self.arranging.toggle_register,
            "page": self.arranging.toggle_page,
            "checks": self._show_checks,
            "folder": self.help.open_folder,
            "about": self.help.about,
        }
        for name, verb in verbs.items():
            self.acts[name].triggered.connect(verb)

    @Slot(object)
    def _show_open(self, open_record: OpenRecord | None) -> None:
        """Offer what can be done with the open record, or with none."""
        for name in NEEDS_RECORD:
            self.acts[name].setVisible(open_record is not None)
        self.steps.follow(open_record)
        self.pages_desk.follow(open_record)
        self.checks_desk.follow(open_record)
        self.side.count_findings(0)
        if open_record is None:
            self.status.show_nothing_open()
            self.register.select("")
        else:
            self._services.memory.last_record = open_record.record.id
        self.arranging.set_has_record(open_record is not None)

    @Slot(object)
    def _use_settings(self, council: CouncilSettings) -> None:
        self.exports.folder = council.export_folder
        self._services.checking.council = council
        self.checks_desk.checker.again()
        own = council.templates_folder
        try:
            kinds = load_kinds(Path(own) if own else None)
        except Problem as problem:
            self.messages.show_problem(problem)
            return
        self.records.kinds = kinds
        self.records.offer_kinds(self.acts["new"])
        self._services.exporter.kinds = kinds
        self.pages_desk.maker.again()
        self._services.checking.kinds = kinds
        self.checks_desk.checker.again()

    @Slot(object)
    def _listed(self, listing: Listing) -> None:
        self.welcome.show_for(has_records=sum(listing.counts.values()) > 0)
        self.acts["empty_bin"].setVisible(listing.binned > 0)
        if self.pane.open_record is not None:
            self.register.select(self.pane.open_record.record.id)

    @Slot(object)
    def _not_listed(self, fault: BaseException) -> None:
        if not isinstance(fault, Problem):
            raise fault
        # In the background, so never in the way of typing.
        self.status.notify(f"{fault.sentence} {fault.hint}".strip())

    @Slot(str)
    def _find(self, words: str) -> None:
        if words:
            self.arranging.show_register()
        self.register_desk.find(words)

    @Slot()
    def _open_sample(self) -> None:
        self.records.bring_in_files([str(self._services.sample)])

    @Slot(str)
    def _go_to_field(self, address: str) -> None:
        self.arranging.show_record()
        if self.pane.form is not None:
            self.pane.form.reveal(address)

    @Slot(object)
    def _go_to_words(self, finding: Finding) -> None:
        self.arranging.show_record()
        if self.pane.form is not None:
            self.pane.form.show_words(finding)

    @Slot(object)
    def _mark_fields(self, shown: tuple[Finding, ...]) -> None:
        if self.pane.form is not None:
            self.pane.form.show_findings(shown)

    @Slot()
    def _show_checks(self) -> None:
        self.arranging.show_checks()
        self.checks.take_focus()

    @Slot(QWidget, QWidget)
    def _focus_moved(self, _: QWidget | None, now: QWidget | None) -> None:
        if self.pane.form is not None and now is not None and self.pane.form.isAncestorOf(now):
            self.pages.show_field(self.pane.form.address_of(now))
            self.pane.follow_focus(now)
