"""Settings: asked for in a dialog and in the View menu, kept, and put to use at once."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from sendapp.editing.later import when_done
from sendapp.errors import Problem
from sendapp.services.council import CouncilSettings, Post
from sendapp.services.desk import Desk
from sendapp.ui.messages import Messages
from sendapp.ui.theme import TEXT_SIZES, THEMES, apply_theme
from sendapp.ui.window_memory import WindowMemory

if TYPE_CHECKING:
    from sendapp.ui.settings_dialog import WindowSettings


class SettingsVerbs(QObject):
    """Keeps the council's settings in the records file and the user's own in the memory."""

    noticed = Signal(str, str, object)
    text_size_changed = Signal(int)
    council_changed = Signal(object)
    """The council's settings as they are now."""
    guide_wanted = Signal(QWidget)
    """The guide is asked for over this dialog."""

    def __init__(
        self, desk: Desk, memory: WindowMemory, messages: Messages, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._desk = desk
        self._memory = memory
        self._messages = messages
        self._choices: dict[tuple[str, object], QAction] = {}

    def begin(self, view_menu: QMenu) -> None:
        """Offer theme and text size in the View menu, and put all settings to use."""
        view_menu.addSeparator()
        sizes = tuple((size, f"{size} %") for size in TEXT_SIZES)
        self._offer(view_menu, "Text &size", "text_size", sizes, self.choose_text_size)
        self._offer(view_menu, "&Theme", "theme", THEMES, self.choose_theme)
        self._apply()
        when_done(self._desk.settings(), self, self.council_changed.emit, self._tell)

    @Slot()
    def open(self) -> None:
        """Show the settings."""
        when_done(self._desk.settings(), self, self._ask, self._tell)

    @Slot()
    def open_posts(self) -> None:
        """Show the register of posts."""
        when_done(self._desk.settings(), self, self._ask_posts, self._tell)

    def choose_theme(self, theme: str) -> None:
        """Show the window in another theme."""
        self._memory.theme = theme
        self._apply()

    def choose_text_size(self, text_size: int) -> None:
        """Show the window in another size of text, in per cent."""
        self._memory.text_size = text_size
        self._apply()

    def _apply(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, self._memory.theme, self._memory.text_size)
        for name, value in (("theme", self._memory.theme), ("text_size", self._memory.text_size)):
            self._choices[name, value].setChecked(True)
        self.text_size_changed.emit(self._memory.text_size)

    def _offer(
        self,
        menu: QMenu,
        words: str,
        name: str,
        choices: tuple[tuple[object, str], ...],
        choose: Callable[..., None],
    ) -> None:
        inner = menu.addMenu(words)
        group = QActionGroup(self)
        for value, label in choices:
            action = inner.addAction(label)
            action.setObjectName(f"act_{name}_{value}")
            action.setCheckable(True)
            action.triggered.connect(partial(self._chosen, choose, value))
            group.addAction(action)
            self._choices[name, value] = action

    def _chosen(self, choose: Callable[..., None], value: object, *_: object) -> None:
        choose(value)

    def _ask(self, council: CouncilSettings) -> None:
        # Late: the window must start without its many pages.
        from sendapp.ui.settings_dialog import SettingsDialog, WindowSettings

        looks = WindowSettings(self._memory.theme, self._memory.text_size)
        dialog = SettingsDialog(council, looks, self._window)
        dialog.kept.connect(self._keep)
        # The window's own key is not heard while a dialog is open.
        key = QShortcut(QKeySequence("F1"), dialog)
        key.activated.connect(partial(self.guide_wanted.emit, dialog))
        dialog.open()

    @Slot(object, object)
    def _keep(self, council: CouncilSettings, looks: "WindowSettings") -> None:
        self._memory.theme, self._memory.text_size = looks.theme, looks.text_size
        self._apply()
        when_done(self._desk.keep_settings(council), self, self._kept, self._tell)

    def _ask_posts(self, council: CouncilSettings) -> None:
        # Late, as above.
        from sendapp.ui.posts_dialog import PostsDialog

        dialog = PostsDialog(council.posts, self._window)
        dialog.kept.connect(partial(self._keep_posts, council))
        dialog.open()

    def _keep_posts(self, council: CouncilSettings, posts: tuple[Post, ...]) -> None:
        def kept(now: CouncilSettings) -> None:
            self.council_changed.emit(now)
            self.noticed.emit("Posts saved.", "", None)

        changed = replace(council, posts=posts)
        when_done(self._desk.keep_settings(changed), self, kept, self._tell)

    def _kept(self, council: CouncilSettings) -> None:
        self.council_changed.emit(council)
        self.noticed.emit("Settings saved.", "", None)

    def _tell(self, fault: BaseException) -> None:
        if not isinstance(fault, Problem):
            raise fault
        self._messages.show_problem(fault)
