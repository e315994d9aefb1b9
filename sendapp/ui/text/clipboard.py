"""Text to and from the clipboard: clean words out, and in only what the record can hold."""

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QTextCursor, QTextDocument

from sendapp.domain.pasting.outgoing import page
from sendapp.domain.richtext import Doc, assemble, plain_text, to_html
from sendapp.domain.richtext_html import parse
from sendapp.domain.text import FIELD_LIMIT, without_refused
from sendapp.editing.rich_document import read

OWN = "application/x-sendapp-rich-text"
"""Between editors of ours: the normal form itself, so that nothing is lost on the way."""

NO_FILES = (
    "A file cannot be put into a text, and was not opened. Copy its words and paste them here, or "
    "keep the file with the record: Add file (Ctrl+Shift+A)."
)
NO_PICTURES = (
    "A picture cannot be put into a text. Write what it shows, or add it to the record as an "
    "appendix."
)


def chosen_data(cursor: QTextCursor) -> QMimeData:
    """Return what is chosen for editors of ours, as HTML for others, and as plain text."""
    chosen = QTextDocument()
    QTextCursor(chosen).insertFragment(cursor.selection())
    return data_of(assemble(read(chosen)))


def data_of(doc: Doc, *, counts_on: bool = False) -> QMimeData:
    """Return `doc` for the clipboard, in three forms; `counts_on` as in `outgoing.fragment`."""
    data = QMimeData()
    data.setData(OWN, QByteArray(to_html(doc).encode()))
    data.setHtml(page(doc, counts_on=counts_on))
    data.setText(plain_text(doc))
    return data


def can_come(source: QMimeData) -> bool:
    """Whether `source` holds words, or what is refused with a reason."""
    return source.hasHtml() or source.hasText() or source.hasUrls() or source.hasImage()


def doc_from(source: QMimeData, *, plain: bool) -> Doc:
    """Return what `source` holds as rich text; nothing is fetched from anywhere."""
    if source.hasFormat(OWN) and not plain:
        own = bytes(source.data(OWN).data()).decode("utf-8", "replace")
        return parse(without_refused(own))
    # Late: what reads other programs' clipboards is needed at the first paste, not at the start.
    from sendapp.domain.pasting.arriving import arriving

    html = "" if plain or not source.hasHtml() else source.html()
    return arriving(html, "" if _is_files(source) else source.text())


def why_not(source: QMimeData, doc: Doc) -> str:
    """Return why nothing of `source` can be put into a text, '' if `doc` can."""
    words = len(plain_text(doc))
    if words > FIELD_LIMIT:
        return (
            f"That is too long to paste: it has {words:,} characters, and a text may have "
            f"{FIELD_LIMIT:,}. Copy a part of it."
        )
    if doc:
        return ""
    if _is_files(source):
        return NO_FILES
    pictured = source.hasImage() or (source.hasHtml() and "<img" in source.html().lower())
    return NO_PICTURES if pictured else ""


def _is_files(source: QMimeData) -> bool:
    return any(address.isLocalFile() for address in source.urls())
