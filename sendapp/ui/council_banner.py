"""Says above the form that the record names no council yet."""

from PySide6.QtWidgets import QWidget

from sendapp.ui.form_banner import FormBanner

NAMELESS = "This record does not name your council yet, and cannot go to be signed without."


class CouncilBanner(FormBanner):
    """A line over the form, hidden while the record names its council."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("council", parent)
        self.words.setText(NAMELESS)
        self.button.setText("Set your council’s name…")
        self.button.setObjectName("council_ask")
