"""Asks for a link: its words and where it leads."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from sendapp.domain.richtext_html import safe_href
from sendapp.ui.line_edit import LineEdit
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import L, S


class LinkDialog(QDialog):
    """Asks for the words and the address of a link; an empty address takes a link away."""

    link_chosen = Signal(str, str)

    def __init__(self, words: str, address: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("link_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Link")
        self._had_address = bool(address)
        self.words = LineEdit("link_words", "Words", self)
        self.words.setText(words)
        self.address = LineEdit("link_address", "Leads to", self)
        self.address.setText(address)
        self.address.setPlaceholderText("https://www.example.gov.uk/page")
        self.problem = looks(QLabel(self), Look.PROBLEM)
        self.problem.setObjectName("link_problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self._lay_out()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)
        (self.address if words else self.words).setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(S)
        for line in (self.words, self.address):
            label = QLabel(line.accessibleName(), self)
            label.setBuddy(line)
            column.addWidget(label)
            column.addWidget(line)
        column.addWidget(self.problem)
        buttons = QDialogButtonBox(self)
        put = buttons.addButton("Add link", QDialogButtonBox.ButtonRole.AcceptRole)
        put.setObjectName("link_put")
        if self._had_address:
            away = buttons.addButton("Remove link", QDialogButtonBox.ButtonRole.DestructiveRole)
            away.setObjectName("link_take_away")
            away.clicked.connect(self._take_away)
        buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._put)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    @Slot()
    def _put(self) -> None:
        address = with_scheme(self.address.text())
        if not safe_href(address):
            self.problem.setText(
                "This is not a web or e-mail address. It begins with https://, http:// or mailto:."
            )
            self.problem.show()
            self.address.setFocus()
            return
        self.link_chosen.emit(self.words.text() or address.removeprefix("mailto:"), address)
        self.accept()

    @Slot()
    def _take_away(self) -> None:
        self.link_chosen.emit(self.words.text(), "")
        self.accept()


def with_scheme(address: str) -> str:
    """Return an address as officers type it with what it begins with: www.… and a@b.uk too."""
    address = address.strip()
    if address.lower().startswith("www."):
        return f"https://{address}"
    if "@" in address and ":" not in address and " " not in address:
        return f"mailto:{address}"
    return address
