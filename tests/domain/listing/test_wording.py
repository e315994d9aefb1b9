"""What is said of a list before it is made, and to its readers of call-in."""

import pytest

from sendapp.domain.listing.kinds import ListKind
from sendapp.domain.listing.wording import call_in_note, preview, preview_of_past
from sendapp.domain.profile import CallInRule, CountedFrom, InForce
from tests.domain.listing.test_listing import asked


def test_the_preview_tells_that_days_are_past() -> None:
    month = asked(ListKind.DRAFT, "2025-11-01")
    marks = "what is ticked will be marked as published on 24 November 2025, not today."
    assert preview_of_past(month, 2) == f"2 decisions. These days are past: {marks}"
    assert preview_of_past(month, 0) == (
        f"Nothing is on the list yet. These days are past: {marks}"
    )
    assert preview_of_past(asked(ListKind.CONFIRMED), 1) == (
        "1 decision. This day is past: what is ticked will be marked as confirmed on "
        "24 November 2025, not today."
    )


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        (
            CallInRule(),
            "Each decision on this list may be called in for three working days after the day on "
            "which it was published, unless it says that call-in does not apply. If it is not "
            "called in, it can be implemented on the last of these days.",
        ),
        (
            CallInRule(days=1, in_force=InForce.NEXT_CALENDAR),
            "one working day after the day on which it was published, unless it says that call-in "
            "does not apply. If it is not called in, it can be implemented on the day after that "
            "day.",
        ),
        (
            CallInRule(days=5, clear=True, in_force=InForce.NEXT_WORKING, cut_off="17:00"),
            "on the next working day after the last of these days. What is published after 17:00 "
            "counts as published on the next working day.",
        ),
        (
            CallInRule(days=12, counted_from=CountedFrom.DECISION, cut_off="17:00"),
            "for 12 working days after the day on which it was made, unless it says that call-in "
            "does not apply. If it is not called in, it can be implemented on the last of these "
            "days.",
        ),
        (CallInRule(days=0), "The decisions on this list have been made and published."),
    ],
)
def test_a_draft_list_tells_the_councils_call_in_rule(rule: CallInRule, wanted: str) -> None:
    assert call_in_note(rule).endswith(wanted)


def test_the_preview_counts_what_is_marked_by_the_list() -> None:
    draft, confirmed = asked(ListKind.DRAFT), asked(ListKind.CONFIRMED)
    assert preview(draft, 1, 2) == (
        "3 decisions, of which 2 will be marked as published on 24 November 2025."
    )
    assert preview(draft, 0, 2) == (
        "2 decisions. All of them will be marked as published on 24 November 2025."
    )
    assert preview(confirmed, 0, 1) == (
        "1 decision. It will be marked as confirmed on 24 November 2025."
    )
    assert preview(draft, 3, 0) == "3 decisions."
    assert preview(draft, 0, 0) == (
        "No decisions were published on 24 November 2025. The list will say so."
    )
