"""What the window remembers of its user: its place, its looks, the record that was open."""

from typing import Any

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow, QSplitter

from sendapp.ui.theme import TEXT_SIZES, THEMES

FIRST_SIZE = (1_440, 900)


class WindowMemory:
    """Reads and keeps the user's own settings; a value that makes no sense is at its default."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    @property
    def theme(self) -> str:
        """The theme: system, light or dark."""
        value = str(self._settings.value("theme", "system"))
        return value if value in dict(THEMES) else "system"

    @theme.setter
    def theme(self, theme: str) -> None:
        self._settings.setValue("theme", theme)

    @property
    def text_size(self) -> int:
        """The size of text, in per cent."""
        value = str(self._settings.value("text_size", "100"))
        return int(value) if value in map(str, TEXT_SIZES) else 100

    @text_size.setter
    def text_size(self, text_size: int) -> None:
        self._settings.setValue("text_size", text_size)

    @property
    def spelling(self) -> bool:
        """Whether misspelt words are underlined."""
        return str(self._settings.value("spelling", "true")) != "false"

    @spelling.setter
    def spelling(self, spelling: bool) -> None:
        self._settings.setValue("spelling", "true" if spelling else "false")

    @property
    def last_record(self) -> str:
        """The id of the record that was open last, '' for none."""
        return str(self._settings.value("last_record", ""))

    @last_record.setter
    def last_record(self, record_id: str) -> None:
        self._settings.setValue("last_record", record_id)

    @property
    def last_folder(self) -> str:
        """The folder in which a file was chosen last, '' for none."""
        return str(self._settings.value("last_folder", ""))

    @last_folder.setter
    def last_folder(self, folder: str) -> None:
        self._settings.setValue("last_folder", folder)

    def restore_window(self, window: QMainWindow, panels: QSplitter) -> None:
        """Put the window where it was, or give it its first size within the screen."""
        if not window.restoreGeometry(self._bytes("geometry")):
            room = window.screen().availableGeometry()
            width = min(FIRST_SIZE[0], room.width())
            height = min(FIRST_SIZE[1], room.height())
            window.resize(width, height)
        panels.restoreState(self._bytes("panels"))

    def keep_window(self, window: QMainWindow, panels: QSplitter) -> None:
        """Remember where the window is."""
        self._settings.setValue("geometry", window.saveGeometry())
        self._settings.setValue("panels", panels.saveState())
        self._settings.sync()

    def _bytes(self, name: str) -> QByteArray:
        value: Any = self._settings.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()
