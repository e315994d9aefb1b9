"""What is due: the fast queries find what a slow look at every record finds."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from sendapp.domain.call_in import WAIVED, may_be_called_in
from sendapp.domain.duties import CABINET_MEMBER, OFFICER_NON_EXECUTIVE
from sendapp.domain.filed import FileKind
from sendapp.domain.journal import By, Deed, What
from sendapp.domain.record import DecisionRecord, Paper, Urgency
from sendapp.domain.sealing import DECIDED, seal_of
from sendapp.domain.today import Due, over_on, week_end
from sendapp.storage.database import open_database, write
from sendapp.storage.file_rows import ABOUT
from sendapp.storage.journal import enter
from sendapp.storage.record_rows import columns_of
from sendapp.storage.rows import row_hash
from sendapp.storage.today import tasks_on
from tests.storage.conftest import a_record

TODAY = date(2026, 3, 6)
STATUSES = ("draft", "ready", *sorted(DECIDED), "withdrawn")
AT = "2026-02-{:02}T09:00:00.000000+00:00"
YEARS = RETENTION_YEARS, PAPERS_YEARS = 6, 4
OWN_DUTIES = {"grants-panel": OFFICER_NON_EXECUTIVE, "leader": CABINET_MEMBER}
"""Of the council's own types; one of which nothing is known is an executive one."""
WITHOUT_CALL_IN = (OFFICER_NON_EXECUTIVE, "grants-panel")

Filled = list[tuple[DecisionRecord, dict[str, str], set[str]]]
"""Each record, with its columns, and what stands in the journal or among the files about it."""


@pytest.fixture(params=range(4))
def filled(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Database, Filled]]:
    """Five hundred records of every state, with days around those on which something falls due."""
    chance = random.Random(request.param)
    db = open_database(tmp_path / "records.db", create=True)
    with write(db):
        rows = [_insert(db, chance, number) for number in range(500)]
    yield db, rows
    db.close()


def _insert(
    db: Database, chance: random.Random, number: int
) -> tuple[DecisionRecord, dict[str, str], set[str]]:
    record = _record(chance, number)
    columns = columns_of(record, {}, {})
    columns |= {"created": AT.format(1), "saved": AT.format(chance.randint(1, 28))}
    about: set[str] = set()
    if record.status in DECIDED and chance.random() < 0.9:
        what = chance.choice([What.STEP, What.STEP, What.CORRECTED, What.IMPORTED, What.SEALED])
        seal, deed = seal_of(record), Deed(what=what, words="Moved", record_id=record.id)
        states = ("ready", record.status)
        step = enter(db, deed, By(), AT.format(1), status=states, seal=("", seal))
        if chance.random() < 0.3:
            deed = Deed(what=What.DATES, words="Dates", record_id=record.id)
            states = (record.status, record.status)
            step = enter(db, deed, By(), AT.format(2), status=states, seal=(seal, seal))
        columns |= {"seal": seal, "step": str(step)}
        about.add(f"came by {what}")
    columns["binned"] = AT.format(2) if chance.random() < 0.1 else ""
    columns["row_hash"] = row_hash(columns)
    _put(db, "records", columns)
    for kind in FileKind:
        if chance.random() < 0.3:
            _file(db, record.id, kind)
            about.add(kind)
    if chance.random() < 0.2:
        deed = Deed(what=What.PAPERS_DISPOSED, words="Gone", record_id=record.id)
        enter(db, deed, By(), AT.format(3))
        about.add(What.PAPERS_DISPOSED)
    return record, columns, about


def _record(chance: random.Random, number: int) -> DecisionRecord:
    def near(years: int = 0) -> str:
        middle = TODAY.replace(year=TODAY.year - years)
        day = middle + timedelta(days=chance.randint(-8, 8))
        return chance.choice(["", *[day.isoformat()] * 5])

    return replace(
        a_record(title=f"Decision {number}", reference=f"WBC/{number}"),
        status=chance.choice(STATUSES),
        date_of_decision=near(chance.choice((0, PAPERS_YEARS, RETENTION_YEARS))),
        draft_list_published=near(),
        call_in_ends=near(),
        in_force_on=near(),
        called_in_on=near(),
        record_type=chance.choice(
            [*["cabinet-member"] * 6, OFFICER_NON_EXECUTIVE, *OWN_DUTIES, "lost"]
        ),
        call_in_applies=chance.choice(["", "yes", "yes", "yes", "no"]),
        urgency=chance.choice([*[()] * 8, (Urgency(kind=WAIVED),)]),
        background_papers=chance.choice(((), (Paper(text="Survey"),))),
    )


def _file(db: Database, record_id: str, kind: FileKind) -> None:
    values: dict[str, object] = dict.fromkeys(ABOUT, "")
    values |= {"record_id": record_id, "kind": str(kind), "size": 1}
    _put(db, "files", values | {"row_hash": "", "content": b"x"})


def _put(db: Database, table: str, values: dict[str, object] | dict[str, str]) -> None:
    names, places = ", ".join(values), ", ".join("?" * len(values))
    db.execute(f"insert into {table} ({names}) values ({places})", list(values.values()))


def _slowly(filled: Filled, today: date) -> dict[Due, list[tuple[str, str]]]:
    """Say of each record by itself what it waits for: the id and the day, by that day."""
    found: dict[Due, list[tuple[str, str]]] = {}
    decided = {record.id: record.date_of_decision for record, _, _ in filled}
    for record, columns, about in filled:
        if columns["binned"]:
            continue
        for due, day in _waits(record, columns["saved"], about, today):
            found.setdefault(due, []).append((record.id, day))
    for due, tasks in found.items():
        of_time = due in (Due.RETENTION, Due.PAPERS)
        tasks.sort(key=lambda task: decided[task[0]] if of_time else task[1])
    return found


def _waits(
    record: DecisionRecord, saved: str, about: set[str], today: date
) -> Iterator[tuple[Due, str]]:
    now = today.isoformat()
    ends, in_force, decided = record.call_in_ends, record.in_force_on, record.date_of_decision
    if record.status == "published":
        opens = may_be_called_in(record, OWN_DUTIES.get(record.record_type, ""))
        if opens and ends == now:
            yield Due.CALL_IN_ENDS_TODAY, ends
        if opens and now < ends <= week_end(today).isoformat():
            yield Due.CALL_IN_ENDS_THIS_WEEK, ends
        if (in_force and in_force <= now) or (not in_force and not opens):
            yield Due.CONFIRM, in_force
        if opens and not (ends and in_force):
            yield Due.UNDATED, record.draft_list_published
    if record.status == "called-in":
        yield Due.CALLED_IN, record.called_in_on
    if record.status == "decided" and decided < now:
        yield Due.PUBLISH, decided
    if record.status == "ready":
        yield Due.SIGN, saved[:10]
    here = about & {f"came by {What.STEP}", f"came by {What.CORRECTED}"}
    if record.status in DECIDED and here and FileKind.SIGNED not in about:
        yield Due.SCAN, decided
    yield from _by_age(record, about, now)


def _by_age(record: DecisionRecord, about: set[str], now: str) -> Iterator[tuple[Due, str]]:
    decided = record.date_of_decision
    if record.status not in {"implementable", "withdrawn"} or not decided:
        return
    over, papers_over = over_on(decided, RETENTION_YEARS), over_on(decided, PAPERS_YEARS)
    if over <= now:
        yield Due.RETENTION, over
    named = record.background_papers and What.PAPERS_DISPOSED not in about
    if papers_over <= now < over and (FileKind.PAPER in about or named):
        yield Due.PAPERS, papers_over


def test_what_is_due_is_what_a_look_at_each_record_finds(filled: tuple[Database, Filled]) -> None:
    db, rows = filled
    for days in range(-10, 11):
        today = TODAY + timedelta(days=days)
        expected = _slowly(rows, today)
        every = tasks_on(db, today, *YEARS, WITHOUT_CALL_IN, limit=-1)
        assert {kind.due: [(t.record_id, t.day) for t in kind.first] for kind in every} == expected
        some = tasks_on(db, today, *YEARS, WITHOUT_CALL_IN, limit=7)
        assert [(kind.due, kind.total, kind.first) for kind in some] == [
            (kind.due, kind.total, kind.first[:7]) for kind in every
        ]


def test_every_kind_is_among_what_was_compared(filled: tuple[Database, Filled]) -> None:
    _, rows = filled
    seen: set[Due] = set()
    for days in range(-10, 11):
        seen |= set(_slowly(rows, TODAY + timedelta(days=days)))
    assert seen == set(Due)
