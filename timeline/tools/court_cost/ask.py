"""``ask court-cost``: what a lawsuit over a sum can cost, over JSON."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from timeline import catalog
from timeline.catalog.court_fees import fee_scales
from timeline.engine.court_cost import (
    CourtFees,
    LateInterest,
    court_fees,
    late_interest,
)
from timeline.engine.errors import FactsError
from timeline.engine.money import yuan
from timeline.wire.money import YUAN
from timeline.wire.shapes import (
    Day,
    Field,
    Object,
    Schema,
    Whole,
    asked,
    closed,
    nullable,
)

LATE_NORM: Final = "delayed-interest-per-day"
MOST_DAYS: Final = 20 * 366


FACTS: Final = Object(
    (
        Field("today", Day(), says="the current day in Asia/Shanghai when missing"),
        Field("sum", YUAN, required=True, says="元, what the creditor claims"),
        Field("frozen", YUAN, says="元, what is frozen; the whole sum when missing"),
        Field("judged", YUAN, says="元, judged, without the ordinary interest"),
        Field(
            "late_days",
            Whole(1, MOST_DAYS),
            says="days after the period of the judgment",
        ),
    )
)


@dataclass(frozen=True, slots=True)
class CourtCost:
    """Fees in fen, the least and the most they come to, and the price of paying late.

    ``late`` is ``None`` where it was not asked, or no norm of the day is known.
    """

    fees: CourtFees
    least: int
    most: int
    late: LateInterest | None


def court_cost(values: dict[str, Any], today: date) -> CourtCost:
    """Reckon the costs; values are typed already.

    Raises:
        FactsError: With the name of the field that is wrong or missing.
    """
    for name, other in (("judged", "late_days"), ("late_days", "judged")):
        if other in values and name not in values:
            raise FactsError(name, "晚付的利息要两样：判决确定的钱，和晚了几天。")
    fees = court_fees(values["sum"], fee_scales())
    if "frozen" in values:
        frozen = court_fees(values["frozen"], fee_scales())
        fees = fees._replace(preservation=frozen.preservation)
    version = catalog.norms()[LATE_NORM].on(today)
    late = None
    if "judged" in values and version is not None and isinstance(version.value, int):
        late = late_interest(values["judged"], values["late_days"], version.value)
    return CourtCost(
        fees=fees,
        least=fees.halved,
        most=fees.acceptance + fees.preservation + fees.enforcement,
        late=late,
    )


def answer(question: Any, today: date) -> dict[str, Any]:
    """Read one JSON object; sums are strings in 元.

    Raises:
        FactsError: With the name of the field that is wrong.
    """
    values = FACTS.read(question)
    result = court_cost(values, values.get("today", today))
    fees = {name: yuan(fen) for name, fen in result.fees._asdict().items()}
    return fees | {
        "least": yuan(result.least),
        "most": yuan(result.most),
        "late_per_day": result.late and yuan(result.late.per_day),
        "late_interest": result.late and yuan(result.late.total),
        "ruleset": catalog.fingerprint(),
    }


def schema() -> dict[str, Schema]:
    """JSON Schema of input and output."""
    money: Schema = {"type": "string", "pattern": r"^\d+\.\d\d$"}
    properties: Schema = {"id": {}} | dict.fromkeys(CourtFees._fields, money)
    properties |= {"least": money, "most": money}
    properties |= {"late_per_day": nullable(money), "late_interest": nullable(money)}
    properties["ruleset"] = {"type": "string"}
    return {"input": asked(FACTS), "output": closed(properties)}
