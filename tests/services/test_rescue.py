"""What could not be saved: side files, kept until their text is, and offered."""

from dataclasses import replace
from pathlib import Path

import pytest

from sendapp.errors import Problem
from sendapp.paths import Paths
from sendapp.services.desk import Desk
from sendapp.storage.keeper import Keeper
from tests.factory import a_full_record, a_record

from .conftest import kept, now


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


def test_a_side_file_of_a_record_that_has_moved_on_comes_back_as_a_draft_of_its_own(
    desk: Desk,
) -> None:
    record = kept(desk, title="Kept", status="implementable").record
    other = kept(desk, title="Other", status="implementable").record
    desk.rescue(replace(record, status="decided", notes="Not saved"), {})
    desk.rescue(replace(other, notes="Only a note"), {})
    moved, noted = now(desk.rescued())
    assert (moved.moved_on, noted.moved_on) == (True, False)
    with pytest.raises(Problem):
        now(desk.bring_back(moved))
    stored = now(desk.bring_back(moved, as_new=True))
    assert (stored.record.status, stored.record.notes) == ("draft", "Not saved")
    assert not stored.sealed
    assert now(desk.bring_back(noted)).record.notes == "Only a note"


def test_a_side_file_with_other_words_than_were_decided_does_not_come_in_their_place(
    desk: Desk,
) -> None:
    record = kept(desk, title="Kept", status="implementable").record
    desk.rescue(replace(record, title="Other"), {})
    (rescued,) = now(desk.rescued())
    assert rescued.moved_on
    with pytest.raises(Problem, match="has been made"):
        now(desk.bring_back(rescued))


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
