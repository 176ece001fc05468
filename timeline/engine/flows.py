"""Sums on their days, and the parts of a year that lie between them."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from itertools import groupby, pairwise
from typing import Final, NamedTuple

from timeline.engine.money import MONTHS_A_YEAR

DAYS_A_YEAR: Final = 365


class Flow(NamedTuple):
    """Money on a day, in fen: what came in is positive, what was paid negative."""

    day: date
    fen: int


def by_day(flows: Iterable[Flow]) -> list[Flow]:
    """One sum for each day, in order; days that come to nothing are left out."""
    ordered = sorted(flow for flow in flows if flow.fen)
    grouped = (
        Flow(day, sum(flow.fen for flow in same))
        for day, same in groupby(ordered, key=lambda flow: flow.day)
    )
    return [flow for flow in grouped if flow.fen]


def whole_months(start: date, end: date) -> int | None:
    """How many months lie between two days of one monthly date, else ``None``.

    31 January, 28 February and 31 March are a month apart: a date that a month does
    not have is its last day (民法典 202).
    """
    number = max(start.day, end.day)
    if any(day.day != min(number, _last(day)) for day in (start, end)):
        return None
    return (end.year - start.year) * MONTHS_A_YEAR + end.month - start.month


def years_between(days: list[date]) -> list[Decimal]:
    """Parts of a year from each day to the next, as a contract counts them.

    Days a month apart are twelfths of a year, so that 2 % a month is 24 % whether it
    begins in February or in July.  What came on another day than the payments fall due
    leaves a first stretch that is counted by days.  As soon as a later stretch is not
    of whole months, every one is counted by days, 365 to the year.
    """
    pairs = list(pairwise(days))
    months = [whole_months(start, end) for start, end in pairs]
    monthly = None not in months[1:]
    return [
        Decimal((end - start).days) / DAYS_A_YEAR
        if count is None or not monthly
        else Decimal(count) / MONTHS_A_YEAR
        for count, (start, end) in zip(months, pairs, strict=True)
    ]


def _last(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]
