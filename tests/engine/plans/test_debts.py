"""Which debt first and why; every plan keeps to the budget."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.engine.plans.worked import cases, fen
from timeline import catalog
from timeline.engine import FactsError, LegalStage, Paper, PaperKind, TimeStage
from timeline.engine.debts import (
    MOST_DEBTS,
    Note,
    Outcome,
    Place,
    Reason,
    debts_plan,
)
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
    salary_account=st.none() | st.booleans(),
)
DEBTS = st.lists(DEBT, min_size=1, max_size=6).map(tuple)
BUDGET = st.integers(0, 10**7)


def answered(debts: tuple[Debt, ...], budget: int):
    return debts_plan(
        debts, budget, TODAY, catalog.ruleset(), share_percent=20, old_days=1000
    )


def paper(kind: PaperKind, received: date | None = None) -> tuple[Paper, ...]:
    return (Paper(kind=kind, received=received),)


def one(debt: Debt) -> Place:
    (place,) = answered((debt,), 1).places
    return place


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


SMALL_DEBTS = st.lists(
    st.builds(
        Debt,
        sum_fen=st.integers(1, 1200),
        annual_rate=st.sampled_from([None, *map(Decimal, ("0.12", "0.24", "1", "4"))]),
        guaranteed=st.booleans(),
    ),
    min_size=1,
    max_size=5,
).map(tuple)


@given(DEBTS | SMALL_DEBTS, st.integers(1, 10**7) | st.integers(1, 400), BUDGET)
@example((Debt(sum_fen=400), Debt(sum_fen=3), Debt(sum_fen=8)), 340, 10)
def test_paying_more_never_clears_any_debt_later(debts, budget, more):
    never_later(debts, budget, more)


def never_later(debts, budget, more):
    plans = (answered(debts, sum_fen).plans for sum_fen in (budget, budget + more))

    for slower, faster in zip(*plans, strict=True):
        for before, after in zip(slower.ends, faster.ends, strict=True):
            assert before is None or (after is not None and after <= before)


@pytest.mark.parametrize("more", [1, 2, 10])
@pytest.mark.parametrize(
    ("sums", "rates", "budget"),
    [
        ((400, 3, 8), ("1", "0.12", "1"), 340),
        ((12, 5, 17), ("0.12", "1", "0"), 31),
        ((74, 2, 10), ("0.36", "0.36", "0.24"), 32),
        ((166, 687, 785, 623), ("0.24", "0", "4", "4"), 289),
    ],
)
def test_an_odd_fen_clears_no_small_debt_before_the_others(sums, rates, budget, more):
    """Each was cleared earlier by a smaller sum once, when odd fen went to any row."""
    debts = tuple(
        Debt(sum_fen=sum_fen, annual_rate=Decimal(rate))
        for sum_fen, rate in zip(sums, rates, strict=True)
    )
    plan = answered(debts, budget).plans[1]
    assert plan.strategy is Strategy.PRO_RATA
    assert len(set(plan.ends)) == 1
    never_later(debts, budget, more)


def test_where_fewer_fen_are_left_than_debts_the_last_rows_are_cleared():
    debts = (Debt(sum_fen=3), Debt(sum_fen=3), Debt(sum_fen=3))
    ends = [answered(debts, budget).plans[1].ends for budget in (6, 7, 8, 9)]

    assert ends == [(2, 2, 2), (2, 2, 1), (2, 1, 1), (1, 1, 1)]


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
        Debt(sum_fen=50, annual_rate=Decimal(0)),
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


ISSUE_ORDER = (
    # deadlines of the court first, the next one before the others …
    Debt(sum_fen=9_000, papers=COURT),  # to be answered by 5 December
    Debt(sum_fen=1, papers=paper(PaperKind.PAYMENT_ORDER, date(2026, 11, 22))),
    # … then guarantees and securities, among them what costs more …
    Debt(sum_fen=8_000, annual_rate=Decimal("0.12"), guaranteed=True),
    Debt(sum_fen=9_000, secured=True),
    # … then costs, among equally dear ones the smaller; what nobody told the rate of
    # before what is larger …
    Debt(sum_fen=20),
    Debt(sum_fen=6_000),
    Debt(sum_fen=7_000, annual_rate=Decimal("0.24")),
    Debt(sum_fen=30, annual_rate=Decimal("0.12")),
    Debt(sum_fen=40, annual_rate=Decimal("0.12")),
    Debt(sum_fen=7_001),
    # … then sums on which nothing runs, the smallest first.
    Debt(sum_fen=50, annual_rate=Decimal(0)),
    Debt(sum_fen=60, annual_rate=Decimal(0)),
)


@given(st.permutations(range(len(ISSUE_ORDER))))
def test_court_then_guarantee_then_cost_then_what_is_small(order):
    shuffled = tuple(ISSUE_ORDER[number] for number in order)
    places = answered(shuffled, 100).places

    assert [shuffled[place.number] for place in places] == list(ISSUE_ORDER)


def test_enforcement_comes_before_any_date_of_another_court():
    summons = paper(PaperKind.COMPLAINT_COPY, date(2026, 11, 10))
    enforced = paper(PaperKind.ENFORCEMENT_NOTICE)
    debts = (Debt(sum_fen=1, papers=summons), Debt(sum_fen=9, papers=enforced))
    places = answered(debts, 1).places

    assert [place.number for place in places] == [1, 0]
    assert [place.reason for place in places] == [Reason.ENFORCEMENT, Reason.COURT]


@pytest.mark.parametrize(
    ("kind", "received", "missed"),
    [
        (PaperKind.COMPLAINT_COPY, date(2026, 5, 1), "answer"),
        (PaperKind.PAYMENT_ORDER, date(2026, 9, 1), "payment-order-objection"),
        (PaperKind.JUDGMENT, date(2026, 9, 1), "appeal"),
    ],
)
def test_a_missed_date_is_said_and_waits_behind_those_that_may_still_be_kept(
    kind, received, missed
):
    late = Debt(sum_fen=9, papers=paper(kind, received))
    place = one(late)
    assert missed in [step.key for step in place.missed]
    assert Note.MISSED in place.notes
    assert place.day is None

    undated = Debt(sum_fen=99, papers=paper(kind))
    soon = Debt(sum_fen=999, papers=COURT)
    places = answered((late, undated, soon), 1).places
    assert [place.number for place in places] == [2, 1, 0]


def test_a_missed_date_comes_before_a_paper_that_sets_none():
    """What was missed may still be mended today; an invitation to mediation waits."""
    missed = Debt(sum_fen=9, papers=paper(PaperKind.COMPLAINT_COPY, date(2026, 5, 1)))
    without = Debt(sum_fen=1, papers=paper(PaperKind.MEDIATION_AGREEMENT))
    place = one(without)
    assert (place.day, place.missed) == (None, ())
    assert Note.UNDATED not in place.notes

    assert [it.number for it in answered((without, missed), 1).places] == [1, 0]


def test_a_payment_order_of_three_days_comes_before_an_appeal_that_was_missed():
    """Received on 11 November, it can be contested until the 26th."""
    missed = Debt(sum_fen=1, papers=paper(PaperKind.JUDGMENT, date(2026, 9, 1)))
    live = Debt(sum_fen=9, papers=paper(PaperKind.PAYMENT_ORDER, date(2026, 11, 11)))
    places = answered((missed, live), 1).places

    assert [place.number for place in places] == [1, 0]
    assert places[0].day == date(2026, 11, 26)


def test_a_rate_nobody_told_is_neither_dear_nor_free():
    free = Debt(sum_fen=1, annual_rate=Decimal(0), guaranteed=True)
    unknown = Debt(sum_fen=3, guaranteed=True)
    dear = Debt(sum_fen=3, annual_rate=Decimal("0.01"), guaranteed=True)
    result = answered((free, unknown, dear), 1)
    avalanche = next(
        plan for plan in result.plans if plan.strategy is Strategy.AVALANCHE
    )

    assert [place.number for place in result.places] == [2, 1, 0]
    assert avalanche.ends == (7, 6, 3)


def test_the_small_loan_of_unknown_rate_does_not_wait_for_the_large_one_to_end():
    """23,500 at 18 % and 3,000; of 800 a month: cleared in month 4, not 40 and more."""
    card = Debt(sum_fen=23_500_00, annual_rate=Decimal("0.18"))
    online = Debt(sum_fen=3_000_00)
    result = answered((card, online), 800_00)

    assert [place.number for place in result.places] == [1, 0]
    assert [place.reason for place in result.places] == [Reason.UNTOLD, Reason.RUNNING]
    assert result.plans[0].ends[1] == 4
    assert result.outcome is Outcome.AT_LEAST


@pytest.mark.parametrize(
    "other",
    [Debt(sum_fen=9, annual_rate=Decimal(0)), Debt(sum_fen=1, papers=COURT)],
    ids=["a larger one on which nothing runs", "a smaller one before a court"],
)
def test_a_rate_nobody_told_is_compared_only_with_those_of_its_kind(other):
    untold = Debt(sum_fen=5)
    places = answered((untold, other), 1).places
    found = next(place for place in places if place.number == 0)

    assert found.reason is Reason.UNTOLD_ONLY


@given(st.lists(DEBT, min_size=2, max_size=6).map(tuple))
def test_no_rate_left_open_is_taken_for_nothing(debts):
    """For want of a rate none waits for a larger one, nor for one that is free."""
    plain = tuple(
        replace(debt, papers=(), guaranteed=None, secured=None) for debt in debts
    )
    order = [plain[place.number] for place in answered(plain, 1).places]
    for at, debt in enumerate(order):
        if debt.annual_rate is None:
            before = order[:at]
            assert all(one.annual_rate != 0 for one in before)
            assert not before or before[-1].sum_fen <= debt.sum_fen


@pytest.mark.parametrize(
    ("rate", "doubted"),
    [("0.0005", True), ("0.0099", True), ("0.01", False), ("0", False), (None, False)],
)
def test_a_rate_of_the_day_typed_for_the_years_is_doubted(rate, doubted):
    place = one(Debt(sum_fen=1, annual_rate=rate and Decimal(rate)))
    assert (Note.RATE_SMALL in place.notes) is doubted


def test_a_tie_is_rounded_up_however_many_months_made_it():
    """1 元 at 18.25 % for 24 months: 36.5 fen; all of the 3,000 goes to the other.

    100,000 at 36 % adds exactly the 3,000 of each month: 10,000,000 + 136.5 fen.
    """
    dear = Debt(sum_fen=100_000_00, annual_rate=Decimal("0.36"))
    small = Debt(sum_fen=1_00, annual_rate=Decimal("0.1825"))
    plan = answered((dear, small), 3_000_00).plans[0]

    assert plan.months[23].left == 10_000_137


def test_a_sum_of_many_is_rounded_once():
    """20 × 1 元 × 5 % ÷ 12 = 8.33 fen a month; each alone is less than half a fen."""
    result = answered((Debt(sum_fen=1_00, annual_rate=Decimal("0.05")),) * 20, 1)

    assert result.interest_a_month == 8
    # The first takes the fen of the month: 2,000 + 8.33 − 1 = 2,007.33
    assert result.plans[0].months[0].left == 2_007
    assert result.idle.more == 100  # 12 months: 2,000 × 5 %


@pytest.mark.parametrize("today", [date(1999, 12, 31), date(2101, 1, 1)])
def test_a_day_out_of_range_is_refused_at_the_day(today):
    with pytest.raises(FactsError) as refused:
        debts_plan(
            (Debt(sum_fen=1),),
            1,
            today,
            catalog.ruleset(),
            share_percent=20,
            old_days=1000,
        )
    assert refused.value.field == "today"


def test_a_date_nobody_told_is_asked_for_and_waits_behind_those_known():
    unknown = Debt(sum_fen=1, papers=paper(PaperKind.COMPLAINT_COPY))
    assert Note.UNDATED in one(unknown).notes
    known = Debt(sum_fen=9, papers=COURT)
    assert [p.number for p in answered((unknown, known), 1).places] == [1, 0]


def test_what_no_day_of_receipt_would_date_is_not_asked_for():
    place = one(Debt(sum_fen=1, papers=paper(PaperKind.ENFORCEMENT_NOTICE)))

    assert [step.key for step in place.undated] == ["enforcement-objection"]
    assert Note.UNDATED not in place.notes


def test_a_last_day_off_is_shown_until_it_rolls_over():
    """Received on 6 November; the fifteenth day is Saturday the 21st."""
    place = one(
        Debt(sum_fen=1, papers=paper(PaperKind.COMPLAINT_COPY, date(2026, 11, 6)))
    )

    assert place.due.safe_date == date(2026, 11, 21)
    assert place.day == TODAY


@pytest.mark.parametrize(
    ("rates", "reasons"),
    [
        (["0.18", "0.14"], [Reason.DEAR, Reason.SLOW]),
        (["0.14", "0.14"], [Reason.RUNNING, Reason.RUNNING]),
        (["0.14"], [Reason.RUNNING]),
        (["0.14", None], [Reason.RUNNING, Reason.UNTOLD_LARGE]),
        ([None, "0"], [Reason.UNTOLD_ONLY, Reason.SMALL]),
        ([None, None], [Reason.UNTOLD_ONLY, Reason.UNTOLD_LARGE]),
        (["0"], [Reason.ALONE]),
        (["0.14", "0"], [Reason.DEAR, Reason.SMALL]),
        ([None], [Reason.ALONE]),
    ],
)
def test_the_reason_is_true_of_its_place(rates, reasons):
    debts = tuple(
        Debt(sum_fen=100, annual_rate=None if rate is None else Decimal(rate))
        for rate in rates
    )
    assert [place.reason for place in answered(debts, 10).places] == reasons


def test_the_last_is_the_slowest_only_where_no_debt_before_it_is_slower():
    debts = (
        Debt(sum_fen=1, annual_rate=Decimal("0.03"), guaranteed=True),
        Debt(sum_fen=1, annual_rate=Decimal("0.14")),
    )
    assert answered(debts, 1).places[1].reason is Reason.RUNNING


@pytest.mark.parametrize(
    ("rate", "budget", "outcome"),
    [
        ("0.24", 0, Outcome.NOTHING),
        ("0.24", 100_00, Outcome.STUCK),
        ("0.24", 200_00, Outcome.STUCK),
        ("0.24", 210_00, Outcome.LONG),
        ("0.24", 1000_00, Outcome.CLEARED),
        (None, 1000_00, Outcome.AT_LEAST),
        (None, 10_00, Outcome.LONG),
    ],
)
def test_what_a_sum_comes_to(rate, budget, outcome):
    debt = Debt(sum_fen=10_000_00, annual_rate=rate and Decimal(rate))

    assert answered((debt,), budget).outcome is outcome


@given(DEBTS, BUDGET)
def test_nothing_is_stuck_that_pays_more_than_its_interest(debts, budget):
    result = answered(debts, budget)

    if result.outcome is Outcome.STUCK:
        assert budget <= result.interest_a_month + len(debts)


@given(DEBTS, BUDGET)
def test_every_month_tells_what_is_still_owed(debts, budget):
    for plan in answered(debts, budget).plans:
        if plan.months:
            assert plan.months[-1].left == plan.left
        assert all(month.left >= 0 for month in plan.months)


def test_a_small_part_is_set_aside_only_for_who_has_to_wait():
    waiting = Debt(sum_fen=100_00, guaranteed=True)
    first = Debt(sum_fen=100_00, papers=COURT)
    plan = answered((first, waiting), 10_00).plans[-1]
    assert plan.strategy is Strategy.SHARED
    assert plan.months[0].paid == (8_00, 2_00)

    for debts in ((waiting,), (waiting, Debt(sum_fen=1)), (first, Debt(sum_fen=1))):
        made = answered(debts, 10_00).plans
        assert Strategy.SHARED not in [plan.strategy for plan in made]


def test_of_two_papers_the_earlier_deadline_comes_first():
    later = (Paper(kind=PaperKind.PAYMENT_ORDER, received=date(2026, 11, 22)),)
    places = answered((Debt(sum_fen=1, papers=later), Debt(sum_fen=9, papers=COURT)), 1)

    assert [place.number for place in places.places] == [1, 0]
    assert places.places[0].day == date(2026, 12, 5)


def test_a_forged_paper_moves_nothing():
    forged = (replace(COURT[0], verified=False),)
    (place,) = answered((Debt(sum_fen=1, papers=forged),), 1).places

    assert place.reason is Reason.ALONE
    assert place.due is place.day is None


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
        Note.SALARY_ACCOUNT,
        Note.GUARANTOR,
        Note.RATE_UNKNOWN,
        Note.UNVERIFIED,
    )


def test_an_unknown_rate_is_told_and_never_guessed():
    known = Debt(sum_fen=100_00, annual_rate=Decimal("0.12"))
    result = answered((known, Debt(sum_fen=100_00)), 50_00)

    assert result.rates_unknown == (1,)
    assert result.idle.more == 100 * result.idle.months  # 1 % a month of 100 元


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
