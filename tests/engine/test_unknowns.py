"""Knowing less gives a wider answer, never a surer one."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import assume, example, given
from hypothesis import strategies as st

from tests.engine.strategies import Question, questions, spans
from timeline.engine import TimeStage
from timeline.tools.assess.ask import answer

TODAY = date(2026, 11, 23)
TIME = list(TimeStage)
CERTAINTY = ["cannot-tell", "partial", "high"]
OPTIONAL = [
    "product",
    "lender_kind",
    "due_date",
    "overdue_days",
    "principal",
    "reachable",
    "contact_called",
    "contact_refused",
    "agreement_next_due",
    "papers",
]


def ask(question: Question, **changes: Any) -> dict[str, Any]:
    return answer({**question, **changes}, TODAY)


@given(questions(), spans())
def test_an_interval_holds_the_stage_of_each_of_its_days(
    question: Question, span: list[int]
) -> None:
    question = {**question, "due_date": None}
    whole = ask(question, overdue_days=span)["time_stages"]
    each = [
        stage
        for day in range(span[0], span[1] + 1, max(1, (span[1] - span[0]) // 8))
        for stage in ask(question, overdue_days=day)["time_stages"]
    ]
    ends = [ask(question, overdue_days=day)["time_stages"] for day in span]
    assert set(whole) >= {*each, *ends[0], *ends[1]}
    assert whole == [stage for stage in TIME if stage in whole]


@given(questions(), st.sets(st.sampled_from(OPTIONAL), min_size=1))
def test_knowing_less_never_raises_confidence(
    question: Question, forgotten: set[str]
) -> None:
    less = ask({key: question[key] for key in question.keys() - forgotten})
    assert _certainty(less) <= _certainty(ask(question))


@example(
    {"role": "borrower", "papers": [{"kind": "summons", "verified": False}]},
)
@given(questions())
def test_not_knowing_whether_a_paper_is_real_never_raises_confidence(
    question: Question,
) -> None:
    assume(question["papers"])
    doubted = [{**paper, "verified": None} for paper in question["papers"]]
    doubtful = ask(question, papers=doubted)
    assert _certainty(doubtful) <= _certainty(ask(question))


def _certainty(found: dict[str, Any]) -> int:
    return CERTAINTY.index(found["confidence"])
