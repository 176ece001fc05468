"""Figures that are more often a slip than the truth, and what is missing."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal
from enum import StrEnum
from typing import Final

from timeline.engine.cost.debt import BASES, Penalty, RatePer

LEAST_YEARLY: Final = Decimal(1)  # below it, a rate of the day is quoted: 0.05 %
MOST_YEARLY: Final = Decimal(100)  # above it, a rate of the year was typed for a day's
LEAST_UPLIFT: Final = Decimal(5)  # below it, times are meant: 「1.5 倍」
LEAST_DAILY: Final = Decimal("0.1")  # per mille; below it, percent is meant


class Doubt(StrEnum):
    """What had better be looked at again; it changes no sum."""

    RATE_TOO_SMALL = "rate-too-small"
    RATE_TOO_LARGE = "rate-too-large"
    UPLIFT_TOO_SMALL = "uplift-too-small"
    DAILY_TOO_SMALL = "daily-too-small"
    PENALTY_UNKNOWN = "penalty-unknown"


def doubts(
    rates: Collection[Decimal], per: RatePer, penalty: Penalty | None, figure: Decimal
) -> Iterator[Doubt]:
    """What looks odd in a contract as it was typed; nothing is never odd.

    Args:
        rates: The first rate and those it changed to, all of them ``per`` the same.
    """
    if per is RatePer.YEAR:
        if any(0 < rate < LEAST_YEARLY for rate in rates):
            yield Doubt.RATE_TOO_SMALL
    elif any(per.yearly(rate, BASES[0]) > MOST_YEARLY for rate in rates):
        yield Doubt.RATE_TOO_LARGE
    if penalty is Penalty.UPLIFT and 0 < figure < LEAST_UPLIFT:
        yield Doubt.UPLIFT_TOO_SMALL
    if penalty in (Penalty.DAILY, Penalty.DAILY_ADDED) and 0 < figure < LEAST_DAILY:
        yield Doubt.DAILY_TOO_SMALL
    if penalty is None:
        yield Doubt.PENALTY_UNKNOWN
