"""What is due, found in the records by their dates and states.

Which records those are is found in indexes alone; of a record itself, only those that are told one
by one are read.
"""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlite_utils import Database

from sendapp.domain.call_in import WAIVED
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
# As `may_be_called_in` says it.
_NO_CALL_IN = (
    "(call_in_applies = 'no' or record_type in (select value from json_each(:without_call_in))"
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


def tasks_on(
    db: Database,
    today: date,
    retention_years: int,
    papers_years: int,
    without_call_in: Collection[str],
    limit: int = SHOWN,
) -> tuple[Tasks, ...]:
    """Return what is due on `today`, each kind with the first `limit` of its tasks.

    `without_call_in` are the record types of which no decision can be called in. The bin has no
    tasks. Kinds of which nothing is due are left out.
    """
    values = {
        "today": today.isoformat(),
        "week_end": week_end(today).isoformat(),
        "kept": years_before(today, retention_years).isoformat(),
        "papers": years_before(today, papers_years).isoformat(),
        "without_call_in": json.dumps([*without_call_in]),
    }
    with reading(db):
        found = [_found(db, kind, values, limit) for kind in _KINDS]
    return tuple(_told(tasks, retention_years, papers_years) for tasks in found if tasks.total)


def _of_call_in() -> Sequence[_Kind]:
    published = "status = 'published' and"
    ends_today = f"{published} call_in_ends = :today and not {_NO_CALL_IN}"
    ends_later = (
        f"{published} call_in_ends > :today and call_in_ends <= :week_end and not {_NO_CALL_IN}"
    )
    return (
        _Kind(Due.CALL_IN_ENDS_TODAY, ends_today, "call_in_ends"),
        _Kind(Due.CALL_IN_ENDS_THIS_WEEK, ends_later, "call_in_ends"),
        _Kind(Due.CALLED_IN, "status = 'called-in'", "called_in_on"),
        _Kind(
            Due.CONFIRM,
            f"{published} (in_force_on <> '' and in_force_on <= :today"
            f" or in_force_on = '' and {_NO_CALL_IN})",
            "in_force_on",
        ),
        # From elsewhere, or from before there were such dates.
        _Kind(
            Due.UNDATED,
            f"{published} (call_in_ends = '' or in_force_on = '') and not {_NO_CALL_IN}",
            "draft_list_published",
        ),
    )


def _of_the_paper() -> Sequence[_Kind]:
    unpublished = "status = 'decided' and date_of_decision < :today"
    unfiled = f"status in ({_DECIDED}) and {_DECIDED_HERE} and {_NO_SCAN}"
    return (
        _Kind(Due.PUBLISH, unpublished, "date_of_decision"),
        _Kind(Due.SIGN, "status = 'ready'", "substr(saved, 1, 10)"),
        _Kind(Due.SCAN, unfiled, "date_of_decision"),
    )


def _of_time() -> Sequence[_Kind]:
    over = f"status in ({_OVER}) and date_of_decision <> '' and date_of_decision <="
    younger = f"{over} :papers and date_of_decision > :kept"
    # The other index would be taken, which does not say whether there are any papers.
    named = (
        "select rowid from records indexed by records_with_papers"
        f" where binned = '' and background_papers <> '' and {younger}"
    )
    # Those that are filed have not been let go of: they were filed after that, if it was done.
    with_papers = f"{younger} and ({_FILED_PAPERS} or rowid in ({named}) and not {_LET_GO})"
    return (
        _Kind(Due.RETENTION, f"{over} :kept", "date_of_decision"),
        _Kind(Due.PAPERS, with_papers, "date_of_decision"),
    )


_KINDS = (*_of_call_in(), *_of_the_paper(), *_of_time())
"""In the order of the view."""


def _found(db: Database, kind: _Kind, values: dict[str, str], limit: int) -> Tasks:
    which = f"from records where binned = '' and {kind.where}"
    ordered = f"order by {kind.day}, rowid"
    sql = (
        f"select id, title, reference, decision_maker, {kind.day} from records"
        f" where rowid in (select rowid {which} {ordered} limit :limit) {ordered}"
    )
    rows = db.execute(sql, {**values, "limit": limit}).fetchall()
    total = len(rows)
    if total == limit:
        total = int(db.execute(f"select count(*) {which}", values).fetchone()[0])
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
