"""``ask budget``: what can be paid a month, over JSON."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from timeline import catalog
from timeline.catalog.budget import budget_words
from timeline.engine.budget import (
    ESSENTIALS,
    MOST_EARNERS,
    MOST_MONTHS,
    MOST_PEOPLE,
    NEEDED,
    PROMISED,
    BudgetFacts,
    Outcome,
    budget,
)
from timeline.wire.money import YUAN_OR_NOTHING
from timeline.wire.shapes import (
    Field,
    Object,
    Schema,
    Several,
    Whole,
    asked,
    closed,
    keys,
    nullable,
)

EARNER: Final = Object(
    (
        Field(
            "months",
            Several(YUAN_OR_NOTHING, MOST_MONTHS, "个月"),
            says="元, any months known",
        ),
    )
)
FACTS: Final = Object(
    (
        Field("people", Whole(1, MOST_PEOPLE), says="how many live on the money"),
        Field("earners", Several(EARNER, MOST_EARNERS, "个人的收入")),
        Field("steady", YUAN_OR_NOTHING, says="元 a month, the same each month"),
        Field(
            "essentials",
            Object(tuple(Field(key, YUAN_OR_NOTHING) for key in ESSENTIALS)),
            says="元 a month; a missing key is not known, never nothing",
        ),
        Field(
            "promised",
            YUAN_OR_NOTHING,
            says="元 a month already promised to other lenders",
        ),
        Field("margin_percent", Whole(0, 100), says="of the essentials; default 10"),
    )
)


def answer(question: Any, today: date) -> dict[str, Any]:
    """Read one JSON object and count; sums go out as integer fen.

    Raises:
        FactsError: With the name of the field that is wrong.
    """
    values = FACTS.read(question)
    values.setdefault("margin_percent", budget_words().margin_percent)
    earners = values.pop("earners", ())
    months = tuple(tuple(earner.get("months", ())) for earner in earners)
    result = budget(BudgetFacts(earners=months, **values))
    return {
        "outcome": result.outcome,
        "lowest_fen": list(result.lowest),
        "income_fen": result.income,
        "essentials_fen": result.essentials,
        "promised_fen": result.promised,
        "left_fen": result.left,
        "margin_fen": result.margin,
        "average_fen": result.average,
        "can_pay_fen": result.can_pay,
        "short": result.short,
        "missing": list(result.missing),
        "ask": result.ask,
        "ruleset": catalog.fingerprint(),
    }


def schema() -> dict[str, Schema]:
    """JSON Schema of input and output, every closed list spelled out."""
    fen: Schema = {"type": "integer"}
    earners = (f"earners.{number}" for number in range(MOST_EARNERS))
    asks = ["earners", *(f"essentials.{key}" for key in NEEDED)]
    properties = {
        "id": {},
        "outcome": {"enum": list(Outcome)},
        "lowest_fen": {"type": "array", "items": fen},
        "income_fen": nullable(fen),
        "essentials_fen": fen,
        "promised_fen": fen,
        "left_fen": nullable(fen),
        "margin_fen": fen,
        "average_fen": nullable(fen),
        "can_pay_fen": nullable(fen),
        "short": {"type": "boolean"},
        "missing": keys([*earners, *ESSENTIALS, PROMISED]),
        "ask": nullable({"enum": asks}),
        "ruleset": {"type": "string"},
    }
    return {"input": asked(FACTS), "output": closed(properties)}


__all__ = ["answer", "schema"]
