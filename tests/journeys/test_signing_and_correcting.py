"""Print for signature, decide, correct, and find by the paper's code, by keyboard."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from PySide6.QtWidgets import QPushButton

from sendapp.domain.correcting import REMOVED
from sendapp.domain.sealing import code_of, shown_code
from sendapp.domain.states import Act
from sendapp.ui.correcting.dialog import CorrectDialog
from sendapp.ui.text.rich_editor import RichEditor
from tests.driver import Officer
from tests.factory import items
from tests.journeys.at_signing import DECIDED, make_ready, takes
from tests.journeys.test_journal import a_printer, journal_of, preview_of


def tabs_to(officer: Officer, name: str) -> None:
    """Press Tab until the keyboard is at `name`."""
    for _ in range(40):
        if officer.focused() == name:
            return
        officer.keys("Tab")
    pytest.fail(f"Tab does not lead to {name}")


def looks_for(officer: Officer, code: str) -> None:
    """Type a code where it is asked for, in place of what stands there, and press Enter."""
    if not officer.sees("code_typed"):
        officer.keys("Ctrl+Shift+Y")
    officer.finds("code_typed").setFocus()
    officer.keys("Ctrl+A")
    officer.types(code)
    officer.keys("Return")


def corrects(officer: Officer, reason: str) -> None:
    """Give the reason and have it corrected, by keyboard."""
    tabs_to(officer, "correct_reason")
    officer.types(reason)
    tabs_to(officer, "correct_go")
    officer.keys("Space")
    officer.waits_until(lambda: officer.in_front() is officer.window, "it was corrected")


def prints_for_signature(officer: Officer) -> str:
    """Print one copy of the open record for signature; return the code it bears."""
    code = shown_code(code_of(officer.record))
    officer.keys("Ctrl+Shift+G")
    preview = preview_of(officer)
    preview.paint(a_printer(officer.folder))
    preview.close()
    officer.waits_for_notice(f"Printed for signature, code {code}, 1 copy.")
    return code


def reason_on_the_form(officer: Officer) -> str:
    """Return what the form shows as the first reason."""
    form = officer.window.pane.form
    assert form is not None
    (editor,) = [t.editor for t in form.texts() if t.address.startswith("reasons[0]")]
    assert isinstance(editor, RichEditor)
    return editor.toPlainText()


def finds_an_older_text(officer: Officer, code: str) -> None:
    """Look for the code of an older text and have it shown beside today's."""
    looks_for(officer, code)
    officer.waits_until(lambda: officer.sees("code_claim_0"), "an older text is found")
    said = officer.reads("code_claim_0")
    assert said.startswith("An older text of “Resurfacing of Tanner's Quay” (Decided).")
    assert said.endswith("Before a correction: Reason 1. Its words have changed.")
    assert "neither who signed it" in officer.reads("code_not_proved")
    assert officer.focused() == "code_open_0"
    officer.keys("Tab")
    assert officer.focused() == "code_compare_0"
    officer.keys("Space")
    officer.waits_until(
        lambda: "by 40 mm" in officer.reads("compare_text"), "it stands beside today's"
    )
    officer.keys("Escape")


def test_from_the_signing_copy_to_the_corrected_record(officer: Officer) -> None:
    make_ready(officer)
    old = prints_for_signature(officer)
    takes(officer, Act.DECIDE, **DECIDED)
    assert shown_code(code_of(officer.record)) == old

    officer.window.pane.form.reveal("reasons[0]")  # type: ignore[union-attr]
    officer.keys("Ctrl+Shift+R")
    assert officer.focused() == "correct_text"
    assert officer.reads("correct_changes") == "Nothing has changed yet."
    officer.keys("Ctrl+End", "Backspace")
    officer.types(" by 40 mm.")
    corrects(officer, "A figure was left out.")
    officer.waits_for_notice("Corrected: Reason 1.")
    (row,) = officer.record.corrections
    assert (row.place, row.before, row.after, row.reason) == (
        "Reason 1",
        "The setts have sunk.",
        "The setts have sunk by 40 mm.",
        "A figure was left out.",
    )
    assert reason_on_the_form(officer) == "The setts have sunk by 40 mm."

    finds_an_older_text(officer, old.lower().replace("-", " "))
    looks_for(officer, shown_code(code_of(officer.record)))
    officer.waits_until(lambda: "today" in officer.reads("code_claim_0"), "today's text is found")
    assert not officer.sees("code_compare_0")
    looks_for(officer, ("Z" if old[0] != "Z" else "Y") + old[1:])
    assert officer.reads("code_fault") == (
        "A letter of this code is wrong. Look at the paper again."
    )
    assert not officer.sees("code_claim_0")
    officer.keys("Escape")
    assert journal_of(officer)[-3:] == [
        f"Printed for signature, code {old}, 1 copy",
        "Decision recorded; Date of decision: 2 March 2026",
        "Corrected: Reason 1",
    ]


def test_a_code_of_another_records_file_is_told_with_care(officer: Officer) -> None:
    record = make_ready(officer)
    looks_for(officer, shown_code(code_of(officer.record))[::-1].replace("-", "")[:3])
    assert officer.reads("code_fault") == "A code has 12 letters and digits; this has 3."
    other = code_of(type(record)(title="Elsewhere", status="ready"))
    looks_for(officer, other)
    officer.waits_until(lambda: officer.sees("code_none"), "none is found")
    assert "need not be false" in officer.reads("code_none")


def test_a_record_is_opened_by_its_code(officer: Officer) -> None:
    record = make_ready(officer)
    officer.begins_a_record()
    looks_for(officer, code_of(record))
    officer.waits_until(lambda: officer.focused() == "code_open_0", "it is found")
    officer.keys("Space")
    officer.waits_until(lambda: officer.record.id == record.id, "it is open")


def test_nothing_is_corrected_without_a_change_and_a_reason(officer: Officer) -> None:
    make_ready(officer)
    takes(officer, Act.DECIDE, **DECIDED)
    officer.keys("Ctrl+Shift+R")
    go = officer.finds("correct_go", QPushButton)
    assert not go.isEnabled()
    officer.keys("End")
    officer.types(" (east)")
    assert not go.isEnabled()
    assert not officer.finds("correct_place").isEnabled()
    tabs_to(officer, "correct_reason")
    officer.types("It is the east side.")
    assert go.isEnabled()
    officer.clicks("correct_reset")
    assert not go.isEnabled()
    officer.keys("Escape")
    assert officer.record.corrections == ()
    assert officer.record.title == "Resurfacing of Tanner's Quay"


def test_the_button_at_the_head_asks_in_one_window(officer: Officer) -> None:
    make_ready(officer)
    takes(officer, Act.DECIDE, **DECIDED)
    officer.waits_until(lambda: officer.sees("step_correct"), "it can be corrected")
    officer.clicks("step_correct")
    asked = [each for each in officer.window.findChildren(CorrectDialog) if each.isVisible()]
    assert len(asked) == 1
    officer.keys("Escape")
    assert officer.in_front() is officer.window


def test_what_must_not_be_public_is_printed_by_no_correction(officer: Officer) -> None:
    secret = "Harrow Quarry bid 1.2 million"
    make_ready(officer, reasons=items(f"<p>{secret}.</p>"))
    takes(officer, Act.DECIDE, **DECIDED)
    officer.window.correcting.ask("reasons[0]")
    officer.keys("Ctrl+End", "Backspace")
    officer.types(", alas.")
    corrects(officer, "A slip.")
    assert secret in officer.record.corrections[0].before
    officer.window.correcting.ask("reasons[0]")
    officer.keys("Ctrl+A")
    officer.types("The lowest bid won.")
    tabs_to(officer, "correct_withhold")
    officer.keys("Space")
    officer.finds("correct_reason").setFocus()
    officer.types("Commercial terms were named.")
    tabs_to(officer, "correct_go")
    officer.keys("Space")
    officer.waits_until(lambda: officer.in_front() is officer.window, "it was corrected")
    record = officer.record
    assert [row.before for row in record.corrections] == [REMOVED, REMOVED]
    assert secret not in str(record)
    word = officer.exports("button_word", officer.folder / "public.docx")
    assert secret not in words_in_word(word)
    assert "The lowest bid won." in words_in_word(word)


def words_in_word(data: bytes) -> str:
    """Return every text of every part of a Word file."""
    with ZipFile(BytesIO(data)) as packed:
        parts = [packed.read(name).decode() for name in packed.namelist() if name.endswith("xml")]
    return " ".join(re.sub(r"<[^>]+>", "", part) for part in parts)


def test_an_appendix_that_was_forgotten_is_added(officer: Officer) -> None:
    make_ready(officer)
    takes(officer, Act.DECIDE, **DECIDED)
    officer.window.correcting.ask("appendices[0]")
    assert officer.focused() == "correct_title"
    officer.types("Map of the quay")
    corrects(officer, "It was left out of the list.")
    officer.waits_for_notice("Corrected: Appendix 1 (added).")
    assert [row.title for row in officer.record.appendices] == ["Map of the quay"]


def test_a_record_that_is_not_decided_is_not_corrected(officer: Officer) -> None:
    make_ready(officer)
    assert "Correct what was decided" not in officer.menu_words("Edit")
    officer.window.correcting.ask("title")
    officer.waits_for_notice("Nothing is decided yet in this record: change its words on the form.")
    takes(officer, Act.DECIDE, **DECIDED)
    assert "Correct what was decided" in officer.menu_words("Edit")
