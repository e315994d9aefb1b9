"""Any words go form → database → form without a changed character."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from sendapp.domain.record import DecisionRecord, Item, Option
from sendapp.editing.open_record import OpenRecord
from sendapp.services.record_types import load_kinds
from sendapp.storage.database import open_database
from sendapp.storage.records import RecordStore
from sendapp.ui.form.record_form import RecordForm
from sendapp.ui.line_edit import LineEdit
from sendapp.ui.text.plain_edit import PlainEdit
from sendapp.ui.text.rich_editor import RichEditor
from tests.factory import a_record
from tests.profiles import thorough
from tests.strategies import LINE, RICH, TEXT, records

Drafting = tuple[OpenRecord, RecordForm, RecordStore]


@pytest.fixture(scope="module")
def drafting(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Drafting]:
    """One form and one records file, through which every example goes in turn."""
    db = open_database(tmp_path_factory.mktemp("words") / "records.db", create=True)
    open_record, form = form_of(a_record(decisions=(Item(),), options=(Option(),)))
    yield open_record, form, RecordStore(db)
    db.close()
    form.deleteLater()
    qapp.sendPostedEvents(form, QEvent.Type.DeferredDelete.value)


def form_of(record: DecisionRecord) -> tuple[OpenRecord, RecordForm]:
    open_record = OpenRecord(record)
    form = RecordForm(open_record, load_kinds()["cabinet-member"].type)
    # So that both go together, and at once.
    open_record.setParent(form)
    return open_record, form


@thorough
@given(title=LINE, notes=TEXT, decision=RICH, option=RICH)
def test_words_come_back_from_the_database_as_they_stood_on_the_form(
    drafting: Drafting, title: str, notes: str, decision: str, option: str
) -> None:
    open_record, form, store = drafting
    open_record.set("title", title)
    open_record.set("notes", notes)
    rows = (replace(open_record.rows("decisions")[0], text=decision),)
    open_record.set("decisions", rows)
    options = (replace(open_record.rows("options")[0], title=title, text=option),)
    open_record.set("options", options)
    line, plain = form.findChild(LineEdit, "title"), form.findChild(PlainEdit, "notes")
    assert (line.text(), plain.text()) == (title, notes)
    assert form.findChild(LineEdit, "options[0].title").text() == title
    before = open_record.record
    # What the editors hold is read anew, as after a key.
    open_record.flush()
    assert open_record.record == before
    assert form.findChild(RichEditor, "decisions[0].text").value() == decision
    store.save(before, create=True)
    assert store.get(before.id).record == before


@pytest.mark.usefixtures("qapp")
@settings(max_examples=25)
@given(record=records())
def test_showing_a_record_changes_nothing_of_it(record: DecisionRecord) -> None:
    record = replace(record, record_type="cabinet-member")
    open_record, form = form_of(record)
    form.open_more()
    open_record.flush()
    assert open_record.record == record
    assert open_record.undo_stack.count() == 0
    form.deleteLater()
    QApplication.sendPostedEvents(form, QEvent.Type.DeferredDelete.value)
