"""Call-in dates against LibreOffice Calc's WORKDAY, over the same list of holidays."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from random import Random

import pytest
from holidays import country_holidays

from sendapp.domain.call_in import count_days
from sendapp.domain.profile import CallInRule, InForce
from tests import office, profiles

_DAY = timedelta(days=1)
_EPOCH = date(1899, 12, 30)
"""Day 0 of a spreadsheet."""
_YEARS = range(2017, 2033)
_HOLIDAYS = frozenset(country_holidays("GB", subdiv="ENG", years=[*_YEARS, 2033]))
_CUT_OFF, _LATE = "17:00", "18:30"


def _closures() -> tuple[frozenset[date], ...]:
    """Return what councils close on besides: nothing, Christmas to New Year, any days at all."""
    shut = {date(year, 12, 24) + n * _DAY for year in _YEARS for n in range(8)}
    first, last = date(_YEARS[0], 1, 1), date(_YEARS[-1], 12, 31)
    every = [first + n * _DAY for n in range((last - first).days)]
    return frozenset(), frozenset(shut), frozenset(Random(2089).sample(every, len(every) // 12))


_CLOSURES = _closures()


@dataclass(frozen=True, slots=True)
class Case:
    """A publication, a rule, and which of the closures apply; `late` is after the cut-off."""

    published: date
    rule: CallInRule
    closure: int
    late: bool

    @property
    def ours(self) -> list[int]:
        """The last day counted and the first in force, as a spreadsheet numbers days."""
        at = _LATE if self.late else _CUT_OFF
        found = count_days(self.published, self.rule, _CLOSURES[self.closure], at=at)
        return [(found.ends - _EPOCH).days, (found.in_force - _EPOCH).days]

    def cells(self, row: int) -> list[float | str]:
        """Return the row of the spreadsheet: results first, then what they are made from."""
        column = "ABC"[self.closure]
        days_off = f"[$Off.${column}$1:.${column}$2000]"
        # What comes late stands as if it were of the next day that counts.
        start = f"IF([.D{row}]=1;WORKDAY([.C{row}];1;{days_off});[.C{row}])"
        last = f"of:=WORKDAY({start};[.E{row}];{days_off})"
        next_working = f"WORKDAY([.A{row}];1;{days_off})"
        first = (
            f"of:=IF(AND([.G{row}]=0;[.F{row}]=0);[.A{row}];"
            f"IF([.G{row}]=2;[.A{row}]+1;{next_working}))"
        )
        rule = self.rule
        in_force = [*InForce].index(rule.in_force)
        given = (self.published - _EPOCH).days
        return [last, first, given, int(self.late), rule.days, int(rule.clear), in_force]


def _days() -> list[date]:
    """Return days of publication: around every holiday and leap day, at year's ends, and any."""
    leap = [date(year, 2, 29) for year in _YEARS if year % 4 == 0]
    at_ends = [date(year, 12, 31) for year in _YEARS]
    random = Random(2012)
    near = [
        day - random.randint(-1, 9) * _DAY
        for day in sorted({*_HOLIDAYS, *leap, *at_ends})
        if day.year in _YEARS
    ]
    return near + [date(2018, 1, 1) + random.randint(0, 5_000) * _DAY for _ in range(100)]


def _cases() -> list[Case]:
    random = Random(2095)
    return [
        Case(
            day,
            CallInRule(
                days=random.choice((1, 2, 3, 3, 4, 5, 5, 6, 7, 10, 15, 28)),
                clear=clear,
                cut_off=_CUT_OFF,
                in_force=in_force,
            ),
            closure=random.randrange(len(_CLOSURES)),
            late=random.random() < 0.2,
        )
        for day, clear, in_force in product(_days(), (False, True), InForce)
    ]


def _calcs(cases: Sequence[Case], folder: Path) -> list[list[int]]:
    columns = [sorted((day - _EPOCH).days for day in _HOLIDAYS | closure) for closure in _CLOSURES]
    longest = max(map(len, columns))
    assert longest <= 2000
    off: list[list[float | str]] = [
        [column[n] if n < len(column) else "" for column in columns] for n in range(longest)
    ]
    rows = [case.cells(row) for row, case in enumerate(cases, 1)]
    try:
        return office.office_numbers({"Cases": rows, "Off": off}, folder)
    except FileNotFoundError:
        if profiles.IN_CI:
            raise
        pytest.skip("needs LibreOffice Calc, which is not installed here")


@pytest.mark.office
@pytest.mark.slow
@pytest.mark.timeout(300)
def test_calc_counts_the_same_days(tmp_path: Path) -> None:
    cases = _cases()
    theirs = _calcs(cases, tmp_path)
    assert len(theirs) == len(cases) >= 1_000
    # What is compared has all that makes such counts go wrong.
    assert {(case.rule.in_force, case.rule.clear, case.closure, case.late) for case in cases} == {
        *product(InForce, (False, True), range(3), (False, True))
    }
    for day in ("2022-06-03", "2022-09-19", "2023-05-08", "2024-02-29", "2028-02-29"):
        over = date.fromisoformat(day)
        assert sum(case.published < over <= case.published + 7 * _DAY for case in cases) >= 6
    differ = [
        (case, case.ours, found[:2])
        for case, found in zip(cases, theirs, strict=True)
        if case.ours != found[:2]
    ]
    assert not differ
