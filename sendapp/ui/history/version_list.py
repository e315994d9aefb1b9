"""The list of versions, newest first under the days they were kept on."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from sendapp.services.history import Version
from sendapp.ui.history.wording import day_of, day_words, time_words

_VERSION = Qt.ItemDataRole.UserRole


class VersionList(QListWidget):
    """Shows versions; `chosen` carries the one the officer is on, None where there is none."""

    version_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("versions")
        self.setAccessibleName("Versions")
        self.setWordWrap(True)
        # A thousand lines are measured a few at a time.
        self.setLayoutMode(QListWidget.LayoutMode.Batched)
        self.setBatchSize(40)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._tell)

    def show_versions(self, versions: Sequence[Version], today: date) -> None:
        """Show exactly `versions`; the one that was chosen stays chosen, else the newest is."""
        was = self.version()
        self.blockSignals(True)
        self.clear()
        day = None
        for version in versions:
            if day != day_of(version):
                day = day_of(version)
                self._add_day(day_words(day, today))
            self._add_version(version)
        self.blockSignals(False)
        self._choose(was.number if was else -1)

    def version(self) -> Version | None:
        """Return the version the officer is on."""
        item = self.currentItem()
        found: Version | None = item.data(_VERSION) if item is not None else None
        return found

    def versions(self) -> list[Version]:
        """Return the versions that are shown, newest first."""
        found = [self.item(row).data(_VERSION) for row in range(self.count())]
        return [version for version in found if version is not None]

    def _add_day(self, words: str) -> None:
        item = QListWidgetItem(words, self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = self.font()
        font.setBold(True)
        item.setFont(font)

    def _add_version(self, version: Version) -> None:
        item = QListWidgetItem(f"{time_words(version)}   {version.words}", self)
        if version.who:
            item.setText(f"{item.text()}\n{version.who}")
        item.setData(_VERSION, version)
        said = f"{version.words}, {time_words(version)}, {version.who}"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        if version.is_named:
            font = self.font()
            font.setBold(True)
            item.setFont(font)

    def _choose(self, number: int) -> None:
        rows = [row for row in range(self.count()) if self.item(row).data(_VERSION) is not None]
        same = [row for row in rows if self.item(row).data(_VERSION).number == number]
        if rows:
            self.setCurrentRow((same or rows)[0])
        else:
            self._tell()

    @Slot()
    def _tell(self, *_: object) -> None:
        self.version_chosen.emit(self.version())
