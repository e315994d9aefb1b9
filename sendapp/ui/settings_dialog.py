"""The settings: pages of the council's things, and one of this computer's."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QStackedWidget,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from sendapp.services.council import CouncilSettings
from sendapp.ui.messages import Messages
from sendapp.ui.scrolled import comfortable, scrolled
from sendapp.ui.settings.asks_page import AsksPage, WordsPage
from sendapp.ui.settings.banners_page import BannersPage
from sendapp.ui.settings.call_in_page import CallInPage
from sendapp.ui.settings.closures_page import ClosuresPage
from sendapp.ui.settings.computer_page import ComputerPage, WindowSettings
from sendapp.ui.settings.council_page import CouncilPage
from sendapp.ui.settings.hand_round_page import HandRoundPage
from sendapp.ui.settings.numbers_page import NumbersPage
from sendapp.ui.settings.page import SettingsPage
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import XL, L, M

__all__ = ["SettingsDialog", "WindowSettings"]


class SettingsDialog(QDialog):
    """Shows settings to be changed; `kept` carries them all once the officer keeps them."""

    kept = Signal(object, object)
    """CouncilSettings and WindowSettings."""

    def __init__(
        self, council: CouncilSettings, window: WindowSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settings")
        self.setWindowTitle("Settings")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._council = council
        self._computer = ComputerPage(window)
        closures = ClosuresPage()
        hand_round = HandRoundPage(self._sound, Messages(self))
        hand_round.taken.connect(self.show_council)
        self.pages: tuple[SettingsPage, ...] = (
            CouncilPage(),
            AsksPage(),
            CallInPage(closures.days),
            closures,
            BannersPage(),
            NumbersPage(),
            WordsPage(),
            hand_round,
            self._computer,
        )
        self.list = QListWidget(self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self.show_council(council)
        self.list.setCurrentRow(0)

    def council(self) -> CouncilSettings:
        """Return the council's settings as they stand in the dialog."""
        settings = self._council
        for page in self.pages:
            settings = page.applied(settings)
        return settings

    def window_settings(self) -> WindowSettings:
        """Return the look as it stands in the dialog."""
        return self._computer.window_settings()

    @Slot(object)
    def show_council(self, council: CouncilSettings) -> None:
        """Show the council's settings on every page."""
        self._council = council
        for page in self.pages:
            page.show_settings(council)

    def check(self) -> bool:
        """Go to the first thing that cannot be kept, which says why; whether there is none."""
        for index, page in enumerate(self.pages):
            if (wrong := page.check()) is not None:
                self.list.setCurrentRow(index)
                wrong.setFocus(Qt.FocusReason.OtherFocusReason)
                return False
        return True

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        # Enter ends what is typed in a field; nobody means by it to change the council's rules.
        if arg__1.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            arg__1.ignore()
        else:
            super().keyPressEvent(arg__1)

    def _sound(self) -> CouncilSettings | None:
        return self.council() if self.check() else None

    def _lay_out(self) -> None:
        self.list.setObjectName("settings_pages")
        self.list.setAccessibleName("Pages of the settings")
        self.list.setItemDelegate(QStyledItemDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.addItems([page.words for page in self.pages])
        for page in self.pages:
            self._stack.addWidget(scrolled(page, self))
        self.list.currentRowChanged.connect(self._stack.setCurrentIndex)
        self.list.setFixedWidth(self.list.sizeHintForColumn(0) + XL)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self._stack, 1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(0)
        outside.addLayout(row, 1)
        outside.addWidget(looks(QFrame(self), Look.RULE))
        outside.addWidget(self._buttons())
        self.resize(comfortable(self, 110, 46))

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        box.setContentsMargins(L, M, L, M)
        keep = looks(
            box.addButton("Save settings", QDialogButtonBox.ButtonRole.AcceptRole), Look.PRIMARY
        )
        keep.setObjectName("settings_keep")
        keep.setToolTip("Save settings (Ctrl+Enter)")
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._keep)
        cancel = box.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setObjectName("settings_cancel")
        cancel.setAutoDefault(False)
        box.accepted.connect(self._keep)
        box.rejected.connect(self.reject)
        return box

    @Slot()
    def _keep(self) -> None:
        if self.check():
            self.kept.emit(self.council(), self.window_settings())
            self.accept()
