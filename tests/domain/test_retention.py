"""What may be disposed of: what is over and was kept for its years, and nothing else."""

from datetime import date

import pytest

from sendapp.domain.fields import STATUSES
from sendapp.domain.retention import OVER, refuse_if_kept
from sendapp.errors import Problem
from tests.factory import a_record

TODAY = date(2026, 3, 6)


@pytest.mark.parametrize("status", [status for status, _ in STATUSES])
def test_only_what_is_over_may_go(status: str) -> None:
    record = a_record(title="Old quay", status=status, date_of_decision="2001-05-08")
    if status in OVER:
        refuse_if_kept(record, 6, TODAY)
        return
    with pytest.raises(Problem) as found:
        refuse_if_kept(record, 6, TODAY)
    assert found.value.sentence.startswith("“Old quay” ")
    assert found.value.hint.endswith(".")


def test_it_is_kept_to_the_last_day_of_its_years() -> None:
    refuse_if_kept(a_record(status="implementable", date_of_decision="2020-03-06"), 6, TODAY)
    with pytest.raises(Problem, match="is kept until 7 March 2026"):
        refuse_if_kept(a_record(status="implementable", date_of_decision="2020-03-07"), 6, TODAY)


def test_what_says_no_day_is_kept() -> None:
    with pytest.raises(Problem, match="does not say when it was decided"):
        refuse_if_kept(a_record(status="withdrawn", date_of_decision=""), 6, TODAY)
