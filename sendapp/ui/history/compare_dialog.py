"""Two versions side by side, field by field, with what went and what came marked."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from sendapp.domain.comparing import Change, differences
from sendapp.domain.record import DecisionRecord
from sendapp.services.history import OldText, Version
from sendapp.ui.choice import Choice
from sendapp.ui.history.wording import marked, title_of
from sendapp.ui.tokens import XL, L, M, Tokens

_NOW = "0"
_LEGEND = "Struck through: only in the text on the left. Underlined: only in the text on the right."


class CompareDialog(QDialog):
    """Shows two of the versions, or one and the record now, in two columns."""

    text_wanted = Signal(object, int)
    """This dialog, and the number of a version whose content it has not got yet."""

    def __init__(
        self,
        versions: Sequence[Version],
        chosen: Version,
        now: DecisionRecord,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("compare")
        self.setWindowTitle("Side by side")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._records = {0: now}
        titles = [(_NOW, "The record as it is now")]
        titles += [(str(version.number), title_of(version)) for version in versions]
        self._left = Choice("compare_left", "Left", titles, self)
        self._right = Choice("compare_right", "Right", titles, self)
        self._left.show_value(str(chosen.number))
        self._right.show_value(_NOW)
        self._text = QTextBrowser(self)
        self._text.setObjectName("compare_text")
        self._text.setAccessibleName("What the two versions say otherwise")
        self._text.setOpenLinks(False)
        self._lay_out(parent)
        self._left.chosen.connect(self.begin)
        self._right.chosen.connect(self.begin)

    @Slot()
    def begin(self) -> None:
        """Show the two that are chosen, once their content is here."""
        for number in self._wanted():
            if number not in self._records:
                self.text_wanted.emit(self, number)
                return
        left, right = (self._records[number] for number in self._wanted())
        self._text.setHtml(page(left, right))

    def take_text(self, old: OldText) -> None:
        """Take the content of a version."""
        self._records[old.version.number] = old.record
        self.begin()

    def _wanted(self) -> tuple[int, int]:
        return int(self._left.value()), int(self._right.value())

    def _lay_out(self, parent: QWidget | None) -> None:
        head = QHBoxLayout()
        head.setSpacing(L)
        head.addWidget(self._left, 1)
        head.addWidget(self._right, 1)
        buttons = QDialogButtonBox(self)
        close = buttons.addButton("Close", QDialogButtonBox.ButtonRole.RejectRole)
        close.setObjectName("compare_close")
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, L)
        column.setSpacing(M)
        column.addLayout(head)
        column.addWidget(self._text, 1)
        column.addWidget(buttons)
        room = (parent or self).size()
        self.resize(int(room.width() * 0.9), int(room.height() * 0.9))


def page(left: DecisionRecord, right: DecisionRecord) -> str:
    """Return two records in two columns: a row of the table for each thing that differs."""
    tokens = Tokens.now()
    found = differences(left, right)
    if not found:
        return "<p>The two say the same.</p>"
    rows = []
    for one in found:
        heading = f"{escape(one.label)}: {one.how.value}"
        before = marked(one.pieces, but_not=Change.ADDED, shorten=False)
        after = marked(one.pieces, but_not=Change.REMOVED, shorten=False)
        rows.append(
            f'<tr><td colspan="2" bgcolor="{tokens.hover}"><b>{heading}</b></td></tr>'
            f'<tr><td width="50%" valign="top">{before or "—"}</td>'
            f'<td width="50%" valign="top">{after or "—"}</td></tr>'
        )
    table = f'<table width="100%" cellspacing="0" cellpadding="8">{"".join(rows)}</table>'
    return f'<p style="color:{tokens.muted}">{_LEGEND}</p>{table}'
