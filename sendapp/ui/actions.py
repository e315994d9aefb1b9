"""Everything the window can do: each act with its words, key and icon, in menus and toolbar."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QToolButton
from typing_extensions import override

from sendapp.ui.icons import icon
from sendapp.ui.text.keys import KEYS, PHRASE_KEY
from sendapp.ui.theme import Look, looks

_GAP = "\N{THREE-PER-EM SPACE}"

_NATIVE = QKeySequence.SequenceFormat.NativeText

StandardKey = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class Act:
    """One act: `words` for the menu, `short` for the toolbar."""

    name: str
    words: str
    key: QKeySequence.StandardKey | str = ""
    icon: str = ""
    short: str = ""


ACTS = (
    Act("new", "&New record", StandardKey.New, "plus", "New record"),
    Act("copy", "&Start from this", "Ctrl+Shift+D", "copy", "Start from this"),
    Act("import", "&Import records…", StandardKey.Open, "upload"),
    Act("word", "Export to &Word…", "Ctrl+E", "file-text", "Word"),
    Act("pdf", "Export to P&DF…", "Ctrl+Shift+E", "file-down", "PDF"),
    Act("json", "Save a &copy to share…", "", "download"),
    Act("print", "&Print…", StandardKey.Print, "printer", "Print"),
    Act("sign_print", "Print for si&gnature…", "Ctrl+Shift+G"),
    Act("sign_word", "Signing cop&y to Word…"),
    Act("sign_pdf", "Signing copy to PD&F…"),
    Act("find_code", "Find by code on pape&r…", "Ctrl+Shift+Y"),
    Act("circulate", "&Circulate as draft…", "Ctrl+Shift+U"),
    Act("add_file", "&Add file…", "Ctrl+Shift+A"),
    Act("lists", "Decision &lists…", "Ctrl+L"),
    Act("next_step", "Ne&xt step", "Ctrl+Shift+S"),
    Act("undo_step", "Undo"),
    Act("step_back", "&Back to drafting"),
    Act("step_call_in", "Called &in…"),
    Act("step_withdraw", "With&draw…"),
    Act("dates", "Change d&ates…"),
    Act("posts", "P&osts…", "", "landmark"),
    Act("settings", "Se&ttings…", "Ctrl+,", "settings"),
    Act("quit", "&Quit", "Ctrl+Q"),
    Act("undo", "&Undo", StandardKey.Undo, "undo-2"),
    Act("redo", "&Redo", StandardKey.Redo, "redo-2"),
    Act("paste_plain", "Paste as p&lain text"),
    Act("paste_items", "Paste as separate &items"),
    Act("committee", "&Copy for the committee system…", "Ctrl+Shift+M"),
    Act("phrase", "Insert a p&hrase…", PHRASE_KEY, "text-quote"),
    Act("next_place", "&Next place to fill", "F11"),
    Act("previous_place", "Pre&vious place to fill", "Shift+F11"),
    Act("clause", "Insert the not-for-pu&blication clause", ""),
    Act("phrases", "Phrase&s…", ""),
    Act("find_here", "F&ind in this record", "Ctrl+F"),
    Act("replace", "Find and re&place", "Ctrl+H"),
    Act("find_next", "Find &next", "F3"),
    Act("find_previous", "Find pre&vious", "Shift+F3"),
    Act("tidy", "&Tidy…", "Ctrl+Shift+T"),
    Act("find", "&Find in all records", "Ctrl+Shift+F", "search"),
    Act("confirm", "Confirm carried-&over fact", "Ctrl+Shift+K"),
    Act("confirm_field", "Confirm &all in this field", "Ctrl+Alt+K"),
    Act("next_carried", "Ne&xt carried-over fact", "Ctrl+Shift+J"),
    Act("correct", "Correct what was d&ecided…", "Ctrl+Shift+R"),
    Act("bin", "&Move record to the bin", "Ctrl+Shift+B", "trash-2"),
    Act("empty_bin", "&Empty the bin…", "", ""),
    Act("today", "&Today", "F5", "calendar"),
    Act("register", "Re&gister", "F6", "panel-left", "Register"),
    Act("page", "&Page", "F7", "panel-right", "Page"),
    Act("checks", "&Checks", "F8", "scale"),
    Act("history", "&History", "F9"),
    Act("files", "&Files", "F12"),
    Act("spelling", "Check &spelling"),
    Act("misspelt", "&Next misspelt word", "Alt+F7"),
    Act("guide", "&Guide", "F1"),
    Act("folder", "Where everything is &kept", "", "folder-open"),
    Act("examine", "&Check this database…"),
    Act("journal", "&Journal…"),
    Act("licences", "&Licences"),
    Act("about", "&About Decision records", "", "info"),
)

_FINDING = ("find_here", "replace", "find_next", "find_previous")

_MENUS = (
    (
        "&Record",
        (
            ("new", "copy", "import"),
            ("word", "pdf", "json", "print"),
            ("sign_print", "sign_word", "sign_pdf", "find_code"),
            ("next_step", "undo_step"),
            ("step_back", "step_call_in", "step_withdraw", "dates"),
            ("circulate", "add_file", "lists"),
            ("posts", "settings"),
            ("quit",),
        ),
    ),
    (
        "&Edit",
        (
            ("undo", "redo"),
            ("paste_plain", "paste_items", "committee"),
            ("phrase", "next_place", "previous_place", "clause", "phrases"),
            (*_FINDING, "find"),
            ("tidy", "misspelt"),
            ("confirm", "confirm_field", "next_carried"),
            ("correct",),
            ("bin", "empty_bin"),
        ),
    ),
    ("&View", (("today", "register", "page", "checks", "history", "files"), ("spelling",))),
    ("&Help", (("guide",), ("folder", "examine", "journal"), ("licences", "about"))),
)
"""Each menu, with its acts in groups that a line sets apart."""

NEEDS_RECORD = (
    *("copy", "word", "pdf", "json", "print", "circulate", "add_file", "bin"),
    *("sign_print", "sign_word", "sign_pdf"),
    *("paste_plain", "paste_items", "committee"),
    *("confirm", "confirm_field", "next_carried"),
    *("phrase", "next_place", "previous_place", "clause", "misspelt"),
    *("tidy", *_FINDING),
)
"""Acts on the record that is open."""


class MainTools(QToolBar):
    """A toolbar whose icons grow with its text."""

    def spare_room(self, spare: bool) -> None:
        """Leave the icons out where words alone fit."""
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(
            style.ToolButtonTextOnly if spare else style.ToolButtonTextBesideIcon
        )

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            side = self.fontMetrics().height()
            self.setIconSize(QSize(side, side))


def make_actions(window: QMainWindow) -> dict[str, QAction]:
    """Return the window's actions by name."""
    actions = {}
    for act in ACTS:
        action = QAction(act.words + _shown_key(act.name), window)
        action.setObjectName(f"act_{act.name}")
        short = act.short or act.words.replace("&", "").rstrip("…")
        # Fusion puts the words right against the icon.
        action.setIconText(f"{_GAP}{short}" if act.icon else short)
        if act.key:
            action.setShortcut(QKeySequence(act.key))
        if act.icon:
            action.setIcon(icon(act.icon))
            action.setIconVisibleInMenu(False)
        window.addAction(action)
        actions[act.name] = action
    for name in ("register", "page", "spelling"):
        actions[name].setCheckable(True)
    # Word's key beside the platform's own.
    own = QKeySequence.keyBindings(StandardKey.Redo)
    actions["redo"].setShortcuts(list(dict.fromkeys([*own, QKeySequence("Ctrl+Y")])))
    return actions


def _shown_key(name: str) -> str:
    """Return the key that the editor itself listens to, as menus show it beside the words."""
    key = KEYS.get(name.replace("_", "-"), "")
    return f"\t{QKeySequence(key).toString(_NATIVE)}" if key else ""


def fill_menus(window: QMainWindow, actions: dict[str, QAction]) -> dict[str, QMenu]:
    """Put the actions into the menu bar; return the menus by their words without mark."""
    menus = {}
    for words, groups in _MENUS:
        menu = window.menuBar().addMenu(words)
        for number, names in enumerate(groups):
            if number:
                menu.addSeparator()
            menu.addActions([actions[name] for name in names])
        menus[words.replace("&", "")] = menu
    return menus


def make_toolbar(window: QMainWindow, actions: dict[str, QAction]) -> MainTools:
    """Return the window's main toolbar, icons with words, the new record first."""
    bar = MainTools("Main tools", window)
    bar.setObjectName("main_tools")
    bar.setMovable(False)
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    for name in ("new", "copy", "word", "pdf", "print"):
        bar.addAction(actions[name])
        button = bar.widgetForAction(actions[name])
        if isinstance(button, QToolButton):
            button.setObjectName(f"button_{name}")
            button.setAccessibleName(actions[name].iconText().strip())
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            if name == "new":
                looks(button, Look.PRIMARY)
                # Where there are several kinds of record, they are one click away.
                button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
                actions[name].setIcon(icon("plus", "on_accent"))
    window.addToolBar(bar)
    return bar
