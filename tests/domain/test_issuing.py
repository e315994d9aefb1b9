"""When a record may not leave the desk in the decision maker's name."""

import pytest

from sendapp.domain.fields import STATUSES
from sendapp.domain.issuing import OWN_INTEREST, has_own_interest, why_not_at, why_not_issued
from tests.factory import a_record

ANYWHERE = [status for status, _ in STATUSES]


@pytest.mark.parametrize("status", ANYWHERE)
def test_a_member_with_an_interest_gets_no_further_than_a_draft(status: str) -> None:
    record = a_record(decision_maker_interest="yes")
    stays = status in ("draft", "withdrawn")
    assert why_not_at(record, status, "") == ("" if stays else OWN_INTEREST)


@pytest.mark.parametrize("status", ANYWHERE)
def test_nothing_leaves_the_desk_but_what_is_withdrawn(status: str) -> None:
    record = a_record(decision_maker_interest="yes", status=status)
    assert why_not_issued(record, "") == ("" if status == "withdrawn" else OWN_INTEREST)


@pytest.mark.parametrize("answer", ["no", ""])
def test_without_an_interest_nothing_is_stopped(answer: str) -> None:
    record = a_record(decision_maker_interest=answer, status="implementable")
    assert why_not_issued(record, "") == ""
    assert why_not_at(record, "published", "") == ""


def test_only_a_member_deciding_alone_is_stopped() -> None:
    kinds = ("cabinet", "officer-executive", "officer-non-executive")
    stopped = [
        kind
        for kind in ("cabinet-member", *kinds, "leader-urgent")
        if has_own_interest(a_record(record_type=kind, decision_maker_interest="yes"), "")
    ]
    # A kind of the council's own that says nothing has the strictest duties.
    assert stopped == ["cabinet-member", "leader-urgent"]
    own = a_record(record_type="leader-urgent", decision_maker_interest="yes")
    assert not has_own_interest(own, "officer-executive")
