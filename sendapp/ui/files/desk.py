"""Keeps the panel of files in step with the open record, and does what is asked of files."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from sendapp.domain.filed import PICTURED
from sendapp.domain.wording import DRAFT_STATUSES
from sendapp.editing.later import when_done
from sendapp.editing.open_record import OpenRecord
from sendapp.errors import Problem
from sendapp.services.export import Exporter, then
from sendapp.services.filing import Filed, Filing, FirstPage
from sendapp.ui.file_dialogs import file_dialog, save_dialog
from sendapp.ui.files.adding import Adding
from sendapp.ui.files.asking import ToFile
from sendapp.ui.files.drafts import Drafts
from sendapp.ui.files.drops import FileDrops
from sendapp.ui.files.panel import FilesPanel
from sendapp.ui.files.preview import LOOKING, NO_PICTURE
from sendapp.ui.messages import Messages
from sendapp.ui.page_paint import picture_of

_PAUSE_MS = 120
"""How long a file stays chosen before its first page is looked at."""
_WIDEST = 1_600


class FilesDesk(QObject):
    """Lists the files of the open record while anybody looks, and acts on them."""

    noticed = Signal(str, str, object)
    wanted = Signal()
    """The panel is to be shown."""
    counted = Signal(int)
    """How many files are with the record."""
    changed = Signal()
    """A file came, went, or counts otherwise, with whatever record."""

    def __init__(
        self,
        panel: FilesPanel,
        filing: Filing,
        exporter: Exporter,
        pane: QWidget,
        side: QWidget,
        messages: Messages,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._panel = panel
        self._filing = filing
        self._messages = messages
        self._open_record: OpenRecord | None = None
        self._seen = False
        self._looking: Future[tuple[QImage, int]] | None = None
        self._looked_at = 0
        self.opens: Callable[[QUrl], bool] = QDesktopServices.openUrl
        """Opens a file in the program that belongs to it."""
        self.drafts = Drafts(filing, exporter, self)
        self.adding = Adding(filing, messages, self)
        self._drops = FileDrops(parent, (pane, side))
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self._look)
        self._connect()

    def follow(self, open_record: OpenRecord | None) -> None:
        """Show the files of another record, or of none."""
        self._open_record = open_record
        self._drops.be_on(open_record is not None)
        self._panel.show_nothing()
        self.counted.emit(0)
        self.refresh()

    @Slot(bool)
    def be_seen(self, seen: bool) -> None:
        """Look at first pages only while the panel is seen."""
        if seen and not self._seen:
            self._seen = True
            self._soon.start()
        self._seen = seen

    @Slot()
    def show(self) -> None:
        """Show the files, and put the keyboard there."""
        self.wanted.emit()
        self._panel.take_focus()

    @Slot()
    def ask_for_files(self) -> None:
        """Ask which files are to be filed."""
        if self._open_record is None:
            return
        dialog = file_dialog(self._window, "Add file", "add_file_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._take_names)
        dialog.open()

    @Slot(object)
    def take(self, paths: Sequence[Path]) -> None:
        """Ask in place what these files are; nothing is filed before that."""
        if self._open_record is not None and paths:
            self.wanted.emit()
            status = self._open_record.record.status
            self._panel.ask(paths, decided=status not in DRAFT_STATUSES)

    @Slot()
    def refresh(self) -> None:
        """List the files anew."""
        open_record = self._open_record
        if open_record is None:
            return

        def show(files: list[Filed]) -> None:
            if open_record is self._open_record:
                self._panel.show_files(files)
                self.counted.emit(len(files))

        when_done(self._filing.listing(open_record.record.id), self, show, self._tell)

    def _connect(self) -> None:
        panel = self._panel
        panel.add_wanted.connect(self.ask_for_files)
        panel.asking.given.connect(self._file)
        panel.open_wanted.connect(self._open)
        panel.save_wanted.connect(self._ask_where)
        panel.remove_wanted.connect(self._remove)
        panel.aside_wanted.connect(self._set_aside)
        panel.back_wanted.connect(self._put_back)
        panel.list.file_chosen.connect(self._choose)
        self._drops.dropped.connect(self.take)
        self.adding.noticed.connect(self.noticed)
        self.adding.filed.connect(self._refresh_of)
        self.drafts.kept.connect(self._refresh_of)
        self.drafts.failed.connect(self._say)

    @Slot(str)
    def _refresh_of(self, record_id: str) -> None:
        self.changed.emit()
        if self._open_record is not None and self._open_record.record.id == record_id:
            self.refresh()

    @Slot(object, str)
    def _file(self, asked: Sequence[ToFile], note: str) -> None:
        if self._open_record is not None:
            self.adding.add(self._open_record.record.id, asked, note)

    @Slot(list)
    def _take_names(self, names: list[str]) -> None:
        self.take([Path(name) for name in names])

    @Slot(object)
    def _open(self, filed: Filed) -> None:
        def show(path: Path) -> None:
            if not self.opens(QUrl.fromLocalFile(str(path))):
                words = f"No program on this computer opens “{filed.name}”."
                self._messages.say(words, "Save a copy of it, and open that where one does.")

        when_done(self._filing.open_copy(filed.number), self, show, self._tell)

    @Slot(object)
    def _ask_where(self, filed: Filed) -> None:
        dialog = save_dialog(self._window, "Save a copy", "save_file_dialog")
        dialog.setDefaultSuffix(Path(filed.name).suffix[1:])
        dialog.selectFile(filed.name)
        dialog.fileSelected.connect(partial(self._save, filed))
        dialog.open()

    def _save(self, filed: Filed, name: str) -> None:
        def say(path: Path) -> None:
            open_it = partial(self.opens, QUrl.fromLocalFile(str(path)))
            self.noticed.emit(f"Saved a copy as {path}.", "Open it", open_it)

        when_done(self._filing.save_as(filed.number, Path(name)), self, say, self._tell)

    @Slot(object)
    def _remove(self, filed: Filed) -> None:
        """Take a file out; its bytes are held until the notice goes, so that it can be undone."""

        def take(content: bytes) -> None:
            back = partial(self.adding.put_back, filed, content)
            words = f"Took out “{filed.name}”."
            done = partial(self._changed, filed.record_id, words, "Undo", back)
            when_done(self._filing.remove(filed.number), self, done, self._tell)

        when_done(self._filing.content(filed.number), self, take, self._tell)

    @Slot(object, str)
    def _set_aside(self, filed: Filed, reason: str) -> None:
        back = partial(self._put_back, filed)
        done = partial(self._changed, filed.record_id, f"Set “{filed.name}” aside.", "Undo", back)
        when_done(self._filing.set_aside(filed.number, reason), self, done, self._tell)

    @Slot(object)
    def _put_back(self, filed: Filed) -> None:
        done = partial(self._changed, filed.record_id, f"Put “{filed.name}” back.", "", None)
        when_done(self._filing.put_back(filed.number), self, done, self._tell)

    def _changed(
        self, record_id: str, words: str, act: str, does: Callable[[], object] | None, _: Filed
    ) -> None:
        self._refresh_of(record_id)
        self.noticed.emit(words, act, does)

    @Slot(object)
    def _choose(self, filed: Filed | None) -> None:
        """Look at the first page of another file, once the officer stays on it."""
        number = filed.number if filed is not None else 0
        if number and number == self._looked_at:
            return
        self._looked_at = number
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
        pictured = filed is not None and filed.media_type in PICTURED
        self._panel.preview.show_words("" if filed is None else LOOKING if pictured else NO_PICTURE)
        if pictured:
            self._soon.start()

    @Slot()
    def _look(self) -> None:
        filed = self._panel.list.file()
        if not self._seen or filed is None or filed.media_type not in PICTURED:
            return
        preview = self._panel.preview
        width = round(max(200, preview.width()) * self._window.devicePixelRatioF())
        # Unpacked on the thread that brings it: the interface thread waits for no picture.
        looking = then(self._filing.first_page(filed, min(width, _WIDEST)), _pictured)
        self._looking = looking

        def show(made: tuple[QImage, int]) -> None:
            if looking is self._looking:
                preview.show_page(made[0], filed.name, made[1])

        def say_why(fault: BaseException) -> None:
            if not isinstance(fault, Problem):
                raise fault
            if looking is self._looking:
                preview.show_words(f"{fault.sentence} {fault.hint}".strip())

        when_done(looking, self, show, say_why)

    @Slot(str)
    def _say(self, words: str) -> None:
        self.noticed.emit(words, "", None)

    def _tell(self, fault: BaseException) -> None:
        if not isinstance(fault, Problem):
            raise fault
        self._messages.show_problem(fault)


def _pictured(page: FirstPage) -> tuple[QImage, int]:
    return picture_of(page.png), page.pages
