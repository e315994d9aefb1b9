"""The files of lists, and the rows of the journal that tell of them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest

from sendapp.documents.jobs import Form
from sendapp.domain.journal import What
from sendapp.domain.listing.kinds import ListKind
from sendapp.errors import InputProblems, Problem
from sendapp.paths import Paths
from sendapp.services.desk import Desk
from sendapp.services.lists import Lists, name_for
from sendapp.storage.keeper import Keeper
from tests.documents.reading import Reader
from tests.services.conftest import kept, now
from tests.services.test_lists import DAY, DRAFT, REGISTER, decided, lists_at


@pytest.fixture
def lists(keeper: Keeper) -> Iterator[Lists]:
    """The lists as they are made on 6 March 2026."""
    with closing(lists_at(keeper, datetime(2026, 3, 6, 9, 30))) as lists:
        yield lists


def test_files_are_written_whole(desk: Desk, lists: Lists, tmp_path: Path) -> None:
    now(desk.keep_settings(replace(now(desk.settings()), council="Marlhaven Borough Council")))
    decided(desk, title="Out", status="published", draft_list_published=DAY)
    for asked, form in ((DRAFT, Form.WORD), (REGISTER, Form.CSV), (REGISTER, Form.EXCEL)):
        path = tmp_path / name_for(asked, form)
        assert now(lists.make(asked, form, path)) == path
    word = (tmp_path / "2026-03-03 Draft Decision List.docx").read_bytes()
    assert Reader(word).paragraphs()[:2] == [
        "Marlhaven Borough Council",
        "Draft Decision List published on 3 March 2026",
    ]
    assert (tmp_path / "2026-03-01 to 2026-03-31 Register of decisions.csv").is_file()
    assert (tmp_path / "2026-03-01 to 2026-03-31 Register of decisions.xlsx").is_file()


def test_a_list_that_was_begun_is_there_once_its_making_was_waited_for(
    desk: Desk, lists: Lists, tmp_path: Path
) -> None:
    record = decided(desk, title="Waits")
    marked = lists.mark(ListKind.DRAFT, [record.id], DAY, {})
    lists.make(DRAFT, Form.WORD, path := tmp_path / "a.docx", marked)
    lists.close()
    assert "Waits" in Reader(path.read_bytes()).paragraphs()
    assert now(desk.open(record.id)).record.status == "published"


def test_where_a_record_cannot_be_marked_no_list_is_made(
    desk: Desk, lists: Lists, tmp_path: Path
) -> None:
    record = kept(desk, title="Still a draft").record
    other = decided(desk, title="Stays marked")
    marked = lists.mark(ListKind.DRAFT, [record.id, other.id], DAY, {})
    making = lists.make(DRAFT, Form.WORD, tmp_path / "a.docx", marked)
    with pytest.raises(InputProblems, match="one record could not be marked") as found:
        now(making)
    assert found.value.problems[0].startswith("Still a draft: ")
    assert found.value.hint.endswith(
        "One record is marked with its day already: make the list again, so that it is told."
    )
    assert not (tmp_path / "a.docx").exists()
    assert now(desk.open(other.id)).record.status == "published"
    again = now(lists.make(DRAFT, Form.WORD, tmp_path / "a.docx"))
    assert "Stays marked" in Reader(again.read_bytes()).paragraphs()


def test_what_is_marked_for_a_list_that_fails_is_told(
    desk: Desk, lists: Lists, tmp_path: Path
) -> None:
    ids = [decided(desk, title=title).id for title in ("One", "Two")]
    gone = tmp_path / "gone" / "a.pdf"
    with pytest.raises(Problem) as found:
        now(lists.make(DRAFT, Form.PDF, gone, lists.mark(ListKind.DRAFT, ids, DAY, {})))
    assert "2 records are marked with its day already" in found.value.hint
    with pytest.raises(Problem) as found:
        now(lists.make(DRAFT, Form.PDF, gone))
    assert "marked" not in found.value.hint


def test_a_list_that_is_made_is_a_row_of_the_journal(
    desk: Desk, keeper: Keeper, lists: Lists, tmp_path: Path
) -> None:
    decided(desk, title="Out", status="published", draft_list_published=DAY)
    now(lists.mark(ListKind.DRAFT, [decided(desk, title="New").id], DAY, {}))
    path = now(lists.make(DRAFT, Form.WORD, tmp_path / "3 March.docx"))
    (row,) = now(keeper.run(lambda stores: stores.journal.listing("")))
    assert row.what == What.LISTED
    assert row.words == (
        "Draft Decision List published on 3 March 2026 made, 2 decisions; exported as 3 March.docx"
    )
    assert row.details == {
        "list": "draft",
        "from": DAY,
        "to": DAY,
        "decisions": 2,
        "sha256": sha256(path.read_bytes()).hexdigest(),
    }
    assert row.user
    # What is no list has no row.
    now(lists.gather(REGISTER))
    with pytest.raises(Problem):
        now(lists.make(DRAFT, Form.PDF, tmp_path / "none" / "a.pdf"))
    assert len(now(keeper.run(lambda stores: stores.journal.listing("")))) == 1


def test_a_list_without_its_row_is_said_to_be_written(
    paths: Paths, desk: Desk, lists: Lists, tmp_path: Path
) -> None:
    decided(desk, status="published", draft_list_published=DAY)
    with closing(sqlite3.connect(paths.database)) as outside:
        outside.execute("drop trigger journal_end_is_kept")
        outside.execute("delete from journal_end")
        outside.commit()
    with pytest.raises(Problem, match="was written, but the journal has no row of it"):
        now(lists.make(DRAFT, Form.WORD, tmp_path / "a.docx"))
    assert (tmp_path / "a.docx").is_file()
