"""The optional fields of a record as they are printed under "Further information"."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from sendapp.domain.catalogue import CATALOGUE
from sendapp.domain.dates import long_date
from sendapp.domain.fields import Field, Kind, Place, Section
from sendapp.domain.record import Appendix, Correction, DecisionRecord, Row, Urgency
from sendapp.domain.rows import ROWS, row_field

SCHEDULE = "Schedule 12A to the Local Government Act 1972"

_PRINTED_LABELS = {
    "key_decision": "Key decision",
    "key_decision_reason": "Reason",
    "notice_published": "28-day notice published",
    "call_in_applies": "Call-in applies",
    "urgency": "Urgency",
}
"""Where the form's label is a question, or long, the words that stand in print."""


@dataclass(frozen=True, slots=True)
class Detail:
    """One optional field in print: a text, or a list of entries."""

    name: str
    label: str
    text: str = ""
    entries: tuple[str, ...] = ()


def more(record: DecisionRecord, named: Collection[str]) -> list[Detail]:
    """Return the optional fields that are filled and that the template does not print itself."""
    return [
        detail
        for entry in CATALOGUE
        if entry.section is Section.MORE
        and Place.TEMPLATE in entry.places
        and entry.name not in named
        and (detail := _detail(entry, record))
    ]


def printed(entry: Field, text: str) -> str:
    """Return the text of a field as it is printed: a date in words, anything else as it is."""
    return long_date(text) if entry.kind is Kind.DATE or entry.name.endswith("_on") else text


def _detail(entry: Field, record: DecisionRecord) -> Detail | None:
    """Return `entry` as it is printed, None where it is blank."""
    value = getattr(record, entry.name)
    label = _PRINTED_LABELS.get(entry.name, entry.label)
    if entry.kind is Kind.ROWS:
        words = _ROW_WORDS.get(entry.name, _any_row)
        entries = tuple(text for row in value if (text := words(entry.name, row)))
        return Detail(entry.name, label, entries=entries) if entries else None
    text = _words(entry, value)
    return Detail(entry.name, label, text) if text else None


def _words(entry: Field, value: object) -> str:
    if not value:
        return ""
    if entry.kind is Kind.CHOICE:
        return dict(entry.choices).get(str(value), str(value))
    if isinstance(value, tuple):
        return _and([str(number) for number in value])
    if isinstance(value, bool):
        return entry.label
    return printed(entry, str(value))


def _any_row(name: str, row: Row) -> str:
    """Return a row's filled fields in the order of the form."""
    texts = (_words(entry, getattr(row, entry.name)) for entry in ROWS[name])
    return ", ".join(text for text in texts if text)


def _urgency(name: str, row: Row) -> str:
    assert isinstance(row, Urgency)
    kind = next(entry for entry in ROWS[name] if entry.name == "kind")
    head = ": ".join(text for text in (_words(kind, row.kind), row.reason) if text)
    by = f"by {row.agreed_by}" if row.agreed_by else ""
    on = f"on {long_date(row.agreed_on)}" if row.agreed_on else ""
    agreed = " ".join(part for part in (by, on) if part)
    if not agreed:
        return head
    return f"{head} (agreed {agreed})" if head else f"Agreed {agreed}"


def _appendix(_name: str, row: Row) -> str:
    assert isinstance(row, Appendix)
    said = []
    if row.exempt:
        said.append("not for publication")
    if row.paragraphs:
        paragraphs = _and([str(number) for number in row.paragraphs])
        plural = "s" if len(row.paragraphs) > 1 else ""
        said.append(f"exempt under paragraph{plural} {paragraphs} of {SCHEDULE}")
    if row.public_interest:
        said.append(_lower(row_field("appendices", "public_interest").label))
    if not said:
        return row.title
    return f"{row.title} ({'; '.join(said)})".strip()


def _correction(_name: str, row: Row) -> str:
    assert isinstance(row, Correction)
    head = ", ".join(text for text in (long_date(row.corrected_on), row.place) if text)
    reason = row.reason.strip()
    told = (
        reason if reason.endswith((".", "!", "?")) or not reason else f"{reason}.",
        f"Before: “{row.before}”." if row.before else "",
        f"After: “{row.after}”." if row.after else "",
    )
    return ": ".join(text for text in (head, " ".join(filter(None, told))) if text)


def _lower(words: str) -> str:
    """Return a label as it stands within a sentence."""
    return words[:1].lower() + words[1:]


def _and(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


_ROW_WORDS: dict[str, Callable[[str, Row], str]] = {
    "urgency": _urgency,
    "appendices": _appendix,
    "corrections": _correction,
}
