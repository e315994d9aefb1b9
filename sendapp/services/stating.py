"""A record's life: the officer's verbs that move it on, correct it, and tell what was done."""

from collections.abc import Callable, Collection, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from sendapp.domain.call_in import call_in_by
from sendapp.domain.catalogue import field
from sendapp.domain.checks.finding import Rank
from sendapp.domain.checks.reading import Around
from sendapp.domain.correcting import withheld
from sendapp.domain.dates import long_date
from sendapp.domain.journal import BY_US, Deed, Entry, What
from sendapp.domain.profile import Profile
from sendapp.domain.record import Correction, DecisionRecord
from sendapp.domain.refusing import Refusal
from sendapp.domain.sealing import SEALED
from sendapp.domain.setting_dates import refusals_of_dates, with_dates
from sendapp.domain.states import Act, as_counted, asked, refusals, step_of, taken
from sendapp.domain.versions import Why
from sendapp.domain.wording import STATUS_LABELS
from sendapp.errors import Problem
from sendapp.services.checking import around_of
from sendapp.services.council import read_settings
from sendapp.services.record_types import TypeOnPaper
from sendapp.storage.keeper import Keeper, Stores
from sendapp.storage.states import undoable
from sendapp.storage.stored import Stored

T = TypeVar("T")

CLEARANCE = "clearance-missing"
"""The check that tells which clearances the council still waits for."""
UNSHOWABLE = "unshowable-character"
"""The check that tells what neither a printed page nor a PDF can show."""

_WORDS_MAY_CHANGE = frozenset({"ready", "decided"})
"""Where the steps before the seal lead to: the words can still be written another way."""

# The window may not import storage, and takes these from here.
__all__ = ["Past", "Refused", "Stating", "Stored"]


class Refused(Problem):
    """A step was refused; `refusals` say why, each with the field it concerns."""

    def __init__(self, reasons: tuple[Refusal, ...]) -> None:
        super().__init__(" ".join(reason.sentence for reason in reasons))
        self.refusals = reasons


@dataclass(frozen=True, slots=True)
class Past:
    """What was done with a record, newest first, and the step that can be taken back, if any."""

    entries: tuple[Entry, ...]
    undoable: Entry | None

    @property
    def was_decided(self) -> bool:
        """Whether it was decided here, so that it never goes to the bin."""
        return any(entry.what in BY_US and entry.seal_after for entry in self.entries)


class Stating:
    """Each verb runs on the keeper's thread and returns a future; Problems arrive through it."""

    def __init__(
        self,
        keeper: Keeper,
        kinds: Mapping[str, TypeOnPaper],
        today: Callable[[], date] = date.today,
    ) -> None:
        self._keeper = keeper
        self.kinds = kinds
        """May be replaced at any time, as when another templates folder is chosen."""
        self._today = today

    def take(
        self,
        record: DecisionRecord,
        typed: Mapping[str, str],
        act: Act,
        values: Mapping[str, str],
    ) -> "Future[Stored]":
        """Take a step with what it asks for (`states.asked`).

        Refused comes with a reason for each place: what the step asks for and was not given, or
        else, for the steps that need it, what the law or the council's clearances still lack.
        """

        def work(stores: Stores) -> Stored:
            settings = read_settings(stores.settings)
            around = around_of(record, self.kinds, settings)
            today, duties = self._today().isoformat(), around.duties
            names = asked(record, act, duties)
            after = taken(record, act, values, duties)
            counted = _counted(after, settings.profile)
            found = refusals(record, act, values, today, duties, counted)
            if step_of(act).whole:
                # Of one place one reason is enough, the step's own.
                told = {refusal.field for refusal in found}
                found += tuple(one for one in lacking(after, around) if one.field not in told)
            if found:
                raise Refused(found)
            return stores.states.put(
                after,
                _still_typed(typed, names),
                _step(record, after, act, names),
                seen=record,
                why=Why.STATE,
                note=f"{STATUS_LABELS[record.status]} → {STATUS_LABELS[after.status]}",
            )

        return self._run(work)

    def undo(self, record: DecisionRecord, typed: Mapping[str, str]) -> "Future[Stored]":
        """Take back the last step: where `record` stood before, and what the step asked for.

        What else it says is kept as it is now.
        """

        def work(stores: Stores) -> Stored:
            entry = undoable(stores.journal.listing(record.id))
            if entry is None:
                raise Problem("There is no step that can be taken back.")
            before = entry.details.get("before")
            old: dict[str, Any] = before if isinstance(before, dict) else {}
            back = replace(record, **old, status=entry.status_before)
            words = f"Taken back: {entry.words}"
            return stores.states.put(
                back,
                typed,
                Deed(what=What.UNDONE, words=words, details={"undoes": entry.number}),
                seen=record,
                why=Why.STATE,
                note=f"taken back, {STATUS_LABELS[back.status]}",
            )

        return self._run(work)

    def correct(
        self,
        record: DecisionRecord,
        typed: Mapping[str, str],
        corrected: DecisionRecord,
        correction: Correction,
        *,
        withhold: bool = False,
    ) -> "Future[Stored]":
        """Keep `record` as it is `corrected`, with the dated `correction` at the end of its own.

        The text before stays as a version. Something of the sealed set has to differ, and a reason
        has to be given; nothing else is taken from what is `corrected`. `withhold` keeps the old
        words out of what is printed and out of the journal's row: only the version has them then.
        """
        changed = [n for n in SEALED if getattr(record, n) != getattr(corrected, n)]

        def work(stores: Stores) -> Stored:
            if not changed:
                raise Problem("Nothing was corrected: the words are those of before.")
            if not correction.reason.strip():
                raise Refused((Refusal("corrections", "Say why it is corrected."),))
            rows = (*record.corrections, correction)
            if withhold:
                rows = withheld(record.corrections, correction)
            words: dict[str, Any] = {name: getattr(corrected, name) for name in changed}
            return stores.states.put(
                replace(record, **words, corrections=rows),
                typed,
                _correction(rows[-1], changed),
                seen=record,
                why=Why.CORRECTED,
                note=correction.place,
                before=record,
            )

        return self._run(work)

    def set_dates(
        self, record: DecisionRecord, typed: Mapping[str, str], values: Mapping[str, str]
    ) -> "Future[Stored]":
        """Give the record other dates of publication or call-in, told in the journal.

        Refused comes with every reason why not (`setting_dates.refusals_of_dates`).
        """
        after = with_dates(record, values)
        was = {name: getattr(record, name) for name in values}
        told = "; ".join(
            f"{field(name).label}: {_date(getattr(after, name))} (was {_date(was[name])})"
            for name in values
            if getattr(after, name) != was[name]
        )

        def work(stores: Stores) -> Stored:
            counted = _counted(after, read_settings(stores.settings).profile)
            found = refusals_of_dates(record, values, self._today().isoformat(), counted)
            if found:
                raise Refused(found)
            if not told:
                raise Problem("No date was changed.")
            return stores.states.put(
                after,
                _still_typed(typed, values),
                Deed(
                    what=What.DATES,
                    words=f"Dates changed: {told}",
                    details={"before": was, "after": dict(values)},
                ),
                seen=record,
                why=Why.STATE,
                note="dates changed",
            )

        return self._run(work)

    def note(self, deed: Deed) -> "Future[int]":
        """Enter in the journal what was done without changing the record."""
        return self._run(lambda stores: stores.journal.add(deed, stores.records.by()))

    def past(self, record_id: str) -> "Future[Past]":
        """Return what was done with a record, and what can be taken back."""

        def work(stores: Stores) -> Past:
            entries = stores.journal.listing(record_id)
            return Past(tuple(entries), undoable(entries))

        return self._run(work)

    def _run(self, work: Callable[[Stores], T]) -> "Future[T]":
        return self._keeper.run(work)


def lacking(record: DecisionRecord, around: Around) -> tuple[Refusal, ...]:
    """Return what keeps `record` from going on to be signed: what the law requires and the
    clearances the council asks for, if not there, and what no signing copy could show.

    The last may be set aside, as Word shows it. Once the words are sealed nothing is gained by it.
    """
    # Late, as in `checking`.
    from sendapp.domain.checks.catalogue import check_record

    return tuple(
        Refusal(finding.place, finding.sentence)
        for finding in check_record(record, around)
        if finding.rank is Rank.LAW
        or finding.check == CLEARANCE
        or (
            record.status in _WORDS_MAY_CHANGE
            and finding.check == UNSHOWABLE
            and not finding.set_aside
        )
    )


def _counted(record: DecisionRecord, profile: Profile) -> tuple[tuple[str, str], ...]:
    """Return the dates of call-in by the council's rule, none where they cannot be counted."""
    try:
        return as_counted(call_in_by(record, profile))
    except Problem:
        # Days of no calendar bind nobody; the officer's own dates are looked at all the same.
        return ()


def _step(record: DecisionRecord, after: DecisionRecord, act: Act, names: Collection[str]) -> Deed:
    """Return what is entered of a step: what was done, and what takes it back."""
    before = {name: getattr(record, name) for name in names}
    details: dict[str, object] = {"act": str(act), "before": before}
    return Deed(what=What.STEP, words=_said(after, act, names), details=details)


def _correction(row: Correction, changed: list[str]) -> Deed:
    """Return what is entered of a correction: no other words than those that it prints."""
    details: dict[str, object] = {
        "fields": changed,
        "reason": row.reason,
        "before": row.before,
        "after": row.after,
    }
    return Deed(what=What.CORRECTED, words=f"Corrected: {row.place}", details=details)


def _said(after: DecisionRecord, act: Act, names: Collection[str]) -> str:
    """Return what was done, with the dates and reasons that were given."""
    given = [
        f"{field(name).label}: {_date(value)}" for name in names if (value := getattr(after, name))
    ]
    return "; ".join((step_of(act).done, *given))


def _date(value: str) -> str:
    return long_date(value) if value else "none"


def _still_typed(typed: Mapping[str, str], names: Collection[str]) -> dict[str, str]:
    """Return the dates as typed without those that were set now."""
    return {name: text for name, text in typed.items() if name not in names}
