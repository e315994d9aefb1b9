"""What is due today, and disposal: deliberate, never early, and told in the journal."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from sendapp.domain.filed import FileKind
from sendapp.domain.record import DecisionRecord, Paper
from sendapp.domain.states import Act
from sendapp.domain.today import Due, Task
from sendapp.errors import NotFound, Problem
from sendapp.services.desk import Desk
from sendapp.services.record_types import TypeOnPaper, load_kinds
from sendapp.services.retention import Retention
from sendapp.services.stating import Stating
from sendapp.storage.keeper import Keeper
from tests.services.conftest import kept, now
from tests.storage.lived import file_it

TODAY = date(2026, 3, 6)
"""A Friday."""


@pytest.fixture
def retention(keeper: Keeper) -> Retention:
    return Retention(keeper, load_kinds, today=lambda: TODAY)


@pytest.fixture
def stating(keeper: Keeper) -> Iterator[Stating]:
    return Stating(keeper, load_kinds(), today=lambda: TODAY)  # type: ignore[return-value]


def due(retention: Retention) -> dict[Due, list[tuple[str, str]]]:
    return {
        tasks.due: [(task.title, task.day) for task in tasks.first]
        for tasks in now(retention.tasks())
    }


def published(desk: Desk, title: str, ends: str, in_force: str = "", **also: object) -> None:
    kept(
        desk,
        **also,
        title=title,
        status="published",
        draft_list_published="2026-03-02",
        call_in_ends=ends,
        in_force_on=in_force or ends,
    )


def test_nothing_is_due_where_nothing_is(retention: Retention) -> None:
    assert now(retention.tasks()) == ()


def test_what_waits_for_signature_and_publication(desk: Desk, retention: Retention) -> None:
    kept(desk, title="Alpha", status="ready")
    kept(desk, title="Beta", status="decided", date_of_decision="2026-03-05")
    kept(desk, title="Gamma", status="decided", date_of_decision="2026-03-06")
    found = due(retention)
    assert [title for title, _ in found.pop(Due.SIGN)] == ["Alpha"]
    assert found == {Due.PUBLISH: [("Beta", "2026-03-05")]}


def test_where_call_in_ends_today_and_this_week(desk: Desk, retention: Retention) -> None:
    published(desk, "Today", "2026-03-06", "2026-03-09")
    published(desk, "Today, in force", "2026-03-06")
    published(desk, "Sunday", "2026-03-08")
    published(desk, "Monday", "2026-03-09")
    published(desk, "Yesterday", "2026-03-05")
    assert due(retention) == {
        Due.CALL_IN_ENDS_TODAY: [("Today", "2026-03-06"), ("Today, in force", "2026-03-06")],
        Due.CALL_IN_ENDS_THIS_WEEK: [("Sunday", "2026-03-08")],
        Due.CONFIRM: [("Yesterday", "2026-03-05"), ("Today, in force", "2026-03-06")],
    }


def test_kinds_of_the_councils_own_have_call_in_by_their_duties(desk: Desk, keeper: Keeper) -> None:
    published(desk, "Shipped", "2026-03-06", "2026-03-09")
    for name, ends in (("grants-panel", "2026-03-06"), ("grants-panel", "2026-03-08")):
        published(desk, name, ends, "2026-03-09", record_type=name)
    kept(desk, title="Undated", status="published", record_type="grants-panel")
    kinds = load_kinds()
    executive = kinds["cabinet-member"]

    def due_as(duties: str) -> dict[Due, list[str]]:
        own = replace(executive.type, name="grants-panel", duties=duties)
        known = {**kinds, "grants-panel": TypeOnPaper(own, executive.template)}
        found = due(Retention(keeper, lambda: known, today=lambda: TODAY))
        return {kind: [title for title, _ in tasks] for kind, tasks in found.items()}

    assert due_as("officer-executive") == {
        Due.CALL_IN_ENDS_TODAY: ["Shipped", "grants-panel"],
        Due.CALL_IN_ENDS_THIS_WEEK: ["grants-panel"],
        Due.UNDATED: ["Undated"],
    }
    assert due_as("officer-non-executive") == {
        Due.CALL_IN_ENDS_TODAY: ["Shipped"],
        Due.CONFIRM: ["Undated"],
    }


def test_a_signed_paper_is_waited_for_where_the_decision_was_recorded_here(
    desk: Desk, retention: Retention, stating: Stating
) -> None:
    kept(desk, title="Elsewhere", status="implementable")
    here = kept(desk, title="Here", date_of_decision="", decision_maker_interest="no").record
    ready = now(stating.take(here, {}, Act.READY, {})).record
    now(stating.take(ready, {}, Act.DECIDE, {"date_of_decision": "2026-03-06"}))
    assert due(retention) == {Due.SCAN: [("Here", "2026-03-06")]}


def an_old_one(desk: Desk, day: str = "2020-03-06", **what_matters: object) -> DecisionRecord:
    values = {"status": "implementable", "date_of_decision": day, **what_matters}
    return kept(desk, **values).record


def test_disposal_is_due_after_the_years_that_the_council_has_set(
    desk: Desk, retention: Retention
) -> None:
    an_old_one(desk, title="Six years")
    an_old_one(desk, "2020-03-07", title="Not yet", background_papers=(Paper(text="Survey"),))
    an_old_one(desk, "2020-03-07", title="No papers")
    assert due(retention) == {
        Due.RETENTION: [("Six years", "2026-03-06")],
        Due.PAPERS: [("Not yet", "2024-03-07")],
    }


def test_papers_that_are_filed_fall_due_though_the_record_names_none(
    desk: Desk, retention: Retention, keeper: Keeper
) -> None:
    record = an_old_one(desk, "2021-03-08", title="Filed")
    file_it(keeper, record.id, b"%PDF-1.7 a survey", FileKind.PAPER)
    assert due(retention) == {Due.PAPERS: [("Filed", "2025-03-08")]}
    assert now(retention.dispose_papers([record.id])) == 1
    assert due(retention) == {}


def test_papers_that_are_filed_after_a_disposal_are_due_again(
    desk: Desk, retention: Retention, keeper: Keeper
) -> None:
    record = an_old_one(desk, "2021-03-08", background_papers=(Paper(text="Survey"),))
    now(retention.dispose_papers([record.id]))
    file_it(keeper, record.id, b"%PDF-1.7 a survey", FileKind.PAPER)
    assert list(due(retention)) == [Due.PAPERS]
    assert now(retention.dispose_papers([record.id])) == 1
    assert due(retention) == {}


def test_what_is_published_without_dates_of_call_in_is_told(
    desk: Desk, retention: Retention
) -> None:
    kept(desk, title="Undated", status="published", draft_list_published="2026-03-02")
    published(desk, "Dated", "2026-03-20")
    assert due(retention) == {Due.UNDATED: [("Undated", "2026-03-02")]}


def test_what_is_in_the_bin_is_not_due(desk: Desk, retention: Retention) -> None:
    record = an_old_one(desk)
    now(desk.bin(record.id))
    assert now(retention.tasks()) == ()


def test_disposal_deletes_the_record_and_leaves_a_row_in_the_journal(
    desk: Desk, retention: Retention, stating: Stating
) -> None:
    record = an_old_one(desk, title="Old quay", reference="MBC/20/7")
    assert now(retention.dispose([record.id])) == 1
    with pytest.raises(NotFound):
        now(desk.open(record.id))
    newest = now(stating.past(record.id)).entries[0]
    assert (newest.what, newest.words) == ("disposed", "Disposed of: MBC/20/7 · Old quay")


def test_nothing_is_disposed_of_early_and_none_of_several(desk: Desk, retention: Retention) -> None:
    old, young = an_old_one(desk), an_old_one(desk, "2020-03-07", title="Young")
    with pytest.raises(Problem, match="is kept until 7 March 2026"):
        now(retention.dispose([old.id, young.id]))
    undated = kept(desk, title="Undated", status="withdrawn", date_of_decision="").record
    with pytest.raises(Problem, match="does not say when it was decided"):
        now(retention.dispose([undated.id]))
    assert len(now(desk.all_ids())) == 3


@pytest.mark.parametrize(
    ("status", "why"),
    [
        ("draft", "is a draft"),
        ("ready", "waits for signature"),
        ("decided", "was decided and never published"),
        ("published", "nobody has confirmed"),
        ("called-in", "is called in"),
    ],
)
def test_what_is_not_over_is_kept_however_old_it_is(
    desk: Desk, retention: Retention, status: str, why: str
) -> None:
    old, open_one = an_old_one(desk), an_old_one(desk, "2001-03-06", status=status)
    with pytest.raises(Problem, match=why):
        now(retention.dispose([old.id, open_one.id]))
    with pytest.raises(Problem, match=why):
        now(retention.dispose_papers([open_one.id]))
    assert len(now(desk.all_ids())) == 2
    listed = {task.record_id for tasks in now(retention.tasks()) for task in tasks.first
              if tasks.due in (Due.RETENTION, Due.PAPERS)}  # fmt: skip
    assert listed == {old.id}


def test_background_papers_go_alone_and_are_not_due_again(desk: Desk, retention: Retention) -> None:
    record = an_old_one(desk, "2021-03-08", background_papers=(Paper(text="Survey"),))
    assert list(due(retention)) == [Due.PAPERS]
    assert now(retention.dispose_papers([record.id])) == 0
    assert due(retention) == {}
    assert now(desk.open(record.id)).record == record


def test_a_task_tells_which_record_it_is(desk: Desk, retention: Retention) -> None:
    record = an_old_one(desk, reference="MBC/20/7")
    (tasks,) = now(retention.tasks())
    assert tasks.first == (
        Task(
            due=Due.RETENTION,
            record_id=record.id,
            title=record.title,
            reference="MBC/20/7",
            decision_maker=record.decision_maker,
            day="2026-03-06",
        ),
    )
