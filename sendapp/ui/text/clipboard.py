"""Text to and from the clipboard: clean words out, and in only what the record can hold."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor, QTextDocument

from sendapp.domain.pasting.arriving import arriving
from sendapp.domain.richtext import Doc, assemble, plain_text, to_html
from sendapp.editing.rich_document import read


def chosen_data(cursor: QTextCursor) -> QMimeData:
    """Return what is chosen as HTML in normal form and as plain text."""
    chosen = QTextDocument()
    QTextCursor(chosen).insertFragment(cursor.selection())
    doc = assemble(read(chosen))
    data = QMimeData()
    data.setHtml(to_html(doc))
    data.setText(plain_text(doc))
    return data


def doc_from(source: QMimeData, *, plain: bool) -> Doc:
    """Return what `source` holds as rich text; nothing is fetched from anywhere."""
    return arriving("" if plain else source.html(), source.text())
