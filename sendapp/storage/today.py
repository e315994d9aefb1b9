"""What is due, found in the records by their dates and states.

Which records those are is found in indexes alone; of a record itself, only those that are told one
by one are read.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlite_utils import Database

from sendapp.domain.call_in import WAIVED
from sendapp.domain.duties import OFFICER_NON_EXECUTIVE
from sendapp.domain.filed import FileKind
from sendapp.domain.retention import OVER
from sendapp.domain.sealing import DECIDED
from sendapp.domain.today import Due, Task, Tasks, over_on, week_end, years_before
from sendapp.storage.database import reading

SHOWN = 100
"""So many tasks of a kind are told one by one; of the others, that they are there."""

_DECIDED = ", ".join(f"'{status}'" for status in sorted(DECIDED))
_OVER = ", ".join(f"'{status}'" for status in sorted(OVER))
# What came decided from elsewhere was signed there, whatever was done with it here since.
_DECIDED_HERE = (
    "step <> '' and id not in (select record_id from journal"
    " where what in ('imported', 'sealed') and seal_after <> '')"
)
# As `may_be_called_in` says it of the types that are shipped.
_NO_CALL_IN = (
    f"(call_in_applies = 'no' or record_type = '{OFFICER_NON_EXECUTIVE}'"
    f" or instr(urgency, '\"{WAIVED}\"') > 0)"
)
_NO_SCAN = f"not exists (select 1 from files where record_id = id and kind = '{FileKind.SIGNED}')"
_FILED_PAPERS = f"id in (select record_id from files where kind = '{FileKind.PAPER}')"
_LET_GO = "exists (select 1 from journal where record_id = id and what = 'papers-disposed')"


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of task: which records, and the date it is told by."""

    due: Due
    where: str
    day: str
    values: tuple[str, ...] = ()


def tasks_on(
    db: Database, today: date, retention_years: int, papers_years: int, limit: int = SHOWN
) -> tuple[Tasks, ...]:
    """Return what is due on `today`, each kind with the first `limit` of its tasks.

    The bin has none. Kinds of which nothing is due are left out.
    """
    with reading(db):
        found = (_found(db, kind, limit) for kind in _kinds(today, retention_years, papers_years))
        return tuple(_told(tasks, retention_years, papers_years) for tasks in found if tasks.total)


def _kinds(today: date, retention_years: int, papers_years: int) -> Sequence[_Kind]:
    return (
        *_of_call_in(today),
        *_of_the_paper(today),
        *_of_time(today, retention_years, papers_years),
    )


def _of_call_in(today: date) -> Sequence[_Kind]:
    now, week = today.isoformat(), week_end(today).isoformat()
    published = "status = 'published' and"
    ends_today = f"{published} call_in_ends = ?"
    ends_later = f"{published} call_in_ends > ? and call_in_ends <= ?"
    return (
        _Kind(Due.CALL_IN_ENDS_TODAY, ends_today, "call_in_ends", (now,)),
        _Kind(Due.CALL_IN_ENDS_THIS_WEEK, ends_later, "call_in_ends", (now, week)),
        _Kind(Due.CALLED_IN, "status = 'called-in'", "called_in_on"),
        _Kind(
            Due.CONFIRM,
            f"{published} (in_force_on <> '' and in_force_on <= ?"
            f" or in_force_on = '' and {_NO_CALL_IN})",
            "in_force_on",
            (now,),
        ),
        # From elsewhere, or from before there were such dates.
        _Kind(
            Due.UNDATED,
            f"{published} (call_in_ends = '' or in_force_on = '') and not {_NO_CALL_IN}",
            "draft_list_published",
        ),
    )


def _of_the_paper(today: date) -> Sequence[_Kind]:
    unpublished = "status = 'decided' and date_of_decision < ?"
    unfiled = f"status in ({_DECIDED}) and {_DECIDED_HERE} and {_NO_SCAN}"
    return (
        _Kind(Due.PUBLISH, unpublished, "date_of_decision", (today.isoformat(),)),
        _Kind(Due.SIGN, "status = 'ready'", "substr(saved, 1, 10)"),
        _Kind(Due.SCAN, unfiled, "date_of_decision"),
    )


def _of_time(today: date, retention_years: int, papers_years: int) -> Sequence[_Kind]:
    kept = years_before(today, retention_years).isoformat()
    papers = years_before(today, papers_years).isoformat()
    old = f"status in ({_OVER}) and date_of_decision <> '' and date_of_decision <= ?1"
    younger = f"{old} and date_of_decision > ?2"
    # The other index would be taken, which does not say whether there are any papers.
    named = (
        "select rowid from records indexed by records_with_papers"
        f" where binned = '' and background_papers <> '' and {younger}"
    )
    # Those that are filed have not been let go of: they were filed after that, if it was done.
    with_papers = f"{younger} and ({_FILED_PAPERS} or rowid in ({named}) and not {_LET_GO})"
    return (
        _Kind(Due.RETENTION, old, "date_of_decision", (kept,)),
        _Kind(Due.PAPERS, with_papers, "date_of_decision", (papers, kept)),
    )


def _found(db: Database, kind: _Kind, limit: int) -> Tasks:
    which = f"from records where binned = '' and {kind.where}"
    ordered = f"order by {kind.day}, rowid"
    sql = (
        f"select id, title, reference, decision_maker, {kind.day} from records"
        f" where rowid in (select rowid {which} {ordered} limit ?) {ordered}"
    )
    rows = db.execute(sql, [*kind.values, limit]).fetchall()
    total = len(rows)
    if total == limit:
        total = int(db.execute(f"select count(*) {which}", kind.values).fetchone()[0])
    return Tasks(
        kind.due,
        total,
        tuple(
            Task(
                due=kind.due,
                record_id=record_id,
                title=title,
                reference=reference,
                decision_maker=maker,
                day=day,
            )
            for record_id, title, reference, maker, day in rows
        ),
    )


def _told(tasks: Tasks, retention_years: int, papers_years: int) -> Tasks:
    """Return the tasks of retention with the day on which their time was over."""
    years = {Due.RETENTION: retention_years, Due.PAPERS: papers_years}.get(tasks.due)
    if years is None:
        return tasks
    first = tuple(replace(task, day=over_on(task.day, years)) for task in tasks.first)
    return replace(tasks, first=first)
