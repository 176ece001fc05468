"""Which debt first and why; every plan keeps to the budget."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.plans.worked import cases, fen
from timeline import catalog
from timeline.engine import FactsError, LegalStage, Paper, PaperKind, TimeStage
from timeline.engine.debts import MOST_DEBTS, Note, Reason, debts_plan
from timeline.engine.repayment import MOST_MONTHS, Debt, Strategy

TODAY = date(2026, 11, 23)
COURT = (Paper(kind=PaperKind.COMPLAINT_COPY, received=date(2026, 11, 20)),)
DEBT = st.builds(
    Debt,
    sum_fen=st.integers(1, 10**7),
    annual_rate=st.none() | st.decimals(0, 1, places=4),
    overdue_days=st.none() | st.integers(0, 900).map(lambda days: (days, days)),
    papers=st.sampled_from([None, (), COURT]),
    guaranteed=st.none() | st.booleans(),
    secured=st.none() | st.booleans(),
)
DEBTS = st.lists(DEBT, min_size=1, max_size=6).map(tuple)
BUDGET = st.integers(0, 10**7)


def answered(debts: tuple[Debt, ...], budget: int):
    return debts_plan(debts, budget, TODAY, catalog.ruleset())


def of_case(row) -> Debt:
    paper = row.get("paper")
    kinds = {kind.key: kind for kind in PaperKind}
    return Debt(
        sum_fen=fen(row["sum"]),
        annual_rate=Decimal(row["rate"]) / 100 if "rate" in row else None,
        guaranteed=row.get("guaranteed"),
        papers=(Paper(kind=kinds[paper]),) if paper else None,
    )


@pytest.mark.parametrize("case", cases("debts"), ids=lambda case: case["name"])
def test_worked_case(case):
    result = answered(tuple(map(of_case, case["debts"])), fen(case["budget"]))
    ours = result.plans[0]

    assert [place.number for place in result.places] == case["order"]
    assert [end or 0 for end in ours.ends] == case["ends"]
    assert ours.total == fen(case["total"])
    assert ours.cost == fen(case["cost"])
    assert ours.left == fen(case.get("left", "0"))


@given(DEBTS, BUDGET)
def test_no_plan_ever_exceeds_the_budget(debts, budget):
    for plan in answered(debts, budget).plans:
        for month in plan.months:
            assert sum(month.paid) <= budget
            assert min(month.paid) >= 0


@given(DEBTS, BUDGET)
def test_all_that_was_owed_and_accrued_is_paid_or_left(debts, budget):
    owed = sum(debt.sum_fen for debt in debts)
    for plan in answered(debts, budget).plans:
        assert plan.total == sum(sum(month.paid) for month in plan.months)
        assert plan.total + plan.left == owed + plan.cost
        assert plan.cost >= 0
        assert (None in plan.ends) is (plan.left > 0)


@given(DEBTS, st.integers(1, 10**7), st.integers(0, 10**7))
def test_paying_more_never_ends_later(debts, budget, more):
    before = answered(debts, budget).plans[0].ends
    after = answered(debts, budget + more).plans[0].ends

    for slower, faster in zip(before, after, strict=True):
        assert slower is None or (faster is not None and faster <= slower)


@given(DEBTS, st.integers(1, 10**7), st.integers(0, 10**7))
def test_paying_more_never_clears_everything_later_whatever_the_strategy(
    debts, budget, more
):
    plans = (answered(debts, sum_fen).plans for sum_fen in (budget, budget + more))

    for slower, faster in zip(*plans, strict=True):
        if None not in slower.ends:
            assert None not in faster.ends
            assert max(faster.ends) <= max(slower.ends)


@given(DEBTS, st.integers(1, 10**6))
def test_a_month_is_used_up_before_anything_waits(debts, budget):
    plan = answered(debts, budget).plans[0]

    for month in plan.months[:-1]:
        assert sum(month.paid) == budget


@given(st.permutations(list(range(5))))
def test_the_order_does_not_depend_on_the_order_of_the_rows(order):
    debts = (
        Debt(sum_fen=100, papers=COURT),
        Debt(sum_fen=200, guaranteed=True),
        Debt(sum_fen=900, annual_rate=Decimal("0.24")),
        Debt(sum_fen=300, annual_rate=Decimal("0.12")),
        Debt(sum_fen=50),
    )
    shuffled = tuple(debts[number] for number in order)
    places = answered(shuffled, 100).places

    assert [shuffled[place.number] for place in places] == list(debts)
    assert [place.reason for place in places] == [
        Reason.COURT,
        Reason.BACKED,
        Reason.DEAR,
        Reason.DEAR,
        Reason.SMALL,
    ]


def test_of_two_papers_the_earlier_deadline_comes_first():
    later = (Paper(kind=PaperKind.PAYMENT_ORDER, received=date(2026, 11, 22)),)
    places = answered((Debt(sum_fen=1, papers=later), Debt(sum_fen=9, papers=COURT)), 1)

    assert [place.number for place in places.places] == [1, 0]
    assert places.places[0].deadline == date(2026, 12, 5)


def test_a_forged_paper_moves_nothing():
    forged = (replace(COURT[0], verified=False),)
    (place,) = answered((Debt(sum_fen=1, papers=forged),), 1).places

    assert place.reason is Reason.SMALL
    assert place.deadline is None


def test_each_debt_has_its_own_stage():
    debts = (
        Debt(sum_fen=1, overdue_days=(9, 9), papers=()),
        Debt(sum_fen=1, papers=COURT),
    )
    stages = {
        place.number: place.assessment.headline_stage
        for place in answered(debts, 1).places
    }
    assert stages == {0: TimeStage.CONTACT, 1: LegalStage.FILED}


def test_what_else_to_know_is_noted():
    debt = Debt(sum_fen=1, guaranteed=True, salary_account=True, papers=COURT)
    (place,) = answered((debt,), 1).places

    assert place.notes == (
        Note.DEADLINE,
        Note.SALARY_ACCOUNT,
        Note.GUARANTOR,
        Note.RATE_UNKNOWN,
        Note.UNVERIFIED,
    )


def test_an_unknown_rate_is_told_and_never_guessed():
    known = Debt(sum_fen=100_00, annual_rate=Decimal("0.12"))
    result = answered((known, Debt(sum_fen=100_00)), 50_00)

    assert result.rates_unknown == (1,)
    assert result.idle.more == round(100_00 * 0.12 * result.idle.months / 12)


def test_the_dearest_first_costs_least():
    debts = (
        Debt(sum_fen=5_000_00, annual_rate=Decimal("0.36")),
        Debt(sum_fen=1_000_00, annual_rate=Decimal("0.06")),
    )
    costs = {plan.strategy: plan.cost for plan in answered(debts, 600_00).plans}

    assert costs[Strategy.AVALANCHE] == min(costs.values())
    assert costs[Strategy.AVALANCHE] < costs[Strategy.SNOWBALL]


def test_twenty_debts_end_within_the_time_we_look_at():
    debts = (Debt(sum_fen=10**9, annual_rate=Decimal("0.2")),) * MOST_DEBTS
    plan = answered(debts, 100).plans[0]

    assert len(plan.months) == MOST_MONTHS
    assert set(plan.ends) == {None}


@pytest.mark.parametrize(
    ("debts", "budget", "field"),
    [
        ((), 1, "debts"),
        ((Debt(sum_fen=1),) * 21, 1, "debts"),
        ((Debt(sum_fen=1),), -1, "budget"),
        ((Debt(sum_fen=1), Debt(sum_fen=0)), 1, "debts.1.sum"),
        ((Debt(sum_fen=1, overdue_days=(9, 3)),), 1, "debts.0.overdue_days"),
        (
            (Debt(sum_fen=1, papers=(replace(COURT[0], received=date(2027, 1, 1)),)),),
            1,
            "debts.0.papers.0.received",
        ),
    ],
)
def test_the_impossible_is_refused_at_its_field(debts, budget, field):
    with pytest.raises(FactsError) as error:
        answered(debts, budget)

    assert error.value.field == field
