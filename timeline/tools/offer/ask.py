"""``ask offer``: four ways of settling one debt, side by side, over JSON."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from timeline import catalog
from timeline.catalog.series import lpr
from timeline.engine import LenderKind
from timeline.engine.instalments import MOST_MONTHS
from timeline.engine.limitation import QUESTIONS, WHY
from timeline.engine.offer import LIGHTS, Finding, Offer, compare
from timeline.engine.terms import Option
from timeline.tools.offer.reckoning import offer_facts
from timeline.wire.money import SHARE, YUAN, YUAN_OR_NOTHING
from timeline.wire.shapes import (
    Day,
    Field,
    Object,
    Schema,
    Truth,
    Whole,
    asked,
    choice,
    closed,
    keys,
    nullable,
)

FEE: Final = Field("fee", YUAN_OR_NOTHING, says="元, asked before anything else begins")
MONTHS: Final = Field("months", Whole(1, MOST_MONTHS))
YEARLY: Final = Field("rate", SHARE, says="per cent a year from today; 0: none runs")
FACTS: Final = Object(
    (
        Field("today", Day(), says="the current day in Asia/Shanghai when missing"),
        Field("owed", YUAN, required=True, says="元 asked for today, all in"),
        Field("can_pay", YUAN_OR_NOTHING, says="元 a month"),
        Field("cash", YUAN_OR_NOTHING, says="元 at once"),
        Field("lender_kind", choice(LenderKind)),
        Field("credit_card", Truth()),
        Field("extension", Object((MONTHS, YEARLY, FEE))),
        Field("instalments", Object((MONTHS, YEARLY, FEE))),
        Field(
            "reduction",
            Object((Field("waived", YUAN, required=True), MONTHS, YEARLY, FEE)),
        ),
        Field("settlement", Object((Field("sum", YUAN, required=True), FEE))),
        Field("last_instalment_due", Day()),
        Field("last_payment_or_promise", Day()),
        Field("judgment", Truth()),
    )
)


def answer(question: Any, today: date) -> dict[str, Any]:
    """Read one JSON object and compare; sums go out as integer fen.

    Raises:
        FactsError: With the name of the field that is wrong.
    """
    values = FACTS.read(question)
    values.setdefault("today", today)
    facts = offer_facts(values)
    offers, own_months, card_rule, known = compare(facts, catalog.norms(), lpr())
    return {
        "offers": [_offer(offer) for offer in offers],
        "own_months": own_months,
        "card_rule": card_rule,
        "limitation": {"light": known.light, "why": list(known.why), "ask": known.ask},
        "ruleset": catalog.fingerprint(),
    }


def schema() -> dict[str, Schema]:
    """JSON Schema of input and output, every closed list spelled out."""
    whole: Schema = {"type": "integer"}
    row = {"type": "array", "items": whole, "minItems": 5, "maxItems": 5}
    offer = closed(
        {
            "option": {"enum": list(Option)},
            "months": nullable(whole),
            "monthly_fen": nullable(whole),
            "at_most_fen": nullable(whole),
            "least_fen": nullable(whole),
            "total_fen": nullable(whole),
            "more_fen": nullable(whole),
            "rate": nullable({"type": "string"}),
            "findings": keys(Finding),
            "fits": nullable({"type": "boolean"}),
            "rows": {
                "type": "array",
                "items": row
                | {"description": "number, payment, interest, principal, balance: fen"},
            },
        }
    )
    known = closed(
        {
            "light": {"enum": list(LIGHTS)},
            "why": keys(WHY),
            "ask": nullable({"enum": list(QUESTIONS)}),
        }
    )
    answered = closed(
        {
            "id": {},
            "offers": {"type": "array", "items": offer},
            "own_months": nullable(whole),
            "card_rule": nullable({"type": "boolean"}),
            "limitation": known,
            "ruleset": {"type": "string"},
        }
    )
    return {"input": asked(FACTS), "output": answered}


def _offer(offer: Offer) -> dict[str, Any]:
    return {
        "option": offer.terms.option,
        "months": offer.months,
        "monthly_fen": offer.monthly,
        "at_most_fen": offer.at_most,
        "least_fen": offer.least,
        "total_fen": offer.total,
        "more_fen": offer.more,
        "rate": None if offer.rate is None else f"{offer.rate * 100:.6f}",
        "findings": list(offer.findings),
        "fits": offer.fits,
        "rows": [list(row) for row in offer.rows],
    }


__all__ = ["answer", "schema"]
