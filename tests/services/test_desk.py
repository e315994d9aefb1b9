"""The officer's verbs, on a real records file."""

from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from sendapp.domain.record import DecisionRecord
from sendapp.errors import Changed, NotFound, Problem
from sendapp.paths import Paths
from sendapp.services.council import CouncilSettings, Post
from sendapp.services.desk import Desk, Query, Sort, Stored, Suggestion, without_facts
from sendapp.services.exchange import IfPresent, Outcome
from sendapp.storage.backups import Backup, Backups
from sendapp.storage.keeper import Keeper
from tests.factory import a_full_record, a_record

T = TypeVar("T")


def _backups(keeper: Keeper) -> list[Backup]:
    return now(keeper.run(lambda stores: stores.backups.listing()))


def now(future: "Future[T]") -> T:
    return future.result(timeout=20)


def kept(desk: Desk, **what_matters: object) -> Stored:
    record = a_record(**what_matters)
    now(desk.take_in(record))
    return now(desk.open(record.id))


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
    kept(desk, title="Alpha", status="published")
    listing = now(desk.register(Query(sort=Sort.TITLE)))
    assert [summary.title for summary in listing.summaries] == ["Alpha", "Beta"]
    assert (listing.counts["draft"], listing.counts["published"], listing.counts["ready"]) == (
        1,
        1,
        0,
    )
    assert (listing.total, listing.binned) == (2, 0)
    assert [s.title for s in now(desk.register(Query(status="published"))).summaries] == ["Alpha"]
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
    now(desk.keep_settings(CouncilSettings(posts=(
        Post("Leader", "Councillor Iris Vane"),
        Post("Cabinet Member for Streets", "Councillor New Holder"),
    ))))  # fmt: skip
    kept(desk, decision_maker_name="Councillor Old Holder", decision_lead_in="It was agreed")
    kept(desk, decision_maker="Mayor (elected)", decision_lead_in="", decision_maker_name="")
    assert now(desk.posts()) == (
        Suggestion("Mayor (elected)", "", "The Mayor approves"),
        Suggestion("Cabinet Member for Streets", "Councillor New Holder", "It was agreed"),
        Suggestion("Leader", "Councillor Iris Vane", "The Leader approves"),
    )


def test_settings_are_kept_tidy(desk: Desk) -> None:
    assert now(desk.settings()) == CouncilSettings()
    wanted = CouncilSettings(council="  Marlhaven\n", posts=(Post(" Leader ", ""), Post(" ", "x")))
    tidied = CouncilSettings(council="Marlhaven", posts=(Post("Leader"),))
    assert now(desk.keep_settings(wanted)) == tidied
    assert now(desk.settings()) == tidied


def test_settings_that_are_not_ours_are_at_their_defaults(desk: Desk, keeper: Keeper) -> None:
    now(keeper.run(lambda stores: stores.settings.put("council", 4)))
    now(keeper.run(lambda stores: stores.settings.put("posts", [{"title": "x"}, "y"])))
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


def test_what_comes_in_again_comes_out_of_the_bin(desk: Desk) -> None:
    record = kept(desk).record
    for comes, choice in ((record, IfPresent.ASK), (replace(record, title="x"), IfPresent.REPLACE)):
        now(desk.bin(record.id))
        now(desk.take_in(comes, choice))
        assert now(desk.register()).total == 1


def test_a_side_file_is_offered_until_its_text_is_kept(desk: Desk) -> None:
    record = a_full_record()
    desk.rescue(record, {"notice_published": "soon"})
    (rescued,) = now(desk.rescued())
    assert (rescued.record, rescued.typed) == (record, {"notice_published": "soon"})
    stored = now(desk.bring_back(rescued))
    assert (stored.record, stored.typed) == (record, {"notice_published": "soon"})
    assert now(desk.rescued()) == ()


def test_a_side_file_tells_what_is_kept_in_its_place(desk: Desk, keeper: Keeper) -> None:
    desk.rescue(a_record(title="Never kept"), {})
    record = kept(desk, title="Kept").record
    desk.rescue(replace(record, title="Typed after"), {})
    (never, after) = now(desk.rescued())
    assert (never.stored_at, never.stored_is_newer) == ("", False)
    assert (after.stored_at, after.stored_is_newer) == (now(desk.open(record.id)).saved, False)
    saved = now(desk.save(replace(record, title="Saved later"), {}))
    (_, after) = now(desk.rescued())
    assert (after.stored_at, after.stored_is_newer) == (saved.at, True)
    damage = "update records set title = 'Hill Lane'"
    now(keeper.run(lambda stores: stores.db.execute(damage)))
    assert [rescued.stored_at for rescued in now(desk.rescued())] == ["", ""]


def test_a_side_file_may_be_brought_back_beside_what_is_kept(desk: Desk) -> None:
    record = kept(desk, title="Kept").record
    desk.rescue(replace(record, notes="Not saved"), {"notice_published": "soon"})
    (rescued,) = now(desk.rescued())
    stored = now(desk.bring_back(rescued, as_new=True))
    assert stored.record == replace(rescued.record, id=stored.record.id)
    assert stored.typed == {"notice_published": "soon"}
    assert now(desk.open(record.id)).record == record != stored.record
    assert now(desk.rescued()) == ()
    assert now(desk.register()).total == 2


def test_a_side_file_of_a_deleted_record_brings_it_back(desk: Desk) -> None:
    record = kept(desk).record
    desk.rescue(replace(record, title="Not saved"), {})
    now(desk.bin(record.id))
    now(desk.empty_bin())
    (rescued,) = now(desk.rescued())
    assert now(desk.bring_back(rescued)).record.title == "Not saved"


def test_a_save_of_its_text_does_away_with_the_side_file(desk: Desk, paths: Paths) -> None:
    record = kept(desk).record
    later = replace(record, title="Later")
    desk.rescue(record, {})
    desk.rescue(later, {"notice_published": "soon"})
    assert len(list(paths.rescued.iterdir())) == 1
    now(desk.save(later, {"notice_published": "sooner"}))
    now(desk.save(replace(record, title="Another"), {"notice_published": "soon"}))
    assert len(list(paths.rescued.iterdir())) == 1
    now(desk.save(later, {"notice_published": "soon"}))
    assert list(paths.rescued.iterdir()) == []


def test_opening_a_record_again_leaves_its_side_file_to_be_offered(desk: Desk) -> None:
    record = kept(desk).record
    desk.rescue(replace(record, title="Not saved"), {})
    opened = now(desk.open(record.id))
    now(desk.save(replace(opened.record, notes="Typed later"), {}))
    desk.rescue(replace(opened.record, notes="Not saved either"), {})
    titles = {(one.record.title, one.record.notes) for one in now(desk.rescued())}
    assert titles == {("Not saved", record.notes), (record.title, "Not saved either")}


def test_a_save_asked_for_before_a_rescue_leaves_the_side_file(desk: Desk, keeper: Keeper) -> None:
    record = kept(desk).record
    saving = desk.save(record, {})
    desk.rescue(replace(record, title="Later"), {})
    now(saving)
    (rescued,) = now(desk.rescued())
    assert rescued.record.title == "Later"


def test_a_side_file_that_says_nothing_new_is_not_offered(desk: Desk, paths: Paths) -> None:
    record = kept(desk).record
    desk.rescue(record, {})
    assert now(desk.rescued()) == ()
    assert list(paths.rescued.iterdir()) == []


def test_a_side_file_may_be_discarded(desk: Desk) -> None:
    desk.rescue(a_record(), {})
    (rescued,) = now(desk.rescued())
    desk.discard(rescued)
    assert now(desk.rescued()) == ()


def test_a_side_file_goes_elsewhere_where_the_data_folder_takes_none(
    desk: Desk, paths: Paths, tmp_path: Path
) -> None:
    paths.data.mkdir(exist_ok=True)
    paths.rescued.write_text("a file in the way")
    path = desk.rescue(a_record(), {})
    assert path.parent == tmp_path / "elsewhere"
    assert len(now(desk.rescued())) == 1


def test_a_side_file_that_no_folder_takes_is_a_problem(keeper: Keeper, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    desk = Desk(keeper, (tmp_path / "file", tmp_path / "file"))
    with pytest.raises(Problem, match=r"is a file, not a folder|not in a folder"):
        desk.rescue(a_record(), {})


def test_other_files_among_the_side_files_are_left_alone(desk: Desk, paths: Paths) -> None:
    paths.rescued.mkdir(parents=True, exist_ok=True)
    for name, text in {
        "a.json": "{",
        "b.json": "[]",
        "c.json": '{"format": "x"}',
        "d.txt": "",
    }.items():
        (paths.rescued / name).write_text(text)
    assert now(desk.rescued()) == ()
    assert len(list(paths.rescued.iterdir())) == 4


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
