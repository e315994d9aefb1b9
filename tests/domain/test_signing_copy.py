"""Whether the words that are recorded as decided are those that were printed to be signed."""

from dataclasses import replace

from hypothesis import given

from sendapp.domain.deeds import issued
from sendapp.domain.journal import Entry
from sendapp.domain.record import DecisionRecord
from sendapp.domain.sealing import SEALED, code_of, shown_code
from sendapp.domain.signing_copy import last_signing_copy, told_of
from sendapp.domain.versions import Why
from tests.factory import a_record
from tests.strategies import records


def entry(record: DecisionRecord, why: Why, number: int = 1) -> Entry:
    """Return the journal's row of a record that left the desk."""
    deed = issued(record, why)
    return Entry(
        number=number,
        record_id=record.id,
        at=f"2026-03-0{number}T09:00:00Z",
        user="",
        who="",
        what=deed.what,
        words=deed.words,
        details=deed.details,
        status_before="",
        status_after="",
        seal_before="",
        seal_after="",
    )


def test_the_newest_copy_counts_and_no_other_way_out() -> None:
    old, new = a_record(title="Old"), a_record(title="New")
    rows = [entry(new, Why.SIGNING, 3), entry(old, Why.SIGNING_FILE, 2)]
    copy = last_signing_copy([entry(new, Why.PRINTED, 4), *rows])
    assert copy is not None
    assert (copy.code, copy.at, copy.printed) == (code_of(new), "2026-03-03T09:00:00Z", True)
    exported = last_signing_copy(rows[1:])
    assert exported is not None
    assert not exported.printed
    assert exported.is_of(old)
    assert not exported.is_of(new)
    assert last_signing_copy([entry(new, Why.PDF)]) is None


def test_a_row_whose_code_is_lost_tells_nothing() -> None:
    row = replace(entry(a_record(), Why.SIGNING), details={})
    assert last_signing_copy([row]) is None


def test_other_words_are_told_with_both_codes_and_what_to_do() -> None:
    signed, now = a_record(title="Quay"), a_record(title="Quay (east)")
    words = told_of(now, last_signing_copy([entry(signed, Why.SIGNING)]), "2026-03-01")
    assert words.startswith(
        "The record was last printed for signature on 1 March 2026 with the code "
        f"{shown_code(code_of(signed))}; its words have changed since "
        f"(code now {shown_code(code_of(now))})."
    )
    assert "print it again" in words


def test_the_same_words_are_told_with_the_code_to_look_for() -> None:
    record = a_record()
    words = told_of(record, last_signing_copy([entry(record, Why.SIGNING_FILE)]), "2026-03-01")
    assert words == (
        "The record was last exported to be signed on 1 March 2026. The signed paper has to bear "
        f"the code {shown_code(code_of(record))}."
    )


def test_a_record_that_was_never_printed_is_told_gently() -> None:
    words = told_of(a_record(), None, "")
    assert words.startswith("No copy to be signed was printed or exported here.")


@given(records(), records())
def test_a_copy_is_of_a_record_exactly_where_the_sealed_words_are_the_same(
    one: DecisionRecord, other: DecisionRecord
) -> None:
    copy = last_signing_copy([entry(one, Why.SIGNING)])
    assert copy is not None
    assert copy.is_of(one)
    assert copy.is_of(replace(one, status="published", date_of_decision="2026-03-02"))
    same = all(getattr(one, name) == getattr(other, name) for name in SEALED)
    assert copy.is_of(other) == same
