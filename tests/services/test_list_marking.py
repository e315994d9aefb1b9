"""Records marked with their list: with what call-in, when it is too late, and as it was seen."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime

import pytest

from sendapp.domain.listing.kinds import ListKind
from sendapp.domain.profile import CallInRule, CountedFrom, InForce, Profile
from sendapp.services.desk import Desk
from sendapp.services.lists import Lists
from sendapp.services.record_types import TypeOnPaper, load_kinds
from sendapp.storage.keeper import Keeper
from tests.services.conftest import now
from tests.services.test_lists import DAY, decided, lists_at


@pytest.fixture
def lists(keeper: Keeper) -> Iterator[Lists]:
    """The lists as they are made on 6 March 2026."""
    with closing(lists_at(keeper, datetime(2026, 3, 6, 9, 30))) as lists:
        yield lists


# By the calendar: Friday 6 March counts Monday to Wednesday, after its cut-off Tuesday to Thursday.
@pytest.mark.parametrize(
    ("moment", "day", "ends", "in_force"),
    [
        pytest.param("2026-03-06T16:59", "2026-03-06", "2026-03-11", "2026-03-12", id="before"),
        pytest.param("2026-03-06T17:00", "2026-03-06", "2026-03-11", "2026-03-12", id="on it"),
        pytest.param("2026-03-06T17:01", "2026-03-06", "2026-03-12", "2026-03-13", id="after"),
        pytest.param("2026-03-09T09:30", "2026-03-06", "2026-03-12", "2026-03-13", id="past"),
        pytest.param("2026-03-05T09:30", "2026-03-06", "2026-03-12", "2026-03-13", id="ahead"),
    ],
)
def test_with_a_cut_off_no_list_takes_a_day_from_members(
    desk: Desk, keeper: Keeper, moment: str, day: str, ends: str, in_force: str
) -> None:
    rule = CallInRule(days=3, cut_off="17:00", in_force=InForce.NEXT_WORKING)
    now(desk.keep_settings(replace(now(desk.settings()), profile=Profile(call_in=rule))))
    record = decided(desk)
    with closing(lists_at(keeper, datetime.fromisoformat(moment))) as lists:
        marked = now(lists.mark(ListKind.DRAFT, [record.id], day, {}))
    assert marked.refused == ()
    after = marked.stored[0].record
    assert (after.draft_list_published, after.call_in_ends, after.in_force_on) == (
        day,
        ends,
        in_force,
    )
    assert after.call_in_reason == ""


def test_without_a_cut_off_a_list_of_another_day_counts_no_longer(
    desk: Desk, keeper: Keeper
) -> None:
    record = decided(desk)
    with closing(lists_at(keeper, datetime(2026, 3, 9, 23, 59))) as lists:
        [stored] = now(lists.mark(ListKind.DRAFT, [record.id], "2026-03-06", {})).stored
    assert stored.record.call_in_ends == "2026-03-11"


def test_no_list_publishes_what_nobody_could_call_in_any_more(desk: Desk, keeper: Keeper) -> None:
    told = (
        "Late: Call-in would have ended on 4 March 2026, before it was marked here. Use Publish… "
        "in the record, if it was published then."
    )
    late = decided(desk, title="Late", date_of_decision="2026-02-02")
    free = decided(desk, title="Free", date_of_decision="2026-02-02", call_in_applies="no")
    with closing(lists_at(keeper, datetime(2026, 3, 20, 9, 30))) as lists:
        marked = now(lists.mark(ListKind.DRAFT, [late.id, free.id], "2026-02-28", {}))
    assert marked.refused == (told,)
    assert [stored.record.title for stored in marked.stored] == ["Free"]
    assert now(desk.open(late.id)).record == late
    # On the last day of its call-in members still have that day.
    with closing(lists_at(keeper, datetime(2026, 3, 4, 9, 30))) as lists:
        [stored] = now(lists.mark(ListKind.DRAFT, [late.id], "2026-02-28", {})).stored
    assert stored.record.call_in_ends == "2026-03-04"


def test_a_kind_of_the_councils_own_without_call_in_gets_no_dates_of_it(
    desk: Desk, keeper: Keeper
) -> None:
    shipped = load_kinds()["cabinet-member"]
    own = replace(shipped.type, name="grants-panel", duties="officer-non-executive")
    record = decided(desk, record_type="grants-panel")
    kinds = {"grants-panel": TypeOnPaper(own, shipped.template)}
    with closing(lists_at(keeper, datetime(2026, 3, 6, 9, 30), **kinds)) as lists:
        [stored] = now(lists.mark(ListKind.DRAFT, [record.id], "2026-03-06", {})).stored
    after = stored.record
    assert (after.status, after.draft_list_published) == ("implementable", "2026-03-06")
    assert (after.call_in_ends, after.in_force_on) == ("", "")


def test_days_that_cannot_be_counted_keep_no_other_record_back(desk: Desk, lists: Lists) -> None:
    rule = CallInRule(counted_from=CountedFrom.DECISION)
    now(desk.keep_settings(replace(now(desk.settings()), profile=Profile(call_in=rule))))
    endless = decided(desk, title="Endless", date_of_decision="9999-12-31")
    whole = decided(desk, title="Whole", date_of_decision="2026-03-05")
    marked = now(lists.mark(ListKind.DRAFT, [endless.id, whole.id], "2026-03-06", {}))
    assert [stored.record.title for stored in marked.stored] == ["Whole"]
    [told] = marked.refused
    assert told.startswith("Endless: The days of call-in after Fri 31 Dec 9999 run past the end")


def test_what_is_kept_is_marked_only_as_the_officer_sees_it(desk: Desk, lists: Lists) -> None:
    waits = decided(desk, title="Waits")
    free = decided(desk, title="Free", status="implementable", draft_list_published="2026-03-02")
    whole = decided(desk, title="Whole")
    told = "What is kept of this record is not what is shown here, so this was not done."
    for kind, record in ((ListKind.DRAFT, waits), (ListKind.CONFIRMED, free)):
        unsaved = replace(record, notes="Typed, and not saved.")
        marked = now(lists.mark(kind, [record.id], DAY, {record.id: (unsaved, {})}))
        assert marked.refused == (f"{record.title}: {told}",)
        assert now(desk.open(record.id)).record == record
    seen = {waits.id: (waits, {"notice_published": "spring"})}
    marked = now(lists.mark(ListKind.DRAFT, [waits.id, whole.id], DAY, seen))
    assert [stored.record.status for stored in marked.stored] == ["published", "published"]
    assert now(desk.open(waits.id)).typed == {"notice_published": "spring"}
