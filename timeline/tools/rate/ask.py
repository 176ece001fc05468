"""``ask rate``: the all-in yearly cost and the lines for it, over JSON."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Final

from timeline import catalog
from timeline.engine.facts import LenderKind
from timeline.engine.irr import MOST_YEARLY, NoRate, YearlyRate
from timeline.engine.ledger import read_ledger
from timeline.engine.rate_lines import LINES, Measure, Side
from timeline.tools.rate.reckoning import MOST_INSTALMENTS, loan, rate_answer
from timeline.wire.money import YUAN
from timeline.wire.shapes import (
    Day,
    Field,
    Object,
    Schema,
    Text,
    Whole,
    asked,
    choice,
    closed,
    keys,
    nullable,
)

LONGEST_TEXT: Final = 20_000

FACTS: Final = Object(
    (
        Field("today", Day(), says="the current day in Asia/Shanghai when missing"),
        Field("lender_kind", choice(LenderKind), says="who lends by the contract"),
        Field(
            "contract_on",
            Day(),
            says="the day of the contract; that on which money came when missing",
        ),
        Field("received", YUAN, says="元, what really came"),
        Field("received_on", Day(), says="the day on which it came"),
        Field("instalment", YUAN, says="元 a month, if always the same"),
        Field("first_on", Day(), says="the day of the first instalment"),
        Field("count", Whole(1, MOST_INSTALMENTS), says="how many instalments"),
        Field("monthly_fee", YUAN, says="元 taken beside each instalment"),
        Field(
            "payments",
            Text(read_ledger, LONGEST_TEXT),
            says="further sums, one a line: 2026-01-15 1234.50 担保费; 收 … came in",
        ),
    )
)


def answer(question: Any, today: date) -> dict[str, Any]:
    """Read one JSON object; percentages are strings with six decimals.

    A compound rate too high to be told has no ``rate``, but ``rate_above``, below which
    it does not lie.

    Raises:
        FactsError: With the name of the field that is wrong.
    """
    values = FACTS.read(question)
    given = loan(values, values.get("today", today))
    result = rate_answer(given)
    known = result.rate if isinstance(result.rate, YearlyRate) else None
    told = None if known is None or known.far_above else known
    return {
        "rate": told and _percent(told.compound),
        "rate_above": _percent(MOST_YEARLY) if known and known.far_above else None,
        "simple_rate": known and _percent(known.simple),
        "contract_on": given.contract_on and given.contract_on.isoformat(),
        "contract_assumed": given.assumed,
        "problem": None if known else result.rate,
        "lines": [
            {
                "key": line.key,
                "side": line.side,
                "percent": line.percent and str(line.percent),
                "above": list(line.above),
                "sure": line.sure,
                "cite": line.version.cite,
            }
            for line in result.lines
        ],
        "ruleset": catalog.fingerprint(),
    }


def schema() -> dict[str, Schema]:
    """JSON Schema of input and output, every closed list spelled out."""
    number: Schema = nullable({"type": "string", "pattern": r"^-?\d+(\.\d+)?$"})
    line = closed(
        {
            "key": {"enum": list(LINES)},
            "side": {"enum": list(Side)},
            "percent": number,
            "above": keys(Measure),
            "sure": {"type": "boolean"},
            "cite": {"type": "string"},
        }
    )
    answered = closed(
        {
            "id": {},
            "rate": number,
            "rate_above": number,
            "simple_rate": number,
            "contract_on": nullable({"type": "string", "format": "date"}),
            "contract_assumed": {"type": "boolean"},
            "problem": nullable({"enum": list(NoRate)}),
            "lines": {"type": "array", "items": line},
            "ruleset": {"type": "string"},
        }
    )
    return {"input": asked(FACTS), "output": answered}


def _percent(share: Decimal) -> str:
    return f"{share * 100:.6f}"
