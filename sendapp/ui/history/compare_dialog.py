"""Two versions side by side, field by field, with what went and what came marked."""

from collections.abc import Callable, Sequence
from functools import partial
from html import escape

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from sendapp.domain.comparing import Change, Difference
from sendapp.domain.record import DecisionRecord
from sendapp.editing.later import when_done
from sendapp.services.history import History, Text, Version
from sendapp.ui.choice import Choice
from sendapp.ui.history.wording import marked, title_of
from sendapp.ui.tokens import XL, L, M, Tokens

_NOW = "0"
_LEGEND = "Struck through: only in the text on the left. Underlined: only in the text on the right."


class CompareDialog(QDialog):
    """Shows two of the versions, or one and the record now, in two columns."""

    def __init__(
        self,
        versions: Sequence[Version],
        chosen: Version,
        now: DecisionRecord,
        history: History,
        failed: Callable[[BaseException], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("compare")
        self.setWindowTitle("Side by side")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._now = now
        self._history, self._failed = history, failed
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
        """Ask the history what the two that are chosen say otherwise, and show it."""
        self._text.setPlainText("Comparing…")
        texts = self._wanted()
        show = partial(self._show, *texts)
        when_done(self._history.changed(*texts), self, show, self._failed)

    def _show(self, left: Text, right: Text, found: Sequence[Difference]) -> None:
        """Show what two texts say otherwise, if they are still the two that are chosen."""
        if (left, right) == self._wanted():
            self._text.setHtml(page(found))

    def _wanted(self) -> tuple[Text, Text]:
        numbers = int(self._left.value()), int(self._right.value())
        return numbers[0] or self._now, numbers[1] or self._now

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


def page(found: Sequence[Difference]) -> str:
    """Return two texts in two columns: a row of the table for each thing that differs."""
    tokens = Tokens.now()
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
