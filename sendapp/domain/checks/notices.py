"""Key decisions: 28 clear days of notice, or an urgency that was agreed in time."""

from collections.abc import Iterator

from sendapp.domain.checks.finding import Check, Rank
from sendapp.domain.checks.nothing_said import says_nothing
from sendapp.domain.checks.reading import Reading, Spot, day_of, says
from sendapp.domain.checks.sources import GENERAL_EXCEPTION, NOTICE, URGENCY
from sendapp.domain.days import clear_days
from sendapp.domain.duties import EXECUTIVE
from sendapp.domain.record import DecisionRecord

NOTICE_DAYS = 28
EXCEPTION_DAYS = 5
SHORTENS_NOTICE = frozenset({"general exception", "special urgency"})


def shortened(record: DecisionRecord) -> bool:
    """Whether the record says that less than the full notice was due."""
    return any(row.kind in SHORTENS_NOTICE for row in record.urgency)


def _no_notice(reading: Reading) -> Iterator[Spot]:
    record = reading.record
    if record.key_decision == "yes" and not record.notice_published and not shortened(record):
        yield Spot(
            "notice_published",
            "This is a key decision, but the record has neither the date of its public notice nor "
            "an urgency that was agreed.",
        )


def _too_short(reading: Reading) -> Iterator[Spot]:
    record = reading.record
    notice, decided = reading.day("notice_published"), reading.day("date_of_decision")
    if record.key_decision != "yes" or shortened(record) or not notice or not decided:
        return
    days = clear_days(notice, decided)
    if days < NOTICE_DAYS:
        yield Spot(
            "notice_published",
            f"{_days(days)} between the notice and the decision; a key decision "
            f"needs {NOTICE_DAYS}. Neither the day of the notice nor that of the decision counts.",
        )


def _exception_too_short(reading: Reading) -> Iterator[Spot]:
    decided = reading.day("date_of_decision")
    for index, row in enumerate(reading.record.urgency):
        given = day_of(row.agreed_on)
        if row.kind != "general exception" or decided is None or given is None:
            continue
        days = clear_days(given, decided)
        if days < EXCEPTION_DAYS:
            yield Spot(
                f"urgency[{index}].agreed_on",
                f"{_days(days)} between the notice to the scrutiny chair and the "
                f"decision; a general exception needs {EXCEPTION_DAYS}.",
            )


def _not_agreed(reading: Reading) -> Iterator[Spot]:
    decided = reading.day("date_of_decision")
    for index, row in enumerate(reading.record.urgency):
        if row.kind not in SHORTENS_NOTICE:
            continue
        agreed = day_of(row.agreed_on)
        told = "was told" if row.kind == "general exception" else "agreed"
        if not says(row.agreed_by) or says_nothing(row.agreed_by):
            sentence = f"Say who {told}: the chair of the scrutiny committee."
            yield Spot(f"urgency[{index}].agreed_by", sentence)
        elif agreed is None:
            sentence = f"Say on which day the chair {told}, as a date."
            yield Spot(f"urgency[{index}].agreed_on", sentence)
        elif row.kind == "special urgency" and decided and agreed > decided:
            sentence = "The chair agreed only after the decision was made."
            yield Spot(f"urgency[{index}].agreed_on", sentence)


def _days(number: int) -> str:
    if number < 1:
        return "No clear day lies"
    return "Only 1 clear day lies" if number == 1 else f"Only {number} clear days lie"


CHECKS = (
    Check(
        name="key-notice-missing",
        rank=Rank.LAW,
        title="A key decision without notice",
        duty="A key decision is announced in public 28 clear days before it is made, unless the "
        "general exception or special urgency applies.",
        find=_no_notice,
        types=EXECUTIVE,
        source=NOTICE,
        found=("A key decision without a notice and without urgency",),
        passed=("A key decision under special urgency",),
    ),
    Check(
        name="notice-too-short",
        rank=Rank.LAW,
        title="Less than 28 clear days of notice",
        duty="Between the public notice and a key decision lie at least 28 clear days, counted in "
        "calendar days.",
        find=_too_short,
        types=EXECUTIVE,
        source=NOTICE,
        found=("Notice on 2 February 2026, decision on 2 March 2026: 27 clear days",),
        passed=("Notice on 2 February 2026, decision on 3 March 2026: 28 clear days",),
    ),
    Check(
        name="exception-notice-too-short",
        rank=Rank.LAW,
        title="Less than five clear days for a general exception",
        duty="Where the general exception applies, five clear days lie between the notice to the "
        "chair of the scrutiny committee and the decision. They are counted here in calendar days; "
        "your council may count working days.",
        find=_exception_too_short,
        types=EXECUTIVE,
        source=GENERAL_EXCEPTION,
        found=("Notice to the chair on Monday 2 March, decision on Friday 6 March",),
        passed=("Notice to the chair on Monday 2 March, decision on Monday 9 March",),
    ),
    Check(
        name="urgency-agreement-missing",
        rank=Rank.LAW,
        title="Urgency that was not agreed in time",
        duty="For the general exception the chair of the scrutiny committee is told; special "
        "urgency needs the chair’s agreement.",
        find=_not_agreed,
        types=EXECUTIVE,
        source=URGENCY,
        found=("Special urgency, and nobody under Agreed by",),
        passed=("Special urgency, agreed by the chair of scrutiny on 4 March 2026",),
    ),
)
