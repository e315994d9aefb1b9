"""Places that are still to be filled in, as phrases bring them: "[amount]"."""

from collections.abc import Iterator
from functools import lru_cache

from sendapp.domain.checks.finding import Check, Rank
from sendapp.domain.checks.nothing_said import says_nothing
from sendapp.domain.checks.phrases import KEPT
from sendapp.domain.checks.reading import Reading, Spot
from sendapp.domain.checks.sources import NOTHING
from sendapp.domain.duties import ALL
from sendapp.domain.phrases.phrase import places_in

# From one key to the next most lines of a record stay as they are.
_places = lru_cache(maxsize=KEPT)(places_in)


def _unfilled(reading: Reading) -> Iterator[Spot]:
    for line in reading.lines(*dict.fromkeys(passage.field for passage in reading.passages)):
        passage = line.passage
        if passage.part == "text" and says_nothing(passage.words):
            # Told of already, as a whole.
            continue
        for start, end in _places(line.words):
            yield line.spot(
                "This place is still to be filled in. It would be printed as it stands.", start, end
            )


CHECKS = (
    Check(
        name="place-not-filled",
        rank=Rank.LOOKS,
        title="Still to be filled in",
        duty="What stands in square brackets in a phrase is a place for the facts of this record.",
        find=_unfilled,
        types=ALL,
        source=NOTHING,
        found=("A grant of £[amount] to the trust.",),
        passed=("R v Marlhaven [2019] EWHC 12", "He wrote “recieved” [sic]."),
    ),
)
