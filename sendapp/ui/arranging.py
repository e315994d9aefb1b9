"""Which panels are shown, by the acts that ask for them and the room there is."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction

from sendapp.ui.actions import MainTools
from sendapp.ui.panels import Panels, Room
from sendapp.ui.side_panel import CHECKS, FILES, HISTORY, PAGE, SidePanel


class Arranging(QObject):
    """Shows a panel where it has room, else in the place of another, with a button for it."""

    pages_seen = Signal(bool)
    """Whether anybody sees the pages of a record."""

    history_seen = Signal(bool)
    """Whether anybody sees the versions of a record."""

    files_seen = Signal(bool)
    """Whether anybody sees the files of a record."""

    record_beside = Signal(bool)
    """Whether the record is seen beside what the side panel shows."""

    def __init__(
        self,
        panels: Panels,
        side: SidePanel,
        acts: Mapping[str, QAction],
        buttons: Mapping[str, QAction],
        tools: MainTools,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._panels = panels
        self._side = side
        self._acts = acts
        self._buttons = buttons
        self._tools = tools
        self._has_record = False
        panels.rearranged.connect(self.arrange)
        side.turned.connect(self.arrange)

    def set_has_record(self, has_record: bool) -> None:
        """Offer what there is to see of a record, or of none."""
        self._has_record = has_record
        self._panels.set_has_record(has_record)
        self.arrange()

    @Slot()
    def toggle_register(self) -> None:
        """Show the register, or hide it where it is in the way."""
        hides = self._panels.shows("register") and self._panels.room is Room.ONE
        self._show("record" if hides else "register")

    @Slot()
    def toggle_page(self) -> None:
        """Show the page; where it is shown and in the way, hide it."""
        shown = self._panels.shows("pages") and self._side.part == PAGE
        one = self._panels.room is Room.ONE
        self._side.show_part(PAGE)
        self._show("pages" if not shown else "record" if one else "register")

    @Slot()
    def show_checks(self) -> None:
        """Show what the checks found."""
        self._side.show_part(CHECKS)
        self._show("pages")

    @Slot()
    def show_history(self) -> None:
        """Show what the record said before."""
        self._side.show_part(HISTORY)
        self._show("pages")

    @Slot()
    def show_files(self) -> None:
        """Show the files that belong to the record."""
        self._side.show_part(FILES)
        self._show("pages")

    @Slot()
    def show_record(self) -> None:
        """Show the record, where it is not shown anyway."""
        if self._panels.room is Room.ONE:
            self._show("record")

    @Slot()
    def show_register(self) -> None:
        """Show the register, where it is not shown anyway."""
        if self._panels.room is not Room.THREE:
            self._show("register")

    @Slot()
    def arrange(self) -> None:
        """Show the buttons of the panels that have no room, and say whether pages are seen."""
        roomy = self._panels.room is Room.THREE
        self._tools.spare_room(self._panels.room is Room.ONE)
        pages = self._panels.shows("pages")
        page = pages and self._side.part == PAGE
        for name, shown in (("register", self._panels.shows("register")), ("page", page)):
            self._acts[name].setChecked(shown)
            self._buttons[name].setChecked(shown)
            self._buttons[name].setVisible(not roomy)
        for act in (
            self._acts["page"],
            self._acts["checks"],
            self._acts["history"],
            self._acts["files"],
            self._buttons["page"],
        ):
            act.setEnabled(self._has_record)
        self.record_beside.emit(self._panels.room is not Room.ONE)
        self.pages_seen.emit(self._has_record and page)
        history = pages and self._side.part == HISTORY
        self.history_seen.emit(self._has_record and history)
        files = pages and self._side.part == FILES
        self.files_seen.emit(self._has_record and files)

    def _show(self, panel: str) -> None:
        self._panels.show_aside(panel)
        self.arrange()
