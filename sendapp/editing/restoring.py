"""Bringing back what a record said before: a whole version or one field, as a step to undo."""

from sendapp.domain.catalogue import CATALOGUE, field
from sendapp.domain.comparing import NOT_SHOWN
from sendapp.editing.open_record import OpenRecord
from sendapp.editing.steps import Draft
from sendapp.services.history import OldText

STAYS = NOT_SHOWN | {"status"}
"""Fields that no older text brings back: where the record stands, and what was sent round."""

RESTORED = tuple(entry.name for entry in CATALOGUE if entry.name not in STAYS)


def restore(open_record: OpenRecord, old: OldText) -> None:
    """Bring back all that the officer wrote, in one step."""
    source = Draft(old.record, old.typed)
    open_record.bring_back(source, RESTORED, "Restore an older version")


def restore_field(open_record: OpenRecord, old: OldText, name: str) -> None:
    """Bring back one field, in one step."""
    called = field(name).label
    source = Draft(old.record, old.typed)
    open_record.bring_back(source, (name,), f"Bring back {called[:1].lower()}{called[1:]}")
