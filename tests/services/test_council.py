"""What is changed of a council's customs is told in the journal."""

from dataclasses import replace

from sendapp.domain.journal import Entry, What
from sendapp.domain.profile import CallInRule, Profile
from sendapp.services.council import CouncilSettings
from sendapp.services.desk import Desk
from sendapp.storage.keeper import Keeper
from tests.services.conftest import now


def journal(keeper: Keeper) -> list[Entry]:
    return now(keeper.run(lambda stores: stores.journal.listing("")))


def test_a_changed_rule_is_a_row_of_the_journal(desk: Desk, keeper: Keeper) -> None:
    rule = CallInRule(days=5, clear=True)
    now(desk.keep_settings(CouncilSettings(profile=Profile(call_in=rule))))
    (entry,) = journal(keeper)
    assert (entry.what, entry.record_id) == (What.PROFILE, "")
    assert entry.words == "Call-in rule changed: 5 clear working days (was 3 working days)"
    assert entry.details == {"changes": [entry.words]}


def test_several_changes_are_one_row_with_all_of_them(desk: Desk, keeper: Keeper) -> None:
    after = CouncilSettings(council="Wexley", profile=Profile(papers_years=5), words=("parklet",))
    now(desk.keep_settings(after))
    (entry,) = journal(keeper)
    assert entry.words == "Council’s name changed: Wexley (was none), and 2 more changes"
    changes = entry.details["changes"]
    assert isinstance(changes, list)
    assert len(changes) == 3


def test_what_is_nobody_else_s_business_is_no_row(desk: Desk, keeper: Keeper) -> None:
    mine = CouncilSettings(my_name="Ama Boateng", export_folder="/home/ama")
    now(desk.keep_settings(mine))
    now(desk.keep_settings(mine))
    assert journal(keeper) == []
    assert now(desk.settings()) == mine


def test_a_long_change_is_cut_in_the_row_and_whole_in_its_details(
    desk: Desk, keeper: Keeper
) -> None:
    now(desk.keep_settings(CouncilSettings(council="W" * 1_000)))
    now(desk.keep_settings(replace(CouncilSettings(), council="Wexley")))
    newest, first = journal(keeper)
    assert newest.words.startswith("Council’s name changed: Wexley (was WWW")
    assert len(first.words) < 310
    assert "W" * 1_000 in str(first.details["changes"])
