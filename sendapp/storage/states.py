"""A record's life in the database: each step, its journal row, its seal and its version at once."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from sqlite_utils import Database

from sendapp.domain.interchange import absorbed, content_hash
from sendapp.domain.journal import BY_US, LIFE, By, Deed, Entry, What
from sendapp.domain.record import DecisionRecord
from sendapp.domain.sealing import DECIDED, SEALED, seal_of
from sendapp.domain.setting_dates import set_by_steps
from sendapp.domain.wording import STATUS_LABELS
from sendapp.errors import Changed, Problem
from sendapp.storage.clock import now_utc
from sendapp.storage.database import write
from sendapp.storage.fault_points import fault_point
from sendapp.storage.journal import enter
from sendapp.storage.record_rows import check_row, check_seal, columns_of, find_row, prove, put_row
from sendapp.storage.rows import row_hash, to_record, words_in
from sendapp.storage.stored import Stored, gone, stale
from sendapp.storage.versions import insert_version
from sendapp.storage.words import put_words

_KEPT = "decided here, so it is kept until its time of retention is over"


class StateStore:
    """Moves records of one database from state to state."""

    def __init__(
        self, db: Database, clock: Callable[[], str] = now_utc, by: Callable[[], By] = By
    ) -> None:
        self._db = db
        self._clock = clock
        self._by = by

    def put(
        self,
        after: DecisionRecord,
        typed: Mapping[str, str],
        deed: Deed,
        *,
        seen: DecisionRecord,
        why: str,
        note: str = "",
        before: DecisionRecord | None = None,
    ) -> Stored:
        """Keep `after` with the journal's row `deed` and a version, all of it or nothing.

        `seen` is the record as the officer saw it, from which `after` was made. A decided record
        keeps its sealed set but in a correction, which is given the text `before`, kept as a
        version of its own. Raises NotFound, Changed where what is kept is not what was `seen`, and
        a Problem where it could not be kept or proved.
        """
        with write(self._db) as db:
            rowid, old = _kept_as(db, seen)
            fault_point("step: found")
            now, by = self._clock(), self._by()
            seal = _seal_after(after, old["seal"], deed.what)
            kept, dates, who = *((before, {}) if before else (after, typed)), by.who or by.user
            version = insert_version(db, kept, dates, at=now, who=who, why=why, note=note)
            fault_point("step: version kept")
            states, deed = (seen.status, after.status), _with_version(deed, after.id, version)
            number = enter(db, deed, by, now, status=states, seal=(old["seal"], seal))
            fault_point("step: entered in the journal")
            beside = {"saved": now, "seal": seal, "step": str(number)}
            columns = columns_of(after, typed, old) | beside
            columns["row_hash"] = row_hash(columns)
            put_row(db, rowid, old, columns)
            put_words(db, rowid, words_in(after, typed))
            fault_point("step: put")
        fault_point("step: committed")
        prove(self._db, after.id, columns)
        created, digest = columns["created"], columns["hash"]
        return Stored(after, dict(typed), created, now, False, digest, bool(seal))


def _with_version(deed: Deed, record_id: str, version: int) -> Deed:
    """Name the version that is kept with a step: the journal holds it to what was decided."""
    return replace(deed, record_id=record_id, details={**deed.details, "version": version})


def _kept_as(db: Database, seen: DecisionRecord) -> tuple[int, dict[str, str]]:
    """Return the row of a record that says what was `seen`, out of the bin; raises a Problem."""
    rowid, row = find_row(db, seen.id)
    if rowid is None:
        raise gone()
    check_row(db, seen.id, row)
    kept = to_record(row)
    check_seal(db, kept, row)
    if row["binned"]:
        raise Problem("This record is in the bin.", "Put it back first.")
    # Fields of a later version are unknown keys in the row, and fields in what was read from it.
    if content_hash(seen) not in (row["hash"], content_hash(absorbed(kept))):
        raise stale()
    return rowid, row


def _seal_after(record: DecisionRecord, seal_before: str, what: What) -> str:
    """Return the seal a record has from now on: decided ones, and those withdrawn after that.

    Raises a Problem where it would be another one without a correction.
    """
    kept = record.status in DECIDED or (record.status == "withdrawn" and seal_before)
    seal = seal_of(record) if kept else ""
    if seal_before and seal not in ("", seal_before) and what is not What.CORRECTED:
        raise sealed()
    return seal


def seal_imported(
    db: Database, record: DecisionRecord, by: By, at: str, what: What = What.IMPORTED
) -> dict[str, str]:
    """Seal a record that comes decided from elsewhere; returns its columns `seal` and `step`."""
    seal = seal_of(record)
    stands = STATUS_LABELS[record.status]
    words = f"Imported as it stands: {stands}" if what is What.IMPORTED else f"Sealed: {stands}"
    deed = Deed(what=what, words=words, record_id=record.id)
    before = "" if what is What.IMPORTED else record.status
    number = enter(db, deed, by, at, status=(before, record.status), seal=("", seal))
    return {"seal": seal, "step": str(number)}


def refuse_other_state(new: Mapping[str, str], old: Mapping[str, str]) -> None:
    """Raise where a save would move a record, or change what was decided in it."""
    if new["status"] != old["status"]:
        raise Changed(
            "This record stands elsewhere meanwhile, so what you typed was not put in its place.",
            "Open it again to see what changed. What you typed is still here.",
        )
    if not old["seal"]:
        return
    if new["code"] != old["code"]:
        raise sealed()
    by_steps = set_by_steps(to_record(old), sealed=True)
    if any(new[name] != old[name] for name in by_steps):
        raise Changed(
            "What the steps of this record have set does not change by saving it.",
            "Use Change dates… or Correct…, which are entered in its journal.",
        )


def sealed_columns(old: Mapping[str, str]) -> dict[str, str]:
    """Return what a save leaves as it is of a decided record: the same words, in the same rows.

    What comes from a file has the words, and rows of other keys.
    """
    return {name: old[name] for name in SEALED} if old["seal"] else {}


def sealed() -> Changed:
    """What was decided does not change by typing."""
    return Changed(
        "This decision has been made, so its words do not change any more.",
        "Use Correct… to correct it; the correction is dated and printed on the record.",
    )


def refuse_if_decided_here(db: Database, record_id: str) -> None:
    """Raise a Problem where a record must not go to the bin: it was decided here."""
    sql = (
        "select 1 from journal where record_id = ? and seal_after <> ''"
        f" and what in ({', '.join('?' * len(BY_US))})"
    )
    if db.execute(sql, [record_id, *sorted(BY_US)]).fetchone() is not None:
        raise Problem(
            f"This record was {_KEPT}.",
            "Withdraw it if it no longer holds; dispose of it once its time is over.",
        )


def undoable(entries: list[Entry]) -> Entry | None:
    """Return the step that can be taken back, of a record's entries, newest first.

    That is the last thing that happened in its life, if it was a step: what was taken back once, or
    corrected, opens no way to what was before it.
    """
    newest = next((entry for entry in entries if entry.what in LIFE), None)
    return newest if newest is not None and newest.what == What.STEP else None
