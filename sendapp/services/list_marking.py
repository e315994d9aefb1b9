"""Marking records with the list they are put on: the date of the list, and the step with it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from threading import Lock
from typing import TypeVar

from sendapp.domain.call_in import call_in_by, may_be_called_in, settled_or_counted
from sendapp.domain.listing.choosing import why_too_late
from sendapp.domain.listing.kinds import ListKind
from sendapp.domain.profile import Profile
from sendapp.domain.record import DecisionRecord
from sendapp.domain.states import Act
from sendapp.errors import Problem
from sendapp.services.checking import around_of
from sendapp.services.council import read_settings
from sendapp.services.stating import Stating
from sendapp.storage.keeper import Keeper, Stores
from sendapp.storage.stored import Stored

T = TypeVar("T")
Seen = tuple[DecisionRecord, Mapping[str, str]]
"""A record as the officer sees it, with its dates as typed."""


@dataclass(frozen=True, slots=True)
class Marked:
    """What became of records that were to be marked."""

    stored: tuple[Stored, ...] = ()
    """Those that were marked, as they are now."""
    refused: tuple[str, ...] = ()
    """Each of the others by its title, and why."""

    def of(self, record_id: str) -> Stored:
        """Return one that was marked; raises a Problem where that one was not."""
        for stored in self.stored:
            if stored.record.id == record_id:
                return stored
        raise Problem("This record was not marked with the list.")


class Marking:
    """Publishes what is put on a draft list, and confirms what is put on a confirmed one.

    Each record is marked by itself: what one of them lacks keeps none of the others back.
    """

    def __init__(
        self, keeper: Keeper, stating: Stating, now: Callable[[], datetime] = datetime.now
    ) -> None:
        self._keeper = keeper
        self._stating = stating
        self._now = now

    def __call__(
        self,
        kind: ListKind,
        record_ids: Sequence[str],
        list_date: str,
        seen: Mapping[str, Seen],
    ) -> "Future[Marked]":
        """Mark the records with the ISO date of a list of `kind` and take the step with it.

        `seen` has by id those that are open: what is kept is marked only if it says the same.
        """
        marked: Future[Marked] = Future()

        def read(stores: Stores) -> tuple[Profile, list[Stored]]:
            profile = read_settings(stores.settings).profile
            kept = [stores.records.get(record_id) for record_id in record_ids]
            return profile, [_as_seen(stored, seen) for stored in kept]

        def go_on(reading: "Future[tuple[Profile, list[Stored]]]") -> None:
            try:
                profile, found = reading.result()
                steps = [self._step(kind, stored, list_date, profile) for stored in found]
            except Exception as fault:
                marked.set_exception(fault)
            else:
                _when_all(steps, partial(_tell, marked, found, steps))

        self._keeper.run(read).add_done_callback(go_on)
        return marked

    def _step(
        self, kind: ListKind, stored: Stored, list_date: str, profile: Profile
    ) -> "Future[Stored]":
        """Mark one, and tell it by the future, too, where that is refused before the step."""
        try:
            return self._mark(kind, stored, list_date, profile)
        except Problem as problem:
            refused: Future[Stored] = Future()
            refused.set_exception(problem)
            return refused

    def _mark(
        self, kind: ListKind, stored: Stored, list_date: str, profile: Profile
    ) -> "Future[Stored]":
        record, typed = stored.record, stored.typed
        day = {kind.date_field: getattr(record, kind.date_field) or list_date}
        if kind is ListKind.DRAFT:
            now = self._now()
            values = _published(record, day, profile, now)
            duties = around_of(record, self._stating.kinds).duties
            why = why_too_late(values["call_in_ends"], now.date().isoformat())
            if why and may_be_called_in(record, duties):
                raise Problem(why)
            return self._stating.take(record, typed, Act.PUBLISH, values)
        if record.status == "implementable":
            return self._stating.set_dates(record, typed, day)
        return self._stating.take(record, typed, Act.IMPLEMENT, day)


def _as_seen(kept: Stored, seen: Mapping[str, Seen]) -> Stored:
    """Return `kept` with what the officer sees of it, for a step to compare with what is kept."""
    record, typed = seen.get(kept.record.id, (kept.record, kept.typed))
    return replace(kept, record=record, typed=dict(typed))


def _published(
    record: DecisionRecord, day: Mapping[str, str], profile: Profile, now: datetime
) -> Mapping[str, str]:
    """Return what publishing asks for: dates an officer has settled stay, others are counted.

    What is published today is published `now`. Of another day nobody knows the time: it counts as
    after the cut-off, so that members never lose a day.
    """
    published = day["draft_list_published"]
    at = f"{now:%H:%M}" if published == now.date().isoformat() else ""
    counted = call_in_by(replace(record, draft_list_published=published), profile, at=at)
    late = counted.if_late if counted else None
    ends, in_force = settled_or_counted(record, late or counted)
    reason = record.call_in_reason
    return {"call_in_ends": ends, "in_force_on": in_force, "call_in_reason": reason, **day}


def _tell(
    marked: "Future[Marked]", before: Iterable[Stored], steps: Iterable["Future[Stored]"]
) -> None:
    """Tell what became of each; what is no Problem is a fault of ours."""
    stored: list[Stored] = []
    refused: list[str] = []
    try:
        for old, step in zip(before, steps, strict=True):
            try:
                stored.append(step.result())
            except Problem as problem:
                refused.append(f"{old.record.title}: {problem.sentence}")
    except BaseException as fault:
        marked.set_exception(fault)
    else:
        marked.set_result(Marked(tuple(stored), tuple(refused)))


def _when_all(futures: Sequence["Future[T]"], act: Callable[[], object]) -> None:
    """Call `act` once all are done, whatever came of them."""
    left = len(futures)
    lock = Lock()

    def count(_: "Future[T]") -> None:
        nonlocal left
        with lock:
            left -= 1
            last = left == 0
        if last:
            act()

    if not futures:
        act()
    for future in futures:
        future.add_done_callback(count)
