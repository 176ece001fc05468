"""``ask assess``: the same facts and the same engine as the page, over JSON."""

from __future__ import annotations

from datetime import date
from typing import Any

from timeline import catalog
from timeline.catalog.letters import letters
from timeline.engine import (
    Agreement,
    Assessment,
    Confidence,
    Facts,
    FactsError,
    Freeze,
    LegalStage,
    LenderKind,
    Paper,
    PaperKind,
    Role,
    TimeStage,
    assess,
)
from timeline.engine.facts import MOST_PAPERS
from timeline.engine.question import FACT_QUESTIONS, PAPER_QUESTIONS
from timeline.engine.trace import TRACE_KINDS
from timeline.wire.deadlines import deadline_schema, deadline_values
from timeline.wire.money import YUAN
from timeline.wire.shapes import (
    Choice,
    Day,
    Field,
    Object,
    Schema,
    Several,
    Span,
    Truth,
    choice,
    closed,
    keys,
    nullable,
)


def _paper(values: dict[str, Any], path: str) -> Paper:
    return Paper(**values)


PAPER = Object(
    (
        Field("kind", choice(PaperKind), required=True),
        Field("received", Day(), says="the day it reached phone, box or household"),
        Field("verified", Truth(), says="only what the court itself has said"),
        Field("own_date", Day(), says="a date printed on it for the step"),
        Field("hearing", Day()),
        Field("over", Truth()),
        Field("freeze", choice(Freeze), says="asset-freeze only"),
        Field("confirmed", Truth(), says="mediation-agreement only"),
    ),
    _paper,
)
FACTS = Object(
    (
        Field("role", choice(Role), required=True),
        Field("product", Choice(lambda: catalog.profiles())),
        Field("lender_kind", choice(LenderKind)),
        Field("today", Day(), says="the current day in Asia/Shanghai when missing"),
        Field("due_date", Day(), says="at most 366 days ahead"),
        Field("overdue_days", Span()),
        Field("principal", YUAN, says="元, > 0, ≤ 12 digits"),
        Field("reachable", Truth()),
        Field("contact_called", Truth()),
        Field("contact_refused", Truth()),
        Field("agreement", choice(Agreement)),
        Field("agreement_next_due", Day()),
        Field("papers", Several(PAPER, MOST_PAPERS, "份文书")),
    )
)


def answer(question: Any, today: date) -> dict[str, Any]:
    """Read one JSON object and assess it.

    Raises:
        FactsError: With the dotted name of the field that is wrong.
    """
    values = FACTS.read(question)
    if "principal" in values:
        values["principal_fen"] = values.pop("principal")
    values.setdefault("today", today)
    return dump(assess(Facts(**values), catalog.ruleset()))


def dump(result: Assessment) -> dict[str, Any]:
    """The assessment as plain JSON values, keys as in the schema."""
    upcoming = result.next
    return {
        "time_stages": list(result.time_stages),
        "paused": result.paused,
        "legal_stage": result.legal_stage,
        "proven_stage": result.proven_stage,
        "proven": result.proven,
        "headline_stage": result.headline_stage,
        "confidence": result.confidence,
        "next": upcoming
        and {"stage": upcoming.stage, "from": upcoming.start.isoformat()},
        "deadlines": [
            deadline_values(deadline, f"papers.{deadline.paper}")
            for deadline in result.deadlines
        ],
        "findings": list(result.findings),
        "actions": list(result.actions),
        "rights": list(result.rights),
        "letters": list(result.letters),
        "ask": result.ask,
        "unknown": list(result.unknown),
        "trace": [step._asdict() for step in result.trace],
        "ruleset": result.ruleset,
    }


def schema() -> dict[str, Schema]:
    """JSON Schema of input and output, every closed list spelled out."""
    given, answered = FACTS.schema(), _output()
    for shape in (given, answered):
        shape["properties"] = {"id": {}} | shape["properties"]
    answered["required"] = ["id", *answered["required"]]
    return {"input": given, "output": answered}


def _output() -> Schema:
    words = catalog.words
    day: Schema = {"type": "string", "format": "date"}
    text: Schema = {"type": "string"}
    truth: Schema = {"type": "boolean"}
    time, legal = list(TimeStage), list(LegalStage)
    properties = {
        "time_stages": keys(time),
        "paused": truth,
        "legal_stage": {"enum": legal},
        "proven_stage": {"enum": legal},
        "proven": truth,
        "headline_stage": {"enum": [*time, *legal[1:], None]},
        "confidence": {"enum": list(Confidence)},
        "next": nullable(closed({"stage": {"enum": time}, "from": day})),
        "deadlines": _list(deadline_schema(text)),
        "findings": keys(words.findings()),
        "actions": keys(words.actions()) | {"maxItems": 3},
        "rights": keys(words.rights()),
        "letters": keys(letters()),
        "ask": nullable(_question()),
        "unknown": keys(catalog.norms()),
        "trace": _list(
            closed(
                {
                    "kind": {"enum": list(TRACE_KINDS)},
                    "key": text,
                    "detail": text,
                    "cite": nullable(text),
                }
            )
        ),
        "ruleset": text,
    }
    return closed(properties)


def _question() -> Schema:
    facts, papers = "|".join(FACT_QUESTIONS), "|".join(PAPER_QUESTIONS)
    pattern = rf"^({facts}|papers\.\d+\.({papers}))$"
    return {"type": "string", "pattern": pattern}


def _list(item: Schema) -> Schema:
    return {"type": "array", "items": item}


__all__ = ["FactsError", "answer", "dump", "schema"]
