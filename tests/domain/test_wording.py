"""The words that follow from a record."""

from typing import Any

import pytest

from sendapp.domain.banners import LABELS, SHIPPED
from sendapp.domain.fields import STATUSES
from sendapp.domain.record import Urgency
from sendapp.domain.wording import STATUS_LABELS, banner, draft_mark, is_draft, lead_in
from tests.factory import a_record


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("draft", ""),
        ("ready", ""),
        ("decided", "The Decision has been made and has not yet been published."),
        ("published", "The Decision is open to call-in and cannot be implemented before it ends."),
        ("called-in", "The Decision has been called in and cannot be implemented."),
        ("implementable", "The call-in has expired and the Decision can be implemented."),
        ("withdrawn", "The Decision has been withdrawn."),
    ],
)
def test_the_banner_follows_from_where_the_record_stands(status: str, words: str) -> None:
    assert banner(a_record(status=status), "") == words


def test_the_banner_names_the_day_until_which_call_in_is_open() -> None:
    record = a_record(status="published", confirmed_list_published="2025-11-27")
    assert banner(record, "") == (
        "The Decision is open to call-in until 27 November 2025 "
        "and cannot be implemented before then."
    )


def test_the_banner_names_the_first_day_in_force_where_that_is_another() -> None:
    day = {"call_in_ends": "2026-11-23", "in_force_on": "2026-11-24"}
    record = a_record(status="published", **day)
    assert banner(record, "") == (
        "The Decision is open to call-in until 23 November 2026 "
        "and cannot be implemented before 24 November 2026."
    )
    own = (("published", "Call-in closes on DATE."),)
    assert banner(record, "", own) == "Call-in closes on 23 November 2026."


def test_what_was_called_in_and_stands_has_a_banner_of_its_own() -> None:
    record = a_record(status="implementable", called_in_on="2026-11-20")
    assert banner(record, "") == "The call-in is over and the Decision can be implemented."


@pytest.mark.parametrize("status", ["published", "implementable"])
def test_the_banner_says_that_call_in_does_not_apply(status: str) -> None:
    record = a_record(status=status, call_in_applies="no", confirmed_list_published="2025-11-27")
    assert banner(record, "") == "Call-in does not apply and the Decision can be implemented."


@pytest.mark.parametrize("status", ["published", "implementable"])
@pytest.mark.parametrize(
    ("duties", "values"),
    [
        ("", {"urgency": (Urgency(kind="call-in waived"),)}),
        ("", {"record_type": "officer-non-executive"}),
        ("officer-non-executive", {"record_type": "panel"}),
    ],
    ids=["waived", "no executive decision", "a type of their own"],
)
def test_what_may_not_be_called_in_says_so(
    status: str, duties: str, values: dict[str, Any]
) -> None:
    record = a_record(status=status, call_in_ends="2025-11-27", **values)
    assert banner(record, duties) == "Call-in does not apply and the Decision can be implemented."
    assert banner(a_record(status="called-in", **values), duties) == (
        "The Decision has been called in and cannot be implemented."
    )


def test_whether_a_record_is_stopped_is_asked_of_its_type() -> None:
    record = a_record(record_type="panel", status="decided", decision_maker_interest="yes")
    assert is_draft(record, "")
    assert draft_mark(record, "") == "DRAFT"
    assert not is_draft(record, "cabinet")
    assert draft_mark(record, "cabinet") == ""


@pytest.mark.parametrize("name", SHIPPED)
def test_a_council_has_its_own_words_for_every_banner(name: str) -> None:
    stands = {
        "published": {"status": "published", "call_in_ends": "2025-11-27"},
        "published-undated": {"status": "published"},
        "implementable-after-call-in": {"status": "implementable", "called_in_on": "2025-11-26"},
        "implementable-no-call-in": {"status": "implementable", "call_in_applies": "no"},
    }
    record = a_record(**stands.get(name, {"status": name}))
    own = "From DATE \\1 on, UPDATED."
    shown = "From 27 November 2025 \\1 on, UPDATED." if name == "published" else own
    assert banner(record, "", ((name, own),)) == shown
    assert banner(record, "", ((name, " "),)) == banner(record, "")
    others = tuple((other, "Another") for other in SHIPPED if other != name)
    assert banner(record, "", (*others, ("no such", "x"))) == banner(record, "")
    assert LABELS[name]


def test_drafts_have_no_banner_whatever_the_council_says() -> None:
    assert banner(a_record(status="draft"), "", (("draft", "A draft."),)) == ""


def test_drafts_and_records_to_be_signed_carry_the_draft_mark() -> None:
    marked = [status for status, _ in STATUSES if is_draft(a_record(status=status), "")]
    assert marked == ["draft", "ready"]


def test_every_status_has_its_words() -> None:
    assert list(STATUS_LABELS) == [status for status, _ in STATUSES]
    assert all(STATUS_LABELS.values())


@pytest.mark.parametrize(
    ("post", "begins"),
    [
        ("Deputy Leader (responsible for Children and Education)", "The Deputy Leader approves"),
        ("The Leader", "The Leader approves"),
        ("Cabinet Member for Streets", "The Cabinet Member for Streets approves"),
        ("  ", ""),
        ("", ""),
        ("(vacant)", ""),
    ],
)
def test_the_decision_begins_with_the_post(post: str, begins: str) -> None:
    assert lead_in(post) == begins
