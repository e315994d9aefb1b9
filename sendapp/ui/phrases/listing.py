"""A list of phrases by title, as the popup and the library show it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QWidget

from sendapp.ui.theme import Look, looks


def phrase_list(name: str, parent: QWidget) -> QListWidget:
    """Return an empty list called `name`, whose long titles are cut, not scrolled sideways."""
    made = looks(QListWidget(parent), Look.TABLE)
    made.setObjectName(name)
    made.setAccessibleName("Phrases")
    # Fusion's own ignores the style sheet's padding.
    made.setItemDelegate(QStyledItemDelegate(made))
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made
