"""``ask conduct``: the same log and the same engine as the page, over JSON."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from timeline import catalog
from timeline.catalog.conduct import yardstick
from timeline.engine import FactsError, LenderKind, Role
from timeline.engine.conduct import (
    EVENT_QUESTIONS,
    MOST_EVENTS,
    QUESTIONS,
    RULES,
    Channel,
    Conduct,
    Event,
    Judgement,
    Mode,
    Said,
    To,
    Verdict,
    judge,
)
from timeline.engine.norms import EVERYONE, Strength
from timeline.wire.moments import Clock, Minute
from timeline.wire.shapes import (
    Day,
    Field,
    Object,
    Schema,
    Several,
    Text,
    Truth,
    choice,
    closed,
    keys,
    nullable,
)


def _event(values: dict[str, Any], path: str) -> Event:
    if "said" in values:
        values["said"] = frozenset(values["said"])
    return Event(**values)


EVENT = Object(
    (
        Field(
            "at",
            Minute(),
            says="Asia/Shanghai unless an offset is given; a bare date when only "
            "the day is known",
        ),
        Field("channel", choice(Channel)),
        Field("to", choice(To)),
        Field("number", Text(longest=4), says="last four digits of who called"),
        Field("answered", Truth()),
        Field("mode", choice(Mode)),
        Field("said", Several(choice(Said), len(Said), "项")),
    ),
    _event,
)
CONDUCT = Object(
    (
        Field("role", choice(Role), required=True),
        Field("today", Day(), says="the current day in Asia/Shanghai when missing"),
        Field("lender_kind", choice(LenderKind)),
        Field("reachable", Truth(), says="whether the lender can reach the borrower"),
        Field(
            "refused_at",
            Minute(),
            says="when a third party said no; a bare date counts from the next day",
        ),
        Field(
            "agreed_quiet_hours",
            Several(Clock(), 2, "个钟点"),
            says='["23:00", "08:00"]: replaces the hours of the norms',
        ),
        Field("events", Several(EVENT, MOST_EVENTS, "次"), required=True),
    )
)


def answer(question: Any, today: date) -> dict[str, Any]:
    """Read one JSON object and judge it.

    Raises:
        FactsError: With the dotted name of the field that is wrong.
    """
    return dump(judge(conduct(question, today), yardstick()))


def conduct(question: Any, today: date) -> Conduct:
    """The log of one JSON object; the page sends its answers through here too.

    Raises:
        FactsError: With the dotted name of the field that is wrong.
    """
    values = CONDUCT.read(question)
    values["agreed_quiet_hours"] = _span(values.get("agreed_quiet_hours"))
    values.setdefault("today", today)
    return Conduct(**values)


def _span(hours: tuple[time, ...] | None) -> tuple[time, time] | None:
    if hours is None:
        return None
    if len(hours) != 2:
        raise FactsError("agreed_quiet_hours", "要写开始和结束两个钟点。")
    return hours[0], hours[1]


def dump(judgement: Judgement) -> dict[str, Any]:
    """The judgement as plain JSON values, keys as in the schema."""
    return {
        "overall": judgement.overall,
        "findings": [
            {
                "rule": finding.rule,
                "verdict": finding.verdict,
                "strength": finding.strength,
                "binds": list(finding.binds),
                "events": list(finding.events),
                "cite": finding.cite,
            }
            for finding in judgement.findings
        ],
        "ask": judgement.ask,
        "unknown": list(judgement.unknown),
        "ruleset": judgement.ruleset,
    }


def schema() -> dict[str, Schema]:
    """JSON Schema of input and output, every closed list spelled out."""
    given, answered = CONDUCT.schema(), _output()
    for shape in (given, answered):
        shape["properties"] = {"id": {}} | shape["properties"]
    answered["required"] = ["id", *answered["required"]]
    return {"input": given, "output": answered}


def _output() -> Schema:
    text: Schema = {"type": "string"}
    finding = closed(
        {
            "rule": {"enum": [rule.key for rule in RULES]},
            "verdict": {"enum": list(Verdict)},
            "strength": {"enum": list(Strength)},
            "binds": keys([*LenderKind, EVERYONE]),
            "events": {"type": "array", "items": {"type": "integer", "minimum": 0}},
            "cite": text,
        }
    )
    facts, parts = "|".join(QUESTIONS), "|".join(EVENT_QUESTIONS)
    pattern = rf"^({facts}|events\.\d+\.({parts}))$"
    return closed(
        {
            "overall": {"enum": list(Verdict)},
            "findings": {"type": "array", "items": finding},
            "ask": nullable({"type": "string", "pattern": pattern}),
            "unknown": keys(catalog.norms()),
            "ruleset": text,
        }
    )


__all__ = ["answer", "conduct", "dump", "schema"]
