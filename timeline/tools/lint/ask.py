"""``ask lint``: what a text had better not say, over JSON."""

from __future__ import annotations

from datetime import date
from typing import Any

from timeline import catalog
from timeline.catalog.letters import letters
from timeline.catalog.lint import lint_kinds, lint_rules
from timeline.catalog.spelling import folding
from timeline.crisis import wired, wired_schema
from timeline.engine.facts import LenderKind
from timeline.engine.limitation import Light
from timeline.engine.lint import Draft, Kind, lint
from timeline.wire.shapes import (
    Choice,
    Day,
    Field,
    Object,
    Schema,
    Text,
    asked,
    choice,
    closed,
    nullable,
)

LONGEST = 100_000
UNKNOWN = "unknown"
DRAFT = Object(
    (
        Field("text", Text(longest=LONGEST), required=True),
        Field("letter", Choice(lambda: letters()), says="the letter of ours it fills"),
        Field("lender_kind", choice(LenderKind)),
        Field("today", Day(), says="the current day in Asia/Shanghai when missing"),
        Field("limitation", Choice(lambda: [*Light, UNKNOWN])),
    )
)


def answer(question: Any, today: date) -> dict[str, Any]:
    """Read one JSON object and mark its text.

    Raises:
        FactsError: With the name of the field that is wrong.
    """
    values = DRAFT.read(question)
    values.setdefault("today", today)
    light = values.pop("limitation", UNKNOWN)
    known = None if light == UNKNOWN else Light(light)
    flags = lint(Draft(**values, limitation=known), lint_rules(), folding())
    return {
        "comfort": wired(values["text"]),
        "flags": [
            {
                "kind": flag.kind,
                "span": [flag.start, flag.end],
                "why": flag.why,
                "cite": flag.cite,
            }
            for flag in flags
        ],
        "ruleset": catalog.fingerprint(),
    }


def schema() -> dict[str, Schema]:
    """JSON Schema of input and output, every closed list spelled out."""
    place: Schema = {"type": "integer", "minimum": 0}
    span = {"type": "array", "items": place, "minItems": 2, "maxItems": 2}
    reasons = [why for record in lint_kinds().values() for why in record.cues]
    flag = closed(
        {
            "kind": {"enum": list(Kind)},
            "span": span | {"description": "code points, half-open"},
            "why": {"enum": reasons},
            "cite": nullable({"type": "string"}),
        }
    )
    answered = closed(
        {
            "id": {},
            "comfort": wired_schema(),
            "flags": {"type": "array", "items": flag},
            "ruleset": {"type": "string"},
        }
    )
    return {"input": asked(DRAFT), "output": answered}


__all__ = ["answer", "schema"]
