"""A sealed record: whatever would change what was decided leaves it out, or says why."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from sendapp.domain.finding_words import Wanted
from sendapp.domain.record import Appendix, Correction, DecisionRecord
from sendapp.domain.record_texts import texts_of
from sendapp.domain.sealing import KEPT
from sendapp.domain.setting_dates import SET_BY_STEPS
from sendapp.domain.versions import Why
from sendapp.editing.clause import put_clause
from sendapp.editing.finder import Finder, put_texts
from sendapp.editing.open_record import OpenRecord
from sendapp.editing.restoring import restore, restore_field
from sendapp.services.history import OldText, Version
from tests.factory import a_record, items

RECORD = a_record(
    status="published",
    notes="The quay is sealed",
    appendices=(Appendix(title="Prices", exempt=True, paragraphs=(3,)),),
    call_in_ends="2026-03-06",
)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[OpenRecord]:
    made = OpenRecord(RECORD, sealed=True)
    yield made
    delete(made)


def said(spy: QSignalSpy) -> list[str]:
    return [spy.at(number)[0] for number in range(spy.count())]


def old(record: DecisionRecord) -> OldText:
    """Return an older text that says what `record` says."""
    version = Version(1, record.id, "2026-03-01T09:00:00+00:00", "", Why.LEFT, "", "")
    return OldText(version, record, {})


def test_every_verb_on_a_list_is_refused(desk: OpenRecord) -> None:
    spy = QSignalSpy(desk.noticed)
    key = desk.record.reasons[0].key
    assert not desk.insert("reasons", 0, *items("<p>New</p>"))
    assert not desk.remove("reasons", key)
    assert not desk.move("reasons", key, 1)
    assert not desk.edit("reasons", key, "text", "<p>Other</p>")
    assert not desk.replace_rows("reasons", [], 0, "Join reasons")
    assert said(spy) == [KEPT] * 5
    assert desk.record == RECORD
    assert not desk.undo_stack.canUndo()


def test_what_follows_another_field_leaves_what_was_decided_alone(desk: OpenRecord) -> None:
    desk.followers.append(lambda before, after, names: {"decision_lead_in": "X", "wards": "Quay"})
    assert desk.set("notes", "Noted")
    assert desk.record == replace(RECORD, notes="Noted", wards="Quay")


def test_replace_all_changes_the_rest_and_counts_it(desk: OpenRecord) -> None:
    finder = Finder(desk, lambda: ("title", "decisions", "notes"))
    finder.look_for(Wanted("quay"))
    assert (finder.count, finder.replaceable) == (3, 1)
    assert finder.replace_all("harbour") == ""
    assert desk.record == replace(RECORD, notes="The harbour is sealed")
    assert finder.replace_all("harbour") == KEPT


def test_texts_of_what_was_decided_are_put_nowhere(desk: OpenRecord) -> None:
    title = next(text for text in texts_of(desk.record, ("title",)) if text.name == "title")
    assert put_texts(desk, {title: "Other"}, "Tidy") == KEPT
    assert desk.record == RECORD


def test_a_clause_is_not_put_in(desk: OpenRecord) -> None:
    assert put_clause(desk) == -1
    assert desk.record == RECORD


def test_an_older_version_brings_back_the_rest_alone(desk: OpenRecord) -> None:
    older = replace(
        RECORD,
        status="draft",
        title="Old",
        notes="Old notes",
        date_of_decision="",
        call_in_ends="",
        corrections=(Correction(reason="Old"),),
    )
    assert restore(desk, old(older))
    assert desk.record == replace(RECORD, notes="Old notes")


def test_an_older_version_that_differs_in_what_was_decided_alone_says_so(desk: OpenRecord) -> None:
    spy = QSignalSpy(desk.noticed)
    assert not restore(desk, old(replace(RECORD, title="Old")))
    assert said(spy) == [KEPT]


@pytest.mark.parametrize(
    ("name", "why"),
    [("title", KEPT), ("date_of_decision", SET_BY_STEPS), ("call_in_ends", SET_BY_STEPS)],
)
def test_one_field_of_it_is_not_brought_back(desk: OpenRecord, name: str, why: str) -> None:
    spy = QSignalSpy(desk.noticed)
    older = replace(RECORD, title="Old", date_of_decision="", call_in_ends="")
    assert not restore_field(desk, old(older), name)
    assert said(spy) == [why]
    assert desk.record == RECORD
