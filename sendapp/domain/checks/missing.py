"""What the law wants in every written statement of a decision, and is not there."""

from collections.abc import Iterator

from sendapp.domain.checks.finding import Check, Rank
from sendapp.domain.checks.phrases import phrases
from sendapp.domain.checks.reading import ALL, EXECUTIVE, Reading, Spot
from sendapp.domain.checks.sources import STATEMENT

_MADE = frozenset({"decided", "published", "called-in", "implementable"})
# "No other option was available": an answer, even where the row is ticked as recommended.
_NONE_CONSIDERED = phrases(
    r"\bno (?:(?!(?:this|that|the|these|those|with)\b)[\w’'-]+ ){0,4}"
    r"(?:options?|alternatives?|courses?|choice)\b",
    r"\b(?:none|not any)\b[^.]{0,40}\b(?:options?|alternatives?|courses?|choice)\b",
    r"\bthe only (?:[\w’'-]+ )?(?:option|alternative|course|choice)\b[^.]{0,20}"
    r"\b(?:open|available|possible|there)\b",
    r"\b(?:options?|alternatives?)\b[^.]{0,30}\b(?:none|not available|not considered)\b",
    r"\bnot applicable\b",
)


def _decision(reading: Reading) -> Iterator[Spot]:
    if not reading.has_words("decisions"):
        yield Spot("decisions", "The record does not say what is decided.")


def _date(reading: Reading) -> Iterator[Spot]:
    if reading.record.status in _MADE and not reading.record.date_of_decision:
        yield Spot("date_of_decision", "The decision is made, but the record does not say when.")


def _reasons(reading: Reading) -> Iterator[Spot]:
    if not reading.has_words("reasons"):
        yield Spot("reasons", "The record gives no reasons.")


def _rejected_options(reading: Reading) -> Iterator[Spot]:
    for index, option in enumerate(reading.record.options):
        words = f"{option.title} {reading.words_at(f'options[{index}].text')}".strip()
        if words and (not option.recommended or _NONE_CONSIDERED.search(words)):
            return
    yield Spot(
        "options",
        "The record names no other option that was considered and rejected. "
        "If there was none, add an option that says so, and why.",
    )


CHECKS = (
    Check(
        name="decision-missing",
        rank=Rank.LAW,
        title="No decision",
        duty="The written statement sets out the decision itself.",
        find=_decision,
        types=ALL,
        source=STATEMENT,
        found=("Three decisions, each without a word",),
        passed=("The purchase of two vans.",),
    ),
    Check(
        name="decision-date-missing",
        rank=Rank.LAW,
        title="No date of decision",
        duty="The written statement says on which day the decision was made.",
        find=_date,
        types=ALL,
        source=STATEMENT,
        found=("A published record without its date of decision",),
        passed=("A draft without a date of decision",),
    ),
    Check(
        name="reasons-missing",
        rank=Rank.LAW,
        title="No reasons",
        duty="The written statement gives the reasons for the decision.",
        find=_reasons,
        types=ALL,
        source=STATEMENT,
        found=("A record whose one reason is blank",),
        passed=("The bridge is unsafe.",),
    ),
    Check(
        name="rejected-options-missing",
        rank=Rank.LAW,
        title="No rejected option",
        duty="The written statement describes the alternative options that were considered and "
        "rejected.",
        find=_rejected_options,
        types=EXECUTIVE,
        source=STATEMENT,
        found=("One option, the recommended one",),
        passed=("Do nothing. Rejected, since the roof leaks.", "No other option was available."),
    ),
)
