"""Where a record stands, in a sentence an officer can act upon."""

from datetime import date

import pytest

from sendapp.domain.duties import OFFICER_NON_EXECUTIVE
from sendapp.domain.record import DecisionRecord
from sendapp.domain.standing import standing_in_words, stands_at
from tests.factory import a_record

OPEN = {"call_in_ends": "2026-03-06", "in_force_on": "2026-03-09"}


def at(status: str, **facts: str) -> DecisionRecord:
    return a_record(status=status, **facts)


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (at("draft"), "Once it is finished, mark it as ready for signature."),
        (at("ready"), "Waiting for the signature. Record the decision once it is signed."),
        (at("decided"), "Decided on Mon 2 Mar 2026. Waiting to be published."),
        (
            at("published", **OPEN),
            "Open to call-in until Fri 6 Mar 2026; it can be implemented on Mon 9 Mar 2026.",
        ),
        (at("published"), "Published, and open to call-in."),
        (
            at("called-in", called_in_by="Scrutiny", called_in_on="2026-03-05"),
            "Called in by Scrutiny on Thu 5 Mar 2026; it cannot be implemented meanwhile.",
        ),
        (at("implementable"), "It can be implemented."),
        (at("implementable", **OPEN), "It can be implemented from Mon 9 Mar 2026."),
        (
            at("withdrawn", withdrawn_on="2026-03-05", withdrawn_reason="Dropped."),
            "Withdrawn on Thu 5 Mar 2026: Dropped.",
        ),
    ],
)
def test_each_state_is_told_with_its_day(record: DecisionRecord, words: str) -> None:
    assert standing_in_words(record, date(2026, 3, 5), "") == words


def test_what_was_called_in_can_be_implemented_from_the_day_it_was_confirmed() -> None:
    counted = {"call_in_ends": "2026-12-04", "in_force_on": "2026-12-07"}
    called_in = {"called_in_on": "2026-11-27", "confirmed_list_published": "2026-11-30"}
    record = at("implementable", **counted, **called_in)
    assert standing_in_words(record, date(2026, 12, 1), "") == (
        "It can be implemented since Mon 30 Nov 2026."
    )


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "Published; call-in does not apply. It can be implemented: confirm it."),
        (
            {"draft_list_published": "2026-03-03", "in_force_on": "2026-03-05"},
            "Published on Tue 3 Mar 2026; call-in does not apply. It can be implemented: confirm "
            "it.",
        ),
        (OPEN, "Published; call-in does not apply, and it can be implemented on Mon 9 Mar 2026."),
    ],
)
def test_what_cannot_be_called_in_is_never_said_to_be_open(
    facts: dict[str, str], words: str
) -> None:
    own = at("published", record_type="grants-panel", **facts)
    assert standing_in_words(own, date(2026, 3, 5), OFFICER_NON_EXECUTIVE) == words
    told = at("published", call_in_applies="no", **facts)
    assert standing_in_words(told, date(2026, 3, 5), "") == words


def test_once_call_in_is_over_the_officer_is_asked_to_confirm() -> None:
    record = at("published", **OPEN)
    told = "Call-in ended on Fri 6 Mar 2026. It can be implemented: confirm it."
    assert standing_in_words(record, date(2026, 3, 9), "") == told
    assert standing_in_words(at("implementable", **OPEN), date(2026, 3, 9), "").startswith(
        "It can be implemented since Mon 9 Mar 2026"
    )


def test_call_in_over_but_not_in_force_yet_is_not_called_implementable() -> None:
    told = standing_in_words(at("published", **OPEN), date(2026, 3, 8), "")
    assert told.startswith("Call-in ended on Fri 6 Mar 2026;")
    assert "it can be implemented on Mon 9 Mar 2026" in told


def test_on_the_last_day_it_is_open_and_can_be_implemented() -> None:
    record = at("published", call_in_ends="2026-03-06", in_force_on="2026-03-06")
    told = "Open to call-in until Fri 6 Mar 2026. It can be implemented: confirm it."
    assert standing_in_words(record, date(2026, 3, 6), "") == told


@pytest.mark.parametrize(
    ("status", "ends", "today", "words"),
    [
        ("published", "2026-03-06", "2026-03-05", "In call-in"),
        ("published", "2026-03-06", "2026-03-06", "In call-in"),
        ("published", "2026-03-06", "2026-03-07", "Call-in ended"),
        ("published", "", "2026-03-07", "Published"),
        ("published", "soon", "2026-03-07", "In call-in"),
        ("called-in", "2026-03-06", "2026-03-07", "Called in"),
        ("implementable", "2026-03-06", "2026-03-07", "Implementable"),
        ("ready", "", "2026-03-07", "Ready for signature"),
        ("no such", "", "2026-03-07", "no such"),
    ],
)
def test_a_record_whose_call_in_has_ended_says_so(
    status: str, ends: str, today: str, words: str
) -> None:
    assert stands_at(status, ends, today) == words
