"""What goes from editor to editor stays what it was."""

from hypothesis import given
from PySide6.QtGui import QTextCursor, QTextDocument

from sendapp.domain.richtext import Doc, flatten, to_html
from sendapp.domain.richtext_html import parse
from sendapp.editing.rich_document import fill
from sendapp.ui.text.clipboard import chosen_data, data_of, doc_from
from tests.profiles import thorough
from tests.strategies import DOC


@thorough
@given(DOC)
def test_a_copy_of_ours_comes_back_exactly(doc: Doc) -> None:
    assert doc_from(data_of(doc), plain=False) == doc


def test_what_is_chosen_is_given_in_three_forms(qapp: object) -> None:
    document = QTextDocument()
    text = "<p>On the 1<sup>st</sup></p><ol><li>a</li><li>b</li></ol>"
    fill(document, flatten(parse(text)))
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    data = chosen_data(cursor)
    assert to_html(doc_from(data, plain=False)) == text
    assert text in data.html()
    assert data.text() == "On the 1st\na\nb"
