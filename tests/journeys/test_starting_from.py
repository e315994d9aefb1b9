"""An officer starts from last year's record and settles what came with it, by keyboard."""

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QTextEdit

from sendapp.domain.record import Appendix, Carried, Item, Option
from sendapp.ui.carried_desk import ALL_CONFIRMED, NOTHING_HERE
from sendapp.ui.carried_marks import LAYER
from sendapp.ui.form.inputs import FormText
from tests.driver import Officer
from tests.factory import a_record, items

TITLE = "Kestrel Road: zebra crossing"
REASON = "It was agreed on 1<sup>st</sup> April\u00a02024 at a cost of £86,500."
TABLE = "<table><tr><td>Item</td><td>Cost</td></tr><tr><td>Works</td><td>£9,000</td></tr></table>"


@pytest.fixture
def copied(officer: Officer) -> Officer:
    """An officer who has started from a record with six facts in four fields."""
    old = a_record(
        title=TITLE,
        decision_maker="Cabinet Member for Transport",
        decision_maker_name="",
        decisions=(Item(text=TABLE),),
        reasons=items(f"<p>\U0001f6b8 {REASON}</p>", "<p>No fact here.</p>"),
        options=(Option(title="Do nothing", text="<p>The £86,500 would be lost.</p>"),),
        appendices=(Appendix(title="Drawing MBC-HT-0457"),),
        council="Marlbridge Borough Council",
        report_author="",
    )
    officer.starts()
    officer.window.records.take_in(old)
    officer.waits_until(lambda: officer.window.pane.form is not None, "the old record is open")
    before = officer.open_record
    officer.keys("Ctrl+Shift+D")
    officer.waits_until(
        lambda: officer.window.pane.open_record not in (None, before), "the new record is open"
    )
    return officer


def facts(officer: Officer) -> list[tuple[str, str]]:
    """Return the facts of the record that wait to be confirmed."""
    return [(fact.field, fact.words) for fact in officer.record.carried]


def texts(officer: Officer) -> dict[str, FormText]:
    """Return the texts of the form by their addresses."""
    assert officer.window.pane.form is not None
    return {text.address: text for text in officer.window.pane.form.texts()}


def marked(officer: Officer) -> list[tuple[str, str]]:
    """Return what is marked as carried over on the form, with its address."""
    officer.window.pane.flush()
    found = []
    for address, text in texts(officer).items():
        editor = text.editor
        raw = editor.text() if isinstance(editor, QLineEdit) else editor.document().toRawText()
        as_units = raw.encode("utf-16-le")
        for start, end in editor.marks.spans(LAYER):
            found.append((address, as_units[2 * start : 2 * end].decode("utf-16-le")))
    return found


def selected() -> str:
    """Return the words that are selected where the keyboard is."""
    editor = QApplication.focusWidget()
    if isinstance(editor, QLineEdit):
        return editor.selectedText()
    assert isinstance(editor, QTextEdit)
    return editor.textCursor().selectedText()


ALL = [
    ("title", "Kestrel Road"),
    ("decisions[0]", "£9,000"),
    ("reasons[0]", "1st April\u00a02024"),
    ("reasons[0]", "£86,500"),
    ("options[0].text", "£86,500"),
    ("appendices[0].title", "MBC-HT-0457"),
]


def test_what_came_with_the_old_record_is_marked_in_every_text(copied: Officer) -> None:
    assert marked(copied) == ALL
    assert copied.reads("carried_words").startswith("6 facts from an older record are not")
    copied.waits_for_notice(f"Started from “{TITLE}”")


def test_all_are_gone_through_with_the_keys_and_confirmed_or_changed(copied: Officer) -> None:
    copied.keys("Ctrl+Shift+J")
    assert selected() == "Kestrel Road"
    copied.keys("Ctrl+Shift+K")
    assert selected() == "£9,000"
    copied.types("£9,500")
    copied.keys("Ctrl+Shift+J")
    assert selected() == "1st April\u00a02024"
    copied.keys("Ctrl+Shift+K")
    assert selected() == "£86,500"
    copied.keys("Ctrl+Alt+K")
    assert selected() == "£86,500"
    assert copied.focused() == "options[0].text"
    copied.keys("Ctrl+Shift+K")
    assert selected() == "MBC-HT-0457"
    copied.keys("Ctrl+Shift+K")
    copied.waits_for_notice(ALL_CONFIRMED)
    assert marked(copied) == []
    assert not copied.sees("carried_banner")
    assert not copied.window.acts["confirm"].isEnabled()
    copied.waits_until_saved()
    copied.starts_again()
    assert marked(copied) == []
    assert "£9,500" in copied.record.decisions[0].text


def test_confirming_is_a_step_that_can_be_undone(copied: Officer) -> None:
    copied.keys("Ctrl+Shift+J", "Ctrl+Shift+K")
    assert ("title", "Kestrel Road") not in facts(copied)
    assert "Undo Confirm “Kestrel Road”" in copied.menu_words("Edit")
    copied.keys("Ctrl+Z")
    assert marked(copied) == ALL
    copied.keys("Ctrl+Y")
    assert marked(copied) == ALL[1:]


def test_what_is_not_confirmed_is_so_still_when_it_is_opened_again(copied: Officer) -> None:
    copied.keys("Ctrl+Shift+J", "Ctrl+Shift+K")
    copied.waits_until_saved()
    copied.starts_again()
    assert marked(copied) == ALL[1:]
    assert copied.reads("carried_words").startswith("5 facts")


def test_a_fact_that_was_changed_is_none_until_its_words_come_back(copied: Officer) -> None:
    copied.keys("Ctrl+Shift+J")
    copied.types("Heron Way")
    copied.waits_until(lambda: marked(copied) == ALL[1:], "the mark is gone")
    copied.keys("Ctrl+Z")
    copied.waits_until(lambda: marked(copied) == ALL, "the mark is back")


def test_the_menu_of_a_text_confirms_what_it_is_opened_for(copied: Officer) -> None:
    copied.keys("Ctrl+Shift+J", "Ctrl+Shift+J", "Ctrl+Shift+J")
    editor = QApplication.focusWidget()
    assert isinstance(editor, QTextEdit)
    menu = QMenu(editor)
    editor.menu_wanted.emit(menu, editor.textCursor().position())  # type: ignore[attr-defined]
    words = [action.text() for action in menu.actions()]
    assert words[:2] == [
        "Confirm “1st April 2024”\tCtrl+Shift+K",
        "Confirm all in this field\tCtrl+Alt+K",
    ]
    menu.actions()[1].trigger()
    assert marked(copied) == [fact for fact in ALL if fact[0] != "reasons[0]"]


def test_where_nothing_is_carried_over_the_key_says_so(copied: Officer) -> None:
    copied.clicks("reasons[1].text")
    copied.keys("Ctrl+Shift+K")
    copied.waits_for_notice(NOTHING_HERE)
    assert marked(copied) == ALL


def test_the_panel_confirms_a_finding(copied: Officer) -> None:
    checks = copied.window.checks
    copied.waits_until(lambda: checks.model.rowCount() > 6, "the record is checked")
    copied.keys("F8")
    while (found := checks.chosen()) is None or not found.confirmable:
        copied.keys("Down")
    assert (found.words, found.where) == ("Kestrel Road", "Title")
    assert copied.sees("check_confirm")
    assert not copied.sees("check_aside")
    copied.clicks("check_confirm")
    assert marked(copied) == ALL[1:]
    assert copied.focused() == "findings"


def test_the_button_beside_a_field_confirms_what_is_in_it(copied: Officer) -> None:
    assert copied.reads("reasons_confirm") == "Confirm 2"
    assert not copied.sees("decision_maker_confirm")
    copied.clicks("reasons_confirm")
    assert marked(copied) == [fact for fact in ALL if fact[0] != "reasons[0]"]
    assert not copied.sees("reasons_confirm")
    copied.keys("Ctrl+Z")
    assert copied.reads("reasons_confirm") == "Confirm 2"


def test_each_marked_text_says_how_many_are_left(copied: Officer) -> None:
    def said(address: str) -> str:
        return texts(copied)[address].editor.accessibleDescription()

    copied.waits_until(lambda: "carried-over" in said("reasons[0]"), "the record is checked")
    assert said("reasons[0]").startswith("The fonts of the printed page cannot show “🚸”")
    assert said("reasons[0]").endswith("the checks. 2 carried-over facts are not confirmed.")
    assert said("title").endswith("1 carried-over fact is not confirmed.")


def test_a_row_that_is_moved_takes_its_marks_along(copied: Officer) -> None:
    copied.clicks("reasons[0].text")
    copied.keys("Alt+Shift+Down")
    assert [address for address, _ in marked(copied)][2:4] == ["reasons[1]", "reasons[1]"]
    copied.keys("Ctrl+Shift+Delete")
    assert [address for address, _ in marked(copied)] == [
        *("title", "decisions[0]", "options[0].text", "appendices[0].title"),
    ]


def test_what_is_cut_and_pasted_into_another_field_is_marked_there(copied: Officer) -> None:
    target = texts(copied)["options[0].text"].editor
    assert isinstance(target, QTextEdit)
    copied.clicks("reasons[0].text")
    copied.keys("Ctrl+A", "Ctrl+X")
    target.setFocus()
    copied.keys("Ctrl+A", "Ctrl+V")
    moved = [*ALL[:2], ("options[0].text", "1st April\u00a02024"), ("options[0].text", "£86,500")]
    copied.waits_until(lambda: marked(copied) == [*moved, ALL[5]], "the marks have moved along")
    target.moveCursor(QTextCursor.MoveOperation.Start)
    copied.keys("Ctrl+Alt+K")
    copied.waits_until(lambda: marked(copied) == [*ALL[:2], ALL[5]], "they are confirmed there")


def test_a_record_with_nothing_carried_over_offers_nothing(officer: Officer) -> None:
    officer.starts()
    officer.begins_a_record()
    assert not officer.sees("carried_banner")
    assert not officer.window.acts["next_carried"].isEnabled()
    officer.open_record.set("carried", (Carried(field="title", words="Tarn", kind="name"),))
    assert not officer.sees("carried_banner")
    officer.types("Tarn Lane")
    officer.waits_until(lambda: officer.sees("carried_banner"), "what stands there is told")
