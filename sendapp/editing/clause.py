"""Putting the not-for-publication clause into a record; from then on it follows by itself."""

from dataclasses import replace

from sendapp.domain.exempt_clause import exempt_clause
from sendapp.domain.record import Item
from sendapp.editing.open_record import OpenRecord

WORDS = "Insert the not-for-publication clause"
NONE_EXEMPT = "No appendix is marked as exempt. Mark it under “Appendices” first."


def put_clause(open_record: OpenRecord, blank: str = "") -> int:
    """Make the clause of the record's appendices one of its decisions; return which one.

    It takes the place of the blank decision with the key `blank`, or else stands last. One that is
    there already stays where it is. Returns -1 where no appendix is exempt, and where it cannot be
    kept.
    """
    open_record.flush()
    clause = exempt_clause(open_record.record.appendices)
    if not clause:
        return -1
    decisions = open_record.record.decisions
    texts = [row.text for row in decisions]
    if clause in texts:
        return texts.index(clause)
    keys = [row.key for row in decisions]
    at = keys.index(blank) if blank in keys else len(decisions)
    if at < len(decisions) and not texts[at]:
        rows = [*decisions[:at], replace(decisions[at], text=clause), *decisions[at + 1 :]]
    else:
        at = len(decisions)
        rows = [*decisions, Item(text=clause)]
    return at if open_record.replace_rows("decisions", list(rows), at, WORDS) else -1
