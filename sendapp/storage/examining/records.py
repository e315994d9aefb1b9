"""Records examined: each by its own proof, its seal, the journal, and the words of the index."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from sendapp.domain.examined import Fault, Part
from sendapp.domain.interchange import content_hash
from sendapp.domain.journal import ENDS, MOVES
from sendapp.domain.marks import unlike
from sendapp.domain.record import DecisionRecord
from sendapp.domain.sealing import DECIDED, SEALED, code_of_seal, seal_of
from sendapp.domain.wording import STATUS_LABELS
from sendapp.storage.examining.journal import missing_row
from sendapp.storage.examining.reading import (
    NO_RECORD,
    InSlices,
    Row,
    named,
    one,
    record_named,
    rows,
)
from sendapp.storage.rows import changed_columns, is_whole, to_record, typed_values, words_in

SLICE = 40
_LAST_MOVE = (
    "select rowid as number, what, status_after, seal_after from journal where record_id = ?"
    f" and what in ({', '.join('?' * len(MOVES | ENDS))}) order by rowid desc limit 1"
)
_TALLIED = {"versions": "version", "files": "filed document"}


@dataclass(frozen=True, slots=True)
class _Seen:
    """A record with what else was there at the same moment."""

    row: Row
    move: Row | None
    step_is_there: bool
    words: str | None
    counts: dict[str, tuple[int, int, int, int]]
    """For versions and files: how many are here, the sum of their numbers, and both as tallied."""


def records_check(db: Database) -> InSlices[_Seen]:
    """Go through the records in the order of their numbers."""
    sql = "select rowid as number, * from records where"
    return InSlices(db, sql, _seen, _record_faults, SLICE)


def _seen(db: Database, row: Row) -> _Seen:
    record_id = row["id"]
    moves = rows(db, _LAST_MOVE, [record_id, *sorted(MOVES | ENDS)])
    step = row["step"]
    sql = "select record_id from journal where rowid = cast(? as integer)"
    words = one(db, "select words from records_words where rowid = ?", [row["number"]])
    counts = {}
    for table in _TALLIED:
        sql_here = f"select count(*), coalesce(sum(rowid), 0) from {table} where record_id = ?"
        sql_kept = "select counted, numbers from tallies where record_id = ? and what = ?"
        kept = one(db, sql_kept, [record_id, table]) or (0, 0)
        here = one(db, sql_here, [record_id])
        counts[table] = (*map(int, here), *map(int, kept))
    return _Seen(
        row={name: value for name, value in row.items() if name not in ("number", "rowid")}
        | {"number": row["number"]},
        move=moves[0] if moves and moves[0]["what"] not in ENDS else None,
        step_is_there=not step or bool(one(db, sql, [step])),
        words=str(words[0]) if words else None,
        counts=counts,  # type: ignore[arg-type]
    )


def _record_faults(seen: _Seen) -> Iterator[Fault]:
    columns = {name: text for name, text in seen.row.items() if name != "number"}
    whole = is_whole(columns)
    changed = set() if whole else {*changed_columns(columns)} or {"row_hash"}
    reasons: list[str] = []
    try:
        record = to_record(columns)
        if whole and content_hash(record) != columns["hash"]:
            changed.add("hash")
        reasons += _seal_reasons(record, columns, changed, whole)
        words = words_in(record, typed_values(columns["typed"]))
    except NO_RECORD:
        reasons.append("it cannot be read as a record")
    else:
        yield from _words_faults(seen, words)
    reasons += _journal_reasons(seen, columns, changed)
    if changed or reasons:
        yield _fault(seen, changed, reasons)
    if not seen.step_is_there and str(columns["step"]).isdecimal():
        yield missing_row(int(columns["step"]))
    yield from _count_faults(seen)


def _seal_reasons(
    record: DecisionRecord, columns: Row, changed: set[str], whole: bool
) -> Iterator[str]:
    """Yield what the seal says of the record, and put the fields it names to `changed`."""
    meant, seal = seal_of(record), str(columns["seal"])
    if seal and seal != meant:
        changed.update(unlike(SEALED, seal, meant) or ("seal",))
        yield "it does not say what was decided"
    if not seal and record.status in DECIDED and columns["step"]:
        yield "it was decided and bears no seal"
    code = code_of_seal(meant) if record.status != "draft" else ""
    if whole and columns["code"] != code and (columns["code"] or seal):
        changed.add("code")


def _journal_reasons(seen: _Seen, columns: Row, changed: set[str]) -> Iterator[str]:
    """Yield where the record is not what the journal says of it."""
    move = seen.move
    if not seen.step_is_there:
        # What that row said of it is not known; the row is named by itself.
        yield f"its last step, row {columns['step']} of the journal, is missing"
        return
    step, status, seal = columns["step"], columns["status"], str(columns["seal"])
    if move is None:
        if step or seal:
            changed.update({"step"} if step else {"seal"})
            yield "the journal tells of no step of it"
        return
    where = STATUS_LABELS.get(move["status_after"], move["status_after"])
    if step != str(move["number"]):
        changed.add("step")
        yield f"its last step is row {move['number']} of the journal"
    if status != move["status_after"]:
        changed.add("status")
        yield f"by row {move['number']} of the journal it stands at “{where}”"
    if seal != move["seal_after"]:
        changed.update(unlike(SEALED, seal, str(move["seal_after"])) or ("seal",))
        yield f"its seal is not the one in row {move['number']} of the journal"


def _fault(seen: _Seen, changed: set[str], reasons: list[str]) -> Fault:
    columns = tuple(name for name in seen.row if name in changed)
    said = [f"not what was kept: {named(columns)}"] if columns else []
    sealed = "decided record" if seen.row["seal"] else "record"
    return Fault(
        part=Part.RECORDS,
        number=seen.row["number"],
        record_id=seen.row["id"],
        columns=columns,
        sentence=f"The {sealed} {record_named(seen.row)} was changed by another program: "
        f"{'; '.join([*said, *dict.fromkeys(reasons)])}.",
    )


def _words_faults(seen: _Seen, words: str) -> Iterator[Fault]:
    if seen.words != words:
        yield Fault(
            part=Part.SEARCH,
            number=seen.row["number"],
            record_id=seen.row["id"],
            sentence=f"The search does not know the words of the record {record_named(seen.row)} "
            "as they stand.",
        )


def _count_faults(seen: _Seen) -> Iterator[Fault]:
    for table, (here, numbers, kept, kept_numbers) in seen.counts.items():
        if (here, numbers) == (kept, kept_numbers):
            continue
        word = _TALLIED[table]
        missing = kept - here
        number = kept_numbers - numbers if missing == 1 else 0
        which = f", number {number}," if number > 0 else ""
        if missing > 0:
            told = f"{missing} {word}{'s' * (missing > 1)}{which} of it missing"
        else:
            told = f"{-missing} {word}s more than were kept" if missing else f"other {word}s"
        yield Fault(
            part=Part(table),
            number=max(number, 0),
            record_id=seen.row["id"],
            sentence=f"Of the record {record_named(seen.row)} there are {here} {word}s, and "
            f"{kept} were kept: {told}.",
        )
