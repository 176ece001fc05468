"""``ask court-cost``: what a lawsuit over a sum can cost, over JSON."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from timeline import catalog
from timeline.catalog.court_cost import LATE_INTEREST, court_cost_words
from timeline.engine.court_cost import CourtFees, Doubt, Unknown
from timeline.engine.money import yuan
from timeline.tools.court_cost.reckoning import (
    MOST_DAYS,
    CourtCost,
    court_cost,
)
from timeline.wire.money import YUAN
from timeline.wire.shapes import (
    Day,
    Field,
    Object,
    Schema,
    Whole,
    asked,
    closed,
    keys,
    nullable,
)

FACTS: Final = Object(
    (
        Field("today", Day(), says="the current day in Asia/Shanghai when missing"),
        Field(
            "sum", YUAN, says="元, what the creditor claims; required without judged"
        ),
        Field("frozen", YUAN, says="元, what is frozen; the whole sum when missing"),
        Field("judged", YUAN, says="元, judged, without the ordinary interest"),
        Field(
            "late_days",
            Whole(1, MOST_DAYS),
            says="days after the period of the judgment",
        ),
    )
)
BORNE: Final = (*CourtFees._fields, LATE_INTEREST)


def answer(question: Any, today: date) -> dict[str, Any]:
    """Read one JSON object; sums are strings in 元, ``bears`` is text.

    Raises:
        FactsError: With the name of the field that is wrong.
    """
    values = FACTS.read(question)
    result = court_cost(values, values.get("today", today))
    costs = court_cost_words().costs
    return _fees(result) | {
        "least": _yuan(result.least),
        "most": _yuan(result.most),
        "late_per_day": result.late and yuan(result.late.per_day),
        "late_interest": result.late and yuan(result.late.total),
        "bears": {name: costs[name].bears for name in BORNE},
        "unknown": list(result.unknown),
        "doubts": list(result.doubts),
        "ruleset": catalog.fingerprint(),
    }


def schema() -> dict[str, Schema]:
    """JSON Schema of input and output."""
    text: Schema = {"type": "string"}
    money: Schema = {"type": "string", "pattern": r"^\d+\.\d\d$"}
    sums = (*CourtFees._fields, "least", "most", "late_per_day", "late_interest")
    properties: Schema = {"id": {}} | dict.fromkeys(sums, nullable(money))
    properties |= {
        "bears": closed(dict.fromkeys(BORNE, text)),
        "unknown": keys(Unknown),
        "doubts": keys(Doubt),
        "ruleset": text,
    }
    return {"input": asked(FACTS), "output": closed(properties)}


def _fees(result: CourtCost) -> dict[str, str | None]:
    return {name: _yuan(result.fees.get(name)) for name in CourtFees._fields}


def _yuan(fen: int | None) -> str | None:
    return None if fen is None else yuan(fen)
