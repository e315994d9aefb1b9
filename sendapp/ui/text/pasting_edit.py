"""An editor's way in and out: pasting, dropping and copying, cleaned on the way."""

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from typing_extensions import override

from sendapp.domain.pasting.separating import items_of, lists_several
from sendapp.domain.richtext import to_html
from sendapp.domain.sealing import KEPT
from sendapp.ui.text import verbs
from sendapp.ui.text.clipboard import can_come, chosen_data, doc_from, why_not
from sendapp.ui.text.keys import KEYS
from sendapp.ui.text.marked_edit import MarkedEdit
from sendapp.ui.text.text_menu import TextMenuAct, plain_paste, show_menu


class PastingEdit(MarkedEdit):
    """Takes in what was copied or dropped as a step of its own; files and pictures never."""

    paste_refused = Signal(str)
    """Why what was pasted or dropped did not go in."""
    list_pasted = Signal()
    """A list of several items has come into an item, and could be items of its own."""
    items_wanted = Signal(object)
    """Rich texts, in normal form, that are to be items of their own after this one."""

    makes_items = False
    """Whether its text is an item of a list of such texts."""

    def value(self) -> str:
        """Return the rich text as the record has it."""
        raise NotImplementedError

    def commit(self, words: str = "", typing: bool = True) -> None:
        """Hand over the value, if it is another one than before."""
        raise NotImplementedError

    def end_marks(self) -> None:
        """Let what comes next be plain where superscript or a link ends."""
        raise NotImplementedError

    def paste_plain(self) -> None:
        """Paste the clipboard's words without their looks."""
        if (data := QGuiApplication.clipboard().mimeData()) is not None:
            self._paste(data, plain=True)

    def paste_items(self) -> None:
        """Paste each item of a list, or each paragraph, as an item of its own."""
        data = QGuiApplication.clipboard().mimeData()
        if data is None:
            return
        if self.isReadOnly():
            self.paste_refused.emit(KEPT)
            return
        doc = doc_from(data, plain=False)
        items = items_of(doc)
        if not self.makes_items or len(items) < 2:
            self._paste(data, plain=False)
        elif why := why_not(data, doc):
            self.paste_refused.emit(why)
        else:
            self.commit()
            self.items_wanted.emit(tuple(map(to_html, items)))

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return can_come(source)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        self._paste(source, plain=False)

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        return chosen_data(self.textCursor())

    @override
    def contextMenuEvent(self, e: QContextMenuEvent) -> None:
        own = [plain_paste(self.paste_plain)]
        if self.makes_items:
            words, key = "Paste as separate &items", KEYS["paste-items"]
            can = own[0].enabled
            own.append(TextMenuAct("paste_items", words, key, self.paste_items, can))
        show_menu(self, e, tuple(own))

    def _paste(self, source: QMimeData, *, plain: bool) -> None:
        """Put in what was copied elsewhere, as a step of its own."""
        doc = doc_from(source, plain=plain)
        if why := KEPT if self.isReadOnly() else why_not(source, doc):
            self.paste_refused.emit(why)
            return
        self.commit()
        self.end_marks()
        verbs.insert_doc(self, doc)
        self.commit("Paste", typing=False)
        if self.makes_items and lists_several(doc):
            self.list_pasted.emit()
