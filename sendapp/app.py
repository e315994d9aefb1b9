"""Builds everything once, in order: paths, log, lock, database, services, worker, window."""

import argparse
import gc
import logging
import sys
import traceback
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMessageBox

from sendapp import __version__
from sendapp.collecting import Collector
from sendapp.documents.worker import Worker
from sendapp.domain.wording import house_of
from sendapp.errors import Problem
from sendapp.files import private_folder
from sendapp.instance import Instance
from sendapp.paths import Paths, paths_for, rescue_elsewhere, resources
from sendapp.services.checking import Checking
from sendapp.services.council import CouncilSettings
from sendapp.services.desk import Desk
from sendapp.services.examining import Examining
from sendapp.services.export import Exporter
from sendapp.services.filing import Filing
from sendapp.services.finding_codes import FindingCodes
from sendapp.services.history import History
from sendapp.services.journal import Journal
from sendapp.services.list_marking import Marking
from sendapp.services.lists import Lists
from sendapp.services.phrasebook import Phrasebook
from sendapp.services.record_types import TypeOnPaper, load_kinds
from sendapp.services.retention import Retention
from sendapp.services.spelling import Spelling
from sendapp.services.stating import Stating
from sendapp.storage.backups import Backups, Made
from sendapp.storage.keeper import Keeper
from sendapp.ui.theme import apply_theme
from sendapp.ui.window_memory import WindowMemory

if TYPE_CHECKING:
    from sendapp.ui.window import Services, Window

log = logging.getLogger("sendapp")

_OPEN_S = 60.0
_FIRST_BACKUP_S = 20.0
"""When the first backup is made: it must not be in the way of the first words typed."""
_SETTLED_MS = 3_000
"""When the record that was open last has long been opened again."""
_LOG_BYTES = 1_000_000


Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


class Trouble(QObject):
    """Carries trouble from other threads to the window."""

    told = Signal(str)


class Application:
    """What lives as long as the program does."""

    def __init__(self, paths: Paths, settings: QSettings, instance: Instance) -> None:
        """Open the records and build the window; raises a Problem."""
        self.instance = instance
        self.trouble = Trouble()
        self.keeper = Keeper(
            paths.database,
            Backups(paths.backups),
            first_backup_s=_FIRST_BACKUP_S,
            on_backup=self._note_backup,
        )
        # Loaded only now, while the keeper's thread opens the records file.
        from sendapp.ui.window import Window

        try:
            self.desk = Desk(self.keeper, (paths.rescued, rescue_elsewhere()))
            council = self.desk.settings().result(timeout=_OPEN_S)
            kinds = _kinds(council.templates_folder)
        except BaseException:
            self.keeper.close()
            raise
        self.worker = Worker()
        self.exporter = Exporter(self.worker, kinds, house_of(council.profile))
        self.checking, self.history = Checking(self.desk, kinds), History(self.keeper)
        self.stating, self.journal = Stating(self.keeper, kinds), Journal(self.keeper)
        marking = Marking(self.keeper, self.stating)
        self.lists = Lists(self.keeper, self.worker, lambda: self.exporter.kinds, marking)
        self.spelling, self.examining = Spelling(paths.own_words), Examining(paths.database)
        self.filing = Filing(self.keeper, self.worker, paths.opened)
        self.window = Window(self._services(paths, settings))
        self._connect()

    def _services(self, paths: Paths, settings: QSettings) -> "Services":
        """Return what the window works with."""
        from sendapp.ui.window import Services

        kinds = dict(self.exporter.kinds)
        return Services(
            desk=self.desk,
            examining=self.examining,
            checking=self.checking,
            history=self.history,
            journal=self.journal,
            lists=self.lists,
            stating=self.stating,
            filing=self.filing,
            finding_codes=FindingCodes(self.keeper),
            retention=Retention(self.keeper, lambda: self.exporter.kinds),
            spelling=self.spelling,
            exporter=self.exporter,
            kinds=kinds,
            phrasebook=Phrasebook(self.keeper),
            memory=WindowMemory(settings),
            data_folder=paths.data,
            sample=resources() / "examples" / "low-bridge-lane.json",
        )

    def _connect(self) -> None:
        from sendapp.ui.closing import flush_at_session_end

        flush_at_session_end(self.window.closing)
        self.instance.rung.connect(self.window.raise_up)
        self.trouble.told.connect(self.window.tell_trouble)
        self.window.settings.council_changed.connect(self._say_who)

    def _say_who(self, council: CouncilSettings) -> None:
        self.instance.say_who(council.my_name)

    def _note_backup(self, future: "Future[Made | None]") -> None:
        """Tell of a backup that could not be made; called on the backup thread."""
        try:
            made = future.result()
        except (Problem, OSError) as fault:
            log.error("no backup was made: %s", fault)
            self.trouble.told.emit(f"No backup could be made. {fault}")
            return
        if made is not None and made.problem:
            log.error("no second backup: %s", made.problem)
            self.trouble.told.emit(f"No second backup could be made. {made.problem}")

    def show(self) -> None:
        """Show the window, and what is kept in it."""
        self.window.show()
        QTimer.singleShot(0, self.window, self.window.begin)

    def close(self) -> None:
        """Stop the worker, close the records, give the data folder back."""
        # Taken down with the window, its undo steps would speak to what is gone already.
        self.window.pane.leave(keep=False)
        self.checking.close()
        self.examining.close()
        self.history.close()
        self.lists.close()
        self.journal.close()
        self.filing.close()
        self.spelling.close()
        self.exporter.close()
        self.worker.close()
        self.keeper.close()
        self.instance.release()


def run(argv: Sequence[str]) -> int:
    """Run the program with its window; return the exit code."""
    options = _read(argv)
    app = QApplication.instance() or QApplication([sys.argv[0]])
    assert isinstance(app, QApplication)
    app.setApplicationName("sendapp")
    app.setApplicationDisplayName("Decision records")
    app.setApplicationVersion(__version__)
    paths = paths_for(options.data)
    settings = settings_for(paths, own=options.data is not None)
    memory = WindowMemory(settings)
    apply_theme(app, memory.theme, memory.text_size)
    try:
        private_folder(paths.data)
        start_log(paths)
        instance = Instance(paths, app)
        if not instance.hold():
            return 0
        program = Application(paths, settings, instance)
    except Problem as problem:
        return refuse(problem)
    sys.excepthook = bug_hook(program.window)
    program.show()
    # Later looks for garbage, which typing would wait for, leave alone what was there by now.
    gc.freeze()
    QTimer.singleShot(_SETTLED_MS, app, lambda: Collector(app))
    code = app.exec()
    program.close()
    return code


def settings_for(paths: Paths, *, own: bool) -> QSettings:
    """Return the user's settings; a data folder of one's own carries its own."""
    if own:
        return QSettings(str(paths.data / "window.ini"), QSettings.Format.IniFormat)
    return QSettings("sendapp", "sendapp")


def start_log(paths: Paths) -> None:
    """Write what goes wrong into the data folder's log."""
    handler = RotatingFileHandler(
        paths.log, maxBytes=_LOG_BYTES, backupCount=1, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)


def bug_hook(window: "Window") -> Hook:
    """Return the hook for faults of ours: save, log, tell, go on."""

    def hook(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        report = "".join(traceback.format_exception(kind, fault, trace))
        log.error("%s", report)
        try:
            window.pane.flush()
        except Exception:
            # It may be the very fault that is being told of.
            log.exception("nothing could be saved after it")
        window.messages.show_bug(report)

    return hook


def refuse(problem: Problem) -> int:
    """Say why the program does not start, and return its exit code."""
    log.error("%s %s", problem.sentence, problem.hint)
    # A program without a console has no such stream.
    if sys.stderr is not None:
        sys.stderr.write(f"{problem.sentence} {problem.hint}\n")
    box = QMessageBox(QMessageBox.Icon.NoIcon, "Decision records", problem.sentence)
    box.setObjectName("refusal")
    box.setInformativeText(problem.hint)
    # There is no window yet that could stay open behind it.
    box.exec()
    return 1


def _read(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="sendapp", description="Open the window.")
    parser.add_argument("--data", metavar="FOLDER", help="keep records in FOLDER")
    return parser.parse_args(argv)


def _kinds(own_folder: str) -> dict[str, TypeOnPaper]:
    """Return the kinds of record; a broken folder of the council's own does not stop the start."""
    try:
        return load_kinds(Path(own_folder) if own_folder else None)
    except Problem as problem:
        log.error("%s %s", problem.sentence, problem.hint)
        return load_kinds()
