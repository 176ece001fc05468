"""``ask cost``: what is owed today and later, over JSON."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from timeline import catalog
from timeline.catalog.cost import cost_words
from timeline.engine.cost import BASES, Doubt, Order, OverdueLpr, Penalty, RatePer, fen
from timeline.engine.ledger import read_ledger, read_rates
from timeline.engine.money import yuan
from timeline.forms.fields import UNKNOWN
from timeline.tools.cost.reckoning import (
    AHEAD,
    MOST_MISSED,
    Scenario,
    cost_answer,
    overdue,
)
from timeline.wire.money import PERCENT, YUAN, YUAN_OR_NOTHING
from timeline.wire.shapes import (
    Choice,
    Day,
    Field,
    Object,
    Schema,
    Text,
    Truth,
    Whole,
    asked,
    choice,
    closed,
    keys,
    nullable,
)

LONGEST_TEXT: Final = 20_000
_DECIMAL: Final[Schema] = {"type": "string", "pattern": r"^\d+(\.\d+)?$"}
BASIS_KEYS: Final = (*map(str, BASES), UNKNOWN)

FACTS: Final = Object(
    (
        Field("today", Day(), says="the current day in Asia/Shanghai when missing"),
        Field("due_date", Day(), required=True),
        Field("principal", YUAN, required=True, says="元, unpaid on the due day"),
        Field("interest", YUAN_OR_NOTHING, says="元, unpaid on the due day"),
        Field("fees", YUAN_OR_NOTHING, says="元, unpaid on the due day"),
        Field(
            "missed",
            Whole(1, MOST_MISSED),
            says="how many monthly instalments of that sum fell due; 1 when missing",
        ),
        Field("rate", PERCENT, required=True, says="percent by the contract"),
        Field("rate_per", choice(RatePer), says="year when missing"),
        Field(
            "rate_changes",
            Text(read_rates, LONGEST_TEXT),
            says="later rates in the unit of rate_per, one a line: 2026-03-01 18",
        ),
        Field("penalty", choice(Penalty), says="not known: reckoned as none"),
        Field(
            "penalty_figure",
            PERCENT,
            says="uplift: percent of the rate on top; daily…: per mille a day",
        ),
        Field("late_fee", YUAN_OR_NOTHING, says="元, once"),
        Field(
            "compound",
            Truth(),
            says="null: both are reckoned, but none that leads beyond sense",
        ),
        Field("basis", Choice(lambda: BASIS_KEYS), says="unknown: both are reckoned"),
        Field(
            "payments",
            Text(read_ledger, LONGEST_TEXT),
            says="after the due day, one a line: 2026-03-01 500",
        ),
        Field("order", choice(Order), says="statutory when missing"),
        Field("lender_total", YUAN, says="元, what the lender asks today"),
    )
)


def answer(question: Any, today: date) -> dict[str, Any]:
    """Read one JSON object; sums are strings in 元.

    Raises:
        FactsError: With the name of the field that is wrong.
    """
    values = FACTS.read(question)
    given = overdue(values, values.get("today", today))
    result = cost_answer(given)
    return {
        "scenarios": [
            {
                "basis": scenario.debt.basis,
                "compound": scenario.debt.compound,
                "difference": _sum(result.difference(scenario)),
                "days": [_row(scenario, number) for number in AHEAD],
            }
            for scenario in result.scenarios
        ],
        "yearly": f"{result.yearly * 100:.6f}",
        "difference": _sum(result.difference(result.scenarios[0])),
        "readings": [
            {"key": reading.key, "total": yuan(reading.total)}
            for reading in result.readings
        ],
        "doubts": list(given.doubts),
        "overdue_lpr": _lpr(result.lpr),
        "ruleset": catalog.fingerprint(),
    }


def schema() -> dict[str, Schema]:
    """JSON Schema of input and output, every closed list spelled out."""
    money: Schema = {"type": "string", "pattern": r"^-?\d+\.\d\d$"}
    parts = dict.fromkeys(
        ("principal", "interest", "penalty", "fees", "total", "credit"), money
    )
    day = closed({"ahead": {"enum": list(AHEAD)}, "day": Day().schema()} | parts)
    scenario = closed(
        {
            "basis": {"enum": list(BASES)},
            "compound": {"type": "boolean"},
            "difference": nullable(money)
            | {"description": "lender_total less this scenario's total of today"},
            "days": {"type": "array", "items": day},
        }
    )
    reading = closed({"key": {"enum": list(cost_words().explained)}, "total": money})
    lpr = closed({"percent": nullable(_DECIMAL), "interest": nullable(money)})
    answered = closed(
        {
            "id": {},
            "scenarios": {"type": "array", "items": scenario, "minItems": 1},
            "yearly": {"type": "string", "pattern": r"^\d+\.\d{6}$"},
            "difference": nullable(money)
            | {"description": "that of the first scenario, the cheapest"},
            "readings": {"type": "array", "items": reading}
            | {
                "description": "what else may explain lender_total; one difference "
                "from the first scenario each, none that a scenario shows"
            },
            "doubts": keys(Doubt),
            "overdue_lpr": nullable(lpr),
            "ruleset": {"type": "string"},
        }
    )
    return {"input": asked(FACTS), "output": answered}


def _lpr(found: OverdueLpr | None) -> dict[str, Any] | None:
    if found is None:
        return None
    percent, interest = found
    return {
        "percent": None if percent is None else f"{percent:f}",
        "interest": _sum(interest),
    }


def _sum(fen_: int | None) -> str | None:
    return None if fen_ is None else yuan(fen_)


def _row(scenario: Scenario, number: int) -> dict[str, Any]:
    owed = scenario.ahead(number)
    return {
        "ahead": number,
        "day": owed.day.isoformat(),
        "principal": yuan(fen(owed.principal)),
        "interest": yuan(fen(owed.interest)),
        "penalty": yuan(fen(owed.penalty)),
        "fees": yuan(fen(owed.fees)),
        "total": yuan(fen(owed.total)),
        "credit": yuan(fen(owed.credit)),
    }
