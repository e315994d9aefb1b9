"""What the record store tells of a record: that it was saved, how it is kept, why not."""

from dataclasses import dataclass

from sendapp.domain.record import DecisionRecord
from sendapp.errors import Changed, NotFound


@dataclass(frozen=True, slots=True)
class Saved:
    """That a record was saved: the SHA-256 of its content, and when (UTC, ISO form)."""

    hash: str
    at: str


@dataclass(frozen=True, slots=True)
class Stored:
    """A record as it is kept; `typed` holds, by field, dates that could not be read."""

    record: DecisionRecord
    typed: dict[str, str]
    created: str
    saved: str
    in_bin: bool
    hash: str
    """The SHA-256 of its content as it was saved; what `RecordStore.save` may expect to find."""
    sealed: bool = False
    """Whether its sealed set (`domain.sealing.SEALED`) changes only by a correction."""


def gone() -> NotFound:
    """The record is not kept, in the bin or out of it."""
    return NotFound("This record is not here any more.", "It may have been deleted.")


def stale() -> Changed:
    """What is kept says something else than what an act was to be done to."""
    return Changed(
        "What is kept of this record is not what is shown here, so this was not done.",
        "Open it again to see what changed. What you typed is still here.",
    )


def changed() -> Changed:
    """What is kept is not what the editor started from."""
    return Changed(
        "This record was changed elsewhere meanwhile, so what you typed was not put in its place.",
        "Open it again to see what changed. What you typed is still here.",
    )
