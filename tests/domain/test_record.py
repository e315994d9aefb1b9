"""The record is one frozen value."""

from dataclasses import FrozenInstanceError, fields, replace

import pytest

from sendapp.domain.catalogue import CATALOGUE, field, fields_in
from sendapp.domain.fields import Place
from sendapp.domain.record import ROW_TYPES, DecisionRecord, Item
from sendapp.domain.rows import ROWS, row_field
from tests.factory import a_full_record, a_record


def test_a_record_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        a_record().title = "Other"  # type: ignore[misc]


def test_rows_are_equal_by_what_they_say() -> None:
    one, other = Item(text="<p>a</p>"), Item(text="<p>a</p>")
    assert one == other
    assert hash(one) == hash(other)
    assert one.key != other.key


def test_two_new_records_are_two() -> None:
    assert DecisionRecord().id != DecisionRecord().id


def test_a_new_record_is_a_draft_in_which_nothing_is_answered() -> None:
    record = DecisionRecord()
    assert record.status == "draft"
    assert (record.conflicts_declared, record.key_decision, record.call_in_applies) == ("", "", "")


def test_every_field_is_in_the_catalogue_once() -> None:
    attributes = [f.name for f in fields(DecisionRecord) if f.name != "unknown"]
    assert sorted(entry.name for entry in CATALOGUE) == sorted(attributes)


@pytest.mark.parametrize("name", ROWS)
def test_every_field_of_a_row_is_in_its_catalogue_once(name: str) -> None:
    attributes = [f.name for f in fields(ROW_TYPES[name]) if f.name not in ("key", "unknown")]
    assert [entry.name for entry in ROWS[name]] == attributes


def test_the_full_record_of_the_tests_leaves_nothing_out() -> None:
    record = a_full_record()
    empty = replace(DecisionRecord(id=record.id), record_type="")
    alike = [f.name for f in CATALOGUE if getattr(record, f.name) == getattr(empty, f.name)]
    assert alike == ["id"]
    for name, entries in ROWS.items():
        row = getattr(record, name)[0]
        assert all(getattr(row, entry.name) for entry in entries), name


def test_facts_are_not_carried_into_a_copy() -> None:
    stay = {
        "id", "reference", "status", "urgency", "date_of_decision", "draft_list_published",
        "confirmed_list_published", "notice_published", "notice_reference", "conflicts_declared",
        "conflicts", "notes", "decision_maker_interest", "clearances", "set_aside",
        "carried", "circulations", "corrections", "call_in_ends", "in_force_on", "call_in_reason",
        "called_in_by", "called_in_on", "call_in_outcome", "withdrawn_on", "withdrawn_reason",
        "key_decision", "call_in_applies",
    }  # fmt: skip
    assert {entry.name for entry in CATALOGUE} - {f.name for f in fields_in(Place.COPY)} == stay


def test_notes_are_never_printed() -> None:
    assert Place.TEMPLATE not in field("notes").places
    assert Place.TEMPLATE not in field("id").places


def test_fields_are_found_by_name() -> None:
    assert field("title").label == "Title"
    assert row_field("options", "recommended").label == "Recommended, and printed so"
    with pytest.raises(KeyError):
        field("colour")
