"""The register of posts: a list of who holds which, and the fields of the one that is chosen."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from sendapp.domain.dates import is_iso_date
from sendapp.domain.posts import Post, fault_in, following
from sendapp.domain.wording import lead_in
from sendapp.ui.date_edit import DateEdit
from sendapp.ui.icons import icon
from sendapp.ui.line_edit import LineEdit
from sendapp.ui.status import announce
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import XS, L, M, S

LINES = {
    "title": "Post, as printed",
    "portfolio": "Portfolio",
    "holder": "Held by",
    "lead_in": "How its decisions begin",
}
DATES = {"since": "From", "until": "To"}
ROWS_SHOWN = 5
_NEW = "A new post"


class PostsEditor(QWidget):
    """Posts to look through, add, change and remove; a date that is none stays as it was typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._posts: list[Post] = []
        self.list = looks(QListWidget(self), Look.TABLE)
        self.list.setObjectName("posts")
        self.list.setAccessibleName("Posts")
        # Fusion's own ignores the style sheet's padding.
        self.list.setItemDelegate(QStyledItemDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines = {name: LineEdit(f"post_{name}", label) for name, label in LINES.items()}
        self.dates = {name: DateEdit(f"post_{name}", label) for name, label in DATES.items()}
        self._add = self._button("posts_add", "plus", "Add a post")
        self._follow = self._button("posts_follow", "plus", "Add who comes next")
        self._remove = self._button("posts_remove", "x", "Remove")
        self.problem = looks(QLabel(self), Look.PROBLEM)
        self.problem.setObjectName("posts_problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self._lay_out()
        self._connect()
        self._show_chosen()

    def show_posts(self, posts: Iterable[Post]) -> None:
        """Show these posts and no others."""
        self._posts = list(posts)
        self._fill(0)

    def posts(self) -> tuple[Post, ...]:
        """Return the posts as they stand, without entries that are blank."""
        return tuple(post for post in self._posts if post != Post(""))

    def check(self) -> bool:
        """Say what is wrong with the posts, and go to the entry it is wrong with; whether none is.

        Blank entries are dropped first, so that what is told of stands where it is told.
        """
        kept = [post for post in self._posts if post != Post("")]
        if kept != self._posts:
            self._posts = kept
            self._fill(self.list.currentRow())
        found = fault_in(self._posts)
        self.problem.setText(found[1] if found else "")
        self.problem.setVisible(found is not None)
        self.list.setAccessibleDescription(self.problem.text())
        if found:
            self.list.setCurrentRow(found[0])
            self.list.setFocus()
            announce(self.list, found[1])
        return found is None

    def _connect(self) -> None:
        self._add.clicked.connect(self._add_post)
        self._follow.clicked.connect(self._add_following)
        self._remove.clicked.connect(self._remove_post)
        self.list.currentRowChanged.connect(self._show_chosen)
        for line in self.lines.values():
            line.textEdited.connect(self._take)
        for edit in self.dates.values():
            edit.date_edited.connect(self._take)

    def _lay_out(self) -> None:
        line = self.fontMetrics().height() + 2 * S
        self.list.setMinimumHeight(line * ROWS_SHOWN)
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        for button in (self._add, self._follow, self._remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(L)
        grid.setVerticalSpacing(XS)
        fields = {name: self.lines[name] for name in ("title", "portfolio", "holder", "lead_in")}
        for index, (name, widget) in enumerate((fields | self.dates).items()):
            label = QLabel((LINES | DATES)[name], self)
            label.setBuddy(widget if isinstance(widget, LineEdit) else widget.line)
            row, column = divmod(index, 2)
            grid.addWidget(label, 3 * row, column)
            grid.addWidget(widget, 3 * row + 1, column, Qt.AlignmentFlag.AlignTop)
            grid.setRowMinimumHeight(3 * row + 2, XS)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(0, 0, 0, 0)
        column_of_all.setSpacing(S)
        column_of_all.addWidget(self.list, 1)
        column_of_all.addLayout(buttons)
        column_of_all.addSpacing(M)
        column_of_all.addLayout(grid)
        column_of_all.addWidget(self.problem)
        self.setFocusProxy(self.list)

    def _button(self, name: str, drawing: str, words: str) -> QPushButton:
        button = looks(QPushButton(icon(drawing, "accent"), words, self), Look.QUIET)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _fill(self, current: int) -> None:
        with QSignalBlocker(self.list):
            self.list.clear()
            self.list.addItems([_called(post) for post in self._posts])
            self.list.setCurrentRow(max(0, min(current, len(self._posts) - 1)))
        self._show_chosen()

    @Slot()
    def _show_chosen(self) -> None:
        row = self.list.currentRow()
        post = self._posts[row] if 0 <= row < len(self._posts) else None
        shown = post or Post("")
        for name, line in self.lines.items():
            line.setText(getattr(shown, name))
            line.setCursorPosition(0)
        for name, edit in self.dates.items():
            text = getattr(shown, name)
            edit.show_date(text if is_iso_date(text) else "", text)
        for widget in (*self.lines.values(), *self.dates.values(), self._follow, self._remove):
            widget.setEnabled(post is not None)
        self.lines["lead_in"].setPlaceholderText(lead_in(shown.title))

    @Slot()
    def _take(self) -> None:
        """Take what stands in the fields into the chosen entry."""
        row = self.list.currentRow()
        typed = {name: line.text().strip() for name, line in self.lines.items()}
        days = {name: edit.iso() or edit.line.text().strip() for name, edit in self.dates.items()}
        self._posts[row] = replace(self._posts[row], **typed, **days)
        self.list.item(row).setText(_called(self._posts[row]))
        self.lines["lead_in"].setPlaceholderText(lead_in(typed["title"]))

    @Slot()
    def _add_post(self) -> None:
        self._insert(len(self._posts), Post(""))
        self.lines["title"].setFocus()

    @Slot()
    def _add_following(self) -> None:
        row = self.list.currentRow()
        self._insert(row + 1, following(self._posts[row]))
        self.lines["holder"].setFocus()

    def _insert(self, row: int, post: Post) -> None:
        self._posts.insert(row, post)
        self._fill(row)

    @Slot()
    def _remove_post(self) -> None:
        row = self.list.currentRow()
        del self._posts[row]
        self._fill(row)
        self.problem.hide()
        self.list.setFocus()


def _called(post: Post) -> str:
    """Return an entry in a line: the post, its holder, and when."""
    who = ", ".join(part for part in (post.holder, post.period) if part)
    return f"{post.title or _NEW} – {who}" if who else post.title or _NEW
