"""Worked cases: what ``ask`` answers is what was reckoned by hand."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.tools.assess.asking import TODAY
from timeline.tools.cost import ask as cost
from timeline.tools.court_cost import ask as court_cost
from timeline.tools.rate import ask as rate

TOOLS = {"cost": cost, "court-cost": court_cost, "rate": rate}
FOLDER = Path(__file__).resolve().parents[1] / "cases" / "money"
CASES = [
    (path.stem, number, case)
    for path in sorted(FOLDER.glob("*.toml"))
    for number, case in enumerate(tomllib.loads(path.read_text("utf-8"))["case"], 1)
]


def written(value: Any) -> Any:
    """A TOML value as JSON has it."""
    return value.isoformat() if isinstance(value, date) else value


def found(answer: Any, path: str) -> Any:
    """The value at a dotted path; numbers are places in lists, TOML has no null."""
    for key in path.split("."):
        answer = answer[int(key)] if key.isdigit() else answer[key]
    return "nothing" if answer is None else answer


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=f"{name}-{n}") for name, n, case in CASES]
)
def test_the_answer_is_the_one_reckoned_by_hand(case):
    given = {key: written(value) for key, value in case["given"].items()}
    answer = TOOLS[case["tool"]].answer(given, TODAY)
    assert {path: found(answer, path) for path in case["expect"]} == case["expect"]


def test_there_are_enough_of_them():
    assert len(CASES) >= 60  # and those of the plans in tests/cases/plans
    assert {case["tool"] for _, _, case in CASES} == set(TOOLS)
