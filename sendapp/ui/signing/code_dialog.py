"""Asks for the code on a paper, and shows which text kept here it belongs to."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sendapp.domain.claims import NONE_HERE, NOT_PROVED, said_of
from sendapp.domain.sealing import Mistyped, read_code, shown_code
from sendapp.services.finding_codes import Claim
from sendapp.ui.history.wording import title_of
from sendapp.ui.labels import words_label
from sendapp.ui.line_edit import LineEdit
from sendapp.ui.scrolled import comfortable, scrolled
from sendapp.ui.status import announce
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import XL, L, M, S

_ABOUT = "Type the code at the foot of a signing copy, in capitals or not, with hyphens or without."


class FindCodeDialog(QDialog):
    """One line for the code, and beneath it what was found."""

    wanted = Signal(str)
    """The code to look for, as `sealing.read_code` gives it."""
    open_wanted = Signal(object)
    compare_wanted = Signal(object)
    """The claim whose record is to be opened, or whose text is to be shown beside today's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find_code")
        self.setWindowTitle("Find by code")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._code = LineEdit("code_typed", "Code on the paper")
        self._code.setPlaceholderText("7K2M-QX4R-9TWC")
        self._code.setMaxLength(60)
        self._fault = words_label("", Look.PROBLEM)
        self._fault.setObjectName("code_fault")
        self._fault.hide()
        self._found = QVBoxLayout()
        self._found.setSpacing(M)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(0)
        outside.addWidget(scrolled(self._page(), self), 1)
        outside.addWidget(looks(QFrame(self), Look.RULE))
        outside.addWidget(self._buttons())
        self.resize(comfortable(self, 84, 30))
        self._code.returnPressed.connect(self._look)
        self._code.textEdited.connect(self._fault.hide)
        self._code.setFocus()

    def show_claims(self, code: str, claims: Sequence[Claim]) -> None:
        """Show which texts bear `code`, if it is still the one that stands in the line."""
        if _read(self._code.text()) != code:
            return
        self._clear()
        said = [self._add_claim(number, claim) for number, claim in enumerate(claims)]
        last = words_label(
            NOT_PROVED if claims else NONE_HERE, Look.MUTED if claims else Look.PLAIN
        )
        last.setObjectName("code_not_proved" if claims else "code_none")
        self._found.addWidget(last)
        announce(self._code, " ".join((*said, last.text())))
        for button in self.findChildren(QPushButton, "code_open_0"):
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _page(self) -> QWidget:
        page = QWidget()
        label = QLabel("Code on the paper", page)
        label.setBuddy(self._code)
        find = looks(QPushButton("Find", page), Look.PRIMARY)
        find.setObjectName("code_find")
        find.setAutoDefault(False)
        find.clicked.connect(self._look)
        line = QHBoxLayout()
        line.setSpacing(M)
        line.addWidget(self._code, 1)
        line.addWidget(find)
        inside = QVBoxLayout(page)
        inside.setContentsMargins(XL, XL, XL, L)
        inside.setSpacing(M)
        inside.addWidget(words_label("Find by code", Look.HEADING))
        inside.addWidget(words_label(_ABOUT, Look.MUTED))
        inside.addWidget(label)
        inside.addLayout(line)
        inside.addWidget(self._fault)
        inside.addLayout(self._found)
        inside.addStretch(1)
        return page

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        box.setContentsMargins(L, M, L, M)
        close = box.addButton("Close", QDialogButtonBox.ButtonRole.RejectRole)
        close.setObjectName("code_close")
        close.setAutoDefault(False)
        box.rejected.connect(self.reject)
        return box

    @Slot()
    def _look(self) -> None:
        self._clear()
        try:
            code = read_code(self._code.text())
        except Mistyped as fault:
            self._fault.setText(str(fault))
            self._fault.show()
            announce(self._code, str(fault))
            self._code.setFocus()
            return
        self._fault.hide()
        self._code.setText(shown_code(code))
        self.wanted.emit(code)

    def _add_claim(self, number: int, claim: Claim) -> str:
        """Show one text and what can be done with it; return what is said of it."""
        version = claim.version
        kept = title_of(version) if version is not None else ""
        words = said_of(claim.stored.record, kept, in_bin=claim.stored.in_bin)
        label = words_label(words, Look.STRONG)
        label.setObjectName(f"code_claim_{number}")
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        title = claim.stored.record.title
        acts = [("open", "Open the record", self.open_wanted)]
        if version is not None:
            acts.append(("compare", "Show beside today’s text…", self.compare_wanted))
        for name, said, signal in acts:
            button = QPushButton(said)
            button.setObjectName(f"code_{name}_{number}")
            button.setAccessibleName(f"{said.rstrip('…')}: {title}")
            button.setAutoDefault(False)
            button.clicked.connect(partial(signal.emit, claim))
            buttons.addWidget(button)
        buttons.addStretch(1)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, S, 0, S)
        column.setSpacing(S)
        column.addWidget(label)
        column.addLayout(buttons)
        self._found.addWidget(holder)
        return words

    def _clear(self) -> None:
        while (item := self._found.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


def _read(text: str) -> str:
    try:
        return read_code(text)
    except Mistyped:
        return ""
