"""Bringing back what a record said before: a whole version or one field, as a step to undo."""

from sendapp.domain.catalogue import CATALOGUE, field
from sendapp.domain.comparing import NOT_SHOWN
from sendapp.domain.life_fields import LIFE
from sendapp.domain.sealing import KEPT
from sendapp.domain.setting_dates import kept_fields, why_fixed
from sendapp.editing.open_record import OpenRecord
from sendapp.editing.steps import Draft
from sendapp.services.history import OldText

STAYS = NOT_SHOWN | {"status", "corrections"} | {entry.name for entry in LIFE}
"""Fields that no older text brings back: where the record stands, what its steps have set, how it
was corrected, and what was sent round."""

RESTORED = tuple(entry.name for entry in CATALOGUE if entry.name not in STAYS)


def restore(open_record: OpenRecord, old: OldText) -> bool:
    """Bring back all that the officer wrote, in one step; of what was decided nothing.

    False where nothing but what was decided is another.
    """
    source = Draft(old.record, old.typed)
    names = tuple(name for name in RESTORED if name not in kept_from(open_record))
    before = open_record.record, dict(open_record.typed)
    open_record.bring_back(source, names, "Restore an older version")
    if open_record.sealed and before == (open_record.record, dict(open_record.typed)):
        open_record.noticed.emit(KEPT)
        return False
    return True


def kept_from(open_record: OpenRecord) -> frozenset[str]:
    """Return the fields that no older text is put into: what was decided, and what steps set."""
    return kept_fields(open_record.record, sealed=open_record.sealed)


def restore_field(open_record: OpenRecord, old: OldText, name: str) -> bool:
    """Bring back one field, in one step; False where it is kept as it is."""
    if name in STAYS or name in kept_from(open_record):
        open_record.noticed.emit(why_fixed(name))
        return False
    called = field(name).label
    source = Draft(old.record, old.typed)
    open_record.bring_back(source, (name,), f"Bring back {called[:1].lower()}{called[1:]}")
    return True
