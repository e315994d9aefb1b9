"""What is asked before a record is left that holds words which cannot be kept."""

from collections.abc import Callable

from sendapp.ui.messages import Answer, Messages, Part
from sendapp.ui.record_pane import RecordPane
from sendapp.ui.save_state import what_is_refused


def when_left(
    pane: RecordPane, messages: Messages, go_on: Callable[[], None], stay: Callable[[str], object]
) -> None:
    """Go on to another record; where words would be lost by it, ask first whether to.

    `stay` is told the id of the record that stays open.
    """
    pane.flush()
    if pane.open_record is None or not pane.refusals:
        go_on()
        return
    kept_open = pane.open_record.record.id

    def answered(answer: str) -> None:
        if answer == "leave":
            go_on()
        else:
            stay(kept_open)

    messages.ask(
        f"Not everything is saved: {what_is_refused(pane.refusals)}",
        "Go back and mend it, or leave the record and keep what was there before.",
        [
            Answer("back", "Go back", Part.CANCEL),
            Answer("leave", "Leave the record", Part.DESTROY),
        ],
        answered,
    )
