"""``ask debts``: which of several debts first, and until when, over JSON."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from timeline import catalog
from timeline.engine import LegalStage, LenderKind, TimeStage
from timeline.engine.deadlines import DEADLINE_KEYS
from timeline.engine.debts import MOST_DEBTS, Note, Outcome, Reason
from timeline.engine.repayment import Plan, Strategy
from timeline.tools.debts.reckoning import KINDS, LONGEST_NAME, NONE, plans
from timeline.wire.money import SHARE, YUAN, YUAN_OR_NOTHING
from timeline.wire.shapes import (
    Choice,
    Day,
    Field,
    Object,
    Schema,
    Several,
    Span,
    Text,
    Truth,
    asked,
    choice,
    closed,
    keys,
    nullable,
)

DEBT: Final = Object(
    (
        Field(
            "name",
            Text(longest=LONGEST_NAME),
            says="the visitor's own word; not echoed",
        ),
        Field("sum", YUAN, required=True, says="元 today"),
        Field("rate", SHARE, says="per cent a year"),
        Field("lender_kind", choice(LenderKind)),
        Field("overdue_days", Span(), says="days, or the least and the most"),
        Field("paper", Choice(lambda: [NONE, *KINDS]), says="the weightiest one"),
        Field("received", Day(), says="when the paper came"),
        Field("verified", Truth(), says="what the court itself said of the paper"),
        Field("guaranteed", Truth()),
        Field("secured", Truth()),
        Field("salary_account", Truth(), says="wages arrive at the same lender"),
    )
)
FACTS: Final = Object(
    (
        Field("today", Day(), says="the current day in Asia/Shanghai when missing"),
        Field(
            "budget",
            YUAN_OR_NOTHING,
            required=True,
            says="元 a month for all debts together",
        ),
        Field("debts", Several(DEBT, MOST_DEBTS, "笔"), required=True),
    )
)


def answer(question: Any, today: date) -> dict[str, Any]:
    """Read one JSON object and plan; sums go out as integer fen.

    Raises:
        FactsError: With the name of the field that is wrong.
    """
    values = FACTS.read(question)
    result = plans(values["debts"], values["budget"], values.get("today", today))
    return {
        "outcome": result.outcome,
        "order": [
            {
                "debt": place.number,
                "reason": place.reason,
                "notes": list(place.notes),
                "headline_stage": place.assessment.headline_stage,
                "legal_stage": place.assessment.legal_stage,
                "time_stages": list(place.assessment.time_stages),
                "deadline": place.day and place.day.isoformat(),
                "deadline_for": place.due and place.due.key,
                "missed": [step.key for step in place.missed],
                "undated": [step.key for step in place.undated],
            }
            for place in result.places
        ],
        "plans": [_plan(plan) for plan in result.plans],
        "idle": {
            "months": result.idle.months,
            "owed_fen": result.idle.owed,
            "more_fen": result.idle.more,
        },
        "interest_a_month_fen": result.interest_a_month,
        "rates_unknown": list(result.rates_unknown),
        "ruleset": catalog.fingerprint(),
    }


def schema() -> dict[str, Schema]:
    """JSON Schema of input and output, every closed list spelled out."""
    whole: Schema = {"type": "integer"}
    wholes: Schema = {"type": "array", "items": whole}
    place = closed(
        {
            "debt": whole,
            "reason": {"enum": list(Reason)},
            "notes": keys(Note),
            "headline_stage": nullable({"enum": [*TimeStage, *LegalStage]}),
            "legal_stage": {"enum": list(LegalStage)},
            "time_stages": keys(TimeStage),
            "deadline": nullable({"type": "string", "format": "date"}),
            "deadline_for": nullable({"enum": list(DEADLINE_KEYS)}),
            "missed": keys(DEADLINE_KEYS),
            "undated": keys(DEADLINE_KEYS),
        }
    )
    plan = closed(
        {
            "strategy": {"enum": list(Strategy)},
            "months": {
                "type": "array",
                "items": wholes,
                "description": "fen paid to each debt, month by month",
            },
            "still_owed_fen": wholes,
            "ends": {"type": "array", "items": nullable(whole)},
            "total_fen": whole,
            "cost_fen": whole,
            "left_fen": whole,
        }
    )
    idle = closed({"months": whole, "owed_fen": whole, "more_fen": whole})
    answered = closed(
        {
            "id": {},
            "outcome": {"enum": list(Outcome)},
            "order": {"type": "array", "items": place},
            "plans": {"type": "array", "items": plan},
            "idle": idle,
            "interest_a_month_fen": whole,
            "rates_unknown": wholes,
            "ruleset": {"type": "string"},
        }
    )
    return {"input": asked(FACTS), "output": answered}


def _plan(plan: Plan) -> dict[str, Any]:
    return {
        "strategy": plan.strategy,
        "months": [list(month.paid) for month in plan.months],
        "still_owed_fen": [month.left for month in plan.months],
        "ends": list(plan.ends),
        "total_fen": plan.total,
        "cost_fen": plan.cost,
        "left_fen": plan.left,
    }


__all__ = ["answer", "schema"]
