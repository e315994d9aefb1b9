"""The posts that decide, with who holds them: a table to be filled in."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from sendapp.services.council import Post
from sendapp.ui.icons import icon
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import S

COLUMNS = ("Post, as printed", "Held by")
ROWS_SHOWN = 5

_TRIGGERS = (
    QAbstractItemView.EditTrigger.DoubleClicked
    | QAbstractItemView.EditTrigger.SelectedClicked
    | QAbstractItemView.EditTrigger.EditKeyPressed
    | QAbstractItemView.EditTrigger.AnyKeyPressed
)


class PostsTable(QWidget):
    """Posts to edit in place: typing into a row, or F2, begins."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = looks(QTableWidget(0, len(COLUMNS), self), Look.TABLE)
        self.table.setObjectName("posts")
        self.table.setAccessibleName("Posts")
        self.table.setHorizontalHeaderLabels(COLUMNS)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(_TRIGGERS)
        self.table.setWordWrap(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        self._add = self._button("posts_add", "plus", "Add a post")
        self._remove = self._button("posts_remove", "x", "Remove the chosen post")
        self.problem = looks(QLabel(self), Look.PROBLEM)
        self.problem.setObjectName("posts_problem")
        self.problem.setWordWrap(True)
        self._lay_out()
        self._add.clicked.connect(self._add_post)
        self._remove.clicked.connect(self._remove_post)
        self.table.itemChanged.connect(self._changed)
        self.table.itemSelectionChanged.connect(self._offer_removal)
        self._offer_removal()

    def show_posts(self, posts: Iterable[Post]) -> None:
        """Show these posts and no others."""
        self.table.setRowCount(0)
        for post in posts:
            self._append(post)

    def posts(self) -> tuple[Post, ...]:
        """Return the posts as they stand, without rows that are blank."""
        rows = (Post(self._text(row, 0), self._text(row, 1)) for row in self._rows())
        return tuple(post for post in rows if post.title or post.holder)

    def check(self) -> bool:
        """Say what is wrong with the posts beneath them; whether nothing is."""
        sentence = fault(self.posts())
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.table.setAccessibleDescription(sentence)
        return not sentence

    def _lay_out(self) -> None:
        line = self.table.fontMetrics().height() + 2 * S
        self.table.verticalHeader().setDefaultSectionSize(line)
        self.table.setMinimumHeight(line * (ROWS_SHOWN + 1) + S)
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        buttons.addWidget(self._add)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.table)
        column.addWidget(self.problem)
        column.addLayout(buttons)
        self.problem.hide()

    def _button(self, name: str, drawing: str, words: str) -> QPushButton:
        button = looks(QPushButton(icon(drawing, "accent"), words, self), Look.QUIET)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _append(self, post: Post) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        for column, text in enumerate((post.title, post.holder)):
            self.table.setItem(row, column, QTableWidgetItem(text))

    def _rows(self) -> range:
        return range(self.table.rowCount())

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return item.text().strip() if item is not None else ""

    @Slot()
    def _add_post(self) -> None:
        self._append(Post(""))
        last = self.table.rowCount() - 1
        self.table.setFocus()
        self.table.setCurrentCell(last, 0)
        item = self.table.item(last, 0)
        if item is not None:
            self.table.editItem(item)

    @Slot()
    def _remove_post(self) -> None:
        self.table.removeRow(self.table.currentRow())
        self._changed()
        self.table.setFocus()

    @Slot()
    def _changed(self) -> None:
        if self.problem.isVisible():
            self.check()
        self.edited.emit()

    @Slot()
    def _offer_removal(self) -> None:
        self._remove.setEnabled(bool(self.table.selectedItems()))


def fault(posts: Iterable[Post]) -> str:
    """Return what is wrong with `posts` in a sentence, '' if nothing is."""
    seen: set[str] = set()
    for post in posts:
        if not post.title:
            return f"Which post does {post.holder} hold? Fill in its name, or remove the row."
        if post.title.casefold() in seen:
            return f"“{post.title}” is in the list twice; remove one."
        seen.add(post.title.casefold())
    return ""
