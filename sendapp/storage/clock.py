"""What time it is, as the records file tells it."""

from datetime import UTC, datetime


def now_utc() -> str:
    """Return the time, to the microsecond, so that times sort in the order of saving."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
