"""The right panel: the page, what the checks found, what was said before, files; with tabs."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from sendapp.ui.theme import Look, looks

PAGE, CHECKS, HISTORY, FILES = 0, 1, 2, 3


class SidePanel(QWidget):
    """Shows one of its parts; the tab of the checks counts what they found."""

    turned = Signal(int)
    """Another tab is shown."""

    def __init__(
        self,
        pages: QWidget,
        checks: QWidget,
        history: QWidget,
        files: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("side_panel")
        self._tabs = QTabBar(self)
        self._tabs.setObjectName("side_tabs")
        self._tabs.setAccessibleName("Page, checks, history and files")
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._tabs.addTab("Page")
        self._tabs.addTab("Checks")
        self._tabs.addTab("History")
        self._tabs.addTab("Files")
        self._stack = QStackedWidget(self)
        for part in (pages, checks, history, files):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tabs)
        column.addWidget(looks(QFrame(self), Look.RULE))
        column.addWidget(self._stack, 1)
        self._tabs.currentChanged.connect(self._turn)

    def show_part(self, part: int) -> None:
        """Turn to `PAGE`, `CHECKS`, `HISTORY` or `FILES`."""
        self._tabs.setCurrentIndex(part)

    @property
    def part(self) -> int:
        """Which part is shown."""
        return self._tabs.currentIndex()

    def count_findings(self, count: int) -> None:
        """Say on its tab how many findings there are."""
        self._tabs.setTabText(CHECKS, f"Checks  {count}" if count else "Checks")
        self._tabs.setAccessibleTabName(CHECKS, f"Checks, {count} found" if count else "Checks")

    @Slot(int)
    def count_files(self, count: int) -> None:
        """Say on its tab how many files there are."""
        self._tabs.setTabText(FILES, f"Files  {count}" if count else "Files")
        self._tabs.setAccessibleTabName(FILES, f"Files, {count}" if count else "Files")

    @Slot(int)
    def _turn(self, part: int) -> None:
        self._stack.setCurrentIndex(part)
        self.turned.emit(part)
