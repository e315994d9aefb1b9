"""Check this database, as the window asks for it: told how far it is, stopped, beside saves."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from sendapp.domain.examined import Progress, as_text, as_values
from sendapp.paths import Paths
from sendapp.services.desk import Desk
from sendapp.services.examining import Examining
from tests.services.conftest import kept, now


@pytest.fixture
def examining(paths: Paths, desk: Desk) -> Iterator[Examining]:
    kept(desk)
    examining = Examining(paths.database)
    yield examining
    examining.close()


def test_it_tells_how_far_it_is_and_finds_nothing(examining: Examining) -> None:
    told: list[Progress] = []
    found = now(examining.begin(told.append).result)
    assert found.is_complete
    assert not found.faults
    assert found.figures.records == 1
    assert {each.looking_at for each in told} >= {"the file", "the journal", "records", "versions"}
    assert all(each.done <= each.of for each in told)
    assert "Nothing is wrong. Everything was looked at." in as_text(found)


def test_it_names_what_another_program_changed(
    examining: Examining, paths: Paths, desk: Desk
) -> None:
    with closing(sqlite3.connect(paths.database)) as outside:
        outside.execute("update records set notes = 'paid'")
        outside.commit()
    found = now(examining.begin(lambda _: None).result)
    (fault,) = (each for each in found.faults if each.part == "records")
    assert fault.columns == ("notes",)
    assert fault.sentence in as_text(found)
    assert as_values(found)["complete"] is True


def test_it_is_stopped_between_two_slices(examining: Examining) -> None:
    under = examining.begin(lambda _: under.stop())
    found = now(under.result)
    assert not found.is_complete
    assert found.verdict == "Stopped before the end. Nothing is wrong so far."


def test_records_are_saved_while_it_looks(examining: Examining, desk: Desk) -> None:
    record = kept(desk, title="Before").record
    titles = iter(range(1_000))

    def save(_: Progress) -> None:
        # From within the examination, so that each slice stands between two saves.
        desk.save(replace(record, title=f"Saved {next(titles)}"), {}).result(timeout=20)

    found = now(examining.begin(save).result)
    assert found.is_complete
    assert not found.faults
    assert next(titles) > 5
