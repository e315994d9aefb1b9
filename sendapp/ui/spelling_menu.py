"""What the menu of a text offers for a misspelt word."""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from sendapp.editing.later import when_done
from sendapp.errors import Problem
from sendapp.ui.text.text_menu import put_first

LOOKING = "Looking for words…"
NO_IDEA = "No suggestions"


class SpellingMenu(QObject):
    """Suggestions, filled in as soon as they are there, and the two dictionaries to add to."""

    def __init__(
        self,
        menu: QMenu,
        suggested: "Future[tuple[str, ...]]",
        choose: Callable[[str], object],
        learn: tuple[tuple[str, str, Callable[[], object]], ...],
    ) -> None:
        """Put all that first into `menu`; `learn` has names, words and acts."""
        super().__init__(menu)
        self._menu = menu
        self._choose = choose
        # It can be chosen, and does nothing: who presses Enter too soon must not add a word.
        self._looking = QAction(LOOKING, menu)
        self._looking.setObjectName("spelling_looking")
        line = QAction(menu)
        line.setSeparator(True)
        acts = []
        for name, words, do in learn:
            act = QAction(words, menu)
            act.setObjectName(f"spelling_{name}")
            act.triggered.connect(do)
            acts.append(act)
        put_first(menu, [self._looking, line, *acts])
        when_done(suggested, self, self._fill, self._fill_nothing)

    def _fill(self, words: tuple[str, ...]) -> None:
        was_first = self._menu.activeAction() is self._looking
        if not words:
            self._looking.setText(NO_IDEA)
            self._looking.setEnabled(False)
            return
        acts = []
        for word in words:
            act = QAction(word.replace("&", "&&"), self._menu)
            act.setObjectName("spelling_suggestion")
            font = act.font()
            font.setBold(True)
            act.setFont(font)
            act.triggered.connect(partial(self._chosen, word))
            acts.append(act)
        self._menu.insertActions(self._looking, acts)
        self._menu.removeAction(self._looking)
        if was_first:
            self._menu.setActiveAction(acts[0])
        self._keep_on_screen()

    def _fill_nothing(self, fault: BaseException) -> None:
        if not isinstance(fault, Problem):
            raise fault
        self._fill(())

    def _chosen(self, word: str, *_: object) -> None:
        self._choose(word)

    def _keep_on_screen(self) -> None:
        """Move the menu up where it grew beyond the screen."""
        if not self._menu.isVisible():
            return
        room = self._menu.screen().availableGeometry()
        over = self._menu.geometry().top() + self._menu.sizeHint().height() - room.bottom()
        if over > 0:
            self._menu.move(self._menu.x(), max(room.top(), self._menu.y() - over))
