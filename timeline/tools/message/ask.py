"""``ask message``: what a message may be, and what to do about it, over JSON."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from timeline import catalog
from timeline.catalog.message import message_reader
from timeline.catalog.message_papers import term_records
from timeline.crisis import wired, wired_schema
from timeline.engine import FactsError, PaperKind
from timeline.engine.deadlines import DEADLINE_KEYS
from timeline.engine.facts import NOT_YET, check_today
from timeline.engine.message import STEPS, Kind, Term, read_message
from timeline.tools.message.dates import counted, message_dates, own_terms, steps_of
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
    nullable,
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
    check_today(today)
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
        "deadlines": [
            deadline_values(deadline, paper.kind.key)
            for deadline, paper in counted(reading.clock, received, today).deadlines
        ],
        "terms": [
            _term(term, received, today) for term, _ in own_terms(reading.clock, today)
        ],
        "ruleset": catalog.fingerprint(),
    }


def _term(term: Term, received: date | None, today: date) -> dict[str, Any]:
    workdays = catalog.ruleset().workdays
    last = term.last_day(received) if term.days else None
    rolled = workdays.rolled(last) if last else None
    return {
        "key": term.key,
        "days": term.days or None,
        "safe_date": last and last.isoformat(),
        "rolled_date": rolled and rolled.isoformat(),
        "passed": last is not None and workdays.surely_passed(last, today),
    }


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
    day: Schema = {"type": "string", "format": "date"}
    term = closed(
        {
            "key": {"enum": list(term_records())},
            "days": nullable({"type": "integer", "minimum": 1}),
            "safe_date": nullable(day),
            "rolled_date": nullable(day),
            "passed": {"type": "boolean"},
        }
    )
    answered = closed(
        {
            "id": {},
            "comfort": wired_schema(),
            "kind": {"enum": list(Kind)},
            "cues": {"type": "array", "items": cue},
            "steps": keys(STEPS) | {"contains": {"const": "verify-independently"}},
            "clock": {"enum": [*DEADLINE_KEYS, None]},
            "deadlines": {"type": "array", "items": deadline},
            "terms": {"type": "array", "items": term},
            "ruleset": {"type": "string"},
        }
    )
    return {"input": asked(MESSAGE), "output": answered}


__all__ = ["answer", "schema"]
