"""What the journal says of what left the desk, was brought back or overruled."""

import pytest

from sendapp.domain.checks.finding import Finding, Rank
from sendapp.domain.deeds import (
    brought_back,
    called_at_its_end,
    counted_again,
    ended,
    issued,
    journal_saved,
    overruled,
    signed_code,
)
from sendapp.domain.issuing import why_not_signed
from sendapp.domain.journal import ENDS, What
from sendapp.domain.journal_lines import JournalAsked
from sendapp.domain.sealing import read_code
from sendapp.domain.versions import SIGNING, Why
from tests.factory import a_record

FOUND = Finding(
    check="says-nothing",
    rank=Rank.LOOKS,
    title="Says nothing itself",
    place="reasons[1]",
    sentence="",
    mark="",
    duty="",
)


def test_an_export_is_told_with_its_file() -> None:
    record = a_record()
    deed = issued(record, Why.WORD, "lane.docx")
    assert (deed.what, deed.words, deed.record_id) == (
        What.WORD,
        "Exported to Word: lane.docx",
        record.id,
    )
    assert deed.details == {}


@pytest.mark.parametrize("why", sorted(SIGNING))
def test_a_signing_copy_is_told_with_its_code(why: Why) -> None:
    record = a_record(status="ready")
    deed = issued(record, why, f"code {signed_code(record)}, 2 copies")
    assert deed.what is What.SIGNING
    assert deed.details == {"code": read_code(signed_code(record)), "why": str(why)}
    assert deed.words.endswith(f"code {signed_code(record)}, 2 copies")
    assert deed.words.startswith(
        "Printed for signature, " if why is Why.SIGNING else "Signing copy exported: "
    )


def test_every_way_out_has_its_kind_of_row() -> None:
    for why in (Why.WORD, Why.PDF, Why.SHARED, Why.PRINTED, Why.CIRCULATED, *SIGNING):
        assert issued(a_record(), why).what in What


def test_what_was_brought_back_names_field_and_version() -> None:
    one = brought_back("id", 7, "26 November 2026, 14:05: Left", "title")
    assert one.words == "“Title” brought back, as it was on 26 November 2026, 14:05: Left"
    assert one.details == {"version": 7, "field": "title"}
    assert brought_back("id", 7, "then").words == "Older text brought back, as it was on then"


def test_a_finding_set_aside_is_told_with_the_reason() -> None:
    deed = overruled("id", FOUND, "It refers to the plan.")
    assert deed.what is What.OVERRIDDEN
    assert deed.words == (
        "Set aside: Says nothing itself (Reason 2). Reason: It refers to the plan."
    )
    assert counted_again("id", FOUND).words == (
        "No longer set aside: Says nothing itself (Reason 2)"
    )


@pytest.mark.parametrize(
    ("status", "may"),
    [
        ("draft", False),
        ("ready", True),
        ("decided", True),
        ("published", True),
        ("called-in", True),
        ("implementable", True),
        ("withdrawn", False),
    ],
)
def test_only_from_ready_on_is_a_record_printed_to_be_signed(status: str, may: bool) -> None:
    assert bool(why_not_signed(a_record(status=status))) is not may


@pytest.mark.parametrize("what", sorted(ENDS))
def test_what_a_record_was_called_is_read_back_from_the_row_that_ended_it(what: What) -> None:
    deed = ended(what, "id", "WBC/3 · Deleted: the mill")
    assert (deed.what, deed.record_id) == (what, "id")
    assert called_at_its_end(deed.words) == "WBC/3 · Deleted: the mill"
    assert called_at_its_end(ended(what, "id", "").words) == ""


def test_a_journal_that_was_saved_is_told_with_what_was_asked_for() -> None:
    asked = JournalAsked(words="pier", since="2026-03-01")
    deed = journal_saved(asked, "Journal.csv", 1_204, "0" * 64)
    assert (deed.what, deed.record_id) == (What.JOURNAL, "")
    assert deed.words == "Journal saved as Journal.csv, 1,204 lines"
    assert deed.details == {
        "words": "pier",
        "from": "2026-03-01",
        "to": "",
        "lines": 1_204,
        "sha256": "0" * 64,
    }
    assert journal_saved(asked, "j.csv", 1, "").words == "Journal saved as j.csv, 1 line"
