"""The checks at work: on a thread of their own, against what the council has and asks for."""

from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

from sendapp.domain.checks.finding import Finding
from sendapp.domain.checks.reading import Around, Others
from sendapp.domain.record import DecisionRecord
from sendapp.services.council import CouncilSettings
from sendapp.services.desk import Desk
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

    def others_beside(self, record_id: str) -> "Future[Others]":
        """Return what the council's other records are called."""
        return self._desk.others_but(record_id)

    def check(
        self, record: DecisionRecord, others: Others | None = None
    ) -> "Future[tuple[Finding, ...]]":
        """Return what the checks find in `record`."""
        around = around_of(record, self.kinds, self.council)
        beside = others or Others()
        around = replace(around, other_titles=beside.titles, other_references=beside.references)
        return self._pool.submit(_found, record, around)


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
