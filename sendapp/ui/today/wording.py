"""How the Today view says things: what a task waits for, and what can be done about it."""

from datetime import date

from sendapp.domain.dates import WEEKDAYS, is_iso_date, long_date
from sendapp.domain.today import Due, Task

NOTHING = "Nothing is due today."
NOTHING_HINT = (
    "What waits for signature, publication, the end of call-in, the signed paper or disposal "
    "appears here by itself."
)

ACTS = {
    Due.CALL_IN_ENDS_TODAY: "Open",
    Due.CALL_IN_ENDS_THIS_WEEK: "Open",
    Due.CALLED_IN: "Outcome…",
    Due.CONFIRM: "Confirm…",
    Due.UNDATED: "Change dates…",
    Due.PUBLISH: "Publish…",
    Due.SIGN: "Record the decision…",
    Due.SCAN: "File it…",
    Due.RETENTION: "Dispose of it…",
    Due.PAPERS: "Dispose of them…",
}
"""What a line offers to do."""


def day_words(iso: str) -> str:
    """Return a day with its weekday, "Thu 27 November 2025"; what is no date as it stands."""
    if not is_iso_date(iso):
        return iso
    return f"{WEEKDAYS[date.fromisoformat(iso).weekday()][:3]} {long_date(iso)}"


def since_words(task: Task, today: date) -> str:
    """Return what a task waits for, and since when or until when."""
    day = day_words(task.day)
    match task.due:
        case Due.CALL_IN_ENDS_TODAY:
            return "Open to call-in until the end of today"
        case Due.CALL_IN_ENDS_THIS_WEEK:
            return f"Open to call-in until {day}"
        case Due.CALLED_IN:
            on = f" {day}" if day else ""
            return f"Called in{on}; it cannot be implemented meanwhile"
        case Due.CONFIRM:
            since = f"Can be implemented since {day}"
            return since if day else "Call-in does not apply: it can be implemented"
        case Due.UNDATED:
            return f"Published {day}" if day else "Published; the record does not say when"
        case Due.PUBLISH:
            if not day:
                return "Decided; the record does not say when"
            return f"Decided {day}, {_ago(task.day, today)}"
        case Due.SIGN:
            return f"Ready, last changed {day}"
        case Due.SCAN:
            return f"Decided {day}" if task.day else "Decided"
        case Due.RETENTION:
            return f"Its time was over on {day}"
        case Due.PAPERS:
            return f"Their time was over on {day}"


def details(task: Task) -> str:
    """Return what tells a record from others: its reference and who decides."""
    return " · ".join(filter(None, (task.reference, task.decision_maker)))


def lines_of(task: Task) -> int:
    """Return how many lines a task takes: its title, what it waits for, and its details if any."""
    return 3 if task.reference or task.decision_maker else 2


def _ago(iso: str, today: date) -> str:
    days = (today - date.fromisoformat(iso)).days
    return "yesterday" if days == 1 else f"{days} days ago"
