"""What the law wants in every written statement of a decision, and is not there."""

from collections.abc import Iterator

from sendapp.domain.catalogue import field
from sendapp.domain.checks.finding import Check, Rank
from sendapp.domain.checks.nothing_said import says_nothing
from sendapp.domain.checks.phrases import phrases
from sendapp.domain.checks.reading import Reading, Spot, says
from sendapp.domain.checks.sources import NOTHING, STATEMENT
from sendapp.domain.duties import ALL, EXECUTIVE
from sendapp.domain.sealing import DECIDED

# "No other option was available": an answer, even where the row is ticked as recommended.
_NONE_CONSIDERED = phrases(
    r"(?:^\W*|\b(?:there (?:is|are|was|were)|is|was|saw|had|have|has) |[.:;] )"
    r"no (?:(?:other|real|practical|realistic|viable|alternative|further|reasonable|lawful|such) )*"
    r"(?:options?|alternatives?|courses?(?: of action)?|choice)\b(?! (?:of|but)\b)",
    r"\bno (?:other|alternative) (?:[\w’'-]+ ){0,2}?(?:options?|alternatives?|courses?|choices?) "
    r"(?:of action )?(?:is|are|was|were|has|have|had|could|can|would|remain\w*|exist\w*|open)\b",
    r"^\W*(?:none|not any|nil)\b",
    r"\bthe only (?:[\w’'-]+ )?(?:option|alternative|course|choice)\b[^.]{0,20}"
    r"\b(?:open|available|possible|there)\b",
    r"\b(?:options?|alternatives?)\b[^.]{0,30}\b(?:none|not available|not considered)\b",
    r"^\W*not applicable\W*$",
)


def _decision(reading: Reading) -> Iterator[Spot]:
    if not reading.has_words("decisions"):
        yield Spot("decisions", "The record does not say what is decided.")


def _date(reading: Reading) -> Iterator[Spot]:
    if reading.record.status in DECIDED and not reading.record.date_of_decision:
        yield Spot("date_of_decision", "The decision is made, but the record does not say when.")


def _reasons(reading: Reading) -> Iterator[Spot]:
    said = [p for p in reading.of("reasons") if says(p.words)]
    if not said:
        yield Spot("reasons", "The record gives no reasons.")
    elif all(says_nothing(passage.words) for passage in said):
        yield Spot("reasons", "No reason says anything itself; the record has to give them.")


def _rejected_options(reading: Reading) -> Iterator[Spot]:
    for index, option in enumerate(reading.record.options):
        texts = (option.title, reading.words_at(f"options[{index}].text"))
        if any(map(says, texts)) and not option.recommended:
            return
        if any(_NONE_CONSIDERED.search(text) for text in texts):
            return
    yield Spot(
        "options",
        "The record names no other option that was considered and rejected. "
        "If there was none, add an option that says so, and why.",
    )


def _left_blank(reading: Reading) -> Iterator[Spot]:
    if reading.record.status == "draft":
        return
    for name in ("title", "decision_maker", "council"):
        if not reading.has_words(name):
            label = field(name).label
            yield Spot(name, f"“{label}” is blank: the page says “[{label} to be added]”.")


CHECKS = (
    Check(
        name="left-blank",
        rank=Rank.LOOKS,
        title="Left blank",
        duty="A record that goes to be signed names its matter, who decides it, and the council.",
        find=_left_blank,
        types=ALL,
        source=NOTHING,
        found=("A decided record without a title",),
        passed=("A draft without a title",),
    ),
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
