"""The quiet mark beside a field in which the checks found something."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from sendapp.domain.checks.finding import Finding, Rank
from sendapp.ui.findings_delegate import MARKS
from sendapp.ui.icons import icon
from sendapp.ui.theme import icon_size
from sendapp.ui.tool_tips import plain_tip


def sentences_of(found: Sequence[Finding]) -> list[str]:
    """Return what is said of findings at one place; those to be confirmed are only counted."""
    to_confirm = sum(entry.confirmable for entry in found)
    others = [entry.sentence for entry in found if not entry.confirmable]
    if to_confirm:
        facts = "fact is" if to_confirm == 1 else "facts are"
        others.append(f"{to_confirm} carried-over {facts} not confirmed.")
    return list(dict.fromkeys(others))


class Mark(QWidget):
    """An icon that tells the weightiest rank found, with the sentences as its tip.

    It keeps its place while there is nothing to show, so that the form does not move.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("field_mark")
        self._rank: Rank | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def rank(self) -> Rank | None:
        """The weightiest rank that is shown, None if nothing is."""
        return self._rank

    def show_findings(self, shown: Sequence[Finding]) -> str:
        """Mark what was found and return the sentences, '' for none; what is set aside is left."""
        found = [entry for entry in shown if not entry.set_aside]
        ranks = list(Rank)
        self._rank = min((entry.rank for entry in found), key=ranks.index, default=None)
        sentences = "\n".join(sentences_of(found))
        self.setToolTip(plain_tip(sentences) if sentences else "")
        self.update()
        return sentences

    @override
    def sizeHint(self) -> QSize:
        side = icon_size(self.font())
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._rank is None:
            return
        name, colour = MARKS[self._rank]
        side = min(self.width(), self.height())
        icon(name, colour).paint(QPainter(self), QRect(0, 0, side, side))
