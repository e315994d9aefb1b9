"""Dates and terms that cannot be right: out of order, on days that do not count, not adding up."""

from collections.abc import Iterator
from datetime import date, timedelta

from sendapp.domain.checks.dates_in_words import Term, dates_in
from sendapp.domain.checks.finding import Check, Rank
from sendapp.domain.checks.periods import Period, periods_in
from sendapp.domain.checks.phrases import phrases
from sendapp.domain.checks.reading import Reading, Spot, day_of
from sendapp.domain.checks.sources import NOTHING
from sendapp.domain.dates import WEEKDAYS, long_date
from sendapp.domain.days import why_not_counted
from sendapp.domain.duties import ALL, OFFICER_NON_EXECUTIVE
from sendapp.domain.profile import InForce

LATE_DAYS = 60
_SLACK = timedelta(days=4)
_MONTH_SLACK = timedelta(days=31)
_IN_FORCE = phrases(
    r"\b(?:this|the) decisions?\b(?: \w+){0,3}? "
    r"(?:com(?:e|es|ing) into (?:force|effect|operation)|tak(?:e|es|ing) effect"
    r"|(?:has|have) effect|be(?:comes?)? (?:effective|implementable|operative)"
    r"|(?:can|may|will|shall|is to|could|must) (?:\w+ ){0,2}?(?:be )?"
    r"(?:implemented|put into effect|acted (?:up)?on|carried out|enacted)"
    r"|is (?:to be )?(?:implemented|effective|in force))\b[^.;\n]{0,40}?$",
    r"\b(?:implementation (?:of (?:this|the) decision )?(?:date|may begin|can begin|begins)"
    r"|in force (?:on|from)|effective date(?: of (?:this|the) decision)?)\b[^.;\n]{0,20}?$",
)
_ORDER = (
    ("notice_published", "the notice was published", "date_of_decision", "the decision was made"),
    ("date_of_decision", "the decision was made", "draft_list_published", "it was published"),
    (
        *("draft_list_published", "the draft list was published"),
        *("confirmed_list_published", "the confirmed list was"),
    ),
    (
        *("date_of_decision", "the decision was made"),
        *("confirmed_list_published", "the confirmed list was published"),
    ),
)


def _order(reading: Reading) -> Iterator[Spot]:
    told: set[str] = set()
    for before, words_before, after, words_after in _ORDER:
        first, second = reading.day(before), reading.day(after)
        if first and second and first > second and not told & {before, after}:
            told |= {before, after}
            yield Spot(
                after,
                f"{_day(first)}, on which {words_before}, is later than {_day(second)}, on which "
                f"{words_after}.",
            )
    decided = reading.day("date_of_decision")
    for index, row in enumerate(reading.record.urgency):
        agreed = day_of(row.agreed_on)
        if decided and agreed and agreed > decided:
            yield Spot(
                f"urgency[{index}].agreed_on",
                f"This was agreed on {_day(agreed)}, after the decision of {_day(decided)}.",
            )


def _late(reading: Reading) -> Iterator[Spot]:
    decided, published = reading.day("date_of_decision"), reading.day("draft_list_published")
    if decided and published and (published - decided).days > LATE_DAYS:
        yield Spot(
            "draft_list_published",
            f"{(published - decided).days} days lie between the decision and its publication. "
            "Either date may be wrong; if not, publish as soon as is practicable.",
        )
    confirmed = reading.day("confirmed_list_published")
    # A decision that was called in waits for the scrutiny committee.
    if published and confirmed and not reading.record.called_in_on:
        days = (confirmed - published).days
        if days > LATE_DAYS:
            yield Spot(
                "confirmed_list_published",
                f"{days} days lie between the draft list and the confirmed list. Either date may "
                "be wrong.",
            )


def _not_counted(reading: Reading) -> Iterator[Spot]:
    closed = reading.closed
    if reading.around.profile.call_in.in_force is InForce.NEXT_CALENDAR:
        # This council's decisions come into force on any day.
        return
    confirmed = reading.day("confirmed_list_published")
    if confirmed and (why := why_not_counted(confirmed, closed)):
        yield Spot("confirmed_list_published", f"{_day(confirmed)} is {why}.")
    if reading.record_type == OFFICER_NON_EXECUTIVE:
        # Nothing counts working days before such a decision takes effect.
        return
    for line in reading.told:
        for entry in dates_in(line.words):
            if entry.whole_month or not entry.year_said:
                continue
            if not _IN_FORCE.search(line.words, max(0, entry.start - 120), entry.start):
                continue
            if why := why_not_counted(entry.day, closed):
                sentence = (
                    f"The decision would come into force on a day that does not count: {why}."
                )
                yield line.spot(sentence, entry.start, entry.end)


def _weekday(reading: Reading) -> Iterator[Spot]:
    for line in reading.told:
        for entry in dates_in(line.words):
            if entry.weekday is None or not entry.year_said or entry.weekday == entry.day.weekday():
                continue
            right = WEEKDAYS[entry.day.weekday()]
            sentence = f"{_day(entry.day)} is a {right}."
            yield line.spot(sentence, entry.start, entry.end)


def _term(reading: Reading) -> Iterator[Spot]:
    for line in reading.told:
        for period in periods_in(line.words):
            if period.term and not _backwards(period) and not _fits(period, period.term):
                ends = period.term.after(period.first.day)
                last = f" It would end on {_day(ends - timedelta(days=1))}." if ends else ""
                yield line.spot(
                    f"The term does not fit its first and its last day.{last}",
                    period.start,
                    period.end,
                )


def _end_before_start(reading: Reading) -> Iterator[Spot]:
    for line in reading.told:
        for period in periods_in(line.words):
            if _backwards(period):
                sentence = "This period ends before it begins."
                yield line.spot(sentence, period.start, period.end)


def _backwards(period: Period) -> bool:
    return period.last.last_day < period.first.day


def _fits(period: Period, term: Term) -> bool:
    ends = term.after(period.first.day)
    if ends is None:
        return False
    loose = period.first.whole_month or period.last.whole_month
    slack = _MONTH_SLACK if loose else _SLACK
    return abs(period.last.last_day + timedelta(days=1) - ends) <= slack


def _day(day: date) -> str:
    return long_date(day.isoformat())


CHECKS = (
    Check(
        name="dates-out-of-order",
        rank=Rank.LOOKS,
        title="Dates out of order",
        duty="Notice, agreement, decision, draft list and confirmed list follow one another.",
        find=_order,
        types=ALL,
        source=NOTHING,
        found=("Decided on 4 May 2026, draft list of 1 May 2026",),
        passed=("Decided and published on the same day",),
    ),
    Check(
        name="published-late",
        rank=Rank.LOOKS,
        title="Published months later",
        duty="A written statement is published as soon as is reasonably practicable, and the "
        "confirmed list once call-in is over, unless the decision was called in.",
        find=_late,
        types=ALL,
        source=NOTHING,
        found=("Decided in January, published in April", "Draft list in May, confirmed in August"),
        passed=("Decided on a Friday, published on the Wednesday after",),
    ),
    Check(
        name="in-force-day-does-not-count",
        rank=Rank.LOOKS,
        title="In force on a day that does not count",
        duty="Call-in counts working days, so a decision does not come into force on another.",
        find=_not_counted,
        types=ALL,
        source=NOTHING,
        found=("The decision comes into force on Saturday 21 March 2026.",),
        passed=("The fair takes place on Saturday 21 March 2026.",),
    ),
    Check(
        name="weekday-wrong",
        rank=Rank.LOOKS,
        title="A weekday that does not fit",
        duty="A weekday that does not fit its date tells that one of them is wrong.",
        find=_weekday,
        types=ALL,
        source=NOTHING,
        found=("Monday 25 November 2025",),
        passed=("Tuesday 25 November 2025",),
    ),
    Check(
        name="term-does-not-fit",
        rank=Rank.LOOKS,
        title="A term that does not fit its dates",
        duty="A term has to fit the first and the last day that go with it.",
        find=_term,
        types=ALL,
        source=NOTHING,
        found=("for five years from 1 April 2026 to 31 March 2030",),
        passed=("for five years from 1 April 2026 to 31 March 2031",),
    ),
    Check(
        name="end-before-start",
        rank=Rank.LOOKS,
        title="A period that ends before it begins",
        duty="A period that ends before it begins has a wrong year, or a wrong month.",
        find=_end_before_start,
        types=ALL,
        source=NOTHING,
        found=("from 1 April 2026 until 31 March 2025",),
        passed=("brought forward from 14 May 2026 to 23 April 2026",),
    ),
)
