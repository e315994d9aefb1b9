"""Any record comes back from the database as it went in."""

import string

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from sendapp.domain.interchange import content_hash
from sendapp.domain.record import ROW_TYPES, DecisionRecord
from sendapp.storage.records import RecordStore
from sendapp.storage.rows import row_hash
from tests.profiles import THOROUGH
from tests.strategies import records

TYPED = st.dictionaries(
    st.sampled_from(["date_of_decision", "notice_published"]),
    st.text(st.characters(codec="utf-8", exclude_characters="\x00")),
)


@pytest.mark.timeout(1800)
@settings(
    max_examples=THOROUGH,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)
@given(record=records(), typed=TYPED)
def test_any_record_is_read_back_equal(
    db: Database, record: DecisionRecord, typed: dict[str, str]
) -> None:
    store = RecordStore(db)
    # A record that is there already is another case: it moves and changes by steps only.
    assume(not store.exists(record.id))
    saved = store.save(record, typed, create=True)
    stored = store.get(record.id)
    assert stored.record == record
    assert content_hash(stored.record) == saved.hash == content_hash(record)
    assert stored.typed == typed
    for name in ROW_TYPES:
        keys = [[row.key for row in getattr(one, name)] for one in (record, stored.record)]
        assert keys[0] == keys[1]


@given(
    columns=st.dictionaries(st.text(string.ascii_lowercase, min_size=1), st.text(), min_size=1),
    data=st.data(),
)
def test_row_hash_tells_any_change_but_not_a_new_blank_column(
    columns: dict[str, str], data: st.DataObject
) -> None:
    columns = {name: text.encode("utf-8", "ignore").decode() for name, text in columns.items()}
    columns.pop("rowid", None)
    assert row_hash(columns | {"added later": ""}) == row_hash(columns)
    name = data.draw(st.sampled_from(sorted(columns) or ["x"]))
    assert row_hash(columns | {name: columns.get(name, "") + "!"}) != row_hash(columns)
