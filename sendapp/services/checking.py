"""The checks at work: on a thread of their own, against what the council has and asks for."""

from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

from sendapp.domain.checks.finding import Finding
from sendapp.domain.checks.reading import Around, folded
from sendapp.domain.record import DecisionRecord
from sendapp.services.council import CouncilSettings
from sendapp.services.desk import Desk
from sendapp.services.export import then
from sendapp.services.record_types import TypeOnPaper


class Checking:
    """Runs the checks away from the interface thread.

    `kinds` and `council` may be replaced at any time, as when settings are kept.
    """

    def __init__(self, desk: Desk, kinds: Mapping[str, TypeOnPaper]) -> None:
        self._desk = desk
        self.kinds = kinds
        self.council = CouncilSettings()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="checks")

    def close(self) -> None:
        """Let go of the thread; what waits is not checked."""
        self._pool.shutdown(cancel_futures=True)

    def titles_beside(self, record_id: str) -> "Future[frozenset[str]]":
        """Return the titles of the council's other records, folded to be compared."""
        return then(self._desk.titles_but(record_id), _folded)

    def check(
        self, record: DecisionRecord, other_titles: frozenset[str] = frozenset()
    ) -> "Future[tuple[Finding, ...]]":
        """Return what the checks find in `record`."""
        around = around_of(record, self.kinds, self.council)
        return self._pool.submit(_found, record, replace(around, other_titles=other_titles))


def around_of(
    record: DecisionRecord,
    kinds: Mapping[str, TypeOnPaper],
    council: CouncilSettings | None = None,
) -> Around:
    """Return what `record` is checked against: its kind's duties, and what the council asks."""
    kind = kinds.get(record.record_type)
    asked = council or CouncilSettings()
    return Around(
        asked_fields=asked.asked_fields,
        asked_clearances=asked.asked_clearances,
        posts=asked.posts,
        profile=asked.profile,
        duties=kind.type.duties if kind else "",
        sections=max((s.number for s in kind.type.sections), default=0) if kind else 6,
    )


def _found(record: DecisionRecord, around: Around) -> tuple[Finding, ...]:
    # Late: the phrases they look for take longer to compile than a window may take to open.
    from sendapp.domain.checks.catalogue import check_record

    return check_record(record, around)


def _folded(titles: list[str]) -> frozenset[str]:
    return frozenset(map(folded, titles))
