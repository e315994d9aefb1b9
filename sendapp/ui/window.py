"""The window: builds the panels and the verbs. What they say to each other is in `wiring`."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QSizePolicy, QWidget
from typing_extensions import override

from sendapp.editing.journaller import Journaller
from sendapp.editing.versioner import Versioner
from sendapp.services.checking import Checking
from sendapp.services.desk import Desk
from sendapp.services.examining import Examining
from sendapp.services.export import Exporter
from sendapp.services.filing import Filing
from sendapp.services.finding_codes import FindingCodes
from sendapp.services.history import History
from sendapp.services.journal import Journal
from sendapp.services.lists import Lists
from sendapp.services.phrasebook import Phrasebook
from sendapp.services.record_types import TypeOnPaper
from sendapp.services.retention import Retention
from sendapp.services.spelling import Spelling
from sendapp.services.stating import Stating
from sendapp.ui.actions import fill_menus, make_actions, make_toolbar
from sendapp.ui.arranging import Arranging
from sendapp.ui.carried_desk import CarriedDesk
from sendapp.ui.check_panel import CheckPanel
from sendapp.ui.checks_desk import ChecksDesk
from sendapp.ui.circulating import Circulating
from sendapp.ui.closing import Closing
from sendapp.ui.correcting.desk import CorrectingDesk
from sendapp.ui.council_desk import CouncilDesk
from sendapp.ui.export_verbs import ExportVerbs
from sendapp.ui.file_dialogs import LastFolder
from sendapp.ui.files.desk import FilesDesk
from sendapp.ui.files.panel import FilesPanel
from sendapp.ui.find_box import FindBox
from sendapp.ui.find_desk import FindDesk
from sendapp.ui.help_verbs import HelpVerbs
from sendapp.ui.history.desk import HistoryDesk
from sendapp.ui.history.panel import HistoryPanel
from sendapp.ui.journal.desk import JournalDesk
from sendapp.ui.life_wiring import LifeWiring
from sendapp.ui.lists.desk import ListsDesk
from sendapp.ui.messages import Messages
from sendapp.ui.page_panel import PagePanel
from sendapp.ui.pages_desk import PagesDesk
from sendapp.ui.panels import Panels
from sendapp.ui.paper_wiring import PaperWiring
from sendapp.ui.paste_desk import PasteDesk
from sendapp.ui.phrases.verbs import PhraseVerbs
from sendapp.ui.record_pane import RecordPane
from sendapp.ui.record_verbs import RecordVerbs
from sendapp.ui.reference_desk import ReferenceDesk
from sendapp.ui.register import Register
from sendapp.ui.register_desk import RegisterDesk
from sendapp.ui.save_state import SaveState
from sendapp.ui.settings_verbs import SettingsVerbs
from sendapp.ui.side_panel import SidePanel
from sendapp.ui.signing.code_desk import CodeDesk
from sendapp.ui.spelling_desk import SpellingDesk
from sendapp.ui.states.desk import StepDesk
from sendapp.ui.status import StatusLine
from sendapp.ui.step_acts import StepActs
from sendapp.ui.tidy_verbs import TidyVerbs
from sendapp.ui.today.desk import TodayDesk
from sendapp.ui.today.view import Front, TodayView
from sendapp.ui.welcome import Welcome
from sendapp.ui.window_memory import WindowMemory
from sendapp.ui.wiring import Wiring
from sendapp.ui.wiring_acts import ActWiring

SMALLEST = QSize(760, 480)


@dataclass(frozen=True, slots=True)
class Services:
    """What the window works with, built by the application."""

    desk: Desk
    examining: Examining
    exporter: Exporter
    kinds: dict[str, TypeOnPaper]
    checking: Checking
    history: History
    journal: Journal
    filing: Filing
    lists: Lists
    stating: Stating
    finding_codes: FindingCodes
    retention: Retention
    phrasebook: Phrasebook
    spelling: Spelling
    memory: WindowMemory
    data_folder: Path
    sample: Path


class Window(QMainWindow):
    """The one window of the program."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.services = services
        self.setObjectName("window")
        self.setWindowTitle("Decision records")
        self.setMinimumSize(SMALLEST)
        self.messages = Messages(self)
        self.last_folder = LastFolder(services.memory, self)
        self.acts = make_actions(self)
        self.menus = fill_menus(self, self.acts)
        self.find_box = FindBox(self)
        self._add_toolbar()
        self.status = StatusLine(self)
        self.setStatusBar(self.status)
        self._build_panels()
        self._build_verbs()
        self.wiring = Wiring(self)
        self.life_wiring = LifeWiring(self)
        self.act_wiring = ActWiring(self)
        self.paper_wiring = PaperWiring(self)
        self.wiring.show_open(None)
        services.memory.restore_window(self, self.panels)
        self.settings.begin(self.menus["View"])
        self.arranging.arrange()

    def begin(self) -> None:
        """Show what is kept and open the record that was open last, if it still is there."""
        self.register_desk.refresh()
        self.today_desk.refresh()
        self.phrases.begin()
        if last := self.services.memory.last_record:
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
        self.pane.tell_left()
        self.services.memory.keep_window(self, self.panels)
        event.accept()

    def _add_toolbar(self) -> None:
        self._bar = bar = make_toolbar(self, self.acts)
        gap = QWidget(bar)
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(gap)
        bar.addWidget(self.find_box)
        self.register_button = self._panel_button("register", "Register")
        self.page_button = self._panel_button("page", "Page")

    def _panel_button(self, name: str, words: str) -> QAction:
        """Return a button that does an act, and may go where the act itself stays in the menu."""
        act = self.acts[name]
        button = QAction(act.icon(), words, self)
        button.setIconText(act.iconText())
        button.setCheckable(True)
        button.triggered.connect(act.trigger)
        self._bar.addAction(button)
        return button

    def _build_panels(self) -> None:
        desk = self.services.desk
        self.register = Register(self)
        self.welcome = Welcome(str(self.services.data_folder), self)
        self.today = TodayView(self)
        self.front = Front(self.welcome, self.today, self)
        self.pane = RecordPane(desk.save, desk.rescue, self.front, self)
        self.pages = PagePanel(self)
        self.checks = CheckPanel(self)
        self.history = HistoryPanel(self)
        self.files = FilesPanel(self)
        self.side = SidePanel(self.pages, self.checks, self.history, self.files, self)
        self.panels = Panels(self.register, self.pane, self.side, self)
        self.setCentralWidget(self.panels)
        self.arranging = Arranging(
            self.panels,
            self.side,
            self.acts,
            {"register": self.register_button, "page": self.page_button},
            self._bar,
            self,
        )

    def _build_papers(self) -> None:
        """Build what has to do with paper and files, lists and corrections among them."""
        services = self.services
        self.files_desk = FilesDesk(
            self.files,
            services.filing,
            services.exporter,
            self.pane,
            self.side,
            self.messages,
            self,
        )
        self.lists = ListsDesk(
            services.lists, self.pane, self.messages, lambda: self.exports.folder, self
        )
        self.journal_desk = JournalDesk(
            services.journal, self.pane, self.messages, lambda: self.exports.folder, self
        )
        self.codes = CodeDesk(
            services.finding_codes, services.history, self.pane, self.messages, self
        )
        self.correcting = CorrectingDesk(services.stating, self.pane, self)

    def _build_verbs(self) -> None:
        services = self.services
        self.register_desk = RegisterDesk(self.register, services.desk, self)
        self.records = RecordVerbs(services.desk, services.kinds, self.pane, self.messages, self)
        self.journaller = Journaller(services.stating, self)
        self.exports = ExportVerbs(
            services.exporter, self.journaller, self.pane, self.messages, self
        )
        self.pasting = PasteDesk(self.pane, self)
        self.phrases = PhraseVerbs(services.phrasebook, self.pane, self.messages, self)
        self.pages_desk = PagesDesk(self.pages, services.exporter, self)
        self.checks_desk = ChecksDesk(self.checks, services.checking, self)
        self.today_desk = TodayDesk(self.today, services.retention, self.messages, self)
        self.versioner = Versioner(services.history, parent=self)
        self.history_desk = HistoryDesk(
            self.history,
            services.history,
            services.stating,
            self.versioner,
            self.messages,
            self,
        )
        self._build_papers()
        self.circulating = Circulating(self.pane, self.versioner, self)
        self.carried = CarriedDesk(self.pane, self.acts, self)
        self.spelling = SpellingDesk(services.spelling, services.desk, self.pane, self)
        self.finding = FindDesk(self.pane, self)
        self.council = CouncilDesk(services.desk, self.pane, self.messages, self)
        self.numbering = ReferenceDesk(services.desk, self.pane, self.messages, self)
        self.tidying = TidyVerbs(self.pane, self)
        self.stepping = StepDesk(services.stating, self.pane, self.acts, self)
        self.steps = StepActs(self.acts["undo"], self.acts["redo"], self)
        self.settings = SettingsVerbs(services.desk, services.memory, self.messages, self)
        self.closing = Closing(
            services.desk, self.pane, self.records, self.messages, lambda: self.lists.making, self
        )
        self.save_state = SaveState(self.pane, self.status, self.messages, self)
        self.help = HelpVerbs(services.data_folder, self.messages, services.examining, self)
