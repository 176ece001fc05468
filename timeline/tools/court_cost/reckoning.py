"""What a lawsuit over a sum can cost, for page and shell alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from timeline import catalog
from timeline.catalog.court_fees import fee_scales
from timeline.engine.court_cost import (
    Doubt,
    FeeScale,
    LateInterest,
    Unknown,
    court_fees,
    late_interest,
)
from timeline.engine.errors import FactsError
from timeline.engine.facts import check_today

LATE_NORM: Final = "delayed-interest-per-day"
MOST_DAYS: Final = 20 * 366
MOST: Final = (
    "acceptance",
    "preservation",
    "enforcement",
)  # together the dearest course
BOTH: Final = "晚付的利息要两样：判决确定的钱，和晚了几天。"


@dataclass(frozen=True, slots=True)
class CourtCost:
    """Fees in fen, the least and the most they come to, and the price of paying late.

    What is ``None``, or missing from ``fees``, has its reason in ``unknown``.  Fees are
    by the names of ``CourtFees``; ``least`` and ``most`` need a claim.
    """

    fees: Mapping[str, int]
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
    claimed, frozen, judged = (values.get(name) for name in ("sum", "frozen", "judged"))
    if claimed is None and judged is None:
        raise FactsError("sum", "请填对方要多少钱；已经判决的，填判决要付的钱也行。")
    if "late_days" in values and judged is None:
        raise FactsError("judged", BOTH)
    # A judgment alone is asked about for the fee of enforcing it, late or not.
    if claimed is not None and judged is not None and "late_days" not in values:
        raise FactsError("late_days", BOTH)
    holds = {
        Doubt.FROZEN_OVER_SUM: _over(frozen, claimed),
        Doubt.JUDGED_OVER_SUM: _over(judged, claimed),
    }
    scales = _scales(today)
    fees = _fees(values, scales) if scales else {}
    late, reason = _late(values, today)
    unknown = {
        Unknown.NO_SCALE: scales is None,
        Unknown.NO_CLAIM: scales is not None and claimed is None,
    }
    known = claimed is not None and bool(fees)
    return CourtCost(
        fees=fees,
        least=fees["halved"] if known else None,
        most=sum(fees[fee] for fee in MOST) if known else None,
        late=late,
        unknown=(*(key for key, holds in unknown.items() if holds), *reason),
        doubts=tuple(doubt for doubt in Doubt if holds[doubt]),
    )


def _over(part: int | None, claimed: int | None) -> bool:
    return part is not None and claimed is not None and part > claimed


def _scales(today: date) -> Mapping[str, FeeScale] | None:
    """The scales of the day: there is none for a day before they began."""
    scales = fee_scales()
    return None if any(today < scale.since for scale in scales.values()) else scales


def _fees(values: dict[str, Any], scales: Mapping[str, FeeScale]) -> dict[str, int]:
    """Each fee whose sum is known.

    What is frozen and what is judged have scales of their own sums (实际保全的财产数额,
    执行金额, litigation-fees:14), once they are known.
    """
    fees = court_fees(values["sum"], scales)._asdict() if "sum" in values else {}
    for fee, name in (("preservation", "frozen"), ("enforcement", "judged")):
        if name in values:
            fees[fee] = getattr(court_fees(values[name], scales), fee)
    return fees


def _late(
    values: dict[str, Any], today: date
) -> tuple[LateInterest | None, tuple[Unknown, ...]]:
    """The price of paying late, or why there is none."""
    if "late_days" not in values:
        return None, (Unknown.LATE_NOT_ASKED,)
    version = catalog.norms()[LATE_NORM].on(today)
    began = today - timedelta(days=values["late_days"])
    if version is None or began < version.since or not isinstance(version.value, int):
        return None, (Unknown.LATE_NO_NORM,)
    return late_interest(values["judged"], values["late_days"], version.value), ()
