"""Says above the form how many facts of an older record are not confirmed yet."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from sendapp.ui.form_banner import FormBanner


class CarriedBanner(FormBanner):
    """A line over the form, hidden while there is nothing to confirm."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("carried", parent)
        self.button.setText("Next")
        self.button.setObjectName("carried_next")
        self.button.setAccessibleName("Next carried-over fact")
        self.button.setToolTip("Next carried-over fact (Ctrl+Shift+J)")

    @Slot(int)
    def count(self, facts: int) -> None:
        """Say that so many facts are not confirmed; of none nothing is said."""
        called = "1 fact from an older record is" if facts == 1 else f"{facts} facts from an older "
        called += "" if facts == 1 else "record are"
        self.words.setText(f"{called} not confirmed. Confirm or change what has a dashed line.")
        self.setVisible(facts > 0)
