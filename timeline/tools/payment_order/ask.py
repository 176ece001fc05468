"""``ask payment-order``: whether a draft objection contests the debt, over JSON."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from timeline import catalog
from timeline.catalog.payment_order import grammar
from timeline.crisis import wired, wired_schema
from timeline.engine.payment_order import Verdict, only_fees, read_objection
from timeline.wire.shapes import (
    Field,
    Object,
    Schema,
    Text,
    asked,
    closed,
)

LONGEST: Final = 100_000
DRAFT: Final = Object((Field("text", Text(longest=LONGEST), required=True),))


def answer(question: Any, today: date) -> dict[str, Any]:
    """Read one JSON object and the draft in it; ``today`` changes nothing.

    Raises:
        FactsError: With the name of the field that is wrong.
    """
    text = DRAFT.read(question)["text"]
    reading = read_objection(text, grammar())
    return {
        "comfort": wired(text),
        "verdict": reading.verdict,
        "sentences": [
            {"text": sentence.text, "class": sentence.verdict, "says": [*sentence.says]}
            for sentence in reading.sentences
        ],
        "only_fees": only_fees(reading, grammar()),
        "ruleset": catalog.fingerprint(),
    }


def schema() -> dict[str, Schema]:
    """JSON Schema of input and output, every closed list spelled out."""
    verdicts: Schema = {"enum": list(Verdict)}
    text: Schema = {"type": "string"}
    says = {"enum": [reason.key for reason in grammar().reasons]}
    sentence = closed(
        {"text": text, "class": verdicts, "says": {"type": "array", "items": says}}
    )
    answered = closed(
        {
            "id": {},
            "comfort": wired_schema(),
            "verdict": verdicts,
            "sentences": {"type": "array", "items": sentence},
            "only_fees": {"type": "boolean"},
            "ruleset": text,
        }
    )
    return {"input": asked(DRAFT), "output": answered}


__all__ = ["answer", "schema"]
