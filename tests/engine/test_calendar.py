"""Every date against an oracle that is not ours."""

from __future__ import annotations

from datetime import date, timedelta

import chinese_calendar
from dateutil.relativedelta import relativedelta
from hypothesis import example, given
from hypothesis import strategies as st

from timeline import catalog
from timeline.engine.deadlines import add_months
from timeline.tools.assess.ask import answer

# Announced holidays; the calendar of 2027 is nobody's to know yet.
FIRST, LAST = date(2024, 1, 1), date(2026, 12, 31)
PERIODS = {
    "payment-order": {"payment-order-objection": 15},
    "complaint-copy": {"answer": 15, "jurisdiction-objection": 15},
    "judgment": {"appeal": 15},
    "asset-freeze": {"freeze-review": 5},
}


def _working_day(last: date) -> date | None:
    """The independent calendar: the day itself, or the next working day."""
    try:
        while not chinese_calendar.is_workday(last):
            last += timedelta(1)
    except NotImplementedError:
        return None
    return last


def test_every_start_of_three_years_rolls_as_an_independent_calendar_has_it() -> None:
    day, checked = FIRST, 0
    while day <= LAST:
        papers = [
            {"kind": kind, "received": day.isoformat(), "verified": True}
            for kind in PERIODS
        ]
        found = answer(
            {"role": "borrower", "today": "2027-06-30", "papers": papers}, LAST
        )
        dates = {row["key"]: row for row in found["deadlines"]}
        for periods in PERIODS.values():
            for key, length in periods.items():
                safe = day + timedelta(length)
                rolled = _working_day(safe)
                row = dates[key]
                assert row["safe_date"] == safe.isoformat(), (day, key)
                assert row["rolled_date"] == (rolled and rolled.isoformat()), (day, key)
                assert row["calendar_known"] == (rolled is not None)
                assert row["passed"] or rolled is None
                checked += 1
        day += timedelta(1)
    assert checked == 1096 * 5


def test_every_day_of_three_years_is_a_working_day_or_not_as_published() -> None:
    day = FIRST
    while day <= LAST:
        assert catalog.workdays().is_workday(day) == chinese_calendar.is_workday(day)
        day += timedelta(1)
    assert catalog.workdays().is_workday(date(2027, 1, 4)) is None


def _months_later(start: date, months: int) -> date:
    """Independent of the engine: step back from the 31st until the day exists."""
    month, year = start.month, start.year
    for _ in range(months):
        month, year = (1, year + 1) if month == 12 else (month + 1, year)
    for day in range(start.day, 27, -1):
        try:
            return date(year, month, day)
        except ValueError:
            continue
    return date(year, month, start.day)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(0, 60))
@example(date(2026, 8, 31), 3)
@example(date(2023, 11, 30), 3)
@example(date(2024, 2, 29), 12)
def test_months_end_on_the_same_day_or_the_last_of_the_month(
    start: date, months: int
) -> None:
    assert add_months(start, months) == _months_later(start, months)


@given(st.dates(date(2026, 3, 1), LAST))
def test_an_award_may_be_attacked_for_three_months(received: date) -> None:
    paper = {"kind": "arbitration-award", "received": received.isoformat()}
    found = answer({"role": "borrower", "today": "2026-12-31", "papers": [paper]}, LAST)
    (row,) = found["deadlines"]
    safe = _months_later(received, 3)
    rolled = _working_day(safe)
    assert row["safe_date"] == safe.isoformat()
    assert row["rolled_date"] == (rolled and rolled.isoformat())


def test_every_start_of_an_award_ends_three_months_later_as_a_library_has_it() -> None:
    day = date(2026, 3, 1)  # the law that sets three months
    while day <= LAST:
        paper = {"kind": "arbitration-award", "received": day.isoformat()}
        asked = {"role": "borrower", "today": "2027-06-30", "papers": [paper]}
        (row,) = answer(asked, LAST)["deadlines"]
        safe = day + relativedelta(months=3)
        rolled = _working_day(safe)
        assert row["key"] == "award-annulment"
        assert row["safe_date"] == safe.isoformat(), day
        assert row["rolled_date"] == (rolled and rolled.isoformat()), day
        day += timedelta(1)
