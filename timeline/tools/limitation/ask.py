"""``ask limitation``: may three years have passed, over JSON."""

from __future__ import annotations

from datetime import date
from typing import Any

from timeline import catalog
from timeline.engine.limitation import (
    QUESTIONS,
    WHY,
    Event,
    Light,
    LimitationFacts,
    limitation,
)
from timeline.wire.shapes import Day, Field, Object, Schema, keys, nullable


class Happened:
    """The latest day of an event, or just whether it ever happened."""

    def read(self, value: Any, path: str) -> Event:
        if isinstance(value, bool):
            return value
        return Day().read(value, path)

    def schema(self) -> Schema:
        return {"anyOf": [Day().schema(), {"type": "boolean"}]}


LATEST = "the latest day; true: on some day; false: never"
FACTS = Object(
    (
        Field("today", Day(), says="the current day in Asia/Shanghai when missing"),
        Field("last_instalment_due", Day(), says="past or to come"),
        Field("last_demand", Happened(), says=LATEST),
        Field("last_payment_or_promise", Happened(), says=LATEST),
        Field("auto_debit", Happened(), says=LATEST),
        Field("suit_or_arbitration", Happened(), says="the day it was filed"),
        Field("judgment", Happened(), says="also a mediation statement or an award"),
    )
)


def answer(question: Any, today: date) -> dict[str, Any]:
    """Read one JSON object and light the light.

    Raises:
        FactsError: With the name of the field that is wrong.
    """
    values = FACTS.read(question)
    values.setdefault("today", today)
    light, why, ask = limitation(LimitationFacts(**values), catalog.norms())
    return {
        "light": light,
        "why": list(why),
        "ask": ask,
        "ruleset": catalog.fingerprint(),
    }


def schema() -> dict[str, Schema]:
    """JSON Schema of input and output, every closed list spelled out."""
    given = FACTS.schema()
    given["properties"] = {"id": {}} | given["properties"]
    properties = {
        "id": {},
        "light": {"enum": list(Light)},
        "why": keys(WHY),
        "ask": nullable({"enum": list(QUESTIONS)}),
        "ruleset": {"type": "string"},
    }
    answered: Schema = {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
    return {"input": given, "output": answered}


__all__ = ["answer", "schema"]
