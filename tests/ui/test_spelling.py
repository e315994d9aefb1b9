"""Spelling in the window: underlined as it is typed, mended by menu and key, learnt for good."""

from pathlib import Path

from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit

from sendapp.ui.form.inputs import FormText
from sendapp.ui.spelling_menu import LOOKING
from sendapp.ui.text.correcting import words_at
from sendapp.ui.text.spelled import LAYER, MOST_MARKS, in_units
from sendapp.ui.theme import apply_theme
from sendapp.ui.tokens import Tokens
from tests.driver import Officer
from tests.factory import a_record, items
from tests.ui.settings.at_settings import opens_settings


def opened(officer: Officer, **fields: object) -> Officer:
    officer.starts()
    officer.window.records.take_in(a_record(**fields))
    officer.waits_until(lambda: officer.window.pane.form is not None, "a record is open")
    return officer


def text_at(officer: Officer, address: str) -> FormText:
    form = officer.window.pane.form
    assert form is not None
    return next(text for text in form.texts() if text.address == address)


def underlined(officer: Officer, address: str) -> list[str]:
    text = text_at(officer, address)
    return [words_at(text, *span) for span in sorted(text.editor.marks.spans(LAYER))]


def waits_for(officer: Officer, address: str, *words: str) -> None:
    officer.waits_until(
        lambda: underlined(officer, address) == list(words), f"{words} are underlined"
    )


def goes_into(officer: Officer, address: str, at: int) -> None:
    form = officer.window.pane.form
    assert form is not None
    form.reveal(address)
    editor = text_at(officer, address).editor
    if isinstance(editor, QLineEdit):
        editor.setCursorPosition(at)
    else:
        cursor = editor.textCursor()
        cursor.setPosition(at)
        editor.setTextCursor(cursor)


def menu_of_key(officer: Officer) -> QMenu:
    """Press Alt+F7 and wait until the words that may be meant are there."""
    officer.keys("Alt+F7")
    officer.waits_until(officer.has_popup, "the menu is open")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    officer.waits_until(
        lambda: LOOKING not in [act.text() for act in menu.actions()], "words are suggested"
    )
    return menu


def test_what_is_misspelt_is_underlined_wherever_words_are_written(officer: Officer) -> None:
    opened(
        officer,
        title="A new footbrigde",
        decisions=items("<p>To aprove the <b>s</b>cheme, b<b>o</b>ld, and cent<i>er</i>.</p>"),
        reasons=items("<p>Good.</p><p>Teh 1<sup>st</sup> of the officers’ reasons.</p>"),
        notes="Ask agian.",
        reference="XQZ/wrongg",
        contact="Jhon Smiht",
    )
    waits_for(officer, "title", "footbrigde")
    waits_for(officer, "decisions[0]", "aprove", "center")
    waits_for(officer, "reasons[0]", "Teh")
    waits_for(officer, "notes", "agian")
    assert underlined(officer, "reference") == []
    assert underlined(officer, "contact") == []
    assert not officer.open_record.undo_stack.canUndo()


def test_a_word_is_not_underlined_before_it_is_left(officer: Officer) -> None:
    opened(officer, reasons=items("<p>Good.</p>"), title="Short")
    goes_into(officer, "reasons[0]", 5)
    officer.types(" wrongg wrod")
    waits_for(officer, "reasons[0]", "wrongg")
    officer.types(" ")
    waits_for(officer, "reasons[0]", "wrongg", "wrod")
    goes_into(officer, "title", 5)
    officer.types(" wrogn")
    officer.keys("Tab")
    officer.keys("Shift+Tab", "Home")
    waits_for(officer, "title", "wrogn")


def test_by_key_to_the_next_word_and_mended_in_a_step_of_its_own(officer: Officer) -> None:
    opened(
        officer,
        title="Fine",
        decisions=items('<p>The <a href="https://a.gov.uk/">com<b>itt</b>ee</a> met.</p>'),
        reasons=items("<p>Good.</p>"),
        notes="Ask agian.",
    )
    waits_for(officer, "decisions[0]", "comittee")
    waits_for(officer, "notes", "agian")
    goes_into(officer, "title", 0)
    menu = menu_of_key(officer)
    assert menu.activeAction().text() == "committee"
    officer.keys("Return")
    linked = '<a href="https://a.gov.uk/">comm<b>itt</b>ee</a>'
    assert officer.record.decisions[0].text == f"<p>The {linked} met.</p>"
    assert officer.open_record.undo_stack.undoText() == "Correct spelling"
    waits_for(officer, "decisions[0]")
    menu_of_key(officer)
    officer.keys("Return")
    assert officer.record.notes == "Ask again."
    officer.keys("Ctrl+Z")
    assert officer.record.notes == "Ask agian."
    waits_for(officer, "notes", "agian")
    officer.keys("Ctrl+Z")
    assert "com<b>itt</b>ee" in officer.record.decisions[0].text
    waits_for(officer, "decisions[0]", "comittee")


def test_lines_of_rows_are_mended_too(officer: Officer) -> None:
    opened(
        officer,
        title="Fine",
        decisions=items("<p>Yes.</p>"),
        reasons=items("<p>Good.</p>"),
        wards="Nort Ward \N{CHERRY BLOSSOM} Estt",
    )
    waits_for(officer, "wards", "Nort", "Estt")
    goes_into(officer, "wards", 5)
    meant = menu_of_key(officer).activeAction().text()
    officer.keys("Return")
    assert officer.record.wards == f"Nort Ward \N{CHERRY BLOSSOM} {meant}"
    assert meant != "Estt"


def test_learnt_words_are_right_everywhere_and_can_be_unlearnt(officer: Officer) -> None:
    opened(officer, title="Hollinbrooke", reasons=items("<p>At Hollinbrooke and zorbling.</p>"))
    waits_for(officer, "reasons[0]", "Hollinbrooke", "zorbling")
    goes_into(officer, "decisions[0]", 0)
    menu = menu_of_key(officer)
    next(a for a in menu.actions() if a.objectName() == "spelling_mine").trigger()
    menu.close()
    waits_for(officer, "reasons[0]", "zorbling")
    waits_for(officer, "title")
    assert officer.paths.own_words.read_text("utf-8") == "Hollinbrooke\n"
    menu = menu_of_key(officer)
    next(a for a in menu.actions() if a.objectName() == "spelling_council").trigger()
    menu.close()
    waits_for(officer, "reasons[0]")
    officer.waits_for_notice("“zorbling” is one of the council’s words now.")
    officer.presses("Undo")
    waits_for(officer, "reasons[0]", "zorbling")


def test_the_councils_words_are_edited_in_the_settings(officer: Officer, tmp_path: Path) -> None:
    opened(officer, title="Fine", reasons=items("<p>All zorbling and quibbly.</p>"))
    waits_for(officer, "reasons[0]", "zorbling", "quibbly")
    listed = tmp_path / "words.txt"
    listed.write_text("# ours\nzorbling\n", "utf-8")
    opens_settings(officer, "Spelling")
    officer.waits_until(lambda: officer.sees("council_words"), "the settings are open")
    box = officer.finds("council_words", QPlainTextEdit)
    box.setPlainText("quibbly")
    box.parentWidget().bring_in(str(listed))  # type: ignore[attr-defined]
    assert box.toPlainText() == "quibbly\nzorbling"
    box.parentWidget().write_out(str(tmp_path / "out.txt"))  # type: ignore[attr-defined]
    assert (tmp_path / "out.txt").read_text("utf-8") == "quibbly\nzorbling\n"
    officer.presses("Save settings")
    waits_for(officer, "reasons[0]")


def test_switched_off_nothing_is_underlined_and_it_stays_off(officer: Officer) -> None:
    opened(officer, title="Teh", reasons=items("<p>Teh end.</p>"))
    waits_for(officer, "reasons[0]", "Teh")
    officer.menu("View", "Check spelling")
    assert underlined(officer, "reasons[0]") == []
    assert underlined(officer, "title") == []
    officer.waits_until_saved()
    officer.starts_again()
    assert not officer.window.acts["spelling"].isChecked()
    officer.menu("View", "Check spelling")
    waits_for(officer, "reasons[0]", "Teh")


def test_underlines_take_the_colours_of_another_theme(officer: Officer) -> None:
    opened(officer, title="Fine", reasons=items("<p>Teh end.</p>"))
    waits_for(officer, "reasons[0]", "Teh")
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    editor = text_at(officer, "reasons[0]").editor
    for theme in ("light", "dark"):
        apply_theme(app, theme, 100)
        QApplication.processEvents()
        picture = editor.viewport().grab().toImage()  # type: ignore[union-attr]
        colour = Tokens.now().colour("problem")
        under = editor.cursorRect().bottom()
        places = [(x, y) for x in range(picture.width()) for y in (under - 1, under, under + 1)]
        painted = [x for x, y in places if _alike(picture.pixelColor(x, y), colour)]
        assert painted, theme
        wide = editor.fontMetrics().horizontalAdvance("Teh")
        assert wide - 6 < max(painted) - min(painted) < wide + 6
    assert underlined(officer, "reasons[0]") == ["Teh"]


def _alike(one: QColor, other: QColor) -> bool:
    """Whether two colours differ no more than smoothed edges do."""
    pairs = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    return all(abs(a - b) < 60 for a, b in pairs)


def test_a_text_in_another_language_has_no_more_marks_than_it_may(officer: Officer) -> None:
    words = " ".join(f"xq{'abcdefghij'[n % 10]}zz{'klmnopqrst'[n // 10 % 10]}q" for n in range(900))
    opened(officer, title="Fine", reasons=items(f"<p>{words}</p>"))
    officer.waits_until(lambda: len(underlined(officer, "reasons[0]")) > 0, "it is underlined")
    assert len(underlined(officer, "reasons[0]")) == MOST_MARKS


def test_only_the_changed_line_is_looked_up(officer: Officer) -> None:
    paragraphs = "".join(f"<p>Paragraph {n} is fien.</p>" for n in range(40))
    opened(officer, title="Fine", reasons=items(paragraphs))
    waits_for(officer, "reasons[0]", *["fien"] * 40)
    asked: list[str] = []
    check = officer.window.spelling._speller._check
    officer.window.spelling._speller._check = lambda lines: (asked.extend(lines), check(lines))[1]
    editor = text_at(officer, "reasons[0]").editor
    goes_into(officer, "reasons[0]", 0)
    editor.moveCursor(QTextCursor.MoveOperation.End)  # type: ignore[union-attr, call-arg, arg-type]
    officer.types(" Wrogn ")
    waits_for(officer, "reasons[0]", *["fien"] * 40, "Wrogn")
    assert asked
    assert all(line.startswith("Paragraph 39") for line in asked)


def test_licences_can_be_read_in_full(officer: Officer) -> None:
    officer.starts()
    officer.menu("Help", "Licences")
    officer.waits_until(lambda: officer.sees("licence_text"), "the licences are shown")
    shown = officer.finds("licence_text", QPlainTextEdit)
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in shown.toPlainText()
    officer.chooses("licence_work", "Spylls 0.1.7 – Mozilla Public License 2.0")
    assert "Mozilla Public License" in shown.toPlainText()
    officer.keys("Escape")


def test_positions_are_counted_as_qt_counts() -> None:
    flower = "\N{CHERRY BLOSSOM}"
    assert in_units("teh", ((0, 3),)) == [(0, 3)]
    assert in_units(f"{flower} teh {flower}x", ((2, 5), (7, 8))) == [(3, 6), (9, 10)]
