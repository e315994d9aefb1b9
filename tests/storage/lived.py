"""A records file that has lived: every state, steps taken back, a correction, files, versions."""

import json
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database

from sendapp.domain.filed import FileKind
from sendapp.domain.journal import By, Deed, What
from sendapp.domain.record import Correction, DecisionRecord
from sendapp.domain.states import Act
from sendapp.domain.versions import Why
from sendapp.services.desk import Desk
from sendapp.services.history import History
from sendapp.services.record_types import load_kinds
from sendapp.services.stating import Stating
from sendapp.storage.backups import Backups
from sendapp.storage.database import write
from sendapp.storage.file_rows import ABOUT, about_hash, content_hash
from sendapp.storage.journal import enter
from sendapp.storage.keeper import Keeper
from sendapp.storage.proofs import next_number
from tests.factory import a_full_record, a_record, items

T = TypeVar("T")

TODAY = date(2026, 3, 20)
DECIDED = {"date_of_decision": "2026-03-02"}
PUBLISHED = {
    "draft_list_published": "2026-03-03",
    "call_in_ends": "2026-03-06",
    "in_force_on": "2026-03-06",
    "call_in_reason": "As the monitoring officer advised.",
}
CONFIRMED = {"confirmed_list_published": "2026-03-09"}
CALLED_IN = {"called_in_by": "Five members", "called_in_on": "2026-03-05"}
OUTCOME = {"call_in_outcome": "The decision stands.", "confirmed_list_published": "2026-03-16"}
WITHDRAWN = {"withdrawn_on": "2026-03-10", "withdrawn_reason": "The quay was sold."}

LIVES: dict[str, tuple[tuple[Act, dict[str, str]], ...]] = {
    "Draft": (),
    "Ready": ((Act.READY, {}),),
    "Back": ((Act.READY, {}), (Act.BACK, {})),
    "Decided": ((Act.READY, {}), (Act.DECIDE, DECIDED)),
    "Published": ((Act.READY, {}), (Act.DECIDE, DECIDED), (Act.PUBLISH, PUBLISHED)),
    "In force": (
        (Act.READY, {}),
        (Act.DECIDE, DECIDED),
        (Act.PUBLISH, PUBLISHED),
        (Act.IMPLEMENT, CONFIRMED),
    ),
    "Stands": (
        (Act.READY, {}),
        (Act.DECIDE, DECIDED),
        (Act.PUBLISH, PUBLISHED),
        (Act.CALL_IN, CALLED_IN),
        (Act.OUTCOME, OUTCOME),
    ),
    "Called in": (
        (Act.READY, {}),
        (Act.DECIDE, DECIDED),
        (Act.PUBLISH, PUBLISHED),
        (Act.CALL_IN, CALLED_IN),
    ),
    "Withdrawn": ((Act.READY, {}), (Act.DECIDE, DECIDED), (Act.WITHDRAW, WITHDRAWN)),
}
"""Each record's steps, by the first word of its title."""


def now(future: "Future[T]") -> T:
    return future.result(timeout=60)


@contextmanager
def at_work(path: Path) -> Iterator[tuple[Keeper, Desk, Stating]]:
    """Open the records file as the program does."""
    keeper = Keeper(path, Backups(path.parent / "backups"), first_backup_s=600)
    try:
        desk = Desk(keeper, (path.parent / "rescued",))
        yield keeper, desk, Stating(keeper, load_kinds(), today=lambda: TODAY)
    finally:
        keeper.close()


def live(path: Path) -> None:
    """Make the records file `path` by the officer's verbs alone."""
    with at_work(path) as (keeper, desk, stating):
        history = History(keeper)
        for number, (title, life) in enumerate(LIVES.items()):
            record = keep(desk, title, number)
            for act, values in life:
                record = now(stating.take(record, {}, act, values)).record
                if act is Act.PUBLISH and title == "In force":
                    now(stating.undo(record, {}))
                    record = now(desk.open(record.id)).record
                    record = now(stating.take(record, {}, act, values)).record
            if life:
                file_it(keeper, record.id, f"%PDF-1.7 {title}".encode())
                file_it(keeper, record.id, f"%PDF-1.7 {title}, the report".encode(), "report")
            now(history.keep(record, {}, why=Why.CIRCULATED, note=f"as draft {number}"))
        correct(desk, stating)
        _come_and_go(keeper, desk, stating)
        for number in range(4):
            words = f"Draft Decision List made, page {number}"
            now(stating.note(Deed(what=What.LISTED, words=words)))
        history.close()


def keep(desk: Desk, title: str, number: int) -> DecisionRecord:
    record = a_record(
        title=f"{title}: resurfacing of Tanner's Quay, part {number}",
        reference=f"MBC/2026/{number:03}",
        date_of_decision="",
        decision_maker_interest="no",
        notes=f"Part {number} of {len(LIVES)}",
    )
    now(desk.take_in(record))
    return now(desk.open(record.id)).record


def correct(desk: Desk, stating: Stating) -> None:
    """Correct the record that is in force, and give the published one other dates."""
    for summary in now(desk.register()).summaries:
        record = now(desk.open(summary.id)).record
        if summary.title.startswith("In force"):
            better = replace(record, decisions=items("<p>The resurfacing of all the quay.</p>"))
            row = Correction(
                corrected_on="2026-03-19",
                place="Decision 1",
                reason="A word was left out.",
                before="the quay",
                after="all the quay",
            )
            now(stating.correct(record, {}, better, row))
        if summary.title.startswith("Published"):
            moved = {
                "call_in_ends": "2026-03-09",
                "in_force_on": "2026-03-09",
                "call_in_reason": "The scrutiny officer asked for a day more.",
            }
            now(stating.set_dates(record, {}, moved))


def _come_and_go(keeper: Keeper, desk: Desk, stating: Stating) -> None:
    """Import a decided record, and delete drafts for good, with steps and without."""
    now(desk.take_in(a_full_record()))
    for number, step in enumerate((False, True)):
        record = keep(desk, "Gone", 90 + number)
        if step:
            record = now(stating.take(record, {}, Act.READY, {})).record
            file_it(keeper, record.id, b"%PDF-1.7 gone with its record")
        now(desk.bin(record.id))
    now(desk.empty_bin())


def file_it(keeper: Keeper, record_id: str, content: bytes, kind: str = "signed") -> None:
    """File a document with a record, by the verb where there is one for its kind."""
    if kind in set(FileKind):
        name, sort = f"{kind}.pdf", FileKind(kind)
        media = "application/pdf"
        now(keeper.run(lambda stores: stores.files.add(record_id, name, sort, media, content)))
        return

    def put(db: Database) -> None:
        with write(db):
            values: dict[str, object] = dict.fromkeys(ABOUT, "")
            number = next_number(db, "files")
            values |= {"record_id": record_id, "kind": kind, "name": f"{kind}-{number}.pdf"}
            values |= {"media_type": "application/pdf", "at": "2026-03-20T10:00:00+00:00"}
            values |= {"size": len(content), "hash": content_hash(content), "who": "Ines Coyle"}
            proof = about_hash(number, values)
            details = {name: values[name] for name in ("name", "kind", "hash", "size")}
            deed = Deed(
                what=What.FILED,
                words=f"Filed: {values['name']}",
                record_id=record_id,
                details={**details, "number": number, "proof": proof},
            )
            sql = "select status, seal from records where id = ?"
            status, seal = db.execute(sql, [record_id]).fetchone()
            stands, sealed = (status, status), (seal, seal)
            enter(db, deed, By(user="icoyle"), str(values["at"]), status=stands, seal=sealed)
            values |= {"rowid": number, "row_hash": proof, "content": content}
            places = ", ".join("?" * len(values))
            sql = f"insert into files ({', '.join(values)}) values ({places})"
            db.execute(sql, list(values.values()))

    now(keeper.run(lambda stores: put(stores.db)))


def details_of(text: str) -> dict[str, object]:
    """Return what a journal's row keeps of a deed."""
    found: dict[str, object] = json.loads(text) if text else {}
    return found
