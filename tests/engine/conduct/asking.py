"""Questions to ``ask conduct`` as the tests put them, and the golden cases."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from timeline.tools.conduct.ask import answer

TODAY: Final = date(2026, 11, 23)
CASES: Final = Path(__file__).resolve().parents[2] / "cases" / "conduct"
DAY: Final = "2026-11-20"

Question = dict[str, Any]


def event(at: str | None = f"{DAY}T10:00", **parts: Any) -> Question:
    """A call to the borrower in the morning, unless said otherwise."""
    return {"at": at, "channel": "call", "to": "borrower"} | parts


def connected(count: int, mode: str, **parts: Any) -> list[Question]:
    """So many calls on one day that got through, each at its own minute."""
    return [
        event(f"{DAY}T{9 + n // 60:02}:{n % 60:02}", answered=True, mode=mode, **parts)
        for n in range(count)
    ]


def judged(*events: Question, **facts: Any) -> dict[str, Any]:
    """What ``ask conduct`` says; a borrower of a micro-loan company by default."""
    asked = {"role": "borrower", "lender_kind": "micro-loan", "events": list(events)}
    return answer(asked | facts, TODAY)


def verdicts(found: dict[str, Any], rule: str) -> set[str]:
    """The verdicts of one rule, whatever the norm."""
    return {one["verdict"] for one in found["findings"] if one["rule"] == rule}


def cites(found: dict[str, Any], rule: str, verdict: str) -> set[str]:
    """The provisions on which a rule came to a verdict."""
    return {
        one["cite"]
        for one in found["findings"]
        if one["rule"] == rule and one["verdict"] == verdict
    }


@cache
def real_cases() -> tuple[dict[str, Any], ...]:
    """The incidents of ``tests/cases/conduct/real.toml``, ``times`` spelled out."""
    text = (CASES / "real.toml").read_text(encoding="utf-8")
    return tuple(_spelled_out(case) for case in tomllib.loads(text)["case"])


def _spelled_out(case: dict[str, Any]) -> dict[str, Any]:
    given = {"lender_kind": "micro-loan"} | case["given"]
    return case | {"given": given | {"events": list(_repeated(given["events"]))}}


def _repeated(events: Iterable[Question]) -> Iterable[Question]:
    for one in events:
        once = {key: value for key, value in one.items() if key != "times"}
        yield from (dict(once) for _ in range(one.get("times", 1)))
