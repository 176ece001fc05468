"""The one zero of a function between two bounds: Newton's method, kept in a bracket."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Final

_STEPS: Final = 400


def root(
    value: Callable[[Decimal], tuple[Decimal, Decimal]],
    low: Decimal,
    high: Decimal,
    start: Decimal,
    close: Decimal,
) -> Decimal:
    """Where ``value`` is zero, to within ``close``.

    Args:
        value: The function and its slope.  It has one zero between the bounds, and
            its signs at them differ; the bracket is halved where Newton would leave it.
    """
    rising = value(high)[0] > 0
    x = start
    for _ in range(_STEPS):
        y, slope = value(x)
        if not y:
            return x
        if (y > 0) == rising:
            high = x
        else:
            low = x
        following = x - y / slope if slope else low
        if not low < following < high:
            following = (low + high) / 2
        if abs(following - x) < close:
            return following
        x = following
    return x
