"""What holds for every visitor, whatever they know."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.engine.golden import words_of
from tests.engine.strategies import DAYS, TRUTH, Question, questions
from timeline import catalog
from timeline.engine import Agreement, LegalStage, PaperKind, TimeStage
from timeline.tools.assess.ask import answer

TODAY = date(2026, 11, 23)
TIME = list(TimeStage)
LEGAL = list(LegalStage)


def ask(question: Question, **changes: Any) -> dict[str, Any]:
    return answer({**question, **changes}, TODAY)


@given(questions(), DAYS, st.integers(0, 200))
def test_more_days_never_lower_the_time_stage(
    question: Question, day: int, more: int
) -> None:
    question = {**question, "due_date": None, "agreement": None}
    earlier = ask(question, overdue_days=day)["time_stages"]
    later = ask(question, overdue_days=day + more)["time_stages"]
    assert TIME.index(earlier[0]) <= TIME.index(later[0])


@given(questions(), DAYS, DAYS)
def test_days_never_change_the_legal_track(
    question: Question, one: int, other: int
) -> None:
    question = {**question, "due_date": None}
    first, second = ask(question, overdue_days=one), ask(question, overdue_days=other)
    for key in ("legal_stage", "proven_stage", "proven", "deadlines"):
        assert first[key] == second[key]


@given(questions(), st.sampled_from(list(PaperKind)))
def test_a_paper_that_the_court_calls_forged_never_raises_the_legal_stage(
    question: Question, kind: PaperKind
) -> None:
    known = question["papers"] or []
    forged = {"kind": kind.key, "received": None, "verified": False}
    without, with_it = (
        ask(question, papers=known),
        ask(question, papers=[*known, forged]),
    )
    for key in ("legal_stage", "proven_stage", "proven", "deadlines", "headline_stage"):
        assert without[key] == with_it[key]


@given(questions(), st.sampled_from(list(PaperKind)), TRUTH)
def test_a_paper_that_is_over_moves_nothing(
    question: Question, kind: PaperKind, verified: bool | None
) -> None:
    known = question["papers"] or []
    over = {"kind": kind.key, "verified": verified, "over": True}
    without, with_it = ask(question, papers=known), ask(question, papers=[*known, over])
    for key in ("legal_stage", "proven_stage", "proven", "deadlines", "headline_stage"):
        assert without[key] == with_it[key]


@given(questions())
def test_doubt_about_a_paper_never_removes_a_deadline(question: Question) -> None:
    assume(question["papers"])
    doubted = [{**paper, "verified": None} for paper in question["papers"]]
    real = [{**paper, "verified": True} for paper in question["papers"]]
    doubtful, proven = ask(question, papers=doubted), ask(question, papers=real)
    assert doubtful["deadlines"] == proven["deadlines"]
    assert doubtful["legal_stage"] == proven["legal_stage"]


@given(questions(), DAYS, st.integers(-300, 300))
def test_shifting_today_and_the_due_date_together_leaves_the_time_stage(
    question: Question, day: int, shift: int
) -> None:
    base = {**question, "overdue_days": None, "papers": []}
    found = []
    for today in (TODAY, TODAY + timedelta(shift)):
        due = today - timedelta(day)
        asked = ask(base, today=today.isoformat(), due_date=due.isoformat())
        found.append(asked["time_stages"])
    assert found[0] == found[1]


@given(questions())
def test_the_safe_date_is_never_after_the_rolled_one(question: Question) -> None:
    rows = ask(question)["deadlines"]
    for row in rows:
        if row["rolled_date"]:
            assert row["safe_date"] <= row["rolled_date"]
        assert row["calendar_known"] == (row["rolled_date"] is not None)
    dates = [row["safe_date"] or "9999" for row in rows]
    assert dates == sorted(dates)


@given(questions())
def test_the_headline_follows_from_the_two_tracks(question: Question) -> None:
    found = ask(question)
    stages, legal = found["time_stages"], found["legal_stage"]
    if legal != "none":
        assert found["headline_stage"] == legal
    else:
        assert found["headline_stage"] == (stages[0] if len(stages) == 1 else None)
    assert found["proven"] == (legal == found["proven_stage"] != "none")
    assert (found["confidence"] == "high") == found["proven"]
    assert found["paused"] == (stages == [])
    if found["paused"] or stages[-1] == "pre-suit":
        assert found["next"] is None


@given(questions())
def test_every_answer_has_something_to_do_a_right_and_words_with_sources(
    question: Question,
) -> None:
    found = ask(question)
    words = catalog.words
    assert 1 <= len(found["actions"]) <= 3
    assert found["rights"]
    assert words_of(found, date.fromisoformat(question["today"]))
    for table, keys in ((words.findings(), "findings"), (words.actions(), "actions")):
        for key in found[keys]:
            for reference in table[key].cites:
                assert catalog.article(reference)
    for key in found["rights"]:
        assert any(norm in catalog.norms() for norm in words.rights()[key].norms)
    for row in [*found["deadlines"], *found["trace"]]:
        assert row["cite"] is None or catalog.article(row["cite"])


@given(questions())
def test_a_contact_is_never_shown_a_repayment_step(question: Question) -> None:
    words = catalog.words.actions()
    shown = ask(question, role="contact")["actions"]
    assert not [key for key in shown if words[key].repayment]


@given(questions())
def test_an_agreement_that_is_kept_is_never_harsher_than_none(
    question: Question,
) -> None:
    none = ask(question, agreement="none", agreement_next_due=None)
    kept = ask(question, agreement="kept")
    assert kept["time_stages"] == []
    assert kept["next"] is None
    assert kept["legal_stage"] == none["legal_stage"]
    assert kept["deadlines"] == none["deadlines"]


@given(questions(), st.sampled_from(["asked", "broken"]))
def test_talks_that_led_to_nothing_leave_the_tracks_alone(
    question: Question, agreement: str
) -> None:
    none = ask(question, agreement="none", agreement_next_due=None)
    talked = ask(question, agreement=agreement)
    for key in ("time_stages", "next", "legal_stage", "deadlines", "headline_stage"):
        assert talked[key] == none[key]


@given(questions(), st.sampled_from(["1", "1000", "50000", "999999999999"]))
def test_the_amount_never_changes_a_stage(question: Question, principal: str) -> None:
    one, other = ask(question, principal=None), ask(question, principal=principal)
    for key in ("time_stages", "legal_stage", "headline_stage", "next", "confidence"):
        assert one[key] == other[key]


@given(questions())
def test_no_period_of_the_creditor_is_listed(question: Question) -> None:
    keys = {row["key"] for row in ask(question)["deadlines"]}
    assert keys <= {
        "payment-order-objection",
        "answer",
        "jurisdiction-objection",
        "evidence",
        "appeal",
        "hearing",
        "freeze-review",
        "award-annulment",
        "enforcement-objection",
    }
    kinds = {paper["kind"] for paper in question["papers"] or []}
    if "judgment" not in kinds:
        assert "appeal" not in keys


def test_every_stage_of_both_tracks_can_be_reached() -> None:
    times = {
        stage
        for day in range(-2, 120)
        for stage in ask({"role": "borrower", "overdue_days": day})["time_stages"]
    }
    legal = {
        ask({"role": "borrower", "papers": [{"kind": kind.key}]})["legal_stage"]
        for kind in PaperKind
    }
    assert times == set(TimeStage)
    assert legal == set(LegalStage)


@pytest.mark.parametrize("agreement", [*map(str, Agreement), None])
def test_only_an_agreement_that_is_kept_pauses(agreement: str | None) -> None:
    found = ask({"role": "borrower", "overdue_days": 40, "agreement": agreement})
    assert found["paused"] == (agreement == "kept")
