"""Where each carried-over fact of a record is looked for: its own field, or where it was moved."""

from sendapp.domain.carrying.standing import plain_spaces, stands
from sendapp.domain.checks.reading import Reading
from sendapp.domain.record import Carried


def strayed(reading: Reading) -> frozenset[Carried]:
    """Return the carried facts that stand no more in their own field.

    They may stand in another, cut out and pasted. The words of a link, "here", say nothing there.
    """
    texts: dict[str, list[str]] = {}
    for passage in reading.of(*{fact.field for fact in reading.record.carried}):
        texts.setdefault(passage.field, []).append(plain_spaces(passage.words))
    return frozenset(
        fact
        for fact in reading.record.carried
        if (fact.kind != "reference" or _is_telling(fact.words))
        and not any(stands(plain_spaces(fact.words), text) for text in texts.get(fact.field, ()))
    )


def facts_by_field(reading: Reading) -> dict[str, dict[str, str]]:
    """Return the facts that are looked for in each field: their kinds by their words."""
    facts: dict[str, dict[str, str]] = {}
    for fact in reading.record.carried:
        facts.setdefault(fact.field, {})[plain_spaces(fact.words)] = fact.kind
    # In the order of the record, which a set has not: it is asked again after each key.
    gone = strayed(reading)
    moved = [fact for fact in reading.record.carried if fact in gone]
    for name in {passage.field for passage in reading.passages} if moved else ():
        here = facts.setdefault(name, {})
        for fact in moved:
            here.setdefault(plain_spaces(fact.words), fact.kind)
    return facts


def _is_telling(words: str) -> bool:
    return any(char.isdigit() or char.isupper() or char == "@" for char in words)
