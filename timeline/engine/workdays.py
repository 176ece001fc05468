"""Which days are working days, as the yearly notices have it.

A year whose notice is not out is unknown: no weekday of it is called a working day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

DAY: Final = timedelta(days=1)
SATURDAY: Final = 5


@dataclass(frozen=True, slots=True, eq=False)
class Workdays:
    """The calendar years known to us.

    Args:
        years: Years whose holiday notice was read.
        holidays: Days off that the notices name, weekends among them or not.
        shifted: Weekend days on which people work.
    """

    years: frozenset[int]
    holidays: frozenset[date]
    shifted: frozenset[date]

    def is_workday(self, day: date) -> bool | None:
        """``None`` when that year's notice is not known."""
        if day.year not in self.years:
            return None
        if day in self.holidays:
            return False
        return day.weekday() < SATURDAY or day in self.shifted

    def rolled(self, last: date) -> date | None:
        """The day a period ends that would end on ``last`` (民事诉讼法 第八十五条).

        A last day off moves to the next working day; ``None`` when the calendar
        that would decide it is not known.
        """
        return _rolled(self, last)

    def surely_passed(self, last: date, today: date) -> bool:
        """Whether a period that would end on ``last`` is certainly over ``today``."""
        rolled = self.rolled(last)
        if rolled is not None:
            return today > rolled
        # Unknown year: over only when a known working day lies between.
        for year in sorted(self.years):
            first = max(last, date(year, 1, 1))
            if first.year == year and first < today:
                moved = self.rolled(first)
                if moved is not None and moved < today:
                    return True
        return False


@lru_cache(maxsize=4096)
def _rolled(workdays: Workdays, last: date) -> date | None:
    while (working := workdays.is_workday(last)) is False:
        last += DAY
    return last if working else None
