"""The register of posts in a dialog of its own."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from sendapp.domain.posts import Post
from sendapp.ui.posts_editor import PostsEditor
from sendapp.ui.scrolled import comfortable, lay_out_page
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import XL, L, M

_ABOUT = (
    "Who decides: offered under “Decision made by”. The holder’s name and the first words of the "
    "decision come from here, by the date of the decision."
)


class PostsDialog(QDialog):
    """Shows the posts to be changed; `kept` carries them once the officer keeps them."""

    kept = Signal(object)
    """The posts, as a tuple."""

    def __init__(self, posts: Iterable[Post], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("posts_dialog")
        self.setWindowTitle("Posts")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.editor = PostsEditor(self)
        self.editor.show_posts(posts)
        about = looks(QLabel(_ABOUT, self), Look.MUTED)
        about.setWordWrap(True)
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(XL, L, XL, L)
        inside.setSpacing(M)
        inside.addWidget(about)
        inside.addWidget(self.editor, 1)
        lay_out_page(self, page, self._buttons())
        self.resize(comfortable(self, 92, 36))

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        # As in the settings: Enter ends what is typed in a field, and keeps nothing by it.
        if arg__1.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            arg__1.ignore()
        else:
            super().keyPressEvent(arg__1)

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        box.setContentsMargins(L, M, L, M)
        keep = box.addButton("Save posts", QDialogButtonBox.ButtonRole.AcceptRole)
        looks(keep, Look.PRIMARY).setObjectName("posts_keep")
        keep.setToolTip("Save posts (Ctrl+Enter)")
        keep.setAutoDefault(False)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._keep)
        cancel = box.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setObjectName("posts_cancel")
        cancel.setAutoDefault(False)
        box.accepted.connect(self._keep)
        box.rejected.connect(self.reject)
        return box

    @Slot()
    def _keep(self) -> None:
        if self.editor.check():
            self.kept.emit(self.editor.posts())
            self.accept()
