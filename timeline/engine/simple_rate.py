"""What does a loan cost a year, without interest on interest?

All interest and fees against the principal that was really out, for as long as it was:

    rate = Σ interest ÷ Σ (principal outstanding × part of a year).

A payment goes to the interest of its day first, then to principal (民法典 561);
interest that is left open waits and bears none.  Of a loan paid back in one sum this is
its interest on the first principal over the whole period, the measure of
民间借贷司法解释 27; of equal monthly instalments it is twelve times the month's rate.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from timeline.engine.flows import Flow, years_between
from timeline.engine.roots import root

_CLOSE: Final = Decimal("1e-22")
_DOUBLINGS: Final = 120


def simple_rate(flows: list[Flow]) -> Decimal | None:
    """The yearly rate as a share, at the precision of the context.

    Args:
        flows: One for each day, in order.

    Returns:
        ``None`` when no principal was ever out, so that no rate makes a difference.
    """
    years = years_between([flow.day for flow in flows])
    steps = [*zip([Decimal(0), *years], (flow.fen for flow in flows), strict=True)]
    value = _balance(steps)
    nothing = Decimal(0)
    at_nothing, _ = value(nothing)
    if not at_nothing:
        return nothing
    far = Decimal(1) if at_nothing < 0 else Decimal(-1)
    for _ in range(_DOUBLINGS):
        at_far, _ = value(far)
        if not at_far:
            return far
        if (at_far > 0) != (at_nothing > 0):
            low, high = sorted((nothing, far))
            return root(value, low, high, far, _CLOSE)
        far *= 2
    return None


def _balance(
    steps: list[tuple[Decimal, int]],
) -> Callable[[Decimal], tuple[Decimal, Decimal]]:
    """What is left at the end by a rate, and its slope: both grow with the rate."""

    def value(rate: Decimal) -> tuple[Decimal, Decimal]:
        principal = interest = principal_slope = interest_slope = Decimal(0)
        for years, fen in steps:
            if principal > 0:  # who has paid too much is paid no interest
                interest += principal * rate * years
                interest_slope += (principal + principal_slope * rate) * years
            if fen > 0:
                principal += fen
            elif interest > -fen:
                interest += fen
            else:
                principal += fen + interest
                principal_slope += interest_slope
                interest = interest_slope = Decimal(0)
        return principal + interest, principal_slope + interest_slope

    return value
