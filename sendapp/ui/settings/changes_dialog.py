"""What a file of a council's profile would change, before it does."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from sendapp.ui.scrolled import comfortable, lay_out_page
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import XL, L, M


class ChangesDialog(QDialog):
    """Shows what a file would change; `taken` once the officer wants that."""

    taken = Signal()

    def __init__(self, name: str, changes: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("profile_changes")
        self.setWindowTitle("Import profile")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        count = "one thing" if len(changes) == 1 else f"{len(changes)} things"
        heading = looks(QLabel(f"This would change {count}"), Look.HEADING)
        about = looks(QLabel(f"{name} says otherwise than your settings."), Look.MUTED)
        for label in (heading, about):
            # A file's name must not become mark-up.
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.list = QPlainTextEdit("\n".join(f"•\N{NO-BREAK SPACE}{line}" for line in changes))
        self.list.setObjectName("profile_changes_list")
        self.list.setAccessibleName("What would change")
        self.list.setReadOnly(True)
        self.list.setTabChangesFocus(True)
        self.list.setMinimumHeight(self.fontMetrics().height() * 6)
        self._lay_out(heading, about)

    def _lay_out(self, heading: QWidget, about: QWidget) -> None:
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(XL, L, XL, L)
        inside.setSpacing(M)
        inside.addWidget(heading)
        inside.addWidget(about)
        inside.addWidget(self.list, 1)
        lay_out_page(self, page, self._buttons())
        self.resize(comfortable(self, 84, 26))

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        box.setContentsMargins(L, M, L, M)
        role = QDialogButtonBox.ButtonRole
        take = looks(box.addButton("Take these over", role.AcceptRole), Look.PRIMARY)
        take.setObjectName("profile_take")
        leave = box.addButton("Leave all as it is", role.RejectRole)
        leave.setObjectName("profile_leave")
        for button in (take, leave):
            button.setAutoDefault(False)
        box.accepted.connect(self.taken)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box
