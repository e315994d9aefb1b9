"""What came with an older record and nobody has confirmed for this one."""

from collections.abc import Iterator
from functools import lru_cache

from sendapp.domain.carrying.moved import facts_by_field
from sendapp.domain.carrying.standing import StandingFact, standing_in
from sendapp.domain.checks.finding import Check, Rank
from sendapp.domain.checks.phrases import KEPT
from sendapp.domain.checks.reading import Reading, Spot
from sendapp.domain.checks.sources import NOTHING
from sendapp.domain.duties import ALL

_CALLED = {"name": "name", "date": "date", "amount": "amount", "reference": "reference"}


def _unconfirmed(reading: Reading) -> Iterator[Spot]:
    if not reading.record.carried:
        return
    kinds = facts_by_field(reading)
    told: set[tuple[str, str]] = set()
    for line in reading.lines(*kinds):
        facts = kinds[line.field]
        for mark in _standing(line.words, tuple(facts)):
            # Of one that stands twice in a place, the first is enough.
            if (line.passage.place, mark.words) not in told:
                told.add((line.passage.place, mark.words))
                called = _CALLED.get(facts[mark.words], "fact")
                yield line.spot(
                    f"This {called} came with an older record. Confirm it, or change it.",
                    mark.start,
                    mark.end,
                )


@lru_cache(maxsize=KEPT)
def _standing(words: str, facts: tuple[str, ...]) -> tuple[StandingFact, ...]:
    return standing_in(words, facts)


CHECKS = (
    Check(
        name="carried-over",
        rank=Rank.LOOKS,
        title="Carried over and not confirmed",
        duty="What a record took over from an older one may not hold for this decision.",
        find=_unconfirmed,
        types=ALL,
        source=NOTHING,
        confirmable=True,
        found=("“1 April 2024”, carried over and not confirmed yet",),
        passed=("“1 April 2024”, confirmed", "“1 April 2024”, changed to “1 April 2027”"),
    ),
)
