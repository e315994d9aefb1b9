"""Handing a new value of a text to the record as a step with words of its own."""

from PySide6.QtWidgets import QWidget

from sendapp.editing.open_record import OpenRecord
from sendapp.ui.form.inputs import FormText
from sendapp.ui.form.row_card import RowCard


def hand_over(open_record: OpenRecord, text: FormText, value: str, words: str) -> None:
    """Make `value` what stands in a plain text of the form, as a step called `words`.

    What cannot be kept is refused beneath the text, as it is when typed.
    """
    card: QWidget | None = text.editor
    while card is not None and not isinstance(card, RowCard):
        card = card.parentWidget()
    if isinstance(card, RowCard):
        card.part_edited.emit(text.entry.name, value, words, False)
    else:
        open_record.set(text.entry.name, value, words=words)
