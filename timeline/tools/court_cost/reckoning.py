"""What a lawsuit over a sum can cost, for page and shell alike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from timeline import catalog
from timeline.catalog.court_fees import fee_scales
from timeline.engine.court_cost import (
    CourtFees,
    Doubt,
    LateInterest,
    Unknown,
    court_fees,
    late_interest,
)
from timeline.engine.errors import FactsError
from timeline.engine.facts import check_today

LATE_NORM: Final = "delayed-interest-per-day"
MOST_DAYS: Final = 20 * 366


@dataclass(frozen=True, slots=True)
class CourtCost:
    """Fees in fen, the least and the most they come to, and the price of paying late.

    What is ``None`` has its reason in ``unknown``.
    """

    fees: CourtFees | None
    least: int | None
    most: int | None
    late: LateInterest | None
    unknown: tuple[Unknown, ...]
    doubts: tuple[Doubt, ...]


def court_cost(values: dict[str, Any], today: date) -> CourtCost:
    """Reckon the costs; values are typed already.

    Raises:
        FactsError: With the name of the field that is wrong or missing.
    """
    check_today(today)
    for name, other in (("judged", "late_days"), ("late_days", "judged")):
        if other in values and name not in values:
            raise FactsError(name, "晚付的利息要两样：判决确定的钱，和晚了几天。")
    claimed, frozen, judged = (values.get(name) for name in ("sum", "frozen", "judged"))
    holds = {
        Doubt.FROZEN_OVER_SUM: frozen is not None and frozen > claimed,
        Doubt.JUDGED_OVER_SUM: judged is not None and judged > claimed,
    }
    fees = _fees(values, today)
    late, reason = _late(values, today)
    return CourtCost(
        fees=fees,
        least=fees and fees.halved,
        most=fees and fees.acceptance + fees.preservation + fees.enforcement,
        late=late,
        unknown=(*((Unknown.NO_SCALE,) if fees is None else ()), *reason),
        doubts=tuple(doubt for doubt in Doubt if holds[doubt]),
    )


def _fees(values: dict[str, Any], today: date) -> CourtFees | None:
    """By the scales of the day: there is none for a day before they began.

    What is frozen and what is judged have scales of their own sums (实际保全的财产数额,
    执行金额, litigation-fees:14), once they are known.
    """
    scales = fee_scales()
    if any(today < scale.since for scale in scales.values()):
        return None
    fees = court_fees(values["sum"], scales)
    for fee, name in (("preservation", "frozen"), ("enforcement", "judged")):
        if name in values:
            own = court_fees(values[name], scales)
            fees = fees._replace(**{fee: getattr(own, fee)})
    return fees


def _late(
    values: dict[str, Any], today: date
) -> tuple[LateInterest | None, tuple[Unknown, ...]]:
    """The price of paying late, or why there is none."""
    if "judged" not in values:
        return None, (Unknown.LATE_NOT_ASKED,)
    version = catalog.norms()[LATE_NORM].on(today)
    began = today - timedelta(days=values["late_days"])
    if version is None or began < version.since or not isinstance(version.value, int):
        return None, (Unknown.LATE_NO_NORM,)
    return late_interest(values["judged"], values["late_days"], version.value), ()
