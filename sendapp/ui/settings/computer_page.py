"""How the window looks, and where files go."""

from dataclasses import dataclass, replace

from typing_extensions import override

from sendapp.services.council import CouncilSettings
from sendapp.ui.choice import Choice
from sendapp.ui.folder_edit import FolderEdit
from sendapp.ui.settings.page import SettingsPage
from sendapp.ui.theme import TEXT_SIZES, THEMES


@dataclass(frozen=True, slots=True)
class WindowSettings:
    """How this person's window looks: theme (system, light, dark) and text size in per cent."""

    theme: str = "system"
    text_size: int = 100


class ComputerPage(SettingsPage):
    """The look of this window, and the folders."""

    def __init__(self, window: WindowSettings) -> None:
        super().__init__("This computer")
        sizes = [(str(size), f"{size} %") for size in sorted({*TEXT_SIZES, window.text_size})]
        self._theme = Choice("theme", "Theme", THEMES)
        self._text_size = Choice("text_size", "Text size", sizes)
        self._exports = FolderEdit("export_folder", "Folder for exports", written=True)
        self._templates = FolderEdit("templates_folder", "Folder of templates", written=False)
        self._backups = FolderEdit("second_backup_folder", "Second backup place", written=True)
        self._theme.show_value(window.theme)
        self._text_size.show_value(str(window.text_size))
        self.heading("This window")
        self.row(self._theme, "Theme")
        self.row(self._text_size, "Text size")
        self._lay_out_folders()
        self.end()

    def window_settings(self) -> WindowSettings:
        """Return the look as it stands here."""
        return WindowSettings(self._theme.value(), int(self._text_size.value()))

    @override
    def show_settings(self, settings: CouncilSettings) -> None:
        self._exports.show_folder(settings.export_folder)
        self._templates.show_folder(settings.templates_folder)
        self._backups.show_folder(settings.second_backup_folder)

    @override
    def applied(self, settings: CouncilSettings) -> CouncilSettings:
        return replace(
            settings,
            export_folder=self._exports.folder(),
            templates_folder=self._templates.folder(),
            second_backup_folder=self._backups.folder(),
        )

    def _lay_out_folders(self) -> None:
        self.heading("Folders")
        self.row(self._exports, "Exports", "The folder that is offered first.")
        self.row(
            self._templates,
            "Your own templates",
            "A folder for each kind of record; without it the ones that came with the program "
            "are used.",
        )
        self.row(
            self._backups,
            "Second backup place",
            "Backups are also copied here, for example to a network drive.",
        )
