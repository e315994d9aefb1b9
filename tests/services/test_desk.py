"""The officer's verbs, on a real records file."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from sendapp.domain.interchange import from_json, to_json
from sendapp.domain.record import DecisionRecord
from sendapp.errors import Changed, NotFound, Problem
from sendapp.paths import Paths
from sendapp.services.copying import without_facts
from sendapp.services.council import CouncilSettings, Post
from sendapp.services.desk import Desk, Query, Sort, Suggestion
from sendapp.services.exchange import IfPresent, Outcome
from sendapp.services.record_types import load_kinds
from sendapp.storage.backups import Backup, Backups
from sendapp.storage.keeper import Keeper
from sendapp.storage.records import RecordStore
from tests.factory import a_full_record, a_record
from tests.storage.bulk import without_guard

from .conftest import kept, now


def _backups(keeper: Keeper) -> list[Backup]:
    return now(keeper.run(lambda stores: stores.backups.listing()))


def test_a_new_record_is_kept_at_once_with_the_councils_name(desk: Desk) -> None:
    now(desk.keep_settings(CouncilSettings(council="Marlhaven Borough Council")))
    stored = now(desk.create("cabinet-member"))
    assert stored.record.council == "Marlhaven Borough Council"
    assert stored.record.status == "draft"
    assert now(desk.open(stored.record.id)) == stored


def test_what_is_saved_is_found_again(desk: Desk) -> None:
    record = a_full_record()
    now(desk.take_in(record))
    saved = now(desk.save(record, {"date_of_decision": "next Tuesday"}))
    stored = now(desk.open(record.id))
    assert stored.record == record
    assert stored.typed == {"date_of_decision": "next Tuesday"}
    assert stored.saved == saved.at


def test_a_save_does_not_bring_back_what_was_deleted(desk: Desk) -> None:
    record = kept(desk).record
    now(desk.bin(record.id))
    now(desk.empty_bin())
    with pytest.raises(NotFound, match="not here any more"):
        now(desk.save(record, {}))


def test_a_save_does_not_write_over_what_was_changed_elsewhere(desk: Desk) -> None:
    stored = kept(desk)
    theirs = replace(stored.record, title="Theirs")
    now(desk.save(theirs, {}, stored.hash))
    with pytest.raises(Changed):
        now(desk.save(replace(stored.record, title="Ours"), {}, stored.hash))
    assert now(desk.open(theirs.id)).record == theirs


def test_a_record_that_is_not_there_is_a_problem(desk: Desk) -> None:
    with pytest.raises(NotFound, match="not here any more"):
        now(desk.open(a_record().id))


def test_the_register_counts_filters_finds_and_sorts(desk: Desk) -> None:
    kept(desk, title="Beta", status="draft", notes="about otters")
    kept(desk, title="Alpha", status="ready")
    listing = now(desk.register(Query(sort=Sort.TITLE)))
    assert [summary.title for summary in listing.summaries] == ["Alpha", "Beta"]
    counts = listing.counts
    assert (counts["draft"], counts["ready"], counts["published"]) == (1, 1, 0)
    assert (listing.total, listing.binned) == (2, 0)
    assert [s.title for s in now(desk.register(Query(status="ready"))).summaries] == ["Alpha"]
    found = now(desk.register(Query(words="otters")))
    assert [s.title for s in found.summaries] == ["Beta"]
    assert found.total == 1


def test_the_bin_takes_and_gives_back_until_it_is_emptied(desk: Desk) -> None:
    one, other = kept(desk).record, kept(desk).record
    now(desk.bin(one.id))
    listing = now(desk.register())
    assert [s.id for s in listing.summaries] == [other.id]
    assert listing.binned == 1
    assert [s.id for s in now(desk.register(Query(in_bin=True))).summaries] == [one.id]
    now(desk.unbin(one.id))
    assert now(desk.register()).total == 2
    now(desk.bin(one.id))
    assert now(desk.empty_bin()) == 1
    with pytest.raises(NotFound):
        now(desk.open(one.id))


def test_the_bin_is_counted_without_being_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for record in (kept(desk).record, kept(desk).record):
        now(desk.bin(record.id))
    kept(desk, notes="about otters")
    monkeypatch.setattr(RecordStore, "binned", lambda _: pytest.fail("the bin was read"))
    assert now(desk.register(Query(words="otters"))).binned == 2


def test_a_copy_has_the_words_without_the_facts(desk: Desk) -> None:
    record = a_full_record(unknown='{"clearance":"legal"}')
    copy = now(desk.start_from(record)).record
    assert copy.id != record.id
    assert (copy.status, copy.reference, copy.date_of_decision) == ("draft", "", "")
    assert (copy.urgency, copy.conflicts, copy.conflicts_declared) == ((), (), "")
    assert (copy.notes, copy.unknown) == ("", "")
    assert (copy.title, copy.reasons, copy.options) == (
        record.title,
        record.reasons,
        record.options,
    )
    assert now(desk.register()).total == 1


def test_the_rows_of_a_copy_are_rows_of_its_own() -> None:
    record = a_full_record()
    copy = without_facts(record)
    assert not {row.key for row in copy.reasons} & {row.key for row in record.reasons}


def test_posts_are_suggested_from_records_and_settings(desk: Desk) -> None:
    leader = Post("Leader", "Councillor Iris Vane")
    streets = Post("Cabinet Member for Streets", "Councillor New Holder")
    now(desk.keep_settings(CouncilSettings(posts=(leader, streets))))
    kept(desk, decision_maker_name="Councillor Old Holder", decision_lead_in="It was agreed")
    kept(desk, decision_maker="Mayor (elected)", decision_lead_in="", decision_maker_name="")
    assert now(desk.posts()) == (
        Suggestion("Mayor (elected)"),
        Suggestion(streets.title, "Councillor Old Holder", "It was agreed", (streets,)),
        Suggestion("Leader", terms=(leader,)),
    )


def test_a_copy_names_who_holds_the_post_today(desk: Desk) -> None:
    record = a_full_record()
    now_in_post = Post(record.decision_maker, "Councillor Now", since="2000-01-02")
    long_gone = Post(record.decision_maker, "Councillor Gone", until="2000-01-01")
    now(desk.keep_settings(CouncilSettings(posts=(now_in_post, long_gone))))
    assert now(desk.start_from(record)).record.decision_maker_name == "Councillor Now"


def test_settings_are_kept_tidy(desk: Desk) -> None:
    assert now(desk.settings()) == CouncilSettings()
    wanted = CouncilSettings(council="  Marlhaven\n", posts=(Post(" Leader ", ""), Post(" ", "x")))
    tidied = CouncilSettings(council="Marlhaven", posts=(Post("Leader"),))
    assert now(desk.keep_settings(wanted)) == tidied
    assert now(desk.settings()) == tidied


def test_posts_kept_by_an_older_version_are_read(desk: Desk, keeper: Keeper) -> None:
    old = [{"title": "Leader", "holder": "Iris Vane"}, {"holder": "x"}, "junk", {"title": 3}]
    now(keeper.run(lambda stores: stores.settings.put("posts", old)))
    assert now(desk.settings()).posts == (Post("Leader", "Iris Vane"),)


def test_a_post_is_kept_with_its_time(desk: Desk) -> None:
    first = Post("Leader", "Iris Vane", "Finance", "The Leader agrees", "2023-05-16", "2025-05-19")
    second = Post("Leader", "Asha Pell", since="2025-05-20")
    wanted = CouncilSettings(posts=(first, second, Post("Mayor", since="someday")))
    assert now(desk.keep_settings(wanted)).posts == (first, second, Post("Mayor"))


def test_settings_are_kept_all_or_none(desk: Desk, keeper: Keeper) -> None:
    now(desk.keep_settings(CouncilSettings(council="Before", my_name="Ann")))
    refuse = (
        "create temp trigger refuse before update on settings when new.name = 'my_name'"
        " begin select raise(abort, 'refused'); end"
    )
    now(keeper.run(lambda stores: without_guard(stores.db).execute(refuse)))
    with pytest.raises(sqlite3.IntegrityError):
        now(desk.keep_settings(CouncilSettings(council="After", my_name="Ben")))
    assert now(desk.settings()) == CouncilSettings(council="Before", my_name="Ann")


def test_settings_that_are_not_ours_are_at_their_defaults(desk: Desk, keeper: Keeper) -> None:
    now(keeper.run(lambda stores: stores.settings.put("council", 4)))
    now(keeper.run(lambda stores: stores.settings.put("posts", [{"title": 7}, "y"])))
    assert now(desk.settings()) == CouncilSettings()


def test_a_second_place_for_backups_is_used_from_then_on(
    desk: Desk, keeper: Keeper, tmp_path: Path
) -> None:
    second = tmp_path / "second"
    second.mkdir()
    now(desk.keep_settings(CouncilSettings(second_backup_folder=str(second))))
    kept(desk)
    now(keeper.backup_now("test"))
    (own,) = second.iterdir()
    assert {path.name for path in own.iterdir()} & {b.path.name for b in _backups(keeper)}


def test_a_records_file_gets_its_id_at_the_first_opening(desk: Desk, keeper: Keeper) -> None:
    now(desk.settings())
    assert now(keeper.run(lambda stores: stores.settings.get("records_id")))


def test_a_record_from_outside_is_added_once(desk: Desk) -> None:
    record = a_record()
    assert now(desk.take_in(record)).outcome is Outcome.ADDED
    assert now(desk.take_in(record)).outcome is Outcome.SAME


@pytest.mark.parametrize(
    ("choice", "outcome", "titles"),
    [
        (IfPresent.ASK, Outcome.ASKED, {"Here"}),
        (IfPresent.KEEP, Outcome.KEPT, {"Here"}),
        (IfPresent.REPLACE, Outcome.REPLACED, {"Comes"}),
        (IfPresent.BOTH, Outcome.BOTH, {"Here", "Comes"}),
    ],
)
def test_a_record_that_is_here_already_is_dealt_with_as_chosen(
    desk: Desk, choice: IfPresent, outcome: Outcome, titles: set[str]
) -> None:
    here = kept(desk, title="Here").record
    taken = now(desk.take_in(replace(here, title="Comes"), choice))
    assert taken.outcome is outcome
    assert {s.title for s in now(desk.register()).summaries} == titles
    assert (taken.id != here.id) == (choice is IfPresent.BOTH)


def test_nothing_is_put_in_the_place_of_what_was_decided(desk: Desk) -> None:
    here = kept(desk, title="Here", status="implementable").record
    comes = replace(here, title="Comes")
    asked = now(desk.take_in(comes))
    assert (asked.outcome, asked.stays) == (Outcome.ASKED, True)
    with pytest.raises(Problem, match="has been decided"):
        now(desk.take_in(comes, IfPresent.REPLACE))
    assert now(desk.open(here.id)).record == here
    # As it comes from a file: the same words in rows of other keys.
    noted = from_json(to_json(replace(here, notes="To the press")))
    assert not now(desk.take_in(noted)).stays
    assert now(desk.take_in(noted, IfPresent.REPLACE)).outcome is Outcome.REPLACED
    assert now(desk.open(here.id)).record == noted


def test_a_draft_that_was_decided_elsewhere_is_sealed_in_its_place(
    desk: Desk, keeper: Keeper
) -> None:
    here = kept(desk, title="Here", status="draft").record
    decided = replace(here, title="Comes", status="decided")
    assert now(desk.take_in(decided, IfPresent.REPLACE)).outcome is Outcome.REPLACED
    stored = now(desk.open(here.id))
    assert (stored.record, stored.sealed) == (decided, True)
    (entry,) = now(keeper.run(lambda stores: stores.journal.listing(here.id)))
    assert entry.words == "Imported in its place as it stands: Decided"
    assert (entry.status_before, entry.status_after) == ("draft", "decided")


def test_what_comes_in_again_comes_out_of_the_bin(desk: Desk) -> None:
    record = kept(desk).record
    for comes, choice in ((record, IfPresent.ASK), (replace(record, title="x"), IfPresent.REPLACE)):
        now(desk.bin(record.id))
        now(desk.take_in(comes, choice))
        assert now(desk.register()).total == 1


def test_a_records_file_that_cannot_be_opened_is_told_by_every_verb(paths: Paths) -> None:
    paths.data.mkdir()
    paths.database.write_bytes(b"no database" * 100)
    keeper = Keeper(paths.database, Backups(paths.backups))
    desk = Desk(keeper, (paths.rescued,))
    for asked in (desk.register(), desk.create("cabinet-member"), desk.settings()):
        with pytest.raises(Problem, match="not a records file"):
            now(asked)
    assert isinstance(desk.rescue(DecisionRecord(), {}), Path)
    keeper.close()


def test_a_new_record_and_one_from_an_older_start_with_what_their_kind_fills_in(desk: Desk) -> None:
    starts = load_kinds()["officer-non-executive"].type.starts
    new = now(desk.create("officer-non-executive", starts)).record
    assert (new.key_decision, new.call_in_applies) == ("no", "no")
    old = a_record(record_type="officer-non-executive", key_decision="yes")
    copy = now(desk.start_from(old, starts)).record
    assert (copy.key_decision, copy.call_in_applies) == ("no", "no")
    assert (
        now(desk.create("cabinet", load_kinds()["cabinet"].type.starts)).record.key_decision == ""
    )
