"""The posts among the settings: how many there are, and the way into their register."""

from collections.abc import Iterable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from sendapp.domain.posts import Post
from sendapp.ui.posts_dialog import PostsDialog


class PostsButton(QWidget):
    """A button that opens the register of posts; what is kept there is held until asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._posts: tuple[Post, ...] = ()
        self._button = QPushButton(self)
        self._button.setObjectName("settings_posts")
        self._button.setAutoDefault(False)
        self._button.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._button)
        row.addStretch(1)
        self.setFocusProxy(self._button)

    def posts(self) -> tuple[Post, ...]:
        """Return the posts as they stand."""
        return self._posts

    @Slot(object)
    def show_posts(self, posts: Iterable[Post]) -> None:
        """Hold these posts and no others."""
        self._posts = tuple(posts)
        titles = len({post.title for post in self._posts})
        count = {0: "none yet", 1: "1 post"}.get(titles, f"{titles} posts")
        self._button.setText(f"Posts… ({count})")

    @Slot()
    def _open(self) -> None:
        dialog = PostsDialog(self._posts, self.window())
        dialog.kept.connect(self.show_posts)
        dialog.open()
