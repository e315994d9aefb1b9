"""The record that is open is marked with a list like the others, and nothing typed is lost."""

from concurrent.futures import Future
from typing import Any

import pytest

from sendapp.errors import DiskFull
from tests.driver import Officer
from tests.ui.lists.test_lists import (
    DAY,
    asks,
    keeps,
    makes,
    waits_for_words,
    with_records,
)


def test_the_record_that_is_open_follows(officer: Officer) -> None:
    with_records(officer)
    officer.window.records.open(keeps(officer, title="The ferry").id)
    officer.waits_until(lambda: officer.window.pane.form is not None, "the record is open")
    asks(officer)
    waits_for_words(officer, "4 decisions, of which 3 will be marked as published on 3 March 2026.")
    makes(officer, "list_as_word", officer.folder / "list.docx")
    assert officer.record.status == "published"
    assert officer.record.draft_list_published == DAY
    officer.presses("Close")
    officer.closes()
    assert officer.kept()["The ferry"].record.status == "published"


def test_what_is_typed_while_the_list_is_made_stays(officer: Officer) -> None:
    with_records(officer)
    officer.window.records.open(keeps(officer, title="The ferry").id)
    officer.waits_until(lambda: officer.window.pane.form is not None, "the record is open")
    asks(officer)
    waits_for_words(officer, "4 decisions, of which 3 will be marked as published on 3 March 2026.")
    mover = officer.window.pane.mover
    assert mover is not None
    typed: list[bool] = []

    def types_meanwhile(busy: bool) -> None:
        if busy:
            typed.append(officer.open_record.set("notes", "Ring the harbour master."))

    mover.busy_changed.connect(types_meanwhile)
    makes(officer, "list_as_word", officer.folder / "list.docx")
    assert typed == [True]
    officer.presses("Close")
    officer.waits_until_saved()
    officer.closes()
    kept = officer.kept()["The ferry"].record
    assert (kept.status, kept.notes) == ("published", "Ring the harbour master.")


def test_what_was_typed_and_could_not_be_saved_stays_when_the_list_is_made(
    officer: Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    officer.starts()
    officer.window.records.open(keeps(officer, title="The ferry").id)
    officer.waits_until(lambda: officer.window.pane.form is not None, "the record is open")
    asks(officer)
    marks_one = "1 decision. It will be marked as published on 3 March 2026."
    waits_for_words(officer, marks_one)
    saver = officer.window.pane._saver
    assert saver is not None
    save = saver._save

    def fails(*_: object) -> "Future[Any]":
        failed: Future[Any] = Future()
        failed.set_exception(DiskFull("There is no room left."))
        return failed

    monkeypatch.setattr(saver, "_save", fails)
    assert officer.open_record.set("notes", "Ring the harbour master.")
    path = officer.folder / "list.docx"
    officer.clicks("list_as_word")
    officer.saves_file_as(path)
    told = officer.message()
    assert "The ferry: What is kept of this record is not what is shown here" in told
    officer.presses("Close")
    assert not path.exists()
    assert (officer.record.status, officer.record.notes) == ("decided", "Ring the harbour master.")
    # It is saved again, and then the list is made.
    monkeypatch.setattr(saver, "_save", save)
    officer.window.pane.save_now()
    officer.waits_until(lambda: not saver.unsaved, "all is saved")
    waits_for_words(officer, marks_one)
    makes(officer, "list_as_word", path)
    officer.presses("Close")
    officer.closes()
    kept = officer.kept()["The ferry"].record
    assert (kept.status, kept.notes) == ("published", "Ring the harbour master.")
