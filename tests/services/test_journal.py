"""The whole journal as it is read and saved: by slices, with what is disposed of, and told."""

import csv
import io
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from sendapp.domain.journal import Deed, What
from sendapp.domain.journal_lines import JournalAsked, JournalLine, Kept
from sendapp.errors import Problem
from sendapp.services import journal as room
from sendapp.services.desk import Desk
from sendapp.services.journal import SLICE, Journal, journal_file_name
from sendapp.services.record_types import load_kinds
from sendapp.services.retention import Retention
from sendapp.storage.keeper import Keeper
from tests.services.conftest import kept, now

HEADINGS = [
    *("Row", "Day", "Time", "Done by", "As the computer calls them", "What was done"),
    *("Record", "The record is", "The record’s identity"),
]


@pytest.fixture
def journal(keeper: Keeper) -> Iterator[Journal]:
    with closing(Journal(keeper)) as journal:
        yield journal


def enters(keeper: Keeper, words: str, record_id: str = "", what: What = What.PDF) -> None:
    enters_deed(keeper, Deed(what=what, words=words, record_id=record_id))


def enters_deed(keeper: Keeper, *deeds: Deed) -> None:
    now(keeper.run(lambda stores: [stores.journal.add(d, stores.records.by()) for d in deeds]))


def lines(journal: Journal, **asked: str) -> tuple[JournalLine, ...]:
    return now(journal.first(JournalAsked(**asked))).lines


def saved(journal: Journal, path: Path, **asked: str) -> list[list[str]]:
    count = now(journal.save(JournalAsked(**asked), path))
    table = list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))
    assert len(table) == count + 1
    return table


def test_what_belongs_to_no_record_is_read(journal: Journal, keeper: Keeper) -> None:
    enters(keeper, "Draft Decision List made", what=What.LISTED)
    [line] = lines(journal)
    assert (line.entry.words, line.kept) == ("Draft Decision List made", Kept.NONE)


def test_a_disposal_after_retention_is_read(journal: Journal, keeper: Keeper, desk: Desk) -> None:
    record = kept(
        desk,
        title="The old mill",
        reference="WBC/3",
        status="implementable",
        date_of_decision="2015-03-02",
    ).record
    now(Retention(keeper, load_kinds, today=lambda: date(2026, 3, 6)).dispose([record.id]))
    line = lines(journal, words="disposed")[0]
    assert line.entry.words == "Disposed of: WBC/3 · The old mill"
    assert line.entry.user
    assert line.kept is Kept.GONE


def test_what_was_done_with_a_record_is_read_beside_it(
    journal: Journal, keeper: Keeper, desk: Desk
) -> None:
    record = kept(desk, title="The pier", reference="WBC/7").record
    enters(keeper, "Exported to PDF: pier.pdf", record.id)
    enters(keeper, "Draft Decision List made")
    first, second = lines(journal)
    assert (first.kept, second.kept) == (Kept.NONE, Kept.HERE)
    assert second.called == "WBC/7 · The pier"
    now(desk.bin(record.id))
    assert lines(journal)[1].kept is Kept.BINNED


def test_older_lines_follow_in_slices(journal: Journal, keeper: Keeper) -> None:
    enters_deed(keeper, *(Deed(what=What.PDF, words=f"row {n}") for n in range(SLICE + 3)))
    page = now(journal.first(JournalAsked()))
    assert (len(page.lines), page.total, page.of) == (SLICE, SLICE + 3, SLICE + 3)
    rest = now(journal.before(JournalAsked(), page.lines[-1].entry.number))
    assert [line.entry.words for line in rest] == ["row 2", "row 1", "row 0"]


def test_all_that_was_asked_for_is_saved_slice_by_slice(
    journal: Journal, keeper: Keeper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "_SLICE_OF_FILE", 2)
    for n in range(5):
        enters(keeper, f"row {n}")
    enters(keeper, "another")
    table = saved(journal, tmp_path / "j.csv", words="row")
    assert table[0] == HEADINGS
    assert [row[5] for row in table[1:]] == ["row 4", "row 3", "row 2", "row 1", "row 0"]


def test_the_table_names_records_and_makes_no_text_a_formula(
    journal: Journal, keeper: Keeper, desk: Desk, tmp_path: Path
) -> None:
    record = kept(desk, title="=1+1", reference="").record
    enters(keeper, '=HYPERLINK("x")', record.id)
    row = saved(journal, tmp_path / "j.csv")[1]
    assert row[5] == '\'=HYPERLINK("x")'
    assert row[6:] == ["'=1+1", "kept", record.id]
    assert row[1] == date.today().isoformat()


def test_the_table_has_every_change_of_the_settings(
    journal: Journal, keeper: Keeper, tmp_path: Path
) -> None:
    changes = [f"Closure day {n} added" for n in range(30)]
    deed = Deed(what=What.PROFILE, words="in short", details={"changes": changes})
    enters_deed(keeper, deed)
    assert saved(journal, tmp_path / "j.csv")[1][5].split("\n") == changes


def test_saving_is_a_row_itself_with_the_hash_of_the_file(
    journal: Journal, keeper: Keeper, tmp_path: Path
) -> None:
    enters(keeper, "row")
    path = tmp_path / "j.csv"
    saved(journal, path)
    newest = lines(journal)[0].entry
    assert newest.words == "Journal saved as j.csv, 1 line"
    assert newest.details["sha256"] == sha256(path.read_bytes()).hexdigest()


def test_what_cannot_be_written_is_no_row(journal: Journal, keeper: Keeper, tmp_path: Path) -> None:
    enters(keeper, "row")
    with pytest.raises(Problem):
        now(journal.save(JournalAsked(), tmp_path / "no folder" / "j.csv"))
    assert len(lines(journal)) == 1


def test_the_file_is_named_by_its_days() -> None:
    today = date(2026, 11, 27)
    assert journal_file_name(JournalAsked(), today) == "2026-11-27 Journal.csv"
    since = JournalAsked(since="2026-11-01")
    assert journal_file_name(since, today) == "2026-11-01 to 2026-11-27 Journal.csv"
    until = JournalAsked(until="2026-11-05")
    assert journal_file_name(until, today) == "2026-11-05 Journal.csv"
