"""A deadline as JSON: the same keys in every answer that has one."""

from __future__ import annotations

from typing import Any

from timeline.engine.deadlines import DEADLINE_KEYS, Deadline
from timeline.wire.shapes import Schema, closed, nullable


def deadline_values(deadline: Deadline, paper: str) -> dict[str, Any]:
    """Plain JSON values; days are ISO dates, or null where none is known.

    Args:
        paper: What the answer calls the paper that set it running.
    """
    safe, rolled = deadline.safe_date, deadline.rolled_date
    return {
        "key": deadline.key,
        "paper": paper,
        "safe_date": safe and safe.isoformat(),
        "rolled_date": rolled and rolled.isoformat(),
        "calendar_known": deadline.calendar_known,
        "passed": deadline.passed,
        "cite": deadline.cite,
    }


def deadline_schema(paper: Schema) -> Schema:
    """The schema of ``deadline_values``; ``paper`` is that of its paper."""
    text: Schema = {"type": "string"}
    truth: Schema = {"type": "boolean"}
    day: Schema = {"type": "string", "format": "date"}
    return closed(
        {
            "key": {"enum": list(DEADLINE_KEYS)},
            "paper": paper,
            "safe_date": nullable(day),
            "rolled_date": nullable(day),
            "calendar_known": truth,
            "passed": truth,
            "cite": text,
        }
    )
