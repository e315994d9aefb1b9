"""The record that is open is marked with a list like the others, and nothing typed is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.driver import Officer, at_work
from tests.ui.lists.test_lists import (
    DAY,
    asks,
    keeps,
    makes,
    waits_for_words,
    with_records,
)


@pytest.fixture
def officer(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[Officer]:
    yield from at_work(request, qtbot, tmp_path)


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
