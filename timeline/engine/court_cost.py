"""What does a lawsuit cost?  Fees of the court for a sum, and the parts of them.

Scales are those of 诉讼费用交纳办法 第十三、十四条: each part of the sum has a share
of its own.  Sums are whole fen; a fee is rounded half-up to a fen, once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import Final, NamedTuple

from timeline.engine.errors import DataError
from timeline.engine.money import half_up

ACCEPTANCE: Final = "acceptance"
PRESERVATION: Final = "preservation"
ENFORCEMENT: Final = "enforcement"
PARTS: Final = ("halved", "payment_order")  # fees that are a part of the acceptance


class Unknown(StrEnum):
    """Why a figure is not there."""

    NO_SCALE = "no-scale"  # the day is before every scale that we know
    NO_CLAIM = "no-claim"  # only what was judged was told, not what was claimed
    LATE_NOT_ASKED = "late-not-asked"  # no judgment, or no days after it
    LATE_NO_NORM = "late-no-norm"  # no rule on late payment is known for the day


class Doubt(StrEnum):
    """What had better be looked at again; it changes no sum."""

    FROZEN_OVER_SUM = "frozen-over-sum"
    JUDGED_OVER_SUM = "judged-over-sum"


class Band(NamedTuple):
    """The share that is charged of what lies over ``over_fen``, up to the next."""

    over_fen: int
    share: Decimal


@dataclass(frozen=True, slots=True)
class FeeScale:
    """One fee by the size of a sum.

    Attributes:
        least_fen: The fee of any sum up to the first band.
        most_fen: The highest fee there is, or ``None``.
        since: The first day on which it held.
        parts: By the name of another fee, by how much this one is divided for it.
    """

    least_fen: int
    bands: tuple[Band, ...]
    most_fen: int | None
    since: date
    parts: Mapping[str, int]

    def __post_init__(self) -> None:
        for band, higher in pairwise(self.bands):
            if higher.over_fen <= band.over_fen:
                raise DataError(f"bands must rise: {higher.over_fen}")

    def exact(self, sum_fen: int) -> Decimal:
        """The fee in fen, unrounded."""
        fee = Decimal(self.least_fen)
        ends = [band.over_fen for band in self.bands[1:]]
        for band, end in zip(self.bands, [*ends, None], strict=True):
            part = (sum_fen if end is None else min(sum_fen, end)) - band.over_fen
            fee += max(part, 0) * band.share
        return fee if self.most_fen is None else min(fee, Decimal(self.most_fen))


class CourtFees(NamedTuple):
    """Fees for one sum, in fen.  Who bears them is for the court to say.

    Attributes:
        acceptance: The full fee; ``halved`` after a summary procedure, a mediated
            end or a withdrawal.
        payment_order: The fee of the creditor's application for one.
        preservation: The fee of freezing the whole sum.
        enforcement: The fee of enforcing the whole sum.

    Where less was frozen or judged, ask for that sum: each fee has its own basis.
    """

    acceptance: int
    halved: int
    payment_order: int
    preservation: int
    enforcement: int


def court_fees(sum_fen: int, scales: Mapping[str, FeeScale]) -> CourtFees:
    """The fees that a dispute over ``sum_fen`` can bring, each for the whole sum.

    Raises:
        ValueError: The sum is not positive.
    """
    if sum_fen <= 0:
        raise ValueError(sum_fen)
    acceptance = scales[ACCEPTANCE].exact(sum_fen)
    parts = scales[ACCEPTANCE].parts
    return CourtFees(
        acceptance=half_up(acceptance),
        halved=half_up(acceptance / parts["halved"]),
        payment_order=half_up(acceptance / parts["payment_order"]),
        preservation=half_up(scales[PRESERVATION].exact(sum_fen)),
        enforcement=half_up(scales[ENFORCEMENT].exact(sum_fen)),
    )


class LateInterest(NamedTuple):
    """The doubled part of the interest for paying a judgment late, in fen."""

    per_day: int
    total: int


def late_interest(judged_fen: int, days: int, per_million: int) -> LateInterest:
    """加倍部分债务利息 on what was judged without ordinary interest.

    So much a million a day (民事诉讼法 第二百六十四条, 迟延履行利息解释 第一条);
    each sum is rounded by itself.

    Raises:
        ValueError: The sum is not positive, or the days are negative.
    """
    if judged_fen <= 0 or days < 0:
        raise ValueError((judged_fen, days))
    a_day = Decimal(judged_fen) * per_million / 1_000_000
    return LateInterest(half_up(a_day), half_up(a_day * days))
