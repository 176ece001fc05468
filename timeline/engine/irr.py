"""What does a loan cost a year, all payments counted?  The internal rate of return.

Convention: every sum stands on its day, a year has 365 days, interest is compounded
yearly; the rate ``r`` is the one for which

    Σ sum ÷ (1 + r)^(days since the first sum ÷ 365) = 0.

With ``v = (1 + r)^(−1/365)`` this is a polynomial in ``v``; its root is bracketed and
found by Newton's method, halving the bracket where Newton would leave it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, localcontext
from enum import StrEnum
from itertools import accumulate, groupby, pairwise
from typing import Final, NamedTuple

DAYS_A_YEAR: Final = 365
MONTHS_A_YEAR: Final = 12
_DIGITS: Final = 40
_CLOSE: Final = Decimal("1e-22")  # of v: some 1e-19 of a yearly rate
_STEPS: Final = 400
# v for some ten billion percent and for −99.99 % a year; nothing beyond is a loan.
_LEAST_V: Final = Decimal("0.95")
_MOST_V: Final = Decimal("1.0256")


class Flow(NamedTuple):
    """Money on a day, in fen: what came in is positive, what was paid negative."""

    day: date
    fen: int


class NoRate(StrEnum):
    """Why a list of sums has no rate, or no single one."""

    NOTHING_RECEIVED = "nothing-received"
    NOTHING_PAID = "nothing-paid"
    PAID_FIRST = "paid-first"
    SEVERAL = "several"
    BEYOND = "beyond"


@dataclass(frozen=True, slots=True)
class YearlyRate:
    """One rate in two customs, as shares: ``Decimal("0.24")`` is 24 % a year.

    Attributes:
        compound: With interest on interest, the convention of this module.
        simple: Twelve times the rate of a month; of a positive rate the lower one.
    """

    compound: Decimal
    simple: Decimal


def yearly_rate(flows: Iterable[Flow]) -> YearlyRate | NoRate:
    """The all-in rate of a loan, or the reason why there is none.

    One change of sign has exactly one root.  With more, there is exactly one positive
    root when the running sum changes its sign once (Norstrøm).  Two changes have two
    roots at the most, so where the value changes its sign over the rates of any loan,
    there is one of them in between: a fee paid before the loan came.  Other lists may
    have several and are refused rather than answered with any of them.
    """
    by_day = _by_day(flows)
    if not any(flow.fen > 0 for flow in by_day):
        return NoRate.NOTHING_RECEIVED
    if not any(flow.fen < 0 for flow in by_day):
        return NoRate.NOTHING_PAID
    sums = [flow.fen for flow in by_day]
    if sums[0] < 0 and _changes(sums) == 1:
        return NoRate.PAID_FIRST
    high = _MOST_V
    with localcontext() as context:
        context.prec = _DIGITS
        if _changes(sums) > 1:
            if not (sum(sums) and (_once(sums) or _over_the_range(by_day, sums))):
                return NoRate.SEVERAL
            high = Decimal(1)
        root = _root(by_day, _LEAST_V, high)
        if root is None:
            return NoRate.BEYOND
        month = (-root.ln() * DAYS_A_YEAR / MONTHS_A_YEAR).exp()
        compound = root**-DAYS_A_YEAR - 1
        return YearlyRate(compound, (month - 1) * MONTHS_A_YEAR)


def _by_day(flows: Iterable[Flow]) -> list[Flow]:
    """One sum for each day, in order; days that come to nothing are left out."""
    ordered = sorted(flow for flow in flows if flow.fen)
    grouped = (
        Flow(day, sum(flow.fen for flow in same))
        for day, same in groupby(ordered, key=lambda flow: flow.day)
    )
    return [flow for flow in grouped if flow.fen]


def _changes(sums: list[int]) -> int:
    """How often the sign changes; zeros do not count."""
    signs = [amount > 0 for amount in sums if amount]
    return sum(one != other for one, other in pairwise(signs))


def _once(sums: list[int]) -> bool:
    """Whether the running sum changes its sign once."""
    return _changes(list(accumulate(sums))) == 1


def _over_the_range(flows: list[Flow], sums: list[int]) -> bool:
    """Whether two changes of sign leave one root among the positive rates of a loan."""
    at_most, _ = _value(_terms(flows), _LEAST_V)
    return _changes(sums) == 2 and (at_most > 0) != (sum(sums) > 0)


def _terms(flows: list[Flow]) -> list[tuple[int, int]]:
    return [((flow.day - flows[0].day).days, flow.fen) for flow in flows]


def _root(flows: list[Flow], low: Decimal, high: Decimal) -> Decimal | None:
    """The one ``v`` between the bounds, or ``None``."""
    terms = _terms(flows)
    at_low, _ = _value(terms, low)
    at_high, _ = _value(terms, high)
    if not at_high:
        return high
    if not at_low or (at_low > 0) == (at_high > 0):
        return low if not at_low else None
    rising = at_high > 0
    v = min(Decimal(1), high)
    for _ in range(_STEPS):
        value, slope = _value(terms, v)
        if not value:
            return v
        if (value > 0) == rising:
            high = v
        else:
            low = v
        following = v - value / slope if slope else low
        if not low < following < high:
            following = (low + high) / 2
        if abs(following - v) < _CLOSE:
            return following
        v = following
    return v


def _value(terms: list[tuple[int, int]], v: Decimal) -> tuple[Decimal, Decimal]:
    """The polynomial and its slope at ``v``; gaps of equal length share one power."""
    powers: dict[int, Decimal] = {}
    power, before = Decimal(1), 0
    value = slope = Decimal(0)
    for days, fen in terms:
        gap = days - before
        if gap not in powers:
            powers[gap] = v**gap
        power *= powers[gap]
        before = days
        term = power * fen
        value += term
        slope += term * days
    return value, slope / v
