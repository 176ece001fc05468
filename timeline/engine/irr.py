"""What does a loan cost a year, all payments counted?  The internal rate of return.

Convention: every sum stands on its day, a year has 365 days, interest is compounded
yearly; the rate ``r`` is the one for which

    Σ sum ÷ (1 + r)^(days since the first sum ÷ 365) = 0.

With ``v = (1 + r)^(−1/365)`` this is a polynomial in ``v``, and its root is bracketed.
Beside it stands the rate without interest on interest (``simple_rate``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, localcontext
from enum import StrEnum
from itertools import accumulate, pairwise
from typing import Final

from timeline.engine.flows import DAYS_A_YEAR, Flow, by_day
from timeline.engine.roots import root
from timeline.engine.simple_rate import simple_rate

_DIGITS: Final = 40
_CLOSE: Final = Decimal("1e-22")  # of v: some 1e-19 of a yearly rate
# Rates are kept to this part of a share, far above the noise of a root and far below
# what a fen changes: a loan that lies exactly on a line is not pushed over it.
_EXACT: Final = Decimal("1e-15")
# A hundred million percent a year; of what lies above only that is said.
MOST_YEARLY: Final = Decimal(10**6)
_LEAST_V: Final = (1 + MOST_YEARLY) ** (Decimal(-1) / DAYS_A_YEAR)
_MOST_V: Final = Decimal("1.0256")  # −99.99 % a year; nothing beyond is a loan


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
        simple: Without: see ``simple_rate``.  Over less than a year the lower of the
            two where all is paid at once, over more than a year the higher.
        far_above: The compound rate lies above ``MOST_YEARLY``, which then stands in
            for it.
    """

    compound: Decimal
    simple: Decimal
    far_above: bool = False


def yearly_rate(flows: Iterable[Flow]) -> YearlyRate | NoRate:
    """The all-in rate of a loan, or the reason why there is none.

    One change of sign has exactly one root.  With more, there is exactly one positive
    root when the running sum changes its sign once (Norstrøm).  Two changes have two
    roots at the most, so where the value changes its sign over the rates of any loan,
    there is one of them in between: a fee paid before the loan came.  Other lists may
    have several and are refused rather than answered with any of them.
    """
    days = by_day(flows)
    if not any(flow.fen > 0 for flow in days):
        return NoRate.NOTHING_RECEIVED
    if not any(flow.fen < 0 for flow in days):
        return NoRate.NOTHING_PAID
    sums = [flow.fen for flow in days]
    if sums[0] < 0 and _changes(sums) == 1:
        return NoRate.PAID_FIRST
    with localcontext() as context:
        context.prec = _DIGITS
        high = _MOST_V
        if _changes(sums) > 1:
            if not (sum(sums) and (_once(sums) or _over_the_range(days, sums))):
                return NoRate.SEVERAL
            high = Decimal(1)
        simple = simple_rate(days)
        compound = _compound(days, high)
        if simple is None or compound is None:
            return NoRate.BEYOND
        return YearlyRate(_kept(compound), _kept(simple), compound >= MOST_YEARLY)


def _kept(share: Decimal) -> Decimal:
    return share.quantize(_EXACT) or Decimal(0)  # never −0


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


def _compound(flows: list[Flow], high: Decimal) -> Decimal | None:
    """The rate from ``high`` of ``v`` up; at the most ``MOST_YEARLY``, or ``None``.

    Where the money came first, its worth today is positive at an endless rate; as it
    is negative at the highest one that we look at, the rate lies above that one.
    """
    terms = _terms(flows)
    at_low, _ = _value(terms, _LEAST_V)
    at_high, _ = _value(terms, high)
    if not at_low or (at_low < 0 and at_high < 0 < flows[0].fen):
        return MOST_YEARLY
    if not at_high:
        v = high
    elif (at_low > 0) == (at_high > 0):
        return None
    else:
        start = min(Decimal(1), high)
        v = root(lambda v: _value(terms, v), _LEAST_V, high, start, _CLOSE)
    return v**-DAYS_A_YEAR - 1


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
