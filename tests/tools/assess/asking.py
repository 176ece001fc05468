"""Answers as a browser sends them, and the day on which all tests ask."""

from __future__ import annotations

from datetime import date
from typing import Any

ASSESS = "/assess/"
CALENDAR = "/assess/calendar/"
TODAY = date(2026, 11, 23)
# Nine days overdue, no papers: the visitor of the issue.
BASE = {
    "role": "borrower",
    "when": "date",
    "due_date": "2026-11-14",
    "papers": "none",
}


def answers(changes: dict[str, Any] | None = None, /, **more: Any) -> dict[str, Any]:
    """The usual answers with some changed; ``None`` takes one away."""
    merged = BASE | (changes or {}) | more
    return {name: value for name, value in merged.items() if value is not None}


def with_paper(kind: str, row: int = 0, **parts: str) -> dict[str, Any]:
    """The usual answers and one paper."""
    paper = {f"papers.{row}.{part}": value for part, value in parts.items()}
    return answers({"papers": "some", f"papers.{row}.kind": kind, **paper})
