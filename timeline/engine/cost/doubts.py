"""Figures that are more often a slip than the truth, and what is missing."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal
from enum import StrEnum
from typing import Final

from timeline.engine.cost.debt import BASES, Penalty, RatePer

LEAST_YEARLY: Final = Decimal(1)  # below it, a rate of the day is quoted: 0.05 %
MOST_YEARLY: Final = Decimal(100)  # above it, often a year's rate typed for a day's
LEAST_UPLIFT: Final = Decimal(5)  # below it, times are meant: 「1.5 倍」
MOST_UPLIFT: Final = Decimal(100)  # above it, the whole rate is meant: 「150%」
LEAST_DAILY: Final = Decimal("0.1")  # per mille; below it, percent is meant
MOST_DAILY: Final = Decimal(3)  # per mille; above it, per ten thousand is meant


class Doubt(StrEnum):
    """What had better be looked at again; it changes no sum."""

    RATE_TOO_SMALL = "rate-too-small"
    RATE_TOO_LARGE = "rate-too-large"
    UPLIFT_TOO_SMALL = "uplift-too-small"
    UPLIFT_TOO_LARGE = "uplift-too-large"
    DAILY_TOO_SMALL = "daily-too-small"
    DAILY_TOO_LARGE = "daily-too-large"
    PENALTY_UNKNOWN = "penalty-unknown"

    @property
    def of_unit(self) -> bool:
        """Whether a figure may be of another unit: then no sum means anything yet.

        What is not known only makes a sum the least that may be owed.
        """
        return self is not Doubt.PENALTY_UNKNOWN


def doubts(
    rates: Collection[Decimal], per: RatePer, penalty: Penalty | None, figure: Decimal
) -> Iterator[Doubt]:
    """What looks odd in a contract as it was typed; nothing is never odd.

    Args:
        rates: The first rate and those it changed to, all of them ``per`` the same.
    """
    if per is RatePer.YEAR and any(0 < rate < LEAST_YEARLY for rate in rates):
        yield Doubt.RATE_TOO_SMALL
    if any(per.yearly(rate, BASES[0]) > MOST_YEARLY for rate in rates):
        yield Doubt.RATE_TOO_LARGE
    if penalty is Penalty.UPLIFT:
        if 0 < figure < LEAST_UPLIFT:
            yield Doubt.UPLIFT_TOO_SMALL
        if figure > MOST_UPLIFT:
            yield Doubt.UPLIFT_TOO_LARGE
    if penalty in (Penalty.DAILY, Penalty.DAILY_ADDED):
        if 0 < figure < LEAST_DAILY:
            yield Doubt.DAILY_TOO_SMALL
        if figure > MOST_DAILY:
            yield Doubt.DAILY_TOO_LARGE
    if penalty is None:
        yield Doubt.PENALTY_UNKNOWN
