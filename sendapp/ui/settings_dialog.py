"""The settings: the council's things, the look of the window, and the folders."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from sendapp.services.council import CouncilSettings
from sendapp.ui.asked_fields import AskedFields
from sendapp.ui.choice import Choice
from sendapp.ui.folder_edit import FolderEdit
from sendapp.ui.line_edit import LineEdit
from sendapp.ui.posts_button import PostsButton
from sendapp.ui.scrolled import comfortable, scrolled
from sendapp.ui.theme import TEXT_SIZES, THEMES, Look, looks
from sendapp.ui.tokens import XL, XS, L, M
from sendapp.ui.words_edit import WordsEdit


@dataclass(frozen=True, slots=True)
class WindowSettings:
    """How this person's window looks: theme (system, light, dark) and text size in per cent."""

    theme: str = "system"
    text_size: int = 100


class SettingsDialog(QDialog):
    """Shows settings to be changed; `kept` carries them all once the officer keeps them."""

    kept = Signal(object, object)
    """CouncilSettings and WindowSettings."""

    def __init__(
        self, council: CouncilSettings, window: WindowSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settings")
        self.setWindowTitle("Settings")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._page = QWidget()
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(XL, XL, XL, XL)
        self._column.setSpacing(XS)
        self._council = LineEdit("council_name", "Council")
        self._my_name = LineEdit("my_name", "Your name")
        self._posts = PostsButton(self)
        self._asked = AskedFields()
        self._clearances = LineEdit("asked_clearances", "Clearances to ask for")
        self._words = WordsEdit("council_words", "The council’s words")
        sizes = [(str(size), f"{size} %") for size in sorted({*TEXT_SIZES, window.text_size})]
        self._theme = Choice("theme", "Theme", THEMES)
        self._text_size = Choice("text_size", "Text size", sizes)
        self._exports = FolderEdit("export_folder", "Folder for exports", written=True)
        self._templates = FolderEdit("templates_folder", "Folder of templates", written=False)
        self._backups = FolderEdit("second_backup_folder", "Second backup place", written=True)
        self._fill(council, window)
        self._lay_out()

    def council(self) -> CouncilSettings:
        """Return the council's settings as they stand in the dialog."""
        return CouncilSettings(
            council=self._council.text().strip(),
            my_name=self._my_name.text().strip(),
            posts=self._posts.posts(),
            export_folder=self._exports.folder(),
            templates_folder=self._templates.folder(),
            second_backup_folder=self._backups.folder(),
            asked_fields=self._asked.fields(),
            words=self._words.words(),
            asked_clearances=tuple(part.strip() for part in self._clearances.text().split(",")),
        )

    def window_settings(self) -> WindowSettings:
        """Return the look as it stands in the dialog."""
        return WindowSettings(self._theme.value(), int(self._text_size.value()))

    def _fill(self, council: CouncilSettings, window: WindowSettings) -> None:
        self._council.setText(council.council)
        self._my_name.setText(council.my_name)
        self._posts.show_posts(council.posts)
        self._asked.show_fields(council.asked_fields)
        self._clearances.setText(", ".join(council.asked_clearances))
        self._words.show_words(council.words)
        self._theme.show_value(window.theme)
        self._text_size.show_value(str(window.text_size))
        self._exports.show_folder(council.export_folder)
        self._templates.show_folder(council.templates_folder)
        self._backups.show_folder(council.second_backup_folder)

    def _lay_out(self) -> None:
        self._lay_out_council()
        self._heading("This window")
        self._row(self._theme, "Theme")
        self._row(self._text_size, "Text size")
        self._lay_out_folders()
        self._column.addStretch(1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(0)
        outside.addWidget(scrolled(self._page, self), 1)
        outside.addWidget(looks(QFrame(self), Look.RULE))
        outside.addWidget(self._buttons())
        self.resize(comfortable(self, 90, 48))

    def _lay_out_council(self) -> None:
        self._heading("Your council")
        self._row(self._council, "Council", "As printed at the head of each new record.")
        self._row(self._my_name, "Your name", "Shows colleagues who has the records open.")
        self._row(self._posts, "Posts", "Offered under “Decision made by”.")
        self._heading("What your council asks for")
        self._row(
            self._asked,
            "Optional fields to fill in",
            "The checks remind whoever drafts a record. Blank ones never stop anything.",
        )
        self._row(
            self._clearances,
            "Clearances",
            "Who has to clear a record, with commas between: Legal, Finance.",
        )
        self._heading("Spelling")
        self._row(
            self._words,
            "The council’s words",
            "Taken for right in everybody’s records, one a line; SEND, S106, parklet and the like "
            "are known already.",
            self._words.box,
        )

    def _lay_out_folders(self) -> None:
        self._heading("Folders")
        self._row(self._exports, "Exports", "The folder that is offered first.")
        self._row(
            self._templates,
            "Your own templates",
            "A folder for each kind of record; without it the ones that came with the program "
            "are used.",
        )
        self._row(
            self._backups,
            "Second backup place",
            "Backups are also copied here, for example to a network drive.",
        )

    def _heading(self, words: str) -> None:
        if self._column.count():
            self._column.addSpacing(XL)
        self._column.addWidget(looks(QLabel(words), Look.HEADING))

    def _row(
        self, widget: QWidget, words: str, hint: str = "", buddy: QWidget | None = None
    ) -> None:
        self._column.addSpacing(M)
        label = QLabel(words)
        label.setBuddy(buddy or widget.focusProxy() or widget)
        self._column.addWidget(label)
        if hint:
            note = looks(QLabel(hint), Look.MUTED)
            note.setWordWrap(True)
            self._column.addWidget(note)
        self._column.addWidget(widget)

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        box.setContentsMargins(L, M, L, M)
        keep = looks(
            box.addButton("Save settings", QDialogButtonBox.ButtonRole.AcceptRole), Look.PRIMARY
        )
        keep.setObjectName("settings_keep")
        keep.setDefault(True)
        cancel = box.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setObjectName("settings_cancel")
        cancel.setAutoDefault(False)
        box.accepted.connect(self._keep)
        box.rejected.connect(self.reject)
        return box

    @Slot()
    def _keep(self) -> None:
        self.kept.emit(self.council(), self.window_settings())
        self.accept()
