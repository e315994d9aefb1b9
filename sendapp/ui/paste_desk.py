"""What the form's texts want when something is pasted or dropped: items, offers, reasons."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from sendapp.domain.catalogue import field
from sendapp.domain.pasting.separating import items_of
from sendapp.domain.record import ROW_TYPES, Row
from sendapp.domain.richtext import to_html
from sendapp.domain.richtext_html import parse
from sendapp.editing.open_record import OpenRecord
from sendapp.ui.record_pane import RecordPane
from sendapp.ui.text.pasting_edit import PastingEdit

_TEXT = "text"


class PasteDesk(QObject):
    """Follows the open form's editors, old and new."""

    noticed = Signal(str, str, object)
    """What to say, and what can be done about it."""

    def __init__(self, pane: RecordPane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pane = pane

    @Slot(object)
    def follow(self, open_record: OpenRecord | None) -> None:
        """Serve the form of the record that is open now."""
        form = self._pane.form
        if open_record is not None and form is not None:
            form.texts_changed.connect(self._meet)
            self._meet()

    @Slot()
    def paste_plain(self) -> None:
        """Paste without looks where the cursor is."""
        self._with_editor(PastingEdit.paste_plain)

    @Slot()
    def paste_items(self) -> None:
        """Paste each item of a list as an item of its own where the cursor is."""
        self._with_editor(PastingEdit.paste_items)

    def _with_editor(self, act: Callable[[PastingEdit], None]) -> None:
        editor = self._pane.tools.editor
        if editor is None:
            self.noticed.emit("Click into a text of the record first.", "", None)
            return
        act(editor)
        editor.setFocus()

    @Slot()
    def _meet(self) -> None:
        """Listen to the editors that are new."""
        form = self._pane.form
        for text in form.texts() if form is not None else []:
            editor = text.editor
            if isinstance(editor, PastingEdit) and not editor.property("served_when_pasting"):
                editor.setProperty("served_when_pasting", True)
                editor.paste_refused.connect(self._say)
                editor.items_wanted.connect(partial(self._put_items, editor))
                editor.list_pasted.connect(partial(self._offer, editor))

    @Slot(str)
    def _say(self, why: str) -> None:
        self.noticed.emit(why, "", None)

    def _place(self, editor: PastingEdit) -> tuple[str, int] | None:
        """Return the list and the row that `editor` shows now, None if it is gone."""
        form = self._pane.form
        for text in form.texts() if form is not None else []:
            if text.editor is editor:
                name, _, rest = text.address.partition("[")
                return name, int(rest.partition("]")[0])
        return None

    def _put_items(self, editor: PastingEdit, htmls: tuple[str, ...]) -> None:
        """Put items behind the editor's own, or in its place if it is blank."""
        if (place := self._place(editor)) is not None:
            name, at = place
            whole = [editor.value(), *htmls] if editor.value() else list(htmls)
            self._replace(name, at, whole, f"Paste {len(htmls)} {field(name).row}s")

    def _offer(self, editor: PastingEdit) -> None:
        def separate() -> None:
            if (place := self._place(editor)) is not None:
                name, at = place
                htmls = [to_html(item) for item in items_of(parse(editor.value()))]
                if len(htmls) < 2:
                    self.noticed.emit("There is no list there any more.", "", None)
                    return
                self._replace(name, at, htmls, f"Make {len(htmls)} {field(name).row}s")

        self.noticed.emit("The list went in as one item.", "Make them separate items", separate)

    def _replace(self, name: str, at: int, htmls: list[str], words: str) -> None:
        """Let the rows that hold `htmls` stand where one stood; the first keeps its identity."""
        record, form = self._pane.open_record, self._pane.form
        if record is None or form is None:
            return
        rows = list(record.rows(name))
        first = rows[at] if at < len(rows) else ROW_TYPES[name]()
        new = [_with_text(first, htmls[0])]
        new += [_with_text(ROW_TYPES[name](), html) for html in htmls[1:]]
        rows[at : at + 1] = new
        if record.replace_rows(name, rows, at + len(htmls) - 1, words):
            form.reveal(f"{name}[{at + len(htmls) - 1}].{_TEXT}")


def _with_text(row: Row, html: str) -> Row:
    changes: dict[str, Any] = {_TEXT: html}
    return replace(row, **changes)
