"""The library of phrases: those that came with the program under those of the council."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sendapp.domain.phrases.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Own:
    """What the council made of the library: phrases added or changed, and ids of removed ones."""

    phrases: tuple[Phrase, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many phrases that came in are new, changed one that was here, or were here already."""

    new: int = 0
    changed: int = 0
    same: int = 0

    @property
    def sentence(self) -> str:
        """The counts in words."""
        parts = (f"{self.new} new", f"{self.changed} changed", f"{self.same} the same as before")
        return f"Phrases imported: {', '.join(parts)}."


def library(shipped: Iterable[Phrase], own: Own) -> tuple[Phrase, ...]:
    """Return all phrases: the shipped ones in their order, with the council's in their place."""
    phrases = {phrase.id: phrase for phrase in shipped}
    phrases |= {phrase.id: phrase for phrase in own.phrases}
    return tuple(phrase for phrase in phrases.values() if phrase.id not in own.removed)


def own_of(shipped: Sequence[Phrase], wanted: Sequence[Phrase]) -> Own:
    """Return what has to be kept so that the library is `wanted`."""
    came = {phrase.id: phrase for phrase in shipped}
    left = {phrase.id for phrase in wanted}
    return Own(
        tuple(phrase for phrase in wanted if came.get(phrase.id) != phrase),
        tuple(id_ for id_ in came if id_ not in left),
    )


def with_shipped(shipped: Sequence[Phrase], phrases: Iterable[Phrase]) -> tuple[Phrase, ...]:
    """Return the library with every shipped phrase as it came; the council's additions stay."""
    came = {phrase.id for phrase in shipped}
    return (*shipped, *(phrase for phrase in phrases if phrase.id not in came))


def with_incoming(
    phrases: Iterable[Phrase], incoming: Iterable[Phrase]
) -> tuple[tuple[Phrase, ...], Counts]:
    """Return the library with what comes in, by id, and what that changed."""
    here = {phrase.id: phrase for phrase in phrases}
    new = changed = same = 0
    for phrase in incoming:
        before = here.get(phrase.id)
        new += before is None
        same += before == phrase
        changed += before is not None and before != phrase
        here[phrase.id] = phrase
    return tuple(here.values()), Counts(new, changed, same)
