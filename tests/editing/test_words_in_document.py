"""Words of a record's text are found again in the document in which it is edited."""

from hypothesis import assume, given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from sendapp.domain.richtext_html import words_of
from sendapp.editing.rich_document import fill_html
from sendapp.editing.words_in_document import find_words
from tests.profiles import thorough
from tests.strategies import RICH


def selected(document: QTextDocument, found: tuple[int, int]) -> str:
    cursor = QTextCursor(document)
    cursor.setPosition(found[0])
    cursor.setPosition(found[1], QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText().replace("\u2028", "\n").replace("\u2029", "\n")


@thorough
@given(RICH, st.data())
def test_any_words_of_a_line_are_found_at_their_place(html: str, data: st.DataObject) -> None:
    words = words_of(html)
    lines = [line for line in words.replace("\t", "\n").split("\n") if line]
    assume(lines)
    line = data.draw(st.sampled_from(lines))
    first = data.draw(st.integers(0, len(line) - 1))
    last = data.draw(st.integers(first + 1, len(line)))
    document = QTextDocument()
    fill_html(document, html)
    found = find_words(document, words.index(line) + first, line[first:last])
    assert found is not None
    # A tab is a character of a text's words and of a cell's end alike.
    assert selected(document, found) == line[first:last]


def test_of_equal_words_the_nearest_are_meant() -> None:
    document = QTextDocument()
    fill_html(document, "<p>one two one</p><table><tr><td>a</td><td>one</td></tr></table>")
    places = [find_words(document, start, "one") for start in (0, 8, 14)]
    assert len(set(places)) == 3
    assert all(place and selected(document, place) == "one" for place in places)


def test_words_behind_an_astral_letter_are_found() -> None:
    document = QTextDocument()
    fill_html(document, "<p>𝄞𝄞 recommended</p>")
    found = find_words(document, 3, "recommended")
    assert found is not None
    assert selected(document, found) == "recommended"


def test_words_that_are_not_there_are_not_found() -> None:
    document = QTextDocument()
    fill_html(document, "<p>one</p>")
    assert find_words(document, 0, "two") is None
    assert find_words(document, 0, "") is None
