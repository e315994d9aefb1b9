"""The interchange: JSON → record → JSON, nothing lost, every fault named by its place."""

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendapp.domain.catalogue import CATALOGUE
from sendapp.domain.fields import Kind
from sendapp.domain.interchange import (
    FORMAT,
    InterchangeError,
    absorbed,
    canonical,
    canonical_json,
    content_hash,
    from_dict,
    from_json,
    to_dict,
    to_json,
)
from sendapp.domain.record import DecisionRecord, Item, Option
from sendapp.domain.rows import ROWS
from sendapp.domain.schema import json_schema
from tests.factory import A_ID, THE_REST, a_full_record, a_record
from tests.profiles import thorough
from tests.strategies import JSON_VALUE, records, values

NO_TEXT: tuple[Any, ...] = (None, 1, 1.5, True, [], {})
NO_LIST: tuple[Any, ...] = (None, 1, True, "text", {})


def faults_of(**values: Any) -> tuple[str, ...]:
    """What reading a record with `values` complains of."""
    with pytest.raises(InterchangeError) as refusal:
        from_json(json.dumps({"format": FORMAT} | values))
    return refusal.value.problems


@thorough
@given(records())
def test_a_record_comes_back_from_json_as_it_went(record: DecisionRecord) -> None:
    text = to_json(record)
    again = from_json(text)
    assert again == record
    assert to_json(again) == text


@given(records())
def test_the_schema_agrees_with_what_is_read(record: DecisionRecord) -> None:
    jsonschema.validate(json.loads(to_json(record)), json_schema())


@given(records(), st.sampled_from(CATALOGUE), st.data())
def test_equal_records_have_equal_hashes(one: DecisionRecord, entry: Any, data: Any) -> None:
    other = replace(one, **{entry.name: data.draw(values(entry))})
    assert (content_hash(one) == content_hash(other)) == (one == other)


@thorough
@given(records())
def test_a_record_comes_back_from_its_canonical_json(record: DecisionRecord) -> None:
    assert from_dict(json.loads(canonical_json(record))) == record


@given(JSON_VALUE)
def test_any_json_is_read_or_refused(value: Any) -> None:
    for data in (value, {"format": FORMAT} | {f.name: value for f in CATALOGUE}):
        with pytest.raises(InterchangeError) as refusal:
            from_json(json.dumps(data))
        assert refusal.value.problems


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    with pytest.raises(InterchangeError):
        from_json(text)


def test_the_hash_does_not_see_keys_of_rows_nor_the_order_of_keys() -> None:
    record = a_full_record()
    data = json.loads(to_json(record))
    del data["format"]
    turned = from_dict(dict(reversed(data.items())))
    assert content_hash(turned) == content_hash(record)
    assert [row.key for row in turned.reasons] != [row.key for row in record.reasons]


def test_the_hash_of_a_record_never_changes_between_releases() -> None:
    assert content_hash(DecisionRecord(id=A_ID)) == (
        "d91dd14e9a786c987b55cbe33ba5762225a979931a615d0762e115e073cb8eb2"
    )
    # Without the fields that came later, which a later release fills.
    later = {
        "decision_maker_interest": "",
        "clearances": (),
        "set_aside": (),
        "carried": (),
        "circulations": (),
        "call_in_ends": "",
        "in_force_on": "",
        "called_in_on": "",
        "withdrawn_on": "",
        "corrections": (),
    }
    assert content_hash(a_record(**(THE_REST | later))) == (
        "c8b28be32eb903472c7c802d15a14cfe23bcab40a4626def7d6fbb4b36fb2b5b"
    )


def test_canonical_json_leaves_out_what_is_at_its_default() -> None:
    record = DecisionRecord(id=A_ID, title="Café", reasons=(Item(text="<p>a</p>"),))
    assert canonical_json(record) == f'{{"id":"{A_ID}","reasons":["<p>a</p>"],"title":"Café"}}'


def test_every_key_stands_in_json_and_no_row_key() -> None:
    data = json.loads(to_json(a_full_record()))
    assert list(data) == ["format", *(entry.name for entry in CATALOGUE)]
    assert list(data["options"][0]) == [entry.name for entry in ROWS["options"]]
    assert data["reasons"][0] == "<p>The setts have sunk.</p>"


def test_a_record_without_an_id_is_given_one() -> None:
    one, other = (from_json(json.dumps({"format": FORMAT, **extra})) for extra in ({}, {"id": ""}))
    assert one.id
    assert other.id
    assert one.id != other.id


def test_only_the_format_is_required() -> None:
    assert replace(from_json(json.dumps({"format": FORMAT})), id=A_ID) == DecisionRecord(id=A_ID)


def test_unknown_keys_are_kept_at_every_level() -> None:
    data = to_dict(a_full_record()) | {"clearance": {"by": ["legal", None, 2.5]}}
    for name in ROWS:
        row = data[name][0] if isinstance(data[name][0], dict) else {"text": data[name][0]}
        data[name] = [row | {"later": {"name": name}}, *data[name][1:]]
    record = from_dict(data)
    assert to_dict(record) == data
    assert json.loads(canonical_json(record))["clearance"] == data["clearance"]
    assert content_hash(record) != content_hash(a_full_record())


LATER = canonical({"notes": "Ring them", "status": 4, "reasons": ["<p>Ours</p>"], "format": "x"})
"""Unknown keys of an older version, of which all but one are fields now."""


def test_a_field_wins_over_an_unknown_key_of_its_name() -> None:
    option = Option(title="Do it", unknown='{"title":"Old"}')
    record = a_record(notes="Now", options=(option,), unknown=LATER)
    data = json.loads(to_json(record))
    assert (data["notes"], data["status"], data["format"]) == ("Now", record.status, FORMAT)
    assert data["options"][0]["title"] == "Do it"


def test_unknown_keys_that_are_fields_by_now_become_these_fields() -> None:
    option = Option(unknown='{"colour":"red","title":"Do nothing"}')
    record = a_record(notes="", reasons=(), options=(option,), unknown=LATER)
    taken = absorbed(record)
    assert (taken.notes, taken.reasons) == ("Ring them", (Item(text="<p>Ours</p>"),))
    assert (taken.options[0].title, taken.options[0].unknown) == ("Do nothing", '{"colour":"red"}')
    assert taken.options[0].key == option.key
    # A number is no status: it is kept, for whoever understands it.
    assert taken.status == record.status
    assert json.loads(taken.unknown) == {"format": "x", "status": 4}
    assert absorbed(a_record(notes="Now", unknown=LATER)).notes == "Now"
    assert absorbed(taken) == taken


@given(record=records())
def test_a_record_without_such_keys_is_left_as_it_is(record: DecisionRecord) -> None:
    assert absorbed(record) == record


def test_text_is_brought_into_its_one_form_on_the_way_in() -> None:
    record = from_dict(
        {"title": "a\r\nb\tc", "notes": "a\r\nb", "reasons": ["<div><em>a</em></div>", "plain"]}
    )
    assert (record.title, record.notes) == ("a b c", "a\nb")
    assert [row.text for row in record.reasons] == ["<p><i>a</i></p>", "<p>plain</p>"]


@pytest.mark.parametrize("entry", CATALOGUE, ids=lambda entry: entry.name)
def test_a_wrong_type_is_refused_by_its_name(entry: Any) -> None:
    for wrong in NO_LIST if entry.kind is Kind.ROWS else NO_TEXT:
        (fault,) = faults_of(**{entry.name: wrong})
        assert fault.startswith(f"{entry.name} must be "), fault


@pytest.mark.parametrize(
    ("name", "inner"),
    [(name, entry) for name, entries in ROWS.items() for entry in entries],
    ids=lambda part: getattr(part, "name", part),
)
def test_a_wrong_type_in_a_row_is_refused_by_its_place(name: str, inner: Any) -> None:
    wrong = "text" if inner.kind in (Kind.FLAG, Kind.NUMBERS) else 1
    faults = faults_of(**{name: [{}, {inner.name: wrong}]})
    assert [fault.split(" ")[0] for fault in faults] == [f"{name}[1].{inner.name}"]


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"title": 4}, "title must be text, not a whole number."),
        ({"reasons": ["a", 4]}, "reasons[1] must be text, not a whole number."),
        ({"options": ["a"]}, "options[0] must be an object, not text."),
        (
            {"options": [{"recommended": 1}]},
            "options[0].recommended must be true or false, not a whole number.",
        ),
        (
            {"date_of_decision": "24 November 2025"},
            "date_of_decision is not a date like 2025-11-24: 24 November 2025.",
        ),
        (
            {"date_of_decision": "2025-02-30"},
            "date_of_decision is not a date like 2025-11-24: 2025-02-30.",
        ),
        ({"key_decision": "maybe"}, 'key_decision must be one of "", "yes", "no", not "maybe".'),
        ({"id": "7"}, "id is not a UUID."),
        (
            {"appendices": [{"paragraphs": [8]}]},
            "appendices[0].paragraphs[0] must be a whole number from 1 to 7.",
        ),
        (
            {"appendices": [{"paragraphs": [True]}]},
            "appendices[0].paragraphs[0] must be a whole number from 1 to 7.",
        ),
        (
            {"title": "a\u0000"},
            "title cannot be kept: Character 2 is a control character (U+0000) "
            "and cannot be kept. Remove it.",
        ),
        (
            {"reference": "x" * 201},
            "reference cannot be kept: This holds 201 characters; at most 200 can be kept.",
        ),
        ({"later": "\ud800"}, "'later': holds half of a broken character."),
    ],
)
def test_a_fault_is_a_sentence_with_its_place(values: dict[str, Any], fault: str) -> None:
    assert faults_of(**values) == (fault,)


def test_every_fault_is_named_at_once() -> None:
    assert len(faults_of(title=1, reasons="x", options=[{"title": None}])) == 3


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "This is not JSON: Expecting value at line 1, column 1."),
        ("{", "This is not JSON"),
        ("[]", "A record is an object, not a list."),
        ("{}", 'The key "format" must say "decision-record/1".'),
        ('{"format": "decision-record/2"}', 'The key "format" must say "decision-record/1".'),
        ('{"format": NaN}', "This is not JSON: NaN is not a JSON number."),
        ('{"a": 1e999}', "This is not JSON: the number 1e999 is too large."),
        ("[" * 200_000, "This JSON is nested too deeply to be a record."),
        ('{"a": ' + "9" * 5000 + "}", "This is not JSON"),
    ],
    ids=lambda part: part[:20],
)
def test_what_is_no_record_is_refused_in_a_sentence(text: str, says: str) -> None:
    with pytest.raises(InterchangeError, match="^" + says.replace("[", r"\[")):
        from_json(text)


def test_a_mark_at_the_start_of_the_file_is_no_fault() -> None:
    assert from_json("\ufeff" + to_json(a_record(id=A_ID))) == a_record(id=A_ID)


@pytest.mark.parametrize("place", ['"x":{}', '"options":[{{"title":"a","x":{}}}]'])
def test_unknown_keys_nest_so_deep_that_they_can_be_written_back_or_not_at_all(place: str) -> None:
    for depth in (90, 400, 970, 990, 3_000, 100_000):
        nested = place.format("[" * depth + "]" * depth)
        text = f'{{"format":"{FORMAT}",{nested}}}'
        if depth == 90:
            record = from_json(text)
            assert from_json(to_json(record)) == record
            continue
        with pytest.raises(InterchangeError, match="nested too deeply"):
            from_json(text)
