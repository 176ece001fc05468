"""``ask message``: what a message may be, and what to do about it, over JSON."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from timeline import catalog
from timeline.catalog.message import message_reader
from timeline.crisis import wired, wired_schema
from timeline.engine import FactsError, PaperKind
from timeline.engine.deadlines import DEADLINE_KEYS, deadlines
from timeline.engine.facts import NOT_YET
from timeline.engine.message import STEPS, Clock, Kind, read_message
from timeline.tools.message.dates import message_dates
from timeline.tools.message.page import steps_of
from timeline.wire.deadlines import deadline_schema, deadline_values
from timeline.wire.shapes import (
    Day,
    Field,
    Object,
    Schema,
    Text,
    asked,
    closed,
    keys,
)

LONGEST: Final = 100_000
MESSAGE: Final = Object(
    (
        Field("text", Text(longest=LONGEST), required=True),
        Field("today", Day(), says="the current day in Asia/Shanghai when missing"),
        Field("received", Day(), says="the day it arrived, not the day it was read"),
    )
)


def answer(question: Any, today: date) -> dict[str, Any]:
    """Read one JSON object and the message in it.

    Raises:
        FactsError: With the name of the field that is wrong.
    """
    values = MESSAGE.read(question)
    today = values.get("today", today)
    received = values.get("received")
    if received is not None and received > today:
        raise FactsError("received", NOT_YET)
    reading = read_message(values["text"], today, message_reader())
    dates = message_dates(reading.clock, received, today)
    return {
        "comfort": wired(values["text"]),
        "kind": reading.kind,
        "cues": [
            {
                "cue": mark.cue,
                "points_to": mark.points_to,
                "span": [mark.start, mark.end],
            }
            for mark in reading.marks
        ],
        "steps": list(steps_of(reading, dates)),
        "clock": reading.clock.key,
        "deadlines": _deadlines(reading.clock, received, today),
        "ruleset": catalog.fingerprint(),
    }


def _deadlines(
    clock: Clock, received: date | None, today: date
) -> list[dict[str, Any]]:
    papers = clock.received(received) if clock.key else ()
    rules = catalog.ruleset()
    found, _ = deadlines(papers, today, rules.norms, rules.units, rules.workdays)
    return [deadline_values(one, papers[one.paper].kind.key) for one in found]


def schema() -> dict[str, Schema]:
    """JSON Schema of input and output, every closed list spelled out."""
    place: Schema = {"type": "integer", "minimum": 0}
    span = {"type": "array", "items": place, "minItems": 2, "maxItems": 2}
    cue = closed(
        {
            "cue": {"enum": list(message_reader().cues)},
            "points_to": {"enum": list(Kind)},
            "span": span | {"description": "code points, half-open"},
        }
    )
    deadline = deadline_schema({"enum": [kind.key for kind in PaperKind]})
    answered = closed(
        {
            "id": {},
            "comfort": wired_schema(),
            "kind": {"enum": list(Kind)},
            "cues": {"type": "array", "items": cue},
            "steps": keys(STEPS) | {"contains": {"const": "verify-independently"}},
            "clock": {"enum": [*DEADLINE_KEYS, None]},
            "deadlines": {"type": "array", "items": deadline},
            "ruleset": {"type": "string"},
        }
    )
    return {"input": asked(MESSAGE), "output": answered}


__all__ = ["FactsError", "answer", "schema"]
