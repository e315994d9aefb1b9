"""What is said of a list before it is made."""

from sendapp.domain.listing.kinds import ListKind
from sendapp.domain.listing.wording import preview_of_past
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
